// What rests on the earlier version: courses, plans, colleges and rules, each with its page.
import type { ComponentChildren } from "preact";
import { link } from "../../address";
import { useAnswer } from "../../api";
import IMPACT from "../../documents/revision-impact.graphql";
import type { RevisionImpactQuery, RevisionImpactQueryVariables } from "../../generated/answers";
import { Empty, NotFound, Shown } from "../../parts/answer";
import { Lined, column, numbers } from "../../parts/lined";
import { Data, collegeLink, majorLink } from "../../parts/small";
import { count } from "../../words";
import { said } from "../../words/pilots";
import { type VersionWord, vw } from "../../words/standard-versions";

type Found = NonNullable<RevisionImpactQuery["revisionImpact"]>;
type Touched = Found["courses"][number];
type Plan = Found["trainingPlans"][number]["trainingPlan"];
type Sources = Found["rules"][number]["sources"];

const LISTED_MOST = 100;

const planName = ({ collegeName, majorName, grade }: Pick<Plan, "collegeName" | "majorName" | "grade">): string => [collegeName, majorName, grade].filter(Boolean).join(" ");

function CourseEnds({ course }: { course: Touched["course"] }) {
  const name = <Data>{course.displayName ?? course.id}</Data>;
  if (course.__typename === "PlanCourse") {
    const plan = course.trainingPlan;
    return <><th scope="row" class="text">{plan ? <a href={link(["plans", plan.id])}>{name}</a> : name}</th><td class="text">{plan && <Data>{planName(plan)}</Data>}</td></>;
  }
  const standard = course.__typename === "Course" ? course.teachingStandard : null;
  return <><th scope="row" class="text"><a href={link(["courses", course.id])}>{name}</a></th><td class="text">{standard?.major && <a href={majorLink(standard.major)}><Data>{standard.major.name}</Data> {standard.year}</a>}</td></>;
}

const Counts = ({ of: { kept, changed, lost } }: { of: { kept: number; changed: number; lost: number } }) => <>{[kept, changed, lost].map((each, at) => <td key={at} class="number">{count(each)}</td>)}</>;
const COUNTED = (): ReturnType<typeof numbers>[] => [numbers(vw("kept")), numbers(vw("changed")), numbers(vw("lost"))];

const Part = ({ title, number, children }: { title: VersionWord; number: number; children: ComponentChildren }) => (number === 0 ? null : <><h3>{vw(title)} <span class="number">{number === LISTED_MOST ? vw("firstOfMore", { n: LISTED_MOST }) : count(number)}</span></h3>{children}</>);

const SourceLinks = ({ sources }: { sources: Sources }) => <>{sources.map(({ code, title }) => <a key={code} href={link(["sources", code])}><Data>{title}</Data></a>)}</>;

const CreditRules = ({ rules }: { rules: Found["creditRules"] }) => (
  <ul class="plain-list">
    {rules.map((each) => (
      <li key={each.id}>{each.college ? <a href={collegeLink(each.college)}><Data>{each.college.name}</Data></a> : said(each.body, each.bodyLabel)} {[said(each.item, each.itemLabel), said(each.value, each.valueLabel)].filter(Boolean).join(" ")} <SourceLinks sources={each.sources} /></li>
    ))}
  </ul>
);

function Lists({ found }: { found: Found }) {
  const { courses, trainingPlans, colleges, creditRules, rules } = found;
  return (
    <>
      <Part title="courses" number={courses.length}>
        <Lined label={vw("courses")} columns={[column(vw("course")), column(vw("of")), ...COUNTED()]}>{courses.map((each) => <tr key={each.course.id}><CourseEnds course={each.course} /><Counts of={each} /></tr>)}</Lined>
      </Part>
      <Part title="plans" number={trainingPlans.length}>
        <Lined label={vw("plans")} columns={[column(vw("plan")), column(vw("namesCertificate")), ...COUNTED()]}>
          {trainingPlans.map((each) => <tr key={each.trainingPlan.id}><th scope="row" class="text"><a href={link(["plans", each.trainingPlan.id])}><Data>{planName(each.trainingPlan)}</Data></a></th><td>{vw(each.namesCertificate ? "yes" : "no")}</td><Counts of={each} /></tr>)}
        </Lined>
      </Part>
      <Part title="colleges" number={colleges.length}><ul class="plain-list">{colleges.map((each) => <li key={each.id}><a href={collegeLink(each)}><Data>{each.name}</Data></a></li>)}</ul></Part>
      <Part title="creditRules" number={creditRules.length}><CreditRules rules={creditRules} /></Part>
      <Part title="rules" number={rules.length}><ul class="plain-list">{rules.map((each) => <li key={each.id}><Data>{[each.item, each.valueText].filter(Boolean).join(" ")}</Data> <SourceLinks sources={each.sources} /></li>)}</ul></Part>
    </>
  );
}

const listsOf = ({ courses, trainingPlans, colleges, creditRules, rules }: Found): number[] => [courses, trainingPlans, colleges, creditRules, rules].map((each) => each.length);

function Rests({ found, version, certificate }: { found: Found; version: string; certificate: string }) {
  const lists = listsOf(found);
  if (lists.every((each) => each === 0)) return <Empty title={vw("impactNone")}>{vw("impactNoneHelp")}</Empty>;
  return (
    <>
      <p class="lead">{vw("impactLead", { v: version })}</p>
      <p class="row"><span>{vw("alignments", { n: found.alignments })}</span> <a class="button small" href={link(["review"], { target: certificate })}>{vw("toReview")}</a></p>
      <Lists found={found} />
    </>
  );
}

export function Impact({ certificate, ends, version }: { certificate: string; ends: { from: string; to: string }; version: string }) {
  const answer = useAnswer<RevisionImpactQuery, RevisionImpactQueryVariables>(IMPACT, ends);
  return (
    <section class="card" aria-labelledby="impact-title">
      <h2 id="impact-title">{vw("impact", { v: version })}</h2>
      <Shown answer={answer} rows={6}>{({ revisionImpact }) => (revisionImpact ? <Rests found={revisionImpact} version={version} certificate={certificate} /> : <NotFound />)}</Shown>
    </section>
  );
}
