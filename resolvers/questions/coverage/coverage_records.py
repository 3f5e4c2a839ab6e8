"""The records that answer ``coverage``, and the counts that other tables of coverage share with it."""

from typing import Any

from analysis.coverage import COVERED, NOT_COVERED, UNKNOWN, Counts
from graph.model.codes import CERTIFICATE_LEVEL_CODE
from graph.model.core import CodeList, Property, Scalar
from resolvers.questions.records import FIRST, NodeField, RecordField, RecordType

COVERAGE_STATE = CodeList(
    "CoverageState",
    "Whether a requirement is carried by the courses asked about.",
    {
        COVERED: "An accepted alignment of a covering kind, of a role asked for, and of enough strength.",
        NOT_COVERED: "Somebody looked and found none: a closed review, or an accepted NO_MATCH of every course.",
        UNKNOWN: "Nobody has decided. Suggestions do not count.",
    },
)

_COUNTS = {
    "requirements": "Skill requirements in all.",
    "covered": "Requirements COVERED: the lower bound.",
    "not_covered": "Requirements NOT_COVERED: gaps.",
    "unknown": "Requirements UNKNOWN.",
    "suggested": "Requirements UNKNOWN for which a suggestion waits that would cover them if it were accepted.",
    "lower": "covered / requirements, 0 to 1.",
    "upper": "(covered + unknown) / requirements, 0 to 1.",
}
_FIELDS = {each: "notCovered" if each == "not_covered" else each for each in Counts._fields}
# In the order of ``Counts``: a record of these fields alone is such a tuple itself.
COUNTS = tuple(
    Property(
        name=name,
        type=Scalar.FLOAT if count in {"lower", "upper"} else Scalar.INT,
        description=f"{_COUNTS[count]} Null: no requirement of it is in the graph.",
    )
    for count, name in _FIELDS.items()
)


def count_fields(counts: Counts) -> dict[str, Any]:
    """Give counts by the names of the fields."""
    return {_FIELDS[name]: value for name, value in counts._asdict().items()}


_COUNTED = (
    *COUNTS,
    Property(
        name="hours",
        type=Scalar.INT,
        description=(
            "Class hours of the courses that cover anything here, each whole and once. Null: nothing is covered, or "
            "the hours of one of them are not known; teaching standards state none, lines of plans may."
        ),
    ),
)

WORK_AREA_COVERAGE = RecordType(
    name="WorkAreaCoverage",
    description="Coverage of one work area.",
    fields=(*_COUNTED, NodeField(name="workArea", description="The work area.", kinds=("WorkArea",))),
)

WORK_TASK_COVERAGE = RecordType(
    name="WorkTaskCoverage",
    description="Coverage of one work task.",
    fields=(*_COUNTED, NodeField(name="workTask", description="The work task.", kinds=("WorkTask",))),
)

COVERAGE_PROOF = RecordType(
    name="CoverageProof",
    description="One alignment on which a state rests: who said what of which course.",
    fields=(
        NodeField(name="course", description="The course, or the line of a plan.", kinds=("Course", "PlanCourse")),
        NodeField(
            name="alignment",
            description="The alignment: kind, role, strength, reviewer, day, rationale, sources.",
            kinds=("Alignment",),
        ),
    ),
)

COVERAGE_ITEM = RecordType(
    name="CoverageItem",
    description="One requirement with its state and proof.",
    fields=(
        NodeField(name="requirement", description="The requirement.", kinds=("SkillRequirement",)),
        Property(name="state", type=COVERAGE_STATE, description="Whether it is carried.", required=True),
        Property(
            name="inferredFrom",
            type=CERTIFICATE_LEVEL_CODE,
            description=(
                "The level asked about that includes this requirement's lower level, as the standard states: it is "
                "counted by this inference only. Null: the target names its level itself."
            ),
        ),
        RecordField(
            name="proofs", description="COVERED: the alignments that carry it. Else empty.", record=COVERAGE_PROOF
        ),
        RecordField(
            name="suggestions",
            description="Alignments proposed and not decided yet that would cover if accepted; they count nothing.",
            record=COVERAGE_PROOF,
        ),
        RecordField(
            name="noMatches",
            description="Accepted alignments that say of a course that it does not carry it.",
            record=COVERAGE_PROOF,
            size=2,
        ),
        NodeField(name="reviews", description="Closed reviews of the subjects on it.", kinds=("Review",), is_list=True),
    ),
)

COVERAGE = RecordType(
    name="Coverage",
    description="How far the subjects carry the requirements of the target: between `lower` and `upper`.",
    fields=(
        *_COUNTED,
        Property(
            name="inferred",
            type=Scalar.INT,
            description="Requirements counted only because a higher level includes them; 0 without `inferLevels`.",
            required=True,
        ),
        RecordField(
            name="byWorkArea",
            description="The same by work area, in the standard's order.",
            record=WORK_AREA_COVERAGE,
            size=20,
        ),
        RecordField(
            name="byTask",
            description="The same by work task, in the standard's order.",
            record=WORK_TASK_COVERAGE,
            size=50,
        ),
        RecordField(
            name="items", description="The requirements, in the standard's order.", record=COVERAGE_ITEM, size=FIRST
        ),
    ),
)
