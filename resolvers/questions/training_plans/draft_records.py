"""The records of a draft of a training plan: its lines with what demands them, and what it leaves open."""

from analysis.training_plans.plan_drafting import DraftGap
from graph.model.codes import COURSE_MODULE, COURSE_NATURE
from graph.model.core import CodeList, Property, Scalar, Text
from resolvers.questions.records import FIRST, NodeField, RecordField, RecordRow, RecordType
from resolvers.questions.training_plans.compliance_codes import UNDECIDED_KIND
from resolvers.questions.training_plans.compliance_records import VERDICT_COUNTS
from resolvers.questions.training_plans.offer_fields import OFFER_FIELDS

TRAINING_PLAN_GAP_KIND = CodeList(
    "TrainingPlanGapKind",
    Text("What a draft of a training plan leaves open.", "人才培养方案草案尚缺的内容。"),
    {
        **UNDECIDED_KIND.codes,
        "ASSESSMENT": Text("How these lines are examined.", "这些课程行的考核方式。"),
        "EXAMINATION_SEMESTER": Text("In which semester these certificates are examined.", "这些目标证书的考证学期。"),
        "TEACHING_STANDARD": Text(
            "No teaching standard of the major by the year of entry is here: professional courses are missing.",
            "图中没有该专业截至入学年份的专业教学标准：缺专业课程。",
        ),
        "RULE_BROKEN": Text("Rules that the draft breaks, with the lines.", "草案违反的规则及所涉课程行。"),
        "RULE_REMARKED": Text(
            "Rules of lesser force that it does not meet, with the lines.", "草案未达到的非硬性规则及所涉课程行。"
        ),
    },
)

TRAINING_PLAN_GAP = RecordType(
    name="TrainingPlanGap",
    description=Text(
        "One kind of content that a draft leaves open: neither the teaching standard nor a rule states it.",
        "草案尚缺的一类内容：专业教学标准与规则均未写明。",
    ),
    fields=(
        Property(
            name="kind", type=TRAINING_PLAN_GAP_KIND, description=Text("What is open.", "所缺内容。"), required=True
        ),
        Property(
            name="lines",
            many=True,
            description=Text(
                "Names of the lines, or certificates, that it concerns. Empty: it is of the whole plan.",
                "所涉及的课程行或证书的名称。空：属整个方案。",
            ),
        ),
        Property(
            name="rules",
            many=True,
            description=Text(
                "Ids of the rules that it would decide, or that are not kept. Empty: no rule waits for it.",
                "补充后可据以判断的规则，或未符合的规则（id）。空：没有规则取决于它。",
            ),
        ),
    ),
)
MISSING = RecordField(
    name="missing",
    description=Text(
        "What the draft leaves open, as it was drafted. Nothing of it is made up.",
        "起草时尚缺的内容；草案不填写任何没有依据的内容。",
    ),
    record=TRAINING_PLAN_GAP,
    size=20,
)

TRAINING_PLAN_DRAFT_LINE = RecordType(
    name="TrainingPlanDraftLine",
    description=Text("A line of a draft of a training plan.", "人才培养方案草案的一行课程。"),
    fields=(
        Property(name="name", description=Text("Name of the course.", "课程名称。"), required=True),
        Property(
            name="module",
            type=COURSE_MODULE,
            description=Text("Module. Null: neither standard nor rule says.", "模块。null：标准与规则均未写明。"),
        ),
        Property(
            name="courseNature",
            type=COURSE_NATURE,
            description=Text("Nature. Null: the college decides.", "性质。null：由院校确定。"),
        ),
        Property(
            name="credits",
            type=Scalar.FLOAT,
            description=Text(
                "Credits that a rule demands. Null: no rule does.", "规则要求的学分。null：没有规则要求。"
            ),
        ),
        Property(
            name="hours",
            type=Scalar.INT,
            description=Text("Hours that a rule demands. Null: no rule does.", "规则要求的学时。null：没有规则要求。"),
        ),
        Property(
            name="durationWeeks",
            type=Scalar.FLOAT,
            description=Text("Weeks that a rule demands. Null: no rule does.", "规则要求的周数。null：没有规则要求。"),
        ),
        Property(
            name="atLeast",
            many=True,
            description=Text(
                "Which of these values are the least that a rule allows; the college may give more. Empty: none.",
                "上述值中哪些只是规则的下限，院校可多于此数。空：没有。",
            ),
        ),
        NodeField(
            name="course",
            description=Text(
                "The course of the teaching standard. Null: a rule demands the line.",
                "所据的专业教学标准课程。null：该行由规则要求。",
            ),
            kinds=("Course",),
            is_optional=True,
        ),
        NodeField(
            name="rules",
            description=Text(
                "The rules that demand it. Empty: a standard names it.", "要求该行的规则。空：由标准写明。"
            ),
            kinds=("Rule",),
            is_list=True,
        ),
    ),
)

TRAINING_PLAN_DRAFT_OFFER = RecordType(
    name="TrainingPlanDraftOffer",
    description=Text(
        "An accepted alignment of a course of the teaching standard, for a requirement of a target. It is offered for "
        "the line and never counted: whether the college's course does the same, a person decides.",
        "专业教学标准课程与目标要求之间已采纳的对接，供该行参考，不计入：院校的课程是否同样承担，由人判断。",
    ),
    fields=OFFER_FIELDS,
)

TRAINING_PLAN_DRAFT = RecordType(
    name="TrainingPlanDraft",
    description=Text("A training plan as it would be drafted. Nothing is written.", "将要起草的人才培养方案，不写入。"),
    fields=(
        Property(
            name="asOf",
            type=Scalar.DATE,
            description=Text("The day whose rules were taken: that of entry.", "所取规则的日期（入学日）。"),
            required=True,
        ),
        NodeField(
            name="teachingStandard",
            description=Text(
                "The newest teaching standard of the major by the year of entry. Null: none is here.",
                "截至入学年份最新的专业教学标准。null：图中没有。",
            ),
            kinds=("TeachingStandard",),
            is_optional=True,
        ),
        *VERDICT_COUNTS,
        RecordField(
            name="lines",
            description=Text(
                "The lines: what rules demand first, then the courses of the standard.",
                "课程行：先列规则要求的课程，再列标准的课程。",
            ),
            record=TRAINING_PLAN_DRAFT_LINE,
            size=60,
        ),
        MISSING,
        RecordField(
            name="offers",
            description=Text(
                "Alignments of the standard's courses for requirements of the targets. Empty: none, or no targets.",
                "标准课程与目标要求的对接。空：没有，或未给目标。",
            ),
            record=TRAINING_PLAN_DRAFT_OFFER,
            size=FIRST,
        ),
    ),
)


def gap_row(gap: DraftGap) -> RecordRow:
    """Make the record of a gap."""
    return TRAINING_PLAN_GAP.row(kind=gap.kind, lines=list(gap.lines), rules=list(gap.rules))
