"""What a person corrects in a skill standard that was read: each item by its key, and the tree is checked anew."""

import pytest

from interchange.standards.corrections.corrected_reading import correct_reading
from interchange.standards.corrections.correction import Correction
from interchange.standards.corrections.correction_errors import CorrectionError
from interchange.standards.corrections.report_items import report_items
from interchange.standards.skill.skill_tree import read_skill_standard
from tests.interchange.documents.made_documents import read_here
from tests.interchange.standard_imports.imports import HEAD
from tests.interchange.standards.made_standards import CONTENT, standard_docx

ONE = {"初级": CONTENT["初级"]}


def read(content=None, head=()):
    return read_skill_standard(read_here(standard_docx(content or ONE, head)))


def rows(reading):
    return [
        (tree.level, area.code, area.name, task.code, task.name, each.code, each.text)
        for tree in reading.levels
        for area in tree.areas
        for task in area.tasks
        for each in task.requirements
    ]


def corrected(*corrections, reading=None):
    return correct_reading(reading or read(), corrections)


def test_without_corrections_the_reading_stays_as_it_is():
    reading = read(head=HEAD)
    assert corrected(reading=reading) == (reading, ())


def test_a_text_and_names_become_what_the_person_wrote():
    before = rows(read())
    found = corrected(
        Correction("ELEMENTARY:2", text="数据管理", read="数据存取", as_printed=True),
        Correction("ELEMENTARY:2:1", text="查询数据"),
        Correction("ELEMENTARY:2:1:1", text=" 能用 SELECT 查询多表 ", as_printed=True),
    )

    assert rows(found.reading) == [
        *before[:-2],
        ("ELEMENTARY", "2", "数据管理", "2.1", "查询数据", "2.1.1", "能用SELECT查询多表"),
        ("ELEMENTARY", "2", "数据管理", "2.1", "查询数据", *before[-1][5:]),
    ]
    (area,) = found.reading.levels[0].areas[1:]
    assert (area.is_printed, area.tasks[0].is_printed) == (True, False)
    assert [each.is_printed for each in area.tasks[0].requirements] == [True, True]
    assert found.record == (
        {
            "item": "ELEMENTARY:2",
            "text": "数据管理",
            "asPrinted": True,
            "read": {"level": "ELEMENTARY", "code": "2", "text": "数据存取"},
        },
        {
            "item": "ELEMENTARY:2:1",
            "text": "查询数据",
            "asPrinted": False,
            "read": {"level": "ELEMENTARY", "code": "2.1", "text": "数据库查询"},
        },
        {
            "item": "ELEMENTARY:2:1:1",
            "text": "能用SELECT查询多表",
            "asPrinted": True,
            "read": {"level": "ELEMENTARY", "code": "2.1.1", "text": "能用SELECT查询单表"},
        },
    )


def test_the_code_of_an_area_moves_all_below_it():
    found = corrected(Correction("ELEMENTARY:1", code="2"), Correction("ELEMENTARY:2", code="1"))

    assert [(row[1], row[2], row[3], row[5]) for row in rows(found.reading)] == [
        ("1", "数据存取", "1.1", "1.1.1"),
        ("1", "数据存取", "1.1", "1.1.2"),
        ("2", "网页基础开发", "2.1", "2.1.1"),
        ("2", "网页基础开发", "2.1", "2.1.2"),
        ("2", "网页基础开发", "2.2", "2.2.1"),
        ("2", "网页基础开发", "2.2", "2.2.2"),
        ("2", "网页基础开发", "2.2", "2.2.3"),
    ]
    assert [(each.rule, each.subject) for each in found.reading.problems] == []


def test_a_requirement_moves_to_the_task_of_its_code():
    found = corrected(Correction("ELEMENTARY:1:2:3", code="2.1.3"))

    assert [(row[3], row[5]) for row in rows(found.reading)][-3:] == [
        ("2.1", "2.1.1"),
        ("2.1", "2.1.2"),
        ("2.1", "2.1.3"),
    ]
    assert rows(found.reading)[-1][-1] == "能排查样式冲突"


