"""Writes of several processes, each with a lock of its own on the same file, as the system sees them."""

import asyncio

from graph.connection.database import Database, Statement
from graph.connection.shared_turn import WAIT_S, SharedTurn
from tests.waiting import later, turns, until


async def test_one_process_writes_at_a_time(tmp_path):
    writing = most = 0

    async def write(turn: SharedTurn) -> None:
        nonlocal writing, most
        for _ in range(5):
            async with turn.taken():
                writing += 1
                most = max(most, writing)
                await turns()
                writing -= 1

    await asyncio.gather(*(write(SharedTurn(tmp_path / "lock")) for _ in range(3)))
    assert most == 1


async def test_a_process_that_writes_without_a_pause_overtakes_no_other(tmp_path):
    order: list[str] = []
    busy, other = SharedTurn(tmp_path / "lock"), SharedTurn(tmp_path / "lock")

    async def write(turn: SharedTurn, name: str) -> None:
        async with turn.taken():
            order.append(name)

    async with busy.taken():
        waiting = asyncio.create_task(write(other, "other"))
        await turns()
    for _ in range(3):
        await write(busy, "busy")
    await waiting
    assert order == ["other", "busy", "busy", "busy"]


async def test_a_process_goes_on_without_the_turn_where_another_writes_for_long(tmp_path):
    entered = asyncio.Event()

    async def write(turn: SharedTurn) -> None:
        async with turn.taken():
            entered.set()

    async with SharedTurn(tmp_path / "lock").taken():
        waiting = asyncio.create_task(write(SharedTurn(tmp_path / "lock")))
        await turns()
        assert not entered.is_set()
        with later(WAIT_S):
            await until(entered.is_set)
        await waiting


async def test_the_turn_is_wanted_while_another_waits_or_where_it_is_not_ours(tmp_path):
    ours, other = SharedTurn(tmp_path / "lock"), SharedTurn(tmp_path / "lock")

    async def write() -> None:
        async with other.taken():
            pass

    assert ours.is_wanted()
    async with ours.taken():
        assert not ours.is_wanted()
        waiting = asyncio.create_task(write())
        await turns()
        assert ours.is_wanted()
    await waiting


async def test_the_folder_is_made_for_its_owner_alone(tmp_path):
    async with SharedTurn(tmp_path / "data" / "lock").taken():
        modes = [each.stat().st_mode & 0o777 for each in (tmp_path / "data", tmp_path / "data" / "lock")]
    assert modes == [0o700, 0o600]


async def test_where_no_lock_can_be_made_no_one_is_kept_from_writing(tmp_path):
    (tmp_path / "file").touch()
    entered = 0
    for _ in range(2):
        async with SharedTurn(tmp_path / "file" / "lock").taken():
            entered += 1
    assert entered == 2


async def test_writes_of_two_processes_are_each_made_once(database, tmp_path):
    """On the embedded engine one of two at once would begin again."""
    tries = 0
    await database.write(lambda writer: writer.run(Statement("CREATE (:Turn {id: 'Turn:1', count: 0})")))

    async def work(writer) -> None:
        nonlocal tries
        tries += 1
        ((count,),) = await writer.run(Statement("MATCH (t:Turn) RETURN t.count"))
        await writer.run(Statement("MATCH (t:Turn) SET t.count = $count", {"count": count + 1}))

    lock = tmp_path / "lock"
    async with (
        Database.open(database.address, database.limits, write_lock=lock) as one,
        Database.open(database.address, database.limits, write_lock=lock) as other,
    ):
        await asyncio.gather(*(each.write(work) for each in (one, other) for _ in range(5)))
    assert await database.read(Statement("MATCH (t:Turn) RETURN t.count")) == [[10]]
    assert tries == 10
