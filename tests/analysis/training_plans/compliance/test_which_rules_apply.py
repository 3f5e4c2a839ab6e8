"""Which rules apply to a plan: by their days, by its level and years, and by the day its students enter."""

import datetime as dt

from analysis.training_plans.compliance.compliance import day_of_entry, judge, sets_for
from analysis.training_plans.compliance.finding import Undecided
from analysis.training_plans.compliance.plan_facts import plan_facts
from analysis.training_plans.training_plan import PlanHead
from tests.analysis.training_plans.compliance.made_plans import AS_OF, HEAD, finding, line, rule, set_of

TOTAL = rule("HOURS", measureLeast="2500")


def test_rules_hold_between_their_days():
    dated = rule("HOURS", validFromFrom=dt.date(2022, 1, 1), validToTo=dt.date(2023, 12, 31), measureLeast="1")

    reasons = [finding(dated, [line(hours=9)], as_of=dt.date(each, 9, 1))[1:3] for each in (2021, 2022, 2024)]

    assert reasons == [
        ("NOT_APPLICABLE", "NOT_YET_IN_FORCE"),
        ("PASS", "BOUNDS"),
        ("NOT_APPLICABLE", "NO_LONGER_IN_FORCE"),
    ]
    assert finding(rule(None), []).reason == "NOT_OF_PLANS"
    assert finding(rule(None, kind="CREDIT_CONVERSION"), []).reason == "OF_CONVERSIONS"


def test_a_set_applies_by_level_and_years():
    sets = [set_of(TOTAL, years=3), set_of(TOTAL, levels=("SECONDARY",)), set_of(TOTAL, levels=())]
    four_years = plan_facts(HEAD._replace(duration_years=4), [line(hours=9)], ())

    assert sets_for(four_years, sets) == sets[:1]
    (found, other, _) = judge(four_years, sets, AS_OF, are_named=True)
    assert (found[1:3], other[1:3]) == (("NOT_APPLICABLE", "OTHER_YEARS"), ("NOT_APPLICABLE", "OTHER_LEVEL"))


def test_a_plan_without_level_is_judged_only_by_sets_that_are_named():
    silent = plan_facts(PlanHead(), [line(hours=9)], ())
    sets = [set_of(TOTAL, years=3)]

    (found,) = judge(silent, sets_for(silent, sets), AS_OF, are_named=False)

    assert (found.verdict, found.undecided) == ("UNKNOWN", (Undecided("LEVEL"), Undecided("YEARS")))
    assert judge(silent, sets, AS_OF, are_named=True)[0].verdict == "FAIL"


def test_the_rules_of_a_plan_are_those_of_the_day_its_students_enter():
    assert day_of_entry(plan_facts(HEAD, [], ())) == dt.date(2024, 9, 1)
    assert day_of_entry(plan_facts(PlanHead(), [], ())) is None
