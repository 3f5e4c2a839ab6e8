"""Enums: the code lists of the model, the kinds of nodes, the keys and directions of orders."""

from collections.abc import Mapping
from enum import Enum

import strawberry

from graph.model import MODEL
from graph.model.core import NodeType
from resolvers.questions.registry import DECLARED
from resolvers.request.field_meanings import kind_code, order_code
from schema.fields import TYPES


def make_enum(name: str, description: str, codes: Mapping[str, str]) -> None:
    """Make an enum type whose values are its codes."""
    members = {code: strawberry.enum_value(code, description=text) for code, text in codes.items()}
    made = Enum(name, members)  # type: ignore[misc]  # Strawberry reads the definitions out of the members
    TYPES[name] = strawberry.enum(made, name=name, description=description)


def make_enums() -> None:
    """Make every enum of the schema."""
    for each in MODEL.code_lists.values():
        make_enum(each.name, each.description, each.codes)
    make_enum("NodeKind", "The types of nodes in the graph.", {kind_code(each): f"{each.term}." for each in _types()})
    make_enum(
        "Direction",
        "Direction of an order.",
        {"ASC": "Smallest first; unknown values last.", "DESC": "Largest first; unknown values first."},
    )
    for each in {found.name: found for declared in DECLARED for found in declared.codes}.values():
        make_enum(each.name, each.description, each.codes)
    for each_type in _types():
        keys = {order_code(prop): prop.description for prop in each_type.stored if prop.sortable}
        make_enum(f"{each_type.name}OrderKey", f"Properties by which {each_type.plural} can be sorted.", keys)


def _types() -> list[NodeType]:
    return list(MODEL.node_types.values())
