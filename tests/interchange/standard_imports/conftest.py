"""A small graph that was loaded from seeds, with a designer and a reviewer."""

from typing import NamedTuple

import pytest

from graph.upkeep import editors
from graph.upkeep.editors import Role
from seeds.load import load
from tests.seeds.conftest import FILES, SeedFolder


class SmallGraph(NamedTuple):
    """The graph, the seeds it was loaded from, and the tokens of its editors."""

    database: object
    seeds: SeedFolder
    designer: str
    reviewer: str


@pytest.fixture
async def small_graph(database, tmp_path) -> SmallGraph:
    folder = SeedFolder(tmp_path / "seeds")
    for name, content in FILES.items():
        folder.write(name, content)
    await load(database, folder.path)
    tokens = [await editors.add(database, name, Role(name)) for name in ("designer", "reviewer")]
    return SmallGraph(database, folder, *tokens)
