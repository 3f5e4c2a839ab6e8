"""Bring in the rows of a table of alignments (对接表): proposals, revisions and decisions, all or none.

It is no field of the API: the command line makes the rows from a file whose report was confirmed.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from graph.errors import AccessError, RefusedRow, RowsRefusedError, UserError
from graph.model.alignments import kept_strength
from graph.model.core import Text
from graph.query.alignment_names import name_alignments
from graph.query.statement import Writer
from graph.upkeep.editors import Editor, Role, today
from resolvers.editing.alignment_decisions import STORED, changed, not_now, require_may_withdraw, store
from resolvers.editing.alignments import LIVE, check_alignment, propose_many, refuse_second
from resolvers.editing.mutation import EVERY_ROLE, Change, Input, Mutation, RowsField
from resolvers.editing.versions import Seen, read_all_as_seen
from resolvers.request.declarations import Argument, InputType

ROWS_LARGEST = 3_000
METHOD = "spreadsheet"
# A proposal has ends, every other row an alignment with its version.
_ROW = {
    "action": "String",
    "alignment": "ID | None",
    "version": "Int | None",
    "subject": "ID | None",
    "target": "ID | None",
    "kind": "AlignmentKind",
    "role": "AlignmentRole | None",
    "strength": "Float",
    "rationale": "String | None",
    "reason": "String",
    # Who brought the row in, where another editor confirms it: an author decides on no row of their own.
    "author": "String | None",
}


async def import_rows(writer: Writer, editor: Editor, values: Input) -> Sequence[Change]:
    """Make the change of every row or, where one is refused, none."""
    rows = values["rows"]
    new = {
        place: {**row, "method": METHOD, "author": _author(editor, row)}
        for place, row in enumerate(rows)
        if row["action"] == "PROPOSE"
    }
    known = [(row["alignment"], row["version"]) for row in rows if row["action"] != "PROPOSE"]
    proposed = iter(await propose_many(writer, editor, new))
    seen = iter(await read_all_as_seen(writer, "Alignment", known, STORED))
    made = [
        next(proposed) if row["action"] == "PROPOSE" else await _made(writer, editor, row, next(seen)) for row in rows
    ]
    refused = [(place, each) for place, each in enumerate(made) if not isinstance(each, Change)]
    if refused:
        raise await _refusal(writer, rows, refused)
    changes = [each for each in made if isinstance(each, Change)]
    await store(writer, [each for each in changes if each.before])
    return changes


def _author(editor: Editor, row: Mapping[str, Any]) -> str:
    return row.get("author") or editor.name


async def _made(writer: Writer, editor: Editor, row: Mapping[str, Any], seen: Seen) -> Change | UserError | AccessError:
    if isinstance(seen, UserError):
        return seen
    try:
        if row["action"] == "REVISE":
            return await _revised(writer, editor, seen, row)
        if row["action"] != "WITHDRAW" and editor.role is not Role.REVIEWER:
            return AccessError.forbidden(editor.role, Role.REVIEWER)
        return changed(editor, seen, row["action"], row["reason"])
    except (UserError, AccessError) as error:
        return error


async def _revised(writer: Writer, editor: Editor, before: Mapping[str, Any], row: Mapping[str, Any]) -> Change:
    """Change what an alignment says. It is of who brings that in from then on, and waits for another to decide."""
    if before["status"] not in LIVE:
        raise not_now(before, " / ".join(LIVE))
    require_may_withdraw(editor, before)
    check_alignment(row)
    if row["role"] != before["role"]:
        await refuse_second(writer, before["id"], row["role"])
    after = {
        **before,
        **{each: row[each] for each in ("kind", "role", "rationale")},
        "strength": kept_strength(row["strength"]),
        "status": "SUGGESTED",
        "author": _author(editor, row),
        "reviewer": None,
        "proposedOn": max(today(), before["proposedOn"] or ""),
        "decidedOn": None,
        "version": before["version"] + 1,
    }
    return Change(after["id"], "REVISE", after["version"], after, before, row["reason"])


async def _refusal(
    writer: Writer, rows: Sequence[Mapping[str, Any]], refused: Sequence[tuple[int, UserError | AccessError]]
) -> RowsRefusedError:
    ids = {place: rows[place].get("alignment") or "" for place, _ in refused}
    names = await name_alignments(writer.run, [each for each in ids.values() if each])
    return RowsRefusedError([RefusedRow(place, ids[place], names.get(ids[place]), error) for place, error in refused])


IMPORT_ALIGNMENTS = Mutation(
    name="importAlignments",
    description=Text("Bring in the rows of a table of alignments.", "导入对接表的各行。"),
    fields=(
        RowsField(
            name="rows",
            annotation="list[AlignmentImportRow]",
            description=Text("Rows, each with its action.", "各行及其操作。"),
            row=InputType(
                name="AlignmentImportRow",
                description=Text("A row, checked by `interchange.alignments`.", "一行，已由导入程序检查。"),
                fields=tuple(
                    Argument(name=name, annotation=annotation, description=Text(name, name))
                    for name, annotation in _ROW.items()
                ),
            ),
            longest=ROWS_LARGEST,
        ),
    ),
    node="Alignment",
    actions=("PROPOSE", "REVISE", "ACCEPT", "REJECT", "WITHDRAW"),
    roles=EVERY_ROLE,
    work=import_rows,
)
