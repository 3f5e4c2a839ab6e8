// The four states as mark, word and bar. A bar is covered | partly | not reviewed | gap: the bounds are two of its borders.
import { count, percent, t } from "../words";

export const STATES = ["COVERED", "PARTLY_COVERED", "UNKNOWN", "NOT_COVERED"] as const;
export type State = (typeof STATES)[number];
export type Counts = Record<State, number>;

export interface Counted {
  covered?: number | null | undefined;
  partlyCovered?: number | null | undefined;
  unknown?: number | null | undefined;
  notCovered?: number | null | undefined;
}

export const countsOf = (of: Counted): Counts => ({
  COVERED: of.covered ?? 0,
  PARTLY_COVERED: of.partlyCovered ?? 0,
  UNKNOWN: of.unknown ?? 0,
  NOT_COVERED: of.notCovered ?? 0,
});
export function countsOfStates(states: readonly State[]): Counts {
  const counts = countsOf({});
  for (const each of states) counts[each] += 1;
  return counts;
}
/** Of each state; where nobody has looked, what was found is unknown and no zero. */
export function foundOf(of: Counted): Required<Counted> & { lower: number | null; upper: number | null } {
  const counts = countsOf(of);
  const all = sumOf(counts);
  const found = isReviewed(counts) ? { covered: counts.COVERED, partlyCovered: counts.PARTLY_COVERED, notCovered: counts.NOT_COVERED } : { covered: null, partlyCovered: null, notCovered: null };
  return { ...found, unknown: all > 0 ? counts.UNKNOWN : null, lower: all > 0 ? lowerOf(counts) : null, upper: all > 0 ? upperOf(counts) : null };
}
export const sumOf = (counts: Counts): number => STATES.reduce((sum, each) => sum + counts[each], 0);
export const lowerOf = (counts: Counts): number => counts.COVERED / sumOf(counts);
export const upperOf = (counts: Counts): number => 1 - counts.NOT_COVERED / sumOf(counts);
export const isReviewed = (counts: Counts): boolean => counts.UNKNOWN < sumOf(counts);

/** The heads of counts in a file: what is counted, and in what. */
export const countHeads = () => ({
  requirements: t("requirementsHead"), covered: t("inRequirements", { of: t("COVERED") }), partlyCovered: t("inRequirements", { of: t("PARTLY_COVERED") }),
  unknown: t("inRequirements", { of: t("UNKNOWN") }), notCovered: t("inRequirements", { of: t("NOT_COVERED") }),
});

/** How many are in a state: where nobody has looked, what was found is unknown and no zero. */
const numberIn = (counts: Counts, state: State): string => (state === "UNKNOWN" || isReviewed(counts) ? count(counts[state]) : t("unknown"));

export function Mark({ state, size = 16 }: { state: State; size?: number }) {
  return (
    <svg class={`mark mark-${state}`} width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      {state === "COVERED" && <><circle cx="8" cy="8" r="7" class="fill" /><path d="m4.8 8.2 2.3 2.3 4.2-4.6" class="cut" /></>}
      {state === "PARTLY_COVERED" && <><circle cx="8" cy="8" r="6.3" class="ring" /><path d="M1.7 8a6.3 6.3 0 0 0 12.6 0z" class="fill" /></>}
      {state === "UNKNOWN" && <><circle cx="8" cy="8" r="6.4" class="dashes" /><path d="M6.2 6.5c0-1 .8-1.8 1.8-1.8s1.8.7 1.8 1.7c0 1.3-1.8 1.3-1.8 2.6M8 11.3v.2" class="line" /></>}
      {state === "NOT_COVERED" && <><circle cx="8" cy="8" r="6.2" class="ring" /><path d="m5.7 5.7 4.6 4.6m0-4.6-4.6 4.6" class="line" /></>}
    </svg>
  );
}

