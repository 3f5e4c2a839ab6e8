"""What joins the two sides: alignments between courses and skill requirements, and the reviews that close a question."""

from graph.model.core import VALIDITY, CodeList, Ends, NaturalKey, NodeType, Property, Relationship, Scalar, Text
from graph.model.texts import PERSON_LARGEST

# Characters of a reason or a conclusion, and of the name of a method; sources of one alignment.
REASON_LARGEST, METHOD_LARGEST, SOURCES_LARGEST = 1_000, 100, 20

ALIGNMENT_KIND = CodeList(
    "AlignmentKind",
    Text("What an alignment says of course and requirement.", "对接关系的性质：课程与技能要求之间是什么关系。"),
    {
        "EXACT": Text(
            "The course treats exactly this requirement. Only a named person may accept it.",
            "课程内容与该要求完全一致；须由具名人员认定。",
        ),
        "BROADER": Text("The course treats more than this requirement.", "课程内容比该要求更宽。"),
        "NARROWER": Text("The course treats a part of this requirement.", "课程内容只是该要求的一部分。"),
        "MAJOR": Text("The larger part of the two is common.", "两者的大部分内容相同。"),
        "MINOR": Text("A smaller part of the two is common.", "两者的小部分内容相同。"),
        "RELATED": Text("They are related, and neither covers the other.", "两者相关，但互不包含。"),
        "PREREQUISITE": Text("The course comes before what the requirement asks.", "课程是学习该要求之前的基础。"),
        "REPLACED_BY": Text("The one has taken the place of the other.", "前者取代了后者。"),
        "NO_MATCH": Text("Somebody looked and found no match.", "有人查过，没有对应内容。"),
    },
)

ALIGNMENT_ROLE = CodeList(
    "AlignmentRole",
    Text("What the course does with the requirement.", "课程对该要求做什么。"),
    {
        "TEACHES": Text("讲授: the course teaches it.", "讲授：课程讲授该要求。"),
        "PRACTISES": Text("训练: the course practises it.", "训练：课程训练该要求。"),
        "ASSESSES": Text("考核: the course assesses it.", "考核：课程考核该要求。"),
    },
)

ALIGNMENT_STATUS = CodeList(
    "AlignmentStatus",
    Text("Where an alignment stands.", "对接所处的状态。"),
    {
        "SUGGESTED": Text(
            "Proposed, by a person or a method; counts for nothing yet.", "已提出（由人或由方法），尚不计入任何结果。"
        ),
        "ACCEPTED": Text("Accepted by a reviewer.", "评审人已采纳。"),
        "REJECTED": Text("Rejected by a reviewer; kept.", "评审人未采纳；记录保留。"),
        "WITHDRAWN": Text("Taken back by its author or a reviewer; kept.", "提出人或评审人已撤回；记录保留。"),
    },
)

REVIEW_GROUND = CodeList(
    "ReviewGround",
    Text("What somebody looked at who found nothing.", "得出“没有对应”的结论所依据的材料。"),
    {
        "COURSE_NAMES": Text(
            "课程名称: the names of courses alone; a name is no syllabus, so what it leaves out may still be taught.",
            "仅课程名称：名称不等于课程标准，名称未提到的内容仍可能讲授。",
        ),
        "SYLLABUS": Text("课程标准: the contents of the courses.", "课程标准：课程的内容。"),
        "EXPERT_JUDGEMENT": Text(
            "专家判断: the judgement of somebody who knows what such courses hold.",
            "专家判断：由熟悉此类课程内容的人作出。",
        ),
    },
)

# The kinds that say a course carries at least a part of the requirement itself.
COVERING = frozenset({"EXACT", "BROADER", "NARROWER", "MAJOR", "MINOR"})


def is_covering(kind: str, role: str | None, status: str) -> bool:
    """Whether an alignment counts as cover: accepted, of a covering kind, and with what the course does."""
    return status == "ACCEPTED" and kind in COVERING and role is not None


# Judgements are no finer; a number that was reckoned, such as 0.4 + 0.05 * 4, has sixteen digits.
STRENGTH_DIGITS = 3


def kept_strength(given: float) -> float:
    """Round a strength as it is kept."""
    return round(float(given), STRENGTH_DIGITS)


