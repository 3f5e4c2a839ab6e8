"""What the mutations check of their input, beyond what the schema does."""

from typing import Any

from graph.errors import BadArgumentError, NotFoundError, RefusedRow, RowsRefusedError
from graph.model import MODEL
from graph.model.drafts import published
from graph.model.texts import unfit_character
from graph.query.statement import Statement, Writer
from resolvers.editing.mutation import IdsField, Input, Mutation, RowsField, TextField
from resolvers.request.declarations import Argument


def checked_input(mutation: Mutation, values: Input) -> Input:
    """Give the input with its texts trimmed.

    Raises: BadArgumentError for a text that is empty, too long, or holds what no one sees; a list that is too long; a
    number outside the range of the property of its name. RowsRefusedError where that is of rows.
    """
    return {each.name: _checked(mutation, each, values[each.name]) for each in mutation.input if each.name in values}


def _checked(mutation: Mutation, field: Argument, value: Any) -> Any:
    match value:
        case str() if isinstance(field, TextField):
            return _checked_text(field, value)
        case list() if isinstance(field, IdsField) and len(value) > field.longest:
            most = field.longest
            raise BadArgumentError(field.name, f"at most {most} ids.", f"最多 {most} 个 id。")
        case list() if isinstance(field, RowsField):
            return _checked_rows(mutation, field, value)
        case int() | float():
            _check_range(mutation, field.name, value)
    return value


def _checked_rows(mutation: Mutation, field: RowsField, rows: list[Input]) -> list[Input]:
    if not 1 <= len(rows) <= field.longest:
        raise BadArgumentError(field.name, f"1 to {field.longest} rows.", f"须为 1 至 {field.longest} 行。")
    checked: list[Input] = []
    refused: list[RefusedRow] = []
    for place, row in enumerate(rows):
        try:
            checked.append({each.name: _checked(mutation, each, row.get(each.name)) for each in field.row.fields})
        except BadArgumentError as error:
            refused.append(RefusedRow(place, row.get("alignment") or row.get("target") or "", None, error))
    if refused:
        raise RowsRefusedError(refused)
    return checked


def _checked_text(field: TextField, value: str) -> str:
    # A browser on Windows sends both characters for a line break.
    text, longest = value.replace("\r\n", "\n").strip(), field.longest
    if len(text) > longest or (not text and field.annotation == "String"):
        raise BadArgumentError(field.name, f"1 to {longest} characters.", f"须为 1 至 {longest} 个字符。")
    if unfit := unfit_character(text):
        raise BadArgumentError(
            field.name,
            f"contains the character {unfit}, which a text must not hold. Remove it.",
            f"含有文本中不允许的字符 {unfit}，请删除。",
        )
    return text


def _check_range(mutation: Mutation, name: str, value: float) -> None:
    prop = MODEL.node_types[mutation.node].by_name.get(name)
    if prop and not prop.admits(value):
        raise BadArgumentError(name, f"it takes {prop.range}.", f"取值为 {prop.range}。")


async def require_node(writer: Writer, label: str, node_id: str) -> None:
    """Raise NotFoundError unless there is such a node that everybody may read: what is written then speaks of it."""
    public = f" WHERE {published('n')}" if MODEL.node_types[label].has_drafts else ""
    if not await writer.run(Statement(f"MATCH (n:{label} {{id: $id}}){public} RETURN n.id", {"id": node_id})):
        raise NotFoundError(label, node_id)
