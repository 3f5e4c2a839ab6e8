"""The kinds of arguments that a question can have, and what bounds their values.

An argument is declared once. What it is says how it is planned: a parameter of the statement, a key whose node must be
there, a list of codes, or a choice on which the statement's text depends.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol

from graph.errors import BadArgumentError, NotFoundError, UserError
from graph.model import MODEL
from graph.model.core import CodeList, Text
from graph.model.drafts import visible
from graph.query import cypher
from graph.query.directory import Directory
from graph.query.plan import Bind
from resolvers.not_found import id_not_found, name_not_found
from resolvers.questions.parts import Part, pairs
from resolvers.questions.records import FIRST
from resolvers.request.arguments import asked, plain, rows_up_to
from resolvers.request.declarations import Argument, InputType
from resolvers.request.field_meanings import PAGE_DEFAULT, PAGE_LARGEST
from resolvers.request.node_ids import type_among
from resolvers.request.variables import Slot, bind

VALUES_LARGEST = 100
# The arguments of a request by name, as far as the plan knows them: slots where values will stand.
Given = Mapping[str, Any]
# Gets the name of an argument and a value that is not null; gives the value, or raises a UserError.
Check = Callable[[str, Any], Any]


# ---- checks


def as_given(_: str, value: Any) -> Any:
    """Take any value."""
    return plain(value)


def share(*, least: float = 0) -> Check:
    """Make the check of a number from ``least`` to 1."""

    def check(name: str, value: float) -> float:
        if not least <= value <= 1:
            raise BadArgumentError(name, f"{least} to 1.", f"取值为 {least} 到 1。")
        return value

    return check


def up_to(largest: int) -> Check:
    """Make the check of a number of rows: 1 to ``largest``."""
    return lambda _, value: rows_up_to(largest, value)


def some_values(name: str, value: Any) -> list[Any]:
    """Take 1 to 100 values, each once."""
    found = plain(value)
    if not 1 <= len(found) <= VALUES_LARGEST:
        raise BadArgumentError(name, f"give 1 to {VALUES_LARGEST} values.", f"请给出 1 到 {VALUES_LARGEST} 个值。")
    return list(dict.fromkeys(found))


def some_ids(name: str, value: Any) -> list[str]:
    """Take 1 to 100 ids, each once."""
    if not 1 <= len(value) <= VALUES_LARGEST:
        raise BadArgumentError(name, f"give 1 to {VALUES_LARGEST} ids.", f"请给出 1 到 {VALUES_LARGEST} 个 id。")
    return list(dict.fromkeys(value))


def at_least_one(name: str, value: Any) -> Any:
    """Refuse an empty list of codes that count: nothing could count, and everything would seem to be missing."""
    if not value:
        raise BadArgumentError(
            name, "give at least one, or leave it out for all.", "请至少给出一个；省略该参数表示全部。"
        )
    return plain(value)


# ---- kinds


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceArgument(Argument):
    """An enum or a boolean on which the text of the statement depends. It is no parameter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueArgument(Argument):
    """An argument that is a parameter of the statement, or that the answer needs. Left out: null."""

    check: Check = as_given

    def bind(self, given: Any, place: str) -> Bind:
        """Bind what was given. ``place`` is how an error names the argument."""
        if given is None:
            return Bind(self.name, lambda _: None)
        return bind(self.name, given, partial(self.check, place))


@dataclass(frozen=True, slots=True, kw_only=True)
class CodesArgument(ValueArgument):
    """An argument that keeps what has one of these codes. Left out: ``default_codes``, which are all if not named."""

    codes: CodeList
    default_codes: Sequence[str] = ()

    def bind(self, given: Any, place: str) -> Bind:
        """Bind the codes that were given, or those by default."""
        codes = list(self.default_codes or self.codes.codes) if given is None else given
        return ValueArgument.bind(self, codes, place)


class ArgumentsOfRequest(Protocol):
    """What is known of the arguments of a request: the types of nodes named, which are given, their parameters."""

    @property
    def types(self) -> Mapping[str, str]:
        """The types of the nodes named, by argument."""

    def has(self, name: str) -> bool:
        """Whether an argument is given and not null."""

    def __getitem__(self, name: str) -> str:
        """Give the parameter of an argument."""


