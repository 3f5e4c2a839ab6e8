"""Teaching standards as others lay them out: cut tables, other columns, and what is not read is named."""

import pytest

from interchange.standards.corrections.corrected_reading import correct_reading
from interchange.standards.corrections.correction import Correction
from interchange.standards.teaching.teaching_reading import read_teaching_standard
from interchange.standards.teaching.teaching_standard import CodedName
from tests.interchange.documents.made_documents import pdf, read_here
from tests.interchange.standards.drawn_pages import drawn, picture, ruled, text

TITLE = text("示例商务专业教学标准（高等职业教育专科）")
LISTS = text(
    "（1）专业基础课程主要包括：商务基础等领域的内容。",
    "（2）专业核心课程主要包括：网店运营、社群运营等领域的内容。",
)
OUTLOOK = (
    ("所属专业大类（代码）", "财经商贸大类（53）"),
    ("对应行业（代码）", "互联网和相关服务（64）、零售业（52）"),
    ("主要职业类别（代码）", "电子商务师（4-01-06-01）"),
    ("主要岗位（群）或技术领域", "运营主管、视觉营销设计师"),
    ("职业类证书", "网店运营推广、直播电商"),
)
HEADER = ("序号", "课程涉及的\n主要领域", "典型工作任务描述", "主要教学内容与要求")
SHOP = ("1", "网店运营", "①店铺开设。", "掌握店铺装修的方法。")
GROUP = ("2", "社群运营", "①社群搭建。", "了解社群的类型。")
WIDE, TWO = (40, 90, 130, 180), (150, 280)
READ = [
    ("FOUNDATION", "商务基础", "", ""),
    ("CORE", "网店运营", "①店铺开设。", "掌握店铺装修的方法。"),
    ("CORE", "社群运营", "①社群搭建。", "了解社群的类型。"),
]


def read(*pages):
    return read_teaching_standard(read_here(pdf(*pages)))


def courses(reading):
    return [(each.module, each.name, each.tasks, each.content) for each in reading.courses]


def named(remarks):
    return [(each.rule, each.subject) for each in remarks]


def core(*rows, widths=WIDE, **lines):
    return ruled(*rows, widths=widths, **lines)


CORES = {
    "on one page": [drawn(TITLE, LISTS, core(HEADER, SHOP, GROUP))],
    "without outer lines": [drawn(TITLE, LISTS, core(HEADER, SHOP, GROUP, top=False, bottom=False, sides=False))],
    "header only once": [drawn(TITLE, LISTS, core(HEADER, SHOP)), drawn(core(GROUP))],
    "a title above the header": [drawn(TITLE, LISTS, core("表2 专业核心课程", HEADER, SHOP, GROUP))],
    "续表": [drawn(TITLE, LISTS, core(HEADER, SHOP)), drawn(core("续表2", HEADER, GROUP))],
    "numbers with a point": [drawn(TITLE, LISTS, core(HEADER, ("1.", *SHOP[1:]))), drawn(core(("2.", *GROUP[1:])))],
    "no numbers": [
        drawn(TITLE, LISTS, core(*(each[1:] for each in (HEADER, SHOP, GROUP)), widths=WIDE[1:])),
    ],
    "columns in another order": [
        drawn(TITLE, LISTS, core(*((*each[:2], each[3], each[2]) for each in (HEADER, SHOP, GROUP)))),
    ],
    "running heads": [
        drawn(TITLE, LISTS, core(HEADER, SHOP), foot="第 1 页 共 2 页"),
        drawn(TITLE, core(GROUP), foot="第 2 页 共 2 页"),
    ],
}
CUT = {
    "a row by the end of the page": [
        drawn(TITLE, LISTS, core(HEADER, SHOP, ("2", "社群运营", "①社群", "了解社"), bottom=False)),
        drawn(core(("", "", "搭建。", "群的类型。"), top=False)),
    ],
    "its name repeated on the next page": [
        drawn(TITLE, LISTS, core(HEADER, SHOP, ("2", "社群运营", "①社群搭建。", "了解社"))),
        drawn(core(HEADER, ("2", "社群运营（续）", "", "群的类型。"))),
    ],
    "its name below the end of the page": [
        drawn(TITLE, LISTS, core(HEADER, SHOP, ("", "", "①社群", "了解社"), bottom=False)),
        drawn(core(("2", "社群运营", "搭建。", "群的类型。"), top=False)),
    ],
    "its number above the end of the page, its name below": [
        drawn(TITLE, LISTS, core(HEADER, SHOP, ("2", "", "①社群", "了解社"), bottom=False)),
        drawn(core(("", "社群运营", "搭建。", "群的类型。"), top=False)),
    ],
    "its name on the third page": [
        drawn(TITLE, LISTS, core(HEADER, SHOP, ("", "", "①社", "了解"))),
        drawn(core(("", "", "群", "社"))),
        drawn(core(("2", "社群运营", "搭建。", "群的类型。"))),
    ],
    "a course over two rows": [
        drawn(
            TITLE, LISTS, core(HEADER, SHOP, ("2", "社群运营", "①社群搭建。", "了解社"), (None, None, "", "群的类型。"))
        )
    ],
}


