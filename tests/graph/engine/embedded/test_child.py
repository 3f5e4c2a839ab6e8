"""A server under its watchdog, played by ``sleep``: what ends it, and what starts it again."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from graph.connection.address import GraphAddress
from graph.engine.bolt_probe import answers, free_ports
from graph.engine.embedded import child
from graph.engine.embedded.child import Child, wait_until
from tests.waiting import WITHIN_S

ROOT = Path(__file__).resolve().parents[4]
OWNER = """
import os, signal, sys, time
from pathlib import Path
from graph.engine.embedded.child import Child
# Under nohup, or behind an `&`, these signals are ignored, and would be here.
signal.signal(signal.SIGHUP, signal.SIG_DFL)
signal.signal(signal.SIGINT, signal.default_int_handler)
server = Child(["sleep", "600"], Path(sys.argv[1]) / "log", Path(sys.argv[1]))
server.start()
if sys.argv[2] == "fork" and os.fork() == 0:
    time.sleep(600)
print(server.pid, flush=True)
time.sleep(600)
"""


def is_gone(pid: int) -> bool:
    try:
        return "State:\tZ" in Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return True


@pytest.fixture
def server(tmp_path):
    one = Child(["sleep", "600"], tmp_path / "log", tmp_path)
    one.start()
    yield one
    one.stop()


@pytest.mark.parametrize("by", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGKILL])
def test_it_ends_with_its_owner(by, tmp_path):
    command = [sys.executable, "-c", OWNER, tmp_path, "alone"]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, start_new_session=True
    ) as owner:
        pid = int(owner.stdout.readline())
        group = os.getpgid(pid)
        # The whole group, as a terminal does; the server is not in it.
        os.killpg(owner.pid, by)

    assert group != owner.pid
    assert wait_until(lambda: is_gone(pid), within_s=WITHIN_S)


def test_it_shares_its_owners_part_of_the_processors(server):
    # Linux shares processors out by session first, where sched_autogroup_enabled is 1.
    assert os.getsid(server.pid) == os.getsid(0)
    assert os.getpgid(server.pid) != os.getpgid(0)


@pytest.mark.slow
def test_it_ends_with_its_owner_though_a_fork_of_the_owner_holds_the_pipe(tmp_path):
    command = [sys.executable, "-c", OWNER, tmp_path, "fork"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, start_new_session=True) as owner:
        pid = int(owner.stdout.readline())
        owner.kill()
        owner.wait()
        gone = wait_until(lambda: is_gone(pid), within_s=WITHIN_S)
        os.killpg(owner.pid, signal.SIGKILL)

    assert gone


def test_it_ends_with_its_watchdog(server):
    os.kill(server._watchdog.pid, signal.SIGKILL)

    assert wait_until(lambda: is_gone(server.pid), within_s=WITHIN_S)


def test_a_watchdog_that_is_asked_to_stop_does_so_at_once(server):
    os.kill(server._watchdog.pid, signal.SIGTERM)

    assert wait_until(lambda: not server.alive(), within_s=WITHIN_S)
    assert is_gone(server.pid)


def test_a_server_that_does_not_follow_is_made_to(tmp_path, monkeypatch):
    deaf = Child(["sh", "-c", "trap '' TERM; echo deaf; while :; do sleep 0.1; done"], tmp_path / "log", tmp_path)
    hurried = tmp_path / "watchdog.py"
    hurried.write_text(Path(child.watchdog.__file__).read_text().replace("STOP_WITHIN_S = 10", "STOP_WITHIN_S = 0.3"))  # type: ignore[attr-defined]  # patched, or given by the test itself
    monkeypatch.setattr(child.watchdog, "__file__", str(hurried))  # type: ignore[attr-defined]  # patched, or given by the test itself
    deaf.start()
    assert wait_until(lambda: "deaf" in (tmp_path / "log").read_text(), within_s=WITHIN_S)

    deaf.stop()

    assert is_gone(deaf.pid)


def test_a_server_that_ends_again_and_again_is_given_up(tmp_path, monkeypatch):
    monkeypatch.setattr(child, "FIRST_PAUSE_S", 0.001)
    monkeypatch.setattr(child, "LONGEST_PAUSE_S", 0.002)
    broken = Child(["sh", "-c", "echo once more"], tmp_path / "log", tmp_path)
    broken.start()
    broken.keep()

    assert wait_until(lambda: broken.given_up is not None, within_s=WITHIN_S)
    broken.stop()
    assert broken.given_up == 8
    assert (tmp_path / "log").read_text().count("once more") == 9


def test_a_command_that_is_not_there_is_told_in_the_log(tmp_path):
    absent = Child(["/nowhere/java"], tmp_path / "log", tmp_path)

    absent.start()

    assert wait_until(lambda: not absent.alive(), within_s=WITHIN_S)
    assert absent.pid == 0
    assert (tmp_path / "log").read_text() == "/nowhere/java: No such file or directory\n"
    absent.stop()


@pytest.mark.slow
def test_a_listener_that_says_nothing_is_no_server():
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        began = time.monotonic()

        answered = answers(GraphAddress(f"bolt://127.0.0.1:{silent.getsockname()[1]}", "root", "secret"))

    assert not answered
    assert time.monotonic() - began < 10


def test_free_ports_lie_below_those_of_outgoing_connections():
    handed_out_from = int(Path("/proc/sys/net/ipv4/ip_local_port_range").read_text().split()[0])

    found = free_ports(5)

    assert len(set(found)) == 5
    assert max(found) < handed_out_from
