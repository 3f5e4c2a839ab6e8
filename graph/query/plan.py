"""What one operation asks of the graph: a frozen tree over the model, knowing neither GraphQL nor Cypher.

Every name in it comes from the model; every value of the caller is a ``Bind``, so the tree (and the text compiled from
it) is the same for all values. ``graph.query.plan_tree`` shows it as an indented tree.

    Plan
    └── Root                    one root field
        ├── Lookup              an object by key
        ├── Page                a connection: filtered, sorted, cut
        └── Call                a question (search, paths, analyses), whose statement is written by hand
            Selection           what is wanted of one object of one type
            ├── Leaf, Derived, DistinctName, TypeName, Refused, SourceList
            ├── One, Few        relationship fields
            └── Page            a relationship that may grow
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from graph.model.core import NodeType, Property, Side
from graph.model.derived import DerivedField
from graph.query.directory import Directory


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a plan is run with: the coerced variables, and the directory of the graph in this process.

    ``reader``: the id of the college whose drafts the caller may read; empty: none. The directory is as the caller may
    see it.
    """

    variables: Mapping[str, Any]
    directory: Directory
    reader: str = ""


@dataclass(frozen=True, slots=True)
class Bind:
    """A value that is known only when the operation runs, and how to get it.

    ``label`` names the parameter in Cypher. ``read`` may raise a UserError. Two binds of one operation are two
    parameters, even when they hold the same value.
    """

    label: str
    read: Callable[[Inputs], Any] = field(compare=False)


# ---- conditions


class Comparison(StrEnum):
    """How a stored value is compared; a comparison with an unknown value is false."""

    EQ = "="
    IN = "IN"
    CONTAINS = "CONTAINS"
    STARTS_WITH = "STARTS WITH"
    GT = ">"
    GTE = ">="
    LT = "<"
    LTE = "<="
    IS_NULL = "IS NULL"
    IS_NOT_NULL = "IS NOT NULL"
    HAS = "HAS"


