"""A draft is read by its college alone, in whatever way the schema lets one ask; for all others it is not there."""

import json
import logging
from collections.abc import Iterator

import pytest

from graph.model import MODEL
from graph.model.core import DRAFT_OF, Ends, Side
from graph.model.slugs import slug_of
from resolvers import identify
from resolvers.identify import Request
from resolvers.operation import Operations
from resolvers.request import documents as documents_of_requests
from resolvers.rights import EVERYBODY, Rights
from schema.build import executable_schema
from tests.equivalence.agreement import Run, answers_agree
from tests.equivalence.documents import DocumentRuns, documents
from tests.equivalence.oracle import Oracle
from tests.equivalence.small import OTHER, OWN, make_graph
from tests.equivalence.test_agreement import COUNT, NEO4J_COUNT
from tests.golden.make import PLANNERS, Current

log = logging.getLogger(__name__)
WITH_DRAFTS = [each for each in MODEL.node_types.values() if each.has_drafts]
SIDES = [side for sides in MODEL.sides.values() for side in sides.values()]
TO_DRAFTS = [each for each in SIDES if MODEL.node_types[each.target].has_drafts]
# Documents and plans of all that is asked here: what one caller asked is planned for the next, as in a server.
KEPT_BYTES = 256 << 20
readers = pytest.mark.parametrize("reader", [EVERYBODY, OWN, OTHER, "College:none"])


def ids(oracle: Oracle, node_type: str) -> str:
    return json.dumps([each.id for each in oracle.graph.of_type(node_type)])


def of_types(oracle: Oracle) -> Iterator[str]:
    """Every way to find a node of a type by itself: lists in each order, counts, filters, ids, search."""
    for each in WITH_DRAFTS:
        found = "{ totalCount nodes { id } }"
        yield f"{{ {each.plural}(first: 50) {found} }}"
        yield f"{{ {each.plural}(first: 50, where: {{id: {{in: {ids(oracle, each.name)}}}}}) {found} }}"
        yield f"{{ {each.plural}(first: 50, orderBy: {{by: ID, direction: DESC}}) {found} }}"
        yield f'{{ {each.plural}(where: {{not: {{id: {{eq: "x"}}}}}}) {{ totalCount }} }}'
        for node in oracle.graph.of_type(each.name):
            yield f"{{ node(id: {json.dumps(node.id)}) {{ id }} }}"
            yield f"{{ node(slug: {json.dumps(slug_of(node.id))}) {{ id }} }}"
    for text in ("甲", "乙", "jia"):
        yield f"{{ search(text: {json.dumps(text)}, first: 50) {{ node {{ id }} }} }}"


def over_sides(oracle: Oracle) -> Iterator[str]:
    """Every relation that leads to what may be a draft: as a field, with its links, and in filters."""
    for each in TO_DRAFTS:
        owner = MODEL.node_types[each.owner]
        yield f"{{ {owner.plural}(first: 10) {{ nodes {{ id {below(each)} }} }} }}"
        if each.ends is Ends.MANY:
            yield f"{{ {owner.plural}(first: 10) {{ nodes {{ id {each.name} {{ totalCount }} }} }} }}"
        for quantifier in ("some", "none", "all"):
            condition = f"{{id: {{in: {ids(oracle, each.target)}}}}}"
            where = f"{{{each.name}: {{{quantifier}: {condition}}}}}"
            yield f"{{ {owner.plural}(first: 50, where: {where}) {{ totalCount nodes {{ id }} }} }}"


def below(side: Side) -> str:
    return f"{side.name}(first: 10) {{ nodes {{ id }} }}" if side.ends is Ends.MANY else f"{side.name} {{ id }}"


@pytest.fixture(scope="module")
def shared() -> tuple[Operations, Current]:
    """What answers the callers of all these tests, one after the other."""
    graph = Current()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(documents_of_requests, "KEPT_BYTES", KEPT_BYTES)
        patched.setattr(identify, "KEPT_PLANS_BYTES", KEPT_BYTES)
        return Operations(executable_schema(), PLANNERS, graph, graph), graph


@pytest.fixture
async def run(shared, small, reader) -> Run:
    """What answers a caller of these rights."""
    operations, graph = shared
    await graph.turn_to(small)

    async def answered(query, variables):
        graph.statements.clear()
        answer = await operations.run(Request(query, variables, rights=Rights(reader)))
        return answer.data, answer.errors

    return answered


@readers
async def test_every_list_count_filter_relation_and_look_up_shows_a_draft_to_its_college_alone(run, oracle, reader):
    seeing = Oracle(oracle.graph, reader)
    queries = [*of_types(oracle), *over_sides(oracle)]

    seen = await answers_agree(run, [DocumentRuns(each, ({},)) for each in queries], seeing)

    log.info("%s: %s of %s", reader or "everybody", dict(seen), len(queries))
    assert seen["undefined"] + seen["invalid"] + seen["too large"] < len(queries) / 20


@readers
async def test_any_document_is_answered_as_if_the_drafts_of_others_were_not_there(run, oracle, engine, reader):
    # Of a few documents alone most may have errors.
    count = max(60, (COUNT if engine == "embedded" else NEO4J_COUNT) // 3)

    seen = await answers_agree(run, documents(oracle, count, seed=7), Oracle(oracle.graph, reader))

    assert seen["whole"] > seen.total() / 2


@pytest.mark.slow
def test_what_is_asked_tells_callers_apart():
    """Else the tests above would hold where no one sees a draft, or everybody."""
    graph = make_graph()
    nobody, own = Oracle(graph), Oracle(graph, OWN)
    differing = {query for query in of_types(nobody) if nobody.answer(query, {}) != own.answer(query, {})}
    over = {query for query in over_sides(nobody) if nobody.answer(query, {}).data != own.answer(query, {}).data}

    for each in WITH_DRAFTS:
        assert sum(f" {each.plural}(" in query for query in differing) >= 4, each.name
        assert any(node.values.get(DRAFT_OF.name) == OTHER for node in graph.of_type(each.name))
    sides = {(each.owner, each.name) for each in TO_DRAFTS if any(f"{each.name}" in query for query in over)}
    assert len(sides) > 0.8 * len(TO_DRAFTS)


def test_every_part_of_a_training_plan_may_be_a_draft():
    parts = {each.end for each in MODEL.relationships.values() if each.start == "TrainingPlan" and each.structural}
    # The outcomes of its courses.
    parts |= {each.end for each in MODEL.relationships.values() if each.start in parts and each.structural}

    assert {each.name for each in WITH_DRAFTS} == parts | {"TrainingPlan", "Change", "Source"}
