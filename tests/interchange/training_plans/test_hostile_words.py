"""Words made to be read in very many ways are read in no time: a document may not hold up all who use the server."""

import time

import pytest

from interchange.training_plans.choices.plan_quotas import Quota, quotas_of
from interchange.training_plans.plan_totals import scope_by_words
from tests.interchange.training_plans.made_plans import plan_of, sheet_plan, word

HEADING = ["课程类别", "课程名称", "课程性质", "学分", "总学时"]
SECONDS = 1.0


@pytest.mark.parametrize(
    ("module", "label"),
    [("选修" * 20 + "模块", "小计"), ("至少" * 30 + "满足" * 30 + "模块", "小计"), ("课" * 60, "课" * 14 + "末小计")],
)
def test_modules_and_totals_of_the_same_words_again_and_again(module, label):
    rows = [[module, "甲", "必修", 4, 64], ["公共基础课", "乙", "必修", 4, 64], [None, label, None, 8, 128]]
    before = time.process_time()
    plan = sheet_plan(HEADING, *rows)

    assert time.process_time() - before < SECONDS
    assert ([each.name for each in plan.lines], plan.groups) == (["甲", "乙"], ())


@pytest.mark.parametrize("words", ["应", "至少", "须应", "应选修", "选修满", "至少选修", "必须要求"])
def test_notes_and_prose_that_say_again_and_again_how_many_are_chosen(words):
    text = "学生选修课程" + (words * 1600)[:1600]
    rows = [HEADING, ["公共选修课", "甲", "选修", 4, 64], ["公共选修课", "乙", "选修", 4, 64], [f"注：{text}"]]
    before = time.process_time()
    of_prose, of_note = plan_of(word(text, rows[:-1])), sheet_plan(*rows)

    assert time.process_time() - before < SECONDS
    assert [([each.name for each in plan.lines], plan.groups) for plan in (of_prose, of_note)] == [
        (["甲", "乙"], ())
    ] * 2


def test_the_words_of_a_quota_may_stand_in_several_orders():
    for text in ("公共选修课应至少选修6学分", "公共选修课必须选修至少6学分", "公共选修课要求至少须选修满6学分"):
        assert [*quotas_of(text)] == [Quota("公共选修课", 600)]


@pytest.mark.parametrize(
    ("module", "label", "is_named"),
    [
        ("专业任选模块", "专业任选模块学分合计", True),
        ("专业群任选模块1", "专业任选模块小计", True),
        ("专业技术与技能任选模块", "专业任选模块小计", False),
        ("一专业任选模块", "专业任选模块小计", False),
        ("任选专业模块", "专业任选模块小计", False),
    ],
)
def test_a_total_names_a_module_by_its_letters_in_order(module, label, is_named):
    lines = sheet_plan(HEADING, [module, "甲", "选修", 4, 64]).lines

    assert bool(scope_by_words(label, lines)) is is_named
