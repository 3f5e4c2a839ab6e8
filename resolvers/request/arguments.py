"""Arguments of lists turned into plan values: ``where``, ``orderBy``, ``first``, ``after``, ``asOf``, ``inForce``."""

import base64
import binascii
from collections.abc import Mapping, Sequence
from enum import Enum
from functools import partial
from typing import Any

import orjson

from graph.counted import CONDITIONS
from graph.errors import BadArgumentError, BadCursorError, BadPageSizeError, OperationTooLargeError
from graph.model import MODEL
from graph.model.catalogue import EDITIONS_IN_FORCE, MAJOR
from graph.model.core import BASIS, CodeList, NodeType, Property, Scalar, Side
from graph.query.plan import (
    EVERYTHING,
    After,
    AllOf,
    AnyOf,
    Bind,
    Compare,
    Comparison,
    Condition,
    InForceOn,
    Inputs,
    Not,
    Quantifier,
    Related,
    SortKey,
)
from resolvers.request.field_meanings import IN_FORCE, LINK_BASIS, PAGE_DEFAULT, PAGE_LARGEST, fields_of, order_code
from resolvers.request.variables import bind

Arguments = Mapping[str, Any]
CONDITIONS_LARGEST = 100
LIST_LARGEST = 1000
FILTER_TEXT_LARGEST = 1000
CURSOR_LARGEST = 4096
# What Bolt carries; JSON in a cursor may hold more.
_INT64 = range(-(2**63), 2**63)

_COMPARISONS = {
    "eq": Comparison.EQ,
    "in": Comparison.IN,
    "contains": Comparison.CONTAINS,
    "startsWith": Comparison.STARTS_WITH,
    "gt": Comparison.GT,
    "gte": Comparison.GTE,
    "lt": Comparison.LT,
    "lte": Comparison.LTE,
    "has": Comparison.HAS,
}


def plain(value: Any) -> Any:
    """Give the stored form of an argument: the code of an enum, the value of anything else."""
    if isinstance(value, list):
        return [plain(each) for each in value]
    if isinstance(value, Mapping):
        return {name: plain(each) for name, each in value.items()}
    return value.value if isinstance(value, Enum) else value


# ---- where


class _Budget:
    """Counts conditions, so that a filter cannot explode."""

    def __init__(self) -> None:
        self.spent = 0

    def spend(self) -> None:
        self.spent += 1
        if self.spent > CONDITIONS_LARGEST:
            raise OperationTooLargeError(self.spent, budget=CONDITIONS_LARGEST, counted=CONDITIONS)


def where_condition(node_type: NodeType, arguments: Arguments) -> Condition:
    """Read ``where``, ``asOf`` and ``inForce``. Several keys of one filter must all hold."""
    parts: list[Condition] = []
    if arguments.get("where") is not None:
        condition = _filter(node_type, "where", arguments["where"], _Budget(), may_be_empty=True)
        parts.extend(condition.conditions if isinstance(condition, AllOf) else (condition,))
    if node_type.is_dated and arguments.get("asOf") is not None:
        parts.append(InForceOn(bind("asOf", arguments["asOf"])))
    if arguments.get(IN_FORCE) is not None:
        parts.append(_MAJOR_IN_FORCE if arguments[IN_FORCE] else Not(_MAJOR_IN_FORCE))
    return AllOf(tuple(parts)) if parts else EVERYTHING


# As national figures have it (resolvers/questions/shared/national.py).
_MAJOR_IN_FORCE = AllOf(
    (
        Compare(MAJOR.by_name["edition"], Comparison.IN, Bind("editions", lambda _: [*EDITIONS_IN_FORCE])),
        Related(MODEL.sides[MAJOR.name]["successors"], Quantifier.NONE, EVERYTHING),
    )
)


def asked(place: str, given: Arguments, *, may_be_empty: bool = False) -> Arguments:
    """Give what a filter asks: null, and an empty list that must all hold, ask nothing.

    Raises: BadArgumentError when nothing is left, for it would match everything where a value was meant. ``{}`` itself
    may be allowed. A variable that was left out comes as null (``Collector``), so that it is no ``{}``.
    """
    found = {name: value for name, value in given.items() if value is not None and (name, value) != ("and", [])}
    if not found and not (may_be_empty and not given):
        argument, _, _ = place.partition(".")
        raise BadArgumentError(
            argument,
            f"`{place}` asks nothing: all in it is null, or a variable without a value. Give a value, or leave it out.",
            f"`{place}` 没有任何条件：其内容为 null，或所用变量没有值。请给出值，或省略该键。",
        )
    return found


