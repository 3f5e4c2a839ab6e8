// Lines as a schedule moves them: weekly hours by the weeks of the new semester, and where the plan's own differ from the schedule's.
import { type Line, type Shift, type TermFigures, figuresInstead, figuresOf, termsLater, type TermValues } from "../terms";

/** Weeks of teaching of each semester, by its number. */
export type Weeks = ReadonlyMap<string, number>;

const HUNDREDTHS = 100;
const inHundredths = (value: number): number => Math.round(value * HUNDREDTHS) / HUNDREDTHS;

const moved = (term: string, by: number): string => String(Number(term) + by);

/** Whether what a line states of a semester cannot be said of the new one: it filled all weeks of the old one, or has more than the new one. */
function isOtherwise({ term, weeks }: TermFigures, by: number, weeksOf: Weeks): boolean {
  const [before, after] = [weeksOf.get(term), weeksOf.get(moved(term, by))];
  if (!after || before === after) return false;
  return weeks === null || before === undefined || weeks >= before || weeks > after;
}

function figuresThen(figures: TermFigures, by: number, weeksOf: Weeks): TermFigures {
  const term = moved(figures.term, by);
  const weeks = weeksOf.get(term);
  const { weekly, hours } = figures;
  // Weekly hours of which the hours are not known stay, with the weeks that make them.
  if (!weeks || (weekly !== null && hours === null) || !isOtherwise(figures, by, weeksOf)) return { ...figures, term };
  return { ...figures, term, weekly: weekly === null || hours === null ? null : inHundredths(hours / weeks), weeks: figures.weeks === null ? null : weeks };
}

const termOf = (text: string): string => text.split(":")[0] ?? "";

/** What a line says term by term when it begins so many semesters later. What states no weekly hours has those of its hours then. */
export function termsMoved(line: Line, by: number, weeksOf: Weeks): Partial<TermValues> {
  const values = termsLater(line, by);
  const whole = { ...line, ...termsLater(line, 0) };
  const now = [...figuresOf(whole), ...figuresInstead(whole)];
  if (!now.some((each) => isOtherwise(each, by, weeksOf))) return values;
  const then = now.map((each) => figuresThen(each, by, weeksOf));
  const own = new Set(then.map((each) => each.term));
  // What is said of any term is said of each now, but of a summer term.
  const isAllSaid = [...(values.terms ?? []), ...(values.alternativeTerms ?? [])].every((each) => own.has(each));
  const others = (texts: readonly string[]): string[] => texts.filter((each) => (termOf(each) === "*" ? !isAllSaid : !own.has(termOf(each))));
  const texts = (name: "weekly" | "weeks", before: readonly string[]): string[] => [...then.filter((each) => each[name] !== null).map((each) => `${each.term}: ${each[name]}`), ...others(before)];
  return { ...values, ...(values.weeklyHours && { weeklyHours: texts("weekly", values.weeklyHours) }), ...(values.termWeeks && { termWeeks: texts("weeks", values.termWeeks) }) };
}

/** The lines of a plan as a schedule has them. */
export const linesMoved = (lines: readonly Line[], shift: Shift, weeksOf: Weeks): Line[] =>
  lines.map((each) => ({ ...each, ...(shift.has(each.id) && termsMoved(each, shift.get(each.id) ?? 0, weeksOf)) }));

export interface Unlike {
  line: Line;
  term: string;
  /** As the plan states them, and as hours by weeks of teaching have them. */
  stated: number;
  computed: number;
}

/** Hours of a week by which figures of one course may differ without a word: plans round. */
const ROUNDED = 0.05;

/** Where lines state weekly hours that are not their hours by the weeks of teaching: a board adds up the stated ones. */
export const unlikeOf = (lines: readonly Line[], weeksOf: Weeks): Unlike[] =>
  lines.filter((each) => each.isCounted !== false).flatMap((line) => figuresOf({ ...line, ...termsLater(line, 0) }).flatMap(({ term, weekly, hours }) => {
    const weeks = weeksOf.get(term);
    if (!weeks || weekly === null || hours === null || Math.abs(weekly - hours / weeks) < ROUNDED) return [];
    return [{ line, term, stated: weekly, computed: inHundredths(hours / weeks) }];
  }));
