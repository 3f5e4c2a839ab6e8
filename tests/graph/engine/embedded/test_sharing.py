"""An engine that several processes share: who goes on with it when its owner goes, and how the others find it."""

import asyncio
import os
import signal
import socket
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from graph.connection.database import Database
from graph.database_errors import GraphUnavailableError, OutcomeUnknownError
from graph.engine.bolt_probe import answers
from graph.engine.embedded.child import wait_until
from graph.engine.embedded.engine import EmbeddedEngine, EngineOptions
from graph.query.statement import Statement
from tests.graph.engine.embedded.test_engine import OWNER, ROOT, ask, is_gone

pytestmark = pytest.mark.engine("embedded")

BACK_WITHIN_S = 60
ASK, MAKE = Statement("MATCH (k:Kept) RETURN count(k)"), Statement("CREATE (k:Kept) RETURN 1")


@pytest.fixture
def owner(tmp_path):
    """Another process that owns the engine of the folder."""
    with subprocess.Popen([sys.executable, "-c", OWNER, tmp_path], cwd=ROOT, stdout=subprocess.PIPE, text=True) as one:
        one.engine = int(one.stdout.readline())  # type: ignore[attr-defined]  # patched, or given by the test itself
        yield one
        one.kill()


def test_who_shares_an_engine_takes_it_over_at_the_same_address_when_its_owner_goes(owner, tmp_path, caplog):
    with EmbeddedEngine.open(EngineOptions(tmp_path)) as shared:
        address = shared.address
        ask(address, "CREATE (:Kept {id: 1})")
        shared.limit_statements(7)
        owner.kill()

        assert wait_until(lambda: shared.is_owner and answers(shared.address), within_s=BACK_WITHIN_S)
        assert (shared.address, is_gone(owner.engine)) == (address, True)
        assert ask(address, "MATCH (k:Kept) RETURN count(k)") == 1
        assert "-Darcadedb.command.timeout=7000" in (tmp_path / "java.args").read_text()
    said = [each.getMessage() for each in caplog.records]
    assert said == [
        f"the process that kept the graph engine of {tmp_path} has gone: this one takes it over",
        f"the graph engine of {tmp_path} runs (process {shared_pid(said)}) at {address.uri}",
    ]


def shared_pid(said: list[str]) -> str:
    return said[-1].split("process ")[1].split(")")[0]


def test_of_several_one_takes_it_over_and_the_others_follow_it_to_another_port(owner, tmp_path):
    with EmbeddedEngine.open(EngineOptions(tmp_path)) as first, EmbeddedEngine.open(EngineOptions(tmp_path)) as second:
        port = int(first.address.uri.rsplit(":", 1)[1])
        owner.kill()
        assert wait_until(lambda: is_gone(owner.engine), within_s=BACK_WITHIN_S)
        with socket.create_server(("127.0.0.1", port)):
            both = (first, second)
            assert wait_until(lambda: any(each.is_owner for each in both), within_s=BACK_WITHIN_S)
            assert wait_until(lambda: first.address == second.address, within_s=BACK_WITHIN_S)

            assert sorted(each.is_owner for each in both) == [False, True]
            assert first.address.uri != f"bolt://127.0.0.1:{port}"
            assert [ask(each.address, "RETURN 1") for each in both] == [1, 1]


async def test_a_database_follows_the_engine_to_another_address(engine_address, tmp_path):
    statement = Statement("RETURN 1")
    async with Database.open(engine_address) as database:
        assert await database.read(statement) == [[1]]
        with EmbeddedEngine.open(EngineOptions(tmp_path)) as other:
            await database.move_to(other.address)
            assert await database.read(statement) == [[1]]
            assert database.address == other.address


async def test_who_asks_an_engine_while_its_owner_dies_is_only_told_to_come_again(owner, tmp_path):
    """The engine forgets its users first as it stops: that was a wrong password, or an error of ours."""
    met: list[Exception] = []

    async def ask_until_it_is_gone(database: Database) -> None:
        while not is_gone(owner.engine):
            for work in (database.read(ASK), database.write(lambda writer: writer.run(MAKE), timeout_s=0.1)):
                try:
                    await work
                except Exception as error:  # noqa: BLE001  # whatever it is, the test names it
                    met.append(error)

    with EmbeddedEngine.open(EngineOptions(tmp_path, takes_over=False)) as shared:
        async with Database.open(shared.address) as database:
            await database.write(lambda writer: writer.run(MAKE))
            asking = [asyncio.create_task(ask_until_it_is_gone(database)) for _ in range(16)]
            await asyncio.sleep(1)
            owner.kill()
            await asyncio.gather(*asking)

    assert met
    assert {type(each) for each in met} <= {GraphUnavailableError, OutcomeUnknownError}, met


def test_a_worker_leaves_the_engine_to_its_parent(owner, tmp_path):
    with EmbeddedEngine.open(EngineOptions(tmp_path, takes_over=False)) as shared:
        owner.kill()
        assert wait_until(lambda: is_gone(owner.engine), within_s=BACK_WITHIN_S)

        assert not wait_until(lambda: shared.is_owner, within_s=2)
        with EmbeddedEngine.open(EngineOptions(tmp_path)) as next_owner:
            assert next_owner.is_owner
            assert wait_until(lambda: answers(shared.address), within_s=BACK_WITHIN_S)


# An engine shares its group with its watchdog.
@pytest.mark.parametrize("stop", [os.kill, lambda pid, how: os.killpg(os.getpgid(pid), how)], ids=["alone", "group"])
def test_an_engine_that_hangs_is_started_again(stop, tmp_path, caplog):
    with EmbeddedEngine.open(EngineOptions(tmp_path, hangs_after_s=4)) as engine:
        ask(engine.address, "CREATE (:Kept {id: 1})")
        before = engine.pid
        began = time.monotonic()
        stop(before, signal.SIGSTOP)

        assert wait_until(lambda: engine.pid != before and answers(engine.address), within_s=BACK_WITHIN_S)
        assert time.monotonic() - began >= 4
        assert ask(engine.address, "MATCH (k:Kept) RETURN count(k)") == 1
    assert f"the engine (process {before}) answers nothing for" in caplog.text


def test_nobody_who_does_not_know_the_account_can_shut_it_out(tmp_path):
    with EmbeddedEngine.open(EngineOptions(tmp_path)) as engine:
        wrong = [(user, "a guess") for user in ("root", "neo4j", "oneplusx") for _ in range(12)]
        for user, password in wrong:
            guess = type(engine.address)(engine.address.uri, user, password)
            assert not answers(guess)

        assert answers(engine.address)


def modes(folder: Path) -> set[tuple[str, str]]:
    found = [folder, *folder.rglob("*")]
    return {("folder" if each.is_dir() else "file", stat.filemode(each.lstat().st_mode)) for each in found}


def test_folders_and_files_are_for_their_user_only(tmp_path):
    var = tmp_path / "var"
    before = os.umask(0o022)
    try:
        with EmbeddedEngine.open(EngineOptions(var / "graph")) as engine:
            ask(engine.address, "CREATE (:Kept {id: 1})")
    finally:
        os.umask(before)

    assert modes(var) == {("folder", "drwx------"), ("file", "-rw-------")}
