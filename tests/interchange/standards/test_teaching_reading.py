"""Teaching standards are read section by section, with core courses from their table over the end of a page."""

import pytest

from interchange.standards.teaching.teaching_reading import read_teaching_standard
from interchange.standards.teaching.teaching_standard import CodedName, StatedRule
from seeds.transform.teaching.whole_standard import RULE_ITEMS
from tests.interchange.documents.made_documents import cell, docx, paragraph, pdf, read_here, table
from tests.interchange.standards.made_teaching import CORE, rows_of, teaching_docx


def test_a_teaching_standard_is_read_whole():
    reading = read_teaching_standard(read_here(teaching_docx()))

    assert (reading.title, reading.major, reading.education, reading.years, reading.entry) == (
        "示例商务专业教学标准（高等职业教育专科）",
        CodedName("539901", "示例商务"),
        "高等职业教育专科",
        "三年",
        "中等职业学校毕业、普通高级中学毕业或具备同等学力",
    )
    assert (reading.industries, reading.occupations, reading.positions, reading.certificates) == (
        (CodedName("64", "互联网和相关服务"), CodedName("52", "零售业")),
        (CodedName("4-01-06-01", "电子商务师"), CodedName("2-06-07-02", "商务策划专业人员")),
        ("运营主管", "视觉营销设计师"),
        ("网店运营推广", "直播电商"),
    )
    assert [(each.module, each.name, each.tasks, each.content) for each in reading.courses] == [
        ("FOUNDATION", "商务基础", "", ""),
        ("FOUNDATION", "零售基础", "", ""),
        ("CORE", "网店运营", "①店铺开设。②商品上架。", "掌握店铺装修的方法，能设置营销工具。"),
        ("CORE", "社群运营", "①社群搭建。", "了解社群的类型。"),
        ("EXTENSION", "项目管理", "", ""),
        ("EXTENSION", "艺术鉴赏", "", ""),
        ("EXTENSION", "新媒体营销", "", ""),
    ]
    assert reading.practice.startswith("学生数与本专业专任教师数比例")
    assert (reading.guesses, reading.problems) == ((), ())


def test_rules_have_their_figure_and_how_binding_the_clause_is():
    reading = read_teaching_standard(read_here(teaching_docx()))

    assert reading.rules == (
        StatedRule("total_hours_min", "2500", "AS_A_RULE", "总学时一般为2500"),
        StatedRule("hours_per_credit", "16～18", "MUST", "每16～18学时折算1学分"),
        StatedRule("public_hours_share_min", "25%", "AS_A_RULE", "公共基础课总学时一般不少于总学时的25%"),
        StatedRule("practice_hours_share_min", "50%", "IN_PRINCIPLE", "实践性教学学时原则上不少于总学时的50%"),
        StatedRule("elective_hours_share_min", "10%", "MUST", "选修课程的学时累计应不少于总学时的10%"),
        StatedRule("internship_months", "6", "AS_A_RULE", "实习时间累计一般为6个月"),
        StatedRule("students_per_teacher_max", "25:1", "MUST", "学生数与本专业专任教师数比例不高于25：1"),
        StatedRule("dual_qualified_share_min", "60%", "AS_A_RULE", "双师型”教师占比一般不低于60%"),
        StatedRule(
            "week_activities",
            "军训、社会实践、入学教育、毕业教育",
            "MUST",
            "军训、社会实践、入学教育、毕业教育等活动按1周为1学分",
        ),
        StatedRule("senior_title_share_min", "20%", "MUST", "高级职称专任教师的比例不低于20%"),
    )


def test_a_core_course_that_stands_in_the_list_alone_is_reported():
    reading = read_teaching_standard(read_here(teaching_docx(CORE[:2])))

    assert [(each.rule, each.subject) for each in reading.problems] == [("core-course-in-one-place-only", "社群运营")]
    assert [each.name for each in reading.courses if each.module == "CORE"] == ["网店运营", "社群运营"]


# ---- a table over the end of a page

LEFTS = (40, 80, 180, 320, 540)


def page_of(rows):
    """A page with a ruled table of these rows, 40 points each."""

    def draw(canvas):
        for index, texts in enumerate(rows):
            top = 760 - 40 * index
            canvas.line(LEFTS[0], top, LEFTS[-1], top)
            for left, text in zip(LEFTS, texts, strict=False):
                canvas.drawString(left + 4, top - 16, text)
        bottom = 760 - 40 * len(rows)
        canvas.line(LEFTS[0], bottom, LEFTS[-1], bottom)
        for left in LEFTS:
            canvas.line(left, 760, left, bottom)

    return draw


def test_a_core_course_goes_on_after_the_end_of_a_page():
    cut = [*CORE[:2], ("2", "社群运", "①社群搭", "了解社群的")]
    rest = [CORE[0], ("", "营", "建。", "类型。")]

    reading = read_teaching_standard(read_here(pdf(page_of(cut), page_of(rest))))

    assert [
        (each.name, each.tasks, each.content, [place.page for place in each.places]) for each in reading.courses
    ] == [
        ("网店运营", "①店铺开设。②商品上架。", "掌握店铺装修的方法，能设置营销工具。", [1]),
        ("社群运营", "①社群搭建。", "了解社群的类型。", [1, 2]),
    ]
    assert [(each.rule, each.subject, each.place.page) for each in reading.guesses] == [
        ("course-continues-on-the-next-page", "社群运营", 2)
    ]


