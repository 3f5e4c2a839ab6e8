"""``releaseAudit``: what a release of the seeds holds compared with the one before, and whether the graph is sound.

A load already refuses to lose anything without a reason (seeds.release); this shows what the releases recorded. The
checks speak of the graph as it is now. They read whole types, so each is made only where it is selected.
"""

from collections.abc import Collection, Sequence
from typing import Any, NamedTuple

from analysis.counts import compare_counts
from graph.errors import NotFoundError
from graph.model import MODEL
from graph.model.core import BASIS, CodeList, Property, Scalar, Text
from graph.model.course_sides import COURSE_SIDES, EVIDENCE_PATHS
from graph.model.drafts import published
from graph.query import cypher
from graph.upkeep.cover_links import EXAMPLES, missing_covers, wrong_covers
from resolvers.questions.argument_kinds import NameArgument, first_rows
from resolvers.questions.parts import Part, chain, count, one, record, row, rows
from resolvers.questions.question import Analysis, KnownArguments, QuestionRequest, Values
from resolvers.questions.records import FIRST, NodeField, RecordField, RecordRow, RecordType, count_field

RELEASE_AUDIT_STATE = CodeList(
    "ReleaseAuditState",
    Text("Whether a release could be compared with another.", "一个数据版本能否与另一个比较。"),
    {
        "COMPARED": Text(
            "There is a release before it; the counts stand side by side.", "此前有数据版本，计数可以对照。"
        ),
        "NOTHING_BEFORE": Text(
            "No earlier release is recorded in this graph, so nothing can be said of what was lost.",
            "图中没有记录更早的数据版本，因此无从说明是否有缺失。",
        ),
    },
)

_FACTS = tuple(each.name for each in MODEL.node_types.values() if each.is_fact)
_ORDER = (*MODEL.node_types, *MODEL.relationships)


_TYPE = (
    Property(
        name="name",
        description=Text("Node type or relationship type, as the model names it.", "模型中的节点类型或关系类型。"),
        required=True,
    ),
    Property(
        name="isRelationship",
        type=Scalar.BOOLEAN,
        description=Text("Whether it is a relationship type.", "是否为关系类型。"),
        required=True,
    ),
)

RELEASE_COUNT = RecordType(
    name="ReleaseCount",
    description=Text("How many of one type two releases hold.", "两个数据版本中同一类型的数量。"),
    fields=(
        *_TYPE,
        Property(
            name="before",
            type=Scalar.INT,
            description=Text(
                "In the release before. Null: nothing to compare with.", "前一版本中的数量。null：无可比较。"
            ),
        ),
        count_field("after", Text("In the release asked about.", "所问版本中的数量。")),
        Property(
            name="difference",
            type=Scalar.INT,
            description=Text("after - before. Null: nothing to compare with.", "变化后减变化前。null：无可比较。"),
        ),
        Property(
            name="fell",
            type=Scalar.BOOLEAN,
            description=Text(
                "Whether there are fewer than before. Null: nothing to compare with.", "是否比以前少。null：无可比较。"
            ),
        ),
    ),
)

COVER_LINK_CHECK = RecordType(
    name="CoverLinkCheck",
    description=Text(
        "The cover links against the alignments that they are derived from.", "覆盖链接与其所依据的对接的对照。"
    ),
    fields=(
        count_field(
            "missing",
            Text(
                "Accepted alignments of a covering kind without their cover link.",
                "类型可覆盖、已采纳却没有覆盖链接的对接数。",
            ),
        ),
        count_field(
            "wrong",
            Text(
                "Cover links whose alignment is not accepted, is not there, or says something else.",
                "其对接未采纳、不存在或内容不符的覆盖链接数。",
            ),
        ),
        Property(
            name="missingIds",
            description=Text(
                f"Ids of such alignments, at most {EXAMPLES} of a kind of course.",
                f"此类对接的 id，每类课程最多 {EXAMPLES} 个。",
            ),
            many=True,
        ),
        Property(
            name="wrongIds",
            description=Text(
                f"Ids of the alignments such links name, at most {EXAMPLES} of a kind of course.",
                f"此类链接所写对接的 id，每类课程最多 {EXAMPLES} 个。",
            ),
            many=True,
        ),
    ),
)

