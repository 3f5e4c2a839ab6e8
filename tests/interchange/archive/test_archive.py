"""Backup and restore: from one engine to the other and back, awkward values, spoilt archives, concurrent writers, kill -9."""

import asyncio
import errno
import os
import random
import re
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

import orjson
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.connection.database import Database, Limits
from graph.errors import ArchiveError
from graph.query.change_log import NOTHING
from graph.query.revision import read_revision
from graph.query.statement import Statement
from graph.upkeep import editors, migrations
from graph.upkeep.editors import Role
from interchange.archive.archive import read_archive
from interchange.archive.backup import backup
from interchange.archive.restore import restore
from seeds.load import load
from tests.command_line import oneplusx
from tests.conftest import _STARTERS, ENGINES, _wipe, is_embedded, on_engines, settings_of
from tests.resolvers.editing.small_seeds import write_small_seeds

ROOT = Path(__file__).resolve().parents[3]
LIMITS = Limits(statement_s=60)


def members(path: Path) -> dict:
    return {name: (each.rows, each.sha256) for name, each in read_archive(path).manifest.members.items()}


async def empty(database: Database) -> None:
    await database.write(_wipe)


@pytest.mark.skipif(len(ENGINES) < 2, reason="one engine only")
@on_engines("embedded")
async def test_the_national_graph_moves_to_the_other_engine_and_back(national_address, tmp_path):
    async with Database.open(national_address, LIMITS) as source:
        first = await backup(source, tmp_path / "first.zip")
    with _STARTERS["neo4j"](tmp_path / "neo4j") as address:
        async with Database.open(address, LIMITS) as target:
            await restore(target, tmp_path / "first.zip")
            second = await backup(target, tmp_path / "second.zip")
            assert await read_revision(target) > first.revision
            with pytest.raises(ArchiveError, match="not empty"):
                await restore(target, tmp_path / "first.zip")
    with _STARTERS["embedded"](tmp_path / "embedded") as address:
        async with Database.open(address, LIMITS) as back:
            await restore(back, tmp_path / "second.zip")
            third = await backup(back, tmp_path / "third.zip")
            assert await read_revision(back) > second.revision

    assert first.members == second.members == third.members
    assert sum(each.rows for each in first.members.values()) > 50_000
    assert first.release == second.release == third.release


TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
NODES = st.lists(
    st.fixed_dictionaries(
        {"name": TEXTS},
        optional={
            "basis": st.sampled_from(["OFFICIAL", "EDITORIAL"]),
            "sourceIds": st.lists(TEXTS, max_size=3),
            "sourceNote": TEXTS,
            "pinyin": st.sampled_from(["'", '"', "\\", "\n", "\u2028", "𠮷", "🧪", "{$x}", "\t\r"]),
            "seedHash": st.none(),
        },
    ),
    max_size=6,
)


async def test_awkward_values_come_back_as_they_were(database, tmp_path):
    drawn: list = []

    @settings(max_examples=25, suppress_health_check=list(HealthCheck), derandomize=True)
    @given(
        NODES,
        st.lists(st.tuples(st.integers(0, 5), st.floats(0, 1)), max_size=5),
        st.lists(st.floats(allow_nan=False, allow_infinity=False), max_size=5),
    )
    def draw(nodes, links, figures):
        drawn.append((nodes, links, figures))

    draw()
    for nodes, links, figures in drawn:
        await empty(database)
        await database.write(lambda writer, n=nodes, k=links: write_small(writer, n, k))
        rows = [{"id": f"Statistic:{number}", "subject": "x", "value": value} for number, value in enumerate(figures)]
        create = Statement("UNWIND $rows AS row CREATE (s:Statistic) SET s = row", {"rows": rows})
        await database.write(lambda writer, statement=create: writer.run(statement))
        await backup(database, tmp_path / "one.zip")
        await empty(database)
        await restore(database, tmp_path / "one.zip")
        await backup(database, tmp_path / "two.zip")

        assert without_migrations(tmp_path / "one.zip") == without_migrations(tmp_path / "two.zip")
        found = await database.read(Statement("MATCH (n:JobRole) RETURN n.name ORDER BY n.id"))
        assert [row[0] for row in found] == [each["name"] for each in nodes]


def without_migrations(path: Path) -> dict:
    """Restoring also applies the migrations that the archive's graph had not."""
    return {name: each for name, each in members(path).items() if "GraphMigration" not in name}


