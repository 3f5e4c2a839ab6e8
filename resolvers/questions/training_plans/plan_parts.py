"""What questions on training plans read: a plan whole, its lines as nodes, and rules with their sets."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from analysis.training_plans.compliance.plan_rule import PlanRuleSet
from analysis.training_plans.training_plan import PlanReading
from graph.model.core import Text
from graph.model.drafts import visible
from graph.query import cypher
from resolvers.questions.argument_kinds import NodesArgument
from resolvers.questions.parts import Column, Part, one, row, rows
from resolvers.questions.question import QuestionRequest
from resolvers.questions.shared.national import is_real
from resolvers.stored_rule_sets import rule_sets_of
from resolvers.stored_training_plans import LINE_ORDER, PLAN_COLUMNS, plan_of_columns

NATIONAL = "s.scope = 'NATIONAL'"
# All plans ``p``.
PLANS = f"MATCH (p:TrainingPlan) WHERE {is_real('p')} AND {visible('p')}"
_WHOLE = "WHOLE"


class PlanRow(NamedTuple):
    """A plan as the graph has it."""

    completeness: str | None
    columns: Sequence[Any]

    @property
    def is_whole(self) -> bool:
        """Whether all its lines are here."""
        return self.completeness == _WHOLE

    @property
    def reading(self) -> PlanReading:
        """The plan as it was read."""
        return plan_of_columns(self.columns)


class PlanLineNodes(NamedTuple):
    """A line, in the order of the plan, as each of the record fields shows it."""

    sequence: int
    nodes: dict[str, Any]


class StoredRule(NamedTuple):
    """A rule with the values of its set, and as a record field shows it."""

    rule_set: dict[str, Any]
    values: dict[str, Any]
    node: Any


def match_plan(parameter: str) -> str:
    """Write what finds the plan ``p`` whose id is a parameter."""
    return f"MATCH {cypher.node_pattern('p:TrainingPlan', id=parameter)}"


def match_lines(parameter: str) -> str:
    """Write what finds the lines ``c`` of the plan ``p`` whose id is a parameter."""
    return f"{match_plan(parameter)} MATCH (p)-[:HAS_PLAN_COURSE]->(c:PlanCourse)"


def stored_plan(parameter: str) -> Part[PlanRow | None]:
    """Write a plan whole."""
    columns = f"[{', '.join(PLAN_COLUMNS)}]"
    return one(rows(match_plan(parameter), row(PlanRow, completeness="p.completeness", columns=columns)))


def plan_lines(parameter: str, nodes: Part[dict[str, Any]]) -> Part[list[PlanLineNodes]]:
    """Write the lines ``c`` of a plan in their order, as ``stored_plan`` gives them."""
    each = row(PlanLineNodes, sequence="c.sequence", nodes=nodes)
    return rows(match_lines(parameter), each, order=LINE_ORDER)


def stored_rules(wanted: str, node: Column = None) -> Part[list[StoredRule]]:
    """Write the rules ``r`` of the sets ``s`` that are wanted."""
    return rows(
        f"MATCH (s:RuleSet)-[:HAS_RULE]->(r:Rule) WHERE {wanted}",
        row(StoredRule, rule_set="properties(s)", values="properties(r)", node=node),
        order="s.code, r.code, r.id",
    )


RULE_SETS = NodesArgument(
    name="ruleSets",
    annotation="list[ID] | None",
    types=("RuleSet",),
    need=None,
    description=Text(
        "RuleSets to judge by, 1 to 100, such as RuleSet:HV3. By default the national ones for its level.",
        "所用规则集，1 至 100 个，如 RuleSet:HV3。默认取方案层次适用的国家规则集。",
    ),
    default=None,
)


def rules_asked(request: QuestionRequest, node: Column = None) -> Part[list[StoredRule]]:
    """Write the rules of the sets that ``RULE_SETS`` names, or of the national ones."""
    wanted = f"s.id IN {request['ruleSets']}" if request.has("ruleSets") else NATIONAL
    return stored_rules(wanted, node)


def rule_sets(rules: Sequence[StoredRule]) -> list[PlanRuleSet]:
    """Put rules into their sets, in the order of their codes."""
    return rule_sets_of((each.rule_set, each.values) for each in rules)
