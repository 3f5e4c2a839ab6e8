"""Requirements in one cell without any number: parted where lines end with a stop, else named as one that may be several."""

import pytest

from interchange.standards.skill.skill_tree import read_skill_standard
from tests.interchange.documents.made_documents import docx, paragraph, pdf, read_here
from tests.interchange.standards.drawn_pages import HEADER, drawn, ruled, text
from tests.interchange.standards.test_skill_layouts import TITLE, named

NAMES = ("1.网页开发", "1.1 页面编写")


def read(cell, *more):
    """A standard of one task without any code of a requirement."""
    return read_skill_standard(read_here(pdf(drawn(TITLE, text("初级"), ruled(HEADER, (*NAMES, cell), *more)))))


def texts(reading):
    (area,) = reading.levels[0].areas
    return [(each.code, each.text) for task in area.tasks for each in task.requirements]


@pytest.mark.parametrize("stop", ["；", "。", ";"])
def test_lines_that_end_with_a_stop_part_the_cell_as_a_guess(stop):
    reading = read(f"能编写页面结构{stop}\n能校验表单并提\n示错误{stop}\n掌握样式设置{stop}")

    assert texts(reading) == [
        ("1.1.1", f"能编写页面结构{stop}"),
        ("1.1.2", f"能校验表单并提示错误{stop}"),
        ("1.1.3", f"掌握样式设置{stop}"),
    ]
    assert [rule for rule, _ in named(reading.guesses)].count("parted-without-numbers") == 1
    assert ("code-by-sequence", "1.1.3") in named(reading.guesses)
    assert reading.problems == ()


@pytest.mark.parametrize(
    "cell",
    [
        # A stop within a line, one that ends no line.
        "能编写页面结构；能校验\n表单；能设置字体",
        # The second sentence goes on with the first.
        "能编写页面结构。\n其中包括各类表单。",
        # The last has no stop: it may go on elsewhere.
        "能编写页面结构。\n能校验表单",
    ],
)
def test_where_that_is_not_safe_it_stays_one_text_that_is_named(cell):
    reading = read(cell)

    assert len(texts(reading)) == 1
    assert "one-text-may-be-several" in [rule for rule, _ in named(reading.guesses)]


def test_a_single_text_is_no_guess():
    reading = read("能编写页面结构。")

    assert named(reading.guesses) == [("code-by-sequence", "1.1.1")]


def test_where_others_have_codes_a_cell_without_any_is_not_parted():
    reading = read("1.1.1 能编写页面结构", (None, "1.2 样式设计", "能设置字体；\n能设置颜色；"))

    assert [each for _, each in texts(reading)] == ["能编写页面结构", "能设置字体；能设置颜色；"]
    assert ("one-text-may-be-several", "能设置字体；能设置颜色；") in named(reading.guesses)


def test_paragraphs_of_a_word_cell_are_parted_as_well():
    cells = [["工作领域", "工作任务", "职业技能要求"], [*NAMES, "能编写页面结构；\n能校验表单；"]]

    def cell(content):
        return f"<w:tc>{''.join(map(paragraph, content.splitlines()))}</w:tc>"

    rows = [f"<w:tr>{''.join(map(cell, row))}</w:tr>" for row in cells]
    table = f"<w:tbl>{''.join(rows)}</w:tbl>"
    body = (paragraph("示例网页开发职业技能等级标准"), paragraph("初级"), table)

    assert [each for _, each in texts(read_skill_standard(read_here(docx(*body))))] == [
        "能编写页面结构；",
        "能校验表单；",
    ]
