// The queue of proposals, decided by keyboard: one key moves, one decides, and a decision can be undone before it is sent.
import { useSignal } from "@preact/signals";
import { useEffect, useRef, useState } from "preact/hooks";
import { changed, choose, filter, link, param } from "../../address";
import { type ApiError, type Pages, asApiError, askPages } from "../../api";
import QUEUE from "../../documents/review-queue.graphql";
import type { ReviewQueueQuery } from "../../generated/answers";
import { useKeys } from "../../keys";
import { Empty, Loading, Problem } from "../../parts/answer";
import { Mark } from "../../parts/coverage";
import { QueryLink } from "../../parts/figure";
import { Data } from "../../parts/small";
import { useTitle } from "../../parts/title";
import { type Word, count, label, t } from "../../words";
import { Card } from "./card";
import { type Correction, type Decision, type Item, type Proposal, type Verdict, decide, decisions, editor, forget, itemKey, sendHeld, takenBack, token, undo } from "./decisions";
import { Failure, FailuresElsewhere } from "./failures";
import { NO_REASON, OTHER, type Reason, Reasons, offered, offeredToAuthor, textOf } from "./reasons";
import { Corrections, type Entered, Propose, correctionOf, strengthOf } from "./said";
import { SignIn, isSignInAsked } from "./sign-in";

const PAGES: Pages<ReviewQueueQuery> = {
  next: ({ reviewItems }) => (reviewItems?.pageInfo.hasNextPage ? (reviewItems.pageInfo.endCursor ?? null) : null),
  joined: (before, { reviewItems }) => (before.reviewItems && reviewItems ? { reviewItems: { ...reviewItems, nodes: [...before.reviewItems.nodes, ...reviewItems.nodes] } } : before),
};

interface Queue {
  items: readonly Item[] | null;
  error: ApiError | null;
}

/** The queue as it was when it was read: what is decided stays in it, marked. */
function useQueue(variables: { subject: string | null; target: string | null }): readonly [Queue, (items: readonly Item[]) => void] {
  const [queue, setQueue] = useState<Queue>({ items: null, error: null });
  useEffect(() => {
    const stop = new AbortController();
    setQueue({ items: null, error: null });
    askPages<ReviewQueueQuery>(QUEUE, variables, PAGES, stop.signal).then(
      ({ reviewItems }) => setQueue({ items: reviewItems?.nodes ?? [], error: null }),
      (problem: unknown) => {
        if (!stop.signal.aborted) setQueue({ items: null, error: asApiError(problem) });
      },
    );
    return () => stop.abort();
  }, [variables.subject, variables.target]);
  return [queue, (items) => setQueue({ items, error: null })];
}

const STATE_AFTER = { ACCEPT: "COVERED", REJECT: "NOT_COVERED", CLOSE: "NOT_COVERED", PROPOSE: "UNKNOWN", WITHDRAW: "UNKNOWN" } as const;

