"""The table of verdicts of an exported plan: what it counts is said, and is what the summary of hours counts."""

import pytest

from interchange.training_plans.form.plan_tables import plan_tables
from server.plans.reports.compliance_table import compliance_tables
from tests.analysis.training_plans.compliance.made_plans import rule, set_of
from tests.interchange.documents.made_workbooks import SheetOf, workbook
from tests.interchange.training_plans.made_plans import HEAD, plan_of
from tests.server.plans.reports.table_values import values

HEADING = ["课程类别", "课程名称", "课程性质", "学分", "总学时", "开课学期"]
COURSES = [
    ["公共基础课程", "军事理论", "必修", 2, 36, 1],
    ["公共选修课", "影视鉴赏", "选修", 1, 16, 2],
    ["专业核心课程", "网页开发", "必修", 6, 96, 3],
]


def test_both_tables_say_which_headings_a_share_counts_and_have_the_same_share():
    plan = plan_of(workbook(SheetOf("课程", [*HEAD, HEADING, *COURSES])))
    common = rule("HOURS_SHARE", measureLeast="1/4", modules=["COMMON"])

    (summary,) = [each for each in plan_tables(plan) if each.name == "学时分配表"]
    ((*_, measured, why),) = values(compliance_tables(plan, [set_of(common)])[0])[2:]

    shares = {row[0]: row[5] for row in values(summary)}
    assert shares["公共基础课程"] == "24.32%"
    assert shares["按规则归类：公共基础课程（公共基础课程、公共选修课）"] == "35.14%"
    assert measured.startswith("35.14% (52 / 148)")
    assert why == "计入：公共基础课程、公共选修课"


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["军事理论", "军事技能/军训", "形势与政策"], "缺少课程：军事技能、形势与政策"),
        (["军事技能/军训", "形势与政策"], "缺少课程：军事技能、形势与政策"),
        (["军事技能/军训", "影视鉴赏"], "课程性质与要求不同：影视鉴赏；缺少课程：军事技能"),
    ],
)
def test_the_courses_that_a_rule_on_several_lacks_are_named_once(names, said):
    plan = plan_of(workbook(SheetOf("课程", [*HEAD, HEADING, *COURSES])))
    several = rule("COURSES_OFFERED", names=names, natures=["REQUIRED"])

    ((*_, why),) = values(compliance_tables(plan, [set_of(several)])[0])[2:]

    assert why == said


def test_a_module_under_one_heading_of_its_own_is_not_counted_twice():
    plan = plan_of(workbook(SheetOf("课程", [*HEAD, HEADING, COURSES[0], COURSES[2]])))

    (summary,) = [each for each in plan_tables(plan) if each.name == "学时分配表"]

    assert not any(str(row[0]).startswith("按规则归类") for row in values(summary))
