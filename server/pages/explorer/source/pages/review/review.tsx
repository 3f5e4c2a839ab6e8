// The queue of proposals, decided by keyboard: one key moves, one decides, and a decision can be undone before it is sent.
import { type Signal, useSignal } from "@preact/signals";
import { useEffect, useRef, useState } from "preact/hooks";
import { changed, filter, go, link, param } from "../../address";
import { type ApiError, type Pages, asApiError, askPages } from "../../api";
import QUEUE from "../../documents/review-queue.graphql";
import type { ReviewQueueQuery } from "../../generated/answers";
import { useKeys } from "../../keys";
import { Loading, Problem } from "../../parts/answer";
import { QueryLink } from "../../parts/figure";
import { useRejected } from "../../parts/rejected";
import { useTitle } from "../../parts/title";
import { count } from "../../words";
import { type Word, t } from "../../words/reviewing";
import { useAdded, useSuggestionsAnew } from "./added";
import { measuredTarget, targetParams } from "../fit-target";
import { Card } from "./card";
import { Choices, NoStandard, OtherSide } from "./choices";
import { type Correction, type Decision, type Item, type Proposal, type Verdict, WORD_OF, decide, decisions, editor, forget, forgetWritten, isReworded, isWaiting, itemKey, itemsOf, propose, sendHeld, takenBack, token, undo } from "./decisions";
import { programmeOf } from "./effect";
import { Failure, FailuresElsewhere } from "./failures";
import { proposeLink } from "./proposing";
import { Queue } from "./queue";
import { NO_REASON, OTHER, type Reason, Reasons, offered, offeredToAuthor, textOf } from "./reasons";
import { Corrections, type Draft, type Entered, PROPOSED, Propose, SaidSelects, correctionOf, strengthOf } from "./said";
import { Selected } from "./selected";
import { useStates } from "./states";
import { SignIn, askToSignIn } from "./sign-in";
import { type Suggestion, Suggested, type Suggestions, isLikely, proposalOf, useSuggestions } from "./suggestions";

const PAGES: Pages<ReviewQueueQuery> = {
  next: ({ reviewItems }) => (reviewItems?.pageInfo.hasNextPage ? (reviewItems.pageInfo.endCursor ?? null) : null),
  joined: (before, { reviewItems }) => (before.reviewItems && reviewItems ? { reviewItems: { ...reviewItems, nodes: [...before.reviewItems.nodes, ...reviewItems.nodes] } } : before),
};

interface Waiting {
  items: readonly Item[] | null;
  error: ApiError | null;
}

/** Counts the editors who signed in after another one: what that one wrote is forgotten, and `onNext` told in the same moment. */
function useNextEditor(onNext: () => void): number {
  const [next, setNext] = useState(0);
  const last = useRef(token.value);
  useEffect(() => {
    if (token.value && last.current && last.current !== token.value) {
      onNext();
      forgetWritten();
      setNext((before) => before + 1);
    }
    last.current = token.value ?? last.current;
  }, [token.value]);
  return next;
}

/**
 * The queue as it was when it was read: what is decided stays in it, marked. For the next editor it is read anew, and until then there is none:
 * without the marks, what the one before proposed would stand in it as if no one had.
 */
function useQueue(variables: { subject: string | null; target: string | null }): readonly [Waiting, (items: readonly Item[]) => void] {
  const [queue, setQueue] = useState<Waiting>({ items: null, error: null });
  const editors = useNextEditor(() => setQueue({ items: null, error: null }));
  useEffect(() => {
    const stop = new AbortController();
    setQueue({ items: null, error: null });
    askPages<ReviewQueueQuery>(QUEUE, variables, PAGES, stop.signal).then(
      (found) => setQueue({ items: itemsOf(found, variables.subject), error: null }),
      (problem: unknown) => {
        if (!stop.signal.aborted) setQueue({ items: null, error: asApiError(problem) });
      },
    );
    return () => stop.abort();
  }, [variables.subject, variables.target, editors]);
  return [queue, (items) => setQueue({ items, error: null })];
}

const VERDICTS: readonly (readonly [Verdict, Word, string])[] = [["ACCEPT", "reviewAccept", "A"], ["REJECT", "reviewReject", "R"], ["CLOSE", "reviewClose", "N"]];
/** What an author may do with a proposal that waits. */
const OF_AUTHOR: typeof VERDICTS = [["WITHDRAW", "reviewWithdraw", "W"]];

