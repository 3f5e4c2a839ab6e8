"""Remarks put together: once where a column is the cause, at each row where some rows are."""

from hypothesis import given
from hypothesis import strategies as st

from analysis.training_plans.training_plan import PlanLine, PlanPlace, PlanRemark
from interchange.training_plans.checks.gathered_remarks import once_per_column
from tests.interchange.training_plans.made_plans import sheet_plan

LINES = [PlanLine(PlanPlace(1, "表", 1, at, 2), f"课{at}") for at in range(1, 21)]


def at(row, rule="value-not-read", column=4):
    return PlanRemark(rule, f"约{row}", PlanPlace(1, "表", 1, row, column))


@given(st.sets(st.integers(1, 20)))
def test_each_row_is_named_whether_alone_or_together(rows):
    remarks = [at(each) for each in sorted(rows)]
    said = list(once_per_column(remarks, LINES))

    assert said == remarks if len(rows) < 10 else len(said) == 1
    assert all(
        each.place.row == row or f"课{row}" in str(each.taken).split("：")[-1].split("、")
        for row in rows
        for each in said
        if len(said) == 1
    )


def test_other_columns_rules_and_what_is_struck_out_stay_apart():
    struck = [at(each, "struck-out") for each in range(1, 21)]
    two = [at(each, column=4 + each % 2) for each in range(1, 9)]

    assert list(once_per_column([*struck, *two], LINES)) == [*struck, *two]


def test_a_column_of_words_where_numbers_should_be_is_one_problem():
    rows = [[f"课{each}", 2, f"约{each}"] for each in range(1, 9)]
    plan = sheet_plan(["课程名称", "学分", "总学时"], *rows)

    (problem,) = [each for each in plan.problems if each.rule == "value-not-read"]
    assert (problem.place.row, problem.place.column, problem.subject) == (3, 3, "约1、约2、约3、…")
    assert problem.taken == f"8/8：{'、'.join(str(each[0]) for each in rows)}"
