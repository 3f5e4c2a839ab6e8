// The courses of a plan by module, each with its place in the document and the doubts about its row.
import { useState } from "preact/hooks";
import { filter, param } from "../../../address";
import { csvOf, save, tableOf } from "../../../parts/figure";
import { later } from "../../../parts/later";
import { Lined, column, numbers } from "../../../parts/lined";
import { Data } from "../../../parts/small";
import { count, label, listed, t } from "../../../words";
import { cw } from "../../../words/correcting";
import { named, w } from "../../../words/import";
import { Opener, Others, Value, isInWeeks, isLeftOut, itemOf, rowOf } from "./correct";
import { FIGURES, UNSTATED, figureText, intervalText } from "./figures";
import { PlaceTag, placeText } from "./places";
import { type Line, type Module, type Plan, type Remark, asWritten, isOfLine } from "./report";

/** Few lines are corrected. */
const LineForm = later(async () => (await import("./line-form")).LineForm);
const ANY_TERM = "*";
const COLUMNS = 10;
type Doubts = ReadonlyMap<Line, readonly (readonly ["problems" | "guesses", Remark])[]>;

function doubtsOf(plan: Plan): Doubts {
  const found = new Map<Line, (readonly ["problems" | "guesses", Remark])[]>();
  for (const line of plan.lines) {
    const remarks = (["problems", "guesses"] as const).flatMap((kind) => plan[kind].filter((each) => !each.isSettled && isOfLine(each, line)).map((each) => [kind, each] as const));
    if (remarks.length > 0) found.set(line, remarks);
  }
  return found;
}

/** A term is a semester, or with an S the summer after it. */
const termText = (term: string): string => (term.endsWith("S") ? w("summer", { n: term.slice(0, -1) }) : term);

function termsText({ semesters, summerTerms, alternatives }: Line): string {
  const terms = [...semesters.map(String), ...summerTerms.map((each) => termText(`${each}S`))];
  const others = alternatives.length > 0 ? w("orTerm", { terms: listed(alternatives.map(String)) }) : "";
  return [listed(terms), others].filter(Boolean).join(" ") || UNSTATED;
}

const byTerm = <Value,>(values: Readonly<Record<string, Value>>, shown: (value: Value) => string): string =>
  Object.entries(values).map(([term, value]) => (term === ANY_TERM ? shown(value) : `${termText(term)}: ${shown(value)}`)).join(" · ");

const weeksText = ({ durationWeeks }: Line): string => (durationWeeks === null ? "" : w("weeks", { n: asWritten("weeks", durationWeeks) }));

interface Row {
  /** As the document says it; corrections stand next to it. */
  line: Line;
  /** The plan as the document says it. */
  read: Plan;
  item: string;
  isCounted: boolean;
  doubts: readonly (readonly ["problems" | "guesses", Remark])[];
}

function LineRow({ line, read, item, isCounted, doubts }: Row) {
  const [isOpen, setIsOpen] = useState(false);
  /** The focus goes back to the button that opened the form. */
  const close = (): void => {
    document.querySelector<HTMLElement>(`#${rowOf(line)} .place-button`)?.focus();
    setIsOpen(false);
  };
  return (
    <>
    <tr id={rowOf(line)} class={isCounted ? "" : "not-counted"}>
      <td><PlaceTag place={line.place} /></td>
      <th scope="row"><Value item={item} field="name"><Data>{line.name}</Data></Value>{line.code && <span class="fine"> {line.code}</span>}
        <Others item={item} line={line} plan={read} />
        {isLeftOut(item) ? <span class="tag by-hand">{cw("lineLeftOut")}</span> : !isCounted && <span class="tag">{w("notCounted")}</span>}
        {line.group !== null && <span class="tag">{w("inGroup", { n: line.group })}{line.option && <> <Data>{line.option}</Data></>}</span>}
        {doubts.map(([kind, each], at) => <span key={at} class={`tag doubt-${kind}`}>{w(`doubt_${kind}`)}{t("colon")}<Data>{each.subject}</Data></span>)}
        {" "}<Opener line={line} isOpen={isOpen} onTurn={() => setIsOpen(!isOpen)} />
      </th>
      <td><Value item={item} field="courseNature">{line.nature ? named(line.nature) : line.natureText ? <Data>{line.natureText}</Data> : UNSTATED}</Value></td>
      <td class="number"><Value item={item} field="credits">{figureText("credits", line.credits)}</Value></td>
      <td class="number"><span>{!isInWeeks(line) && <Value item={item} field="hours">{figureText("hours", line.hours)}</Value>}{!isInWeeks(line) && weeksText(line) && <br />}{weeksText(line) && <Value item={item} field="durationWeeks">{weeksText(line)}</Value>}</span></td>
      <td class="number"><Value item={item} field="theoryHours">{figureText("hours", line.theoryHours)}</Value> / <Value item={item} field="practiceHours">{figureText("hours", line.practiceHours)}</Value></td>
      <td><Value item={item} field="terms">{termsText(line)}</Value></td>
      <td><Value item={item} field="weeklyHours">{byTerm(line.weeklyHours, (each) => count(asWritten("weeklyHours", each))) || UNSTATED}</Value></td>
      <td><Value item={item} field="assessment">{byTerm(line.assessment, named) || UNSTATED}</Value></td>
      <td class="text">{line.remark ? <Data>{line.remark}</Data> : UNSTATED}</td>
    </tr>
    {isOpen && <tr class="correcting"><td colSpan={COLUMNS}><LineForm item={item} line={line} plan={read} onClose={close} /></td></tr>}
    </>
  );
}

