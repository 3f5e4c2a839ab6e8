"""Headings of sections are known by their words, whatever their number; what is not known is reported."""

import pytest

from interchange.standards.skill.skill_standard import SuitableMajor
from interchange.standards.skill.skill_tree import read_skill_standard
from interchange.standards.standard_head import read_whole_head
from tests.interchange.documents.made_documents import docx, paragraph, read_here
from tests.interchange.standards.made_standards import Layout, standard_docx, standard_pdf

BODY = {
    "范围": ["本标准规定了示例网页开发的职业技能等级。"],
    "规范性引用文件": ["下列文件对于本标准的应用是必不可少的。"],
    "术语和定义": ["网页：以HTML写成的文件。"],
    "适用院校专业": ["高等职业学校：软件技术510203、移动应用开发（510213）。"],
    "面向职业岗位（群）": ["网页制作、前端开发等岗位。"],
    "职业技能要求": ["职业技能等级分为初级、中级、高级。"],
}
MAJORS = (
    SuitableMajor("高等职业学校", "510203", "软件技术"),
    SuitableMajor("高等职业学校", "510213", "移动应用开发"),
)
PAIR = ("网页制作", "前端开发")


def headed(*headings):
    return [line for heading, lines in zip(headings, BODY.values(), strict=True) for line in (heading, *lines)]


@pytest.mark.parametrize(
    "headings",
    [
        tuple(BODY),
        tuple(f"第{number}章 {title}" for number, title in zip("一二三四五六", BODY, strict=True)),
        tuple(f"第{number}条 {title}" for number, title in zip("一二三四五六", BODY, strict=True)),
        tuple(f"{number} {title}" for number, title in zip((1, 3, 4, 6, 7, 9), BODY, strict=True)),
        tuple(f"（{number}）{title}" for number, title in zip("一二三四五六", BODY, strict=True)),
        tuple(f"【{title}】" for title in BODY),
        ("一、适用范围", "二、引用标准", "三、术语", "四、适用专业", "五、职业岗位", "六、等级划分"),
        ("1 总则", "2 引用文件", "3 名词术语", "4 面向专业（群）", "5 就业岗位", "6 职业技能等级要求"),
    ],
)
def test_headings_are_known_by_their_words(headings):
    reading = read_skill_standard(read_here(standard_pdf(Layout(), headed(*headings))))
    head = reading.head

    assert (head.scope, head.terms) == ("本标准规定了示例网页开发的职业技能等级。", "网页：以HTML写成的文件。")
    assert (head.majors, head.positions) == (MAJORS, ("网页制作", "前端开发"))
    assert reading.not_read == ()


def test_contents_without_dots_do_not_take_the_place_of_the_sections():
    lines = [*(f"{number} {title} {number}" for number, title in enumerate(BODY, 1)), *headed(*BODY)]
    head = read_whole_head(read_here(standard_pdf(Layout(), lines)))[0]

    assert (head.majors, head.positions) == (MAJORS, ("网页制作", "前端开发"))


def test_a_heading_and_its_list_may_stand_on_one_line():
    lines = ("适用专业：中职：计算机应用710201；高职：510203软件技术。", "面向岗位：网页制作、前端开发")
    head = read_whole_head(read_here(docx(*map(paragraph, lines))))[0]

    assert head.majors == (SuitableMajor("中职", "710201", "计算机应用"), SuitableMajor("高职", "510203", "软件技术"))
    assert head.positions == ("网页制作", "前端开发")


