"""Skill level standards are read whole, however they are printed: the tree, and what was guessed or is wrong."""

import json
from pathlib import Path

import pytest

from interchange.standards.skill.skill_tree import read_skill_standard
from tests.interchange.documents.made_documents import read_here
from tests.interchange.standards.made_standards import CONTENT, Layout, expected, standard_docx, standard_pdf, tree

FIXTURES = Path(__file__).resolve().parents[3] / ".." / "shared" / "plans" / "fixtures" / "standards"
WIDE = {ord(digit): ord(digit) + 0xFEE0 for digit in "0123456789."}
CODE_COLUMNS = {
    "widths": (30, 80, 30, 90, 40, 120),
    "header": ("编号", "工作领域", "编号", "工作任务", "编号", "职业技能要求"),
}
ONE_LEVEL = {"初级": CONTENT["初级"]}
CUT = {"size": (595, 230), "widths": (80, 110, 130)}
CUT_CODES = {**CUT, **CODE_COLUMNS}


def read(data):
    return read_skill_standard(read_here(data))


@pytest.mark.slow
@pytest.mark.parametrize(
    "layout",
    [
        pytest.param(Layout(), id="as official ones"),
        pytest.param(Layout(**CUT), id="cut by many pages"),
        pytest.param(Layout(**CUT, names_cut=True), id="names cut by pages"),
        pytest.param(Layout(**CUT, header_repeats=False), id="header only once"),
        pytest.param(Layout(**CUT, spans=False), id="names only in the first row"),
        pytest.param(Layout(size=(842, 420), widths=(120, 150, 430)), id="landscape"),
        pytest.param(Layout(**CUT_CODES), id="codes in columns of their own"),
        pytest.param(Layout(**CUT, open_sides=True), id="no lines at the sides"),
        pytest.param(Layout(**CUT, cells_by_task=True), id="one cell for all requirements of a task"),
        pytest.param(Layout(digits=WIDE, **CUT), id="full-width digits"),
        pytest.param(Layout(blanks=True, **CUT), id="blanks inside words"),
        pytest.param(Layout(heading="表{number} 职业技能等级要求（{level}）"), id="captions as headings"),
        pytest.param(Layout(heading="", **CUT), id="no heading, codes start anew"),
        pytest.param(Layout(shown={"1.1.2": ""}), id="a requirement without a code"),
    ],
)
def test_a_standard_is_read_whole_in_every_layout(layout):
    reading = read(standard_pdf(layout))

    assert tree(reading) == expected()
    assert reading.problems == ()


@pytest.mark.slow
def test_a_row_without_code_after_a_full_stop_belongs_where_the_next_number_says():
    """The text is cut after a sentence of its own; a number that is missing would make the row one of its own."""
    texts = ["能写出页面。", "能" + "说明页面结构的作用并举出例子" * 3 + "。能排查页面错误，给出改进办法", "能发布页面"]
    content = {"初级": {"网页": {"页面": texts}}}

    for height in range(180, 260, 7):
        reading = read(standard_pdf(Layout(size=(595, height), widths=(80, 110, 130)), content=content))

        assert tree(reading) == expected(content)


def test_a_mark_across_the_page_is_reported_and_not_read_into_the_cells():
    reading = read(standard_pdf(Layout(watermark="仅供查阅"), content=ONE_LEVEL))

    assert tree(reading) == expected(ONE_LEVEL)
    assert [(each.rule, each.subject) for each in reading.not_read] == [("text-outside-cells", "仅 供 查 阅")]


def test_a_table_that_ends_right_before_the_next_one_begins_loses_no_row():
    """Without side lines the two are one; the header of the second stands in the third row."""
    layout = Layout(size=(595, 266), widths=(80, 110, 130), blanks=True, header_repeats=False, open_sides=True)

    assert tree(read(standard_pdf(layout))) == expected()


def test_a_docx_is_read_as_a_pdf_is():
    reading = read(standard_docx())

    assert tree(reading) == expected()
    assert (reading.guesses, reading.problems, reading.not_read) == ((), (), ())


@pytest.mark.parametrize(
    ("shown", "problems"),
    [
        ({"1.2.3": "1.2.4"}, [("number-missing", "1.2.3")]),
        ({"1.2.3": "1.2.2"}, [("number-doubled", "1.2.2")]),
    ],
)
def test_a_missing_or_doubled_number_is_reported_with_its_place(shown, problems):
    reading = read(standard_pdf(Layout(shown=shown), content=ONE_LEVEL))

    assert tree(reading) == expected(ONE_LEVEL, shown)
    assert [(each.rule, each.subject, each.place.page) for each in reading.problems] == [
        (rule, subject, 1) for rule, subject in problems
    ]


def test_every_item_has_its_place_and_a_cut_one_has_two():
    reading = read(standard_pdf(Layout(**CUT), content=ONE_LEVEL))
    items = [each for area in reading.levels[0].areas for task in area.tasks for each in task.requirements]
    cut = [(each.code, [place.page for place in each.places]) for each in items if len(each.places) > 1]

    assert all(place.box and place.table and place.row for each in items for place in each.places)
    assert cut == [
        (each.subject, [each.place.page - 1, each.place.page])
        for each in reading.guesses
        if each.rule == "text-continues-on-the-next-page"
    ]
    assert cut


@pytest.mark.slow
@pytest.mark.parametrize("name", ["S1", "S2"])
def test_the_made_up_standards_next_to_the_checkout_are_read_exactly(name):
    file = FIXTURES / f"{name}.pdf"
    if not file.exists():
        pytest.skip("the made-up standards do not stand next to this checkout")
    wanted = json.loads((FIXTURES / f"{name}.expected.json").read_text(encoding="utf-8"))
    reading = read(file.read_bytes())

    assert tree(reading) == [
        (level["level"], *(each[key] for key in ("area", "areaName", "task", "taskName", "code", "text")))
        for level in wanted["levels"]
        for each in level["requirements"]
    ]
    assert (reading.head.title, reading.head.code) == (wanted["title"], wanted["code"])
