"""``versionDiff``: what became of every requirement, or course, between two versions of a standard.

The statement reads both sides; ``analysis.versions`` compares them.
"""

from collections.abc import Callable, Mapping
from typing import Any

from analysis.versions import Change, PlacedLine, compare_versions
from graph.errors import BadArgumentError
from graph.model.core import CodeList, Property, Scalar
from graph.query.plan import Bind, Inputs, ProjectNode, QuestionStatement, Root
from resolvers.questions.question import Argument, DeclaredField, call, type_of_id
from resolvers.questions.records import FIRST, NodeField, RecordField, RecordType
from resolvers.questions.shared.evidence import TARGETS, codes_given
from resolvers.questions.shared.standard_texts import (
    ROWS_DEFAULT,
    ROWS_LARGEST,
    exists,
    missing,
    requirements_of,
    rows_shown,
    share,
)
from resolvers.request.arguments import plain
from resolvers.request.selection import Collector, FieldRequest
from resolvers.request.variables import bind

# Above it stand few pairs of different requirements within one level of 510084 (those that differ in one name).
LEAST_SIMILARITY = 0.75
TEACHING = "TeachingStandard"

CHANGE = CodeList(
    "VersionChangeKind",
    "What became of a requirement or course. It compares words, not meaning.",
    {
        "UNCHANGED": "The same text at the same place; full-width forms, case, spaces and punctuation do not count.",
        "MOVED": "The same text at another place: another level or code; for a course another module.",
        "SPLIT": "Its components are exactly those of several others together, each of which has only some of them.",
        "MERGED": "Several whose components together are exactly those of one, each with only some of them.",
        "REWORDED": "Another text, alike at least to `minSimilarity`.",
        "REMOVED": "Nothing like it in `to`.",
        "ADDED": "Nothing like it in `from`.",
    },
)

_COUNTED = {
    "unchanged": "UNCHANGED",
    "moved": "MOVED",
    "split": "SPLIT",
    "merged": "MERGED",
    "reworded": "REWORDED",
    "removed": "REMOVED",
    "added": "ADDED",
}

_KINDS = ("SkillRequirement", "Course")

ITEM = RecordType(
    name="VersionChange",
    description="One change: what it was, and what it became.",
    fields=(
        Property(name="kind", type=CHANGE, description="What happened.", required=True),
        Property(
            name="similarity",
            type=Scalar.FLOAT,
            description=(
                "How alike the texts read, 0 to 1: twice the longest common subsequence over both lengths. "
                "Null: nothing to compare, or several texts."
            ),
        ),
        NodeField(name="from", description="What it was. Empty: it is new.", kinds=_KINDS, is_list=True),
        NodeField(name="to", description="What it became. Empty: it is gone.", kinds=_KINDS, is_list=True),
    ),
)

DIFF = RecordType(
    name="VersionDiff",
    description="Two versions compared. Every requirement, or course, of both stands in exactly one change.",
    fields=(
        Property(name="from", type=Scalar.INT, description="Requirements, or courses, before.", required=True),
        Property(name="to", type=Scalar.INT, description="Requirements, or courses, after.", required=True),
        *(
            Property(name=name, type=Scalar.INT, description=f"Changes {code}.", required=True)
            for name, code in _COUNTED.items()
        ),
        RecordField(
            name="changes",
            description="The changes: in the order of `from`, then what was added.",
            record=ITEM,
            size=FIRST,
        ),
    ),
)