async def write_small(writer, nodes, links) -> None:
    rows = [{**values, "id": f"JobRole:{number}"} for number, values in enumerate(nodes)]
    await writer.run(Statement("UNWIND $rows AS row CREATE (n:JobRole) SET n = row", {"rows": rows}))
    course = {"id": "Course:1", "name": "c", "majorCode": "510203"}
    requirement = {"id": "S:1", "standardCode": "510084", "code": "1.1.1", "wording": "ABRIDGED"}
    ends = Statement(
        "CREATE (c:Course) SET c = $c CREATE (s:SkillRequirement) SET s = $s", {"c": course, "s": requirement}
    )
    await writer.run(ends)
    text = (
        "UNWIND $rows AS row MATCH (c:Course {id: 'Course:1'}) MATCH (s:SkillRequirement {id: 'S:1'}) "
        "CREATE (c)-[l:COVERS]->(s) SET l = row"
    )
    values = [{"alignmentId": f"A:{number}", "strength": strength} for number, strength in links]
    await writer.run(Statement(text, {"rows": values}))


@pytest.fixture
async def archive(database, tmp_path):
    await database.write(lambda writer: write_small(writer, [{"name": f"岗位{n}"} for n in range(50)], [(1, 0.5)]))
    await backup(database, tmp_path / "good.zip")
    await empty(database)
    return tmp_path / "good.zip"


async def test_a_truncated_or_altered_archive_is_refused_and_nothing_is_written(database, archive, tmp_path):
    content, good, draw = archive.read_bytes(), members(archive), random.Random(1)
    spoilt, refused = tmp_path / "spoilt.zip", 0
    for place in sorted(draw.sample(range(len(content)), 60)):
        spoilt.write_bytes(content[:place])
        with pytest.raises(ArchiveError):
            read_archive(spoilt)
        flipped = bytearray(content)
        flipped[place] ^= 1 << draw.randrange(8)
        spoilt.write_bytes(flipped)
        try:
            # A bit that zip itself has no use for changes nothing.
            assert members(spoilt) == good
        except ArchiveError:
            refused += 1
    assert refused > 15
    spoilt.write_bytes(content[:-200])
    with pytest.raises(ArchiveError, match=r"spoilt\.zip is no whole archive"):
        await restore(database, spoilt)
    assert await database.read(Statement("MATCH (n:JobRole) RETURN n.id")) == []


def rewritten(archive: Path, path: Path, name: str, change) -> Path:
    """Copy an archive with one member changed, its digest made to fit, as a forger would."""
    import hashlib

    with zipfile.ZipFile(archive) as old, zipfile.ZipFile(path, "w") as new:
        manifest = orjson.loads(old.read("manifest.json"))
        for each in old.namelist():
            content = old.read(each)
            if each == name:
                content = change(content)
            if each in manifest["members"]:
                rows = content.count(b"\n")
                manifest["members"][each] = {"rows": rows, "sha256": hashlib.sha256(content).hexdigest()}
            if each != "manifest.json":
                new.writestr(each, content)
        new.writestr(
            "manifest.json", change(orjson.dumps(manifest)) if name == "manifest.json" else orjson.dumps(manifest)
        )
    return path


def first_name(content: bytes, value: bytes) -> bytes:
    return re.sub(rb'"name":"[^"]*"', b'"name":' + value, content, count=1)


