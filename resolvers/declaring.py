"""What a root field answered by a hand-written statement consists of, and how its parts make a call."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

from graph.errors import BadIdError
from graph.model.core import CodeList
from graph.plan import Bind, Call, Declared, Inputs, RecordValue
from resolvers.records import Projections, RecordType, plan_record
from resolvers.selection import Asked, Collector, RootPlanner
from resolvers.variables import Slot


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """An argument: its type as the schema names it, and its default; ``...``: it must be given."""

    name: str
    annotation: str
    description: str
    default: Any = ...


@dataclass(frozen=True, slots=True, kw_only=True)
class InputType:
    """An input object that an argument takes."""

    name: str
    description: str
    fields: tuple[Argument, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclaredField:
    """A root field, its arguments, the records it gives, and how a selection of it is planned.

    ``codes``: the code lists of its arguments and records that no property of the model uses. ``inputs``: the input
    objects of its arguments.
    """

    name: str
    description: str
    arguments: tuple[Argument, ...]
    record: RecordType
    is_list: bool
    plan: RootPlanner
    codes: tuple[CodeList, ...] = ()
    inputs: tuple[InputType, ...] = ()


def call(
    collector: Collector,
    asked: Asked,
    record: RecordType,
    binds: tuple[Bind, ...],
    declared: Declared,
    *,
    is_list: bool = True,
    missing: Callable[[Inputs], Exception] | None = None,
) -> Call:
    """Plan a call: what is selected of the records and of the nodes in them, and the statement that gives them."""
    projections: Projections = {}
    selected = plan_record(collector, asked, record, projections)
    nodes = {name: tuple(wanted) for name, wanted in projections.items()}
    return Call(asked.key, declared, binds, RecordValue(asked.key, 0, selected, is_list=is_list), nodes, missing)


def type_of_id(given: object, known: Collection[str]) -> str:
    """Give the node type that an id argument names. Raises: BadIdError for a type that is not known here."""
    prefix = given.prefix if isinstance(given, Slot) else str(given).partition(":")[0]
    if prefix is None or prefix not in known:
        raise BadIdError(str(prefix if isinstance(given, Slot) else given))
    return prefix


def type_of_ids(given: object, known: Collection[str]) -> str:
    """Give the one node type that all ids of a list name. Raises: BadIdError as ``type_of_id`` does, or for a mix."""
    types = {type_of_id(each, known) for each in given} if isinstance(given, list) else {type_of_id(given, known)}
    if len(types) != 1:
        raise BadIdError(", ".join(sorted(types)))
    return types.pop()
