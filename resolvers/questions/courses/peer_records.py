"""The records that answer ``peerComparison``."""

from graph.model.codes import CERTIFICATE_LEVEL_CODE
from graph.model.core import BASIS, CodeList, Property, Scalar, Text
from resolvers.questions.records import FIRST, NodeField, RecordField, RecordType, count_field
from resolvers.questions.shared.evidence import COURSE_TYPES

# Enough for every plan that is published of a major today; bounds what one question reads.
PLANS_LARGEST = 200

COURSE_PLACE = CodeList(
    "CoursePlace",
    Text("Where a course of this name stands.", "该名称的课程出现在哪里。"),
    {
        "COMMON": Text(
            "In the teaching standard and in at least one published plan.", "专业教学标准和至少一份已公开的方案中都有。"
        ),
        "ONLY_STANDARD": Text(
            "In the teaching standard only; the published lines of plans do not show it.",
            "只在专业教学标准中；方案已公开的行中没有。",
        ),
        "ONLY_PLAN": Text("In plans only.", "只在方案中。"),
    },
)


def _known(name: str, description: Text, kind: Scalar = Scalar.INT) -> Property:
    return Property(name=name, type=kind, description=description)


_TOTALS = (
    count_field("lines", Text("Published lines.", "已公开的课程行数。")),
    _known(
        "hours",
        Text("Hours of the lines that state them. Null: none does.", "写明学时的课程行的学时合计。null：都未写明。"),
    ),
    count_field("linesWithHours", Text("Lines that state hours.", "写明学时的课程行数。")),
    _known(
        "credits",
        Text("Credits of the lines that state them. Null: none does.", "写明学分的课程行的学分合计。null：都未写明。"),
        Scalar.FLOAT,
    ),
    count_field("linesWithCredits", Text("Lines that state credits.", "写明学分的课程行数。")),
    _known(
        "covered",
        Text(
            "Requirements the lines or their outcomes cover. Null: no one has decided on an "
            "alignment of any of them; that an outcome does not match says nothing of its line.",
            "这些课程行或其课程目标覆盖的要求数。null：没有人对其中任何一条对接作出决定；"
            "课程目标无对应不说明其课程行。",
        ),
    ),
)

PEER_MODULE = RecordType(
    name="PeerModule",
    description=Text("The lines of a plan that belong to one kind of course.", "方案中属于同一课程类别的各行。"),
    fields=(
        Property(
            name="moduleText",
            description=Text(
                "Module as the college writes it. Null: not stated.", "院校所写的课程模块。null：未注明。"
            ),
        ),
        *_TOTALS,
    ),
)

PEER_PLAN = RecordType(
    name="PeerPlan",
    description=Text("A college's plan compared with the teaching standard.", "一份院校方案与专业教学标准的对照。"),
    fields=(
        NodeField(name="trainingPlan", description=Text("The plan.", "人才培养方案。"), kinds=("TrainingPlan",)),
        NodeField(
            name="colleges",
            description=Text(
                "Its college. Empty: not matched to a college of 2026.",
                "制定方案的院校。空：未能与 2026 年的院校对应。",
            ),
            kinds=("College",),
            is_list=True,
        ),
        *_TOTALS,
        _known(
            "inCommon",
            Text(
                "Course names that plan and standard share. Null: no line, or no standard, is known.",
                "方案与标准共有的课程名称数。null：没有课程行，或没有标准。",
            ),
        ),
        _known(
            "onlyInPlan",
            Text(
                "Course names that only the plan has. Null as `inCommon`.",
                "只有方案才有的课程名称数。何时为 null 同 `inCommon`。",
            ),
        ),
        _known(
            "onlyInStandard",
            Text(
                "Course names of the standard that the published lines do not show; not proof "
                "that the college has no such course. Null as `inCommon`.",
                "标准中有、而已公开的课程行没有显示的课程名称数；不能证明院校没有该课程。何时为 null 同 `inCommon`。",
            ),
        ),
        RecordField(
            name="byModule",
            description=Text("The same by kind of course, in the order of names.", "按课程类别列出，按名称次序。"),
            record=PEER_MODULE,
        ),
    ),
)

PEER_COURSE = RecordType(
    name="PeerCourse",
    description=Text(
        "The courses of one name. Spaces, punctuation, width, case and a final 学 do not count.",
        "同名的课程。空格、标点、全角半角、大小写与末尾的“学”不计。",
    ),
    fields=(
        Property(
            name="name",
            description=Text(
                "The name as the standard writes it, else as the first plan.",
                "标准所写的名称；标准没有时为第一份方案所写的名称。",
            ),
            required=True,
        ),
        Property(name="place", type=COURSE_PLACE, description=Text("Where it stands.", "出现的位置。"), required=True),
        NodeField(
            name="standardCourses",
            description=Text("The courses of the standard.", "标准中的课程。"),
            kinds=("Course",),
            is_list=True,
        ),
        NodeField(
            name="lines",
            description=Text("The lines of plans.", "方案中的课程行。"),
            kinds=("PlanCourse",),
            is_list=True,
        ),
        count_field("plans", Text("Plans that have it.", "有该课程的方案数。")),
        count_field("colleges", Text("Colleges that have it.", "有该课程的院校数。")),
        _known(
            "hoursLeast", Text("Least hours that a line states. Null: none does.", "写明的最少学时。null：都未写明。")
        ),
        _known(
            "hoursMost", Text("Most hours that a line states. Null: none does.", "写明的最多学时。null：都未写明。")
        ),
    ),
)

