"""Improvements of a training plan: jobs that a solver works on, one answer each, and nothing written to the graph."""

from graph.model.core import CodeList, Property, Text
from resolvers.editing.edit_errors import USER_ERRORS
from resolvers.questions.records import RecordField, RecordType, count_field
from resolvers.request.declarations import Argument, InputType
from resolvers.services.imports import IMPORT_ERROR
from resolvers.services.improvements.embedding_records import CERTIFICATE_EMBEDDING, EDIT_GROUND, UNSERVED_REASON
from resolvers.services.improvements.portfolio_records import CERTIFICATE_PORTFOLIO
from resolvers.services.improvements.recognition_records import CREDIT_RECOGNITION
from resolvers.services.improvements.schedule_records import HELD_REASON, SEMESTER_SCHEDULE, WEEKS_FROM
from resolvers.services.improvements.shared_records import (
    IMPROVEMENT_OBJECTIVE,
    SOLVED_STAGE,
    flag_field,
    text_field,
)
from resolvers.services.service import Service

IMPROVEMENT_KIND = CodeList(
    "ImprovementKind",
    Text("What is asked of the solver.", "求解的内容。"),
    {
        "CERTIFICATE": Text("A certificate in the plan.", "将证书要求融入方案。"),
        "SCHEDULE": Text("A schedule of semesters.", "学期排课。"),
        "CREDITS": Text("The conversion of credits.", "学分转换。"),
        "PORTFOLIO": Text("Several certificates in the plan.", "多个证书与方案的取舍。"),
    },
)
IMPROVEMENT_STATE = CodeList(
    "ImprovementState",
    Text("How far a job is.", "任务的进展。"),
    {
        "QUEUED": Text("It waits for a place.", "排队等待。"),
        "SOLVING": Text(
            "The solver works on it; `stages` are those that it has finished.", "正在求解；`stages` 为已完成的阶段。"
        ),
        "SOLVED": Text("The answer is there.", "已有结果。"),
        "FAILED": Text("There is no answer: see `error`.", "没有结果，见 `error`。"),
        "CANCELLED": Text("It was cancelled, or no one asked for it any more.", "已取消，或不再有人查询。"),
    },
)
SCHEDULE_OBJECTIVE = CodeList(
    "ScheduleObjective",
    Text("What a schedule of semesters makes least.", "学期排课的优化目标（均为最小）。"),
    {each: IMPROVEMENT_OBJECTIVE.codes[each] for each in ("PEAK", "MOVES", "SPREAD", "APART", "DISTANCE")},
)


def _answer(name: str, description: Text, record: RecordType) -> RecordField:
    return RecordField(name=name, description=description, record=record, is_list=False)


