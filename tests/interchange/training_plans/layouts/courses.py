"""The courses of a plan that was made up for layouts, and what a reader must find of each wherever it stands."""

from typing import Any, NamedTuple

TITLE = "示范信息职业技术学院软件技术专业（510203）2025级教学进程安排表（三年制高职）"
FIELDS = (
    "name",
    "code",
    "module_text",
    "module",
    "nature",
    "credits",
    "hours",
    "theory_hours",
    "practice_hours",
    "duration_weeks",
    "semesters",
    "weekly_hours",
    "weeks",
    "semester_hours",
    "assessment",
    "is_counted",
    "remark",
    "group",
)
# Of all lectures, in each semester.
WEEKS = 16
EMPTY: dict[str, Any] = {
    "weekly_hours": {},
    "weeks": {},
    "semester_hours": {},
    "assessment": {},
    "semesters": (),
    "is_counted": True,
}


class Course(NamedTuple):
    """A course: credits as printed; weekly hours by semester, or whole weeks by semester."""

    name: str
    code: str
    module: str
    nature: str
    credits: float
    hours: int
    theory: int
    terms: dict
    assessment: str = "EXAM"
    is_in_weeks: bool = False
    mark: str = ""

    @property
    def practice(self):
        return self.hours - self.theory

    @property
    def semesters(self):
        return tuple(self.terms)

    @property
    def duration(self):
        return sum(self.terms.values()) if self.is_in_weeks else None


R, E, L = "REQUIRED", "ELECTIVE", "RESTRICTED_ELECTIVE"
COURSES = (
    Course("思想道德与法治", "GB10011", "COMMON", R, 3, 48, 40, {1: 3}),
    Course("毛泽东思想和中国特色社会主义理论体系概论", "GB10012", "COMMON", R, 2, 32, 28, {2: 2}),
    Course("大学英语（一）", "GB10021", "COMMON", R, 4, 64, 48, {1: 4}),
    Course("大学英语（二）", "GB10022", "COMMON", R, 4, 64, 48, {2: 4}),
    Course("体育与健康", "GB10030", "COMMON", R, 6, 96, 8, {1: 2, 2: 2, 3: 2}, "CHECK"),
    Course("信息技术", "GB10040", "COMMON", R, 3, 48, 16, {1: 3}, "CHECK"),
    Course("中华优秀传统文化", "GB10051", "COMMON", L, 1, 16, 16, {3: 1}, "CHECK"),
    Course("美学和艺术史论", "GB10052", "COMMON", L, 1.5, 32, 32, {4: 2}, "CHECK"),
    Course("C语言程序设计", "ZY20010", "FOUNDATION", R, 4, 64, 32, {1: 4}),
    Course("计算机网络基础", "ZY20020", "FOUNDATION", R, 3, 48, 24, {2: 3}),
    Course("MySQL数据库", "ZY20030", "FOUNDATION", R, 3.5, 64, 32, {2: 4}),
    Course("Web前端开发技术", "ZY30010", "CORE", R, 5, 80, 32, {3: 5}, mark="★"),
    Course("Java EE企业级应用开发", "ZY30020", "CORE", R, 6, 96, 40, {4: 6}, mark="★"),
    Course("软件测试技术", "ZY30030", "CORE", R, 4, 64, 24, {4: 4}, mark="★"),
    Course("微信小程序开发", "ZY40010", "EXTENSION", E, 3, 48, 16, {5: 3}, "CHECK"),
    Course("大数据可视化", "ZY40020", "EXTENSION", E, 3, 48, 16, {5: 3}, "CHECK"),
    Course("军事技能", "SJ50010", "PRACTICE", R, 2, 48, 0, {1: 2}, "CHECK", is_in_weeks=True),
    Course("程序设计综合实训", "SJ50020", "PRACTICE", R, 1, 24, 0, {2: 1}, "CHECK", is_in_weeks=True),
    Course("毕业设计（论文）", "SJ50030", "PRACTICE", R, 4, 96, 0, {5: 4}, "CHECK", is_in_weeks=True),
    Course("岗位实习", "SJ50040", "PRACTICE", R, 24, 576, 0, {5: 8, 6: 16}, "CHECK", is_in_weeks=True),
)
NATURES = {R: "必修", E: "选修", L: "限选"}
MODULES = {
    "COMMON": "公共基础课",
    "FOUNDATION": "专业基础课",
    "CORE": "专业核心课",
    "EXTENSION": "专业拓展课",
    "PRACTICE": "集中实践课",
}


def of_module(module):
    return [each for each in COURSES if each.module == module]


def expectation(course, *shown, **others):
    """What is read of a course: the fields that a layout shows, and others as they are given."""
    values = {
        "code": course.code,
        "nature": course.nature,
        "credits": round(course.credits * 100),
        "hours": course.hours,
        "theory_hours": course.theory,
        "practice_hours": course.practice,
        "duration_weeks": course.duration,
        "semesters": course.semesters,
        "weekly_hours": {} if course.is_in_weeks else {str(at): each * 100 for at, each in course.terms.items()},
        "weeks": {str(at): each for at, each in course.terms.items()} if course.is_in_weeks else {},
        "semester_hours": {} if course.is_in_weeks else {str(at): each * WEEKS for at, each in course.terms.items()},
        "assessment": {"*": course.assessment},
    }
    fields = {"name": course.name, "module": course.module, "module_text": MODULES[course.module]}
    return in_hundredths(
        {
            **dict.fromkeys(FIELDS),
            **EMPTY,
            **fields,
            **{each: values[each] for each in shown},
            **others,
        }
    )


def in_hundredths(fields):
    """Give weeks as they are read: in hundredths."""
    by_term = {term: each * 100 for term, each in (fields.get("weeks") or {}).items()}
    weeks = fields.get("duration_weeks")
    own = {"weeks": by_term, "duration_weeks": None if weeks is None else weeks * 100}
    return {**fields, **{name: value for name, value in own.items() if name in fields}}
