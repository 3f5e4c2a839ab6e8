"""Which GraphQL field means what: the naming rules that join the schema to the model, in one place.

The schema declares its fields from these tables and the planner reads a selection with them, so the two cannot differ.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from graph.model import MODEL
from graph.model.core import LINK_FACT, CodeList, Ends, NodeType, Property, Scalar, Side, Text
from graph.model.derived import DerivedField, derived_fields, derived_of_link

PAGE_DEFAULT = 20
PAGE_LARGEST = 100
# The argument that keeps links by what they rest on.
LINK_BASIS = "linkBasis"
# The argument of lists of majors that keeps those offered today.
IN_FORCE = "inForce"


@dataclass(frozen=True, slots=True)
class SourcesField:
    """The field ``sources``: the sources named in ``sourceIds``."""

    name: str = "sources"


@dataclass(frozen=True, slots=True)
class LinksField:
    """``<side>Links`` or ``<side>Link``: the relationship's own statement next to the node."""

    side: Side
    name: str


@dataclass(frozen=True, slots=True)
class DisplayNameField:
    """The field ``displayName``: the property that names the node in one line."""

    property: Property


@dataclass(frozen=True, slots=True)
class DistinctNameField:
    """The field ``distinctName``: the name that tells a node apart from all others of its type."""

    target: NodeType


FieldMeaning = Property | Side | SourcesField | LinksField | DisplayNameField | DistinctNameField | DerivedField


@cache
def fields_of(type_name: str) -> Mapping[str, FieldMeaning]:
    """Give the fields of a node type in the order of the schema."""
    node_type = MODEL.node_types[type_name]
    found: dict[str, FieldMeaning] = {each.name: each for each in node_type.stored if not each.internal}
    # Always shown as a text that may be missing, whatever the property itself is.
    title = replace(node_type.by_name[node_type.title], required=False, type=Scalar.STRING)
    found["displayName"] = DisplayNameField(title)
    found["distinctName"] = DistinctNameField(node_type)
    found |= {each.field.name: each for each in derived_fields(node_type)}
    if node_type.is_fact:
        found["sources"] = SourcesField()
    for side in MODEL.sides[type_name].values():
        found[side.name] = side
        if side.ends is not Ends.MANY and not side.relationship.structural:
            links = LinksField(side, side.name + ("Links" if side.ends is Ends.FEW else "Link"))
            found[links.name] = links
    return found


@cache
def fields_of_link(relationship: str) -> Mapping[str, Property | DerivedField | SourcesField]:
    """Give the fields that an edge or link of this relationship has besides its node."""
    own = (*MODEL.relationships[relationship].properties, *LINK_FACT)
    derived = {each.field.name: each for each in derived_of_link(relationship)}
    return {**{each.name: each for each in own if not each.internal}, **derived, "sources": SourcesField()}


def capital(name: str) -> str:
    """Write ``workAreas`` as ``WorkAreas``."""
    return name[0].upper() + name[1:]


def connection_name(target: NodeType, side: Side | None) -> str:
    """Name the connection type: one for each root list, one for each relationship field that may grow."""
    return f"{side.owner}{capital(side.name)}Connection" if side else f"{target.name}Connection"


def edge_name(target: NodeType, side: Side | None) -> str:
    """Name the edge type of a connection."""
    return f"{side.owner}{capital(side.name)}Edge" if side else f"{target.name}Edge"


def link_name(side: Side) -> str:
    """Name the link type of a small relationship field."""
    return f"{side.owner}{capital(side.name)}Link"


def singular(node_type: NodeType) -> str:
    """Name the root field that looks up one object."""
    return node_type.name[0].lower() + node_type.name[1:]


def order_code(prop: Property) -> str:
    """Name a property in the enum of sort keys: ``educationLevel`` becomes ``EDUCATION_LEVEL``."""
    return _upper_snake(prop.name)


def kind_code(node_type: NodeType) -> str:
    """Name a node type in the enum ``NodeKind``: ``MajorClass`` becomes ``MAJOR_CLASS``."""
    return _upper_snake(singular(node_type))


def _upper_snake(name: str) -> str:
    return "".join(f"_{each}" if each.isupper() else each.upper() for each in name)


NODE_KIND = CodeList(
    name="NodeKind",
    description=Text("The types of nodes in the graph.", "图中的节点类型。"),
    codes={kind_code(each): Text(f"{each.name}.", f"{each.term}。") for each in MODEL.node_types.values()},
)


def filter_name(prop: Property) -> str:
    """Name the input type that filters a property."""
    base = prop.type.name if isinstance(prop.type, CodeList) else prop.type.value
    if prop.name == "id":
        base = "ID"
    return f"{base}ListFilter" if prop.many else f"{base}Filter"


def comparisons_of(prop: Property) -> tuple[str, ...]:
    """Name the comparisons a filter of this property offers."""
    if prop.many:
        return ("has",)
    if isinstance(prop.type, CodeList) or prop.name == "id":
        return ("eq", "in", "isNull")
    match prop.type:
        case Scalar.STRING:
            return ("eq", "in", "contains", "startsWith", "isNull")
        case Scalar.BOOLEAN:
            return ("eq", "isNull")
        case _:
            return ("eq", "in", "gt", "gte", "lt", "lte", "isNull")
