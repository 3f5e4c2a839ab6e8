"""A search has one text and one shape of parameters, whatever it finds: a server plans it once."""

from typing import Any

import pytest

from graph.model.core import Search
from graph.query.directory import Directory, TypeDirectory
from resolvers.identify import Request
from resolvers.operation import Operations
from schema.build import executable_schema
from tests.golden.make import PLANNERS

SEARCH = "query ($text: String!) { search(text: $text) { score } }"


class Graph:
    """Holds a course and majors, and keeps the statements that it is asked."""

    current = Directory(
        1,
        {
            "Course": TypeDirectory("Course", [("Course:1", ((Search.NAME, "数据库"),), "")]),
            "Major": TypeDirectory("Major", [(f"Major:{each}", ((Search.NAME, f"数据{each}"),), "") for each in "abc"]),
        },
    )

    def __init__(self) -> None:
        self.asked: list[tuple[str, dict[str, Any]]] = []

    async def read(self, statement, **_):
        self.asked.append((statement.text, dict(statement.params)))
        return [[[], None]]


@pytest.mark.parametrize(
    ("text", "found"), [("数据", {"Course": 1, "Major": 3}), ("数据库", {"Course": 1}), ("无", {})]
)
async def test_hits_are_within_one_map(text, found):
    """Neo4j plans a text anew for lists of other lengths among its parameters, not for those within a map."""
    graph = Graph()
    await Operations(executable_schema(), PLANNERS, graph, graph).run(Request(SEARCH, {"text": text}))

    ((_, params),) = graph.asked
    assert [name for name, value in params.items() if isinstance(value, list)] == []
    assert {name: len(hits) for name, hits in params["hits"].items() if hits} == found
