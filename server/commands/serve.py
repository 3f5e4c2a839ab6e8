"""``oneplusx serve``: from nothing to an answering address.

The order: claim the port, start the graph, bring its constraints and seeds up to date, serve. A second start finds the
same seeds in the graph and loads nothing.
"""

import asyncio
import contextlib
import copy
import errno
import json
import logging.config
import os
import socket
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from typing import Any

import uvicorn

from graph.connection.address import GraphAddress
from graph.connection.database import Database, Limits, ServerError
from graph.database_errors import GraphUnavailableError, OutcomeUnknownError
from graph.engine.embedded.child import wait_until
from graph.errors import OneplusxError
from graph.setting_errors import GraphConfigurationError
from graph.upkeep.releases import current_releases, names_of
from graph.upkeep.shape import bring_to_shape
from schema.build import executable_schema
from seeds.seed_files import require_layers
from server.api.trusted_documents import read_trusted
from server.app import create_app
from server.commands.graph_access import err, out
from server.commands.language import say
from server.commands.progress import Tell
from server.graph_source import BRINGING_UP_LIMIT_S, Graph, open_graph
from server.http.accepting import ConnectionCounts, spreading_loop
from server.http.connection import Connection, ConnectionLimits
from server.http.open_connections import OpenConnections, allow_descriptors
from server.settings import Settings

# A first answer to a curious reader, printed at start.
EXAMPLE = '{ major(code: "510203") { name certificates { nodes { name } } } }'
STOP_WITHIN_S = 10
# What is reported by and of an engine that ends, or just starts.
LOST = (GraphUnavailableError, GraphConfigurationError, OutcomeUnknownError, ServerError)
# How long the return of an engine may take whose owner has gone.
BACK_WITHIN_S = 60
# A worker that does not answer its parent is killed; one that makes its schema on a busy machine cannot answer yet.
START_WITHIN_S = 60


class PortError(OneplusxError):
    """The address to listen on is taken, or not ours."""

    code = "PORT"


def serve(settings: Settings, progress_bars: Callable[[], AbstractContextManager[Tell]]) -> None:
    """Serve until Ctrl-C or SIGTERM; everything started here is stopped again."""
    logging.config.dictConfig(_log_config(settings))
    _require_port(settings)
    if settings.trusted_documents:
        read_trusted(settings.trusted_documents, executable_schema())
    # The schema takes most of a second to make; the engine takes longer to start, and we would only wait for it.
    making = threading.Thread(target=executable_schema, name="schema")
    making.start()
    if settings.load_seeds:
        require_layers(settings.seeds_dir)
    with open_graph(settings) as graph:
        with progress_bars() as tell:
            said = _bring_up(settings, graph, tell)
        graph.begin_serving(settings)
        making.join()
        out.print(said)
        _announce(settings)
        _run(settings, graph)


def _log_config(settings: Settings) -> dict[str, Any]:
    """Give the server's own set-up of the log, with what we log in the same form."""
    config = copy.deepcopy(uvicorn.config.LOGGING_CONFIG)
    config["loggers"]["oneplusx"] = {"handlers": ["default"], "level": settings.log_level.value, "propagate": False}
    return config


