"""The whole directory is read in a loop of its own: the server's loop is free meanwhile."""

import asyncio
import threading
import time

import pytest

from graph.connection.directory_keeper import DirectoryKeeper, read_directory
from graph.connection.reading_apart import apart, reading_apart
from graph.database_errors import GraphUnavailableError
from graph.query.statement import Statement


async def test_the_work_is_done_in_another_thread_and_its_answer_comes_back():
    async def work() -> str:
        await asyncio.sleep(0)
        return threading.current_thread().name

    assert await apart(work) == "reading"


async def test_others_take_their_turns_while_it_counts():
    turns = 0

    async def work() -> int:
        """Count until the others have had their turns, or for ten seconds of a processor in vain."""
        end = time.thread_time() + 10
        while turns <= 20 and time.thread_time() < end:
            pass
        return turns

    reading = asyncio.create_task(apart(work))
    while not reading.done():
        await asyncio.sleep(0)
        turns += 1

    assert await reading > 20


async def test_its_error_is_raised_where_it_is_waited_for():
    async def work() -> None:
        raise GraphUnavailableError

    with pytest.raises(GraphUnavailableError):
        await apart(work)


async def test_who_gives_up_cancels_it():
    begun, ended = threading.Event(), threading.Event()

    async def work() -> None:
        begun.set()
        try:
            await asyncio.sleep(3_600)
        finally:
            ended.set()

    reading = asyncio.create_task(apart(work))
    await asyncio.to_thread(begun.wait, 10)
    reading.cancel()

    with pytest.raises(asyncio.CancelledError):
        await reading
    assert await asyncio.to_thread(ended.wait, 10)


async def test_a_directory_read_apart_is_the_same(database):
    await database.write(
        lambda writer: writer.run(Statement("CREATE (:Major {id: 'Major:1', name: '软件', code: '1'})"))
    )

    keeper = DirectoryKeeper(database, reading_apart(database))
    found, plain = await keeper.at_least(0), await read_directory(database)

    assert (found.revision, found.last_write) == (plain.revision, plain.last_write)
    assert {name: list(each.ids) for name, each in found.types.items()} == {
        name: list(each.ids) for name, each in plain.types.items()
    }
    assert found.search("软", ["Major"], 5) == plain.search("软", ["Major"], 5)
