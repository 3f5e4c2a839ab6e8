// The lines of a plan by the term in which they run, and what a student takes of a term: at least and at most.
import type { PlanPageQuery } from "../../generated/answers";

export type Plan = Extract<NonNullable<PlanPageQuery["node"]>, { __typename: "TrainingPlan" }>;
export const isDraft = ({ status }: Pick<Plan, "status">): boolean => status === "DRAFT";
export type Line = Plan["courses"][number];
export type Group = Plan["groups"][number];

/** The least and the most; null: no upper bound is known. */
export interface Span {
  least: number;
  most: number | null;
}

export interface Placed {
  line: Line;
  /** It runs here or in another term, which the plan leaves open. */
  isPerhaps: boolean;
  weekly: number | null;
  /** Of a line in whole weeks: how many of them are in this term, or in all where the plan says no more. */
  weeks: number | null;
  /** Of the whole term, where the plan states those instead of weekly hours. */
  hours: number | null;
  examination: string | null;
}

export interface Term {
  /** A semester, "3", or the summer after one, "2S"; null: the plan does not say when. */
  name: string | null;
  rows: readonly Placed[];
}

const ANY_TERM = "*";
/** How gathered lines state weekly hours by semester. */
const AS_GATHERED = /^\d+: [\d.]+(; \d+: [\d.]+)*$/;

const byTerm = (texts: readonly string[]): Map<string, string> => new Map(texts.map((each) => each.split(": ") as [string, string]));
const valueIn = (values: ReadonlyMap<string, string>, term: string): string | null => values.get(term) ?? values.get(ANY_TERM) ?? null;

const gathered = (line: Line): string[] => (line.terms.length === 0 && AS_GATHERED.test(line.semesterText ?? "") ? (line.semesterText ?? "").split("; ") : []);

/** How many semesters later a line begins, by its id. */
export type Shift = ReadonlyMap<string, number>;

const later = (term: string, by: number): string => (term === ANY_TERM ? term : `${Number.parseInt(term, 10) + by}${term.endsWith("S") ? "S" : ""}`);
const laterAll = (texts: readonly string[], by: number): string[] => texts.map((each) => each.replace(/^[^:]+/, (term) => later(term, by)));

/** A line as it would be, all its terms later by as many semesters. */
const shifted = (line: Line, by: number): Line =>
  by === 0 ? line : { ...line, terms: laterAll(line.terms, by), alternativeTerms: laterAll(line.alternativeTerms, by), weeklyHours: laterAll(line.weeklyHours, by), termWeeks: laterAll(line.termWeeks, by), termHours: laterAll(line.termHours, by), assessment: laterAll(line.assessment, by), semesterText: laterAll(gathered(line), by).join("; ") || line.semesterText };

export type TermValues = Pick<Line, "terms" | "alternativeTerms" | "weeklyHours" | "termWeeks" | "termHours" | "assessment">;

/** What a line says term by term, all of it later by as many semesters; only what it says at all. */
export function termsLater(line: Line, by: number): Partial<TermValues> {
  const { terms, alternativeTerms, weeklyHours, termWeeks, termHours, assessment } = line;
  const own = gathered(line);
  const stated = { terms: [...terms, ...own.map((each) => each.split(":")[0] ?? "")], alternativeTerms, weeklyHours: weeklyHours.length > 0 ? weeklyHours : own, termWeeks, termHours, assessment };
  return Object.fromEntries(Object.entries(stated).filter(([, texts]) => texts.length > 0).map(([name, texts]) => [name, laterAll(texts, by)]));
}

function placesOf(line: Line): [string | null, Placed][] {
  const asGathered = gathered(line);
  const weekly = byTerm([...line.weeklyHours, ...asGathered]);
  const weeks = byTerm(line.termWeeks);
  const inTerm = byTerm(line.termHours);
  const examinations = byTerm(line.assessment);
  const terms = [...line.terms, ...asGathered.map((each) => each.split(":")[0] ?? "")];
  const placed = (term: string, isPerhaps: boolean): Placed => {
    const perWeek = valueIn(weekly, term);
    const hours = valueIn(inTerm, term);
    return { line, isPerhaps, weekly: perWeek === null ? null : Number(perWeek), hours: hours === null ? null : Number(hours), weeks: line.durationWeeks == null ? null : Number(valueIn(weeks, term) ?? line.durationWeeks), examination: valueIn(examinations, term) ?? line.examination ?? null };
  };
  const isOpen = line.alternativeTerms.length > 0;
  const all = [...terms.map((each) => [each, placed(each, isOpen)] as const), ...line.alternativeTerms.map((each) => [each, placed(each, true)] as const)];
  return all.length > 0 ? all.map(([term, each]) => [term, each]) : [[null, placed(ANY_TERM, false)]];
}

const HALF = 0.5;
/** Semesters in order, each before its summer. */
const orderOf = (name: string | null): number => (name === null ? Infinity : Number.parseInt(name, 10) + (name.endsWith("S") ? HALF : 0));

