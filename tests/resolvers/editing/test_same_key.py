"""The same request with the same idempotency key, sent many times at once: one change, and the same answer for all."""

import asyncio
import contextlib
from dataclasses import replace

import pytest

from graph.connection.database import Database, Limits
from graph.connection.directory_keeper import DirectoryKeeper
from resolvers.editing.registry import MUTATIONS
from resolvers.identify import Request
from resolvers.operation import Operations
from schema.build import executable_schema
from tests.conftest import is_embedded
from tests.golden.make import PLANNERS
from tests.resolvers.editing.office import (
    CLOSE,
    DECIDE,
    DECIDE_MANY,
    PROPOSAL,
    PROPOSE,
    PROPOSE_MANY,
    REQUIREMENT,
    SECOND,
    STANDARD,
    WITHDRAW,
    decision,
)
from tests.resolvers.editing.training_plans import drafting_office
from tests.resolvers.editing.training_plans.plan_office import (
    CARRIED,
    CARRY,
    DRAFT,
    EDIT,
    PUBLISH,
    REVISE,
    REVISION,
    UNDO,
    add_plan,
    edits,
    line,
)

SENDERS = 8


async def proposal(_office) -> dict:
    return PROPOSAL


async def proposals(_office) -> dict:
    one = {name: value for name, value in PROPOSAL.items() if name != "sources"}
    return {"alignments": [{**one, "target": each} for each in (REQUIREMENT, SECOND)]}


async def first_decision(office) -> dict:
    return decision(await office.change("dora", PROPOSE, PROPOSAL))


async def decisions(office) -> dict:
    made = [await office.change("dora", PROPOSE, {**PROPOSAL, "target": each}) for each in (REQUIREMENT, SECOND)]
    rows = [{"alignment": each["alignment"]["id"], "version": 1} for each in made]
    return {"alignments": rows, "decision": "ACCEPT", "reason": "as read"}


async def withdrawal(office) -> dict:
    proposed = await office.change("dora", PROPOSE, PROPOSAL)
    return {"alignment": proposed["alignment"]["id"], "reason": "a mistake", "version": 1}


async def conclusion(_office) -> dict:
    return {"subject": STANDARD, "requirement": REQUIREMENT, "conclusion": "read all courses", "ground": "SYLLABUS"}


async def plan_revision(office) -> dict:
    office.tokens |= await add_plan(office.database)
    return REVISION


async def drafted_plan(office) -> dict:
    await plan_revision(office)
    await drafting_office.add_standards(office.database)
    return drafting_office.GIVEN


async def carried_plan(office) -> dict:
    await plan_revision(office)
    return CARRIED


async def plan_edits(office) -> dict:
    await office.change("zhao", REVISE, await plan_revision(office))
    return edits({"action": "ADD_LINE", "line": {"name": "云计算"}}, {"action": "REMOVE_LINE", "of": line(1)})


async def edited_draft(office) -> dict:
    await office.change("zhao", EDIT, await plan_edits(office))
    return {"trainingPlan": DRAFT, "expectedVersion": 2}


# Every mutation: who sends it, the operation, and what makes its input.
CASES = {
    "proposeAlignment": ("dora", PROPOSE, proposal),
    "proposeAlignments": ("dora", PROPOSE_MANY, proposals),
    "decideAlignment": ("rui", DECIDE, first_decision),
    "decideAlignments": ("rui", DECIDE_MANY, decisions),
    "withdrawAlignment": ("dora", WITHDRAW, withdrawal),
    "closeReview": ("rui", CLOSE, conclusion),
    "draftTrainingPlan": ("zhao", drafting_office.DRAFT, drafted_plan),
    "createTrainingPlanRevision": ("zhao", REVISE, plan_revision),
    "carryTrainingPlanForward": ("zhao", CARRY, carried_plan),
    "editTrainingPlan": ("zhao", EDIT, plan_edits),
    "undoTrainingPlanEdit": ("zhao", UNDO, edited_draft),
    "publishTrainingPlan": ("wang", PUBLISH, edited_draft),
}


def test_every_mutation_is_tried():
    assert set(CASES) == {each.name for each in MUTATIONS}


@pytest.mark.parametrize("name", CASES)
async def test_all_senders_of_one_key_get_the_same(name, office):
    """Each sender has a driver of its own, as API processes have."""
    who, query, make = CASES[name]
    given = {**await make(office), "idempotencyKey": "one"}
    before = await office.count("MATCH (c:Change) RETURN count(c)")
    async with contextlib.AsyncExitStack() as stack:
        senders = []
        for _ in range(SENDERS):
            database = await stack.enter_async_context(Database.open(office.database.address, Limits(statement_s=30)))
            senders.append(Operations(executable_schema(), PLANNERS, database, DirectoryKeeper(database)))
        request = Request(query, {"input": given}, token=office.tokens[who])

        answers = await asyncio.gather(*(each.run(request) for each in senders))

    assert [each.errors for each in answers] == [[]] * SENDERS
    payloads = [each.data[name] for each in answers]
    assert all(each.pop("bookmark") for each in payloads)
    assert payloads == [payloads[0]] * SENDERS
    assert payloads[0]["userErrors"] == []
    made = len(given.get("alignments", [given]))
    assert await office.count("MATCH (c:Change) RETURN count(c)") == before + made


@pytest.mark.parametrize("name", CASES)
async def test_who_was_overtaken_by_the_own_request_finds_it(name, office):
    """The commit of the other sender becomes visible between our look for the key and our work."""
    if not is_embedded(office.database.address):
        pytest.skip("Neo4j lets no one else write while the turn is taken")
    who, query, make = CASES[name]
    given = {**await make(office), "idempotencyKey": "one"}
    mutation = next(each for each in MUTATIONS if each.name == name)
    others: list[dict] = []

    async def overtaken(writer, editor, values):
        if not others:
            others.append(await office.change(who, query, given))
        return await mutation.work(writer, editor, values)

    # In another process: those of one process take turns.
    async with Database.open(office.database.address) as database:
        late = (replace(mutation, work=overtaken),)
        slow = Operations(executable_schema(), PLANNERS, database, DirectoryKeeper(database), mutations=late)
        answer = await slow.run(Request(query, {"input": given}, token=office.tokens[who]))

    assert answer.errors == []
    payload = answer.data[name]
    assert payload.pop("bookmark")
    assert others[0].pop("bookmark")
    assert payload == others[0]
    assert payload["userErrors"] == []
