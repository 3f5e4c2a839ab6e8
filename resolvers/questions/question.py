"""What a root field answered by a hand-written statement consists of, and how its parts make a call."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

from graph.errors import BadArgumentError, BadIdError
from graph.model import MODEL
from graph.model.core import CodeList
from graph.query.plan import Bind, Call, Inputs, QuestionStatement, RecordValue
from resolvers.questions.records import FIRST, RecordPlanner, RecordType
from resolvers.request.selection import Collector, FieldRequest, RootPlanner
from resolvers.request.variables import Slot


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

    ``is_optional``: the list is null where what it is asked of is not there; a single record always may be.
    ``codes``: the code lists of its arguments and records that no property of the model uses. ``inputs``: the input
    objects of its arguments.
    """

    name: str
    description: str
    arguments: tuple[Argument, ...]
    record: RecordType
    is_list: bool
    plan: RootPlanner
    is_optional: bool = False
    codes: tuple[CodeList, ...] = ()
    inputs: tuple[InputType, ...] = ()


def call(
    collector: Collector,
    request: FieldRequest,
    record: RecordType,
    binds: tuple[Bind, ...],
    declared: QuestionStatement,
    *,
    is_list: bool = True,
    missing: Callable[[Inputs], Exception] | None = None,
    size: Bind | None = None,
) -> Call:
    """Plan a call: what is selected of the records and of the nodes in them, and the statement that gives them.

    ``size`` is what `first` asks for; by default the bind of that label. A list of records has to have it.
    """
    sizes = {each.label: each for each in (*binds, *((size,) if size else ()))}
    planner = RecordPlanner(collector, sizes)
    selected = planner.plan(request, record)
    answer = RecordValue(request.key, 0, selected, is_list=is_list, size=sizes[FIRST] if is_list else 1)
    nodes = {name: tuple(wanted) for name, wanted in planner.projections.items()}
    return Call(request.key, declared, binds, answer, nodes, missing)


def type_of_id(request: FieldRequest, argument: str, taken: Collection[str]) -> str:
    """Give the node type that an id argument names.

    Raises: BadIdError for what is no id; BadArgumentError for an id of a type that is not taken here.
    """
    return _type_taken(argument, request.arguments[argument], taken)


def type_of_ids(request: FieldRequest, argument: str, taken: Collection[str]) -> str:
    """Give the one node type that all ids of a list name.

    Raises: as ``type_of_id`` does; BadArgumentError for an empty list, or a mix.
    """
    given = request.arguments[argument]
    # The ids of a variable are not seen here: what they begin with is, where that is the same for all.
    each_given = given if isinstance(given, list) else [given] if given.prefix is not None else []
    types = {_type_taken(argument, each, taken) for each in each_given}
    if len(types) != 1:
        raise BadArgumentError.of_mixed_types(argument, taken)
    return types.pop()


def _type_taken(argument: str, given: object, taken: Collection[str]) -> str:
    found = given.prefix if isinstance(given, Slot) else str(given).partition(":")[0]
    if found is None or found not in MODEL.node_types:
        raise BadIdError(str(found if isinstance(given, Slot) else given))
    if found not in taken:
        raise BadArgumentError.of_other_type(argument, found, taken)
    return found
