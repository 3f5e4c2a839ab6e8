"""What rules of the solvers' problems say, in both languages."""

from collections.abc import Sequence

from analysis.training_plans.improvement.credit_conversion import CONTENT, COURSE_ONCE, CREDITS_NOT_STATED
from graph.model.core import Text

_HOURS = {
    "BUDGET": Text("hours to add", "可增加学时"),
    "TOTAL_HOURS": Text("hours in all", "总学时上限"),
    "WEEKLY_HOURS": Text("weekly hours of semester {}", "第 {} 学期周学时上限"),
    "HV3:02": Text("common courses: at least a quarter of the hours", "公共基础课程学时不少于总学时的四分之一"),
    "HV3:03": Text("electives: at least a tenth of the hours", "选修课学时不少于总学时的十分之一"),
    "HV3:04": Text("practice: at least half of the hours", "实践性教学学时不少于总学时的一半"),
}
_SCHEDULE = {
    "PREREQUISITE": Text("{0} before {1}", "{0} 先于 {1}"),
    "EXAMINATION": Text("examination of {0} after {1}", "{0} 考证不早于 {1} 结课"),
    "WEEKLY_HOURS_MOST": Text("weekly hours of semester {0}", "第 {0} 学期周学时上限"),
    "COURSES_MOST": Text("courses of semester {0}", "第 {0} 学期课程数上限"),
}
_CONVERSION = {
    CONTENT: Text("not among the courses of the certificate", "证书未覆盖该课程"),
    CREDITS_NOT_STATED: Text("the plan gives no credits", "方案未写学分"),
    COURSE_ONCE: Text("a course is converted once", "一门课程只转换一次"),
}


def hour_rule_text(code: str) -> Text:
    """Say what a rule on hours is about; one of other data shows its code."""
    name, _, number = code.partition(":")
    return _filled(_HOURS.get(code) or _HOURS.get(name) or Text(code, code), number)


def schedule_rule_text(rule: Sequence[str]) -> Text:
    """Say what a rule of a schedule is about."""
    return _filled(_SCHEDULE[rule[0]], *rule[1:])


def conversion_rule_text(code: str) -> Text:
    """Say why a pair is not converted; a rule of a college shows its code."""
    return _CONVERSION.get(code) or Text(code, code)


def is_own_rule(code: str) -> bool:
    """Whether a rule follows from what conversion means, and is no college's."""
    return code in _CONVERSION


def _filled(text: Text, *values: str) -> Text:
    return Text(text.english.format(*values), text.chinese.format(*values))
