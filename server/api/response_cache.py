"""Answers shown again while the graph stands still: strict, shared by equal requests, alone in failure.

An answer is labelled with the latest revision this process knew before its statement began. That revision was
committed by then, so the statement saw at least it: the label is never newer than the data. An answer is shown to a
request only if its label is the revision read since the request arrived; then no write was committed between the two,
and the answer is what the request would have read itself. See docs/adr/0008-response-cache.md.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import NamedTuple

from graph.connection.revision_watch import Mark, RevisionWatch
from resolvers.operation import Answer
from resolvers.trace import Tier
from server.api.kept_answers import AnswerKey, Kept, KeptAnswers
from server.http.response import Caller, Reply

Execute = Callable[[], Awaitable[Answer]]


# The mark of an answer that is good as long as the process lives, and the bytes of all of them: the whole schema is two
# megabytes, once in each coding.
ALWAYS = Mark(0, 0)
TIMELESS_BYTES = 32 << 20


class Source(StrEnum):
    """Where an answer came from."""

    HIT = "HIT"
    SHARED = "SHARED"
    MISS = "MISS"
    BYPASS = "BYPASS"


class CachedAnswer(NamedTuple):
    """An answer: finished, or as it was executed for this request, or both."""

    source: Source
    kept: Kept | None = None
    answer: Answer | None = None

    @property
    def tier(self) -> Tier:
        """Give the way the operation took when it was executed; no other than FAST is kept."""
        return self.answer.trace.tier if self.answer else Tier.FAST

    @property
    def data(self) -> object:
        """Give the data, to be written as JSON."""
        return self.answer.data if self.answer else self.kept and self.kept.data


@dataclass(slots=True, eq=False)
class _Flight:
    """An execution under way, the revision it is at least as new as, and how many wait for it."""

    mark: Mark
    task: asyncio.Task[CachedAnswer]
    waiting: int = 0


class ResponseCache:
    """The answers of one process."""

    def __init__(self, watch: RevisionWatch, largest_bytes: int) -> None:
        self._watch = watch
        self._is_on = largest_bytes > 0
        self._flights: dict[AnswerKey, _Flight] = {}
        self.kept = KeptAnswers(largest_bytes)
        # Also where no others are kept: the schema does not change while the process lives.
        self._timeless = KeptAnswers(TIMELESS_BYTES)

    async def answer(self, key: AnswerKey | None, work: Execute) -> CachedAnswer:
        """Give the answer of this key as kept, as another request is getting it, or by ``work``.

        Without a key the answer is for this request alone. Raises what ``work`` raises when this request runs it, and
        what reading the revision raises.
        """
        if key is None or not (self._is_on or key.is_timeless):
            return CachedAnswer(Source.BYPASS, None, await work())
        found = await self._find(key) if self._may_find(key) else None
        return found or await self._lead(key, work)

    async def make_reply(self, kept: Kept, caller: Caller) -> Reply:
        """Make the reply in the form that fits a caller, and count what it takes."""
        reply = await kept.make_reply(caller)
        self._answers(kept.key).count(kept)
        return reply

    def _answers(self, key: AnswerKey) -> KeptAnswers:
        return self._timeless if key.is_timeless else self.kept

    def _may_find(self, key: AnswerKey) -> bool:
        """Whether a look is worth it: an answer is kept or under way, or this process knows no revision yet.

        In the last case all must wait for the first reading; the one that wakes first leads, and the others find that.
        """
        knows_none = self._watch.latest is None and not key.is_timeless
        return key in self._answers(key) or key in self._flights or knows_none

    async def _find(self, key: AnswerKey) -> CachedAnswer | None:
        mark = ALWAYS if key.is_timeless else await self._watch.current()
        kept = self._answers(key).get(key, mark)
        if kept is not None:
            return CachedAnswer(Source.HIT, kept)
        flight = self._flights.get(key)
        return await self._share(key, flight) if flight is not None and flight.mark == mark else None

    async def _share(self, key: AnswerKey, flight: _Flight) -> CachedAnswer | None:
        """Wait for another request's execution; if that fails, this one does not learn why, and runs its own."""
        await self._wait(key, flight)
        if flight.task.cancelled() or flight.task.exception():
            return None
        found = flight.task.result()
        return CachedAnswer(Source.SHARED, found.kept, found.answer)

    async def _lead(self, key: AnswerKey, work: Execute) -> CachedAnswer:
        """Execute, for this request and for all equal ones that come before the end."""
        mark = ALWAYS if key.is_timeless else self._watch.latest
        assert mark is not None  # read by `_find` at the latest
        flight = _Flight(mark, asyncio.create_task(self._execute(key, mark, work)))
        self._flights[key] = flight
        flight.task.add_done_callback(partial(self._landed, key, flight))
        await self._wait(key, flight)
        try:
            return flight.task.result()
        finally:
            # An error that is raised here keeps this frame. If that kept the task, which keeps the error, all would be
            # left to the collector.
            del flight

    async def _execute(self, key: AnswerKey, mark: Mark, work: Execute) -> CachedAnswer:
        answer = await work()
        if answer.errors or not (answer.trace.tier is Tier.FAST or key.is_timeless):
            return CachedAnswer(Source.MISS, None, answer)
        kept = Kept(key, mark, answer.data)
        self._answers(key).put(kept)
        return CachedAnswer(Source.MISS, kept, answer)

    async def _wait(self, key: AnswerKey, flight: _Flight) -> None:
        """Wait for an execution. When the last who waits gives up, it is cancelled."""
        flight.waiting += 1
        try:
            await asyncio.wait((flight.task,))
        finally:
            flight.waiting -= 1
            if not flight.waiting and not flight.task.done():
                flight.task.cancel()
                self._landed(key, flight)

    def _landed(self, key: AnswerKey, flight: _Flight, _: object = None) -> None:
        if self._flights.get(key) is flight:
            del self._flights[key]
        if flight.task.done() and not flight.task.cancelled():
            flight.task.exception()  # seen: the one who would read it may have gone
