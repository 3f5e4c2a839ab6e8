// The queue of proposals, decided by keyboard: one key moves, one decides, and a decision can be undone before it is sent.
import { useSignal } from "@preact/signals";
import { useEffect, useRef, useState } from "preact/hooks";
import { changed, choose, filter, link, param } from "../../address";
import { type ApiError, asApiError, ask } from "../../api";
import ALIGNMENT from "../../documents/review-alignment.graphql";
import QUEUE from "../../documents/review-queue.graphql";
import type { ReviewGround, ReviewQueueQuery, ReviewedAlignmentQuery } from "../../generated/answers";
import { useKeys } from "../../keys";
import { Empty, Loading, Problem } from "../../parts/answer";
import { Mark } from "../../parts/coverage";
import { QueryLink } from "../../parts/figure";
import { Data, Select } from "../../parts/small";
import { useTitle } from "../../parts/title";
import { count, day, label, t } from "../../words";
import { Card } from "./card";
import { type Correction, type Decision, type Item, type Proposal, type Verdict, decide, decisions, forget, itemKey, send, sendHeld, takenBack, token, undo } from "./decisions";
import { Corrections, type Entered, Propose, correctionOf, strengthOf } from "./said";
import { SignIn } from "./sign-in";

const REASONS = ["reasonName", "reasonOutcome", "reasonRelated", "reasonLevel"] as const;
const OTHER = "reasonOther";
const GROUNDS = ["EXPERT_JUDGEMENT", "SYLLABUS", "COURSE_NAMES"] as const;
/** The same is safe to send again; anything else is read anew first. */
const SENT_AGAIN = new Set(["OUTCOME_UNKNOWN", "NO_ANSWER", "UNAUTHENTICATED", "GRAPH_BUSY", "GRAPH_UNAVAILABLE", "WRITE_CONFLICT"]);

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
    ask<ReviewQueueQuery>(QUEUE, variables, stop.signal).then(
      ({ reviewQueue }) => setQueue({ items: reviewQueue ?? [], error: null }),
      (problem: unknown) => {
        if (!stop.signal.aborted) setQueue({ items: null, error: asApiError(problem) });
      },
    );
    return () => stop.abort();
  }, [variables.subject, variables.target]);
  return [queue, (items) => setQueue({ items, error: null })];
}

const STATE_AFTER = { ACCEPT: "COVERED", REJECT: "NOT_COVERED", CLOSE: "NOT_COVERED", PROPOSE: "UNKNOWN" } as const;

