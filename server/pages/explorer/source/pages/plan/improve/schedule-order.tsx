// In which semesters courses may begin, and what a schedule makes least first.
import { useState } from "preact/hooks";
import { filter, params } from "../../../address";
import type { ScheduleSemestersInput } from "../../../generated/answers";
import { coded } from "../../../words/improve";
import { s } from "../../../words/schedule";
import { p } from "../../../words/plan";
import type { Plan } from "../terms";
import { CourseSelect, Said, semestersOf, shownIn } from "./schedule-form";

type Objective = NonNullable<ScheduleSemestersInput["order"]>[number];
const OBJECTIVES: readonly Objective[] = ["PEAK", "MOVES", "SPREAD", "APART", "DISTANCE"];

/** Semesters before the name of their course, as the address has them: 3,4:数据库. */
const BEGIN = /^(\d{1,2}(?:,\d{1,2})*):(.+)$/;

export const beginsSaid = () => params("begin").flatMap((each) => {
  const [, semesters, course] = BEGIN.exec(each) ?? [];
  return semesters && course ? [{ course, semesters: semesters.split(",").map(Number) }] : [];
});

/** The objectives that the address names, then the others in their usual order. */
export function orderSaid(): Objective[] {
  const said = params("order").filter((each): each is Objective => (OBJECTIVES as readonly string[]).includes(each));
  return [...new Set([...said, ...OBJECTIVES])];
}

const beginText = (course: string, semesters: readonly number[]): string => `${course}: ${semesters.map((each) => p("semesterOf", { n: each })).join(" / ")}`;

export function Begins({ plan }: { plan: Plan }) {
  const said = beginsSaid();
  const shown = shownIn(plan);
  const [course, setCourse] = useState("");
  const keep = (next: typeof said): void => filter({ begin: next.map((each) => `${each.semesters.join(",")}:${each.course}`) });
  const semesters = said.find((each) => each.course === course)?.semesters ?? [];
  const choose = (semester: number, isChosen: boolean): void => {
    const chosen = isChosen ? [...semesters, semester].sort((one, other) => one - other) : semesters.filter((each) => each !== semester);
    const others = said.filter((each) => each.course !== course);
    keep(chosen.length > 0 ? [...others, { course, semesters: chosen }] : others);
  };
  return (
    <fieldset class="schedule-begins">
      <legend>{s("beginsSaid")}</legend>
      <CourseSelect name="begin" word={s("beginCourse")} plan={plan} value={course} onChoose={setCourse} />
      {course && <div class="filters">{semestersOf(plan).map((each) => <label key={each} class="check"><input type="checkbox" name={`begin-${each}`} checked={semesters.includes(each)} onChange={(event) => choose(each, event.currentTarget.checked)} /> {p("semesterOf", { n: each })}</label>)}</div>}
      <Said texts={said.map((each) => beginText(shown(each.course), each.semesters))} onRemove={(at) => keep(said.filter((_, place) => place !== at))} />
    </fieldset>
  );
}

export function Order() {
  const order = orderSaid();
  const first = (objective: Objective, at: number): void => filter({ order: [...order.slice(0, at - 1), objective, ...order.slice(at - 1).filter((each) => each !== objective)] });
  return (
    <fieldset class="schedule-order">
      <legend>{s("orderSaid")}</legend>
      <ol>{order.map((each, at) => <li key={each}><span>{coded("stage_", each)}</span>{at > 0 && <> <button type="button" class="button small" aria-label={s("orderEarlier", { name: coded("stage_", each) })} onClick={() => first(each, at)}>↑</button></>}</li>)}</ol>
    </fieldset>
  );
}
