// In which state the requirements of a queue are now, where it is of one programme and one certificate.
import { useMemo } from "preact/hooks";
import type { State } from "../../parts/coverage";
import { useCoverage } from "../../parts/whole-coverage";
import { type Item, decisions, itemKey } from "./decisions";

/** By the id of the requirement. */
export type States = ReadonlyMap<string, State>;

export function useStates(subject: string | null, target: string | null): States {
  const { data } = useCoverage(subject && target ? { subject, target } : null);
  const items = data?.coverage?.items;
  return useMemo(() => new Map((items ?? []).map((each) => [each.requirement.id, each.state as State])), [items]);
}

/** The state with what was decided here. Null: not known, as in a queue of several programmes. */
export function stateOf(item: Item, states: States): State | null {
  const decision = decisions.value.get(itemKey(item));
  if (decision && decision.status !== "failed" && decision.verdict === "ACCEPT") return "COVERED";
  if (decision && decision.status !== "failed" && decision.verdict === "CLOSE") return "NOT_COVERED";
  return states.get(item.requirement?.id ?? "") ?? (item.work === "SEARCH" ? "UNKNOWN" : null);
}
