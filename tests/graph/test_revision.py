"""The revision: every committed write raises it by one, whoever writes."""

import asyncio

import pytest

from graph.errors import NotFoundError, WriteConflictError
from graph.execute import Database, ServerError, Statement, Writer
from graph.revision import read_revision


async def test_every_committed_write_raises_the_revision_by_one(database: Database):
    before = await read_revision(database)

    await database.write(_create_thing("a"))
    await database.write(_create_thing("b"))

    assert await read_revision(database) == before + 2


async def test_a_write_that_fails_raises_nothing(database: Database):
    before = await read_revision(database)

    async def work(writer: Writer) -> None:
        await _create_thing("a")(writer)
        raise NotFoundError("thing", "b")

    with pytest.raises(NotFoundError):
        await database.write(work)

    assert await read_revision(database) == before
    assert await _count(database) == 0


async def test_eight_writers_at_once_raise_it_by_eighty(database: Database):
    before = await read_revision(database)

    async def writer(number: int) -> None:
        for each in range(10):
            await database.write(_create_thing(f"{number}.{each}"))

    await asyncio.gather(*(writer(number) for number in range(8)))

    assert await read_revision(database) - before == 80
    assert await _count(database) == 80


async def test_the_first_writes_of_an_empty_graph_make_one_revision_node(database: Database):
    await database.run_alone(Statement("MATCH (r:GraphRevision) DELETE r"))

    await asyncio.gather(*(database.write(_create_thing(str(each))) for each in range(8)))

    rows = await database.read(Statement("MATCH (r:GraphRevision) RETURN r.id, r.value"))
    assert rows == [[1, 8]]


async def test_an_unwritten_graph_has_revision_0(database: Database):
    await database.run_alone(Statement("MATCH (r:GraphRevision) DELETE r"))

    assert await read_revision(database) == 0


async def test_rivals_that_merge_the_same_key_all_succeed_and_make_one_node(database: Database):
    async def merge(writer: Writer) -> None:
        await writer.run(Statement("MERGE (n:Province {id: $id}) SET n.name = $id", {"id": "Province:1"}))

    await asyncio.gather(*(database.write(merge) for _ in range(8)))

    assert await database.read(Statement("MATCH (n:Province) RETURN n.id")) == [["Province:1"]]


async def test_a_key_that_is_taken_is_refused_after_few_tries(database: Database):
    tries = 0

    async def work(writer: Writer) -> None:
        nonlocal tries
        tries += 1
        await writer.run(Statement("CREATE (:Province {id: 'Province:1'})"))

    await database.write(work)
    with pytest.raises(ServerError):
        await database.write(work)

    assert tries <= 1 + 5


async def test_work_that_asks_for_another_try_is_run_again(database: Database):
    before = await read_revision(database)
    tries = 0

    async def work(writer: Writer) -> int:
        nonlocal tries
        tries += 1
        await _create_thing(str(tries))(writer)
        if tries < 3:
            raise WriteConflictError
        return tries

    assert await database.write(work) == 3
    assert await database.read(Statement("MATCH (n:Thing) RETURN n.id")) == [["3"]]
    assert await read_revision(database) == before + 1


async def test_work_that_never_stops_asking_is_given_up(database: Database):
    async def work(_: Writer) -> None:
        raise WriteConflictError

    with pytest.raises(WriteConflictError):
        await database.write(work, timeout_s=1)


def _create_thing(thing: str):
    async def work(writer: Writer) -> None:
        await writer.run(Statement("CREATE (:Thing {id: $id})", {"id": thing}))

    return work


async def _count(database: Database) -> int:
    ((count,),) = await database.read(Statement("MATCH (n:Thing) RETURN count(n)"))
    return count
