"""``courseRedundancy``: what several courses of a subject carry at once, and which course could go without a loss.

The statement reads the courses and what is said of them and of their outcomes; analysis.redundancy counts. A course of
which nothing accepted is known is UNKNOWN: that no one has looked is no reason to cut it.
"""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import Any, NamedTuple

from analysis.coverage import Alignment, CoverRule
from analysis.redundancy import Overlap, carried_alone, carriers, overlaps, removable_together
from graph.model.core import CodeList, Property, Scalar, Text
from resolvers.questions.argument_kinds import NodeArgument, ValueArgument, first_rows, share
from resolvers.questions.coverage.coverage_records import COVERAGE_PROOF
from resolvers.questions.parts import Part, ids, row, rows
from resolvers.questions.question import Analysis, QuestionRequest, Values
from resolvers.questions.records import FIRST, NodeField, RecordField, RecordRow, RecordType, count_field
from resolvers.questions.shared.evidence import (
    SUBJECTS,
    TARGETS,
    courses_of,
    each_alignment,
    in_force,
    in_standard_order,
    not_replaced,
    work_areas,
)
from resolvers.questions.shared.evidence_arguments import EVIDENCE, ONLY_LEVEL, alignment_row, rule_of
from resolvers.questions.shared.needs import COURSES, REQUIREMENTS_OF_LEVEL

COURSE_NEED = CodeList(
    "CourseNeed",
    Text("Whether requirements would be lost without a course.", "去掉该课程是否会失去要求。"),
    {
        "NEEDED": Text(
            "It carries at least one requirement that no other course of the subject carries.",
            "至少有一条要求只由该课程承担。",
        ),
        "REDUNDANT": Text(
            "All that it carries is carried by other courses too. It says so of this course alone.",
            "它承担的要求其他课程也都承担。仅就该课程单独而言。",
        ),
        "UNKNOWN": Text(
            "No alignment that counts says that it carries anything. No one has shown that it could go.",
            "没有计入的对接说明它承担任何要求。没有人证明它可以去掉。",
        ),
    },
)

_COURSES = ("Course", "PlanCourse")
_REQUIREMENT = ("SkillRequirement",)


def _requirements(name: str, description: Text) -> NodeField:
    return NodeField(name=name, description=description, kinds=_REQUIREMENT, is_list=True)


CARRIED_COURSE = RecordType(
    name="CarriedCourse",
    description=Text(
        "A course with what it carries, and what would be lost without it.",
        "一门课程、它承担的要求，以及去掉它会失去的要求。",
    ),
    fields=(
        NodeField(
            name="course",
            description=Text("The course, or the line of a plan.", "课程，或方案中的课程行。"),
            kinds=_COURSES,
        ),
        Property(
            name="need",
            type=COURSE_NEED,
            description=Text("Whether something would be lost without it.", "去掉它是否会有损失。"),
            required=True,
        ),
        count_field("carried", Text("Requirements it carries.", "承担的要求数。")),
        count_field(
            "alone",
            Text("Of them those that no other course of the subject carries.", "其中主体的其他课程都不承担的要求数。"),
        ),
        count_field(
            "suggested",
            Text(
                "Requirements that a suggestion says it carries; no one has decided, and they count nothing.",
                "建议称其承担、尚无人决定的要求数；不计入结果。",
            ),
        ),
        _requirements(
            "onlyHere",
            Text(
                "The requirements that only this course carries, in the standard's order.",
                "只由该课程承担的要求，按标准次序。",
            ),
        ),
    ),
)

SHARED_REQUIREMENT = RecordType(
    name="SharedRequirement",
    description=Text("A requirement that several courses carry.", "由多门课程承担的要求。"),
    fields=(
        NodeField(name="requirement", description=Text("The requirement.", "技能要求。"), kinds=_REQUIREMENT),
        count_field("courses", Text("Courses that carry it.", "承担它的课程数。")),
        RecordField(
            name="carriers",
            description=Text("Who carries it, with role and strength.", "由谁承担，含角色与强度。"),
            record=COVERAGE_PROOF,
        ),
    ),
)

