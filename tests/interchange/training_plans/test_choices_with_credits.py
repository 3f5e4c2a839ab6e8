"""A heading that says how many courses are chosen may say how many credits too."""

import pytest

from analysis.training_plans.intervals import taken
from analysis.training_plans.training_plan import Interval
from tests.interchange.documents.made_workbooks import SheetOf, workbook
from tests.interchange.training_plans.made_plans import HEAD, plan_of

HEADING = ["课程类别", "课程性质", "课程名称", "学分", "总学时"]


@pytest.mark.parametrize(
    ("heading", "found"),
    [
        ("限选课（每学期选修1门，至少4学分）", ("CHOOSE_CREDITS", None, 400)),
        ("选修课（选修2门，至少4学分）", ("CHOOSE_CREDITS", None, 400)),
        ("公共选修课（每学期任选1门，至少4学分）", ("CHOOSE_CREDITS", None, 400)),
        ("选修课（选修2门，每门至少2学分）", ("CHOOSE_ONE", 2, None)),
        ("选修课（四选二，至少4学分）", ("CHOOSE_ONE", 2, None)),
    ],
)
def test_credits_stated_next_to_a_number_of_courses_are_what_is_chosen(heading, found):
    rows = [[heading, "选修", name, 2, 32] for name in "甲乙丙丁"]
    plan = plan_of(workbook(SheetOf("表", [*HEAD, HEADING, *rows])))

    assert [(each.kind, each.choose, each.credits) for each in plan.groups] == [found]
    assert taken(plan, plan.lines)["credits"] == Interval(400, 400)
