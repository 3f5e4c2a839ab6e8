"""Twists of printing: levels set upright and cut by a page, a requirement without number among numbered ones."""

import pytest

from interchange.standards.skill.skill_tree import read_skill_standard
from interchange.standards.standard_head import read_whole_head
from tests.interchange.documents.made_documents import docx, paragraph, pdf, read_here
from tests.interchange.standards.drawn_pages import HEADER, drawn, ruled, text
from tests.interchange.standards.made_standards import tree

TITLE = text("示例家具职业技能等级标准")
WIDTHS = (40, 90, 110, 220)
NAMES = ("1.家具制作", "1.1 开料")


def read(*pages):
    return read_skill_standard(read_here(pdf(*pages)))


def test_a_level_set_upright_is_known_where_the_end_of_a_page_cuts_it():
    header = ("等级", *HEADER)
    first = ruled(
        header,
        ("初\n级", *NAMES, "1.1.1 能开料"),
        ("中", "1.家具装配", "1.1 装配", "1.1.1 能装配\n门板并"),
        widths=WIDTHS,
    )
    second = ruled(header, ("级", "", "", "调整缝隙"), (None, None, "1.2 检验", "1.2.1 能检验"), widths=WIDTHS)
    reading = read(drawn(TITLE, first), drawn(second))

    assert [(each[0], each[1], each[3], each[5], each[6]) for each in tree(reading)] == [
        ("ELEMENTARY", "1", "1.1", "1.1.1", "能开料"),
        ("INTERMEDIATE", "1", "1.1", "1.1.1", "能装配门板并调整缝隙"),
        ("INTERMEDIATE", "1", "1.2", "1.2.1", "能检验"),
    ]
    assert "level-by-order" not in {each.rule for each in reading.guesses}


NUMBERED = "（1）能识别板材；\n（2）能开料，尺寸符合\n图纸；\n能清理工位。"
CODED = "1.1.1 能识别板材；\n1.1.2 能开料，尺寸符合\n图纸；\n能清理工位。"


@pytest.mark.parametrize("cell", [NUMBERED, CODED])
def test_a_line_without_number_that_begins_as_the_others_do_is_one_of_its_own(cell):
    reading = read(drawn(TITLE, text("初级"), ruled(HEADER, (*NAMES, cell))))

    assert [each[5:] for each in tree(reading)] == [
        ("1.1.1", "能识别板材；"),
        ("1.1.2", "能开料，尺寸符合图纸；"),
        ("1.1.3", "能清理工位。"),
    ]
    assert {("line-without-number", "能清理工位。"), ("code-by-sequence", "1.1.3")} <= {
        (each.rule, each.subject) for each in reading.guesses
    }


@pytest.mark.parametrize(
    "rows",
    [
        [(*NAMES, "（1）能开料；\n能清理工位。\n（2）能封边。")],
        [(*NAMES, "1.1.1 能开料；\n能清理工位。\n1.1.2 能封边。")],
        [(*NAMES, "1.1.1 能开料；\n能清理工位。"), (None, None, "1.1.2 能封边。")],
        [(*NAMES, "（1）能开料；\n能清理工位。"), (None, None, "（2）能封边。")],
    ],
)
def test_where_the_next_number_leaves_none_it_goes_on_with_the_one_before(rows):
    reading = read(drawn(TITLE, text("初级"), ruled(HEADER, *rows)))

    assert [each[5:] for each in tree(reading)] == [("1.1.1", "能开料；能清理工位。"), ("1.1.2", "能封边。")]
    assert ("one-text-may-be-several", "1.1.1") in {(each.rule, each.subject) for each in reading.guesses}


def test_a_blank_that_alone_parts_the_items_of_a_text_stays():
    cell = "1.1.1 能说明：① 材料 ②工艺\n③ 检验，④存放 要求。"
    reading = read(drawn(TITLE, text("初级"), ruled(HEADER, (*NAMES, cell))))

    assert [each[6] for each in tree(reading)] == ["能说明：①材料 ②工艺③检验，④存放要求。"]


@pytest.mark.parametrize(
    "cover", [("附件", "示例家具职业技能等级标准"), ("1+X证书制度试点", "示例家具职业技能等级标准")]
)
def test_a_line_of_the_cover_is_no_section_that_was_left_out(cover):
    lines = (*cover, "2023年3月", "1 范围", "适用于示例。", "附录A 样题", "笔试。")
    _, unread, _ = read_whole_head(read_here(docx(*map(paragraph, lines))))

    assert [(each.rule, each.subject) for each in unread] == [("section-not-kept", "附录A样题")]


OTHER_TASK = "1.2.1 能封边；\n1.1.2 能钻孔；\n1.2.{} 能打磨。"


@pytest.mark.parametrize(
    ("following", "wanted", "guesses"),
    [
        (3, [("1.2.1", "能封边；"), ("1.2.2", "能钻孔；"), ("1.2.3", "能打磨。")], {("code-of-another-task", "1.2.2")}),
        (
            2,
            [("1.2.1", "能封边；能钻孔；"), ("1.2.2", "能打磨。")],
            {("code-of-another-task", "1.1.2"), ("one-text-may-be-several", "1.2.1")},
        ),
    ],
)
def test_a_text_with_the_code_of_another_task_stays_in_its_own(following, wanted, guesses):
    rows = [(*NAMES, "1.1.1 能开料；\n1.1.2 能识图。"), ("", "1.2 加工", OTHER_TASK.format(following))]
    reading = read(drawn(TITLE, text("初级"), ruled(HEADER, *rows)))

    assert [each[5:] for each in tree(reading)][2:] == wanted
    assert {(each.rule, each.subject) for each in reading.guesses} == guesses


def test_a_number_that_stands_twice_in_a_cell_is_reported_and_both_texts_stay():
    cell = "1.1.1 能开料；\n1.1.1 能封边，符合\n1.1.2 的要求；\n1.1.2 能打磨。"
    reading = read(drawn(TITLE, text("初级"), ruled(HEADER, (*NAMES, cell))))

    assert [each[5] for each in tree(reading)][:2] == ["1.1.1", "1.1.1"]
    assert ("number-doubled", "1.1.1") in {(each.rule, each.subject) for each in reading.problems}


def test_areas_may_be_numbered_on_through_the_levels():
    upper = ruled(HEADER, (*NAMES, "1.1.1 能开料"))
    lower = ruled(HEADER, ("2.家具装配", "2.1 装配", "2.1.1 能装配"), ("4.检验", "4.1 检验", "4.1.1 能检验"))
    reading = read(drawn(TITLE, text("初级"), upper), drawn(text("中级"), lower))

    assert [(each.rule, each.subject) for each in reading.problems] == [("number-missing", "3")]
