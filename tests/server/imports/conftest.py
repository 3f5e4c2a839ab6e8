"""An application that imports, on each engine."""

import pytest

from tests.server.imports.importing import importing, load_small


@pytest.fixture
async def office(engine_address, database, tmp_path):
    tokens = await load_small(database, tmp_path)
    async with importing(engine_address, database, tmp_path) as made:
        made.tokens.update(tokens)
        yield made
