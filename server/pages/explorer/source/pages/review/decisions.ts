// Decisions of this visit: held for a while in which they can be undone, then sent; what was sent is taken back by a change
// of its own. The token never leaves the memory.
import { batch, signal } from "@preact/signals";
import { type ApiError, type Sending, asApiError, change } from "../../api";
import CLOSE from "../../documents/close-review.graphql";
import DECIDE from "../../documents/decide-alignment.graphql";
import DECIDE_MANY from "../../documents/decide-alignments.graphql";
import PROPOSE from "../../documents/propose-alignments.graphql";
import WITHDRAW from "../../documents/withdraw-alignment.graphql";
import type { AlignmentKind, AlignmentRole, CloseReviewMutation, CurrentEditorQuery, DecideAlignmentMutation, DecideAlignmentsMutation, ProposeAlignmentsMutation, ReviewGround, ReviewQueueQuery, WithdrawAlignmentMutation } from "../../generated/answers";
import { searchKey } from "./proposing";

type Work = NonNullable<ReviewQueueQuery["reviewItems"]>["nodes"][number];
/**
 * Work of a queue, with the subject of the queue: the same requirement is searched for each programme by itself.
 * PROPOSE: no work of the queue, but a requirement that somebody came with to propose a course for.
 */
export type Item = Omit<Work, "work"> & { work: Work["work"] | "PROPOSE"; subject: string | null };
export type CurrentEditor = NonNullable<CurrentEditorQuery["currentEditor"]>;
export type Verdict = "ACCEPT" | "REJECT" | "CLOSE" | "PROPOSE" | "WITHDRAW";

export const WORD_OF = { ACCEPT: "reviewAccept", REJECT: "reviewReject", CLOSE: "reviewClose", PROPOSE: "propose", WITHDRAW: "reviewWithdraw" } as const;

/** What a reviewer finds in place of what was proposed. */
export interface Correction {
  kind?: AlignmentKind;
  role?: AlignmentRole;
  strength?: number;
}

/** What is proposed where nobody has proposed anything. */
export interface Proposal {
  course: string;
  kind: AlignmentKind;
  role: AlignmentRole;
  strength: number;
  rationale: string;
  /** How it was found, where that was not by hand. */
  method?: string;
  /** Ids of the sources that it rests on, if any. */
  sources?: readonly string[];
}

export interface Decision {
  item: Item;
  verdict: Verdict;
  /** Null: the rationale of the proposal is the reason. */
  reason: string | null;
  ground: ReviewGround;
  /** The whole subject of the queue, for what no course carries. */
  subject: string | null;
  correction?: Correction;
  /** What is proposed of the requirement of the item. */
  proposals?: readonly Proposal[];
  /** Of all that are decided at once, and the same when it is sent again: nothing is written twice. */
  key: string;
  status: "held" | "sent" | "done" | "failed" | "taking" | "kept";
  problem: ApiError | null;
  /** What was decided on, as it is in the graph since: what is taken back is named by both. */
  made: readonly Seen[];
  /** The token it was decided with: nobody takes back what somebody else decided on this page before. */
  by: string | null;
}

interface Seen {
  alignment: string;
  version: number;
}

export const HELD_MS = 8000;
const LETTERS = 16;

export const token = signal<string | null>(null);
/** Whose token it is. */
export const editor = signal<CurrentEditor | null>(null);
export const decisions = signal<ReadonlyMap<string, Decision>>(new Map());
/** How often something was taken back: then the queue has it again. */
export const takenBack = signal(0);
const timers = new Map<string, ReturnType<typeof setTimeout>>();

export const itemsOf = ({ reviewItems }: ReviewQueueQuery, subject: string | null): Item[] => (reviewItems?.nodes ?? []).map((each) => ({ ...each, subject }));
export const itemKey = ({ alignment, requirement, subject }: Item): string => alignment?.id ?? searchKey(subject ?? "", requirement?.id ?? "");
/** Whether its requirement has other words than those of which it was proposed: the two are to be read before a decision. */
export const isReworded = ({ alignment }: Item): boolean => Boolean(alignment?.earlierRequirement);
/** Whether somebody is still to decide on it or to look: also on what was refused. */
export function isWaiting(item: Item): boolean {
  const decision = decisions.value.get(itemKey(item));
  return item.work !== "PROPOSE" && (!decision || decision.status === "failed");
}

// `randomUUID` is for pages by TLS only.
export const newKey = (): string => [...crypto.getRandomValues(new Uint8Array(LETTERS))].map((each) => each.toString(LETTERS).padStart(2, "0")).join("");

function put(decision: Decision): void {
  decisions.value = new Map(decisions.peek()).set(itemKey(decision.item), decision);
}

export function signIn(given: string, as: CurrentEditor): void {
  batch(() => {
    token.value = given;
    editor.value = as;
  });
}

export function signOut(): void {
  batch(() => {
    token.value = null;
    editor.value = null;
  });
}

type Given = Pick<Decision, "verdict" | "reason" | "ground" | "subject" | "correction">;

/** Decide on one item, or on several for one reason: they are written together or not at all. */
export function decide(items: readonly Item[], given: Given): void {
  hold(items.map((item) => ({ ...given, item })));
}

/** Propose of several requirements what is to carry each: all are written together or not at all. */
export function propose(chosen: readonly (readonly [Item, readonly Proposal[]])[], given: Pick<Decision, "ground" | "subject">): void {
  hold(chosen.map(([item, proposals]) => ({ ...given, verdict: "PROPOSE", reason: null, item, proposals })));
}

