"""What a question is: a root field answered by a statement written by hand.

A question declares its arguments and its record. Most are an ``Analysis``: ``read`` writes the parts of the statement
by name, and ``answer`` makes the record of what they gave. A ``Listing`` writes one statement that gives the records
themselves. How values are bound, and what follows where a node is not there, is the same for all and stands here.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, TypeVar

from graph.errors import NotFoundError
from graph.model.core import CodeList, Text
from graph.query.plan import Bind, Call, Inputs, ProjectNode, QuestionText, RecordValue
from resolvers.questions.argument_kinds import (
    ChoiceArgument,
    Given,
    GivenKeys,
    InputObjectArgument,
    KeyArgument,
    binds_of,
    flat,
    keys_of,
)
from resolvers.questions.parts import Collected, Part, nodes, preceded, together
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

    ``codes`` are the code lists of its arguments and records that no property of the model uses. ``cost`` is what its
    statement and its counting cost next to the values of the answer, in values: 20 us of a processor, in the national
    graph. To find it, run the question with a page of one on a server with ONEPLUSX_DEVELOPMENT=true, take the least
    ``database`` milliseconds of some runs, and count 50 for each.
    """

    name: ClassVar[str]
    description: ClassVar[Text]
    arguments: ClassVar[tuple[Argument, ...]]
    record: ClassVar[RecordType]
    cost: ClassVar[int]
    codes: ClassVar[tuple[CodeList, ...]] = ()
    is_list: ClassVar[bool] = False
    directory_types: ClassVar[frozenset[str]] = frozenset()

    @property
    def inputs(self) -> tuple[InputType, ...]:
        """The input objects of its arguments."""
        return tuple(each.input for each in self.arguments if isinstance(each, InputObjectArgument))

    @property
    def is_optional(self) -> bool:
        """Whether the answer may be null; that of a list is where a node is not there, or lacks something."""
        own = (*self.arguments, *(field for each in self.inputs for field in each.fields))
        return not self.is_list or any(isinstance(each, KeyArgument) for each in own)

    @abstractmethod
    def write(self, request: QuestionRequest, keys: "_Keys", values_of: Callable[[Inputs], Values]) -> QuestionText:
        """Write the statement, with what reads its value."""

    def binds(self, request: FieldRequest) -> Iterable[Bind]:
        """Bind the parameters of the statement."""
        return binds_of(self.arguments, request.arguments)

    def check(self, arguments: KnownArguments) -> None:  # noqa: B027  # most have nothing to refuse
        """Refuse arguments that do not go together. Raises: BadArgumentError."""

    def reads_whole(self, request: QuestionRequest) -> Iterable[str]:  # noqa: ARG002  # for those that do
        """Name the node types that the statement reads whole, because it ranks or counts all of them."""
        return ()

    def cost_of(self, arguments: KnownArguments, selected: Collection[str]) -> int:  # noqa: ARG002  # where it differs
        """Give the cost of a request; ``selected`` are record fields, at whatever depth."""
        return self.cost

    def sizes(self, binds: Mapping[str, Bind]) -> Mapping[str, Bind]:
        """Give how long the lists of the answer are, by the argument that bounds them."""
        return binds

    def plan(self, collector: Collector, request: FieldRequest) -> Call:
        """Plan a request: what is selected of the records and of their nodes, and how the statement is written.

        Raises: UserError when an argument is refused.
        """
        given = flat(self.arguments, request.arguments)
        keys = tuple(keys_of(self.arguments, request.arguments))
        types = {each.argument.name: each.type for each in keys}
        known = KnownArguments(given, types)
        self.check(known)
        binds = tuple(self.binds(request))
        sizes = self.sizes({each.label: each for each in binds})
        planner = RecordPlanner(collector, sizes)
        selection = planner.plan(request, self.record)
        selected = frozenset(planner.selected)

        choices = {each.name: plain(given[each.name]) for each in self.arguments if isinstance(each, ChoiceArgument)}

        def values_of(inputs: Inputs) -> Values:
            return {**choices, **{each.label: each.read(inputs) for each in binds}}

        def write(parameters: Mapping[str, str], project: ProjectNode) -> QuestionText:
            written = QuestionRequest(given, types, selected, parameters, project)
            return self.write(written, _Keys(keys), values_of)

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
        )


class Analysis(Question, Generic[P]):
    """A question whose statement reads parts by name, and whose answer is made of them in Python."""

    @abstractmethod
    def read(self, request: QuestionRequest) -> Part[P]:
        """Write the parts, as a row."""

    @abstractmethod
    def answer(self, parts: P, values: Values) -> RecordRow | None:
        """Make the record, or the list of records. None: what was asked about is not there."""

    def write(self, request: QuestionRequest, keys: "_Keys", values_of: Callable[[Inputs], Values]) -> QuestionText:
        """Write the parts, and before them which of the nodes named are there."""
        whole = preceded(keys.read(request), self.read(request))

        def read(value: Any, inputs: Inputs) -> RecordRow | None:
            found, values = whole.read(value), values_of(inputs)
            keys.check(found.before, values, inputs)
            return self.answer(found.row(), values)

        return QuestionText(f"RETURN {whole.text}", read, frozenset(self.reads_whole(request)))


class Listing(Question):
    """A question whose statement gives the records themselves, in their order."""

    is_list = True

    @abstractmethod
    def collect(self, request: QuestionRequest) -> Collected[RecordRow]:
        """Write the whole statement."""

    def write(self, request: QuestionRequest, keys: "_Keys", values_of: Callable[[Inputs], Values]) -> QuestionText:
        """Write the statement, and before the records which of the nodes named are there."""
        records = self.collect(request)
        whole = frozenset(self.reads_whole(request))
        if not keys.arguments:
            return QuestionText(records.text, lambda value, _: records.read(value), whole)
        behind = records.behind(keys.read(request))

        def read(value: Any, inputs: Inputs) -> list[RecordRow]:
            found = behind.read(value)
            keys.check(found.before, values_of(inputs), inputs)
            return found.row()

        return QuestionText(behind.text, read, whole)


# The keys of an argument that are there, each with what it lacks.
Lacks = Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class _Keys:
    """The arguments of one request that name nodes."""

    arguments: Sequence[GivenKeys]

    def read(self, request: QuestionRequest) -> Part[list[Lacks]]:
        """Write for each argument which of its keys are there, and what they lack."""
        return together(*(each.argument.keys(request) for each in self.arguments))

    def check(self, found: Sequence[Lacks], values: Values, inputs: Inputs) -> None:
        """Raise NotFoundError with the keys that are not there, else the error of what those that are there lack."""
        missing = [
            each.argument.not_found(inputs.directory, each.place, key, each.type)
            for each, lacks in zip(self.arguments, found, strict=True)
            for key in _listed(values[each.argument.name])
            if key not in lacks
        ]
        if missing:
            raise NotFoundError.of_several(missing)
        for each, lacks in zip(self.arguments, found, strict=True):
            lack = next((code for code in lacks.values() if code is not None), None)
            if each.argument.need is not None and lack is not None:
                keys = [key for key in lacks if lacks[key] == lack]
                raise each.argument.need.error(each.place, lack, keys)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
