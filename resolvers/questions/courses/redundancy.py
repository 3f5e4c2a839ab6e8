"""``courseRedundancy``: what several courses of a subject carry at once, and which course could go without a loss.

The statement reads the courses and what is said of them and of their outcomes; analysis.redundancy counts. A course of
which nothing accepted is known is UNKNOWN: that nobody has looked is no reason to cut it.
"""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import Any, NamedTuple

from analysis.coverage import Alignment, Rule
from analysis.redundancy import Overlap, carried_alone, carriers, overlaps, removable_together
from graph.model.core import CodeList, Property, Scalar
from resolvers.questions.argument_kinds import NodeArgument, ValueArgument, first_rows, share
from resolvers.questions.coverage.coverage_records import COVERAGE_PROOF
from resolvers.questions.parts import Part, ids, row, rows
from resolvers.questions.question import Analysis, QuestionRequest, Values
from resolvers.questions.records import FIRST, NodeField, RecordField, RecordRow, RecordType
from resolvers.questions.shared.evidence import (
    SUBJECTS,
    TARGETS,
    courses_of,
    each_alignment,
    in_force,
    in_standard_order,
    work_areas,
)
from resolvers.questions.shared.evidence_arguments import EVIDENCE, ONLY_LEVEL, alignment_row, rule_of

COURSE_NEED = CodeList(
    "CourseNeed",
    "Whether requirements would be lost without a course.",
    {
        "NEEDED": "It carries at least one requirement that no other course of the subject carries.",
        "REDUNDANT": "All that it carries is carried by other courses too. It says so of this course alone.",
        "UNKNOWN": "No alignment that counts says that it carries anything. Nobody has shown that it could go.",
    },
)

_COURSES = ("Course", "PlanCourse")
_REQUIREMENT = ("SkillRequirement",)


def _count(name: str, description: str) -> Property:
    return Property(name=name, type=Scalar.INT, description=description, required=True)


def _requirements(name: str, description: str) -> NodeField:
    return NodeField(name=name, description=description, kinds=_REQUIREMENT, is_list=True)


CARRIED_COURSE = RecordType(
    name="CarriedCourse",
    description="A course with what it carries, and what would be lost without it.",
    fields=(
        NodeField(name="course", description="The course, or the line of a plan.", kinds=_COURSES),
        Property(
            name="need", type=COURSE_NEED, description="Whether something would be lost without it.", required=True
        ),
        _count("carried", "Requirements it carries."),
        _count("alone", "Of them those that no other course of the subject carries."),
        _count(
            "suggested", "Requirements that a suggestion says it carries; nobody has decided, and they count nothing."
        ),
        _requirements("onlyHere", "The requirements that only this course carries, in the standard's order."),
    ),
)

SHARED_REQUIREMENT = RecordType(
    name="SharedRequirement",
    description="A requirement that several courses carry.",
    fields=(
        NodeField(name="requirement", description="The requirement.", kinds=_REQUIREMENT),
        _count("courses", "Courses that carry it."),
        RecordField(name="carriers", description="Who carries it, with role and strength.", record=COVERAGE_PROOF),
    ),
)

COURSE_PAIR = RecordType(
    name="CoursePair",
    description="Two courses that carry nearly the same.",
    fields=(
        NodeField(name="a", description="The course that comes first in the subject.", kinds=_COURSES),
        NodeField(name="b", description="The other course.", kinds=_COURSES),
        Property(
            name="jaccard",
            type=Scalar.FLOAT,
            description="shared / (shared + onlyA + onlyB), 0 to 1.",
            required=True,
        ),
        _count("shared", "Requirements that both carry."),
        _count("onlyA", "Requirements that of the two only `a` carries."),
        _count("onlyB", "Requirements that of the two only `b` carries."),
        _requirements("inBoth", "Those that both carry."),
        _requirements("onlyInA", "Those that of the two only `a` carries."),
        _requirements("onlyInB", "Those that of the two only `b` carries."),
    ),
)

