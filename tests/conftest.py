"""The engines that graph tests run on, and an empty graph for each test.

A test that asks for ``database`` (or ``engine_address``) runs once for each engine. ONEPLUSX_TEST_ENGINES names them,
such as ``embedded``; without it both run. An engine that cannot start is skipped with its reason, and is a failure
where CI is set.
"""

import contextlib
import os
import socket
import subprocess
import sysconfig
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import neo4j
import pytest

from graph import constraints
from graph.address import GraphAddress
from graph.execute import Database, Limits, Statement

ENGINES = tuple(os.environ.get("ONEPLUSX_TEST_ENGINES", "embedded,neo4j").split(","))


@contextlib.contextmanager
def _embedded(directory: Path) -> Iterator[GraphAddress]:
    # By hand until graph.engine.embedded is there.
    home = Path(sysconfig.get_paths()["purelib"]) / "arcadedb_embedded"
    with socket.socket() as first, socket.socket() as second:
        first.bind(("127.0.0.1", 0))
        second.bind(("127.0.0.1", 0))
        bolt, http = first.getsockname()[1], second.getsockname()[1]
    settings = {
        "server.rootPath": directory,
        "server.rootPassword": "playwithdata",
        "server.httpIncomingHost": "127.0.0.1",
        "server.httpIncomingPort": http,
        "bolt.host": "127.0.0.1",
        "bolt.port": bolt,
        "server.mode": "production",
        "txWalFlush": 2,
        "command.timeout": 60000,
        "server.plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
        "server.defaultDatabases": "neo4j[root]",
    }
    command = [
        home / "jre/bin/java",
        "-Xmx1g",
        *("--add-modules", "jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED"),
        *("--add-opens", "java.base/java.nio=ALL-UNNAMED", "-cp", f"{home}/jars/*"),
        *(f"-Darcadedb.{name}={value}" for name, value in settings.items()),
        "com.arcadedb.server.ArcadeDBServer",
    ]
    with (
        (directory / "out.log").open("wb") as log,
        subprocess.Popen(command, cwd=directory, stdout=log, stderr=log) as it,
    ):
        try:
            address = GraphAddress(f"bolt://127.0.0.1:{bolt}", "root", "playwithdata")
            _await_answer(address)
            yield address
        finally:
            it.terminate()


def _await_answer(address: GraphAddress) -> None:
    end = time.monotonic() + 30
    while time.monotonic() < end:
        with (
            contextlib.suppress(neo4j.exceptions.DriverError, neo4j.exceptions.Neo4jError),
            neo4j.GraphDatabase.driver(address.uri, auth=(address.user, address.password)) as driver,
        ):
            driver.execute_query("RETURN 1", database_=address.database)
            return
        time.sleep(0.1)
    raise RuntimeError("the embedded engine did not start")


@contextlib.contextmanager
def _neo4j(directory: Path) -> Iterator[GraphAddress]:
    raise RuntimeError("graph.engine.neo4j_server is not there yet")
    yield


_STARTERS: dict[str, Callable[[Path], AbstractContextManager[GraphAddress]]] = {"embedded": _embedded, "neo4j": _neo4j}


@pytest.fixture(scope="session", params=ENGINES)
def engine_address(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[GraphAddress]:
    """The address of a running engine; one engine runs at a time."""
    with contextlib.ExitStack() as stack:
        try:
            address = stack.enter_context(_STARTERS[request.param](tmp_path_factory.mktemp(request.param)))
        except Exception as error:
            if os.environ.get("CI"):
                raise
            pytest.skip(f"{request.param} cannot start: {error}")
        yield address


@pytest.fixture
async def database(engine_address: GraphAddress) -> AsyncIterator[Database]:
    """An empty graph with its constraints. The revision goes on counting, as it does in a real graph."""
    async with Database.open(engine_address, Limits(statement_s=30)) as opened:
        await constraints.apply(opened)
        await opened.write(_wipe)
        yield opened


async def _wipe(writer) -> None:
    await writer.run(Statement("MATCH (n) WHERE NOT n:GraphRevision DETACH DELETE n"))


_CASES: Counter[tuple[str, str]] = Counter()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item):
    report = yield
    callspec = getattr(item, "callspec", None)
    engine = callspec.params.get("engine_address") if callspec else None
    if engine and (report.when == "call" or report.skipped):
        _CASES[engine, report.outcome] += 1
    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    for engine in ENGINES:
        counts = ", ".join(f"{count} {outcome}" for (name, outcome), count in sorted(_CASES.items()) if name == engine)
        if counts:
            terminalreporter.write_line(f"graph engine {engine}: {counts}")
