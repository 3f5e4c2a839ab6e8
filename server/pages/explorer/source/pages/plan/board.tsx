// The courses of a plan by semester: credits, weekly hours and examinations, and how much a semester holds.
import { useAnswer } from "../../api";
import WEEKS from "../../documents/plan-weeks.graphql";
import type { PlanWeeksQuery, PlanWeeksQueryVariables } from "../../generated/answers";
import { Empty } from "../../parts/answer";
import { Data } from "../../parts/small";
import { count, sentences, t } from "../../words";
import { coded, p } from "../../words/plan";
import { token } from "../review/decisions";
import { type WeekFigure, derivedWeekly, hasSilent, isSilent } from "./derived-weekly";
import { groupText, spanText, termText } from "./figures";
import { type Group, type Placed, type Plan, type Shift, type Term, creditsOf, termsOf, weeklyOf } from "./terms";

/** Credits are of the whole course, however many terms it runs. */
const creditsText = ({ credits, terms }: Placed["line"]): string =>
  credits == null ? p("creditsSilent") : p(terms.length > 1 ? "creditsInAll" : "creditsOf", { n: count(credits) });
/** What runs in whole weeks has no weekly hours to state. */
function weeklyText({ line, weekly, weeks, hours }: Placed): string {
  if (weekly !== null) return p("weeklyOf", { n: count(weekly) });
  if (weeks === null) return hours === null ? p("weeklySilent") : p("hoursOfTerm", { n: count(hours) });
  return p(line.terms.length > 1 && line.termWeeks.length === 0 ? "weeksInAll" : "weeks", { n: count(weeks) });
}


const Course = ({ placed, placed: { line, examination, isPerhaps }, by }: { placed: Placed; by: number }) => (
  <li class={`board-course${line.isCounted === false ? " not-counted" : ""}${by === 0 ? "" : " moved"}`}>
    <Data>{line.name}</Data>
    <span class="fine">{creditsText(line)} · {weeklyText(placed)}</span>
    <span class="row">
      {examination && <span class={`tag ${examination === "EXAM" ? "exam" : ""}`}>{examination === "EXAM" || examination === "CHECK" ? coded("", examination) : <Data>{examination}</Data>}</span>}
      {line.option && <span class="tag"><Data>{line.option}</Data></span>}
      {by !== 0 && <span class="tag moved-tag">{p(by > 0 ? "movedLater" : "movedEarlier", { n: Math.abs(by) })}</span>}
      {isPerhaps && <span class="tag">{p("perhaps")}</span>}
      {line.isCounted === false && <span class="tag">{p("notCounted")}</span>}
    </span>
  </li>
);

/** What is chosen from: framed, with how much of it is taken in the whole plan. */
function GroupBox({ group, rows, plan, shift }: { group: Group; rows: readonly Placed[]; plan: Plan; shift: Shift }) {
  const lines = plan.courses.filter((each) => each.group?.id === group.id);
  return (
    <li class="board-group">
      <p><b>{p("groupLine", { n: group.number })}</b> {groupText(group, lines)}</p>
      <p class="fine number">{p("credits")} {spanText(creditsOf(group, lines))}</p>
      <ul>{rows.map((each, at) => <Course key={at} placed={each} by={shift.get(each.line.id) ?? 0} />)}</ul>
    </li>
  );
}

const isExam = ({ examination }: Placed): boolean => examination === "EXAM" || (examination ?? "").startsWith("考试");

/** How many are examined; those of which the plan does not say so are named, not counted as none. */
function examsText(rows: readonly Placed[]): string {
  const silent = rows.filter((each) => each.examination === null).length;
  const said = silent < rows.length ? [p("examsOf", { n: rows.filter(isExam).length })] : [];
  return [...said, ...(silent > 0 ? [p("examsSilent", { n: silent })] : [])].join(" · ");
}

