"""Titles above tables: which of them name the major, and which are only numbers or modules of it."""

import pytest

from tests.interchange.training_plans.made_plans import doubts, plan_of, plans_of, rules, word

COURSES = [["课程名称", "学分", "总学时", "理论学时", "实践学时", "开课学期"], ["网页基础", 4, 64, 32, 32, 1]]
MORE = [["课程名称", "学分", "总学时", "理论学时", "实践学时", "开课学期"], ["网页开发", 6, 96, 40, 56, 2]]
HEAD = ("示例职业技术学院", "网页技术专业人才培养方案（2025级）", "专业代码：990001")


@pytest.mark.parametrize(
    "title",
    [
        "（二）教学进程安排",
        "(2)教学进程安排",
        "第八章 教学进程总体安排",
        "第七节 课程设置与安排",
        "表七 教学进程安排",
        "表4（续）网页技术专业教学进程安排表",
        "附录二 教学进程安排表",
        "附表2 网页技术专业专业课程教学进程表（周学时）",
        "附表1 网页技术专业公共基础课程教学进程表",
        "表5 工科类专业专业课程教学进程表",
    ],
)
def test_a_title_between_two_tables_of_one_plan_begins_no_other_plan(title):
    plan = plan_of(word(*HEAD, COURSES, title, MORE))

    assert (plan.head.major_name, plan.head.major_code, plan.head.grade) == ("网页技术", "990001", "2025级")
    assert [each.name for each in plan.lines] == ["网页基础", "网页开发"]


@pytest.mark.parametrize(
    "title",
    [
        "（二）数据标注专业教学进程安排表",
        "附表2 数据标注专业专业课程教学进程表",
        "表4（续）数据标注专业教学进程安排表",
        "第二章 数据标注专业人才培养方案",
        "附表2 全媒体电商运营专业专业课程教学进程表",
        "表演艺术专业人才培养方案",
    ],
)
def test_a_title_of_another_major_begins_another_plan(title):
    first, second = plans_of(word(*HEAD, COURSES, title, MORE))

    assert first.head.major_name == "网页技术"
    assert second.head.major_name in {"数据标注", "表演艺术", "全媒体电商运营"}


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("全日制三年，实行弹性学制，修业年限3～5年。", 3),
        ("中职段三年，高职段二年；本方案为高职段二年的教学安排。", 2),
        ("实行弹性学制，修业年限3～5年。", None),
        ("中职段三年，高职段二年。", None),
        ("本方案是在总结近五年人才培养经验的基础上制定的。", None),
        ("本方案为我校第三年修订。", None),
    ],
)
def test_years_of_study_in_a_sentence(text, years):
    plan = plan_of(word(*HEAD, "三、修业年限", text, COURSES))

    assert plan.head.duration_years == years


def test_a_bracket_after_the_name_of_the_college():
    plan = plan_of(word("示例幼儿师范学校（五年制高职）", *HEAD[1:], COURSES))

    assert plan.head.college == "示例幼儿师范学校"


CONTENTS = [
    ["序号", "课程名称", "参考学时", "主要教学内容", "开设学期"],
    [1, "网页基础", 64, "页面的结构与样式", 1],
    [2, "网页开发", 96, "交互与数据", 2],
]


def test_of_a_list_of_contents_and_the_courses_the_courses_count():
    plan = plan_of(word(*HEAD, "表2 专业核心课程主要教学内容", CONTENTS, "表4 教学进程安排表", COURSES, MORE))

    assert [(each.name, each.credits, each.is_counted) for each in plan.lines] == [
        ("网页基础", None, False),
        ("网页开发", None, False),
        ("网页基础", 400, True),
        ("网页开发", 600, True),
    ]
    assert [each for each in doubts(plan)[1] if each[0] == "line-in-two-tables"] == [
        ("line-in-two-tables", "网页基础"),
        ("line-in-two-tables", "网页开发"),
    ]


def test_the_first_of_two_tables_with_credits_counts():
    plan = plan_of(word(*HEAD, COURSES, "表5 教学进程安排表", COURSES))

    assert [each.is_counted for each in plan.lines] == [True, False]


