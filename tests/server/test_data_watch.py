"""No operation is answered before the data were looked at."""

import asyncio

import pytest

from graph.database_errors import GraphUnavailableError
from server import data_watch
from server.data_watch import DataWatch


async def test_while_the_first_look_goes_on_nothing_is_answered(database, monkeypatch):
    monkeypatch.setattr(data_watch, "WAIT_S", 0)
    watch = DataWatch(database)

    with pytest.raises(GraphUnavailableError, match="are being compared with its releases"):
        await watch.require_sound()

    await watch.look()
    await watch.require_sound()


async def test_what_went_on_while_the_graph_was_away_waits_for_the_first_look(database, monkeypatch):
    monkeypatch.setattr(data_watch, "WAIT_S", 0)
    looks, ends = asyncio.Event(), asyncio.Event()

    async def slow(_):
        looks.set()
        await ends.wait()
        return []

    monkeypatch.setattr(data_watch, "shortfalls", slow)
    watch = DataWatch(database)
    watch.let_operations_go_on()
    await watch.require_sound()
    look = asyncio.create_task(watch.look())
    await looks.wait()

    with pytest.raises(GraphUnavailableError):
        await watch.require_sound()

    ends.set()
    await look
    await watch.require_sound()


async def test_an_operation_waits_for_the_end_of_the_first_look(database):
    watch = DataWatch(database)
    asking = asyncio.create_task(watch.require_sound())
    await watch.look()
    await asking
