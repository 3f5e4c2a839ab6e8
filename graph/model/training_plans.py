"""Training plans of colleges and their lines, as published."""

from graph.model.codes import CERTIFICATE_LEVEL_CODE, EDUCATION_LEVEL, PLAN_COMPLETENESS
from graph.model.core import Ends, NodeType, Property, Relationship, Scalar, Search, Text
from graph.model.training_plan_details import LINE_DETAILS, PLAN_DETAILS

TRAINING_PLAN = NodeType(
    name="TrainingPlan",
    plural="trainingPlans",
    term="人才培养方案",
    description=Text(
        "A college's talent-training plan: what was gathered of it, or the whole of it where its document was imported. "
        "`completeness` says what is missing; no rule on totals can be judged on a plan that is not WHOLE.",
        "院校人才培养方案：收集到的部分，或由其文件导入的全部内容。缺少的内容见 `completeness`；"
        "除 WHOLE 外，不能据此判断总学时类规则。",
    ),
    key=("collegeName", "majorName", "grade", "version"),
    optional_key=("version",),
    properties=(
        Property(
            name="collegeName",
            description=Text("College as the source names it.", "来源所写的院校名称。"),
            required=True,
        ),
        Property(
            name="majorName",
            description=Text("Major as the source names it.", "来源所写的专业名称。"),
            required=True,
            search=Search.NAME,
        ),
        Property(
            name="majorCode",
            description=Text("Major code as the source prints it. Null: none.", "来源所印的专业代码。null：无。"),
        ),
        Property(
            name="grade",
            description=Text(
                "Grade or edition of the plan, such as 2024级. Null: not stated.",
                "方案的年级或版本，如 2024级。null：未注明。",
            ),
        ),
        Property(
            name="educationLevel",
            type=EDUCATION_LEVEL,
            description=Text("Level of the diploma. Null: not stated.", "学历层次。null：未注明。"),
        ),
        Property(
            name="completeness",
            type=PLAN_COMPLETENESS,
            description=Text("How much of the plan is here.", "该方案收录的完整程度。"),
            indexed=True,
        ),
        Property(
            name="duration",
            description=Text("Years of study as written. Null: not stated.", "修业年限，按原文。null：未注明。"),
        ),
        Property(
            name="industries",
            description=Text("Industries as written. Empty: not stated.", "对应行业，按原文。空：未注明。"),
            many=True,
        ),
        Property(
            name="positions",
            description=Text("Positions as written. Empty: not stated.", "主要岗位，按原文。空：未注明。"),
            many=True,
        ),
        Property(
            name="certificatesNamed",
            description=Text("Certificates as written. Empty: not stated.", "证书，按原文。空：未注明。"),
            many=True,
        ),
        *PLAN_DETAILS,
    ),
    order=("collegeName", "majorName", "grade"),
    lookups=(),
    title="majorName",
    has_drafts=True,
)

PLAN_COURSE = NodeType(
    name="PlanCourse",
    plural="planCourses",
    term="方案中的课程",
    description=Text(
        "A line of a training plan: one course as a college gives it.", "人才培养方案的一行：院校所开的一门课程。"
    ),
    key=("collegeName", "majorName", "grade", "sequence", "version"),
    optional_key=("version",),
    properties=(
        Property(
            name="collegeName",
            description=Text("College as the source names it.", "来源所写的院校名称。"),
            required=True,
        ),
        Property(
            name="majorName", description=Text("Major as the source names it.", "来源所写的专业名称。"), required=True
        ),
        Property(
            name="grade",
            description=Text("Grade or edition of the plan. Null: not stated.", "方案的年级或版本。null：未注明。"),
        ),
        Property(
            name="sequence",
            type=Scalar.INT,
            least=1,
            description=Text(
                "Place among the lines that were read, from 1; a plan may give a course twice.",
                "在已读取的课程行中的次序，从 1 起；同一课程可在方案中出现两次。",
            ),
            required=True,
        ),
        Property(
            name="name",
            description=Text("Course name (Chinese).", "课程名称。"),
            required=True,
            indexed=True,
            search=Search.NAME,
        ),
        Property(
            name="moduleText",
            description=Text(
                "Module as the college writes it. Null: not stated.", "院校所写的课程模块。null：未注明。"
            ),
        ),
        Property(
            name="submoduleText",
            description=Text(
                "Group within the module, as the college writes it. Null: not stated.",
                "院校所写的模块内分组。null：未注明。",
            ),
        ),
        Property(
            name="credits",
            type=Scalar.FLOAT,
            least=0,
            description=Text("Credits. Null: not stated.", "学分。null：未注明。"),
        ),
        Property(
            name="hours", type=Scalar.INT, least=0, description=Text("Hours. Null: not stated.", "学时。null：未注明。")
        ),
        Property(
            name="theoryHours",
            type=Scalar.INT,
            least=0,
            description=Text("Of them hours of theory. Null: not stated.", "其中理论学时。null：未注明。"),
        ),
        Property(
            name="practiceHours",
            type=Scalar.INT,
            least=0,
            description=Text("Of them hours of practice. Null: not stated.", "其中实践学时。null：未注明。"),
        ),
        Property(
            name="semesterText",
            description=Text(
                "Semester as written, or weekly hours by semester such as `1: 4; 2: 4`. Null: not stated.",
                "开课学期（按原文），或各学期周学时，如 `1: 4; 2: 4`。null：未注明。",
            ),
        ),
        Property(
            name="courseCode",
            description=Text(
                "The college's own code of the course. Null: not stated.", "院校自编的课程代码。null：未注明。"
            ),
        ),
        Property(
            name="nature",
            description=Text(
                "必 (required) or 选 (elective), as the college writes it. Null: not stated.",
                "必修（必）或选修（选），按院校所写。null：未注明。",
            ),
        ),
        Property(
            name="examination",
            description=Text(
                "How it is examined, as the college writes it, such as 考试 or 考查. Null: not stated.",
                "考核方式，按院校所写，如考试、考查。null：未注明。",
            ),
        ),
        Property(
            name="remark",
            description=Text("Remark of the line, as written. Null: none.", "该行备注，按原文。null：无。"),
        ),
        Property(
            name="certificatesAsWritten",
            description=Text(
                "Certificates the line names, as written. Empty: none.", "该行所写的证书，按原文。空：无。"
            ),
            many=True,
        ),
        *LINE_DETAILS,
    ),
    order=("collegeName", "majorName", "position", "sequence"),
    lookups=(),
    has_drafts=True,
)

