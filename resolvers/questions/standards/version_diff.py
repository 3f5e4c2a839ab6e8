"""``versionDiff``: what became of every requirement, or course, between two versions of a standard.

The statement reads both sides; ``analysis.versions`` compares them.
"""

from typing import NamedTuple

from analysis.versions import PlacedLine, compare_versions
from graph.errors import BadArgumentError
from graph.model.core import CodeList, Property, Scalar
from resolvers.questions.argument_kinds import CodesArgument, NodeArgument, ValueArgument, first_rows, share
from resolvers.questions.parts import Part, row, rows
from resolvers.questions.question import Analysis, KnownArguments, QuestionRequest, Values
from resolvers.questions.records import FIRST, NodeField, RecordField, RecordRow, RecordType
from resolvers.questions.shared.evidence import TARGETS
from resolvers.questions.shared.standard_texts import ROWS_DEFAULT, ROWS_LARGEST, TextLine, requirements_of

# Above it stand few pairs of different requirements within one level of 510084 (those that differ in one name).
LEAST_SIMILARITY = 0.75
TEACHING = "TeachingStandard"

VERSION_CHANGE_KIND = CodeList(
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

VERSION_CHANGE = RecordType(
    name="VersionChange",
    description="One change: what it was, and what it became.",
    fields=(
        Property(name="kind", type=VERSION_CHANGE_KIND, description="What happened.", required=True),
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

VERSION_DIFF = RecordType(
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
            record=VERSION_CHANGE,
            size=FIRST,
        ),
    ),
)


class _Parts(NamedTuple):
    earlier: list[TextLine]
    later: list[TextLine]


class VersionDiff(Analysis[_Parts]):
    """Two versions of a standard, line by line."""

    name = "versionDiff"
    description = (
        "What became of every requirement between two versions of a skill standard, or between two levels or "
        "certificates; or of every course between two teaching standards. A standard of which the graph holds one "
        "version (see `skillStandards`) has nothing to be compared with: an id that is not there gives null, and "
        "NOT_FOUND."
    )
    arguments = (
        NodeArgument(
            name="from",
            types=(*TARGETS, TEACHING),
            description=(
                "The earlier side: a SkillStandard, StandardLevel, CertificateLevel, Certificate (all its standards), "
                "WorkArea or TeachingStandard."
            ),
        ),
        NodeArgument(
            name="to",
            types=(*TARGETS, TEACHING),
            description="The later side; its type may differ, but a TeachingStandard goes with a TeachingStandard.",
        ),
        ValueArgument(
            name="minSimilarity",
            annotation="Float",
            description="From which likeness of texts on it counts as REWORDED, 0.5 to 1.",
            default=LEAST_SIMILARITY,
            check=share(least=0.5),
        ),
        CodesArgument(
            name="kinds",
            annotation="list[VersionChangeKind] | None",
            description="Show only such changes; the counts stay whole. By default all.",
            default=None,
            codes=VERSION_CHANGE_KIND,
        ),
        first_rows(f"Changes to show: 1 to {ROWS_LARGEST}.", default=ROWS_DEFAULT, largest=ROWS_LARGEST),
    )
    record = VERSION_DIFF
    codes = (VERSION_CHANGE_KIND,)

    def check(self, arguments: KnownArguments) -> None:
        """Refuse to compare a teaching standard with anything else."""
        if (arguments.types["from"] == TEACHING) != (arguments.types["to"] == TEACHING):
            raise BadArgumentError(
                "to",
                "a teaching standard is compared with a teaching standard only.",
                "专业教学标准只能与专业教学标准比较。",
            )

    def read(self, request: QuestionRequest) -> Part[_Parts]:
        """Read the lines of both sides."""
        return row(_Parts, earlier=_lines(request, "from"), later=_lines(request, "to"))

    def answer(self, parts: _Parts, values: Values) -> RecordRow:
        """Compare them."""
        earlier, later = ([_placed(each) for each in side] for side in (parts.earlier, parts.later))
        changes = compare_versions(earlier, later, values["minSimilarity"])
        kinds = [each.kind for each in changes]
        shown = [
            VERSION_CHANGE.row(
                kind=each.kind,
                similarity=each.similarity,
                from_=[parts.earlier[place].node for place in each.earlier],
                to=[parts.later[place].node for place in each.later],
            )
            for each in changes
            if each.kind in values["kinds"]
        ]
        return VERSION_DIFF.row(
            from_=len(earlier),
            to=len(later),
            changes=shown[: values["first"]],
            **{name: kinds.count(code) for name, code in _COUNTED.items()},
        )


def _lines(request: QuestionRequest, side: str) -> Part[list[TextLine]]:
    """Read the courses of a teaching standard, or the requirements of anything else, in their order."""
    if request.types[side] != TEACHING:
        return requirements_of(request, side, side)
    return rows(
        f"MATCH (:TeachingStandard {{id: {request[side]}}})-[:HAS_COURSE]->(c:Course)",
        row(TextLine, level="c.module", code="''", text="c.name", node=request.project(side, "c", "Course")),
        order="c.sequence, c.id",
    )


def _placed(line: TextLine) -> PlacedLine:
    return PlacedLine(line.text, line.level and f"{line.level} {line.code}")
