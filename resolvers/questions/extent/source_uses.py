"""``sourceUses``: what rests on a source, by type of node and of link, with how many and the first of each."""

from collections.abc import Iterable, Iterator

from graph.model import MODEL
from graph.model.core import Property, Relationship, Scalar, Text
from graph.model.drafts import visible
from graph.query import cypher
from resolvers.questions.argument_kinds import NodeArgument, ValueArgument, first_rows, up_to
from resolvers.questions.parts import Collected, collected, record
from resolvers.questions.question import Listing, QuestionRequest
from resolvers.questions.records import FIRST, NodeField, RecordField, RecordRow, RecordType, count_field

EXAMPLES_LARGEST = 20

SOURCE_USE_EXAMPLE = RecordType(
    name="SourceUseExample",
    description=Text("One fact that names the source.", "引用该来源的一条事实。"),
    fields=(
        NodeField(name="node", description=Text("The node, or where the link starts.", "节点，或链接的起点。")),
        NodeField(
            name="to",
            description=Text("Where the link ends. Null: the fact is a node.", "链接的终点。null：该事实为节点。"),
            is_optional=True,
        ),
    ),
)
SOURCE_USE = RecordType(
    name="SourceUse",
    description=Text("The facts of one type that name a source.", "引用某来源的某一类事实。"),
    fields=(
        Property(
            name="type",
            description=Text("Node type or relationship type, such as `Major`.", "节点类型或关系类型，如 `Major`。"),
            required=True,
        ),
        Property(
            name="isRelationship",
            type=Scalar.BOOLEAN,
            description=Text("Whether the facts are links.", "这类事实是否为链接。"),
            required=True,
        ),
        count_field("total", Text("How many there are, also beyond `examples`.", "总数，含未列出的部分。")),
        RecordField(
            name="examples",
            description=Text("The first of them, by id.", "其中的前几条，按 id 排列。"),
            record=SOURCE_USE_EXAMPLE,
            size="examples",
        ),
    ),
)


class SourceUses(Listing):
    """What rests on a source."""

    name = "sourceUses"
    cost = 10_000
    description = Text(
        "What rests on a source: the nodes and links that name it, counted by type, nodes first, the most first. Links "
        "that only place a node, such as a course in its standard, are not counted: the node is. A fact may name "
        "several sources. What a draft states counts for the editors of its college only. Empty: nothing names it. Not "
        "found: null, and NOT_FOUND.",
        "以某来源为依据的内容：引用它的节点与链接，按类型计数，节点在前，多的在前。只表示归属的链接（如课程属于标准）"
        "不另计，只计其节点。一条事实可引用多个来源。草稿所写只对所属院校的编辑者计入。空：没有内容引用它。"
        "未找到：null，并给出 NOT_FOUND。",
    )
    arguments = (
        NodeArgument(name="source", types=("Source",), need=None, description=Text("A Source.", "一个 Source 的 id。")),
        ValueArgument(
            name="examples",
            annotation="Int",
            description=Text(
                f"Facts to give of each type: 1 to {EXAMPLES_LARGEST}.",
                f"每类返回的事实条数：1 至 {EXAMPLES_LARGEST}。",
            ),
            default=5,
            check=up_to(EXAMPLES_LARGEST),
        ),
        first_rows(Text("Types to give: 1 to 100.", "返回的类型数：1 至 100。"), default=100),
    )
    record = SOURCE_USE

    def reads_whole(self, _: QuestionRequest) -> Iterable[str]:
        """Name every type that states facts."""
        yield from (each.name for each in MODEL.node_types.values() if each.is_fact)

    def collect(self, request: QuestionRequest) -> Collected[RecordRow]:
        """Find the facts of each type, and show the first of them."""
        found = ",\n  ".join(_facts(request["source"]))
        rows = f"""
UNWIND [
  {found}
] AS each
WITH each[0] AS type, each[1] AS linked, each[2] AS facts WHERE size(facts) > 0
WITH type, linked, facts ORDER BY linked, size(facts) DESC, type LIMIT {request[FIRST]}""".strip()
        columns = record(
            SOURCE_USE, type="type", isRelationship="linked", total="size(facts)", examples=_examples(request)
        )
        return collected(rows, columns)


def _examples(request: QuestionRequest) -> str | None:
    if "examples" not in request.selected:
        return None
    end = request.project("to", "m", None)
    shown = record(
        SOURCE_USE_EXAMPLE,
        node=request.project("node", "n", None),
        to=f"CASE WHEN m IS NULL THEN null ELSE {end} END",
    )
    first = f"UNWIND facts[..{request['examples']}] AS fact WITH fact[0] AS n, fact[1] AS m"
    return cypher.collect(first, f"RETURN {shown.text}")


def _facts(source: str) -> Iterator[str]:
    """Write for each type of facts its name, whether it links, and its facts that name the source, by their ends."""
    for node_type in MODEL.node_types.values():
        if node_type.is_fact:
            named = f"{source} IN n.sourceIds{_if_visible('n', node_type.name)}"
            found = cypher.collect(f"MATCH (n:{node_type.name}) WHERE {named}", "RETURN [n, null] ORDER BY n.id")
            yield f"['{node_type.name}', false, {found}]"
    for link in MODEL.relationships.values():
        if not link.structural:
            yield f"['{link.type}', true, {_links(link, source)}]"


def _links(link: Relationship, source: str) -> str:
    shown = "".join(_if_visible(variable, end) for variable, end in (("n", link.start), ("m", link.end)))
    found = f"MATCH (n:{link.start})-[r:{link.type}]->(m:{link.end}) WHERE {source} IN r.sourceIds{shown}"
    return cypher.collect(found, "RETURN [n, m] ORDER BY n.id, m.id")


def _if_visible(variable: str, node_type: str) -> str:
    return f" AND {visible(variable)}" if MODEL.node_types[node_type].has_drafts else ""
