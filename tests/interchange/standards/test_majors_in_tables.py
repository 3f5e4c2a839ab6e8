"""Tables that name majors, some of them by two editions of the catalogue, and cells that the end of a page cuts."""

import pytest

from interchange.standards.skill.skill_standard import SuitableMajor
from interchange.standards.skill.suitable_majors import majors
from interchange.standards.standard_head import read_whole_head
from tests.interchange.documents.made_documents import cell, docx, paragraph, pdf, read_here, table
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


def test_a_row_over_all_columns_names_the_schools_and_a_dash_is_no_code():
    printed = table(
        [cell(each) for each in ("专业代码", "专业名称") * 2],
        [cell(f"一、{LOW}", span=4)],
        [cell(each) for each in ("650110", "家具设计与制作", "—", "家居装修")],
        [cell(HIGH, span=4)],
        [cell(each) for each in ("550114", "家具艺术设计", "", "")],
        [cell("注：高等职业学校含高职本科。", span=4)],
        [cell(each) for each in ("550115", "家居设计", "", "")],
        [cell("技工院校", span=4)],
        [cell(each) for each in ("—", "木工", "", "")],
        [cell("其他", span=4)],
        [cell(each) for each in ("—", "软装", "", "")],
        [cell("应用型本科：产品设计（130504）", span=4)],
    )
    lines = map(paragraph, ("示例家具职业技能等级标准", "4 适用院校专业"))
    note = map(paragraph, ("注：其他开设家具、", "家装课程的专业可参照执行。", "5 面向职业岗位", "家具设计员"))

    assert read_whole_head(read_here(docx(*lines, printed, *note)))[0].majors == (
        SuitableMajor(LOW, "650110", "家具设计与制作"),
        SuitableMajor(LOW, "", "家居装修"),
        SuitableMajor(HIGH, "550114", "家具艺术设计"),
        SuitableMajor(HIGH, "550115", "家居设计"),
        SuitableMajor("技工院校", "", "木工"),
        SuitableMajor("", "", "软装"),
        SuitableMajor("应用型本科", "130504", "产品设计"),
    )


@pytest.mark.parametrize(
    ("brackets", "older"),
    [
        ("650110，原代码041500", ("041500", "家具设计与制作")),
        ("650110，原家具设计041500", ("041500", "家具设计")),
        ("650110；原专业名称：家具设计", ("", "家具设计")),
    ],
)
def test_what_the_brackets_of_a_major_say_of_an_older_edition_is_a_major_of_its_own(brackets, older):
    named = f"{LOW}：家具设计与制作（{brackets}）、家居装修（650111）等专业。"

    assert [(each.code, each.name) for each in majors_of(drawn(HEAD, text(named)))] == [
        ("650110", "家具设计与制作"),
        older,
        ("650111", "家居装修"),
    ]


def test_a_note_ends_where_its_sentence_does():
    lines = (f"{LOW}：家具设计与制作（650110）", "注：家装、", "木工等专业可参照。", "家居装修（650111）")

    assert [each.name for each in majors(lines)] == ["家具设计与制作", "家居装修"]
    assert [each.name for each in majors(["注：家装、木工等专业可参照", f"{HIGH}：家居装修"])] == ["家居装修"]
