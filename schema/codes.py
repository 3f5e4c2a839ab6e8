"""Enums: the code lists of the model, the kinds of nodes, the keys and directions of orders."""

from collections.abc import Iterator, Mapping
from enum import Enum

import strawberry

from graph.model import MODEL
from graph.model.core import CodeList, NodeType, Text
from graph.model.derived import derived_codes
from graph.model.distinct_names import LANGUAGE
from resolvers.questions.registry import QUESTIONS
from resolvers.request.field_meanings import NODE_KIND, order_code
from resolvers.services.registry import SERVICES
from schema.fields import TYPES

# The codes of each enum that was made, with what they mean.
CODES: dict[str, Mapping[str, Text]] = {}


def make_enum(name: str, description: Text, codes: Mapping[str, Text]) -> None:
    """Make an enum type whose values are its codes."""
    CODES[name] = codes
    members = {code: strawberry.enum_value(code, description=str(text)) for code, text in codes.items()}
    made = Enum(name, members)  # type: ignore[misc]  # Strawberry reads the definitions out of the members
    TYPES[name] = strawberry.enum(made, name=name, description=str(description))


def make_enums() -> None:
    """Make every enum of the schema."""
    for each in MODEL.code_lists.values():
        make_enum(each.name, each.description, each.codes)
    for each in derived_codes():
        make_enum(each.name, each.description, each.codes)
    make_enum(LANGUAGE.name, LANGUAGE.description, LANGUAGE.codes)
    make_enum(NODE_KIND.name, NODE_KIND.description, NODE_KIND.codes)
    make_enum(
        "Direction",
        Text("Direction of an order.", "排序方向。"),
        {
            "ASC": Text("Smallest first; unknown values last.", "由小到大；未知值排在最后。"),
            "DESC": Text("Largest first; unknown values first.", "由大到小；未知值排在最前。"),
        },
    )
    for each in {found.name: found for codes in _codes_of_fields() for found in codes}.values():
        make_enum(each.name, each.description, each.codes)
    for each_type in _types():
        keys = {order_code(prop): prop.description for prop in each_type.stored if prop.sortable}
        make_enum(
            f"{each_type.name}OrderKey",
            Text(f"Properties by which {each_type.plural} can be sorted.", f"{each_type.term}可按哪些属性排序。"),
            keys,
        )


def _codes_of_fields() -> Iterator[tuple[CodeList, ...]]:
    yield from (each.codes for each in QUESTIONS)
    yield from (each.codes for each in SERVICES)


def _types() -> list[NodeType]:
    return list(MODEL.node_types.values())