@pytest.mark.parametrize("pages", CORES.values(), ids=CORES)
def test_core_courses_are_read_exactly_in_another_layout(pages):
    reading = read(*pages)

    assert courses(reading) == READ
    assert (reading.guesses, reading.problems, reading.not_read) == ((), (), ())


@pytest.mark.parametrize("pages", CUT.values(), ids=CUT)
def test_a_cut_course_is_joined_and_said_so(pages):
    reading = read(*pages)

    assert courses(reading) == READ
    assert [each.subject for each in reading.guesses] == ["社群运营"]
    assert (reading.problems, reading.not_read) == ((), ())


# The course above, the upper half of a row without name, its lower half, and whether the two are one course.
HALVES = {
    "the upper begins a list": (("①店铺开设", "掌握店铺装修"), ("①社群搭", "了解社群。"), ("建", "熟悉社群"), True),
    "the lower goes on with a list": (("开店。", "掌握装修。"), ("搭建社群。", "了解。"), ("②运营。", "熟悉。"), True),
    "the lower begins a list": (("①店铺开设。", "掌握"), ("②上架。", "装修。"), ("①社群搭建。", "了解。"), False),
    "the upper goes on with a list": (("①店铺开设。", "掌握。"), ("②上架", "装修"), ("搭建社群。", "了解。"), False),
    "no list, and the upper is cut": (("开店。", "掌握装修。"), ("搭建", "了解社"), ("社群。", "群。"), True),
    "no list, and the course above is cut": (("开店。", "掌握"), ("上架。", "装修"), ("搭建。", "了解。"), False),
    "no list, and nothing is cut": (("开店。", "掌握装修。"), ("上架。", "推广。"), ("搭建。", "了解。"), False),
}


@pytest.mark.parametrize(("above", "upper", "lower", "is_one"), HALVES.values(), ids=HALVES)
def test_the_next_page_says_whose_a_row_without_name_is(above, upper, lower, is_one):
    reading = read(
        drawn(TITLE, LISTS, core(HEADER, ("1", "网店运营", *above), ("", "", *upper))),
        drawn(core(HEADER, ("2", "社群运营", *lower))),
    )
    first, second = (
        (above, map("".join, zip(upper, lower, strict=True)))
        if is_one
        else (
            map("".join, zip(above, upper, strict=True)),
            lower,
        )
    )

    assert courses(reading)[1:] == [("CORE", "网店运营", *first), ("CORE", "社群运营", *second)]
    assert named(reading.guesses) == [
        ("name-on-the-next-page", "社群运营") if is_one else ("row-without-label", "网店运营")
    ]


def test_a_row_without_name_may_begin_the_table():
    reading = read(
        drawn(TITLE, LISTS, core(HEADER, ("", "", "①店铺", "掌握店铺"))),
        drawn(core(HEADER, ("1", "网店运营", "开设。", "装修的方法。"), GROUP)),
    )

    assert courses(reading) == READ
    assert named(reading.problems) == []


