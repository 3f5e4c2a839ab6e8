"""Coerced variables as the planner sees them: their shape, with a slot where a value will stand.

A plan must serve every request of its document, so planning must not see values, only what the text depends on: which
variables are null, the keys of input objects, enums, booleans (``@skip``), and the type that an id begins with. That
is the shape. All else is a ``Slot``: opaque to graphql-core, which passes it through into the arguments.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLSchema,
    OperationDefinitionNode,
)
from graphql.execution.values import VariableValues
from graphql.utilities import type_from_ast

from graph.model.slugs import number_of
from graph.query.plan import Bind, Inputs

ValuePath = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Slot:
    """Stands for the value of a variable at ``path``.

    ``prefix`` is what an id or slug, or every id of a list, begins with: its node type.
    """

    path: ValuePath
    prefix: str | None = None

    def read(self, inputs: Inputs) -> Any:
        """Give the value in this request."""
        value: Any = inputs.variables
        for step in self.path:
            value = value[step]
        return value


def declared_types(schema: GraphQLSchema, operation: OperationDefinitionNode) -> Mapping[str, GraphQLInputType]:
    """Give the type of each variable of a valid operation."""
    found = {}
    for each in operation.variable_definitions or ():
        declared = type_from_ast(schema, each.type)
        found[each.variable.name.value] = declared
    return found  # type: ignore[return-value]  # a valid document declares input types only


def slots_for(values: VariableValues, types: Mapping[str, GraphQLInputType]) -> tuple[VariableValues, Any]:
    """Put slots where the values are; give the slotted variables and their shape, which is hashable."""
    slotted: dict[str, Any] = {}
    shape: list[Any] = []
    for name, value in values.coerced.items():
        slotted[name], part = _slot(value, types[name], (name,))
        shape.append((name, part))
    return VariableValues(values.sources, slotted), tuple(shape)


def _slot(value: Any, declared: Any, path: ValuePath) -> tuple[Any, Any]:
    if value is None:
        return None, None
    if isinstance(declared, GraphQLNonNull):
        return _slot(value, declared.of_type, path)
    if isinstance(declared, GraphQLInputObjectType):
        return _slot_object(value, declared, path)
    if isinstance(declared, GraphQLList):
        return _slot_list(value, declared, path)
    if isinstance(declared, GraphQLEnumType) or isinstance(value, bool):
        return value, value
    if declared.name == "ID":
        prefix = prefix_of(str(value))
        return Slot(path, prefix), (prefix,)
    return Slot(path), ()


def _slot_object(value: Mapping[str, Any], declared: GraphQLInputObjectType, path: ValuePath) -> tuple[Any, Any]:
    slotted: dict[str, Any] = {}
    shape: list[Any] = []
    for name, field in declared.fields.items():
        if name in value:
            slotted[name], part = _slot(value[name], field.type, (*path, name))
            shape.append((name, part))
    return slotted, tuple(shape)


def _slot_list(value: list[Any], declared: GraphQLList[Any], path: ValuePath) -> tuple[Any, Any]:
    inner = declared.of_type.of_type if isinstance(declared.of_type, GraphQLNonNull) else declared.of_type
    if isinstance(inner, GraphQLInputObjectType | GraphQLEnumType):
        pairs = [_slot(each, inner, (*path, place)) for place, each in enumerate(value)]
        return [slotted for slotted, _ in pairs], ("list", *(part for _, part in pairs))
    if getattr(inner, "name", None) == "ID":
        prefix = _common_prefix(value)
        return Slot(path, prefix), ("list", prefix)
    return Slot(path), ()


def prefix_of(text: str) -> str:
    """Give what an id or a slug begins with: its node type, as each of them writes it."""
    before, colon, _ = text.partition(":")
    if colon or number_of(text) is None:
        return before
    return text.rpartition("-")[0].lower()


def _common_prefix(ids: list[Any]) -> str | None:
    """Give the node type that all ids of a list name; None: they differ, or there are none."""
    prefixes = {prefix_of(str(each)) for each in ids}
    return prefixes.pop() if len(prefixes) == 1 else None


def bind(label: str, value: Any, convert: Callable[[Any], Any] = lambda value: value) -> Bind:
    """Bind an argument: a slot, a constant, or a list that holds slots.

    ``convert`` may raise a UserError: for a constant now, and else when the value is read.
    """
    if isinstance(value, Slot):
        return Bind(label, lambda inputs: convert(value.read(inputs)))
    if isinstance(value, list) and any(isinstance(each, Slot) for each in value):
        return Bind(
            label,
            lambda inputs: convert([each.read(inputs) if isinstance(each, Slot) else each for each in value]),
        )
    constant = convert(value)
    return Bind(label, lambda _: constant)