COURSE_REDUNDANCY = RecordType(
    name="CourseRedundancy",
    description="What the courses of a subject carry more than once.",
    fields=(
        _count("courses", "Courses of the subject."),
        _count("needed", "Courses NEEDED."),
        _count("redundant", "Courses REDUNDANT, each taken alone."),
        _count("unknown", "Courses UNKNOWN."),
        _count("requirements", "Requirements that at least one course carries."),
        _count("carriedOnce", "Of them those that one course carries."),
        _count("carriedSeveralTimes", "Of them those that several courses carry."),
        RecordField(
            name="byCourse", description="Every course, in the subject's order.", record=CARRIED_COURSE, size=50
        ),
        NodeField(
            name="removableTogether",
            description=(
                "REDUNDANT courses that can all go at once without losing a carried requirement, chosen from those "
                "that carry least. No further course could go with them; a larger choice may exist."
            ),
            kinds=_COURSES,
            is_list=True,
            size=20,
        ),
        RecordField(
            name="shared",
            description="Requirements carried several times, most often carried first.",
            record=SHARED_REQUIREMENT,
            size=FIRST,
        ),
        RecordField(
            name="pairs",
            description="Pairs that carry nearly the same, highest Jaccard first.",
            record=COURSE_PAIR,
            size=FIRST,
        ),
    ),
)

# The record fields that show a course, and those that show a requirement.
_OF_COURSE = ("course", "a", "b", "removableTogether")
_OF_REQUIREMENT = ("requirement", "onlyHere", "inBoth", "onlyInA", "onlyInB")
NodesArgument = Mapping[str, Any]


class _Taught(NamedTuple):
    """A course of the subject, with its node for each record field."""

    id: str
    nodes: NodesArgument


class _Shown(NamedTuple):
    """The alignment, and its requirement's node for each record field."""

    alignment: Any
    requirement: NodesArgument


class _Parts(NamedTuple):
    courses: list[_Taught]
    alignments: list[Alignment]
    # The requirements of the target. None: all count.
    wanted: frozenset[str] | None


class CourseRedundancy(Analysis[_Parts]):
    """What the courses of a subject carry more than once."""

    name = "courseRedundancy"
    description = (
        "What several courses of a subject carry at once, and which course could go without losing a carried "
        "requirement. It rests on accepted alignments only, of the courses and of their outcomes; a course of which "
        "none is known is UNKNOWN, not redundant. Not found: null, and NOT_FOUND."
    )
    arguments = (
        NodeArgument(
            name="subject",
            types=SUBJECTS,
            description="A TeachingStandard, Major (by its standards) or TrainingPlan; a Course or PlanCourse alone.",
        ),
        NodeArgument(
            name="target",
            annotation="ID | None",
            types=TARGETS,
            description=(
                "Count only the requirements of this StandardLevel, SkillStandard, Certificate, CertificateLevel or "
                "WorkArea. By default all: what is redundant for one certificate may be needed for another."
            ),
            default=None,
        ),
        ONLY_LEVEL,
        *EVIDENCE,
        ValueArgument(
            name="minJaccard",
            annotation="Float",
            description="Least Jaccard index of the pairs to give, 0 to 1. A pair shares at least one requirement.",
            default=0.5,
            check=share(),
        ),
        first_rows("Shared requirements, and pairs, to give: 1 to 100 of each. The counts stay whole."),
    )
    record = COURSE_REDUNDANCY
    codes = (COURSE_NEED,)

    def read(self, request: QuestionRequest) -> Part[_Parts]:
        """Read the courses, the alignments that are evidence of them, and the requirements of the target."""
        return row(
            _Parts,
            courses=_courses(request),
            alignments=_alignments(request),
            wanted=_wanted(request) if request.has("target") else None,
        )

    def answer(self, parts: _Parts, values: Values) -> RecordRow:
        """Count what each course carries, and what is carried several times."""
        known = _Known(parts, rule_of(values))
        alone, by_requirement = carried_alone(known.carried), carriers(known.carried)
        needs = [known.need(course, alone[course]) for course in known.courses]
        once = sum(len(courses) == 1 for courses in by_requirement.values())
        pairs = overlaps(known.carried, values["minJaccard"])
        return COURSE_REDUNDANCY.row(
            courses=len(needs),
            needed=needs.count("NEEDED"),
            redundant=needs.count("REDUNDANT"),
            unknown=needs.count("UNKNOWN"),
            requirements=len(by_requirement),
            carriedOnce=once,
            carriedSeveralTimes=len(by_requirement) - once,
            byCourse=[known.course(course, alone[course]) for course in known.courses],
            removableTogether=[known.courses[each]["removableTogether"] for each in removable_together(known.carried)],
            shared=known.shared(by_requirement)[: values["first"]],
            pairs=[known.pair(each) for each in pairs[: values["first"]]],
        )


