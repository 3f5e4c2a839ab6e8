"""Which node type an id of a request names, also where the id is a variable: its slot knows what it begins with."""

from collections.abc import Collection
from typing import Any

from graph.errors import BadArgumentError, BadIdError
from graph.model import MODEL
from resolvers.request.variables import Slot


def type_of_id(given: Any) -> str:
    """Give the node type that an id names. Raises: BadIdError for what is no id."""
    named = given.prefix if isinstance(given, Slot) else str(given).partition(":")[0]
    if named is None or named not in MODEL.node_types:
        raise BadIdError(str(named if isinstance(given, Slot) else given))
    return named


def type_among(argument: str, given: Any, types: Collection[str]) -> str:
    """Give the node type that an id names, one of ``types``.

    Raises: BadIdError for what is no id; BadArgumentError for an id of another type.
    """
    named = type_of_id(given)
    if named not in types:
        raise BadArgumentError.of_other_type(argument, named, types)
    return named
