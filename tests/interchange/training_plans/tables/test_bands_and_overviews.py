"""Bands of directions within a module, tables of totals under 项目, and what the end of a page mixes into a heading."""

import pytest

from interchange.training_plans.plan_report import message
from tests.interchange.documents.made_documents import pdf
from tests.interchange.training_plans.made_plans import plan_of, ruled_page, rules, sheet_plan, word

PLAIN = ["课程类别", "课程性质", "课程名称", "学分", "总学时", "备注"]
TITLE = "示例职业技术学院网页技术专业（990001）2025级人才培养方案（三年制高职）"


def chosen(plan):
    return [(each.choose, each.credits, each.options) for each in plan.groups]


def test_bands_of_directions_beside_a_remark_on_them_all():
    plan = sheet_plan(
        PLAIN,
        ["专业拓展课", "限选", "A 网页方向", None, None, "两个方向任选其一"],
        [None, None, "甲", 4, 64],
        [None, None, "乙", 2, 32],
        [None, None, "B 动画方向"],
        [None, None, "丙", 4, 64],
        [None, None, "丁", 2, 32],
        [None, "任选", "戊", 2, 32, "至少选修2学分"],
        [None, None, "己", 2, 32],
        ["小计", None, None, 8, 128],
        merges=("A3:A10", "B3:B8", "C3:E3", "F3:F8", "C6:E6", "B9:B10", "F9:F10", "A11:C11"),
    )

    assert [(each.name, each.path[1:], each.nature) for each in plan.lines] == [
        ("甲", ("A 网页方向",), "RESTRICTED_ELECTIVE"),
        ("乙", ("A 网页方向",), "RESTRICTED_ELECTIVE"),
        ("丙", ("B 动画方向",), "RESTRICTED_ELECTIVE"),
        ("丁", ("B 动画方向",), "RESTRICTED_ELECTIVE"),
        ("戊", (), "ELECTIVE"),
        ("己", (), "ELECTIVE"),
    ]
    assert sorted(chosen(plan), key=str) == [(1, None, ("A 网页方向", "B 动画方向")), (None, 200, ())]
    assert (plan.problems, plan.not_read) == ((), ())


@pytest.mark.parametrize("text", ["限选1门", "选修1门", "须选修 1 门", "至少选一门", "任选1门，2学分"])
def test_how_many_courses_are_chosen(text):
    rows = [["公共基础课", "限选", each, 2, 32, text] for each in "甲乙丙"]
    by_remark = sheet_plan(PLAIN, *rows)
    by_title = sheet_plan(
        PLAIN, [f"公共限选课（{text}）"], *([None, "限选", each, 2, 32] for each in "甲乙丙"), merges=("A3:F3",)
    )

    for plan in (by_remark, by_title):
        assert [(*each[:2], len(each[2])) for each in chosen(plan)] == [(1, None, 3)]
        assert plan.problems == ()


@pytest.mark.parametrize("text", ["每类任选1门", "每学期选修1门", "自选若干，选够2门以上", "选修课合计达2学分"])
def test_a_choice_that_makes_no_group_is_said(text):
    plan = sheet_plan(PLAIN, *(["公共基础课", "任选", each, 2, 32, text] for each in "甲乙丙"))

    (problem,) = plan.problems
    assert (plan.groups, problem.rule, problem.subject, problem.taken) == ((), "choice-not-read", text, "甲、乙、丙")
    assert "all are counted" in message(problem, "en")
    assert "全部计入" in message(problem, "zh")


def test_a_choice_of_all_there_is_needs_no_word():
    plan = sheet_plan(PLAIN, *(["公共基础课", "限选", each, 2, 32, "限选2门"] for each in "甲乙"))

    assert (plan.groups, plan.problems) == ((), ())


def test_a_table_of_totals_under_the_word_for_items():
    courses = [PLAIN[:5], ["公共基础课", "必修", "甲", 3, 48], ["专业核心课", "必修", "乙", 4, 64]]
    totals = [
        ["项目", "学分", "学时", "学时比例"],
        ["公共基础课", 3, 48, "42.86%"],
        ["专业核心课", 5, 80, "57.14%"],
        ["核心课学时占总学时", "57.1%", None, None],
        ["总计", 8, 128, "100%"],
    ]
    plan = plan_of(word(TITLE, "表1", courses, "表2 学时统计", totals[:3] + totals[4:]))

    assert [each.name for each in plan.lines] == ["甲", "乙"]
    assert [each.label for each in plan.totals] == ["公共基础课", "专业核心课", "总计"]
    assert [each.subject for each in plan.problems] == [
        "专业核心课 学分 5 ≠ 4",
        "专业核心课 学时 80 ≠ 64",
        "总计 学分 8 ≠ 7",
        "总计 学时 128 ≠ 112",
    ]
    of_modules = [["课程类别", *totals[0][1:]], *totals[1:]]
    assert "value-not-read" not in rules(plan_of(word(TITLE, "表1", courses, "表2", of_modules)).problems)


