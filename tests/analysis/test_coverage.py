"""Evidence for a requirement, and the states it leads to, against a count by hand."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.coverage import (
    COVERED,
    NOT_COVERED,
    PARTLY_COVERED,
    UNKNOWN,
    Alignment,
    CoverRule,
    Review,
    Tally,
    gather,
    grouped,
    tallies,
)

RULE = CoverRule({"MAJOR"}, {"ASSESSES"}, 0.3, 0.5)


def suggestion(kind: str = "MAJOR", role: str | None = "ASSESSES", strength: float = 0.5) -> Alignment:
    return Alignment("requirement", "course", "SUGGESTED", kind, role, strength)


def suggested(said: Alignment) -> int:
    tally = Tally()
    tally.add(UNKNOWN, gather([said], [], RULE)["requirement"])
    return tally.suggested


def test_a_suggestion_that_would_cover_if_it_were_accepted_counts_as_one():
    assert suggested(suggestion()) == 1


@pytest.mark.parametrize(
    "other",
    [suggestion(role="TEACHES"), suggestion(strength=0.2), suggestion(kind="RELATED"), suggestion("NO_MATCH", None, 0)],
)
def test_a_suggestion_that_would_not_cover_is_none(other):
    assert suggested(other) == 0


ALIGNMENT = st.builds(
    Alignment,
    requirement=st.sampled_from("uvw"),
    course=st.sampled_from("abcd"),
    status=st.sampled_from(["ACCEPTED", "ACCEPTED", "SUGGESTED"]),
    kind=st.sampled_from(["MAJOR", "RELATED", "NO_MATCH"]),
    role=st.sampled_from(["ASSESSES", "TEACHES"]),
    strength=st.sampled_from([0.2, 0.4, 0.5, 1.0]),
    tag=st.none(),
)
REVIEW = st.builds(Review, st.sampled_from("uvw"), st.sampled_from("pq"), st.none())
GROUPS = st.dictionaries(st.sampled_from("pq"), st.sets(st.sampled_from("abcd"), max_size=2), max_size=2)
COLUMNS = st.dictionaries(st.sampled_from(["one", "two"]), st.sets(st.sampled_from("uvwxyz")), max_size=2)
HOURS = st.dictionaries(st.sampled_from("abcd"), st.none() | st.integers(0, 90))


def state_by_hand(requirement: str, said: list[Alignment], reviews: list[Review], groups: dict) -> str:
    about = [each for each in said if each.requirement == requirement]
    if evidence := covering(about, "ACCEPTED"):
        return COVERED if max(each.strength for each in evidence) >= RULE.sufficient else PARTLY_COVERED
    without = {each.course for each in about if each.status == "ACCEPTED" and each.kind == "NO_MATCH"}
    closed = {each.holder for each in reviews if each.requirement == requirement}
    closed |= {holder for holder, courses in groups.items() if courses and courses <= without}
    return NOT_COVERED if groups and set(groups) <= closed else UNKNOWN


def covering(about: list[Alignment], status: str) -> list[Alignment]:
    return [
        each
        for each in about
        if (each.status, each.kind, each.role) == (status, "MAJOR", "ASSESSES") and each.strength >= RULE.least
    ]


@pytest.mark.slow
@settings(max_examples=300)
@given(
    said=st.lists(ALIGNMENT, max_size=8),
    reviews=st.lists(REVIEW, max_size=4),
    groups=GROUPS,
    columns=COLUMNS,
    hours=HOURS,
)
def test_each_column_counts_the_states_of_its_requirements(said, reviews, groups, columns, hours):
    found = tallies(gather(said, reviews, RULE), groups, columns)

    assert set(found) == set(columns)
    for column, requirements in columns.items():
        states = {each: state_by_hand(each, said, reviews, groups) for each in requirements}
        counts = Counter(states.values())
        suggested = {
            each.requirement for each in covering(said, "SUGGESTED") if states.get(each.requirement) == UNKNOWN
        }
        shown = *(counts[each] for each in (COVERED, PARTLY_COVERED, NOT_COVERED, UNKNOWN)), len(suggested)
        shares = counts[COVERED] / (len(states) or 1), 1 - counts[NOT_COVERED] / (len(states) or 1)
        courses = {each.course for each in covering(said, "ACCEPTED") if each.requirement in requirements}
        known = [hours.get(each) for each in courses]
        expected = (len(states), *shown, *map(pytest.approx, shares)) if states else (None,) * 8
        assert found[column].counts() == expected
        assert found[column].courses == courses
        proofs = [each for each in covering(said, "ACCEPTED") if each.requirement in requirements]
        assert found[column].strength == max((each.strength for each in proofs), default=None)
        assert found[column].kinds == {each.kind for each in proofs}
        assert found[column].roles == {each.role for each in proofs}
        assert found[column].hours(hours) == (None if not known or None in known else sum(known))


@settings(max_examples=200)
@given(
    courses=st.lists(st.tuples(st.sampled_from("abcd"), st.sets(st.sampled_from("pq"))), max_size=6),
    holders=st.sets(st.sampled_from("pqr")),
)
def test_courses_stand_under_every_holder_and_those_without_one_under_none(courses, holders):
    pairs = {(holder, course) for course, held_by in courses for holder in held_by or {""}}

    found = grouped(courses, holders)

    assert set(found) == holders | {holder for holder, _ in pairs}
    assert {(holder, course) for holder, under in found.items() for course in under} == pairs
