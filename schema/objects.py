"""Object types made from the model: node types, connections, edges, links; and records of declared statements."""

from strawberry.types.arguments import StrawberryArgument

from graph.model import MODEL
from graph.model.core import FEW_LIMIT, Ends, NodeType, Property, Side
from resolvers.questions.records import NodeField, RecordField, RecordType
from resolvers.request.field_meanings import (
    PAGE_DEFAULT,
    PAGE_LARGEST,
    DisplayNameField,
    FieldMeaning,
    LinksField,
    SourcesField,
    connection_name,
    edge_name,
    fields_of,
    fields_of_link,
    link_name,
)
from schema import fields as declare
from schema.fields import annotation_of, argument, make_interface, make_type, record_field

_SOURCES = "Sources of this statement. Empty: none is recorded."


def make_objects() -> None:
    """Make every object type that follows from the model."""
    make_interface(
        "Node",
        "Anything in the graph that has an id.",
        (
            record_field("id", "ID", "Opaque id, stable between releases; `node(id:)` takes it."),
            record_field("displayName", "String | None", "The name of this node in one line. Null: it has none."),
        ),
    )
    make_type(
        "PageInfo",
        "Where a page stands in its list.",
        (
            record_field("hasNextPage", "Boolean", "Whether more follows; ask with `after: endCursor`."),
            record_field("hasPreviousPage", "Boolean", "Whether this page was asked with `after`."),
            record_field("startCursor", "String | None", "Cursor of the first row. Null: the page is empty."),
            record_field("endCursor", "String | None", "Cursor of the last row. Null: the page is empty."),
        ),
    )
    for node_type in MODEL.node_types.values():
        _make_node(node_type)
        _make_connection(node_type, None)
        for side in MODEL.sides[node_type.name].values():
            _make_side_types(side)


def page_arguments(node_type: NodeType, *, default_order: str) -> list[StrawberryArgument]:
    """Declare the arguments of a connection of this type."""
    found = [
        argument("first", "Int", f"Rows to give: 1 to {PAGE_LARGEST}, by default {PAGE_DEFAULT}.", PAGE_DEFAULT),
        argument("after", "String | None", "Give what follows this cursor."),
        argument("where", f"{node_type.name}Filter | None", "Only what satisfies this."),
        argument(
            "orderBy", f"list[{node_type.name}Order] | None", f"Sort keys, at most 3. By default {default_order}."
        ),
    ]
    return found + as_of(node_type)


def as_of(node_type: NodeType) -> list[StrawberryArgument]:
    """Declare ``asOf`` where the type changes in time."""
    if not node_type.is_dated:
        return []
    text = "Only what was in force on this day; where no dates are known, it counts as in force."
    return [argument("asOf", "Date | None", text)]


def _make_node(node_type: NodeType) -> None:
    made = [_field(each) for each in fields_of(node_type.name).items()]
    description = f"{node_type.description} ({node_type.term})"
    make_type(node_type.name, description, made, implements="Node")


def _field(entry: tuple[str, FieldMeaning]) -> declare.RecordField:
    name, meaning = entry
    match meaning:
        case Property():
            return record_field(name, annotation_of(meaning), meaning.description)
        case DisplayNameField():
            return record_field(name, "String | None", "The name of this node in one line. Null: it has none.")
        case SourcesField():
            return record_field(name, "list[Source]", _SOURCES)
        case LinksField(side=side):
            return _links_field(name, side)
        case Side():
            return _side_field(name, meaning)


def _side_field(name: str, side: Side) -> declare.RecordField:
    target = MODEL.node_types[side.target]
    match side.ends:
        case Ends.ONE:
            return record_field(name, f"{side.target} | None", side.description)
        case Ends.FEW:
            return record_field(name, f"list[{side.target}]", _few_text(side), _few_arguments(target))
        case Ends.MANY:
            order = ", ".join(target.order)
            arguments = page_arguments(target, default_order=f"by {order}")
            return record_field(name, connection_name(target, side), side.description, arguments)


def _few_arguments(target: NodeType) -> list[StrawberryArgument]:
    return [argument("where", f"{target.name}Filter | None", "Only what satisfies this."), *as_of(target)]


def _few_text(side: Side) -> str:
    return f"{side.description} A short list, given whole (at most {FEW_LIMIT})."


def _links_field(name: str, side: Side) -> declare.RecordField:
    target = MODEL.node_types[side.target]
    text = f"As `{side.name}`, with what the link itself states: basis, sources and its own properties."
    annotation = f"list[{link_name(side)}]" if side.ends is Ends.FEW else f"{link_name(side)} | None"
    return record_field(name, annotation, text, _few_arguments(target))


def _make_side_types(side: Side) -> None:
    if side.ends is Ends.MANY:
        _make_connection(MODEL.node_types[side.target], side)
    elif not side.relationship.structural:
        node = record_field("node", side.target, "The node at the other end.")
        text = f"A link of {side.owner}.{side.name} ({side.relationship.type})."
        make_type(link_name(side), text, [node, *_link_fields(side)])


def _make_connection(target: NodeType, side: Side | None) -> None:
    where = f"{side.owner}.{side.name}" if side else target.plural
    edge = [
        record_field("cursor", "String", "Position of this row; `after` takes it."),
        record_field("node", target.name, "The node."),
        *(_link_fields(side) if side else ()),
    ]
    make_type(edge_name(target, side), f"A row of {where}.", edge)
    page = [
        record_field("nodes", f"list[{target.name}]", "The nodes of this page."),
        record_field(
            "edges", f"list[{edge_name(target, side)}]", "The rows of this page: nodes with cursors and links."
        ),
        record_field("pageInfo", "PageInfo", "Where this page stands in the list."),
        record_field("totalCount", "Int", "Rows in the whole list; counted only when asked."),
    ]
    make_type(connection_name(target, side), f"A page of {where}.", page)


def _link_fields(side: Side) -> list[declare.RecordField]:
    made = []
    for name, meaning in fields_of_link(side.relationship.type).items():
        if isinstance(meaning, SourcesField):
            made.append(record_field(name, "list[Source]", _SOURCES))
        else:
            made.append(record_field(name, annotation_of(meaning), meaning.description))
    return made


def make_record(record_type: RecordType) -> None:
    """Make the object type of a declared statement's records, and of the records within."""
    if record_type.name in declare.TYPES:
        return
    made = []
    for each in record_type.fields:
        match each:
            case Property():
                made.append(record_field(each.name, annotation_of(each), each.description))
            case NodeField():
                name = each.kinds[0] if len(each.kinds) == 1 else "Node"
                shown = f"list[{name}]" if each.is_list else f"{name} | None" if each.is_optional else name
                made.append(record_field(each.name, shown, each.description))
            case RecordField():
                make_record(each.record)
                name = f"list[{each.record.name}]" if each.is_list else f"{each.record.name} | None"
                made.append(record_field(each.name, name, each.description))
    make_type(record_type.name, record_type.description, made)