function QueueEntry({ item, isChosen, isSelected, onSelect }: { item: Item; isChosen: boolean; isSelected: boolean; onSelect: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  const decision = decisions.value.get(itemKey(item));
  useEffect(() => {
    if (isChosen) button.current?.scrollIntoView({ block: "nearest" });
  }, [isChosen]);
  const state = decision && decision.status !== "failed" ? STATE_AFTER[decision.verdict] : "UNKNOWN";
  return (
    <li>
      {item.work === "DECIDE" && <input type="checkbox" checked={isSelected} disabled={Boolean(decision) || barOf(item) !== null} aria-label={t("reviewSelect", { name: `${item.requirement?.text ?? ""}, ${item.course?.displayName ?? ""}` })} onChange={onSelect} />}
      <button type="button" ref={button} aria-current={isChosen ? "true" : undefined} onClick={() => choose({ at: itemKey(item) })}>
        <Mark state={state} />
        <span><Data>{item.requirement?.text ?? item.alignment?.id}</Data><span class="fine">{label(item.requirement?.level)} {item.requirement?.code} · <Data>{item.course?.displayName ?? t("reviewNoCourse")}</Data>{decision && <b> · {t(`decision_${decision.status}`)}</b>}</span></span>
        {item.gain > 0 && <b class="gain" title={t("reviewGain", { n: item.gain })}>+{item.gain}</b>}
      </button>
    </li>
  );
}

const VERDICTS: readonly (readonly [Verdict, Word, string])[] = [["ACCEPT", "reviewAccept", "A"], ["REJECT", "reviewReject", "R"], ["CLOSE", "reviewClose", "N"]];
/** What an author may do with a proposal that waits. */
const OF_AUTHOR: typeof VERDICTS = [["WITHDRAW", "reviewWithdraw", "W"]];

const WORD_OF = { ACCEPT: "reviewAccept", REJECT: "reviewReject", CLOSE: "reviewClose", PROPOSE: "propose", WITHDRAW: "reviewWithdraw" } as const;

/** What was proposed with a rationale is accepted for that. */
const hasRationale = (items: readonly Item[]): boolean => items.every((each) => each.alignment?.rationale);

const isOwn = (item: Item): boolean => item.alignment !== null && item.alignment?.author === editor.value?.name;

const isPossible = (item: Item, verdict: Verdict): boolean => (verdict === "WITHDRAW" ? isOwn(item) : (verdict === "CLOSE" || verdict === "PROPOSE") === (item.work === "SEARCH"));

/** Why the editor who is signed in may not decide on an item; null: they may, or nobody is signed in. */
function barOf(item: Item): "reviewDesigner" | "reviewOwn" | null {
  if (isOwn(item)) return "reviewOwn";
  return editor.value?.role === "DESIGNER" ? "reviewDesigner" : null;
}

/** The place of what the address names: an item, or a requirement with whatever waits for it. */
function placeOf(items: readonly Item[], named: string | null): number {
  const at = items.findIndex((each) => itemKey(each) === named);
  return Math.max(0, at >= 0 ? at : items.findIndex((each) => each.requirement?.id === named));
}

const proposedOf = (item: Item | undefined): Entered | null =>
  item?.alignment?.role ? { kind: item.alignment.kind, role: item.alignment.role, strength: String(item.alignment.strength) } : null;

/** What is told of a decision; null: it was refused, which is told elsewhere. */
function saidOf({ status, verdict }: Decision): Word | null {
  if (status === "failed") return null;
  return status === "done" && verdict === "WITHDRAW" ? "decision_withdrawn_long" : `decision_${status}_long`;
}

const focus = (id: string): void => document.getElementById(id)?.focus();

function Desk({ items, onItems, subject }: { items: readonly Item[]; onItems: (items: readonly Item[]) => void; subject: string | null }) {
  const at = placeOf(items, param("at"));
  const item = items[at];
  const reason = useSignal<Reason>(NO_REASON);
  const hint = useSignal("");
  const selected = useSignal<ReadonlySet<string>>(new Set());
  const corrected = useSignal<{ of: string; entered: Entered } | null>(null);
  const entered = item && corrected.value?.of === itemKey(item) ? corrected.value.entered : proposedOf(item);
  const isOpen = (each: Item): boolean => !decisions.value.has(itemKey(each));
  const chosenItems = items.filter((each) => selected.value.has(itemKey(each)) && isOpen(each));
  const selectable = items.filter((each) => each.work === "DECIDE" && isOpen(each) && !barOf(each));
  const acted = chosenItems.length > 0 ? chosenItems : item ? [item] : [];
  const isAuthor = chosenItems.length === 0 && item !== undefined && isOwn(item);
  const words = isAuthor ? offeredToAuthor() : item ? offered(acted) : [];
  useEffect(() => {
    // What one editor chose is not for the next to send.
    reason.value = NO_REASON;
    selected.value = new Set();
    corrected.value = null;
  }, [token.value]);
  const toggle = (one: Item): void => {
    const next = new Set(selected.value);
    if (!next.delete(itemKey(one))) next.add(itemKey(one));
    selected.value = next;
  };
  const change = (part: Partial<Reason>): void => { reason.value = { ...reason.value, ...part }; hint.value = ""; };
  const move = (by: number): void => {
    const next = items[Math.min(items.length - 1, Math.max(0, at + by))];
    if (next) filter({ at: itemKey(next) });
  };
  const pick = (chosen: string): void => {
    change({ chosen });
    if (chosen === OTHER) requestAnimationFrame(() => focus("reason-text"));
  };
  const act = (verdict: Verdict): void => {
    const decided = acted.filter((each) => isPossible(each, verdict) && isOpen(each));
    const [first] = decided;
    if (!first) return;
    const { chosen, ground } = reason.value;
    const text = textOf(reason.value, words);
    const hasReason = Boolean(text) || (verdict === "ACCEPT" && chosen !== OTHER && hasRationale(decided));
    const bar = verdict === "WITHDRAW" ? undefined : decided.map(barOf).find(Boolean);
    const correction = correctionFor(verdict);
    if (!token.value) {
      hint.value = t("reviewSignInFirst");
      isSignInAsked.value = true;
      focus("token");
    } else if (bar) {
      hint.value = t(bar);
    } else if (!hasReason && chosen === OTHER) {
      hint.value = t("reviewTextFirst");
      focus("reason-text");
    } else if (!hasReason) {
      hint.value = t("reviewReasonFirst", { n: words.length });
    } else if (!correction) {
      hint.value = t("strengthWrong");
      focus("strength");
    } else {
      decide(decided, { verdict, reason: text || null, ground, subject, correction });
      hint.value = t("reviewDecided", { verdict: t(WORD_OF[verdict]), name: first.requirement?.text ?? "", reason: text || t("reviewReason") });
      selected.value = new Set();
      reason.value = NO_REASON;
      if (chosenItems.length === 0) move(1);
    }
  };
  /** Several are accepted as they were proposed. Null: what was entered is no strength. */
  const correctionFor = (verdict: Verdict): Correction | null =>
    verdict === "ACCEPT" && chosenItems.length === 0 && item?.alignment && entered ? correctionOf(item.alignment, entered) : {};
  const propose = (proposal: Proposal, rationale: string): void => {
    if (!item || !isOpen(item)) return;
    hint.value = "";
    decide([item], { verdict: "PROPOSE", reason: rationale, ground: reason.value.ground, subject, proposal });
    move(1);
  };
  const takeBack = (): void => {
    const undone = undo(t("reviewReopenReason"));
    hint.value = t(!undone ? "reviewNothingToUndo" : undone.wasSent ? "reviewTakenBack" : "reviewUndone");
    if (undone) filter({ at: undone.item });
  };
  const reload = (key: string | null): void => {
    askPages<ReviewQueueQuery>(QUEUE, { subject, target: param("target") }, PAGES).then(
      ({ reviewItems }) => {
        onItems(reviewItems?.nodes ?? []);
        if (key) forget(key);
      },
      (problem: unknown) => { hint.value = asApiError(problem).message; },
    );
  };
  const seenBack = useRef(takenBack.value);
  useEffect(() => {
    if (takenBack.value === seenBack.current) return;
    seenBack.current = takenBack.value;
    hint.value = t("reviewReopened");
    reload(null);
  }, [takenBack.value]);
  useKeys({
    j: () => move(1), k: () => move(-1), a: () => act("ACCEPT"), r: () => act("REJECT"), n: () => act("CLOSE"), w: () => act("WITHDRAW"), u: takeBack, e: () => focus("strength"), p: () => focus("proposed-course"), x: () => { if (item && item.work === "DECIDE" && isOpen(item) && !barOf(item)) toggle(item); },
    ...Object.fromEntries(words.map((each, place) => [String(place + 1), () => pick(each)])),
  });
  // What was refused still waits.
  const left = items.filter((each) => isOpen(each) || decisions.value.get(itemKey(each))?.status === "failed").length;
  if (!item) return <Empty title={t("reviewEmpty")}>{t("reviewEmptyHelp")}</Empty>;
  const decision = decisions.value.get(itemKey(item));
  const outcome = decision && saidOf(decision);
  const bar = chosenItems.length > 0 ? null : barOf(item);
  const verdicts = isAuthor ? OF_AUTHOR : bar ? [] : VERDICTS;
  return (
    <div class="review">
      <nav class="card queue" aria-label={t("reviewQueue")}>
        <p class="fine" role="status">{t("reviewLeft", { n: count(left) })}{chosenItems.length > 0 && ` · ${t("reviewSelected", { n: chosenItems.length })}`}</p>
        <p class="row">
          {selectable.length > 0 && <button type="button" class="button small" onClick={() => { selected.value = new Set(selectable.map(itemKey)); }}>{t("reviewSelectAll")}</button>}
          {chosenItems.length > 0 && <button type="button" class="button small" onClick={() => { selected.value = new Set(); }}>{t("reviewSelectNone")}</button>}
        </p>
        <ol>{items.map((each) => <QueueEntry key={itemKey(each)} item={each} isChosen={each === item} isSelected={selected.value.has(itemKey(each)) && isOpen(each)} onSelect={() => toggle(each)} />)}</ol>
      </nav>
      <div>
        <Card item={item} subject={subject} kind={entered?.kind ?? item.alignment?.kind ?? null} strength={(entered && strengthOf(entered.strength)) ?? item.alignment?.strength ?? 0} />
        {decision?.problem && <Failure decision={decision} onReload={() => reload(decision.key)} />}
        {item.alignment && entered && chosenItems.length === 0 && !decision && !bar && <Corrections alignment={item.alignment} entered={entered} onChange={(next) => { corrected.value = { of: itemKey(item), entered: next }; }} />}
        {item.work === "SEARCH" && subject && !decision && <Propose key={itemKey(item)} subject={subject} isSignedIn={Boolean(token.value)} onPropose={propose} />}
        {bar && <p class="lead">{t(bar)}</p>}
        {(isAuthor || !bar) && <Reasons words={words} reason={reason.value} isSearch={item.work === "SEARCH"} isOptional={!isAuthor && acted.every((each) => each.work === "DECIDE") && hasRationale(acted)} onChange={change} />}
        <FailuresElsewhere open={item} />
        <p class="hint" role="status">{outcome ? t(outcome) : hint.value}</p>
        <div class="verdicts">
          {verdicts.filter(([verdict]) => isPossible(item, verdict)).map(([verdict, word, key]) => <button key={verdict} type="button" class={`button verdict-${verdict}`} disabled={chosenItems.length === 0 && Boolean(decision)} onClick={() => act(verdict)}>{chosenItems.length > 0 ? `${t(word)} ${chosenItems.length}` : t(word)} <kbd aria-hidden="true">{key}</kbd></button>)}
          <button type="button" class="button" onClick={() => move(1)}>{t("reviewSkip")} <kbd aria-hidden="true">J</kbd></button>
          <button type="button" class="button" onClick={takeBack}>{t("reviewUndo")} <kbd aria-hidden="true">U</kbd></button>
        </div>
      </div>
    </div>
  );
}

export function ReviewPage() {
  useTitle(t("review"));
  const variables = { subject: param("subject"), target: param("target") };
  const [{ items, error }, setItems] = useQueue(variables);
  useEffect(() => {
    addEventListener("pagehide", sendHeld);
    return () => {
      removeEventListener("pagehide", sendHeld);
      sendHeld();
    };
  }, []);
  return (
    <>
      <h1>{t("reviewTitle")}</h1>
      <p class="lead">{t("reviewLead")} {(variables.subject || variables.target) && <a href={changed({ subject: null, target: null, at: null })}>{t("reviewAll")}</a>} <QueryLink query={QUEUE} variables={variables} /></p>
      <SignIn />
      {error && <Problem error={error} isPage />}
      {!error && (items ? <Desk items={items} onItems={setItems} subject={variables.subject} /> : <Loading rows={9} />)}
      <p class="fine"><a href={link(["gaps"])}>{t("gapsTitle")}</a></p>
    </>
  );
}
