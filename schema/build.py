"""The schema put together, and its SDL."""

from functools import cache
from threading import Lock

import strawberry
from graphql import GraphQLSchema
from strawberry.schema.config import StrawberryConfig

from graph.collector import making_what_stays
from resolvers.editing.mutation import Mutation
from resolvers.editing.registry import MUTATIONS
from schema.codes import make_enums
from schema.fields import DATE, TYPES, Day, forget_types
from schema.filters import make_filters
from schema.guards import require_no_guards
from schema.mutation import make_mutation
from schema.objects import make_objects
from schema.query import make_query

# The types under way are kept by name in one place: two threads that make a schema at once would mix theirs.
MAKING = Lock()


@cache
@making_what_stays()
def build_schema(mutations: tuple[Mutation, ...]) -> strawberry.Schema:
    """Make the schema with these mutations; once for a process.

    Raises: GuardedFieldError when a field has a guard that would be skipped.
    """
    forget_types()
    make_enums()
    make_filters()
    make_objects()
    query = make_query()
    mutation = make_mutation(mutations)
    nodes = [each for each in TYPES.values() if isinstance(each, type) and issubclass(each, TYPES["Node"])]
    config = StrawberryConfig(auto_camel_case=False, scalar_map={Day: DATE})
    schema = strawberry.Schema(query, mutation, types=nodes, config=config)
    require_no_guards(schema)
    return schema


def executable_schema(mutations: tuple[Mutation, ...] = MUTATIONS) -> GraphQLSchema:
    """Give the schema as graphql-core knows it."""
    with MAKING:
        return build_schema(mutations)._schema  # noqa: SLF001  # Strawberry has no public name for it


def sdl() -> str:
    """Print the schema in the schema definition language."""
    return build_schema(MUTATIONS).as_str() + "\n"