PEER_TIE = RecordType(
    name="PeerTie",
    description=Text("A statement of a plan that it prepares for a certificate.", "方案说明：它为某证书作准备。"),
    fields=(
        NodeField(name="trainingPlan", description=Text("The plan.", "人才培养方案。"), kinds=("TrainingPlan",)),
        NodeField(
            name="lines",
            description=Text(
                "The line that is tied. Empty: the plan as a whole names the certificate.",
                "与证书对应的课程行。空：由方案整体写明该证书。",
            ),
            kinds=("PlanCourse",),
            is_list=True,
        ),
        Property(
            name="certificateLevel",
            type=CERTIFICATE_LEVEL_CODE,
            description=Text("Level named. Null: none.", "所写的等级。null：无。"),
        ),
        Property(
            name="kind",
            description=Text(
                "Kind of tie as the college writes it. Null: the plan as a whole names it.",
                "院校所写的对应方式。null：由方案整体写明。",
            ),
        ),
        Property(name="basis", type=BASIS, description=Text("On what the tie rests.", "该对应的依据。"), required=True),
        NodeField(
            name="sources", description=Text("Sources of the tie.", "该对应的来源。"), kinds=("Source",), is_list=True
        ),
    ),
)

PEER_CERTIFICATE = RecordType(
    name="PeerCertificate",
    description=Text("A certificate that plans of the major prepare for.", "该专业各方案所对应的证书。"),
    fields=(
        NodeField(name="certificate", description=Text("The certificate.", "证书。"), kinds=("Certificate",)),
        count_field("plans", Text("Plans that name it or tie a line to it.", "写明该证书或有课程与之对应的方案数。")),
        count_field("colleges", Text("Colleges of these plans.", "这些方案所属的院校数。")),
        RecordField(
            name="ties",
            description=Text("What the plans state, in the order of plans.", "各方案的说明，按方案次序。"),
            record=PEER_TIE,
        ),
    ),
)

PEER_CARRIER = RecordType(
    name="PeerCarrier",
    description=Text("A course that covers a requirement.", "覆盖某要求的课程。"),
    fields=(
        NodeField(
            name="course",
            description=Text("The course, or the line of a plan.", "课程，或方案中的课程行。"),
            kinds=COURSE_TYPES,
        ),
        Property(
            name="module",
            description=Text(
                "Kind of course: a code of CourseModule in a standard, the college's own "
                "words in a plan. Null: not known.",
                "课程类别：标准中为 CourseModule 的代码，方案中为院校自己的写法。null：不详。",
            ),
        ),
        NodeField(
            name="alignment",
            description=Text(
                "The alignment it rests on, of the course or of its outcome.", "所依据的对接（课程自身或其课程目标）。"
            ),
            kinds=("Alignment",),
        ),
    ),
)

PEER_REQUIREMENT = RecordType(
    name="PeerRequirement",
    description=Text("A requirement that the standard or a plan covers.", "标准或方案所覆盖的要求。"),
    fields=(
        NodeField(name="requirement", description=Text("The requirement.", "技能要求。"), kinds=("SkillRequirement",)),
        Property(
            name="inStandard",
            type=Scalar.BOOLEAN,
            description=Text("Whether a course of the teaching standard covers it.", "专业教学标准中是否有课程覆盖。"),
            required=True,
        ),
        count_field("plans", Text("Plans with a line that covers it.", "有课程行覆盖它的方案数。")),
        count_field("colleges", Text("Colleges with such a line.", "有此类课程行的院校数。")),
        RecordField(
            name="carriers",
            description=Text("Who covers it, by which kind of course.", "由谁覆盖、属于哪类课程。"),
            record=PEER_CARRIER,
        ),
    ),
)

PEER_COMPARISON = RecordType(
    name="PeerComparison",
    description=Text(
        "The published plans of a major compared with its teaching standard.",
        "一个专业已公开的方案与其专业教学标准的对照。",
    ),
    fields=(
        count_field(
            "standards",
            Text(
                "Teaching standards of the major. 0: none in the graph, so nothing to compare with.",
                "该专业的专业教学标准数。0：图中没有，无从对照。",
            ),
        ),
        count_field("standardCourses", Text("Courses of these standards.", "这些标准的课程数。")),
        count_field(
            "plans",
            Text(
                "Plans of the major in the graph, the ones with no published line included.",
                "图中该专业的方案数，含没有公开课程行的方案。",
            ),
        ),
        count_field(
            "plansWithLines",
            Text(
                f"Plans with published lines, of the first {PLANS_LARGEST}.",
                f"前 {PLANS_LARGEST} 份方案中有公开课程行的份数。",
            ),
        ),
        count_field(
            "colleges",
            Text(f"Colleges of the first {PLANS_LARGEST} plans.", f"前 {PLANS_LARGEST} 份方案所属的院校数。"),
        ),
        RecordField(
            name="byPlan",
            description=Text("The plans in the order of their ids.", "方案，按 id 次序。"),
            record=PEER_PLAN,
            size=FIRST,
        ),
        RecordField(
            name="courses",
            description=Text(
                "Courses by name: the standard's in its order, then the plans'.",
                "按名称列出的课程：先按标准次序，后按方案次序。",
            ),
            record=PEER_COURSE,
            size=FIRST,
        ),
        RecordField(
            name="certificates",
            description=Text("Certificates, those first that most colleges name.", "证书，写明院校最多的在前。"),
            record=PEER_CERTIFICATE,
            size=FIRST,
        ),
        RecordField(
            name="requirements",
            description=Text(
                "Requirements covered, those first that most colleges cover, then those of the standard.",
                "已覆盖的要求：院校最多的在前，其次是标准覆盖的。",
            ),
            record=PEER_REQUIREMENT,
            size=FIRST,
        ),
    ),
)
