"""Bookmarks: an editor's own change is seen, and what keeps a server or a pool from it is reported as what it is."""

import asyncio
import base64
import time
from dataclasses import replace

import pytest

from graph.connection import bookmarks
from graph.connection.bookmarks import from_token
from graph.connection.database import Database, Limits
from graph.connection.directory_keeper import DirectoryKeeper
from graph.database_errors import BookmarkNotReachedError, GraphBusyError
from graph.errors import BadBookmarkError
from graph.query.statement import Statement
from resolvers.identify import Request
from resolvers.operation import Operations
from schema.build import executable_schema
from tests.conftest import is_embedded
from tests.golden.make import PLANNERS
from tests.graph.engine.under_way import LONG, until_under_way
from tests.resolvers.editing.office import PROPOSAL, PROPOSE
from tests.waiting import later, turns


async def test_the_bookmark_lets_another_process_see_the_change(office):
    proposed = await office.change("dora", PROPOSE, PROPOSAL)
    async with Database.open(office.database.address) as other:
        operations = Operations(executable_schema(), PLANNERS, other, DirectoryKeeper(other))
        query = f'{{ node(id: "{proposed["alignment"]["id"]}") {{ id }} }}'
        answer = await operations.run(Request(query, bookmarks=from_token(proposed["bookmark"])))

    assert answer.data == {"node": {"id": proposed["alignment"]["id"]}}


# A bookmark of Neo4j is a list in MessagePack: three bytes before the id of the database, its sixteen, the number.
NUMBER_AT = 3 + 16


def of_the_future(bookmark: str) -> str:
    """Raise the number of the transaction in a bookmark of Neo4j: its first byte, after the one that says its size."""
    kind, _, body = bookmark.partition(":")
    content = bytearray(base64.b64decode(body + "=" * (-len(body) % 4)))
    has_size = len(content) > NUMBER_AT + 1
    content[NUMBER_AT + has_size] = 0x7F
    return f"{kind}:{base64.b64encode(bytes(content)).decode().rstrip('=')}"


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
async def test_a_bookmark_that_is_not_reached_is_told_soon_and_frees_its_connection(scheme, database):
    # The embedded engine is one server: it reads no bookmark and waits for none, so there is nothing to report.
    if is_embedded(database.address):
        pytest.skip("the embedded engine takes any text for a bookmark")
    written = await database.write_marked(lambda writer: writer.run(Statement("RETURN 1")))
    address = replace(database.address, uri=database.address.uri.replace("bolt", scheme))
    async with Database.open(address, Limits(pool_size=1, acquisition_s=1, statement_s=10)) as other:
        assert await other.read(Statement("RETURN 1"), bookmarks=written.bookmarks) == [[1]]
        began = time.monotonic()

        with pytest.raises(BookmarkNotReachedError, match="not reached yet") as told:
            await other.read(Statement("RETURN 1"), bookmarks=[of_the_future(written.bookmarks[0])])

        assert time.monotonic() - began < 5
        assert told.value.retryable
        assert await other.read(Statement("RETURN 1")) == [[1]]


async def test_a_full_pool_is_told_as_such_also_to_who_brings_a_bookmark(database, monkeypatch):
    """Who waits for a connection longer than a bookmark may take has learned nothing of the bookmark."""
    monkeypatch.setattr(bookmarks, "WITHIN_S", 0.5)
    written = await database.write_marked(lambda writer: writer.run(Statement("RETURN 1")))
    async with Database.open(database.address, Limits(pool_size=1, acquisition_s=1, statement_s=20)) as other:
        await other.read(Statement("RETURN 1"))
        holding = asyncio.create_task(other.read(LONG))
        await until_under_way(database.address)

        with pytest.raises(GraphBusyError):
            await other.read(Statement("RETURN 1"), bookmarks=written.bookmarks)

        # A connection that comes free late is no reason for less patience with the bookmark.
        waiting = asyncio.create_task(other.read(Statement("RETURN 1"), bookmarks=written.bookmarks))
        await turns()
        with later(0.7):
            await turns()
        holding.cancel()
        assert await waiting == [[1]]
        await asyncio.wait([holding])


async def test_what_is_no_bookmark_of_neo4j_is_told(database):
    # As above: the embedded engine reads no bookmark.
    if is_embedded(database.address):
        pytest.skip("the embedded engine takes any text for a bookmark")
    with pytest.raises(BadBookmarkError):
        await database.read(Statement("RETURN 1"), bookmarks=["nonsense"])
