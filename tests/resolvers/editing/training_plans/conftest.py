"""Editors of colleges for the tests of this folder."""

import pytest

from tests.resolvers.editing.office import Office
from tests.resolvers.editing.training_plans.plan_office import REVISE, REVISION, open_plan_office


@pytest.fixture
async def plan_office(database) -> Office:
    """Editors of two colleges at a graph with one published plan."""
    return await open_plan_office(database)


@pytest.fixture
async def draft_office(plan_office) -> Office:
    """The same, where zhao has made a draft of the plan."""
    await plan_office.change("zhao", REVISE, REVISION)
    return plan_office
