// What two programmes have decided of each requirement. What one of them has not reviewed is no difference.
import type { CompareProgrammesQuery } from "../../generated/answers";
import type { State } from "../../parts/coverage";

type Items = NonNullable<CompareProgrammesQuery["a"]>["items"];

export interface Pair {
  requirement: Items[number]["requirement"];
  a: State;
  b: State;
}

export const GROUPS = ["moreA", "moreB", "openB", "openA", "same", "open"] as const;
export type Group = (typeof GROUPS)[number];
const RANK: Record<State, number> = { COVERED: 3, PARTLY_COVERED: 2, NOT_COVERED: 1, UNKNOWN: 0 };

export function groupOf({ a, b }: Pair): Group {
  if (a === "UNKNOWN" || b === "UNKNOWN") return a === b ? "open" : b === "UNKNOWN" ? "openB" : "openA";
  return a === b ? "same" : RANK[a] > RANK[b] ? "moreA" : "moreB";
}

export function pairsOf(a: Items, b: Items): Pair[] {
  const states = new Map(b.map((each) => [each.requirement.id, each.state]));
  return a.map(({ requirement, state }) => ({ requirement, a: state, b: states.get(requirement.id) ?? "UNKNOWN" }));
}

export interface TaskPairs {
  id: string;
  name: string;
  level: Pair["requirement"]["level"];
  code: string;
  pairs: readonly Pair[];
}

export function tasksOf(pairs: readonly Pair[]): TaskPairs[] {
  const tasks = new Map<string, Pair[]>();
  for (const each of pairs) {
    const id = each.requirement.task?.id ?? "";
    tasks.set(id, [...(tasks.get(id) ?? []), each]);
  }
  return [...tasks].flatMap(([id, found]) => found.slice(0, 1).map(({ requirement: { task, level } }) => ({ id, name: task?.name ?? "", code: task?.code ?? "", level, pairs: found })));
}

/** Tasks with a known difference stand first, then those that one side has not reviewed. */
export function unequalFirst(one: TaskPairs, other: TaskPairs): number {
  return placeOf(one) - placeOf(other);
}

export const isEqual = (task: TaskPairs): boolean => placeOf(task) === PLACES.length;

const PLACES: readonly (readonly Group[])[] = [["moreA", "moreB"], ["openA", "openB"]];

function placeOf(task: TaskPairs): number {
  const groups = task.pairs.map(groupOf);
  const place = PLACES.findIndex((each) => groups.some((group) => each.includes(group)));
  return place < 0 ? PLACES.length : place;
}