function hold(decided: readonly Omit<Decision, "key" | "status" | "problem" | "made" | "by">[]): void {
  const key = newKey();
  for (const each of decided) put({ ...each, key, status: "held", problem: null, made: [], by: token.peek() });
  timers.set(key, setTimeout(() => void send(key), HELD_MS));
}

const groupOf = (key: string): Decision[] => [...decisions.peek().values()].filter((each) => each.key === key);

const isTakenBack = ({ status, made }: Decision): boolean => (status === "done" || status === "kept") && made.length > 0;

/** Take back the last decision in the queue of a subject, sent or not; say of which item it was and whether it was sent. */
export function undo(reason: string, subject: string | null): { item: string; wasSent: boolean } | null {
  const last = [...decisions.peek().values()].filter((each) => each.subject === subject && each.by === token.peek() && (each.status === "held" || isTakenBack(each))).at(-1);
  const first = last && groupOf(last.key)[0];
  if (!last || !first) return null;
  if (last.status === "held") {
    clearTimeout(timers.get(last.key));
    forget(last.key);
  } else void takeBack(last.key, reason);
  return { item: itemKey(first.item), wasSent: last.status !== "held" };
}

/** Take back what was written: a change of its own, of all that were decided at once, or of none. */
async function takeBack(key: string, reason: string): Promise<void> {
  const group = groupOf(key);
  const [{ verdict }] = group as [Decision];
  for (const each of group) put({ ...each, status: "taking", problem: null });
  const input = { alignments: group.flatMap((each) => each.made), decision: verdict === "PROPOSE" ? "WITHDRAW" : "REOPEN", reason, idempotencyKey: `${key}-back` };
  try {
    await change<DecideAlignmentsMutation>(DECIDE_MANY, { input }, { token: token.peek() ?? "" });
    forget(key);
    takenBack.value += 1;
  } catch (problem) {
    for (const each of group) put({ ...each, status: "kept", problem: refused(problem) });
  }
}

function refused(problem: unknown): ApiError {
  const error = asApiError(problem);
  if (error.code === "UNAUTHENTICATED") signOut();
  return error;
}

type Written = Seen & { of: string };

/** Propose all of a group; each comes back with the requirement that it is of. */
async function proposeAll(group: readonly Decision[], sending: Sending): Promise<readonly Written[]> {
  const alignments = group.flatMap(({ item, proposals = [] }) => proposals.map(({ course, ...said }) => ({ ...said, subject: course, target: item.requirement?.id })));
  const { proposeAlignments } = await change<ProposeAlignmentsMutation>(PROPOSE, { input: { alignments, idempotencyKey: group[0]?.key } }, sending);
  return (proposeAlignments?.alignments ?? []).map(({ id, version, requirement }) => ({ alignment: id, version, of: requirement?.id ?? "" }));
}

const written = (found: readonly { id: string; version: number }[]): Written[] => found.map(({ id, version }) => ({ alignment: id, version, of: id }));

/** Write a decision; what is decided on comes back with its version. */
async function mutate(group: readonly Decision[], bearer: string, keepalive: boolean): Promise<readonly Written[]> {
  const [{ item, verdict, reason, ground, subject, correction, key }] = group as [Decision];
  const sending = { token: bearer, keepalive };
  if (verdict === "CLOSE") {
    await change<CloseReviewMutation>(CLOSE, { input: { subject, requirement: item.requirement?.id, conclusion: reason, ground, idempotencyKey: key } }, sending);
    return [];
  }
  if (verdict === "PROPOSE") return proposeAll(group, sending);
  const seen = group.map((each) => ({ alignment: each.item.alignment?.id, version: each.item.alignment?.version }));
  if (verdict === "WITHDRAW") {
    // What is withdrawn stays so: nothing comes back that could be taken back.
    await change<WithdrawAlignmentMutation>(WITHDRAW, { input: { ...seen[0], reason, idempotencyKey: key } }, sending);
    return [];
  }
  const input = { decision: verdict, reason, idempotencyKey: key };
  if (seen.length > 1) return written((await change<DecideAlignmentsMutation>(DECIDE_MANY, { input: { alignments: seen, ...input } }, sending)).decideAlignments?.alignments ?? []);
  const { decideAlignment } = await change<DecideAlignmentMutation>(DECIDE, { input: { ...seen[0], ...input, ...correction } }, sending);
  return written(decideAlignment?.alignment ? [decideAlignment.alignment] : []);
}

export async function send(key: string, keepalive = false): Promise<void> {
  const group = groupOf(key).filter((each) => each.status === "held" || each.status === "failed");
  if (group.length === 0) return;
  clearTimeout(timers.get(key));
  for (const each of group) put({ ...each, status: "sent", problem: null });
  try {
    const made = await mutate(group, token.peek() ?? "", keepalive);
    const of = (item: Item): Seen[] => made.filter((each) => each.of === (item.alignment?.id ?? item.requirement?.id)).map(({ alignment, version }) => ({ alignment, version }));
    for (const each of group) put({ ...each, status: "done", problem: null, made: of(each.item) });
  } catch (problem) {
    const error = refused(problem);
    for (const each of group) put({ ...each, status: "failed", problem: error });
  }
}

/** Forget a decision that was refused, so that its items are decided anew. */
export function forget(key: string): void {
  decisions.value = new Map([...decisions.peek()].filter(([, each]) => each.key !== key));
}

/** Forget what was written: another editor has not decided it, and the queue that is read next does not have it. */
export function forgetWritten(): void {
  decisions.value = new Map([...decisions.peek()].filter(([, { status }]) => status !== "done" && status !== "kept"));
}

/** Send what is held, since the page is left. */
export function sendHeld(): void {
  const held = new Set([...decisions.peek().values()].filter((each) => each.status === "held").map((each) => each.key));
  for (const key of held) void send(key, true);
}
