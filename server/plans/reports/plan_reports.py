"""The calculated tables of an exported plan: one way for the command line and for HTTP."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from analysis.training_plans.compliance.plan_rule import PlanRuleSet
from analysis.training_plans.improvement.conversion_rules import CreditRuleRow
from analysis.training_plans.recounted_totals import with_totals_left_behind
from analysis.training_plans.training_plan import PlanReading
from graph.counted import ROWS
from graph.errors import NotFoundError, OperationTooLargeError
from graph.query.statement import Run
from interchange.formats.laid_out_tables import FormTable
from resolvers.questions.coverage.alignment_table import ROWS_LARGEST
from resolvers.stored_credit_rules import read_credit_rules
from resolvers.stored_rule_sets import read_national_rule_sets
from resolvers.stored_training_plans import read_plans_with_outcomes
from server.plans.reports.change_table import change_table
from server.plans.reports.compliance_table import compliance_tables
from server.plans.reports.recognition_table import recognition_tables
from server.plans.reports.support_matrix import support_matrices

# What the API says of a plan that the caller may read; variables: plan, first.
DOCUMENT = """query TrainingPlanFile($plan: ID!, $first: Int!) {
  node(id: $plan) { ... on TrainingPlan { id completeness editVersion college { name } revises { id completeness } } }
  alignmentTable(subject: $plan, first: $first) {
    total rows { courseName requirement level requirementCode requirementText kind status }
  }
}"""
OPERATION = "TrainingPlanFile"
_WHOLE = "WHOLE"


class ReportSources(NamedTuple):
    """What is calculated with. ``are_whole``: the version before, and the plan itself."""

    rule_sets: Sequence[PlanRuleSet]
    credit_rules: Sequence[CreditRuleRow]
    alignments: Sequence[Mapping[str, Any]] = ()
    before: PlanReading | None = None
    are_whole: tuple[bool, bool] = (True, True)


def plan_reports(plan: PlanReading, sources: ReportSources) -> list[FormTable]:
    """Give the tables in the order in which they are submitted."""
    tables = compliance_tables(plan, sources.rule_sets, is_whole=sources.are_whole[1])
    tables += recognition_tables(plan, sources.credit_rules)
    tables += support_matrices(sources.alignments)
    if sources.before:
        tables.append(change_table(sources.before, plan, sources.rule_sets, sources.are_whole))
    return tables


def variables_of(plan_id: str) -> dict[str, Any]:
    """Give the variables of ``DOCUMENT``."""
    return {"plan": plan_id, "first": ROWS_LARGEST}


async def read_plan_reports(
    run: Run, data: Mapping[str, Any], before: PlanReading | None = None
) -> tuple[PlanReading, list[FormTable]]:
    """Read the plan that the answer to ``DOCUMENT`` is about, and make its tables; ``before`` is compared, if given.

    Raises: NotFoundError where the plan has gone meanwhile, OperationTooLargeError.
    """
    node, table = data["node"], data["alignmentTable"]
    revised = None if before else node["revises"]
    if table["total"] > ROWS_LARGEST:
        raise OperationTooLargeError(table["total"], budget=ROWS_LARGEST, counted=ROWS)
    stored = await read_plans_with_outcomes(run, [each["id"] for each in (node, revised) if each])
    plans = {key: each.plan for key, each in stored.items()}
    if node["id"] not in plans:
        raise NotFoundError("TrainingPlan", node["id"])
    sources = ReportSources(
        await read_national_rule_sets(run),
        await read_credit_rules(run),
        table["rows"],
        plans.get(revised["id"]) if revised else before,
        (revised is None or revised["completeness"] == _WHOLE, node["completeness"] == _WHOLE),
    )
    plan = plans[node["id"]]
    shown = with_totals_left_behind(plan) if node["editVersion"] else plan
    return _filed(shown, node["college"]), plan_reports(plan, sources)


def _filed(plan: PlanReading, college: Mapping[str, str] | None) -> PlanReading:
    """Say under which college a plan is filed, where its document names another."""
    if college is None or college["name"] == plan.head.college:
        return plan
    return plan._replace(head=plan.head._replace(filed_college=college["name"]))