def test_courses_of_the_major_are_a_module_in_a_table_of_totals():
    courses = [PLAIN[:5], ["公共基础课", "必修", "甲", 3, 48], ["专业核心课", "必修", "乙", 4, 64]]
    totals = [["项目", "学分", "学时"], ["公共基础课", 3, 48], ["专业课程", 4, 64], ["总计", 7, 112]]
    plan = plan_of(word(TITLE, "表1", courses, "表2 学时学分比例表", totals))

    assert [each.name for each in plan.lines] == ["甲", "乙"]
    assert [each.label for each in plan.totals] == ["公共基础课", "专业课程", "总计"]


def test_one_course_among_names_of_modules_makes_all_courses():
    courses = [PLAIN[:5], ["公共基础课", "必修", "甲", 3, 48]]
    practice = [["项目", "学分", "学时"], ["专业课程", 4, 96], ["专业课程考证强化", 2, 48]]
    plan = plan_of(word(TITLE, "表1", courses, "表2 集中实践", practice))

    assert [each.name for each in plan.lines] == ["甲", "专业课程", "专业课程考证强化"]


def test_courses_of_practice_with_names_like_the_major_stay_courses():
    courses = [PLAIN[:5], ["公共基础课", "必修", "甲", 3, 48]]
    practice = [["项目", "学分", "周数"], ["专业技能课程", 4, 4], ["专业综合实践教学", 2, 2]]
    plan = plan_of(word(TITLE, "表1", courses, "表3 集中实践", practice))

    assert [(each.name, each.duration_weeks) for each in plan.lines[1:]] == [
        ("专业技能课程", 400),
        ("专业综合实践教学", 200),
    ]


def test_practice_under_the_word_for_items_stays_courses():
    courses = [PLAIN[:5], ["公共基础课", "必修", "甲", 3, 48]]
    practice = [["项目", "学分", "学时"], ["毕业设计", 4, 96], ["岗位实习", 8, 192]]
    plan = plan_of(word(TITLE, "表1", courses, "表2 集中实践", practice))

    assert [each.name for each in plan.lines] == ["甲", "毕业设计", "岗位实习"]


def test_a_line_with_the_name_of_a_module_is_said():
    plan = sheet_plan(
        PLAIN,
        *(["专业核心课", "必修", each, 4, 64] for each in "甲乙"),
        ["其他", "必修", "专业核心课程", 8, 128],
    )

    assert [each.subject for each in plan.guesses if each.rule == "line-named-as-a-module"] == ["专业核心课程"]


def test_what_a_page_cuts_is_mixed_into_the_next_heading():
    heading = ["课程模块", "性质", "课程名称", "课程代码", "学分", "总学时", "备注"]
    rows = [["专业限选课", "限选", name, f"1000{at}", 2, 32, None] for at, name in enumerate("甲乙丙")]
    rows[0][6] = "3选2"
    first = [heading, ["公共课", "必修", "丁", "20001", 3, 48, None], *rows[:2]]
    rows[2][0] = None
    mixed = ["专业课程限选模块", *heading[1:6], "3备选注2"]
    plan = plan_of(pdf(*(ruled_page(each, TITLE, widths=75) for each in (first, [mixed, rows[2]]))))

    assert [(each.name, each.path, each.group) for each in plan.lines] == [
        ("丁", ("公共课",), None),
        *((each, ("专业限选课",), 1) for each in "甲乙丙"),
    ]
    assert chosen(plan) == [(2, None, ("甲", "乙", "丙"))]
    assert {"heading-of-the-page-before", "choice-by-a-remark"} <= rules(plan.guesses)


def test_one_cell_over_several_terms_that_says_what_each_has():
    heading = ["课程类别", "课程名称", "学分", "总学时", "第1学期", "第2学期", "第3学期"]
    rows = [["公共基础课", "甲", 1, 24, "每学期8学时"], ["公共基础课", "乙", 6, 96, 2, 2, 2]]
    plan = sheet_plan(heading, *rows, merges=("E3:G3",))

    assert plan.lines[0].semester_hours == {"1": 8, "2": 8, "3": 8}
    assert plan.lines[0].semesters == (1, 2, 3)
    assert "one-cell-over-several-terms" not in rules(plan.guesses)


def test_a_heading_of_certificates_or_remarks_is_that_of_remarks():
    plan = sheet_plan([*PLAIN[:5], "对应证书/备注"], ["公共基础课", "必修", "甲", 3, 48, "讲座"])

    assert ([each.remark for each in plan.lines], plan.not_read) == (["讲座"], ())


def test_a_code_that_ends_with_a_letter_and_a_title_without_the_major():
    rows = [PLAIN[:5], ["公共基础课", "必修", "甲", 3, 48]]
    texts = (
        "示例师范高等专科学校2025级人才培养方案（三年制高职）",
        "网页教育专业教学计划进程表",
        "专业代码：990001K 学制：三年",
    )
    head = plan_of(word(*texts, rows)).head

    assert (head.major_name, head.major_code, head.college) == ("网页教育", "990001K", "示例师范高等专科学校")
