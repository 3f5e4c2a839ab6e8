"""Skill standards as others lay them out: each is read exactly, or what was not read is named. Nothing is lost silently."""

import pytest

from interchange.standards.skill.skill_tree import read_skill_standard
from tests.interchange.documents.made_documents import pdf, read_here
from tests.interchange.standards.drawn_pages import HEADER, drawn, picture, ruled, text
from tests.interchange.standards.made_standards import tree

LOW, MIDDLE, HIGH = "ELEMENTARY", "INTERMEDIATE", "ADVANCED"
TITLE = text("示例网页开发职业技能等级标准")
FIRST = ("1.网页开发", "1.1 页面编写", "1.1.1 能编写页面结构")
SECOND = (None, None, "1.1.2 能校验表单")
THIRD = (None, "1.2 样式设计", "1.2.1 能设置字体")
FOURTH = ("2.数据存取", "2.1 数据查询", "2.1.1 能查询单表")
AREA, TASK = ("1", "网页开发"), ("1.1", "页面编写")
STYLE, DATA, QUERY = ("1.2", "样式设计"), ("2", "数据存取"), ("2.1", "数据查询")
READ = [
    (*AREA, *TASK, "1.1.1", "能编写页面结构"),
    (*AREA, *TASK, "1.1.2", "能校验表单"),
    (*AREA, *STYLE, "1.2.1", "能设置字体"),
    (*DATA, *QUERY, "2.1.1", "能查询单表"),
]
WHOLE = (FIRST, SECOND, THIRD, FOURTH)


def of_level(level, rows=tuple(READ)):
    return [(level, *each) for each in rows]


def read(*pages, size=(595, 842)):
    return read_skill_standard(read_here(pdf(*pages, size=size)))


def named(remarks):
    return [(each.rule, each.subject) for each in remarks]


def coded(first, second, third, fourth):
    """The same requirements under other codes."""
    return [
        HEADER,
        (FIRST[0], FIRST[1], f"{first}能编写页面结构"),
        (None, None, f"{second}能校验表单"),
        (None, THIRD[1], f"{third}能设置字体"),
        (FOURTH[0], FOURTH[1], f"{fourth}能查询单表"),
    ]