const takenText = ({ taken }: Module): string =>
  listed(FIGURES.slice(0, 2).flatMap((each) => (taken[each] ? [`${w(each)} ${intervalText(each, taken[each])}`] : [])));

interface Section {
  module: Module;
  depth: number;
  lines: readonly Line[];
}

/** Modules in the order of the plan, those below a module after it. */
const sectionsOf = (module: Module, plan: Plan, depth = 0): Section[] => [
  { module, depth, lines: module.lines.flatMap((each) => plan.lines[each - 1] ?? []) },
  ...module.parts.flatMap((each) => sectionsOf(each, plan, depth + 1)),
];

interface Shown {
  section: Section;
  doubts: Doubts;
  read: Plan;
  number: number;
}

function SectionRows({ section: { module, depth, lines }, doubts, read, number }: Shown) {
  const name = module.name || (depth === 0 ? w("noModule") : UNSTATED);
  return (
    <tbody>
      <tr class={`module-row depth-${Math.min(depth, 3)}`}><th scope="rowgroup" colSpan={COLUMNS}><Data>{name}</Data>{module.module && label(module.module) !== name && <> <span class="tag">{label(module.module)}</span></>} <span class="fine number">{depth > 0 && takenText(module)}</span></th></tr>
      {lines.map((each) => <LineRow key={each.number} line={read.lines[each.number - 1] ?? each} read={read} item={itemOf(number, each)} isCounted={each.isCounted} doubts={doubts.get(each) ?? []} />)}
    </tbody>
  );
}

const CSV_COLUMNS = ["place", "code", "name", "moduleText", "module", "nature", "credits", "hours", "theoryHours", "practiceHours", "semesters", "isCounted", "remark"] as const;

/** The lines under the names of the report, and credits as the document writes them; unknown stays empty. */
function saveLines(plan: Plan): void {
  const rows = plan.lines.map((each) => ({ ...each, place: placeText(each.place), credits: each.credits === null ? null : asWritten("credits", each.credits), semesters: each.semesters.join(" "), isCounted: String(each.isCounted) }));
  save("training-plan.csv", new Blob([csvOf(tableOf(CSV_COLUMNS, rows))], { type: "text/csv" }));
}

const NUMBERS = new Set(["credits", "hours", "theoryPractice"]);

/** The lines in the modules that corrections put them in, each as it was read with what was corrected next to it. */
export function Lines({ plan, read, number }: { plan: Plan; read: Plan; number: number }) {
  const doubts = doubtsOf(plan);
  const isOnlyDoubts = param("only") === "remarks";
  const sections = sectionsOf(plan.tree, plan)
    .map((each) => (isOnlyDoubts ? { ...each, lines: each.lines.filter((line) => doubts.has(line)) } : each))
    .filter(({ module, lines, depth }) => lines.length > 0 || (!isOnlyDoubts && depth > 0 && module.parts.length > 0));
  const heads = ["place", "course", "nature", "credits", "hours", "theoryPractice", "term", "weeklyHours", "assessment", "remark"] as const;
  return (
    <section class="card plan-lines">
      <h2>{w("lines")} <span class="number fine">{count(plan.lines.length)}</span></h2>
      <p class="lead">{w("linesLead")}</p>
      <div class="row only-doubts"><label class="check"><input type="checkbox" checked={isOnlyDoubts} onChange={(event) => filter({ only: event.currentTarget.checked ? "remarks" : null })} />{w("onlyRemarks")} <span class="number fine" role="status">{count(doubts.size)}</span></label><button type="button" class="button small" onClick={() => saveLines(plan)}>CSV</button></div>
      {sections.length === 0 ? <p class="fine">{w("linesNone")}</p> : (
        <Lined label={w("lines")} isGrouped columns={heads.map((each) => (NUMBERS.has(each) ? numbers : column)(w(each)))}>
          {sections.map((each, at) => <SectionRows key={at} section={each} doubts={doubts} read={read} number={number} />)}
        </Lined>
      )}
    </section>
  );
}
