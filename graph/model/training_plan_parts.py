"""Parts of a training plan besides its lines: choices, stated totals, target certificates, outcomes, its week table."""

from graph.model.codes import CERTIFICATE_LEVEL_CODE, OUTCOME_KIND, PLAN_GROUP_KIND
from graph.model.core import Ends, NodeType, Property, Relationship, Scalar, Text
from graph.model.training_plan_details import PLACE


def _part(name: str, plural: str, term: str, description: Text, title: str, *properties: Property) -> NodeType:
    plan = Property(
        name="trainingPlanKey",
        description=Text(
            "What the id of its plan has after the type: college, major, grade, version.",
            "所属方案 id 中类型之后的部分：院校、专业、年级、版本。",
        ),
        required=True,
    )
    number = Property(
        name="number",
        type=Scalar.INT,
        least=1,
        description=Text("Place in the plan among its kind, from 1.", "在方案同类内容中的次序，从 1 起。"),
        required=True,
    )
    return NodeType(
        name=name,
        plural=plural,
        term=term,
        description=description,
        key=("trainingPlanKey", "number"),
        properties=(plan, number, *properties, PLACE),
        order=("number",),
        lookups=(),
        title=title,
        has_drafts=True,
    )


def _label(english: str, chinese: str) -> Property:
    return Property(name="label", description=Text(english, chinese), required=True)


PLAN_GROUP = _part(
    "PlanGroup",
    "planGroups",
    "选修分组",
    Text("Lines of a training plan of which not all are taken.", "人才培养方案中不必全部修读的一组课程。"),
    "label",
    _label("What the plan calls it.", "方案对该组的称呼。"),
    Property(
        name="kind",
        type=PLAN_GROUP_KIND,
        description=Text("What is chosen of it.", "选择方式。"),
        required=True,
    ),
    Property(
        name="choose",
        type=Scalar.INT,
        least=1,
        description=Text("How many options are chosen. Null: credits are chosen.", "须选的选项数。null：按学分选修。"),
    ),
    Property(
        name="credits",
        type=Scalar.FLOAT,
        least=0,
        description=Text("Credits that are chosen. Null: options are chosen.", "须选的学分。null：按选项选择。"),
    ),
    Property(
        name="options",
        description=Text("Names of the options. Empty: each line is one.", "各选项名称。空：每门课程各为一项。"),
        many=True,
    ),
)

PLAN_TOTAL = _part(
    "PlanTotal",
    "planTotals",
    "方案所列合计",
    Text(
        "A total as the document of a plan states it, next to ours for the same lines.",
        "方案文件所列的一个合计数，以及本系统对相同课程行的计算结果。",
    ),
    "label",
    _label("What stands in front of the total.", "合计数前的文字。"),
    Property(
        name="scope",
        description=Text("Which module or group it is of. Null: the whole plan.", "合计所属的模块或分组。null：全部。"),
    ),
    Property(
        name="lines",
        description=Text(
            "Which lines it is the total of, as ranges of their `sequence`, such as 1-4. Empty: nothing tells which.",
            "所合计的课程行，为其 `sequence` 的范围，如 1-4。空：无从得知。",
        ),
        many=True,
    ),
    Property(
        name="row",
        type=Scalar.INT,
        least=1,
        description=Text(
            "Which row of totals it stands in, counted from 1 in the plan.", "所在的合计行，在方案中从 1 起计。"
        ),
        required=True,
    ),
    Property(
        name="figure",
        description=Text(
            "What is totalled: credits, hours, theoryHours, practiceHours, weeks, or one of a term such as termHours.3. "
            "Null: the row has no figure that was read.",
            "合计的内容：credits（学分）、hours（学时）、theoryHours（理论学时）、practiceHours（实践学时）、"
            "weeks（周数），或某学期的数，如 termHours.3。null：该行没有读取到数。",
        ),
    ),
    Property(
        name="stated",
        type=Scalar.FLOAT,
        least=0,
        description=Text("The total as stated. Null: none was read.", "所列的合计数。null：未读取到。"),
    ),
    Property(
        name="leastOurs",
        type=Scalar.FLOAT,
        least=0,
        description=Text(
            "The least that a student takes of these lines. Null: not worked out.",
            "学生在这些课程行中至少修读的数。null：未计算。",
        ),
    ),
    Property(
        name="mostOurs",
        type=Scalar.FLOAT,
        least=0,
        description=Text(
            "The most that a student takes of these lines. Null: a line leaves it open.",
            "学生在这些课程行中至多修读的数。null：有课程行未写明。",
        ),
    ),
)

TARGET_CERTIFICATE = _part(
    "TargetCertificate",
    "targetCertificates",
    "方案的目标证书",
    Text("A certificate that the students of a plan are to take.", "方案要求学生考取的证书。"),
    "name",
    Property(name="name", description=Text("Name as the plan writes it.", "证书名称，按方案原文。"), required=True),
    Property(
        name="levelText",
        description=Text("Level as written. Null: not stated.", "等级，按原文。null：未写明。"),
    ),
    Property(
        name="level",
        type=CERTIFICATE_LEVEL_CODE,
        description=Text("Level. Null: not stated, or of another scale.", "等级。null：未写明，或属其他等级体系。"),
    ),
    Property(
        name="semesters",
        description=Text("Semesters of the examination. Empty: not stated.", "考证学期。空：未写明。"),
        many=True,
    ),
    Property(
        name="issuer",
        description=Text("Who issues it, as written. Null: not stated.", "颁发机构，按原文。null：未写明。"),
    ),
    Property(
        name="courses",
        description=Text(
            "Courses that prepare for it, as written. Empty: not stated.", "对应课程，按原文。空：未写明。"
        ),
        many=True,
    ),
)

