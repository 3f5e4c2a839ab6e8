// What the dashboard counts: its filters, as the address holds them and as the API takes them.
import { language, param } from "../../address";
import type { CubeDimension, CubeFilter, CubeProgramme, EducationLevel, GapsChoicesQuery, GapsRequirementsQueryVariables, ReviewFilter } from "../../generated/answers";
import { type Counted, countsOf, foundOf, isReviewed, sumOf } from "../../parts/coverage";
import { type Cell, type Table, tableOf } from "../../parts/figure";
import { unique } from "../../parts/small";
import { count, label, listed, t } from "../../words";
import { type GapsWord, g } from "../../words/gaps";

export const EDUCATION_LEVELS = ["SECONDARY", "ASSOCIATE", "BACHELOR", "UNDERGRADUATE"] as const;
export const FILTERS = ["through", "province", "education", "category", "class", "certificate", "evidence", "asOf"] as const;
const MAJOR_FILTERS = ["education", "category", "class"] as const;

// An editor's judgement is no statement of a source.
const STATED = ["OFFICIAL", "REPORTED"] as const;

type Certificate = { id: string; name: string };
type OfMajors = { some: { majorCode: { in: string[] } } };
const ANY = { some: {} };

export const certificatesOf = ({ skillStandards }: GapsChoicesQuery): Certificate[] =>
  unique(skillStandards.nodes.flatMap((each) => each.certificate ?? []), (each) => each.id);

const chosen = (name: string): string[] | null => {
  const value = param(name);
  return value ? [value] : null;
};
const educationLevel = (): EducationLevel[] | null => {
  const level = EDUCATION_LEVELS.find((each) => each === param("education"));
  return level ? [level] : null;
};
const evidence = () => (param("evidence") === "stated" ? [...STATED] : null);
const asOf = (): string | null => (/^\d{4}-\d{2}-\d{2}$/.test(param("asOf") ?? "") ? param("asOf") : null);

/** What carries the courses: a plan belongs to a college and its province, a teaching standard to none. */
export const through = (): CubeProgramme => (param("through") === "plans" ? "TRAINING_PLAN" : "TEACHING_STANDARD");
export const areOfPlans = (): boolean => through() === "TRAINING_PLAN";
const province = (): string[] | null => (areOfPlans() ? chosen("province") : null);

/** Whether there is something to compare of what the address names. */
export function areComparable(choices: GapsChoicesQuery): boolean {
  const rows = choices.coverageCube?.rows ?? [];
  const names = { province: choices.provinces.nodes.map((each) => each.name), category: rows.map((each) => each.category), class: rows.map((each) => each.majorClass), certificate: certificatesOf(choices).map((each) => each.name), education: EDUCATION_LEVELS, through: ["plans"], evidence: ["stated"] };
  return Object.entries<readonly (string | null | undefined)[]>(names).every(([filter, known]) => !param(filter) || known.includes(param(filter) ?? ""));
}

export const isFiltered = (): boolean => FILTERS.some((each) => param(each));

export const cubeVariables = (): { filter: CubeFilter | null; through: CubeProgramme } => ({ filter: cubeFilter(), through: through() });

/** Plans of every province, whichever one is chosen. */
export const provinceVariables = (): { filter: CubeFilter | null } => ({ filter: cubeFilter(null) });

/** Null where nothing is chosen: a filter that asks nothing is refused. */
function cubeFilter(ofProvince = province()): CubeFilter | null {
  const filter = { province: ofProvince, educationLevel: educationLevel(), category: chosen("category"), majorClass: chosen("class"), certificate: chosen("certificate"), evidenceBasis: evidence(), asOf: asOf() };
  const given = Object.entries(filter).filter(([, value]) => value !== null);
  return given.length > 0 ? (Object.fromEntries(given) as CubeFilter) : null;
}

/** Whether the filters leave some majors alone. */
export const isOfMajors = (): boolean => MAJOR_FILTERS.some((each) => param(each));

/** `codes` are those of the majors that the filters leave: the programmes behind a row are of these. Null: of any. */
export function requirementsFilter(certificates: readonly Certificate[], codes: readonly string[] | null): GapsRequirementsQueryVariables {
  const certificate = certificates.find((each) => each.name === param("certificate"))?.id ?? null;
  const ofMajors = codes && { some: { majorCode: { in: [...codes] } } };
  return {
    certificate, category: chosen("category"), majorClass: chosen("class"), educationLevel: educationLevel(), evidence: evidence(), asOf: asOf(), searches: searches(ofMajors),
    courses: ofMajors && { teachingStandard: ofMajors },
  };
}

