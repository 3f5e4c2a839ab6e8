"""The response cache on a real graph: strict, shared, bounded, and each request alone with its own misfortune."""

import asyncio
import contextlib
import json
from collections import Counter
from dataclasses import replace
from types import FrameType

import pytest

from graph.connection import revision_watch
from graph.connection.database import Database, Statement
from graph.connection.directory_keeper import DirectoryKeeper
from graph.connection.revision_watch import Mark, RevisionWatch
from graph.database_errors import GraphUnavailableError
from resolvers.identify import Request
from resolvers.operation import Operations
from resolvers.request.recent_values import LARGEST_PART
from resolvers.rights import EVERYBODY, Rights
from resolvers.trace import Tier, Trace
from schema.build import executable_schema
from server.api.kept_answers import ENTRY_BYTES, AnswerKey, Kept, KeptAnswers
from server.api.response_cache import ResponseCache, Source
from server.http.response import Caller
from tests.golden.make import PLANNERS, Counting
from tests.waiting import Clock, turns, until

COURSE = "Course:2025:1:1"
QUERY = "query ($id: ID!) { node(id: $id) { ... on Course { name sequence } } }"
CREATE = Statement(
    "CREATE (c:Course {id: $id, basis: 'ILLUSTRATIVE', sourceIds: [], standardYear: 2025, majorCode: '1', sequence: 1, name: 'x'})",
    {"id": COURSE},
)
RAISE = Statement("MATCH (c:Course {id: $id}) SET c.sequence = c.sequence + 1 RETURN c.sequence", {"id": COURSE})


class House:
    """A cache before real operations on a real graph; the statements of operations are counted and can be held back."""

    def __init__(self, database: Database, cache_bytes: int = 1 << 20, staleness_s: float = 0.0) -> None:
        self.database = database
        self.counting = Counting(database)
        self.operations = Operations(executable_schema(), PLANNERS, self.counting, DirectoryKeeper(database))
        self.watch = RevisionWatch(database, staleness_s)
        self.cache = ResponseCache(self.watch, cache_bytes)
        self.gate = asyncio.Event()
        self.gate.set()
        self.way_back = asyncio.Event()
        self.way_back.set()
        self.executed = asyncio.Event()
        self.failures: list[Exception] = []
        self.cancelled = 0
        self.counts: Counter[Source] = Counter()

    async def ask(self, query: str = QUERY, rights: Rights = EVERYBODY, **variables):
        """Ask as the endpoint does."""
        request = Request(query, variables or {"id": COURSE})
        identified = self.operations.identifier.identify(request, Trace())

        async def work():
            try:
                await self.gate.wait()
            except asyncio.CancelledError:
                self.cancelled += 1
                raise
            if self.failures:
                raise self.failures.pop()
            answer = await self.operations.execute(identified, request, Trace())
            self.executed.set()
            await self.way_back.wait()
            return answer

        found = await self.cache.answer(AnswerKey(identified.digest, rights), work)
        self.counts[found.source] += 1
        return found

    async def sequence(self, **options) -> int:
        found = await self.ask(**options)
        return data_of(found)["node"]["sequence"]

    @property
    def statements(self) -> int:
        return len(self.counting.statements)

    async def waiting(self, count: int) -> None:
        """Wait until this many requests wait for one execution."""
        await until(lambda: sum(each.waiting for each in self.cache._flights.values()) == count)


def data_of(found):
    return found.answer.data if found.kept is None else json.loads(found.kept.body)["data"]


@pytest.fixture
async def house(database: Database) -> House:
    await database.write(lambda writer: writer.run(CREATE))
    return House(database)


async def write(house: House) -> int:
    ((value,),) = await house.database.write(lambda writer: writer.run(RAISE))
    return value


async def test_an_answer_is_executed_once_until_a_write_is_committed(house):
    assert [await house.sequence() for _ in range(3)] == [1, 1, 1]
    assert house.statements == 1

    await write(house)
    assert [await house.sequence() for _ in range(3)] == [2, 2, 2]
    assert house.statements == 2
    assert house.counts == {Source.MISS: 2, Source.HIT: 4}


async def test_an_answer_labelled_before_a_write_that_it_already_shows_is_only_executed_again(house):
    await house.sequence()
    await write(house)
    # The process has not heard of the write: the new answer is labelled with the revision before it.
    other = await house.ask(QUERY.replace("name", ""))
    assert data_of(other)["node"]["sequence"] == 2

    assert await house.sequence(query=QUERY.replace("name", "")) == 2
    assert house.counts == {Source.MISS: 3}


