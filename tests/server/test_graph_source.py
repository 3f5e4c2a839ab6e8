"""What the place of the graph says about how much of it one process may use."""

import os

import pytest

from graph.connection.address import GraphAddress
from graph.connection.database import Limits
from server.graph_source import places_for_expensive
from server.settings import Settings


@pytest.mark.parametrize(
    "case",
    [
        ("bolt://127.0.0.1:7687", 2, 1, 1, []),
        ("bolt://localhost", 16, 2, 4, []),
        ("bolt://[::1]:7687", 2, 2, 1, ["expensive-0.lock"]),
        ("bolt://127.0.0.1:7687", 1, 2, 1, ["expensive-0.lock"]),
        ("bolt://127.0.0.1:7687", 4, 4, 1, ["expensive-1.lock"]),
        ("neo4j://graph.example:7687", 2, 2, 8, []),
    ],
)
async def test_expensive_statements_leave_half_of_the_processors_of_this_machine(case, monkeypatch, tmp_path):
    uri, processors, workers, places, files = case
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(processors)))
    monkeypatch.setattr(os, "getpid", lambda: 7)
    settings = Settings(data_dir=tmp_path, workers=workers)

    admission = places_for_expensive(GraphAddress(uri, "neo4j", "password"), Limits(), settings)
    async with admission.place():
        locks = sorted(each.name for each in tmp_path.glob("*.lock"))
    assert (admission.places, locks) == (places, files)
