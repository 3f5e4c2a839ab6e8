// What an editor of the college makes of a plan: a revision, next year's plan; of a draft what is taken back, or published.
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { go, link } from "../../../address";
import { change } from "../../../api";
import CARRY from "../../../documents/carry-training-plan-forward.graphql";
import PUBLISH from "../../../documents/publish-training-plan.graphql";
import REVISE from "../../../documents/revise-training-plan.graphql";
import UNDO from "../../../documents/undo-training-plan-edit.graphql";
import type { CarryTrainingPlanForwardMutation, PlanChangesQuery, PublishTrainingPlanMutation, ReviseTrainingPlanMutation, UndoTrainingPlanEditMutation } from "../../../generated/answers";
import { Refusal } from "../../../parts/refusal";
import { Data } from "../../../parts/small";
import { type VersionsWord, coded, v } from "../../../words/versions";
import { type Doing, sending, useDoing } from "../doing";
import type { Plan } from "../terms";

const REASON_LARGEST = 1000;
export type Change = PlanChangesQuery["changes"]["nodes"][number];

const Reason = ({ value, onInput }: { value: string; onInput: (text: string) => void }) => (
  <label class="select wide"><span>{v("reason")}</span><input type="text" name="reason" maxLength={REASON_LARGEST} value={value} onInput={(event) => onInput(event.currentTarget.value)} /></label>
);

/** A thing to do, with what it means. */
const Act = ({ name, title, help, doing, children }: { name: string; title: string; help: string; doing: Doing; children: ComponentChildren }) => (
  <section class={`card act act-${name}`}>
    <h3>{title}</h3>
    <p class="lead">{help}</p>
    {children}
    {doing.error && <Refusal error={doing.error} />}
  </section>
);

const Button = ({ word, isOff, onPress, isPrimary = false }: { word: string; isOff: boolean; onPress: () => void; isPrimary?: boolean }) => (
  <p><button type="button" class={`button${isPrimary ? " primary" : ""}`} disabled={isOff} onClick={onPress}>{word}</button></p>
);

export function Publish({ plan, onDone }: { plan: Plan; onDone: (said: VersionsWord) => void }) {
  const [isKnown, setIsKnown] = useState(false);
  const [isCarrying, setIsCarrying] = useState(false);
  const doing = useDoing(async (input) => {
    await change<PublishTrainingPlanMutation>(PUBLISH, { input }, sending());
    onDone("publishDone");
  });
  return (
    <Act name="publish" title={v("publish")} help={v("publishHelp")} doing={doing}>
      <label class="check"><input type="checkbox" name="carry" checked={isCarrying} onChange={(event) => setIsCarrying(event.currentTarget.checked)} />{v("carryAlignments")}</label>
      <label class="check"><input type="checkbox" name="known" checked={isKnown} onChange={(event) => setIsKnown(event.currentTarget.checked)} />{v("publishKnown")}</label>
      <Button isPrimary word={v("publishNow")} isOff={!isKnown || doing.isSending} onPress={() => void doing.run({ trainingPlan: plan.id, expectedVersion: plan.editVersion ?? 0, carryAlignments: isCarrying })} />
    </Act>
  );
}

const UNDONE = new Set(["EDIT_PLAN", "UNDO_EDIT"]);

/** What would be taken back: the last change, if it is one of this draft. */
export function Undo({ plan, last, onDone }: { plan: Plan; last: Change | undefined; onDone: (said: VersionsWord) => void }) {
  const doing = useDoing(async (input) => {
    await change<UndoTrainingPlanEditMutation>(UNDO, { input }, sending());
    onDone("undoDone");
  });
  const undone = last && UNDONE.has(last.action) && last.version === plan.editVersion ? last : null;
  return (
    <Act name="undo" title={v("undo")} help={v("undoHelp")} doing={doing}>
      {undone ? <p><b>{coded("action_", undone.action)}</b> <Data>{undone.editor}</Data>{undone.reason && <> · <Data>{undone.reason}</Data></>}</p> : <p class="fine">{v("undoNone")}</p>}
      <Button word={v(undone?.action === "UNDO_EDIT" ? "redoNow" : "undoNow")} isOff={!undone || doing.isSending} onPress={() => void doing.run({ trainingPlan: plan.id, expectedVersion: plan.editVersion ?? 0 })} />
    </Act>
  );
}

export function Revise({ plan }: { plan: Plan }) {
  const [reason, setReason] = useState("");
  const doing = useDoing(async (input) => {
    const { createTrainingPlanRevision: made } = await change<ReviseTrainingPlanMutation>(REVISE, { input }, sending());
    if (made?.trainingPlan) go(link(["plans", made.trainingPlan.id], { view: "versions" }));
  });
  return (
    <Act name="revise" title={v("revise")} help={v("reviseHelp")} doing={doing}>
      <Reason value={reason} onInput={setReason} />
      <Button word={v("reviseNow")} isOff={!reason.trim() || doing.isSending} onPress={() => void doing.run({ trainingPlan: plan.id, reason: reason.trim() })} />
    </Act>
  );
}

const YEAR = /\d{4}/;
/** The grade after this one; empty where it names no year. */
const nextGrade = (grade: string | null | undefined): string => (grade && YEAR.test(grade) ? grade.replace(YEAR, (year) => String(Number(year) + 1)) : "");

export function CarryForward({ plan }: { plan: Plan }) {
  const [grade, setGrade] = useState(nextGrade(plan.grade));
  const [reason, setReason] = useState("");
  const doing = useDoing(async (input) => {
    const { carryTrainingPlanForward: made } = await change<CarryTrainingPlanForwardMutation>(CARRY, { input }, sending());
    if (made?.trainingPlan) go(link(["plans", made.trainingPlan.id], { view: "versions", from: plan.id }));
  });
  return (
    <Act name="carry" title={v("carry")} help={v("carryHelp")} doing={doing}>
      <label class="select"><span>{v("grade")}</span><input type="text" name="grade" lang="zh-CN" maxLength={20} value={grade} onInput={(event) => setGrade(event.currentTarget.value)} /></label>
      <Reason value={reason} onInput={setReason} />
      <Button word={v("carryNow")} isOff={!grade.trim() || !reason.trim() || doing.isSending} onPress={() => void doing.run({ trainingPlan: plan.id, grade: grade.trim(), reason: reason.trim() })} />
    </Act>
  );
}
