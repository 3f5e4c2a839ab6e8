"""Intervals and verdicts equal what all admissible choices and all completions give."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.percentages import hundredths_of_percent
from analysis.training_plans.compliance.finding import MeasuredSpan
from tests.analysis.training_plans.compliance.made_plans import finding, group, line, rule

MODULES = ("COMMON", "CORE")
NATURES = ("REQUIRED", "ELECTIVE")
KINDS = ("CHOOSE_ONE", "CHOOSE_CREDITS", "ALTERNATIVES")
CASES = 200


@st.composite
def plans(draw):
    """Draw up to six lines, some of them in up to two groups."""
    kinds = draw(st.lists(st.sampled_from(KINDS), max_size=2))
    groups = [
        group(
            number,
            kind,
            choose=draw(st.sampled_from([None, 1, 2])) if kind == "CHOOSE_ONE" else None,
            credits_=draw(st.sampled_from([100, 200, 300, 400])) if kind == "CHOOSE_CREDITS" else None,
        )
        for number, kind in enumerate(kinds, 1)
    ]
    lines = []
    for index in range(draw(st.integers(1, 6))):
        hours = draw(st.sampled_from([0, 16, 32, 48]))
        lines.append(
            line(
                f"课程{'甲乙丙丁戊己'[index]}",
                hours=hours,
                credits=draw(st.sampled_from([100, 200, 300])),
                practice_hours=draw(st.sampled_from([None, 0, hours // 2])),
                module=draw(st.sampled_from([*MODULES, None])),
                nature=draw(st.sampled_from([*NATURES, None])),
                is_counted=draw(st.sampled_from([True, True, True, False])),
                group=draw(st.sampled_from([None, *range(1, len(groups) + 1)])),
                option=draw(st.sampled_from(["一", "二", "三", None])),
            )
        )
    return lines, groups


def admissible(lines, groups):
    """Give each set of lines that a student may take."""
    counted = [each for each in lines if each.is_counted]
    fixed = [each for each in counted if each.group is None]
    ways = [ways_of(one, [each for each in counted if each.group == one.number]) for one in groups]
    for chosen in itertools.product(*ways):
        yield fixed + [each for part in chosen for each in part]


def ways_of(one, members):
    if not members:
        return [[]]
    if one.kind == "ALTERNATIVES":
        first = members[0]
        figures = {"hours": first.hours, "credits": first.credits, "practice_hours": first.practice_hours}
        return [[each._replace(**figures)] for each in members]
    if one.kind == "CHOOSE_CREDITS":
        subsets = [list(each) for size in range(len(members) + 1) for each in itertools.combinations(members, size)]
        exact = [each for each in subsets if sum(one.credits for one in each) == one.credits]
        return exact or subsets
    options = {}
    for index, each in enumerate(members):
        options.setdefault(each.option or index, []).append(each)
    take = min(one.choose or 1, len(options))
    return [list(itertools.chain(*each)) for each in itertools.combinations(options.values(), take)]


def completions(lines):
    """Give each way to fill in modules and natures."""
    for filled in itertools.product(
        *(
            itertools.product([one.module] if one.module else MODULES, [one.nature] if one.nature else NATURES)
            for one in lines
        )
    ):
        yield [one._replace(module=module, nature=nature) for one, (module, nature) in zip(lines, filled, strict=True)]


def hours_of(lines):
    return sum(each.hours for each in lines if each.module == "COMMON")


def credits_of(lines):
    return sum(each.credits for each in lines if each.nature == "ELECTIVE")


def count_of(lines):
    return sum(each.module == "CORE" for each in lines)


def by_values(values, least, most):
    """Judge by all values, bound by bound."""
    if all(each < least for each in values) or all(each > most for each in values):
        return "FAIL"
    return "PASS" if all(least <= each <= most for each in values) else "UNKNOWN"


SUMS = {
    "HOURS": ({"modules": ["COMMON"]}, hours_of, (32, 96), 1),
    "CREDITS": ({"natures": ["ELECTIVE"]}, credits_of, (2, 4), 100),
    "COURSES": ({"modules": ["CORE"]}, count_of, (1, 2), 1),
}


@pytest.mark.slow
@settings(max_examples=CASES)
@pytest.mark.parametrize("measure", SUMS)
@given(plan=plans())
def test_sums_equal_brute_force(measure, plan):
    lines, groups = plan
    scope, value, (least, most), unit = SUMS[measure]
    values = [value(done) for taken in admissible(lines, groups) for done in completions(taken)]

    found = finding(rule(measure, measureLeast=str(least), measureMost=str(most), **scope), lines, groups)

    assert found.measured == MeasuredSpan(min(values), max(values))
    assert found.verdict == by_values(values, least * unit, most * unit)


def practice_of(one):
    return range(0, one.hours + 1, 8) if one.practice_hours is None else [one.practice_hours]


@pytest.mark.slow
@settings(max_examples=CASES)
@pytest.mark.parametrize("bounds", [("1/4", None), (None, "1/2"), ("2/3", None), ("1/10", "3/5")])
@given(plan=plans())
def test_shares_equal_brute_force(bounds, plan):
    lines, groups = plan
    done = [each for taken in admissible(lines, groups) for each in completions(taken)]
    shares = [(hours_of(each), sum(one.hours for one in each)) for each in done]

    found = finding(
        rule("HOURS_SHARE", measureLeast=bounds[0], measureMost=bounds[1], modules=["COMMON"]), lines, groups
    )

    assert_share(found, shares, bounds)


@pytest.mark.slow
@settings(max_examples=CASES)
@given(plan=plans())
def test_the_share_of_practice_equals_brute_force(plan):
    lines, groups = plan
    # Without a module a line may be practice as a whole.
    lines = [each._replace(module=each.module or "CORE") for each in lines]
    shares = [
        (sum(practice), sum(one.hours for one in taken))
        for taken in admissible(lines, groups)
        for practice in itertools.product(*(sorted({min(practice_of(one)), max(practice_of(one))}) for one in taken))
    ]

    assert_share(finding(rule("PRACTICE_SHARE", measureLeast="1/2"), lines, groups), shares, ("1/2", None))


def assert_share(found, shares, bounds):
    least, most = ([int(each) for each in (text or "0/1").split("/")] for text in bounds)
    below = [part * least[1] < whole * least[0] for part, whole in shares]
    above = [bool(bounds[1]) and part * most[1] > whole * most[0] for part, whole in shares]
    wanted = "FAIL" if all(below) or all(above) else "UNKNOWN" if any(below) or any(above) else "PASS"
    assert found.verdict == wanted
    assert found.part == MeasuredSpan(min(part for part, _ in shares), max(part for part, _ in shares))
    assert found.whole == MeasuredSpan(min(whole for _, whole in shares), max(whole for _, whole in shares))
    if found.whole.least:
        hundredths = [hundredths_of_percent(part, whole) for part, whole in shares]
        assert found.measured == MeasuredSpan(min(hundredths), max(hundredths))
