"""Requests of one plan that wait at the same time leave as one statement.

The driver costs a fixed time for each call, more than a small statement itself. While a statement of a plan runs,
arrivals for the same plan gather, and leave together when it ends: no one is made to wait for a batch. Only plans are
batched whose own cost is small against the call, which is measured, not guessed; and nothing gathers next to statements
that cost more (docs/adr/0009-batching-by-plan.md).
"""

import asyncio
import contextlib
import time
from collections.abc import Coroutine, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from graph.errors import OneplusxError
from graph.query.compile import REQUESTS, CompiledBatch
from graph.query.statement import Reader, Row, Statement

# Requests of one batch: it bounds what one statement may read and how long one answer keeps the others waiting.
BATCH_LARGEST = 64
# A batch is of small statements; one that takes longer than this is given up and its requests are asked one by one.
BATCH_WITHIN_S = 2.0
# A statement is cheap whose own cost is at most this share of a call's, and expensive above it.
CHEAP_SHARE = 0.5
# No one waits for a statement under way longer than this many calls take: its values may cost more than others.
PATIENCE_CALLS = 8
# Next to an expensive statement, and this long after one, who waited for a batch would wait for that statement too.
EXPENSIVE_AFTER_S = 0.1
# What a plan costs is the least of this many runs: next to others nearly every run takes longer than it costs.
COST_OF_RUNS = 5_000
# The cost of a call is measured by empty statements, a few in a row, once for this many reads: one in two hundred.
READS_PER_PROBE = 600
PROBES = 3
# How long a server that stops waits for measurements and batches under way.
STOPS_WITHIN_S = 1.0

_PROBE = Statement("RETURN 1")

Group = tuple[Any, ...]


class SlidingMinimum:
    """The least of the last measurements: what something takes when nothing stands in its way.

    A measurement counts for one to two windows, so that a graph that has grown is noticed.
    """

    def __init__(self, window: int) -> None:
        self._window = window
        self._before = self._now = float("inf")
        self._count = 0

    def add(self, value: float) -> None:
        """Take one measurement."""
        self._now = min(self._now, value)
        self._count += 1
        if self._count >= self._window:
            self._before, self._now, self._count = self._now, float("inf"), 0

    @property
    def value(self) -> float:
        """Give the least; infinite before the first measurement."""
        return min(self._before, self._now)


class ExpensiveStatements:
    """Whether no expensive statement is under way, nor was a moment ago. Those under way are entered."""

    def __init__(self) -> None:
        self._under_way = 0
        self._ended = float("-inf")

    def __enter__(self) -> None:
        """Count an expensive statement as under way."""
        self._under_way += 1

    def __exit__(self, *_: object) -> None:
        self._under_way -= 1
        self._ended = time.monotonic()

    def __bool__(self) -> bool:
        return not self._under_way and time.monotonic() - self._ended > EXPENSIVE_AFTER_S


@dataclass(frozen=True, slots=True, eq=False)
class PlanTexts:
    """The texts of one plan, for one request and for several, and what it was measured to cost against the call."""

    text: str
    # None: the plan's requests are never batched.
    batch: CompiledBatch | None = None
    own_s: SlidingMinimum = field(default_factory=lambda: SlidingMinimum(COST_OF_RUNS))


@dataclass(frozen=True, slots=True)
class BatchRequest:
    """One request of a plan: the values of its parameters, and what goes to the server's log.

    ``timeout_s`` is set where it is known to be expensive: it then goes alone, with this time.
    """

    plan: PlanTexts
    params: Mapping[str, Any]
    metadata: Mapping[str, str]
    timeout_s: float | None = None

    @property
    def is_expensive(self) -> bool:
        """Whether it is known to be."""
        return self.timeout_s is not None


@dataclass(slots=True)
class _Queue:
    """The requests of one group: how many statements are under way, and who waits."""

    under_way: int = 0
    waiting: list[tuple[BatchRequest, asyncio.Future[Row]]] = field(default_factory=list)
    # Sends those who wait, where what is under way takes too long.
    patience: asyncio.TimerHandle | None = None


