// Which courses a fit measures: ticked in a standard, a plan or the results of a search, and kept in the address.
import { useState } from "preact/hooks";
import { changed, filter, link, param } from "../../address";
import { useAnswer } from "../../api";
import PICK from "../../documents/fit-pick.graphql";
import PICKABLE from "../../documents/fit-pickable.graphql";
import PICKED from "../../documents/fit-picked.graphql";
import type { FitPickQuery, FitPickQueryVariables, FitPickableQuery, FitPickableQueryVariables, FitPickedQuery, FitPickedQueryVariables } from "../../generated/answers";
import { Shown } from "../../parts/answer";
import { Code, Crumbs, Data, Mixed } from "../../parts/small";
import { useTitle } from "../../parts/title";
import { t } from "../../words";
import { fitWord } from "../../words/fit-subject";
import { targetParams } from "../fit-target";
import { COURSES_LARGEST, coursesForAddress, isOfPlan } from "./course-set";
import { coursesFound, planName } from "./subject";

interface Props {
  target: string;
  pick: string;
  courses: readonly string[];
}
type Named = { id: string; name: string; of?: string };

const TEXT_LARGEST = 100;
const keep = (courses: readonly string[]): void => filter({ course: coursesForAddress(courses) });

/** Check boxes of courses; those of the other kind, and those beyond the most, cannot be ticked. */
function Boxes({ of, courses }: { of: readonly Named[]; courses: readonly string[] }) {
  const chosen = new Set(courses);
  const tick = (id: string): void => keep(chosen.has(id) ? courses.filter((each) => each !== id) : [...courses, id]);
  const isClosed = (id: string): boolean => !chosen.has(id) && (courses.length >= COURSES_LARGEST || (courses[0] !== undefined && isOfPlan(courses[0]) !== isOfPlan(id)));
  return (
    <ul class="picks in-columns">
      {of.map(({ id, name, of: holder }) => (
        <li key={id}><label><input type="checkbox" checked={chosen.has(id)} disabled={isClosed(id)} onChange={() => tick(id)} /> <Data>{name}</Data></label>{holder && <> <span class="fine"><Data>{holder}</Data></span></>}</li>
      ))}
    </ul>
  );
}

/** Why some boxes cannot be ticked. */
function Closed({ shown, courses }: { shown: readonly Named[]; courses: readonly string[] }) {
  const first = courses[0];
  if (first !== undefined && shown.some(({ id }) => isOfPlan(id) !== isOfPlan(first))) return <p class="fine" role="note">{fitWord("pickMixed", { kind: fitWord(isOfPlan(first) ? "ofPlans" : "ofStandards") })}</p>;
  return courses.length >= COURSES_LARGEST ? <p class="fine" role="note">{fitWord("pickFull", { n: COURSES_LARGEST })}</p> : null;
}

type Node = FitPickableQuery["search"][number]["node"];

const courseIn = (node: Node): Named[] =>
  node.__typename === "Course" ? [{ id: node.id, name: node.displayName ?? "", of: `${node.teachingStandard?.displayName ?? ""} ${node.teachingStandard?.year ?? ""}` }]
    : node.__typename === "PlanCourse" ? [{ id: node.id, name: node.displayName ?? "", of: node.trainingPlan ? planName(node.trainingPlan) : "" }] : [];

/** What lists courses: the standards of a major, or a plan. */
const holdersIn = (node: Node): (Named & { code?: string })[] =>
  node.__typename === "Major" ? node.teachingStandards.map(({ id, year }) => ({ id, name: `${node.displayName ?? ""} ${year}`, ...(node.majorKey && { code: node.majorKey }) }))
    : node.__typename === "TrainingPlan" ? [{ id: node.id, name: planName(node) }] : [];

function Found({ text, courses }: { text: string; courses: readonly string[] }) {
  const answer = useAnswer<FitPickableQuery, FitPickableQueryVariables>(PICKABLE, { text });
  return (
    <Shown answer={answer} rows={2}>
      {({ search }) => {
        const nodes = search.map((each) => each.node);
        const [found, holders] = [nodes.flatMap(courseIn), nodes.flatMap(holdersIn)];
        if (found.length + holders.length === 0) return <p class="fine" role="status"><Mixed>{fitWord("pickNone", { text })}</Mixed></p>;
        return (
          <>
            <p class="fine" role="status">{fitWord("pickFound", { n: found.length + holders.length })}</p>
            {holders.length > 0 && <><h2 class="minor">{fitWord("pickHolders")}</h2><ul class="picks in-columns">{holders.map(({ id, name, code }) => <li key={id}><a href={changed({ pick: id, q: null })}><Data>{name}</Data></a> {code && <Code>{code}</Code>}</li>)}</ul></>}
            {found.length > 0 && <><h2 class="minor">{fitWord("pickCourses")}</h2><Closed shown={found} courses={courses} /><Boxes of={found} courses={courses} /></>}
          </>
        );
      }}
    </Shown>
  );
}

