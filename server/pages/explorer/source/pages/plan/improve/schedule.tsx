// A proposal for the semesters of a plan: which courses would begin in another one, and how full each semester gets.
import SCHEDULE from "../../../documents/schedule-semesters.graphql";
import { Empty } from "../../../parts/answer";
import { Lined, column, numbers } from "../../../parts/lined";
import { Data } from "../../../parts/small";
import { count } from "../../../words";
import { i } from "../../../words/improve";
import { s } from "../../../words/schedule";
import { p } from "../../../words/plan";
import { BoardColumns } from "../board";
import { figureText } from "../figures";
import { labelOf } from "../same-names";
import type { Plan } from "../terms";
import { Conflicts } from "./conflicts";
import { moveInputs } from "./edit-input";
import type { Job } from "./job";
import { type Weeks, linesMoved, unlikeOf } from "./moved-lines";
import { Saving } from "./saving";
import { ScheduleForm, saidOfSchedule } from "./schedule-form";
import { NumberField, Worked, numberOf } from "./worked";

type Schedule = NonNullable<Job["schedule"]>;
const HOURS_MOST = 100;
const COURSES_MOST = 100;

const TENTHS = 10;
const rounded = (hours: number | null | undefined): number | null => (hours == null ? null : Math.round(hours * TENTHS) / TENTHS);

const Semesters = ({ schedule }: { schedule: Schedule }) => (
  <section class="card">
    <h3>{s("semesters")}</h3>
    <Lined label={s("semesters")} columns={[column(s("semester")), numbers(i("weeks")), column(s("weeksFrom")), numbers(s("weeklyNow")), numbers(s("weeklyThen"))]}>
      {schedule.semesters.map((each) => <tr key={each.semester}><th scope="row">{p("semesterOf", { n: each.semester })}</th><td class="number">{count(each.weeks)}</td><td>{s(`weeks_${each.weeksFrom}`)}</td><td class="number">{figureText(rounded(each.weeklyHoursNow))}</td><td class="number">{figureText(rounded(each.weeklyHours))}</td></tr>)}
    </Lined>
    <p class="fine">{s("weeklyBasis")}</p>
  </section>
);

/** Courses whose stated weekly hours are not those of the table: where they stand, a board adds up what is stated. */
function UnlikeStated({ plan, weeks }: { plan: Plan; weeks: Weeks }) {
  const unlike = unlikeOf(plan.courses, weeks);
  if (unlike.length === 0) return null;
  return (
    <details class="folded schedule-unlike">
      <summary>{s("unlike")} <span class="number">{count(unlike.length)}</span></summary>
      <p class="lead caution">{s("unlikeHelp")}</p>
      <ul class="plain-list">{unlike.map(({ line, term, stated, computed }) => <li key={`${line.id} ${term}`}><Data>{labelOf(line, plan.courses)}</Data> <span class="number">{s("unlikeFigures", { t: term, a: count(stated), b: count(computed) })}</span></li>)}</ul>
    </details>
  );
}

/** The course of an answer, as the form names it. */
function labelIn(plan: Plan, { course, line }: Schedule["courses"][number]): string {
  const found = plan.courses.find((each) => each.id === line);
  return found ? labelOf(found, plan.courses) : course;
}

const movesOf = ({ courses }: Schedule) => courses.filter((each) => each.semester != null && each.semester !== each.semesterNow);

const Moves = ({ plan, schedule }: { plan: Plan; schedule: Schedule }) => (
  <section class="card">
    <h3>{s("moves", { n: schedule.moves })}</h3>
    {schedule.moves === 0 && <p class="fine">{s("movesNone")}</p>}
    <ul class="plain-list">{movesOf(schedule).map((each) => <li key={each.course}><Data>{labelIn(plan, each)}</Data> <span class="number">{s("moveFromTo", { a: each.semesterNow, b: each.semester ?? "" })}</span></li>)}</ul>
    {schedule.examinations.length > 0 && <><h4>{s("examinations")}</h4><ul class="plain-list">{schedule.examinations.map((each) => <li key={each.certificate}><Data>{each.certificate}</Data> {p("inTerms", { t: each.semester })} <span class="fine"><Data>{each.courses.join("、")}</Data></span></li>)}</ul></>}
  </section>
);

