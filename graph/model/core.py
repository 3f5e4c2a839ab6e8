"""The vocabulary in which the graph model is written: node types, properties, relationships, code lists.

The model is data. Constraints, indexes, the GraphQL schema, the planner, the seed files and docs/model.md are derived
from it, so a node type or a property is added in one place: a file of this package.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property

from graph.errors import Language


@dataclass(frozen=True, slots=True)
class Text:
    """What something means, in both languages. The API, the IDE and docs/model.md show them together."""

    english: str
    chinese: str

    def __str__(self) -> str:
        """Write both, English first."""
        return f"{self.english}\n{self.chinese}"

    def in_language(self, language: Language) -> str:
        """Give the one of this language."""
        return self.chinese if language == "zh" else self.english

    def plus(self, english: str, chinese: str) -> "Text":
        """Add a sentence to each."""
        return Text(f"{self.english} {english}", f"{self.chinese}{chinese}")


class Scalar(StrEnum):
    """What a property holds. A ``DATE`` is kept as text in the form 2019-04-04: it sorts and compares the same on every engine."""

    STRING = "String"
    INT = "Int"
    FLOAT = "Float"
    BOOLEAN = "Boolean"
    DATE = "Date"


@dataclass(frozen=True, slots=True)
class CodeList:
    """A closed list of codes (a GraphQL enum), each with its description."""

    name: str
    description: Text
    codes: Mapping[str, Text]


class Search(StrEnum):
    """How a property takes part in ``search``; the order is the order of rank."""

    CODE = "code"
    NAME = "name"
    ALIAS = "alias"


# The range of a year: what is outside is a slip of the pen.
FIRST_YEAR, LAST_YEAR = 1900, 2100


@dataclass(frozen=True, slots=True, kw_only=True)
class Property:
    """One stored value of a node or a relationship, spelled the same in seed file, graph and GraphQL."""

    name: str
    type: Scalar | CodeList = Scalar.STRING
    description: Text
    required: bool = False
    many: bool = False
    indexed: bool = False
    search: Search | None = None
    # The range of a number, both ends included. None: no end.
    least: float | None = None
    most: float | None = None
    # How many characters a text may have. None: as many as any text.
    longest: int | None = None
    # Stored for the machine's use only: not in the API, not in seed files.
    internal: bool = False
    # Read in a document by an import: seed files have no column for it.
    imported: bool = False
    # Why clients should take something else in the API, and what.
    deprecated: Text | None = None

    @property
    def sortable(self) -> bool:
        """Whether ``orderBy`` and cursors may use it."""
        return not self.many and not self.internal

    @property
    def range(self) -> str | None:
        """Write which numbers it takes, such as ``0 … 1`` or ``≥ 1``; None: it takes any."""
        if self.least is None and self.most is None:
            return None
        if self.least is not None and self.most is not None:
            return f"{self.least:g} … {self.most:g}"
        return f"≥ {self.least:g}" if self.least is not None else f"≤ {self.most:g}"

    def admits(self, number: float) -> bool:
        """Whether a number is in its range."""
        return (self.least is None or number >= self.least) and (self.most is None or number <= self.most)


class Ends(StrEnum):
    """How many nodes stand at one end of a relationship type, seen from the other end."""

    ONE = "one"
    # Small by nature (levels of a certificate, tasks of a work area): a plain list, read whole, at most FEW_LIMIT.
    FEW = "few"
    # May grow: a connection with pages.
    MANY = "many"


FEW_LIMIT = 200

# How many nodes a caller meets at the end of a link, where the relationship does not say.
EXPECTED = {Ends.ONE: 1, Ends.FEW: 5, Ends.MANY: 20}


@dataclass(frozen=True, slots=True, kw_only=True)
class Relationship:
    """One relationship type between two node types, stored in one direction and served in both.

    ``forward`` is the field at ``start``, ``backward`` the field at ``end``. ``forward_ends`` says how many ``end``
    nodes one ``start`` has. ``order`` names the properties that sort the list at that side. ``forward_expected`` says
    how many a caller meets there who follows links, to work out what a filter reads: 0, as many as its ends say.
    """

    type: str
    start: str
    end: str
    forward: str
    forward_ends: Ends
    forward_description: Text
    backward: str
    backward_ends: Ends
    backward_description: Text
    # A second name of the backward field, which the API accepts as well.
    backward_also: str = ""
    forward_expected: int = 0
    backward_expected: int = 0
    properties: tuple[Property, ...] = ()
    # The properties that tell several links between the same two nodes apart. None: there is at most one.
    told_apart_by: tuple[str, ...] = ()
    # Says nothing beyond its two nodes (a task belongs to its work area): no field for the link itself.
    structural: bool = False
    # Whether a path between "1" and "X" may go along it.
    explains: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NaturalKey:
    """A natural key by which a single object is asked for: property names, some with a default."""

    properties: tuple[str, ...]
    defaults: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class NodeType:
    """One label with its properties.

    The id of a node is its type and its natural key: ``Major:2021:510203``. A part of the key that has no value in the
    source is replaced by ``key_fallback``, and one of ``optional_key`` is left out of the id. ``order`` sorts siblings
    in a list of another node; the id breaks ties, and none are left to break where ``order_is_total``. A root list is in the order of ids, or in ``order`` where
    ``is_listed_in_order``. In the order of ids those of the newest of ``editions`` come first.
    """

    name: str
    plural: str
    term: str
    description: Text
    key: tuple[str, ...]
    properties: tuple[Property, ...]
    order: tuple[str, ...]
    lookups: tuple[NaturalKey, ...]
    key_fallback: str | None = None
    optional_key: tuple[str, ...] = ()
    order_is_total: bool = False
    # The first part of the key, where it is an edition: newest first. Ids of others follow.
    editions: tuple[str, ...] = ()
    is_listed_in_order: bool = False
    # The property shown where one line must name the node (a path, a search hit).
    title: str = "name"
    # What tells nodes of one title apart, as shown behind it. None: the rest of the key.
    distinguished_by: tuple[str, ...] | None = None
    # States a fact: carries basis, sourceIds and sourceNote.
    is_fact: bool = True
    # Changes in time: carries validFrom and validTo, and reads take `asOf`.
    is_dated: bool = False
    # Whether any rests on a basis is asked: the basis has an index.
    is_basis_indexed: bool = False
    # Some may be drafts, which the editors of one college read (graph/model/drafts.py).
    has_drafts: bool = False

    @cached_property
    def stored(self) -> tuple[Property, ...]:
        """Every property of the node, the shared ones included, in the order of columns."""
        fact = tuple(replace(each, indexed=each.name == "basis" and self.is_basis_indexed) for each in FACT)
        shared = (*(VALIDITY if self.is_dated else ()), *(fact if self.is_fact else ()))
        internal = (*((PINYIN,) if self.searched else ()), *((DRAFT_OF,) if self.has_drafts else ()))
        return (ID, *self.properties, *shared, *internal)

    @cached_property
    def by_name(self) -> Mapping[str, Property]:
        """The stored properties by name."""
        return {each.name: each for each in self.stored}

    @cached_property
    def distinction(self) -> tuple[str, ...]:
        """The properties that tell nodes of one title apart; empty: no two have the same title."""
        if self.distinguished_by is not None:
            return self.distinguished_by
        return tuple(each for each in self.key if each != self.title)

    @cached_property
    def searched(self) -> tuple[Property, ...]:
        """The properties that ``search`` looks at, best first."""
        rank = list(Search)
        found = [each for each in self.properties if each.search]
        return tuple(sorted(found, key=lambda each: rank.index(each.search or Search.ALIAS)))

    @cached_property
    def edition_prefixes(self) -> tuple[str, ...]:
        """What ids of each edition begin with."""
        end = ":" if len(self.key) > 1 else ""
        return tuple(f"{self.name}:{each}{end}" for each in self.editions)

    def list_key(self, node_id: str) -> tuple[int, str]:
        """Give what sorts ids in a list: the place of the edition, then the id."""
        places = (place for place, each in enumerate(self.edition_prefixes) if node_id.startswith(each))
        return next(places, len(self.editions)), node_id

    def id_of(self, values: Mapping[str, object]) -> str:
        """Compose the id from the values of the natural key."""
        present = [each for each in self.key if each not in self.optional_key or values.get(each) is not None]
        parts = [values.get(each) for each in present]
        spare = values.get(self.key_fallback) if self.key_fallback else None
        return ":".join([self.name, *(str(spare or "") if part in (None, "") else str(part) for part in parts)])


@dataclass(frozen=True, slots=True)
class Side:
    """A relationship as seen from one of its ends: a GraphQL field of ``owner`` that leads to ``target``."""

    relationship: Relationship
    name: str
    owner: str
    target: str
    ends: Ends
    description: Text
    is_forward: bool
    # How many nodes a caller meets here: more than the mean, since most links lead to nodes that have many.
    expected: int

    def pattern(self, source: str, link: str, target: str) -> str:
        """Write the Cypher pattern that starts at the bound node ``source``."""
        arrow = f"-[{link}:{self.relationship.type}]-"
        return f"({source}){arrow}>({target})" if self.is_forward else f"({source})<{arrow}({target})"

    def pattern_back(self, target: str, link: str, source: str) -> str:
        """Write the same pattern from its other end: it starts at the bound node ``target``."""
        arrow = f"-[{link}:{self.relationship.type}]-"
        return f"({target})<{arrow}({source})" if self.is_forward else f"({target}){arrow}>({source})"


@dataclass(frozen=True)
class Model:
    """All node types and relationships."""

    node_types: Mapping[str, NodeType]
    relationships: Mapping[str, Relationship]

    @cached_property
    def sides(self) -> Mapping[str, Mapping[str, Side]]:
        """For every node type its relationship fields by name."""
        found: dict[str, dict[str, Side]] = {name: {} for name in self.node_types}
        for each in self.relationships.values():
            for side in _sides_of(each):
                if side.name in found[side.owner] or side.name in self.node_types[side.owner].by_name:
                    raise ValueError(f"{side.owner}.{side.name} is declared twice")
                found[side.owner][side.name] = side
        return found

    @cached_property
    def code_lists(self) -> Mapping[str, CodeList]:
        """Every code list that a property uses, by name."""
        return {each.type.name: each.type for each in self._properties() if isinstance(each.type, CodeList)}

    def _properties(self) -> Iterator[Property]:
        for node_type in self.node_types.values():
            yield from node_type.stored
        for relationship in self.relationships.values():
            yield from relationship.properties


def _sides_of(each: Relationship) -> tuple[Side, ...]:
    forward = Side(
        relationship=each,
        name=each.forward,
        owner=each.start,
        target=each.end,
        ends=each.forward_ends,
        description=each.forward_description,
        is_forward=True,
        expected=each.forward_expected or EXPECTED[each.forward_ends],
    )
    backward = Side(
        relationship=each,
        name=each.backward,
        owner=each.end,
        target=each.start,
        ends=each.backward_ends,
        description=each.backward_description,
        is_forward=False,
        expected=each.backward_expected or EXPECTED[each.backward_ends],
    )
    if not each.backward_also:
        return forward, backward
    text = Text(f"The same as `{each.backward}`.", f"同 `{each.backward}`。")
    return forward, backward, replace(backward, name=each.backward_also, description=text)


BASIS = CodeList(
    "Basis",
    Text("On what a fact rests.", "事实的依据。"),
    {
        "OFFICIAL": Text("Read in the official document, or in a transcription of it.", "读自官方文件或其转录。"),
        "REPORTED": Text("Stated by a secondary source.", "由其他来源陈述。"),
        "EDITORIAL": Text("Our own judgement; never presented as official.", "本系统的判断，不作为官方内容展示。"),
        "ILLUSTRATIVE": Text(
            "Made up to show the form; never part of national figures.", "为展示形式而编写的示例，不计入全国数据。"
        ),
    },
)

ID = Property(
    name="id",
    description=Text(
        "Opaque id, stable between releases; `node(id:)` takes it.",
        "不透明的 id，各版本数据间保持不变；可用于 `node(id:)`。",
    ),
    required=True,
)

FACT = (
    Property(name="basis", type=BASIS, description=Text("On what this fact rests.", "该事实的依据。"), required=True),
    Property(
        name="sourceIds",
        description=Text(
            "Ids of the sources; the field `sources` gives them as objects.",
            "来源的 id；字段 `sources` 以对象形式给出。",
        ),
        many=True,
        internal=True,
    ),
    Property(
        name="sourceNote",
        description=Text(
            "Where in the source, or how it was read. Null: nothing to add.", "在来源中的位置或读取方式。null：无补充。"
        ),
    ),
)

VALIDITY = (
    Property(
        name="validFrom",
        type=Scalar.DATE,
        description=Text("First day in force. Null: not known.", "生效首日。null：不详。"),
    ),
    Property(
        name="validTo",
        type=Scalar.DATE,
        description=Text(
            "First day no longer in force. Null: no end is known.", "失效首日（当日起不再有效）。null：未见失效日期。"
        ),
    ),
)

PINYIN = Property(
    name="pinyin",
    description=Text(
        "Pinyin of the searched texts, full and initials, made at load.", "检索文本的拼音（全拼与首字母），装载时生成。"
    ),
    internal=True,
)

DRAFT_OF = Property(
    name="draftOf",
    description=Text(
        "Id of the college whose editors alone read it, while it is a draft.",
        "草稿期间：仅该 id 所指院校的编辑者可读。",
    ),
    internal=True,
)

# What a relationship that states a fact carries besides its own properties. All of them do.
LINK_FACT = FACT
