"""Latin words on lines of their own in the cell of a name: a part of the name, or its English form."""

import pytest

from tests.interchange.documents.made_documents import cell, docx, table
from tests.interchange.training_plans.made_plans import HEAD, plan_of, sheet_plan

HEADING = ["课程名称", "学分", "总学时"]
PART, ENGLISH = "latin-line-in-the-name", "latin-line-as-english-name"


def plan_with(*names):
    return sheet_plan(HEADING, *([each, 2, 32] for each in names))


def read(*names):
    return [(each.name, each.english_name) for each in plan_with(*names).lines]


def guesses(*names):
    return [(each.rule, each.taken) for each in plan_with(*names).guesses if each.rule in (PART, ENGLISH)]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Python\n程序设计", "Python程序设计"),
        ("HTML5\n网页设计", "HTML5网页设计"),
        ("AutoCAD\n绘图", "AutoCAD绘图"),
        ("UI\n设计", "UI设计"),
        ("Web前端\n开发", "Web前端开发"),
        ("移动应用\nAndroid\n开发", "移动应用Android开发"),
    ],
)
def test_a_latin_word_above_the_chinese_name_is_its_beginning(written, name):
    assert (read(written), guesses(written)) == ([(name, "")], [])


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Java Web\n应用开发", "Java Web应用开发"),
        ("Spring\nBoot\n框架技术", "Spring Boot框架技术"),
        ("移动\nJava Web\n开发", "移动Java Web开发"),
        ("程序设计\nPython", "程序设计Python"),
        ("数据库\nMySQL", "数据库MySQL"),
    ],
)
def test_words_that_could_be_an_english_name_stay_in_the_name_and_are_said(written, name):
    assert (read(written), guesses(written)) == ([(name, "")], [(PART, name)])


def test_many_names_with_latin_words_above_make_no_column_of_english_names():
    names = ["Python\n程序设计", "Linux\n操作系统", "Java Web\n应用开发", "Spring Boot\n框架技术", "C语言\n程序设计"]

    assert [name for name, _ in read(*names, "体育", "军事理论")][:4] == [
        "Python程序设计",
        "Linux操作系统",
        "Java Web应用开发",
        "Spring Boot框架技术",
    ]


def test_english_names_below_are_taken_off_where_the_column_has_them():
    names = [
        "数据库\nDatabase\nSystems",
        "Java\n程序设计\nJava Programming",
        "体育\nSports",
        "大学英语\nCollege English\n（一）",
    ]
    expected = [
        ("数据库", "Database Systems"),
        ("Java程序设计", "Java Programming"),
        ("体育", "Sports"),
        ("大学英语（一）", "College English"),
    ]

    assert (read(*names, "网页\nMySQL"), guesses(*names, "网页\nMySQL")) == (
        [*expected, ("网页MySQL", "")],
        [(PART, "网页MySQL")],
    )


def test_a_phrase_below_one_name_alone_is_taken_for_english_and_said():
    names = ("数据库\nDatabase Systems", "体育", "语文", "数学")

    assert read(*names)[0] == ("数据库", "Database Systems")
    assert guesses(*names) == [(ENGLISH, "Database Systems")]


def test_english_names_above_are_taken_off_where_the_column_has_them():
    names = ["Database Systems\n数据库", "Web Design\n网页设计", "Sports\n体育"]
    alone = ["Introduction to Computer Science\n计算机导论", "体育", "语文", "数学"]

    assert read(*names) == [("数据库", "Database Systems"), ("网页设计", "Web Design"), ("体育", "Sports")]
    assert guesses(*names) == []
    assert read(*alone)[0] == ("计算机导论", "Introduction to Computer Science")
    assert guesses(*alone) == [(ENGLISH, "Introduction to Computer Science")]


@pytest.mark.parametrize(
    "names",
    [
        ["体育\nSports", "语文\nChinese", "数学\nMathematics", "物理\nPhysics", "英语\nEnglish"],
        ["军训\nMilitary Training", "入学教育\nOrientation", "岗位实习\nInternship", "化学\nChemistry"],
    ],
)
def test_words_below_all_names_are_their_english_forms(names):
    assert read(*names, "小计")[: len(names)] == [tuple(each.split("\n")) for each in names]
    assert guesses(*names) == []


def test_words_below_some_names_stay_in_them_and_are_said():
    names = ["程序设计\nPython", "操作系统\nLinux", "体育", "语文"]

    assert read(*names)[:2] == [("程序设计Python", ""), ("操作系统Linux", "")]
    assert guesses(*names) == [(PART, "程序设计Python"), (PART, "操作系统Linux")]


@pytest.mark.parametrize(
    "names",
    [
        ["Photoshop\n图像处理", "After Effects\n影视后期", "Premiere Pro\n视频剪辑", "体育"],
        ["Java Web\n应用开发", "Spring Boot\n框架技术", "Python\n程序设计", "Linux\n操作系统", "数据结构"],
    ],
)
def test_tools_of_two_words_above_many_names_stay_in_them(names):
    expected = [each.replace("\n", "") for each in names if "\n" in each]

    assert [name for name, _ in read(*names)][: len(expected)] == expected
    assert len(guesses(*names)) == 2


@pytest.mark.parametrize(
    "form", ["{code}\n{name}\n{english}", "{name}\n{english}\n{code}", "{code}\n{english}\n{name}"]
)
def test_a_code_on_a_line_of_its_own_leaves_the_english_name(form):
    courses = [("B0101", "高等数学", "Advanced Mathematics"), ("B0102", "体育", "Physical Education")]
    plan = plan_with(*(form.format(code=code, name=name, english=english) for code, name, english in courses))

    assert [(each.code, each.name, each.english_name) for each in plan.lines] == courses
    assert not {PART, ENGLISH} & {each.rule for each in plan.guesses}


def test_breaks_in_a_cell_of_a_document_are_read_as_in_a_workbook():
    rows = [HEADING, ["Linux\n操作系统", "2", "32"], ["C语言\n程序设计", "4", "64"]]
    document = docx(HEAD[0][0], table(*([cell(text) for text in row] for row in rows)))

    assert [(each.name, each.english_name) for each in plan_of(document).lines] == [
        ("Linux操作系统", ""),
        ("C语言程序设计", ""),
    ]


def test_radicals_that_a_font_gives_are_read_as_the_characters_they_stand_for():
    assert [name for name, _ in read("应\u2f64开发（Ⅱ）", "\u2f3c理健康教育")] == ["应用开发（Ⅱ）", "心理健康教育"]