def test_a_level_is_that_of_the_person():
    reading = read(CONTENT)
    found = corrected(
        Correction("ADVANCED", level="INTERMEDIATE"), Correction("INTERMEDIATE", level="ADVANCED"), reading=reading
    )

    assert [(row[0], row[2]) for row in rows(found.reading)][-7:] == [
        *[("INTERMEDIATE", "系统运维")] * 3,
        *[("ADVANCED", "服务端开发")] * 4,
    ]


def test_what_was_read_is_recorded_with_the_level_that_is_printed():
    found = corrected(
        Correction("ADVANCED", level="INTERMEDIATE"),
        Correction("INTERMEDIATE", level="ADVANCED"),
        Correction("ADVANCED:1", text="运维"),
        Correction("ADVANCED:1:1", text="运行"),
        Correction("ADVANCED:1:1:1", text="能监控"),
        reading=read(CONTENT),
    )

    below = [each for each in found.record if each["item"].startswith("ADVANCED:")]
    assert [(each["item"], each["read"]["level"]) for each in below] == [
        ("ADVANCED:1", "ADVANCED"),
        ("ADVANCED:1:1", "ADVANCED"),
        ("ADVANCED:1:1:1", "ADVANCED"),
    ]


def test_rows_are_added_and_removed():
    found = corrected(
        Correction("ELEMENTARY:2", removes=True),
        Correction("ELEMENTARY:1:1:1", removes=True),
        Correction(level="ELEMENTARY", code="1.1.1", text="能写页面", as_printed=True),
        Correction(level="ELEMENTARY", code="1.3", text="发布"),
        Correction(level="ELEMENTARY", code="1.3.1", text="能发布页面"),
    )

    assert [row[3:] for row in rows(found.reading)] == [
        ("1.1", "页面结构编写", "1.1.1", "能写页面"),
        ("1.1", "页面结构编写", "1.1.2", CONTENT["初级"]["网页基础开发"]["页面结构编写"][1]),
        ("1.2", "样式设计", "1.2.1", "能用CSS设置字体与颜色"),
        ("1.2", "样式设计", "1.2.2", CONTENT["初级"]["网页基础开发"]["样式设计"][1]),
        ("1.2", "样式设计", "1.2.3", "能排查样式冲突"),
        ("1.3", "发布", "1.3.1", "能发布页面"),
    ]
    assert found.record[-1] == {
        "item": "",
        "level": "ELEMENTARY",
        "code": "1.3.1",
        "text": "能发布页面",
        "asPrinted": False,
        "read": None,
    }


def test_what_a_correction_settles_is_no_problem_and_what_it_opens_is_a_new_one():
    gap = {"初级": {"网页基础开发": {"页面结构编写": ["能写一", "能写二"], "样式设计": ["能设一"]}}}
    reading = read(gap, ())
    assert reading.problems == ()
    gone = corrected(Correction("ELEMENTARY:1:1:1", removes=True), reading=reading).reading
    assert [(each.rule, each.subject, each.number) for each in gone.problems] == [("number-missing", "1.1.1", 1)]

    again = corrected(
        Correction("ELEMENTARY:1:1:1", code="1.1.1"), Correction("ELEMENTARY:1:2:1", code="1.2.3"), reading=gone
    ).reading
    assert [(each.rule, each.subject, each.number) for each in again.problems] == [
        ("number-missing", "1.2.1", 2),
        ("number-missing", "1.2.2", 3),
    ]


def test_the_head_is_corrected():
    reading = read(head=HEAD)
    found = corrected(
        Correction("version", text="2.0"),
        Correction("year", text="2022"),
        Correction("major:4", code="510205", text="大数据技术"),
        Correction("major", code="510203", text="软件技术"),
        Correction("position:1", removes=True),
        Correction("position", text="网页设计"),
        reading=reading,
    ).reading.head

    assert (found.version, found.year) == ("2.0", 2022)
    assert [(each.education, each.code, each.name) for each in found.majors[3:]] == [
        ("高等职业学校", "510205", "大数据技术"),
        ("", "510203", "软件技术"),
    ]
    assert found.positions == ("软件测试", "网页设计")