@pytest.mark.parametrize(
    ("name", "change", "told"),
    [
        (
            "nodes/JobRole.jsonl",
            lambda c: c + c.split(b"\n")[0] + b"\n",
            r"JobRole\.jsonl, line 51: no id, or one that",
        ),
        ("nodes/JobRole.jsonl", lambda c: c.replace(b'"name"', b'"nmae"', 1), r"line 1: unknown property nmae"),
        ("nodes/JobRole.jsonl", lambda c: c.replace(b"{", b"[", 1), r"line 1: no JSON"),
        ("nodes/JobRole.jsonl", lambda c: re.sub(rb',"name":"[^"]*"', b"", c, count=2), r"line 1: no name, by which"),
        ("nodes/SkillRequirement.jsonl", lambda c: c.replace(b'"1.1.1"', b"null"), r"line 1: no code, by which"),
        ("nodes/JobRole.jsonl", lambda c: b"5\n" + c, r"line 1: no object"),
        ("nodes/JobRole.jsonl", lambda c: first_name(c, b"5"), r"line 1: name holds a value that is no String"),
        ("nodes/JobRole.jsonl", lambda c: first_name(c, b'{"a":1}'), r"line 1: name holds a value that is no String"),
        ("nodes/JobRole.jsonl", lambda c: first_name(c, b'["a"]'), r"line 1: name holds a value that is no String"),
        ("nodes/JobRole.jsonl", lambda c: first_name(c, b"18446744073709551615"), r"no String"),
        ("nodes/JobRole.jsonl", lambda c: c.replace(b'"JobRole:0"', b'["a"]'), r"id holds a value that is no String"),
        ("nodes/JobRole.jsonl", lambda c: c.replace(b'{"id"', b'{"sourceIds":"a","id"', 1), r"is no \[String\]"),
        ("nodes/Course.jsonl", lambda c: c.replace(b"{", b'{"sequence":18446744073709551615,', 1), r"no Int"),
        ("nodes/Course.jsonl", lambda c: c.replace(b"{", b'{"sequence":true,', 1), r"sequence holds .* no Int"),
        (
            "nodes/GraphMigration.jsonl",
            lambda c: b'{"id":"1","name":"a","checksum":"b","on":"c"}\n',
            r"id holds .* no Int",
        ),
        ("nodes/GraphMigration.jsonl", lambda c: b'{"id":1,"name":"a","on":"2026-11-24"}\n', r"line 1: no checksum"),
        ("nodes/Editor.jsonl", lambda c: b'{"id":5}\n', r"Editor\.jsonl, line 1: id holds a value that is no String"),
        ("links/COVERS.jsonl", lambda c: c.replace(b'"Course:1"', b'["Course:1"]'), r"start holds .* no String"),
        (
            "links/COVERS.jsonl",
            lambda c: re.sub(rb'"strength":[^,}]*', b'"strength":"0.5"', c),
            r"strength .* no Float",
        ),
        (
            "nodes/JobRole.jsonl",
            lambda c: first_name(c, b'"' + b"x" * 1_000_000 + b'"'),
            r"line 1: longer than 1000000",
        ),
        ("nodes/Course.jsonl", lambda c: b"", r"COVERS\.jsonl, line 1: there is no Course Course:1"),
        ("links/COVERS.jsonl", lambda c: c.replace(b'"strength"', b'"weight"'), r"unknown property weight"),
        ("manifest.json", lambda c: c.replace(b'"format":1', b'"format":2'), r"format 2, not 1"),
        ("manifest.json", lambda c: c.replace(b"JobRole", b"JobRule"), r"knows no such kind"),
        ("manifest.json", lambda c: b"{}", r"manifest\.json, line 1: it does not fit"),
    ],
)
async def test_what_is_wrong_is_told_with_its_place(name, change, told, database, archive):
    with pytest.raises(ArchiveError, match=told) as error:
        await restore(database, rewritten(archive, archive.with_name("forged.zip"), name, change))

    assert "未写入任何数据" in error.value.zh
    assert await database.read(Statement("MATCH (n:JobRole) RETURN n.id")) == []


NEWER = b'{"checksum":"c","id":99,"name":"of a newer program","on":"2030-01-01"}\n'


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda c: c + NEWER, r"GraphMigration\.jsonl: .*migration 99 \(of a newer program\)"),
        (
            lambda c: re.sub(rb'"checksum":"[^"]*"', b'"checksum":"other"', c, count=1),
            "was altered after it was applied",
        ),
    ],
)
async def test_an_archive_of_a_newer_program_is_refused_before_anything_is_written(change, told, database, tmp_path):
    await migrations.migrate(database)
    await database.write(lambda writer: write_small(writer, [{"name": "岗位"}], []))
    await backup(database, tmp_path / "good.zip")
    await empty(database)
    forged = rewritten(tmp_path / "good.zip", tmp_path / "forged.zip", "nodes/GraphMigration.jsonl", change)

    with pytest.raises(ArchiveError, match=told) as error:
        await restore(database, forged)

    assert "未写入任何数据" in error.value.zh
    assert await database.read(Statement("MATCH (n:JobRole) RETURN n.id")) == []