IMPROVEMENT_JOB = RecordType(
    name="ImprovementJob",
    description=Text(
        "An improvement of a training plan that is worked on for an editor.", "为编辑者求解的一项方案优化。"
    ),
    fields=(
        text_field("id", Text("Id of the job; it is no node of the graph.", "任务 id；不是图中的节点。")),
        Property(name="kind", type=IMPROVEMENT_KIND, description=Text("What is asked.", "求解的内容。"), required=True),
        text_field("plan", Text("Id of the TrainingPlan.", "TrainingPlan 的 id。")),
        Property(name="state", type=IMPROVEMENT_STATE, description=Text("How far it is.", "进展。"), required=True),
        count_field(
            "jobsBefore",
            Text(
                "While it waits: how many jobs began before it and are not finished. Null: it does not wait.",
                "排队时，此前开始且未结束的任务数。null：不在排队。",
            ),
            required=False,
        ),
        text_field("createdAt", Text("When it began, in UTC.", "开始时刻（UTC）。")),
        text_field("expiresAt", Text("When it is removed, in UTC.", "清除时刻（UTC）。")),
        RecordField(
            name="stages",
            description=Text("The objectives solved so far, in their order.", "已求解的各目标，按次序。"),
            record=SOLVED_STAGE,
        ),
        flag_field("isProven", Text("Whether every stage of the answer is proven.", "结果的各阶段是否均已证明。")),
        flag_field(
            "isUnique",
            Text(
                "Whether the answer is the first of all as good, so that it is the same each time.",
                "结果是否为同样优的方案中的首个，因而每次相同。",
            ),
        ),
        text_field(
            "answerSha256",
            Text("Digest of the answer. Null: there is none.", "结果的摘要。null：没有结果。"),
            required=False,
        ),
        _answer(
            "embedding",
            Text("Answer to `embedCertificate`. Null: none.", "`embedCertificate` 的结果。null：没有。"),
            CERTIFICATE_EMBEDDING,
        ),
        _answer(
            "schedule",
            Text("Answer to `scheduleSemesters`. Null: none.", "`scheduleSemesters` 的结果。null：没有。"),
            SEMESTER_SCHEDULE,
        ),
        _answer(
            "recognition",
            Text("Answer to `planCreditConversion`. Null: none.", "`planCreditConversion` 的结果。null：没有。"),
            CREDIT_RECOGNITION,
        ),
        _answer(
            "portfolio",
            Text("Answer to `certificatePortfolio`. Null: none.", "`certificatePortfolio` 的结果。null：没有。"),
            CERTIFICATE_PORTFOLIO,
        ),
        RecordField(
            name="error",
            description=Text(
                "Why there is no answer. Null: there is one, or not yet.", "没有结果的原因。null：已有或尚无结果。"
            ),
            record=IMPORT_ERROR,
            is_list=False,
        ),
    ),
)
IMPROVEMENT_JOB_PAYLOAD = RecordType(
    name="ImprovementJobPayload",
    description=Text("What beginning or cancelling a job gives.", "开始或取消任务后的结果。"),
    fields=(
        RecordField(
            name="job",
            description=Text("The job. Null: see `userErrors`.", "任务。null：见 `userErrors`。"),
            record=IMPROVEMENT_JOB,
            is_list=False,
        ),
        USER_ERRORS,
    ),
)

# ---- arguments

_PLAN = Argument(name="plan", annotation="ID", description=Text("Id of a TrainingPlan.", "TrainingPlan 的 id。"))
_SECONDS = Argument(
    name="seconds",
    annotation="Int",
    description=Text("Time limit of solving, 1 to 60.", "求解时限（秒），1 至 60。"),
    default=30,
)
_WEEKLY_MOST = Argument(
    name="weeklyHoursMost",
    annotation="Int | None",
    description=Text("Weekly hours of a semester at most, 1 to 100.", "学期周学时上限，1 至 100。"),
    default=None,
)


def _input(name: str, description: Text, *fields: Argument) -> InputType:
    return InputType(name=name, description=description, fields=fields)


def _name(name: str, description: Text) -> Argument:
    return Argument(name=name, annotation="String", description=description)