def _filter(
    node_type: NodeType, place: str, given: Arguments, budget: _Budget, *, may_be_empty: bool = False
) -> Condition:
    found = asked(place, given, may_be_empty=may_be_empty)
    parts = [_term(node_type, f"{place}.{name}", name, value, budget) for name, value in found.items()]
    return parts[0] if len(parts) == 1 else AllOf(tuple(parts))


def _term(node_type: NodeType, place: str, name: str, value: Any, budget: _Budget) -> Condition:
    budget.spend()
    match name:
        case "and":
            return AllOf(tuple(_filter(node_type, place, each, budget) for each in value))
        case "or":
            return AnyOf(tuple(_filter(node_type, place, each, budget) for each in value))
        case "not":
            return Not(_filter(node_type, place, value, budget))
    meaning = fields_of(node_type.name)[name]
    if isinstance(meaning, Side):
        return _related(meaning, place, value, budget)
    assert isinstance(meaning, Property)
    return _comparisons(meaning, place, value, budget)


def _related(side: Side, place: str, given: Arguments, budget: _Budget) -> Condition:
    target = MODEL.node_types[side.target]
    parts: list[Condition] = []
    found = dict(asked(place, given))
    bases = link_bases(found)
    if found.pop(LINK_BASIS, None) is not None:
        budget.spend()
    if not found:
        raise _not_quantified(place)
    for name, value in found.items():
        quantifier = Quantifier(name)
        # Whether there is one at all is a question; that all of them satisfy nothing is none.
        condition = _filter(target, f"{place}.{name}", value, budget, may_be_empty=quantifier is not Quantifier.ALL)
        parts.append(Related(side, quantifier, condition, bases))
    return parts[0] if len(parts) == 1 else AllOf(tuple(parts))


def _not_quantified(place: str) -> BadArgumentError:
    argument, _, _ = place.partition(".")
    return BadArgumentError(
        argument,
        f"`{place}` has `{LINK_BASIS}` alone. Say with it what the nodes must satisfy: `some`, `none` or `all`.",
        f"`{place}` 只有 `{LINK_BASIS}`。请同时用 `some`、`none` 或 `all` 给出对节点的条件。",
    )


def link_bases(arguments: Arguments) -> Bind | None:
    """Read ``linkBasis``. None: links count whatever they rest on."""
    given = arguments.get(LINK_BASIS)
    # In the order of the codes, each once: of a long list no more is left than there are codes.
    return None if given is None else bind(LINK_BASIS, [each for each in BASIS.codes if each in plain(given)])


def _comparisons(prop: Property, place: str, given: Arguments, budget: _Budget) -> Condition:
    parts: list[Condition] = []
    for name, value in asked(place, given).items():
        budget.spend()
        if name == "isNull":
            parts.append(Compare(prop, Comparison.IS_NULL if value else Comparison.IS_NOT_NULL, None))
        else:
            parts.append(Compare(prop, _COMPARISONS[name], bind(f"{prop.name}.{name}", value, _bounded)))
    return parts[0] if len(parts) == 1 else AllOf(tuple(parts))


def _bounded(value: Any) -> Any:
    value = plain(value)
    if isinstance(value, str) and len(value) > FILTER_TEXT_LARGEST:
        raise BadArgumentError(
            "where", f"a text may have {FILTER_TEXT_LARGEST} characters.", f"文本最多 {FILTER_TEXT_LARGEST} 个字符。"
        )
    if isinstance(value, list) and len(value) > LIST_LARGEST:
        raise BadArgumentError("where", f"a list may have {LIST_LARGEST} values.", f"列表最多 {LIST_LARGEST} 个值。")
    return value


# ---- order


def order_keys(node_type: NodeType, arguments: Arguments) -> tuple[SortKey, ...]:
    """Read ``orderBy``: at most three keys. Nothing given: none, which is the order by default."""
    given = arguments.get("orderBy") or []
    if len(given) > 3:
        raise BadArgumentError("orderBy", "at most three keys.", "最多三个排序键。")
    by_code = {order_code(each): each for each in node_type.stored if each.sortable}
    return tuple(SortKey(by_code[plain(each["by"])], plain(each.get("direction")) == "DESC") for each in given)


