"""The revision: every write raises it in its commit and once more after it, for every writer."""

import asyncio
from types import SimpleNamespace

import pytest

from graph.connection.database import Database, Statement, Writer
from graph.connection.driver_reads import commit_followed_by
from graph.database_errors import WriteConflictError
from graph.errors import NotFoundError
from graph.query import revision as of_revision
from graph.query.change_log import NOTHING, Changes, Logged, add_record
from graph.query.revision import is_reserved, keep_revision_at_least, read_revision, reserved, take_turn
from tests.conftest import is_embedded


def nothing(_: object) -> Changes:
    """What a write changed that changed nothing of the directory."""
    return NOTHING


def watched(monkeypatch) -> list[int]:
    """Give the revisions that the commits of writes make from now on."""
    seen: list[int] = []

    async def watching(writer: Writer, changes: Changes) -> Logged:
        logged = await add_record(writer, changes)
        seen.append(logged.revision)
        return logged

    monkeypatch.setattr("graph.connection.database.add_record", watching)
    return seen


@pytest.fixture(params=["with the commit", "for itself", "as with an untried driver"])
def ways_to_settle(request, monkeypatch):
    """Raise the revision after a commit: sent along, in a call of its own because that went wrong, or always."""
    if request.param == "for itself":

        async def without(transaction, _text: str, limit_s: float) -> bool:
            return await commit_followed_by(transaction, "RETURN 1 / 0", limit_s)

        monkeypatch.setattr("graph.connection.database.commit_followed_by", without)
    if request.param == "as with an untried driver":
        monkeypatch.setattr("graph.connection.database.spare_waits", lambda: False)


@pytest.mark.usefixtures("ways_to_settle")
async def test_every_write_raises_the_revision_with_its_commit_and_once_more_after_it(database: Database):
    before = await read_revision(database)

    await database.write(_create_thing("a"), changes=nothing)
    await database.write(_create_thing("b"), changes=nothing)

    assert await read_revision(database) == before + 4


@pytest.mark.usefixtures("ways_to_settle")
async def test_what_was_kept_while_a_commit_became_visible_is_not_good_after_it(database: Database, monkeypatch):
    """Readers may see the number of a commit before all that it wrote: under that number nothing may be kept."""
    seen = watched(monkeypatch)
    await database.write(_create_thing("a"), changes=nothing)

    (with_the_commit,) = seen
    assert await read_revision(database) == with_the_commit + 1


async def test_a_write_stands_though_the_revision_could_not_be_raised_again(database: Database, monkeypatch):
    monkeypatch.setattr("graph.connection.database.RAISE", Statement("RETURN 1 / 0"))
    before = await read_revision(database)
    await database.write(_create_thing("a"), changes=nothing)

    assert await _count(database) == 1
    assert await read_revision(database) == before + 1


async def test_a_write_that_fails_raises_nothing(database: Database):
    before = await read_revision(database)

    async def work(writer: Writer) -> None:
        await _create_thing("a")(writer)
        raise NotFoundError("thing", "b")

    with pytest.raises(NotFoundError):
        await database.write(work)

    assert await read_revision(database) == before
    assert await _count(database) == 0


async def test_eight_writers_at_once_lose_no_rise(database: Database):
    before = await read_revision(database)

    async def writer(number: int) -> None:
        for each in range(10):
            await database.write(_create_thing(f"{number}.{each}"), changes=nothing)

    await asyncio.gather(*(writer(number) for number in range(8)))

    # Of the second rises, those of writes that others followed were made by them.
    assert 80 < await read_revision(database) - before <= 160
    assert await _count(database) == 80


async def test_writers_of_one_process_do_not_conflict(database: Database):
    tries = 0

    async def counted(writer: Writer) -> None:
        nonlocal tries
        tries += 1
        await _create_thing(str(tries))(writer)

    await asyncio.gather(*(database.write(counted, changes=nothing) for _ in range(40)))

    assert tries == await _count(database) == 40