def _courses(request: QuestionRequest) -> Part[list[_Taught]]:
    course = SUBJECTS[request.types["subject"]].side.course
    order = "c.standardYear, c.majorCode, c.sequence, c.id" if course == "Course" else "c.id"
    return rows(
        f"{courses_of(request)} WITH DISTINCT c ORDER BY {order}",
        row(_Taught, id="c.id", nodes=request.nodes(_OF_COURSE, "c", course)),
    )


def _alignments(request: QuestionRequest) -> Part[list[Alignment]]:
    """Read the alignments of the courses and of their outcomes, in the standard's order."""
    shown = row(
        _Shown,
        alignment=request.project("alignment", "a", "Alignment"),
        requirement=request.nodes(_OF_REQUIREMENT, "r", "SkillRequirement"),
    )
    side, level = SUBJECTS[request.types["subject"]].side, request["level"]
    return rows(
        f"{courses_of(request)} {each_alignment(side, 'c')} MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement) "
        f"WHERE a.status IN ['ACCEPTED', 'SUGGESTED'] AND ({level} IS NULL OR r.level = {level}) "
        f"AND {in_force('a', request['asOf'])}",
        alignment_row(tag=shown),
        order=f"{in_standard_order('r')}, a.id",
    )


def _wanted(request: QuestionRequest) -> Part[frozenset[str]]:
    areas = work_areas(request.types["target"], request["target"])
    return ids(f"MATCH {areas} MATCH (w)-[:HAS_TASK]->(:WorkTask)-[:HAS_REQUIREMENT]->(r)", "r.id")


class _Known:
    """The nodes by id, who carries what, and what is only suggested."""

    def __init__(self, parts: _Parts, rule: Rule) -> None:
        self.courses = {each.id: each.nodes for each in parts.courses}
        self.carried: dict[str, set[str]] = {each: set() for each in self.courses}
        self._suggested: dict[str, set[str]] = {each: set() for each in self.courses}
        self._requirements: dict[str, NodesArgument] = {}
        self._proofs: dict[str, list[RecordRow]] = {}
        for each in parts.alignments:
            if parts.wanted is None or each.requirement in parts.wanted:
                self._add(each, is_counted=rule.covers(each))

    def _add(self, each: Alignment, *, is_counted: bool) -> None:
        """Add an alignment. A suggestion counts as one where it would carry the requirement if it were accepted."""
        self._requirements.setdefault(each.requirement, each.tag.requirement)
        if not is_counted:
            return
        if each.status == "SUGGESTED":
            self._suggested[each.course].add(each.requirement)
        else:
            self.carried[each.course].add(each.requirement)
            proof = COVERAGE_PROOF.row(course=self.courses[each.course]["course"], alignment=each.tag.alignment)
            self._proofs.setdefault(each.requirement, []).append(proof)

    def _nodes(self, field: str, requirements: AbstractSet[str]) -> list[Any]:
        """Give the nodes of some requirements for a record field, in the order in which they were read."""
        return [nodes[field] for key, nodes in self._requirements.items() if key in requirements]

    def need(self, course: str, alone: AbstractSet[str]) -> str:
        """Say whether something would be lost without a course, of what it alone carries."""
        return "UNKNOWN" if not self.carried[course] else "NEEDED" if alone else "REDUNDANT"

    def course(self, course: str, alone: AbstractSet[str]) -> RecordRow:
        carried = self.carried[course]
        return CARRIED_COURSE.row(
            course=self.courses[course]["course"],
            need=self.need(course, alone),
            carried=len(carried),
            alone=len(alone),
            suggested=len(self._suggested[course] - carried),
            onlyHere=self._nodes("onlyHere", alone),
        )

    def shared(self, by_requirement: Mapping[str, list[str]]) -> list[RecordRow]:
        """Give the requirements that several courses carry, the most often carried first."""
        counts = {key: len(by_requirement.get(key, ())) for key in self._requirements}
        several = sorted((key for key in counts if counts[key] > 1), key=lambda key: -counts[key])
        return [
            SHARED_REQUIREMENT.row(
                requirement=self._requirements[key]["requirement"], courses=counts[key], carriers=self._proofs[key]
            )
            for key in several
        ]

    def pair(self, pair: Overlap) -> RecordRow:
        return COURSE_PAIR.row(
            a=self.courses[pair.a]["a"],
            b=self.courses[pair.b]["b"],
            jaccard=pair.jaccard,
            shared=len(pair.shared),
            onlyA=len(pair.only_a),
            onlyB=len(pair.only_b),
            inBoth=self._nodes("inBoth", pair.shared),
            onlyInA=self._nodes("onlyInA", pair.only_a),
            onlyInB=self._nodes("onlyInB", pair.only_b),
        )