@pytest.mark.parametrize(
    ("cover", "own", "grade", "is_guess"),
    [
        ("2025级专业人才培养方案汇编", (), "2025级", True),
        ("2024版人才培养方案汇编（2025级适用）", (), "2025级", True),
        ("2025级专业人才培养方案汇编", ("适用年级：2024级",), "2024级", False),
        ("网页技术专业人才培养方案（2025级）", (), None, False),
    ],
)
def test_the_grade_on_the_cover_of_a_compilation(cover, own, grade, is_guess):
    parts = (cover, "网页技术专业人才培养方案", COURSES, "数据标注专业人才培养方案", *own, MORE)
    _, second = plans_of(word("示例职业技术学院", *parts))

    assert second.head.grade == grade
    assert (("grade-of-the-compilation", "2025级") in doubts(second)[0]) is is_guess
    assert (("head-lacks", "grade") in doubts(second)[1]) is (grade is None)


@pytest.mark.parametrize(
    "sentence",
    [
        "本专业必修课共2000学时，占总学时的80%。",
        "学生毕业前须修满选修课。",
        "专业拓展课程为选修课，学生任选其中两门",
        "公共基础课程均为必修",
        "选修课学分占总学分的10%",
        "第五学期起，学生修读选修课",
        "本专业必修课共32门，共64学分。",
        "必修课共32门，选修课共8门",
        "专业选修课每年更新。",
        "专业核心课程，采用理实一体化教学。",
    ],
)
def test_a_sentence_above_courses_says_no_nature_of_them_and_is_named(sentence):
    plan = plan_of(word(*HEAD, sentence, COURSES))

    assert [(each.nature, each.module, each.path) for each in plan.lines] == [(None, None, ())]
    assert [each for each in doubts(plan)[0] if each[0] == "sentence-above-courses"] == [
        ("sentence-above-courses", sentence.replace("，", ","))
    ]


@pytest.mark.parametrize(
    ("title", "nature"),
    [
        ("表3 专业选修课程", "ELECTIVE"),
        ("（二）限选课；", "RESTRICTED_ELECTIVE"),
        ("专业拓展课（限选，应修6学分）", "RESTRICTED_ELECTIVE"),
        ("专业选修课，至少选修8学分", "ELECTIVE"),
        ("本专业选修课程设置如下：", "ELECTIVE"),
        ("附表2 网页技术专业必修课程教学进程表", "REQUIRED"),
        # A sentence on what is chosen of the courses below is about them.
        ("以下专业选修课程任选4学分。", "ELECTIVE"),
        ("学生须在下列选修课程中任选，不得少于6学分。", "ELECTIVE"),
        # Behind a title may stand how much there is, and how much of it is taken.
        ("专业拓展课程：选修，共12学分", "ELECTIVE"),
        ("专业核心课程（必修）；单位：学时", "REQUIRED"),
        ("三、专业必修课程，共3门，12学分，192学时。", "REQUIRED"),
        ("（二）专业核心课程（6门），均为必修", "REQUIRED"),
        ("以下为专业核心课程，均为必修课。", "REQUIRED"),
        ("专业限选课，第三、四学期开设", "RESTRICTED_ELECTIVE"),
    ],
)
def test_a_title_above_courses_says_their_nature(title, nature):
    plan = plan_of(word(*HEAD, title, COURSES))

    assert [each.nature for each in plan.lines] == [nature]
    assert "sentence-above-courses" not in rules(plan.guesses)


@pytest.mark.parametrize(
    ("title", "module", "choice"),
    [
        ("三、专业核心课程，共3门，12学分，192学时", "CORE", None),
        ("专业核心课程，8门", "CORE", None),
        ("（一）公共基础课程（必修课），共32学分", "COMMON", None),
        ("专业选修课程，3选2", "EXTENSION", (2, None)),
        ("专业选修课程3选2，共8学分", "EXTENSION", (2, None)),
        ("专业选修课程（从下列课程中选修2门）。", "EXTENSION", (2, None)),
        ("公共选修课，每人至少选修2门，4学分", "COMMON", (2, None)),
        ("专业选修课程，不少于8学分", "EXTENSION", (None, 800)),
        ("专业选修课 共3门 选修8学分", "EXTENSION", (None, 800)),
        ("专业选修课，共计开设3门，学生选修8学分", "EXTENSION", (None, 800)),
    ],
)
def test_a_title_keeps_its_module_and_choice_with_amounts_behind_it(title, module, choice):
    rows = [[name, 4, 64, 32, 32, 1] for name in ("网页基础", "网页开发", "数据")]
    plan = plan_of(word(*HEAD, title, [COURSES[0], *rows]))

    assert {each.module for each in plan.lines} == {module}
    assert [(each.choose, each.credits) for each in plan.groups] == ([choice] if choice else [])
    assert "sentence-above-courses" not in rules(plan.guesses)
