"""A table of courses whose names are those of modules stays one of courses, where its heading says so."""

import pytest

from tests.interchange.documents.made_workbooks import SheetOf, workbook
from tests.interchange.training_plans.made_plans import HEAD, plan_of

COURSES = [["课程类别", "课程性质", "课程名称", "学分", "学时"], ["公共基础课程", "必修", "大学英语", 4, 64]]
MODULES = [["1", "公共选修课", 8, 128], ["2", "专业选修课", 6, 96]]


def names_of(heading: str) -> list[str]:
    plan = plan_of(
        workbook(
            SheetOf("教学进程表", [*HEAD, *COURSES]),
            SheetOf("选修课程", [["序号", heading, "学分", "学时"], *MODULES]),
        )
    )
    return [each.name for each in plan.lines]


@pytest.mark.parametrize(
    ("heading", "names"),
    [
        ("课程名称", ["大学英语", "公共选修课", "专业选修课"]),
        ("课程", ["大学英语", "公共选修课", "专业选修课"]),
        ("项目", ["大学英语"]),
    ],
)
def test_lines_under_the_name_of_a_course_are_courses(heading, names):
    assert names_of(heading) == names