class Quantifier(StrEnum):
    """How many related nodes must satisfy a condition."""

    SOME = "some"
    NONE = "none"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Compare:
    """A property of the node at hand against a bound value."""

    property: Property
    comparison: Comparison
    value: Bind | None


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every condition holds; none at all: true."""

    conditions: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one condition holds; none at all: false."""

    conditions: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The condition does not hold (unknown counts as not holding)."""

    condition: "Condition"


@dataclass(frozen=True, slots=True)
class Related:
    """Some, none or all of the nodes at the other end of a relationship satisfy a condition.

    ``bases``: only links that rest on one of these count; so of ``Few``, ``Links`` and ``Page``.
    """

    side: Side
    quantifier: Quantifier
    condition: "Condition"
    bases: Bind | None = None


@dataclass(frozen=True, slots=True)
class InForceOn:
    """validFrom and validTo, where known, enclose the day."""

    day: Bind


Condition = Compare | AllOf | AnyOf | Not | Related | InForceOn
EVERYTHING = AllOf(())


# ---- order and pages


@dataclass(frozen=True, slots=True)
class SortKey:
    """One key of an order. Unknown values come last ascending and first descending, as Cypher has it."""

    property: Property
    descending: bool = False


@dataclass(frozen=True, slots=True)
class After:
    """The position after which a page starts: one bound value for every sort key, then the id."""

    values: tuple[Bind, ...]
    id: Bind


# ---- what is wanted of an object


@dataclass(frozen=True, slots=True)
class Leaf:
    """A stored value of the node; among the items of a link, of the relationship that led here."""

    key: str
    property: Property


@dataclass(frozen=True, slots=True)
class DistinctName:
    """The name that tells the node apart from all others of its type, made of stored values."""

    key: str
    target: NodeType
    language: str


@dataclass(frozen=True, slots=True)
class Derived:
    """A value made of stored ones. ``rows``: it is a list of such records."""

    key: str
    of: DerivedField
    language: str
    rows: "Record | None" = None


@dataclass(frozen=True, slots=True)
class TypeName:
    """``__typename``: costs nothing in the graph."""

    key: str
    value: str


@dataclass(frozen=True, slots=True)
class Refused:
    """A field with an argument that is refused: nothing is read for it, and its value is the error."""

    key: str
    error: Exception = field(compare=False)


# What nothing is read for.
Unread = TypeName | Refused


@dataclass(frozen=True, slots=True)
class SourceList:
    """The sources that a node or a relationship names in ``sourceIds``."""

    key: str
    selection: "Selection"


@dataclass(frozen=True, slots=True)
class One:
    """The single node at the other end, or nothing."""

    key: str
    side: Side
    selection: "Selection"


@dataclass(frozen=True, slots=True)
class Few:
    """All nodes at the other end: a list small by nature, read whole, sorted by the shaper."""

    key: str
    side: Side
    selection: "Selection"
    order: tuple[SortKey, ...]
    where: Condition
    bases: Bind | None = None


@dataclass(frozen=True, slots=True)
class Links:
    """A list small by nature with what its relationships state: each item is a link with its node.

    ``is_list`` is False where at most one node stands at the other end.
    """

    key: str
    side: Side
    items: tuple["NodeOfEdge | Leaf | Derived | SourceList | TypeName", ...]
    order: tuple[SortKey, ...]
    where: Condition
    is_list: bool
    bases: Bind | None = None


@dataclass(frozen=True, slots=True)
class NodeList:
    """``nodes`` of a page: the nodes without their links."""

    key: str
    selection: "Selection"


@dataclass(frozen=True, slots=True)
class NodeOfEdge:
    """``node`` of an edge."""

    key: str
    selection: "Selection"


@dataclass(frozen=True, slots=True)
class Cursor:
    """``cursor`` of an edge."""

    key: str


@dataclass(frozen=True, slots=True)
class EdgeList:
    """``edges`` of a page."""

    key: str
    items: tuple["NodeOfEdge | Cursor | Leaf | Derived | SourceList | TypeName", ...]


class PageFact(StrEnum):
    """What ``pageInfo`` can say."""

    HAS_NEXT = "hasNextPage"
    HAS_PREVIOUS = "hasPreviousPage"
    START = "startCursor"
    END = "endCursor"


@dataclass(frozen=True, slots=True)
class PageInfo:
    """``pageInfo`` of a page: response keys with what they ask; ``None`` asks for the type name."""

    key: str
    facts: tuple[tuple[str, PageFact | None], ...]


@dataclass(frozen=True, slots=True)
class TotalCount:
    """``totalCount`` of a page: counted only when asked."""

    key: str


PagePart = NodeList | EdgeList | PageInfo | TotalCount | TypeName


@dataclass(frozen=True, slots=True)
class Page:
    """A connection. ``side`` is None at the root, where all nodes of the type are listed."""

    key: str
    target: NodeType
    side: Side | None
    parts: tuple[PagePart, ...]
    where: Condition
    order: tuple[SortKey, ...]
    after: After | None
    # One row more than the page shows.
    limit: Bind
    # All nodes of the type in the order of their ids: the page is looked up, not searched for (graph.query.directory).
    ids: Bind | None = None
    total: Bind | None = None
    bases: Bind | None = None

    @property
    def needs_rows(self) -> bool:
        """Whether any part needs the rows, not only their number."""
        return any(isinstance(each, NodeList | EdgeList | PageInfo) for each in self.parts)

    @property
    def needs_cursors(self) -> bool:
        """Whether any part shows where a row stands in the order."""
        return any(_shows_cursor(each) for each in self.parts)


Item = Leaf | Derived | DistinctName | TypeName | Refused | SourceList | One | Few | Links | Page


def _shows_cursor(part: PagePart) -> bool:
    match part:
        case EdgeList():
            return any(isinstance(each, Cursor) for each in part.items)
        case PageInfo():
            return any(fact in {PageFact.START, PageFact.END} for _, fact in part.facts)
        case _:
            return False


@dataclass(frozen=True, slots=True)
class Selection:
    """What is wanted of one object of one type, in response order."""

    target: NodeType
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Branches:
    """What is wanted of an object whose type is known only when it is read: one selection for each type it can have."""

    by_type: tuple[Selection, ...]


# ---- roots


@dataclass(frozen=True, slots=True)
class Lookup:
    """One object by id, slug or another natural key. Nothing found: ``missing`` makes the error to report, if any."""

    key: str
    selection: Selection
    by: tuple[tuple[Property, Bind], ...]
    missing: Callable[[Inputs], Exception] | None = field(compare=False, default=None)
    where: Condition = EVERYTHING
    # The directory says which node it is.
    is_by_directory: bool = False


# ---- answers of questions: records whose values may be nodes


@dataclass(frozen=True, slots=True)
class Value:
    """A plain value of a record, by its place in it."""

    key: str
    place: int
    property: Property


@dataclass(frozen=True, slots=True)
class NodeValue:
    """A node, or a list of nodes, in a record: one of the projections that it holds at ``place``.

    ``field`` names what is projected; ``size`` is how many nodes a list holds at most, or as a rule.
    """

    key: str
    field: str
    place: int
    projection: int
    selection: Selection | Branches
    is_list: bool = False
    is_optional: bool = False
    size: Bind | int = 1


@dataclass(frozen=True, slots=True)
class RecordValue:
    """A record, or a list of records, at ``place`` of a record. ``size``: as of ``NodeValue``."""

    key: str
    place: int
    record: "Record"
    is_list: bool
    size: Bind | int = 1


RecordItem = Value | NodeValue | RecordValue | TypeName


@dataclass(frozen=True, slots=True)
class Record:
    """What is wanted of the records of one type."""

    type_name: str
    items: tuple[RecordItem, ...]


# Gets a record field, a node variable and, where it is known, the node's type; writes the list of what is wanted of
# that node, maybe empty.
ProjectNode = Callable[[str, str, str | None], str]


@dataclass(frozen=True, slots=True)
class QuestionText:
    """The statement of a question, written for one plan: Cypher that ends in ``RETURN`` and one value.

    ``read`` makes the answer of that value: a record or a list of records. It may raise a UserError: then the answer is
    null, and the error is reported. ``reads_whole`` names the node types that it reads whole, because it ranks or
    counts all of them.
    """

    text: str
    read: Callable[[Any, Inputs], Any]
    reads_whole: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Call:
    """A root field answered by a statement written by hand. ``nodes`` holds what is wanted of nodes, by record field.

    ``write`` gets the names of the parameters, and ``ProjectNode``. What it writes has only names of the model.
    ``cost`` is what it costs next to the values of its answer; ``directory_types`` are those that it searches there.
    """

    key: str
    binds: tuple[Bind, ...]
    answer: RecordValue
    nodes: Mapping[str, tuple[Selection | Branches, ...]]
    write: Callable[[Mapping[str, str], ProjectNode], QuestionText] = field(compare=False)
    directory_types: frozenset[str] = frozenset()
    cost: int = 0


Root = Lookup | Page | Call | TypeName | Refused


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything one operation asks of the graph.

    ``is_partial``: some root fields are answered elsewhere; ``asks_process``: the process does, for the one who asks.
    """

    roots: tuple[Root, ...]
    is_partial: bool = False
    asks_process: bool = False

    @property
    def uses_directory(self) -> bool:
        """Whether a value comes from the directory, so that the graph's revision must be read with the rest."""
        return bool(self.directory_types)

    @property
    def directory_types(self) -> frozenset[str]:
        """The node types whose part of the directory the values come from."""
        pages = frozenset(each.target.name for each in self.roots if isinstance(each, Page) and each.ids is not None)
        slugs = frozenset(
            each.selection.target.name for each in self.roots if isinstance(each, Lookup) and each.is_by_directory
        )
        return (pages | slugs).union(*(each.directory_types for each in self.roots if isinstance(each, Call)))