READ_WHOLE = {
    "turned page": [drawn(TITLE, text("（初级）"), ruled(HEADER, *WHOLE), size=(842, 595), turned=90)],
    "hyphens in codes": [drawn(TITLE, text("初级"), ruled(*coded("1-1-1 ", "1-1-2 ", "1-2-1 ", "2-1-1 ")))],
    "long hyphens in codes": [drawn(TITLE, text("初级"), ruled(*coded("1—1—1", "1—1—2", "1—2—1", "2—1—1")))],
    "codes in brackets": [drawn(TITLE, text("初级"), ruled(*coded("（1.1.1）", "（1.1.2）", "(1.2.1)", "(2.1.1)")))],
    "a comma after codes": [drawn(TITLE, text("初级"), ruled(*coded("1.1.1、", "1.1.2、", "1.2.1、", "2.1.1、")))],
    "blanks within codes": [drawn(TITLE, text("初级"), ruled(*coded("1. 1. 1 ", "1 .1 .2 ", "1.2. 1 ", "2. 1.1 ")))],
    "full-width codes": [
        drawn(TITLE, text("初级"), ruled(*coded("１．１．１", "１．１．２", "１．２．１", "２．１．１")))
    ],
    "areas in words": [
        drawn(
            TITLE,
            text("初级"),
            ruled(HEADER, ("一、网页开发", *FIRST[1:]), SECOND, THIRD, ("二、数据存取", *FOURTH[1:])),
        )
    ],
    "areas and tasks named so": [
        drawn(
            TITLE,
            text("初级"),
            ruled(
                HEADER,
                ("工作领域1：\n网页开发", "任务1.1：页面编写", FIRST[2]),
                SECOND,
                (None, "任务1.2：样式设计", THIRD[2]),
                ("工作领域2：\n数据存取", "任务2.1：数据查询", FOURTH[2]),
            ),
        )
    ],
    "names without codes": [
        drawn(
            TITLE,
            text("初级"),
            ruled(
                HEADER,
                ("网页开发", "页面编写", FIRST[2]),
                SECOND,
                (None, "样式设计", THIRD[2]),
                ("数据存取", "数据查询", FOURTH[2]),
            ),
        )
    ],
    "blanks inside heading and header": [
        drawn(TITLE, text("初 级"), ruled(("工 作 领 域", "工 作 任 务", "职业 技能 要求"), *WHOLE))
    ],
    "header in two languages": [
        drawn(
            TITLE,
            text("初级 Elementary"),
            ruled(("工作领域\nWork Area", "工作任务\nTask", "职业技能要求\nVocational Skill Requirements"), *WHOLE),
        )
    ],
    "level as a row of the table": [drawn(TITLE, ruled("职业技能等级要求（初级）", HEADER, *WHOLE))],
    "level as a row below the header": [drawn(TITLE, ruled(HEADER, "初级", *WHOLE))],
    "level as a column": [
        drawn(
            TITLE,
            ruled(
                ("等级", *HEADER),
                ("初级", *FIRST),
                *((None, *each) for each in (SECOND, THIRD)),
                (None, *FOURTH),
                widths=(40, 90, 110, 240),
            ),
        )
    ],
    "a number before each row": [
        drawn(
            TITLE,
            text("初级"),
            ruled(
                ("序号", *HEADER),
                *((str(number), *each) for number, each in enumerate(WHOLE, 1)),
                widths=(40, 90, 110, 240),
            ),
        )
    ],
    "codes in a column without a name": [
        drawn(
            TITLE,
            text("初级"),
            ruled(
                ("工作领域", "工作任务", "", "职业技能要求"),
                *((*each[:2], *each[2].split(" ")) for each in WHOLE),
                widths=(90, 110, 40, 200),
            ),
        )
    ],
    "codes below a merged header": [
        drawn(
            TITLE,
            text("初级"),
            ruled(
                ("工作领域", "工作任务", "职业技能要求", ""),
                (None, None, "编号", "内容"),
                *((*each[:2], *each[2].split(" ")) for each in WHOLE),
                widths=(90, 110, 40, 200),
            ),
        )
    ],
    "areas as lines above their tables": [
        drawn(
            TITLE,
            text("初级", "工作领域1：网页开发"),
            ruled(HEADER[1:], *(each[1:] for each in (FIRST, SECOND)), widths=(110, 240)),
        ),
        drawn(
            ruled(THIRD[1:], widths=(110, 240)),
            text("工作领域2：数据存取"),
            ruled(HEADER[1:], FOURTH[1:], widths=(110, 240)),
        ),
    ],
    "areas as rows over all columns": [
        drawn(
            TITLE,
            text("初级"),
            ruled(
                HEADER[1:],
                "1.网页开发",
                *(each[1:] for each in (FIRST, SECOND, THIRD)),
                "2.数据存取",
                FOURTH[1:],
                widths=(110, 240),
            ),
        )
    ],
    "names repeated on each page": [
        drawn(TITLE, text("初级"), ruled(HEADER, FIRST)),
        drawn(ruled(HEADER, (*FIRST[:2], SECOND[2]), ("1.网页开发（续）", *THIRD[1:]), FOURTH)),
    ],
    "names in the middle of their span": [
        drawn(
            TITLE,
            text("初级"),
            ruled(HEADER, ("", "", FIRST[2]), ("1.网页开发", "1.1 页面编写", SECOND[2]), THIRD, FOURTH),
        )
    ],
    "续表 above the header": [
        drawn(TITLE, text("表1 职业技能等级要求表（初级）"), ruled(HEADER, FIRST, SECOND)),
        drawn(text("续表1"), ruled(HEADER, ("", *THIRD[1:]), FOURTH)),
    ],
    "续表 within the table": [
        drawn(TITLE, text("表1 职业技能等级要求表（初级）"), ruled(HEADER, FIRST, SECOND)),
        drawn(ruled("续表", HEADER, ("", *THIRD[1:]), FOURTH)),
    ],
    "running heads and numbers of pages": [
        drawn(TITLE, text("初级"), ruled(HEADER, FIRST), foot="第 1 页 共 4 页"),
        drawn(TITLE, ruled(("", *SECOND[1:])), foot="第 2 页 共 4 页"),
        drawn(TITLE, ruled(("", *THIRD[1:])), foot="3 / 4"),
        drawn(TITLE, ruled(FOURTH), foot="- 4 -"),
    ],
    "no line above": [drawn(TITLE, text("初级"), ruled(HEADER, *WHOLE, top=False))],
    "no line below": [drawn(TITLE, text("初级"), ruled(HEADER, *WHOLE, bottom=False))],
    "no outer line at all": [
        drawn(TITLE, text("初级"), ruled(HEADER, FIRST, SECOND, top=False, bottom=False, sides=False)),
        drawn(ruled(("", *THIRD[1:]), FOURTH, top=False, bottom=False, sides=False)),
    ],
    "a row open at the end of the page": [
        drawn(TITLE, text("初级"), ruled(HEADER, ("1.网页开发", "1.1 页面编写", "1.1.1 能编写"), bottom=False)),
        drawn(ruled(("", "", "页面结构"), ("", *SECOND[1:]), ("", *THIRD[1:]), FOURTH, top=False)),
    ],
}


