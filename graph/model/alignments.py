"""What joins the two sides: alignments between courses and skill requirements, and the reviews that close a question."""

from graph.model.core import VALIDITY, CodeList, Ends, Lookup, NodeType, Property, Relationship, Scalar

KIND = CodeList(
    "AlignmentKind",
    "What an alignment says of course and requirement.",
    {
        "EXACT": "The course treats exactly this requirement. Only a named person may accept it.",
        "BROADER": "The course treats more than this requirement.",
        "NARROWER": "The course treats a part of this requirement.",
        "MAJOR": "The larger part of the two is common.",
        "MINOR": "A smaller part of the two is common.",
        "RELATED": "They are related, and neither covers the other.",
        "PREREQUISITE": "The course comes before what the requirement asks.",
        "REPLACED_BY": "The one has taken the place of the other.",
        "NO_MATCH": "Somebody looked and found no match.",
    },
)

ROLE = CodeList(
    "AlignmentRole",
    "What the course does with the requirement.",
    {
        "TEACHES": "讲授: the course teaches it.",
        "PRACTISES": "训练: the course practises it.",
        "ASSESSES": "考核: the course assesses it.",
    },
)

STATUS = CodeList(
    "AlignmentStatus",
    "Where an alignment stands.",
    {
        "SUGGESTED": "Proposed, by a person or a method; counts for nothing yet.",
        "ACCEPTED": "Accepted by a reviewer.",
        "REJECTED": "Rejected by a reviewer; kept.",
        "WITHDRAWN": "Taken back by its author or a reviewer; kept.",
    },
)

# The kinds that say a course carries at least a part of the requirement itself.
COVERING = frozenset({"EXACT", "BROADER", "NARROWER", "MAJOR", "MINOR"})


def is_covering(kind: str, role: str | None, status: str) -> bool:
    """Whether an alignment counts as cover: accepted, of a covering kind, and with what the course does."""
    return status == "ACCEPTED" and kind in COVERING and role is not None


ALIGNMENT = NodeType(
    name="Alignment",
    plural="alignments",
    term="对接",
    description="What somebody says of a course, its outcome, a line of a plan or a major and a skill requirement, a task or a work area: who, and why.",
    key=("code",),
    properties=(
        Property(name="code", description="Our code of the alignment.", required=True),
        Property(name="kind", type=KIND, description="What it says.", required=True, indexed=True),
        Property(name="role", type=ROLE, description="What the course does with the requirement. Null: NO_MATCH."),
        Property(
            name="strength",
            type=Scalar.FLOAT,
            description="How much of the requirement the course carries, 0 to 1.",
            required=True,
        ),
        Property(name="status", type=STATUS, description="Where it stands.", required=True, indexed=True),
        Property(
            name="method", description="How it was found: `manual`, or the name of a suggesting method.", required=True
        ),
        Property(name="rationale", description="Why, in a sentence."),
        Property(name="author", description="Who proposed it."),
        Property(name="reviewer", description="Who decided on it. Null: nobody yet."),
        Property(name="proposedOn", type=Scalar.DATE, description="Day of the proposal."),
        Property(name="decidedOn", type=Scalar.DATE, description="Day of the decision. Null: none yet."),
        Property(
            name="version",
            type=Scalar.INT,
            description="Rises with every change; a change must name the version it saw.",
            required=True,
        ),
    ),
    order=("code",),
    lookups=(Lookup(properties=("code",)),),
    title="rationale",
    is_dated=True,
    is_basis_indexed=True,
)

REVIEW = NodeType(
    name="Review",
    plural="reviews",
    term="评审结论",
    description="The end of a search: somebody looked whether a teaching standard carries a requirement.",
    key=("code",),
    properties=(
        Property(name="code", description="Our code of the review.", required=True),
        Property(name="reviewer", description="Who looked.", required=True),
        Property(name="closedOn", type=Scalar.DATE, description="Day of the conclusion.", required=True),
        Property(name="conclusion", description="What was found, in a sentence."),
    ),
    order=("code",),
    lookups=(Lookup(properties=("code",)),),
    title="conclusion",
)

NODES = (ALIGNMENT, REVIEW)

# Where the first day stands from which an alignment or its cover link counts: the first of these that is known.
FIRST_DAYS = ("validFrom", "decidedOn", "proposedOn")

# What a cover link states; all of it is taken from its alignment.
_COVER = (
    Property(name="alignmentId", description="Id of the alignment this link is derived from.", required=True),
    Property(name="kind", type=KIND, description="What the alignment says.", required=True),
    Property(name="role", type=ROLE, description="What the course does with the requirement.", required=True),
    Property(
        name="strength",
        type=Scalar.FLOAT,
        description="How much of the requirement the course carries, 0 to 1.",
        required=True,
    ),
    Property(name="proposedOn", type=Scalar.DATE, description="Day of the proposal. Null: not known."),
    Property(name="decidedOn", type=Scalar.DATE, description="Day of the decision. Null: not known."),
    *VALIDITY,
)
# What a cover link takes over from its alignment, beside basis and sources.
COVER_TAKES = tuple(each.name for each in _COVER if each.name != "alignmentId")