/** The closed searches of teaching standards that are counted: of these majors, on this evidence, by this day. */
function searches(ofMajors: OfMajors | null): ReviewFilter {
  const [bases, until] = [evidence(), asOf()];
  return { ...(bases && { basis: { in: bases } }), ...(until && { closedOn: { lte: until } }), teachingStandard: ofMajors ?? ANY };
}

type Filter = (typeof FILTERS)[number];

/** What a page behind a link of a row cannot be narrowed to; what the row itself is of, such as its programme, it keeps. */
const NOT_KEPT = {
  fit: ["evidence", "asOf"],
  plan: ["evidence", "asOf"],
  programme: ["certificate", "evidence", "asOf"],
  certificate: ["through", "province", "education", "category", "class", "evidence", "asOf"],
  college: ["education", "category", "class", "certificate", "evidence", "asOf"],
  province: ["education", "category", "class", "certificate", "evidence", "asOf"],
} as const satisfies Record<string, readonly Filter[]>;

/** Where the links of what somebody reviewed lead: what nobody did is named alone. */
export const REVIEWED_LINKS = ["fit", "certificate"] as const;
export const hasRanking = (rows: readonly Counted[]): boolean => rows.some((each) => sumOf(countsOf(each)) > 0 && isReviewed(countsOf(each)));

/** Which of the chosen filters the links of a row drop, said of each page that they open. */
export const saidOfDropped = (...pages: readonly (keyof typeof NOT_KEPT)[]): string[] =>
  pages.flatMap((page) => {
    const names = NOT_KEPT[page].filter((each) => param(each)).map((each) => g(`gaps_${each}`));
    return names.length > 0 ? [g(`gapsDropped_${page}`, { names: listed(names) })] : [];
  });

/** What stays national is said where something is chosen; plans instead of standards are no choice of a part. */
export const saidOfNational = (): string[] => (FILTERS.some((each) => each !== "through" && param(each)) ? [g("gapsUnfiltered")] : []);

const STATE_COLUMNS = ["requirements", "covered", "partlyCovered", "unknown", "notCovered", "lower", "upper"] as const;

type OfColumn<Word> = Word extends `column_${infer Name}` ? Name : never;
type Named = OfColumn<GapsWord>;

/** Rows of coverage as data: what they name, then what is known of their requirements. */
export const coverageTable = <Name extends Named>(names: readonly Name[], rows: readonly (Counted & { requirements?: number | null } & Partial<Record<Name, Cell>>)[]): Table =>
  tableOf<Named>([...names, ...STATE_COLUMNS], rows.map((row) => ({ ...row, ...wordsOf(row), ...(row.requirements === undefined ? NOTHING_COMPARED : foundOf(row)) })), (each) => g(`column_${each}`));

/** Codes as words, as in the workbooks of the same figures. */
const wordsOf = (row: Partial<Record<Named, Cell>>): Partial<Record<Named, Cell>> =>
  Object.fromEntries((["educationLevel", "certificateLevel"] as const).flatMap((each) => (typeof row[each] === "string" ? [[each, label(row[each])]] : [])));

/** Of what has no row of coverage. */
const NOTHING_COMPARED = Object.fromEntries(STATE_COLUMNS.map((each) => [each, ""]));

/** What an answer leaves out of its rows, said; empty where it has them all. */
export const saidOfCut = (cube: { total: number; rows: readonly unknown[] } | null | undefined): string =>
  cube && cube.rows.length < cube.total ? t("shown", { a: count(cube.rows.length), b: count(cube.total) }) : "";

function withLists(values: object): URLSearchParams {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) for (const each of [value].flat()) if (each != null) search.append(name, String(each));
  search.set("language", language.value);
  return search;
}

/** Where the server writes the figures of these dimensions as a workbook. */
export const coverageWorkbook = (dimensions: readonly CubeDimension[], { filter, through: of }: { filter: CubeFilter | null; through: CubeProgramme } = cubeVariables()): string =>
  `/tables/coverage.xlsx?${withLists({ dimensions, through: of, ...filter })}`;

export function gapsWorkbook({ evidence: evidenceBasis, searches: _, courses: __, ...asked }: GapsRequirementsQueryVariables): string {
  return `/tables/gaps.xlsx?${withLists({ ...asked, evidenceBasis, includeUnknown: true, includePartlyCovered: true, through: "TEACHING_STANDARD" })}`;
}
