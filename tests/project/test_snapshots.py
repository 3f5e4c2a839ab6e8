"""A loaded graph is kept for the next run of the tests, and made anew when anything that made it has changed."""

import contextlib

import pytest

from graph.connection.address import GraphAddress
from tests import snapshots


class Engine:
    """Keeps in a file what was loaded, and counts the loads."""

    def __init__(self) -> None:
        self.loads = 0

    @contextlib.contextmanager
    def start(self, folder):
        folder.mkdir()
        yield GraphAddress(str(folder), "user", "")
        (folder / "loaded").write_text(str(self.loads))

    def load(self, address):
        self.loads += 1

    def fail(self, address):
        raise OSError("the disk is full")


@pytest.fixture
def engine(tmp_path, monkeypatch):
    monkeypatch.setattr(snapshots, "SNAPSHOTS", tmp_path / "kept")
    return Engine()


def copied(engine, into, load=None):
    snapshots.copy_snapshot("embedded", engine.start, load or engine.load, into)
    return (into / "loaded").read_text()


def test_the_second_copy_loads_nothing(engine, tmp_path):
    assert [copied(engine, tmp_path / each) for each in ("first", "second")] == ["1", "1"]


def test_a_change_of_what_is_loaded_loads_again_and_keeps_one_snapshot(engine, tmp_path, monkeypatch):
    copied(engine, tmp_path / "first")
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "load.py").touch()
    monkeypatch.setattr(snapshots, "ROOT", tmp_path)

    assert copied(engine, tmp_path / "second") == "2"
    assert len([*(tmp_path / "kept").glob("embedded@*")]) == 1


def test_a_load_that_fails_leaves_no_snapshot(engine, tmp_path):
    with pytest.raises(OSError, match="full"):
        copied(engine, tmp_path / "first", engine.fail)

    assert copied(engine, tmp_path / "second") == "1"
