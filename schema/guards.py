"""No field may be guarded by what the one statement does not carry.

A planned operation is read by Cypher, and the changes of a mutation are made, before any resolver runs. A permission
class or an extension on a field, or on the schema, would be skipped in silence, or come too late. So there is none: a
right is checked in the statement (resolvers/editing), and the start fails where somebody adds one.
"""

from collections.abc import Iterator

import strawberry
from graphql import GraphQLInterfaceType, GraphQLObjectType
from strawberry.schema.schema_converter import GraphQLCoreConverter
from strawberry.types.field import StrawberryField

from graph.errors import OneplusxError


class GuardedFieldError(OneplusxError):
    """A field of the schema has a guard that no statement carries."""

    code = "GUARDED_FIELD"

    def __init__(self, guards: list[str]) -> None:
        named = ", ".join(guards)
        super().__init__(
            f"These guards would be skipped, for fields are read by one Cypher statement: {named}. Check the right in "
            "the statement instead.",
            f"字段由一条 Cypher 语句读取，下列守卫会被跳过：{named}。请改在语句中检查权限。",
        )


def require_no_guards(schema: strawberry.Schema) -> None:
    """Raise GuardedFieldError, with the name of every guarded field, if there is one."""
    guards = [*_of_schema(schema), *_of_fields(schema)]
    if guards:
        raise GuardedFieldError(guards)


def _of_schema(schema: strawberry.Schema) -> Iterator[str]:
    for each in schema.extensions:
        yield f"schema ({_name(each)})"


def _of_fields(schema: strawberry.Schema) -> Iterator[str]:
    """Find guarded fields of every type that an answer can hold; the schema knows no others."""
    for each in schema._schema.type_map.values():  # noqa: SLF001  # Strawberry has no public name for it
        if isinstance(each, GraphQLObjectType | GraphQLInterfaceType):
            for name, field in each.fields.items():
                declared = (field.extensions or {}).get(GraphQLCoreConverter.DEFINITION_BACKREF)
                if isinstance(declared, StrawberryField):
                    # A permission class is among the extensions, too, but named there by its wrapper.
                    guards = declared.permission_classes or declared.extensions
                    yield from (f"{each.name}.{name} ({_name(guard)})" for guard in guards)


def _name(guard: object) -> str:
    return guard.__name__ if isinstance(guard, type) else type(guard).__name__