@pytest.mark.parametrize("takes_turn", [True, False])
async def test_writers_of_two_processes_wait_for_each_other_on_neo4j(database: Database, monkeypatch, takes_turn):
    """No try is lost in a deadlock, and each rise gives a number of its own."""
    if is_embedded(database.address):
        pytest.skip("it lets the first to commit win, and the others begin again")
    tries, numbers = 0, watched(monkeypatch)

    async def counted(writer: Writer) -> None:
        nonlocal tries
        tries += 1
        if takes_turn:
            await take_turn(writer)
        await _create_thing(str(tries))(writer)

    async with Database.open(database.address) as other:
        # One after the other in each, so that each write is followed by a rise of its own.
        async def write(through: Database) -> None:
            for _ in range(40):
                await through.write(counted, changes=nothing)

        await asyncio.gather(write(database), write(other))

    assert tries == await _count(database) == 80
    assert len(numbers) == len(set(numbers)) == 80
    # The rises of the two last writes may both come after the last commit.
    assert max(numbers) - min(numbers) in (157, 158, 159)


async def test_the_first_writes_of_an_empty_graph_make_one_revision_node(database: Database):
    await database.run_alone(Statement("MATCH (r:GraphRevision) DELETE r"))

    await asyncio.gather(*(database.write(_create_thing(str(each))) for each in range(8)))

    ((id_, value),) = await database.read(Statement("MATCH (r:GraphRevision) RETURN r.id, r.value"))
    assert id_ == 1
    assert 8 < value <= 16


async def test_an_unwritten_graph_has_revision_0(database: Database):
    await database.run_alone(Statement("MATCH (r:GraphRevision) DELETE r"))

    assert await read_revision(database) == 0


async def test_rivals_that_merge_the_same_key_all_succeed_and_make_one_node(database: Database):
    async def merge(writer: Writer) -> None:
        await writer.run(Statement("MERGE (n:Province {id: $id}) SET n.name = $id", {"id": "Province:1"}))

    await asyncio.gather(*(database.write(merge) for _ in range(8)))

    assert await database.read(Statement("MATCH (n:Province) RETURN n.id")) == [["Province:1"]]


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
    assert await read_revision(database) == before + 2


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


async def test_the_revision_is_kept_at_least(database: Database):
    now = await read_revision(database)

    await database.write(lambda writer: keep_revision_at_least(writer, now + 100))
    raised = await read_revision(database)
    await database.write(lambda writer: keep_revision_at_least(writer, now))

    assert raised > now + 100
    assert await read_revision(database) > raised


@pytest.mark.parametrize(("ends_in_s", "holds"), [(-1.0, False), (1.0, True), (60.0, True), (86_400.0, False)])
def test_a_reservation_from_before_the_clock_was_set_back_holds_no_writes(ends_in_s, holds, monkeypatch):
    monkeypatch.setattr(of_revision, "time", SimpleNamespace(time=lambda: 1_000_000.0))

    assert is_reserved(1_000_000.0 + ends_in_s) == holds


async def _must_wait(database: Database) -> bool:
    ((until,),) = await database.read(Statement("MATCH (g:GraphRevision) RETURN coalesce(g.reservedUntil, 0.0)"))
    return is_reserved(until)


@pytest.mark.parametrize(("outer_s", "inner_s"), [(60.0, 50.0), (50.0, 60.0)])
async def test_writes_wait_until_the_last_of_several_that_let_them_wait_is_done(database: Database, outer_s, inner_s):
    async with reserved(database, outer_s):
        async with reserved(database, inner_s):
            assert await _must_wait(database)
        assert await _must_wait(database)

    assert not await _must_wait(database)


@pytest.mark.parametrize(("first_s", "second_s"), [(60.0, 50.0), (50.0, 60.0)])
async def test_writes_wait_for_one_that_began_while_another_let_them_wait(database: Database, first_s, second_s):
    first = reserved(database, first_s)
    await first.__aenter__()
    async with reserved(database, second_s):
        await first.__aexit__(None, None, None)
        assert await _must_wait(database)
