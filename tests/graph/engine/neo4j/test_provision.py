"""The jars of Neo4j are the locked ones. A lock of one small jar stands for a version; nothing is fetched from outside."""

import errno
import hashlib
import sys
from pathlib import Path

import pytest

from graph.engine.bolt_probe import free_ports
from graph.engine.neo4j import jar_lock
from graph.engine.neo4j import provision as provisioning
from graph.engine.neo4j.jar_lock import Pin
from graph.engine.neo4j.provision import find_java, provision, runs_on
from graph.errors import EngineError

ROOT = Path(__file__).resolve().parents[4] / "var" / "neo4j"
JAR = b"a jar"


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
def test_the_data_folder_that_it_makes_is_private(tmp_path: Path):
    provision("1.0", tmp_path / "var" / "neo4j", _gives(JAR))

    assert (tmp_path / "var").stat().st_mode & 0o777 == 0o700


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
    monkeypatch.setattr(provisioning, "FETCH_TRIES", 1)
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
