// What the accepted edits would change, as the API says of the plan with them: verdicts on rules, and coverage.
import { type Answer, useAnswer } from "../../../api";
import WHAT_IF from "../../../documents/plan-what-if.graphql";
import type { PlanWhatIfQuery, PlanWhatIfQueryVariables, TrainingPlanEditInput } from "../../../generated/answers";
import { Shown } from "../../../parts/answer";
import { Bar, Bounds, countsOf } from "../../../parts/coverage";
import { QueryLink } from "../../../parts/figure";
import { Data } from "../../../parts/small";
import { count } from "../../../words";
import { i } from "../../../words/improve";
import { coded as verdictWord, p } from "../../../words/plan";
import { token } from "../../review/decisions";
import type { Plan } from "../terms";

type WhatIf = NonNullable<PlanWhatIfQuery["trainingPlanWhatIf"]>;
const VERDICTS = [["FAIL", "failed"], ["REMARK", "remarked"], ["UNKNOWN", "unknown"], ["PASS", "passed"]] as const;

const Verdicts = ({ complianceBefore: before, complianceAfter: after }: WhatIf) =>
  before && after ? (
    <ul class="hour-rules">
      {VERDICTS.map(([verdict, name]) => <li key={verdict}><span>{p(verdict)}</span><b class="number">{before[name] === after[name] ? count(after[name]) : `${count(before[name])} → ${count(after[name])}`}</b></li>)}
    </ul>
  ) : null;

const Changed = ({ findings }: WhatIf) => {
  const changed = findings.filter((each) => each.verdictBefore !== each.verdictAfter);
  return changed.length === 0 ? <p class="fine">{i("noVerdictChanges")}</p> : (
    <ul>{changed.map((each) => <li key={each.rule.id}><Data>{each.rule.item}</Data> <span class="tag">{each.verdictBefore ? verdictWord("", each.verdictBefore) : "—"} → {each.verdictAfter ? verdictWord("", each.verdictAfter) : "—"}</span></li>)}</ul>
  );
};

const CoverageRow = ({ name, states }: { name: string; states: WhatIf["coverageBefore"] }) =>
  states?.requirements ? <li><span>{name}</span><Bounds counts={countsOf(states)} /><Bar counts={countsOf(states)} about={name} size="s" /></li> : null;

export interface Asked {
  /** Null: no line changes, so nothing is asked. */
  variables: PlanWhatIfQueryVariables | null;
  answer: Answer<PlanWhatIfQuery>;
}

/** The question is expensive: whatever shows a part of its answer is given it. */
export function useWhatIf(plan: Plan, edits: readonly TrainingPlanEditInput[], target: string | null): Asked {
  const variables = edits.length > 0 ? { plan: plan.id, edits: [...edits], target } : null;
  return { variables, answer: useAnswer<PlanWhatIfQuery, PlanWhatIfQueryVariables>(WHAT_IF, variables, token.value) };
}

export function WhatIfFigures({ asked: { variables, answer } }: { asked: Asked }) {
  if (!variables) return <p class="fine">{i("noLineChanges")}</p>;
  return (
    <Shown answer={answer} rows={3}>
      {({ trainingPlanWhatIf: found }) => found && (
        <div class="what-if" role="status">
          <h4>{i("verdictsThen")}</h4>
          <Verdicts {...found} />
          <Changed {...found} />
          {found.coverageBefore?.requirements && <><h4>{i("coverageThen")}</h4><ul class="what-if-bars"><CoverageRow name={i("before")} states={found.coverageBefore} /><CoverageRow name={i("after")} states={found.coverageAfter} /></ul></>}
          <p class="fine"><QueryLink query={WHAT_IF} variables={variables} /></p>
        </div>
      )}
    </Shown>
  );
}
