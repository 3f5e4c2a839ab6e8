"""Which courses could go, against sets counted by hand."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.redundancy import Carried, Overlap, carried_alone, carriers, overlaps, removable_together

CARRIED = st.dictionaries(st.sampled_from("abcdefgh"), st.sets(st.sampled_from("uvwxyz")), max_size=8)
often = settings(max_examples=300)


def left(carried: Carried, gone: set[str]) -> set[str]:
    """What is still carried without some courses."""
    return set().union(*(each for course, each in carried.items() if course not in gone))


@often
@given(carried=CARRIED)
def test_carriers_and_what_is_carried_alone(carried):
    everything = left(carried, set())

    assert carriers(carried) == {
        each: [course for course, requirements in carried.items() if each in requirements] for each in everything
    }
    assert carried_alone(carried) == {course: everything - left(carried, {course}) for course in carried}


@often
@given(carried=CARRIED)
def test_nothing_is_lost_without_what_could_go_and_no_more_could_go(carried):
    everything = left(carried, set())

    chosen = removable_together(carried)

    assert left(carried, set(chosen)) == everything
    assert all(carried[each] for each in chosen)
    assert chosen == [each for each in carried if each in chosen]
    for each in carried:
        if each not in chosen and carried[each]:
            assert left(carried, {*chosen, each}) != everything


def test_those_that_carry_least_go_first_and_of_equal_ones_the_first():
    assert removable_together({"a": {"u", "v"}, "b": {"u"}, "c": {"v"}}) == ["b", "c"]
    assert removable_together({"a": {"u"}, "b": {"u"}, "c": set()}) == ["a"]


@often
@given(carried=CARRIED, least=st.sampled_from([0.0, 0.3, 0.5, 1.0]))
def test_overlaps_are_those_of_all_pairs_the_highest_first(carried, least):
    expected = [
        Overlap(a, b, frozenset(carried[a] & carried[b]), frozenset(carried[a] - carried[b]), only_b)
        for a, b in combinations(carried, 2)
        if (both := len(carried[a] & carried[b])) and both / len(carried[a] | carried[b]) >= least
        for only_b in [frozenset(carried[b] - carried[a])]
    ]
    expected.sort(key=lambda each: (-each.jaccard, -len(each.shared)))

    assert overlaps(carried, least) == expected
    assert [each.jaccard for each in expected] == [
        len(each.shared) / len(carried[each.a] | carried[each.b]) for each in expected
    ]
