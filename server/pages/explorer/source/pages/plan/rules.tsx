// The rules that a plan is judged by: verdicts in groups, each with what was measured, on which lines, and what would decide it.
import { filter, param, params } from "../../address";
import { useAnswer } from "../../api";
import RULE_SETS from "../../documents/plan-rule-sets.graphql";
import RULES from "../../documents/plan-rules.graphql";
import type { ComplianceVerdict, PlanRuleSetsQuery, PlanRuleSetsQueryVariables, PlanRulesQuery, PlanRulesQueryVariables } from "../../generated/answers";
import { Empty, Shown } from "../../parts/answer";
import { Figure, type Table } from "../../parts/figure";
import { later } from "../../parts/later";
import { Choice, Dated } from "../../parts/small";
import { day, sentences, t } from "../../words";
import { coded, p } from "../../words/plan";
import { token } from "../review/decisions";
import { clauseText } from "./clause";
import { Finding, boundsText, measuredText } from "./finding";
import type { Plan } from "./terms";

/** Texts of all problems come only where there are some. */
const ReadingProblems = later(async () => (await import("./reading-problems")).ReadingProblems);

type Compliance = NonNullable<PlanRulesQuery["trainingPlanCompliance"]>;

/** What asks for something to be done stands first. */
const VERDICTS: readonly ComplianceVerdict[] = ["FAIL", "REMARK", "UNKNOWN", "PASS", "NOT_APPLICABLE"];

const countsOf = (of: Compliance): Record<ComplianceVerdict, number> => ({ FAIL: of.failed, REMARK: of.remarked, UNKNOWN: of.unknown, PASS: of.passed, NOT_APPLICABLE: of.notApplicable });

function toggled(sets: readonly string[], id: string): string[] {
  return sets.includes(id) ? sets.filter((each) => each !== id) : [...sets, id];
}

function RuleSets({ chosen }: { chosen: readonly string[] }) {
  const answer = useAnswer<PlanRuleSetsQuery, PlanRuleSetsQueryVariables>(RULE_SETS, {});
  return (
    <details class="folded rule-sets">
      <summary>{p("ruleSets")}{t("colon")}{chosen.length === 0 ? p("ruleSetsDefault") : p("ruleSetsChosen", { n: chosen.length })}</summary>
      <Shown answer={answer} rows={2}>
        {({ ruleSets }) => (
          <fieldset>
            <legend class="hidden-text">{p("ruleSets")}</legend>
            {ruleSets.nodes.map((each) => (
              <label key={each.id} class="check"><input type="checkbox" checked={chosen.includes(each.id)} onChange={() => filter({ sets: toggled(chosen, each.id) })} /><span lang="zh-CN">{each.name}</span></label>
            ))}
          </fieldset>
        )}
      </Shown>
      {chosen.length > 0 && <button type="button" class="button small" onClick={() => filter({ sets: null })}>{p("ruleSetsClear")}</button>}
    </details>
  );
}

const AsOf = ({ value }: { value: string | null }) => (
  <label class="select"><span>{p("asOf")}</span><input type="date" value={value ?? ""} onChange={(event) => filter({ asOf: event.currentTarget.value || null })} /></label>
);

const tableOf = (of: Compliance): Table => ({
  columns: { verdict: p("verdict"), rule: p("rule"), ruleSet: p("ruleSets"), threshold: p("threshold"), measured: p("measured"), clause: p("clause"), decidedBy: p("decidedBy") },
  rows: of.findings.map((each) => [p(each.verdict), each.rule?.item, each.rule?.ruleSet?.name, boundsText(each) ?? p("noThreshold"), measuredText(each) ?? p("notMeasured"), clauseText(each.clause), each.undecided.map(({ kind }) => coded("by_", kind)).join("; ")]),
});

function Verdicts({ plan, found, chosen }: { plan: Plan; found: Compliance; chosen: ComplianceVerdict | "ALL" }) {
  const shown = VERDICTS.filter((each) => (chosen === "ALL" || each === chosen) && countsOf(found)[each] > 0);
  if (found.findings.length === 0) return <Empty title={p("rulesNone")}>{p("rulesNoneHelp")}</Empty>;
  if (shown.length === 0) return <Empty title={p("noneOfVerdict")}><button type="button" class="button small" onClick={() => filter({ verdict: null })}>{p("showAllVerdicts")}</button></Empty>;
  return (
    <>
      {shown.map((verdict) => (
        <section key={verdict} class={`verdict-group verdict-of-${verdict}`}>
          <h3>{p(verdict)} <span class="number">{countsOf(found)[verdict]}</span></h3>
          <p class="fine">{p(`${verdict}_lead`)}</p>
          <ul>{found.findings.filter((each) => each.verdict === verdict).map((each, at) => <Finding key={each.rule?.id ?? at} finding={each} plan={plan} />)}</ul>
        </section>
      ))}
    </>
  );
}

export function Rules({ plan }: { plan: Plan }) {
  const sets = params("sets");
  const asOf = param("asOf");
  const variables = { plan: plan.id, ruleSets: sets.length > 0 ? sets : null, asOf };
  const answer = useAnswer<PlanRulesQuery, PlanRulesQueryVariables>(RULES, variables, token.value);
  const chosen = VERDICTS.find((each) => each === param("verdict")) ?? "ALL";
  return (
    <>
      <div class="filters"><AsOf value={asOf} /></div>
      <RuleSets chosen={sets} />
      {(plan.readingProblemCount ?? 0) > 0 && <ReadingProblems plan={plan} />}
      <Shown answer={answer}>
        {({ trainingPlanCompliance: found }) => found && (
          <Figure id="plan-rules" title={p("view_rules")} lead={<Dated>{sentences(p(sets.length > 0 ? "rulesLeadChosen" : "rulesLead"), found.asOf ? p("rulesAsOf", { d: day(found.asOf) }) : p("rulesNewest"))}</Dated>} query={RULES} variables={variables} table={tableOf(found)}>
            {!found.isWhole && <p class="banner">{p("rulesPartly")}</p>}
            <Choice name="verdict" legend={p("verdict")} value={chosen} options={[{ value: "ALL" as const, name: p("ALL") }, ...VERDICTS.map((each) => ({ value: each, name: <>{p(each)} <span class="number">{countsOf(found)[each]}</span></> }))]} onChoose={(value) => filter({ verdict: value === "ALL" ? null : value })} />
            <Verdicts plan={plan} found={found} chosen={chosen} />
          </Figure>
        )}
      </Shown>
    </>
  );
}