RELATIONSHIPS = (
    Relationship(
        type="ALIGNS",
        structural=True,
        start="Alignment",
        end="Course",
        forward="course",
        forward_ends=Ends.ONE,
        forward_description="The course of a teaching standard it speaks of. Null: it speaks of something else.",
        backward="alignments",
        backward_ends=Ends.MANY,
        backward_description="What is said of this course, in every status.",
    ),
    Relationship(
        type="ALIGNS_PLAN_COURSE",
        structural=True,
        start="Alignment",
        end="PlanCourse",
        forward="planCourse",
        forward_ends=Ends.ONE,
        forward_description="The line of a college's plan it speaks of. Null: it speaks of something else.",
        backward="alignments",
        backward_ends=Ends.MANY,
        backward_description="What is said of this line of a plan, in every status.",
    ),
    Relationship(
        type="ALIGNS_OUTCOME",
        structural=True,
        start="Alignment",
        end="CourseOutcome",
        forward="courseOutcome",
        forward_ends=Ends.ONE,
        forward_description="The outcome of a course it speaks of; it is evidence of that course. Null: it speaks of something else.",
        backward="alignments",
        backward_ends=Ends.MANY,
        backward_description="What is said of this outcome, in every status.",
    ),
    Relationship(
        type="ALIGNS_MAJOR",
        structural=True,
        start="Alignment",
        end="Major",
        forward="major",
        forward_ends=Ends.ONE,
        forward_description="The major it speaks of as a whole. Null: it speaks of something else.",
        backward="alignments",
        backward_ends=Ends.MANY,
        backward_description="What is said of this major as a whole, in every status.",
    ),
    Relationship(
        type="ALIGNED_TO",
        structural=True,
        start="Alignment",
        end="SkillRequirement",
        forward="requirement",
        forward_ends=Ends.ONE,
        forward_description="The skill requirement it speaks of. Null: it speaks of a task or work area.",
        backward="alignments",
        backward_ends=Ends.MANY,
        backward_description="What is said of this requirement, in every status.",
    ),
    Relationship(
        type="ALIGNED_TO_TASK",
        structural=True,
        start="Alignment",
        end="WorkTask",
        forward="workTask",
        forward_ends=Ends.ONE,
        forward_description="The work task it speaks of as a whole. Null: it speaks of something else.",
        backward="alignments",
        backward_ends=Ends.MANY,
        backward_description="What is said of this task as a whole; no evidence for its single requirements.",
    ),
    Relationship(
        type="ALIGNED_TO_AREA",
        structural=True,
        start="Alignment",
        end="WorkArea",
        forward="workArea",
        forward_ends=Ends.ONE,
        forward_description="The work area it speaks of as a whole. Null: it speaks of something else.",
        backward="alignments",
        backward_ends=Ends.MANY,
        backward_description="What is said of this work area as a whole; no evidence for its single requirements.",
    ),
    Relationship(
        type="COVERS",
        start="Course",
        end="SkillRequirement",
        forward="covers",
        forward_ends=Ends.MANY,
        forward_description="Skill requirements this course covers, by an accepted alignment of the course or of one of its outcomes.",
        backward="coveredBy",
        backward_ends=Ends.MANY,
        backward_description="Courses that cover this requirement, by an accepted alignment.",
        properties=_COVER,
        told_apart_by=("alignmentId",),
        explains=True,
    ),
    Relationship(
        type="PLAN_COVERS",
        start="PlanCourse",
        end="SkillRequirement",
        forward="covers",
        forward_ends=Ends.MANY,
        forward_description="Skill requirements this line of a plan covers, by an accepted alignment of the line or of one of its outcomes.",
        backward="coveredByPlans",
        backward_ends=Ends.MANY,
        backward_description="Lines of colleges' plans that cover this requirement, by an accepted alignment.",
        properties=_COVER,
        told_apart_by=("alignmentId",),
        explains=True,
    ),
    Relationship(
        type="CONCLUDES_ON",
        structural=True,
        start="Review",
        end="SkillRequirement",
        forward="requirement",
        forward_ends=Ends.ONE,
        forward_description="The requirement that was looked for.",
        backward="reviews",
        backward_ends=Ends.MANY,
        backward_description="Conclusions on this requirement.",
    ),
    Relationship(
        type="REVIEW_OF",
        structural=True,
        start="Review",
        end="TeachingStandard",
        forward="teachingStandard",
        forward_ends=Ends.ONE,
        forward_description="The teaching standard that was searched. Null: it was a plan.",
        backward="reviews",
        backward_ends=Ends.MANY,
        backward_description="Conclusions on this standard.",
    ),
    Relationship(
        type="REVIEW_OF_PLAN",
        structural=True,
        start="Review",
        end="TrainingPlan",
        forward="trainingPlan",
        forward_ends=Ends.ONE,
        forward_description="The college's plan that was searched. Null: it was a teaching standard.",
        backward="reviews",
        backward_ends=Ends.MANY,
        backward_description="Conclusions on this plan.",
    ),
)