export const StateWord = ({ state }: { state: State }) => (
  <span class={`state state-${state}`}><Mark state={state} />{t(state)}</span>
);

/** One figure where both bounds are the same. */
const boundsOf = (counts: Counts): readonly string[] => [...new Set([percent(lowerOf(counts)), percent(upperOf(counts))])];

export const boundsText = (counts: Counts): string =>
  sumOf(counts) === 0 ? t("unknown") : isReviewed(counts) ? boundsOf(counts).join(" – ") : t("UNKNOWN");

/** Both bounds; where nobody has looked, that instead of 0.0 % – 100.0 %. */
export function Bounds({ counts }: { counts: Counts }) {
  if (sumOf(counts) === 0) return <span class="fine">{t("unknown")}</span>;
  if (!isReviewed(counts)) return <StateWord state="UNKNOWN" />;
  const [lower, upper] = boundsOf(counts);
  return <span class="number"><b>{lower}</b>{upper && ` – ${upper}`}</span>;
}

const sentence = (counts: Counts): string =>
  [boundsText(counts), ...STATES.map((each) => `${t(each)} ${numberIn(counts, each)}`)].join("; ");

export function Bar({ counts, size = "m", about }: { counts: Counts; size?: "s" | "m" | "l"; about?: string }) {
  const all = sumOf(counts);
  return (
    <div class={`bar bar-${size}`} role="img" aria-label={about ? `${about}: ${sentence(counts)}` : sentence(counts)}>
      {STATES.filter((each) => counts[each] > 0).map((each) => (
        <span key={each} class={`part part-${each}`} style={{ width: `${(100 * counts[each]) / all}%` }} />
      ))}
    </div>
  );
}

/** The bounds under the bar, each at its border; aligned so that neither leaves the bar. */
export function Ticks({ counts }: { counts: Counts }) {
  if (!isReviewed(counts)) return null;
  const [lower, upper] = [lowerOf(counts), upperOf(counts)];
  const side = (at: number): string => (at > 0.5 ? "tick-end" : "tick-start");
  return (
    <div class="ticks" aria-hidden="true">
      <span class={`tick ${side(lower)}`} style={{ left: `${100 * lower}%` }}>{t("atLeast")} <b>{percent(lower)}</b></span>
      <span class={`tick tick-lower ${side(upper)}`} style={{ left: `${100 * upper}%` }}>{t("atMost")} <b>{percent(upper)}</b></span>
    </div>
  );
}

export function Legend({ counts }: { counts?: Counts }) {
  return (
    <ul class="legend">
      {STATES.map((each) => (
        <li key={each}><span class={`swatch part-${each}`} aria-hidden="true" />{t(`${each}_long`)}{counts && <b class="number">{numberIn(counts, each)}</b>}</li>
      ))}
    </ul>
  );
}

/** The bounds in a sentence, and where their span comes from. */
export function boundsSentence(counts: Counts): readonly [string, string] {
  if (!isReviewed(counts)) return [t("nobodyReviewed", { n: count(sumOf(counts)) }), t("nobodyReviewedReason")];
  const reasons = [
    counts.PARTLY_COVERED > 0 && t("boundsPartly", { n: count(counts.PARTLY_COVERED) }),
    counts.UNKNOWN > 0 && t("boundsUnknown", { n: count(counts.UNKNOWN) }),
  ].filter((each): each is string => Boolean(each));
  if (reasons.length === 0) return [t("boundsExact", { a: percent(lowerOf(counts)) }), t("boundsExactReason")];
  const bounds = t("bounds", { a: percent(lowerOf(counts)), b: percent(upperOf(counts)) });
  return [bounds, t("boundsReason", { reasons: reasons.join(t("and")) })];
}

/** Says that fewer requirements are listed than there are. */
export const Cut = ({ listed, of }: { listed: number; of: number }) => (listed < of ? <p class="fine" role="note">{t("cut", { a: listed, b: of })}</p> : null);
