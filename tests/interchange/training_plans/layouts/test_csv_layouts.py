"""Plans saved as CSV, which loses merged cells: what stands in them goes on below, and nothing is wrong without a word."""

import pytest

from interchange.training_plans.plan_errors import CoursesAsColumnsError
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


def test_a_table_with_courses_as_columns_says_so():
    with pytest.raises(CoursesAsColumnsError):
        plan_of(as_xlsx(("课程", sketch(TRANSPOSED))))


def test_a_table_with_courses_as_columns_next_to_another_is_a_problem():
    rows = Printed([["课程名称", "学分", "学时"], ["物理", 2, 32]], [])
    plan = plan_of(as_xlsx(("课程", rows), ("其他", sketch(TRANSPOSED))))

    assert [each.name for each in plan.lines] == ["物理"]
    assert [each.rule for each in plan.problems if each.place] == ["courses-as-columns"]