def contradiction(kind: str | None, role: str | None, strength: float) -> str | None:
    """Name the property that does not go with the kind of an alignment; None: all do.

    A NO_MATCH has no role and no strength; every other kind has both.
    """
    if kind == "NO_MATCH":
        return "role" if role else "strength" if strength else None
    return "role" if not role else "strength" if strength <= 0 else None


ALIGNMENT = NodeType(
    name="Alignment",
    plural="alignments",
    term="对接",
    description=Text(
        "What somebody says of a course, its outcome, a line of a plan or a major and a skill requirement, a task or a work area: who, and why.",
        "某人对课程、课程目标、人才培养方案中的课程或专业与技能要求、工作任务或工作领域之间关系的判断：谁作出、依据什么。",
    ),
    key=("code",),
    properties=(
        Property(name="code", description=Text("Our code of the alignment.", "本系统的对接编号。"), required=True),
        Property(
            name="kind",
            type=ALIGNMENT_KIND,
            description=Text("What it says.", "对接关系的性质。"),
            required=True,
            indexed=True,
        ),
        Property(
            name="role",
            type=ALIGNMENT_ROLE,
            description=Text(
                "What the course does with the requirement. Null: NO_MATCH.",
                "课程对该要求做什么。null：无对应（NO_MATCH）。",
            ),
        ),
        Property(
            name="strength",
            type=Scalar.FLOAT,
            least=0,
            most=1,
            description=Text(
                "How much of the requirement the course carries, 0 to 1, kept with three decimals.",
                "课程承担该要求的程度，0 至 1，保留三位小数。",
            ),
            required=True,
        ),
        Property(
            name="status",
            type=ALIGNMENT_STATUS,
            description=Text("Where it stands.", "所处状态。"),
            required=True,
            indexed=True,
        ),
        Property(
            name="method",
            longest=METHOD_LARGEST,
            description=Text(
                "How it was found: `manual`, or the name of a suggesting method.",
                "发现方式：`manual`（人工），或给出建议的方法名称。",
            ),
            required=True,
        ),
        Property(
            name="rationale",
            longest=REASON_LARGEST,
            description=Text("Why, in a sentence.", "理由，一句话。"),
        ),
        Property(
            name="author",
            longest=PERSON_LARGEST,
            description=Text(
                "Who proposed it, and so may not accept or reject it. One carried from an earlier version keeps the author "
                "of the one it comes from. Null: not known.",
                "提出人，因而不得由其采纳或不采纳。由旧版沿用的，仍为原对接的提出人。null：不详。",
            ),
        ),
        Property(
            name="reviewer",
            longest=PERSON_LARGEST,
            description=Text("Who decided on it. Null: no one yet.", "决定人。null：尚无人决定。"),
        ),
        Property(name="proposedOn", type=Scalar.DATE, description=Text("Day of the proposal.", "提出日期。")),
        Property(
            name="decidedOn",
            type=Scalar.DATE,
            description=Text("Day of the decision. Null: none yet.", "决定日期。null：尚未决定。"),
        ),
        Property(
            name="version",
            type=Scalar.INT,
            least=1,
            description=Text(
                "Rises with every change; a change must name the version it saw.",
                "每次变更加一；变更时须注明所依据的版本。",
            ),
            required=True,
        ),
    ),
    order=("code",),
    lookups=(NaturalKey(properties=("code",)),),
    title="rationale",
    is_dated=True,
    is_basis_indexed=True,
)

REVIEW = NodeType(
    name="Review",
    plural="reviews",
    term="评审结论",
    description=Text(
        "The end of a search: somebody looked whether a teaching standard carries a requirement.",
        "一次查找的结论：有人查过某个专业教学标准是否承担该要求。",
    ),
    key=("code",),
    properties=(
        Property(name="code", description=Text("Our code of the review.", "本系统的评审编号。"), required=True),
        Property(name="reviewer", longest=PERSON_LARGEST, description=Text("Who looked.", "查找人。"), required=True),
        Property(
            name="closedOn",
            type=Scalar.DATE,
            description=Text("Day of the conclusion.", "得出结论的日期。"),
            required=True,
        ),
        Property(
            name="conclusion",
            longest=REASON_LARGEST,
            description=Text("What was found, in a sentence.", "查找结论，一句话。"),
        ),
        Property(
            name="ground",
            type=REVIEW_GROUND,
            description=Text("What the conclusion rests on.", "结论所依据的材料。"),
            required=True,
            indexed=True,
        ),
    ),
    order=("code",),
    lookups=(NaturalKey(properties=("code",)),),
    title="conclusion",
)

