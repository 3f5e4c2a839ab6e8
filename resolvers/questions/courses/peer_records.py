"""The records that answer ``peerComparison``."""

from graph.model.codes import CERTIFICATE_LEVEL_CODE
from graph.model.core import BASIS, CodeList, Property, Scalar
from resolvers.questions.records import FIRST, NodeField, RecordField, RecordType
from resolvers.questions.shared.evidence import COURSE_TYPES

# Enough for every plan that is published of a major today; bounds what one question reads.
PLANS_LARGEST = 200

COURSE_PLACE = CodeList(
    "CoursePlace",
    "Where a course of this name stands.",
    {
        "COMMON": "In the teaching standard and in at least one published plan.",
        "ONLY_STANDARD": "In the teaching standard only; the published lines of plans do not show it.",
        "ONLY_PLAN": "In plans only.",
    },
)


def _count(name: str, description: str) -> Property:
    return Property(name=name, type=Scalar.INT, description=description, required=True)


def _known(name: str, description: str, kind: Scalar = Scalar.INT) -> Property:
    return Property(name=name, type=kind, description=description)


_TOTALS = (
    _count("lines", "Published lines."),
    _known("hours", "Hours of the lines that state them. Null: none does."),
    _count("linesWithHours", "Lines that state hours."),
    _known("credits", "Credits of the lines that state them. Null: none does.", Scalar.FLOAT),
    _count("linesWithCredits", "Lines that state credits."),
    _known(
        "covered",
        "Requirements the lines or their outcomes cover. Null: nobody has decided on an alignment of any of them; that "
        "an outcome does not match says nothing of its line.",
    ),
)

PEER_MODULE = RecordType(
    name="PeerModule",
    description="The lines of a plan that belong to one kind of course.",
    fields=(
        Property(name="moduleText", description="Module as the college writes it. Null: not stated."),
        *_TOTALS,
    ),
)

PEER_PLAN = RecordType(
    name="PeerPlan",
    description="A college's plan beside the teaching standard.",
    fields=(
        NodeField(name="trainingPlan", description="The plan.", kinds=("TrainingPlan",)),
        NodeField(
            name="colleges",
            description="Its college. Empty: not matched to a college of 2026.",
            kinds=("College",),
            is_list=True,
        ),
        *_TOTALS,
        _known("inCommon", "Course names that plan and standard share. Null: no line, or no standard, is known."),
        _known("onlyInPlan", "Course names that only the plan has. Null as `inCommon`."),
        _known(
            "onlyInStandard",
            "Course names of the standard that the published lines do not show; not proof that the college has no such "
            "course. Null as `inCommon`.",
        ),
        RecordField(
            name="byModule", description="The same by kind of course, in the order of names.", record=PEER_MODULE
        ),
    ),
)

PEER_COURSE = RecordType(
    name="PeerCourse",
    description="The courses of one name. Spaces, punctuation, width, case and a final 学 do not count.",
    fields=(
        Property(name="name", description="The name as the standard writes it, else as the first plan.", required=True),
        Property(name="place", type=COURSE_PLACE, description="Where it stands.", required=True),
        NodeField(name="standardCourses", description="The courses of the standard.", kinds=("Course",), is_list=True),
        NodeField(name="lines", description="The lines of plans.", kinds=("PlanCourse",), is_list=True),
        _count("plans", "Plans that have it."),
        _count("colleges", "Colleges that have it."),
        _known("hoursLeast", "Least hours that a line states. Null: none does."),
        _known("hoursMost", "Most hours that a line states. Null: none does."),
    ),
)

PEER_TIE = RecordType(
    name="PeerTie",
    description="A statement of a plan that it prepares for a certificate.",
    fields=(
        NodeField(name="trainingPlan", description="The plan.", kinds=("TrainingPlan",)),
        NodeField(
            name="lines",
            description="The line that is tied. Empty: the plan as a whole names the certificate.",
            kinds=("PlanCourse",),
            is_list=True,
        ),
        Property(name="certificateLevel", type=CERTIFICATE_LEVEL_CODE, description="Level named. Null: none."),
        Property(name="kind", description="Kind of tie as the college writes it. Null: the plan as a whole names it."),
        Property(name="basis", type=BASIS, description="On what the tie rests.", required=True),
        NodeField(name="sources", description="Sources of the tie.", kinds=("Source",), is_list=True),
    ),
)

PEER_CERTIFICATE = RecordType(
    name="PeerCertificate",
    description="A certificate that plans of the major prepare for.",
    fields=(
        NodeField(name="certificate", description="The certificate.", kinds=("Certificate",)),
        _count("plans", "Plans that name it or tie a line to it."),
        _count("colleges", "Colleges of these plans."),
        RecordField(name="ties", description="What the plans state, in the order of plans.", record=PEER_TIE),
    ),
)

PEER_CARRIER = RecordType(
    name="PeerCarrier",
    description="A course that covers a requirement.",
    fields=(
        NodeField(name="course", description="The course, or the line of a plan.", kinds=COURSE_TYPES),
        Property(
            name="module",
            description=(
                "Kind of course: a code of CourseModule in a standard, the college's own words in a plan. "
                "Null: not known."
            ),
        ),
        NodeField(
            name="alignment",
            description="The alignment it rests on, of the course or of its outcome.",
            kinds=("Alignment",),
        ),
    ),
)

PEER_REQUIREMENT = RecordType(
    name="PeerRequirement",
    description="A requirement that the standard or a plan covers.",
    fields=(
        NodeField(name="requirement", description="The requirement.", kinds=("SkillRequirement",)),
        Property(
            name="inStandard",
            type=Scalar.BOOLEAN,
            description="Whether a course of the teaching standard covers it.",
            required=True,
        ),
        _count("plans", "Plans with a line that covers it."),
        _count("colleges", "Colleges with such a line."),
        RecordField(name="carriers", description="Who covers it, by which kind of course.", record=PEER_CARRIER),
    ),
)

PEER_COMPARISON = RecordType(
    name="PeerComparison",
    description="The published plans of a major beside its teaching standard.",
    fields=(
        _count("standards", "Teaching standards of the major. 0: none in the graph, so nothing to compare with."),
        _count("standardCourses", "Courses of these standards."),
        _count("plans", "Plans of the major in the graph, the ones with no published line included."),
        _count("plansWithLines", f"Plans with published lines, of the first {PLANS_LARGEST}."),
        _count("colleges", f"Colleges of the first {PLANS_LARGEST} plans."),
        RecordField(name="byPlan", description="The plans in the order of their ids.", record=PEER_PLAN, size=FIRST),
        RecordField(
            name="courses",
            description="Courses by name: the standard's in its order, then the plans'.",
            record=PEER_COURSE,
            size=FIRST,
        ),
        RecordField(
            name="certificates",
            description="Certificates, those first that most colleges name.",
            record=PEER_CERTIFICATE,
            size=FIRST,
        ),
        RecordField(
            name="requirements",
            description="Requirements covered, those first that most colleges cover, then those of the standard.",
            record=PEER_REQUIREMENT,
            size=FIRST,
        ),
    ),
)
