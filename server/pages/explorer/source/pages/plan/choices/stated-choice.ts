// A choice of a draft as a person states it, the edits that make it so, and what a student takes with it.
import type { PlanGroupValues, TrainingPlanEditInput } from "../../../generated/answers";
import { type Group, type Line, type Plan, type Span, choosableCredits, creditsTaken } from "../terms";

export type Kind = Group["kind"];
type Edit = TrainingPlanEditInput;

export interface Stated {
  kind: Kind;
  choose: number | null;
  credits: number | null;
  label: string;
  /** The direction of each course that is chosen among, by the id of its line; empty: it is an option by itself. */
  options: ReadonlyMap<string, string>;
}

/** By which the edits of one list speak of a group that they add. */
const NEW = "choice";

const distinct = (names: readonly (string | null | undefined)[]): string[] => [...new Set(names.filter((each): each is string => Boolean(each)))];
const linesOf = (plan: Plan, group: Group | null): Line[] => plan.courses.filter((each) => group !== null && each.group?.id === group.id);
/** Only directions have names. */
const optionOf = ({ kind, options }: Stated, line: string): string | null => (kind === "CHOOSE_ONE" ? options.get(line)?.trim() || null : null);

/** A group as it is; null: a new one. */
export const statedOf = (plan: Plan, group: Group | null): Stated => ({
  kind: group?.kind ?? "CHOOSE_ONE",
  choose: group ? group.choose ?? null : 1,
  credits: group?.credits ?? null,
  label: group?.label ?? "",
  options: new Map(linesOf(plan, group).map((each) => [each.id, each.option ?? ""])),
});

/** How many options there are: directions, and courses by themselves. */
export const optionsIn = (stated: Stated): number => new Set([...stated.options.keys()].map((each) => optionOf(stated, each) ?? each)).size;

const valuesOf = ({ kind, choose, credits, label }: Stated, options: string[]): PlanGroupValues => ({
  label: label.trim(),
  kind,
  choose: kind === "CHOOSE_ONE" ? choose : kind === "ALTERNATIVES" ? 1 : null,
  credits: kind === "CHOOSE_CREDITS" ? credits : null,
  options,
});

const put = (line: string, group: string | null, option: string | null): Edit => ({ action: "CHANGE_LINE", of: line, line: { group, option } });

/** Of groups that lost courses to this one: no option without a course stays, nor a group without any. */
function othersAfter(plan: Plan, own: Group | null, { options }: Stated): Edit[] {
  return plan.groups.flatMap((each): Edit[] => {
    const lines = linesOf(plan, each);
    const left = lines.filter((line) => !options.has(line.id));
    if (each.id === own?.id || left.length === lines.length) return [];
    if (left.length === 0) return [{ action: "REMOVE_GROUP", of: each.id }];
    const used = new Set(left.map((line) => line.option));
    const kept = each.options.filter((name) => used.has(name));
    return kept.length < each.options.length ? [{ action: "CHANGE_GROUP", of: each.id, group: { options: kept } }] : [];
  });
}

/** The edits that make a group what is stated. A direction has its name before courses take it, and after they left it. */
export function editsOf(plan: Plan, group: Group | null, stated: Stated): Edit[] {
  const own = linesOf(plan, group);
  const leaving = own.filter((each) => !stated.options.has(each.id)).map((each) => put(each.id, null, null));
  if (stated.options.size === 0) return group ? [...leaving, { action: "REMOVE_GROUP", of: group.id }] : [];
  const names = distinct([...stated.options.keys()].map((each) => optionOf(stated, each)));
  const during = distinct([...own.map((each) => each.option), ...names]);
  const [before, values] = [group && valuesOf(statedOf(plan, group), [...group.options]), valuesOf(stated, names)];
  const lines = plan.courses.filter((each) => stated.options.has(each.id) && (!group || each.group?.id !== group.id || (each.option ?? null) !== optionOf(stated, each.id)));
  const changed = [...lines.map((each) => put(each.id, group?.id ?? NEW, optionOf(stated, each.id))), ...leaving, ...othersAfter(plan, group, stated)];
  if (!group) return [{ action: "ADD_GROUP", key: NEW, group: values }, ...changed];
  if (JSON.stringify(before) === JSON.stringify(values)) return changed;
  return [{ action: "CHANGE_GROUP", of: group.id, group: { ...values, options: during } }, ...changed, ...(during.length > names.length ? [{ action: "CHANGE_GROUP", of: group.id, group: { options: names } } as const] : [])];
}

/** The lines and groups as they would be. */
function planAfter(plan: Plan, group: Group | null, stated: Stated): { lines: Line[]; groups: Group[]; own: Group } {
  const own: Group = { id: group?.id ?? NEW, number: group?.number ?? plan.groups.length + 1, ...valuesOf(stated, []), label: stated.label, kind: stated.kind, options: [] };
  const groupOf = (line: Line): Line["group"] => (stated.options.has(line.id) ? { ...line.group, id: own.id } : line.group?.id === own.id ? null : line.group);
  const lines = plan.courses.map((each): Line => ({ ...each, group: groupOf(each), option: stated.options.has(each.id) ? optionOf(stated, each.id) : each.option }));
  return { lines, groups: [...plan.groups.filter((each) => each.id !== own.id), own], own };
}

export interface Taken {
  ofGroup: Span;
  before: Span;
  after: Span;
  /** The stated credits are not those of any courses of the group. */
  isUnreachable: boolean;
}

export function takenWith(plan: Plan, group: Group | null, stated: Stated): Taken {
  const { lines, groups, own } = planAfter(plan, group, stated);
  const members = lines.filter((each) => each.group?.id === own.id);
  const reached = stated.kind === "CHOOSE_CREDITS" && stated.credits !== null && stated.options.size > 0 ? choosableCredits(stated.credits, members) : null;
  return { ofGroup: creditsTaken(members, [own]), before: creditsTaken(plan.courses, plan.groups), after: creditsTaken(lines, groups), isUnreachable: reached === false };
}
