// The versions of a plan: what changed since the one before, who changed what, and what may be made of it.
import { useState } from "preact/hooks";
import { ask, useAnswer } from "../../../api";
import CHANGES from "../../../documents/plan-changes.graphql";
import type { PlanChangesQuery, PlanChangesQueryVariables } from "../../../generated/answers";
import { Shown } from "../../../parts/answer";
import { ReadOn } from "../../../parts/read-on";
import { Data } from "../../../parts/small";
import { count, day, t } from "../../../words";
import { type VersionsWord, coded, v } from "../../../words/versions";
import { token } from "../../review/decisions";
import { SignIn } from "../../review/sign-in";
import type { Plan } from "../terms";
import { DifferencesOf } from "./differences";
import { CarryForward, type Change, Publish, Revise, Undo } from "./making";

const ChangeItem = ({ change: { at, action, editor, reason } }: { change: Change }) => (
  <li><span class="number fine">{day(at)}</span> {coded("action_", action)} · <Data>{editor}</Data>{reason && <p class="fine"><Data>{reason}</Data></p>}</li>
);

function History({ plan, changes }: { plan: Plan; changes: PlanChangesQuery["changes"] }) {
  const read = async (after: string | null) => (await ask<PlanChangesQuery>(CHANGES, { plan: plan.id, after }, undefined, token.value)).changes;
  if (changes.totalCount === 0) return null;
  return (
    <section class="card quiet">
      <h3>{v("history")}</h3>
      <ReadOn<Change> first={changes} read={read}>
        {(rows) => (
          <>
            {rows.length < changes.totalCount && <p class="fine" role="status">{t("shown", { a: count(rows.length), b: count(changes.totalCount) })}</p>}
            <ul class="plain-list">{rows.map((each) => <ChangeItem key={each.id} change={each} />)}</ul>
          </>
        )}
      </ReadOn>
    </section>
  );
}

/** What an editor of the college may do; of a draft other things than of a plan that is published. */
function Acts({ plan, changes }: { plan: Plan; changes: readonly Change[] }) {
  const [done, setDone] = useState<VersionsWord | null>(null);
  return (
    <>
      <p class="lead" role="status">{done && v(done)}</p>
      {plan.status === "DRAFT" ? <><Undo plan={plan} last={changes[0]} onDone={setDone} /><Publish plan={plan} onDone={setDone} /></> : <><Revise plan={plan} /><CarryForward plan={plan} /></>}
    </>
  );
}

export function VersionsView({ plan }: { plan: Plan }) {
  const answer = useAnswer<PlanChangesQuery, PlanChangesQueryVariables>(CHANGES, { plan: plan.id }, token.value);
  return (
    <>
      <h2>{v("title")}</h2>
      <p class="lead">{v(plan.status === "DRAFT" ? "leadDraft" : "leadPublished")}</p>
      <div class="columns versions">
        <div><DifferencesOf plan={plan} /></div>
        <div>
          {!token.value && <p class="lead">{v("signInFirst")}</p>}
          <SignIn />
          <Shown answer={answer} rows={2}>{({ changes }) => <>{token.value && <Acts plan={plan} changes={changes.nodes} />}<History plan={plan} changes={changes} /></>}</Shown>
        </div>
      </div>
    </>
  );
}
