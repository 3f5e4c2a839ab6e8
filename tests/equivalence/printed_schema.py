"""The schema as it is printed, and what is wrong with a document by it: the same for all callers and values."""

import datetime as dt
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from graphql import GraphQLError, GraphQLScalarType, GraphQLSchema, build_schema, parse, validate

SDL = Path(__file__).resolve().parents[2] / "schema" / "schema.graphql"
# More documents than any test asks for all its callers.
KEPT = 4_096


@cache
def printed_schema() -> GraphQLSchema:
    """Build the schema from its printed form, with the meaning of its one scalar and its one interface."""
    schema = build_schema(SDL.read_text(encoding="utf-8"))
    scalar = schema.type_map["Date"]
    assert isinstance(scalar, GraphQLScalarType)
    date: Any = scalar
    date.serialize = date.parse_value = _day
    date.coerce_output_value = date.coerce_input_value = _day
    node: Any = schema.type_map["Node"]
    node.resolve_type = lambda value, *_: value.label
    return schema


def _day(value: Any) -> str:
    if isinstance(value, str) and len(value) == 10:
        try:
            dt.date.fromisoformat(value)
        except ValueError:
            pass
        else:
            return value
    raise GraphQLError(f"{value!r} is not a date. Write it as 2019-04-04.")


@lru_cache(KEPT)
def faults_of(query: str) -> tuple[GraphQLError, ...]:
    """Give what is wrong with a document; to validate one takes longer than to answer it."""
    try:
        document = parse(query)
    except GraphQLError as error:
        return (error,)
    return tuple(validate(printed_schema(), document, max_errors=10))
