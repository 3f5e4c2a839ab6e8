"""What stands below the title of a course in a paragraph of its own is said of that course, and not of the plan."""

import pytest

from tests.interchange.training_plans.made_plans import HEAD, plan_of, word

HEADING = ["课程类别", "课程性质", "课程名称", "学分", "总学时", "理论学时", "实践学时"]
# 76 of 176 hours are practice: 43.2 per cent.
COURSES = [
    HEADING,
    ["公共基础课程", "必修", "军事理论", 2, 36, 36, 0],
    ["专业核心课程", "必修", "数控技术", 6, 104, 40, 64],
    ["专业拓展课程", "选修", "数据分析", 2, 36, 24, 12],
]
SHARE = "实践教学学时占总学时的60%。"
TOTALS = "总学时120学时，总学分7学分。"


def differing(*parts, before=()):
    plan = plan_of(word(HEAD[0][0], *before, "教学进程表", COURSES, *parts))
    return [each.rule for each in plan.problems if each.rule in {"share-differs", "sum-differs"}]


@pytest.mark.parametrize(
    "title",
    [
        "《数控技术》",
        "1.《数控技术》",
        "（一）《数控技术》课程简介：",
        "《数控技术》（104学时）",
        # A title may call itself one of a course that the plan names otherwise.
        "《数控编程》课程",
    ],
)
@pytest.mark.parametrize("text", [SHARE, TOTALS])
@pytest.mark.parametrize("between", [(), ("课程目标：会编程。",), ("1.课程目标", "会编程。", "2.教学内容")])
def test_what_follows_the_title_of_a_course_is_not_held_against_the_plan(title, text, between):
    if title.startswith("1."):
        between = [each.removeprefix("1.").removeprefix("2.") for each in between]

    assert differing(title, *between, text) == []
    assert differing(before=(title, *between, text)) == []


@pytest.mark.parametrize(
    "before",
    [
        ("《国家职业教育改革实施方案》",),
        ("（一）《数控技术》", "会编程。", "（二）学时比例"),
        ("《数控技术》", "会编程。", "八、教学进程总体安排"),
        # A chapter may be numbered in digits, stand one level above the title, or have no number.
        ("6.课程设置", "《数控技术》", "会编程。", "7.教学进程总体安排"),
        ("6 课程设置", "（1）《数控技术》", "会编程。", "7 教学进程总体安排"),
        ("六、课程设置", "（三）课程简介", "1.《数控技术》", "会编程。", "（四）学时安排"),
        ("6.1 公共基础课程", "《数控技术》", "1.能力目标", "会编程。", "6.2 其他说明"),
        ("课程简介", "《数控技术》", "会编程。", "教学进程总体安排"),
        ("《数控技术》", "会编程。", "毕业要求"),
        ("《数控技术》", "会编程。", "教学安排"),
        ("《数控技术》是核心课程。",),
        ("根据《职业教育法》",),
    ],
)
def test_what_ends_the_description_of_a_course_or_is_no_title_of_one(before):
    assert differing(*before, SHARE) == ["share-differs"]
    assert differing(*before, TOTALS) == ["sum-differs"] * 2


@pytest.mark.parametrize(
    "parts",
    [
        ("6.课程设置", "《数控技术》", "1.能力目标", "会编程。", "2.学时分配"),
        ("六、课程设置", "（三）课程简介", "1.《数控技术》", "（1）能力目标", "会编程。", "（2）学时分配"),
        ("（三）课程简介", "（一）《数控技术》", "（1）能力目标"),
        ("2.课程简介", "《数控技术》", "1.能力目标", "2.知识目标", "3.对应的毕业要求"),
        ("《数控技术》", "学分：6", "学时：104"),
        ("《数控技术》", "学时比例：理论40，实践60", "0.导言"),
    ],
)
@pytest.mark.parametrize("text", [SHARE, TOTALS])
def test_the_parts_of_a_description_do_not_end_it(parts, text):
    assert differing(before=(*parts, text)) == []


def test_a_table_of_courses_ends_a_description():
    assert differing("三年合计如下", SHARE, before=("《数控技术》", "会编程。")) == ["share-differs"]
