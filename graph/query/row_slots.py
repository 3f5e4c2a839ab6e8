"""In which order the values of a row stand: the compiler writes them so, and the shaper reads them so."""

from collections.abc import Iterator

from graph.model import MODEL
from graph.model.core import Property
from graph.query.plan import Cursor as CursorItem
from graph.query.plan import (
    Derived,
    EdgeList,
    Few,
    Item,
    Leaf,
    Links,
    NodeList,
    NodeOfEdge,
    Page,
    SortKey,
    SourceList,
    TypeName,
)

RowSlot = NodeList | NodeOfEdge | Leaf | Derived | SourceList | SortKey


def is_bare(slots: tuple[RowSlot, ...]) -> bool:
    """Whether a page's row is nothing but its node: then it is not wrapped in a list of its own."""
    return len(slots) == 1 and isinstance(slots[0], NodeList)


def row_slots(page: Page) -> Iterator[RowSlot]:
    """Name the values of a page's row in their order; the shaper reads them in the same order."""
    for part in page.parts:
        if isinstance(part, NodeList):
            yield part
        elif isinstance(part, EdgeList):
            yield from (each for each in part.items if not isinstance(each, CursorItem | TypeName))
    if page.needs_cursors:
        yield from page.order
        yield SortKey(page.target.by_name["id"])


def few_keys(item: Few | Links) -> tuple[Property, ...]:
    """Name the properties by which the shaper sorts a small list."""
    target = MODEL.node_types[item.side.target]
    keys = tuple(each.property for each in item.order)
    return keys if target.order_is_total else (*keys, target.by_name["id"])


def unselected_keys(items: tuple[Item, ...], keys: tuple[Property, ...]) -> tuple[Property, ...]:
    """Keep the sort keys that the selection does not read anyway; they follow its values."""
    selected = {each.property.name for each in items if isinstance(each, Leaf)}
    return tuple(each for each in keys if each.name not in selected)
