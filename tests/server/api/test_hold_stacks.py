"""At debug level the log says what held an event loop, and how long a collection of garbage stopped all."""

import gc
import logging
import time
import weakref
from collections.abc import Iterator

import pytest

from server.api import hold_stacks
from server.api.hold_stacks import LONG_S, HoldStacks


@pytest.fixture
def stacks(caplog) -> Iterator[HoldStacks]:
    caplog.set_level(logging.DEBUG, "oneplusx")
    made = HoldStacks()
    yield made
    made.stop()


def work_for(seconds: float) -> None:
    """Work for so long, in processor time."""
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        pass


def test_a_long_hold_is_logged_once_with_what_was_done(stacks, caplog):
    while "work_for" not in caplog.text:
        work_for(2 * LONG_S)

    assert caplog.text.count("the event loop is held for") == 1


def test_what_was_worked_on_is_not_kept(stacks, caplog):
    class Rows(list[int]):
        """A list that can be watched."""

    def hold() -> weakref.ref[Rows]:
        rows = Rows([1])
        while "work_for" not in caplog.text:
            work_for(2 * LONG_S)
        return weakref.ref(rows)

    watched = hold()
    # The thread that looks goes on to its next look.
    while "the collection" not in caplog.text:
        stacks._collections.append((2, 50.0))
        time.sleep(0.01)

    assert watched() is None


def test_a_loop_that_has_its_turns_is_not_logged(stacks, caplog):
    for _ in range(6):
        work_for(LONG_S / 4)
        stacks.beat()

    assert caplog.text == ""


def test_a_long_collection_is_logged(stacks, caplog, monkeypatch):
    monkeypatch.setattr(hold_stacks, "LONG_S", 0.0)
    while "the collection" not in caplog.text:
        gc.collect()

    assert "the collection of generation 2 stopped all threads for" in caplog.text


def test_nothing_is_logged_after_the_stop(caplog, monkeypatch):
    caplog.set_level(logging.DEBUG, "oneplusx")
    monkeypatch.setattr(hold_stacks, "LONG_S", 0.0)
    before = list(gc.callbacks)
    HoldStacks().stop()
    caplog.clear()
    gc.collect()

    assert caplog.text == ""
    assert gc.callbacks == before


@pytest.mark.parametrize(("level", "is_made"), [(logging.DEBUG, True), (logging.INFO, False)])
def test_it_looks_at_debug_level_only(level, is_made, caplog):
    caplog.set_level(level, "oneplusx")

    made = hold_stacks.hold_stacks()

    assert (made is not None) == is_made
    if made:
        made.stop()
