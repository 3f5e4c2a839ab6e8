"""Whole documents: several plans, sheets and appendices, what is hidden, certificates, weeks, outcomes, the head."""

from typing import Any

import pytest

from interchange.documents.document_errors import DocumentTooLargeError
from interchange.training_plans.plan_errors import TrainingPlanNotFoundError
from interchange.training_plans.plan_head import NamedMajor
from interchange.training_plans.plan_reading import read_training_plans
from interchange.training_plans.plan_totals import TOTALS_LARGEST
from tests.interchange.documents.made_documents import read_here
from tests.interchange.documents.made_workbooks import SheetOf, workbook
from tests.interchange.training_plans.made_plans import EXPECTED, HEAD, core, doubts, flat_rows, plan_of, plans_of, word

COURSE_HEADING = ["课程名称", "学分", "总学时"]


def test_several_plans_in_one_document_are_told_apart_by_their_majors():
    first, second = plans_of(
        word(
            "示例职业技术学院",
            "2025级网页技术专业人才培养方案",
            "专业代码：990001",
            [COURSE_HEADING, ["甲", 2, 32]],
            "2025级数据标注专业人才培养方案",
            "专业代码：990002",
            [COURSE_HEADING, ["乙", 3, 48], ["丙", 1, 16]],
        )
    )

    assert [
        (each.head.college, each.head.major_name, each.head.major_code, len(each.lines)) for each in (first, second)
    ] == [
        ("示例职业技术学院", "网页技术", "990001", 1),
        ("示例职业技术学院", "数据标注", "990002", 2),
    ]


def test_hidden_rows_columns_and_sheets_and_struck_out_courses_are_said():
    sheet = SheetOf("课程", flat_rows(), (), (3,), ("G",), ("B4", "E5"), state="hidden")
    plan = plan_of(workbook(SheetOf("封面", [["示例职业技术学院"]]), sheet))

    assert core(plan) == EXPECTED
    assert [each.is_counted for each in plan.lines] == [True, False, True, True, True]
    assert doubts(plan) == (
        [
            ("hidden-sheet", "课程"),
            ("hidden-column", "理论学时"),
            ("hidden-row", "军事理论"),
            ("struck-out", "大学英语"),
        ],
        [("struck-out-figure", "1")],
    )


def test_an_appendix_of_courses_on_offer_is_read_and_not_counted():
    pool = [["序号", "模块名称", "课程名称", "学分", "开课学期"], [1, "直播模块", "直播基础", 2, 4]]
    plan = plan_of(workbook(SheetOf("课程", flat_rows()), SheetOf("附表1 任选模块课程", pool)))

    assert core(plan)[:-1] == EXPECTED
    assert (plan.lines[-1].path, plan.lines[-1].is_counted) == (("任选模块课程", "直播模块"), False)
    assert ("appendix-offers-courses", "直播基础") in doubts(plan)[0]


def test_figures_without_a_name_take_that_of_their_module():
    rows = [
        *HEAD,
        ["课程类别", "课程名称", "学分", "总学时"],
        ["公共任选模块", None, 2, 32],
        ["公共任选模块", None, 2, 32],
    ]
    plan = plan_of(workbook(SheetOf("表", rows)))

    assert [(each.name, each.credits) for each in plan.lines] == [("公共任选模块", 200), ("公共任选模块", 200)]
    assert doubts(plan)[0] == [("name-from-module", "公共任选模块")] * 2


def test_certificates_weeks_and_outcomes():
    plan = plan_of(
        word(
            "网页技术专业人才培养方案（2025级）",
            "四、职业面向",
            [["所属专业大类", "职业技能等级证书"], ["电子与信息大类", "网页开发（中级）、数据标注"]],
            "五、培养目标与培养规格",
            "1.素质要求",
            "（1）具有正确的世界观和职业道德。",
            "2.知识要求",
            "（1）掌握网页设计的基本知识。",
            "六、教学进程",
            [
                ["序号", "证书名称", "考核等级", "考试学期", "颁证单位", "对应课程"],
                [1, "网页开发", "中级", "三、四", "示例公司", "网页基础、网页开发"],
            ],
            [
                ["学年", "学期", "课堂教学", "考试", "机动", "合计"],
                ["一", "1", 16, 1, 1, 18],
                ["一", "2", 17.5, 1, None, 18.5],
                ["合计", "合计", 33.5, 2, 1, 36.5],
            ],
            [COURSE_HEADING, ["甲", 2, 32]],
        )
    )

    assert [
        (each.name, each.level_text, each.level, each.semesters, each.issuer, each.courses)
        for each in plan.certificates
    ] == [
        ("网页开发", "中级", "INTERMEDIATE", (), None, ()),
        ("数据标注", None, None, (), None, ()),
        ("网页开发", "中级", "INTERMEDIATE", (3, 4), "示例公司", ("网页基础", "网页开发")),
    ]
    assert [(each.kind, each.text) for each in plan.outcomes] == [
        ("QUALITY", "具有正确的世界观和职业道德。"),
        ("KNOWLEDGE", "掌握网页设计的基本知识。"),
    ]
    assert [(each.semester, each.weeks) for each in plan.weeks] == [
        (1, {"课堂教学": 1600, "考试": 100, "机动": 100, "合计": 1800}),
        (2, {"课堂教学": 1750, "考试": 100, "合计": 1850}),
        (None, {"课堂教学": 3350, "考试": 200, "机动": 100, "合计": 3650}),
    ]
    assert [(each.rule, each.subject) for each in plan.not_read] == [("only-certificates-read", "所属专业大类")]


