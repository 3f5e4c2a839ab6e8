"""The answer to ``scheduleSemesters``: in which semester each course of a plan would best be taught."""

from graph.model.core import CodeList, Property, Scalar, Text
from resolvers.questions.records import RecordField, RecordType, count_field
from resolvers.services.improvements.shared_records import COURSE, LINE, RULES_IN_CONFLICT, flag_field, text_field

HELD_REASON = CodeList(
    "HeldReason",
    Text("Why a course cannot move.", "课程不能调整的原因。"),
    {
        "REQUEST": Text("It is locked by the caller.", "由调用者锁定。"),
        "CHOICE": Text("It is chosen among.", "属选课组。"),
        "WHOLE_WEEKS": Text("It takes whole weeks.", "整周安排。"),
        "NO_HOURS": Text("The plan gives it no hours.", "方案未写学时。"),
        "NO_TEACHING_WEEKS": Text("It touches a semester without weeks of teaching.", "所在学期无教学周。"),
        "COMMON": Text("It is a common course that the caller does not free.", "公共基础课程，调用者未允许调整。"),
    },
)
WEEKS_FROM = CodeList(
    "WeeksFrom",
    Text("Where weeks of teaching come from.", "教学周数的依据。"),
    {
        "PLAN": Text("The plan states them.", "方案写明。"),
        "PLAN_IN_ALL": Text(
            "The plan states weeks in all; whole weeks of practice and weeks of examination are taken off.",
            "方案写明总周数，减去整周实践与考试周。",
        ),
        "REQUEST": Text("The caller gave them.", "由调用者指定。"),
        "ASSUMED": Text("They are assumed: 18, less whole weeks of practice.", "假定为 18 周减去整周实践。"),
    },
)


def _weekly(name: str, description: Text) -> Property:
    return Property(name=name, type=Scalar.FLOAT, description=description)


SEMESTER_SCHEDULE = RecordType(
    name="SemesterSchedule",
    description=Text(
        "In which semester each course begins and each certificate is examined, or why there is no such schedule.",
        "各课程的开课学期与各证书的考证学期，或无法安排的原因。",
    ),
    fields=(
        flag_field("isPossible", Text("Whether there is a schedule.", "是否存在可行的安排。")),
        count_field("moves", Text("Courses that move.", "调整的课程数。")),
        count_field(
            "prerequisites",
            Text(
                "Pairs of courses that were kept in order, of the plan and of the caller. 0: no order was known.",
                "所遵守的先修关系数，含方案写明的与调用者给出的。0：没有已知的先修关系。",
            ),
        ),
        RecordField(
            name="courses",
            description=Text("The courses with a semester.", "写明学期的课程。"),
            record=RecordType(
                name="ScheduledCourse",
                description=Text("A course with its semester now and then.", "一门课程现在与调整后的学期。"),
                fields=(
                    COURSE,
                    LINE,
                    count_field("semesterNow", Text("In which it begins now.", "现开课学期。")),
                    count_field(
                        "semester",
                        Text(
                            "In which it would begin. Null: there is no schedule.", "调整后的开课学期。null：无法安排。"
                        ),
                        required=False,
                    ),
                    Property(
                        name="held",
                        type=HELD_REASON,
                        description=Text("Why it cannot move. Null: it can.", "不能调整的原因。null：可以调整。"),
                    ),
                ),
            ),
        ),
        RecordField(
            name="semesters",
            description=Text("The semesters.", "各学期。"),
            record=RecordType(
                name="ScheduledSemester",
                description=Text("A semester with its hours now and then.", "一个学期现在与调整后的学时。"),
                fields=(
                    count_field("semester", Text("Its number.", "学期序号。")),
                    Property(
                        name="weeks",
                        type=Scalar.FLOAT,
                        description=Text("Weeks of teaching.", "教学周数。"),
                        required=True,
                    ),
                    Property(
                        name="weeksFrom",
                        type=WEEKS_FROM,
                        description=Text("Where the weeks come from.", "教学周数的依据。"),
                        required=True,
                    ),
                    _weekly(
                        "weeklyHoursNow", Text("Weekly hours now. Null: no teaching.", "现周学时。null：无教学周。")
                    ),
                    _weekly(
                        "weeklyHours",
                        Text(
                            "Weekly hours then. Null: no teaching, or no schedule.",
                            "调整后周学时。null：无教学周或无法安排。",
                        ),
                    ),
                ),
            ),
        ),
        RecordField(
            name="examinations",
            description=Text("When certificates are examined.", "证书的考证学期。"),
            record=RecordType(
                name="ScheduledExamination",
                description=Text("The examination of a certificate.", "一个证书的考试。"),
                fields=(
                    text_field(
                        "certificate",
                        Text(
                            "Name and level in the plan; #2 where it stands twice.",
                            "方案中的名称与等级；重复出现时加 #2。",
                        ),
                    ),
                    count_field("semester", Text("In which semester.", "学期。")),
                    text_field(
                        "courses", Text("Courses that end in that semester.", "在该学期结课的课程。"), many=True
                    ),
                ),
            ),
        ),
        RecordField(
            name="shortages",
            description=Text(
                "Semesters that cannot hold what must lie in them. Empty: none.", "容纳不下必排学时的学期。空：无。"
            ),
            record=RecordType(
                name="CapacityShortage",
                description=Text("A run of semesters with too many hours.", "学时超出的连续学期。"),
                fields=(
                    count_field("first", Text("First semester.", "首个学期。")),
                    count_field("last", Text("Last semester.", "末个学期。")),
                    count_field("hours", Text("Hours that must lie in them.", "必须安排的学时。")),
                    count_field("capacity", Text("Hours that they hold.", "可容纳的学时。")),
                ),
            ),
        ),
        RecordField(
            name="conflicts",
            description=Text("Rules that forbid every schedule. Empty: none.", "使任何安排都不可行的规则。空：无。"),
            record=RULES_IN_CONFLICT,
        ),
        text_field("leftOut", Text("Courses without a semester.", "未写学期的课程。"), many=True),
        text_field(
            "unknown",
            Text(
                "Names in prerequisites and certificates that no line has.", "先修课程与证书中提到、但方案没有的课程。"
            ),
            many=True,
        ),
    ),
)
