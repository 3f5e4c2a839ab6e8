"""What two plans do not share, named by course and field in either language."""

import pytest

from analysis.training_plans.content_words import ContentWords
from analysis.training_plans.plan_content import ContentDifference, content_differences
from tests.interchange.documents.made_workbooks import SheetOf, workbook
from tests.interchange.training_plans.made_plans import flat_rows, plan_of

PLAN = plan_of(workbook(SheetOf("课程", flat_rows())))
FIRST = PLAN.lines[0]


def changed(**fields):
    return PLAN._replace(lines=(FIRST._replace(**fields), *PLAN.lines[1:]))


@pytest.mark.parametrize(
    ("other", "english", "chinese"),
    [
        (
            changed(module="CORE"),
            (f"line 1 {FIRST.name}, module", "COMMON", "CORE"),
            (f"第 1 个课程行“{FIRST.name}”，课程类别", "公共基础课程", "专业核心课程"),
        ),
        (
            changed(credits=350),
            (f"line 1 {FIRST.name}, credits", "2", "3.5"),
            (f"第 1 个课程行“{FIRST.name}”，学分", "2", "3.5"),
        ),
        (
            changed(weeks={"1": 150}),
            (f"line 1 {FIRST.name}, weeks 1", "nothing", "1.5"),
            (f"第 1 个课程行“{FIRST.name}”，各学期周数1", "无", "1.5"),
        ),
        (
            changed(module_text="甲"),
            (f"line 1 {FIRST.name}, module as written", FIRST.module_text, "甲"),
            (f"第 1 个课程行“{FIRST.name}”，类别（原文）", FIRST.module_text, "甲"),
        ),
        (
            PLAN._replace(head=PLAN.head._replace(grade="2099级")),
            ("the plan itself, grade", PLAN.head.grade, "2099级"),
            ("方案信息，年级", PLAN.head.grade, "2099级"),
        ),
    ],
)
def test_a_difference_is_named_by_course_and_field(other, english, chinese):
    (found,) = content_differences(PLAN, other)

    for language, wanted in (("en", english), ("zh", chinese)):
        words = ContentWords(language, PLAN)
        assert (words.where(found), *words.shown(found)) == wanted


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("weeks.2.semester", "3"),
        ("weeks.1.weeks.教学", "0.03"),
        ("lines.1.weeks.1", "0.03"),
        ("lines.1.duration_weeks", "0.03"),
        ("lines.1.semester_hours.1", "3"),
        ("totals.1.stated.hours", "3"),
        ("totals.1.stated.credits", "0.03"),
        ("totals.1.stated.termCredits.1", "0.03"),
        ("totals.1.stated.termWeeklyHours.1", "0.03"),
        ("totals.1.ours.termHours.1.least", "0.03"),
        ("groups.1.choose", "3"),
    ],
)
def test_a_number_is_shown_in_the_unit_of_its_own_field(path, shown):
    words = ContentWords("en", PLAN)

    assert words.shown(ContentDifference(path, 3, None)) == (shown, "nothing")