@pytest.mark.slow
@pytest.mark.parametrize("pages", READ_WHOLE.values(), ids=READ_WHOLE)
def test_a_standard_in_another_layout_is_read_exactly(pages):
    reading = read(*pages)

    assert tree(reading) == of_level(LOW)
    assert (named(reading.problems), named(reading.not_read)) == ([], [])


CUT = {
    "a code within its text": (
        [
            drawn(TITLE, text("初级"), ruled(HEADER, FIRST, (None, None, "1.1."))),
            drawn(ruled(HEADER, ("", "", "2 能校验表单"), ("", *THIRD[1:]), FOURTH)),
        ],
        ["text-continues-on-the-next-page", "code-cut-by-the-page"],
    ),
    "a code in its column": (
        [
            drawn(
                TITLE,
                text("初级"),
                ruled(
                    ("工作领域", "工作任务", "编号", "职业技能要求"),
                    (*FIRST[:2], "1.1.1", "能编写页面结构"),
                    (None, None, "1.1.", "能校"),
                    widths=(90, 110, 40, 200),
                ),
            ),
            drawn(
                ruled(
                    ("", "", "2", "验表单"),
                    ("", THIRD[1], "1.2.1", "能设置字体"),
                    (*FOURTH[:2], "2.1.1", "能查询单表"),
                    widths=(90, 110, 40, 200),
                )
            ),
        ],
        ["code-cut-by-the-page", "text-continues-on-the-next-page"],
    ),
    "requirements within one line, their code cut by the page": (
        [
            drawn(TITLE, text("初级"), ruled(HEADER, (*FIRST[:2], "1.1.1 能编写页面结构。1.1."))),
            drawn(ruled(HEADER, ("", "", "2 能校验表单"), ("", *THIRD[1:]), FOURTH)),
        ],
        ["text-continues-on-the-next-page", "code-within-the-line"],
    ),
    "a code at the end of a line": (
        [drawn(TITLE, text("初级"), ruled(HEADER, FIRST, (None, None, "1.1.\n2 能校\n验表单"), THIRD, FOURTH))],
        [],
    ),
    "numbers within the task": (
        [drawn(TITLE, text("初级"), ruled(*coded("（1）", "（2）", "（1）", "（1）")))],
        ["number-within-its-task"],
    ),
    "numbers in circles": (
        [drawn(TITLE, text("初级"), ruled(*coded("①", "②", "①", "①")))],
        ["number-within-its-task"],
    ),
}


@pytest.mark.parametrize(("pages", "guesses"), CUT.values(), ids=CUT)
def test_a_cut_or_short_code_is_completed_and_said_so(pages, guesses):
    reading = read(*pages)
    wanted = of_level(LOW)
    if "。" in reading.levels[0].areas[0].tasks[0].requirements[0].text:
        wanted[0] = (*wanted[0][:-1], "能编写页面结构。")

    assert tree(reading) == wanted
    assert [each.rule for each in reading.guesses] == guesses
    assert (named(reading.problems), named(reading.not_read)) == ([], [])


