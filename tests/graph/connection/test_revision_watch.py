"""The revision is read for all who ask at once, and for each of them after the question was put."""

import asyncio

import pytest

from graph.connection import revision_watch
from graph.connection.database import Database, Statement, Writer
from graph.connection.revision_watch import Mark, RevisionWatch
from graph.query.revision import read_revision
from tests.waiting import Clock, turns


class Observed:
    """The database, each reading counted and held back until ``open``."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.readings = 0
        self.has_looked = asyncio.Event()
        self.open = asyncio.Event()
        self.open.set()
        self.fails = False

    async def read(self, statement: Statement):
        self.readings += 1
        rows = await self._database.read(statement)
        self.has_looked.set()
        await self.open.wait()
        if self.fails:
            raise ConnectionError
        return rows


@pytest.fixture
def observed(database: Database) -> Observed:
    return Observed(database)


async def nothing(_: Writer) -> None:
    """Change nothing; the write raises the revision all the same."""


async def test_who_asks_at_once_shares_one_reading(database, observed):
    watch = RevisionWatch(observed)

    marks = await asyncio.gather(*(watch.current() for _ in range(50)))

    assert {each.revision for each in marks} == {await read_revision(database)}
    assert observed.readings == 1


async def test_who_asks_while_a_reading_is_under_way_waits_for_the_next(database, observed):
    watch = RevisionWatch(observed)
    observed.open.clear()
    first = asyncio.create_task(watch.current())
    await observed.has_looked.wait()  # and is on its way back
    await database.write(nothing)
    later = [asyncio.create_task(watch.current()) for _ in range(10)]
    await turns()
    observed.open.set()

    marks = await asyncio.gather(*later)

    assert {each.revision for each in marks} == {await read_revision(database)}
    assert (await first).revision < await read_revision(database)
    assert observed.readings == 2


async def test_one_who_gives_up_disturbs_no_other(observed):
    watch = RevisionWatch(observed)
    observed.open.clear()
    asked = [asyncio.create_task(watch.current()) for _ in range(3)]
    await observed.has_looked.wait()
    asked[0].cancel()
    observed.open.set()

    answers = await asyncio.gather(*asked, return_exceptions=True)

    assert isinstance(answers[0], asyncio.CancelledError)
    assert answers[1] == answers[2] == watch.latest


async def test_a_reading_that_fails_is_told_to_all_who_waited_and_the_next_is_made(observed):
    watch = RevisionWatch(observed)
    observed.fails = True
    answers = await asyncio.gather(*(watch.current() for _ in range(3)), return_exceptions=True)
    assert [type(each) for each in answers] == [ConnectionError] * 3

    observed.fails = False
    assert (await watch.current()).falls == 0


async def test_within_the_staleness_nothing_is_read_and_after_it_the_revision_is(database, observed, monkeypatch):
    clock = Clock()
    monkeypatch.setattr(revision_watch, "time", clock)
    watch = RevisionWatch(observed, staleness_s=0.5)
    before = await watch.current()
    await database.write(nothing)

    clock.advance(0.4)
    assert await watch.current() == before
    assert observed.readings == 1
    clock.advance(0.1)
    assert (await watch.current()).revision == await read_revision(database) > before.revision


async def test_a_revision_reached_a_second_time_is_not_taken_for_the_first(database):
    watch = RevisionWatch(database)
    first = await watch.current()
    await set_revision(database, first.revision - 1)

    fallen = await watch.current()
    await set_revision(database, first.revision)

    assert (fallen, await watch.current()) == (Mark(1, first.revision - 1), Mark(1, first.revision))


async def set_revision(database: Database, value: int) -> None:
    """Do what putting another graph in the place of this one does."""
    await database.run_alone(Statement("MATCH (r:GraphRevision {id: 1}) SET r.value = $value", {"value": value}))
