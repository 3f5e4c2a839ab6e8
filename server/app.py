"""The composition root: here settings, graph, schema and HTTP meet, and nowhere else.

``create_app`` makes the ASGI application of one API process. The driver is made in the running loop, in the lifespan.
A graph that does not answer at start is no reason to die: the process answers 503 until it does.
"""

import asyncio
import contextlib
import gc
import multiprocessing
import multiprocessing.connection
import os
import signal
import sys
import threading
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING

from graphql import GraphQLSchema
from starlette.applications import Starlette
from starlette.routing import Mount, Route
from starlette.types import Receive, Scope, Send

from graph.connection.batching import Batcher
from graph.connection.database import Database
from graph.connection.directory_keeper import DirectoryKeeper
from graph.connection.reading_apart import reading_apart
from graph.connection.revision_watch import RevisionWatch
from resolvers.operation import Operations
from resolvers.request.documents import Documents
from resolvers.root_fields import planners
from schema.build import executable_schema
from seeds import pinyin
from server.api.current_editor import current_editor_services
from server.api.graphql_endpoint import GraphQLEndpoint, Rules
from server.api.known_tokens import KnownTokens
from server.api.response_cache import ResponseCache
from server.api.tables.table_endpoint import Tables
from server.api.trusted_documents import read_trusted
from server.data_watch import DataWatch
from server.full_collections import timely_full_collections
from server.graph_source import Graph, limits_of, open_graph, places_for_expensive
from server.http.cross_origin import cross_origin
from server.http.health import Health
from server.http.no_metrics import no_metrics_routes
from server.imports.import_services import ImportServices
from server.imports.upload_endpoint import UploadEndpoint
from server.pages.explorer.page import explorer_routes
from server.pages.ide.page import ide_routes
from server.plans.improvements.improvement_services import ImprovementServices
from server.plans.plan_files import FILES as PLAN_FILES
from server.plans.plan_files import PlanFiles
from server.read_ahead import ReadAhead
from server.settings import Settings, settings
from server.writing_apart import WritingApart

if TYPE_CHECKING:
    from server.api.metrics import Metrics

# How long a thread that counts or walks keeps the interpreter while the loop waits for it. A look-up needs it again
# some five times: with Python's own 5 ms it took 20 ms next to such a thread, with half a millisecond 3.
SWITCH_S = 0.0005


# Held in the data folder by the process that writes.
WRITE_LOCK = "writes.lock"


class _Late:
    """An ASGI application that is put in place when the lifespan begins."""

    app: GraphQLEndpoint

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self.app(scope, receive, send)


class _App(Starlette):
    """Hands operations to the endpoint at once: middleware and routes cost a request more than a kept answer does."""

    direct: GraphQLEndpoint | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self.direct is not None and scope["type"] == "http" and scope["path"] == "/graphql":
            await self.direct(scope, receive, send)
            return
        await super().__call__(scope, receive, send)


def leave_to_stay() -> None:
    """Tell the collector, which stops all threads, that what was made until now stays.

    The second run makes it count what comes from here on: else it would wait for a quarter of what there was before.
    """
    gc.collect()
    gc.freeze()
    gc.collect()