def test_levels_on_one_page_as_headings_rows_and_columns_begin_anew():
    """Two levels in one table by a row over all columns, the third after a heading on the same page."""
    reading = read(
        drawn(TITLE, ruled("初级", HEADER, *WHOLE, "中级", FIRST, SECOND), text("（三）高级"), ruled(HEADER, FIRST))
    )

    assert tree(reading) == [*of_level(LOW), *of_level(MIDDLE, READ[:2]), *of_level(HIGH, READ[:1])]
    assert (reading.guesses, reading.problems, reading.not_read) == ((), (), ())


def test_a_heading_that_is_a_picture_is_reported_and_its_level_is_a_guess():
    reading = read(drawn(TITLE, text("初级"), ruled(HEADER, *WHOLE), picture(), ruled(HEADER, FIRST)))

    assert tree(reading) == [*of_level(LOW), *of_level(MIDDLE, READ[:1])]
    assert named(reading.not_read) == [("picture", "")]
    assert reading.not_read[0].place.box.left == 60
    assert named(reading.guesses) == [("level-by-order", MIDDLE)]


def test_a_table_that_is_a_picture_leaves_its_level_without_table():
    levels = text("职业技能等级分为初级、中级。")
    reading = read(drawn(TITLE, levels, text("初级"), ruled(HEADER, *WHOLE), text("中级"), picture(400, 200)))

    assert tree(reading) == of_level(LOW)
    assert named(reading.problems) == [("level-without-table", MIDDLE)]
    assert named(reading.not_read) == [("picture", "")]


def test_a_picture_at_the_same_place_of_each_page_is_reported_once():
    reading = read(*(drawn(picture(), TITLE, text("初级"), ruled(HEADER, each)) for each in WHOLE))

    assert named(reading.not_read) == [("picture", "")]


def test_a_table_without_lines_is_reported_with_what_follows():
    reading = read(
        drawn(TITLE, text("初级"), ruled(HEADER, *WHOLE)),
        drawn(text("中级"), text("工作领域   工作任务   职业技能要求"), text("1.1.1 能部署")),
    )

    assert tree(reading) == of_level(LOW)
    assert [each[0] for each in named(reading.not_read)] == ["table-without-lines", "text-between-tables"]


def test_notes_and_lines_between_the_parts_of_a_table_are_reported():
    reading = read(
        drawn(TITLE, text("初级"), ruled(HEADER, FIRST, "注：中级要求见表2。"), text("注1：以考核大纲为准。")),
        drawn(text("如遇中级内容从略"), ruled(HEADER, ("", "", SECOND[2]), ("", *THIRD[1:]), FOURTH)),
    )

    assert tree(reading) == of_level(LOW)
    assert named(reading.not_read) == [
        ("text-between-tables", "注：中级要求见表2。"),
        ("text-between-tables", "注1：以考核大纲为准。"),
    ]
    assert named(reading.guesses) == [("level-named-in-passing", MIDDLE)]


def test_a_task_without_requirement_stays_in_the_tree():
    reading = read(
        drawn(TITLE, text("初级"), ruled(HEADER, FIRST, SECOND, (None, "1.2 样式设计", ""), FOURTH)),
    )
    tasks = [(each.code, each.name, len(each.requirements)) for each in reading.levels[0].areas[0].tasks]

    assert tree(reading) == of_level(LOW, [*READ[:2], READ[3]])
    assert tasks == [("1.1", "页面编写", 2), ("1.2", "样式设计", 0)]
    assert named(reading.problems) == [("task-without-requirement", "1.2")]


