// Of which choice a line of the report is: one that was read, one that a correction made, a new one, or none.
import { useState } from "preact/hooks";
import { Select } from "../../../parts/small";
import { cw } from "../../../words/correcting";
import { corrections } from "../corrections";
import { nameOf } from "./correct";
import type { Plan } from "./report";

const KINDS = ["CHOOSE_ONE", "CHOOSE_CREDITS", "ALTERNATIVES"] as const;
type Kind = (typeof KINDS)[number];
const NEW = "new";
const LABEL_LARGEST = 100;
const DIRECTION_LARGEST = 300;

/** In the words of documents, as the server reads it: 拓展课：选2门. */
function statement(label: string, kind: Kind, number: string): string {
  if (!label.trim() || (kind !== "ALTERNATIVES" && !(Number(number) > 0))) return "";
  return `${label.trim()}：${kind === "ALTERNATIVES" ? "任选其一" : kind === "CHOOSE_ONE" ? `选${number}门` : `选${number}学分`}`;
}

/** The new choices that corrections of this plan state so far. */
const madeSoFar = (plan: string): string[] => [...new Set([...corrections.value.values()].filter(({ item, text }) => item.startsWith(`${plan}:`) && item.endsWith(":choice") && /\D/.test(text)).map(({ text }) => text))];

/** Whether a choice is of a number of courses or directions: only then lines have directions. */
export const hasDirections = (plan: Plan, text: string): boolean =>
  /：选\d+[门项个]?$/.test(text) || plan.groups.some(({ number, kind }) => String(number) === text && kind === "CHOOSE_ONE");

/** The direction of a line in its choice; those that the report and other corrections name are offered. */
export function LineDirection({ plan, text, onWrite }: Omit<Given, "item">) {
  const corrected = [...corrections.value.values()].filter(({ item }) => item.endsWith(":direction")).map((each) => each.text);
  const known = [...new Set([...plan.lines.map(({ option }) => option), ...corrected])].filter(Boolean);
  return (
    <>
      <label class="select"><span>{cw("field_direction")}</span><input name="direction" lang="zh-CN" list="line-directions" placeholder={cw("sameDirection")} maxLength={DIRECTION_LARGEST} value={text} onInput={(event) => onWrite(event.currentTarget.value)} /></label>
      <datalist id="line-directions">{known.map((each) => <option key={each} value={each ?? ""} />)}</datalist>
    </>
  );
}

interface Given {
  /** As it was read. */
  plan: Plan;
  /** The item of the line. */
  item: string;
  text: string;
  onWrite: (text: string) => void;
}

export function LineChoice({ plan, item, text, onWrite }: Given) {
  const [isNew, setIsNew] = useState(false);
  const [label, setLabel] = useState("");
  const [kind, setKind] = useState<Kind>("CHOOSE_ONE");
  const [number, setNumber] = useState("");
  const made = [...new Set([...madeSoFar(item.split(":")[0] ?? ""), ...(!isNew && /\D/.test(text) ? [text] : [])])];
  const options = [["", cw("choiceNone")] as const, ...plan.groups.map((each) => [String(each.number), nameOf(each)] as const), ...made.map((each) => [each, each] as const), [NEW, cw("choiceNew")] as const];
  const choose = (value: string): void => {
    setIsNew(value === NEW);
    onWrite(value === NEW ? statement(label, kind, number) : value);
  };
  const state = (newLabel: string, newKind: Kind, newNumber: string): void => {
    setLabel(newLabel);
    setKind(newKind);
    setNumber(newNumber);
    onWrite(statement(newLabel, newKind, newNumber));
  };
  return (
    <>
      <Select name={cw("field_choice")} value={isNew ? NEW : text} options={options} onChoose={choose} />
      {isNew && (
        <>
          <label class="select"><span>{cw("choiceLabel")}</span><input name="choice-label" lang="zh-CN" required maxLength={LABEL_LARGEST} value={label} onInput={(event) => state(event.currentTarget.value, kind, number)} /></label>
          <Select name={cw("choiceKind")} value={kind} options={KINDS.map((each) => [each, cw(`choice_${each}`)] as const)} onChoose={(value) => state(label, value, number)} />
          {kind !== "ALTERNATIVES" && <label class="select"><span>{cw(kind === "CHOOSE_ONE" ? "choiceHowMany" : "choiceCredits")}</span><input name="choice-number" type="number" inputMode="decimal" required min={kind === "CHOOSE_ONE" ? 1 : 0.25} step={kind === "CHOOSE_ONE" ? 1 : 0.25} max={99} value={number} onInput={(event) => state(label, kind, event.currentTarget.value)} /></label>}
        </>
      )}
    </>
  );
}
