// Which courses a certificate is recognised for, by the rules of the college, with what was refused and why.
import { type ComponentChildren, Fragment } from "preact";
import CONVERT from "../../../documents/plan-credit-conversion.graphql";
import BODIES from "../../../documents/plan-credit-bodies.graphql";
import RULES from "../../../documents/plan-credit-rules.graphql";
import { changed, filter, param } from "../../../address";
import { type Pages, useAnswer, usePages } from "../../../api";
import type { PlanCreditBodiesQuery, PlanCreditBodiesQueryVariables, PlanCreditRulesQuery, PlanCreditRulesQueryVariables } from "../../../generated/answers";
import { Figure } from "../../../parts/figure";
import { Lined, column, numbers } from "../../../parts/lined";
import { Code, Data, LEVELS, Mixed, Select } from "../../../parts/small";
import { count, leading, listed, sentences, t } from "../../../words";
import { i } from "../../../words/improve";
import { creditsWord } from "../../../words/credits";
import { said } from "../../../words/pilots";
import { target } from "../../../words/targets";
import { zh } from "../../../words/zh";
import type { Plan } from "../terms";
import { Covers, coversSaid } from "./covers";
import type { Job } from "./job";
import JOB from "../../../documents/improvement-job.graphql";
import { Targets } from "./targets";
import { Worked } from "./worked";

type Recognition = NonNullable<Job["recognition"]>;
type Converted = Recognition["converted"][number];

/** A certificate of the plan with its level, which the page says in its language. */
function Certificate({ name }: { name: string }) {
  const [certificate = name, level = ""] = name.split(/ (?=[初中高]级$)/);
  const code = LEVELS.find((each) => zh[each] === level);
  return <><Data>{certificate}</Data>{code && ` ${t(code)}`}</>;
}

const Rows = ({ converted }: { converted: readonly Converted[] }) => (
  <Lined label={i("converted")} columns={[column(creditsWord("certificate")), column(creditsWord("course")), numbers(creditsWord("credits"))]}>
    {converted.map((each, at) => <tr key={at}><th scope="row"><Certificate name={each.certificate} /></th><td lang="zh-CN">{each.course}</td><td class="number">{count(each.credits)}</td></tr>)}
  </Lined>
);

/** Rules of a college by their codes, in the language of the page. */
type Rules = ReadonlyMap<string, string>;

function useRules(body: string): { rules: Rules; bodyName: string } {
  const { data } = useAnswer<PlanCreditRulesQuery, PlanCreditRulesQueryVariables>(RULES, { body });
  const textOf = (each: PlanCreditRulesQuery["creditRules"]["nodes"][number]): string =>
    [said(each.item, each.itemLabel), said(each.value, each.valueLabel), said(each.note, each.noteLabel)].filter(Boolean).join(" · ");
  const [first] = data?.creditRules.nodes ?? [];
  return { rules: new Map(data?.creditRules.nodes.map((each) => [each.code, textOf(each)] as const)), bodyName: first ? said(body, first.bodyLabel) : body };
}

const Rule = ({ code, text, rules }: { code: string; text: string; rules: Rules }) =>
  rules.has(code) ? <><Data>{rules.get(code)}</Data> <Code>{code}</Code></> : <>{text}</>;

const Refused = ({ refused, rules }: { refused: Recognition["refused"]; rules: Rules }) =>
  refused.length === 0 ? null : (
    <section class="card">
      <h3>{creditsWord("refusedPairs", { n: refused.length })}</h3>
      <p class="lead">{target("refusedLead")}</p>
      <ul class="plain-list">
        {refused.map((each, at) => (
          <li key={at}><Certificate name={each.certificate} /> → <Data>{each.course}</Data> {each.rules.map((rule) => <p key={rule.code} class="fine">{rule.isUnknown && `${creditsWord("undecided")} `}<Rule {...rule} rules={rules} /></p>)}</li>
        ))}
      </ul>
    </section>
  );

const Folded = ({ title, names, children }: { title: string; names: readonly string[]; children: ComponentChildren }) =>
  names.length === 0 ? null : <details class="folded"><summary>{title} <span class="number">{count(names.length)}</span></summary>{children}</details>;

/** Why nothing is known of a certificate, and where to say what it covers. */
const WithoutCourses = ({ names }: { names: readonly string[] }) =>
  names.length === 0 ? null : (
    <section class="card credits-silent">
      <h3>{creditsWord("withoutCourses", { n: names.length })}</h3>
      <ul class="plain-list">{names.map((each) => <li key={each}><Certificate name={each} /></li>)}</ul>
      <p class="lead">{creditsWord("withoutCoursesHelp")}</p>
      <p><a class="button small" href={changed({ job: null })}>{creditsWord("sayCovered")}</a></p>
    </section>
  );

function Lists({ recognition, rules }: { recognition: Recognition; rules: Rules }) {
  const named = [[target("withoutBankCredits"), recognition.withoutBankCredits], [i("unknownNames"), recognition.unknown]] as const;
  const byCode = [[target("rulesComputed"), recognition.rules], [target("rulesNotComputed"), recognition.rulesNotComputed]] as const;
  return (
    <>
      {named.map(([title, names]) => <Folded key={title} title={title} names={names}><p class="lead">{names.map((each, at) => <Fragment key={each}>{at > 0 && listed(["", ""])}<Certificate name={each} /></Fragment>)}</p></Folded>)}
      {byCode.map(([title, codes]) => <Folded key={title} title={title} names={codes}><ul class="lead">{codes.map((code) => <li key={code}><Rule code={code} text={code} rules={rules} /></li>)}</ul></Folded>)}
    </>
  );
}

