"""Sections 1 to 6: what a skill level standard says outside its tables."""

import pytest

from interchange.standards.skill.skill_standard import StandardHead, SuitableMajor
from interchange.standards.standard_head import read_whole_head
from tests.interchange.documents.made_documents import docx, paragraph, read_here
from tests.interchange.standards.made_standards import Layout, standard_pdf

LINES = (
    "（２０２１年2.0版）",
    "示例科技（北京）有限公司 制定",
    "2021年12月1日 发布",
    "目录",
    "1 范围 ........................ 1",
    "1 范围",
    "本标准规定了示例网页开发职业技能等级对应的工作领域、工作任务及职业技能要求。",
    "本标准适用于示例网页开发职业技能培训、考核与评价。",
    "2 规范性引用文件",
    "下列文件对于本标准的应用是必不可少的。",
    "3 术语和定义",
    "3.1 网页",
    "以HTML写成的文件。",
    "4 适用院校专业",
    "中等职业学校：计算机应用（710201）、网站建设与管理。",
    "高等职业学校：软件技术（510203）、移动应用",
    "开发（510213）等专业。",
    "应用型本科学校：软件工程（080902）。",
    "表1 各院校的适用专业",
    "5 面向职业岗位（群）",
    "主要面向互联网企业的技术部门，从事网页制作、前端开发、",
    "软件测试等岗位。",
    "6 职业技能要求",
    "6.1 职业技能等级划分为初级、中级、高级三个等级，依次递进，高级别涵盖低级别职业技能要求。",
)


def test_the_head_is_read_section_by_section():
    assert read_whole_head(read_here(standard_pdf(Layout(), LINES)))[0] == StandardHead(
        title="示例网页开发职业技能等级标准",
        code="990003",
        version="2.0",
        year=2021,
        publisher="示例科技（北京）有限公司",
        date="2021-12-01",
        scope="本标准规定了示例网页开发职业技能等级对应的工作领域、工作任务及职业技能要求。"
        "本标准适用于示例网页开发职业技能培训、考核与评价。",
        terms="3.1 网页 以HTML写成的文件。",
        majors=(
            SuitableMajor("中等职业学校", "710201", "计算机应用"),
            SuitableMajor("中等职业学校", "", "网站建设与管理"),
            SuitableMajor("高等职业学校", "510203", "软件技术"),
            SuitableMajor("高等职业学校", "510213", "移动应用开发"),
            SuitableMajor("应用型本科学校", "080902", "软件工程"),
        ),
        positions=("网页制作", "前端开发", "软件测试"),
        levels=("ELEMENTARY", "INTERMEDIATE", "ADVANCED"),
        higher_levels_include=True,
    )


@pytest.mark.parametrize(
    ("text", "includes"),
    [
        ("三个级别依次递进，高级别涵盖低级别职业技能要求。", True),
        ("高等级不包含低等级的职业技能要求。", False),
        ("分为初级、中级、高级三个等级。", None),
    ],
)
def test_whether_a_higher_level_covers_a_lower_one_is_null_where_it_is_not_stated(text, includes):
    assert read_whole_head(read_here(docx(paragraph(text))))[0].higher_levels_include is includes


@pytest.mark.parametrize(
    "cover",
    [
        ("示例网页开发", "职业技能等级标准", "（2021年2.0版）"),
        ("职业技能等级标准", "示例网页开发", "（2021年2.0版）"),
        ("标准代码：990003", "职业技能等级标准", "示例网页开发"),
        ("职业技能等级标准", "标准代码：990003", "示例网页开发", "职业技能等级标准"),
        ("职业技能等级标准", "（2021年2.0版）", "本标准规定了示例网页开发职业技能等级对应的工作领域。"),
        ("标准代码：990003", "职业技能等级标准", "2021年12月 发布", "本标准规定了示例网页开发职业技能等级的要求。"),
        ("职业技能等级标准", "第一部分", "征求意见稿", "本标准规定了示例网页开发职业技能等级对应的工作领域。"),
        ("职业技能等级标准", "前言", "本标准规定了示例网页开发职业技能等级对应的工作领域。"),
        ("职业技能等级标准", "目录", "1 范围", "本标准规定了示例网页开发职业技能等级对应的工作领域。"),
    ],
)
def test_the_name_may_stand_beside_the_kind_of_the_document_or_in_its_scope(cover):
    assert read_whole_head(read_here(docx(*map(paragraph, cover))))[0].title == "示例网页开发职业技能等级标准"


@pytest.mark.parametrize(
    "below", ["前言", "（试行）", "征求意见稿", "第一部分", "工业和信息化部", "2021年12月", "1 范围"]
)
def test_another_line_below_the_kind_of_the_document_is_no_name(below):
    cover = ("职业技能等级标准", below)

    assert read_whole_head(read_here(docx(*map(paragraph, cover))))[0].title == "职业技能等级标准"


def test_majors_and_positions_may_stand_one_to_a_line_below_headings():
    lines = (
        "1 范围",
        "2 规范性引用文件",
        "3 术语和定义",
        "4 适用院校专业",
        "4.1 参照原版专业目录",
        "中等职业学校",
        "计算机应用（090100）",
        "网站建设与管理（091700）",
        "4.2 参照新版职业教育专业目录",
        "高等职业学校：软件技术（510203）、移动应用开发（510213）等专业",
        "5 面向职业岗位（群）",
        "网页制作",
        "前端开发",
        "6 职业技能要求",
    )
    head = read_whole_head(read_here(standard_pdf(Layout(), lines)))[0]

    assert head.majors == (
        SuitableMajor("中等职业学校", "090100", "计算机应用"),
        SuitableMajor("中等职业学校", "091700", "网站建设与管理"),
        SuitableMajor("高等职业学校", "510203", "软件技术"),
        SuitableMajor("高等职业学校", "510213", "移动应用开发"),
    )
    assert head.positions == ("网页制作", "前端开发")


@pytest.mark.parametrize(
    ("cover", "wanted"),
    [
        ("二〇二四年六月 发布", (2024, "2024-06")),
        ("二○二三年十二月三十一日发布", (2023, "2023-12-31")),
        ("2023-11-20 发布", (None, "2023-11-20")),
    ],
)
def test_the_year_is_that_of_the_cover_and_of_no_other_document(cover, wanted):
    lines = (
        "示例家具职业技能等级标准",
        "版 本 号：V1.2",
        cover,
        "前言",
        "本标准代替2019年版的标准。",
        "1 范围",
        "适用于示例。",
        "参考文献",
        "[1] 中华人民共和国职业分类大典（2022年版）",
    )
    head = read_whole_head(read_here(docx(*map(paragraph, lines))))[0]

    assert (head.version, head.year, head.date) == ("1.2", *wanted)
