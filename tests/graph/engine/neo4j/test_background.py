"""A server in the background that does not stop when it is asked to."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.connection.address import GraphAddress
from graph.engine.bolt_probe import free_ports
from graph.engine.neo4j import background
from graph.engine.neo4j.instance import Instance, Neo4jOptions
from graph.errors import EngineError

STUBBORN = """
import fcntl, signal, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
handle = open(sys.argv[1], "wb")
fcntl.lockf(handle, fcntl.LOCK_EX)
print("holds", flush=True)
time.sleep(600)
"""


@pytest.fixture
def stubborn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Neo4jOptions]:
    """A server in the background that holds its data and does not listen to SIGTERM."""
    monkeypatch.setattr(background, "STOP_WITHIN_S", 0.2)
    monkeypatch.setattr(background, "KILLED_WITHIN_S", 1)
    options = Neo4jOptions(root=tmp_path, data=tmp_path)
    lock = tmp_path / "data" / "databases" / "store_lock"
    lock.parent.mkdir(parents=True)
    (tmp_path / "password").write_text("secret")
    with subprocess.Popen([sys.executable, "-c", STUBBORN, lock], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"holds\n"
        Instance(options).note_running(process.pid, GraphAddress(f"bolt://127.0.0.1:{free_ports(1)[0]}", "neo4j", ""))
        yield options
        process.kill()


def test_a_restart_takes_the_port_of_the_last_start_which_settings_may_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """The usual port may have been taken then, and be free now."""
    usual, free = 1, iter([2, 3])
    taken: set[int] = set()
    started: list[int] = []

    def start(instance: Instance, port: int) -> tuple[int, GraphAddress]:
        started.append(port)
        address = GraphAddress(f"bolt://127.0.0.1:{port}", "neo4j", "")
        instance.note_running(os.getpid(), address)
        return os.getpid(), address

    monkeypatch.setattr(background, "_start", start)
    monkeypatch.setattr(background, "BOLT_PORT", usual)
    monkeypatch.setattr(background, "listens", taken.__contains__)
    monkeypatch.setattr(background, "free_ports", lambda _: [next(free)])
    for occupied in ({usual}, set[int](), {2}):
        taken.clear()
        taken.update(occupied)
        background.start(Neo4jOptions(root=tmp_path, data=tmp_path))

    assert started == [2, 2, 3]


def test_a_server_that_does_not_stop_is_killed_and_that_is_told_when_it_is_gone(stubborn: Neo4jOptions):
    told = background.stop(stubborn)

    assert "did not stop within 0.2 s and was killed" in told
    assert Instance(stubborn).is_free()
    assert "does not run" in background.stop(stubborn)


@pytest.mark.slow
def test_a_server_that_even_a_kill_does_not_end_is_not_told_to_be_stopped(
    stubborn: Neo4jOptions, monkeypatch: pytest.MonkeyPatch
):
    with monkeypatch.context() as powerless:
        powerless.setattr(os, "kill", lambda pid, by: None)
        with pytest.raises(EngineError, match="still there after SIGKILL") as told:
            background.stop(stubborn)

    assert "仍占用" in told.value.zh
