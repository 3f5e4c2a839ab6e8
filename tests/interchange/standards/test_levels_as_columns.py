"""Skill standards whose levels stand side by side, as columns over one table of areas and tasks."""

import pytest

from interchange.standards.corrections.corrected_reading import correct_reading
from interchange.standards.corrections.correction import Correction
from interchange.standards.skill.skill_tree import read_skill_standard
from tests.interchange.documents.made_documents import cell, docx, paragraph, pdf, read_here, table
from tests.interchange.standards.drawn_pages import drawn, ruled, text
from tests.interchange.standards.flowing_pages import LANDSCAPE, body, flowing_pdf, grid, heading
from tests.interchange.standards.made_standards import tree
from tests.interchange.standards.test_skill_layouts import named

LOW, MIDDLE, HIGH = "ELEMENTARY", "INTERMEDIATE", "ADVANCED"
NAMES = ("工作领域", "工作任务")
LEVELS = ("初级", "中级", "高级")
TITLE = "示例网页开发职业技能等级标准"
WIDTHS = (70, 80, 110, 110, 110)
WEB, DATA = ("1", "网页开发"), ("2", "数据存取")
PAGE, STYLE, QUERY = ("1.1", "页面编写"), ("1.2", "样式设计"), ("2.1", "数据查询")
# A row of each task: areas and tasks, and by level what it requires; an empty cell: the level does not have the task.
ROWS = (
    (WEB, PAGE, ("1.1.1 能编写页面", "1.1.2 能校验表单"), ("1.1.1 能设计组件",), ("1.1.1 能制定规范",)),
    (WEB, STYLE, ("1.2.1 能设置字体",), (), ("1.2.1 能设计主题",)),
    (DATA, QUERY, (), ("2.1.1 能查询单表", "2.1.2 能连接多表"), ("2.1.1 能优化查询",)),
)


def of(level, area, task, printed):
    code, _, text_of_it = printed.partition(" ")
    return (level, *area, *task, code, text_of_it)


def wanted(rows=ROWS):
    """All of the lowest level first."""
    return [
        of(level, area, task, printed)
        for at, level in enumerate((LOW, MIDDLE, HIGH))
        for area, task, *texts in rows
        for printed in texts[at]
    ]


def printed(rows=ROWS, mark="\n"):
    """The rows as they are drawn; an area goes on from the row above."""
    above = None
    for area, task, *texts in rows:
        name = None if area == above else f"{area[0]}.{area[1]}"
        yield (name, f"{task[0]} {task[1]}", *(mark.join(each) for each in texts))
        above = area


def read(*pages, size=(595, 842)):
    return read_skill_standard(read_here(pdf(*pages, size=size)))


ONE_HEADER = [(*NAMES, *LEVELS)]
TWO_HEADERS = [(*NAMES, "职业技能要求", "", ""), (None, None, *LEVELS)]
LAYOUTS = {
    "levels in one header": ONE_HEADER,
    "levels say what they require": [(*NAMES, "初级技能要求", "中级技能要求", "高级技能要求")],
    "levels in brackets": [(*NAMES, "职业技能要求\n（初级）", "职业技能要求\n（中级）", "职业技能要求\n（高级）")],
    "levels below a header over all": TWO_HEADERS,
    "levels below a header of levels": [(*NAMES, "职业技能等级", "", ""), (None, None, *LEVELS)],
    "the highest first": [(*NAMES, *reversed(LEVELS))],
}


@pytest.mark.parametrize("headers", LAYOUTS.values(), ids=LAYOUTS)
def test_levels_side_by_side_are_read_as_levels(headers):
    rows = [(*each[:2], *(reversed(each[2:]) if headers[0][-1] == "初级" else each[2:])) for each in printed()]
    reading = read(drawn(text(TITLE), ruled(*headers, *rows, widths=WIDTHS)))

    assert tree(reading) == wanted()
    assert (named(reading.guesses), reading.problems, reading.not_read) == ([], (), ())


