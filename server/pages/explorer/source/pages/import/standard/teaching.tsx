// A teaching standard as it was read: its head, its courses by module, and the rules of hours.
import { param } from "../../../address";
import { Data, MODULES } from "../../../parts/small";
import { count, label, listed } from "../../../words";
import { w } from "../../../words/import";
import { standardWord } from "../../../words/import-standard";
import { Facts, Folded } from "../facts";
import { AddRow, Correct, CorrectHead, Corrected } from "./correct";
import { Doubts, Places, useChosen } from "./skill";
import { type Course, type TeachingReport, itemKey } from "./report";

const STANDARD_MODULES = ["FOUNDATION", "CORE", "EXTENSION"] as const;

const codedNames = (kind: string, items: readonly { code: string; name: string }[]) => <ul>{items.map((each, at) => <li key={at}><Corrected item={`${kind}:${at + 1}`} text={each.name} /> <Data>{each.code}</Data> <Correct read={{ item: `${kind}:${at + 1}`, code: each.code, text: each.name }} canRemove={false} /></li>)}</ul>;
const names = (kind: string, items: readonly string[]) => <ul>{items.map((each, at) => <li key={at}><Corrected item={`${kind}:${at + 1}`} text={each} /> <Correct read={{ item: `${kind}:${at + 1}`, text: each }} hasCode={false} /></li>)}</ul>;

export function TeachingHead({ report: { standard } }: { report: TeachingReport }) {
  return (
    <>
      <Facts facts={[[standardWord("majorWord"), `${standard.major.name} ${standard.major.code}`.trim()], [w("education"), standard.education], [w("years"), standard.years], [standardWord("entry"), standard.entry], [standardWord("industries"), listed(standard.industries.map((each) => each.name))]]} />
      <Folded title={`${standardWord("occupations")} ${count(standard.occupations.length)}`}>{codedNames("occupation", standard.occupations)}</Folded>
      <Folded title={`${standardWord("positions")} ${count(standard.positions.length)}`}>{names("position", standard.positions)}</Folded>
      <Folded title={`${standardWord("certificatesNamed")} ${count(standard.certificates.length)}`}>{names("certificate", standard.certificates)}</Folded>
      <CorrectHead values={{ title: standard.title, years: standard.years, entry: standard.entry }} />
      {standard.practice && <Folded title={standardWord("practice")}><Data>{standard.practice}</Data></Folded>}
    </>
  );
}

function CourseItem({ course, id, report }: { course: Course; id: string; report: TeachingReport }) {
  const isChosen = id === param("at");
  const item = useChosen(isChosen);
  return (
    <li ref={item} class={isChosen ? "on" : ""}>
      <span><Corrected item={id} text={course.name} /> <Doubts item={id} places={course.places} report={report} />
        {course.tasks && <Folded title={standardWord("tasks")}><Corrected item={`${id}:tasks`} text={course.tasks} /> <Correct read={{ item: `${id}:tasks`, text: course.tasks }} hasCode={false} canRemove={false} /></Folded>}
        {course.content && <Folded title={standardWord("content")}><Corrected item={`${id}:content`} text={course.content} /> <Correct read={{ item: `${id}:content`, text: course.content }} hasCode={false} canRemove={false} /></Folded>}
      </span>
      <span class="item-tools"><Places places={course.places} at={id} name={course.name} /><Correct read={{ item: id, level: course.module, text: course.name }} levels={STANDARD_MODULES} hasCode={false} /></span>
    </li>
  );
}

export function CoursesRead({ report }: { report: TeachingReport }) {
  const modules = [...new Set(report.courses.map((each) => each.module))].sort((one, other) => MODULES.indexOf(one as never) - MODULES.indexOf(other as never));
  return (
    <section class="card" aria-labelledby="tree-title">
      <h2 id="tree-title">{standardWord("courses")} <span class="number fine">{w("coursesCount", { n: report.courses.length })}</span></h2>
      {modules.map((module) => {
        const courses = report.courses.map((course, at) => ({ course, id: itemKey(module, at) })).filter(({ course }) => course.module === module);
        return (
          <div key={module} class="read-courses">
            <h3>{label(module)} <span class="number">{count(courses.length)}</span></h3>
            <ul>{courses.map(({ course, id }) => <CourseItem key={id} course={course} id={id} report={report} />)}</ul>
          </div>
        );
      })}
      <AddRow levels={STANDARD_MODULES} hasCode={false} />
    </section>
  );
}

export const RulesRead = ({ report }: { report: TeachingReport }) => (
  <section class="card">
    <h2>{w("rules")} <span class="number">{count(report.rules.length)}</span></h2>
    <div class="scroll" role="region" aria-label={w("rules")} tabIndex={0}>
      <table class="lined">
        <thead><tr><th scope="col">{standardWord("ruleItem")}</th><th scope="col">{standardWord("ruleValue")}</th><th scope="col">{standardWord("ruleClause")}</th></tr></thead>
        <tbody>{report.rules.map((each, at) => <tr key={at}><th scope="row"><Data>{each.item}</Data></th><td class="start" lang="zh-CN">{each.value}</td><td class="text" lang="zh-CN">{each.clause}</td></tr>)}</tbody>
      </table>
    </div>
  </section>
);
