"""An application whose graph has one imported plan, and the editors who may improve it."""

import pytest

from tests.server.imports.importing import importing
from tests.server.plans.improving import load_plan


@pytest.fixture
async def plans(database, tmp_path):
    return await load_plan(database, tmp_path)


@pytest.fixture
async def office(engine_address, database, plans, tmp_path):
    async with importing(engine_address, database, tmp_path) as made:
        made.tokens.update(plans)
        yield made
