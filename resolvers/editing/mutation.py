"""What a mutation is: all that the schema, the transaction and the audit trail have to know of it, in one value."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.model import MODEL
from graph.model.alignments import REASON_LARGEST
from graph.model.changes import AUDIT_LINKS, CHANGE_ACTION
from graph.model.core import CodeList, Text
from graph.query.change_log import Changes
from graph.query.statement import Writer
from graph.upkeep.editors import Editor, Role
from resolvers.questions.records import RecordField
from resolvers.request.declarations import Argument, InputType
from resolvers.request.field_meanings import capital, singular

KEY_LARGEST = 100
INPUT_TEXT_LARGEST = REASON_LARGEST
# On what every link rests that a mutation makes, in Cypher.
EDITORIAL_FACT = "{basis: 'EDITORIAL', sourceIds: []}"

EVERY_ROLE = frozenset(Role)
REVIEWERS = frozenset({Role.REVIEWER})

# The input object of a mutation, enums as their codes.
Input = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Change:
    """What a mutation did to one node: an action of the audit trail, and the values before and after it."""

    node_id: str
    action: str
    version: int
    after: Mapping[str, Any]
    before: Mapping[str, Any] | None = None
    reason: str | None = None
    # What it is to the directory, where more than this node is new, gone or named anew.
    directory: Changes | None = None
    # It changes more of the directory than can be listed.
    is_wide: bool = False


# Checks the input and writes the change, inside the transaction; it may run more than once. A mutation with rows gives
# a change for each of them, in their order.
Work = Callable[[Writer, Editor, Input], Awaitable[Change | Sequence[Change]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextField(Argument):
    """A text of the input: of limited length, no character unseen; one that must be given says something."""

    annotation: str = "String"
    longest: int = INPUT_TEXT_LARGEST


@dataclass(frozen=True, slots=True, kw_only=True)
class IdsField(Argument):
    """A list of ids of the input, of limited length."""

    annotation: str = "list[ID] | None"
    default: Any = None
    longest: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RowsField(Argument):
    """A list of rows of the input, of limited length; the mutation changes one node for each of them."""

    row: InputType
    longest: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EditsField(Argument):
    """A list of input objects of limited length, which the mutation checks itself: all change the same node."""

    longest: int


KEY = TextField(
    name="idempotencyKey",
    annotation="String | None",
    description=Text(
        f"At most {KEY_LARGEST} characters. The same key with the same input changes nothing a "
        "second time, and finds what was made: send both again after OUTCOME_UNKNOWN.",
        f"最多 {KEY_LARGEST} 个字符。同一键与同样的输入再次发送不会重复变更，"
        "并返回已完成的结果：遇到 OUTCOME_UNKNOWN 时请原样重发。",
    ),
    default=None,
    longest=KEY_LARGEST,
)
# For the input of a mutation that changes what is there already.
VERSION = Argument(
    name="version",
    annotation="Int",
    description=Text("The version you read; refused if it has changed since.", "您读到的版本；此后若有变更则拒绝。"),
)
REASON = TextField(
    name="reason",
    description=Text(f"Why, at most {INPUT_TEXT_LARGEST} characters.", f"理由，最多 {INPUT_TEXT_LARGEST} 个字符。"),
)


_LISTS = (IdsField, RowsField, EditsField)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Mutation:
    """One mutation. ``resolvers/editing/registry.py`` lists them.

    Only a new action or a new type of node also goes into ``graph/model/changes.py``: the audit trail outlives both.

    A number among the ``fields`` that has the name of a property of the node has its range, too.
    ``node`` is the type that it changes and that its payload shows. ``actions`` are what its changes may be called in
    the audit trail. ``codes`` are the code lists of its fields that no property of the model uses, ``inputs`` the input
    objects that stand within its own. ``says`` are what its payload says besides the node: values of the change, by
    the same names, which the audit trail keeps for a request that is repeated.
    """

    name: str
    description: Text
    fields: tuple[Argument, ...]
    node: str
    actions: tuple[str, ...]
    roles: frozenset[Role]
    work: Work
    codes: tuple[CodeList, ...] = ()
    inputs: tuple[InputType, ...] = ()
    says: tuple[RecordField, ...] = ()

    def __post_init__(self) -> None:
        """Refuse what the audit trail could not keep, and input without a bound. Raises: ValueError, TypeError."""
        if self.node not in AUDIT_LINKS:
            raise ValueError(f"{self.name}: add {self.node} to CHANGED in graph/model/changes.py")
        if unknown := set(self.actions) - set(CHANGE_ACTION.codes):
            missing = ", ".join(sorted(unknown))
            raise ValueError(f"{self.name}: add {missing} to CHANGE_ACTION in graph/model/changes.py")

        for each in self.fields:
            kinds = (
                (TextField,) if "String" in each.annotation else _LISTS if "list" in each.annotation else (Argument,)
            )
            if not isinstance(each, kinds):
                names = " or ".join(kind.__name__ for kind in kinds)
                raise TypeError(f"{self.name}: make {each.name} a {names}, which has a bound")

    @property
    def input(self) -> tuple[Argument, ...]:
        """Every field of the input object: its own, and the idempotency key that all have."""
        return (*self.fields, KEY)

    @property
    def rows(self) -> RowsField | None:
        """The field of the input that lists what is changed; None: it changes one node."""
        return next((each for each in self.fields if isinstance(each, RowsField)), None)

    @property
    def input_type(self) -> str:
        """The name of the input object."""
        return f"{capital(self.name)}Input"

    @property
    def payload_type(self) -> str:
        """The name of the payload: its own, or that of all which change one, or several, nodes of a type."""
        return f"{capital(self.name if self.says else self.node_field)}Payload"

    @property
    def node_field(self) -> str:
        """The field of the payload that holds the node, or the nodes."""
        node_type = MODEL.node_types[self.node]
        return node_type.plural if self.rows else singular(node_type)

    @property
    def audit_link(self) -> str:
        """The relationship from a change to the node."""
        return AUDIT_LINKS[self.node]
