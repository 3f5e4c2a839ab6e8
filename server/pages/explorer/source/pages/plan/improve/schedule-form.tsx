// What a person says of a schedule: weeks of the semesters, courses that stay, where others may begin, what comes first.
import { useState } from "preact/hooks";
import { filter, param, params } from "../../../address";
import type { ScheduleSemestersInput } from "../../../generated/answers";
import { Data } from "../../../parts/small";
import { leading, listed } from "../../../words";
import { s } from "../../../words/schedule";
import { p } from "../../../words/plan";
import { labelled, labelsOf } from "../same-names";
import { type Plan, termsOf } from "../terms";
import { Begins, Order, beginsSaid, orderSaid } from "./schedule-order";

const WEEKS_MOST = 99;
const SEMESTERS_A_YEAR = 2;
const SEMESTERS_MOST = 20;

/** Weeks by semester, as the address has them: 3:14. */
const weeksSaid = (): Map<string, string> => new Map(params("weeks").filter((each) => /^\d{1,2}:\d{1,2}$/.test(each)).map((each) => each.split(":") as [string, string]));

/** Two lists of the address make the pairs. */
const pairsSaid = (): (readonly [before: string, after: string])[] => params("before").flatMap((before, at) => (params("after")[at] ? [[before, params("after")[at] as string] as const] : []));

export function saidOfSchedule(): Pick<ScheduleSemestersInput, "weeks" | "locked" | "free" | "prerequisites" | "begins" | "order"> {
  return {
    weeks: [...weeksSaid()].map(([semester, weeks]) => ({ semester: Number(semester), weeks: Number(weeks) })),
    locked: params("lock"),
    free: params("free"),
    prerequisites: pairsSaid().map(([before, after]) => ({ before, after })),
    begins: beginsSaid(),
    order: orderSaid(),
  };
}

export function semestersOf({ courses, years }: Plan): number[] {
  const last = Math.max((years ?? 0) * SEMESTERS_A_YEAR, ...termsOf(courses).map(({ name }) => (name === null ? 0 : Number.parseInt(name, 10))));
  return Array.from({ length: Math.min(Math.ceil(last), SEMESTERS_MOST) }, (_, at) => at + 1);
}

function Weeks({ plan }: { plan: Plan }) {
  const said = weeksSaid();
  const set = (semester: number, text: string): void => {
    said.delete(String(semester));
    if (/^\d{1,2}$/.test(text)) said.set(String(semester), text);
    filter({ weeks: [...said].map(([each, weeks]) => `${each}:${weeks}`) });
  };
  return (
    <fieldset class="filters schedule-weeks">
      <legend>{s("weeksSaid")}</legend>
      {semestersOf(plan).map((each) => <label key={each} class="select"><span>{p("semesterOf", { n: each })}</span><input type="number" inputMode="numeric" name={`weeks-${each}`} min={0} max={WEEKS_MOST} step={1} value={said.get(String(each)) ?? ""} onChange={(event) => set(each, event.currentTarget.value)} /></label>)}
    </fieldset>
  );
}

/** The courses that a schedule places, by the names that the solver knows: what has no semester, or only a summer term, has no place in it. */
export function placedIn({ courses }: Plan): [name: string, label: string][] {
  return labelled(courses).filter(({ course }) => course.terms.some((each) => /^\d+$/.test(each))).map(({ key, label }) => [key, label]);
}

/** Says which courses are not offered above, and why. */
function Unplaced({ plan }: { plan: Plan }) {
  const placed = new Set(placedIn(plan).map(([name]) => name));
  const others = [...labelsOf(plan.courses)].filter(([name]) => !placed.has(name));
  return others.length > 0 ? <p class="fine schedule-unplaced">{leading(s("notOffered"))}{others.map(([name, label], at) => <span key={name}>{at > 0 && listed(["", ""])}<Data>{label}</Data></span>)}</p> : null;
}

interface CourseChoice {
  name: string;
  word: string;
  plan: Plan;
  /** Courses that are not offered. */
  without?: readonly string[];
  value: string;
  onChoose: (name: string) => void;
}

