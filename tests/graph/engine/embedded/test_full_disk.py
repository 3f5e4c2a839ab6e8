"""A disk without room: what is refused and how, what goes on, and that it is over as soon as there is room."""

import os
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

import pytest

from graph.connection.database import Database, translate
from graph.database_errors import DiskFullError, GraphUnavailableError
from graph.engine.embedded import disk_room
from graph.engine.embedded.data_folder import Account, DataFolder
from graph.engine.embedded.engine import EmbeddedEngine, EngineOptions
from graph.errors import EngineError
from graph.query.statement import Statement
from interchange.archive.backup import backup
from interchange.archive.restore import restore
from seeds.load import load
from tests.command_line import kept_engine, oneplusx
from tests.resolvers.editing.small_seeds import write_small_seeds

pytestmark = pytest.mark.engine("embedded")


class Usage(NamedTuple):
    """What ``shutil.disk_usage`` gives."""

    total: int
    used: int
    free: int


CREATE = Statement("UNWIND range(1, 200) AS n CREATE (k:Kept {id: n, text: 'a text of some length'}) RETURN count(k)")
# 20 MB in the log, and as much in the files.
LARGE = Statement(
    "UNWIND range(1, 20000) AS n CREATE (k:Kept {id: -n, text: $text}) RETURN count(k)", {"text": "x" * 1000}
)
COUNT = Statement("MATCH (k:Kept) RETURN count(k)")


def test_the_place_knows_that_there_is_no_room_or_that_its_engine_stops(tmp_path, monkeypatch):
    place = DataFolder(tmp_path / "graph")
    place.make()

    assert isinstance(place.trouble(), GraphUnavailableError)
    (place.root / "address.json").touch()
    assert place.trouble() is None
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(10, 10, 1_000))
    assert isinstance(place.trouble(), DiskFullError)


def test_a_new_graph_wants_room_and_one_that_is_there_does_not(tmp_path, monkeypatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(100 << 20, 90 << 20, 10 << 20))
    place = DataFolder(tmp_path / "graph")

    with pytest.raises(EngineError, match="is full: 10 MB are free and 96 MB are needed"):
        place.make()

    (place.root / "databases" / "neo4j").mkdir(parents=True)
    (place.root / "databases" / "neo4j" / "schema.json").touch()
    place.make()


def test_how_much_room_is_wanted_follows_how_much_is_written(tmp_path, monkeypatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(200 << 20, 120 << 20, 80 << 20))
    place = DataFolder(tmp_path / "graph")
    address = place.address_at("bolt://127.0.0.1:7687", Account.fresh())

    address.require_room_for(50_000)
    with pytest.raises(EngineError, match="80 MB are free, and writing 77,344 nodes and links takes up to 96 MB"):
        address.require_room_for(77_344)


async def test_neither_a_load_nor_a_restore_begins_where_it_may_not_fit(tmp_path, monkeypatch):
    write_small_seeds(tmp_path / "seeds")
    archive = tmp_path / "graph.zip"
    with EmbeddedEngine.open(EngineOptions(tmp_path / "full")) as engine:
        async with Database.open(engine.address) as database:
            await load(database, tmp_path / "seeds")
            await backup(database, archive)
    with EmbeddedEngine.open(EngineOptions(tmp_path / "empty")) as engine:
        async with Database.open(engine.address) as database:
            monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(100, 100, 0))
            with pytest.raises(EngineError, match=r"Nothing of it was written\. Make room"):
                await load(database, tmp_path / "seeds")
            with pytest.raises(EngineError, match=r"Nothing of it was written\. Make room"):
                await restore(database, archive)
            monkeypatch.undo()
            await restore(database, archive)


def test_changes_that_a_full_disk_keeps_in_the_log_are_named_with_the_room_they_want(tmp_path):
    place = DataFolder(tmp_path / "graph")
    files = place.root / "databases" / "neo4j"
    files.mkdir(parents=True)
    place.log.write_text("java.io.IOException: No space left on device\n")

    assert disk_room.left_in_log(place.root, place.log) is None
    (files / "txlog_0.wal").write_bytes(b"x" * (3 << 20))
    told = disk_room.left_in_log(place.root, place.log)
    assert told is not None
    assert "Nothing is lost. Make room until 7 MB are free" in told.en
    assert "剩余不少于 7 MB" in told.zh
    place.log.write_text("another reason\n")
    assert disk_room.left_in_log(place.root, place.log) is None