NODES = (ALIGNMENT, REVIEW)

# Where the first day stands from which an alignment or its cover link counts: the first of these that is known.
FIRST_DAYS = ("validFrom", "decidedOn", "proposedOn")

# What a cover link states; all of it is taken from its alignment.
_COVER = (
    Property(
        name="alignmentId",
        description=Text("Id of the alignment this link is derived from.", "该链接由哪条对接推得（对接的 id）。"),
        required=True,
    ),
    Property(
        name="kind",
        type=ALIGNMENT_KIND,
        description=Text("What the alignment says.", "对接关系的性质。"),
        required=True,
    ),
    Property(
        name="role",
        type=ALIGNMENT_ROLE,
        description=Text("What the course does with the requirement.", "课程对该要求做什么。"),
        required=True,
    ),
    Property(
        name="strength",
        type=Scalar.FLOAT,
        least=0,
        most=1,
        description=Text("How much of the requirement the course carries, 0 to 1.", "课程承担该要求的程度，0 至 1。"),
        required=True,
    ),
    Property(
        name="proposedOn",
        type=Scalar.DATE,
        description=Text("Day of the proposal. Null: not known.", "提出日期。null：不详。"),
    ),
    Property(
        name="decidedOn",
        type=Scalar.DATE,
        description=Text("Day of the decision. Null: not known.", "决定日期。null：不详。"),
    ),
    *VALIDITY,
)
# What a cover link takes over from its alignment, besides basis and sources.
COVER_TAKES = tuple(each.name for each in _COVER if each.name != "alignmentId")