async def test_equal_requests_at_once_share_one_execution(house):
    await house.watch.current()
    house.gate.clear()
    asked = [asyncio.create_task(house.ask()) for _ in range(20)]
    await house.waiting(20)
    house.gate.set()

    answers = await asyncio.gather(*asked)

    assert {data_of(each)["node"]["sequence"] for each in answers} == {1}
    assert house.statements == 1
    assert house.counts == {Source.MISS: 1, Source.SHARED: 19}
    assert house.cache._flights == {}


async def test_the_first_requests_of_a_process_share_one_execution_too(house):
    house.gate.clear()
    asked = [asyncio.create_task(house.ask()) for _ in range(20)]
    await house.waiting(20)
    house.gate.set()
    await asyncio.gather(*asked)

    assert house.statements == 1
    assert house.counts == {Source.MISS: 1, Source.SHARED: 19}


async def test_an_execution_begun_before_a_write_is_not_shared_with_a_request_after_it(house):
    await house.watch.current()
    house.gate.clear()
    early = asyncio.create_task(house.ask())
    await house.waiting(1)
    before = house.cache._flights.copy()
    await write(house)
    late = asyncio.create_task(house.ask())
    await until(lambda: house.cache._flights != before)  # the late one leads an execution of its own
    house.gate.set()

    assert data_of(await late)["node"]["sequence"] == 2
    assert data_of(await early)["node"]["sequence"] == 2  # it was held back before its statement
    assert house.statements == 2
    # The older label has not replaced the newer.
    assert (await house.ask()).source is Source.HIT


async def test_an_answer_on_its_way_while_a_write_becomes_known_is_not_taken_for_a_newer_one(house):
    await house.watch.current()
    house.way_back.clear()
    early = asyncio.create_task(house.ask())
    await house.executed.wait()
    await write(house)
    await house.watch.current()
    house.way_back.set()

    assert data_of(await early)["node"]["sequence"] == 1
    assert await house.sequence() == 2


async def test_variables_that_are_coerced_to_the_same_are_one_key_and_others_are_not(house):
    query = "query ($first: Int = 20, $other: Boolean = true) { courses(first: $first) { nodes { name @include(if: $other) } } }"
    assert (await house.ask(query, first=20)).source is Source.MISS
    assert (await house.ask(query, other=True)).source is Source.HIT
    assert (await house.ask(query, first=20, unknown=1)).source is Source.HIT
    assert (await house.ask(query, first=19)).source is Source.MISS
    assert (await house.ask(query, other=False)).source is Source.MISS
    assert (await house.ask(query.replace("name", "name ")[:-1] + " }", first=20)).source is Source.MISS


async def test_answers_are_never_shared_between_different_rights(house):
    await house.watch.current()
    house.gate.clear()
    asked = [asyncio.create_task(house.ask(rights=Rights(name))) for name in ("a", "b", "a")]
    await house.waiting(3)
    house.gate.set()
    await asyncio.gather(*asked)

    assert house.statements == 2
    assert (await house.ask(rights=Rights("c"))).source is Source.MISS


async def test_the_failure_of_one_request_does_not_reach_those_who_waited_with_it(house):
    await house.watch.current()
    house.failures = [GraphUnavailableError()]
    house.gate.clear()
    asked = [asyncio.create_task(house.ask()) for _ in range(4)]
    await house.waiting(4)
    house.gate.set()

    first, *others = await asyncio.gather(*asked, return_exceptions=True)

    assert isinstance(first, GraphUnavailableError)
    assert [data_of(each)["node"]["sequence"] for each in others] == [1, 1, 1]


async def test_a_failure_leaves_no_frame_of_the_cache_to_the_collector(house, left_in_rings):
    await house.watch.current()
    left_in_rings()
    house.failures = [GraphUnavailableError()]

    with contextlib.suppress(GraphUnavailableError):
        await house.ask()

    left = [each.f_code.co_qualname for each in left_in_rings() if isinstance(each, FrameType)]
    assert [each for each in left if each.startswith("ResponseCache")] == []


async def test_one_who_leaves_does_not_take_the_answer_from_the_others(house):
    await house.watch.current()
    house.gate.clear()
    asked = [asyncio.create_task(house.ask()) for _ in range(3)]
    await house.waiting(3)
    asked[0].cancel()  # the one who began the execution
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(house.ask(), 0.2)
    house.gate.set()

    assert {data_of(each)["node"]["sequence"] for each in await asyncio.gather(*asked[1:])} == {1}
    assert (house.statements, house.cancelled) == (1, 0)


