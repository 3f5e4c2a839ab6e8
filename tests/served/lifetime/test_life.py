"""Starting, stopping, starting again, and losing the graph, on each engine."""

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from graph.engine.neo4j.instance import Neo4jOptions
from graph.engine.neo4j.process import Neo4jServer
from tests.conftest import ENGINES, ROOT, settings_of, started
from tests.served.conftest import Served, start_server, stop_server

# What a server asks that was not asked of it before: no answer of it is kept.
NAMED = '{ %s: major(code: "510203") { name teachingStandards { courses { name } } } }'
# After the return of a Neo4j; the embedded engine is started by its keeper meanwhile, which takes most of the time.
BACK_WITHIN_S = {"embedded": 30, "neo4j": 15}


def processes_of(folder: Path) -> list[str]:
    """Name every process whose command line speaks of this folder."""
    found = []
    for each in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            if str(folder).encode() in each.read_bytes():
                found.append(each.parent.name)
        except OSError:
            continue
    return found


def wait_for(condition, within_s: float = 20.0) -> None:
    end = time.monotonic() + within_s
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.1)


def engine_pid(folder: Path) -> int:
    (found,) = [
        int(pid)
        for pid in processes_of(folder / "var")
        if b"bin/java" in Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")[0]
    ]
    return found


@dataclass
class Own:
    """A graph that no one else uses: the folder and settings of its servers, and how it is lost and comes back."""

    engine: str
    folder: Path
    settings: dict[str, str]
    kill: Callable[[], None]
    bring_back: Callable[[], None]

    def start(self, *arguments: str, **settings: str) -> Served:
        return start_server(self.folder, *arguments, **self.settings, **settings)


@contextlib.contextmanager
def embedded(folder: Path):
    # The keeper of the server brings it back.
    yield Own("embedded", folder, {}, lambda: os.kill(engine_pid(folder), signal.SIGKILL), lambda: None)


@contextlib.contextmanager
def neo4j(folder: Path):
    options = Neo4jOptions(root=ROOT / "var" / "neo4j", data=folder / "neo4j")
    with Neo4jServer.start(options) as server:
        yield Own("neo4j", folder, settings_of(server.address), server.kill, server.restart)


@pytest.fixture(scope="module", params=ENGINES)
def own(request, tmp_path_factory):
    """A graph into which its first server has loaded the national seeds: a copy would be no faster than this load."""
    starter = {"embedded": embedded, "neo4j": neo4j}[request.param]
    with started(request.param, starter(tmp_path_factory.mktemp(f"life-{request.param}"))) as one:
        first = one.start()
        stop_server(first)
        assert "created" in first.log.read_text()
        yield one


def test_a_second_start_loads_nothing_and_a_stop_leaves_nothing(own):
    again = own.start()
    stop_server(again)

    assert "is loaded already" in again.log.read_text()
    assert (own.folder / "var").exists() == (own.engine == "embedded")
    wait_for(lambda: processes_of(own.folder / "var") == [])


# Where a Neo4j is set there is no engine to share.
@pytest.mark.parametrize("own", [each for each in ("embedded",) if each in ENGINES], indirect=True)
def test_two_workers_share_one_engine_and_die_with_their_parent(own):
    folder = own.folder
    server = own.start("--workers", "2")
    engines = [each for each in processes_of(folder / "var") if Path(f"/proc/{each}/exe").resolve().name == "java"]
    answers = [server.ask('{ search(text: "rjjs", first: 1) { node { id } } }') for _ in range(6)]

    os.kill(server.process.pid, signal.SIGKILL)
    server.process.wait()

    assert len(engines) == 1
    assert answers == [{"data": {"search": [{"node": {"id": "Major:2021:510203"}}]}}] * 6
    wait_for(lambda: processes_of(folder / "var") == [])
    with pytest.raises(httpx.TransportError):
        wait_for(lambda: httpx.get(f"{server.url}/livez", timeout=1).status_code == 0)


def said_of(server: Served) -> str:
    """Give what this server logged: its log goes on behind those of the servers before."""
    return server.log.read_text().rpartition("is loaded already")[2]


