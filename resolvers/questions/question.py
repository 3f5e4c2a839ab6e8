"""What a question is: a root field answered by a statement written by hand.

A question declares its arguments and its record. Most are an ``Analysis``: ``read`` writes the parts of the statement
by name, and ``answer`` makes the record of what they gave. A ``Listing`` writes one statement that gives the records
themselves. How values are bound, and what follows where a node is not there, is the same for all and stands here.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, TypeVar

from graph.model.core import CodeList, Text
from graph.query.directory import Directory
from graph.query.plan import Bind, Call, Inputs, ProjectNode, QuestionText, RecordValue
from resolvers.not_found import ids_not_found
from resolvers.questions.argument_kinds import ChoiceArgument, Given, InputObjectArgument, NodeArgument, binds_of, flat
from resolvers.questions.parts import Part, guarded, nodes
from resolvers.questions.records import FIRST, RecordPlanner, RecordRow, RecordType
from resolvers.request.arguments import plain
from resolvers.request.declarations import Argument, InputType
from resolvers.request.selection import Collector, FieldRequest

P = TypeVar("P")
# The values of the arguments by name, in one run; of an input object, those of its fields that are given.
Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class KnownArguments:
    """What a plan knows of the arguments of one request; ``types`` are those of the nodes named, by argument."""

    given: Given
    types: Mapping[str, str]

    def has(self, name: str) -> bool:
        """Whether an argument is given and not null."""
        return self.given[name] is not None

    def choice(self, name: str) -> Any:
        """Give the value of an argument on which the text may depend: an enum, a list of them, or a boolean."""
        return plain(self.given[name])


@dataclass(frozen=True, slots=True)
class QuestionRequest(KnownArguments):
    """What the statement of one request is written from. ``selected`` are record fields, at whatever depth."""

    selected: frozenset[str]
    parameters: Mapping[str, str]
    project: ProjectNode

    def __getitem__(self, name: str) -> str:
        """Give the parameter of an argument."""
        return self.parameters[name]

    def nodes(self, names: Iterable[str], variable: str, kind: str) -> Part[dict[str, Any]]:
        """Write a node once for each of these record fields."""
        return nodes({name: self.project(name, variable, kind) for name in names})


class Question(ABC):
    """A root field, its arguments, the records that it gives, and how it is planned.

    ``codes`` are the code lists of its arguments and records that no property of the model uses. ``is_optional``: the
    list is null where what it is asked of is not there; a single record always may be. ``cost`` is what its statement
    and its counting cost next to the values of the answer, in values: 20 us of a processor, in the national graph.
    To find it, run the question with a page of one on a server with ONEPLUSX_DEVELOPMENT=true, take the least
    ``database`` milliseconds of some runs, and count 50 for each.
    """

    name: ClassVar[str]
    description: ClassVar[Text]
    arguments: ClassVar[tuple[Argument, ...]]
    record: ClassVar[RecordType]
    cost: ClassVar[int]
    codes: ClassVar[tuple[CodeList, ...]] = ()
    is_list: ClassVar[bool] = False
    is_optional: ClassVar[bool] = False
    directory_types: ClassVar[frozenset[str]] = frozenset()

    @property
    def inputs(self) -> tuple[InputType, ...]:
        """The input objects of its arguments."""
        return tuple(each.input for each in self.arguments if isinstance(each, InputObjectArgument))

    @abstractmethod
    def write(self, request: QuestionRequest, values_of: Callable[[Inputs], Values]) -> QuestionText:
        """Write the statement, with what reads its value."""

    def binds(self, request: FieldRequest) -> Iterable[Bind]:
        """Bind the parameters of the statement."""
        return binds_of(self.arguments, request.arguments)

    def nodes(self, given: Given) -> Iterable[NodeArgument]:
        """Name the arguments whose nodes must be there."""
        return (each for each in self.arguments if isinstance(each, NodeArgument) and given[each.name] is not None)

    def check(self, arguments: KnownArguments) -> None:  # noqa: B027  # most have nothing to refuse
        """Refuse arguments that do not go together. Raises: BadArgumentError."""

    def reads_whole(self, request: QuestionRequest) -> Iterable[str]:  # noqa: ARG002  # for those that do
        """Name the node types that the statement reads whole, because it ranks or counts all of them."""
        return ()

    def cost_of(self, arguments: KnownArguments, selected: Collection[str]) -> int:  # noqa: ARG002  # where it differs
        """Give the cost of a request; ``selected`` are record fields, at whatever depth."""
        return self.cost

    def not_found(self, names: Iterable[str], values: Values, directory: Directory) -> Exception:
        """Make the error that a node is not there; ``names`` are the arguments that name nodes."""
        given = (values[each] for each in names)
        ids = [node_id for each in given for node_id in ([each] if isinstance(each, str) else each)]
        return ids_not_found(directory, ids)

    def plan(self, collector: Collector, request: FieldRequest) -> Call:
        """Plan a request: what is selected of the records and of their nodes, and how the statement is written.

        Raises: UserError when an argument is refused.
        """
        given = flat(self.arguments, request.arguments)
        types = {each.name: each.type_of(given[each.name]) for each in self.nodes(given)}
        known = KnownArguments(given, types)
        self.check(known)
        binds = tuple(self.binds(request))
        sizes = {each.label: each for each in binds}
        planner = RecordPlanner(collector, sizes)
        selection = planner.plan(request, self.record)
        selected = frozenset(planner.selected)

        choices = {each.name: plain(given[each.name]) for each in self.arguments if isinstance(each, ChoiceArgument)}

        def values_of(inputs: Inputs) -> Values:
            return {**choices, **{each.label: each.read(inputs) for each in binds}}

        def write(parameters: Mapping[str, str], project: ProjectNode) -> QuestionText:
            return self.write(QuestionRequest(given, types, selected, parameters, project), values_of)

        def missing(inputs: Inputs) -> Exception:
            return self.not_found(types, values_of(inputs), inputs.directory)

        return Call(
            key=request.key,
            binds=binds,
            answer=RecordValue(
                request.key, 0, selection, is_list=self.is_list, size=sizes[FIRST] if self.is_list else 1
            ),
            nodes={name: tuple(wanted) for name, wanted in planner.projections.items()},
            write=write,
            directory_types=self.directory_types,
            cost=self.cost_of(known, selected),
            missing=missing if self.is_optional or not self.is_list else None,
        )


class Analysis(Question, Generic[P]):
    """A question whose statement reads parts by name, and whose answer is made of them in Python."""

    @abstractmethod
    def read(self, request: QuestionRequest) -> Part[P]:
        """Write the parts, as a row."""

    @abstractmethod
    def answer(self, parts: P, values: Values) -> RecordRow | None:
        """Make the record, or the list of records. None: what was asked about is not there."""

    def write(self, request: QuestionRequest, values_of: Callable[[Inputs], Values]) -> QuestionText:
        """Write the parts, and before them whether all nodes named are there."""
        named = self.nodes(request.given)
        conditions = (each.is_there(request.types[each.name], request[each.name]) for each in named)
        whole = guarded(" AND ".join(conditions), self.read(request))

        def read(value: Any, inputs: Inputs) -> RecordRow | None:
            parts = whole.read(value)
            return None if parts is None else self.answer(parts, values_of(inputs))

        return QuestionText(f"RETURN {whole.text}", read, frozenset(self.reads_whole(request)))


class Listing(Question):
    """A question whose statement gives the records themselves, in their order."""

    is_list = True

    @abstractmethod
    def collect(self, request: QuestionRequest) -> Part[list[RecordRow]]:
        """Write the whole statement."""

    def write(self, request: QuestionRequest, _: Callable[[Inputs], Values]) -> QuestionText:
        """Write the statement."""
        records = self.collect(request)
        return QuestionText(records.text, lambda value, _: records.read(value), frozenset(self.reads_whole(request)))
