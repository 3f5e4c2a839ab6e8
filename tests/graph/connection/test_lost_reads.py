"""What becomes of a read that the driver could not make, by errors as the driver makes them."""

import contextlib
import dataclasses
import logging
from types import SimpleNamespace

import neo4j
import pytest
from neo4j import exceptions as driver_errors

from graph.connection import lost_reads
from graph.connection.address import GraphAddress
from graph.connection.database import Database, Limits, translate
from graph.connection.lost_reads import LOG_EVERY_S
from graph.database_errors import GraphBusyError, GraphUnavailableError
from graph.errors import OneplusxError
from graph.query.statement import Statement
from graph.setting_errors import GraphCredentialsError
from tests.waiting import Clock

NOWHERE = GraphAddress("bolt://127.0.0.1:1", "neo4j", "none")
ONE = Statement("RETURN 1")
LOST = driver_errors.ServiceUnavailable("connection closed")


def of_server(code: str) -> Exception:
    return driver_errors.Neo4jError._hydrate_neo4j(code=code, message="said the server")


class Result:
    """One row."""

    async def __aiter__(self):
        yield neo4j.Record({"n": 1})

    async def consume(self) -> SimpleNamespace:
        return SimpleNamespace(parameters={})


class Driver:
    """Fails with these errors in turn, and then answers."""

    def __init__(self, *errors: Exception) -> None:
        self.errors = list(errors)
        self.asked = 0

    @contextlib.asynccontextmanager
    async def session(self, **_):
        yield self

    async def run(self, query, params) -> Result:
        self.asked += 1
        if self.errors:
            raise self.errors.pop(0)
        return Result()


async def read(driver: Driver) -> list | OneplusxError:
    try:
        return await Database(NOWHERE, Limits(), connect=lambda *_: driver).read(ONE)
    except OneplusxError as error:
        return error


@pytest.mark.parametrize(
    "error",
    [
        LOST,
        driver_errors.SessionExpired("closed"),
        of_server("Neo.TransientError.General.DatabaseUnavailable"),
        of_server("Neo.TransientError.Database.DatabaseUnavailable"),
    ],
    ids=lambda each: getattr(each, "code", None) or type(each).__name__,
)
async def test_what_is_away_for_a_moment_is_asked_once_more(error):
    driver = Driver(error)
    assert await read(driver) == [[1]]
    assert driver.asked == 2


FORGOTTEN = driver_errors.Neo4jError._hydrate_neo4j(
    code="Neo.ClientError.Security.Unauthorized", message="The credentials of this connection are no longer valid"
)
LOGGED_OFF = driver_errors.Neo4jError._hydrate_neo4j(
    code="Neo.ClientError.Request.Invalid", message="RUN not expected in state: AUTHENTICATION"
)
OUT_OF_ORDER = driver_errors.Neo4jError._hydrate_neo4j(
    code="Neo.ClientError.Request.Invalid", message="No active result set"
)


@pytest.mark.parametrize(
    ("error", "unproven", "proven"),
    [
        (FORGOTTEN, GraphCredentialsError, GraphUnavailableError),
        (LOGGED_OFF, driver_errors.ClientError, GraphUnavailableError),
        (OUT_OF_ORDER, driver_errors.ClientError, driver_errors.ClientError),
    ],
)
def test_a_server_that_let_us_in_and_knows_us_no_more_is_about_to_end(error, unproven, proven):
    assert type(translate(error, NOWHERE)) is unproven
    assert type(translate(error, dataclasses.replace(NOWHERE, is_proven=True))) is proven


async def test_a_full_engine_is_busy_to_who_reads_and_no_conflict():
    """The embedded engine has one code for a lost race, a full gate and a full heap; a read loses no race."""
    driver = Driver(of_server("Neo.TransientError.Transaction.DeadlockDetected"))
    assert type(await read(driver)) is GraphBusyError
    assert driver.asked == 1


async def test_a_lost_read_is_logged_with_the_words_of_the_driver_once_in_ten_seconds(caplog, monkeypatch):
    clock = Clock()
    monkeypatch.setattr(lost_reads, "time", clock)
    driver = Driver(*[LOST] * 8)
    database = Database(NOWHERE, Limits(), connect=lambda *_: driver)
    with caplog.at_level(logging.WARNING, "oneplusx"):
        for _ in range(3):
            with pytest.raises(GraphUnavailableError):
                await database.read(ONE)
        clock.advance(LOG_EVERY_S)
        with pytest.raises(GraphUnavailableError):
            await database.read(ONE)
    assert [each.getMessage() for each in caplog.records] == [
        "the graph gave no answer to a read: ServiceUnavailable('connection closed') (0 more since the last such line)",
        "the graph gave no answer to a read: ServiceUnavailable('connection closed') (2 more since the last such line)",
    ]
