"""National sets of the seeds whose rules would judge no plan."""

import csv
import shutil

import pytest

from seeds.checks.check import check
from seeds.checks.rule_sets import rule_set_problems
from tests.conftest import ROOT
from tests.seeds.conftest import SeedFolder

RULE_SETS = "rules/nodes/RuleSet.csv"


@pytest.fixture
def rules(tmp_path):
    """The national rules, with nothing else."""
    shutil.copytree(ROOT / "seeds" / "data" / "rules", tmp_path / "data" / "rules")
    return SeedFolder(tmp_path / "data")


def without_levels(folder, code):
    """Take the levels of a set away, and give the row where it stands."""
    with (folder.path / RULE_SETS).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    (place,) = (number for number, each in enumerate(rows, start=2) if each["code"] == code)
    rows[place - 2]["educationLevels"] = ""
    with (folder.path / RULE_SETS).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return place


def found(folder):
    problems = rule_set_problems(check(folder.path).tables)
    return [(each.kind, each.file, each.row, each.column, each.value) for each in problems]


def test_a_national_set_with_measured_rules_names_its_levels(rules):
    assert found(rules) == []

    place = without_levels(rules, "HV3")

    assert found(rules) == [("rule-set-levels", RULE_SETS, place, "educationLevels", "")]