FACT_COUNT = RecordType(
    name="FactCount",
    description=Text(
        "The facts of one type and basis in the graph, editors' included.",
        "图中同一类型、同一依据的事实，含编辑者所加。",
    ),
    fields=(
        *_TYPE,
        Property(
            name="basis",
            type=BASIS,
            description=Text(
                "On what they rest. Null: they carry none, which is a fault.", "所依据的 basis。null：没有，属于错误。"
            ),
        ),
        count_field("facts", Text("Nodes or relationships.", "节点数或关系数。")),
        count_field("withoutSource", Text("Of them those that name no source.", "其中没有写明来源的数量。")),
    ),
)

REPEATED_CODE = RecordType(
    name="RepeatedCode",
    description=Text("A code that majors of several editions have.", "多个目录版本的专业共用的代码。"),
    fields=(
        Property(name="code", description=Text("The code.", "代码。"), required=True),
        NodeField(
            name="majors",
            description=Text("The majors, by edition.", "各专业，按目录版本。"),
            kinds=("Major",),
            is_list=True,
        ),
    ),
)

GRAPH_CHECKS = RecordType(
    name="GraphChecks",
    description=Text(
        "Checks of the graph as it is now, whichever releases are compared. Each reads whole types.",
        "对当前图的检查，与所比较的版本无关。每项检查读取整个类型。",
    ),
    fields=(
        RecordField(
            name="coverLinks",
            description=Text("Cover links against alignments.", "覆盖链接与对接的对照。"),
            record=COVER_LINK_CHECK,
            is_list=False,
        ),
        RecordField(
            name="facts",
            description=Text(
                "Facts by type and basis, and those without a source.", "按类型与依据统计的事实，以及没有来源的事实。"
            ),
            record=FACT_COUNT,
        ),
        count_field(
            "repeatedCodeCount",
            Text(
                "Codes of majors that occur in several editions of the catalogue.", "在多个目录版本中出现的专业代码数。"
            ),
        ),
        RecordField(
            name="repeatedCodes",
            description=Text(
                "The first of these codes: no fault, but a code alone names no major.",
                "其中靠前的代码：不是错误，但仅凭代码不能确定专业。",
            ),
            record=REPEATED_CODE,
            size=FIRST,
        ),
    ),
)

RELEASE_AUDIT = RecordType(
    name="ReleaseAudit",
    description=Text(
        "What a release of the seeds holds, and what changed against the one before.",
        "一个数据版本包含什么，与前一版本相比有何变化。",
    ),
    fields=(
        Property(
            name="state",
            type=RELEASE_AUDIT_STATE,
            description=Text("Whether there was something to compare with.", "是否有可比较的版本。"),
            required=True,
        ),
        NodeField(name="release", description=Text("The release asked about.", "所问的数据版本。"), kinds=("Release",)),
        NodeField(
            name="previous",
            description=Text(
                "The release it is compared with. Empty: none is recorded.", "用来比较的数据版本。空：没有记录。"
            ),
            kinds=("Release",),
            is_list=True,
            size=1,
        ),
        Property(
            name="lossReason",
            description=Text(
                "Why the load of this release was allowed to lose facts. Null: it lost none, or replaced none.",
                "该版本装载时允许缺失事实的理由。null：没有缺失，或没有替换任何版本。",
            ),
        ),
        Property(
            name="typesFallen",
            type=Scalar.INT,
            description=Text(
                "Types of which there are fewer than before. Null: nothing to compare with.",
                "比以前少的类型数。null：无可比较。",
            ),
        ),
        RecordField(
            name="counts",
            description=Text(
                "Types in the model's order. Equal counts may hide a fact lost and another gained.",
                "各类型，按模型次序。数量相同也可能一失一得。",
            ),
            record=RELEASE_COUNT,
        ),
        RecordField(
            name="checks",
            description=Text("Checks of the graph; asked for, not free.", "对图的检查；须另行选取，有计算开销。"),
            record=GRAPH_CHECKS,
            is_list=False,
        ),
    ),
)


class _Release(NamedTuple):
    """A release; ``counts`` are lines such as ``Major 1455``."""

    counts: list[str]
    loss_reason: str | None
    node: Any


class _Found(NamedTuple):
    """How many alignments were found of one kind of course, and the first of them."""

    number: int
    examples: list[str]


class _Parts(NamedTuple):
    """The releases, and the checks that are selected."""

    release: _Release | None
    previous: _Release | None
    missing: list[_Found] | None
    wrong: list[_Found] | None
    facts: list[RecordRow] | None
    repeated_count: int | None
    repeated: list[RecordRow] | None