function QueueEntry({ item, isChosen, isSelected, onSelect }: { item: Item; isChosen: boolean; isSelected: boolean; onSelect: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  const decision = decisions.value.get(itemKey(item));
  useEffect(() => {
    if (isChosen) button.current?.scrollIntoView({ block: "nearest" });
  }, [isChosen]);
  const state = decision && decision.status !== "failed" ? STATE_AFTER[decision.verdict] : "UNKNOWN";
  return (
    <li>
      {item.work === "DECIDE" && <input type="checkbox" checked={isSelected} disabled={Boolean(decision)} aria-label={t("reviewSelect", { name: `${item.requirement?.text ?? ""}, ${item.course?.displayName ?? ""}` })} onChange={onSelect} />}
      <button type="button" ref={button} aria-current={isChosen ? "true" : undefined} onClick={() => choose({ at: itemKey(item) })}>
        <Mark state={state} />
        <span><Data>{item.requirement?.text ?? item.alignment?.id}</Data><span class="fine">{label(item.requirement?.level)} {item.requirement?.code} · <Data>{item.course?.displayName ?? t("reviewNoCourse")}</Data>{decision && <b> · {t(`decision_${decision.status}`)}</b>}</span></span>
        {item.gain > 0 && <b class="gain" title={t("reviewGain", { n: item.gain })}>+{item.gain}</b>}
      </button>
    </li>
  );
}

/** What became of the alignment meanwhile, by whom. */
function Now({ id }: { id: string }) {
  const [found, setFound] = useState<ReviewedAlignmentQuery["node"]>();
  useEffect(() => {
    const stop = new AbortController();
    ask<ReviewedAlignmentQuery>(ALIGNMENT, { id }, stop.signal).then(({ node }) => setFound(node), () => undefined);
    return () => stop.abort();
  }, [id]);
  if (found?.__typename !== "Alignment") return null;
  const last = found.changes.nodes[0];
  return <p>{t("reviewNow", { state: t(`status_${found.status}`), who: last?.editor ?? found.reviewer ?? t("unknown"), day: day(last?.at ?? found.decidedOn) })} {last?.reason && <Data>{last.reason}</Data>}</p>;
}

function Failure({ decision, onReload }: { decision: Decision; onReload: () => void }) {
  if (!decision.problem) return null;
  return (
    <div class="failure">
      <Problem error={decision.problem} hasRetry={false} />
      {decision.item.alignment && !SENT_AGAIN.has(decision.problem.code) && <Now id={decision.item.alignment.id} />}
      <p class="row">
        {SENT_AGAIN.has(decision.problem.code) && <button type="button" class="button" disabled={!token.value} onClick={() => void send(decision.key)}>{t("reviewSendAgain")}</button>}
        <button type="button" class="button" onClick={onReload}>{t("reviewReload")}</button>
      </p>
    </div>
  );
}

interface Reason {
  chosen: string;
  other: string;
  ground: ReviewGround;
}

function Reasons({ reason, isSearch, onChange }: { reason: Reason; isSearch: boolean; onChange: (change: Partial<Reason>) => void }) {
  return (
    <fieldset class="reasons">
      <legend>{t("reviewWhy")}</legend>
      {[...REASONS, OTHER].map((each, at) => (
        <label key={each} class={reason.chosen === each ? "on" : ""}><input type="radio" name="reason" checked={reason.chosen === each} onChange={() => onChange({ chosen: each })} />{t(each as (typeof REASONS)[number])} <kbd aria-hidden="true">{at + 1}</kbd></label>
      ))}
      {reason.chosen === OTHER && <label class="select wide"><span>{t("reasonText")}</span><input id="reason-text" maxLength={1000} value={reason.other} onInput={(event) => onChange({ other: event.currentTarget.value })} /></label>}
      {isSearch && <Select name={t("reviewGround")} value={reason.ground} options={GROUNDS.map((each) => [each, t(each)])} onChoose={(ground) => onChange({ ground })} />}
    </fieldset>
  );
}

const VERDICTS: readonly (readonly [Verdict, "reviewAccept" | "reviewReject" | "reviewClose", string])[] = [["ACCEPT", "reviewAccept", "A"], ["REJECT", "reviewReject", "R"], ["CLOSE", "reviewClose", "N"]];

const isPossible = (item: Item, verdict: Verdict): boolean => (verdict === "CLOSE" || verdict === "PROPOSE") === (item.work === "SEARCH");

const proposedOf = (item: Item | undefined): Entered | null =>
  item?.alignment?.role ? { role: item.alignment.role, strength: String(item.alignment.strength) } : null;

const focus = (id: string): void => document.getElementById(id)?.focus();

function Desk({ items, onItems, subject }: { items: readonly Item[]; onItems: (items: readonly Item[]) => void; subject: string | null }) {
  const at = Math.max(0, items.findIndex((each) => itemKey(each) === param("at")));
  const item = items[at];
  const reason = useSignal<Reason>({ chosen: "", other: "", ground: "EXPERT_JUDGEMENT" });
  const hint = useSignal("");
  const selected = useSignal<ReadonlySet<string>>(new Set());
  const corrected = useSignal<{ of: string; entered: Entered } | null>(null);
  const entered = item && corrected.value?.of === itemKey(item) ? corrected.value.entered : proposedOf(item);
  const isOpen = (each: Item): boolean => !decisions.value.has(itemKey(each));
  const chosenItems = items.filter((each) => selected.value.has(itemKey(each)) && isOpen(each));
  const selectable = items.filter((each) => each.work === "DECIDE" && isOpen(each));
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
    const decided = (chosenItems.length > 0 ? chosenItems : item ? [item] : []).filter((each) => isPossible(each, verdict) && isOpen(each));
    if (decided.length === 0) return;
    const { chosen, other, ground } = reason.value;
    const text = chosen === OTHER ? other.trim() : chosen && t(chosen as (typeof REASONS)[number]);
    const correction = correctionFor(verdict);
    if (!token.value) {
      hint.value = t("reviewSignInFirst");
      focus("token");
    } else if (!text) {
      hint.value = t("reviewReasonFirst");
    } else if (!correction) {
      hint.value = t("strengthWrong");
      focus("strength");
    } else {
      hint.value = "";
      decide(decided, { verdict, reason: text, ground, subject, correction });
      selected.value = new Set();
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
    ask<ReviewQueueQuery>(QUEUE, { subject, target: param("target") }).then(
      ({ reviewQueue }) => {
        onItems(reviewQueue ?? []);
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
    j: () => move(1), k: () => move(-1), a: () => act("ACCEPT"), r: () => act("REJECT"), n: () => act("CLOSE"), u: takeBack, e: () => focus("strength"), p: () => focus("proposed-course"), x: () => { if (item && item.work === "DECIDE" && isOpen(item)) toggle(item); },
    ...Object.fromEntries([...REASONS, OTHER].map((each, place) => [String(place + 1), () => pick(each)])),
  });
  const left = items.filter(isOpen).length;
  if (!item) return <Empty title={t("reviewEmpty")}>{t("reviewEmptyHelp")}</Empty>;
  const decision = decisions.value.get(itemKey(item));
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
        <Card item={item} subject={subject} strength={(entered && strengthOf(entered.strength)) ?? item.alignment?.strength ?? 0} />
        {decision?.problem && <Failure decision={decision} onReload={() => reload(decision.key)} />}
        {item.alignment && entered && chosenItems.length === 0 && !decision && <Corrections alignment={item.alignment} entered={entered} onChange={(next) => { corrected.value = { of: itemKey(item), entered: next }; }} />}
        {item.work === "SEARCH" && subject && !decision && <Propose key={itemKey(item)} subject={subject} isSignedIn={Boolean(token.value)} onPropose={propose} />}
        <Reasons reason={reason.value} isSearch={item.work === "SEARCH"} onChange={change} />
        <p class="hint" role="status">{decision && decision.status !== "failed" ? t(`decision_${decision.status}_long`) : hint.value}</p>
        <div class="verdicts">
          {VERDICTS.filter(([verdict]) => isPossible(item, verdict)).map(([verdict, word, key]) => <button key={verdict} type="button" class={`button verdict-${verdict}`} disabled={chosenItems.length === 0 && Boolean(decision)} onClick={() => act(verdict)}>{chosenItems.length > 0 ? `${t(word)} ${chosenItems.length}` : t(word)} <kbd aria-hidden="true">{key}</kbd></button>)}
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
