"""Rule sets on training plans as the seed files have them, without a database."""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from analysis.training_plans.compliance.plan_rule import PlanRule, PlanRuleSet, plan_rule, plan_rule_set
from graph.model import MODEL
from graph.regular_files import open_table
from seeds.checks.cell_values import reader_of


def read_rule_sets(folders: Sequence[Path]) -> list[PlanRuleSet]:
    """Give all sets in the order of their codes; none where the folders have no rules."""
    rules: dict[str, list[PlanRule]] = {}
    for values in _records(folders, "Rule"):
        rules.setdefault(values["ruleSetCode"], []).append(plan_rule(values))
    sets = [plan_rule_set(each, rules.get(each["code"], ())) for each in _records(folders, "RuleSet")]
    return sorted(sets, key=lambda each: each.code)


def _records(folders: Sequence[Path], type_name: str) -> Iterator[dict[str, Any]]:
    readers = {each.name: reader_of(each) for each in MODEL.node_types[type_name].properties}
    for folder in folders:
        for path in sorted(folder.rglob(f"nodes/{type_name}.csv")):
            with open_table(path) as file:
                for row in csv.DictReader(file):
                    yield {name: readers[name](cell or "") for name, cell in row.items() if name in readers}
