"""``releaseAudit``: what a release of the seeds holds beside the one before, and whether the graph is sound.

A load already refuses to lose anything without a reason (seeds.release); this shows what the releases recorded. The
checks speak of the graph as it is now. They read whole types, so each is made only where it is selected.
"""

from collections.abc import Callable, Mapping
from typing import Any

from analysis.counts import Count, compared
from graph.errors import NotFoundError
from graph.model import MODEL
from graph.model.alignments import COVERING
from graph.model.core import BASIS, CodeList, Property, Scalar
from graph.model.sides import COURSE_SIDES, EVIDENCE_PATHS
from graph.query.plan import Bind, Inputs, ProjectNode, Root
from graph.upkeep.cover_links import EXAMPLES, missing_covers, wrong_covers
from resolvers.questions.declared_field import DeclaredField, QuestionStatement, call
from resolvers.questions.records import FIRST, NodeField, RecordField, RecordType
from resolvers.request.arguments import page_size
from resolvers.request.declarations import Argument
from resolvers.request.field_meanings import PAGE_DEFAULT
from resolvers.request.selection import Collector, FieldRequest
from resolvers.request.variables import bind

STATE = CodeList(
    "ReleaseAuditState",
    "Whether a release could be compared with another.",
    {
        "COMPARED": "There is a release before it; the counts stand side by side.",
        "NOTHING_BEFORE": "No earlier release is recorded in this graph, so nothing can be said of what was lost.",
    },
)

_FACTS = tuple(each.name for each in MODEL.node_types.values() if each.is_fact)
_ORDER = (*MODEL.node_types, *MODEL.relationships)


def _count(name: str, description: str) -> Property:
    return Property(name=name, type=Scalar.INT, description=description, required=True)


_TYPE = (
    Property(name="name", description="Node type or relationship type, as the model names it.", required=True),
    Property(
        name="isRelationship", type=Scalar.BOOLEAN, description="Whether it is a relationship type.", required=True
    ),
)

COUNT = RecordType(
    name="ReleaseCount",
    description="How many of one type two releases hold.",
    fields=(
        *_TYPE,
        Property(name="before", type=Scalar.INT, description="In the release before. Null: nothing to compare with."),
        _count("after", "In the release asked about."),
        Property(name="difference", type=Scalar.INT, description="after - before. Null: nothing to compare with."),
        Property(
            name="fell",
            type=Scalar.BOOLEAN,
            description="Whether there are fewer than before. Null: nothing to compare with.",
        ),
    ),
)

COVER_LINKS = RecordType(
    name="CoverLinkCheck",
    description="The cover links against the alignments that they are derived from.",
    fields=(
        _count("missing", "Accepted alignments of a covering kind without their cover link."),
        _count("wrong", "Cover links whose alignment is not accepted, is not there, or says something else."),
        Property(
            name="missingIds", description=f"Ids of such alignments, at most {EXAMPLES} of a kind of course.", many=True
        ),
        Property(
            name="wrongIds",
            description=f"Ids of the alignments such links name, at most {EXAMPLES} of a kind of course.",
            many=True,
        ),
    ),
)

FACT_COUNT = RecordType(
    name="FactCount",
    description="The facts of one type and basis in the graph, editors' included.",
    fields=(
        *_TYPE,
        Property(name="basis", type=BASIS, description="On what they rest. Null: they carry none, which is a fault."),
        _count("facts", "Nodes or relationships."),
        _count("withoutSource", "Of them those that name no source."),
    ),
)

REPEATED = RecordType(
    name="RepeatedCode",
    description="A code that majors of several editions have.",
    fields=(
        Property(name="code", description="The code.", required=True),
        NodeField(name="majors", description="The majors, by edition.", kinds=("Major",), is_list=True),
    ),
)

CHECKS = RecordType(
    name="GraphChecks",
    description="Checks of the graph as it is now, whichever releases are compared. Each reads whole types.",
    fields=(
        RecordField(
            name="coverLinks", description="Cover links against alignments.", record=COVER_LINKS, is_list=False
        ),
        RecordField(
            name="facts", description="Facts by type and basis, and those without a source.", record=FACT_COUNT
        ),
        _count("repeatedCodeCount", "Codes of majors that occur in several editions of the catalogue."),
        RecordField(
            name="repeatedCodes",
            description="The first of these codes: no fault, but a code alone names no major.",
            record=REPEATED,
            size=FIRST,
        ),
    ),
)

