"""The schema put together, and its SDL."""

from functools import cache

import strawberry
from graphql import GraphQLSchema
from strawberry.schema.config import StrawberryConfig

from schema.codes import make_enums
from schema.fields import DATE, TYPES, Day
from schema.filters import make_filters
from schema.guards import require_no_guards
from schema.mutation import make_mutation
from schema.objects import make_objects
from schema.query import make_query


@cache
def build_schema() -> strawberry.Schema:
    """Make the schema; once for a process. Raises: GuardedFieldError when a field has a guard that would be skipped."""
    make_enums()
    make_filters()
    make_objects()
    query = make_query()
    mutation = make_mutation()
    nodes = [each for each in TYPES.values() if isinstance(each, type) and issubclass(each, TYPES["Node"])]
    config = StrawberryConfig(auto_camel_case=False, scalar_map={Day: DATE})
    schema = strawberry.Schema(query, mutation, types=nodes, config=config)
    require_no_guards(schema)
    return schema


def executable_schema() -> GraphQLSchema:
    """Give the schema as graphql-core knows it."""
    return build_schema()._schema  # noqa: SLF001  # Strawberry has no public name for it


def sdl() -> str:
    """Print the schema in the schema definition language."""
    return build_schema().as_str() + "\n"
