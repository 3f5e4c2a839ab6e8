// What a draft says of itself, to be stated where its document does not; what its teaching standard says is proposed.
import { useEffect, useRef, useState } from "preact/hooks";
import { changed, param } from "../../address";
import { change } from "../../api";
import EDIT from "../../documents/edit-training-plan.graphql";
import type { EditTrainingPlanMutation } from "../../generated/answers";
import { Refusal } from "../../parts/refusal";
import { label, listed } from "../../words";
import { p } from "../../words/plan";
import { h } from "../../words/plan-head";
import { sending, useDoing } from "./doing";
import type { Plan } from "./terms";

type Level = NonNullable<Plan["educationLevel"]>;
type Name = "majorCode" | "educationLevel" | "years" | "entryYear" | "educationForm" | "hoursPerWeek";
type Texts = Readonly<Record<Name, string>>;

const NAMES: readonly Name[] = ["majorCode", "educationLevel", "years", "entryYear", "educationForm", "hoursPerWeek"];
const LEVELS: readonly Level[] = ["SECONDARY", "ASSOCIATE", "BACHELOR"];
/** Of the fields that are numbers, the least and the most. */
const NUMBERS: Partial<Record<Name, readonly [number, number]>> = { years: [1, 8], entryYear: [1900, 2100], hoursPerWeek: [1, 60] };
const TEXT_LARGEST = 300;
const NUMERALS = ["一", "二", "三", "四", "五"];

const textsOf = (plan: Plan): Texts => Object.fromEntries(NAMES.map((name) => [name, String(plan[name] ?? "")])) as Record<Name, string>;

const wordOf = (name: Name): string => p(name === "educationLevel" ? "education" : name);

/** The years of study that a text states alone: 三年, 3 年; a range or another text states none. */
function yearsIn(text: string): string | null {
  const [, years = ""] = /^\s*([一二三四五]|\d)\s*年制?\s*$/.exec(text) ?? [];
  const at = NUMERALS.indexOf(years);
  return at >= 0 ? String(at + 1) : years || null;
}

/** The standard that the plan rests on, or else the newest of its major. */
function standardOf({ baseStandard, major }: Plan): { duration?: string | null } | undefined {
  return baseStandard ?? [...(major?.teachingStandards ?? [])].sort((one, other) => other.year - one.year)[0];
}

function Field({ name, value, onInput }: { name: Name; value: string; onInput: (text: string) => void }) {
  const bounds = NUMBERS[name];
  const told = (event: { currentTarget: { value: string } }): void => onInput(event.currentTarget.value);
  return (
    <label class="select">
      <span>{wordOf(name)}</span>
      {name === "educationLevel" ? (
        <select name={name} value={value} onChange={told}><option value="">{p("silent")}</option>{LEVELS.map((each) => <option key={each} value={each}>{label(each)}</option>)}</select>
      ) : bounds ? (
        <input type="number" inputMode="numeric" name={name} min={bounds[0]} max={bounds[1]} step={1} value={value} onInput={told} />
      ) : (
        <input type="text" name={name} lang="zh-CN" maxLength={TEXT_LARGEST} value={value} onInput={told} />
      )}
    </label>
  );
}

const stored = (name: Name, text: string): string | number | null => (text.trim() === "" ? null : NUMBERS[name] ? Number(text) : text.trim());

/** What was typed and not saved, by plan: another view of the plan, or another page, takes none of it away. */
const unsaved = new Map<string, Partial<Texts>>();

function useHead(plan: Plan) {
  const proposed = plan.years == null ? standardOf(plan)?.duration ?? null : null;
  const years = proposed === null ? null : yearsIn(proposed);
  const given = textsOf(plan);
  const [typed, setTyped] = useState<Partial<Texts>>({ ...(years !== null && { years }), ...unsaved.get(plan.id) });
  const [done, setDone] = useState<readonly Name[]>([]);
  const doing = useDoing(async (input) => {
    await change<EditTrainingPlanMutation>(EDIT, { input }, sending());
  });
  const texts: Texts = { ...given, ...typed };
  const differing = NAMES.filter((name) => texts[name].trim() !== given[name]);
  const save = async (): Promise<void> => {
    setDone([]);
    const values = Object.fromEntries(differing.map((name) => [name, stored(name, texts[name])]));
    const isDone = await doing.run({ trainingPlan: plan.id, expectedVersion: plan.editVersion ?? 0, edits: [{ action: "CHANGE_PLAN", plan: values }], reason: h("reason") });
    if (!isDone) return;
    unsaved.delete(plan.id);
    setTyped({});
    setDone(differing);
  };
  const put = (name: Name, text: string): void => {
    unsaved.set(plan.id, { ...typed, [name]: text });
    setTyped({ ...typed, [name]: text });
  };
  return { texts, differing, done, doing, save, proposal: years !== null && texts.years === years ? proposed : null, put };
}

/** Opened and in sight where a rule sent here. */
export function HeadEditing({ plan }: { plan: Plan }) {
  const { texts, differing, done, doing, save, proposal, put } = useHead(plan);
  const here = useRef<HTMLDetailsElement>(null);
  const isSent = param("fill") !== null;
  const [isKept] = useState(unsaved.has(plan.id));
  useEffect(() => {
    if (isSent) here.current?.scrollIntoView({ block: "center" });
  }, [isSent]);
  const send = (event: Event): void => {
    event.preventDefault();
    void save();
  };
  return (
    <details class="folded head-editing" ref={here} open={isSent || isKept || undefined}>
      <summary>{h("title")}</summary>
      <form onSubmit={send}>
        <p class="fine">{h("lead")}</p>
        {proposal !== null && <p class="fine head-proposal">{h("proposal", { text: proposal })}</p>}
        <div class="head-fields">{NAMES.map((name) => <Field key={name} name={name} value={texts[name]} onInput={(text) => put(name, text)} />)}</div>
        <p class="row"><button type="submit" class="button primary" disabled={differing.length === 0 || doing.isSending}>{h("save")}</button>{differing.length === 0 && done.length === 0 && <span class="fine">{h("unchanged")}</span>}</p>
        {doing.error && <Refusal error={doing.error} />}
      </form>
      <p class="lead" role="status">{done.length > 0 && <>{h("done", { names: listed(done.map(wordOf)) })} <a href={changed({ view: "rules", fill: null })}>{h("atRules")}</a></>}</p>
    </details>
  );
}
