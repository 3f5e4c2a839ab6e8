"""Whole standards as office programs set them: every code, area, task, major and position, joined over pages."""

import pytest

from interchange.standards.skill.skill_standard import SuitableMajor
from interchange.standards.skill.skill_tree import read_skill_standard
from interchange.standards.teaching.teaching_reading import read_teaching_standard
from interchange.standards.teaching.teaching_standard import CodedName
from tests.interchange.documents.made_documents import read_here
from tests.interchange.standards.flowing_pages import (
    LANDSCAPE,
    body,
    flowing_pdf,
    grid,
    heading,
    long_content,
    rows_of_a_level,
)
from tests.interchange.standards.made_standards import expected, tree

TITLE = heading("示例网页开发职业技能等级标准")
HEADER = ["工作领域", "工作任务", "职业技能要求"]
CONTENT = long_content()


def levels(**how):
    parts = []
    for number, (level, areas) in enumerate(CONTENT.items(), 1):
        rows, spans = rows_of_a_level(areas)
        parts += body(f"表{number} 示例网页开发职业技能等级要求（{level}）") + grid(
            [HEADER, *rows], (80, 100, 270), spans, **how
        )
    return parts


def one_table():
    """All levels in one table, the level in a column of its own, and a column that the tree does not know."""
    rows, spans = [["职业等级", *HEADER, "权重"]], []
    for level, areas in CONTENT.items():
        start = len(rows)
        of_level, merged = rows_of_a_level(areas, first_column=1)
        rows += [[level if not index else "", *row, "5%"] for index, row in enumerate(of_level)]
        spans += [((at, top + start - 1), (to, end + start - 1)) for (at, top), (to, end) in merged]
        spans.append(((0, start), (0, len(rows) - 1)))
    return grid(rows, (50, 110, 110, 350, 50), spans)


def read(*parts, **page):
    return read_skill_standard(read_here(flowing_pdf(TITLE, *parts, **page)))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("parts", "page"),
    [
        pytest.param([levels()], {}, id="rows whole, header repeated"),
        pytest.param(
            [levels(header_repeats=False, rows_are_cut=True)],
            {"head": "示例网页开发职业技能等级标准"},
            id="rows cut, header once",
        ),
        # The program leaves out the line between a repeated header and a cell that goes on below it.
        pytest.param([levels(rows_are_cut=True)], {}, id="rows cut, no line below the repeated header"),
        pytest.param([one_table()], {"size": LANDSCAPE}, id="one landscape table, levels in a column"),
    ],
)
def test_the_tree_of_a_flowing_document_is_exact(parts, page):
    reading = read(*parts, **page)

    assert tree(reading) == expected(CONTENT)
    assert reading.problems == ()


def test_a_table_of_weights_of_areas_and_tasks_changes_no_name():
    weights = grid([["工作领域", "工作任务", "初级", "高级"], ["1.示教", "1.1 编程", "30%", "70%"]], (110, 140, 90, 90))
    three = grid([["工作领域", "工作任务", "权重"], ["1.示教", "1.1 编程", "30%"]], (110, 140, 180))
    reading = read(levels(), body("附录A 考核权重"), weights, body("附录B 考核权重"), three)

    assert tree(reading) == expected(CONTENT)
    assert [each.rule for each in reading.not_read if each.rule != "text-between-tables"] == [
        "table-of-another-kind"
    ] * 2


def test_majors_and_positions_stand_in_tables():
    reading = read(
        heading("4 适用院校专业"),
        body("见表1。", "表1 适用院校专业"),
        grid(
            [
                ["院校类型", "专业名称", "专业代码"],
                ["中等职业学校", "计算机应用", "710201"],
                ["", "网站建设与管理", "710203"],
                ["高等职业学校", "软件技术", "510203"],
            ],
            (120, 180, 120),
            [((0, 1), (0, 2))],
        ),
        heading("5 面向职业岗位（群）"),
        body("各等级面向的岗位见表2。", "表2 面向职业岗位"),
        grid([["等级", "职业岗位"], ["初级", "网页制作员、美工"], ["中级", "前端工程师"]], (120, 300)),
        heading("6 职业技能要求"),
        levels(),
    )

    assert reading.head.majors == (
        SuitableMajor("中等职业学校", "710201", "计算机应用"),
        SuitableMajor("中等职业学校", "710203", "网站建设与管理"),
        SuitableMajor("高等职业学校", "510203", "软件技术"),
    )
    assert reading.head.positions == ("网页制作员", "美工", "前端工程师")
    assert (tree(reading), reading.not_read) == (expected(CONTENT), ())