def _plan(collector: Collector, request: FieldRequest) -> Root:
    kinds = {each: type_of_id(request, each, (*TARGETS, TEACHING)) for each in ("from", "to")}
    if (kinds["from"] == TEACHING) != (kinds["to"] == TEACHING):
        raise BadArgumentError(
            "to",
            "a teaching standard is compared with a teaching standard only.",
            "专业教学标准只能与专业教学标准比较。",
        )
    binds = (
        bind("from", request.arguments["from"]),
        bind("to", request.arguments["to"]),
        bind("minSimilarity", request.arguments["minSimilarity"], share("minSimilarity", least=0.5)),
        bind("kinds", codes_given(request, "kinds", CHANGE), plain),
        bind("first", request.arguments["first"], rows_shown),
    )
    by_label = {each.label: each for each in binds}
    declared = QuestionStatement("versionDiff", _writer(kinds), fold=lambda raw, inputs: _fold(raw, by_label, inputs))
    return call(collector, request, DIFF, binds, declared, is_list=False, missing=missing(kinds, by_label))


def _writer(kinds: Mapping[str, str]) -> Callable[[Mapping[str, str], ProjectNode], str]:
    def write(parameters: Mapping[str, str], project: ProjectNode) -> str:
        parts = (
            " AND ".join(exists(kind, parameters[name]) for name, kind in kinds.items()),
            *(_lines(kind, parameters[name], project, name) for name, kind in kinds.items()),
        )
        return "RETURN [" + ",\n".join(parts) + "]"

    return write


def _lines(kind: str, parameter: str, project: ProjectNode, field: str) -> str:
    if kind != TEACHING:
        return requirements_of(kind, parameter, project, field)
    return (
        f"COLLECT {{ MATCH (:TeachingStandard {{id: {parameter}}})-[:HAS_COURSE]->(c:Course) "
        f"RETURN [c.module, '', c.name, {project(field, 'c', 'Course')}] ORDER BY c.sequence, c.id }}"
    )


def _fold(raw: Any, binds: Mapping[str, Bind], inputs: Inputs) -> Any:
    """Compare what was read; None: one of both is not there."""
    found, *sides = raw
    if not found:
        return None
    earlier, later = (
        [PlacedLine(text, group and f"{group} {code}") for group, code, text, _ in side] for side in sides
    )
    changes = compare_versions(earlier, later, binds["minSimilarity"].read(inputs))
    happened = [each.kind for each in changes]
    kinds, first = binds["kinds"].read(inputs), binds["first"].read(inputs)
    shown = [_item(each, *sides) for each in changes if each.kind in kinds][:first]
    return [len(earlier), len(later), *(happened.count(code) for code in _COUNTED.values()), shown]


def _item(change: Change, earlier: Any, later: Any) -> list[Any]:
    was, became = (
        [side[place][3] for place in places] for side, places in ((earlier, change.earlier), (later, change.later))
    )
    return [change.kind, change.similarity, was, became]


VERSION_DIFF = DeclaredField(
    name="versionDiff",
    description=(
        "What became of every requirement between two versions of a skill standard, or between two levels or "
        "certificates; or of every course between two teaching standards. A standard of which the graph holds one "
        "version (see `skillStandards`) has nothing to be compared with: an id that is not there gives null, and "
        "NOT_FOUND."
    ),
    arguments=(
        Argument(
            name="from",
            annotation="ID",
            description=(
                "The earlier side: a SkillStandard, StandardLevel, CertificateLevel, Certificate (all its standards), "
                "WorkArea or TeachingStandard."
            ),
        ),
        Argument(
            name="to",
            annotation="ID",
            description="The later side; its type may differ, but a TeachingStandard goes with a TeachingStandard.",
        ),
        Argument(
            name="minSimilarity",
            annotation="Float",
            description="From which likeness of texts on it counts as REWORDED, 0.5 to 1.",
            default=LEAST_SIMILARITY,
        ),
        Argument(
            name="kinds",
            annotation="list[VersionChangeKind] | None",
            description="Show only such changes; the counts stay whole. By default all.",
            default=None,
        ),
        Argument(
            name="first",
            annotation="Int",
            description=f"Changes to show: 1 to {ROWS_LARGEST}.",
            default=ROWS_DEFAULT,
        ),
    ),
    record=DIFF,
    is_list=False,
    plan=_plan,
    codes=(CHANGE,),
)
