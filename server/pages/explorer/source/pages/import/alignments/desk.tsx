// The workbench of a table of alignments: what each row comes to, before anything is written.
import { useMemo } from "preact/hooks";
import { changed, language } from "../../../address";
import { Lined, column, numbers } from "../../../parts/lined";
import { Data, Mixed } from "../../../parts/small";
import { count, label, leading, t } from "../../../words";
import { w } from "../../../words/import";
import { type TableWord, tw } from "../../../words/alignment-table";
import type { Touched } from "../confirm";
import { Confirm } from "../confirming";
import { FileFacts } from "../facts";
import type { Job } from "../job";
import { editor } from "../../review/decisions";

const STATES = ["NEW", "CHANGED", "UNCHANGED", "OPEN", "CONFLICT", "REFUSED"] as const;
type State = (typeof STATES)[number];

interface Row {
  sheet: string;
  row: number;
  state: State;
  name: string;
  action: string | null;
  needs: string | null;
  read: { kind: string; role: string; strength: string };
  /** Left out by reports of before it was there. */
  before?: Readonly<Record<string, string | number | null>>;
  values: { rationale?: string | null; changeReason?: string | null };
  problems: readonly Told[];
  /** Left out by reports of before it was there. */
  notices?: readonly Told[];
}

interface Told {
  cell: string;
  rule: string;
  en: string;
  zh: string;
}

interface TableReport {
  file: { bytes: number };
  counts: Readonly<Record<State, number>>;
  sheetsNotRead: readonly string[];
  columnsNotRead: readonly string[];
  /** Left out by reports of before it was there. */
  touched?: readonly Touched[];
  rows: readonly Row[];
}

const ROWS_SHOWN = 200;
/** What stands in the way first. */
const order = (row: Row): number => (row.problems.length > 0 ? 0 : row.notices?.length ? 1 : 2);
const named = (state: State): string => tw(`rowState_${state}` as TableWord);

function Counts({ report: { counts, sheetsNotRead, columnsNotRead } }: { report: TableReport }) {
  const unread = [...sheetsNotRead, ...columnsNotRead];
  return (
    <>
      <dl class="facts-row">{STATES.map((each) => <div key={each}><dt>{named(each)}</dt><dd class="number">{count(counts[each])}</dd></div>)}</dl>
      <p class="fine">{tw("rowsLeft")}</p>
      {unread.length > 0 && <p class="fine">{leading(tw("rowsNotRead"))}<Data>{unread.join("; ")}</Data></p>}
    </>
  );
}

function Problems({ row: { problems, notices = [] } }: { row: Row }) {
  const said = [...problems, ...notices];
  return said.length === 0 ? null : <ul>{said.map((each) => <li key={`${each.cell} ${each.rule}`}><span class="code">{each.cell}</span> <Mixed>{language.value === "en" ? each.en : each.zh}</Mixed></li>)}</ul>;
}

const shownAs = (name: string, value: string | number | null): string => (value === null || value === "" ? tw("rowNothing") : name === "strength" ? String(value) : label(String(value)));

/** Kind, role and strength as they were read; of what the row changes, what the graph has comes first. */
const saidOf = ({ read, before = {} }: Row): string =>
  (["kind", "role", "strength"] as const)
    .map((name) => (name in before ? `${shownAs(name, before[name] ?? null)} → ${shownAs(name, read[name])}` : read[name] && shownAs(name, read[name])))
    .filter(Boolean)
    .join(" · ");

/** The reason that the row gives, where it is new or another, and why it is changed. */
function Why({ row: { state, before = {}, values } }: { row: Row }) {
  const rationale = (state === "NEW" || "rationale" in before) && values.rationale;
  return <>{rationale && <p class="fine">{leading(tw("rowRationale"))}<Data>{rationale}</Data></p>}{values.changeReason && <p class="fine">{leading(tw("rowChangeReason"))}<Data>{values.changeReason}</Data></p>}</>;
}