class Need(ABC):
    """What a question needs of a node besides that it is there. Without it the answer is unknown, and not nothing."""

    @abstractmethod
    def lack(self, request: ArgumentsOfRequest, kind: str, node_id: str) -> str:
        """Write what the node ``n`` of a type lacks, as a code or null; ``node_id`` is the expression of its id."""

    @abstractmethod
    def error(self, argument: str, lack: str, keys: Sequence[str]) -> UserError:
        """Make the error for the nodes that lack the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyArgument(ValueArgument, ABC):
    """An argument whose values are keys of nodes, which must be there, with what the question needs of them."""

    need: Need | None

    @abstractmethod
    def type_of(self, given: Any) -> str:
        """Give the type of the nodes. Raises: BadIdError or BadArgumentError where the values tell that it is wrong."""

    @abstractmethod
    def keys(self, request: ArgumentsOfRequest) -> Part[Mapping[str, str | None]]:
        """Write which of the keys are there, each with what it lacks."""

    @abstractmethod
    def not_found(self, directory: Directory, place: str, key: str, kind: str) -> NotFoundError:
        """Make the error for a key that is not there."""

    def _keys(self, request: ArgumentsOfRequest, match: str, key: str, node_id: str) -> Part[Mapping[str, str | None]]:
        lack = self.need.lack(request, request.types[self.name], node_id) if self.need else "null"
        return pairs(match, key, lack)


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeArgument(KeyArgument):
    """An argument that names a node of one of these types."""

    annotation: str = "ID"
    types: Collection[str]

    def type_of(self, given: Any) -> str:
        """Give the type that the id names.

        Raises: BadIdError for what is no id; BadArgumentError for an id of a type that is not taken here.
        """
        return type_among(self.name, given, self.types)

    def keys(self, request: ArgumentsOfRequest) -> Part[Mapping[str, str | None]]:
        """Write whether the node is in the graph, and what it lacks."""
        node_id = request[self.name]
        kind = request.types[self.name]
        match = f"MATCH {cypher.node_pattern(f'n:{kind}', id=node_id)}{_if_visible(kind)}"
        return self._keys(request, match, "n.id", node_id)

    def not_found(self, directory: Directory, place: str, key: str, kind: str) -> NotFoundError:  # noqa: ARG002
        """Make the error for an id that is not there."""
        return id_not_found(directory, key, place)


@dataclass(frozen=True, slots=True, kw_only=True)
class NodesArgument(NodeArgument):
    """An argument that names several nodes of one type, 1 to 100."""

    annotation: str = "list[ID]"
    check: Check = some_ids

    def type_of(self, given: Any) -> str:
        """Give the one type that all ids name.

        Raises: as for a single id; BadArgumentError for an empty list, or a mix.
        """
        # The ids of a variable are not seen here: what they begin with is, where that is the same for all.
        each_given = given if isinstance(given, list) else [given] if given.prefix is not None else []
        types = {NodeArgument.type_of(self, each) for each in each_given}
        if len(types) != 1:
            raise BadArgumentError.of_mixed_types(self.name, self.types)
        return types.pop()

    def keys(self, request: ArgumentsOfRequest) -> Part[Mapping[str, str | None]]:
        """Write which of them are in the graph, and what they lack."""
        kind = request.types[self.name]
        match = f"MATCH {cypher.node_pattern(f'n:{kind}', id='id')}{_if_visible(kind)}"
        return self._keys(request, f"UNWIND {request[self.name]} AS id {match}", "n.id", "id")


@dataclass(frozen=True, slots=True, kw_only=True)
class AnyNodesArgument(NodesArgument):
    """An argument that names nodes of one type, 0 to 100: an empty list says the same as null."""

    annotation: str = "list[ID] | None"

    def type_of(self, given: Any) -> str:
        """Give the one type there is. Raises: as for a single id."""
        is_seen = bool(given) if isinstance(given, list) else given.prefix is not None
        return NodesArgument.type_of(self, given) if is_seen else next(iter(self.types))

    def bind(self, given: Any, place: str) -> Bind:
        """Bind the ids; of a variable they are looked at here."""
        return Bind(self.name, lambda _: None) if given is None else bind(self.name, given, partial(self._ids, place))

    def _ids(self, name: str, value: Any) -> list[str]:
        for each in value:
            type_among(name, each, self.types)
        return some_ids(name, value) if value else []


def _if_visible(kind: str) -> str:
    """Write that the caller may read the node ``n``, where some of its type may not be read by all."""
    return f" WHERE {visible('n')}" if MODEL.node_types[kind].has_drafts else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NamesArgument(KeyArgument):
    """An argument that names nodes of a type by their property ``name``, 1 to 100."""

    annotation: str = "list[String] | None"
    type: str
    check: Check = some_values
    need: Need | None = None

    def type_of(self, given: Any) -> str:  # noqa: ARG002  # it is the same for all
        """Give the type."""
        return self.type

    def keys(self, request: ArgumentsOfRequest) -> Part[Mapping[str, str | None]]:
        """Write which of the names there are."""
        return self._keys(request, f"MATCH (n:{self.type}) WHERE n.name IN {request[self.name]}", "n.name", "n.id")

    def not_found(self, directory: Directory, place: str, key: str, kind: str) -> NotFoundError:
        """Make the error for a name that nothing has."""
        return name_not_found(directory, kind, key, place)


@dataclass(frozen=True, slots=True, kw_only=True)
class NameArgument(NamesArgument):
    """An argument that names a node of a type by its property ``name``."""

    annotation: str = "String | None"
    check: Check = as_given

    def keys(self, request: ArgumentsOfRequest) -> Part[Mapping[str, str | None]]:
        """Write whether there is the name."""
        return self._keys(request, f"MATCH (n:{self.type}) WHERE n.name = {request[self.name]}", "n.name", "n.id")


@dataclass(frozen=True, slots=True, kw_only=True)
class InputObjectArgument(Argument):
    """An argument that is an input object. Its fields are parameters where they are given."""

    input: InputType


@dataclass(frozen=True, slots=True, kw_only=True)
class RowsArgument(ValueArgument):
    """An argument that is a list of input objects, which its check reads. They are no parameter of the statement."""

    def bind(self, given: Any, place: str) -> Bind:
        """Bind the objects, with the values of variables wherever they stand within them."""
        if not _has_slot(given):
            constant = self.check(place, _in_run(given, None))
            return Bind(self.name, lambda _: constant)
        return Bind(self.name, lambda inputs: self.check(place, _in_run(given, inputs)))


def _has_slot(value: Any) -> bool:
    if isinstance(value, Mapping):
        return any(map(_has_slot, value.values()))
    return any(map(_has_slot, value)) if isinstance(value, list) else isinstance(value, Slot)


def _in_run(value: Any, inputs: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: _in_run(each, inputs) for name, each in value.items()}
    if isinstance(value, list):
        return [_in_run(each, inputs) for each in value]
    return plain(value.read(inputs) if isinstance(value, Slot) else value)


def flat(arguments: Sequence[Argument], given: Given) -> dict[str, Any]:
    """Give what was given by name, null for what was not; fields of input objects stand next to the arguments."""
    return {each.name: value for each, value, _ in _flat(arguments, given)}


@dataclass(frozen=True, slots=True)
class GivenKeys:
    """An argument that is given and names nodes, how an error calls it, and the type of the nodes."""

    argument: KeyArgument
    place: str
    type: str


def keys_of(arguments: Sequence[Argument], given: Given) -> Iterator[GivenKeys]:
    """Give the arguments that name nodes, of those given."""
    for each, value, place in _flat(arguments, given):
        if isinstance(each, KeyArgument) and value is not None:
            yield GivenKeys(each, place, each.type_of(value))


def binds_of(arguments: Sequence[Argument], given: Given) -> Iterator[Bind]:
    """Bind the parameters."""
    for each, value, place in _flat(arguments, given):
        # A field of an input object that is not given filters nothing.
        if isinstance(each, ValueArgument) and (
            value is not None or place == each.name or isinstance(each, CodesArgument)
        ):
            yield each.bind(value, place)


def _flat(arguments: Sequence[Argument], given: Given, above: str = "") -> Iterator[tuple[Argument, Any, str]]:
    """Give each argument with its value and the name by which an error calls it."""
    for each in arguments:
        value = given.get(each.name)
        if isinstance(each, InputObjectArgument):
            yield from _flat(each.input.fields, asked(each.name, value or {}, may_be_empty=True), f"{each.name}.")
        else:
            yield each, value, f"{above}{each.name}"


def first_rows(description: Text, *, default: int = PAGE_DEFAULT, largest: int = PAGE_LARGEST) -> ValueArgument:
    """Declare the argument ``first``, which bounds lists of the answer."""
    return ValueArgument(name=FIRST, annotation="Int", description=description, default=default, check=up_to(largest))