/** What was proposed with a rationale is accepted for that. */
const hasRationale = (items: readonly Item[]): boolean => items.every((each) => each.alignment?.rationale);

const isOwn = (item: Item): boolean => item.alignment !== null && item.alignment?.author === editor.value?.name;

function isPossible(item: Item, verdict: Verdict): boolean {
  switch (verdict) {
    case "WITHDRAW": return isOwn(item);
    case "PROPOSE": return item.work !== "DECIDE";
    case "CLOSE": return item.work === "SEARCH";
    default: return item.work === "DECIDE";
  }
}

/** Where another course is proposed for the requirement of a proposal; null: it is of none, or of no programme. */
function proposingOf(item: Item | undefined, subject: string | null): string | null {
  const [programme, requirement] = [item && programmeOf(item, subject), item?.requirement];
  const certificate = requirement?.task?.workArea?.standardLevel?.skillStandard?.certificate;
  if (item?.work !== "DECIDE" || !programme || !requirement) return null;
  return proposeLink(programme, (programme === subject && param("target")) || (certificate?.id ?? null), requirement.id);
}

/** Why the editor who is signed in may not decide on an item; null: they may, or nobody is signed in. */
function barOf(item: Item): "reviewDesigner" | "reviewOwn" | null {
  if (isOwn(item)) return "reviewOwn";
  return editor.value?.role === "DESIGNER" ? "reviewDesigner" : null;
}

function toggled(all: ReadonlySet<string>, one: string): ReadonlySet<string> {
  const next = new Set(all);
  if (!next.delete(one)) next.add(one);
  return next;
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
  if (status === "held" && verdict === "PROPOSE") return "decision_proposed_long";
  return status === "done" && verdict === "WITHDRAW" ? "decision_withdrawn_long" : `decision_${status}_long`;
}

const focus = (id: string): void => document.getElementById(id)?.focus();
const SOURCE_FIELD = "proposed-source";
/** Whether a source is typed in the form: it goes with a proposal of that form, and would be lost with another. */
const hasTypedSource = (): boolean => (document.querySelector<HTMLInputElement>(`#${SOURCE_FIELD}`)?.value ?? "").trim() !== "";

const NONE: ReadonlySet<string> = new Set();

interface DeskProps {
  items: readonly Item[];
  onItems: (items: readonly Item[]) => void;
  subject: string | null;
  suggestions: Suggestions;
  /** What was said last, and of how many that were taken back: both outlive a desk that is made anew meanwhile. */
  hint: Signal<string>;
  seenBack: { current: number };
}

