"""Requests that wait together leave as one statement, and none of them notices."""

import asyncio

import pytest

from graph.connection import batching
from graph.connection.batching import BATCH_LARGEST, EXPENSIVE_AFTER_S, Batcher, BatchRequest, PlanTexts, SlidingMinimum
from graph.connection.database import Statement
from graph.database_errors import StatementTimeoutError
from graph.query.compile import CompiledBatch
from resolvers.identify import Request
from resolvers.operation import Operations
from schema.build import executable_schema
from tests.conftest import on_engines
from tests.directories import keeper_on
from tests.golden.make import PLANNERS, all_cases, plan_case
from tests.waiting import Clock, turns

LOOK_UP = "query ($code: String!) { major(code: $code) { code name certificates(first: 2) { nodes { name } } } }"
CODES = ["510203", "510201", "520201", "999999", "510203", "410102", "530302", "550101"] * 3


class Watched:
    """A reader that keeps what passes, and is asked by no probe that would blur the count."""

    def __init__(self, reader):
        self.reader = reader
        self.statements = []

    async def read(self, statement, **options):
        if statement.text != "RETURN 1":
            self.statements.append(statement)
        return await self.reader.read(statement, **options)


def all_cheap(reader) -> Batcher:
    """Batches to which every plan is cheap: the call is said to cost a minute."""
    batches = Batcher(reader)
    batches._call_s = 60.0
    batches._reads = 1
    return batches


async def operations_on(national, reader=None, batches=None) -> Operations:
    return Operations(executable_schema(), PLANNERS, reader or national, await keeper_on(national), batches)


def shown(answer):
    return answer.data, [each.message for each in answer.errors], answer.trace.tier


async def test_a_burst_is_answered_as_each_alone_with_fewer_statements(national):
    watched = Watched(national)
    alone = await operations_on(national)
    together = await operations_on(national, watched, all_cheap(watched))
    requests = [Request(LOOK_UP, {"code": each}) for each in CODES]
    await together.run(requests[0])  # what a plan costs is known after its first run
    watched.statements.clear()

    found = await asyncio.gather(*(together.run(each) for each in requests))

    assert [shown(each) for each in found] == [shown(await alone.run(each)) for each in requests]
    assert len(watched.statements) == 2  # the first alone, and those that came while it was under way


@on_engines("embedded", "neo4j", "neo4j-2026")
async def test_every_golden_case_is_answered_alike_in_a_batch(national):
    watched = Watched(national)
    alone, together = await operations_on(national), await operations_on(national, watched, all_cheap(watched))
    for case in all_cases():
        if plan_case(case.query, case.variables)[1].texts.batch is None:
            continue  # never batched, so its answers are made one by one
        request = Request(case.query, case.variables)
        await together.run(request)

        found = await asyncio.gather(*(together.run(request) for _ in range(5)))

        expected = shown(await alone.run(request))
        assert [shown(each) for each in found] == [expected] * 5, case.name
    assert any("$requests" in each.text for each in watched.statements)


async def test_pages_of_other_sizes_never_share_a_statement(national):
    watched = Watched(national)
    operations = await operations_on(national, watched, all_cheap(watched))
    query = 'query ($n: Int!) { province(code: "440000") { colleges(first: $n) { nodes { name } } } }'
    await operations.run(Request(query, {"n": 1}))

    found = await asyncio.gather(*(operations.run(Request(query, {"n": 1 + turn % 3})) for turn in range(30)))

    assert [len(each.data["province"]["colleges"]["nodes"]) for each in found] == [1, 2, 3] * 10
    batches = [each for each in watched.statements if "$requests" in each.text]
    assert len({next(each.params[name] for name in each.params if name != "requests") for each in batches}) == 3


# ---- faults, at a reader that fails on request


PLAN_TEXT = "MATCH (n:X {id: $id}) RETURN n"
BATCH_TEXT = "UNWIND $requests ..."


class Told:
    """Answers each request with its number; fails at a number, or loses rows of a batch, on request; waits for a gate."""

    def __init__(self, *, bad=(), lost=0):
        self.bad = bad
        self.lost = lost
        self.gate = asyncio.Event()
        self.sizes = []

    async def read(self, statement: Statement, *, timeout_s=None, **_):
        if statement.text == "RETURN 1":
            return [[1]]
        await self.gate.wait()
        requests = statement.params.get("requests")
        numbers = [each["id"] for each in requests] if requests else [statement.params["id"]]
        self.sizes.append(len(numbers))
        if any(each in self.bad for each in numbers):
            raise StatementTimeoutError
        rows = [[place, number] for place, number in enumerate(numbers)]
        return [[rows[: len(rows) - self.lost]]] if requests else [[numbers[0]]]


