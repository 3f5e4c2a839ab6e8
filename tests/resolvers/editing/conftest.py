"""Editors for the tests of this folder."""

import pytest

from tests.resolvers.editing.office import Office, open_office


@pytest.fixture
async def office(database) -> Office:
    """Two designers and two reviewers at one small graph."""
    return await open_office(database)