/** Every semester up to the last that has a course, so that an empty one is seen; then what has no term. */
export function termsOf(lines: readonly Line[], shift: Shift = new Map()): Term[] {
  const rows = new Map<string | null, Placed[]>();
  for (const line of lines) for (const [term, placed] of placesOf(shifted(line, shift.get(line.id) ?? 0))) rows.set(term, [...(rows.get(term) ?? []), placed]);
  const last = Math.max(0, ...[...rows.keys()].filter((each) => each !== null).map((each) => Number.parseInt(each, 10)));
  for (let term = 1; term <= last; term += 1) if (!rows.has(String(term))) rows.set(String(term), []);
  return [...rows].sort(([one], [other]) => orderOf(one) - orderOf(other)).map(([name, placed]) => ({ name, rows: placed }));
}

const exactly = (value: number | null): Span => (value === null ? { least: 0, most: null } : { least: value, most: value });
export const sum = (spans: readonly Span[]): Span => ({
  least: spans.reduce((all, each) => all + each.least, 0),
  most: spans.some((each) => each.most === null) ? null : spans.reduce((all, each) => all + (each.most ?? 0), 0),
});

type Figure<Row> = (row: Row) => number | null;

/** Of a number of options: the smallest that many, and the largest. */
function ofOptions(sums: readonly Span[], choose: number): Span {
  const taken = Math.min(choose, sums.length);
  const least = sums.map((each) => each.least).sort((a, b) => a - b).slice(0, taken);
  const most = sums.map((each) => each.most);
  const largest = most.filter((each) => each !== null).sort((a, b) => b - a).slice(0, taken);
  return { least: least.reduce((a, b) => a + b, 0), most: largest.length < taken || most.includes(null) ? null : largest.reduce((a, b) => a + b, 0) };
}

/** What is taken of the rows of one group. Where credits are chosen, any of the rows may be left out, and all may be taken. */
function ofGroup<Row>(group: Group, rows: readonly Row[], lineOf: (row: Row) => Line, figure: Figure<Row>): Span {
  const [first] = rows;
  // Alternatives share the figures of one cell, which is that of the first line.
  if (group.kind === "ALTERNATIVES") return first === undefined ? exactly(0) : exactly(figure(first));
  if (group.kind === "CHOOSE_CREDITS") return { least: 0, most: sum(rows.map((each) => exactly(figure(each)))).most };
  const options = new Map<string, Span[]>();
  for (const row of rows) {
    const { id, option } = lineOf(row);
    options.set(option ?? id, [...(options.get(option ?? id) ?? []), exactly(figure(row))]);
  }
  // Options that have no row here are chosen in place of those that have one.
  const elsewhere = Math.max(0, group.options.length - options.size);
  return ofOptions([...[...options.values()].map(sum), ...Array.from({ length: elsewhere }, () => exactly(0))], group.choose ?? 1);
}

/** What a student takes of these rows, with what is chosen of groups. Lines that do not count are left out. */
export function taken<Row>(rows: readonly Row[], groups: readonly Group[], lineOf: (row: Row) => Line, figure: Figure<Row>): Span {
  const counted = rows.filter((each) => lineOf(each).isCounted !== false);
  const fixed = counted.filter((each) => !lineOf(each).group).map((each) => exactly(figure(each)));
  const chosen = groups.map((group) => ofGroup(group, counted.filter((each) => lineOf(each).group?.id === group.id), lineOf, figure));
  return sum([...fixed, ...chosen]);
}

/** Credits of a group: those that it names, or those of its options. */
export function creditsOf(group: Group, lines: readonly Line[]): Span {
  if (group.kind === "CHOOSE_CREDITS" && group.credits !== null && group.credits !== undefined) return exactly(group.credits);
  return ofGroup(group, lines, (each) => each, (each) => each.credits ?? null);
}

const HUNDREDTHS = 100;

/** Whether some of these lines have exactly the wanted credits together; null: one of them leaves its credits out. */
export function choosableCredits(wanted: number, lines: readonly Line[]): boolean | null {
  const stated = lines.filter((each) => each.isCounted !== false).map((each) => each.credits ?? null);
  if (stated.includes(null)) return null;
  const most = Math.round(wanted * HUNDREDTHS);
  const sums = new Set([0]);
  for (const each of stated) for (const before of [...sums]) if (before + Math.round((each ?? 0) * HUNDREDTHS) <= most) sums.add(before + Math.round((each ?? 0) * HUNDREDTHS));
  return sums.has(most);
}

/** Credits that a student takes of all lines of a plan, as rules and totals count them. */
export function creditsTaken(lines: readonly Line[], groups: readonly Group[]): Span {
  const sums = groups.map((group) => {
    const members = lines.filter((each) => each.group?.id === group.id && each.isCounted !== false);
    if (group.kind === "CHOOSE_CREDITS" && group.credits != null && members.length > 0 && choosableCredits(group.credits, members)) return exactly(group.credits);
    return ofGroup({ ...group, options: [] }, members, (each) => each, (each) => each.credits ?? null);
  });
  return sum([...lines.filter((each) => !each.group && each.isCounted !== false).map((each) => exactly(each.credits ?? null)), ...sums]);
}

/** Weekly hours of a term. What runs here only perhaps may add nothing. */
export function weeklyOf({ rows }: Term, groups: readonly Group[]): Span {
  const [sure, perhaps] = [rows.filter((each) => !each.isPerhaps), rows.filter((each) => each.isPerhaps)];
  const own = taken(sure, groups, (each) => each.line, (each) => each.weekly);
  const more = taken(perhaps, groups, (each) => each.line, (each) => each.weekly);
  return sum([own, { least: 0, most: more.most }]);
}
