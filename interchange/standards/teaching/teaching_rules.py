"""Rules with figures in the running text of a teaching standard: hours, shares, placement, teachers."""

import re
from collections.abc import Iterator

from interchange.standards.teaching.teaching_standard import StatedRule

# A share in percent, or as a fraction that is a whole number of percent.
_SHARE = r"(\d{1,2}%|1/(?:2|4|5|10)(?!\d)|[二四五]分之一|一半|半数)"
_PERCENT = {
    "二分之一": 50,
    "四分之一": 25,
    "五分之一": 20,
    "一半": 50,
    "半数": 50,
    "1/2": 50,
    "1/4": 25,
    "1/5": 20,
    "1/10": 10,
}
_SAME = str.maketrans("％／", "%/")
# What a clause calls the figure, up to the figure itself.
_RULES = {
    "total_hours_min": re.compile(r"总学时(?:数)?[^。，；%]{0,12}?(\d{4})"),
    "total_hours_max": re.compile(r"总学时(?:数)?[^。，；%]{0,12}?\d{4}(?:学时)?(?:[~～—–-]+|至)(\d{4})"),
    "hours_per_credit": re.compile(r"每(\d{2}(?:[~～—–-]+\d{2})?)(?:个)?学时[^。，；]{0,6}1(?:个)?学分"),
    "public_hours_share_min": re.compile(rf"公共基础课程?[^。，；]{{0,24}}?{_SHARE}"),
    "practice_hours_share_min": re.compile(rf"实践性?教学[^。，；]{{0,24}}?{_SHARE}"),
    "elective_hours_share_min": re.compile(rf"选修课程?[^。，；]{{0,24}}?{_SHARE}"),
    "internship_months": re.compile(r"实习时间[^。，；]{0,10}?(\d{1,2})个月"),
    "students_per_teacher_max": re.compile(r"学生数与[^。，；]{0,24}?(\d{1,2}[:：∶]1)(?!\d)"),
    "dual_qualified_share_min": re.compile(r"双师型[^。，；]{0,24}?(\d{1,2}%)"),
    "week_activities": re.compile(
        r"((?:军训|入学教育|社会实践)[^。，；]{0,30}?)(?:等活动)?按?1周[^。，；]{0,3}1(?:个)?学分"
    ),
    "senior_title_share_min": re.compile(r"高级[^。，；]{0,6}职称?[^。，；]{0,24}?(\d{1,2}%)"),
}
_FORCES = (("原则上", "IN_PRINCIPLE"), ("一般", "AS_A_RULE"), ("可参照", "REFERENCE"))


def stated_rules(text: str) -> Iterator[StatedRule]:
    """Give each rule once, by its first clause. A clause without a word of restraint binds."""
    for item, pattern in _RULES.items():
        match = pattern.search(text.translate(_SAME))
        if match:
            value = f"{_PERCENT[match[1]]}%" if match[1] in _PERCENT else match[1]
            clause = match[0]
            force = next((force for word, force in _FORCES if word in clause), "MUST")
            yield StatedRule(item, value.replace("：", ":").replace("∶", ":"), force, clause)