/** Courses that stay, by the reason for which they do. */
function Held({ plan, schedule }: { plan: Plan; schedule: Schedule }) {
  const reasons = [...new Set(schedule.courses.map((each) => each.held))].filter((each) => each != null);
  const rows = [...reasons.map((reason) => [s(`held_${reason}`), schedule.courses.filter((each) => each.held === reason).map((each) => labelIn(plan, each))] as const), [s("leftOut"), schedule.leftOut] as const, [i("unknownNames"), schedule.unknown] as const];
  return <>{rows.filter(([, names]) => names.length > 0).map(([title, names]) => <details key={title} class="folded"><summary>{title} <span class="number">{count(names.length)}</span></summary><p class="lead"><Data>{names.join("、")}</Data></p></details>)}</>;
}

const Impossible = ({ schedule }: { schedule: Schedule }) => (
  <>
    <Empty title={s("impossible")}>{s("impossibleHelp")}</Empty>
    {schedule.shortages.length > 0 && <section class="card"><h3>{s("shortages")}</h3><ul class="plain-list">{schedule.shortages.map((each, at) => <li key={at}>{s("shortage", { a: each.first, b: each.last, h: count(each.hours), c: count(each.capacity) })}</li>)}</ul></section>}
  </>
);

function Proposal({ plan, schedule }: { plan: Plan; schedule: Schedule }) {
  const shift = new Map(movesOf(schedule).flatMap((each) => (each.line ? [[each.line, (each.semester ?? each.semesterNow) - each.semesterNow] as const] : [])));
  const weekly = new Map(schedule.semesters.map((each) => [String(each.semester), rounded(each.weeklyHours)]));
  const weeks = new Map(schedule.semesters.map((each) => [String(each.semester), each.weeks]));
  const then = { ...plan, courses: linesMoved(plan.courses, shift, weeks) };
  return (
    <>
      {schedule.isPossible ? (
        <>
          {schedule.moves > 0 && <p class={schedule.prerequisites === 0 ? "banner schedule-order-kept" : "fine schedule-order-kept"} role="note">{schedule.prerequisites === 0 ? i(schedule.unknown.length > 0 ? "noOrderMatched" : "noOrder") : s("orderKept", { n: count(schedule.prerequisites) })}</p>}
          <div class="columns"><Semesters schedule={schedule} /><Moves plan={plan} schedule={schedule} /></div>
          <h3>{s("boardThen")}</h3>
          <BoardColumns plan={then} shift={shift} weekly={weekly} />
          <UnlikeStated plan={then} weeks={weeks} />
          {shift.size > 0 && <section class="card"><Saving plan={plan} edits={moveInputs(shift, plan, weeks)} reason={s("scheduleReason")} view="board" help="scheduleHelp" none={s("movesNone")} /></section>}
        </>
      ) : <Impossible schedule={schedule} />}
      <Conflicts conflicts={schedule.conflicts} lead={s("conflictsOfSchedule")} />
      <Held plan={plan} schedule={schedule} />
    </>
  );
}

export function ScheduleView({ plan }: { plan: Plan }) {
  const [weekly, courses] = [numberOf("weekly", 1, HOURS_MOST), numberOf("courses", 1, COURSES_MOST)];
  const fields = (
    <><div class="filters">
      <NumberField name="weekly" word={s("weeklyMost")} value={weekly} least={1} most={HOURS_MOST} />
      <NumberField name="courses" word={s("coursesMost")} value={courses} least={1} most={COURSES_MOST} />
    </div><ScheduleForm plan={plan} /></>
  );
  return (
    <>
      <h2>{s("scheduleTitle")}</h2>
      <Worked kind="SCHEDULE" plan={plan.id} mutation={SCHEDULE} lead={s("scheduleLead")} button={s("scheduleAsk")} fields={fields} input={{ plan: plan.id, weeklyHoursMost: weekly, coursesMost: courses, ...saidOfSchedule() }}>
        {({ schedule }) => schedule && <Proposal plan={plan} schedule={schedule} />}
      </Worked>
    </>
  );
}

