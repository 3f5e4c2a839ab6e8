// What the courses of a plan are to achieve; an editor of the college edits those of a draft here.
import { useState } from "preact/hooks";
import { change, useAnswer } from "../../api";
import EDIT from "../../documents/edit-training-plan.graphql";
import OUTCOMES from "../../documents/plan-course-outcomes.graphql";
import type { EditTrainingPlanMutation, PlanCourseOutcomesQuery, PlanCourseOutcomesQueryVariables, TrainingPlanEditInput } from "../../generated/answers";
import { Shown } from "../../parts/answer";
import { Refusal } from "../../parts/refusal";
import { Data } from "../../parts/small";
import { count } from "../../words";
import { type OutcomesWord, o } from "../../words/course-outcomes";
import { token } from "../review/decisions";
import { type Doing, sending, useDoing } from "./doing";
import { labelOf } from "./same-names";
import { type Plan, isDraft } from "./terms";

type Outlined = Extract<NonNullable<PlanCourseOutcomesQuery["node"]>, { courses: unknown }>;
type Course = Outlined["courses"][number];
type Outcome = Course["outcomes"][number];

const TEXT_LARGEST = 300;

/** What became of a text. */
interface Done {
  said: OutcomesWord;
  text: string;
}

/** Makes one edit, and then says what became of the text. */
interface Editing {
  doing: Doing;
  edit: (edit: TrainingPlanEditInput, said: OutcomesWord, text: string) => Promise<boolean>;
}

function useEditing(plan: Outlined, onDone: (done: Done | null) => void): Editing {
  const doing = useDoing(async (input) => {
    await change<EditTrainingPlanMutation>(EDIT, { input }, sending());
  });
  const edit = async (one: TrainingPlanEditInput, said: OutcomesWord, text: string): Promise<boolean> => {
    onDone(null);
    const isDone = await doing.run({ trainingPlan: plan.id, expectedVersion: plan.editVersion ?? 0, edits: [one] });
    if (isDone) onDone({ said, text });
    return isDone;
  };
  return { doing, edit };
}

const TextField = ({ value, onInput }: { value: string; onInput: (text: string) => void }) => (
  <label class="select wide"><span>{o("text")}</span><input type="text" name="outcome" lang="zh-CN" maxLength={TEXT_LARGEST} value={value} onInput={(event) => onInput(event.currentTarget.value)} /></label>
);

function Rewording({ outcome: { id, text }, editing: { doing, edit }, onClose }: { outcome: Outcome; editing: Editing; onClose: () => void }) {
  const [words, setWords] = useState(text);
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (await edit({ action: "CHANGE_OUTCOME", of: id, outcome: { text: words.trim() } }, "changed", words.trim())) onClose();
  };
  return (
    <form class="row outcome-form" onSubmit={(event) => void send(event)}>
      <TextField value={words} onInput={setWords} />
      <button type="submit" class="button primary" disabled={!words.trim() || words.trim() === text || doing.isSending}>{o("save")}</button>
      <button type="button" class="button" onClick={onClose}>{o("cancel")}</button>
    </form>
  );
}

function OutcomeItem({ outcome, editing }: { outcome: Outcome; editing: Editing | null }) {
  const [isOpen, setIsOpen] = useState(false);
  const { id, text } = outcome;
  if (editing && isOpen) return <li><Rewording outcome={outcome} editing={editing} onClose={() => setIsOpen(false)} /></li>;
  return (
    <li>
      <Data>{text}</Data>
      {editing && (
        <span class="row outcome-acts">
          <button type="button" class="button small" aria-label={o("changeOf", { text })} onClick={() => setIsOpen(true)}>{o("change")}</button>
          <button type="button" class="button small" aria-label={o("removeOf", { text })} disabled={editing.doing.isSending} onClick={() => void editing.edit({ action: "REMOVE_OUTCOME", of: id }, "removed", text)}>{o("remove")}</button>
        </span>
      )}
    </li>
  );
}

function Adding({ courses, editing: { doing, edit } }: { courses: readonly Course[]; editing: Editing }) {
  const [line, setLine] = useState(courses[0]?.id ?? "");
  const [text, setText] = useState("");
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (await edit({ action: "ADD_OUTCOME", outcome: { line, text: text.trim() } }, "added", text.trim())) setText("");
  };
  return (
    <form class="outcome-form" onSubmit={(event) => void send(event)}>
      <h3>{o("add")}</h3>
      <div class="row">
        <label class="select"><span>{o("course")}</span><select name="course" lang="zh-CN" value={line} onChange={(event) => setLine(event.currentTarget.value)}>{courses.map((each) => <option key={each.id} value={each.id}>{labelOf(each, courses)}</option>)}</select></label>
        <TextField value={text} onInput={setText} />
        <button type="submit" class="button primary" disabled={!text.trim() || doing.isSending}>{o("addNow")}</button>
      </div>
    </form>
  );
}

/** The same plan as the page shows, with its outcomes: edits name the version that was read with them. */
function Outcomes({ outlined, plan }: { outlined: Outlined; plan: Plan }) {
  const [done, setDone] = useState<Done | null>(null);
  const editing = useEditing(outlined, setDone);
  // Who reads a draft may edit it.
  const own = isDraft(plan) ? editing : null;
  const { courses } = outlined;
  const given = courses.filter((each) => each.outcomes.length > 0);
  const n = given.reduce((sum, each) => sum + each.outcomes.length, 0);
  return (
    <section class="card course-outcomes">
      <h2>{o("title")}</h2>
      <p class="lead">{n === 0 ? o("none") : o("lead", { n: count(n), m: count(given.length) })}</p>
      <p class="fine">{o(isDraft(plan) ? "leadDraft" : "leadPublished")}</p>
      <p class="lead" role="status">{done && o(done.said, { text: done.text })}</p>
      {editing.doing.error && <Refusal error={editing.doing.error} />}
      {given.map((each) => (
        <div key={each.id}>
          <h3><Data>{labelOf(each, courses)}</Data></h3>
          <ol class="outcome-list">{each.outcomes.map((one) => <OutcomeItem key={one.id} outcome={one} editing={own} />)}</ol>
        </div>
      ))}
      {own && <Adding courses={courses} editing={own} />}
    </section>
  );
}

export function CourseOutcomes({ plan }: { plan: Plan }) {
  const answer = useAnswer<PlanCourseOutcomesQuery, PlanCourseOutcomesQueryVariables>(OUTCOMES, { id: plan.id }, token.value);
  return <Shown answer={answer} rows={2}>{({ node }) => (node && "courses" in node ? <Outcomes outlined={node} plan={plan} /> : null)}</Shown>;
}
