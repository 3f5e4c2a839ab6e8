// What may carry a requirement: the likeliest courses, with why, each proposed by one click.
import { useMemo } from "preact/hooks";
import { type Answer, useAnswer } from "../../api";
import SUGGESTIONS from "../../documents/review-suggestions.graphql";
import type { ReviewSuggestionsQuery, ReviewSuggestionsQueryVariables } from "../../generated/answers";
import { Loading, Problem } from "../../parts/answer";
import { QueryLink } from "../../parts/figure";
import { Rationale } from "../../parts/rationale";
import { Data } from "../../parts/small";
import { leading, listed, percent } from "../../words";
import { t } from "../../words/reviewing";
import type { Item, Proposal } from "./decisions";
import { type Entered, SaidSelects, strengthOf } from "./said";

export type Suggestion = NonNullable<ReviewSuggestionsQuery["suggestAlignments"]>["suggestions"][number];

/** Those of each open requirement, the likeliest first, as far as they were read. */
export interface Suggestions {
  of: (item: Item) => readonly Suggestion[];
  /** The programme that they are for. */
  programme: ReviewSuggestionsQuery["subject"] | null;
  /** Whether there are no more than were read: then a requirement without any has none. */
  isWhole: boolean;
  answer: Answer<ReviewSuggestionsQuery>;
  variables: ReviewSuggestionsQueryVariables | null;
}

const NONE: readonly Suggestion[] = [];
/** The most that the API gives at once. */
const READ_LARGEST = 500;
const RATIONALE_LARGEST = 1000;
/** From here on a suggestion is right more often than not: the default of `minProbability`. */
export const LIKELY = 0.4;
export const isLikely = (suggestion: Suggestion | undefined): boolean => (suggestion?.probability ?? 0) >= LIKELY;

function byRequirement(found: readonly Suggestion[]): Map<string, Suggestion[]> {
  const groups = new Map<string, Suggestion[]>();
  for (const each of found) groups.set(each.requirement.id, [...(groups.get(each.requirement.id) ?? []), each]);
  return groups;
}

/** `onlyOpen`: of requirements alone for which nothing is proposed or accepted. */
export function useSuggestions({ subject, target }: { subject: string | null; target: string | null }, onlyOpen = true): Suggestions {
  const variables = subject && target ? { subject, target, first: READ_LARGEST, onlyOpen } : null;
  const answer = useAnswer<ReviewSuggestionsQuery, ReviewSuggestionsQueryVariables>(SUGGESTIONS, variables);
  const found = answer.data?.suggestAlignments?.suggestions ?? NONE;
  const groups = useMemo(() => byRequirement(found), [found]);
  return { of: (item) => (item.work === (onlyOpen ? "SEARCH" : "PROPOSE") && groups.get(item.requirement?.id ?? "")) || NONE, programme: answer.data?.subject ?? null, isWhole: found.length < READ_LARGEST, answer, variables };
}

/** What is stored: which words stand where, as the API tells it, and of which text of the course, if not of its name. */
const reasonOf = ({ matched, matchedText, reason }: Suggestion): string =>
  matched === "NAME" ? reason : `${{ OUTCOME: "课程目标", TYPICAL_TASKS: "典型工作任务", CONTENT: "主要教学内容" }[matched]}“${matchedText}”：${reason}`;

/** A proposal of what is suggested; null where the strength that was entered is none. */
export function proposalOf(suggestion: Suggestion, { kind, role, strength }: Entered): Proposal | null {
  const value = strengthOf(strength);
  return value === null ? null : { course: suggestion.course.id, kind, role, strength: value, rationale: reasonOf(suggestion).slice(0, RATIONALE_LARGEST), method: "suggested" };
}

export const likelihood = ({ probability }: Suggestion): string => (probability == null ? t("suggestionUnknown") : t("suggestionProbability", { p: percent(probability) }));

interface SuggestedProps {
  item: Item;
  suggestions: Suggestions;
  /** Nothing else is selected, whose fields and key S these would be. */
  isAlone: boolean;
  entered: Entered;
  ticked: ReadonlySet<string>;
  onEnter: (entered: Entered) => void;
  onTick: (course: string) => void;
  onPropose: (chosen: readonly Suggestion[]) => void;
}

function Row({ each, hasKey, isTicked, onTick, onPropose }: { each: Suggestion; hasKey: boolean; isTicked: boolean; onTick: () => void; onPropose: () => void }) {
  return (
    <li>
      <label class="check"><input type="checkbox" checked={isTicked} onChange={onTick} /><b><Data>{each.course.displayName}</Data></b></label>
      <span class="fine">{likelihood(each)}</span>
      <button type="button" class="button small" onClick={onPropose}>{t("propose")} {hasKey && <kbd aria-hidden="true">S</kbd>}</button>
      <p class="fine">
        {each.words.length > 0 && <>{leading(t("suggestionWords"))}<Data>{listed(each.words)}</Data> · </>}
        {each.matched !== "NAME" && <>{t(`matched_${each.matched}`)} <Data>“{each.matchedText}”</Data> · </>}
        <Rationale of={{ rationaleEnglish: each.reasonEnglish, rationaleLabel: each.reason }} />
      </p>
    </li>
  );
}

/** The likeliest courses of an open requirement: one proposed by its button, several that are ticked by another. */
export function Suggested({ item, suggestions, isAlone, entered, ticked, onEnter, onTick, onPropose }: SuggestedProps) {
  const { answer, variables, isWhole } = suggestions;
  const found = suggestions.of(item);
  const chosen = found.filter((each) => ticked.has(each.course.id));
  return (
    <section class="card suggested" aria-labelledby="suggested-title">
      <h2 id="suggested-title">{t("suggestedTitle")}</h2>
      <p class="lead">{t("suggestedLead")} {variables && <QueryLink query={SUGGESTIONS} variables={variables} />}</p>
      {answer.error && <Problem error={answer.error} />}
      {!answer.error && answer.data === null && <Loading rows={2} />}
      {answer.data !== null && found.length === 0 && <p>{t(isWhole ? "suggestedNone" : "suggestedNotRead")}</p>}
      {found.length > 0 && (
        <>
          <ol>{found.map((each, at) => <Row key={each.course.id} each={each} hasKey={isAlone && at === 0 && chosen.length === 0} isTicked={ticked.has(each.course.id)} onTick={() => onTick(each.course.id)} onPropose={() => onPropose([each])} />)}</ol>
          {found.some((each) => each.probability == null) && <p class="fine">{t("suggestionUnknownHelp")}</p>}
          {isAlone && <div class="reasons"><SaidSelects id="suggested-strength" entered={entered} onChange={onEnter} /></div>}
          {chosen.length > 0 && <button type="button" class="button" onClick={() => onPropose(chosen)}>{t("proposeTicked", { n: chosen.length })} {isAlone && <kbd aria-hidden="true">S</kbd>}</button>}
        </>
      )}
    </section>
  );
}