COURSE_PAIR = RecordType(
    name="CoursePair",
    description=Text("Two courses that carry nearly the same.", "承担内容几乎相同的两门课程。"),
    fields=(
        NodeField(
            name="a",
            description=Text("The course that comes first in the subject.", "在主体中次序靠前的课程。"),
            kinds=_COURSES,
        ),
        NodeField(name="b", description=Text("The other course.", "另一门课程。"), kinds=_COURSES),
        Property(
            name="jaccard",
            type=Scalar.FLOAT,
            description=Text("shared / (shared + onlyA + onlyB), 0 to 1.", "共有 /（共有 + 仅 A + 仅 B），0 至 1。"),
            required=True,
        ),
        count_field("shared", Text("Requirements that both carry.", "两者都承担的要求数。")),
        count_field("onlyA", Text("Requirements that of the two only `a` carries.", "两者中仅 `a` 承担的要求数。")),
        count_field("onlyB", Text("Requirements that of the two only `b` carries.", "两者中仅 `b` 承担的要求数。")),
        _requirements("inBoth", Text("Those that both carry.", "两者都承担的要求。")),
        _requirements("onlyInA", Text("Those that of the two only `a` carries.", "两者中仅 `a` 承担的要求。")),
        _requirements("onlyInB", Text("Those that of the two only `b` carries.", "两者中仅 `b` 承担的要求。")),
    ),
)

COURSE_REDUNDANCY = RecordType(
    name="CourseRedundancy",
    description=Text("What the courses of a subject carry more than once.", "主体的课程重复承担的内容。"),
    fields=(
        count_field("courses", Text("Courses of the subject.", "主体的课程数。")),
        count_field("needed", Text("Courses NEEDED.", "NEEDED 的课程数。")),
        count_field("redundant", Text("Courses REDUNDANT, each taken alone.", "REDUNDANT 的课程数，各自单独而言。")),
        count_field("unknown", Text("Courses UNKNOWN.", "UNKNOWN 的课程数。")),
        count_field(
            "requirements", Text("Requirements that at least one course carries.", "至少由一门课程承担的要求数。")
        ),
        count_field("carriedOnce", Text("Of them those that one course carries.", "其中只由一门课程承担的要求数。")),
        count_field(
            "carriedSeveralTimes", Text("Of them those that several courses carry.", "其中由多门课程承担的要求数。")
        ),
        RecordField(
            name="byCourse",
            description=Text("Every course, in the subject's order.", "全部课程，按主体的次序。"),
            record=CARRIED_COURSE,
            size=50,
        ),
        NodeField(
            name="removableTogether",
            description=Text(
                "REDUNDANT courses that can all go at once without losing a carried "
                "requirement, chosen from those that carry least. No further course could go "
                "with them; a larger choice may exist.",
                "可以同时去掉而不失去任何已承担要求的 REDUNDANT 课程，从承担最少的选起。"
                "再多去一门就会有损失；可能存在更大的选择。",
            ),
            kinds=_COURSES,
            is_list=True,
            size=20,
        ),
        RecordField(
            name="shared",
            description=Text(
                "Requirements carried several times, most often carried first.",
                "由多门课程承担的要求，承担次数多的在前。",
            ),
            record=SHARED_REQUIREMENT,
            size=FIRST,
        ),
        RecordField(
            name="pairs",
            description=Text(
                "Pairs that carry nearly the same, highest Jaccard first.",
                "承担内容几乎相同的课程对，Jaccard 系数高的在前。",
            ),
            record=COURSE_PAIR,
            size=FIRST,
        ),
    ),
)

# The record fields that show a course, and those that show a requirement.
_OF_COURSE = ("course", "a", "b", "removableTogether")
_OF_REQUIREMENT = ("requirement", "onlyHere", "inBoth", "onlyInA", "onlyInB")
NodeValues = Mapping[str, Any]