def test_a_course_that_is_named_nowhere_is_a_problem():
    reading = read(drawn(TITLE, LISTS, core(HEADER, SHOP, GROUP, ("3", "", "①直播。", "掌握直播。"))))

    assert courses(reading)[-1] == ("CORE", "", "①直播。", "掌握直播。")
    assert named(reading.problems) == [("name-missing", "CORE:4")]
    again = correct_reading(reading, [Correction(item="CORE:4", text="直播运营")]).reading
    assert (courses(again)[-1][1], named(again.problems)) == ("直播运营", [])


def test_a_line_between_the_parts_of_the_table_is_reported():
    reading = read(
        drawn(TITLE, LISTS, core(HEADER, SHOP), text("以下课程由学校选择")), drawn(text("续表"), core(HEADER, GROUP))
    )

    assert courses(reading) == READ
    assert named(reading.not_read) == [("text-between-tables", "以下课程由学校选择")]


@pytest.mark.parametrize(
    "tables",
    [
        pytest.param([[ruled(*OUTLOOK, widths=TWO)]], id="on one page"),
        pytest.param(
            [
                [
                    ruled(
                        *((None if index else "职业面向", *each) for index, each in enumerate(OUTLOOK)),
                        widths=(60, *TWO),
                    )
                ]
            ],
            id="one label over all rows",
        ),
        pytest.param(
            [
                [
                    ruled(
                        (
                            "所属专业大类\n（代码）",
                            "对应行业\n（代码）",
                            "主要职业类\n别（代码）",
                            "主要岗位类别",
                            "职业技能等\n级证书举例",
                        ),
                        (
                            "财经商贸\n大类（53）",
                            "互联网和相关服务\n（64）\n零售业（52）",
                            "电子商务师\n（4-01-06-01）",
                            "运营主管\n视觉营销设计师",
                            "网店运营推广\n直播电商",
                        ),
                        widths=(80, 100, 90, 110, 100),
                    )
                ]
            ],
            id="labels across",
        ),
        pytest.param(
            [
                [ruled(*OUTLOOK[:2], ("主要职业类", "电子商务"), widths=TWO, bottom=False)],
                [ruled(("别（代码）", "师（4-01-06-01）"), *OUTLOOK[3:], widths=TWO, top=False)],
            ],
            id="label and text cut by the page",
        ),
        pytest.param(
            [
                [ruled(*OUTLOOK[:4], ("职业类证书", "网店运营推广、直播"), widths=TWO)],
                [ruled(("", "电商"), widths=TWO)],
            ],
            id="text cut by the page",
        ),
    ],
)
def test_the_outlook_is_read_in_each_layout(tables):
    first, *others = tables
    reading = read(drawn(TITLE, text("职业面向"), *first), *(drawn(*each) for each in others), drawn(LISTS))

    assert (reading.industries, reading.occupations, reading.positions, reading.certificates) == (
        (CodedName("64", "互联网和相关服务"), CodedName("52", "零售业")),
        (CodedName("4-01-06-01", "电子商务师"),),
        ("运营主管", "视觉营销设计师"),
        ("网店运营推广", "直播电商"),
    )
    assert reading.not_read == ()
    assert len(reading.guesses) == len(others)


def test_tables_of_another_kind_and_pictures_are_reported():
    reading = read(
        drawn(TITLE, LISTS, core(HEADER, SHOP, GROUP), picture(), ruled(("实训室", "面积"), ("甲", "90"), widths=TWO))
    )

    assert courses(reading) == READ
    assert named(reading.not_read) == [("picture", ""), ("table-of-no-courses", "实训室")]


def test_sections_may_be_numbered_in_words():
    """Lists below them in digits are none."""
    lines = text(
        "一、专业名称（专业代码）",
        "示例商务（539901）",
        "二、入学要求",
        "1. 高中毕业",
        "2. 中职毕业",
        "三、修业年限",
        "三年",
        "四、课程设置",
    )
    reading = read(drawn(TITLE, lines, LISTS))

    assert (reading.major, reading.entry, reading.years) == (
        CodedName("539901", "示例商务"),
        "1.高中毕业2.中职毕业",
        "三年",
    )
