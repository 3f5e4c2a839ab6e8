"""Plans saved as CSV, which loses merged cells: what stands in them goes on below, and nothing is wrong without a word."""

import pytest

from interchange.training_plans.plan_errors import CoursesAsColumnsError
from interchange.training_plans.plan_rules import RULES
from tests.interchange.training_plans.layouts.colleges import accounting, animation, commerce, nursing, vehicles
from tests.interchange.training_plans.layouts.printing import Printed, as_csv, as_xlsx
from tests.interchange.training_plans.layouts.scores import Score, score
from tests.interchange.training_plans.layouts.sketches import reading, sketch
from tests.interchange.training_plans.made_plans import plan_of

ENCODINGS = ("gb18030", "utf-8", "utf-8-sig", "utf-16")
TRANSPOSED = """
课程名称 | 语文 | 数学 | 英语
课程性质 | 必修 | 必修 | 选修
学分 | 2 | 4 | 2
学时 | 32 | 64 | 32
开课学期 | 1 | 2 | 3
"""
ONE_COURSE = """
课程名称 | 语文
课程性质 | 必修
学分 | 2
学时 | 32
"""
IN_PAIRS = """
课程名称 | 语文 | 课程代码 | 001
学分 | 2 | 学时 | 32
课程性质 | 必修 | 考核方式 | 考试
"""
# Two blocks next to each other below one label.
TWO_BLOCKS = """
一 | 课程名称 | 语文 | 数学 | 课程名称 | 化学
一 | 学分 | 2 | 4 | 学分 | 3
一 | 学时 | 32 | 64 | 学时 | 48
"""


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("college", [accounting, commerce, vehicles], ids=lambda each: each.__name__.rpartition(".")[2])
def test_a_plan_is_read_of_csv_whatever_its_encoding(college, encoding):
    data = as_csv(sketch(college._TABLE), encoding)

    assert score(data, reading(college._READING)) == Score(100, 100, [], [])


@pytest.mark.parametrize("college", [animation, nursing], ids=lambda each: each.__name__.rpartition(".")[2])
def test_of_merged_cells_only_remarks_are_lost_for_csv_says_nothing_of_them(college):
    of_csv = score(as_csv(sketch(college._TABLE)), reading(college._READING))

    assert of_csv.lines == 100
    assert {name for _, name, _, _ in of_csv.wrong} == {"remark"}


@pytest.mark.parametrize("printed", [as_csv, lambda table: as_xlsx(("课程", table))], ids=["csv", "xlsx"])
def test_a_table_with_courses_as_columns_is_read_on_its_side(printed):
    plan = plan_of(printed(sketch(TRANSPOSED)))

    assert [(each.name, each.nature, each.credits, each.hours, each.semesters) for each in plan.lines] == [
        ("语文", "REQUIRED", 200, 32, (1,)),
        ("数学", "REQUIRED", 400, 64, (2,)),
        ("英语", "ELECTIVE", 200, 32, (3,)),
    ]
    # The place of a line is that of its name in the document.
    assert [(each.place.row, each.place.column) for each in plan.lines] == [(1, 2), (1, 3), (1, 4)]


def test_a_figure_of_a_table_on_its_side_that_is_not_read_has_its_place():
    plan = plan_of(as_csv(sketch(TRANSPOSED.replace("| 64 |", "| 很多 |"))))
    assert [(each.rule, each.place.row, each.place.column) for each in plan.problems if each.place] == [
        ("value-not-read", 4, 3)
    ]


@pytest.mark.parametrize("one", [ONE_COURSE, IN_PAIRS])
def test_a_table_about_one_course_is_no_plan(one):
    with pytest.raises(CoursesAsColumnsError):
        plan_of(as_xlsx(("课程", sketch(one))))


def test_courses_on_their_side_that_are_not_read_are_not_called_one_course():
    with pytest.raises(CoursesAsColumnsError) as refused:
        plan_of(as_xlsx(("课程", sketch(TWO_BLOCKS))))

    said = [refused.value.message(each) for each in ("en", "zh")] + [*RULES["courses-as-columns"]]
    assert [each for each in said if "describes one course" in each or "只介绍一门课程" in each] == []
    assert ["layout" in each or "版式" in each for each in said] == [True] * 4


def test_a_table_about_one_course_next_to_a_plan_is_a_problem():
    rows = Printed([["课程名称", "学分", "学时"], ["物理", 2, 32]], [])
    plan = plan_of(as_xlsx(("课程", rows), ("其他", sketch(ONE_COURSE))))

    assert [each.name for each in plan.lines] == ["物理"]
    assert [each.rule for each in plan.problems if each.place] == ["courses-as-columns"]
