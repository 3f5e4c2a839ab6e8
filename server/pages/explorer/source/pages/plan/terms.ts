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

export type TermValues = Pick<Line, "terms" | "alternativeTerms" | "weeklyHours" | "termWeeks" | "termHours" | "assessment">;

/** What a line says term by term, all of it later by as many semesters; only what it says at all. */
export function termsLater(line: Line, by: number): Partial<TermValues> {
  const { terms, alternativeTerms, weeklyHours, termWeeks, termHours, assessment } = line;
  const own = gathered(line);
  const stated = { terms: [...terms, ...own.map((each) => each.split(":")[0] ?? "")], alternativeTerms, weeklyHours: weeklyHours.length > 0 ? weeklyHours : own, termWeeks, termHours, assessment };
  return Object.fromEntries(Object.entries(stated).filter(([, texts]) => texts.length > 0).map(([name, texts]) => [name, laterAll(texts, by)]));
}

/** What a line says of one of its terms, and of how many weeks of it. */
export interface TermFigures {
  term: string;
  weekly: number | null;
  weeks: number | null;
  /** Taught hours of the term, as far as the line states hours at all. */
  hours: number | null;
}

const numberIn = (values: ReadonlyMap<string, string>, term: string): number | null => {
  const text = valueIn(values, term);
  return text === null ? null : Number(text);
};

const isSummer = (term: string): boolean => term.endsWith("S");

/** The figures of a line in each of its semesters; its hours are divided by what it states of each, as the solver does. */
export function figuresOf(line: Pick<Line, "hours" | "terms" | "weeklyHours" | "termWeeks" | "termHours">): TermFigures[] {
  const [weekly, weeks, hours] = [line.weeklyHours, line.termWeeks, line.termHours].map(byTerm) as [Map<string, string>, Map<string, string>, Map<string, string>];
  const [terms, summers] = [line.terms.filter((each) => !isSummer(each)), line.terms.filter(isSummer)];
  const statedOf = (term: string): number => numberIn(hours, term) ?? (numberIn(weekly, term) ?? 0) * (numberIn(weeks, term) ?? 0);
  const sumOf = (figures: readonly number[]): number => figures.reduce((all, each) => all + each, 0);
  const stated = terms.map(statedOf);
  const isWhole = stated.every(Boolean);
  // Hours of summer terms are not taught in the semester before.
  const total = isWhole && (line.hours == null || summers.length > 0) ? sumOf(stated) : line.hours == null ? null : Math.max(0, line.hours - sumOf(summers.map(statedOf)));
  const own = isWhole ? stated : terms.map((term) => numberIn(weekly, term) ?? 0);
  const weights = own.some(Boolean) ? own : own.map(() => 1);
  return terms.map((term, at) => ({ term, weekly: numberIn(weekly, term), weeks: numberIn(weeks, term), hours: total === null ? stated[at] || null : (total * (weights[at] ?? 0)) / sumOf(weights) }));
}

