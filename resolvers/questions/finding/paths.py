"""``paths``: how two nodes are joined, every link with its kind, basis and sources.

A path goes along the relationships that the model marks as explaining, each kind at most once: else two certificates
would be "joined" through every major that both suit. The strength of a path is the product of its links' weights.
"""

from collections.abc import Collection
from typing import Any, NamedTuple

from graph.model import MODEL
from graph.model.core import BASIS, CodeList, Property, Scalar, Text
from graph.model.derived import link_note_label
from graph.model.distinct_names import distinct_name
from graph.model.drafts import visible
from graph.query import cypher
from resolvers.questions.argument_kinds import ChoiceArgument, NodeArgument, ValueArgument, first_rows, some_values
from resolvers.questions.parts import Collected, Part, collected, record, row
from resolvers.questions.question import KnownArguments, Listing, QuestionRequest
from resolvers.questions.records import NodeField, RecordField, RecordRow, RecordType
from resolvers.questions.shared.evidence import sources_of
from resolvers.request.field_meanings import LINK_BASIS

# What a link is worth in a path, by the basis of its statement. Our own choice: it orders, it measures nothing.
WEIGHTS = {"OFFICIAL": 1.0, "REPORTED": 0.7, "EDITORIAL": 0.4, "ILLUSTRATIVE": 0.1}
LENGTHS = {"NEAR": 3, "FAR": 5}
COSTS = {"NEAR": 300, "FAR": 3_000}
PATH_REACH = CodeList(
    "PathReach",
    Text("How many links a path may have.", "一条路径最多有多少条链接。"),
    {code: Text(f"At most {length}.", f"最多 {length} 条。") for code, length in LENGTHS.items()},
)

_EXPLAINING = "|".join(each.type for each in MODEL.relationships.values() if each.explains)
_ENDS = sorted({end for each in MODEL.relationships.values() if each.explains for end in (each.start, each.end)})
_WEIGHT = " ".join(f"WHEN '{basis}' THEN {weight}" for basis, weight in WEIGHTS.items())


class _Named(NamedTuple):
    """The type of a node, and the values of its distinct name."""

    kind: str
    values: list[Any]

    @property
    def name(self) -> str:
        return distinct_name(MODEL.node_types[self.kind], "CHINESE", self.values)


def _name_of(variable: str) -> Part[str]:
    """Write what names a node, and read its distinct name."""
    types = (MODEL.node_types[each] for each in _ENDS)
    cases = (
        f"WHEN {variable}:{each.name} THEN ['{each.name}', {cypher.name_values(variable, each)}]" for each in types
    )
    return Part(f"CASE {' '.join(cases)} END", lambda values: _Named(*values).name)


PATH_STEP = RecordType(
    name="PathStep",
    description=Text("One link of a path, read from `from` to `to`.", "路径中的一条链接，由 `from` 读向 `to`。"),
    fields=(
        Property(
            name="relationship",
            description=Text(
                "Kind of the link: a relationship type of the model, such as SUITS.",
                "链接的类型：模型中的关系类型，如 SUITS。",
            ),
            required=True,
        ),
        Property(
            name="isForward",
            type=Scalar.BOOLEAN,
            description=Text("Whether the link is stored in this direction.", "链接是否按此方向存储。"),
            required=True,
        ),
        Property(
            name="field",
            description=Text(
                "The field of `from` that leads to `to`: where the same kind of link goes both ways, such as "
                "`successors` and `predecessors`, it says which way this step goes.",
                "`from` 上通向 `to` 的字段；同一种链接可双向行走时，"
                "如 `successors` 与 `predecessors`，表明本步的方向。",
            ),
            required=True,
        ),
        Property(
            name="line",
            description=Text(
                "The step in one line, both ends by their distinct names (in Chinese); the arrow is as the link is "
                "stored, such as `软件技术（2015，…） -[REPLACED_BY]-> 软件技术（2021，…）`.",
                "本步的一行写法：两端用可区分的名称，箭头为链接存储的方向，"
                "如 `软件技术（2015，…） -[REPLACED_BY]-> 软件技术（2021，…）`。",
            ),
            required=True,
        ),
        Property(
            name="basis", type=BASIS, description=Text("On what the link rests.", "该链接的依据。"), required=True
        ),
        Property(
            name="sourceNote",
            description=Text(
                "Where in the source, or how it was read. Null: nothing to add.",
                "在来源中的位置或读取方式。null：无补充。",
            ),
        ),
        Property(
            name="sourceNoteLabel",
            description=Text(
                "`sourceNote` in Chinese. What has no translation here stands as in the data. Null: there is none.",
                "`sourceNote` 的中文写法；没有译文的按数据原样给出。null：没有内容。",
            ),
        ),
        NodeField(
            name="sources",
            description=Text("Sources of the link. Empty: none is recorded.", "该链接的来源。空：没有记录。"),
            kinds=("Source",),
            is_list=True,
        ),
        NodeField(name="from", description=Text("Where the step starts.", "本步的起点。")),
        NodeField(name="to", description=Text("Where the step ends.", "本步的终点。")),
    ),
)