def asked_of(plan: PlanTexts, numbers) -> list[BatchRequest]:
    return [BatchRequest(plan, {"id": number}, {"plan": "x"}) for number in numbers]


def cheap_plan() -> PlanTexts:
    plan = PlanTexts(PLAN_TEXT, CompiledBatch(BATCH_TEXT, ()))
    plan.own_s.add(0.0)
    return plan


async def test_a_failing_batch_is_asked_again_one_by_one_and_each_error_is_its_own():
    reader = Told(bad={7})
    batches = all_cheap(reader)
    waiting = [asyncio.ensure_future(batches.read(each)) for each in asked_of(cheap_plan(), range(10))]
    await turns()
    reader.gate.set()

    found = await asyncio.gather(*waiting, return_exceptions=True)

    assert [each if isinstance(each, list) else type(each) for each in found] == [
        StatementTimeoutError if number == 7 else [number] for number in range(10)
    ]
    assert reader.sizes == [1, 9, *[1] * 9]


async def test_a_batch_whose_answer_lacks_a_row_is_asked_again_one_by_one():
    reader = Told(lost=1)
    batches = all_cheap(reader)
    waiting = [asyncio.ensure_future(batches.read(each)) for each in asked_of(cheap_plan(), range(10))]
    await turns()
    reader.gate.set()

    assert await asyncio.wait_for(asyncio.gather(*waiting), 5) == [[number] for number in range(10)]
    assert reader.sizes == [1, 9, *[1] * 9]


async def test_a_cancelled_request_leaves_and_the_others_are_answered():
    reader = Told()
    batches = all_cheap(reader)
    waiting = [asyncio.ensure_future(batches.read(each)) for each in asked_of(cheap_plan(), range(10))]
    await turns()
    waiting[0].cancel()  # under way
    waiting[5].cancel()  # waits
    reader.gate.set()

    found = await asyncio.gather(*waiting, return_exceptions=True)

    assert [number for number, each in enumerate(found) if isinstance(each, asyncio.CancelledError)] == [0, 5]
    assert [each for each in found if isinstance(each, list)] == [
        [number] for number in range(10) if number not in (0, 5)
    ]
    assert sum(reader.sizes) == 8


async def test_a_batch_is_bounded_and_nothing_is_kept_afterwards():
    reader = Told()
    batches = all_cheap(reader)
    waiting = [asyncio.ensure_future(batches.read(each)) for each in asked_of(cheap_plan(), range(200))]
    await turns()
    reader.gate.set()

    assert await asyncio.gather(*waiting) == [[number] for number in range(200)]
    assert max(reader.sizes) == BATCH_LARGEST
    assert not batches._queues


async def test_a_plan_that_costs_more_than_the_call_passes_alone():
    reader = Told()
    reader.gate.set()
    batches, plan = Batcher(reader), PlanTexts(PLAN_TEXT, CompiledBatch(BATCH_TEXT, ()))
    plan.own_s.add(1.0)

    await asyncio.gather(*(batches.read(each) for each in asked_of(plan, range(200))))

    assert set(reader.sizes) == {1}


# ---- fairness


@pytest.fixture
def clock(monkeypatch) -> Clock:
    found = Clock()
    monkeypatch.setattr(batching, "time", found)
    return found


DEAR_TEXT = "MATCH (n:Y {id: $id}) RETURN n"


class Gates:
    """Answers a statement when its gate is opened; keeps how many requests each statement had."""

    def __init__(self):
        self.gates = {PLAN_TEXT: asyncio.Event(), DEAR_TEXT: asyncio.Event(), BATCH_TEXT: asyncio.Event()}
        self.sizes = []

    async def read(self, statement: Statement, **_):
        requests = statement.params.get("requests")
        self.sizes.append(len(requests or [1]))
        await self.gates[statement.text].wait()
        return [[[[place, each["id"]] for place, each in enumerate(requests)]]] if requests else [[1]]


def dear_plan(*, batch: CompiledBatch | None) -> PlanTexts:
    plan = PlanTexts(DEAR_TEXT, batch)
    plan.own_s.add(90.0)
    return plan


