"""Which lines a total is about, by what its label says."""

import pytest

from analysis.training_plans.training_plan import PlanLine
from interchange.training_plans.plan_totals import of_nature, scope_by_name
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


@pytest.mark.parametrize(
    ("label", "names"),
    [
        ("综合实训（含社会实践）", ["乙"]),
        ("素质模块（含军训）", ["丁"]),
        ("公共基础课程（含限选、任选）", ["甲", "戊"]),
        ("专业课程（含拓展课）", []),
    ],
)
def test_what_a_module_includes_is_a_part_of_its_name_where_a_module_is_named_so(label, names):
    lines = lines_of(
        ["公共基础课程", "必修", "甲", 1, 16],
        ["综合实训（含社会实践）", "必修", "乙", 2, 32],
        ["实践教学环节", "必修", "丙", 3, 48],
        ["素质模块（含军训）", "必修", "丁", 4, 64],
        ["公共基础课程", "任选", "戊", 5, 80],
        ["专业拓展课程", "选修", "己", 6, 96],
    )

    assert [lines[at].name for at in scope_by_name(label, lines)] == names


def differing(*sheets: SheetOf) -> list[str]:
    return [each.subject for each in plan_of(workbook(*sheets)).problems if "differs" in each.rule]


@pytest.mark.parametrize(("stated", "number"), [(2, 0), (6, 1)])
def test_a_part_of_a_total_is_not_compared_with_the_whole_table(stated, number):
    rows = [
        ["专业核心课程", "必修", "甲", 4, 64],
        ["专业核心课程", "选修", "乙", 2, 32],
        ["总计", None, None, 6, 96],
        ["其中：选修课", None, None, stated, None],
    ]

    assert len(differing(SheetOf("表", [*HEAD, HEADING, *rows]))) == number


@pytest.mark.parametrize(("stated", "number"), [(6, 0), (2, 1)])
def test_a_total_of_all_is_not_compared_with_the_last_of_several_tables(stated, number):
    first = [["专业基础课程", "必修", "甲", 4, 64]]
    last = [["专业核心课程", "必修", "乙", 2, 32], ["总计", None, None, stated, None]]

    sheets = SheetOf("基础", [*HEAD, HEADING, *first]), SheetOf("核心", [HEADING, *last])
    assert len(differing(*sheets)) == number