PATH = RecordType(
    name="Path",
    description=Text("A chain of links between two nodes.", "两个节点之间的一串链接。"),
    fields=(
        Property(name="length", type=Scalar.INT, description=Text("Number of links.", "链接数。"), required=True),
        Property(
            name="strength",
            type=Scalar.FLOAT,
            description=Text(
                "Product of the links' weights: OFFICIAL 1, REPORTED 0.7, EDITORIAL 0.4, "
                "ILLUSTRATIVE 0.1. It orders paths; it measures nothing.",
                "各链接权重之积：OFFICIAL 1，REPORTED 0.7，EDITORIAL 0.4，ILLUSTRATIVE 0.1。只用于排序，不作度量。",
            ),
            required=True,
        ),
        RecordField(name="steps", description=Text("The links in order.", "各链接，按次序。"), record=PATH_STEP),
    ),
)


class Paths(Listing):
    """How two nodes are joined."""

    name = "paths"
    description = Text(
        "How two nodes are joined: shortest first, then strongest. Each kind of relationship "
        "occurs at most once in a path. Empty: no path within reach. A node that is not there: null, and NOT_FOUND.",
        "两个节点如何相连：短的在前，其次强的在前。每种关系在一条路径中至多出现一次。空："
        "范围内没有路径。节点不存在：null，并给出 NOT_FOUND。",
    )
    arguments = (
        NodeArgument(
            name="from",
            types=MODEL.node_types,
            need=None,
            description=Text("Where to start, as a rule on the diploma side (1).", "起点，一般在学历证书一侧（1）。"),
        ),
        NodeArgument(
            name="to",
            types=MODEL.node_types,
            need=None,
            description=Text(
                "Where to end, as a rule on the certificate side (X).", "终点，一般在职业技能等级证书一侧（X）。"
            ),
        ),
        ChoiceArgument(
            name="reach",
            annotation="PathReach",
            description=Text("How many links a path may have.", "一条路径最多有多少条链接。"),
            default="NEAR",
        ),
        ValueArgument(
            name=LINK_BASIS,
            annotation="list[Basis] | None",
            description=Text(
                "Only paths of which each link rests on one of these bases. Null: on any.",
                "只返回每条链接的依据均为其中之一的路径。null：不限。",
            ),
            default=None,
            check=some_values,
        ),
        first_rows(Text("Paths to give: 1 to 100.", "返回的路径数：1 至 100。")),
    )
    record = PATH
    codes = (PATH_REACH,)

    def cost_of(self, arguments: KnownArguments, selected: Collection[str]) -> int:  # noqa: ARG002
        """Charge far paths for the many ways that lead nowhere."""
        return COSTS[arguments.choice("reach")]

    def collect(self, request: QuestionRequest) -> Collected[RecordRow]:
        """Find the paths, cut, and read the links of those that are left."""
        start, end = (f"{request.types[each]} {{id: {request[each]}}}" for each in ("from", "to"))
        length = LENGTHS[request.choice("reach")]
        step = _step(request)
        rests = f"r.basis IN {request[LINK_BASIS]}" if request.has(LINK_BASIS) else ""
        counts = f" AND all(r IN relationships(p) WHERE {rests})" if rests else ""
        shown = f" AND all(n IN nodes(p) WHERE {visible('n')})"
        found = f"""
MATCH p = (a:{start})-[:{_EXPLAINING}*1..{length}]-(b:{end})
WITH p, [r IN relationships(p) | type(r)] AS kinds
WHERE all(k IN kinds WHERE size([x IN kinds WHERE x = k]) = 1){counts}{shown}
WITH p, length(p) AS steps,
     reduce(w = 1.0, r IN relationships(p) | w * CASE r.basis {_WEIGHT} ELSE 0.1 END) AS strength,
     reduce(t = '', n IN nodes(p) | t + n.id + ' ')
       + reduce(t = '', r IN relationships(p) | t + type(r) + ' ' + startNode(r).id + ' ') AS trail
ORDER BY steps, strength DESC, trail LIMIT {request["first"]}
WITH collect([p, steps, strength]) AS found
UNWIND range(0, size(found) - 1) AS rank
WITH rank, found[rank][0] AS p, found[rank][1] AS steps, found[rank][2] AS strength
UNWIND range(0, steps - 1) AS i
WITH rank, steps, strength, i, relationships(p)[i] AS r, nodes(p)[i] AS f, nodes(p)[i + 1] AS t
WITH rank, steps, strength, i, {step.text} AS step
ORDER BY rank, i
WITH rank, steps, strength, collect(step) AS links ORDER BY rank""".strip()
        links = Part("links", lambda rows: [*map(step.read, rows)])
        return collected(found, record(PATH, length="steps", strength="strength", steps=links))