@pytest.mark.parametrize(
    "line",
    [
        "软件技术510203、移动应用开发510213",
        "510203软件技术、510213移动应用开发",
        "软件技术（510203）移动应用开发（510213）",
        "（510203）软件技术，（510213）移动应用开发等专业。",
        "510203 软件技术 510213 移动应用开发",
        "软件技术 510203 移动应用开发 510213 等专业",
        "软件技术（专业代码：510203）、移动应用开发（专业代码：510213）",
        "软件技术-510203；移动应用开发-510213",
        "本标准适用于下列专业：软件技术５１０２０３、移动应用开发【510213】。",
    ],
)
def test_name_and_code_of_a_major_are_split_without_a_level_of_education(line):
    assert read_whole_head(read_here(docx(paragraph("第二章　适用专业"), paragraph(line))))[0].majors == (
        SuitableMajor("", "510203", "软件技术"),
        SuitableMajor("", "510213", "移动应用开发"),
    )


def test_majors_without_codes_one_to_a_line():
    head = read_whole_head(read_here(standard_docx(before=("适用专业", "软件技术", "移动应用开发专业"))))[0]

    assert head.majors == (
        SuitableMajor("", "", "软件技术"),
        SuitableMajor("", "", "移动应用开发"),
    )


TECHNOLOGY, MOBILE = ("510203", "软件技术"), ("510213", "移动应用开发")


@pytest.mark.parametrize(
    ("lines", "majors", "positions"),
    [
        (("第二章 适用专业", "第二条 高等职业学校：软件技术510203"), [TECHNOLOGY], ()),
        (("适用专业", "（1）高职：软件技术（510203）；", "岗位面向", "1. 网页制作", "2. 前端开发"), [TECHNOLOGY], PAIR),
        (
            ("1 适用专业", "（一）高职院校", "510203 软件技术", "3 面向岗位", "网页制作、前端开发等岗位"),
            [TECHNOLOGY],
            PAIR,
        ),
        (
            ("适用专业", "高职：软件技术510203", "职业面向", "网页制作、前端开发", "证书考核", "笔试。"),
            [TECHNOLOGY],
            PAIR,
        ),
        (("1. 适用专业", "软件技术 (510203) / 移动应用开发 (510213)"), [TECHNOLOGY, MOBILE], ()),
    ],
)
@pytest.mark.parametrize("is_word", [False, True])
def test_a_list_ends_at_the_next_heading_or_table(lines, majors, positions, is_word):
    head = read_whole_head(read_here(standard_docx(before=lines) if is_word else standard_pdf(Layout(), lines)))[0]

    assert ([(each.code, each.name) for each in head.majors], head.positions) == (majors, positions)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("lines", "remarks"),
    [
        (("1 范围", "本标准适用于示例。", "2 考核方式", "笔试与实操。"), [("section-not-known", "2考核方式")]),
        (("1 范围", "本标准适用于示例。", "3 考核方式", "笔试与实操。"), [("section-not-known", "3考核方式")]),
        (("第一章 总则", "适用于示例。", "第二章 实施要求", "由院校组织。"), [("section-not-known", "第二章实施要求")]),
        (("适用专业", "参照教育部发布的专业目录。"), [("section-without-entries", "适用专业")]),
        (("适用专业", "软件技术510203", "证书考核", "笔试。"), [("section-not-known", "证书考核")]),
        (("可报考者", "软件技术510203"), [("majors-without-heading", "软件技术510203")]),
        (("1 范围", "本标准适用于示例。", "2 规范性引用文件", "无。"), []),
        (
            ("1 范围", "本标准适用于示例。", "2 规范性引用文件", "下列文件适用于本标准。", "GB/T 99999—2020 示例术语"),
            [("section-not-kept", "2规范性引用文件")],
        ),
        (("附则", "本标准由示例机构解释。"), [("section-not-kept", "附则")]),
        (("附录A 考核办法", "笔试占四成。"), [("section-not-kept", "附录A考核办法")]),
        (("前言", "本标准由《示例》归口。"), []),
        (
            (
                "6 职业技能等级标准",
                "6.1 职业技能等级划分为初级、中级、高级：依次递进，高级别涵盖低级别职业技能要求。",
                "【初级】：主要面向互联网企业的网页制作岗位，能完成静态网页。",
                "中级：根据业务需求，能完成会话管理。",
                "【网页制作】（中级）：能制网页。",
                "初级：见表1",
                "【高级】：在掌握初级、中级技能的基础上，能负责项目。",
                "高级：能指导初级和中级人员完成网站建设。",
            ),
            [
                ("level-description-not-kept", "【初级】：主要面向互联网企业的网页制作岗位，能完成静态网页。"),
                ("level-description-not-kept", "中级：根据业务需求，能完成会话管理。"),
                ("level-description-not-kept", "【网页制作】（中级）：能制网页。"),
                ("level-description-not-kept", "【高级】：在掌握初级、中级技能的基础上，能负责项目。"),
                ("level-description-not-kept", "高级：能指导初级和中级人员完成网站建设。"),
            ],
        ),
    ],
)
def test_a_section_that_was_not_read_is_reported_with_its_page(lines, remarks):
    reading = read_skill_standard(read_here(standard_pdf(Layout(), lines)))

    assert [(each.rule, each.subject) for each in reading.not_read] == remarks
    assert all(each.place.page == 1 and each.place.box for each in reading.not_read)


