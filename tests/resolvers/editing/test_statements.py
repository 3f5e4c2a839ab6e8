"""How many statements a change is: each is a way to the engine and back, while other writers wait."""

import dataclasses

import pytest
from neo4j._async.io._bolt._bolt_socket import AsyncBoltSocket

from graph.connection.database import Database
from graph.query.statement import Look, Statement, Writer
from tests.resolvers.editing.office import DECIDE, PROPOSAL, PROPOSE, Office, decision


@dataclasses.dataclass
class Noting:
    """A writer that notes what it is asked."""

    writer: Writer
    texts: list[str]

    async def run(self, statement: Statement) -> list:
        self.texts.append(statement.text)
        return await self.writer.run(statement)

    async def send(self, statement: Statement, then: Look | None = None) -> None:
        self.texts.append(statement.text)
        await self.writer.send(statement, then)


class NotingDatabase(Database):
    """A database that notes the statements of its writing transactions."""

    texts: list[str]

    async def _transact(self, work, *rest, **options):
        return await super()._transact(lambda writer: work(Noting(writer, self.texts)), *rest, **options)


@pytest.fixture
async def noted(office):
    """An office whose writes are noted."""
    async with NotingDatabase.open(office.database.address) as noting:
        noting.texts = []
        yield Office(noting, office.tokens)


def beginnings(office: Office) -> list[str]:
    """Give the first clause of each statement noted, and begin anew."""
    found = [" ".join(each.split()[:2]) for each in office.database.texts]
    office.database.texts.clear()
    return found


async def test_a_proposal_is_five_statements_and_a_decision_five(noted):
    proposal = await noted.change("dora", PROPOSE, PROPOSAL)
    # The turn with the editor, what there is and says the same, the alignment, the trail, the log of changes.
    turn, log = "MERGE (g:GraphRevision", "MERGE (g:GraphRevision"
    assert beginnings(noted) == [turn, *["UNWIND $Course", "UNWIND $rows", "UNWIND $rows"], log]
    await noted.change("rui", DECIDE, decision(proposal, "REJECT"))
    # The turn, the alignment as it was seen, its new values, the trail, the log.
    assert beginnings(noted) == [turn, *["UNWIND $ids", "UNWIND $rows", "UNWIND $rows"], log]


async def ways_of(office: Office, monkeypatch, who: str, query: str, given: dict) -> tuple[dict, int]:
    """Make a change; give its alignment, and how often its transaction went to the server."""
    ways = []
    send = AsyncBoltSocket.sendall

    async def counted(socket, data):
        ways.append(data)
        await send(socket, data)

    async def transact(work, *rest, **options):
        with monkeypatch.context() as patch:
            patch.setattr(AsyncBoltSocket, "sendall", counted)
            return await NotingDatabase._transact(office.database, work, *rest, **options)

    with monkeypatch.context() as patch:
        patch.setattr(office.database, "_transact", transact)
        made = await office.change(who, query, given)
    return made["alignment"], len(ways)


async def test_a_transaction_goes_to_the_server_to_look_to_write_and_to_end(noted, monkeypatch):
    """Its beginning and its turn go along with the look at what there is; what it writes goes together."""
    proposal, ways = await ways_of(noted, monkeypatch, "dora", PROPOSE, PROPOSAL)
    assert ways == 3
    _, ways = await ways_of(noted, monkeypatch, "rui", DECIDE, decision({"alignment": proposal}, "ACCEPT"))
    assert ways == 3


async def test_only_a_key_of_the_caller_is_looked_for_in_the_trail(noted):
    given = {**PROPOSAL, "idempotencyKey": "k"}
    first = await noted.change("dora", PROPOSE, given)
    assert len(beginnings(noted)) == 5 + 1
    assert (await noted.change("dora", PROPOSE, given))["alignment"]["id"] == first["alignment"]["id"]
    assert len(beginnings(noted)) == 3
