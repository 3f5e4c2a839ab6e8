"""Write a graph into an archive.

The graph is read in pages while others may write. What only a load changes is read first, and what editors change after
it, while their writes wait: that takes a small part of the time. The log of changes says whether a load came between.
"""

import contextlib
import hashlib
import os
import zipfile
from collections.abc import AsyncIterator, Callable, Mapping
from pathlib import Path
from typing import Any

import orjson

from graph.connection.database import Database
from graph.errors import ArchiveError
from graph.model import EDITED_TYPES, MODEL
from graph.model.core import Relationship
from graph.model.course_sides import COVER_LINKS
from graph.query.change_log import Changes, read_log
from graph.query.revision import reserved
from graph.query.statement import Statement
from graph.upkeep.column_mappings import COLUMN_MAPPING_LABEL
from graph.upkeep.editors import EDITOR_LABEL
from graph.upkeep.releases import current_releases, names_of
from interchange.archive.archive import (
    FORMAT,
    MANIFEST,
    ArchiveRow,
    Manifest,
    Member,
    contradiction,
    link_member,
    node_labels,
    node_member,
)
from interchange.archive.values import LINE_LARGEST, Properties, link_properties, misfit, node_properties

PAGE_ROWS = 2_000
BACKUP_TRIES = 3
# How long editors' writes may have to wait: a write is tried again for longer than that.
RESERVED_S = 3.0
# What editors change: nodes by label, and links at such nodes or derived from them. Loads and imports change the rest.
EDITED_LABELS = EDITED_TYPES | {EDITOR_LABEL, COLUMN_MAPPING_LABEL}
# A moment that says nothing, so that the same graph gives the same bytes. Zip knows none before it.
MOMENT = (1980, 1, 1, 0, 0, 0)

# Called with the rows written so far.
BackupProgress = Callable[[int], None]


async def backup(database: Database, path: Path, progress: BackupProgress = lambda _: None) -> Manifest:
    """Write the whole graph to ``path``, or nothing.

    Raises: ArchiveError when loads kept coming, the file cannot be written, or a row could not be restored.
    """
    fresh = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        # Readable for this user only from the start: digests of tokens and names of editors are in it.
        fresh.touch(mode=0o600)
        for tried in range(BACKUP_TRIES):
            manifest = await _Backup(database, progress).write(fresh, others_wait=tried > 0)
            if manifest:
                fresh.replace(path)
                return manifest
    except OSError as error:
        raise ArchiveError(
            f"{path} cannot be written: {error.strerror}.", f"无法写入 {path}：{error.strerror}。"
        ) from error
    finally:
        # Where it cannot be removed either, the first error says why.
        with contextlib.suppress(OSError):
            fresh.unlink()
    raise ArchiveError(
        f"During each of {BACKUP_TRIES} tries seeds were loaded, a document was imported, a training plan was made, "
        "published or changed in very many places, or another program changed the graph; no archive "
        "was written. Try when none of these runs.",
        f"在 {BACKUP_TRIES} 次尝试中均有种子载入、文件导入、人才培养方案的新建、发布或大批量修改，或其他程序的修改，"
        "未生成归档。请在没有这些操作时重试。",
    )


class _Backup:
    """One try to write an archive."""

    def __init__(self, database: Database, progress: BackupProgress) -> None:
        self._database = database
        self._progress = progress
        self._members: dict[str, Member] = {}
        self._ids: dict[str, list[Any]] = {}

    async def write(self, path: Path, *, others_wait: bool) -> Manifest | None:
        """Write the archive; None: what was written first is not of the same moment as the rest.

        ``others_wait``: no editor writes while what editors change is read. Where no one writes it is not needed, and a
        backup changes nothing: it also runs where the disk of the graph is full.
        """
        before = (await read_log(self._database, 0)).last_write
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as file:
            await self._write_members(file, are_edited=False)
            async with reserved(self._database, RESERVED_S) if others_wait else contextlib.nullcontext():
                log = await read_log(self._database, before.number)
                await self._write_members(file, are_edited=True)
                release = names_of(await current_releases(self._database.read)) or None
                after = await read_log(self._database, before.number)
            if after.last_write != log.last_write or not _is_of_editors(log.since(before)):
                return None
            _require_something(self._database, self._members)
            manifest = Manifest(format=FORMAT, revision=log.revision, release=release, members=self._members)
            file.writestr(_entry(MANIFEST), manifest.model_dump_json(indent=1))
        return manifest

    async def _write_members(self, file: zipfile.ZipFile, *, are_edited: bool) -> None:
        for label in node_labels():
            if (label in EDITED_LABELS) is are_edited:
                ids = self._ids[label] = []
                await self._add(file, node_member(label), node_properties(label), _nodes(self._database, label, ids))
        for each in MODEL.relationships.values():
            if _is_edited(each) is are_edited:
                rows = _links(self._database, each, self._ids[each.start])
                await self._add(file, link_member(each.type), link_properties(each), rows)

    async def _add(
        self, file: zipfile.ZipFile, name: str, known: Properties, rows: AsyncIterator[Mapping[str, Any]]
    ) -> None:
        self._members[name] = await _member(file, name, known, rows)
        self._progress(sum(each.rows for each in self._members.values()))