@pytest.mark.parametrize(
    ("knowledge", "wanted", "not_read"),
    [
        pytest.param(
            ("1.1.3 了解协议", "1.2.2 了解布局"),
            [READ[0], (*AREA, *TASK, "1.1.3", "了解协议"), READ[2], (*AREA, *STYLE, "1.2.2", "了解布局")],
            [],
            id="codes of its own",
        ),
        pytest.param(
            ("了解协议", "了解布局"),
            [READ[0], READ[2]],
            [("text-of-another-column", "了解协议"), ("text-of-another-column", "了解布局")],
            id="no codes",
        ),
    ],
)
def test_knowledge_next_to_skills_is_read_by_its_codes_or_reported(knowledge, wanted, not_read):
    reading = read(
        drawn(
            TITLE,
            text("初级"),
            ruled(
                ("工作领域", "工作任务", "职业技能要求", ""),
                (None, None, "技能要求", "知识要求"),
                (*FIRST, knowledge[0]),
                (*THIRD, knowledge[1]),
                widths=(90, 110, 120, 120),
            ),
        )
    )

    assert tree(reading) == of_level(LOW, wanted)
    assert named(reading.not_read) == not_read


def test_names_in_two_languages_and_over_several_lines_are_joined():
    reading = read(
        drawn(
            TITLE,
            text("初级"),
            ruled(HEADER, ("1.网页开发\nWeb\nDevelopment", "1.1 页面编写\nPage Writing", "1.1.1 能编写\n页面结构")),
        )
    )

    assert tree(reading) == [
        (LOW, "1", "网页开发Web Development", "1.1", "页面编写Page Writing", "1.1.1", "能编写页面结构")
    ]


def test_requirements_that_follow_each_other_within_a_line_are_parted():
    reading = read(
        drawn(TITLE, text("初级"), ruled(HEADER, (*FIRST[:2], "1.1.1 能编写页面结构；1.1.2 能校验表单。"), FOURTH))
    )

    assert tree(reading) == of_level(
        LOW,
        [(*READ[0][:-1], "能编写页面结构；"), (*READ[1][:-1], "能校验表单。"), READ[3]],
    )
    assert named(reading.guesses) == [("code-within-the-line", "1.1.2")]


@pytest.mark.parametrize(("length", "pieces"), [(19, 1), (3, 2)])
def test_a_row_after_a_full_stop_goes_on_where_the_line_above_is_full(length, pieces):
    """Nothing follows in the task, so that no number tells."""
    sentence = f"能{'写' * length}。"
    reading = read(
        drawn(TITLE, text("初级"), ruled(HEADER, (*FIRST[:2], f"1.1.1 {sentence}"))),
        drawn(ruled(HEADER, ("", "", "并能校验"), FOURTH)),
    )
    texts = [each.text for each in reading.levels[0].areas[0].tasks[0].requirements]

    assert texts == ([f"{sentence}并能校验"] if pieces == 1 else [sentence, "并能校验"])
    assert len(reading.guesses) == 1


def test_names_that_hold_the_words_of_the_header_are_no_header():
    """Codes stand in columns of their own; the names begin a page."""
    header = ("编号", "工作领域", "编号", "工作任务", "编号", "职业技能要求")
    row = ("1", "前端领域", "1.1", "任务调度", "1.1.1", "能编写页面结构")
    widths = (30, 80, 30, 90, 44, 160)
    reading = read(drawn(TITLE, text("初级"), ruled(header, widths=widths)), drawn(ruled(row, widths=widths)))

    assert tree(reading) == [(LOW, "1", "前端领域", "1.1", "任务调度", "1.1.1", "能编写页面结构")]


def test_a_row_with_the_words_of_the_header_is_none_where_areas_stand_above():
    reading = read(
        drawn(
            TITLE,
            text("初级", "工作领域1：网页开发"),
            ruled(HEADER[1:], ("1.1 任务调度", "1.1.1 能编写"), widths=(110, 240)),
        ),
        drawn(ruled(("任务调度（续）", "符合要求的页面"), widths=(110, 240))),
    )

    assert tree(reading) == [(LOW, *AREA, "1.1", "任务调度", "1.1.1", "能编写符合要求的页面")]


@pytest.mark.parametrize("name", ["3D建模", "5G网络"])
def test_a_digit_after_the_point_of_a_code_begins_the_name(name):
    reading = read(drawn(TITLE, text("初级"), ruled(HEADER, (f"1.{name}", f"1.1.{name}", FIRST[2]))))

    assert [each[1:5] for each in tree(reading)] == [("1", name, "1.1", name)]