class Batcher:
    """Gathers the requests of one process by plan. A plan whose cost is not small passes straight through."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._queues: dict[Group, _Queue] = {}
        # The least ever: what a crowd adds by waiting must not make a large statement look small against the call.
        self._call_s = float("inf")
        self._expensive = ExpensiveStatements()
        self._reads = 0
        self._tasks: set[asyncio.Task[None]] = set()

    async def read(self, asked: BatchRequest) -> Row:
        """Give the row of one request, alone or in a batch. Raises: what ``Database.read`` raises, for this request."""
        if self._reads % READS_PER_PROBE == 0:
            self._start(self._probe())
        self._reads += 1
        if asked.is_expensive or self._is_expensive(asked.plan):
            with self._expensive:
                return await self._alone(asked)
        if asked.plan.batch is None or not self._is_cheap(asked.plan) or not self._expensive:
            return await self._alone(asked)
        group = (asked.plan, *(asked.params[name] for name in asked.plan.batch.shared))
        queue = self._queues.setdefault(group, _Queue())
        if queue.under_way:
            return await self._with_the_next(asked, group, queue)
        with self._place(group, queue):
            return await self._alone(asked)

    async def stop(self) -> None:
        """Let end what was begun aside, within a second: a connection that it opens later would stay open.

        What is cancelled while it connects leaves its socket to the collector, so that is the last resort.
        """
        if tasks := list(self._tasks):
            _, late = await asyncio.wait(tasks, timeout=STOPS_WITHIN_S)
            for each in late:
                each.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    # ---- what is cheap

    def _is_cheap(self, plan: PlanTexts) -> bool:
        """Whether a statement's own cost is known and small against that of a call."""
        return plan.own_s.value <= CHEAP_SHARE * self._call_s < float("inf")

    def _is_expensive(self, plan: PlanTexts) -> bool:
        """Whether a statement's own cost is known and not small against that of a call."""
        return CHEAP_SHARE * self._call_s < plan.own_s.value < float("inf")

    def _measured(self, plan: PlanTexts, seconds: float, requests: int) -> None:
        if self._call_s < float("inf"):
            plan.own_s.add(max(0.0, seconds - self._call_s) / requests)

    async def _probe(self) -> None:
        """Measure the call: what is not the statement's own."""
        # That a graph does not answer is reported to those who ask it something.
        with contextlib.suppress(OneplusxError):
            for _ in range(PROBES):
                began = time.perf_counter()
                await self._reader.read(_PROBE)
                self._call_s = min(self._call_s, time.perf_counter() - began)

    # ---- alone and together

    async def _alone(self, asked: BatchRequest) -> Row:
        began = time.perf_counter()
        statement = Statement(asked.plan.text, asked.params)
        (row,) = await self._reader.read(
            statement, timeout_s=asked.timeout_s, metadata=asked.metadata, is_expensive=asked.is_expensive
        )
        self._measured(asked.plan, time.perf_counter() - began, 1)
        return row

    async def _with_the_next(self, asked: BatchRequest, group: Group, queue: _Queue) -> Row:
        """Wait for the end of what is under way, and leave with all who wait then."""
        loop = asyncio.get_running_loop()
        row: asyncio.Future[Row] = loop.create_future()
        queue.waiting.append((asked, row))
        if queue.patience is None:
            queue.patience = loop.call_later(PATIENCE_CALLS * self._call_s, self._send, group, queue)
        # A request that is cancelled leaves: its future is done when the batch is put together.
        return await row

    @contextlib.contextmanager
    def _place(self, group: Group, queue: _Queue) -> Iterator[None]:
        """Count a statement as under way; at its end those who wait are sent."""
        queue.under_way += 1
        try:
            yield
        finally:
            queue.under_way -= 1
            self._send(group, queue)

    def _send(self, group: Group, queue: _Queue) -> None:
        if queue.patience is not None:
            queue.patience.cancel()
            queue.patience = None
        waiting = [each for each in queue.waiting if not each[1].done()]
        queue.waiting = []
        for start in range(0, len(waiting), BATCH_LARGEST):
            self._start(self._together(group, queue, waiting[start : start + BATCH_LARGEST]))
        if not waiting and not queue.under_way:
            self._queues.pop(group, None)

    async def _together(
        self, group: Group, queue: _Queue, requests: Sequence[tuple[BatchRequest, asyncio.Future[Row]]]
    ) -> None:
        with self._place(group, queue):
            rows = await self._batch([each for each, _ in requests]) if len(requests) > 1 else None
            if rows is None:
                await asyncio.gather(*(self._answer(*each) for each in requests))
                return
            for (_, answer), row in zip(requests, rows, strict=True):
                if not answer.done():
                    answer.set_result(row)

    async def _batch(self, requests: Sequence[BatchRequest]) -> list[Row] | None:
        """Run several requests as one statement; None: it failed, and whose fault it was is not known."""
        first, batch = requests[0], requests[0].plan.batch
        assert batch is not None
        params = {name: first.params[name] for name in batch.shared}
        params[REQUESTS] = [dict(each.params) for each in requests]
        metadata = {**first.metadata, "operation": f"batch of {len(requests)}"}
        began = time.perf_counter()
        try:
            ((rows,),) = await self._reader.read(
                Statement(batch.text, params), timeout_s=BATCH_WITHIN_S, metadata=metadata
            )
            # Checked here: who waits would wait for ever for a row that is not there.
            answers = [row[1:] for _, row in zip(requests, rows, strict=True)]
        except Exception:  # noqa: BLE001  # whatever it is, each request is asked again and gets an error of its own
            return None
        self._measured(first.plan, time.perf_counter() - began, len(requests))
        return answers

    async def _answer(self, asked: BatchRequest, answer: asyncio.Future[Row]) -> None:
        """Ask for one request alone; its error is its own."""
        try:
            row = await self._alone(asked)
        except Exception as error:  # noqa: BLE001  # passed to those who wait
            if not answer.done():
                answer.set_exception(error)
        else:
            if not answer.done():
                answer.set_result(row)

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
