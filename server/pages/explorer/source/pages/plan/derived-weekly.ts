// Weekly hours that a plan leaves out: the hours of a term by its weeks of teaching, or by those of the course where it has fewer.
import type { PlanWeeksQuery } from "../../generated/answers";
import { type Line, type Placed, type Plan, type Span, type Term, termsOf, weeklyOf } from "./terms";

export type WeekFigure = Extract<NonNullable<PlanWeeksQuery["node"]>, { __typename: "TrainingPlan" }>["weekTable"]["nodes"][number];

/** Where the plan says nothing of its weeks: weeks of a semester without examinations, and hours of a week of practice. */
const WEEKS_ASSUMED = 18;
const HOURS_A_WEEK = 30;
/** From this many hours a week on, a line leaves no room for others in its weeks. */
const HOURS_OF_BLOCK = 16;
const CLASSES = /课堂教学|课内教学|理论教学|上课/;
const TEACHING = /教学周/;
const WHOLE_WEEKS = /军事技能|军事训练|军训|入学教育|毕业教育|(?:岗位|顶岗|跟岗|认识|毕业)实习/;

/** Whether a line takes whole weeks, in which nothing else is taught. */
function isBlock({ name, module, hours, durationWeeks, weeklyHours }: Line): boolean {
  if (weeklyHours.length > 0) return false;
  if (durationWeeks && hours != null) return hours >= durationWeeks * HOURS_OF_BLOCK;
  return durationWeeks != null || module === "PRACTICE" || WHOLE_WEEKS.test(name);
}

const semestersOf = ({ terms }: Line): number => terms.filter((each) => !each.endsWith("S")).length || 1;

/** The whole weeks of practice that a term holds; what is chosen among takes none for certain. */
const blockWeeks = ({ rows }: Term, { hoursPerWeek }: Plan): number =>
  rows.filter(({ line, isPerhaps }) => isBlock(line) && !line.group && !isPerhaps).reduce((sum, { line, weeks }) => sum + (line.termWeeks.length > 0 ? (weeks ?? 0) : (line.durationWeeks ?? Math.floor((line.hours ?? 0) / (hoursPerWeek ?? HOURS_A_WEEK))) / semestersOf(line)), 0);

/** Weeks of teaching of a term, by the week table where it has them. */
function teachingWeeks(term: Term, plan: Plan, table: readonly WeekFigure[]): number {
  const headings = [...new Set(table.filter((each) => each.semester != null).map((each) => each.heading ?? ""))];
  const weeksUnder = (heading: string): number => table.find((each) => String(each.semester) === term.name && each.heading === heading)?.weeks ?? 0;
  const classes = headings.find((each) => CLASSES.test(each));
  if (classes !== undefined) return weeksUnder(classes);
  const teaching = headings.find((each) => TEACHING.test(each));
  return Math.max(0, (teaching === undefined ? WEEKS_ASSUMED : weeksUnder(teaching)) - blockWeeks(term, plan));
}

function weeklyOfRow({ line, weekly, weeks, hours }: Placed, teaching: number): number | null {
  if (weekly !== null) return weekly;
  if (isBlock(line)) return 0;
  const taught = hours ?? (line.hours == null ? null : line.hours / semestersOf(line));
  const over = weeks && weeks < teaching ? weeks : teaching;
  return taught === null || over === 0 ? null : taught / over;
}

/** Weekly hours of a semester with those that the plan does not state; an end that stays open is null. */
export function derivedWeekly(term: Term, plan: Plan, table: readonly WeekFigure[]): Span {
  const teaching = teachingWeeks(term, plan, table);
  // Where nothing is taught by the week there are no weekly hours: they are not zero.
  if (teaching === 0 || term.rows.every(({ line }) => isBlock(line))) return weeklyOf(term, plan);
  return weeklyOf({ ...term, rows: term.rows.map((each) => ({ ...each, weekly: weeklyOfRow(each, teaching) })) }, plan);
}

/** Whether a semester has weekly hours that the plan leaves out. */
export const isSilent = (term: Term, plan: Plan): boolean => weeklyOf(term, plan).most === null;
export const hasSilent = (plan: Plan): boolean => termsOf(plan.courses).some((each) => each.name !== null && !each.name.endsWith("S") && isSilent(each, plan));
