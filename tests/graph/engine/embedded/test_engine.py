"""The embedded engine as a child: shared, restarted, bounded, never orphaned."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import neo4j
import pytest

from graph.connection.database import Database, Limits, Statement
from graph.database_errors import StatementTimeoutError
from graph.engine.bolt_probe import answers, free_ports
from graph.engine.embedded import owned
from graph.engine.embedded.child import wait_until
from graph.engine.embedded.data_folder import DataFolder
from graph.engine.embedded.engine import EmbeddedEngine, EngineOptions
from graph.errors import EngineError
from tests.graph.engine.idle import becomes_idle

pytestmark = pytest.mark.engine("embedded")

ROOT = Path(__file__).resolve().parents[4]
HEAVY = Statement("UNWIND range(1, 30000) AS x UNWIND range(1, 30000) AS y WITH x, y WHERE x + y = 7 RETURN count(x)")


@pytest.fixture(scope="module")
def engine(tmp_path_factory):
    options = EngineOptions(tmp_path_factory.mktemp("engine"), statement_timeout_s=2)
    with EmbeddedEngine.open(options) as running:
        yield running, options


def ask(address, text):
    """Run one statement as a client that knows nothing of ours; give its only value."""
    auth = (address.user, address.password)
    with neo4j.GraphDatabase.driver(address.uri, auth=auth, max_transaction_retry_time=0) as driver:
        records = driver.execute_query(text, database_=address.database).records
    return records[0][0] if records else None


def is_gone(pid: int) -> bool:
    return not Path(f"/proc/{pid}").exists()


def listeners(pid: int) -> list[str]:
    inodes = {str(each.readlink()) for each in Path(f"/proc/{pid}/fd").iterdir() if each.is_symlink()}
    rows = [
        line.split()
        for name in ("tcp", "tcp6")
        for line in Path(f"/proc/{pid}/net/{name}").read_text().splitlines()[1:]
    ]
    return [row[1].split(":")[0] for row in rows if row[3] == "0A" and f"socket:[{row[9]}]" in inodes]


SHARER = """
import sys
from pathlib import Path
from graph.engine.embedded.engine import EmbeddedEngine, EngineOptions
engine = EmbeddedEngine.open(EngineOptions(Path(sys.argv[1])))
print(engine.is_owner, engine.address.uri, engine.pid, engine.alive())
engine.close()
"""


def test_a_second_process_shares_the_engine_and_leaves_it_running(engine):
    running, options = engine
    before = running.pid

    told = subprocess.run(
        [sys.executable, "-c", SHARER, options.directory], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout

    assert told.split() == ["False", running.address.uri, "None", "True"]
    assert running.is_owner
    assert answers(running.address)
    assert running.pid == before


def test_a_second_opening_in_one_process_shares_too(engine):
    running, options = engine

    with EmbeddedEngine.open(options) as second:
        shared = (second.is_owner, second.address == running.address)

    assert shared == (False, True)
    assert answers(running.address)


def test_it_listens_on_the_loopback_only(engine):
    running, _ = engine
    loopback = {"0100007F", "0000000000000000FFFF00000100007F"}

    found = listeners(running.pid)

    assert found
    assert set(found) <= loopback


def test_the_password_is_not_on_the_command_line_and_only_we_can_read_it(engine):
    running, options = engine

    command = Path(f"/proc/{running.pid}/cmdline").read_text()

    assert running.address.password not in command
    assert (options.directory / "account.json").stat().st_mode & 0o777 == 0o600


async def test_a_long_statement_is_stopped_on_the_server(engine):
    running, _ = engine
    async with Database.open(running.address, Limits(statement_s=30)) as database:
        began = time.monotonic()
        with pytest.raises(StatementTimeoutError):
            await database.read(HEAVY)
        seconds = time.monotonic() - began
        assert await database.read(Statement("RETURN 1")) == [[1]]

    assert seconds < 15
    assert await asyncio.to_thread(becomes_idle, running.pid, within_s=15)


def test_after_a_crash_it_comes_back_at_the_same_address_with_its_data(engine):
    running, _ = engine
    ask(running.address, "CREATE (:Kept {id: 1})")
    before = running.pid

    os.kill(before, signal.SIGKILL)

    assert wait_until(lambda: running.pid != before and answers(running.address), within_s=30)
    assert ask(running.address, "MATCH (k:Kept) RETURN count(k)") == 1


def test_a_statement_that_fills_the_heap_costs_seconds_not_minutes(engine):
    running, _ = engine
    before = running.pid

    with pytest.raises((neo4j.exceptions.DriverError, neo4j.exceptions.Neo4jError)):
        ask(running.address, "RETURN size(reduce(s = 'abcdefgh', x IN range(1, 40) | s + s))")

    assert wait_until(lambda: running.pid != before and answers(running.address), within_s=30)
    assert running.failure is None


OWNER = """
import sys, time
from pathlib import Path
from graph.engine.embedded.engine import EmbeddedEngine, EngineOptions
engine = EmbeddedEngine.open(EngineOptions(Path(sys.argv[1])))
print(engine.pid, flush=True)
time.sleep(600)
"""


def test_nothing_is_left_when_the_owner_is_killed_and_the_next_one_finds_the_data(tmp_path):
    with subprocess.Popen(
        [sys.executable, "-c", OWNER, tmp_path], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as owner:
        orphan = int(owner.stdout.readline())
        with EmbeddedEngine.open(EngineOptions(tmp_path)) as shared:
            ask(shared.address, "CREATE (:Kept {id: 1})")
        owner.kill()

    # At once: the old engine may still be closing its files.
    with EmbeddedEngine.open(EngineOptions(tmp_path)) as following:
        assert is_gone(orphan)
        assert following.is_owner
        assert ask(following.address, "MATCH (k:Kept) RETURN count(k)") == 1
        pid = following.pid

    assert is_gone(pid)
    assert not (tmp_path / "address.json").exists()


def test_a_lost_account_and_a_taken_port_do_not_keep_it_from_its_data(engine, tmp_path, monkeypatch):
    with EmbeddedEngine.open(EngineOptions(tmp_path)) as first:
        ask(first.address, "CREATE (:Kept {id: 1})")
    (tmp_path / "account.json").unlink()

    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        ports = iter([[silent.getsockname()[1], *free_ports(1)], free_ports(2)])
        monkeypatch.setattr(owned, "free_ports", lambda count: next(ports))
        with EmbeddedEngine.open(EngineOptions(tmp_path)) as second:
            kept = ask(second.address, "MATCH (k:Kept) RETURN count(k)")

    assert kept == 1
    assert second.address.user != first.address.user


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").write_text("in the way")

    with pytest.raises(EngineError, match=r"Not a directory.*ONEPLUSX_DATA_DIR") as told:
        EmbeddedEngine.open(EngineOptions(tmp_path / "file" / "graph"))

    assert "ONEPLUSX_DATA_DIR" in told.value.zh


UNWRITABLE = """
import resource, sys
from pathlib import Path
from graph.engine.embedded.engine import EmbeddedEngine, EngineOptions
from graph.errors import EngineError
resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
try:
    EmbeddedEngine.open(EngineOptions(Path(sys.argv[1])))
except EngineError as error:
    print(error.en)
"""


def test_a_disk_that_takes_no_byte_is_told(tmp_path):
    told = subprocess.run(
        [sys.executable, "-c", UNWRITABLE, tmp_path], cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True
    ).stdout

    assert told == f"The folder {tmp_path} cannot be used: File too large. Choose another with ONEPLUSX_DATA_DIR.\n"
    assert list(tmp_path.iterdir()) == []


def test_an_engine_that_cannot_start_shows_the_end_of_its_log(tmp_path):
    with pytest.raises(EngineError, match="Invalid maximum heap size"):
        EmbeddedEngine.open(EngineOptions(tmp_path, heap="nonsense", start_timeout_s=20))


def test_an_owner_that_never_gets_ready_is_told_to_the_second(tmp_path):
    holder = DataFolder(tmp_path)
    assert holder.owner.take()

    with pytest.raises(EngineError, match="in use by another process"):
        EmbeddedEngine.open(EngineOptions(tmp_path, start_timeout_s=0.3))

    holder.owner.let_go()