# Of the checks, in values.
_COSTS = {"coverLinks": 1_000, "facts": 4_000, "repeatedCodeCount": 200, "repeatedCodes": 200}


class ReleaseAudit(Analysis[_Parts]):
    """What a release of the seeds holds, and whether the graph is sound."""

    name = "releaseAudit"
    cost = 50
    description = Text(
        "What a release of the seeds holds against another, with a flag where a count fell and "
        "the reason the load was given; and checks of the graph. A load refuses to lose anything "
        "silently. Where only one release is recorded `state` says NOTHING_BEFORE. Not found: "
        "null, and NOT_FOUND.",
        "一个数据版本与另一版本的对照：数量减少处有标记并给出装载时的理由；以及对图的检查。"
        "装载不允许事实悄然缺失。只有一个版本时 `state` 为 NOTHING_BEFORE。未找到：null，并给出 "
        "NOT_FOUND。",
    )
    arguments = (
        NameArgument(
            name="from",
            type="Release",
            description=Text(
                "Name of the release to compare with. By default the one of the same layer before `to`.",
                "用来比较的数据版本名称。默认为同一目录在 `to` 之前装载的版本。",
            ),
            default=None,
        ),
        NameArgument(
            name="to",
            type="Release",
            description=Text(
                "Name of the release asked about. By default the current one, of several the one loaded last.",
                "所问的数据版本名称。默认为当前版本；有多个时为最后装载的。",
            ),
            default=None,
        ),
        first_rows(Text("Repeated codes to give: 1 to 100.", "返回的重复代码数：1 至 100。")),
    )
    record = RELEASE_AUDIT
    codes = (RELEASE_AUDIT_STATE,)

    def cost_of(self, arguments: KnownArguments, selected: Collection[str]) -> int:  # noqa: ARG002
        """Charge each check that is asked for: it reads whole types."""
        return sum(cost for name, cost in _COSTS.items() if name in selected) or self.cost

    def reads_whole(self, request: QuestionRequest) -> Collection[str]:
        """Releases, and the types that the selected checks count."""
        whole = {"Release"}
        if "coverLinks" in request.selected:
            whole |= {"Alignment", "SkillRequirement", *(each.course for each in COURSE_SIDES)}
        if "facts" in request.selected:
            whole |= {*_FACTS, *_STARTS}
        if _REPEATED & request.selected:
            whole.add("Major")
        return whole

    def read(self, request: QuestionRequest) -> Part[_Parts]:
        """Read both releases, and make the checks that are selected."""
        has_links, has_facts = ("coverLinks" in request.selected), ("facts" in request.selected)
        has_repeated = bool(_REPEATED & request.selected)
        chosen = f"(({request['to']} IS NULL AND t.isCurrent) OR t.name = {request['to']})"
        release = f"MATCH (t:Release) WHERE {chosen} WITH t ORDER BY t.loadedAt DESC, t.id LIMIT 1"
        before = "f.layer = t.layer AND f.loadedAt < t.loadedAt"
        earlier = f"({request['from']} IS NULL AND {before}) OR f.name = {request['from']}"
        previous = f"{release} MATCH (f:Release) WHERE {earlier} WITH f ORDER BY f.loadedAt DESC, f.id LIMIT 1"
        return row(
            _Parts,
            release=_release(release, "t", request.project("release", "t", "Release")),
            previous=_release(previous, "f", request.project("previous", "f", "Release")),
            missing=chain(*(_alignments(missing_covers(each)) for each in EVIDENCE_PATHS)) if has_links else None,
            wrong=chain(*(_alignments(wrong_covers(each.covers)) for each in COURSE_SIDES)) if has_links else None,
            facts=_facts() if has_facts else None,
            repeated_count=count(f"{_SEVERAL_EDITIONS} RETURN code") if has_repeated else None,
            repeated=_repeated(request) if has_repeated else None,
        )

    def answer(self, parts: _Parts, _: Values) -> RecordRow:
        """Compare the counts. Raises: NotFoundError where nothing is loaded."""
        release, previous = parts.release, parts.previous
        if release is None:
            raise NotFoundError("Release", "isCurrent: true")
        counts = compare_counts(previous and _parsed(previous.counts), _parsed(release.counts), _ORDER)
        return RELEASE_AUDIT.row(
            state="COMPARED" if previous else "NOTHING_BEFORE",
            release=release.node,
            previous=[previous.node] if previous else [],
            lossReason=release.loss_reason,
            typesFallen=sum(bool(each.fell) for each in counts) if previous else None,
            counts=[
                RELEASE_COUNT.row(
                    name=each.name,
                    isRelationship=_is_relationship(each.name),
                    before=each.before,
                    after=each.after,
                    difference=each.difference,
                    fell=each.fell,
                )
                for each in counts
            ],
            checks=GRAPH_CHECKS.row(
                coverLinks=_cover_links(parts.missing or (), parts.wrong or ()),
                facts=parts.facts,
                repeatedCodeCount=parts.repeated_count,
                repeatedCodes=parts.repeated,
            ),
        )


