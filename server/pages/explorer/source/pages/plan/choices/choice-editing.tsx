// Stating on the page of a draft which of its courses are chosen among: a group that is there, or a new one.
import { useState } from "preact/hooks";
import { change } from "../../../api";
import EDIT from "../../../documents/edit-training-plan.graphql";
import type { EditTrainingPlanMutation } from "../../../generated/answers";
import { Refusal } from "../../../parts/refusal";
import { Data, Mixed, Select } from "../../../parts/small";
import { count } from "../../../words";
import { g } from "../../../words/choosing";
import { p } from "../../../words/plan";
import { sending, useDoing } from "../doing";
import { spanText } from "../figures";
import { labelOf } from "../same-names";
import type { Group, Line, Plan } from "../terms";
import { type Kind, type Stated, editsOf, optionsIn, statedOf, takenWith } from "./stated-choice";

const KINDS: readonly Kind[] = ["CHOOSE_ONE", "CHOOSE_CREDITS", "ALTERNATIVES"];
const TEXT_LARGEST = 300;
const CREDITS_LARGEST = 400;
const CREDITS_STEP = 0.25;
const FEWEST = 2;

const numberIn = (text: string): number | null => (text.trim() === "" ? null : Number(text));
const sameAs = (one: Stated, other: Stated): boolean => JSON.stringify({ ...one, options: [...one.options].sort() }) === JSON.stringify({ ...other, options: [...other.options].sort() });

/** In the words of plans: what a group is called where a person gives it no name. */
function madeLabel(stated: Stated): string {
  if (stated.kind === "CHOOSE_CREDITS") return g("madeCredits", { c: stated.credits ?? "" });
  return g(stated.kind === "ALTERNATIVES" ? "madeAlternatives" : "madeOptions", { n: optionsIn(stated), k: stated.choose ?? "" });
}

/** What is still missing, in words; null: it can be saved. */
function lackOf(stated: Stated, group: Group | null): string | null {
  if (stated.options.size === 0 && group) return null;
  if (stated.options.size < FEWEST) return g("needsTwo");
  const options = optionsIn(stated);
  if (stated.kind === "CHOOSE_ONE" && !(stated.choose !== null && stated.choose >= 1 && stated.choose <= options)) return g("needsNumber", { n: options });
  return stated.kind === "CHOOSE_CREDITS" && !(stated.credits !== null && stated.credits > 0) ? g("needsCredits") : null;
}

function NumberField({ name, word, value, step, most, onInput }: { name: string; word: string; value: number | null; step: number; most: number; onInput: (value: number | null) => void }) {
  return <label class="select"><span>{word}</span><input type="number" inputMode="decimal" name={name} min={step} max={most} step={step} value={value ?? ""} onInput={(event) => onInput(numberIn(event.currentTarget.value))} /></label>;
}

interface CourseProps {
  line: Line;
  plan: Plan;
  group: Group | null;
  stated: Stated;
  onState: (options: ReadonlyMap<string, string>) => void;
}

function Course({ line, plan, group, stated: { kind, options }, onState }: CourseProps) {
  const isIn = options.has(line.id);
  const name = labelOf(line, plan.courses);
  const other = plan.groups.find((each) => each.id === line.group?.id && each.id !== group?.id);
  const turn = (isOn: boolean): void => {
    const after = new Map(options);
    if (isOn) after.set(line.id, "");
    else after.delete(line.id);
    onState(after);
  };
  return (
    <li>
      <label class="check"><input type="checkbox" name="chosen-course" checked={isIn} onChange={(event) => turn(event.currentTarget.checked)} /><span><Data>{name}</Data> <span class="fine">{line.credits == null ? g("silentCredits") : g("ownCredits", { n: count(line.credits) })}{other && <> · {g("inOther", { group: p("groupLine", { n: other.number }) })}</>}</span></span></label>
      {isIn && kind === "CHOOSE_ONE" && <input type="text" name="direction" lang="zh-CN" list="directions" aria-label={g("directionOf", { name })} placeholder={g("direction")} maxLength={TEXT_LARGEST} value={options.get(line.id) ?? ""} onInput={(event) => onState(new Map(options).set(line.id, event.currentTarget.value))} />}
    </li>
  );
}

