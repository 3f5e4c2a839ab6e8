"""Plans gathered elsewhere, with the reading that is expected of them; skipped where they do not lie next to us."""

import pytest

from bench.plans_import import GATHERED, compare_fixture, compare_gathered

FIXTURES = sorted((GATHERED / "fixtures").glob("D*.expected.json"))
PLANS = sorted((GATHERED / "real").glob("*_courses.csv"))


def whole(counts):
    return [each for each in counts if each.partition("/")[0] != each.partition("/")[2]]


@pytest.mark.slow
@pytest.mark.skipif(not FIXTURES, reason=f"{GATHERED} has no plans with expected readings")
@pytest.mark.parametrize("expected", FIXTURES, ids=lambda each: each.name)
def test_each_field_of_each_line_is_read_as_expected(expected):
    figures = compare_fixture(expected)

    assert (figures.pop("wrong"), figures.pop("more_lines"), whole(figures.values())) == ([], 0, [])


@pytest.mark.skipif(not PLANS, reason=f"{GATHERED} has no plans of colleges")
@pytest.mark.parametrize("courses", PLANS, ids=lambda each: each.name)
def test_each_row_total_and_certificate_of_a_colleges_plan_is_read(courses):
    assert {name: each["missing"] for name, each in compare_gathered(courses).items() if each["missing"]} == {}
