"""The collector stops everybody while it looks: what is kept of strangers' documents must be little to look through."""

import gc
from types import FrameType

import pytest
from graphql import Node

from resolvers.identify import Identifier, Request
from resolvers.operation import Operations
from resolvers.request.documents import RefusedError
from resolvers.trace import Trace
from schema.build import executable_schema
from server.app import leave_to_stay
from tests.directories import keeper_on
from tests.golden.make import PLANNERS

DOCUMENTS = 2_000
# As large as what a page of the explorer asks.
FIELDS = (
    "id name code edition educationLevel displayName basis sourceNote sources { id title location } majorClass { id name } "
    "teachingStandards { id name courses { id name } } certificates(first: 1) { nodes { id name } }"
)
QUERY = "query Q{} ($first: Int) {{ majors(first: $first) {{ nodes {{ {} }} }} }}"
# A quiet core looks through this many in 15 ms, and in 50 ms where others take half of its caches. Of time alone the test
# would fail by what else the machine does.
OBJECTS_LARGEST = 80_000


@pytest.mark.slow
@pytest.mark.usefixtures("collector_as_in_a_server")
def test_two_thousand_documents_leave_the_collector_little_to_look_through():
    looked_through: list[int] = []

    def note(phase: str, info: dict[str, int]) -> None:
        if phase == "start" and info["generation"] == 2:
            looked_through.append(len(gc.get_objects()))

    identifier = Identifier(executable_schema(), PLANNERS)
    leave_to_stay()
    gc.callbacks.append(note)
    try:
        for number in range(DOCUMENTS):
            identifier.identify(Request(QUERY.format(number, FIELDS), {"first": number % 100 + 1}), Trace())
        gc.collect()
    finally:
        gc.callbacks.remove(note)

    assert max(looked_through) < OBJECTS_LARGEST


REFUSED = {
    "a wrong argument": "query Q{} {{ a: coverageTrend(days: []) {{ day }} b: coverageTrend(days: []) {{ day }} }}",
    "an unknown field": "query Q{} {{ majors {{ nothing }} }}",
    "no document": "query Q{} {{ majors {{",
    "too large": "query Q{} {{ a: majors {{ majors {{ majors {{ majors {{ majors {{ majors {{ majors {{ majors {{ majors {{ majors {{ id"
    + " }}" * 11,
    "valid": "query Q{} {{ catalogues {{ id name }} }}",
}


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED)
async def test_a_document_that_is_answered_or_refused_is_in_no_ring(national, left_in_rings, text):
    """The collector may have set it apart meanwhile: then a ring would stay until all is looked through."""
    operations = Operations(executable_schema(), PLANNERS, national, await keeper_on(national))

    async def run(number):
        try:
            answer = await operations.run(Request(text.format(number), {}))
        except RefusedError as error:
            return len(error.errors)
        return len(answer.errors) or answer.data

    assert await run(0)
    left_in_rings()
    for number in range(1, 4):
        assert await run(number)

    assert [each for each in left_in_rings() if isinstance(each, Node | FrameType)] == []


def test_the_functions_of_a_plan_end_with_it(left_in_rings):
    identified = Identifier(executable_schema(), PLANNERS).identify(
        Request(QUERY.format(0, FIELDS), {"first": 1}), Trace()
    )
    assert identified.prepared
    space = identified.prepared.shape.__globals__
    assert space

    del identified

    assert space == {}
