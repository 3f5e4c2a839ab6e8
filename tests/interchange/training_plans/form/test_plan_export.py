"""A plan as a workbook, read back: every value of it, or the file says which it cannot carry."""

import io

import pytest
from hypothesis import HealthCheck, given, settings
from openpyxl import load_workbook

from analysis.training_plans.plan_content import ContentDifference, content_differences
from analysis.training_plans.training_plan import Note, PlanPlace
from interchange.training_plans.form.course_table import COURSE_TABLE
from interchange.training_plans.form.plan_export import export_document, export_workbook
from tests.interchange.documents.made_workbooks import SheetOf, workbook
from tests.interchange.training_plans.form.random_plans import plans
from tests.interchange.training_plans.made_plans import HEAD, flat_rows, plan_of

HEADING = ["课程类别", "课程名称", "课程性质", "学分", "总学时", "开课学期", "备注"]
CHOICES = [
    *HEAD,
    HEADING,
    ["公共基础课程", "军事理论", "必修", 2, 36, 1, None],
    ["专业拓展课程", "网页设计", "选修", 2, 32, 3, "二选一"],
    ["专业拓展课程", "图像处理", "选修", 3, 48, 3, "二选一"],
    ["总计", None, None, 5, 90, None, None],
    ["注：每周按26学时计算"],
]


def sheet(data, name):
    return [[each.value for each in row] for row in load_workbook(io.BytesIO(data))[name].iter_rows()]


@pytest.mark.slow
@pytest.mark.parametrize("export", [export_workbook, export_document])
@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(plan=plans())
def test_no_value_of_a_plan_is_lost_or_changed(export, plan):
    assert export(plan).lost == []


def test_a_character_that_no_file_can_hold_is_left_out_and_named():
    plan = plan_of(workbook(SheetOf("课程", flat_rows())))
    plan = plan._replace(notes=(Note("说明\x01一二三", PlanPlace(1)),))

    assert [export(plan).lost for export in (export_workbook, export_document)] == [
        [ContentDifference("notes.1.text", "说明\x01一二三", "说明一二三")]
    ] * 2


def test_a_plan_that_was_read_is_read_again_with_its_choices_totals_and_notes():
    plan = plan_of(workbook(SheetOf("课程", CHOICES)))
    again = plan_of(export_workbook(plan).data)

    assert content_differences(plan, again) == []
    assert [(each.kind, each.choose, each.options) for each in again.groups] == [
        ("CHOOSE_ONE", 1, ("网页设计", "图像处理"))
    ]
    assert [(each.label, each.stated, each.ours["hours"]) for each in again.totals] == [
        ("总计", {"credits": 500, "hours": 90}, (68, 84))
    ]
    assert [each.text for each in again.notes] == ["注：每周按26学时计算"]
    # What was wrong in the document is wrong in the file made from it.
    assert [each.rule for each in again.problems] == ["sum-differs"]


def test_the_table_of_courses_has_subtotals_by_module_with_what_is_chosen_as_an_interval():
    rows = sheet(export_workbook(plan_of(workbook(SheetOf("课程", CHOICES)))).data, COURSE_TABLE)

    assert [each[:8] for each in rows[2:]] == [
        [1, "公共基础课程", "军事理论", "必修", None, 2, 36, None],
        ["公共基础课程 小计（按各行计算）", None, None, None, None, 2, 36, "0–36"],
        [2, "专业拓展课程", "网页设计", "选修", "第1组：网页设计", 2, 32, None],
        [3, None, "图像处理", "选修", "第1组：图像处理", 3, 48, None],
        ["专业拓展课程 小计（按各行计算）", None, None, None, None, "2–3", "32–48", "0–48"],
        ["总计（按各行计算）", None, None, None, None, "4–5", "68–84", "0–84"],
    ]


def test_hours_by_module_have_shares_where_both_figures_are_exact():
    rows = sheet(export_workbook(plan_of(workbook(SheetOf("课程", flat_rows())))).data, "学时分配表")

    assert rows[2] == ["公共基础课程", 3, 5.5, "35.48%", 92, "36.51%", 82, 10]
    assert rows[-1] == ["总计", 5, 15.5, "100%", 252, "100%", 154, 98]