@pytest.mark.parametrize("own", [each for each in ("embedded",) if each in ENGINES], indirect=True)
def test_workers_that_are_told_to_stop_end_their_application_first(own):
    """Jobs, uploads and connections are ended there; a worker that broke off before left them as they were."""
    server = own.start("--workers", "2")
    wait_for(lambda: said_of(server).count("Application startup complete.") == 2)
    stop_server(server)

    assert said_of(server).count("Application shutdown complete.") == 2


def named(server: Served, key: str) -> httpx.Response:
    return httpx.post(f"{server.url}/graphql", json={"query": NAMED % key}, timeout=20)


def assert_told(response: httpx.Response) -> None:
    """The graph is gone for a while: the answer says so, and when to ask again."""
    (error,) = response.json()["errors"]
    assert response.status_code == 503
    assert error["extensions"] == {"code": "GRAPH_UNAVAILABLE", "retryable": True, "retryAfterSeconds": 3}
    assert response.headers["retry-after"] == "3"


def until_answered(server: Served, key: str, within_s: float) -> dict:
    """Ask until there is an answer; until then each one tells that the graph is gone."""
    end = time.monotonic() + within_s
    while (response := named(server, key)).status_code != 200:
        assert_told(response)
        assert time.monotonic() < end
        time.sleep(0.1)
    assert time.monotonic() < end
    return response.json()["data"][key]


def test_a_lost_graph_is_told_and_comes_back_without_a_restart(own):
    server = own.start()
    try:
        before = named(server, "before").json()["data"]["before"]
        assert len(before["teachingStandards"][0]["courses"]) == 24
        own.kill()
        during, health = named(server, "during"), httpx.get(f"{server.url}/healthz", timeout=10)
        own.bring_back()
        after = until_answered(server, "after", BACK_WITHIN_S[own.engine])

        # The embedded engine may be back already; a Neo4j stays away until somebody starts it.
        if own.engine == "neo4j" or during.status_code != 200:
            assert_told(during)
        assert health.status_code in ({503} if own.engine == "neo4j" else {200, 503})
        assert after == before
        assert httpx.get(f"{server.url}/readyz", timeout=10).status_code == 200
    finally:
        stop_server(server)


@pytest.mark.slow
def test_a_taken_port_is_refused_at_once(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        command = [Path(sys.executable).with_name("oneplusx"), "serve", "--port", port]
        data = {"ONEPLUSX_DATA_DIR": str(tmp_path / "var")}
        done = subprocess.run(command, env=os.environ | data, capture_output=True, text=True, timeout=30, check=False)

    assert done.returncode == 1
    assert "ONEPLUSX_PORT" in done.stderr
    assert not (tmp_path / "var").exists()


@pytest.mark.slow
def test_a_wrong_address_of_neo4j_is_told(tmp_path):
    command = [Path(sys.executable).with_name("oneplusx"), "status"]
    environment = {**os.environ, "ONEPLUSX_NEO4J_URI": "bolt://127.0.0.1:1"}

    done = subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=60, check=False
    )

    assert done.returncode == 1
    assert "GRAPH_UNREACHABLE" in done.stderr


@pytest.mark.slow
def test_the_check_command_finds_the_seeds_good(tmp_path):
    command = [Path(sys.executable).with_name("oneplusx"), "check"]

    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=True)

    assert done.stdout.strip().endswith("0 problems.")


def test_the_trace_is_shown_in_development(own):
    server = own.start(ONEPLUSX_DEVELOPMENT="true")
    try:
        shown, again = (server.ask('{ major(code: "510203") { name } }') for _ in range(2))
    finally:
        stop_server(server)

    assert again["data"] == shown["data"]
    again, shown = again["extensions"]["oneplusx"], shown["extensions"]["oneplusx"]
    assert (again["tier"], again["cache"], again["statements"], again["statement"]) == ("FAST", "HIT", 0, "")
    assert (shown["tier"], shown["cache"], shown["statements"]) == ("FAST", "MISS", 1)
    assert shown["statement"].startswith("MATCH (n0:Major {id: $id})")
    assert json.loads(json.dumps(shown["parameters"])) == {"id": "Major:2021:510203"}
