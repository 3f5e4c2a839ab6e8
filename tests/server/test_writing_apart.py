"""Changes in a loop of their own: next to a loop of readers that has no turn at all."""

import asyncio
import threading

import pytest

from graph.connection.address import GraphAddress
from graph.connection.database import Database
from graph.database_errors import GraphBusyError
from graph.query.statement import Statement, Writer
from resolvers.operation import Operations
from schema.build import executable_schema
from server.writing_apart import WritingApart
from tests.golden.make import PLANNERS
from tests.resolvers.editing.office import DECIDE, PROPOSAL, PROPOSE, Office, open_office
from tests.server.serving import NO_GRAPH

ELSEWHERE = GraphAddress("bolt://127.0.0.1:2", "neo4j", "none")
WITHIN_S = 30.0


async def three_statements(writer: Writer) -> int:
    """Write as a change does: one statement after another."""
    for number in range(3):
        await writer.run(Statement("MATCH (c:Course) SET c.hours = $hours", {"hours": number}))
    return 3


async def test_a_change_is_made_while_the_loop_of_the_readers_has_no_turn(database):
    await open_office(database)
    written = threading.Event()

    async def change(own: Database) -> int:
        made = await own.write(three_statements)
        written.set()
        return made

    async with WritingApart.beside(database) as writing:
        asked = asyncio.create_task(writing.run(change))
        await asyncio.sleep(0)
        assert written.wait(WITHIN_S)  # this loop stands still meanwhile
        assert await asked == 3
    assert await database.read(Statement("MATCH (c:Course) RETURN DISTINCT c.hours")) == [[2]]


async def test_mutations_are_made_and_read_as_in_the_loop_of_the_readers(database):
    office: Office = await open_office(database)
    async with WritingApart.beside(database) as writing:
        directory = office.operations._directory  # the same for both
        office.operations = Operations(executable_schema(), PLANNERS, database, directory, writing=writing.run)
        made = (await office.change("dora", PROPOSE, PROPOSAL))["alignment"]
        decision = {"alignment": made["id"], "decision": "ACCEPT", "reason": "r", "version": 1}
        decided = (await office.change("rui", DECIDE, decision))["alignment"]
        refused = await office.refused("rui", DECIDE, decision)
    assert (made["status"], made["course"]["id"]) == ("SUGGESTED", PROPOSAL["subject"])
    assert (decided["id"], decided["status"], decided["version"]) == (made["id"], "ACCEPTED", 2)
    assert refused["code"] == "VERSION_CONFLICT"


async def test_changes_go_where_the_graph_has_moved():
    async def where(own: Database) -> str:
        return own.address.uri

    async with Database.open(NO_GRAPH) as reading, WritingApart.beside(reading) as writing:
        before = await writing.run(where)
        await reading.move_to(ELSEWHERE)
        assert (before, await writing.run(where)) == (NO_GRAPH.uri, ELSEWHERE.uri)


async def test_an_error_is_raised_where_the_change_was_asked_for():
    async def refused(_: Database) -> None:
        raise GraphBusyError

    async with Database.open(NO_GRAPH) as reading, WritingApart.beside(reading) as writing:
        with pytest.raises(GraphBusyError):
            await writing.run(refused)


async def test_a_caller_that_gives_up_ends_the_work():
    began, ended = threading.Event(), threading.Event()

    async def wait(_: Database) -> None:
        began.set()
        try:
            await asyncio.Event().wait()
        finally:
            ended.set()

    async with Database.open(NO_GRAPH) as reading, WritingApart.beside(reading) as writing:
        asked = asyncio.create_task(writing.run(wait))
        assert await asyncio.to_thread(began.wait, WITHIN_S)
        asked.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asked
        assert await asyncio.to_thread(ended.wait, WITHIN_S)


async def test_the_thread_ends_with_the_block():
    async with Database.open(NO_GRAPH) as reading, WritingApart.beside(reading):
        assert "writing" in [each.name for each in threading.enumerate()]
    assert "writing" not in [each.name for each in threading.enumerate()]
