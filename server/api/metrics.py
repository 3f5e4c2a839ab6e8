"""Metrics for Prometheus, at ``/metrics``. See docs/metrics.md and docs/adr/0012-metrics.md.

Every label is bounded: kinds, codes, tiers and stages are ours. Names of operations are a stranger's to choose, so
they are a label only where documents are registered.
"""

import os

from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    ProcessCollector,
    generate_latest,
)
from prometheus_client.multiprocess import MultiProcessCollector
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from graph.database_errors import GraphBusyError
from resolvers.operation import Answer
from resolvers.request.documents import RefusedError
from resolvers.trace import Tier, Trace
from server.api.hold_stacks import hold_stacks
from server.api.loop_watch import Hold, LoopWatch
from server.api.response_cache import Source
from server.http.shown_errors import TooManyRequestsError, as_graphql, code_of

# Where several processes keep their numbers together; the library reads it when it is imported.
SHARED_FOLDER_VARIABLE = "PROMETHEUS_MULTIPROC_DIR"
SECONDS = (0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0)
HOLDS = (0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0)
STATEMENTS = (0, 1, 2, 3, 5)
_OF_OTHERS = frozenset({Source.HIT, Source.SHARED})


class Metrics:
    """The numbers of this process. ``with_names``: operations are counted by name."""

    def __init__(self, *, with_names: bool) -> None:
        made = CollectorRegistry()
        self._with_names = with_names
        self._registry = made
        self._requests = Counter(
            "oneplusx_requests",
            "Requests by kind of operation, outcome (OK or the first code of an error or user error) and name.",
            ("kind", "code", "operation"),
            registry=made,
        )
        self._busy = Counter(
            "oneplusx_busy",
            "Requests refused: too many in flight, or no connection.",
            ("reason",),
            registry=made,
        )
        self.in_flight = Gauge(
            "oneplusx_requests_in_flight", "Requests being worked on.", registry=made, multiprocess_mode="livesum"
        )
        # Of each process by itself: where one answers far more than the next, connections are spread badly.
        self._of_process = Gauge(
            "oneplusx_process_requests", "Requests of each process.", registry=made, multiprocess_mode="liveall"
        )
        tiers = Histogram(
            "oneplusx_operation_seconds", "Operations by tier, all stages.", ("tier",), buckets=SECONDS, registry=made
        )
        stages = Histogram(
            "oneplusx_stage_seconds", "The stages of an operation.", ("stage",), buckets=SECONDS, registry=made
        )
        sources = Counter(
            "oneplusx_answers",
            "Answers by where they came from: executed (MISS, BYPASS), kept (HIT), or another request's (SHARED).",
            ("source",),
            registry=made,
        )
        self._statements = Histogram(
            "oneplusx_operation_statements", "Statements run for a query.", buckets=STATEMENTS, registry=made
        )
        self._held = Histogram(
            "oneplusx_loop_held_seconds",
            "How long the event loop was held, in processor time of its thread.",
            buckets=HOLDS,
            registry=made,
        )
        self._late = Histogram(
            "oneplusx_loop_late_seconds",
            "How late the event loop was, for whatever reason.",
            buckets=HOLDS,
            registry=made,
        )
        # Made once: to look a label up costs as much as to count.
        self._sources = {each: sources.labels(each) for each in Source}
        self._tiers = {each: tiers.labels(each) for each in Tier}
        self._prepare, self._database, self._shape = (stages.labels(each) for each in ("prepare", "database", "shape"))
        ProcessCollector(registry=made)

    def watch_loop(self) -> LoopWatch:
        """Watch the running loop from now on; at debug level, with the stacks of long holds."""
        watch = LoopWatch(self._observe, hold_stacks())
        watch.start()
        return watch

    def _observe(self, hold: Hold) -> None:
        self._held.observe(hold.held_s)
        self._late.observe(hold.late_s)

    def routes(self) -> list[Route]:
        """Give the route."""
        return [Route("/metrics", self.show)]

    async def show(self, _: Request) -> Response:
        """Show the numbers: of this process, or of all workers together."""
        registry = self._registry
        if SHARED_FOLDER_VARIABLE in os.environ:
            registry = CollectorRegistry()
            MultiProcessCollector(registry)  # type: ignore[no-untyped-call]  # the library's, typed in part
        return Response(generate_latest(registry), media_type=CONTENT_TYPE_LATEST)

    def answered(self, answer: Answer, source: Source) -> None:
        """Count an answer, and what it took if it was executed for this request."""
        trace = answer.trace
        self._sources[source].inc()
        self._count(trace, code_of(answer.errors[0]) if answer.errors else trace.refused or "OK")
        if source in _OF_OTHERS:
            return
        self._tiers[trace.tier].observe(trace.prepare_s + trace.database_s + trace.shape_s)
        self._prepare.observe(trace.prepare_s)
        self._database.observe(trace.database_s)
        self._shape.observe(trace.shape_s)
        if trace.kind == "query":
            self._statements.observe(trace.statements)

    def malformed(self) -> None:
        """Count an HTTP request that was no GraphQL request."""
        self._count(Trace(), "BAD_REQUEST")

    def failed(self, trace: Trace, error: Exception) -> None:
        """Count a request that got no answer for this error."""
        if isinstance(error, GraphBusyError):
            self._busy.labels("in_flight" if isinstance(error, TooManyRequestsError) else "pool").inc()
        self._count(trace, _code(error))

    def _count(self, trace: Trace, code: str) -> None:
        """Count a request with its outcome."""
        self._of_process.inc()
        self._requests.labels(trace.kind, code, trace.operation if self._with_names else "").inc()


def _code(error: Exception) -> str:
    match error:
        case RefusedError():
            return code_of(error.errors[0])
        case ClientDisconnect():
            return "CLIENT_GONE"
        case _:
            return code_of(as_graphql(error))
