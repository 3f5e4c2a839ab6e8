"""The sections of a teaching standard: nothing of its text vanishes silently."""

import pytest

from interchange.standards.teaching.teaching_reading import read_teaching_standard
from interchange.standards.teaching.teaching_standard import CodedName
from tests.interchange.documents.made_documents import docx, paragraph, pdf, read_here
from tests.interchange.standards.drawn_pages import drawn, text
from tests.interchange.standards.made_teaching import teaching_docx
from tests.interchange.standards.test_skill_layouts import named

TITLE = "示例商务专业教学标准（高等职业教育专科）"
LISTS = ("（1）专业基础课程主要包括：商务基础、零售基础等领域的内容。", "（2）专业核心课程主要包括：网店运营。")
WHOLE = (
    ("概述", "为适应数字经济的发展，制定本标准。"),
    ("专业名称（专业代码）", "示例商务（539901）"),
    ("入学基本要求", "普通高级中学毕业"),
    ("基本修业年限", "三年"),
    ("培养目标", "本专业培养能够胜任网店运营工作的人才。"),
    ("校企合作", "学校与企业共同建设实训基地。"),
    ("课程设置及学时安排", *LISTS, "（3）实践性教学环节", "实习实训贯穿全程。"),
    ("师资队伍", "学生数与本专业专任教师数比例不高于25：1。"),
    ("教学条件", "应具有实训室。"),
)
WORDS = "一二三四五六七八九"
NOT_READ = [
    ("section-without-place", "概述"),
    ("section-without-place", "培养目标"),
    ("section-not-known", "校企合作"),
    ("section-without-place", "（3）实践性教学环节"),
    ("section-without-place", "师资队伍"),
]


def lines_of(mark, sections=WHOLE):
    for number, (title, *lines) in enumerate(sections, 1):
        yield mark(number) + title
        yield from lines


def read(*lines):
    return read_teaching_standard(read_here(docx(*map(paragraph, (TITLE, *lines)))))


@pytest.mark.parametrize(
    "mark",
    [
        pytest.param(lambda number: f"{number} ", id="digits"),
        pytest.param(lambda number: f"{number}．", id="digits with a point"),
        pytest.param(lambda number: f"{WORDS[number - 1]}、", id="words"),
        pytest.param(lambda number: f"（{WORDS[number - 1]}）", id="words in brackets"),
        pytest.param(lambda number: f"第{WORDS[number - 1]}章 ", id="chapters"),
    ],
)
def test_a_section_is_read_or_named(mark):
    reading = read(*lines_of(mark))

    assert (reading.major, reading.entry, reading.years, reading.practice) == (
        CodedName("539901", "示例商务"),
        "普通高级中学毕业",
        "三年",
        "应具有实训室。",
    )
    assert [
        (rule, subject[-len(end) :])
        for (rule, subject), (_, end) in zip(named(reading.not_read), NOT_READ, strict=True)
    ] == NOT_READ


def test_headings_without_numbers_are_known_by_their_words():
    sections = [each for each in WHOLE if each[0] != "校企合作"]
    reading = read(*lines_of(lambda _: "", sections))

    assert (reading.entry, reading.years) == ("普通高级中学毕业", "三年")
    assert named(reading.not_read) == [each for each in NOT_READ if each[0] != "section-not-known"]


@pytest.mark.parametrize(
    ("heading", "lines"),
    [
        ("3 入学基本要求与修业年限", ("普通高级中学毕业；基本修业年限为三年。",)),
        ("3 入学要求和学制", ("普通高级中学毕业。", "基本修业年限为三年。")),
        ("3 入学基本要求", ("普通高级中学毕业，基本修业年限为三年。",)),
        ("3 入学基本要求", ("基本修业年限为三年。普通高级中学毕业。",)),
    ],
)
def test_one_section_may_state_entry_and_years(heading, lines):
    reading = read("1 概述", "2 专业名称（专业代码）", "示例商务（539901）", heading, *lines, "4 课程设置", *LISTS)

    assert (reading.entry, reading.years) == ("普通高级中学毕业", "基本修业年限为三年")


def test_years_in_brackets_are_no_years_of_the_programme():
    reading = read("1 概述", "2 入学基本要求", "普通高级中学（学制三年）毕业", "3 课程设置", *LISTS)

    assert (reading.entry, reading.years) == ("普通高级中学（学制三年）毕业", "")


def test_a_heading_of_both_without_number_is_known():
    reading = read("概述", "制定本标准。", "入学要求与修业年限", "普通高级中学毕业；学制三年。", "课程设置", *LISTS)

    assert (reading.entry, reading.years) == ("普通高级中学毕业", "学制三年")


def test_a_section_is_named_with_its_place():
    reading = read_teaching_standard(
        read_here(pdf(drawn(text(TITLE, *LISTS)), drawn(text("1 概述", "2 校企合作", "学校与企业共同建设实训基地。"))))
    )

    assert [(each.rule, each.subject, each.place.page) for each in reading.not_read] == [
        ("section-not-known", "2校企合作", 2)
    ]


def test_contents_are_no_sections():
    """They name the headings with their pages, and those of the parts, without leaders."""
    contents = [
        line
        for number, (title, *_) in enumerate(WHOLE, 1)
        for line in (f"{number} {title} {number}", f"{number}.1 说明 {number}")
    ]
    reading = read("目录", *contents, *lines_of(lambda number: f"{number} "))

    assert (reading.entry, reading.years) == ("普通高级中学毕业", "三年")
    assert [rule for rule, _ in named(reading.not_read)] == [rule for rule, _ in NOT_READ]


def test_a_list_of_another_module_is_named():
    reading = read("1 课程设置", *LISTS, "（3）专业群平台课程主要包括：商业伦理、数据素养。")

    assert [each.name for each in reading.courses] == ["商务基础", "零售基础", "网店运营"]
    assert named(reading.not_read) == [("section-without-place", "（3）专业群平台课程主要包括：商业伦理、数据素养。")]


def test_text_above_the_first_heading_is_named():
    reading = read(
        "本标准由示例行业职业教育教学指导委员会组织编制。", *LISTS, "1 专业名称（专业代码）", "示例商务（539901）"
    )

    assert named(reading.not_read) == [
        (
            "text-without-heading",
            "本标准由示例行业职业教育教学指导委员会组织编制。",
        )
    ]


@pytest.mark.parametrize(
    ("heading", "lines"),
    [("1 专业名称（专业代码）", "见专业目录。"), ("1 职业面向", "面向商务服务行业，见人才培养方案。")],
)
def test_a_section_of_which_nothing_was_read_is_named(heading, lines):
    reading = read(heading, lines, "2 课程设置", *LISTS)

    assert named(reading.not_read) == [("section-without-entries", heading.replace(" ", ""))]


def test_the_standard_in_the_official_layout_names_what_has_no_place():
    reading = read_teaching_standard(read_here(teaching_docx()))

    assert named(reading.not_read) == [("section-without-place", "1概述")]
