// The workbench of a training plan: its head and figures, doubts, every line with its place, totals, choices, certificates.
import { useMemo } from "preact/hooks";
import { filter, param } from "../../../address";
import { later } from "../../../parts/later";
import { Data, Select } from "../../../parts/small";
import { count } from "../../../words";
import { takenText } from "../../../words/columns";
import { cw } from "../../../words/correcting";
import { named, w } from "../../../words/import";
import { editor } from "../../review/decisions";
import type { Counts } from "../confirm";
import { Confirm } from "../confirming";
import { useCorrected } from "../corrected";
import { corrections, takeUp } from "../corrections";
import { Facts, FileFacts } from "../facts";
import type { Job } from "../job";
import { Remarks } from "../remarks";
import { Certificates, Groups, Texts } from "./choices";
import { LineCorrections, ToLine, isLeftOut, itemOf } from "./correct";
import { FIGURES, intervalText } from "./figures";
import { Lines } from "./lines";
import { PlaceTag } from "./places";
import { type Plan, type PlanReport, type Remark, isOfLine } from "./report";
import { Totals } from "./totals";

/** Where a remark stands, and the way to the line that it is about. */
const placeOf = ({ lines }: Plan) => (remark: Remark) => {
  const line = lines.find((each) => isOfLine(remark, each));
  return remark.place && <><PlaceTag place={remark.place} /> {line && <ToLine line={line} />}</>;
};
const markOf = ({ isSettled }: Remark) => isSettled && <span class="tag by-hand">{cw("byHand")}</span>;
const nameOf = ({ head }: Plan): string => [head.majorName ?? w("unnamed"), head.grade].filter(Boolean).join(" ");

function Head({ plan: { head } }: { plan: Plan }) {
  return (
    <Facts facts={[
      [w("college"), head.college], [w("major"), head.majorName], [w("majorCode"), head.majorCode], [w("grade"), head.grade],
      [w("education"), head.educationLevel === null ? null : named(head.educationLevel)], [w("years"), head.durationYears], [w("educationForm"), head.educationForm], [w("hoursPerWeek"), head.hoursPerWeek],
    ]} />
  );
}

/** Few look at how each column was read. */
const Columns = later(async () => (await import("./columns")).Columns);

function Taken({ plan }: { plan: Plan }) {
  return (
    <section class="card">
      <h2>{w("figures")}</h2>
      <p class="lead">{w("figuresLead")}</p>
      <dl class="plan-figures">
        {FIGURES.map((each) => <div key={each}><dt>{w(each)}</dt><dd class="number">{plan.tree.taken[each] ? intervalText(each, plan.tree.taken[each]) : w("unknownFigure")}</dd></div>)}
        <div><dt>{w("countedLines")}</dt><dd class="number">{count(plan.lines.filter((each) => each.isCounted).length)}</dd></div>
      </dl>
    </section>
  );
}

/** What confirming writes, of all plans of the document. */
const countsOf = ({ plans }: PlanReport): Counts => [
  [w("plan"), plans.length],
  [w("lines"), plans.reduce((sum, { lines }, at) => sum + lines.filter((each) => !isLeftOut(itemOf(at + 1, each))).length, 0)],
  [w("groups"), plans.reduce((sum, each) => sum + each.groups.length, 0)],
  [w("certificates"), plans.reduce((sum, each) => sum + each.certificates.length, 0)],
];

const planIn = (text: string | null | undefined): PlanReport => JSON.parse(text ?? "{}") as PlanReport;

export function PlanDesk({ job: reported, onTurn }: { job: Job; onTurn: () => void }) {
  useMemo(() => takeUp(reported, editor.value?.name ?? "", reported.state === "CONFIRMED"), [reported, editor.value]);
  const given = [...corrections.value.values()];
  const job = useCorrected(reported, given);
  const asRead = useMemo(() => planIn(reported.report), [reported.report]);
  const report = useMemo(() => planIn(job.report), [job.report]);
  const number = Math.min(Math.max(Number(param("plan")) || 1, 1), report.plans.length);
  const plan = report.plans[number - 1];
  const read = asRead.plans[number - 1];
  if (!plan || !read) return <p class="fine">{w("linesNone")}</p>;
  return (
    <>
      {report.plans.length > 1 && <div class="filters"><Select name={w("plan")} value={String(number)} options={report.plans.map((each, at) => [String(at + 1), w("planOf", { n: at + 1, name: nameOf(each) })])} onChoose={(value) => filter({ plan: value, only: null })} /></div>}
      <section class="card">
        <h2><Data>{nameOf(plan)}</Data></h2>
        <Head plan={plan} />
        <FileFacts file={report.file} job={job} />
      </section>
      <div class="columns"><Remarks report={plan} place={placeOf(plan)} takenText={takenText} mark={markOf} /><div><Taken plan={plan} /><Certificates plan={plan} /></div></div>
      <Columns key={number} plan={plan} isOwn={job.editor === editor.value?.name} />
      <Lines key={number} plan={plan} read={read} number={number} />
      <div class="columns"><Totals plan={plan} /><Groups plan={plan} /></div>
      <Texts plan={plan} />
      {job.state === "CONFIRMED" && given.length > 0 && <section class="card"><LineCorrections plans={asRead.plans} /></section>}
      <Confirm job={job} counts={countsOf(report)} onTurn={onTurn} corrections={given}><LineCorrections plans={asRead.plans} /></Confirm>
    </>
  );
}
