"""A title of a plan that the end of a line cuts, in a PDF and in a Word file."""

import pytest

from tests.interchange.documents.made_documents import FONT
from tests.interchange.training_plans.made_plans import pdf_of, plan_of, ruled_page, rules, word

ROWS = [
    ["课程类别", "课程名称", "学分", "总学时", "开课学期"],
    ["公共基础课程", "军事理论", "2", "36", "1"],
    ["专业核心课程", "网页开发", "6", "96", "3"],
]
WHOLE = ("示例职业技术学院", "软件技术", "2025级")


def page_with(lines):
    table = ruled_page(ROWS)

    def draw(canvas):
        canvas.setFont(FONT, 16)
        for at, text in enumerate(lines):
            canvas.drawCentredString(297, 838 - 18 * at, text)
        table(canvas)

    return draw


def both_ways(*lines):
    return plan_of(pdf_of(page_with(lines))), plan_of(word(*lines, ROWS))


def head(plan):
    return plan.head.college, plan.head.major_name, plan.head.grade


@pytest.mark.parametrize(
    "lines",
    [
        ("示例职业技术学院软件技术专业（510203）", "2025级人才培养方案（三年制）"),
        ("示例职业技术学院软件技", "术专业（510203）2025级人才培养方案（三年制）"),
        ("示例职业技术学院软件技术专业（5102", "03）2025级人才培养方案"),
        ("示例职业技术学院软件技术专业2025级人才培", "养方案（三年制高职）"),
        ("示例职业技术", "学院软件技术专业2025级人才培养方案"),
        ("示例职业技术学院2025级软件技术专业人才", "培养方案"),
        ("示例职业技术学院2025级软件", "技术专业人才培养方案"),
        ("示例职业技术学院2025级", "软件技术专业人才", "培养方案"),
        ("示例职业技术学院软件技术专业（510203）20", "25级教学进程表"),
    ],
    ids=" / ".join,
)
def test_the_lines_of_a_cut_title_are_one(lines):
    for plan in both_ways(*lines):
        assert head(plan) == WHOLE
        assert "title-over-several-lines" in rules(plan.guesses)
        assert [len(plan.lines), plan.lines[0].name] == [2, "军事理论"]
        if "5102" in "".join(lines):
            assert plan.head.major_code == "510203"


@pytest.mark.parametrize(
    "lines",
    [
        ("示例职业技术学院", "软件技术专业人才培养方案", "（2025级）"),
        ("示例职业技术大学信息工程学院", "软件技术专业2025级人才培养方案"),
        ("示例职业技术学院教务处", "2025级软件技术专业人才培养方案"),
        ("示例职业技术学院文件", "2025级软件技术专业人才培养方案"),
        ("示例职业技术学院2025级专业人才培养方案汇编", "软件技术专业教学进程表"),
        ("示例职业技术学院根据国家要求修订了2025级", "软件技术专业人才培养方案，现予公布。"),
    ],
    ids=" / ".join,
)
def test_lines_that_stand_for_themselves_stay_apart(lines):
    for plan in both_ways(*lines):
        assert "title-over-several-lines" not in rules(plan.guesses)


def test_places_below_a_title_of_two_lines_count_each_line():
    lines = ("示例职业技术学院2025级软件", "技术专业人才培养方案", "注：总学分9学分。")
    (problem,) = [each for each in plan_of(word(*lines, ROWS)).problems if each.rule == "sum-differs"]

    assert problem.place.line == 3