@pytest.mark.parametrize(
    ("values", "told"),
    [
        (
            {"name": "x", "sourceNote": "长" * 400_000},
            r"JobRole\.jsonl: JobRole:1 could not be restored: it takes 12000\d\d bytes",
        ),
        ({"name": 5}, "name holds a value that is no String"),
        ({"name": "x", "nmae": "x"}, "unknown property nmae"),
        ({"name": "x", "basis": "HEARSAY"}, "basis holds 'HEARSAY', which is no code of Basis"),
    ],
)
async def test_a_backup_refuses_what_could_not_be_restored(values, told, database, tmp_path):
    create = Statement("CREATE (n:JobRole) SET n = $values", {"values": {**values, "id": "JobRole:1"}})
    await database.write(lambda writer: writer.run(create))

    with pytest.raises(ArchiveError, match=told) as error:
        await backup(database, tmp_path / "a.zip")

    assert "未生成归档" in error.value.zh
    assert list(tmp_path.iterdir()) == []


async def test_a_folder_that_takes_no_file_is_told_and_not_the_cleaning_up(database, archive, tmp_path, monkeypatch):
    """On a read-only file system neither works, and the second error came as a traceback."""

    def refuse(*_, **__):
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(Path, "touch", refuse)
    monkeypatch.setattr(Path, "unlink", refuse)

    with pytest.raises(ArchiveError, match=r"a\.zip cannot be written: Read-only file system\."):
        await backup(database, tmp_path / "a.zip")


class Busy:
    """A graph in which somebody writes after every read, for a number of reads."""

    def __init__(self, database: Database, writes: int) -> None:
        self._database = database
        self.run_alone = database.run_alone
        self.left = writes

    async def read(self, statement, **options):
        rows = await self._database.read(statement, **options)
        if self.left:
            self.left -= 1
            values = {"id": f"JobRole:busy{self.left}", "name": "x"}
            create = Statement("CREATE (n:JobRole) SET n = $values", {"values": values})
            await self._database.write(lambda writer: writer.run(create))
        return rows


async def test_an_archive_is_of_one_moment_or_not_written(database, archive, tmp_path, monkeypatch):
    monkeypatch.setattr("interchange.archive.backup.RESERVED_S", 0.01)
    with pytest.raises(ArchiveError, match="During each of 3 tries seeds were loaded"):
        await backup(Busy(database, 1_000), tmp_path / "busy.zip")
    assert [each.name for each in tmp_path.glob("busy*")] == []

    await backup(Busy(database, 5), tmp_path / "busy.zip")

    rows = await database.read(Statement("MATCH (n:JobRole) RETURN count(n)"))
    assert read_archive(tmp_path / "busy.zip").manifest.members["nodes/JobRole.jsonl"].rows == rows[0][0]


async def test_a_backup_is_of_one_moment_while_editors_write_without_a_pause(database, archive, tmp_path):
    """Each write makes an alignment and a change: an archive of one moment has as many of one as of the other."""
    text = (
        "CREATE (n:Alignment) SET n = $alignment CREATE (c:Change {id: $change, code: $code, at: '2026-01-01T00:00:00Z', editor: 'x', action: 'PROPOSE', "
        "version: 1, after: '{}'}) RETURN n.id"
    )
    begun, done, made = asyncio.Event(), asyncio.Event(), []

    async def write_on(writer_name: str) -> None:
        while not done.is_set():
            code = f"{writer_name}{len(made)}"
            alignment = {**known, "id": f"Alignment:{code}", "code": code}
            values = {"alignment": alignment, "code": code, "change": f"Change:{code}"}
            statement = Statement(text, values)
            await database.write(lambda writer, each=statement: writer.run(each), changes=lambda _: NOTHING)
            made.append(code)
            begun.set()

    await load(database, archive_seeds(tmp_path))
    ((known,),) = await database.read(Statement("MATCH (n:Alignment) RETURN properties(n)"))
    writers = [asyncio.create_task(write_on(each)) for each in ("a", "b")]
    await asyncio.wait_for(begun.wait(), 60)
    manifest = await backup(database, tmp_path / "busy.zip")
    written_by_then = len(made)
    done.set()
    await asyncio.gather(*writers)

    rows = {name: each.rows for name, each in manifest.members.items()}
    assert rows["nodes/Alignment.jsonl"] - 1 == rows["nodes/Change.jsonl"]
    assert 0 < rows["nodes/Change.jsonl"] <= written_by_then + 2
    await empty(database)
    await restore(database, tmp_path / "busy.zip")


def archive_seeds(folder: Path) -> Path:
    write_small_seeds(folder / "small")
    return folder / "small"


