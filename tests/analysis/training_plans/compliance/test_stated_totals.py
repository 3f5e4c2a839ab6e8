"""Rules on a plan whose document counts fewer credits than its lines have."""

import datetime as dt

import pytest

from analysis.training_plans.compliance.compliance import judge
from analysis.training_plans.compliance.finding import MeasuredSpan, Undecided
from analysis.training_plans.compliance.plan_facts import facts_of_reading
from analysis.training_plans.training_plan import Interval, PlanReading, StatedTotal
from tests.analysis.training_plans.compliance.made_plans import HEAD, PLACE, line, rule, set_of

COMMON = rule("HOURS_SHARE", measureLeast="1/4", modules=["COMMON"])
# 400 of 1,800 hours are common, 400 of 1,600 where one direction of two is taken.
LINES = (
    line("公共课", module="COMMON", nature="REQUIRED", credits=2500, hours=400),
    line("核心课", module="CORE", nature="REQUIRED", credits=6000, hours=1000),
    line("甲方向课", module="EXTENSION", nature="RESTRICTED_ELECTIVE", credits=1200, hours=200),
    line("乙方向课", module="EXTENSION", credits=1200, hours=200),
)


def total(label, lines, stated, ours):
    return StatedTotal(PLACE, label, None, {"credits": stated}, {"credits": Interval(ours, ours)}, lines)


def finding(*totals, lines=LINES, rule_=COMMON):
    plan = PlanReading(HEAD, (), lines, (), totals, (), (), (), (), (), (), (), ())
    (found,) = judge(facts_of_reading(plan), [set_of(rule_)], dt.date(2024, 9, 1), are_named=True)
    return found


WHOLE = (1, 2, 3, 4)


def test_a_rule_that_only_doubled_electives_break_is_not_decided():
    found = finding(total("合计", WHOLE, 9700, 10900))

    assert (found.verdict, found.measured, found.undecided) == (
        "UNKNOWN",
        MeasuredSpan(2222, 2500),
        (Undecided("TAKEN_BY_ALL", (3, 4)),),
    )


@pytest.mark.parametrize(
    "totals",
    [
        (),
        (total("合计", WHOLE, 10900, 10900),),
        (total("合计", WHOLE, 11900, 10900),),
        # The lines are no longer those that the total was compared with.
        (total("合计", WHOLE, 9700, 10800),),
        # Of required lines nothing is chosen.
        (total("小计", (1, 2), 8000, 8500),),
        # One elective alone offers no choice.
        (total("小计", (3,), 600, 1200),),
    ],
)
def test_a_rule_that_the_plan_breaks_however_it_is_counted_fails(totals):
    found = finding(*totals)

    assert (found.verdict, found.measured, found.undecided) == ("FAIL", MeasuredSpan(2222, 2222), ())


def test_a_share_that_no_choice_saves_still_fails():
    lines = (LINES[0]._replace(hours=100), *LINES[1:])

    assert finding(total("合计", WHOLE, 9700, 10900), lines=lines).verdict == "FAIL"


def test_the_total_of_a_part_explains_that_of_the_whole():
    lines = (*LINES, line("选修课", module="EXTENSION", nature="ELECTIVE", credits=200, hours=32))
    totals = (total("总计", (1, 2, 3, 4, 5), 9900, 11100), total("小计", (3, 4), 1200, 2400))

    # 400 of 1,632 hours are common, whichever direction is taken.
    assert finding(*totals, lines=lines).verdict == "FAIL"
    assert finding(*totals, lines=(*LINES, lines[-1]._replace(hours=0))).undecided == (
        Undecided("TAKEN_BY_ALL", (3, 4)),
    )