_IS_FORWARD = "startNode(r).id = f.id"


class _Link(NamedTuple):
    """A link as it was walked."""

    kind: str
    is_forward: bool

    @property
    def field(self) -> str:
        kind = MODEL.relationships[self.kind]
        return kind.forward if self.is_forward else kind.backward

    @property
    def arrow(self) -> str:
        return f"-[{self.kind}]->" if self.is_forward else f"<-[{self.kind}]-"


class _Line(NamedTuple):
    """A link with the names of its ends."""

    start: str
    link: _Link
    end: str

    def __str__(self) -> str:
        return f"{self.start} {self.link.arrow} {self.end}"


_LINK = row(_Link, kind="type(r)", is_forward=_IS_FORWARD)
_LINE = row(_Line, start=_name_of("f"), link=_LINK, end=_name_of("t"))


class _Note(NamedTuple):
    """What a link says of its source."""

    kind: str
    note: str | None

    @property
    def label(self) -> str | None:
        return link_note_label(self.kind, self.note, "CHINESE")


_NOTE = row(_Note, kind="type(r)", note="r.sourceNote")
_NOTE_LABEL = Part(_NOTE.text, lambda note: _NOTE.read(note).label)


def _step(request: QuestionRequest) -> Part[RecordRow]:
    """Write the link ``r`` of a path, from ``f`` to ``t``."""
    return record(
        PATH_STEP,
        relationship="type(r)",
        isForward=_IS_FORWARD,
        field=Part(_LINK.text, lambda link: _LINK.read(link).field) if "field" in request.selected else None,
        line=Part(_LINE.text, lambda line: str(_LINE.read(line))) if "line" in request.selected else None,
        basis="r.basis",
        sourceNote="r.sourceNote",
        sourceNoteLabel=_NOTE_LABEL if "sourceNoteLabel" in request.selected else None,
        sources=sources_of("r", request.project),
        from_=request.project("from", "f", None),
        to=request.project("to", "t", None),
    )
