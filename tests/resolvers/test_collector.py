"""The collector stops everybody while it looks: what is kept of strangers' documents must be little to look through."""

import gc
import statistics
import time
from collections.abc import Iterator

import pytest

from resolvers.identify import Identifier, Request
from resolvers.trace import Trace
from schema.build import executable_schema
from tests.golden.make import PLANNERS

DOCUMENTS = 2_000
# As large as what a page of the explorer asks.
FIELDS = (
    "id name code edition educationLevel displayName basis sourceNote sources { id title location } majorClass { id name } "
    "teachingStandards { id name courses { id name } } certificates(first: 1) { nodes { id name } }"
)
QUERY = "query Q{} ($first: Int) {{ majors(first: $first) {{ nodes {{ {} }} }} }}"


@pytest.fixture
def stops() -> Iterator[list[tuple[float, int]]]:
    """The whole collections: processor time and objects. What was there before is left out, as in a server."""
    found: list[tuple[float, int]] = []
    began, objects = 0.0, 0

    def note(phase: str, info: dict) -> None:
        nonlocal began, objects
        if info["generation"] != 2:
            return
        if phase == "start":
            objects = len(gc.get_objects())
            began = time.thread_time()
        else:
            found.append((time.thread_time() - began, objects))

    gc.collect()
    gc.freeze()
    gc.callbacks.append(note)
    yield found
    gc.callbacks.remove(note)
    gc.unfreeze()


def test_two_thousand_documents_make_no_stop_of_50_ms(stops):
    identifier = Identifier(executable_schema(), PLANNERS)
    for number in range(DOCUMENTS):
        identifier.identify(Request(QUERY.format(number, FIELDS), {"first": number % 100 + 1}), Trace())
    gc.collect()

    # The middle one: what else this machine does makes single ones longer. Of objects there is no such excuse.
    assert statistics.median(taken for taken, _ in stops) < 0.05
    assert max(objects for _, objects in stops) < 120_000