def test_a_row_for_each_requirement():
    """Names and empty cells are merged over the rows, or stand in the first of them."""
    reading = read(
        drawn(
            text(TITLE),
            ruled(
                *TWO_HEADERS,
                ("1.网页开发", "1.1 页面编写", "1.1.1 能编写页面", "1.1.1 能设计组件", "1.1.1 能制定规范"),
                (None, None, "1.1.2 能校验表单", "", None),
                (None, "1.2 样式设计", "1.2.1 能设置字体", None, "1.2.1 能设计主题"),
                ("2.数据存取", "2.1 数据查询", "", "2.1.1 能查询单表", "2.1.1 能优化查询"),
                ("", "", None, "2.1.2 能连接多表", None),
                widths=WIDTHS,
            ),
        )
    )

    assert tree(reading) == wanted()
    assert (named(reading.guesses), reading.problems, reading.not_read) == ([], (), ())


def test_names_without_codes_take_them_from_the_level_that_has_the_task():
    rows = [tuple(each and each.split(".", 1)[-1].lstrip("12 ") for each in row[:2]) + row[2:] for row in printed()]
    reading = read(drawn(text(TITLE), ruled(*ONE_HEADER, *rows, widths=WIDTHS)))

    assert tree(reading) == wanted()
    assert named(reading.problems) == []


@pytest.mark.parametrize("header_again", [True, False])
def test_the_end_of_a_page_cuts_the_cells_of_each_level(header_again):
    first = (
        "1.网页开发",
        "1.1 页面编写",
        "1.1.1 能编写页面\n1.1.2 能校",
        "1.1.1 能设计",
        "1.1.1 能制定规范",
    )
    rest = ("", "", "验表单", "组件", "")
    reading = read(
        drawn(text(TITLE), ruled(*TWO_HEADERS, first, widths=WIDTHS)),
        drawn(
            ruled(
                *(TWO_HEADERS if header_again else ()),
                rest,
                ("", *list(printed())[1][1:]),
                list(printed())[2],
                widths=WIDTHS,
            )
        ),
    )

    assert tree(reading) == wanted()
    assert named(reading.guesses) == [
        ("text-continues-on-the-next-page", "1.1.2"),
        ("text-continues-on-the-next-page", "1.1.1"),
    ]
    assert (reading.problems, reading.not_read) == ((), ())


LONG = "，按照企业规范完成方案的设计、实施与验收，并写出说明文档"


@pytest.mark.slow
@pytest.mark.parametrize("rows_are_cut", [True, False])
def test_a_flowing_table_over_several_landscape_pages(rows_are_cut):
    rows = tuple(
        (
            (str(area), f"示例领域{'甲乙丙丁'[area - 1]}"),
            (f"{area}.{task}", f"示例任务{'甲乙丙'[task - 1]}"),
            *(
                tuple(f"{area}.{task}.{number} 能完成{level}第{number}项工作{LONG}" for number in range(1, count + 1))
                for level, count in zip(LEVELS, (task, 4 - task, (area + task) % 3), strict=True)
            ),
        )
        for area in range(1, 5)
        for task in range(1, 4)
    )
    cells = [["" if each is None else each for each in row] for row in printed(rows, mark="<br/>")]
    spans = [((0, start), (0, start + 2)) for start in range(2, 14, 3)]
    spans += [((0, 0), (0, 1)), ((1, 0), (1, 1)), ((2, 0), (4, 0))]
    header = [[*NAMES, "职业技能要求", "", ""], ["", "", *LEVELS]]
    reading = read_skill_standard(
        read_here(
            flowing_pdf(
                heading(TITLE),
                body("表1 职业技能等级要求（初级、中级、高级）"),
                grid([*header, *cells], (90, 100, 160, 160, 160), spans, header_repeats=2, rows_are_cut=rows_are_cut),
                size=LANDSCAPE,
            )
        )
    )

    assert tree(reading) == wanted(rows)
    assert (reading.problems, reading.not_read) == ((), ())


