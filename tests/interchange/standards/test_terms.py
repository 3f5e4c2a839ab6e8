"""The terms of a standard, one in a line, from whatever lists or tables define them."""

import pytest

from interchange.standards.skill.terms import listed_terms
from interchange.standards.standard_head import read_whole_head
from tests.interchange.documents.made_documents import docx, paragraph, pdf, read_here
from tests.interchange.standards.drawn_pages import drawn, ruled, text

ABOUT = "下列术语适用于本标准。"


@pytest.mark.parametrize(
    ("lines", "terms"),
    [
        (
            [
                ABOUT,
                "3.1",
                "榫 卯 mortise and tenon",
                "以凸起和凹槽",
                "相接的构造。",
                "3.2",
                "封边",
                "遮盖板边的工序。",
            ],
            [ABOUT, "3.1 榫卯 mortise and tenon 以凸起和凹槽相接的构造。", "3.2 封边 遮盖板边的工序。"],
        ),
        (["（1）榫卯：以凸起和凹槽相接的构造。", "（2）封边：遮盖板边的工序。"],) * 2,
        (
            ["榫卯：以凸起和凹槽", "相接的构造。", "封边：遮盖板边的工序。"],
            ["榫卯：以凸起和凹槽相接的构造。", "封边：遮盖板边的工序。"],
        ),
        # A number within a meaning is none of a term.
        (
            ["3.1 板材", "厚度为", "3.5 毫米以上的板。", "3.2 封边", "工序。"],
            ["3.1 板材 厚度为3.5毫米以上的板。", "3.2 封边 工序。"],
        ),
        ([], []),
    ],
)
def test_each_term_is_a_line(lines, terms):
    assert list(listed_terms(lines)) == terms


def head_of(*blocks):
    return read_whole_head(read_here(pdf(drawn(text("示例家具职业技能等级标准", "3 术语和定义", ABOUT), *blocks))))


def test_a_table_of_terms_and_meanings_is_read():
    table = ruled(
        ("术语", "定义"), ("榫卯\nmortise", "以凸起和凹槽相\n接的构造"), ("封边", "遮盖板边的工序"), widths=(120, 300)
    )
    head, _, tables = head_of(table, text("4 适用院校专业", "中职：家具设计与制作（710101）。"))

    assert head.terms.split("\n") == [ABOUT, "榫卯 mortise 以凸起和凹槽相接的构造", "封边 遮盖板边的工序"]
    assert tables == {1}


def test_a_table_with_a_term_and_its_meaning_in_each_cell_is_read():
    def cell(*lines):
        return f"<w:tc>{''.join(map(paragraph, lines))}</w:tc>"

    row = cell("榫卯 mortise", "以凸起和凹槽相接的构造。") + cell("封边", "遮盖板边的工序。")
    blocks = (paragraph("3 术语和定义"), paragraph(ABOUT), f"<w:tbl><w:tr>{row}</w:tr></w:tbl>")

    assert read_whole_head(read_here(docx(*blocks)))[0].terms.split("\n") == [
        ABOUT,
        "榫卯 mortise 以凸起和凹槽相接的构造。",
        "封边 遮盖板边的工序。",
    ]


def test_a_table_of_requirements_below_the_terms_is_none_of_terms():
    table = ruled(("1.开料", "1.1 裁板", "1.1.1 能裁板。"), widths=(90, 110, 240))
    head, _, tables = head_of(table)

    assert (head.terms, tables) == (ABOUT, set())


def test_a_table_in_another_section_is_none_of_terms():
    table = ruled(("榫卯", "以凸起和凹槽相接的构造。"), widths=(120, 300))
    head, _, tables = head_of(text("4 适用院校专业", "中职：家具设计与制作（710101）。"), table)

    assert (head.terms, tables) == (ABOUT, set())
