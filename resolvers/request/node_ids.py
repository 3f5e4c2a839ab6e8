"""Which node type an id of a request names, also where the id is a variable: its slot knows what it begins with."""

from collections.abc import Collection
from typing import Any

from graph.errors import BadArgumentError, BadIdError, BadSlugError
from graph.model import MODEL
from graph.model.slugs import kind_of
from resolvers.request.variables import Slot, prefix_of

_TYPES_OF_KINDS = {kind_of(each): each for each in MODEL.node_types}


def type_of_id(given: Any) -> str:
    """Give the node type that an id names. Raises: BadIdError for what is no id."""
    named = given.prefix if isinstance(given, Slot) else str(given).partition(":")[0]
    if named is None or named not in MODEL.node_types:
        raise BadIdError(str(named if isinstance(given, Slot) else given))
    return named


def type_of_slug(given: Any) -> str:
    """Give the node type that a slug names. Raises: BadSlugError for what is no slug."""
    kind = given.prefix if isinstance(given, Slot) else prefix_of(str(given))
    if kind not in _TYPES_OF_KINDS:
        raise BadSlugError(str(kind if isinstance(given, Slot) else given))
    return _TYPES_OF_KINDS[kind]


def type_among(argument: str, given: Any, types: Collection[str]) -> str:
    """Give the node type that an id names, one of ``types``.

    Raises: BadIdError for what is no id; BadArgumentError for an id of another type.
    """
    named = type_of_id(given)
    if named not in types:
        raise BadArgumentError.of_other_type(argument, named, types)
    return named