const Sums = ({ term, weekly, derived }: { term: Term; weekly: string; derived: string | null }) => (
  <dl class="board-sums">
    <div><dt>{p("weekly")}</dt><dd class="number">{weekly}{derived !== null && <span class="fine derived"> {p("weeklyDerived", { n: derived })}</span>}</dd></div>
    <div><dt class="hidden-text">{p("EXAM")}</dt><dd>{examsText(term.rows)}</dd></div>
  </dl>
);

interface Shown {
  plan: Plan;
  /** Of a proposal: how much later a line begins than it does now. */
  shift?: Shift;
  /** Of a proposal: the weekly hours of each semester. */
  weekly?: ReadonlyMap<string, number | null>;
  /** The week table of the plan, once it is known: with it, what the plan leaves out is derived. */
  weekTable?: readonly WeekFigure[] | null;
}

const TENTHS = 10;
const inTenths = (value: number): number => Math.round(value * TENTHS) / TENTHS;

/** What the plan leaves out, derived of its hours; null: it leaves nothing out, or the hours are not known either. */
function derivedOfTerm(term: Term, { plan, weekly, weekTable }: Shown): string | null {
  if (weekly || !weekTable || term.name === null || term.name.endsWith("S") || !isSilent(term, plan)) return null;
  const { least, most } = derivedWeekly(term, plan, weekTable);
  return most === null ? null : spanText({ least: inTenths(least), most: inTenths(most) });
}

function weeklyOfTerm(term: Term, { plan, weekly }: Shown): string {
  const proposed = weekly?.get(term.name ?? "");
  if (weekly) return proposed == null ? p("unknownFigure") : count(proposed);
  return spanText(weeklyOf(term, plan));
}

function TermColumn({ term, shown }: { term: Term; shown: Shown }) {
  const { plan, shift = new Map() } = shown;
  const title = term.name === null ? p("noTerm") : termText(term.name);
  const groups = plan.groups.map((group) => ({ group, rows: term.rows.filter((each) => each.line.group?.id === group.id) })).filter(({ rows }) => rows.length > 0);
  return (
    <section class={`board-term${term.name === null ? " dotted" : ""}`} aria-label={title}>
      <h3>{title}</h3>
      <p class="fine">{p("coursesOf", { n: term.rows.length })}</p>
      {term.rows.length === 0 ? <p class="fine">{p("termEmpty")}</p> : term.name !== null && <Sums term={term} weekly={weeklyOfTerm(term, shown)} derived={derivedOfTerm(term, shown)} />}
      <ul>
        {term.rows.filter((each) => !each.line.group).map((each, at) => <Course key={at} placed={each} by={shift.get(each.line.id) ?? 0} />)}
        {groups.map(({ group, rows }) => <GroupBox key={group.id} group={group} rows={rows} plan={plan} shift={shift} />)}
      </ul>
    </section>
  );
}

export const BoardColumns = (shown: Shown) => (
  <div class="scroll board" role="region" aria-label={p("view_board")} tabIndex={0}>
    {termsOf(shown.plan.courses).map((each) => <TermColumn key={each.name ?? ""} term={each} shown={shown} />)}
  </div>
);

export function Board({ plan }: { plan: Plan }) {
  const isOpen = hasSilent(plan);
  const { data } = useAnswer<PlanWeeksQuery, PlanWeeksQueryVariables>(WEEKS, isOpen ? { id: plan.id } : null, token.value);
  const weekTable = data?.node?.__typename === "TrainingPlan" ? data.node.weekTable.nodes : null;
  if (plan.courses.length === 0) return <section class="card dotted"><Empty title={p("boardNone")}>{t("planNoCoursesHelp")}</Empty></section>;
  return (
    <section>
      <h2 class="hidden-text">{p("view_board")}</h2>
      <p class="lead">{sentences(p("boardLead"), isOpen ? p("boardDerived") : "")}</p>
      <BoardColumns plan={plan} weekTable={weekTable} />
    </section>
  );
}
