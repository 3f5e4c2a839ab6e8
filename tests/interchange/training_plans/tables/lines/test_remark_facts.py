"""What a remark alone says of a course: a list counts whole, and of two statements none."""

import pytest

from tests.interchange.training_plans.made_plans import sheet_plan


@pytest.mark.parametrize(
    ("remark", "semesters", "weeks"),
    [
        ("第1,3学期开设", (1, 3), None),
        ("1，2学期", (1, 2), None),
        ("第3学期；第4学期", (), None),
        ("第3学期，集中2周", (3,), 200),
        ("集中2周，共4周", (), None),
    ],
)
def test_a_list_counts_whole_and_of_two_statements_none(remark, semesters, weeks):
    (line,) = sheet_plan(["课程名称", "学分", "备注"], ["网页开发", 2, remark]).lines

    assert (line.semesters, line.duration_weeks, line.remark) == (semesters, weeks, remark)
