"""Both drivers of a database are closed, also where closing one of them fails."""

from collections.abc import Awaitable, Callable

import neo4j
import pytest
from neo4j.exceptions import DriverError

from graph.connection.address import GraphAddress
from graph.connection.database import Database, Limits

HERE = GraphAddress("bolt://127.0.0.1:1", "neo4j", "none")
ELSEWHERE = GraphAddress("bolt://127.0.0.1:2", "neo4j", "none")
DRIVERS = ("_driver", "_of_expensive")


def is_closed(driver: neo4j.AsyncDriver) -> bool:
    try:
        driver.session()
    except DriverError:
        return True
    return False


async def move(database: Database) -> None:
    await database.move_to(ELSEWHERE)


@pytest.mark.parametrize("fails", DRIVERS)
@pytest.mark.parametrize("closing", [move, Database.close])
async def test_a_driver_is_closed_though_the_other_fails(
    monkeypatch: pytest.MonkeyPatch, fails: str, closing: Callable[[Database], Awaitable[None]]
):
    async with Database.open(HERE, Limits()) as database:
        drivers = {each: getattr(database, each) for each in DRIVERS}
        close = drivers[fails].close

        async def failing() -> None:
            await close()
            raise OSError("the network is down")

        with monkeypatch.context() as patch:
            patch.setattr(drivers[fails], "close", failing)
            with pytest.raises(OSError, match="the network is down"):
                await closing(database)

        assert [is_closed(each) for each in drivers.values()] == [True, True]