def natural_order(node_type: NodeType) -> tuple[SortKey, ...]:
    """Give the order in which a reader expects a small list of this type."""
    return tuple(SortKey(node_type.by_name[name]) for name in node_type.order)


# ---- pages


def page_size(arguments: Arguments) -> Bind:
    """Bind ``first``, by default 20, at most 100."""
    given = arguments.get("first")
    return bind("first", PAGE_DEFAULT if given is None else given, partial(rows_up_to, PAGE_LARGEST))


def rows_up_to(largest: int, value: Any) -> int:
    """Give a number of rows. Raises: BadPageSizeError unless it is 1 to ``largest``."""
    if not isinstance(value, int) or not 1 <= value <= largest:
        raise BadPageSizeError(value, largest=largest)
    return value


def rows_to_read(size: Bind) -> Bind:
    """Bind one row more than the page shows: it tells whether there is a next page."""
    return Bind("rows", lambda inputs: size.read(inputs) + 1)


def after_position(node_type: NodeType, order: Sequence[SortKey], arguments: Arguments) -> After | None:
    """Read ``after`` back into the position it was made from."""
    given = arguments.get("after")
    if given is None:
        return None
    cursor = bind("after", given, lambda text: decode_cursor(text, node_type, order))

    def part(place: int, name: str) -> Bind:
        return Bind(f"after.{name}", lambda inputs: cursor.read(inputs)[place])

    return After(tuple(part(place, each.property.name) for place, each in enumerate(order, 1)), part(0, "id"))


def fingerprint(node_type: NodeType, order: Sequence[SortKey]) -> str:
    """Say for which list and order a cursor was made."""
    return node_type.name + "".join(f" {each.property.name}{'-' if each.descending else ''}" for each in order)


def encode_cursor(made_for: str, values: Sequence[Any]) -> str:
    """Write a cursor: URL-safe base64 of a JSON list: what it was made for, the id, one value for each sort key."""
    return base64.urlsafe_b64encode(orjson.dumps([made_for, *values])).decode()


def decode_cursor(text: str, node_type: NodeType, order: Sequence[SortKey]) -> list[Any]:
    """Give id and sort values of a cursor.

    Raises: BadCursorError if it was made for another list or order, or is no cursor of ours.
    """
    node_id, *sorted_by = cursor_values(text, fingerprint(node_type, order))
    if len(sorted_by) != len(order):
        raise BadCursorError
    if not all(_fits(value, key.property) for value, key in zip(sorted_by, order, strict=True)):
        raise BadCursorError
    return [node_id, *sorted_by]


def decode_place(text: str, made_for: str) -> str:
    """Give the key of a row in a list of records, which is all that its cursor holds. Raises: BadCursorError."""
    key, *others = cursor_values(text, made_for)
    if others:
        raise BadCursorError
    return str(key)


def cursor_values(text: str, made_for: str) -> list[Any]:
    """Give what a cursor holds, of which the first is a text.

    Raises: BadCursorError if it was made for something else, or is no cursor of ours.
    """
    if len(text) > CURSOR_LARGEST:
        raise BadCursorError
    try:
        found = orjson.loads(base64.urlsafe_b64decode(text.encode()))
    except (binascii.Error, ValueError) as error:
        raise BadCursorError from error
    match found:
        case [str(kind), str(key), *others] if kind == made_for:
            return [key, *others]
        case _:
            raise BadCursorError


def _fits(value: Any, prop: Property) -> bool:
    if value is None:
        return not prop.required
    if isinstance(value, int) and value not in _INT64:
        return False
    match prop.type:
        case Scalar.INT:
            return type(value) is int
        case Scalar.FLOAT:
            return isinstance(value, int | float) and not isinstance(value, bool)
        case Scalar.BOOLEAN:
            return isinstance(value, bool)
        case Scalar.STRING | Scalar.DATE | CodeList():
            return isinstance(value, str)


def ids_after(node_type: NodeType, after: After | None, rows: Bind) -> Bind:
    """Bind the ids of a page in the order of ids, taken from the directory."""

    def read(inputs: Inputs) -> list[str]:
        position = after.id.read(inputs) if after else None
        directory = inputs.directory.types.get(node_type.name)
        return directory.page(position, rows.read(inputs)) if directory else []

    return Bind("ids", read)


def count_of(node_type: NodeType) -> Bind:
    """Bind the number of nodes of a type, taken from the directory."""
    return Bind("total", lambda inputs: inputs.directory.count(node_type.name))
