"""Ids that change in blocks are as a sorted list is."""

from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.query import sorted_ids
from graph.query.sorted_ids import IN_A_BLOCK, SortedIds

IDS = st.integers(0, 40).map("Course:{:02}".format)
CHANGES = st.dictionaries(IDS, st.sampled_from([None, "entry"]), max_size=12)


@pytest.fixture(scope="module", autouse=True)
def small_blocks():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sorted_ids, "IN_A_BLOCK", 3)
        yield


@given(first=st.sets(IDS), then=st.lists(CHANGES, max_size=6), asked=IDS, limit=st.integers(0, 5))
def test_they_are_as_a_sorted_list(first, then, asked, limit):
    kept, found = set(first), SortedIds(sorted(first))
    for changes in then:
        before = list(found)
        new = found.changed(changes)
        assert list(found) == before
        kept = (kept | {each for each, entry in changes.items() if entry}) - {
            each for each, entry in changes.items() if not entry
        }
        found = new
    ordered = sorted(kept)

    assert (len(found), list(found)) == (len(ordered), ordered)
    assert (asked in found) == (asked in kept)
    assert found.place(asked) == sum(each < asked for each in kept)
    for place in range(len(ordered) + 2):
        assert list(islice(found.since(place), limit)) == ordered[place : place + limit]


def test_a_change_copies_one_block_and_keeps_the_others(monkeypatch):
    monkeypatch.setattr(sorted_ids, "IN_A_BLOCK", IN_A_BLOCK)
    held = SortedIds(f"Alignment:{each:06}" for each in range(100 * IN_A_BLOCK))

    new = held.changed({"Alignment:000001x": "entry"})

    assert len(new) == len(held) + 1
    assert sum(one is other for one, other in zip(new._blocks, held._blocks, strict=True)) == 99
