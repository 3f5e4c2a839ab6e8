"""Write a graph into an archive.

The graph is read in pages while others may write; that nobody did is known by the revision, read before and after.
"""

import hashlib
import os
import zipfile
from collections.abc import AsyncIterator, Callable, Mapping
from pathlib import Path
from typing import Any

import orjson

from graph.connection.database import Database
from graph.errors import ArchiveError
from graph.model import MODEL
from graph.model.core import Relationship
from graph.query.revision import read_revision
from graph.query.statement import Statement
from graph.upkeep.releases import current_releases, names_of
from interchange.archive.archive import (
    FORMAT,
    MANIFEST,
    ArchiveRow,
    Manifest,
    Member,
    link_member,
    node_labels,
    node_member,
)
from interchange.archive.values import LINE_LARGEST, Properties, link_properties, misfit, node_properties

PAGE_ROWS = 2_000
BACKUP_TRIES = 3
# A moment that says nothing, so that the same graph gives the same bytes. Zip knows none before it.
MOMENT = (1980, 1, 1, 0, 0, 0)

# Called with the rows written so far.
BackupProgress = Callable[[int], None]


async def backup(database: Database, path: Path, progress: BackupProgress = lambda _: None) -> Manifest:
    """Write the whole graph to ``path``, or nothing.

    Raises: ArchiveError when others kept writing, the file cannot be written, or a row could not be restored.
    """
    fresh = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        # Readable for this user only from the start: digests of tokens and names of editors are in it.
        fresh.touch(mode=0o600)
        for _ in range(BACKUP_TRIES):
            before = await read_revision(database)
            manifest = await _write(database, fresh, before, progress)
            if await read_revision(database) == before:
                fresh.replace(path)
                return manifest
    except OSError as error:
        raise ArchiveError(
            f"{path} cannot be written: {error.strerror}.", f"无法写入 {path}：{error.strerror}。"
        ) from error
    finally:
        fresh.unlink(missing_ok=True)
    raise ArchiveError(
        f"The graph was changed during each of {BACKUP_TRIES} tries; no archive was written. "
        "Try when fewer people write.",
        f"在 {BACKUP_TRIES} 次尝试中图数据库均被修改，未生成归档。请在写入较少时重试。",
    )


async def _write(database: Database, path: Path, revision: int, progress: BackupProgress) -> Manifest:
    members: dict[str, Member] = {}
    ids: dict[str, list[Any]] = {}
    total = 0
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as file:
        for label in node_labels():
            ids[label] = []
            name = node_member(label)
            members[name] = await _member(file, name, node_properties(label), _nodes(database, label, ids[label]))
            progress(total := total + members[name].rows)
        _require_something(database, members)
        for each in MODEL.relationships.values():
            name = link_member(each.type)
            members[name] = await _member(file, name, link_properties(each), _links(database, each, ids[each.start]))
            progress(total := total + members[name].rows)
        release = names_of(await current_releases(database.read)) or None
        manifest = Manifest(format=FORMAT, revision=revision, release=release, members=members)
        file.writestr(_entry(MANIFEST), manifest.model_dump_json(indent=1))
    return manifest


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
    """Write one row; one that ``restore`` would refuse is refused now, while it can still be mended."""
    if wrong := misfit(known, row):
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