/** A pair that one rule refuses for certain is decided, whatever the others leave open. */
const undecidedOf = ({ refused }: Recognition): number => refused.filter(({ rules }) => rules.every((each) => each.isUnknown)).length;

function titleOf(recognition: Recognition): string {
  const n = count(recognition.credits);
  if (!recognition.isOpen) return creditsWord("creditsOf", { n });
  return recognition.credits === 0 ? creditsWord("creditsUnknown") : creditsWord("creditsComputed", { n });
}

function openText(recognition: Recognition): string {
  const [rules, pairs] = [recognition.rulesNotComputed.length, undecidedOf(recognition)];
  return [recognition.rules.length === 0 && creditsWord("creditsOfNone"), rules > 0 && creditsWord("creditsOfRules", { n: rules }), pairs > 0 && creditsWord("creditsOfPairs", { n: pairs }), recognition.withoutCourses.length > 0 && creditsWord("creditsOfSilent", { n: recognition.withoutCourses.length })].filter((each) => each !== false).reduce((before, each) => sentences(before, each), "");
}

function Result({ recognition, job }: { recognition: Recognition; job: Job }) {
  const { converted, alternatives } = recognition;
  const { rules, bodyName } = useRules(recognition.body);
  const table = { columns: { certificate: creditsWord("certificate"), course: creditsWord("course"), credits: creditsWord("credits") }, rows: converted.map((each) => [each.certificate, each.course, each.credits]) };
  return (
    <>
      <Figure id="plan-credits" title={titleOf(recognition)} lead={<Mixed>{sentences(creditsWord("rulesOf", { name: bodyName }), recognition.isOpen ? openText(recognition) : "")}</Mixed>} query={JOB} variables={{ id: job.id, waitSeconds: 0 }} table={table}>
        {converted.length === 0 ? <p class="lead">{target(recognition.isOpen ? "convertedUnknown" : "convertedNone")}</p> : <Rows converted={converted} />}
        {alternatives.map((each, at) => <details key={at} class="folded"><summary>{creditsWord("alternative", { n: at + 1 })}</summary><Rows converted={each.converted} /></details>)}
      </Figure>
      <WithoutCourses names={recognition.withoutCourses} />
      <Refused refused={recognition.refused} rules={rules} />
      <Lists recognition={recognition} rules={rules} />
    </>
  );
}

const TEMPLATE = "/explorer/templates/training-plan.xlsx";

const EVERY: PlanCreditBodiesQueryVariables = {};
const PAGES: Pages<PlanCreditBodiesQuery> = {
  next: ({ creditRules: { pageInfo } }) => (pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null),
  joined: (before, after) => ({ ...after, creditRules: { ...after.creditRules, nodes: [...before.creditRules.nodes, ...after.creditRules.nodes] } }),
};

/** Whose rules there are besides national ones, each with its name in words, and whether the college of the plan has its own, which need no choice. Null: not known yet. */
function useBodies(plan: Plan): { names: ReadonlyMap<string, string>; hasOwn: boolean } | null {
  const { data } = usePages<PlanCreditBodiesQuery, PlanCreditBodiesQueryVariables>(BODIES, EVERY, PAGES);
  if (!data) return null;
  const computed = data.creditRules.nodes.filter((each) => each.isComputed && each.scope !== "NATIONAL");
  const own = new Set(computed.filter((each) => each.bodyNames.includes(plan.collegeName)).map((each) => each.body));
  const others = computed.filter((each) => !own.has(each.body));
  return { names: new Map(others.map((each) => [each.body, said(each.body, each.bodyLabel)])), hasOwn: own.size > 0 };
}

export function Credits({ plan }: { plan: Plan }) {
  const body = param("body");
  const bodies = useBodies(plan);
  const hasTargets = plan.targetCertificates.length > 0;
  const isChosen = body !== null || bodies?.hasOwn === true;
  const fields = bodies && (
    <>
      <div class="filters">
        <Select name={i("body")} value={body ?? ""} options={[["", bodies.hasOwn ? creditsWord("bodyOwn", { name: plan.collegeName }) : creditsWord("bodyChoose")], ...bodies.names]} onChoose={(value) => filter({ body: value || null })} />
      </div>
      {!hasTargets && <p class="lead" role="note">{leading(target("creditsNoTargets"))}<a href={TEMPLATE} download>{target("planTemplate")}</a></p>}
      {hasTargets && <Covers plan={plan} />}
      {!isChosen && <p class="lead" role="note"><Mixed>{creditsWord("bodyNone", { name: plan.collegeName })}</Mixed></p>}
    </>
  );
  return (
    <>
      <h2>{target("creditsTitle")}</h2>
      <Worked kind="CREDITS" plan={plan.id} mutation={CONVERT} lead={target("creditsLead")} button={target("creditsAsk")} fields={fields} input={isChosen && hasTargets ? { plan: plan.id, rulesOf: body, covers: coversSaid(plan) } : null}>
        {(job) => job.recognition && <Result recognition={job.recognition} job={job} />}
      </Worked>
      {param("job") === null && <Targets plan={plan} />}
    </>
  );
}