def whole(lines):
    printed = map(paragraph, ("示例商务专业教学标准", "1 课程设置", *lines))
    return read_teaching_standard(read_here(docx(*printed, rows_of(CORE))))


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("高等职业教育专科", "高等职业教育专科示例商务专业教学标准"),
        ("高等职业学校专业教学标准", "示例商务专业教学标准"),
        ("中华人民共和国教育部", "示例商务专业教学标准"),
    ],
)
def test_a_line_above_the_title_that_is_a_level_begins_it(above, title):
    lines = map(paragraph, (above, "示例商务专业教学标准", "1 课程设置"))

    assert read_teaching_standard(read_here(docx(*lines, rows_of(CORE)))).title == title


def test_paragraphs_of_a_cell_are_entries_and_one_without_code_is_a_guess():
    industries = cell("互联网和相关服务(64)", "酒、饮料和精制茶制造业(15)")
    occupations = cell("电子商务师(4-01-06-01)", "标准化工程技术人员", "市场营销专业人员(2-06-07-02)")
    certificates = cell("网店运营（初级、中级）", "直播电商（中级）")
    labels = ("对应行业(代码)", "主要职业类别(代码)", "职业类证书")
    rows = [[cell(each), text] for each, text in zip(labels, (industries, occupations, certificates), strict=True)]
    head = map(paragraph, ("示例商务专业教学标准", "1 职业面向"))
    reading = read_teaching_standard(read_here(docx(*head, table(*rows), paragraph("2 课程设置"), rows_of(CORE))))

    assert reading.industries == (CodedName("64", "互联网和相关服务"), CodedName("15", "酒、饮料和精制茶制造业"))
    assert reading.occupations == (
        CodedName("4-01-06-01", "电子商务师"),
        CodedName("", "标准化工程技术人员"),
        CodedName("2-06-07-02", "市场营销专业人员"),
    )
    assert reading.certificates == ("网店运营（初级、中级）", "直播电商（中级）")
    assert ("entry-without-code", "标准化工程技术人员") in {(each.rule, each.subject) for each in reading.guesses}


@pytest.mark.parametrize(
    ("paragraphs", "names"),
    [
        (("网店运营、直播", "电商"), ["网店运营", "直播电商"]),
        (("网店运营；", "直播电商"), ["网店运营", "直播电商"]),
        (("网店运营", "（初级）"), ["网店运营（初级）"]),
    ],
)
def test_paragraphs_that_go_on_are_one_list(paragraphs, names):
    head = map(paragraph, ("示例商务专业教学标准", "1 职业面向"))
    rows = [[cell("职业类证书"), cell(*paragraphs)], [cell("主要岗位"), cell("运营主管")]]
    reading = read_teaching_standard(read_here(docx(*head, table(*rows), paragraph("2 课程设置"), rows_of(CORE))))

    assert list(reading.certificates) == names


def test_a_list_of_courses_may_hold_marks_in_brackets_and_directions():
    reading = whole(
        (
            "专业基础课程一般设置2门，包括：化学基础（无机、有机）、零售基础。",
            "学校可设置专业方向，拓展课程包括但不限于：",
            "①快检方向：食品抽样、样品检测等；②服务方向：检测营销、客户服务等。",
        )
    )

    assert [(each.module, each.name) for each in reading.courses if each.module != "CORE"] == [
        ("FOUNDATION", "化学基础（无机、有机）"),
        ("FOUNDATION", "零售基础"),
        *(("EXTENSION", each) for each in ("食品抽样", "样品检测", "检测营销", "客户服务")),
    ]


def test_a_note_in_the_table_of_core_courses_is_named_as_not_read():
    rows = [*[[cell(each) for each in row] for row in CORE], [cell("注：第1、2门课程可合并开设。", span=4)]]
    lines = map(paragraph, ("示例商务专业教学标准", "1 课程设置"))
    reading = read_teaching_standard(read_here(docx(*lines, table(*rows))))

    assert [each.name for each in reading.courses] == ["网店运营", "社群运营"]
    assert [(each.rule, each.subject) for each in reading.not_read] == [
        ("text-between-tables", "注：第1、2门课程可合并开设。")
    ]


def test_a_rule_may_be_a_range_a_fraction_or_in_full_width():
    hours = (
        "总学时一般为2500～2800学时，公共基础课总学时一般不少于总学时的1/4。",
        "实践性教学学时原则上不少于总学时的一半，各类选修课程的学时累计不少于总学时的10％。",
    )

    rules = whole(hours).rules

    assert {each.item for each in rules} <= RULE_ITEMS.keys()
    assert [(each.item, each.value) for each in rules] == [
        ("total_hours_min", "2500"),
        ("total_hours_max", "2800"),
        ("public_hours_share_min", "25%"),
        ("practice_hours_share_min", "50%"),
        ("elective_hours_share_min", "10%"),
    ]


def test_a_third_is_no_whole_number_of_percent_and_not_read():
    assert whole(("公共基础课总学时一般不少于总学时的1/3。",)).rules == ()