AUDIT = RecordType(
    name="ReleaseAudit",
    description="What a release of the seeds holds, and what changed against the one before.",
    fields=(
        Property(name="state", type=STATE, description="Whether there was something to compare with.", required=True),
        NodeField(name="release", description="The release asked about.", kinds=("Release",)),
        NodeField(
            name="previous",
            description="The release it is compared with. Empty: none is recorded.",
            kinds=("Release",),
            is_list=True,
            size=1,
        ),
        Property(
            name="lossReason",
            description="Why the load of this release was allowed to lose facts. Null: it lost none, or replaced none.",
        ),
        Property(
            name="typesFallen",
            type=Scalar.INT,
            description="Types of which there are fewer than before. Null: nothing to compare with.",
        ),
        RecordField(
            name="counts",
            description="Types in the model's order. Equal counts may hide a fact lost and another gained.",
            record=COUNT,
        ),
        RecordField(
            name="checks", description="Checks of the graph; asked for, not free.", record=CHECKS, is_list=False
        ),
    ),
)


# ---- the query plan


def _plan(collector: Collector, request: FieldRequest) -> Root:
    given = request.arguments
    selected = frozenset(
        check.name for part in collector.below(request) if part.name == "checks" for check in collector.below(part)
    )
    binds = (
        bind("from", given.get("from")),
        bind("to", given.get("to")),
        Bind("kinds", lambda _: sorted(COVERING)),
        page_size(given),
    )
    by_label = {each.label: each for each in binds}

    def missing(inputs: Inputs) -> NotFoundError:
        names = [by_label[label].read(inputs) for label in ("from", "to")]
        return NotFoundError("Release", " / ".join(each for each in names if each) or "isCurrent: true")

    declared = QuestionStatement(
        "releaseAudit",
        _writer(selected),
        reads_whole=_read_whole(selected),
        fold=lambda raw, inputs: _fold(raw, by_label, inputs),
    )
    return call(collector, request, AUDIT, binds, declared, is_list=False, missing=missing)


def _read_whole(selected: frozenset[str]) -> frozenset[str]:
    whole = {"Release"}
    if "coverLinks" in selected:
        whole |= {"Alignment", "SkillRequirement", *(each.course for each in COURSE_SIDES)}
    if "facts" in selected:
        whole |= {*_FACTS, *(each.start for each in MODEL.relationships.values())}
    if selected & {"repeatedCodes", "repeatedCodeCount"}:
        whole.add("Major")
    return frozenset(whole)


# ---- the statement


def _writer(selected: frozenset[str]) -> Callable[[Mapping[str, str], ProjectNode], str]:
    def write(parameters: Mapping[str, str], project: ProjectNode) -> str:
        asked_for = f"(({parameters['to']} IS NULL AND t.isCurrent) OR t.name = {parameters['to']})"
        release = f"MATCH (t:Release) WHERE {asked_for} WITH t ORDER BY t.loadedAt DESC, t.id LIMIT 1"
        earlier = f"({parameters['from']} IS NULL AND f.loadedAt < t.loadedAt) OR f.name = {parameters['from']}"
        before = f"{release} MATCH (f:Release) WHERE {earlier} WITH f ORDER BY f.loadedAt DESC, f.id LIMIT 1"
        is_repeated = selected & {"repeatedCodes", "repeatedCodeCount"}
        parts = (
            f"COLLECT {{ {release} RETURN [t.counts, t.lossReason, {project('release', 't', 'Release')}] }}",
            f"COLLECT {{ {before} RETURN [f.counts, {project('previous', 'f', 'Release')}] }}",
            _cover_links(parameters) if "coverLinks" in selected else "[]",
            _facts() if "facts" in selected else "[]",
            _repeated(parameters, project) if is_repeated else "[]",
        )
        return "RETURN [" + ",\n".join(parts) + "]"

    return write


def _cover_links(parameters: Mapping[str, str]) -> str:
    """Write how many links are missing, and how many are wrong, each part with examples."""
    kinds = parameters["kinds"]
    counted = f"WITH alignment ORDER BY alignment WITH collect(alignment) AS ids RETURN [size(ids), ids[..{EXAMPLES}]]"
    missing = [f"COLLECT {{ {missing_covers(each, kinds)} {counted} }}" for each in EVIDENCE_PATHS]
    wrong = [f"COLLECT {{ {wrong_covers(each.covers, kinds)} {counted} }}" for each in COURSE_SIDES]
    return f"[[{', '.join(missing)}], [{', '.join(wrong)}]]"


