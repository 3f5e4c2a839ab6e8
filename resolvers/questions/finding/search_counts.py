"""``searchCounts``: how many nodes of each kind a search finds, next to the few hits that a page shows."""

from collections.abc import Iterable
from typing import Any

from graph.model.core import Property, Text
from graph.query.plan import Bind, Inputs
from resolvers.questions.argument_kinds import binds_of, first_rows
from resolvers.questions.finding.search import (
    KIND_OF_TYPE,
    KINDS_ARGUMENT,
    SEARCHED,
    TEXT_ARGUMENT,
    check_kinds,
    types_of,
)
from resolvers.questions.parts import Collected, collected, record
from resolvers.questions.question import KnownArguments, Listing, QuestionRequest
from resolvers.questions.records import FIRST, RecordRow, RecordType, count_field
from resolvers.request.field_meanings import NODE_KIND
from resolvers.request.selection import FieldRequest

COUNTED_LARGEST = 1000
_COUNTS = "counts"

SEARCH_COUNT = RecordType(
    name="SearchCount",
    description=Text("How many nodes of a kind a text was found in.", "某一类型的命中数。"),
    fields=(
        Property(name="kind", type=NODE_KIND, description=Text("Type of the nodes.", "节点类型。"), required=True),
        count_field(
            "total",
            Text(
                f"Nodes that have the text; {COUNTED_LARGEST} stands for that many and more.",
                f"含该文本的节点数；{COUNTED_LARGEST} 表示不少于此数。",
            ),
        ),
    ),
)


class SearchCounts(Listing):
    """How many nodes a search finds, by kind."""

    name = "searchCounts"
    cost = 600
    description = Text(
        "How many nodes of each kind `search` finds for a text, most first, without what only looks like it. Kinds "
        "without any are left out. Empty: nothing found.",
        "`search` 在各类型中的命中数，由多到少，不含仅相近的；没有命中的类型从略。空：没有找到。",
    )
    arguments = (
        TEXT_ARGUMENT,
        KINDS_ARGUMENT,
        first_rows(Text("Kinds to give: 1 to 100.", "返回的类型数：1 至 100。"), default=100),
    )
    record = SEARCH_COUNT
    directory_types = frozenset(SEARCHED)

    def check(self, arguments: KnownArguments) -> None:
        """Refuse a kind without texts."""
        check_kinds(arguments)

    def binds(self, request: FieldRequest) -> Iterable[Bind]:
        """Bind the counts."""
        given = {each.label: each for each in binds_of(self.arguments, request.arguments)}

        def counts(inputs: Inputs) -> list[dict[str, Any]]:
            types = types_of(request.arguments)
            found = inputs.directory.counts(given["text"].read(inputs), types, COUNTED_LARGEST)
            values = [{"kind": KIND_OF_TYPE[each.node_type], "total": each.total} for each in found]
            return values[: given[FIRST].read(inputs)]

        yield given[FIRST]
        yield Bind(_COUNTS, counts)

    def collect(self, request: QuestionRequest) -> Collected[RecordRow]:
        """Give the counts as they are: the directory made them."""
        columns = record(SEARCH_COUNT, kind="counted.kind", total="counted.total")
        return collected(f"UNWIND {request[_COUNTS]} AS counted\nWITH counted", columns)
