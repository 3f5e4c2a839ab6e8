// Decisions of this visit: held for a while in which they can be undone, then sent. The token never leaves the memory.
import { signal } from "@preact/signals";
import { ApiError, asApiError, change } from "../../api";
import CLOSE from "../../documents/close-review.graphql";
import DECIDE from "../../documents/decide-alignment.graphql";
import DECIDE_MANY from "../../documents/decide-alignments.graphql";
import type { CloseReviewMutation, DecideAlignmentMutation, DecideAlignmentsMutation, ReviewGround, ReviewQueueQuery } from "../../generated/answers";

export type Item = NonNullable<ReviewQueueQuery["reviewQueue"]>[number];
export type Verdict = "ACCEPT" | "REJECT" | "CLOSE";

export interface Decision {
  item: Item;
  verdict: Verdict;
  reason: string;
  ground: ReviewGround;
  /** The whole subject of the queue, for what no course carries. */
  subject: string | null;
  /** Of all that are decided at once, and the same when it is sent again: nothing is written twice. */
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

type Given = Pick<Decision, "verdict" | "reason" | "ground" | "subject">;

/** Decide on one item, or on several for one reason: they are written together or not at all. */
export function decide(items: readonly Item[], given: Given): void {
  const key = newKey();
  for (const item of items) put({ ...given, item, key, status: "held", problem: null });
  timers.set(key, setTimeout(() => void send(key), HELD_MS));
}

const groupOf = (key: string): Decision[] => [...decisions.peek().values()].filter((each) => each.key === key);

/** Take back the last decision that was not sent yet, and say of which item it was. */
export function undo(): string | null {
  const held = [...decisions.peek().values()].filter((each) => each.status === "held").at(-1);
  if (!held) return null;
  clearTimeout(timers.get(held.key));
  const [first] = groupOf(held.key);
  forget(held.key);
  return first ? itemKey(first.item) : null;
}

function mutate(group: readonly Decision[], bearer: string, keepalive: boolean): Promise<unknown> {
  const [{ item, verdict, reason, ground, subject, key }] = group as [Decision];
  const sending = { token: bearer, keepalive };
  if (verdict === "CLOSE") return change<CloseReviewMutation>(CLOSE, { input: { subject, requirement: item.requirement?.id, conclusion: reason, ground, idempotencyKey: key } }, sending);
  const seen = group.map((each) => ({ alignment: each.item.alignment?.id, version: each.item.alignment?.version }));
  const input = { decision: verdict, reason, idempotencyKey: key };
  return seen.length === 1
    ? change<DecideAlignmentMutation>(DECIDE, { input: { ...seen[0], ...input } }, sending)
    : change<DecideAlignmentsMutation>(DECIDE_MANY, { input: { alignments: seen, ...input } }, sending);
}

export async function send(key: string, keepalive = false): Promise<void> {
  const group = groupOf(key).filter((each) => each.status === "held" || each.status === "failed");
  if (group.length === 0) return;
  clearTimeout(timers.get(key));
  for (const each of group) put({ ...each, status: "sent", problem: null });
  try {
    await mutate(group, token.peek() ?? "", keepalive);
    for (const each of group) put({ ...each, status: "done", problem: null });
  } catch (problem) {
    const error = asApiError(problem);
    if (error.code === "UNAUTHENTICATED") token.value = null;
    for (const each of group) put({ ...each, status: "failed", problem: error });
  }
}

/** Forget a decision that was refused, so that its items are decided anew. */
export function forget(key: string): void {
  decisions.value = new Map([...decisions.peek()].filter(([, each]) => each.key !== key));
}

/** Send what is held, since the page is left. */
export function sendHeld(): void {
  const held = new Set([...decisions.peek().values()].filter((each) => each.status === "held").map((each) => each.key));
  for (const key of held) void send(key, true);
}