async def test_an_execution_that_nobody_waits_for_is_cancelled(house):
    await house.watch.current()
    house.gate.clear()
    asked = [asyncio.create_task(house.ask()) for _ in range(3)]
    await house.waiting(3)
    for each in asked:
        each.cancel()
    await asyncio.wait(asked)
    await turns()
    assert (house.cancelled, house.cache._flights) == (1, {})

    house.gate.set()
    assert await house.sequence() == 1


async def test_an_answer_with_errors_or_of_another_tier_is_not_kept(house):
    unknown = [await house.ask(id="Course:2025:1:2") for _ in range(2)]
    hole = Statement("MATCH (c:Course {id: $id}) REMOVE c.name", {"id": COURSE})
    await house.database.write(lambda writer: writer.run(hole))
    replayed = [await house.ask() for _ in range(2)]

    assert [each.source for each in (*unknown, *replayed)] == [Source.MISS] * 4
    assert {each.tier for each in replayed} == {Tier.REPLAY}
    assert len(house.cache.kept) == 0


async def test_within_the_staleness_an_older_answer_is_shown_and_after_it_the_new_one(database, monkeypatch):
    clock = Clock()
    monkeypatch.setattr(revision_watch, "time", clock)
    await database.write(lambda writer: writer.run(CREATE))
    house = House(database, staleness_s=1.0)
    await house.sequence()
    await write(house)

    clock.advance(0.9)
    assert await house.sequence() == 1
    clock.advance(0.1)
    assert await house.sequence() == 2


async def test_nothing_is_kept_when_the_cache_is_off(database):
    await database.write(lambda writer: writer.run(CREATE))
    house = House(database, cache_bytes=0)

    assert [(await house.ask()).source for _ in range(2)] == [Source.BYPASS] * 2
    assert house.statements == 2


def test_the_least_recently_used_is_forgotten_and_the_bytes_stay_within_their_bound():
    def made(name: str, size: int) -> Kept:
        return Kept(AnswerKey(name.encode(), EVERYBODY), mark, {"text": "x" * size})

    mark, largest = Mark(0, 1), 16 * (ENTRY_BYTES + 1_000)
    kept = KeptAnswers(largest)
    for number in range(100):
        kept.put(made(f"{number}", 900))
        kept.get(AnswerKey(b"0", EVERYBODY), mark)  # in use
        assert kept.size <= largest

    assert len(kept) == 16
    assert AnswerKey(b"0", EVERYBODY) in kept
    assert [AnswerKey(f"{each}".encode(), EVERYBODY) in kept for each in (84, 85)] == [False, True]
    kept.put(made("large", largest // LARGEST_PART))
    assert AnswerKey(b"large", EVERYBODY) not in kept
    assert kept.size == sum(each.size for each, _ in kept._recent._kept.values())


async def test_coded_bodies_count_and_push_out_others(house):
    await house.ask()
    plain = house.cache.kept.size
    big = Kept(AnswerKey(b"big", EVERYBODY), Mark(0, 1), {"text": "0123456789" * 400})
    house.cache.kept.put(big)
    before = house.cache.kept.size
    reply = await house.cache.make_reply(big, Caller("application/json", "gzip"))

    assert before == plain + big.size - len(reply.body)
    assert house.cache.kept.size == before + len(reply.body)
    assert big.reply(Caller("application/json", "gzip")) is reply


async def test_an_older_answer_does_not_replace_a_newer_one():
    kept = KeptAnswers(1 << 20)
    key = AnswerKey(b"k", EVERYBODY)
    kept.put(Kept(key, Mark(0, 2), {"value": 2}))
    kept.put(Kept(key, Mark(0, 1), {"value": 1}))

    assert kept.get(key, Mark(0, 1)) is None
    assert kept.get(key, Mark(0, 2)).body == b'{"data":{"value":2}}'


async def test_in_a_cluster_no_read_sees_less_than_what_the_process_read_or_wrote_before(
    request, database, engine_address
):
    if request.node.callspec.params["engine_address"] == "embedded":
        pytest.skip("the embedded engine is one server and knows no routing")
    routed = replace(engine_address, uri=engine_address.uri.replace("bolt://", "neo4j://"))
    async with Database.open(routed) as cluster:
        await cluster.write(lambda writer: writer.run(CREATE))
        written = await cluster.chain.get_bookmarks()
        await database.write(lambda writer: writer.run(RAISE))  # by another process
        await RevisionWatch(cluster).current()
        read = await cluster.chain.get_bookmarks()

    assert written
    assert read
    assert written != read
    assert database.chain is None
