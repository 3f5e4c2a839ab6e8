// In which state the requirements of a queue are now, where it is of one programme and one certificate.
import { useMemo } from "preact/hooks";
import type { State } from "../../parts/coverage";
import { useCoverage } from "../../parts/whole-coverage";
import { type Decision, type Item, decisions, itemKey } from "./decisions";
import { COVERING, stateAfter } from "./effect";

/** By the id of the requirement. */
export type States = ReadonlyMap<string, State>;

export function useStates(subject: string | null, target: string | null): States {
  const { data } = useCoverage(subject && target ? { subject, target } : null);
  const items = data?.coverage?.items;
  return useMemo(() => new Map((items ?? []).map((each) => [each.requirement.id, each.state as State])), [items]);
}

/** The state once a decision is written; what is accepted covers by its kind and strength, as the reviewer corrected them. */
function stateBy({ verdict, correction }: Decision, { alignment }: Item, now: State): State {
  if (verdict === "CLOSE") return now === "UNKNOWN" ? "NOT_COVERED" : now;
  if (verdict !== "ACCEPT") return now;
  const { kind, strength } = { ...alignment, ...correction };
  return stateAfter(now, strength ?? 0, COVERING.has(kind ?? null));
}

/** The state, with a decision that is not written yet. Null: not known, as in a queue of several programmes. */
export function stateOf(item: Item, states: States): State | null {
  const now = states.get(item.requirement?.id ?? "") ?? (item.work === "SEARCH" ? "UNKNOWN" : null);
  const decision = decisions.value.get(itemKey(item));
  return now && decision && decision.status !== "failed" ? stateBy(decision, item, now) : now;
}
