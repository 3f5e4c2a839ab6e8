"""Courses side by side, against sets counted by hand."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.comparison import NamedCourse, Shares, by_name, comparable, shares, sum_of_known

NAMES = ["护理管理", "护理管理学", "化学", "化", "ＷＥＢ开发", "Web 开发", "数据库"]
ALIKE = {"护理管理学": "护理管理", "Web 开发": "ＷＥＢ开发"}
COURSES = st.lists(
    st.builds(NamedCourse, st.uuids().map(str), st.sampled_from(NAMES), st.sampled_from([None, None, "p", "q"])),
    max_size=10,
)
often = settings(max_examples=300)


@pytest.mark.parametrize("one", NAMES)
def test_names_are_one_where_only_spelling_or_a_suffix_parts_them(one):
    same = [each for each in NAMES if comparable(each) == comparable(one)]

    assert same == [each for each in NAMES if ALIKE.get(each, each) == ALIKE.get(one, one)]


@often
@given(courses=COURSES)
def test_courses_of_one_name_stand_together_in_the_order_given(courses):
    def of(name: str) -> list[NamedCourse]:
        return [each for each in courses if ALIKE.get(each.name, each.name) == name]

    firsts = list(dict.fromkeys(ALIKE.get(each.name, each.name) for each in courses))

    found = by_name(courses)

    assert [each.name for each in found] == [of(name)[0].name for name in firsts]
    assert [each.in_standard for each in found] == [[one for one in of(name) if one.plan is None] for name in firsts]
    assert [each.in_plans for each in found] == [[one for one in of(name) if one.plan] for name in firsts]


@often
@given(courses=COURSES, plan=st.sampled_from(["p", "q", "none"]))
def test_shares_count_names_and_not_courses(courses, plan):
    def names(of: str | None) -> set[str]:
        return {ALIKE.get(each.name, each.name) for each in courses if each.plan == of}

    here, there = names(plan), names(None)

    assert shares(by_name(courses), plan) == Shares(len(here & there), len(here - there), len(there - here))


@settings(max_examples=200)
@given(known=st.lists(st.integers(0, 500)), unknown=st.integers(0, 3), data=st.data())
def test_a_sum_is_of_what_is_known_and_unknown_where_nothing_is(known, unknown, data):
    values = data.draw(st.permutations([*known, *[None] * unknown]))

    assert sum_of_known(values) == (sum(known) if known else None)
