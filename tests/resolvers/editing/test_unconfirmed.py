"""A change that no one confirmed in time may have been made; its key tells."""

import asyncio

import pytest

from graph.connection.database import GRACE_S, Database, Limits
from graph.connection.directory_keeper import DirectoryKeeper
from graph.query.statement import Statement
from resolvers.identify import Request
from resolvers.operation import Operations
from schema.build import executable_schema
from tests.golden.make import PLANNERS
from tests.graph.engine.proxy import proxied
from tests.resolvers.editing.office import PROPOSAL, PROPOSE, Office
from tests.waiting import later, until

LIMIT_S = 5.0
KEYED = {**PROPOSAL, "idempotencyKey": "one"}
CHANGES = "MATCH (c:Change) RETURN count(c)"


def stopping(database: Database, proxy) -> None:
    """Let the server fall silent after the token was read, when the transaction begins."""
    read = database.read

    async def last_read(*statement, **options):
        rows = await read(*statement, **options)
        proxy.flowing.clear()
        return rows

    database.read = last_read  # type: ignore[method-assign]  # put back on purpose


async def proposed_with(fault: str, office: Office):
    async with (
        proxied(office.database.address) as (proxy, address),
        Database.open(address, Limits(connect_s=1, statement_s=LIMIT_S)) as database,
    ):
        await database.read(Statement("RETURN 1"))  # the connection is there
        if fault == "silent before":
            stopping(database, proxy)
        else:
            proxy.at_commit = fault
        operations = Operations(executable_schema(), PLANNERS, database, DirectoryKeeper(database))
        running = asyncio.create_task(operations.run(Request(PROPOSE, {"input": KEYED}, token=office.tokens["dora"])))
        await until(lambda: running.done() or not proxy.flowing.is_set())
        # From a way that fell silent nothing comes any more: the time for it may be over at once.
        with later(LIMIT_S + GRACE_S):
            return await running


@pytest.mark.parametrize("fault", ["silent", "cut"])
async def test_a_commit_without_an_answer_is_told_as_unknown_and_found_by_its_key(fault, office):
    answer = await proposed_with(fault, office)

    (error,) = answer.errors
    assert answer.data == {"proposeAlignment": None}
    assert error.path == ["proposeAlignment"]
    cause = error.original_error
    assert (cause.code, cause.retryable) == ("OUTCOME_UNKNOWN", False)
    assert all("idempotencyKey" in each for each in (cause.en, cause.zh))
    assert await office.count(CHANGES) == 1

    again = await office.change("dora", PROPOSE, KEYED)

    assert again["alignment"]["version"] == 1
    assert await office.count(CHANGES) == 1


async def test_a_change_that_was_not_made_is_made_by_the_same_key(office):
    answer = await proposed_with("silent before", office)

    assert [each.original_error.code for each in answer.errors] == ["OUTCOME_UNKNOWN"]
    assert await office.count(CHANGES) == 0

    await office.change("dora", PROPOSE, KEYED)

    assert await office.count(CHANGES) == 1
