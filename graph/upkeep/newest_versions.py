"""Of each level of a standard the newest version counts: which levels newer versions replace, kept in the graph.

It follows from which versions there are. So it is written anew after a load, an import and an undoing, and is no edit.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from graph.query.statement import Statement, Writer
from graph.upkeep import bulk

_NUMBERS = re.compile(r"\d+(?:\.\d+)*")


class LevelOfVersion(NamedTuple):
    """A level of a version of a standard, and the version that the graph says replaces it."""

    id: str
    code: str
    level: str
    version: str
    replaced_by: str | None


async def renew_replaced(writer: Writer, code: str | None = None) -> None:
    """Write for each level of this standard, or of all, which version replaces it, where the graph says otherwise."""
    only = "" if code is None else "WHERE l.standardCode = $code "
    text = (
        f"MATCH (l:StandardLevel) {only}"
        "RETURN l.id, l.standardCode, l.level, l.standardVersion, l.replacedBy ORDER BY l.id"
    )
    levels = [LevelOfVersion(*each) for each in await writer.run(Statement(text, {"code": code} if only else {}))]
    change = "UNWIND $rows AS row MATCH (l:StandardLevel {id: row.id}) SET l.replacedBy = row.by RETURN count(*)"
    await bulk.run_batches(writer, change, _changes(levels))


def _changes(levels: Sequence[LevelOfVersion]) -> list[dict[str, str | None]]:
    versions: dict[tuple[str, str], list[str]] = defaultdict(list)
    for each in levels:
        versions[each.code, each.level].append(each.version)
    replacing = {each: _newest_after(each.version, versions[each.code, each.level]) for each in levels}
    return [{"id": each.id, "by": by} for each, by in replacing.items() if by != each.replaced_by]


def _newest_after(version: str, known: Iterable[str]) -> str | None:
    """Give the newest of these versions that is newer; None: there is none.

    Versions follow each other by their numbers: 10.0 after 2.0. One without numbers neither replaces nor is replaced.
    """
    return max((each for each in known if is_newer(each, version)), key=version_numbers, default=None)


def is_newer(version: str, than: str) -> bool:
    """Say whether a version is newer than another; of one without numbers that is not known."""
    return bool(version_numbers(version) and version_numbers(than)) and version_numbers(version) > version_numbers(than)


def version_numbers(version: str) -> tuple[int, ...]:
    """Give the numbers by which versions follow each other; empty: it has none."""
    return tuple(map(int, version.split("."))) if _NUMBERS.fullmatch(version) else ()