/** The figures of a line in each semester in which it may run instead; all its hours are taught there, where it has one semester. */
export function figuresInstead(line: Pick<Line, "hours" | "terms" | "alternativeTerms" | "weeklyHours" | "termWeeks" | "termHours">): TermFigures[] {
  const isOne = line.terms.filter((each) => !isSummer(each)).length <= 1;
  const summers = line.terms.filter(isSummer);
  return line.alternativeTerms.filter((each) => !isSummer(each)).flatMap((each) => figuresOf({ ...line, hours: isOne ? line.hours : null, terms: [each, ...summers] }));
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
export function termsOf(lines: readonly Line[]): Term[] {
  const rows = new Map<string | null, Placed[]>();
  for (const line of lines) for (const [term, placed] of placesOf(line)) rows.set(term, [...(rows.get(term) ?? []), placed]);
  const last = Math.max(0, ...[...rows.keys()].filter((each) => each !== null).map((each) => Number.parseInt(each, 10)));
  for (let term = 1; term <= last; term += 1) if (!rows.has(String(term))) rows.set(String(term), []);
  return [...rows].sort(([one], [other]) => orderOf(one) - orderOf(other)).map(([name, placed]) => ({ name, rows: placed }));
}

const exactly = (value: number | null): Span => (value === null ? { least: 0, most: null } : { least: value, most: value });
export const sum = (spans: readonly Span[]): Span => ({
  least: spans.reduce((all, each) => all + each.least, 0),
  most: spans.some((each) => each.most === null) ? null : spans.reduce((all, each) => all + (each.most ?? 0), 0),
});

interface Credited {
  credits: number;
  span: Span;
}

const HUNDREDTHS = 100;
const inHundredths = (credits: number): number => Math.round(credits * HUNDREDTHS);

const wider = (one: Span, other: Span | undefined): Span =>
  other === undefined ? one : { least: Math.min(one.least, other.least), most: one.most === null || other.most === null ? null : Math.max(one.most, other.most) };

/** Of lines that have exactly the wanted credits together: the least and the most; null: no lines have these. */
function ofCredits(wanted: number, lines: readonly Credited[]): Span | null {
  const most = inHundredths(wanted);
  const sums = new Map([[0, exactly(0)]]);
  for (const { credits, span } of lines)
    for (const [before, all] of [...sums]) {
      const after = before + inHundredths(credits);
      if (after <= most) sums.set(after, wider(sum([all, span]), sums.get(after)));
    }
  return sums.get(most) ?? null;
}

type Figure<Row> = (row: Row) => number | null;

/** Of a number of options: the smallest that many, and the largest. */
function ofOptions(sums: readonly Span[], choose: number): Span {
  const taken = Math.min(choose, sums.length);
  const least = sums.map((each) => each.least).sort((a, b) => a - b).slice(0, taken);
  const most = sums.map((each) => each.most);
  const largest = most.filter((each) => each !== null).sort((a, b) => b - a).slice(0, taken);
  return { least: least.reduce((a, b) => a + b, 0), most: largest.length < taken || most.includes(null) ? null : largest.reduce((a, b) => a + b, 0) };
}

/** Lines of exactly the credits that are chosen. Where none have these, or it is not known, any may be left out, and all may be taken. */
function ofChosenCredits<Row>(credits: number | null, members: readonly Line[], rows: readonly Row[], lineOf: (row: Row) => Line, figure: Figure<Row>): Span {
  const spanOf = (own: readonly Row[]): Span => sum(own.map((each) => exactly(figure(each))));
  const isKnown = credits !== null && members.every((each) => each.credits != null);
  const chosen = isKnown ? ofCredits(credits, members.map((line) => ({ credits: line.credits ?? 0, span: spanOf(rows.filter((each) => lineOf(each).id === line.id)) }))) : null;
  return chosen ?? { least: 0, most: spanOf(rows).most };
}

/** What is taken of the rows of one group, which may have members elsewhere. */
function ofGroup<Row>(group: Group, members: readonly Line[], rows: readonly Row[], lineOf: (row: Row) => Line, figure: Figure<Row>): Span {
  const [first] = rows;
  // Alternatives share the figures of one cell, which is that of the first line.
  if (group.kind === "ALTERNATIVES") return first === undefined ? exactly(0) : exactly(figure(first));
  if (group.kind === "CHOOSE_CREDITS") return ofChosenCredits(group.credits ?? null, members, rows, lineOf, figure);
  const options = new Map<string, Span[]>();
  for (const row of rows) {
    const { id, option } = lineOf(row);
    options.set(option ?? id, [...(options.get(option ?? id) ?? []), exactly(figure(row))]);
  }
  // Options that have no row here are chosen in place of those that have one.
  const elsewhere = Math.max(0, group.options.length - options.size);
  return ofOptions([...[...options.values()].map(sum), ...Array.from({ length: elsewhere }, () => exactly(0))], group.choose ?? 1);
}

const membersOf = (group: Group, lines: readonly Line[]): Line[] => lines.filter((each) => each.group?.id === group.id && each.isCounted !== false);

/** A plan as far as choices need it: what is chosen of a group may run in another term. */
export type Choices = Pick<Plan, "courses" | "groups">;

/** Weekly hours that a student takes of these rows, with what is chosen of groups. Lines that do not count are left out. */
function weeklyTaken(rows: readonly Placed[], { courses, groups }: Choices): Span {
  const counted = rows.filter(({ line }) => line.isCounted !== false);
  const fixed = counted.filter(({ line }) => !line.group).map(({ weekly }) => exactly(weekly));
  const chosen = groups.map((group) => ofGroup(group, membersOf(group, courses), counted.filter(({ line }) => line.group?.id === group.id), ({ line }) => line, ({ weekly }) => weekly));
  return sum([...fixed, ...chosen]);
}

/** Credits of a group: those that it names, or those of its options. */
export function creditsOf(group: Group, lines: readonly Line[]): Span {
  if (group.kind === "CHOOSE_CREDITS" && group.credits !== null && group.credits !== undefined) return exactly(group.credits);
  return ofGroup(group, lines, lines, (each) => each, (each) => each.credits ?? null);
}

/** Whether some of these lines have exactly the wanted credits together; null: one of them leaves its credits out. */
export function choosableCredits(wanted: number, lines: readonly Line[]): boolean | null {
  const counted = lines.filter((each) => each.isCounted !== false);
  if (counted.some((each) => each.credits == null)) return null;
  return ofCredits(wanted, counted.map((each) => ({ credits: each.credits ?? 0, span: exactly(0) }))) !== null;
}

/** Credits that a student takes of all lines of a plan, as rules and totals count them. */
export function creditsTaken(lines: readonly Line[], groups: readonly Group[]): Span {
  const sums = groups.map((group) => {
    const members = membersOf(group, lines);
    if (group.kind === "CHOOSE_CREDITS" && group.credits != null && members.length > 0 && choosableCredits(group.credits, members)) return exactly(group.credits);
    return ofGroup({ ...group, options: [] }, members, members, (each) => each, (each) => each.credits ?? null);
  });
  return sum([...lines.filter((each) => !each.group && each.isCounted !== false).map((each) => exactly(each.credits ?? null)), ...sums]);
}

/** Weekly hours of a term. What runs here only perhaps may add nothing. */
export function weeklyOf({ rows }: Term, plan: Choices): Span {
  const [sure, perhaps] = [rows.filter((each) => !each.isPerhaps), rows.filter((each) => each.isPerhaps)];
  return sum([weeklyTaken(sure, plan), { least: 0, most: weeklyTaken(perhaps, plan).most }]);
}