def _is_edited(each: Relationship) -> bool:
    return each.type in COVER_LINKS or bool({each.start, each.end} & EDITED_LABELS)


def _is_of_editors(changes: Changes | None) -> bool:
    """Whether editors alone changed the graph; None: a load, or more than the log can list."""
    return changes is not None and EDITED_LABELS.issuperset(each.partition(":")[0] for each in changes)


def _require_something(database: Database, members: Mapping[str, Member]) -> None:
    """Refuse an empty graph: an archive of nothing looks like a backup, and is none."""
    if not any(members[node_member(label)].rows for label in MODEL.node_types):
        raise ArchiveError(
            f"The graph at {database.address.uri} is empty; no archive was written. Check ONEPLUSX_DATA_DIR and "
            "ONEPLUSX_NEO4J_URI: `oneplusx status` shows which graph they lead to.",
            f"{database.address.uri} 处的图为空，未生成归档。请检查 ONEPLUSX_DATA_DIR 与 ONEPLUSX_NEO4J_URI，"
            "`oneplusx status` 可显示其所指的图。",
        )


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, MOMENT)
    entry.compress_type = zipfile.ZIP_DEFLATED
    # Who unpacks it gets files for this user only: names of editors are in them.
    entry.external_attr = 0o600 << 16
    return entry


async def _member(
    file: zipfile.ZipFile, name: str, known: Properties, rows: AsyncIterator[Mapping[str, Any]]
) -> Member:
    digest, count = hashlib.sha256(), 0
    with file.open(_entry(name), "w", force_zip64=True) as content:
        async for row in rows:
            line = _line(name, known, row)
            digest.update(line)
            content.write(line)
            count += 1
    return Member(rows=count, sha256=digest.hexdigest())


def _line(member: str, known: Properties, row: Mapping[str, Any]) -> bytes:
    """Write one row; one that ``restore`` would refuse is refused now, while it can still be fixed."""
    if wrong := misfit(known, row) or contradiction(member, row):
        raise _not_to_be_restored(member, row, *wrong)
    line = orjson.dumps(row, option=orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE)
    if len(line) > LINE_LARGEST:
        raise _not_to_be_restored(
            member,
            row,
            f"it takes {len(line)} bytes of at most {LINE_LARGEST}",
            f"共 {len(line)} 字节，上限为 {LINE_LARGEST}",
        )
    return line


def _not_to_be_restored(member: str, row: Mapping[str, Any], en: str, zh: str) -> ArchiveError:
    which = row.get("id") or f"{row.get('start')} -> {row.get('end')}"
    return ArchiveError(
        f"{member}: {which} could not be restored: {en}. Correct it in the graph; no archive was written.",
        f"{member}：{which} 将无法恢复：{zh}。请在图数据库中更正；未生成归档。",
        member=member,
    )


async def _nodes(database: Database, label: str, ids: list[Any]) -> AsyncIterator[ArchiveRow]:
    after: dict[str, Any] = {}
    while True:
        later = " WHERE n.id > $after" if after else ""
        text = f"MATCH (n:{label}){later} RETURN properties(n) ORDER BY n.id LIMIT $page"
        rows = await database.read(Statement(text, {**after, "page": PAGE_ROWS}))
        for (values,) in rows:
            ids.append(values["id"])
            yield values
        if len(rows) < PAGE_ROWS:
            return
        after = {"after": ids[-1]}


async def _links(database: Database, each: Relationship, starts: list[Any]) -> AsyncIterator[ArchiveRow]:
    text = (
        f"UNWIND $ids AS id MATCH (a:{each.start} {{id: id}})-[l:{each.type}]->(b:{each.end}) "
        "RETURN a.id, b.id, properties(l)"
    )
    for first in range(0, len(starts), PAGE_ROWS):
        rows = await database.read(Statement(text, {"ids": starts[first : first + PAGE_ROWS]}))
        for start, end, values in sorted(rows, key=_order):
            yield {**values, "start": start, "end": end}


def _order(row: list[Any]) -> tuple[str, str, bytes]:
    return row[0], row[1], orjson.dumps(row[2], option=orjson.OPT_SORT_KEYS)