@pytest.mark.parametrize("batch", [CompiledBatch(BATCH_TEXT, ()), None], ids=["found by key", "never batched"])
async def test_nothing_gathers_beside_a_dear_statement_nor_just_after_one(batch, clock):
    reader = Gates()
    batches, plan = all_cheap(reader), cheap_plan()
    dear = asyncio.ensure_future(batches.read(asked_of(dear_plan(batch=batch), [0])[0]))
    await turns()

    beside = [asyncio.ensure_future(batches.read(each)) for each in asked_of(plan, range(5))]
    await turns()
    assert reader.sizes == [1] * 6
    reader.gates[DEAR_TEXT].set()
    await dear
    just_after = [asyncio.ensure_future(batches.read(each)) for each in asked_of(plan, range(5))]
    await turns()
    assert reader.sizes == [1] * 11
    clock.advance(EXPENSIVE_AFTER_S * 1.5)
    calm = [asyncio.ensure_future(batches.read(each)) for each in asked_of(plan, range(5))]
    await turns()
    reader.gates[PLAN_TEXT].set()
    reader.gates[BATCH_TEXT].set()
    await asyncio.gather(*beside, *just_after, *calm)

    assert reader.sizes == [1] * 12 + [4]


async def test_a_plan_of_unknown_cost_disturbs_nobody():
    """Each new document has such a plan; they must not end the batching of all others."""
    reader = Gates()
    batches = all_cheap(reader)
    unknown = asyncio.ensure_future(batches.read(asked_of(PlanTexts(DEAR_TEXT), [0])[0]))
    await turns()
    waiting = [asyncio.ensure_future(batches.read(each)) for each in asked_of(cheap_plan(), range(5))]
    await turns()
    for gate in reader.gates.values():
        gate.set()
    await asyncio.gather(unknown, *waiting)

    assert reader.sizes == [1, 1, 4]


async def test_nobody_waits_long_for_a_statement_that_does_not_end():
    reader = Gates()
    batches, plan = all_cheap(reader), cheap_plan()
    batches._call_s = 0.005
    stuck = asyncio.ensure_future(batches.read(asked_of(plan, [0])[0]))
    await turns()
    reader.gates[BATCH_TEXT].set()
    waiting = [asyncio.ensure_future(batches.read(each)) for each in asked_of(plan, range(1, 5))]

    found = await asyncio.wait_for(asyncio.gather(*waiting), 5)

    assert found == [[1], [2], [3], [4]]
    assert reader.sizes == [1, 4]
    assert not stuck.done()
    reader.gates[PLAN_TEXT].set()
    await stuck
    assert not batches._queues


class Slow:
    """Takes its time: a call 2 ms, the plan's statement 20 ms more; the first call of all 100 ms, as on a cold server."""

    def __init__(self, clock):
        self.clock = clock
        self.sizes = []
        self.first = True

    async def read(self, statement, **_):
        if statement.text == "RETURN 1":
            cold, self.first = self.first, False
            await self.clock.sleep(0.1 if cold else 0.002)
            return [[1]]
        requests = statement.params.get("requests")
        await self.clock.sleep(0.022)
        self.sizes.append(len(requests or [1]))
        return [[[[place, 1] for place, _ in enumerate(requests)]]] if requests else [[1]]


async def test_a_cold_start_and_a_crowd_do_not_make_a_large_statement_look_cheap(clock):
    reader = Slow(clock)
    batches, plan = Batcher(reader), PlanTexts(PLAN_TEXT, CompiledBatch(BATCH_TEXT, ()))

    async def client():
        for _ in range(20):
            await batches.read(asked_of(plan, [1])[0])

    await clock.run(*(client() for _ in range(10)))

    assert reader.sizes == [1] * 200
    assert (batches._call_s, plan.own_s.value) == (pytest.approx(0.002), pytest.approx(0.02))  # type: ignore[comparison-overlap]  # compared approximately


def test_the_least_forgets_after_its_window():
    least = SlidingMinimum(3)
    assert least.value == float("inf")
    for value in (5.0, 1.0, 4.0):
        least.add(value)
    assert least.value == 1.0
    for value in (6.0, 7.0, 8.0, 9.0):
        least.add(value)
    assert least.value == pytest.approx(6.0)


async def test_a_batcher_that_is_stopped_asks_nothing_more(national):
    """As a server does before it closes its connections: what asks later opens one that no one closes."""
    asked = asyncio.Event()

    class Silent:
        """A reader that answers requests, and never the probe."""

        async def read(self, statement, **options):
            if statement.text == "RETURN 1":
                asked.set()
                await asyncio.Event().wait()
            return await national.read(statement, **options)

    batches = Batcher(Silent())
    operations = await operations_on(national, Silent(), batches)
    answer = await operations.run(Request(LOOK_UP, {"code": CODES[0]}))
    await asked.wait()

    await batches.stop()

    assert answer.errors == []
    assert not batches._tasks