export const CourseSelect = ({ name, word, plan, without = [], value, onChoose }: CourseChoice) => (
  <label class="select"><span>{word}</span><select name={name} lang="zh-CN" value={value} onChange={(event) => onChoose(event.currentTarget.value)}><option value="">{s("chooseCourse")}</option>{placedIn(plan).filter(([each]) => !without.includes(each)).map(([each, label]) => <option key={each} value={each}>{label}</option>)}</select></label>
);

/** Shows a course that was said: one of several of its name by its line. */
export function shownIn({ courses }: Plan): (name: string) => string {
  const labels = labelsOf(courses);
  return (name) => labels.get(name) ?? name;
}

/** What was said, each with a button that takes it back. */
export const Said = ({ texts, onRemove }: { texts: readonly string[]; onRemove: (at: number) => void }) => (
  <ul class="chips">{texts.map((each, at) => <li key={each}><button type="button" class="chip" aria-label={s("takeBack", { name: each })} onClick={() => onRemove(at)}><Data>{each}</Data> ×</button></li>)}</ul>
);

function Locked({ plan }: { plan: Plan }) {
  const locked = params("lock");
  return (
    <fieldset class="schedule-locked">
      <legend>{s("lockedSaid")}</legend>
      <CourseSelect name="lock" word={s("lockCourse")} plan={plan} without={locked} value="" onChoose={(name) => filter({ lock: [...locked, name] })} />
      <Said texts={locked.map(shownIn(plan))} onRemove={(at) => filter({ lock: locked.filter((_, place) => place !== at) })} />
    </fieldset>
  );
}

/** Common courses stay unless a person frees them. */
function Free({ plan }: { plan: Plan }) {
  const free = params("free");
  const common = labelled(plan.courses).filter(({ course }) => course.module === "COMMON").map(({ key }) => key);
  const others = placedIn(plan).map(([name]) => name).filter((name) => !common.includes(name) || free.includes(name));
  return (
    <fieldset class="schedule-free">
      <legend>{s("freeSaid")}</legend>
      <CourseSelect name="free" word={s("freeCourse")} plan={plan} without={others} value="" onChoose={(name) => filter({ free: [...free, name] })} />
      <Said texts={free.map(shownIn(plan))} onRemove={(at) => filter({ free: free.filter((_, place) => place !== at) })} />
    </fieldset>
  );
}

function Pairs({ plan }: { plan: Plan }) {
  const pairs = pairsSaid();
  const [before, setBefore] = useState("");
  const keep = (next: readonly (readonly [string, string])[]): void => filter({ before: next.map(([each]) => each), after: next.map(([, each]) => each) });
  const add = (after: string): void => {
    if (after) keep([...pairs, [before, after]]);
    setBefore("");
  };
  return (
    <fieldset class="schedule-pairs">
      <legend>{s("pairsSaid")}</legend>
      <div class="filters">
        <CourseSelect name="before" word={s("pairBefore")} plan={plan} value={before} onChoose={setBefore} />
        {before && <CourseSelect name="after" word={s("pairAfter")} plan={plan} without={[before]} value="" onChoose={add} />}
      </div>
      <Said texts={pairs.map((each) => each.map(shownIn(plan)).join(" → "))} onRemove={(at) => keep(pairs.filter((_, place) => place !== at))} />
    </fieldset>
  );
}

export function ScheduleForm({ plan }: { plan: Plan }) {
  // It stays as a person has it, also when the last thing said is taken back.
  const [isOpen] = useState(["weeks", "lock", "free", "before", "begin", "order"].some((each) => param(each) !== null));
  return (
    <details class="folded schedule-form" open={isOpen}>
      <summary>{s("scheduleMore")}</summary>
      <Weeks plan={plan} />
      <Locked plan={plan} />
      <Free plan={plan} />
      <Pairs plan={plan} />
      <Begins plan={plan} />
      <Unplaced plan={plan} />
      <Order />
    </details>
  );
}
