// Why a reviewer decides as they do: the reasons that fit what is decided on, or one in words.
import type { ReviewGround } from "../../generated/answers";
import { Select } from "../../parts/small";
import { type Word, t } from "../../words/reviewing";
import type { Item } from "./decisions";

export const OTHER = "reasonOther";
const MATCHES = ["reasonName", "reasonOutcome", "reasonRelated", "reasonLevel"] as const;
/** That a course, or any, does not carry the requirement. */
const NO_MATCH = ["reasonAbsent", "reasonRelated", "reasonLevel"] as const;
/** Why an author takes a proposal back. */
const WITHDRAWAL = ["reasonMistake", "reasonRelated", "reasonLevel", OTHER] as const;
const GROUNDS = ["EXPERT_JUDGEMENT", "SYLLABUS", "COURSE_NAMES"] as const;

export interface Reason {
  chosen: string;
  other: string;
  ground: ReviewGround;
}

export const NO_REASON: Reason = { chosen: "", other: "", ground: "EXPERT_JUDGEMENT" };

const reasonsOf = (item: Item): readonly Word[] => (item.work === "SEARCH" || item.alignment?.kind === "NO_MATCH" ? NO_MATCH : MATCHES);

/** The reasons that fit each of several items. */
export const offered = (items: readonly Item[]): readonly Word[] =>
  [...reasonsOf(items[0] as Item).filter((each) => items.every((item) => reasonsOf(item).includes(each))), OTHER];

export const offeredToAuthor = (): readonly Word[] => WITHDRAWAL;

/** The text of what is chosen; empty where nothing that is offered is chosen, or no text was written. */
export function textOf({ chosen, other }: Reason, words: readonly Word[]): string {
  if (chosen === OTHER) return other.trim();
  const word = words.find((each) => each === chosen);
  return word ? t(word) : "";
}

interface ReasonsProps {
  words: readonly Word[];
  reason: Reason;
  isSearch: boolean;
  /** What is accepted has a rationale of its own. */
  isOptional: boolean;
  onChange: (change: Partial<Reason>) => void;
}

export function Reasons({ words, reason, isSearch, isOptional, onChange }: ReasonsProps) {
  return (
    <fieldset class="reasons">
      <legend>{t("reviewWhy")}</legend>
      {words.map((each, at) => (
        <label key={each} class={reason.chosen === each ? "on" : ""}><input type="radio" name="reason" checked={reason.chosen === each} onChange={() => onChange({ chosen: each })} />{t(each)} <kbd aria-hidden="true">{at + 1}</kbd></label>
      ))}
      {reason.chosen === OTHER && <label class="select wide"><span>{t("reasonText")}</span><input id="reason-text" maxLength={1000} value={reason.other} onInput={(event) => onChange({ other: event.currentTarget.value })} /></label>}
      {isSearch && <Select name={t("reviewGround")} value={reason.ground} options={GROUNDS.map((each) => [each, t(each)])} onChoose={(ground) => onChange({ ground })} />}
      {isOptional && !reason.chosen && <p class="fine">{t("reasonOptional")}</p>}
    </fieldset>
  );
}
