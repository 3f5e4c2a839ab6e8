"""How a type is made from a table of fields: every class of the schema passes through here.

Classes refer to each other by name; ``TYPES`` is where the names are looked up, so the order of making does not matter.
No field below a root reads anything: ``ResponseField`` takes its value from the record that the operation's one
statement gave, by response key.
"""

import keyword
from collections.abc import Mapping, Sequence
from dataclasses import MISSING
from enum import Enum
from typing import Any, TypeVar

import strawberry
from graphql import GraphQLError
from strawberry.annotation import StrawberryAnnotation
from strawberry.types.arguments import StrawberryArgument
from strawberry.types.base import StrawberryType
from strawberry.types.field import StrawberryField

from graph.model.core import CodeList, Property, Scalar, Text
from graph.model.days import is_day
from resolvers.shaper import TYPE_KEY


def _day(value: object) -> str:
    """Accept a day of the calendar in the form 2019-04-04."""
    if isinstance(value, str) and is_day(value):
        return value
    raise GraphQLError(f"{value!r} is not a date. Write it as 2019-04-04.")


DATE = strawberry.scalar(
    name="Date",
    description=str(Text("A day of the calendar, written 2019-04-04.", "日历上的一天，写作 2019-04-04。")),
    specified_by_url="https://www.rfc-editor.org/rfc/rfc3339#section-5.6",
    serialize=_day,
    parse_value=_day,
)


class Day(str):
    """The Python side of the scalar ``Date``: text, which sorts as days do."""

    __slots__ = ()


_SCALARS: dict[str, Any] = {
    "ID": strawberry.ID,
    "String": str,
    "Int": int,
    "Float": float,
    "Boolean": bool,
    "Date": Day,
}
TYPES: dict[str, Any] = dict(_SCALARS)
# What annotations mean, as ``list[Major]``.
_EVALUATED: dict[str, type] = {}
_RESOLVED: dict[str, StrawberryType | type] = {}


def forget_types() -> None:
    """Begin a schema anew, with nothing but the scalars; one that was made keeps its own types."""
    TYPES.clear()
    _EVALUATED.clear()
    _RESOLVED.clear()
    TYPES.update(_SCALARS)


class _Annotation(StrawberryAnnotation):
    """A type by its name. What a name means is worked out once for all fields and arguments that have it.

    Strawberry parses, prints, compiles and looks at it for each of the ten thousand: a third of the time of a schema.
    """

    def evaluate(self) -> type:
        """Give the type. Raises: NameError as long as it is not made."""
        name = str(self.raw_annotation)
        if name not in _EVALUATED:
            _EVALUATED[name] = super().evaluate()
        return _EVALUATED[name]

    def resolve(self, **_: object) -> StrawberryType | type:
        """Give the type as Strawberry has it; none is generic, so that it is the same for all that ask."""
        name = str(self.raw_annotation)
        if name not in _RESOLVED:
            _RESOLVED[name] = super().resolve()
        return _RESOLVED[name]


class ResponseField(StrawberryField):
    """A field whose value stands ready in the record, under its response key."""

    annotation: str

    @property
    def is_basic_field(self) -> bool:
        """Always ask ``get_result``: the value is found by response key, which only ``info`` knows."""
        return False

    def get_result(self, source: Any, info: Any, args: list[Any], kwargs: dict[str, Any]) -> Any:  # noqa: ARG002
        """Read the value; the arguments have been used already, in the statement."""
        return source[info.path.key]


class MutationField(ResponseField):
    """A field of the mutation type or of a payload: its value stands ready, or the error that it could not be had."""

    def get_result(self, source: Any, info: Any, args: list[Any], kwargs: dict[str, Any]) -> Any:
        """Read the value, or raise the error at this field."""
        value = super().get_result(source, info, args, kwargs)
        if isinstance(value, Exception):
            raise value
        return value


def argument(name: str, annotation: str, description: Text, default: Any = ...) -> StrawberryArgument:
    """Declare an argument. No default: it must be given, or may be left out if its type is nullable."""
    return StrawberryArgument(
        python_name=name,
        graphql_name=name,
        type_annotation=_Annotation(annotation, namespace=TYPES),
        description=str(description),
        default=strawberry.UNSET if default is ... else default,
    )