@pytest.fixture
def small_disk(tmp_path):
    """A disk of 300 MB; who may not mount one does without."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=300m", "tmpfs", disk]
    if shutil.which("mount") is None or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no disk can be mounted here")
    yield disk
    subprocess.run(["umount", "-l", disk], check=True)


def fill(disk: Path, leave: int = 0, name: str = "filler") -> Path:
    """Leave this many bytes free."""
    filler = disk / name
    with filler.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, shutil.disk_usage(disk).free - leave)
    return filler


async def test_a_write_on_a_full_disk_is_refused_and_made_once_there_is_room(small_disk):
    with EmbeddedEngine.open(EngineOptions(small_disk / "var" / "graph")) as engine:
        async with Database.open(engine.address) as database:
            await database.write(lambda writer: writer.run(CREATE))
            filler = fill(small_disk)

            for _ in range(3):
                with pytest.raises(DiskFullError):
                    await database.write(lambda writer: writer.run(CREATE))
            assert await database.read(COUNT) == [[200]]

            filler.unlink()
            await database.write(lambda writer: writer.run(CREATE))
            assert await database.read(COUNT) == [[400]]


async def test_a_write_that_fits_the_log_but_not_the_files_is_told_and_whole_once_there_is_room(small_disk):
    options = EngineOptions(small_disk / "var" / "graph")
    with EmbeddedEngine.open(options) as engine:
        async with Database.open(engine.address) as database:
            await database.write(lambda writer: writer.run(CREATE))
            filler = fill(small_disk, leave=30 << 20)
            await database.write(lambda writer: writer.run(LARGE))
    with pytest.raises(EngineError, match=r"Nothing is lost\. Make room until"):
        EmbeddedEngine.open(options)
    filler.unlink()
    with EmbeddedEngine.open(options) as again:
        async with Database.open(again.address) as database:
            counted = await database.read(COUNT)

    assert engine.left_over is not None
    assert counted == [[20_200]]
    assert again.left_over is None


async def test_an_engine_starts_reads_and_writes_a_little_with_100_kb(small_disk):
    options = EngineOptions(small_disk / "var" / "graph")
    with EmbeddedEngine.open(options) as engine:
        async with Database.open(engine.address) as database:
            await database.write(lambda writer: writer.run(CREATE))
    fill(small_disk, leave=100 << 10)

    with EmbeddedEngine.open(options) as engine:
        async with Database.open(engine.address) as database:
            await database.write(lambda writer: writer.run(Statement("CREATE (k:Kept {id: 0}) RETURN k.id")))
            assert await database.read(COUNT) == [[201]]


def test_an_operator_sees_the_state_and_revokes_an_editor_with_100_kb(small_disk):
    home = small_disk / "home"
    write_small_seeds(home / "seeds")

    def run(*arguments: str) -> tuple[int, str, str]:
        done = oneplusx(
            *arguments, folder=home, ONEPLUSX_DATA_DIR=str(home / "var"), ONEPLUSX_SEEDS_DIR=str(home / "seeds")
        )
        return done.returncode, done.stdout, done.stderr

    with kept_engine(home / "var"):
        run("load")
        run("editors", "add", "王老师", "--role", "designer")
    filler = fill(small_disk, leave=100 << 10)
    status, revoked = run("status"), run("editors", "revoke", "王老师")
    # Another folder would be another graph, so none is proposed.
    more = fill(small_disk, name="more")
    nothing_left = run("editors", "list")
    filler.unlink()
    more.unlink()
    listed = run("editors", "list")

    assert (status[0], "data       as the releases say" in status[1]) == (0, True)
    assert (revoked[0], revoked[2]) == (0, "")
    assert nothing_left[:2] == (1, "")
    assert nothing_left[2].split(". ")[0] == f"ENGINE The disk of {home / 'var' / 'graph'} is full"
    assert ", revoked " in listed[1]


def test_an_error_of_which_this_machine_knows_the_cause_is_that(engine_address):
    import dataclasses

    from neo4j.exceptions import ClientError

    known = dataclasses.replace(engine_address, trouble=DiskFullError)

    assert isinstance(translate(ClientError("unexplained"), known), DiskFullError)
    assert isinstance(translate(ClientError("unexplained"), engine_address), ClientError)
