"""Statements that share a way to the server: what is sent runs before what is run next, and all or none commits."""

import pytest
from neo4j.exceptions import Neo4jError, TransientError

from graph.connection import transaction_writer
from graph.connection.database import Database, ServerError
from graph.connection.driver_reads import commit_followed_by
from graph.errors import NotFoundError
from graph.query.change_log import NOTHING
from graph.query.statement import Row, Statement, Writer
from tests.conftest import is_embedded

COUNT = Statement("MATCH (n:Thing) RETURN count(*)")


def thing(node_id: str) -> Statement:
    return Statement("CREATE (n:Thing {id: $id}) RETURN n.id", {"id": node_id})


async def written(database: Database, work) -> list[str]:
    """Write, and give the things that there are."""
    try:
        await database.write(work, changes=lambda _: NOTHING)
    finally:
        things = await database.read(Statement("MATCH (n:Thing) RETURN n.id ORDER BY n.id"))
    return [each for (each,) in things]


@pytest.fixture(params=["one way", "as with an untried driver"])
def ways(request, monkeypatch):
    """Send statements together, and one by one."""
    if request.param != "one way":
        monkeypatch.setattr(transaction_writer, "spare_waits", lambda: False)


@pytest.mark.usefixtures("ways")
async def test_what_is_sent_is_run_and_looked_at_before_what_is_run_next(database):
    seen: list[object] = []

    async def look(rows: list[Row]) -> None:
        seen.append(rows)

    async def work(writer: Writer) -> None:
        await writer.send(thing("a"), look)
        await writer.send(thing("b"))
        await writer.send(thing("c"), look)
        seen.append(await writer.run(COUNT))

    assert await written(database, work) == ["a", "b", "c"]
    assert seen == [[["a"]], [["c"]], [[3]]]


@pytest.mark.usefixtures("ways")
async def test_who_looks_may_run_statements_of_the_same_transaction(database):
    async def work(writer: Writer) -> None:
        async def look(rows: list[Row]) -> None:
            await writer.run(Statement("MATCH (n:Thing) WHERE n.id = $id SET n.id = 'z'", {"id": rows[0][0]}))

        await writer.send(thing("a"), look)
        # Run before the look, whose statement comes after it.
        assert await writer.run(thing("b")) == [["b"]]

    assert await written(database, work) == ["b", "z"]


@pytest.mark.usefixtures("ways")
async def test_who_looks_undoes_everything_with_an_error(database):
    async def refuse(_: list[Row]) -> None:
        raise NotFoundError("Thing", "a")

    async def work(writer: Writer) -> None:
        await writer.send(thing("a"), refuse)
        await writer.run(thing("b"))
        await writer.run(thing("c"))

    with pytest.raises(NotFoundError):
        await written(database, work)
    assert await database.read(COUNT) == [[0]]
    # The connection serves the next.
    assert await written(database, lambda writer: writer.run(thing("d"))) == ["d"]


@pytest.mark.usefixtures("ways")
async def test_a_sent_statement_that_fails_undoes_everything_with_its_own_error(database):
    wrong = Statement("RETURN nothing")

    async def work(writer: Writer) -> None:
        await writer.send(thing("a"))
        await writer.send(wrong)
        await writer.send(thing("b"))
        await writer.run(thing("c"))

    with pytest.raises(ServerError) as alone:
        await written(database, lambda writer: writer.run(wrong))
    with pytest.raises(ServerError) as sent:
        await written(database, work)
    assert (sent.value.code, sent.value.message) == (alone.value.code, alone.value.message)
    assert await database.read(COUNT) == [[0]]
    assert await written(database, lambda writer: writer.run(thing("d"))) == ["d"]


@pytest.mark.usefixtures("ways")
async def test_what_was_sent_last_is_run_before_the_commit(database):
    seen: list[list[Row]] = []

    async def look(rows: list[Row]) -> None:
        seen.append(rows)

    async with database._driver.session(database=database.address.database) as session:
        transaction = await session.begin_transaction()
        async with transaction:
            writer = transaction_writer.TransactionWriter(transaction)
            await writer.send(thing("a"), look)
            await writer.end()

    assert seen == [[["a"]]]
    assert await database.read(COUNT) == [[1]]


SET_ASIDE = Statement("MATCH (n:Thing {id: 'a'}) SET n.at = coalesce(n.at, 0) + 1")
OPEN = Statement("SHOW TRANSACTIONS YIELD transactionId, metaData RETURN transactionId, metaData")


async def make_its_commit_fail(database: Database) -> type[Exception]:
    """Let the commit of an open transaction fail, which has set a node aside; give how it does.

    The embedded engine lets the first to commit win. Neo4j would let the second wait, so the transaction is ended there.
    """
    if is_embedded(database.address):
        await database.write(lambda writer: writer.run(SET_ASIDE))
        return TransientError
    ids = [each for each, metadata in await database.read(OPEN) if metadata.get("is") == "to fail"]
    await database.read(Statement("TERMINATE TRANSACTIONS $ids", {"ids": ids}))
    return Neo4jError


async def test_a_commit_that_fails_takes_what_was_to_follow_with_it(database):
    await database.write(lambda writer: writer.run(thing("a")))

    async with database._driver.session(database=database.address.database) as session:
        transaction = await session.begin_transaction(metadata={"is": "to fail"})
        await (await transaction.run(SET_ASIDE.text)).consume()
        with pytest.raises(await make_its_commit_fail(database)):
            await commit_followed_by(transaction, "CREATE (:Thing {id: 'z'})", 5.0)
        # The same connection serves the next.
        await (await session.run("CREATE (:Thing {id: 'b'})")).consume()

    things = await database.read(Statement("MATCH (n:Thing) RETURN n.id, n.at ORDER BY n.id"))
    assert things == [["a", 1 if is_embedded(database.address) else None], ["b", None]]
