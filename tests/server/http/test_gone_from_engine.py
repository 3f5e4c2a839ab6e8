"""A client that goes over HTTP ends its statement on the engine, on both engines."""

import asyncio
import contextlib

import orjson
import uvicorn

from graph.connection.database import Database, Limits
from graph.query.statement import Row, Statement
from tests.graph.connection.test_termination import ENDLESS, running
from tests.graph.connection.test_termination import until as until_they_run
from tests.server.http.test_client_gone import QUERY, endpoint_on
from tests.waiting import until

REQUEST = b"POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n"


class Working:
    """A graph on which the statement of a question works for hours."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.limits = database.limits

    async def read(self, statement: Statement, **options) -> list[Row]:
        """Read what the server wants to know for itself, and work in place of the rest."""
        is_question = "Major" in statement.text
        return await self._database.read(Statement(ENDLESS) if is_question else statement, **options)


async def test_the_statement_of_a_client_that_goes_ends_on_the_engine(engine_address):
    async with Database.open(engine_address, Limits(statement_s=600)) as database:
        endpoint = endpoint_on(Working(database))
        server = uvicorn.Server(uvicorn.Config(endpoint, port=0, lifespan="off", log_level="warning"))
        with contextlib.closing(server.config.bind_socket()) as listening:
            serving = asyncio.create_task(server.serve([listening]))
            await until(lambda: server.started)
            body = orjson.dumps({"query": QUERY})
            _, writer = await asyncio.open_connection(*listening.getsockname())
            writer.write(REQUEST % len(body) + body)
            await until_they_run(database, 1)

            writer.close()
            await until_they_run(database, 0)

            # Long before its own limit; and its place and its connection serve the next.
            assert (await running(database), endpoint._places.taken) == (0, 0)
            assert await database.read(Statement("RETURN 1")) == [[1]]
            server.should_exit = True
            await serving
