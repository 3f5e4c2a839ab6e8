"""``knownExtent``: what the graph holds of what is known to exist, with the published figure and its source."""

from collections.abc import Iterable, Mapping

from graph.model import MODEL
from graph.model.core import Property, Text
from graph.model.extents import EXTENTS, KNOWN_EXTENT_OF, Extent, Linked
from graph.query import cypher
from resolvers.questions.argument_kinds import first_rows
from resolvers.questions.parts import Collected, collected, record
from resolvers.questions.question import Listing, QuestionRequest
from resolvers.questions.records import FIRST, NodeField, RecordRow, RecordType, count_field

KNOWN_EXTENT = RecordType(
    name="KnownExtent",
    description=Text(
        "How much of something the graph holds, next to how much is known to exist.", "已收录数与已知总数。"
    ),
    fields=(
        Property(name="of", type=KNOWN_EXTENT_OF, description=Text("What is counted.", "统计的对象。"), required=True),
        count_field("gathered", Text("How many the graph holds.", "图中收录数。")),
        count_field(
            "published",
            Text("How many exist, by the figure. Null: no source says.", "已知总数，依所引数据。null：没有来源说明。"),
            required=False,
        ),
        NodeField(
            name="statistic",
            description=Text(
                "The figure, with its day and sources. Null: no source says.",
                "所引数据及其时间与来源。null：没有来源说明。",
            ),
            kinds=("Statistic",),
            is_optional=True,
        ),
    ),
)


class KnownExtent(Listing):
    """What is here of what is known to exist."""

    name = "knownExtent"
    cost = 2000
    description = Text(
        "What the graph holds of what is known to exist: standards, certificates, majors and others, each with the "
        "published figure and its source.",
        "图中收录了已知存在的多少：教学标准、证书、专业等，各附公布数据及来源。",
    )
    arguments = (first_rows(Text("Rows to give: 1 to 100.", "返回的行数：1 至 100。"), default=100),)
    record = KNOWN_EXTENT
    codes = (KNOWN_EXTENT_OF,)

    def reads_whole(self, _: QuestionRequest) -> Iterable[str]:
        """Name what is counted, and what it may be linked to."""
        for each in EXTENTS:
            yield each.node_type
            linked = each.linked
            while linked:
                declared = MODEL.relationships[linked.relationship]
                yield from (declared.start, declared.end)
                linked = linked.linked

    def collect(self, request: QuestionRequest) -> Collected[RecordRow]:
        """Count each, and look up its figure."""
        of_each = ", ".join(_extent(each, request) for each in EXTENTS)
        columns = record(KNOWN_EXTENT, of="each[0]", gathered="each[1]", published="each[2][0]", statistic="each[2][1]")
        return collected(f"UNWIND [{of_each}] AS each\nWITH each LIMIT {request[FIRST]}", columns)


def _extent(extent: Extent, request: QuestionRequest) -> str:
    statistic = _node("s:Statistic", {"id": MODEL.node_types["Statistic"].id_of({"code": extent.statistic})})
    figure = cypher.collect(
        f"MATCH {statistic}",
        f"RETURN [toInteger(s.value), {request.project('statistic', 's', 'Statistic')}]",
    )
    return f"['{extent.code}', {cypher.count(_match(extent))}, coalesce(head({figure}), [null, null])]"


def _match(extent: Extent) -> str:
    """Write what is counted, from constants of the model."""
    counted = f"MATCH {_node(f'n:{extent.node_type}', extent.where)}"
    if extent.linked is None:
        return counted
    return f"{counted} WHERE {cypher.exists(f'MATCH (n){_path(extent.linked)}')}"


def _path(linked: Linked) -> str:
    declared = MODEL.relationships[linked.relationship]
    other = _node(f":{declared.end if linked.is_forward else declared.start}", linked.where)
    link = f"-[:{declared.type}]->{other}" if linked.is_forward else f"<-[:{declared.type}]-{other}"
    return link + (_path(linked.linked) if linked.linked else "")


def _node(name: str, where: Mapping[str, str]) -> str:
    return cypher.node_pattern(name, **{key: f"'{value}'" for key, value in where.items()}) if where else f"({name})"
