"""The weeks in a row of totals are compared with those of its courses, as credits and hours are."""

import pytest

from analysis.training_plans.plan_content import content_differences
from analysis.training_plans.plan_records import plan_of as plan_of_records
from analysis.training_plans.plan_records import records_of
from interchange.training_plans.form.plan_export import export_workbook
from tests.interchange.training_plans.made_plans import HEAD, plan_of, sheet_plan, word

HEADING = ["序号", "实践课程名称", "学分", "周数", "学期"]
COURSES = [[1, "军训", 2, 2, 1], [2, "金工实习", 2, "2周", 2], [3, "钳工实训", 1.5, 1.5, 2], [4, "岗位实习", 24, 24, 6]]


def differing(plan):
    return [each.subject for each in plan.problems if each.rule == "sum-differs"]


@pytest.mark.parametrize(
    ("total", "named"),
    [(29.5, []), ("29.5周", []), (30, ["合计 周数 30 ≠ 29.5"]), ("28周", ["合计 周数 28 ≠ 29.5"]), (None, [])],
)
def test_weeks_of_a_total_are_compared_with_those_of_its_courses(total, named):
    rows = [HEADING, *COURSES, ["合计", None, 29.5, total, None]]

    assert differing(plan_of(word(HEAD[0][0], "实践教学环节", rows))) == named
    assert differing(sheet_plan(*rows)) == named


def test_weeks_that_a_course_leaves_open_are_compared_with_nothing():
    heading = ["课程名称", "学分", "总学时", "周数", "学期"]
    plan = sheet_plan(heading, ["网页基础", 4, 64, None, 1], ["岗位实习", 24, 480, 24, 6], ["合计", 28, 544, 30, None])

    assert differing(plan) == []
    assert differing(sheet_plan(heading, ["岗位实习", 24, 480, 24, 6], ["合计", 24, 480, 26, None])) == [
        "合计 周数 26 ≠ 24"
    ]


BY_TERMS = ["课程名称", "学分", "周数", "总学时", "一", "二", "三"]


@pytest.mark.parametrize("stated", [16, 48])
def test_weeks_in_which_courses_are_taught_next_to_others_have_no_sum(stated):
    taught = [["网页基础", 4, 16, 64, 4, "", ""], ["网页开发", 4, 16, 64, "", 4, ""], ["数据", 4, 16, 64, "", "", 4]]
    total = ["合计", 12, stated, 192, 4, 4, 4]
    rows = [[*each[:4], *([None] * 3)] for each in (*taught, total)]

    assert differing(sheet_plan(BY_TERMS, *taught, total)) == []
    assert differing(sheet_plan(BY_TERMS, *rows)) == []


@pytest.mark.parametrize(("stated", "named"), [(26, []), (24, ["合计 周数 24 ≠ 26 … ?"])])
def test_weeks_of_practice_are_added_next_to_those_of_a_course_that_does_not_fill_them(stated, named):
    heading = ["课程名称", "学分", "周数", "总学时"]
    rows = [["军训", 2, 2, 112], ["岗位实习", 24, 24, 720], ["网页基础", 4, 16, 64]]

    assert differing(sheet_plan(heading, *rows, ["合计", 30, stated, 896])) == named


def test_a_total_of_weeks_comes_back_from_the_form_and_from_what_is_kept():
    plan = sheet_plan(HEADING, *COURSES, ["合计", None, 29.5, 29.5, None])
    again = plan_of(export_workbook(plan).data)

    assert content_differences(plan, again) == []
    assert [each.stated["weeks"] for each in (*plan.totals, *again.totals)] == [2950, 2950]
    assert [each.stated for each in plan_of_records(records_of(plan)).totals] == [each.stated for each in plan.totals]
