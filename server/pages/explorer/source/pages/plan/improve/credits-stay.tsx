// What more hours mean for the credits of a course, said before it is saved: they stay, so that a credit has more hours.
import { useAnswer } from "../../../api";
import RULES from "../../../documents/plan-rules.graphql";
import type { PlanRulesQuery, PlanRulesQueryVariables } from "../../../generated/answers";
import { count, sentences } from "../../../words";
import { i } from "../../../words/improve";
import { token } from "../../review/decisions";
import { boundsText } from "../finding";
import type { Plan } from "../terms";
import type { Edit } from "./edits";

type Rule = NonNullable<PlanRulesQuery["trainingPlanCompliance"]>["findings"][number];

/** The rule on the hours of a credit that binds this plan; null: none, or it is not known whether one does. */
export function useCreditRule(plan: Plan): Rule | null {
  const { data } = useAnswer<PlanRulesQuery, PlanRulesQueryVariables>(RULES, { plan: plan.id, ruleSets: null, asOf: null }, token.value);
  return data?.trainingPlanCompliance?.findings.find(({ rule, verdict, reason }) => rule?.measure === "HOURS_PER_CREDIT" && verdict !== "NOT_APPLICABLE" && reason !== "HEAD") ?? null;
}

const ROUND = 10;
const ratioOf = (hours: number, credits: number): number => Math.round((hours / credits) * ROUND) / ROUND;

/** Whether the rule judges the line, and its hours of a credit are outside. */
function isOutside(ratio: number, line: string, { least, most, leftOut }: Rule): boolean {
  if (leftOut.some((each) => each.id === line)) return false;
  return (least != null && ratio < Number(least)) || (most != null && ratio > Number(most));
}

export function CreditsStay({ edit, plan, rule }: { edit: Edit; plan: Plan; rule: Rule | null }) {
  if (edit.addedHours === 0) return null;
  if (edit.line === null) return <p class="fine">{i("newWithoutCredits")}</p>;
  const credits = plan.courses.find((each) => each.id === edit.line)?.credits;
  if (credits == null || credits === 0 || edit.hours === null) return null;
  const bounds = rule && isOutside((edit.hours + edit.addedHours) / credits, edit.line, rule) ? boundsText(rule) : null;
  return <p class={`fine credits-stay${bounds ? " caution" : ""}`}>{sentences(i("creditsStay", { c: count(credits), a: count(ratioOf(edit.hours, credits)), b: count(ratioOf(edit.hours + edit.addedHours, credits)) }), bounds ? i("creditsOutside", { r: bounds }) : "")}</p>;
}
