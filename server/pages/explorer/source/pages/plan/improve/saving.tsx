// Saving accepted edits: in a draft, all or none. A published plan never changes, so first a draft is made of it.
import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";
import { go, link } from "../../../address";
import { ApiError, asApiError, change } from "../../../api";
import EDIT from "../../../documents/edit-training-plan.graphql";
import REVISE from "../../../documents/revise-training-plan.graphql";
import type { EditTrainingPlanMutation, ReviseTrainingPlanMutation, TrainingPlanEditInput } from "../../../generated/answers";
import { Data } from "../../../parts/small";
import { Refusal } from "../../../parts/refusal";
import { count, leading, listed, sentences } from "../../../words";
import { type ImproveWord, i } from "../../../words/improve";
import { newKey, token } from "../../review/decisions";
import { saved } from "../saved";
import type { Plan } from "../terms";

interface Draft {
  id: string;
  editVersion?: number | null;
  courses: readonly { id: string; name: string }[];
}

/** The edits of a plan's lines as edits of its draft: the same lines in the same order, under ids of their own. */
function ofDraft(edits: readonly TrainingPlanEditInput[], plan: Plan, draft: Draft): TrainingPlanEditInput[] {
  return edits.map((each) => {
    if (!each.of) return each;
    const at = plan.courses.findIndex((line) => line.id === each.of);
    const line = draft.courses[at];
    if (!line || line.name !== plan.courses[at]?.name) throw new ApiError("OTHER", i("otherLines"));
    return { ...each, of: line.id };
  });
}

/** Make a draft of a plan that is none. */
async function revise(plan: Plan, reason: string, idempotencyKey: string, bearer: string): Promise<Draft> {
  const input = { trainingPlan: plan.id, reason, idempotencyKey };
  const { createTrainingPlanRevision: made } = await change<ReviseTrainingPlanMutation>(REVISE, { input }, { token: bearer });
  if (!made?.trainingPlan) throw new ApiError("NO_ANSWER", "");
  return made.trainingPlan;
}

/** Write the edits, and show the draft. Sent again with the same key, nothing is written twice. */
async function save({ plan, edits, reason, view }: Edits, key: string): Promise<void> {
  const bearer = token.peek() ?? "";
  const draft = plan.status === "DRAFT" ? plan : await revise(plan, reason, `${key}-revise`, bearer);
  const input = { trainingPlan: draft.id, expectedVersion: draft.editVersion ?? 0, edits: draft === plan ? edits : ofDraft(edits, plan, draft), reason, idempotencyKey: key };
  const { editTrainingPlan: edited } = await change<EditTrainingPlanMutation>(EDIT, { input }, { token: bearer });
  saved.value = { plan: draft.id, editVersion: edited?.trainingPlan?.editVersion ?? 0, view, reason, courses: coursesOf(edits, plan) };
  go(link(["plans", draft.id], { view }));
  // The draft may be the plan that is shown already, scrolled down to its proposal.
  scrollTo(0, 0);
}

/** The courses whose lines the edits write. */
const coursesOf = (edits: readonly TrainingPlanEditInput[], plan: Plan): string[] => [...new Set(edits.map((each) => nameOf(each, plan)).filter(Boolean))];

const nameOf = ({ of, line }: TrainingPlanEditInput, plan: Plan): string => line?.name ?? plan.courses.find((each) => each.id === of)?.name ?? "";

interface Edits {
  plan: Plan;
  edits: readonly TrainingPlanEditInput[];
  /** Why, for the audit trail. */
  reason: string;
  /** Where the draft is shown. */
  view: string;
  help: ImproveWord;
  /** Why there is nothing to save. */
  none: ComponentChildren;
}

export function Saving(given: Edits) {
  const { plan, edits, help, none } = given;
  const [error, setError] = useState<ApiError | null>(null);
  const [isSending, setIsSending] = useState(false);
  const [key, sent] = [useRef(newKey()), JSON.stringify(edits)];
  const last = useRef(sent);
  // The same edits have the same key, so that nothing is written twice.
  if (last.current !== sent) [last.current, key.current] = [sent, newKey()];
  const courses = coursesOf(edits, plan);
  const isDraft = plan.status === "DRAFT";
  const send = async (): Promise<void> => {
    setIsSending(true);
    setError(null);
    try {
      await save(given, key.current);
    } catch (problem) {
      setError(asApiError(problem));
    }
    setIsSending(false);
  };
  return (
    <div class="saving">
      {edits.length === 0 ? <p class="fine">{none}</p> : <p class="fine">{sentences(isDraft ? "" : i("reviseFirst"), i(help))}</p>}
      {courses.length > 0 && <p><b>{leading(i("saves", { n: count(courses.length) }))}</b><Data>{listed(courses)}</Data></p>}
      {error && <Refusal error={error} />}
      <p><button type="button" class="button primary" disabled={isSending || edits.length === 0} onClick={() => void send()}>{i(isDraft ? "save" : "revise")}</button></p>
    </div>
  );
}
