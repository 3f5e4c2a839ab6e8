"""Of each level of a standard the newest version counts: which levels newer versions replace, kept in the graph.

It follows from which versions there are. So it is written anew after an import and after an undoing, and is no edit.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from graph.query.statement import Statement, Writer

_NUMBERS = re.compile(r"\d+(?:\.\d+)*")


class LevelOfVersion(NamedTuple):
    """A level of a version of a standard, and the version that the graph says replaces it."""

    id: str
    level: str
    version: str
    replaced_by: str | None


async def renew_replaced(writer: Writer, code: str) -> None:
    """Write for each level of a standard which version replaces it, where the graph says otherwise."""
    text = (
        "MATCH (l:StandardLevel) WHERE l.standardCode = $code "
        "RETURN l.id, l.level, l.standardVersion, l.replacedBy ORDER BY l.id"
    )
    levels = [LevelOfVersion(*each) for each in await writer.run(Statement(text, {"code": code}))]
    rows = [{"id": each.id, "by": by} for each in levels if (by := replacing(each, levels)) != each.replaced_by]
    if rows:
        change = "UNWIND $rows AS row MATCH (l:StandardLevel {id: row.id}) SET l.replacedBy = row.by RETURN count(*)"
        await writer.run(Statement(change, {"rows": rows}))


def replacing(level: LevelOfVersion, known: Iterable[LevelOfVersion]) -> str | None:
    """Give the newest version that has this level and is newer; None: there is none.

    Versions follow each other by their numbers: 10.0 after 2.0. One without numbers neither replaces nor is replaced.
    """
    newer = [each.version for each in known if each.level == level.level and _is_newer(each.version, level.version)]
    return max(newer, key=_numbers, default=None)


def _is_newer(version: str, than: str) -> bool:
    return bool(_numbers(version) and _numbers(than)) and _numbers(version) > _numbers(than)


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split("."))) if _NUMBERS.fullmatch(version) else ()
