// The fit of a subject and a target, woven once: list, matrix, flow and drawer read the same requirements.
import type { FitCoverageQuery, FitEndsQuery } from "../generated/answers";
import type { State } from "../parts/coverage";
import { LEVELS, type Level } from "../parts/small";
import type { Course, Subject, SubjectNode } from "./fit-subject/subject";

export type Coverage = NonNullable<FitCoverageQuery["coverage"]>;
export type TargetNode = Extract<NonNullable<FitEndsQuery["target"]>, { __typename: "Certificate" }>;

export type { Course } from "./fit-subject/subject";
export interface Task {
  id: string;
  code: string;
  name: string;
  level: Level;
  area: Area;
}
export interface Area {
  id: string;
  code: string;
  name: string;
  level: Level;
  /** That of its standard. */
  version: string;
}
export interface Carrier {
  course: string;
  strength: number;
}
export interface Item {
  id: string;
  code: string;
  text: string;
  level: Level;
  task: Task;
  state: State;
  carriers: readonly Carrier[];
  /** Courses for which a suggestion waits. */
  waiting: readonly string[];
  /** How many proposals were rejected. */
  rejected: number;
}

export interface Fit {
  courses: readonly Course[];
  areas: readonly Area[];
  tasks: readonly Task[];
  items: readonly Item[];
  /** The level that is shown first: the one that the subject names, else the lowest that has requirements. */
  firstLevel: Level | null;
}

/** The highest level of the target that a plan names; teaching standards name certificates without their levels. */
function namedLevel(subject: SubjectNode | null, target: TargetNode): Level | null {
  if (subject?.__typename !== "TrainingPlan") return null;
  const written = subject.certificatesLinks.filter(({ node }) => node.id === target.id).map((each) => each.certificateLevel);
  const wanted = subject.targetCertificates.map((each) => each.certificateLevel).filter((each) => each?.certificate?.id === target.id).map((each) => each?.level);
  return [...LEVELS].reverse().find((each) => written.includes(each) || wanted.includes(each)) ?? null;
}

/** The strongest alignment of each course, since one course may carry a requirement in several ways. */
function carriersOf(proofs: Coverage["items"][number]["proofs"]): Carrier[] {
  const strongest = new Map<string, number>();
  for (const { course, alignment } of proofs) strongest.set(course.id, Math.max(strongest.get(course.id) ?? 0, alignment.strength));
  return [...strongest].map(([course, strength]) => ({ course, strength }));
}

/** The versions of the standard that are counted: by default of each level the newest. */
export const versionsOf = (items: readonly Item[]): string[] => [...new Set(items.map((each) => each.task.area.version))];

export function weave(subject: Subject, target: TargetNode, coverage: Coverage, rejected: ReadonlyMap<string, number>): Fit {
  const areaNodes = target.skillStandards.flatMap(({ version, levels }) => levels.flatMap((each) => each.workAreas.map((area) => ({ ...area, version }))));
  const areas = areaNodes.map(({ id, code, name, level, version }) => ({ id, code, name, level, version }));
  const tasks = areaNodes.flatMap((node, at) => node.tasks.map(({ id, code, name }) => ({ id, code, name, level: node.level, area: areas[at] as Area })));
  const taskById = new Map(tasks.map((each) => [each.id, each]));
  const items = coverage.items.flatMap(({ requirement, state, proofs, suggestions }) => {
    const task = taskById.get(requirement.task?.id ?? "");
    if (!task) return [];
    const { id, code, text, level } = requirement;
    return [{ id, code, text, level, task, state: state as State, carriers: carriersOf(proofs), waiting: [...new Set(suggestions.map((each) => each.course.id))], rejected: rejected.get(id) ?? 0 }];
  });
  // What only an earlier version of the standard has is not asked for.
  const [asked, askedAreas] = [new Set(items.map((each) => each.task)), new Set(items.map((each) => each.task.area))];
  const shownAreas = areas.filter((each) => askedAreas.has(each));
  const levels = LEVELS.filter((level) => items.some((each) => each.level === level));
  const firstLevel = levels.find((each) => each === namedLevel(subject.node, target)) ?? levels[0] ?? null;
  return { courses: subject.courses, areas: shownAreas, tasks: tasks.filter((each) => asked.has(each)), items, firstLevel };
}

/** The requirements of each task, looked up and not searched for: a matrix asks for each of its cells. */
export function itemsOfTasks(items: readonly Item[]): ReadonlyMap<Task, readonly Item[]> {
  const groups = new Map<Task, Item[]>();
  for (const each of items) {
    const group = groups.get(each.task);
    if (group) group.push(each);
    else groups.set(each.task, [each]);
  }
  return groups;
}

/** What is chosen is named in the address by a short key, and stands for a set of requirements. */
export type Choice = { key: string; name: string; code: string; items: readonly Item[]; course?: Course };

/** Level and code: of each level one version is counted, so that they tell what is shown apart. */
const shortId = (id: string): string => id.split(":").slice(-2).join(":");
export const courseKey = (course: Course, fit: Fit): string => `course:${fit.courses.indexOf(course) + 1}`;
export const taskKey = (task: Task): string => `task:${shortId(task.id)}`;
export const areaKey = (area: Area): string => `area:${shortId(area.id)}`;
export const itemKey = (item: Item): string => `req:${shortId(item.id)}`;
export const cellKey = (course: Course, task: Task, fit: Fit): string => `cell:${fit.courses.indexOf(course) + 1}:${shortId(task.id)}`;
export const stateKey = (state: State): string => `state:${state}`;

const concerns = (item: Item, course: Course): boolean => item.carriers.some((each) => each.course === course.id) || item.waiting.includes(course.id);

/** Read the key in the address; what it names may not be there any more. */
export function choiceOf(key: string | null, fit: Fit, shown: readonly Item[], stateName: (state: State) => string): Choice | null {
  const [kind = "", first = "", ...rest] = (key ?? "").split(":");
  const tail = [first, ...rest].join(":");
  const task = (short: string): Task | undefined => fit.tasks.find((each) => shortId(each.id) === short);
  const course = fit.courses[Number(first) - 1];
  if (!key) return null;
  if (kind === "req") {
    const item = fit.items.find((each) => shortId(each.id) === tail);
    return item ? { key, name: item.text, code: item.code, items: [item] } : null;
  }
  if (kind === "course" && course) return { key, name: course.name, code: "", course, items: shown.filter((each) => concerns(each, course)) };
  if (kind === "cell" && course) {
    const at = task(rest.join(":"));
    return at ? { key, name: `${course.name} → ${at.name}`, code: at.code, course, items: fit.items.filter((each) => each.task === at && concerns(each, course)) } : null;
  }
  if (kind === "task") {
    const at = task(tail);
    return at ? { key, name: at.name, code: at.code, items: fit.items.filter((each) => each.task === at) } : null;
  }
  if (kind === "area") {
    const area = fit.areas.find((each) => shortId(each.id) === tail);
    return area ? { key, name: area.name, code: area.code, items: fit.items.filter((each) => each.task.area === area) } : null;
  }
  const items = shown.filter((each) => each.state === first);
  return kind === "state" && items.length > 0 ? { key, name: stateName(first as State), code: "", items } : null;
}