function Desk({ items, onItems, subject, suggestions, hint, seenBack }: DeskProps) {
  const at = placeOf(items, param("at"));
  const item = items[at];
  const reason = useSignal<Reason>(NO_REASON);
  /** What was said of a decision that is held: no longer true once it was sent. */
  const toldHeld = useRef("");
  const isHeld = [...decisions.value.values()].some((each) => each.status === "held");
  useEffect(() => {
    if (!isHeld && hint.value === toldHeld.current) hint.value = "";
  }, [isHeld]);
  const selected = useSignal(NONE);
  const ticked = useSignal<{ of: string; courses: ReadonlySet<string> }>({ of: "", courses: NONE });
  const proposing = useSignal(PROPOSED);
  const corrected = useSignal<{ of: string; entered: Entered } | null>(null);
  const entered = item && corrected.value?.of === itemKey(item) ? corrected.value.entered : proposedOf(item);
  const drafted = useSignal<ReadonlyMap<string, Draft | null>>(new Map());
  const draft = (item && drafted.value.get(itemKey(item))) ?? null;
  const onDraft = (of: Item, next: Draft | null): void => { drafted.value = new Map(drafted.peek()).set(itemKey(of), next); };
  const anew = useSuggestionsAnew(item);
  const isOpen = (each: Item): boolean => !decisions.value.has(itemKey(each));
  /** Of a requirement that somebody came with, course after course is proposed. */
  const isProposable = (each: Item): boolean => isOpen(each) || (each.work === "PROPOSE" && decisions.value.get(itemKey(each))?.status === "done");
  const suggestionsOf = (each: Item): Suggestions => (each.work === "PROPOSE" ? anew : suggestions);
  const isSelected = (each: Item): boolean => selected.value.has(itemKey(each)) && isOpen(each);
  const isSelectable = (each: Item): boolean => isOpen(each) && (each.work === "DECIDE" ? !barOf(each) : suggestions.of(each).length > 0);
  const chosenItems = items.filter((each) => each.work === "DECIDE" && isSelected(each));
  const chosenSearches = items.filter((each) => each.work === "SEARCH" && isSelected(each) && isSelectable(each));
  const decidable = items.filter((each) => each.work === "DECIDE" && isSelectable(each));
  const [reworded, selectable] = [decidable.filter(isReworded), decidable.filter((each) => !isReworded(each))];
  const suggested = items.filter((each) => each.work === "SEARCH" && isSelectable(each) && isLikely(suggestions.of(each)[0]));
  const tickedHere = item && ticked.value.of === itemKey(item) ? ticked.value.courses : NONE;
  const acted = chosenItems.length > 0 ? chosenItems : item ? [item] : [];
  const isAuthor = chosenItems.length === 0 && item !== undefined && isOwn(item);
  /** There are only requirements that somebody is to propose for: nothing is decided until that is done or given up. */
  const isProposing = chosenItems.length === 0 && (chosenSearches.length > 0 || item?.work === "PROPOSE");
  const words = isProposing ? [] : isAuthor ? offeredToAuthor() : item ? offered(acted) : [];
  useEffect(() => {
    // What one editor chose is not for the next to send.
    reason.value = NO_REASON;
    selected.value = NONE;
    corrected.value = null;
    ticked.value = { of: "", courses: NONE };
    proposing.value = PROPOSED;
  }, [token.value]);
  const toggle = (one: Item): void => { selected.value = toggled(selected.value, itemKey(one)); };
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
    if (isProposing) return;
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
      askToSignIn("reviewSignInFirst");
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
      const said = { verdict: t(WORD_OF[verdict]), reason: text || t("reviewReason") };
      hint.value = toldHeld.current = decided.length > 1 ? t("reviewDecidedMany", { ...said, n: decided.length }) : t("reviewDecided", { ...said, name: first.requirement?.text ?? "" });
      selected.value = NONE;
      reason.value = NO_REASON;
      if (chosenItems.length === 0) move(1);
    }
  };
  /** Several are accepted as they were proposed. Null: what was entered is no strength. */
  const correctionFor = (verdict: Verdict): Correction | null =>
    verdict === "ACCEPT" && chosenItems.length === 0 && item?.alignment && entered ? correctionOf(item.alignment, entered) : {};
  const proposeAll = (chosen: readonly (readonly [Item, readonly (Proposal | null)[]])[]): void => {
    const waiting = chosen.filter(([each]) => isProposable(each));
    const sound = waiting.map(([each, proposals]) => [each, proposals.filter((one) => one !== null)] as const);
    const [first] = sound;
    if (!first) return;
    if (!token.value) {
      hint.value = t("proposeSignInFirst");
      askToSignIn("proposeSignInFirst");
    } else if (sound.some(([, proposals]) => proposals.length === 0)) {
      hint.value = t("strengthWrong");
      focus("suggested-strength");
    } else {
      propose(sound, { ground: reason.value.ground, subject });
      hint.value = toldHeld.current = t("reviewProposed", { n: sound.reduce((sum, [, proposals]) => sum + proposals.length, 0) });
      selected.value = NONE;
      if (chosenSearches.length === 0 && first[0].work === "SEARCH") move(1);
    }
  };
  const programme = item ? programmeOf(item, subject) : null;
  const rejected = useRejected(programme ? [programme] : [], item?.requirement?.id ?? null);
  const proposeSuggested = (pairs: readonly (readonly [Item, readonly Suggestion[]])[]): void => {
    if (hasTypedSource()) {
      hint.value = t("proposeSourceOfForm");
      focus(SOURCE_FIELD);
      return;
    }
    const { kind, strength } = proposing.value;
    if (token.value) for (const [each, chosen] of pairs) onDraft(each, { courses: chosen.map(({ course }) => ({ id: course.id, name: course.displayName ?? course.id })), kind, strength: strengthOf(strength) });
    proposeAll(pairs.map(([each, chosen]) => [each, chosen.map((one) => proposalOf(one, proposing.value))]));
  };
  /** The likeliest of each requirement that is selected; else those that are ticked, or the likeliest, of the one that is open. */
  const proposeLikeliest = (): void => {
    if (chosenSearches.length > 0) proposeSuggested(chosenSearches.map((each) => [each, suggestions.of(each).slice(0, 1)]));
    else if (item && suggestionsOf(item).of(item).length > 0) {
      const found = suggestionsOf(item).of(item);
      const own = found.filter((each) => tickedHere.has(each.course.id));
      proposeSuggested([[item, own.length > 0 ? own : found.slice(0, 1)]]);
    }
  };
  const takeBack = (): void => {
    const undone = undo(t("reviewReopenReason"), subject);
    hint.value = t(!undone ? "reviewNothingToUndo" : undone.wasSent ? "reviewTakenBack" : "reviewUndone");
    if (undone) filter({ at: undone.item });
  };
  const reload = (key: string | null): void => {
    askPages<ReviewQueueQuery>(QUEUE, { subject, target: measuredTarget(param("target")) }, PAGES).then(
      (found) => {
        onItems(itemsOf(found, subject));
        if (key) forget(key);
      },
      (problem: unknown) => { hint.value = asApiError(problem).message; },
    );
  };
  useEffect(() => {
    if (takenBack.value === seenBack.current) return;
    seenBack.current = takenBack.value;
    hint.value = t("reviewReopened");
    reload(null);
  }, [takenBack.value]);
  const another = proposingOf(item, subject);
  const states = useStates(subject, measuredTarget(param("target")));
  useKeys({
    j: () => move(1), k: () => move(-1), a: () => act("ACCEPT"), r: () => act("REJECT"), n: () => act("CLOSE"), w: () => act("WITHDRAW"), u: takeBack, e: () => focus("strength"), p: () => (another ? go(another) : focus("proposed-course")), s: proposeLikeliest, x: () => { if (item && isSelectable(item)) toggle(item); },
    ...Object.fromEntries(words.map((each, place) => [String(place + 1), () => pick(each)])),
  });
  const left = items.filter(isWaiting).length;
  if (!item) return <Choices subject={subject} target={param("target")} />;
  const decision = decisions.value.get(itemKey(item));
  const outcome = decision && saidOf(decision);
  const bar = chosenItems.length > 0 || item.work === "PROPOSE" ? null : barOf(item);
  const verdicts = isAuthor ? OF_AUTHOR : bar ? [] : VERDICTS;
  return (
    <div class="review">
      <Queue items={items} chosen={item} states={states} suggestions={suggestions} isSelected={isSelected} isSelectable={isSelectable} onSelect={toggle}>
        <p class="fine" role="status">{t("reviewLeft", { n: count(left) })}{chosenItems.length > 0 && ` · ${t("reviewSelected", { n: chosenItems.length })}`}{chosenSearches.length > 0 && ` · ${t("reviewSelectedSearches", { n: chosenSearches.length })}`}</p>
        <p class="row">
          {selectable.length > 0 && <button type="button" class="button small" onClick={() => { selected.value = new Set(selectable.map(itemKey)); }}>{t("reviewSelectAll")}</button>}
          {reworded.length > 0 && <span class="fine">{t(selectable.length > 0 ? "reviewRewordedLeftOut" : "reviewRewordedOnly", { n: reworded.length })}</span>}
          {suggested.length > 0 && <button type="button" class="button small" onClick={() => { selected.value = new Set(suggested.map(itemKey)); }}>{t("suggestedSelectAll", { n: suggested.length })}</button>}
          {chosenItems.length + chosenSearches.length > 0 && <button type="button" class="button small" onClick={() => { selected.value = NONE; }}>{t("reviewSelectNone")}</button>}
        </p>
      </Queue>
      <div>
        <p class="hidden-text" role="status">{t("reviewOpen", { n: items.indexOf(item) + 1, all: items.length, name: item.requirement ? `${item.requirement.code} ${item.requirement.text}` : "" })}</p>
        <Card item={item} draft={draft} proposed={decision?.status} rejected={rejected} subject={subject} kind={entered?.kind ?? item.alignment?.kind ?? null} strength={(entered && strengthOf(entered.strength)) ?? item.alignment?.strength ?? 0} />
        {decision?.problem && <Failure decision={decision} onReload={() => reload(decision.key)} />}
        {item.alignment && entered && chosenItems.length === 0 && !decision && !bar && <Corrections alignment={item.alignment} entered={entered} onChange={(next) => { corrected.value = { of: itemKey(item), entered: next }; }} />}
        {item.work !== "DECIDE" && isProposable(item) && <Suggested item={item} suggestions={suggestionsOf(item)} isAlone={chosenSearches.length === 0} entered={proposing.value} ticked={tickedHere} onEnter={(next) => { proposing.value = next; }} onTick={(course) => { ticked.value = { of: itemKey(item), courses: toggled(tickedHere, course) }; }} onPropose={(chosen) => proposeSuggested([[item, chosen]])} />}
        {item.work !== "DECIDE" && subject && isProposable(item) && <Propose key={itemKey(item)} subject={subject} rejected={rejected.data ?? []} isSignedIn={Boolean(token.value)} onDraft={(next) => onDraft(item, next)} onPropose={(proposal) => proposeAll([[item, [proposal]]])} />}
        {chosenItems.length + chosenSearches.length > 0 && <Selected items={[...chosenItems, ...chosenSearches]} suggestionsOf={suggestions.of} />}
        {bar && <p class="lead">{t(bar)}</p>}
        {!isProposing && (isAuthor || !bar) && <Reasons words={words} reason={reason.value} isSearch={item.work === "SEARCH"} isOptional={!isAuthor && acted.every((each) => each.work === "DECIDE") && hasRationale(acted)} onChange={change} />}
        <FailuresElsewhere open={item} />
        {chosenSearches.length > 0 && <fieldset class="reasons"><legend>{t("proposeLikeliest", { n: chosenSearches.length })}</legend><SaidSelects id="suggested-strength" entered={proposing.value} onChange={(next) => { proposing.value = next; }} /></fieldset>}
        <div class="decision-bar">
          <p class="hint" role="status">{outcome ? t(outcome) : hint.value}</p>
          <div class="verdicts">
            {chosenSearches.length > 0 && <button type="button" class="button verdict-ACCEPT" onClick={proposeLikeliest}>{t("proposeLikeliest", { n: chosenSearches.length })} <kbd aria-hidden="true">S</kbd></button>}
            {!isProposing && verdicts.filter(([verdict]) => acted.some((each) => isPossible(each, verdict))).map(([verdict, word, key]) => <button key={verdict} type="button" class={`button verdict-${verdict}`} disabled={chosenItems.length === 0 && Boolean(decision)} onClick={() => act(verdict)}>{chosenItems.length > 0 ? `${t(word)} ${chosenItems.length}` : t(word)} <kbd aria-hidden="true">{key}</kbd></button>)}
            {another && chosenItems.length === 0 && <a class="button" href={another}>{t("proposeAnother")} <kbd aria-hidden="true">P</kbd></a>}
            <button type="button" class="button" onClick={() => move(1)}>{t("reviewSkip")} <kbd aria-hidden="true">J</kbd></button>
            <button type="button" class="button" onClick={takeBack}>{t("reviewUndo")} <kbd aria-hidden="true">U</kbd></button>
          </div>
        </div>
      </div>
    </div>
  );
}