@pytest.mark.parametrize(
    ("note", "certificates"),
    [
        ("取得“网页开发”1+X证书（中级）者可免修《网页基础》。", [("网页开发", ("网页基础",))]),
        (
            "对接1+X“网页开发”职业技能等级证书（中级）。取得该证书可置换《网页基础》《网页开发》课程。",
            [("网页开发", ("网页基础", "网页开发"))],
        ),
        (
            "1+X《网页开发》证书（中级）免修《网页基础》，《数据标注》证书（初级）免修《数据基础》",
            [("网页开发", ("网页基础",)), ("数据标注", ("数据基础",))],
        ),
        ("学生考取1+X网页开发证书（中级），教材选用《网页设计》。", [("网页开发", ())]),
    ],
)
def test_courses_of_a_certificate_in_a_note(note, certificates):
    plan = plan_of(word("六、教学进程", [COURSE_HEADING, ["甲", 2, 32]], f"注：{note}"))

    assert [(each.name, each.courses) for each in plan.certificates] == certificates


@pytest.mark.parametrize(
    ("caption", "title"),
    [
        ("附表2：网页技术专业教学进程总体安排表", "网页技术专业教学进程总体安排表"),
        ("附表 教学进程安排表", "教学进程安排表"),
        ("附件一 网页技术专业教学进程表", "网页技术专业教学进程表"),
        ("表5-1 教学进程安排表", "教学进程安排表"),
        ("续附表2 教学进程安排表", "教学进程安排表"),
        ("网页技术专业教学进程安排表", "网页技术专业教学进程安排表"),
    ],
)
def test_captions_of_tables_and_titles_of_appendices_are_headings(caption, title):
    table = [COURSE_HEADING, ["甲", 2, 32]]

    assert plan_of(word("一、修业年限", caption, table)).sections == ("修业年限", title)
    assert plan_of(word("一、修业年限", [[caption], *table])).sections == ("修业年限", title)
    # Where no heading of the document was read, one caption does not say that the others are missing.
    assert plan_of(word(caption, table)).sections == ()


@pytest.mark.parametrize("text", ["附表中所列课程均须修读", "表1所示课程为必修", "表现良好者优先", "附件：见网站。"])
def test_sentences_about_tables_are_no_headings(text):
    assert plan_of(word("一、修业年限", text, [COURSE_HEADING, ["甲", 2, 32]])).sections == ("修业年限",)


def test_a_code_of_another_major_is_asked_with_the_candidates():
    majors = [NamedMajor("2021", "990001", "数据标注"), NamedMajor("2021", "990009", "网页技术")]
    (plan,) = read_training_plans(read_here(workbook(SheetOf("课程", flat_rows()))), majors)
    (agreed,) = read_training_plans(
        read_here(workbook(SheetOf("课程", flat_rows()))), [NamedMajor("2021", "990001", "网页技术")]
    )

    assert [(each.rule, each.subject, each.taken) for each in plan.problems] == [
        ("code-and-name-disagree", "990001 网页技术", "2021 990001 数据标注; 2021 990009 网页技术")
    ]
    assert agreed.problems == ()


def test_what_the_head_lacks_and_doubled_codes_are_problems():
    rows = [["课程代码", "课程名称", "学分", "总学时"], ["A1", "甲", 2, 32], ["A1", "乙", 2, 32]]

    assert doubts(plan_of(workbook(SheetOf("表", rows)))) == (
        [],
        [
            ("head-lacks", "major_name"),
            ("head-lacks", "major_code"),
            ("head-lacks", "grade"),
            ("head-lacks", "college"),
            ("head-lacks", "duration_years"),
            ("code-doubled", "A1: 甲 / 乙"),
        ],
    )