@pytest.mark.parametrize(
    ("correction", "says"),
    [
        (Correction("ELEMENTARY:9", text="x"), "ELEMENTARY:9 fits nothing"),
        (Correction("occupation", text="x"), "occupation fits nothing"),
        (Correction("ELEMENTARY:1"), "ELEMENTARY:1 changes nothing"),
        (Correction("ELEMENTARY:1", text="x", read="别的"), "ELEMENTARY:1 is of '别的'"),
        (Correction("ELEMENTARY:1", code="1.2"), "'1.2' does not fit ELEMENTARY:1"),
        (Correction("ELEMENTARY:1:1:1", code="一"), "'一' does not fit ELEMENTARY:1:1:1"),
        (Correction("ELEMENTARY:1", level="HIGH"), "'HIGH' does not fit ELEMENTARY:1"),
        (Correction("ELEMENTARY", text="x"), "ELEMENTARY takes no correction of its text"),
        (Correction("version", text="new"), "'new' does not fit version"),
        (Correction("ELEMENTARY", removes=True), "remove every requirement"),
        (Correction(level="ELEMENTARY", text="能"), "'能' does not fit a row to add"),
        (Correction("position", text="x", removes=True), "position takes no correction of its removal"),
        (Correction("position", text="x", code="1"), "position takes no correction of its code"),
        (Correction("major", text="x", level="HIGH"), "major takes no correction of its level"),
        (
            Correction(level="ELEMENTARY", code="1", text="x", removes=True),
            "A row to add takes no correction of its rem",
        ),
        (Correction("ELEMENTARY:1", text="能" * 2_001), "longer than 2000 characters"),
        (Correction("ELEMENTARY:1", text="x", read="能" * 20_001), "ELEMENTARY:1 gives as read is longer than 20000"),
        (Correction("ELEMENTARY:1", text="x", read="能" * 20_000), f"is of '{'能' * 99}…'; the report reads"),
    ],
)
def test_what_does_not_fit_is_named(correction, says):
    with pytest.raises(CorrectionError) as raised:
        corrected(correction)
    assert says in str(raised.value)


@pytest.mark.parametrize(
    ("item", "text", "english", "chinese"),
    [
        ("title", "名" * 101, "a title has at most 100 characters.", "名称不超过 100 个字符。"),
        ("code", "12", "a code has 6 to 12 digits and capital letters.", "代码由 6 至 12 位数字和大写字母组成。"),
        ("version", "new", "a version has a form such as 1.0.", "版本号形如 1.0。"),
        ("year", "21", "a year is one of 1900 to 2099.", "年份须为 1900 至 2099。"),
        ("publisher", "社" * 201, "a publisher has at most 200 characters.", "发布单位不超过 200 个字符。"),
        (
            "date",
            "2021年",
            "a date has a form such as 2021-12-01, 2021-12 or 2021.",
            "日期形如 2021-12-01、2021-12 或 2021。",
        ),
    ],
)
def test_what_the_head_may_be_is_said_in_words(item, text, english, chinese):
    with pytest.raises(CorrectionError) as raised:
        corrected(Correction(item, text=text))
    assert raised.value.en.endswith(f"does not fit {item}: {english}")
    assert raised.value.zh.endswith(f"不适合 {item}：{chinese}")


def test_an_item_is_corrected_once_and_not_below_what_is_removed():
    with pytest.raises(CorrectionError, match="ELEMENTARY:1 is corrected twice"):
        corrected(Correction("ELEMENTARY:1", text="x"), Correction("ELEMENTARY:1", text="y"))
    with pytest.raises(CorrectionError, match="ELEMENTARY:1:1 fits nothing"):
        corrected(Correction("ELEMENTARY:1", removes=True), Correction("ELEMENTARY:1:1", text="y"))
    with pytest.raises(CorrectionError, match="501 corrections; at most 500"):
        corrected(*[Correction(f"ELEMENTARY:{number}", text="x") for number in range(501)])


def test_every_listed_item_takes_a_correction():
    reading = read(head=HEAD)
    items = [each for each in report_items(reading) if each.read.text]
    found = corrected(
        *[Correction(each.item, text=each.read.text, read=each.read.text) for each in items], reading=reading
    )

    assert len(found.record) == len(items)
    assert rows(
        corrected(*[Correction(each.item, text=each.read.text) for each in items], reading=reading).reading
    ) == rows(reading)