def test_a_word_file_with_merged_cells():
    head = [
        [*(cell(each, merge="restart") for each in NAMES), cell("职业技能要求", span=3)],
        [cell(merge="continue"), cell(merge="continue"), *(cell(each) for each in LEVELS)],
    ]
    rows, above = [], None
    for area, task, *texts in ROWS:
        name = cell(merge="continue") if area == above else cell(f"{area[0]}.{area[1]}", merge="restart")
        rows.append([name, cell(f"{task[0]} {task[1]}"), *(cell(*each) if each else cell("") for each in texts)])
        above = area
    reading = read_skill_standard(read_here(docx(paragraph(TITLE), table(*head, *rows))))

    assert tree(reading) == wanted()
    assert (named(reading.guesses), reading.problems, reading.not_read) == ([], (), ())


def test_a_cell_over_several_levels_is_of_each_and_said_so():
    rows = [
        [cell("1.网页开发"), cell("1.1 页面编写"), cell("1.1.1 能编写页面", span=2), cell("1.1.1 能制定规范")],
        [cell("2.数据存取"), cell("2.1 数据查询"), cell("2.1.1 能查询单表", span=3)],
    ]
    reading = read_skill_standard(
        read_here(docx(paragraph(TITLE), table([cell(each) for each in (*NAMES, *LEVELS)], *rows)))
    )

    assert tree(reading) == wanted(
        (
            (WEB, PAGE, ("1.1.1 能编写页面",), ("1.1.1 能编写页面",), ("1.1.1 能制定规范",)),
            (DATA, QUERY, *[("2.1.1 能查询单表",)] * 3),
        )
    )
    assert named(reading.guesses) == [
        ("cell-over-several-levels", "1.1.1"),
        ("cell-over-several-levels", "2.1.1"),
        ("cell-over-several-levels", "2.1.1"),
    ]
    assert reading.problems == ()


def test_numbers_may_run_through_the_levels_of_a_task():
    rows = (
        (WEB, PAGE, ("1.1.1 能编写页面",), ("1.1.2 能设计组件",), ("1.1.3 能制定规范",)),
        (DATA, QUERY, ("2.1.1 能查询单表",), ("2.1.2 能连接多表",), ("2.1.4 能优化查询",)),
    )
    reading = read(drawn(text(TITLE), ruled(*ONE_HEADER, *printed(rows), widths=WIDTHS)))

    assert tree(reading) == wanted(rows)
    assert named(reading.problems) == [("number-missing", "2.1.3")]
    # Corrections check the tree by the same rules.
    again = correct_reading(reading, [Correction(item="ADVANCED:2:1:1", code="2.1.3")]).reading
    assert named(again.problems) == []


def test_a_number_missing_at_one_level_is_a_problem_where_each_level_begins_anew():
    rows = (
        (WEB, PAGE, ("1.1.1 能编写页面", "1.1.2 能校验表单"), ("1.1.1 能设计组件", "1.1.3 能发布组件"), ()),
        (DATA, QUERY, ("2.1.1 能查询单表",), ("2.1.1 能连接多表",), ("2.1.1 能优化查询",)),
    )
    reading = read(drawn(text(TITLE), ruled(*ONE_HEADER, *printed(rows), widths=WIDTHS)))

    assert tree(reading) == wanted(rows)
    assert named(reading.problems) == [("number-missing", "1.1.2")]


def test_a_task_that_every_level_leaves_empty_is_told_once():
    rows = (*ROWS, (DATA, ("2.2", "数据备份"), (), (), ()))
    reading = read(drawn(text(TITLE), ruled(*ONE_HEADER, *printed(rows), widths=WIDTHS)))

    assert tree(reading) == wanted()
    assert named(reading.problems) == [("task-without-requirement", "2.2")]


def test_marks_and_shares_by_level_are_no_requirements():
    """The table of requirements stands elsewhere; this one says which level examines what."""
    reading = read(
        drawn(
            text(TITLE),
            ruled(*ONE_HEADER, *printed(), widths=WIDTHS),
            text("附录A 考核权重"),
            ruled(*ONE_HEADER, ("1.网页开发", "1.1 页面编写", "30%", "√", "了解"), widths=WIDTHS),
        )
    )

    assert tree(reading) == wanted()
    assert [each[0] for each in named(reading.not_read)] == ["table-of-another-kind"]
