// The courses of a plan by module, each with its place in the document and the doubts about its row.
import { filter, param } from "../../../address";
import { csvOf, save, tableOf } from "../../../parts/figure";
import { Lined, column, numbers } from "../../../parts/lined";
import { Data } from "../../../parts/small";
import { count, label, listed } from "../../../words";
import { named, w } from "../../../words/import";
import { FIGURES, UNSTATED, figureText, intervalText } from "./figures";
import { PlaceTag, placeText } from "./places";
import { type Line, type Module, type Plan, type Remark, asWritten, isOfLine } from "./report";

const ANY_TERM = "*";
const COLUMNS = 10;
type Doubts = ReadonlyMap<Line, readonly (readonly ["problems" | "guesses", Remark])[]>;

function doubtsOf(plan: Plan): Doubts {
  const found = new Map<Line, (readonly ["problems" | "guesses", Remark])[]>();
  for (const line of plan.lines) {
    const remarks = (["problems", "guesses"] as const).flatMap((kind) => plan[kind].filter((each) => isOfLine(each, line)).map((each) => [kind, each] as const));
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

const parts = (line: Line): string =>
  line.theoryHours === null && line.practiceHours === null ? UNSTATED : `${figureText("hours", line.theoryHours)} / ${figureText("hours", line.practiceHours)}`;

const hoursText = (line: Line): string =>
  line.hours === null && line.durationWeeks !== null ? w("weeks", { n: line.durationWeeks }) : figureText("hours", line.hours);

function LineRow({ line, doubts }: { line: Line; doubts: readonly (readonly ["problems" | "guesses", Remark])[] }) {
  return (
    <tr class={line.isCounted ? "" : "not-counted"}>
      <td><PlaceTag place={line.place} /></td>
      <th scope="row"><Data>{line.name}</Data>{line.code && <span class="fine"> {line.code}</span>}
        {!line.isCounted && <span class="tag">{w("notCounted")}</span>}
        {line.group !== null && <span class="tag">{w("inGroup", { n: line.group })}{line.option && <> <Data>{line.option}</Data></>}</span>}
        {doubts.map(([kind, each], at) => <span key={at} class={`tag doubt-${kind}`}>{w(kind)}: <Data>{each.subject}</Data></span>)}
      </th>
      <td>{line.nature ? named(line.nature) : line.natureText ? <Data>{line.natureText}</Data> : UNSTATED}</td>
      <td class="number">{figureText("credits", line.credits)}</td>
      <td class="number">{hoursText(line)}</td>
      <td class="number">{parts(line)}</td>
      <td>{termsText(line)}</td>
      <td>{byTerm(line.weeklyHours, (each) => count(asWritten("weeklyHours", each))) || UNSTATED}</td>
      <td>{byTerm(line.assessment, named) || UNSTATED}</td>
      <td class="text" lang="zh-CN">{line.remark ?? ""}</td>
    </tr>
  );
}

const takenText = ({ taken }: Module): string =>
  FIGURES.slice(0, 2).map((each) => taken[each] && `${w(each)} ${intervalText(each, taken[each])}`).filter(Boolean).join(", ");

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

function SectionRows({ section: { module, depth, lines }, doubts }: { section: Section; doubts: Doubts }) {
  const name = module.name || (depth === 0 ? w("noModule") : UNSTATED);
  return (
    <tbody>
      <tr class={`module-row depth-${Math.min(depth, 3)}`}><th scope="rowgroup" colSpan={COLUMNS}><Data>{name}</Data>{module.module && label(module.module) !== name && <> <span class="tag">{label(module.module)}</span></>} <span class="fine number">{depth > 0 && takenText(module)}</span></th></tr>
      {lines.map((each) => <LineRow key={each.number} line={each} doubts={doubts.get(each) ?? []} />)}
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

export function Lines({ plan }: { plan: Plan }) {
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
      <div class="row"><label class="check"><input type="checkbox" checked={isOnlyDoubts} onChange={(event) => filter({ only: event.currentTarget.checked ? "remarks" : null })} />{w("onlyRemarks")} <span class="number fine" role="status">{count(doubts.size)}</span></label><button type="button" class="button small" onClick={() => saveLines(plan)}>CSV</button></div>
      {sections.length === 0 ? <p class="fine">{w("linesNone")}</p> : (
        <Lined label={w("lines")} isGrouped columns={heads.map((each) => (NUMBERS.has(each) ? numbers : column)(w(each)))}>
          {sections.map((each, at) => <SectionRows key={at} section={each} doubts={doubts} />)}
        </Lined>
      )}
    </section>
  );
}