def default_of(annotation: str, default: Any) -> Any:
    """Give the default of an argument or input field: that of an enum as its member, anything else as it is."""
    made = TYPES.get(annotation)
    return made[default] if isinstance(made, type) and issubclass(made, Enum) and default is not ... else default


def _attribute(name: str) -> str:
    """Name the Python attribute of a field: `in`, `from`, `not` are words of Python."""
    return f"{name}_" if keyword.iskeyword(name) else name


def record_field(
    name: str,
    annotation: str,
    description: Text,
    arguments: Sequence[StrawberryArgument] = (),
    deprecated: Text | None = None,
) -> ResponseField:
    """Declare a field of an output type; ``deprecated``: why clients should take another."""
    made = _field(ResponseField, name, annotation, description, arguments)
    made.deprecation_reason = str(deprecated) if deprecated else None
    return made


def mutation_field(
    name: str, annotation: str, description: Text, arguments: Sequence[StrawberryArgument] = ()
) -> MutationField:
    """Declare a field of the mutation type or of a payload."""
    return _field(MutationField, name, annotation, description, arguments)


F = TypeVar("F", bound=ResponseField)


def _field(made: type[F], name: str, annotation: str, description: Text, arguments: Sequence[StrawberryArgument]) -> F:
    field = made(
        python_name=_attribute(name),
        graphql_name=name,
        type_annotation=_Annotation(annotation, namespace=TYPES),
        description=str(description),
    )
    field.annotation = annotation
    field.arguments = list(arguments)
    return field


# Ids, and what stands for them.
_IDS = ("id", "slug")


def annotation_of(prop: Property) -> str:
    """Write the type of a property as the schema has it: nullable unless required; a list is never null."""
    name = "ID" if prop.name in _IDS else prop.type.name if isinstance(prop.type, CodeList) else prop.type.value
    if prop.many:
        return f"list[{name}]"
    return name if prop.required else f"{name} | None"


def scalar_name(prop: Property) -> str:
    """Name the type of one value of a property."""
    if prop.name in _IDS:
        return "ID"
    return prop.type.name if isinstance(prop.type, CodeList) else Scalar(prop.type).value


def make_type(name: str, description: Text, fields: Sequence[ResponseField], *, implements: str | None = None) -> type:
    """Make an object type from its fields."""
    bases = (TYPES[implements],) if implements else ()
    body: dict[str, Any] = {each.python_name: each for each in fields}
    body["__annotations__"] = {each.python_name: Any for each in fields}
    if implements:
        body["is_type_of"] = classmethod(lambda _, value, __: value[TYPE_KEY] == name)
    made: type = strawberry.type(type(name, bases, body), name=name, description=str(description))
    return _keep(made, name, {each.python_name: each.annotation for each in fields})


def _keep(made: Any, name: str, annotations: Mapping[str, str]) -> type:
    """Register a type, and give its fields their annotations again: making the class loses those of unmade types."""
    for field in made.__strawberry_definition__.fields:
        if field.python_name in annotations:
            field.type_annotation = _Annotation(annotations[field.python_name], namespace=TYPES)
    TYPES[name] = made
    return made  # type: ignore[no-any-return]


def make_interface(name: str, description: Text, fields: Sequence[ResponseField]) -> type:
    """Make an interface type from its fields."""
    body: dict[str, Any] = {each.python_name: each for each in fields}
    body["__annotations__"] = {each.python_name: Any for each in fields}
    made: type = strawberry.interface(type(name, (), body), name=name, description=str(description))
    return _keep(made, name, {each.python_name: each.annotation for each in fields})


def make_input(
    name: str,
    description: Text,
    fields: Mapping[str, tuple[str, Text]],
    *,
    defaults: Mapping[str, Any] | None = None,
) -> type:
    """Make an input type; ``fields`` gives annotation and description by name."""
    body: dict[str, Any] = {"__annotations__": {}}
    for field_name, (annotation, text) in fields.items():
        attribute = _attribute(field_name)
        default = (defaults or {}).get(field_name, strawberry.UNSET if annotation.endswith("| None") else MISSING)
        made_field = strawberry.field(name=field_name, description=str(text), default=default)
        body[attribute] = made_field
        body["__annotations__"][attribute] = Any
    made: type = strawberry.input(type(name, (), body), name=name, description=str(description))
    return _keep(made, name, {_attribute(each): annotation for each, (annotation, _) in fields.items()})