PLAN_OUTCOME = _part(
    "PlanOutcome",
    "planOutcomes",
    "方案的培养规格",
    Text("What a graduate of the plan knows, does or is.", "方案对毕业生素质、知识或能力的一项要求。"),
    "text",
    Property(name="kind", type=OUTCOME_KIND, description=Text("Kind of outcome.", "要求的类别。"), required=True),
    Property(name="text", description=Text("Text as it stands.", "原文。"), required=True),
)

PLAN_WEEKS = _part(
    "PlanWeeks",
    "planWeeks",
    "教学周数",
    Text("A figure of the week table of a plan: weeks of one use.", "方案教学周安排表中的一个数：某项安排的周数。"),
    "heading",
    Property(
        name="row",
        type=Scalar.INT,
        least=1,
        description=Text("Row of the week table, from 1.", "教学周安排表的行，从 1 起。"),
        required=True,
    ),
    Property(
        name="semester",
        type=Scalar.INT,
        least=1,
        description=Text("The semester. Null: a sum of all.", "学期。null：合计。"),
    ),
    Property(
        name="heading",
        description=Text(
            "What the weeks are for, as written. Null: none was read.", "安排名称，按原文。null：未读取到。"
        ),
    ),
    Property(
        name="weeks",
        type=Scalar.FLOAT,
        least=0,
        description=Text("How many weeks. Null: none was read.", "周数。null：未读取到。"),
    ),
)

NODES = (PLAN_GROUP, PLAN_TOTAL, TARGET_CERTIFICATE, PLAN_OUTCOME, PLAN_WEEKS)


def _has(type_name: str, end: str, forward: str, description: Text, ends: Ends) -> Relationship:
    return Relationship(
        type=type_name,
        structural=True,
        start="TrainingPlan",
        end=end,
        forward=forward,
        forward_ends=ends,
        forward_description=description,
        backward="trainingPlan",
        backward_ends=Ends.ONE,
        backward_description=Text("The plan it is part of.", "所属的方案。"),
    )


RELATIONSHIPS = (
    _has(
        "HAS_PLAN_GROUP",
        "PlanGroup",
        "groups",
        Text(
            "Lines of which not all are taken. Empty: none, or not imported.",
            "不必全部修读的课程分组。空：没有，或并非导入。",
        ),
        Ends.FEW,
    ),
    _has(
        "HAS_PLAN_TOTAL",
        "PlanTotal",
        "totals",
        Text(
            "Totals as the document states them. Empty: none, or not imported.",
            "文件所列的合计数。空：没有，或并非导入。",
        ),
        Ends.MANY,
    ),
    _has(
        "HAS_TARGET_CERTIFICATE",
        "TargetCertificate",
        "targetCertificates",
        Text(
            "Certificates that its students are to take, with level and semester. Empty: none, or not imported.",
            "要求学生考取的证书及等级、学期。空：没有，或并非导入。",
        ),
        Ends.FEW,
    ),
    _has(
        "HAS_PLAN_OUTCOME",
        "PlanOutcome",
        "outcomes",
        Text(
            "What a graduate knows, does or is. Empty: not stated, or not imported.",
            "对毕业生素质、知识、能力的要求。空：未写明，或并非导入。",
        ),
        Ends.FEW,
    ),
    _has(
        "HAS_PLAN_WEEKS",
        "PlanWeeks",
        "weekTable",
        Text(
            "The figures of its week table. Empty: none, or not imported.",
            "教学周安排表中的各项周数。空：没有，或并非导入。",
        ),
        Ends.MANY,
    ),
    Relationship(
        type="CHOICE_OF",
        structural=True,
        start="PlanCourse",
        end="PlanGroup",
        forward="group",
        forward_ends=Ends.ONE,
        forward_description=Text(
            "The group of which it is a choice. Null: it is taken by all.", "所属的选修分组。null：全体修读。"
        ),
        backward="courses",
        backward_ends=Ends.FEW,
        backward_expected=6,
        backward_description=Text("The lines to choose from.", "可供选择的课程行。"),
    ),
    Relationship(
        type="TARGETS_LEVEL",
        start="TargetCertificate",
        end="CertificateLevel",
        forward="certificateLevel",
        forward_ends=Ends.ONE,
        forward_description=Text(
            "The level of the certificate in the graph. Null: not matched, or no level is stated.",
            "图中对应的证书等级。null：未能对应，或未写明等级。",
        ),
        backward="targetCertificates",
        backward_ends=Ends.MANY,
        backward_description=Text("Plans whose students are to take it.", "要求学生考取该等级证书的方案。"),
    ),
    Relationship(
        type="FOLLOWS_STANDARD",
        start="TrainingPlan",
        end="TeachingStandard",
        forward="baseStandard",
        forward_ends=Ends.ONE,
        forward_description=Text(
            "The teaching standard of its major that was in force when its students enter. Null: none is known.",
            "学生入学时有效的专业教学标准。null：未知。",
        ),
        backward="basedPlans",
        backward_ends=Ends.MANY,
        backward_description=Text("Imported plans that rest on this standard.", "以该标准为依据的已导入方案。"),
    ),
    Relationship(
        type="REVISES_PLAN",
        structural=True,
        start="TrainingPlan",
        end="TrainingPlan",
        forward="revises",
        forward_ends=Ends.ONE,
        forward_description=Text(
            "The version that it takes the place of. Null: it is the first.", "所接续的上一版本。null：首个版本。"
        ),
        backward="revisions",
        backward_ends=Ends.FEW,
        backward_description=Text("The version that took its place. Empty: none so far.", "接续它的版本。空：尚无。"),
    ),
)
