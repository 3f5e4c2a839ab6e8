"""Names of modules where those of courses stand: lines of their own, or lines that stand for another table."""

import pytest

from tests.interchange.documents.made_workbooks import SheetOf, workbook
from tests.interchange.training_plans.made_plans import HEAD, plan_of, rules, word

PLAIN = ["课程类别", "课程性质", "课程名称", "学分", "学时"]
COURSES = [PLAIN, ["公共基础课程", "必修", "大学英语", 4, 64]]
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


@pytest.mark.parametrize(("stated", "is_counted"), [(3, False), (4, True)])
def test_a_line_with_the_figures_of_all_of_another_table_does_not_count_again(stated, is_counted):
    plan = plan_of(
        word(
            HEAD[0][0],
            "表1 教学进程表",
            [
                [*PLAIN, "开课学期"],
                ["公共基础课", "必修", "甲", 3, 48, 1],
                ["集中实践环节（见表2）", "必修", "集中实践环节（见表2）", stated, 84, None],
            ],
            "表2 集中实践环节安排表",
            [[*PLAIN, "开课学期"], ["实践", "必修", "军训", 2, 56, 1], ["实践", "必修", "金工实习", 1, 28, 2]],
        )
    )

    counted = {each.name: each.is_counted for each in plan.lines}
    assert counted == {"甲": True, "集中实践环节（见表2）": is_counted, "军训": True, "金工实习": True}
    assert ("line-of-a-table-not-found" in rules(plan.problems)) == is_counted
    assert ("line-stands-for-a-table" in rules(plan.guesses)) == (not is_counted)
