"""What a process keeps until its end is not looked through by the collector."""

import gc

import pytest

from graph.collector import making_what_stays, set_apart, times_set_apart


def test_the_collector_rests_while_lasting_objects_are_made_and_never_looks_through_them():
    with making_what_stays():
        made: list[object] = [[]]
        assert not gc.isenabled()

    assert gc.isenabled()
    assert not any(each is made for each in gc.get_objects())


def test_the_collector_runs_again_after_an_error():
    with pytest.raises(ZeroDivisionError), making_what_stays():
        _ = 1 // 0

    assert gc.isenabled()


def test_within_another_the_collector_goes_on_resting():
    with making_what_stays():
        with making_what_stays():
            pass
        assert not gc.isenabled()


def test_what_is_set_apart_is_never_looked_through_and_counted():
    made: list[object] = [[]]
    before = times_set_apart()

    set_apart()

    assert times_set_apart() == before + 1
    assert not any(each is made for each in gc.get_objects())
