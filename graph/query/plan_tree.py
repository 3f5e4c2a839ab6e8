"""A plan shown as an indented tree."""

from collections.abc import Iterator
from typing import Any

from graph.query.plan import (
    EVERYTHING,
    AllOf,
    AnyOf,
    Branches,
    Call,
    Compare,
    Derived,
    EdgeList,
    Few,
    Leaf,
    Links,
    Lookup,
    NodeList,
    NodeOfEdge,
    NodeValue,
    Not,
    One,
    Page,
    Plan,
    Record,
    RecordValue,
    Related,
    Selection,
    SourceList,
    Value,
)


def print_plan(plan: Plan) -> str:
    """Show the plan as an indented tree, for golden files."""
    return "\n".join(line for root in plan.roots for line in _lines(root, 0))


def _lines(node: Any, depth: int) -> Iterator[str]:
    children = _children(node)
    yield "  " * depth + _label(node)
    for child in children:
        yield from _lines(child, depth + 1)


def _children(node: Any) -> tuple[Any, ...]:
    match node:
        case Selection(items=items) | Record(items=items) | EdgeList(items=items) | Links(items=items):
            return items
        case Branches(by_type=by_type):
            return by_type
        case Page():
            return ((node.where,) if node.where != EVERYTHING else ()) + node.parts
        case Lookup() | One() | Few() | NodeList() | NodeOfEdge() | SourceList() | NodeValue():
            return (node.selection,)
        case Call():
            return (node.answer,)
        case RecordValue():
            return (node.record,)
        case Derived(rows=Record() as rows):
            return (rows,)
        case AllOf(conditions=conditions) | AnyOf(conditions=conditions):
            return conditions
        case Not() | Related():
            return (node.condition,)
        case _:
            return ()


def _label(node: Any) -> str:
    words = [type(node).__name__]
    for name in ("key", "type_name", "value", "language"):
        text = getattr(node, name, None)
        if text and isinstance(text, str):
            words.append(text)
    match node:
        case Leaf() | Compare() | Value():
            words.append(node.property.name)
        case Derived():
            words.append(node.of.field.name)
        case One() | Few() | Links() | Related():
            words.append(node.side.relationship.type)
        case Selection():
            words.append(node.target.name)
        case Page():
            words.append(node.side.relationship.type if node.side else node.target.name)
            words.append(",".join(each.property.name + ("-" if each.descending else "") for each in node.order))
        case _:
            pass
    if getattr(node, "bases", None):
        words.append("basis")
    return " ".join(words)
