"""Neo4j put together here: the server keeps its data and never outlives its owner."""

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import neo4j
import pytest

from graph.connection.address import GraphAddress
from graph.engine.bolt_probe import free_ports
from graph.engine.embedded.child import wait_until
from graph.engine.neo4j.instance import Neo4jOptions
from graph.engine.neo4j.process import Neo4jServer
from graph.engine.neo4j.provision import provision
from graph.errors import EngineError
from tests.graph.engine.idle import becomes_idle

pytestmark = pytest.mark.engine("neo4j")

REPOSITORY = Path(__file__).resolve().parents[4]
ROOT = REPOSITORY / "var" / "neo4j"


def _home(version: str) -> Path:
    try:
        return provision(version, ROOT)
    except EngineError as error:
        if os.environ.get("CI"):
            raise
        # At home without a network, a developer still runs the rest; in CI the line above has failed already.
        pytest.skip(error.en)


def _options(data: Path, version: str = "5.26.30") -> Neo4jOptions:
    _home(version)
    settings = {"dbms.cypher.min_replan_interval": "1h"}
    return Neo4jOptions(version=version, root=ROOT, data=data, statement_timeout_s=1, settings=settings)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Neo4jServer]:
    with Neo4jServer.start(_options(tmp_path_factory.mktemp("neo4j"))) as started:
        yield started


def _ask(address: GraphAddress, text: str) -> list[object]:
    with neo4j.GraphDatabase.driver(address.uri, auth=(address.user, address.password)) as driver:
        return [each[0] for each in driver.execute_query(text, database_=address.database).records]


def _version(address: GraphAddress) -> list[object]:
    return _ask(address, "CALL dbms.components() YIELD name, versions WHERE name = 'Neo4j Kernel' RETURN versions[0]")


def _listening(pid: int) -> list[str]:
    """The local addresses on which a process waits for others, TCP and UDP, as the kernel writes them."""
    inodes = set()
    for each in Path(f"/proc/{pid}/fd").iterdir():
        # The server opens and closes files while we look.
        with contextlib.suppress(FileNotFoundError):
            inodes.add(str(each.readlink()).removeprefix("socket:[").removesuffix("]"))
    rows = [
        line.split()
        for table in ("tcp", "tcp6", "udp", "udp6")
        for line in Path(f"/proc/net/{table}").read_text().splitlines()[1:]
    ]
    # 0A: a listening TCP socket, 07: a UDP socket.
    return [row[1] for row in rows if row[9] in inodes and row[3] in {"0A", "07"}]


def _assert_silent(server: Neo4jServer) -> None:
    port = int(server.address.uri.rsplit(":", 1)[1])
    if sys.platform == "linux":
        # 127.0.0.1, written the way of IPv6.
        assert _listening(server.pid) == [f"0000000000000000FFFF00000100007F:{port:04X}"]


def test_server_answers_on_one_loopback_port_only(server: Neo4jServer):
    assert _version(server.address) == ["5.26.30"]
    _assert_silent(server)


def test_a_setting_of_its_own_reaches_the_server(server: Neo4jServer):
    assert _ask(server.address, "SHOW SETTINGS 'dbms.cypher.min_replan_interval' YIELD value") == ["1h"]


def test_server_stops_a_statement_at_its_time_limit(server: Neo4jServer):
    with pytest.raises(neo4j.exceptions.Neo4jError) as caught:
        _ask(server.address, "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b RETURN count(a * b)")

    assert str(caught.value.code).startswith("Neo.ClientError.Transaction.TransactionTimedOut")
    assert becomes_idle(server.pid, within_s=15)


def test_password_is_for_this_user_only_and_needed(server: Neo4jServer):
    assert server._instance.password_file.stat().st_mode & 0o777 == 0o600
    assert server._instance.folder.stat().st_mode & 0o777 == 0o700
    assert server.address.password not in repr(server.address)
    with pytest.raises(neo4j.exceptions.AuthError):
        _ask(GraphAddress(server.address.uri, "neo4j", "wrong"), "RETURN 1")


def test_data_in_use_are_not_opened_twice(server: Neo4jServer, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("graph.engine.neo4j.instance.STORE_FREE_WITHIN_S", 0)

    with pytest.raises(EngineError, match="A Neo4j runs on the data"):
        Neo4jServer.start(_options(server._instance.folder))


def test_kill_and_restart_keep_the_data_and_check_finds_nothing(server: Neo4jServer):
    _ask(server.address, "CREATE (:Kept {name: 'written before the kill'})")
    before, uri = server.pid, server.address.uri

    server.kill()
    server.restart()

    assert server.pid != before
    assert server.address.uri == uri
    assert _ask(server.address, "MATCH (n:Kept) RETURN n.name") == ["written before the kill"]

    server.stop()
    assert "Consistency check" in server.check()
    server.restart()


def test_failed_start_shows_the_log(tmp_path: Path):
    port = free_ports(1)[0]
    options = Neo4jOptions(root=_home("5.26.30").parent, data=tmp_path, port=port, heap="no size")

    with pytest.raises(EngineError, match="no size") as caught:
        Neo4jServer.start(options)

    assert "no size" in caught.value.zh


def test_current_line_runs_too(tmp_path: Path):
    with Neo4jServer.start(_options(tmp_path, "2026.08.1")) as started:
        assert _version(started.address) == ["2026.08.1"]
        _assert_silent(started)


OWNER = """
import sys, time
from pathlib import Path
from graph.engine.neo4j.instance import Neo4jOptions
from graph.engine.neo4j.process import Neo4jServer
server = Neo4jServer.start(Neo4jOptions(root=Path(sys.argv[1]), data=Path(sys.argv[2])))
print(server.pid, flush=True)
time.sleep(600)
"""


def _is_gone(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


def test_server_dies_with_its_killed_owner(tmp_path: Path):
    command = [sys.executable, "-c", OWNER, str(_home("5.26.30").parent), str(tmp_path)]
    with subprocess.Popen(command, cwd=REPOSITORY, stdout=subprocess.PIPE, text=True) as owner:
        assert owner.stdout is not None
        pid = int(owner.stdout.readline())

        owner.send_signal(signal.SIGKILL)

    assert wait_until(lambda: _is_gone(pid), within_s=20)


def test_commands_start_show_and_stop_a_server_in_the_background(tmp_path: Path):
    home = tmp_path / "var" / "neo4j" / "5.26.30"
    home.mkdir(parents=True)
    (home / "lib").symlink_to(_home("5.26.30") / "lib")
    port = free_ports(1)[0]

    def run(command: str) -> str:
        environment = {**os.environ, "PYTHONPATH": str(REPOSITORY), "NEO4J_VERSION": "", "NEO4J_PORT": str(port)}
        return subprocess.check_output(
            [sys.executable, "-m", "graph.engine.neo4j.background", command], cwd=tmp_path, env=environment, text=True
        )

    try:
        started = run("start")
        assert f"bolt://127.0.0.1:{port}" in started
        assert run("status") == run("start") == started
        address = GraphAddress(f"bolt://127.0.0.1:{port}", "neo4j", (home / "password").read_text())
        assert _version(address) == ["5.26.30"]
        assert run("home").strip() == str(home)
        (how,) = (line.split("use it:")[1].strip() for line in started.splitlines() if "use it:" in line)
        as_in_readme = how.replace(f"{tmp_path}/", "").replace(f":{port}", ":7687")
        assert f"\n{as_in_readme}\nmake serve\n" in (REPOSITORY / "README.md").read_text()
    finally:
        stopped = run("stop")
    assert "is stopped" in stopped
    assert "does not run" in run("status")
    assert "does not run" in run("stop")