@pytest.mark.parametrize(
    ("cover", "wanted"),
    [
        (
            ("版本号：1.0", "发布日期：2022-03-15", "发布单位：示例科技集团"),
            ("1.0", None, "示例科技集团", "2022-03-15"),
        ),
        (("V2.0", "2020.09.01", "示例自动化研究院 编制"), ("2.0", None, "示例自动化研究院", "2020-09-01")),
        (
            ("（2021年2.0版）", "制定单位: 示例互联网协会", "2021年12月 发布"),
            ("2.0", 2021, "示例互联网协会", "2021-12"),
        ),
    ],
)
def test_the_cover_may_label_what_it_states(cover, wanted):
    head = read(body(*cover), levels()).head

    assert (head.version, head.year, head.publisher, head.date) == wanted


@pytest.mark.parametrize("title", ["《示例网页开发职业技能等级标准》", "示例网页开发职业技能等级标准（2.0版）"])
def test_a_title_may_have_marks_around_it(title):
    reading = read_skill_standard(read_here(flowing_pdf(heading(title), levels())))

    assert reading.head.title == "示例网页开发职业技能等级标准"


# ---- teaching standards

NAMES = [f"示例课程{each}" for each in "甲乙丙丁戊己庚辛"]
CONTENT_OF_A_COURSE = (
    "掌握基本概念与方法；能够按照企业规范完成项目的设计、实施与验收，撰写技术文档，具备团队协作意识。" * 3
)


def courses(header, names=NAMES, **how):
    texts = [CONTENT_OF_A_COURSE] if len(header) == 3 else ["①调研。②实施。", CONTENT_OF_A_COURSE]
    rows = [[str(number), name, *texts] for number, name in enumerate(names, 1)]
    return grid([header, *rows], (40, 130, 285) if len(header) == 3 else (40, 100, 130, 185), **how)


@pytest.mark.parametrize("rows_are_cut", [False, True])
def test_a_list_of_courses_ends_where_its_sentence_says_how_schools_choose(rows_are_cut):
    reading = read_teaching_standard(
        read_here(
            flowing_pdf(
                heading("高等职业教育专科软件技术专业教学标准", "1 概述", "2 专业名称（专业代码）"),
                body("软件技术（510203）"),
                heading("3 课程设置"),
                body(
                    "（1）专业基础课程",
                    "主要包括：程序设计基础、数据库应用等领域的内容。",
                    "（2）专业核心课程",
                    f"主要包括：{'、'.join(NAMES)}等领域的内容，具体课程由学校根据实际情况，按国家有关要求自主设置。",
                ),
                courses(
                    ["序号", "课程涉及的主要领域", "典型工作任务描述", "主要教学内容与要求"], rows_are_cut=rows_are_cut
                ),
            )
        )
    )

    assert (reading.education, reading.major) == ("高等职业教育专科", CodedName("510203", "软件技术"))
    assert [(each.module, each.name, each.tasks, each.content) for each in reading.courses] == [
        ("FOUNDATION", "程序设计基础", "", ""),
        ("FOUNDATION", "数据库应用", "", ""),
        *(("CORE", name, "①调研。②实施。", CONTENT_OF_A_COURSE) for name in NAMES),
    ]
    assert (reading.problems, reading.not_read) == ((), ())


def test_a_standard_of_secondary_schools_numbered_in_words():
    reading = read_teaching_standard(
        read_here(
            flowing_pdf(
                heading("中等职业学校计算机应用专业教学标准", "一、适用专业"),
                body("计算机应用（710201）"),
                heading("二、入学要求"),
                body("初中毕业或具有同等学力"),
                heading("三、课程设置"),
                body(
                    "1．专业基础课程",
                    "一般设置2门。包括：计算机应用基础、网络基础。",
                    "2．专业核心课程",
                    "一般设置2门。包括：示例课程甲、示例课程乙。",
                ),
                courses(["序号", "专业核心课程", "主要教学内容"], NAMES[:2]),
            )
        )
    )

    assert (reading.education, reading.major) == ("中等职业教育", CodedName("710201", "计算机应用"))
    assert [(each.module, each.name, each.content) for each in reading.courses] == [
        ("FOUNDATION", "计算机应用基础", ""),
        ("FOUNDATION", "网络基础", ""),
        ("CORE", "示例课程甲", CONTENT_OF_A_COURSE),
        ("CORE", "示例课程乙", CONTENT_OF_A_COURSE),
    ]
    assert reading.problems == ()
