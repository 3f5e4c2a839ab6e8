"""Counts side by side."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.counts import CountChange, compare_counts

COUNTS = st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 5), max_size=6)
ORDER = st.lists(st.sampled_from("abcdef"), unique=True)


@pytest.mark.slow
@settings(max_examples=300)
@given(before=st.none() | COUNTS, after=COUNTS, order=ORDER)
def test_every_name_is_compared_once_in_the_order_asked_for_and_then_by_name(before, after, order):
    found = compare_counts(before, after, order)

    names = [each.name for each in found]
    listed = [each for each in order if each in {*(before or ()), *after}]
    assert names[: len(listed)] == listed
    assert names[len(listed) :] == sorted(set(names) - set(order))
    assert set(names) == {*(before or ()), *after}
    for each in found:
        was = None if before is None else before.get(each.name, 0)
        assert each == CountChange(each.name, was, after.get(each.name, 0))


@settings(max_examples=200)
@given(before=st.none() | st.integers(0, 9), after=st.integers(0, 9))
def test_a_count_falls_where_there_are_fewer_and_is_not_compared_with_nothing(before, after):
    count = CountChange("a", before, after)

    if before is None:
        assert (count.difference, count.fell) == (None, None)
    else:
        assert before + count.difference == after
        assert count.fell == (after < before)
