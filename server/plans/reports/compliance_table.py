"""Whether a plan keeps the rules, as a table of its form: calculated, so it is not read back."""

import datetime as dt
from collections.abc import Sequence

from analysis.training_plans.compliance.compliance import day_of_entry, judge, sets_for
from analysis.training_plans.compliance.finding import RuleVerdict
from analysis.training_plans.compliance.plan_facts import PlanFacts, facts_of_reading
from analysis.training_plans.compliance.plan_rule import PlanRuleSet
from analysis.training_plans.training_plan import PlanReading
from interchange.formats.laid_out_tables import FormTable
from interchange.training_plans.form.form_tables import plain_table
from interchange.training_plans.tables.plan_words import CALCULATED
from server.plans.compliance_texts import VERDICTS, clause_text, measured, wanted, why

NAME = "合规检查"
HEADING = ("结论", "规则", "项目", "条款", "要求", "测得", "说明")


def compliance_tables(plan: PlanReading, sets: Sequence[PlanRuleSet], *, is_whole: bool = True) -> list[FormTable]:
    """Judge a plan by the sets for its level, on the day on which its students enter; what fails stands first.

    No table where no rule applies.
    """
    facts = facts_of_reading(plan, is_whole=is_whole)
    # The newest rules where the plan does not say when, as `trainingPlanCompliance`.
    findings = judge(facts, sets_for(facts, sets), day_of_entry(facts) or dt.date.max, are_named=False)
    shown = [each for verdict in VERDICTS for each in findings if each.verdict == verdict != "NOT_APPLICABLE"]
    rows = [_row(each, facts) for each in shown]
    widths = (10, 12, 24, 24, 16, 20, 50)
    return [plain_table(NAME, HEADING, rows, widths, title=f"{NAME}{CALCULATED}")] if rows else []


def _row(finding: RuleVerdict, facts: PlanFacts) -> Sequence[str]:
    rule = finding.rule
    return (
        VERDICTS[finding.verdict].chinese,
        f"{rule.rule_set}:{rule.code}",
        rule.item,
        clause_text(rule, "zh"),
        wanted(rule, "zh"),
        measured(finding),
        why(finding, facts, "zh"),
    )
