"""What a root field answered by a hand-written statement consists of, and how its parts make a call."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

from graph.errors import BadArgumentError, BadIdError, BadPageSizeError, NotFoundError
from graph.model import MODEL
from graph.model.core import CodeList
from graph.query.plan import Bind, Call, Inputs, ProjectNode, QuestionText, RecordValue
from resolvers.questions.records import FIRST, RecordPlanner, RecordType
from resolvers.request.declarations import Argument, InputType
from resolvers.request.selection import Collector, FieldRequest, RootPlanner
from resolvers.request.variables import Slot


@dataclass(frozen=True, slots=True)
class QuestionStatement:
    """A statement written by hand; goes with the last question that is no ``Question`` yet."""

    name: str
    write: Callable[[Mapping[str, str], ProjectNode], str]
    uses_directory: bool = False
    reads_whole: frozenset[str] = frozenset()
    fold: Callable[[Any, Inputs], Any] | None = None


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

    def write(parameters: Mapping[str, str], project: ProjectNode) -> QuestionText:
        fold = declared.fold or (lambda raw, _: raw)
        return QuestionText(declared.write(parameters, project), fold, declared.reads_whole)

    return Call(request.key, binds, answer, nodes, write, declared.uses_directory, missing)


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


ROWS_LARGEST = 500


def exists(kind: str, parameter: str) -> str:
    """Write whether a node is there."""
    return f"EXISTS {{ MATCH (:{kind} {{id: {parameter}}}) }}"


def rows_shown(value: object) -> int:
    """Give how many rows to show. Raises: BadPageSizeError unless it is 1 to 500."""
    if not isinstance(value, int) or not 1 <= value <= ROWS_LARGEST:
        raise BadPageSizeError(value, largest=ROWS_LARGEST)
    return value


def share(argument: str, *, least: float) -> Callable[[float], float]:
    """Make the check of an argument that is a share: ``least`` to 1. It raises BadArgumentError."""

    def check(value: float) -> float:
        if not least <= value <= 1:
            raise BadArgumentError(argument, f"{least} to 1.", f"取值为 {least} 到 1。")
        return value

    return check


def missing(kinds: Mapping[str, str], binds: Mapping[str, Bind]) -> Callable[[Inputs], NotFoundError]:
    """Make the error that one of the named nodes is not there; ``kinds``: their types by argument."""

    def error(inputs: Inputs) -> NotFoundError:
        return NotFoundError(" / ".join(kinds.values()), " / ".join(str(binds[each].read(inputs)) for each in kinds))

    return error
