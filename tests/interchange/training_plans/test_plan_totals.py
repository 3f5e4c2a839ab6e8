"""Which lines a total is about, by what its label says."""

import pytest

from analysis.training_plans.training_plan import PlanLine
from interchange.training_plans.plan_totals import of_nature
from tests.interchange.documents.made_workbooks import SheetOf, workbook
from tests.interchange.training_plans.made_plans import HEAD, plan_of

HEADING = ["课程类别", "课程性质", "课程名称", "学分", "总学时"]


def lines_of(*rows: list[object]) -> tuple[PlanLine, ...]:
    return plan_of(workbook(SheetOf("表", [*HEAD, HEADING, *rows]))).lines


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("限选", ["乙"]),
        ("任选", ["丙"]),
        ("限选、任选", ["乙", "丙"]),
        ("限选/任选", ["乙", "丙"]),
        ("选修", ["乙", "丙"]),
        ("必修", ["甲"]),
    ],
)
def test_what_names_both_kinds_of_electives_takes_both(words, names):
    lines = lines_of(
        ["专业拓展课程", "必修", "甲", 1, 16],
        ["专业拓展课程", "限选", "乙", 2, 32],
        ["专业拓展课程", "任选", "丙", 3, 48],
    )

    assert [lines[at].name for at in of_nature(words, range(len(lines)), lines)] == names
