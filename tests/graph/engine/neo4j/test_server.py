"""Neo4j put together here: the jars are the locked ones, the server keeps its data and never outlives its owner."""

import contextlib
import errno
import hashlib
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
from graph.engine.neo4j import background, jar_lock
from graph.engine.neo4j import provision as provisioning
from graph.engine.neo4j.instance import Instance, Neo4jOptions
from graph.engine.neo4j.jar_lock import Pin
from graph.engine.neo4j.process import Neo4jServer
from graph.engine.neo4j.provision import find_java, provision, runs_on
from graph.errors import EngineError
from tests.conftest import require_engine
from tests.graph.engine.idle import becomes_idle

REPOSITORY = Path(__file__).resolve().parents[4]
ROOT = REPOSITORY / "var" / "neo4j"
JAR = b"a jar"


# --- The jars. A lock of one small jar stands for a version; nothing is fetched from outside.


@pytest.fixture
def small_lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sha256 = hashlib.sha256(JAR).hexdigest()
    (tmp_path / "1.0.lock").write_text(f"org.example:small:1.0  {sha256}\n")
    monkeypatch.setattr(jar_lock, "FOLDER", tmp_path)


def _gives(content: bytes) -> provisioning.Fetch:
    def fetch(pin: Pin, scratch: Path) -> Path:
        scratch.mkdir(parents=True, exist_ok=True)
        path = scratch / pin.filename
        path.write_bytes(content)
        return path

    return fetch


def _fetches_nothing(pin: Pin, scratch: Path) -> Path:
    raise AssertionError(f"{pin.coordinate} was fetched")


def _fills_the_disk(pin: Pin, scratch: Path) -> Path:
    raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.usefixtures("small_lock")
def test_second_provisioning_fetches_nothing(tmp_path: Path):
    home = provision("1.0", tmp_path / "root", _gives(JAR))

    again = provision("1.0", tmp_path / "root", _fetches_nothing)

    assert again == home
    assert [each.name for each in (home / "lib").iterdir()] == ["small-1.0.jar"]


@pytest.mark.usefixtures("small_lock")
def test_jar_with_a_wrong_hash_is_refused(tmp_path: Path):
    with pytest.raises(EngineError, match=r"org.example:small:1.0 hashes to sha256 .* refused") as caught:
        provision("1.0", tmp_path / "root", _gives(b"another jar"))

    assert "已拒绝使用" in caught.value.zh
    assert not [*(tmp_path / "root").rglob("*.jar")]


@pytest.mark.usefixtures("small_lock")
def test_altered_jar_is_fetched_again_and_a_stranger_removed(tmp_path: Path):
    lib = provision("1.0", tmp_path / "root", _gives(JAR)) / "lib"
    (lib / "small-1.0.jar").write_bytes(b"altered")
    (lib / "stranger.jar").write_bytes(b"never asked for")

    provision("1.0", tmp_path / "root", _gives(JAR))

    assert {each.name: each.read_bytes() for each in lib.iterdir()} == {"small-1.0.jar": JAR}


@pytest.mark.usefixtures("small_lock")
def test_full_disk_is_named(tmp_path: Path):
    with pytest.raises(EngineError, match=r"disk .* is full") as caught:
        provision("1.0", tmp_path / "root", _fills_the_disk)

    assert "磁盘已满" in caught.value.zh


@pytest.mark.usefixtures("small_lock")
def test_unreachable_registry_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(provisioning, "TRIES", 1)
    monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{free_ports(1)[0]}")

    with pytest.raises(EngineError, match=r"did not give org\.example:small:1\.0") as caught:
        provision("1.0", tmp_path / "root")

    assert "请检查网络" in caught.value.zh


def test_unknown_version_is_told_which_there_are():
    with pytest.raises(EngineError, match=r"No lock file for Neo4j 4.4.0. There is one for: 2026.08.1, 5.26.30."):
        provision("4.4.0", ROOT)


@pytest.mark.parametrize("version", ["5.26.30", "2026.08.1"])
def test_committed_lock_names_every_jar_once(version: str):
    pins = jar_lock.read_lock(version)

    assert pins == sorted(pins)
    assert len({pin.filename for pin in pins}) == len(pins) > 200
    assert all(len(bytes.fromhex(pin.sha256)) == 32 for pin in pins)
    assert {("org.neo4j", "neo4j", version), ("org.neo4j.app", "neo4j-server", version)} <= {
        (pin.group, pin.artifact, pin.version) for pin in pins
    }


def test_java_of_a_wheel_fits_the_version():
    assert [runs_on("5.26.30", java) for java in (17, 21, 25)] == [True, True, False]
    assert [runs_on("2026.08.1", java) for java in (17, 21, 25)] == [False, True, True]
    assert sys.prefix in str(find_java("5.26.30"))


# --- The server itself.


def _home(version: str) -> Path:
    require_engine("neo4j")
    try:
        return provision(version, ROOT)
    except EngineError as error:
        if os.environ.get("CI"):
            raise
        # At home without a network, a developer still runs the rest; in CI the line above has failed already.
        pytest.skip(error.en)


def _options(data: Path, version: str = "5.26.30") -> Neo4jOptions:
    _home(version)
    return Neo4jOptions(version=version, root=ROOT, data=data, statement_timeout_s=1)


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


def test_server_stops_a_statement_at_its_time_limit(server: Neo4jServer):
    with pytest.raises(neo4j.exceptions.Neo4jError) as caught:
        _ask(server.address, "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b RETURN count(a * b)")

    assert str(caught.value.code).startswith("Neo.ClientError.Transaction.TransactionTimedOut")
    assert becomes_idle(server.pid, within_s=15)


def test_password_is_for_this_user_only_and_needed(server: Neo4jServer):
    assert server._instance.password_file.stat().st_mode & 0o777 == 0o600
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
        Instance(options).tell(process.pid, GraphAddress(f"bolt://127.0.0.1:{free_ports(1)[0]}", "neo4j", ""))
        yield options
        process.kill()


def test_a_server_that_does_not_stop_is_killed_and_that_is_told_when_it_is_gone(stubborn: Neo4jOptions):
    told = background.stop(stubborn)

    assert "did not stop within 0.2 s and was killed" in told
    assert Instance(stubborn).is_free()
    assert "does not run" in background.stop(stubborn)


def test_a_server_that_even_a_kill_does_not_end_is_not_told_to_be_stopped(
    stubborn: Neo4jOptions, monkeypatch: pytest.MonkeyPatch
):
    with monkeypatch.context() as powerless:
        powerless.setattr(os, "kill", lambda pid, by: None)
        with pytest.raises(EngineError, match="still there after SIGKILL") as told:
            background.stop(stubborn)

    assert "仍占用" in told.value.zh
