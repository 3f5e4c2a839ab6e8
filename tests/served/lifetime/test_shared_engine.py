"""Servers that share an embedded engine with another process, which ends: they go on by themselves, and say so."""

import contextlib
import json
import socket
import subprocess
import sys
import threading
import time

import httpx
import pytest

from tests.conftest import ROOT
from tests.graph.engine.embedded.test_engine import OWNER
from tests.resolvers.editing.small_seeds import write_small_seeds
from tests.served.conftest import start_server, stop_server

pytestmark = pytest.mark.engine("embedded")
BACK_WITHIN_S = 60
CHANGE = (
    'mutation { withdrawAlignment(input: {alignment: "Alignment:x", reason: "x", version: 1}) { userErrors { code } } }'
)
ASK = "{ %s: majors(first: 1) { totalCount } }"


@pytest.fixture
def folder(tmp_path):
    write_small_seeds(tmp_path / "seeds")
    return tmp_path


def wait_for(condition, every_s: float = 0.05) -> None:
    end = time.monotonic() + BACK_WITHIN_S
    while not condition():
        assert time.monotonic() < end
        time.sleep(every_s)


def start(folder, name: str):
    (folder / name).mkdir()
    shared = {"ONEPLUSX_DATA_DIR": str(folder / "var"), "ONEPLUSX_SEEDS_DIR": str(folder / "seeds")}
    return start_server(folder / name, **shared)


def test_the_second_of_two_servers_goes_on_when_the_first_stops(folder):
    first = start(folder, "first")
    second = start(folder, "second")
    try:
        before = second.ask(ASK % "before")["data"]["before"]
        stop_server(first)
        # An answer before this may still be of the engine that is about to end.
        wait_for(lambda: "has gone: this one takes it over" in second.log.read_text())
        wait_for(lambda: "data" in second.ask(ASK % "after"))

        assert second.ask(ASK % "again") == {"data": {"again": before}}
        ready = httpx.get(f"{second.url}/readyz", timeout=10)
        assert (ready.status_code, ready.json()["status"]) == (200, "ok"), ready.text
    finally:
        stop_server(second)


def bolt_port(folder) -> int:
    """The port on which the engine of the shared folder listens, or listened last."""
    return json.loads((folder / "var" / "graph" / "account.json").read_text())["ports"][0]


def occupy(port: int) -> socket.socket:
    """Listen on a port as soon as it is free."""
    taken = socket.socket()
    taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)

    def is_bound() -> bool:
        with contextlib.suppress(OSError):
            taken.bind(("127.0.0.1", port))
            taken.listen()
            return True
        return False

    wait_for(is_bound, every_s=0)
    return taken


def test_servers_follow_an_engine_that_another_takes_over_at_a_new_address(folder):
    """Reads and changes of those that share it: who took the engine over found its port taken."""
    first, *others = (start(folder, name) for name in ("first", "second", "third"))
    try:
        before = bolt_port(folder)
        expected = [each.ask(ASK % "before")["data"]["before"] for each in others]
        first.process.kill()
        with occupy(before):
            wait_for(lambda: bolt_port(folder) != before)
            for each in others:
                wait_for(lambda each=each: "data" in each.ask(ASK % "after"))

            assert [each.ask(ASK % "again") for each in others] == [{"data": {"again": each}} for each in expected]
            # A change is made over connections of its own; this one is refused by the graph, which has no such editor.
            changed = [
                each.ask(CHANGE, authorization="Bearer unknown")["errors"][0]["extensions"]["code"] for each in others
            ]
            assert changed == ["UNAUTHENTICATED"] * 2
        logs = "".join(each.log.read_text() for each in others)
        assert logs.count("has gone: this one takes it over") == 1
        assert f"answers at bolt://127.0.0.1:{bolt_port(folder)} now" in logs
    finally:
        for each in others:
            stop_server(each)
        first.process.wait()


def test_a_server_starts_while_the_process_that_keeps_the_engine_ends(folder):
    command = [sys.executable, "-c", OWNER, folder / "var" / "graph"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as owner:
        assert owner.stdout.readline()
        log = folder / "server" / "serve.log"

        def end_the_owner_in_the_middle() -> None:
            wait_for(lambda: log.exists() and "prepare" in log.read_text())
            owner.kill()

        ending = threading.Thread(target=end_the_owner_in_the_middle)
        ending.start()
        server = start(folder, "server")
        try:
            ending.join()
            wait_for(lambda: "data" in server.ask(ASK % "a"))
            assert "created" in log.read_text()
            assert "has gone: this one takes it over" in log.read_text()
        finally:
            stop_server(server)
