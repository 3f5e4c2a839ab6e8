// Which courses a certificate is recognised for, by the rules of the college, with what was refused and why.
import CONVERT from "../../../documents/plan-credit-conversion.graphql";
import BODIES from "../../../documents/plan-credit-bodies.graphql";
import { filter, param } from "../../../address";
import { useAnswer } from "../../../api";
import type { PlanCreditBodiesQuery, PlanCreditBodiesQueryVariables } from "../../../generated/answers";
import { Figure } from "../../../parts/figure";
import { Data, Select } from "../../../parts/small";
import { count } from "../../../words";
import { i } from "../../../words/improve";
import type { Plan } from "../terms";
import type { Job } from "./job";
import JOB from "../../../documents/improvement-job.graphql";
import { Worked } from "./worked";

type Recognition = NonNullable<Job["recognition"]>;
type Converted = Recognition["converted"][number];

const Rows = ({ converted }: { converted: readonly Converted[] }) => (
  <div class="scroll" role="region" aria-label={i("converted")} tabIndex={0}>
    <table class="lined">
      <thead><tr><th scope="col">{i("certificate")}</th><th scope="col">{i("course")}</th><th scope="col" class="number">{i("credits")}</th></tr></thead>
      <tbody>{converted.map((each, at) => <tr key={at}><th scope="row"><Data>{each.certificate}</Data></th><td lang="zh-CN">{each.course}</td><td class="number">{count(each.credits)}</td></tr>)}</tbody>
    </table>
  </div>
);

const Refused = ({ refused }: { refused: Recognition["refused"] }) =>
  refused.length === 0 ? null : (
    <section class="card">
      <h3>{i("refusedPairs", { n: refused.length })}</h3>
      <p class="lead">{i("refusedLead")}</p>
      <ul class="plain-list">
        {refused.map((each, at) => (
          <li key={at}><Data>{each.certificate} → {each.course}</Data> {each.rules.map((rule) => <p key={rule.code} class="fine">{rule.isUnknown && `${i("undecided")} `}{rule.text} <span class="code">{rule.code}</span></p>)}</li>
        ))}
      </ul>
    </section>
  );

function Lists({ recognition }: { recognition: Recognition }) {
  const rows = [[i("withoutBankCredits"), recognition.withoutBankCredits], [i("rulesComputed"), recognition.rules], [i("rulesNotComputed"), recognition.rulesNotComputed], [i("unknownNames"), recognition.unknown]] as const;
  return <>{rows.filter(([, names]) => names.length > 0).map(([title, names]) => <details key={title} class="folded"><summary>{title} <span class="number">{count(names.length)}</span></summary><p class="lead"><Data>{names.join("、")}</Data></p></details>)}</>;
}

function Result({ recognition, job }: { recognition: Recognition; job: Job }) {
  const { converted, alternatives } = recognition;
  const table = { columns: [i("certificate"), i("course"), i("credits")], rows: converted.map((each) => [each.certificate, each.course, each.credits]) };
  return (
    <>
      <Figure id="plan-credits" title={i("creditsOf", { n: count(recognition.credits) })} lead={<>{i("rulesOf")} <Data>{recognition.body}</Data></>} query={JOB} variables={{ id: job.id, waitSeconds: 0 }} table={table}>
        {converted.length === 0 ? <p class="lead">{i("convertedNone")}</p> : <Rows converted={converted} />}
        {alternatives.map((each, at) => <details key={at} class="folded"><summary>{i("alternative", { n: at + 1 })}</summary><Rows converted={each.converted} /></details>)}
      </Figure>
      <Refused refused={recognition.refused} />
      <Lists recognition={recognition} />
    </>
  );
}

/** Kinds of rules by which a recognition can be computed. */
const KINDS = ["one_course_one_certificate", "one_time", "uniqueness", "level_scope", "level rule", "scope", "cap", "max_credits_per_certificate", "cap_by_credit_bank", "class_II"];

/** Whose rules there are, and whether the college of the plan has its own, which need no choice. Null: not known yet. */
function useBodies(plan: Plan): { names: readonly string[]; hasOwn: boolean } | null {
  const { data } = useAnswer<PlanCreditBodiesQuery, PlanCreditBodiesQueryVariables>(BODIES, { kinds: KINDS });
  if (!data) return null;
  const names = [...new Set(data.creditRules.nodes.map((each) => each.body))];
  return { names: names.filter((each) => each !== plan.collegeName), hasOwn: names.includes(plan.collegeName) };
}

export function Credits({ plan }: { plan: Plan }) {
  const body = param("body");
  const bodies = useBodies(plan);
  const isChosen = body !== null || bodies?.hasOwn === true;
  const fields = bodies && (
    <>
      <div class="filters">
        <Select name={i("body")} value={body ?? ""} options={[["", bodies.hasOwn ? i("bodyOwn", { name: plan.collegeName }) : i("bodyChoose")], ...bodies.names.map((each) => [each, each] as const)]} onChoose={(value) => filter({ body: value || null })} />
      </div>
      {!isChosen && <p class="lead" role="note">{i("bodyNone", { name: plan.collegeName })}</p>}
    </>
  );
  return (
    <>
      <h2>{i("creditsTitle")}</h2>
      <Worked kind="CREDITS" plan={plan.id} mutation={CONVERT} lead={i("creditsLead")} button={i("creditsAsk")} fields={fields} input={isChosen ? { plan: plan.id, rulesOf: body } : null}>
        {(job) => job.recognition && <Result recognition={job.recognition} job={job} />}
      </Worked>
    </>
  );
}
