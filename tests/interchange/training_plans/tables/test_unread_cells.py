"""Each cell and row of a table of courses that no field, total or note holds is named."""

from tests.interchange.training_plans.made_plans import sheet_plan

HEADING = ["课程类别", "课程名称", "学分", "总学时", "理论", "实践"]


def said(plan, rule):
    return [
        (each.subject, each.place.row, each.place.column, each.taken)
        for each in (*plan.guesses, *plan.not_read)
        if each.rule == rule
    ]


def test_cells_below_no_heading_are_named_once_for_their_column():
    rows = [["公共课", f"课{at}", 2, 32, 16, 16] for at in range(45)]
    rows[42] += [None, "待定"]
    rows[44] += [None, "另议"]

    assert said(sheet_plan(HEADING, *rows), "cell-not-read") == [("待定、另议", 45, 8, "")]


def test_a_figure_over_several_courses_counts_with_the_first_and_is_said():
    rows = [["公共课", "甲", 2, 64, 20, 44], ["公共课", "乙", 2, None, 32, 0], ["公共课", "丙", 1, 16, 8, 8]]
    plan = sheet_plan(HEADING, *rows, merges=("D3:D4",))

    assert [each.hours for each in plan.lines] == [64, None, 16]
    assert said(plan, "figure-of-the-line-above") == [("64", 4, 4, "")]


def test_rows_below_other_tables_that_nothing_reads_are_named():
    plan = sheet_plan(
        HEADING,
        ["公共课", "甲", 2, 32, 16, 16],
        ["课程类别", "学分", "学时"],
        ["公共课", 2, 32],
        [None, "补充课程", 1, 16],
        [None, "增开课程", 1, 16],
    )

    assert [each.name for each in plan.lines] == ["甲"]
    assert said(plan, "rows-not-read") == [("补充课程 1 16", 6, None, "2")]


def test_rows_of_courses_above_the_heading_are_named():
    plan = sheet_plan(
        [1, "高等数学", 2, 32, 16, 16], [2, "英语", 2, 32, 16, 16], HEADING, ["公共课", "丙", 2, 32, 16, 16]
    )

    assert [each.name for each in plan.lines] == ["丙"]
    assert said(plan, "rows-not-read") == [("1 高等数学 2 32 16 16", 2, None, "2")]