def create_app(chosen: Settings | None = None, given: Graph | None = None) -> Starlette:
    """Make the application. Without a graph the settings say where it is."""
    options = chosen or settings()
    pinyin.read_tables()  # the first edit of a plan would else hold the loop for them
    schema = executable_schema()
    rules = _rules(options, schema)
    metrics = _metrics(options)
    endpoint = _Late()
    app = _App(middleware=cross_origin(options.cors_origins))
    _end_with_parent()

    @contextlib.asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        sys.setswitchinterval(SWITCH_S)
        async with contextlib.AsyncExitStack() as stack:
            graph = await asyncio.to_thread(_enter, stack, options) if given is None else given
            # Neo4j lets writers wait for each other itself, and its data are not in this folder.
            lock = None if options.neo4j_uri else options.data_dir / WRITE_LOCK
            database = await stack.enter_async_context(
                Database.open(graph.address, limits_of(options), write_lock=lock)
            )
            directory = DirectoryKeeper(database, reading_apart(database))
            imports = ImportServices(database, options)
            await stack.enter_async_context(imports.running())
            # On a cluster a change and the reads after it share their bookmarks, which are of one loop.
            writing = None if database.chain else await stack.enter_async_context(WritingApart.beside(database))
            improvements = ImprovementServices(database, options)
            await stack.enter_async_context(improvements.running())
            operations = Operations(
                schema,
                planners(),
                database,
                directory,
                _batcher(stack, database) if options.batching else None,
                services={**current_editor_services(database), **imports.services, **improvements.services},
                expensive=places_for_expensive(graph.address, database.limits, options),
                writing=writing.run if writing else None,
                documents=Documents(schema, {each.text: each.parsed for each in (rules.trusted or {}).values()}),
            )
            improvements.ask_with(operations.run)
            cache = ResponseCache(RevisionWatch(database, options.cache_staleness_s), options.cache_bytes)
            data = DataWatch(database)
            endpoint.app = GraphQLEndpoint(operations, rules, cache, KnownTokens(database), data=data, metrics=metrics)
            if not app.user_middleware:
                app.direct = endpoint.app
            routes = _routes(options, endpoint, Health(database, directory, data), metrics)
            files = PlanFiles(lambda: endpoint.app, database)
            app.router.routes[:] = [*UploadEndpoint(imports.uploads).routes(), *files.routes(), *routes]
            stack.push_async_callback(ReadAhead(directory, data).stop)
            if metrics:
                stack.callback(metrics.watch_loop().stop)
            touch = asyncio.create_task(graph.keep_in_touch(database))
            leave_to_stay()
            await stack.enter_async_context(timely_full_collections())
            yield
            touch.cancel()

    app.router.lifespan_context = lifespan
    # A redirect would name the host that the request names.
    app.router.redirect_slashes = False
    return app


def _rules(options: Settings, schema: GraphQLSchema) -> Rules:
    path = options.trusted_documents
    return Rules(
        options.requests_in_flight,
        options.request_timeout_s,
        show_trace=options.development,
        trusted=read_trusted(path, schema) if path else None,
    )


def _end_with_parent() -> None:
    """End a worker whose parent has died: no one else would, and it would hold the port."""
    parent = multiprocessing.parent_process()
    if parent is None:
        return

    def watch() -> None:
        multiprocessing.connection.wait([parent.sentinel])
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=watch, name="parent watch", daemon=True).start()


def _enter(stack: contextlib.AsyncExitStack, options: Settings) -> Graph:
    graph = stack.enter_context(open_graph(options))
    graph.begin_serving(options)
    return graph


def _batcher(stack: contextlib.AsyncExitStack, database: Database) -> Batcher:
    made = Batcher(database)
    stack.push_async_callback(made.stop)
    return made


def _metrics(options: Settings) -> "Metrics | None":
    if not options.metrics:
        return None
    from server.api.metrics import Metrics  # noqa: PLC0415  # its library costs a start a tenth of a second

    return Metrics(with_names=options.trusted_documents is not None)


def _routes(options: Settings, endpoint: _Late, health: Health, metrics: "Metrics | None") -> list[Route | Mount]:
    routes: list[Route | Mount] = [
        Route("/graphql", endpoint),
        Route("/graphql/", endpoint),
        *Tables(lambda: endpoint.app, PLAN_FILES).routes(),
        *health.routes(),
        *(metrics.routes() if metrics else no_metrics_routes()),
    ]
    if options.shows_ide:
        routes += ide_routes()
    if options.shows_explorer:
        routes += explorer_routes(with_api_page=options.shows_ide)
    return routes
