"""Plans of the graph that a command names by id or slug, read with the rights of their colleges.

Anyone who runs a command may read the graph, and drafts with it.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from analysis.training_plans.training_plan import PlanReading
from graph.connection.database import Database
from graph.errors import NotFoundError
from graph.model.slugs import kind_of, slug_of
from interchange.alignments.ends_by_name import id_of_certificate, id_of_programme
from resolvers.questions.training_plans.plan_parts import PlanRow
from resolvers.stored_training_plans import (
    columns_of_plan,
    read_plans_with_outcomes,
    rights_of_plan,
    training_plan_ids,
)
from server.commands.graph_question import operations_of
from server.plans.graph_plan import GraphPlan, GraphPlans

_TYPE = "TrainingPlan"
_ID = f"{_TYPE}:"
_SLUG = re.compile(rf"{kind_of(_TYPE)}-[0-9a-z]{{10}}", re.IGNORECASE)

LinkTables = Mapping[str, Sequence[Mapping[str, Any]]]


def names_stored_plan(source: str) -> bool:
    """Whether a text is the id or slug of a plan; a file of such a name is written with its folder."""
    return source.startswith(_ID) or bool(_SLUG.fullmatch(source))


async def plan_id_of(database: Database, source: str) -> str:
    """Give the id of a plan by its id or slug. Raises: NotFoundError for a slug of none."""
    if source.startswith(_ID):
        return source
    for each in await training_plan_ids(database.read):
        if slug_of(each) == source.lower():
            return each
    raise NotFoundError(_TYPE, source)


async def read_stored_plan(database: Database, source: str) -> tuple[str, PlanRow]:
    """Read a plan whole, as rules see it, with its id. Raises: NotFoundError."""
    plan_id = await plan_id_of(database, source)
    columns = await columns_of_plan(database.read, plan_id)
    if columns is None:
        raise NotFoundError(_TYPE, plan_id)
    completeness, *values = columns
    return plan_id, PlanRow(completeness, values)


async def read_stored_reading(database: Database, source: str) -> PlanReading:
    """Read a plan as a document of it would be, with what its courses are to achieve. Raises: NotFoundError."""
    plan_id = await plan_id_of(database, source)
    found = (await read_plans_with_outcomes(database.read, [plan_id])).get(plan_id)
    if found is None:
        raise NotFoundError(_TYPE, plan_id)
    return found.plan


async def read_linked_plan(
    database: Database, source: str, programme: str | None, certificates: Sequence[str]
) -> tuple[GraphPlan, LinkTables]:
    """Read a plan, and what links it and its programme with requirements of certificates, as the API does.

    Raises: NotFoundError, BadArgumentError; what the question raises.
    """
    plan_id = await plan_id_of(database, source)
    rights = await rights_of_plan(database.read, plan_id)
    plans = GraphPlans(database, operations_of(database).run)
    plan = await plans.plan(plan_id, rights)
    standard = await plans.standard(await id_of_programme(database.read, programme) if programme else None, plan)
    tables = {}
    for each in certificates:
        certificate = await id_of_certificate(database.read, each)
        tables[each] = await plans.alignments(plan_id, standard, certificate, rights)
    return plan, tables