function Rows({ rows }: { rows: readonly Row[] }) {
  const shown = useMemo(() => [...rows].sort((a, b) => order(a) - order(b)).slice(0, ROWS_SHOWN), [rows]);
  if (rows.length === 0) return <p class="fine">{tw("rowsNothing")}</p>;
  return (
    <>
      <Lined label={tw("rowName")} columns={[numbers(tw("rowPlace")), column(tw("rowState")), column(tw("rowName")), column(tw("rowSays")), column(tw("rowNeeds")), column(w("problems"))]}>
        {shown.map((each) => (
          <tr key={`${each.sheet}!${each.row}`}>
            <td class="number">{each.row}</td>
            <td class="whole">{named(each.state)}{each.state === "CHANGED" && each.action && `${t("colon")}${tw(`rowAction_${each.action}` as TableWord)}`}</td>
            <td class="text"><Data>{each.name}</Data></td>
            <td class="text">{saidOf(each)}<Why row={each} /></td>
            <td class="needs">{each.needs?.replace("reviewer", tw("rowReviewer"))}</td>
            <td class="text"><Problems row={each} /></td>
          </tr>
        ))}
      </Lined>
      {rows.length > ROWS_SHOWN && <p class="fine">{tw("rowsShown", { a: ROWS_SHOWN, b: rows.length })}</p>}
    </>
  );
}

/** A table is written whole or not at all: with a row that a designer may not write, a reviewer confirms it. */
const OfReviewer = ({ rows }: { rows: number }) => (
  <section class="card" aria-labelledby="confirm-title">
    <h2 id="confirm-title">{w("step3")}</h2>
    <p class="row"><button type="button" class="button primary" disabled>{w("confirm")}</button> <span class="fine" role="status">{tw("rowsOfReviewer", { n: rows })}</span></p>
  </section>
);

/** Whether a designer may not write a row: only a reviewer may, or someone else who proposed it. */
const isOfOthers = ({ needs }: Row): boolean => needs !== null && editor.value?.role === "DESIGNER" && needs !== `reviewer / ${editor.value.name}`;

export function AlignmentsDesk({ job, onTurn }: { job: Job; onTurn: () => void }) {
  const report = useMemo(() => JSON.parse(job.report ?? "{}") as TableReport, [job.report]);
  const { NEW, CHANGED, CONFLICT, REFUSED } = report.counts;
  const wrong = CONFLICT + REFUSED;
  const rejected = report.rows.filter((each) => each.notices?.some(({ rule }) => rule === "rejected-before")).length;
  const reopened = report.rows.filter((each) => each.notices?.some(({ rule }) => rule === "no-longer-accepted")).length;
  const ofOthers = job.state === "CONFIRMED" ? 0 : report.rows.filter(isOfOthers).length;
  const own = report.rows.filter((each) => each.state === "NEW" || each.action === "REVISE").length;
  const isTakenOver = job.state !== "CONFIRMED" && editor.value !== null && job.editor !== editor.value.name;
  return (
    <>
      <section class="card" aria-labelledby="rows-title">
        <h2 id="rows-title">{tw("rowsTitle")}</h2>
        <Counts report={report} />
        {wrong > 0 && <p class="lead" role="alert">{tw("rowsWrong", { n: wrong })} <a class="button small" href={changed({ job: null })}>{tw("rowsAgain")}</a></p>}
        {wrong === 0 && reopened > 0 && <p class="lead" role="alert">{tw("rowsReopened", { n: reopened })}</p>}
        {wrong === 0 && rejected > 0 && <p class="lead" role="alert">{tw("rowsRejected", { n: rejected })}</p>}
        <Rows rows={report.rows} />
        <FileFacts file={null} job={job} />
      </section>
      {wrong === 0 && ofOthers > 0 && <OfReviewer rows={ofOthers} />}
      {wrong === 0 && ofOthers === 0 && NEW + CHANGED > 0 && <Confirm job={job} touched={report.touched} counts={[[named("NEW"), NEW], [named("CHANGED"), CHANGED]]} onTurn={onTurn}>{isTakenOver ? <p class="lead">{tw("rowsKeepAuthor", { who: job.editor })}</p> : own > 0 && editor.value?.role === "REVIEWER" && <p class="lead">{tw("rowsOwn", { n: own })}</p>}</Confirm>}
    </>
  );
}