def test_a_section_of_a_word_document_is_reported_too():
    reading = read_skill_standard(read_here(standard_docx(before=("第一章 考核方式", "笔试与实操。"))))

    assert [(each.rule, each.subject) for each in reading.not_read] == [("section-not-known", "第一章考核方式")]


BOTH = ([("710201", "计算机应用"), TECHNOLOGY], ("网页制作员", "前端工程师"))


@pytest.mark.parametrize(
    "lines",
    [
        (
            "适用专业及岗位",
            "中等职业学校：计算机应用（710201）。",
            "高等职业学校：软件技术（510203）。",
            "主要岗位：网页制作员、前端",
            "工程师。",
        ),
        ("三、适用专业与面向岗位", "计算机应用710201、软件技术510203，面向网页制作员、前端工程师等岗位。"),
        (
            "4 适用院校专业及职业岗位（群）",
            "4.1 适用专业",
            "中职：计算机应用（710201）",
            "高职：软件技术（510203）",
            "4.2 面向岗位",
            "网页制作员、前端工程师",
        ),
        (
            "第四章 适用对象",
            "4.1 适用专业",
            "计算机应用（710201）、软件技术（510203）",
            "4.2 面向岗位",
            "网页制作员、前端工程师",
        ),
    ],
)
def test_one_section_may_name_majors_and_positions(lines):
    head = read_whole_head(read_here(standard_pdf(Layout(), ("1 范围", "适用于示例。", *lines))))[0]

    assert ([(each.code, each.name) for each in head.majors], head.positions) == BOTH


@pytest.mark.parametrize(
    ("lines", "unknown"),
    [
        (("适用专业", "高职：软件技术510203。", "职业道德", "爱岗敬业，遵纪守法。"), ["职业道德"]),
        (
            (
                "适用专业",
                "软件技术510203",
                "学习时长与费用",
                "初级培训不少于60学时，由培训机构收费。",
                "考核办法",
                "笔试。",
            ),
            ["学习时长与费用", "考核办法"],
        ),
        (("适用专业", "软件技术510203", "合作单位", "由示例科技有限公司与示例学院共同开发和推广。"), ["合作单位"]),
        (("适用专业", "参照新版目录", "高职：软件技术510203。"), []),
        (("术语和定义", "网页", "以HTML写成的文件，由浏览器显示。", "适用专业", "软件技术510203"), []),
    ],
)
def test_a_heading_without_number_that_is_not_known_is_reported(lines, unknown):
    reading = read_skill_standard(read_here(standard_pdf(Layout(), ("范围", "适用于示例。", *lines))))

    assert [(each.code, each.name) for each in reading.head.majors] == [TECHNOLOGY]
    assert [each.subject for each in reading.not_read if each.rule == "section-not-known"] == unknown