class _Taught(NamedTuple):
    """A course of the subject, with its node for each record field."""

    id: str
    nodes: NodeValues


class _Shown(NamedTuple):
    """The alignment, and its requirement's node for each record field."""

    alignment: Any
    requirement: NodeValues


class _Parts(NamedTuple):
    courses: list[_Taught]
    alignments: list[Alignment]
    # The requirements of the target. None: all count.
    wanted: frozenset[str] | None


class CourseRedundancy(Analysis[_Parts]):
    """What the courses of a subject carry more than once."""

    name = "courseRedundancy"
    cost = 300
    description = Text(
        "What several courses of a subject carry at once, and which course could go without "
        "losing a carried requirement. It rests on accepted alignments only, of the courses and "
        "of their outcomes; a course of which none is known is UNKNOWN, not redundant. Not found: "
        "null, and NOT_FOUND.",
        "主体的几门课程同时承担的内容，以及去掉哪门课程不会失去已承担的要求。"
        "只依据已采纳的对接（课程及其课程目标）；没有对接的课程为 UNKNOWN，不是多余。未找到：null，"
        "并给出 NOT_FOUND。",
    )
    arguments = (
        NodeArgument(
            name="subject",
            types=SUBJECTS,
            need=COURSES,
            description=Text(
                "A TeachingStandard, Major (by its standards) or TrainingPlan; a Course or PlanCourse alone.",
                "TeachingStandard、Major（按其标准）或 TrainingPlan；也可以是单独的 Course 或 PlanCourse。",
            ),
        ),
        NodeArgument(
            name="target",
            annotation="ID | None",
            types=TARGETS,
            need=REQUIREMENTS_OF_LEVEL,
            description=Text(
                "Count only the requirements of this StandardLevel, SkillStandard, "
                "Certificate, CertificateLevel or WorkArea. By default all of the newest version of each level: "
                "what is redundant for one certificate may be needed for another.",
                "只计该 StandardLevel、SkillStandard、Certificate、CertificateLevel 或 "
                "WorkArea 的要求。默认为各等级最新版本的全部要求：对一个证书多余的，另一个证书可能需要。",
            ),
            default=None,
        ),
        ONLY_LEVEL,
        *EVIDENCE,
        ValueArgument(
            name="minJaccard",
            annotation="Float",
            description=Text(
                "Least Jaccard index of the pairs to give, 0 to 1. A pair shares at least one requirement.",
                "所列课程对的最小 Jaccard 系数，0 至 1。每对至少共有一条要求。",
            ),
            default=0.5,
            check=share(),
        ),
        first_rows(
            Text(
                "Shared requirements, and pairs, to give: 1 to 100 of each. The counts stay whole.",
                "返回的共有要求数与课程对数：各 1 至 100。计数不变。",
            )
        ),
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
    # A target says itself which versions count.
    newest = "" if request.has("target") else f" AND {not_replaced('r')}"
    return rows(
        f"{courses_of(request)} {each_alignment(side, 'c')} MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement) "
        f"WHERE a.status IN ['ACCEPTED', 'SUGGESTED'] AND ({level} IS NULL OR r.level = {level}) "
        f"AND {in_force('a', request['asOf'])}{newest}",
        alignment_row(tag=shown),
        order=f"{in_standard_order('r')}, a.id",
    )


def _wanted(request: QuestionRequest) -> Part[frozenset[str]]:
    areas = work_areas(request.types["target"], request["target"])
    return ids(f"MATCH {areas} MATCH (w)-[:HAS_TASK]->(:WorkTask)-[:HAS_REQUIREMENT]->(r)", "r.id")


class _Known:
    """The nodes by id, who carries what, and what is only suggested."""

    def __init__(self, parts: _Parts, rule: CoverRule) -> None:
        self.courses = {each.id: each.nodes for each in parts.courses}
        self.carried: dict[str, set[str]] = {each: set() for each in self.courses}
        self._suggested: dict[str, set[str]] = {each: set() for each in self.courses}
        self._requirements: dict[str, NodeValues] = {}
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