@pytest.mark.parametrize(
    ("title", "college", "major", "code", "grade"),
    [
        ("附件1：示例职业技术大学2024级数据标注专业人才培养方案", "示例职业技术大学", "数据标注", None, "2024级"),
        ("示例职业学院2023级现代物流（990003）教学计划（三年制高职）", "示例职业学院", "现代物流", "990003", "2023级"),
        ("示例职业学院2025级三年制高职护理（520201）职业本科教学计划", "示例职业学院", "护理", "520201", "2025级"),
        ("专业：护理（520201）  学制：三年", None, "护理", "520201", None),
        ("专业代码：520201", None, None, "520201", None),
        ("第一部分 市场营销专业人才培养方案", None, "市场营销", None, None),
        ("课程教学进程表", None, None, None, None),
        ("关于修订专业人才培养方案的通知", None, None, None, None),
    ],
)
def test_titles_are_taken_apart(title, college, major, code, grade):
    head = plan_of(workbook(SheetOf("表", [[title], COURSE_HEADING, ["甲", 2, 32]]))).head

    assert (head.college, head.major_name, head.major_code, head.grade) == (college, major, code, grade)


def test_a_document_without_a_table_of_courses_is_refused():
    with pytest.raises(TrainingPlanNotFoundError, match="no table whose heading names courses"):
        plans_of(word("人才培养方案", [["姓名", "学号"], ["甲", "1"]]))


def test_a_table_that_describes_courses_is_not_read_as_a_second_plan():
    described = [["序号", "课程名称", "课程目标", "主要内容", "学时"], [1, "网页基础", "掌握", "标签", 64]]
    plan = plan_of(word(HEAD[0][0], described, flat_rows()[1:]))

    assert core(plan) == EXPECTED
    assert [(each.rule, each.subject) for each in plan.not_read] == [
        ("table-of-another-kind", "序号 课程名称 课程目标 主要内容 学时")
    ]


def test_a_line_that_stands_in_two_tables_counts_once_and_is_asked():
    practice = [["实践环节", "学分", "周数", "学期"], ["网页基础", 4, None, 1], ["网页基础", 4, None, 2]]
    plan = plan_of(word(HEAD[0][0], flat_rows()[1:], practice))

    assert [each.is_counted for each in plan.lines[-2:]] == [False, True]
    assert [(each.rule, each.subject, each.place.table, each.place.row) for each in plan.problems] == [
        ("line-in-two-tables", "网页基础", 2, 2)
    ]


def test_the_group_of_a_record_system_has_its_credits_in_brackets():
    rows: list[Any] = [*HEAD, ["课程类别", "选课组", "课程名称", "学分", "总学时"]]
    rows += [["专业拓展课程", "1730105(4.5)", name, points, 32] for name, points in (("甲", 2), ("乙", 2.5), ("丙", 3))]
    plan = plan_of(workbook(SheetOf("表", rows)))

    assert [(each.kind, each.credits) for each in plan.groups] == [("CHOOSE_CREDITS", 450)]
    assert doubts(plan) == ([("credits-of-a-group", "1730105(4.5)")], [])


def test_a_variant_of_a_major_is_a_plan_of_its_own():
    table_of = [COURSE_HEADING, ["甲", 2, 32]]
    plans = plans_of(
        word("2025级网页技术专业人才培养方案", table_of, "2025级网页技术专业（校企合作）人才培养方案", table_of)
    )

    assert [each.head.major_name for each in plans] == ["网页技术", "网页技术(校企合作)"]


@pytest.mark.slow
def test_a_document_with_more_lines_than_any_plan_is_refused():
    with pytest.raises(DocumentTooLargeError, match="3001 courses in one plan"):
        plans_of(word([COURSE_HEADING, *([f"课{at}", 1, 16] for at in range(3_001))]))


def test_a_document_of_more_totals_than_a_plan_has_is_not_read():
    totals = [[each, 2, 32] for each in ["小计"] * (TOTALS_LARGEST - 1)]
    overview = [["课程类别", "学分", "学时"], ["公共基础课", 2, 32]]
    heading = ["课程名称", "学分", "总学时"]
    plan = plan_of(word(*HEAD[0], [heading, ["甲", 2, 32], *totals], overview))

    assert len(plan.totals) == TOTALS_LARGEST
    with pytest.raises(DocumentTooLargeError, match="201 totals in one plan"):
        plan_of(word(*HEAD[0], [heading, ["甲", 2, 32], *totals, totals[0]], overview))


def test_a_form_of_more_totals_than_a_plan_has_is_not_read():
    totals = [
        ["合计名称", "合计范围", "所含行号", "学分"],
        *([f"小计{at}", "", "1", 2] for at in range(TOTALS_LARGEST)),
    ]
    courses = [["课程名称", "学分", "总学时"], ["甲", 2, 32]]

    assert len(plan_of(word(*HEAD[0], courses, totals)).totals) == TOTALS_LARGEST
    with pytest.raises(DocumentTooLargeError, match="201 totals in one plan"):
        plan_of(word(*HEAD[0], courses, [*totals, totals[-1]]))