async def test_a_graph_with_nothing_but_an_editor_is_not_empty(database, archive):
    await editors.add(database, "王老师", Role.DESIGNER)

    with pytest.raises(ArchiveError, match="it has a Editor"):
        await restore(database, archive)


async def test_the_college_of_an_editor_comes_back(database, tmp_path):
    create = Statement(
        "CREATE (:College {id: 'College:甲学院', name: '甲学院', educationLevel: 'ASSOCIATE', ownership: '公办'})"
    )
    await database.write(lambda writer: writer.run(create))
    token = await editors.add(database, "王老师", Role.REVIEWER, college="甲学院")
    await backup(database, tmp_path / "editors.zip")
    await empty(database)
    await restore(database, tmp_path / "editors.zip")

    found = await editors.require(database.read, token, frozenset(Role))
    assert found == editors.Editor("王老师", Role.REVIEWER, "College:甲学院")


RESTORE = """
import asyncio, sys
from pathlib import Path
from graph.connection.address import GraphAddress
from graph.connection.database import Database
from interchange.archive.restore import restore
def told(done, total):
    if done > total / 2:
        print("half", flush=True)
async def run():
    async with Database.open(GraphAddress(*sys.argv[2:5])) as database:
        await restore(database, Path(sys.argv[1]), told)
asyncio.run(run())
"""


async def test_a_restore_killed_half_way_leaves_the_graph_empty(database, tmp_path):
    many = [{"name": f"岗位{number}"} for number in range(30_000)]
    await database.write(lambda writer: write_small(writer, many, []))
    await backup(database, tmp_path / "many.zip")
    await empty(database)
    address = database.address
    command = [sys.executable, "-c", RESTORE, tmp_path / "many.zip", address.uri, address.user, address.password]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:  # noqa: ASYNC220  # nothing else runs in this loop meanwhile
        assert process.stdout.readline() == "half\n"
        process.send_signal(signal.SIGKILL)

    # The server undoes the transaction when it sees that the client is gone.
    async with asyncio.timeout(60):
        while await database.read(Statement("MATCH (n:JobRole) RETURN count(n)")) != [[0]]:
            pass
    await restore(database, tmp_path / "many.zip")
    assert await database.read(Statement("MATCH (n:JobRole) RETURN count(n)")) == [[30_000]]


async def test_the_commands_write_restore_and_refuse(database, tmp_path):
    async def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
        settings = {**settings_of(database.address), "ONEPLUSX_SEEDS_DIR": str(tmp_path / "seeds")}
        return await asyncio.to_thread(oneplusx, *arguments, folder=tmp_path, **settings)

    write_small_seeds(tmp_path / "seeds")
    done = await run("load")
    assert (done.returncode, "0 unchanged" in done.stdout) == (0, True), done.stderr
    done = await run("backup", tmp_path / "a.zip")
    assert (done.returncode, "nodes and links at revision" in done.stdout) == (0, True)
    assert "ARCHIVE" in (await run("backup", tmp_path / "a.zip")).stderr
    await empty(database)
    done = await run("restore", tmp_path / "a.zip")
    assert (done.returncode, "restored" in done.stdout) == (0, True), done.stderr
    again = await run("restore", tmp_path / "a.zip")
    assert (again.returncode, "not empty" in again.stderr.replace("\n", " ")) == (1, True)
    done = await run("status")
    assert (done.returncode, "pending: none" in done.stdout) == (0, True), done.stdout
    assert ("(ArcadeDB" in done.stdout) == (is_embedded(database.address))


@pytest.mark.engine("embedded")
def test_a_user_moves_a_graph_from_one_folder_to_another(tmp_path):
    """As a user has it: each command starts the engine in its folder, and stops it."""

    def run(data: str, *arguments: str | Path) -> str:
        settings = {"ONEPLUSX_DATA_DIR": str(tmp_path / data), "ONEPLUSX_SEEDS_DIR": str(tmp_path / "seeds")}
        command = [Path(sys.executable).with_name("oneplusx"), *arguments]
        return subprocess.check_output(command, cwd=tmp_path, env={**os.environ, **settings}, text=True)

    write_small_seeds(tmp_path / "seeds")
    run("one", "load")
    archive = tmp_path / "a.zip"

    assert "nodes and links at revision" in run("one", "backup", archive)
    assert "restored" in run("two", "restore", archive)