def _require_port(settings: Settings) -> None:
    """Refuse before anything is started, not after a minute of loading."""
    try:
        found = socket.getaddrinfo(settings.host, settings.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        with socket.socket(found[0][0]) as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trial.bind(found[0][4])
    except (OSError, UnicodeError) as error:
        why = (error.strerror or error) if isinstance(error, OSError) else "not a host name"
        is_taken = isinstance(error, OSError) and error.errno in {errno.EADDRINUSE, errno.EACCES}
        name = "ONEPLUSX_PORT" if is_taken else "ONEPLUSX_HOST"
        raise PortError(
            f"Cannot listen on {settings.host}:{settings.port}: {why}. Choose another with {name}.",
            f"无法监听 {settings.host}:{settings.port}：{why}。请用 {name} 另选。",
        ) from error


def _bring_up(settings: Settings, graph: Graph, tell: Tell) -> str:
    """Bring the graph up to date; once more where the process that kept the engine went meanwhile, as a backup may."""
    while True:
        engine = graph.engine
        is_shared = engine is not None and not engine.is_owner
        try:
            return asyncio.run(_bring_up_once(settings, graph, tell))
        except LOST:
            if engine is None or not is_shared or not wait_until(engine.alive, within_s=BACK_WITHIN_S):
                raise


async def _bring_up_once(settings: Settings, graph: Graph, tell: Tell) -> str:
    address = graph.engine.address if graph.engine else graph.address
    said = await _bring_up_to_date(settings, address, tell)
    async with Database.open(address) as database:
        await graph.note_work(database)
    return said


async def _bring_up_to_date(settings: Settings, address: GraphAddress, tell: Tell) -> str:
    async with Database.open(address, Limits(statement_s=BRINGING_UP_LIMIT_S)) as database:
        await database.verify()
        if settings.load_seeds and not await current_releases(database.read):
            _tell_of_new_graph(settings)
        await bring_to_shape(database)
        if not settings.load_seeds:
            return say("Seeds are left as they are (ONEPLUSX_LOAD_SEEDS).", "未载入种子数据（ONEPLUSX_LOAD_SEEDS）。")
        current = await current_releases(database.read)
        if {each.sha256 for each in current} == {each.sha256 for each in require_layers(settings.seeds_dir)}:
            return say(f"Release {names_of(current)} is loaded already.", f"发布 {names_of(current)} 已载入。")
        from seeds.load import load as load_seeds  # noqa: PLC0415  # its tables of pinyin cost a start a quarter second

        report = await load_seeds(database, *settings.seeds_dir, progress=tell)
    return say(
        f"Release {report.release}: {report.created} created, {report.changed} changed.",
        f"发布 {report.release}：新建 {report.created}，修改 {report.changed}。",
    )


def _tell_of_new_graph(settings: Settings) -> None:
    """Say why no answer comes for a while, and where: a disk that is not mounted looks like a first start."""
    where = settings.neo4j_uri or settings.data_dir
    text = say(
        f"Nothing is loaded in {where} yet. Its constraints are made and the seeds loaded; then the server answers. "
        "This takes about a minute, on a busy machine several. If it should hold data, stop this, and see whether its "
        "disk is mounted.",
        f"{where} 中尚未载入内容。现在建立约束并载入种子数据，完成后服务器开始应答，约需一分钟，机器繁忙时需数分钟。"
        "若此处本应有数据，请停止，并检查其磁盘是否已挂载。",
    )
    err.print(text, markup=False, soft_wrap=True)


def _announce(settings: Settings) -> None:
    if settings.workers > 1:
        text = say(
            f"{settings.workers} processes start now; each answers after its line `Application startup complete`.",
            f"{settings.workers} 个进程正在启动；各自输出 `Application startup complete` 后开始应答。",
        )
        out.print(text, markup=False, soft_wrap=True)
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    base = f"http://{host}:{settings.port}"
    out.print(f"\nExplorer {base}/" if settings.shows_explorer else "")
    if settings.shows_ide:
        out.print(f"IDE      {base}/api")
    if settings.trusted_documents:
        only = say(
            f"documents of {settings.trusted_documents} only; `oneplusx documents` lists them",
            f"仅限 {settings.trusted_documents} 中登记的文档；`oneplusx documents` 可列出",
        )
        out.print(f"GraphQL  {base}/graphql ({only})", markup=False, soft_wrap=True)
        return
    out.print(f"GraphQL  {base}/graphql\n\n{say('Try:', '试一试：')}", markup=False)
    body = json.dumps({"query": EXAMPLE})
    curl = f"  curl -s {base}/graphql -H 'content-type: application/json' \\\n    -d '{body}'\n"
    out.print(curl, markup=False, soft_wrap=True)


def server_options(settings: Settings) -> dict[str, Any]:
    """Give the options of uvicorn for the HTTP it serves. Each process has connections of its own."""
    limits = ConnectionLimits(OpenConnections(allow_descriptors(settings.connections)), settings.client_timeout_s)
    return {
        "http": partial(Connection, limits),
        "ws": "none",
        "access_log": False,
        "server_header": False,
        # On every reply, also on those that no application of ours makes.
        "headers": [("x-content-type-options", "nosniff")],
    }


def _run(settings: Settings, graph: Graph) -> None:
    common = {
        **server_options(settings),
        "host": settings.host,
        "port": settings.port,
        "log_config": _log_config(settings),
        "log_level": settings.log_level.lower(),
        "timeout_graceful_shutdown": STOP_WITHIN_S,
        "timeout_worker_healthcheck": START_WITHIN_S,
    }
    if settings.workers == 1:
        uvicorn.run(create_app(settings, graph), **common)
        return
    # Workers are new processes: they read the settings from the environment and share the engine through its lock.
    os.environ.update(
        {f"ONEPLUSX_{name.upper()}": str(value) for name, value in _for_workers(settings).items() if value is not None}
    )
    with _shared_metrics(settings), tempfile.TemporaryDirectory(prefix="oneplusx-connections-") as folder:
        counts = ConnectionCounts.create(Path(folder))
        # A factory of ours in place of a name, which uvicorn takes as it is.
        common["loop"] = partial(spreading_loop, counts)
        uvicorn.run("server.app:create_app", factory=True, workers=settings.workers, **common)


@contextlib.contextmanager
def _shared_metrics(settings: Settings) -> Iterator[None]:
    """Give the workers a folder where they keep their numbers together; any of them then shows the sum."""
    if not settings.metrics:
        yield
        return
    with tempfile.TemporaryDirectory(prefix="oneplusx-metrics-") as folder:
        os.environ["PROMETHEUS_MULTIPROC_DIR"] = folder
        yield


def _for_workers(settings: Settings) -> dict[str, object]:
    return {"host": settings.host, "port": settings.port, "workers": settings.workers}
