// Embedding a certificate: the question, within a budget and the rules. What is proposed comes once there is an answer.
import EMBED from "../../../documents/embed-certificate.graphql";
import { filter, param } from "../../../address";
import { Loading } from "../../../parts/answer";
import { later } from "../../../parts/later";
import { embedWord } from "../../../words/embedding";
import { i } from "../../../words/improve";
import { ChooseLevel, useChosen } from "../chosen";
import type { Plan } from "../terms";
import { NumberField, Worked, numberOf } from "./worked";

const BUDGET_HOURS = 64;
const BUDGET_MOST = 10_000;

const Proposal = later(async () => (await import("./proposal")).Proposal);

export function Embed({ plan }: { plan: Plan }) {
  const chosen = useChosen(plan);
  const budget = param("budget") === null ? BUDGET_HOURS : numberOf("budget", 0, BUDGET_MOST);
  const isWithLower = param("lower") !== "no";
  const level = chosen.level && chosen.certificate?.ids.get(chosen.level);
  if (chosen.isLoading && chosen.certificates.length === 0) return <Loading />;
  const fields = (
    <>
      <ChooseLevel plan={plan} chosen={chosen} />
      {!level && <p class="fine" role="status">{i("chooseFirst")}</p>}
      <div class="filters">
        <NumberField name="budget" word={i("budget")} value={budget} least={0} most={BUDGET_MOST} />
        <label class="check"><input type="checkbox" checked={isWithLower} onChange={(event) => filter({ lower: event.currentTarget.checked ? null : "no" })} />{i("includeLower")}</label>
      </div>
    </>
  );
  return (
    <>
      <h2>{embedWord("embedTitle")}</h2>
      <Worked kind="CERTIFICATE" plan={plan.id} mutation={EMBED} lead={embedWord("embedLead")} button={embedWord("embedAsk")} fields={fields}
        input={level && budget !== null ? { plan: plan.id, level, budgetHours: budget, includeLower: isWithLower } : null}>
        {({ embedding }) => embedding && <Proposal plan={plan} embedding={embedding} target={chosen.certificate?.id ?? null} level={level ?? null} />}
      </Worked>
    </>
  );
}
