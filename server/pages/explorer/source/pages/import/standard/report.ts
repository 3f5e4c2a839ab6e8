// The report on a standard, as `oneplusx import standard` writes it.
export type Box = readonly [number, number, number, number];

export interface Place {
  page: number;
  table: number | null;
  row: number | null;
  /** Left, top, right, bottom in points; null where a document has no fixed pages. */
  box: Box | null;
}

export interface Remark {
  rule: string;
  subject: string;
  en: string;
  zh: string;
  places: readonly Place[];
}

interface Report {
  file: { sha256: string; kind: string; bytes: number; pages: number };
  guesses: readonly Remark[];
  problems: readonly Remark[];
  notRead: readonly Remark[];
}

export interface Requirement {
  code: string;
  text: string;
  places: readonly Place[];
}
export interface Task {
  code: string;
  name: string;
  places: readonly Place[];
  requirements: readonly Requirement[];
}
export interface Area {
  code: string;
  name: string;
  places: readonly Place[];
  tasks: readonly Task[];
}
export interface LevelTree {
  level: string;
  areas: readonly Area[];
}

export interface SkillReport extends Report {
  report: "oneplusx.skill-standard-report/1";
  standard: {
    title: string;
    code: string;
    version: string;
    year: number | null;
    publisher: string;
    date: string;
    scope: string;
    terms: string;
    majors: readonly { education: string; code: string; name: string }[];
    positions: readonly string[];
    levels: readonly string[];
    higherLevelsInclude: boolean | null;
  };
  levels: readonly LevelTree[];
}

export interface Course {
  module: string;
  name: string;
  tasks: string;
  content: string;
  places: readonly Place[];
}

interface CodedName {
  code: string;
  name: string;
}

export interface TeachingReport extends Report {
  report: "oneplusx.teaching-standard-report/1";
  standard: {
    title: string;
    major: CodedName;
    education: string;
    years: string;
    entry: string;
    industries: readonly CodedName[];
    occupations: readonly CodedName[];
    positions: readonly string[];
    certificates: readonly string[];
    practice: string;
  };
  courses: readonly Course[];
  rules: readonly { item: string; value: string; force: string; clause: string }[];
}

export type StandardReport = SkillReport | TeachingReport;

export const isTeaching = (report: StandardReport): report is TeachingReport => report.report.startsWith("oneplusx.teaching");

/** What was read, where it stands: an entry for each place, since the end of a page cuts some texts in two. */
export interface PlacedItem {
  key: string;
  code: string;
  text: string;
  kind: "area" | "task" | "requirement" | "course";
  place: Place;
}

type Item = Omit<PlacedItem, "place"> & { places: readonly Place[] };

/** The key that an item has in the address. Codes start anew at each level, and some are missing or doubled. */
export const itemKey = (level: string, ...path: number[]): string => [level, ...path.map((each) => each + 1)].join(":");

function itemsOfLevel({ level, areas }: LevelTree): Item[] {
  return areas.flatMap((area, a) => [
    { key: itemKey(level, a), code: area.code, text: area.name, kind: "area" as const, places: area.places },
    ...area.tasks.flatMap((task, b) => [
      { key: itemKey(level, a, b), code: task.code, text: task.name, kind: "task" as const, places: task.places },
      ...task.requirements.map(({ code, text, places }, c) => ({ key: itemKey(level, a, b, c), code, text, kind: "requirement" as const, places })),
    ]),
  ]);
}

export function placedItems(report: StandardReport): PlacedItem[] {
  const items: Item[] = isTeaching(report)
    ? report.courses.map(({ module, name, places }, at) => ({ key: itemKey(module, at), code: "", text: name, kind: "course", places }))
    : report.levels.flatMap(itemsOfLevel);
  return items.flatMap(({ places, ...item }) => places.map((place) => ({ ...item, place })));
}

/** Whether two places are the same cell; where a document has no fixed pages, the same row of the same table. */
export const isSamePlace = (one: Place, other: Place): boolean =>
  one.page === other.page && one.table === other.table && one.row === other.row && String(one.box) === String(other.box);