# ---- the parts

_REPEATED = frozenset({"repeatedCodes", "repeatedCodeCount"})
_STARTS = tuple(dict.fromkeys(each.start for each in MODEL.relationships.values()))
_SEVERAL_EDITIONS = (
    "MATCH (m:Major) WITH m.code AS code, count(DISTINCT m.edition) AS editions WHERE code IS NOT NULL AND editions > 1"
)


def _release(found: str, variable: str, node: str) -> Part[_Release | None]:
    columns = row(_Release, counts=f"{variable}.counts", loss_reason=f"{variable}.lossReason", node=node)
    return one(rows(found, columns))


def _alignments(found: str) -> Part[list[_Found]]:
    """Count alignments, and read the first of them."""
    ids = "WITH alignment ORDER BY alignment WITH collect(alignment) AS ids"
    return rows(f"{found} {ids}", row(_Found, number="size(ids)", examples=f"ids[..{EXAMPLES}]"))


def _facts() -> Part[list[RecordRow]]:
    """Count the facts by basis, of each node type, and of the links that start at each."""
    return chain(
        *(_facts_of(f"(x:{each}){_but_drafts('x', each)}", f"'{each}'", is_relationship=False) for each in _FACTS),
        *(_facts_of(_links_from(each), "type(x)", is_relationship=True) for each in _STARTS),
    )


def _links_from(start: str) -> str:
    """Write the links ``x`` that start at a type, but those of drafts, which count in no figure of the country."""
    if MODEL.node_types[start].has_drafts:
        return f"(s:{start})-[x]->(){_but_drafts('s', start)}"
    ends = {each.end for each in MODEL.relationships.values() if each.start == start}
    if any(MODEL.node_types[each].has_drafts for each in ends):
        return f"(:{start})-[x]->(e) WHERE {published('e')}"
    return f"(:{start})-[x]->()"


def _but_drafts(variable: str, node_type: str) -> str:
    return f" WHERE {published(variable)}" if MODEL.node_types[node_type].has_drafts else ""


def _facts_of(pattern: str, name: str, *, is_relationship: bool) -> Part[list[RecordRow]]:
    bare = "sum(CASE WHEN x.sourceIds IS NULL OR size(x.sourceIds) = 0 THEN 1 ELSE 0 END)"
    columns = record(
        FACT_COUNT,
        name="name",
        isRelationship="true" if is_relationship else "false",
        basis="basis",
        facts="facts",
        withoutSource="bare",
    )
    found = f"MATCH {pattern} WITH {name} AS name, x.basis AS basis, count(x) AS facts, {bare} AS bare"
    return rows(found, columns, order="name, basis")


def _repeated(request: QuestionRequest) -> Part[list[RecordRow]]:
    """Read the first of the codes that occur in several editions, with their majors."""
    major = request.project("majors", "n", "Major")
    majors = cypher.collect(
        f"MATCH {cypher.node_pattern('n:Major', code='code')}", f"RETURN {major} ORDER BY n.edition, n.id"
    )
    first = f"{_SEVERAL_EDITIONS} WITH code ORDER BY code LIMIT {request['first']}"
    return rows(first, record(REPEATED_CODE, code="code", majors=majors), order="code")


# ---- the records


def _parsed(lines: list[str]) -> dict[str, int]:
    """Read the counts of a release."""
    return {name: int(number) for name, _, number in (each.rpartition(" ") for each in lines)}


def _is_relationship(name: str) -> bool:
    # Relationship types are written in capitals; so are those that the model no longer has.
    return name in MODEL.relationships or name.isupper()


def _cover_links(missing: Sequence[_Found], wrong: Sequence[_Found]) -> RecordRow:
    return COVER_LINK_CHECK.row(
        missing=sum(each.number for each in missing),
        wrong=sum(each.number for each in wrong),
        missingIds=[key for each in missing for key in each.examples],
        wrongIds=[key for each in wrong for key in each.examples],
    )
