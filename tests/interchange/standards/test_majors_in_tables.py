"""Tables that name majors, some of them by two editions of the catalogue, and cells that the end of a page cuts."""

import pytest

from interchange.standards.skill.skill_standard import SuitableMajor
from interchange.standards.standard_head import read_whole_head
from tests.interchange.documents.made_documents import docx, paragraph, pdf, read_here
from tests.interchange.standards.drawn_pages import drawn, ruled, text

HEAD = text("示例家具职业技能等级标准", "4 适用院校专业")
LOW, HIGH = "中等职业学校", "高等职业学校"


def majors_of(*pages):
    return read_whole_head(read_here(pdf(*pages)))[0].majors


def test_old_and_new_names_side_by_side_are_majors_each():
    table = ruled(
        ("序号", "学校类别", "原专业名称", "现专业名称（2021年）"),
        ("1", LOW, "家具设计（041500）", "家具设计与制作（650110）"),
        ("2", None, "—", "家居装修（650111）"),
        ("3", HIGH, "家具艺术设计（650114）", "家具艺术设计（550114）"),
        widths=(40, 90, 170, 170),
    )

    assert majors_of(drawn(HEAD, table)) == (
        SuitableMajor(LOW, "041500", "家具设计"),
        SuitableMajor(LOW, "650110", "家具设计与制作"),
        SuitableMajor(LOW, "650111", "家居装修"),
        SuitableMajor(HIGH, "650114", "家具艺术设计"),
        SuitableMajor(HIGH, "550114", "家具艺术设计"),
    )


def test_each_name_has_the_code_of_its_own_edition():
    table = ruled(
        ("原专业代码", "原专业名称", "新专业代码", "新专业名称"),
        ("041500", "家具设计", "650110", "家具设计与制作"),
        widths=(80, 140, 80, 140),
    )

    assert [(each.code, each.name) for each in majors_of(drawn(HEAD, table))] == [
        ("041500", "家具设计"),
        ("650110", "家具设计与制作"),
    ]


def test_a_school_whose_cell_the_page_cuts_holds_for_the_rows_on_the_next_page():
    header, widths = ("院校类型", "专业代码", "专业名称"), (120, 80, 200)
    first = ruled(header, (LOW, "650110", "家具设计与制作"), widths=widths)
    second = ruled(("", "650111", "家居装修"), (HIGH, "550114", "家具艺术设计"), widths=widths)

    assert majors_of(drawn(HEAD, first), drawn(second)) == (
        SuitableMajor(LOW, "650110", "家具设计与制作"),
        SuitableMajor(LOW, "650111", "家居装修"),
        SuitableMajor(HIGH, "550114", "家具艺术设计"),
    )


@pytest.mark.parametrize("points", ["适用专业见下表，括号内为代码。", "新旧专业对照如表2所示，供参考。"])
def test_a_sentence_that_points_to_a_table_names_no_major(points):
    lines = ("1 范围", "适用于示例。", "4 适用专业", points)

    assert read_whole_head(read_here(docx(*map(paragraph, lines))))[0].majors == ()
