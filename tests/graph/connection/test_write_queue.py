"""Writes of one process: in their order, one at a time, and one raise of the revision for several."""

import asyncio

import pytest

from graph.connection.shared_turn import SharedTurn
from graph.connection.write_queue import Made, WriteQueue
from graph.database_errors import GraphBusyError, WriteConflictError
from tests.waiting import turns


class Ledger:
    """Makes writes that wait until they may end, and notes what happens in which order."""

    def __init__(self, within_s: float = 60.0, shared: SharedTurn | None = None) -> None:
        self.notes: list[str] = []
        self.followed: dict[str, bool] = {}
        self.first_begins, self.may_end = asyncio.Event(), asyncio.Event()
        self.settling, self.may_settle = asyncio.Event(), asyncio.Event()
        self.may_settle.set()
        self.queue = WriteQueue(self.settle, within_s, shared)

    async def settle(self) -> None:
        self.settling.set()
        await self.may_settle.wait()
        self.notes.append("settled")

    def write(self, name: str, error: Exception | None = None, *, is_settled: bool = False) -> asyncio.Task[str]:
        async def make() -> Made[str]:
            self.notes.append(f"{name} begins")
            self.first_begins.set()
            await self.may_end.wait()
            self.notes.append(f"{name} ends")
            if error:
                raise error
            self.followed[name] = self.queue.is_followed()
            return Made(name, is_settled)

        async def acknowledged() -> str:
            answer = await self.queue.run(make)
            self.notes.append(f"{name} acknowledged")
            return answer

        return asyncio.create_task(acknowledged())


async def test_one_at_a_time_and_the_next_commit_settles_the_one_before():
    ledger = Ledger()
    tasks = [ledger.write(each) for each in "abc"]
    await ledger.first_begins.wait()
    ledger.may_end.set()

    assert await asyncio.gather(*tasks) == ["a", "b", "c"]
    begun_and_ended = [each for each in ledger.notes if "acknowledged" not in each]
    assert begun_and_ended == ["a begins", "a ends", "b begins", "b ends", "c begins", "c ends", "settled"]
    assert ledger.notes.index("a acknowledged") > ledger.notes.index("b ends")
    assert ledger.notes[-1] == "c acknowledged"


async def test_a_write_knows_whether_another_follows_that_is_still_waited_for():
    ledger = Ledger()
    first, left, last = (ledger.write(each) for each in "abc")
    await ledger.first_begins.wait()
    left.cancel()
    ledger.may_end.set()

    assert [await first, await last] == ["a", "c"]
    assert ledger.followed == {"a": True, "c": False}


async def test_a_write_that_was_settled_with_its_commit_is_acknowledged_at_once():
    ledger = Ledger()
    tasks = [ledger.write("a"), ledger.write("b", is_settled=True)]
    await ledger.first_begins.wait()
    ledger.may_end.set()

    assert await asyncio.gather(*tasks) == ["a", "b"]
    assert ledger.notes[:4] == ["a begins", "a ends", "b begins", "b ends"]
    assert sorted(ledger.notes[4:]) == ["a acknowledged", "b acknowledged"]


async def test_a_write_that_fails_settles_nothing_and_the_one_before_is_settled_for_itself():
    ledger = Ledger()
    good, bad = ledger.write("a"), ledger.write("b", WriteConflictError())
    await ledger.first_begins.wait()
    ledger.may_end.set()

    with pytest.raises(WriteConflictError):
        await bad
    assert await good == "a"
    assert ledger.notes == ["a begins", "a ends", "b begins", "b ends", "settled", "a acknowledged"]


async def test_whose_turn_does_not_come_in_time_is_refused_and_not_made():
    ledger = Ledger(within_s=0.01)
    first = ledger.write("a")
    await ledger.first_begins.wait()

    with pytest.raises(GraphBusyError):
        await ledger.write("b")

    ledger.may_end.set()
    assert await first == "a"
    assert ledger.notes == ["a begins", "a ends", "settled", "a acknowledged"]


async def test_who_leaves_before_its_turn_is_not_made_and_who_leaves_later_is():
    ledger = Ledger()
    begun, waiting, last = (ledger.write(each) for each in "abc")
    await ledger.first_begins.wait()
    begun.cancel()
    waiting.cancel()
    ledger.may_end.set()

    assert await last == "c"
    assert begun.cancelled()
    assert waiting.cancelled()
    assert ledger.notes == ["a begins", "a ends", "c begins", "c ends", "settled", "c acknowledged"]


async def test_at_the_end_no_one_waits_for_ever():
    ledger = Ledger()
    tasks = [ledger.write(each) for each in "ab"]
    await ledger.first_begins.wait()

    ledger.queue.close()

    assert [type(each) for each in await asyncio.gather(*tasks, return_exceptions=True)] == [asyncio.CancelledError] * 2
    assert ledger.notes == ["a begins"]


async def test_at_the_end_who_is_next_does_not_wait_for_ever_while_another_is_settled():
    ledger = Ledger()
    ledger.may_settle.clear()
    good, bad, following = ledger.write("a"), ledger.write("b", WriteConflictError()), ledger.write("c")
    await ledger.first_begins.wait()
    ledger.may_end.set()
    await ledger.settling.wait()

    ledger.queue.close()

    # The commit of the first stands, whether it was settled or not.
    answers = await asyncio.gather(good, bad, following, return_exceptions=True)
    assert [each if isinstance(each, str) else type(each) for each in answers] == [
        "a",
        WriteConflictError,
        asyncio.CancelledError,
    ]


async def test_a_write_is_acknowledged_before_another_process_takes_the_turn(tmp_path):
    ledger, other = Ledger(shared=SharedTurn(tmp_path / "lock")), SharedTurn(tmp_path / "lock")
    first, second = ledger.write("a"), ledger.write("b")
    await ledger.first_begins.wait()
    entered, may_leave = asyncio.Event(), asyncio.Event()

    async def write() -> None:
        async with other.taken():
            entered.set()
            await may_leave.wait()

    others = asyncio.create_task(write())
    await turns()
    ledger.may_end.set()
    await entered.wait()

    assert await first == "a"
    assert ledger.notes == ["a begins", "a ends", "settled", "a acknowledged"]
    assert ledger.followed == {"a": False}
    may_leave.set()
    assert await second == "b"
    await others


async def test_as_long_as_no_other_process_waits_the_last_of_several_is_settled_alone(tmp_path):
    ledger = Ledger(shared=SharedTurn(tmp_path / "lock"))
    tasks = [ledger.write(each) for each in "abc"]
    await ledger.first_begins.wait()
    ledger.may_end.set()

    assert await asyncio.gather(*tasks) == ["a", "b", "c"]
    assert ledger.notes.count("settled") == 1
