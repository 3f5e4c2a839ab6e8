"""The changes that a table of alignments asks for, written by an editor: all rows or none."""

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from graph.connection.database import Commit, Database
from graph.errors import OneplusxError, RowsRefusedError
from interchange.alignments.import_errors import TableRefusedError
from interchange.alignments.table_comparison import RowFinding, RowState
from interchange.alignments.table_report import changes_of
from resolvers.editing.alignment_import import IMPORT_ALIGNMENTS
from resolvers.editing.transaction import perform

STATES = {
    RowState.NEW: ("new", "新增"),
    RowState.CHANGED: ("changed", "修改"),
    RowState.UNCHANGED: ("unchanged", "未变"),
    RowState.CONFLICT: ("in conflict", "冲突"),
    RowState.REFUSED: ("refused", "拒绝"),
    RowState.OPEN: ("left open", "未决定"),
}


class TableChange(NamedTuple):
    """What the rows of a table change, and the place and name of each."""

    rows: Sequence[Mapping[str, Any]]
    places: Sequence[str]

    @classmethod
    def of(cls, data: bytes, findings: Sequence[RowFinding], author: str | None = None) -> "TableChange":
        """Take the changes of all rows; ``author``: who brought them in, where another editor may confirm them.

        Raises: TableRefusedError where one is refused or in conflict.
        """
        if refused := [each for each in findings if each.problems]:
            lines = [(finding_line(each, chinese=False), finding_line(each, chinese=True)) for each in refused]
            raise TableRefusedError(lines)
        changed = [each for each in findings if each.change]
        by = {"author": author} if author else {}
        return cls(
            [{**each, **by} for each in changes_of(data, findings)],
            [f"{each.line.sheet}!{each.line.number} {each.name}" for each in changed],
        )


async def write_changes(
    database: Database, change: TableChange, token: str | None, key: str = ""
) -> Commit[tuple[str, ...]]:
    """Write them; give the ids of the alignments. Raises: TableRefusedError with nothing written; as ``perform``."""
    if not change.rows:
        return Commit((), ())
    # Where the server did not confirm the write, the same command finds what it made.
    key = key or hashlib.sha256(repr(change.rows).encode()).hexdigest()
    given = {"rows": change.rows, "idempotencyKey": key}
    try:
        written = await perform(database, IMPORT_ALIGNMENTS, given, token, metadata={})
        return Commit(written.answer.ids, written.bookmarks)
    except RowsRefusedError as error:
        raise TableRefusedError([_refusal(change.places[each.row], each.error) for each in error.rows]) from error


def _refusal(place: str, error: OneplusxError) -> tuple[str, str]:
    return f"{place}: {error.en}", f"{place}：{error.zh}"


def finding_line(finding: RowFinding, *, chinese: bool) -> str:
    """Say what is wrong with a row, or what to know of it, with the place of each."""
    line = finding.line
    said = [
        f"{line.places.get(each.field, f'{line.sheet}!{line.number}')} {each.chinese if chinese else each.english}"
        for each in finding.problems or finding.notices
    ]
    return f"{STATES[finding.state][chinese]} {finding.name}: {'; '.join(said)}"
