"""What the title of a table says of its marks and units is a note of the plan, and holds for its courses."""

import pytest

from tests.interchange.documents.made_workbooks import SheetOf, workbook
from tests.interchange.training_plans.made_plans import HEAD, plan_of, word

HEADING = ["序号", "课程名称", "学分", "总学时", "第1学期周学时", "第2学期周学时"]
ROWS = [HEADING, [1, "甲▲", 2, 32, 2, None], [2, "★乙", 2, 32, 2, None], [3, "★丙▲", 2, 32, 2, None]]
LEGEND = "单位：学时；★为核心课程，▲考试，其余考查"
READ = [("甲", None, {"EXAM"}), ("乙", "CORE", {"CHECK"}), ("丙", "CORE", {"EXAM"})]


def read(plan):
    return [(each.name, each.module, {*each.assessment.values()}) for each in plan.lines]


def notes(plan):
    return [each.text.replace("；", ";").replace("：", ":").replace("，", ",") for each in plan.notes]


@pytest.mark.parametrize(
    "above",
    [
        (f"表3 教学进程表（{LEGEND}）",),
        (f"教学进程表（{LEGEND}）", "2025年6月制"),
        (f"表3 教学进程表({LEGEND.replace('学时', '学时(三年制)')})",),
    ],
)
def test_a_legend_in_the_title_above_a_table_is_a_note_and_is_read(above):
    plan = plan_of(word(HEAD[0][0], *above, ROWS))

    assert (read(plan), plan.guesses, plan.problems) == (READ, (), ())
    assert [each.replace("(三年制)", "") for each in notes(plan)] == ["单位:学时;★为核心课程,▲考试,其余考查"]


def test_a_legend_in_the_first_row_of_a_table_is_a_note():
    title = [f"教学进程表（{LEGEND}）"]
    files = word(HEAD[0][0], [title, *ROWS]), workbook(SheetOf("课程", [*HEAD, title, *ROWS]))

    for plan in map(plan_of, files):
        assert read(plan) == READ
        assert len(plan.notes) == 1
        assert "▲考试,其余考查" in notes(plan)[0]


def test_the_legend_of_a_table_that_goes_on_is_one_note():
    title = f"教学进程表（{LEGEND}）"
    plan = plan_of(word(HEAD[0][0], f"表3 {title}", ROWS, f"续表3 {title}", [HEADING, [4, "丁▲", 2, 32, 2, None]]))

    assert (len(plan.lines), len(plan.notes)) == (4, 1)


@pytest.mark.parametrize(
    "title", ["教学进程表（三年制）", "表3 课程设置（必修）", "表3 教学进程表（C#方向）", "表3 教学进程表"]
)
def test_brackets_that_say_nothing_of_marks_are_no_note(title):
    assert plan_of(word(HEAD[0][0], title, ROWS)).notes == ()


def test_the_legend_of_another_table_is_no_note_of_the_courses():
    matrix = [["能力", "甲", "乙"], ["编程", "●", "○"]]
    plan = plan_of(word(HEAD[0][0], "表2 能力矩阵（●表示强支撑，○表示弱支撑）", matrix, "表3 教学进程表", ROWS))

    assert (plan.notes, [each.rule for each in plan.not_read]) == ((), ["table-of-another-kind"])
