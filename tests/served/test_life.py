"""Starting, stopping, starting again, and losing the graph."""

import json
import os
import signal
import subprocess
import time
from pathlib import Path

import httpx
import pytest

from tests.served.conftest import start_server, stop_server, wait_ready


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


@pytest.fixture(scope="module")
def folder(served, tmp_path_factory):
    """A folder with the national seeds loaded: a copy of the data would be no faster than this load."""
    place = tmp_path_factory.mktemp("life")
    first = start_server(place)
    assert "created" in first.log.read_text()
    stop_server(first)
    return place


def test_a_second_start_loads_nothing_and_a_stop_leaves_nothing(folder):
    again = start_server(folder)
    stop_server(again)

    assert "is loaded already" in again.log.read_text()
    wait_for(lambda: processes_of(folder / "var") == [])


def test_two_workers_share_one_engine_and_die_with_their_parent(folder):
    server = start_server(folder, "--workers", "2")
    engines = [each for each in processes_of(folder / "var") if Path(f"/proc/{each}/exe").resolve().name == "java"]
    answers = [server.ask('{ search(text: "rjjs", first: 1) { node { id } } }') for _ in range(6)]

    os.kill(server.process.pid, signal.SIGKILL)
    server.process.wait()

    assert len(engines) == 1
    assert answers == [{"data": {"search": [{"node": {"id": "Major:2021:510203"}}]}}] * 6
    wait_for(lambda: processes_of(folder / "var") == [])
    with pytest.raises(httpx.TransportError):
        wait_for(lambda: httpx.get(f"{server.url}/livez", timeout=1).status_code == 0)


def test_a_lost_graph_is_told_and_comes_back_without_a_restart(folder):
    server = start_server(folder)
    try:
        os.kill(engine_pid(folder), signal.SIGKILL)
        response = httpx.post(f"{server.url}/graphql", json={"query": '{ major(code: "510203") { name } }'}, timeout=20)
        health = httpx.get(f"{server.url}/healthz", timeout=10)
        wait_ready(server, within_s=30)

        assert response.status_code in {200, 503}  # it may be back already
        if response.status_code == 503:
            (error,) = response.json()["errors"]
            assert error["extensions"] == {"code": "GRAPH_UNAVAILABLE", "retryable": True, "retryAfterSeconds": 3}
            assert response.headers["retry-after"] == "3"
        assert health.status_code in {200, 503}
        assert server.ask('{ major(code: "510203") { name } }') == {"data": {"major": {"name": "软件技术"}}}
    finally:
        stop_server(server)


def test_a_taken_port_is_refused_at_once(served, tmp_path):
    port = served.url.rsplit(":", 1)[1]
    command = [Path(os.sys.executable).with_name("oneplusx"), "serve", "--port", port]

    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=30, check=False)

    assert done.returncode == 1
    assert "ONEPLUSX_PORT" in done.stderr
    assert not (tmp_path / "var").exists()


def test_a_wrong_address_of_neo4j_is_told(tmp_path):
    command = [Path(os.sys.executable).with_name("oneplusx"), "status"]
    environment = {**os.environ, "ONEPLUSX_NEO4J_URI": "bolt://127.0.0.1:1"}

    done = subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=60, check=False
    )

    assert done.returncode == 1
    assert "GRAPH_UNREACHABLE" in done.stderr


def test_the_check_command_finds_the_seeds_good(tmp_path):
    command = [Path(os.sys.executable).with_name("oneplusx"), "check"]

    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=True)

    assert done.stdout.strip().endswith("0 problems.")


def test_the_trace_is_shown_in_development(folder):
    server = start_server(folder, ONEPLUSX_DEVELOPMENT="true")
    try:
        shown, again = (server.ask('{ major(code: "510203") { name } }') for _ in range(2))
    finally:
        stop_server(server)

    assert again["data"] == shown["data"]
    again, shown = again["extensions"]["oneplusx"], shown["extensions"]["oneplusx"]
    assert (again["tier"], again["cache"], again["statements"], again["statement"]) == ("FAST", "HIT", 0, "")
    assert (shown["tier"], shown["cache"], shown["statements"]) == ("FAST", "MISS", 1)
    assert shown["statement"].startswith("MATCH (n0:Major {id: $p0})")
    assert json.loads(json.dumps(shown["parameters"])) == {"p0": "Major:2021:510203"}
