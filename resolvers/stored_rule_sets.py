"""Rule sets of the graph as the values that judge a plan."""

from collections.abc import Iterable, Mapping
from typing import Any

from analysis.training_plans.compliance.plan_rule import PlanRule, PlanRuleSet, plan_rule, plan_rule_set
from graph.query.statement import Run, Statement

_NATIONAL = """MATCH (s:RuleSet)-[:HAS_RULE]->(r:Rule) WHERE s.scope = 'NATIONAL'
RETURN properties(s), properties(r) ORDER BY s.code, r.code, r.id"""


async def read_national_rule_sets(run: Run) -> list[PlanRuleSet]:
    """Read the national sets, in the order of their codes."""
    return rule_sets_of((rule_set, rule) for rule_set, rule in await run(Statement(_NATIONAL, {})))


def rule_sets_of(rules: Iterable[tuple[Mapping[str, Any], Mapping[str, Any]]]) -> list[PlanRuleSet]:
    """Make sets of the values of each rule and of its set."""
    values: dict[str, Mapping[str, Any]] = {}
    own: dict[str, list[PlanRule]] = {}
    for rule_set, rule in rules:
        values[rule_set["code"]] = rule_set
        own.setdefault(rule_set["code"], []).append(plan_rule(rule))
    return [plan_rule_set(values[code], own[code]) for code in sorted(own)]