function Finder({ courses }: { courses: readonly string[] }) {
  const text = param("q");
  const [typed, setTyped] = useState(text ?? "");
  const find = (event: Event): void => {
    event.preventDefault();
    filter({ q: typed.trim() });
  };
  return (
    <section class="card">
      <form onSubmit={find} class="row">
        <label class="select"><span>{fitWord("pickFind")}</span><input type="search" maxLength={TEXT_LARGEST} value={typed} onInput={(event) => setTyped(event.currentTarget.value)} /></label>
        <button type="submit" class="button" disabled={!typed.trim()}>{fitWord("pickFindButton")}</button>
      </form>
      {text && <Found text={text} courses={courses} />}
    </section>
  );
}

const coursesOf = (node: FitPickQuery["node"]): Named[] => (node?.__typename === "TeachingStandard" ? node.courses : node?.__typename === "TrainingPlan" ? node.planCourses : []);

/** The courses of the standard or plan that the address names. */
function Listed({ holder, courses }: { holder: string; courses: readonly string[] }) {
  const answer = useAnswer<FitPickQuery, FitPickQueryVariables>(PICK, { holder });
  return (
    <section class="card edge-one">
      <Shown answer={answer} rows={3}>
        {({ node }) => {
          const listed = coursesOf(node);
          const all = [...new Set([...courses, ...listed.map((each) => each.id)])];
          const isWhole = all.length <= COURSES_LARGEST && new Set(all.map(isOfPlan)).size === 1;
          const name = node?.__typename === "TrainingPlan" ? planName(node) : node?.__typename === "TeachingStandard" ? `${node.displayName ?? ""} ${node.year}` : "";
          return (
            <>
              <h2><Mixed>{fitWord("pickListed", { name })}</Mixed></h2>
              <Closed shown={listed} courses={courses} />
              <Boxes of={listed} courses={courses} />
              {isWhole && all.length > courses.length && <p class="below"><button type="button" class="button small" onClick={() => keep(all)}>{fitWord("pickAll")}</button></p>}
            </>
          );
        }}
      </Shown>
    </section>
  );
}

function Chosen({ target, courses }: { target: string; courses: readonly string[] }) {
  const answer = useAnswer<FitPickedQuery, FitPickedQueryVariables>(PICKED, courses.length > 0 ? { courses: [...courses] } : null);
  const named = answer.data ? coursesFound(answer.data, courses) : [];
  return (
    <section class="card edge-x" aria-labelledby="picked-title">
      <h2 id="picked-title" aria-live="polite" tabIndex={-1}>{courses.length > 0 ? fitWord("pickChosen", { n: courses.length }) : fitWord("pickChosenNone")}</h2>
      {courses.length > 0 && (
        <>
          <ul class="plain-list">
            {named.map(({ id, name, holder }) => <li key={id} class="row"><span><Data>{name}</Data> {holder && <span class="fine"><Data>{holder.name}</Data></span>}</span> <button type="button" class="button small" aria-label={fitWord("pickRemove", { name })} onClick={() => { keep(courses.filter((each) => each !== id)); document.getElementById("picked-title")?.focus(); }}>×</button></li>)}
          </ul>
          <p class="row below">
            <a class="button primary" href={link(["fit"], { ...targetParams(target), course: coursesForAddress(courses) })}>{fitWord("pickCompare", { n: courses.length })}</a>
            <button type="button" class="button small" onClick={() => { keep([]); document.getElementById("picked-title")?.focus(); }}>{fitWord("pickClear")}</button>
          </p>
        </>
      )}
    </section>
  );
}

export function ChooseCourses({ target, pick, courses }: Props) {
  useTitle(fitWord("pickTitle"));
  return (
    <>
      <Crumbs items={[{ name: t("fit"), href: link(["fit"], targetParams(target)), isData: false }, { name: fitWord("pickTitle"), isData: false }]} />
      <h1>{fitWord("pickTitle")}</h1>
      <p class="lead">{fitWord("pickLead", { n: COURSES_LARGEST })}</p>
      <div class="columns">
        <div><Finder courses={courses} />{pick.includes(":") && <Listed key={pick} holder={pick} courses={courses} />}</div>
        <Chosen target={target} courses={courses} />
      </div>
    </>
  );
}
