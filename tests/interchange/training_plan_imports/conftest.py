"""A small graph that knows the college, major, standards and certificate of the made plan, with its editors."""

import pytest

from graph.upkeep import editors
from graph.upkeep.editors import Role
from seeds.load import load
from tests.interchange.standard_imports.conftest import SmallGraph
from tests.interchange.training_plan_imports.made_imports import add_seeds
from tests.seeds.conftest import FILES, SeedFolder


@pytest.fixture
async def plan_graph(database, tmp_path) -> SmallGraph:
    folder = SeedFolder(tmp_path / "seeds")
    for name, content in FILES.items():
        folder.write(name, content)
    add_seeds(folder)
    await load(database, folder.path)
    tokens = [await editors.add(database, name, Role(name)) for name in ("designer", "reviewer")]
    return SmallGraph(database, folder, *tokens)