RELATIONSHIPS = (
    Relationship(
        type="ALIGNS",
        structural=True,
        start="Alignment",
        end="Course",
        forward="course",
        forward_ends=Ends.ONE,
        forward_description=Text(
            "The course of a teaching standard it speaks of. Null: it speaks of something else.",
            "所涉及的专业教学标准课程。null：涉及的是其他对象。",
        ),
        backward="alignments",
        backward_ends=Ends.MANY,
        backward_description=Text(
            "What is said of this course, in every status.", "关于该课程的全部对接，含各种状态。"
        ),
    ),
    Relationship(
        type="ALIGNS_PLAN_COURSE",
        structural=True,
        start="Alignment",
        end="PlanCourse",
        forward="planCourse",
        forward_ends=Ends.ONE,
        forward_description=Text(
            "The line of a college's plan it speaks of. Null: it speaks of something else.",
            "所涉及的院校方案课程。null：涉及的是其他对象。",
        ),
        backward="alignments",
        backward_ends=Ends.MANY,
        backward_description=Text(
            "What is said of this line of a plan, in every status.", "关于该方案课程的全部对接，含各种状态。"
        ),
    ),
    Relationship(
        type="ALIGNS_OUTCOME",
        structural=True,
        start="Alignment",
        end="CourseOutcome",
        forward="courseOutcome",
        forward_ends=Ends.ONE,
        forward_description=Text(
            "The outcome of a course it speaks of; it is evidence of that course. Null: it speaks of something else.",
            "所涉及的课程目标，它同时是该课程的证据。null：涉及的是其他对象。",
        ),
        backward="alignments",
        backward_ends=Ends.MANY,
        backward_description=Text(
            "What is said of this outcome, in every status.", "关于该课程目标的全部对接，含各种状态。"
        ),
    ),
    Relationship(
        type="ALIGNS_MAJOR",
        structural=True,
        start="Alignment",
        end="Major",
        forward="major",
        forward_ends=Ends.ONE,
        forward_description=Text(
            "The major it speaks of as a whole. Null: it speaks of something else.",
            "所涉及的专业（整体）。null：涉及的是其他对象。",
        ),
        backward="alignments",
        backward_ends=Ends.MANY,
        backward_description=Text(
            "What is said of this major as a whole, in every status.", "关于该专业（整体）的全部对接，含各种状态。"
        ),
    ),
    Relationship(
        type="ALIGNED_TO",
        structural=True,
        start="Alignment",
        end="SkillRequirement",
        forward="requirement",
        forward_ends=Ends.ONE,
        forward_description=Text(
            "The skill requirement it speaks of. Null: it speaks of a task or work area.",
            "所涉及的技能要求。null：涉及的是工作任务或工作领域。",
        ),
        backward="alignments",
        backward_ends=Ends.MANY,
        backward_description=Text(
            "What is said of this requirement, in every status.", "关于该技能要求的全部对接，含各种状态。"
        ),
    ),
    Relationship(
        type="ALIGNED_TO_TASK",
        structural=True,
        start="Alignment",
        end="WorkTask",
        forward="workTask",
        forward_ends=Ends.ONE,
        forward_description=Text(
            "The work task it speaks of as a whole. Null: it speaks of something else.",
            "所涉及的工作任务（整体）。null：涉及的是其他对象。",
        ),
        backward="alignments",
        backward_ends=Ends.MANY,
        backward_description=Text(
            "What is said of this task as a whole; no evidence for its single requirements.",
            "关于该工作任务（整体）的对接，不作为其中各条技能要求的证据。",
        ),
    ),
    Relationship(
        type="ALIGNED_TO_AREA",
        structural=True,
        start="Alignment",
        end="WorkArea",
        forward="workArea",
        forward_ends=Ends.ONE,
        forward_description=Text(
            "The work area it speaks of as a whole. Null: it speaks of something else.",
            "所涉及的工作领域（整体）。null：涉及的是其他对象。",
        ),
        backward="alignments",
        backward_ends=Ends.MANY,
        backward_description=Text(
            "What is said of this work area as a whole; no evidence for its single requirements.",
            "关于该工作领域（整体）的对接，不作为其中各条技能要求的证据。",
        ),
    ),
    Relationship(
        type="COVERS",
        start="Course",
        end="SkillRequirement",
        forward="covers",
        forward_ends=Ends.MANY,
        forward_description=Text(
            "Skill requirements this course covers, by an accepted alignment of the course or of one of its outcomes.",
            "该课程覆盖的技能要求：课程或其课程目标有已采纳的对接。",
        ),
        backward="coveredBy",
        backward_ends=Ends.MANY,
        backward_description=Text(
            "Courses that cover this requirement, by an accepted alignment.", "覆盖该要求的课程：有已采纳的对接。"
        ),
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
        forward_description=Text(
            "Skill requirements this line of a plan covers, by an accepted alignment of the line or of one of its outcomes.",
            "该方案课程覆盖的技能要求：课程或其课程目标有已采纳的对接。",
        ),
        backward="coveredByPlans",
        backward_ends=Ends.MANY,
        backward_description=Text(
            "Lines of colleges' plans that cover this requirement, by an accepted alignment.",
            "覆盖该要求的院校方案课程：有已采纳的对接。",
        ),
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
        forward_description=Text("The requirement that was looked for.", "被查找的技能要求。"),
        backward="reviews",
        backward_ends=Ends.MANY,
        backward_description=Text("Conclusions on this requirement.", "关于该要求的查找结论。"),
    ),
    Relationship(
        type="REVIEW_OF",
        structural=True,
        start="Review",
        end="TeachingStandard",
        forward="teachingStandard",
        forward_ends=Ends.ONE,
        forward_description=Text(
            "The teaching standard that was searched. Null: it was a plan.",
            "被查找的专业教学标准。null：查找的是人才培养方案。",
        ),
        backward="reviews",
        backward_ends=Ends.MANY,
        backward_description=Text("Conclusions on this standard.", "关于该标准的查找结论。"),
    ),
    Relationship(
        type="REVIEW_OF_PLAN",
        structural=True,
        start="Review",
        end="TrainingPlan",
        forward="trainingPlan",
        forward_ends=Ends.ONE,
        forward_description=Text(
            "The college's plan that was searched. Null: it was a teaching standard.",
            "被查找的院校人才培养方案。null：查找的是专业教学标准。",
        ),
        backward="reviews",
        backward_ends=Ends.MANY,
        backward_description=Text("Conclusions on this plan.", "关于该方案的查找结论。"),
    ),
)
