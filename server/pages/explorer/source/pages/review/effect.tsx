// What a decision changes: the coverage of the programme now and after it.
import { useAnswer } from "../../api";
import EFFECT from "../../documents/review-effect.graphql";
import type { AlignmentKind, ReviewEffectQuery, ReviewEffectQueryVariables } from "../../generated/answers";
import { Shown } from "../../parts/answer";
import { Bar, Bounds, type Counts, type State, StateWord, boundsText, countsOf } from "../../parts/coverage";
import { QueryLink } from "../../parts/figure";
import { Data } from "../../parts/small";
import { count, leading, listed } from "../../words";
import { t } from "../../words/reviewing";
import { type Item, isReworded } from "./decisions";
import type { Draft } from "./said";

// From which strength on an alignment covers, as `coverage` counts.
const SUFFICIENT = 0.5;

export function programmeOf(item: Item, subject: string | null): string | null {
  const { course } = item;
  if (course?.__typename === "Course") return course.teachingStandard?.id ?? null;
  if (course?.__typename === "PlanCourse") return course.trainingPlan?.id ?? null;
  return item.work === "DECIDE" ? null : subject;
}

/** The state of the requirement after acceptance; what would not cover changes nothing. */
export function stateAfter(now: State, strength: number, covers: boolean): State {
  if (!covers || now === "COVERED") return now;
  return strength >= SUFFICIENT ? "COVERED" : "PARTLY_COVERED";
}

// The kinds that say a course carries at least a part of the requirement itself.
export const COVERING: ReadonlySet<AlignmentKind | null> = new Set<AlignmentKind>(["EXACT", "BROADER", "NARROWER", "MAJOR", "MINOR"]);

/** Whether what is accepted counts: with the proposed kind as the suggestions of the requirement say, else by the kind. */
const wouldCover = (item: Item, kind: AlignmentKind | null, suggestions: readonly { alignment: { id: string } }[]): boolean =>
  kind === item.alignment?.kind ? suggestions.some((each) => each.alignment.id === item.alignment?.id) : COVERING.has(kind);

const moved = (counts: Counts, from: State, to: State): Counts => (from === to ? counts : { ...counts, [from]: counts[from] - 1, [to]: counts[to] + 1 });

function Line({ name, counts, state }: { name: string; counts: Counts; state: State }) {
  return <li><span>{name}</span><Bar counts={counts} about={name} /><Bounds counts={counts} /><StateWord state={state} /></li>;
}

/** Of a search: which courses were judged already. That alone leaves the requirement undecided. */
function Search({ notMatching, isRejected }: { notMatching: readonly (string | null | undefined)[]; isRejected: boolean }) {
  const names = [...new Set(notMatching)].map((each) => each ?? t("unknown"));
  return <p>{names.length === 0 ? t(isRejected ? "reviewSearchRejected" : "reviewSearch") : t("reviewNotMatching", { n: count(names.length), names: listed(names) })}</p>;
}

/** What was accepted of a requirement and what waits, before somebody proposes another course. */
function SoFar({ proofs, suggestions, proposing }: { proofs: readonly Held[]; suggestions: readonly Held[]; proposing: Draft | null }) {
  const names = (of: readonly Held[]): string => listed([...new Set(of.map(({ course }) => course.displayName ?? course.id))]);
  if (proofs.length + suggestions.length === 0 && !proposing) return <p>{t("proposedNothing")}</p>;
  return <>{proposing && <p>{leading(t("proposedNow"))}<Data>{listed(proposing.courses.map(({ name }) => name))}</Data></p>}{proofs.length > 0 && <p>{leading(t("proposedAccepted"))}<Data>{names(proofs)}</Data></p>}{suggestions.length > 0 && <p>{leading(t("proposedWaiting"))}<Data>{names(suggestions)}</Data></p>}</>;
}

interface Held {
  course: { id: string; displayName?: string | null };
}

/** What a draft would change once it is accepted; null: nothing is entered that could be. */
const stateOfDraft = (now: State, draft: Draft | null): State | null => (draft?.strength ? stateAfter(now, draft.strength, COVERING.has(draft.kind)) : null);

interface EffectProps {
  item: Item;
  draft: Draft | null;
  /** The draft is proposed, and not yet written. */
  isProposing: boolean;
  subject: string | null;
  kind: AlignmentKind | null;
  strength: number;
  /** Something was proposed of the requirement before, and rejected. */
  isRejected: boolean;
}

export function Effect({ item, draft, isProposing, subject, kind, strength, isRejected }: EffectProps) {
  const programme = programmeOf(item, subject);
  const target = item.requirement?.task?.workArea?.standardLevel?.skillStandard?.certificate?.id;
  const task = item.requirement?.task?.id;
  const variables = programme && target && task ? { subject: programme, target, task } : null;
  const answer = useAnswer<ReviewEffectQuery, ReviewEffectQueryVariables>(EFFECT, variables);
  const isSearch = item.work === "SEARCH";
  const isProposed = item.work === "PROPOSE";
  if (!variables) return <>{isSearch && <Search notMatching={[]} isRejected={isRejected} />}<p class="fine">{t("effectUnknown")}</p></>;
  return (
    <Shown answer={answer} rows={2}>
      {({ whole, task: ofTask }) => {
        const mine = ofTask?.items.find((each) => each.requirement.id === item.requirement?.id);
        if (!whole || !mine) return <p class="fine">{t("effectUnknown")}</p>;
        const now = mine.state as State;
        const after = isSearch ? "NOT_COVERED" : stateAfter(now, strength, wouldCover(item, kind, mine.suggestions));
        const drafted = stateOfDraft(now, draft);
        const counts = countsOf(whole);
        const then = moved(counts, now, after);
        return (
          <>
            {isProposed && <SoFar proofs={mine.proofs} suggestions={mine.suggestions} proposing={isProposing ? draft : null} />}
            {isSearch && <Search notMatching={mine.noMatches.map(({ course }) => course.displayName)} isRejected={isRejected} />}
            <ol class="effect">
              <Line name={t("effectNow")} counts={counts} state={now} />
              {!isProposed && <Line name={t(isSearch ? "effectClosed" : "effectAccepted")} counts={then} state={after} />}
              {drafted && <Line name={t("effectProposed")} counts={moved(counts, now, drafted)} state={drafted} />}
            </ol>
            <p class="fine">{!isProposed && (now === after ? t("effectNone") : boundsText(counts) === boundsText(then) && t("effectSameBounds"))} {isReworded(item) && t("effectReworded")} <QueryLink query={EFFECT} variables={variables} /></p>
          </>
        );
      }}
    </Shown>
  );
}
