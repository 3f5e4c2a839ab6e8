"""What the place of the graph says about how much of it one process may use."""

import os

import pytest

from graph.connection.address import GraphAddress
from server.graph_source import expensive_at_once


@pytest.mark.parametrize(
    ("uri", "processors", "workers", "at_once"),
    [
        ("bolt://127.0.0.1:7687", 2, 1, 1),
        ("bolt://localhost", 2, 2, 1),
        ("bolt://[::1]:7687", 16, 2, 4),
        ("neo4j://graph.example:7687", 16, 2, None),
    ],
)
def test_expensive_statements_leave_half_of_the_processors_of_this_machine(
    uri, processors, workers, at_once, monkeypatch
):
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(processors)))

    assert expensive_at_once(GraphAddress(uri, "neo4j", "password"), workers) == at_once
