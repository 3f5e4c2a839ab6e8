// Decisions of this visit: held for a while in which they can be undone, then sent. The token never leaves the memory.
import { signal } from "@preact/signals";
import { ApiError, asApiError, change } from "../../api";
import CLOSE from "../../documents/close-review.graphql";
import DECIDE from "../../documents/decide-alignment.graphql";
import type { CloseReviewMutation, DecideAlignmentMutation, ReviewGround, ReviewQueueQuery } from "../../generated/answers";

export type Item = NonNullable<ReviewQueueQuery["reviewQueue"]>[number];
export type Verdict = "ACCEPT" | "REJECT" | "CLOSE";

export interface Decision {
  item: Item;
  verdict: Verdict;
  reason: string;
  ground: ReviewGround;
  /** The whole subject of the queue, for what no course carries. */
  subject: string | null;
  /** The same when it is sent again, so that nothing is written twice. */
  key: string;
  status: "held" | "sent" | "done" | "failed";
  problem: ApiError | null;
}

export const HELD_MS = 8000;
const LETTERS = 16;

export const token = signal<string | null>(null);
export const decisions = signal<ReadonlyMap<string, Decision>>(new Map());
const timers = new Map<string, ReturnType<typeof setTimeout>>();

export const itemKey = (item: Item): string => item.alignment?.id ?? `search:${item.requirement?.id ?? ""}`;
// `randomUUID` is for pages by TLS only.
const newKey = (): string => [...crypto.getRandomValues(new Uint8Array(LETTERS))].map((each) => each.toString(LETTERS).padStart(2, "0")).join("");

function put(decision: Decision): void {
  decisions.value = new Map(decisions.peek()).set(itemKey(decision.item), decision);
}

function drop(id: string): void {
  const rest = new Map(decisions.peek());
  rest.delete(id);
  decisions.value = rest;
}

export function decide(given: Pick<Decision, "item" | "verdict" | "reason" | "ground" | "subject">): void {
  const id = itemKey(given.item);
  put({ ...given, key: newKey(), status: "held", problem: null });
  timers.set(id, setTimeout(() => void send(id), HELD_MS));
}

/** Take back the last decision that was not sent yet, and say which it was. */
export function undo(): string | null {
  const held = [...decisions.peek().entries()].filter(([, each]) => each.status === "held").at(-1);
  if (!held) return null;
  clearTimeout(timers.get(held[0]));
  drop(held[0]);
  return held[0];
}

const mutate = ({ item, verdict, reason, ground, subject, key }: Decision, bearer: string, keepalive: boolean): Promise<unknown> =>
  verdict === "CLOSE"
    ? change<CloseReviewMutation>(CLOSE, { input: { subject, requirement: item.requirement?.id, conclusion: reason, ground, idempotencyKey: key } }, { token: bearer, keepalive })
    : change<DecideAlignmentMutation>(DECIDE, { input: { alignment: item.alignment?.id, version: item.alignment?.version, decision: verdict, reason, idempotencyKey: key } }, { token: bearer, keepalive });

export async function send(id: string, keepalive = false): Promise<void> {
  const decision = decisions.peek().get(id);
  if (!decision || decision.status === "done" || decision.status === "sent") return;
  clearTimeout(timers.get(id));
  put({ ...decision, status: "sent", problem: null });
  try {
    await mutate(decision, token.peek() ?? "", keepalive);
    put({ ...decision, status: "done", problem: null });
  } catch (problem) {
    const error = asApiError(problem);
    if (error.code === "UNAUTHENTICATED") token.value = null;
    put({ ...decision, status: "failed", problem: error });
  }
}

/** Forget a decision that was refused, so that the item is decided anew. */
export const forget = drop;

/** Send what is held, since the page is left. */
export function sendHeld(): void {
  for (const [id, each] of decisions.peek()) if (each.status === "held") void send(id, true);
}