const Courses = (given: Omit<CourseProps, "line">) => (
  <fieldset class="choice-courses">
    <legend>{g("courses")}</legend>
    {given.stated.kind === "CHOOSE_ONE" && <p class="fine">{g("directionHelp")}</p>}
    <datalist id="directions">{[...new Set(given.stated.options.values())].filter(Boolean).map((each) => <option key={each} value={each} />)}</datalist>
    <ul>{given.plan.courses.map((line) => <Course key={line.id} line={line} {...given} />)}</ul>
  </fieldset>
);

/** What a student takes with the choice, while it is stated. */
function Preview({ plan, group, stated }: { plan: Plan; group: Group | null; stated: Stated }) {
  const { ofGroup, before, after, isUnreachable } = takenWith(plan, group, stated);
  const [a, b] = [spanText(before), spanText(after)];
  return (
    <div class="choice-preview" role="status">
      {stated.options.size > 0 && <p>{g("ofGroup", { a: spanText(ofGroup) })}</p>}
      <p>{a === b ? g("ofPlan", { a }) : g("ofPlanBecomes", { a, b })}</p>
      {isUnreachable && <p class="fine">{g("unreachable", { c: count(stated.credits) })}</p>}
    </div>
  );
}

function useChoice(plan: Plan) {
  const [id, setId] = useState("");
  const group = plan.groups.find((each) => each.id === id) ?? null;
  const [typed, setTyped] = useState<Stated | null>(null);
  const [done, setDone] = useState("");
  const stated = typed ?? statedOf(plan, group);
  const doing = useDoing(async (input) => {
    await change<EditTrainingPlanMutation>(EDIT, { input }, sending());
  });
  const open = (other: string): void => {
    setId(other);
    setTyped(null);
    setDone("");
  };
  const save = async (): Promise<void> => {
    const isLeft = stated.options.size === 0;
    const label = stated.label.trim() || madeLabel(stated);
    const edits = editsOf(plan, group, { ...stated, label });
    if (!(await doing.run({ trainingPlan: plan.id, expectedVersion: plan.editVersion ?? 0, edits, reason: g("reason") }))) return;
    open("");
    setDone(g(isLeft ? "dissolved" : "done", { label }));
  };
  const state = (values: Partial<Stated>): void => {
    setDone("");
    setTyped({ ...stated, ...values });
  };
  return { group, stated, done, doing, open, save, state, isChanged: !sameAs(stated, statedOf(plan, group)) };
}

export function ChoiceEditing({ plan }: { plan: Plan }) {
  const { group, stated, done, doing, open, save, state, isChanged } = useChoice(plan);
  const lack = lackOf(stated, group);
  const send = (event: Event): void => {
    event.preventDefault();
    void save();
  };
  return (
    <details class="folded choice-editing">
      <summary>{g("title")}</summary>
      <form onSubmit={send}>
        <p class="fine">{g("lead")}</p>
        <div class="head-fields">
          <Select name={g("group")} value={group?.id ?? ""} options={[["", g("newGroup")], ...plan.groups.map((each) => [each.id, `${p("groupLine", { n: each.number })} ${each.label}`] as const)]} onChoose={open} />
          <Select name={g("kind")} value={stated.kind} options={KINDS.map((each) => [each, g(each)] as const)} onChoose={(kind) => state({ kind })} />
          {stated.kind === "CHOOSE_ONE" && <NumberField name="choose" word={g("choose")} value={stated.choose} step={1} most={plan.courses.length} onInput={(choose) => state({ choose })} />}
          {stated.kind === "CHOOSE_CREDITS" && <NumberField name="credits" word={g("credits")} value={stated.credits} step={CREDITS_STEP} most={CREDITS_LARGEST} onInput={(credits) => state({ credits })} />}
          <label class="select"><span>{g("label")}</span><input type="text" name="label" lang="zh-CN" maxLength={TEXT_LARGEST} placeholder={madeLabel(stated)} value={stated.label} onInput={(event) => state({ label: event.currentTarget.value })} /></label>
        </div>
        <Courses plan={plan} group={group} stated={stated} onState={(options) => state({ options })} />
        <Preview plan={plan} group={group} stated={stated} />
        <p class="row"><button type="submit" class="button primary" disabled={!isChanged || lack !== null || doing.isSending}>{g("save")}</button><span class="fine">{isChanged ? lack ?? (stated.options.size === 0 && g("dissolves")) : !done && g("unchanged")}</span></p>
        {doing.error && <Refusal error={doing.error} />}
      </form>
      <p class="lead" role="status">{done && <Mixed>{done}</Mixed>}</p>
    </details>
  );
}