def _facts() -> str:
    """Write for each node type, and for the links that start at each, how many facts there are by basis."""
    bare = "sum(CASE WHEN x.sourceIds IS NULL OR size(x.sourceIds) = 0 THEN 1 ELSE 0 END)"
    counted = (
        f"x.basis AS basis, count(x) AS facts, {bare} AS bare RETURN [name, basis, facts, bare] ORDER BY name, basis"
    )
    nodes = [f"COLLECT {{ MATCH (x:{each}) WITH '{each}' AS name, {counted} }}" for each in _FACTS]
    starts = dict.fromkeys(each.start for each in MODEL.relationships.values())
    links = [f"COLLECT {{ MATCH (:{each})-[x]->() WITH type(x) AS name, {counted} }}" for each in starts]
    return "[" + ",\n".join((*nodes, *links)) + "]"


def _repeated(parameters: Mapping[str, str], project: ProjectNode) -> str:
    """Write how many codes occur in several editions, and the first of them with their majors."""
    found = (
        "MATCH (m:Major) WITH m.code AS code, count(DISTINCT m.edition) AS editions "
        "WHERE code IS NOT NULL AND editions > 1"
    )
    majors = (
        "COLLECT { MATCH (n:Major {code: code}) "
        f"RETURN {project('majors', 'n', 'Major')} ORDER BY n.edition, n.id }}"
    )
    first = f"{found} WITH code ORDER BY code LIMIT {parameters['first']} RETURN [code, {majors}]"
    return f"[COLLECT {{ {found} RETURN count(code) }}, COLLECT {{ {first} ORDER BY code }}]"


# ---- what it comes to


def _fold(raw: Any, binds: Mapping[str, Bind], inputs: Inputs) -> Any:
    """Turn what was read into a record of ``AUDIT``; None: a release that was asked for is not there."""
    found, before, cover_links, facts, repeated = raw
    if not found or (not before and binds["from"].read(inputs) is not None):
        return None
    ((lines, loss_reason, release),) = found
    counts = compared(_parsed(before[0][0]) if before else None, _parsed(lines), _ORDER)
    rows = [
        [each.name, _is_relationship(each.name), each.before, each.after, each.difference, each.fell] for each in counts
    ]
    return [
        "COMPARED" if before else "NOTHING_BEFORE",
        release,
        [each[1] for each in before],
        loss_reason,
        _fallen(counts) if before else None,
        rows,
        [_cover_link_record(cover_links), _fact_rows(facts), *_repeated_codes(repeated)],
    ]


def _parsed(lines: list[str]) -> dict[str, int]:
    """Read the counts of a release: lines such as ``Major 1455``."""
    return {name: int(count) for name, _, count in (each.rpartition(" ") for each in lines)}


def _is_relationship(name: str) -> bool:
    # Relationship types are written in capitals; a name that the model no longer has is told by that.
    return name in MODEL.relationships or name.isupper()


def _fallen(counts: list[Count]) -> int:
    return sum(bool(each.fell) for each in counts)


def _cover_link_record(found: Any) -> list[Any] | None:
    if not found:
        return None
    missing, wrong = ([part[0] for part in side] for side in found)
    return [
        sum(count for count, _ in missing),
        sum(count for count, _ in wrong),
        [key for _, ids in missing for key in ids],
        [key for _, ids in wrong for key in ids],
    ]


def _fact_rows(found: Any) -> list[Any]:
    return [[name, _is_relationship(name), *rest] for of_type in found for name, *rest in of_type]


def _repeated_codes(found: Any) -> tuple[int, list[Any]]:
    return (found[0][0], found[1]) if found else (0, [])


RELEASE_AUDIT = DeclaredField(
    name="releaseAudit",
    description=(
        "What a release of the seeds holds against another, with a flag where a count fell and the reason the load was "
        "given; and checks of the graph. A load refuses to lose anything silently. Where only one release is recorded "
        "`state` says NOTHING_BEFORE. Not found: null, and NOT_FOUND."
    ),
    arguments=(
        Argument(
            name="from",
            annotation="String | None",
            description="Name of the release to compare with. By default the one loaded before `to`.",
            default=None,
        ),
        Argument(
            name="to",
            annotation="String | None",
            description="Name of the release asked about. By default the current one.",
            default=None,
        ),
        Argument(name="first", annotation="Int", description="Repeated codes to give: 1 to 100.", default=PAGE_DEFAULT),
    ),
    record=AUDIT,
    is_list=False,
    plan=_plan,
    codes=(STATE,),
)
