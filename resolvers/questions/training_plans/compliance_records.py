"""The records of ``trainingPlanCompliance``: verdicts with the figures and lines that they rest on."""

from graph.model.codes import RULE_FORCE, RULE_MEASURE
from graph.model.core import Property, Scalar, Text
from resolvers.questions.records import NodeField, RecordField, RecordType, count_field
from resolvers.questions.training_plans.compliance_codes import (
    COMPLIANCE_REASON,
    COMPLIANCE_VERDICT,
    UNDECIDED_KIND,
)

UNDECIDED_BY = RecordType(
    name="UndecidedBy",
    description=Text("Something that would decide a rule.", "可据以判断规则的一项内容。"),
    fields=(
        Property(name="kind", type=UNDECIDED_KIND, description=Text("What it is.", "内容。"), required=True),
        NodeField(
            name="missingIn",
            description=Text("The lines that it concerns. Empty: no lines.", "所涉及的课程行。空：不涉及课程行。"),
            kinds=("PlanCourse",),
            is_list=True,
        ),
        Property(
            name="groups",
            type=Scalar.INT,
            many=True,
            description=Text(
                "Numbers of the groups whose choice decides. Empty: none.", "须作选择的选课组编号。空：无。"
            ),
        ),
    ),
)


def _bound(name: str, english: str, chinese: str) -> Property:
    return Property(name=name, type=Scalar.INT, description=Text(english, chinese))


# The bounds of a rule, and how many rules have which verdict.
RULE_BOUNDS: tuple[Property, ...] = (
    Property(
        name="least",
        description=Text("Least value that keeps it, exactly. Null: none.", "符合的最小值（精确值）。null：无。"),
    ),
    Property(
        name="most",
        description=Text("Largest value that keeps it, exactly. Null: none.", "符合的最大值（精确值）。null：无。"),
    ),
    Property(
        name="unit",
        type=Scalar.INT,
        description=Text(
            "What one is in the measured value: 100 for a credit, a week, an hour a week, of a credit, or of a rule on "
            "hours or else weeks, and for one per cent of a share. Bounds of a share are fractions, such as 1/4.",
            "测得值以多少表示一：学分、周、周学时、每学分学时、以学时或周数计的规则中的学时，以及比例的百分之一为 100；"
            "比例的阈值为分数，如 1/4。",
        ),
        required=True,
    ),
)
VERDICT_COUNTS: tuple[Property, ...] = (
    count_field("passed", Text("Rules PASS.", "PASS 的规则数。")),
    count_field("failed", Text("Rules FAIL.", "FAIL 的规则数。")),
    count_field("remarked", Text("Rules REMARK.", "REMARK 的规则数。")),
    count_field("unknown", Text("Rules UNKNOWN.", "UNKNOWN 的规则数。")),
    count_field("notApplicable", Text("Rules NOT_APPLICABLE.", "NOT_APPLICABLE 的规则数。")),
)

COMPLIANCE_FINDING = RecordType(
    name="ComplianceFinding",
    description=Text("The verdict on one rule.", "对一条规则的判断。"),
    fields=(
        NodeField(name="rule", description=Text("The rule.", "规则。"), kinds=("Rule",)),
        Property(name="verdict", type=COMPLIANCE_VERDICT, description=Text("The verdict.", "判断。"), required=True),
        Property(name="reason", type=COMPLIANCE_REASON, description=Text("On what it rests.", "理由。"), required=True),
        Property(
            name="force",
            type=RULE_FORCE,
            description=Text("How strictly the rule binds. Null: not known.", "规则的约束力。null：未知。"),
        ),
        Property(
            name="clause",
            description=Text("Where the rule stands. Null: not seen.", "规则在文件中的位置。null：未见到。"),
        ),
        *RULE_BOUNDS,
        Property(
            name="measuredAs",
            type=RULE_MEASURE,
            description=Text(
                "What was measured; of a rule on hours or else weeks, which of both. Null: nothing was.",
                "所测的内容；以学时或周数计的规则，则为其中实际比较的一种。null：未测。",
            ),
        ),
        _bound(
            "measuredLeast",
            "Least measured value over all admissible choices. Null: open, or nothing was measured.",
            "各种可行选课下测得的最小值。null：未定或未测。",
        ),
        _bound(
            "measuredMost",
            "Largest measured value. Null: open, or nothing was measured.",
            "测得的最大值。null：未定或未测。",
        ),
        _bound(
            "partLeast", "Of a share: least hours of the part. Null: no share.", "比例规则：分子学时最小值。null：无。"
        ),
        _bound("partMost", "Largest hours of the part. Null: open, or no share.", "分子学时最大值。null：未定或无。"),
        _bound("wholeLeast", "Of a share: least hours in all. Null: no share.", "比例规则：总学时最小值。null：无。"),
        _bound("wholeMost", "Largest hours in all. Null: open, or no share.", "总学时最大值。null：未定或无。"),
        NodeField(
            name="counted",
            description=Text("The lines that were counted.", "计入的课程行。"),
            kinds=("PlanCourse",),
            is_list=True,
        ),
        NodeField(
            name="outside",
            description=Text("The lines that break the rule, or are remarked on.", "违反规则或被提示的课程行。"),
            kinds=("PlanCourse",),
            is_list=True,
        ),
        NodeField(
            name="leftOut",
            description=Text(
                "The lines that the rule itself does not judge, such as a whole-semester placement.",
                "规则本身不予判断的课程行，如占满整学期的实习。",
            ),
            kinds=("PlanCourse",),
            is_list=True,
        ),
        Property(
            name="missingCourses",
            type=Scalar.STRING,
            many=True,
            description=Text(
                "Courses that a rule on several courses wants and no line has. Empty: none.",
                "要求开设多门课程的规则中，没有对应课程行的课程名称。空：无。",
            ),
        ),
        RecordField(
            name="undecided",
            description=Text("What would decide an UNKNOWN. Empty: decided.", "UNKNOWN 的判断条件。空：已判断。"),
            record=UNDECIDED_BY,
        ),
    ),
)

# By which rules a plan was judged, and whether all of it was there to judge.
JUDGED_ON = (
    Property(
        name="asOf",
        type=Scalar.DATE,
        description=Text(
            "The day whose rules were taken. Null: the newest were.", "所取规则的日期。null：取最新规则。"
        ),
    ),
    Property(
        name="isWhole",
        type=Scalar.BOOLEAN,
        description=Text("Whether the graph has all lines of the plan.", "图中是否有方案的全部课程行。"),
        required=True,
    ),
)

TRAINING_PLAN_COMPLIANCE = RecordType(
    name="TrainingPlanCompliance",
    description=Text("A training plan judged by rules.", "按规则检查培养方案的结果。"),
    fields=(
        *JUDGED_ON,
        *VERDICT_COUNTS,
        RecordField(
            name="findings",
            description=Text("The verdicts, in the order of sets and rules.", "各项判断，按规则集与规则排列。"),
            record=COMPLIANCE_FINDING,
            size=60,
        ),
    ),
)
