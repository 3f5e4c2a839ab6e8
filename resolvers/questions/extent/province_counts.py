"""``counts``: how many colleges, plans or figures each province has, for a map."""

from collections.abc import Iterable
from typing import NamedTuple

from graph.model import MODEL
from graph.model.core import CodeList, Text
from graph.model.drafts import visible
from graph.query import cypher
from resolvers.questions.argument_kinds import ChoiceArgument, first_rows
from resolvers.questions.parts import Collected, collected, record
from resolvers.questions.question import Listing, QuestionRequest
from resolvers.questions.records import FIRST, NodeField, RecordRow, RecordType, count_field
from resolvers.questions.shared.national import is_real


class _Counted(NamedTuple):
    """A type, and how its nodes ``n`` are found from a province ``v``."""

    node_type: str
    path: str


_COUNTED = {
    "COLLEGE": _Counted("College", "(v)<-[:LOCATED_IN]-(n:College)"),
    "TRAINING_PLAN": _Counted("TrainingPlan", "(v)<-[:LOCATED_IN]-(:College)-[:HAS_PLAN]->(n:TrainingPlan)"),
    "PROGRAMME_GROUP": _Counted(
        "ProgrammeGroup", "(v)<-[:LOCATED_IN]-(:College)-[:HAS_PROGRAMME_GROUP]->(n:ProgrammeGroup)"
    ),
    "PILOT_RECORD": _Counted("PilotRecord", "(v)<-[:COUNTED_IN]-(n:PilotRecord)"),
}
COUNTED_KIND = CodeList(
    "CountedKind",
    Text("What is counted for each province.", "按省份统计的对象。"),
    {code: Text(f"{each.node_type}.", f"{MODEL.node_types[each.node_type].term}。") for code, each in _COUNTED.items()},
)
COUNTED_BY = CodeList(
    "CountedBy",
    Text("By what is counted.", "统计的维度。"),
    {"PROVINCE": Text("By the province of the college, or of the figure.", "按院校或数据所属的省份。")},
)

PROVINCE_COUNT = RecordType(
    name="ProvinceCount",
    description=Text("How many a province has.", "一个省份的数量。"),
    fields=(
        NodeField(name="province", description=Text("The province.", "省份。"), kinds=("Province",)),
        count_field("total", Text("How many it has in the graph.", "图中收录的数量。")),
    ),
)


class ProvinceCounts(Listing):
    """How many each province has."""

    name = "counts"
    cost = 300
    description = Text(
        "How many nodes of a type each province has in the graph, by the code of the province. A draft counts for the "
        "editors of its college only. What is made up (ILLUSTRATIVE) does not count, nor what has no province. 0 says "
        "that the graph has none, not that there is none.",
        "各省份在图中收录的某类对象的数量，按省份代码排列；草稿只对所属院校的编辑者计入。示例数据（ILLUSTRATIVE）"
        "和不属于任何省份的对象不计。0 表示未收录，不表示不存在。",
    )
    arguments = (
        ChoiceArgument(
            name="of",
            annotation="CountedKind",
            description=Text("What to count.", "统计的对象。"),
        ),
        ChoiceArgument(
            name="by",
            annotation="CountedBy",
            description=Text("By what to count.", "统计的维度。"),
            default="PROVINCE",
        ),
        first_rows(Text("Provinces to give: 1 to 100.", "返回的省份数：1 至 100。"), default=100),
    )
    record = PROVINCE_COUNT
    codes = (COUNTED_KIND, COUNTED_BY)

    def reads_whole(self, request: QuestionRequest) -> Iterable[str]:
        """Name what is counted, and where."""
        yield from ("Province", _COUNTED[request.choice("of")].node_type)

    def collect(self, request: QuestionRequest) -> Collected[RecordRow]:
        """Count at each province."""
        counted = _COUNTED[request.choice("of")]
        shown = f" AND {visible('n')}" if MODEL.node_types[counted.node_type].has_drafts else ""
        total = cypher.count(f"MATCH {counted.path}", f"WHERE {is_real('n')}{shown}")
        columns = record(PROVINCE_COUNT, province=request.project("province", "v", "Province"), total="total")
        rows = f"MATCH (v:Province)\nWITH v, {total} AS total ORDER BY v.code LIMIT {request[FIRST]}"
        return collected(rows, columns)