NODES = (TRAINING_PLAN, PLAN_COURSE)

RELATIONSHIPS = (
    Relationship(
        type="HAS_PLAN",
        structural=True,
        start="College",
        end="TrainingPlan",
        forward="trainingPlans",
        forward_ends=Ends.MANY,
        forward_expected=40,
        forward_description=Text(
            "What is published of its plans. Empty: nothing gathered.", "已公开的人才培养方案。空：尚未收录。"
        ),
        backward="college",
        backward_ends=Ends.ONE,
        backward_description=Text(
            "The college of the plan. Null: not matched to a college of 2026.",
            "制定方案的院校。null：未能与 2026 年的院校对应。",
        ),
    ),
    Relationship(
        type="PLAN_FOR",
        start="TrainingPlan",
        end="Major",
        forward="major",
        forward_ends=Ends.ONE,
        forward_description=Text("The major of the plan. Null: not matched.", "方案所属的专业。null：未能对应。"),
        backward="trainingPlans",
        backward_ends=Ends.MANY,
        backward_description=Text("What is published of colleges' plans for this major.", "各院校为该专业公开的方案。"),
        explains=True,
    ),
    Relationship(
        type="PLAN_PREPARES_FOR",
        start="TrainingPlan",
        end="Occupation",
        forward="occupations",
        forward_ends=Ends.FEW,
        forward_description=Text(
            "Occupations the plan names by code (主要职业类别). Empty: not stated.",
            "方案按代码写明的主要职业类别。空：未写明。",
        ),
        backward="trainingPlans",
        backward_ends=Ends.MANY,
        backward_description=Text("Plans that name this occupation by code.", "按代码写明该职业的方案。"),
    ),
    Relationship(
        type="HAS_PLAN_COURSE",
        structural=True,
        start="TrainingPlan",
        end="PlanCourse",
        forward="courses",
        forward_ends=Ends.FEW,
        forward_expected=30,
        forward_description=Text(
            "The lines that are here; `completeness` says whether they are all.",
            "已收录的课程行；是否齐全见 `completeness`。",
        ),
        backward="trainingPlan",
        backward_ends=Ends.ONE,
        backward_description=Text("The plan it is a line of.", "所属的方案。"),
        explains=True,
    ),
    Relationship(
        type="LINKED_TO_CERTIFICATE",
        start="PlanCourse",
        end="Certificate",
        forward="certificates",
        forward_ends=Ends.FEW,
        forward_description=Text("Certificates that the college ties to this course.", "院校为该课程对应的证书。"),
        backward="planCourses",
        backward_ends=Ends.MANY,
        backward_description=Text("Courses of real colleges tied to this certificate.", "与该证书对应的院校实际课程。"),
        properties=(
            Property(
                name="certificateLevel",
                type=CERTIFICATE_LEVEL_CODE,
                description=Text("Level named. Null: none.", "所写的等级。null：无。"),
            ),
            Property(
                name="kind",
                description=Text("Kind of link as the college writes it, such as 1+X.", "院校所写的对应方式，如 1+X。"),
                required=True,
            ),
            Property(name="note", description=Text("What the source adds.", "来源的补充说明。")),
        ),
        explains=True,
    ),
    Relationship(
        type="PLAN_NAMES_CERTIFICATE",
        start="TrainingPlan",
        end="Certificate",
        forward="certificates",
        forward_ends=Ends.FEW,
        forward_description=Text(
            "Certificates the plan, or the college for this major, names.", "方案（或院校为该专业）写明的证书。"
        ),
        backward="trainingPlans",
        backward_ends=Ends.MANY,
        backward_description=Text("Plans that name this certificate.", "写明该证书的方案。"),
        properties=(
            Property(
                name="certificateLevel",
                type=CERTIFICATE_LEVEL_CODE,
                description=Text("Level named. Null: none.", "所写的等级。null：无。"),
            ),
        ),
        explains=True,
    ),
)
