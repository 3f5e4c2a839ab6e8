// The report on training plans, as `oneplusx plan import` writes it. Credits, weekly hours and weeks are in hundredths.
export interface Place {
  page: number;
  sheet: string;
  table: number | null;
  row: number | null;
  column: number | null;
  line: number | null;
}

/** The least and the most that a student takes; null: no upper bound is known. */
export type Interval = readonly [number, number | null];
export type Figures = Readonly<Record<string, Interval>>;
type ByTerm<Value> = Readonly<Record<string, Value>>;

export interface Remark {
  rule: string;
  subject: string;
  taken: string;
  en: string;
  zh: string;
  place: Place | null;
  /** A person corrected what a guess is about. */
  isSettled?: boolean;
}

export interface Line {
  number: number;
  place: Place;
  name: string;
  code: string | null;
  moduleText: string | null;
  module: string | null;
  natureText: string | null;
  nature: string | null;
  credits: number | null;
  hours: number | null;
  theoryHours: number | null;
  practiceHours: number | null;
  durationWeeks: number | null;
  semesters: readonly number[];
  summerTerms: readonly number[];
  alternatives: readonly number[];
  weeklyHours: ByTerm<number>;
  weeks: ByTerm<number>;
  assessment: ByTerm<string>;
  isCounted: boolean;
  remark: string | null;
  group: number | null;
  option: string | null;
}

export interface Module {
  name: string;
  module: string | null;
  nature: string | null;
  taken: Figures;
  parts: readonly Module[];
  lines: readonly number[];
}

export interface Group {
  number: number;
  kind: "CHOOSE_ONE" | "CHOOSE_CREDITS" | "ALTERNATIVES";
  label: string;
  place: Place;
  choose: number | null;
  credits: number | null;
  options: readonly string[];
}

export interface Total {
  place: Place;
  label: string;
  scope: string | null;
  stated: Readonly<Record<string, number>>;
  ours: Figures;
}

export interface Certificate {
  place: Place;
  name: string;
  levelText: string | null;
  level: string | null;
  semesters: readonly number[];
  issuer: string | null;
  courses: readonly string[];
}

export interface Plan {
  head: {
    title: string;
    college: string | null;
    majorName: string | null;
    majorCode: string | null;
    grade: string | null;
    educationLevel: string | null;
    durationYears: number | null;
    educationForm: string | null;
    hoursPerWeek: number | null;
  };
  columns: readonly { place: Place; heading: string; meaning: string; rule: string; says: { en: string; zh: string } }[];
  tree: Module;
  lines: readonly Line[];
  groups: readonly Group[];
  totals: readonly Total[];
  certificates: readonly Certificate[];
  outcomes: readonly { kind: string; text: string; place: Place }[];
  weeks: readonly { place: Place; semester: number | null; weeks: ByTerm<number> }[];
  notes: readonly { text: string; place: Place }[];
  guesses: readonly Remark[];
  problems: readonly Remark[];
  notRead: readonly Remark[];
}

export interface PlanReport {
  report: "oneplusx.training-plan-report/1";
  file: { sha256: string; kind: string; bytes: number; pages: number };
  plans: readonly Plan[];
}

const HUNDREDTHS = 100;
const IN_HUNDREDTHS = new Set(["credits", "weeklyHours", "weeks"]);

/** A figure as the document writes it. */
export const asWritten = (figure: string, value: number): number => (IN_HUNDREDTHS.has(figure) ? value / HUNDREDTHS : value);

export type Comparison = "same" | "within" | "differs";

/** How a stated total relates to the interval of its lines. */
export function compare(stated: number, [least, most]: Interval): Comparison {
  if (stated < least || (most !== null && stated > most)) return "differs";
  return least === most ? "same" : "within";
}

/** Columns of a sheet as the programs name them: AB for 28. */
export function columnLetters(number: number): string {
  let letters = "";
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** The remarks on the row of a line; a line in a sheet or table has its row to itself. */
export const isOfLine = ({ place }: Remark, { place: line }: Line): boolean =>
  place !== null && place.sheet === line.sheet && place.table === line.table && place.row === line.row && (line.row !== null || place.line === line.line);
