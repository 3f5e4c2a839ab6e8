"""When the collector looks through everything, by the collector's own counts."""

import gc
import sys
import weakref
from collections.abc import Iterator

import pytest

from graph.collector import large_answer, set_apart
from server import full_collections
from server.full_collections import DUE, FEW, OVERDUE, RECENT, SET_APART, FullCollections, timely_full_collections

pytestmark = pytest.mark.usefixtures("collector_as_in_a_server")


@pytest.fixture(autouse=True)
def nothing_old() -> Iterator[None]:
    """Let no object of the tests before count, and no collection run by itself in the midst of a test."""
    gc.disable()
    gc.collect()
    gc.freeze()
    # Of nothing, so that the collector counts anew.
    gc.collect()
    yield
    # What is frozen stays so: else each later look of this process would go through all that was imported.
    gc.enable()


@pytest.fixture
def collections() -> FullCollections:
    return FullCollections()


def full_looks() -> int:
    return gc.get_stats()[2]["collections"]


def look_at_the_young(times: int) -> None:
    for _ in range(times):
        gc.collect(1)


def rows(number: int) -> list[list[int]]:
    """Make as many objects as large questions have rows."""
    return [[each] for each in range(number)]


@pytest.mark.slow
async def test_rows_that_are_alive_are_not_looked_through_again_and_again():
    gc.enable()
    async with timely_full_collections():
        before = full_looks()
        alive = rows(4 * FEW)
        assert full_looks() == before
    more = rows(4 * FEW)
    assert full_looks() > before
    assert len(alive) == len(more)


async def test_the_thresholds_are_as_before_afterwards():
    before = gc.get_threshold()
    async with timely_full_collections():
        assert gc.get_threshold()[:2] == before[:2]
    assert gc.get_threshold() == before


def test_it_is_looked_when_it_is_due_and_few_objects_are_alive(collections):
    look_at_the_young(DUE - 1)
    assert collections.collect_if_due() is False
    look_at_the_young(1)
    assert collections.collect_if_due() is True
    assert gc.get_count()[2] == 0


def test_it_is_not_looked_while_many_objects_are_alive_until_it_is_long_overdue(collections):
    alive = rows(FEW + 1)
    look_at_the_young(DUE)
    assert collections.collect_if_due() is False
    look_at_the_young(OVERDUE - DUE)
    assert collections.collect_if_due() is True
    assert len(alive) == FEW + 1


def test_what_came_to_stay_meanwhile_does_not_put_off_the_looks_after_it(collections):
    """As a directory that is read after the server began: the collector has no more to look through for it."""
    kept = rows(FEW + 1)
    gc.freeze()
    look_at_the_young(DUE)

    looked = [collections.collect_if_due() for _ in range(RECENT)]

    assert looked.index(True) == RECENT - 1
    assert len(kept) == FEW + 1


def test_it_is_not_looked_while_the_rows_of_a_large_answer_are_alive_until_it_is_long_overdue(collections):
    with large_answer():
        look_at_the_young(DUE)
        assert collections.collect_if_due() is False
        look_at_the_young(OVERDUE - DUE)
        assert collections.collect_if_due() is True
        look_at_the_young(DUE)
        assert collections.collect_if_due() is False
    assert collections.collect_if_due() is True


def test_the_rows_of_a_large_answer_are_never_taken_for_what_is_always_there(collections):
    with large_answer():
        alive = rows(FEW + 1)
        look_at_the_young(DUE)
        for _ in range(RECENT + 1):
            assert collections.collect_if_due() is False
    assert collections.collect_if_due() is False
    assert len(alive) == FEW + 1


def test_it_is_looked_again_when_the_many_have_gone(collections):
    alive = rows(FEW + 1)
    look_at_the_young(DUE)
    assert collections.collect_if_due() is False
    alive.clear()
    assert collections.collect_if_due() is True


def test_what_became_old_and_refers_to_itself_is_freed(collections):
    class Node:
        freed = 0

        def __init__(self) -> None:
            self.itself = self

        def __del__(self) -> None:
            Node.freed += 1

    node = Node()
    look_at_the_young(DUE)
    del node
    assert Node.freed == 0
    assert collections.collect_if_due() is True
    assert Node.freed == 1


def test_what_a_look_has_left_is_not_looked_through_again(collections):
    """As what caches hold: with it the next look would be put off until it is overdue, and then take long."""
    alive = rows(FEW + 1)
    look_at_the_young(OVERDUE)
    assert collections.collect_if_due() is True
    assert gc.get_objects(generation=2) == []

    look_at_the_young(DUE)
    assert collections.collect_if_due() is True
    assert len(alive) == FEW + 1


def test_what_a_cache_holds_anew_is_not_looked_through_again(collections, monkeypatch):
    """As many blocks as before, and none of them set apart: only how long the look took shows it."""
    monkeypatch.setattr(full_collections, "LONG_S", 0.0001)
    cache = rows(2 * SET_APART)
    look_at_the_young(DUE)
    assert collections.collect_if_due() is True
    for place in range(len(cache)):
        cache[place] = [place]
    assert len(gc.get_objects()) >= len(cache)

    look_at_the_young(DUE)
    assert collections.collect_if_due() is True
    assert gc.get_objects(generation=2) == []


def test_a_request_under_way_is_freed_by_the_next_look_though_it_leaves_a_ring(collections):
    class Request:
        def __init__(self) -> None:
            self.itself = self

    under_way = [Request()]
    is_alive = weakref.ref(under_way[0])
    for alive in (True, False):
        look_at_the_young(DUE)
        assert collections.collect_if_due() is True
        assert (is_alive() is not None) is alive
        under_way.clear()


def test_what_a_cache_drops_is_freed_though_it_was_left(collections):
    class Kept:
        pass

    kept = Kept()
    is_alive = weakref.ref(kept)
    look_at_the_young(DUE)
    collections.collect_if_due()
    del kept

    assert is_alive() is None


@pytest.mark.slow
def test_rings_that_formed_among_what_was_left_are_freed_when_much_was_left(collections, monkeypatch):
    class Node:
        def __init__(self) -> None:
            self.itself = self

    node = Node()
    is_alive = weakref.ref(node)
    kept = rows(SET_APART)
    look_at_the_young(DUE)
    collections.collect_if_due()
    assert len(kept) == SET_APART
    del node
    look_at_the_young(DUE)
    collections.collect_if_due()
    assert is_alive() is not None

    monkeypatch.setattr(full_collections, "MANY", -sys.getallocatedblocks())
    look_at_the_young(DUE)
    collections.collect_if_due()
    assert is_alive() is None


def test_what_was_set_apart_as_it_came_to_stay_makes_no_look_through_everything(collections, monkeypatch):
    """A directory that is read anew is as many objects as many requests leave."""

    def look_through_everything() -> None:
        raise AssertionError("the next look took as long as the directory is large")

    monkeypatch.setattr(gc, "unfreeze", look_through_everything)
    monkeypatch.setattr(full_collections, "MANY", SET_APART)
    kept = rows(2 * SET_APART)
    set_apart()
    look_at_the_young(DUE)

    assert collections.collect_if_due() is True
    assert len(kept) == 2 * SET_APART


def test_the_objects_of_other_threads_are_not_listed(collections, monkeypatch):
    """A tuple that a thread is making out of what is yielded cannot grow while a list of all objects has it too."""

    def listed(**_: object) -> None:
        raise AssertionError("all objects were listed")

    monkeypatch.setattr(gc, "get_objects", listed)
    look_at_the_young(DUE)

    assert collections.collect_if_due() is True
