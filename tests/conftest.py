"""The engines that graph tests run on, and an empty graph for each test.

A test that asks for ``database`` (or ``engine_address``) runs once for each engine. ONEPLUSX_TEST_ENGINES names them,
such as ``embedded``; without it both run. An engine that cannot start is skipped with its reason, and is a failure
where CI is set. Tests of golden cases also run on the current line of Neo4j: see ``on_engines``.
"""

import asyncio
import contextlib
import gc
import os
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractContextManager
from functools import cache, partial
from pathlib import Path
from typing import TypeVar

import httpx
import pytest
from httpx._transports import default as httpx_transports
from hypothesis import HealthCheck, settings
from xdist.remote import Producer

from graph.connection.address import GraphAddress
from graph.connection.database import Database, Limits, Statement
from graph.engine.embedded.engine import EmbeddedEngine, EngineOptions
from graph.engine.neo4j.instance import Neo4jOptions
from graph.engine.neo4j.process import Neo4jServer
from graph.upkeep import constraints
from seeds.load import load
from tests.snapshots import copy_snapshot
from tests.workers import EngineScheduling

# What is imported and collected stays until the end: the collector need not look through it. It runs again from the first
# test on.
gc.disable()
# A fiftieth of Python's own looks through what is new, and a tenth of those through everything that tests keep, such as plans
# and schemas. They took as much of a processor as a tenth of all tests without an engine.
OFTEN = gc.get_threshold()
SELDOM = (50 * OFTEN[0], OFTEN[1], OFTEN[2] // 5)

# A client of httpx reads all authorities that it trusts: 15 ms of a processor for each request by ``httpx.get``, and for each
# look whether a server is up. Clients of tests share what was read.
httpx_transports.create_ssl_context = cache(httpx.create_ssl_context)  # type: ignore[attr-defined]  # no other way in

# Bytecode is kept, whatever the environment says. Else each run rewrites the asserts of all tests in each of its processes,
# and each server, command and reader that a test starts compiles the product anew.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# No test depends on a wall clock: the machine may do other work meanwhile.
settings.register_profile("without a clock", settings(), deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("without a clock")

# Messages in English, whatever the machine speaks; the tests of Chinese ones say so.
os.environ["LC_ALL"] = "C.UTF-8"
# Most engines of tests live for seconds: the full compiler and a parallel collector would take more of the processor than
# the statements do. So would the check of the bytes of released jars (a start of Neo4j and forty statements: 12.5 instead
# of 14.8 seconds). A code cache that is full has Neo4j collect all garbage again and again.
ANY_JAVA = "-XX:+UseSerialGC -XX:+UnlockDiagnosticVMOptions -XX:-BytecodeVerificationRemote"
QUICK_JAVA = f"{ANY_JAVA} -XX:ReservedCodeCacheSize=240m -XX:TieredStopAtLevel=1"
# The Neo4j that hundreds of tests share plans statements for most of its time. The full compiler costs its start 7 seconds
# of a processor, which it saves by the first sixty statements; each of the hundreds after them is planned in half the time.
# The compilers take up only what ran three times as often as usual: the start and 67 cases of editing took 73 instead of 83
# seconds.
LASTING_JAVA = f"{ANY_JAVA} -XX:ReservedCodeCacheSize=400m -XX:CompileThresholdScaling=3"
JAVA_OPTIONS = "JDK_JAVA_OPTIONS"
os.environ.setdefault(JAVA_OPTIONS, QUICK_JAVA)
# Neo4j plans a statement anew when the graph has grown or shrunk since, at most every ten seconds. The graphs of tests
# change with each example, and a plan takes up to ten seconds of a processor; what it answers is the same.
PLANNED_ONCE = {"dbms.cypher.min_replan_interval": "1d"}
# It sets aside 512 MB for its log of changes, which each copy of the loaded graph would write again.
WITHOUT_SPARE_LOG = {"db.tx_log.preallocate": "false"}

T = TypeVar("T")
ROOT = Path(__file__).resolve().parents[1]
ENGINES = tuple(os.environ.get("ONEPLUSX_TEST_ENGINES", "embedded,neo4j").split(","))


@contextlib.contextmanager
def _embedded(directory: Path) -> Iterator[GraphAddress]:
    with EmbeddedEngine.open(EngineOptions(directory, statement_timeout_s=60)) as engine:
        yield engine.address


@contextlib.contextmanager
def _neo4j(directory: Path, version: str = "5.26.30") -> Iterator[GraphAddress]:
    options = Neo4jOptions(
        version=version,
        root=ROOT / "var" / "neo4j",
        data=directory,
        statement_timeout_s=60,
        settings=PLANNED_ONCE | WITHOUT_SPARE_LOG,
    )
    with Neo4jServer.start(options) as server:
        yield server.address


@contextlib.contextmanager
def _lasting_neo4j(directory: Path) -> Iterator[GraphAddress]:
    with contextlib.ExitStack() as stack:
        with pytest.MonkeyPatch.context() as patched:
            # What somebody chose stays.
            if os.environ[JAVA_OPTIONS] == QUICK_JAVA:
                patched.setenv(JAVA_OPTIONS, LASTING_JAVA)
            address = stack.enter_context(_neo4j(directory))
        yield address


_STARTERS: dict[str, Callable[[Path], AbstractContextManager[GraphAddress]]] = {
    "embedded": _embedded,
    "neo4j": _neo4j,
    "neo4j-2026": partial(_neo4j, version="2026.08.1"),
}
# Of the engines that hundreds of tests share.
_LASTING = {**_STARTERS, "neo4j": _lasting_neo4j}


def on_engines(*names: str) -> pytest.MarkDecorator:
    """Run a test that asks for ``national`` on these engines, as far as ONEPLUSX_TEST_ENGINES allows."""
    wanted = [each for each in names if each.split("-")[0] in ENGINES]
    return pytest.mark.parametrize("national_address", wanted, indirect=True)


@contextlib.contextmanager
def started(engine: str, starting: AbstractContextManager[T]) -> Iterator[T]:
    """Start an engine; where it cannot start skip the test, and fail it in CI."""
    with contextlib.ExitStack() as stack:
        try:
            running = stack.enter_context(starting)
        except Exception as error:
            if os.environ.get("CI"):
                raise
            pytest.skip(f"{engine} cannot start: {error}")
        yield running


def is_embedded(address: GraphAddress) -> bool:
    """Whether this is the embedded engine, by its account."""
    return address.user.startswith("oneplusx-")


def settings_of(address: GraphAddress) -> dict[str, str]:
    """Set what leads ``oneplusx`` to this graph."""
    return {
        "ONEPLUSX_NEO4J_URI": address.uri,
        "ONEPLUSX_NEO4J_USER": address.user,
        "ONEPLUSX_NEO4J_PASSWORD": address.password,
        "ONEPLUSX_NEO4J_DATABASE": address.database,
    }


@pytest.fixture(scope="session", params=ENGINES)
def engine_address(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[GraphAddress]:
    """The address of a running engine; one engine runs at a time."""
    with started(request.param, _LASTING[request.param](tmp_path_factory.mktemp(request.param))) as address:
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


@pytest.fixture(scope="session", params=ENGINES)
def national_address(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[GraphAddress]:
    """The address of an engine that holds the national seeds; tests only read it."""
    directory = tmp_path_factory.mktemp("national") / request.param
    with started(request.param, with_national_seeds(request.param, directory, _LASTING[request.param])) as address:
        if not is_embedded(address):
            asyncio.run(_sample_indexes(address))
        yield address


async def _sample_indexes(address: GraphAddress) -> None:
    """Take the samples of the indexes that the planner goes by, which the server else takes when it likes.

    It then plans each statement once in the session, the same plan for whichever test asks.
    """
    async with Database.open(address, Limits(statement_s=120)) as opened:
        await opened.read(Statement("CALL db.prepareForReplanning(60)"))


@contextlib.contextmanager
def with_national_seeds(
    engine: str, directory: Path, start: Callable[[Path], AbstractContextManager[GraphAddress]] | None = None
) -> Iterator[GraphAddress]:
    load_first = _STARTERS[engine]
    copy_snapshot(engine, load_first, lambda address: asyncio.run(_load_national(address)), directory)
    with (start or load_first)(directory) as address:
        yield address


async def _load_national(address: GraphAddress) -> None:
    async with Database.open(address, Limits(statement_s=60)) as database:
        await load(database, ROOT / "seeds" / "data")


@pytest.fixture
async def national(national_address: GraphAddress) -> AsyncIterator[Database]:
    """The national graph."""
    async with Database.open(national_address, Limits(statement_s=30)) as opened:
        yield opened


# The parameters whose value names the engine that a case runs on; what starts one by itself has the mark `engine`.
ENGINE_PARAMETERS = ("engine_address", "national_address", "own", "killable", "engine")
# How the tests start an engine in this process.
STARTS = {"embedded": (EmbeddedEngine, "open"), "neo4j": (Neo4jServer, "start")}
OUTCOMES = ("error", "failed", "passed", "skipped", "xfailed", "xpassed")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> EngineScheduling:
    """Keep the cases of an engine together, whatever --dist says."""
    return EngineScheduling(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs an engine, and leave out what needs one that is not asked for.

    A report carries the name of the engine to the summary, from another process too.
    """
    for item in items:
        mark = item.get_closest_marker("engine")
        engine = mark.args[0] if mark else _engine_of(item)
        if engine:
            item.user_properties.append(("engine", engine))
            item.add_marker(pytest.mark.engine(engine))
        if mark and engine not in ENGINES:
            item.add_marker(pytest.mark.skip(reason=f"ONEPLUSX_TEST_ENGINES leaves out {engine}"))


def pytest_collection_finish() -> None:
    """Let the collector run again, over what the tests make."""
    gc.freeze()
    gc.set_threshold(*SELDOM)
    gc.enable()


@pytest.fixture
def collector_as_in_a_server() -> Iterator[None]:
    """Let the collector look as often as it does by itself."""
    gc.set_threshold(*OFTEN)
    yield
    gc.set_threshold(*SELDOM)


@pytest.fixture
def left_in_rings() -> Iterator[Callable[[], list[object]]]:
    """Give what the collector finds that nothing but itself refers to."""

    def found() -> list[object]:
        gc.set_debug(gc.DEBUG_SAVEALL)
        gc.collect()
        gc.set_debug(0)
        left, gc.garbage[:] = list(gc.garbage), []
        return left

    gc.collect()
    gc.disable()
    yield found
    gc.enable()


def _engine_of(item: pytest.Item) -> str | None:
    callspec = getattr(item, "callspec", None)
    params = callspec.params if callspec else {}
    return next((params[name] for name in ENGINE_PARAMETERS if params.get(name) in _STARTERS), None)


@pytest.fixture(scope="session", autouse=True)
def _only_engines_asked_for() -> Iterator[None]:
    """Let no test start an engine that ONEPLUSX_TEST_ENGINES leaves out."""
    with pytest.MonkeyPatch.context() as patched:
        for name in STARTS.keys() - set(ENGINES):
            patched.setattr(*STARTS[name], lambda *_, left_out=name: pytest.fail(f"{left_out} is left out"))
        yield


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Count what became of the cases on each engine, whichever process they ran in."""
    for engine in _STARTERS:
        counts = {each: len(_reports(terminalreporter, each, engine)) for each in OUTCOMES}
        shown = ", ".join(f"{count} {outcome}" for outcome, count in counts.items() if count)
        if shown:
            terminalreporter.write_line(f"graph engine {engine}: {shown}")


def _reports(terminalreporter: pytest.TerminalReporter, outcome: str, engine: str) -> list[pytest.TestReport]:
    return [each for each in terminalreporter.stats.get(outcome, ()) if ("engine", engine) in _properties(each)]


def _properties(report: pytest.TestReport | pytest.CollectReport) -> list[tuple[str, object]]:
    # xdist carries a pair over as a list; a module that could not be collected has none.
    return [tuple(each) for each in getattr(report, "user_properties", ())]
