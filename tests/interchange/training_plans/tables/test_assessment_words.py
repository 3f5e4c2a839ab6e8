"""How courses end: marks that a list in a note explains, and words that name neither an examination nor a check."""

import pytest

from interchange.training_plans.tables.headings.plan_legends import note_legend
from tests.interchange.training_plans.made_plans import rules, sheet_plan

HEADING = ["课程类别", "课程名称", "学分", "总学时", "开课学期", "考核方式"]


def read(words, *notes):
    rows = [["专业课程", name, 2, 32, 1, word] for name, word in zip("甲乙丙丁戊己", words, strict=False)]
    plan = sheet_plan(HEADING, *rows, *([each] for each in notes))
    return plan, [each.assessment.get("1") or each.assessment.get("*") for each in plan.lines]


@pytest.mark.parametrize(
    "note",
    [
        "注：（1）课程类型：A理论课，B理实一体课；（2）考核方式：①考试，②考查；（3）“W”表示周。",
        "说明：考核形式：①为考试、②为考查。",
    ],
)
def test_a_list_in_a_note_explains_marks(note):
    plan, kinds = read("①②①", note)

    assert kinds == ["EXAM", "CHECK", "EXAM"]
    assert plan.problems == ()


def test_a_list_of_one_kind_explains_nothing():
    assert note_legend(["考核方式：1考试成绩占60%，2平时成绩占40%"]) == {}
    assert note_legend(["考核方式：A考试，B考查；A考查"]) == {"A": "EXAM", "B": "CHECK"}


def test_words_of_neither_kind_are_said():
    plan, kinds = read(["操作考核", "考试", "考查", "作品考核", "开卷", "考查课"])

    assert kinds == ["CHECK", "EXAM", "CHECK", "CHECK", "EXAM", "CHECK"]
    said = [(each.subject, each.taken) for each in plan.guesses if each.rule == "assessment-by-a-loose-word"]
    assert said == [("操作考核", "CHECK"), ("作品考核", "CHECK"), ("开卷", "EXAM")]


def test_letters_that_a_heading_explains_are_no_loose_words():
    plan, kinds = read("SC")

    assert kinds == ["EXAM", "CHECK"]
    assert "assessment-by-a-loose-word" not in rules(plan.guesses)
