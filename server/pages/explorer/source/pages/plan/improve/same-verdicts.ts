// What the page of rules says of the rules that a proposal keeps: the same verdicts, of the same intervals.
import { useAnswer } from "../../../api";
import RULES from "../../../documents/plan-rules.graphql";
import type { ComplianceVerdict, PlanRulesQuery, PlanRulesQueryVariables, PlanWhatIfQuery } from "../../../generated/answers";
import { token } from "../../review/decisions";
import { type Measured, boundsText, measuredText } from "../finding";
import type { Plan } from "../terms";
import type { Asked } from "./what-if";

interface Judged {
  verdict: ComplianceVerdict | null;
  measured: string | null;
}

/** A rule as the plan is, and as it is with the edits; `then` is null where no line changes. */
export interface SameVerdict {
  bounds: string | null;
  now: Judged;
  then: Judged | null;
}

type Change = NonNullable<PlanWhatIfQuery["trainingPlanWhatIf"]>["findings"][number];

/** A share is measured as the rule says; of hours or weeks the page of rules alone says which decided. */
const at = (each: Change, measuredLeast: number | null | undefined, measuredMost: number | null | undefined): Measured =>
  ({ rule: each.rule, least: each.least, most: each.most, unit: each.unit, measuredAs: each.rule.measure, measuredLeast, measuredMost });

function changed(each: Change): SameVerdict {
  const [before, after] = [at(each, each.measuredLeastBefore, each.measuredMostBefore), at(each, each.measuredLeastAfter, each.measuredMostAfter)];
  return {
    bounds: boundsText(before),
    now: { verdict: each.verdictBefore ?? null, measured: measuredText(before) },
    then: { verdict: each.verdictAfter ?? null, measured: measuredText(after) },
  };
}

/** The solver names a rule with its set: HV3:02. */
const nameOf = ({ id }: { id: string }): string => id.slice(id.indexOf(":") + 1);

/** The verdicts by the names of their rules; null: they are not known, or not yet. */
export function useSameVerdicts(plan: Plan, { variables, answer: withEdits }: Asked): ReadonlyMap<string, SameVerdict> | null {
  const hasEdits = variables !== null;
  const asItIs = useAnswer<PlanRulesQuery, PlanRulesQueryVariables>(RULES, hasEdits ? null : { plan: plan.id, ruleSets: null, asOf: null }, token.value);
  const { isLoading, error, data } = hasEdits ? withEdits : asItIs;
  if (isLoading || error !== null || data === null) return null;
  if (hasEdits) return new Map((withEdits.data?.trainingPlanWhatIf?.findings ?? []).map((each) => [nameOf(each.rule), changed(each)]));
  const findings = asItIs.data?.trainingPlanCompliance?.findings ?? [];
  return new Map(findings.flatMap((each) => (each.rule ? [[nameOf(each.rule), { bounds: boundsText(each), now: { verdict: each.verdict, measured: measuredText(each) }, then: null }] as const] : [])));
}
