"""The embedded engine as a child: shared, restarted, bounded, never orphaned."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from graph.engine.bolt import answers
from graph.engine.child import wait_until
from graph.engine.embedded import EmbeddedEngine, EngineOptions
from graph.errors import EngineError, StatementTimeoutError
from graph.execute import Database, Limits, Statement

ROOT = Path(__file__).resolve().parents[2]
HEAVY = Statement("UNWIND range(1, 30000) AS x UNWIND range(1, 30000) AS y WITH x, y WHERE x + y = 7 RETURN count(x)")


@pytest.fixture(scope="module")
def engine(tmp_path_factory):
    options = EngineOptions(tmp_path_factory.mktemp("engine"), statement_timeout_s=2)
    with EmbeddedEngine.open(options) as running:
        yield running, options


def listeners(pid: int) -> list[str]:
    inodes = {str(each.readlink()) for each in Path(f"/proc/{pid}/fd").iterdir() if each.is_symlink()}
    rows = [
        line.split()
        for name in ("tcp", "tcp6")
        for line in Path(f"/proc/{pid}/net/{name}").read_text().splitlines()[1:]
    ]
    return [row[1].split(":")[0] for row in rows if row[3] == "0A" and f"socket:[{row[9]}]" in inodes]


def test_a_second_opening_shares_the_engine_and_leaves_it_running(engine):
    running, options = engine

    with EmbeddedEngine.open(options) as second:
        shared = (second.is_owner, second.address == running.address, second.alive())

    assert shared == (False, True, True)
    assert running.is_owner
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
    assert {(options.directory / each).stat().st_mode & 0o777 for each in ("password", "java.args")} == {0o600}


async def test_a_long_statement_is_stopped_on_the_server(engine):
    running, _ = engine
    async with Database.open(running.address, Limits(statement_s=30)) as database:
        began = time.monotonic()
        with pytest.raises(StatementTimeoutError):
            await database.read(HEAVY)
        seconds = time.monotonic() - began
        assert await database.read(Statement("RETURN 1")) == [[1]]

    assert seconds < 15


def test_after_a_crash_it_comes_back_at_the_same_address_with_its_data(engine):
    running, _ = engine
    import neo4j

    address = running.address
    with neo4j.GraphDatabase.driver(address.uri, auth=(address.user, address.password)) as driver:
        driver.execute_query("CREATE (:Kept {id: 1})", database_=address.database)
    before = running.pid

    os.kill(before, signal.SIGKILL)

    assert wait_until(lambda: running.pid != before and answers(address), within_s=30)
    with neo4j.GraphDatabase.driver(address.uri, auth=(address.user, address.password)) as driver:
        kept = driver.execute_query("MATCH (k:Kept) RETURN count(k)", database_=address.database).records[0][0]
    assert kept == 1


OWNER = """
import sys, time
from pathlib import Path
from graph.engine.embedded import EmbeddedEngine, EngineOptions
engine = EmbeddedEngine.open(EngineOptions(Path(sys.argv[1])))
print(engine.pid, flush=True)
time.sleep(600)
"""


def test_nothing_is_left_when_the_owner_is_killed(tmp_path):
    with subprocess.Popen(
        [sys.executable, "-c", OWNER, tmp_path], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as owner:
        pid = int(owner.stdout.readline())
        owner.kill()

    assert wait_until(lambda: not Path(f"/proc/{pid}").exists(), within_s=20)


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").write_text("in the way")

    with pytest.raises(EngineError, match="ONEPLUSX_DATA_DIR"):
        EmbeddedEngine.open(EngineOptions(tmp_path / "file" / "graph"))


def test_an_engine_that_cannot_start_shows_the_end_of_its_log(tmp_path):
    with pytest.raises(EngineError, match=r"engine\.log"):
        EmbeddedEngine.open(EngineOptions(tmp_path, heap="nonsense", start_timeout_s=20))
