"""Intervals equal what every admissible choice and every completion of a plan gives, and what rules measure."""

import itertools
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.training_plans.compliance.finding import MeasuredSpan
from analysis.training_plans.intervals import credits_of, hours_of, interval, interval_within, taken
from analysis.training_plans.training_plan import ChoiceGroup, Interval, PlanHead, PlanLine, PlanPlace, PlanReading
from tests.analysis.training_plans.compliance.made_plans import finding, rule
from tests.analysis.training_plans.compliance.test_brute_force import ways_of

AT = PlanPlace(1)
# More than any choice adds up to: where it shows, a sum is open.
OPEN = 100_000
KINDS = ("CHOOSE_ONE", "CHOOSE_CREDITS", "ALTERNATIVES")


def line(**figures):
    """Make a line that says no more than what intervals count."""
    return PlanLine(AT, **{"name": "课程", **figures})


@cache
def lines_of(groups):
    """Up to six lines, some in one of this many groups."""
    one = st.builds(
        line,
        module=st.sampled_from(["CORE", "COMMON"]),
        credits=st.sampled_from([None, 100, 100, 200, 300]),
        hours=st.sampled_from([None, 0, 16, 32, 48]),
        is_counted=st.sampled_from([True, True, True, False]),
        group=st.sampled_from([None, *range(1, groups + 1)]),
        option=st.sampled_from(["一", "二", "三", None]),
    )
    return st.lists(one, max_size=6).map(tuple)


@st.composite
def plans(draw):
    """Draw up to six lines, some without credits or hours, some in up to two groups."""
    groups = tuple(
        ChoiceGroup(
            number,
            kind,
            "组",
            AT,
            draw(st.integers(1, 2)) if kind == "CHOOSE_ONE" else None,
            draw(st.sampled_from([None, 100, 200, 300, 400])) if kind == "CHOOSE_CREDITS" else None,
            (),
        )
        for number, kind in enumerate(draw(st.lists(st.sampled_from(KINDS), max_size=2)), 1)
    )
    return PlanReading(PlanHead(), (), draw(lines_of(len(groups))), groups, (), (), (), (), (), (), (), (), ())


def choices_by_hand(plan):
    """Give every set of lines that a student may take. Credits that are not stated may be any: so may the lines."""
    counted = [at for at, each in enumerate(plan.lines) if each.is_counted]
    ways = []
    for group in plan.groups:
        members = [at for at in counted if plan.lines[at].group == group.number]
        if group.kind == "CHOOSE_CREDITS" and (not group.credits or None in {plan.lines[at].credits for at in members}):
            sizes = range(len(members) + 1)
            ways.append([set(each) for size in sizes for each in itertools.combinations(members, size)])
            continue
        places = {id(plan.lines[at]): at for at in members}
        # Alternatives come back as copies with the figures of the first: which they are does not matter here.
        if group.kind == "ALTERNATIVES":
            ways.append([{at} for at in members] or [set()])
        else:
            chosen = ways_of(group, [plan.lines[at] for at in members])
            ways.append([{places[id(line)] for line in each} for each in chosen])
    fixed = {at for at in counted if plan.lines[at].group is None}
    return [fixed.union(*each) for each in itertools.product(*ways)]


def figure_by_hand(plan, at, name):
    """Give the figure of a line; of alternatives, that of the first that counts."""
    line = plan.lines[at]
    if line.group and plan.groups[line.group - 1].kind == "ALTERNATIVES":
        line = next(each for each in plan.lines if each.is_counted and each.group == line.group)
    return getattr(line, name)


def by_hand(plan, name, modules):
    sums = []
    for chosen in choices_by_hand(plan):
        values = [figure_by_hand(plan, at, name) for at in chosen if plan.lines[at].module in modules]
        sums.append((sum(each or 0 for each in values), sum(OPEN if each is None else each for each in values)))
    most = max(high for _, high in sums)
    return Interval(min(low for low, _ in sums), None if most >= OPEN else most)


def distinct(plan):
    """The same plan with lines that differ by their names."""
    lines = [each._replace(name=f"课程{at}") for at, each in enumerate(plan.lines)]
    return plan._replace(lines=tuple(lines))


@pytest.mark.slow
@settings(max_examples=400)
@given(plan=plans().map(distinct))
def test_an_interval_is_that_of_all_choices_tried_one_by_one(plan):
    for name, figure in (("hours", hours_of), ("credits", credits_of)):
        assert interval(plan.lines, plan.groups, figure) == by_hand(plan, name, {"CORE", "COMMON"})


@settings(max_examples=400)
@given(plan=plans().map(distinct))
def test_of_a_module_what_is_chosen_elsewhere_is_not_taken(plan):
    for module in ("CORE", "COMMON"):
        own = tuple(each for each in plan.lines if each.module == module)
        assert interval_within(plan, own, hours_of) == by_hand(plan, "hours", {module})
        assert taken(plan, own)["credits"] == by_hand(plan, "credits", {module})


@settings(max_examples=200)
@given(plan=plans().map(distinct))
def test_rules_and_totals_count_the_same(plan):
    hours = taken(plan, plan.lines)["hours"]

    assert finding(rule("HOURS", measureLeast="0"), plan.lines, plan.groups).measured == MeasuredSpan(*hours)


def test_a_line_without_credits_may_be_one_of_those_chosen():
    group = ChoiceGroup(1, "CHOOSE_CREDITS", "选修", AT, None, 200, ())
    lines = [
        PlanLine(AT, name, credits=points, hours=hours, group=1)
        for name, points, hours in (("甲", 200, 32), ("乙", None, 48))
    ]

    assert interval(lines, [group], hours_of) == Interval(0, 80)
    assert interval(lines[:1], [group], hours_of) == Interval(32, 32)


def test_a_total_asks_its_own_lines_and_those_of_their_groups_alone():
    groups = tuple(ChoiceGroup(at, "CHOOSE_ONE", f"任选{at}", AT, 1, None, ("一", "二")) for at in (1, 2))
    lines = [line(name=f"课程{at}", hours=16) for at in range(50)]
    lines += [line(name=f"选修{at}", hours=32, group=at % 2 + 1, option="一二"[at // 2]) for at in range(4)]
    plan = PlanReading(PlanHead(), (), tuple(lines), groups, (), (), (), (), (), (), (), (), ())
    asked = []

    def figure(each):
        asked.append(each.name)
        return hours_of(each)

    assert interval_within(plan, lines[:3], figure) == Interval(48, 48)
    assert asked == ["课程0", "课程1", "课程2"]
    assert interval_within(plan, [lines[0], lines[50]], figure) == Interval(16, 48)
    assert sorted(asked[3:]) == ["课程0", "选修0", "选修2"]


@pytest.mark.parametrize(("choose", "credits_taken"), [(1, (200, 400)), (2, (500, 700)), (3, (900, 900))])
def test_a_line_that_names_no_option_is_an_option_by_itself(choose, credits_taken):
    group = ChoiceGroup(1, "CHOOSE_ONE", "组", AT, choose, None, ())
    lines = [line(credits=each, group=1) for each in (200, 300, 400)]
    assert interval(lines, [group], credits_of) == credits_taken