# What edits for certificates may do.
_OF_EMBEDDING = (
    Argument(
        name="includeLower",
        annotation="Boolean",
        description=Text("Also what the levels below require.", "含较低等级的要求。"),
        default=True,
    ),
    Argument(
        name="standard",
        annotation="ID | None",
        description=Text(
            "TeachingStandard whose alignments count. By default the base standard of the plan, else the latest "
            "of its major code.",
            "采用其对接的 TeachingStandard。默认为方案所依据的标准，否则取其专业代码的最新标准。",
        ),
        default=None,
    ),
    Argument(
        name="totalHoursMost",
        annotation="Int | None",
        description=Text("Hours in all at most.", "总学时上限。"),
        default=None,
    ),
    _WEEKLY_MOST,
    Argument(
        name="locked",
        annotation="list[String]",
        description=Text("Courses that are not edited.", "不改动的课程。"),
        default=(),
    ),
)
EMBED_CERTIFICATE = Service(
    name="embedCertificate",
    description=Text(
        "Begin a job: the least edits by which a plan teaches what a certificate requires. Needs an editor's token.",
        "开始任务：求使方案覆盖证书要求的最少改动。须持编辑者令牌。",
    ),
    arguments=(
        _PLAN,
        Argument(
            name="level", annotation="ID", description=Text("Id of a CertificateLevel.", "CertificateLevel 的 id。")
        ),
        Argument(
            name="budgetHours",
            annotation="Int",
            description=Text("Hours to add at most, 0 to 10,000.", "可增加的学时，0 至 10000。"),
            default=64,
        ),
        *_OF_EMBEDDING,
        _SECONDS,
    ),
    record=IMPROVEMENT_JOB_PAYLOAD,
    codes=(IMPROVEMENT_KIND, IMPROVEMENT_STATE, IMPROVEMENT_OBJECTIVE, UNSERVED_REASON, EDIT_GROUND),
)
CERTIFICATE_PORTFOLIO_JOB = Service(
    name="certificatePortfolio",
    description=Text(
        "Begin a job: every best trade-off between hours added to a plan and what several certificates require. "
        "Needs an editor's token.",
        "开始任务：求方案所增学时与多个证书要求之间的全部最优取舍。须持编辑者令牌。",
    ),
    arguments=(
        _PLAN,
        Argument(
            name="levels",
            annotation="list[ID]",
            description=Text("Ids of CertificateLevels, 1 to 10.", "CertificateLevel 的 id，1 至 10 个。"),
        ),
        Argument(
            name="maxExtraHours",
            annotation="Int",
            description=Text("Hours to add at most, 0 to 10,000.", "最多增加的学时，0 至 10000。"),
            default=64,
        ),
        *_OF_EMBEDDING,
        _SECONDS,
    ),
    record=IMPROVEMENT_JOB_PAYLOAD,
)
SCHEDULE_SEMESTERS = Service(
    name="scheduleSemesters",
    description=Text(
        "Begin a job: in which semester each course of a plan would best be taught. Needs an editor's token.",
        "开始任务：求各课程的最佳开课学期。须持编辑者令牌。",
    ),
    arguments=(
        _PLAN,
        Argument(
            name="order",
            annotation="list[ScheduleObjective]",
            description=Text("Objectives, the most important first.", "优化目标，按重要性排列。"),
            default=("PEAK", "MOVES", "SPREAD", "APART", "DISTANCE"),
        ),
        _WEEKLY_MOST,
        Argument(
            name="coursesMost",
            annotation="Int | None",
            description=Text("Courses of a semester at most, 1 to 100.", "每学期课程数上限，1 至 100。"),
            default=None,
        ),
        Argument(
            name="weeks",
            annotation="list[SemesterWeeks]",
            description=Text("Weeks of teaching, instead of those of the plan.", "教学周数，代替方案所写。"),
            default=(),
        ),
        Argument(
            name="prerequisites",
            annotation="list[CourseBefore]",
            description=Text("Courses that come before others.", "课程的先后要求。"),
            default=(),
        ),
        Argument(
            name="locked",
            annotation="list[String]",
            description=Text(
                "Courses that stay: all of a name, or one of them, such as 'A #1'.",
                "不调整的课程：同名的全部课程，或其中一门，如“甲 #1”。",
            ),
            default=(),
        ),
        Argument(
            name="free",
            annotation="list[String]",
            description=Text(
                "Common courses that may move, which stay otherwise.", "允许调整的公共基础课程，其余公共基础课程不动。"
            ),
            default=(),
        ),
        Argument(
            name="begins",
            annotation="list[CourseBegins]",
            description=Text("Where courses may begin.", "课程可开始的学期。"),
            default=(),
        ),
        _SECONDS,
    ),
    record=IMPROVEMENT_JOB_PAYLOAD,
    inputs=(
        _input(
            "SemesterWeeks",
            Text("Weeks of teaching of a semester.", "一个学期的教学周数。"),
            Argument(
                name="semester", annotation="Int", description=Text("Its number, 1 to 20.", "学期序号，1 至 20。")
            ),
            Argument(name="weeks", annotation="Int", description=Text("Weeks, 0 to 99.", "周数，0 至 99。")),
        ),
        _input(
            "CourseBefore",
            Text("One course before another.", "一门课程先于另一门。"),
            _name("before", Text("The course that ends first.", "先结课的课程。")),
            _name("after", Text("The course that begins later.", "后开课的课程。")),
        ),
        _input(
            "CourseBegins",
            Text("Where a course may begin.", "一门课程可开始的学期。"),
            _name("course", Text("The course.", "课程。")),
            Argument(name="semesters", annotation="list[Int]", description=Text("The semesters.", "学期。")),
        ),
    ),
    codes=(SCHEDULE_OBJECTIVE, HELD_REASON, WEEKS_FROM),
)
PLAN_CREDIT_CONVERSION = Service(
    name="planCreditConversion",
    description=Text(
        "Begin a job: for which courses of a plan its certificates are recognised, by the rules of a college. Needs an "
        "editor's token.",
        "开始任务：按院校规则求方案中各证书可转换的课程。须持编辑者令牌。",
    ),
    arguments=(
        _PLAN,
        Argument(
            name="rulesOf",
            annotation="String | None",
            description=Text(
                "Whose rules, by a part of the name. By default those of the plan's college.",
                "采用哪所院校的规则（名称的一部分即可）。默认为方案所属院校。",
            ),
            default=None,
        ),
        Argument(
            name="covers",
            annotation="list[CertificateCovers]",
            description=Text("Courses that certificates cover, besides those of the plan.", "证书另外覆盖的课程。"),
            default=(),
        ),
        Argument(
            name="bankCredits",
            annotation="list[BankCredits]",
            description=Text("Credits that the credit bank gives.", "学分银行认定的学分。"),
            default=(),
        ),
        Argument(
            name="alternatives",
            annotation="Int",
            description=Text("Other answers as good, 0 to 10.", "同样优的其他方案数，0 至 10。"),
            default=3,
        ),
        _SECONDS,
    ),
    record=IMPROVEMENT_JOB_PAYLOAD,
    inputs=(
        _input(
            "CertificateCovers",
            Text("Courses that a certificate covers.", "证书覆盖的课程。"),
            _name("certificate", Text("Its name in the plan, with or without level.", "方案中的证书名称，可带等级。")),
            Argument(name="courses", annotation="list[String]", description=Text("The courses.", "课程。")),
        ),
        _input(
            "BankCredits",
            Text("What the credit bank gives for a certificate.", "学分银行对一个证书认定的学分。"),
            _name("certificate", Text("Its name in the plan, with or without level.", "方案中的证书名称，可带等级。")),
            Argument(name="credits", annotation="Float", description=Text("Credits, 0 to 100.", "学分，0 至 100。")),
        ),
    ),
)
FIND_IMPROVEMENT_JOB = Service(
    name="improvementJob",
    description=Text(
        "A job of the editor who asks. Null, with NOT_FOUND: there is none of this id, or it is somebody else's. "
        "A job that no one asks for is cancelled after a minute.",
        "提问编辑者自己的任务。null 及 NOT_FOUND：没有此 id 的任务，或属于他人。一分钟无人查询的任务会被取消。",
    ),
    arguments=(
        Argument(name="id", annotation="ID", description=Text("Id of the job.", "任务 id。")),
        Argument(
            name="waitSeconds",
            annotation="Int",
            description=Text(
                "Wait this long at most for the job to end, 0 to 10; the answer comes as soon as it has.",
                "最多等待任务结束的秒数，0 至 10；结束即返回。",
            ),
            default=0,
        ),
    ),
    record=IMPROVEMENT_JOB,
    is_mutation=False,
)
CANCEL_IMPROVEMENT_JOB = Service(
    name="cancelImprovementJob",
    description=Text(
        "End a job: its solver is stopped within a tenth of a second. A job that has ended stays as it is.",
        "终止任务：求解器在 0.1 秒内停止。已结束的任务保持不变。",
    ),
    arguments=(Argument(name="job", annotation="ID", description=Text("Id of the job.", "任务 id。")),),
    record=IMPROVEMENT_JOB_PAYLOAD,
)
IMPROVEMENT_SERVICES = (
    EMBED_CERTIFICATE,
    CERTIFICATE_PORTFOLIO_JOB,
    SCHEDULE_SEMESTERS,
    PLAN_CREDIT_CONVERSION,
    FIND_IMPROVEMENT_JOB,
    CANCEL_IMPROVEMENT_JOB,
)
