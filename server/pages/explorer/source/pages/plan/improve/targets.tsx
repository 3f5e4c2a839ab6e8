// The certificates that students of a plan are to take, added and taken out in its draft.
import { filter, params } from "../../../address";
import type { TrainingPlanEditInput } from "../../../generated/answers";
import { Data } from "../../../parts/small";
import { label } from "../../../words";
import { target } from "../../../words/targets";
import { ChooseLevel, type Chosen, useChosen } from "../chosen";
import { type Plan, isDraft } from "../terms";
import { Saving } from "./saving";

type Target = Plan["targetCertificates"][number];
const nameOf = ({ name, levelText, level }: Target): string => [name, levelText ?? (level && label(level))].filter(Boolean).join(" ");

/** The certificate and level that are chosen, unless the plan names them already. */
function added(plan: Plan, { certificate, level }: Chosen): TrainingPlanEditInput[] {
  const id = level && certificate?.ids.get(level);
  if (!certificate || !level || plan.targetCertificates.some((each) => each.certificateLevel?.id === id)) return [];
  return [{ action: "ADD_TARGET", key: "target", target: { name: certificate.name, level } }];
}

/** Those of a draft that are to be taken out; a draft that is made first has parts of its own. */
function Without({ plan }: { plan: Plan }) {
  const without = params("without");
  return (
    <ul class="plain-list">
      {plan.targetCertificates.map((each) => (
        <li key={each.id}><label class="check"><input type="checkbox" disabled={!isDraft(plan)} checked={!without.includes(each.id)} onChange={(event) => filter({ without: event.currentTarget.checked ? without.filter((one) => one !== each.id) : [...without, each.id] })} /><Data>{nameOf(each)}</Data></label></li>
      ))}
    </ul>
  );
}

export function Targets({ plan }: { plan: Plan }) {
  const chosen = useChosen(plan);
  const removed = isDraft(plan) ? plan.targetCertificates.filter(({ id }) => params("without").includes(id)) : [];
  const edits = [...removed.map(({ id }) => ({ action: "REMOVE_TARGET" as const, of: id })), ...added(plan, chosen)];
  return (
    <section class="card targets">
      <h3>{target("targets")}</h3>
      <p class="lead">{target("targetsLead")}</p>
      <Without plan={plan} />
      <ChooseLevel plan={plan} chosen={chosen} />
      <Saving plan={plan} edits={edits} reason={target("targetsReason")} view="credits" help="targetsHelp" none={target("targetsNone")} />
    </section>
  );
}