def test_a_share_just_below_a_whole_percent_is_not_rounded_up_to_it():
    courses = [
        ["专业核心课程", "企业级项目开发", "必修", 90, 2600, 1, None],
        ["专业拓展课程", "软件项目管理", "选修", 10, 288, 3, None],
    ]
    data = export_workbook(plan_of(workbook(SheetOf("课程", [*HEAD, HEADING, *courses])))).data
    rows = {row[0]: row for row in sheet(data, "学时分配表")}

    # 288 of 2,888 hours are 9.972 %, and a rule asks for ten.
    assert rows["其中：选修"][3:6] == ["10%", 288, "9.97%"]
    assert rows["其中：必修"][5] == "90.03%"


def test_a_text_that_begins_as_a_formula_stays_a_text():
    rows = [*HEAD, HEADING, ["专业核心课程", "=1+1 网页", "必修", 2, 32, 1, "=HYPERLINK(1)"]]
    cells = load_workbook(io.BytesIO(export_workbook(plan_of(workbook(SheetOf("课程", rows)))).data))[COURSE_TABLE]

    assert [(each.value, each.data_type) for each in cells[3] if str(each.value).startswith("=")] == [
        ("=1+1 网页", "s"),
        ("=HYPERLINK(1)", "s"),
    ]


@pytest.mark.parametrize(
    "change",
    [
        {"remark": "数据分析方向"},
        {"remark": "模块一：任选方向"},
        {"remark": "第3学期开设", "semesters": ()},
        {"remark": "16周"},
        {"remark": "2学分", "credits": None},
        {"name": "体育[1]"},
        {"name": "★体育"},
        {"name": "A0012 体育"},
    ],
)
@pytest.mark.parametrize("export", [export_workbook, export_document])
def test_what_tables_of_others_say_in_names_and_remarks_the_form_only_shows(export, change):
    plan = plan_of(workbook(SheetOf("课程", flat_rows())))
    plan = plan._replace(lines=tuple(each._replace(**change) for each in plan.lines))

    assert export(plan).lost == []


@pytest.mark.parametrize(
    ("change", "lost"),
    [
        ({"alternatives": (3,), "assessment": {"3": "EXAM"}}, []),
        (
            {"english_name": "网页"},
            [("lines.1.name", "军事理论", "军事理论网页"), ("lines.1.english_name", "网页", "")],
        ),
        ({"weeks": {"1": 2}}, [("lines.1.duration_weeks", None, 2)]),
    ],
)
def test_what_the_file_cannot_carry_is_named(change, lost):
    plan = plan_of(workbook(SheetOf("课程", flat_rows())))
    first, *others = plan.lines
    plan = plan._replace(lines=(first._replace(**change), *others))

    assert export_workbook(plan).lost == [ContentDifference(*each) for each in lost]


# ---- a file that was changed by hand


def changed(data, name, place, value):
    book = load_workbook(io.BytesIO(data))
    book[name][place] = value
    written = io.BytesIO()
    book.save(written)
    return plan_of(written.getvalue())


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "place", "value", "problem"),
    [
        ("选课要求", "B2", "随便", ("value-not-read", "随便")),
        ("选课要求", "A2", "第7组", ("choice-not-known", "网页设计: 1")),
        (COURSE_TABLE, "E5", "任选", ("value-not-read", "任选")),
        ("原文合计", "C2", "3-1、9", ("value-not-read", "3-1、9")),
        ("方案信息", "B5", "51020", ("value-not-read", "51020")),
    ],
)
def test_a_cell_that_is_changed_to_what_the_form_does_not_know_is_a_problem(name, place, value, problem):
    data = export_workbook(plan_of(workbook(SheetOf("课程", CHOICES)))).data

    plan = changed(data, name, place, value)

    assert problem in [(each.rule, each.subject) for each in plan.problems]
    assert len(plan.lines) == 3


def test_a_total_of_lines_that_are_gone_is_kept_without_lines():
    plan = changed(export_workbook(plan_of(workbook(SheetOf("课程", CHOICES)))).data, "原文合计", "C2", "1-9000")

    assert [(each.label, each.stated["hours"], each.ours, each.lines) for each in plan.totals] == [("总计", 90, {}, ())]