export function ReviewPage() {
  useTitle(t("review"));
  const target = param("target");
  const variables = { subject: param("subject"), target: measuredTarget(target) };
  const [queue, setItems] = useQueue(variables);
  const { items, answer } = useAdded(queue.items, variables.subject);
  const error = queue.error ?? answer.error;
  const suggestions = useSuggestions(variables);
  const hint = useSignal("");
  const seenBack = useRef(takenBack.value);
  useEffect(() => { hint.value = ""; }, [variables.subject, variables.target]);
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
      <p class="lead">{t("reviewLead")} {(variables.subject || variables.target) && <a href={changed({ subject: null, target: null, standard: null, at: null })}>{t("reviewAll")}</a>} {variables.subject && target && <><a href={changed({ subject: null, at: null })}>{t("reviewOthers")}</a> <a href={link(["fit"], { subject: variables.subject, ...targetParams(target) })}>{t("choicesFit")}</a> </>}<QueryLink query={QUEUE} variables={variables} /></p>
      <SignIn />
      {error && <Problem error={error} isPage />}
      {error?.code === "STATEMENT_TIMEOUT" && !(variables.subject && variables.target) && <p>{t("reviewTimeout")} <a class="button small" href={link(["fit"])}>{t("choicesStart")}</a></p>}
      {error?.code === "NOT_KNOWN" && target && <NoStandard target={target} />}
      {!error && (items ? <Desk items={items} onItems={setItems} subject={variables.subject} suggestions={suggestions} hint={hint} seenBack={seenBack} /> : <Loading rows={9} />)}
      {!error && items && items.length > 0 && <OtherSide subject={variables.subject} target={target} />}
      <p class="fine to-gaps"><a href={link(["gaps"])}>{t("gapsTitle")}</a></p>
    </>
  );
}
