"""What changed is said as a reader of a plan writes it: no hundredths, no codes, no values of a program."""

from typing import Any

import pytest

from analysis.training_plans.training_plan import Interval
from analysis.training_plans.versions.change_words import ChangeWords
from analysis.training_plans.versions.differences import FieldChange

CHANGES = [
    ("credits", 400, 350, "学分：4 → 3.5", "credits: 4 → 3.5"),
    ("credits", Interval(400, None), None, "学分：4–? → 无", "credits: 4–? → nothing"),
    ("weekly_hours", {"1": 400}, {"1": 300, "2": 250}, "周学时：1: 4 → 1: 3、2: 2.5", "weekly hours: 1: 4 → 1: 3, 2: 2.5"),
    ("weekly_hours", {"*": 400}, {}, "周学时：4 → 无", "weekly hours: 4 → nothing"),
    ("assessment", {"1": "CHECK"}, {"1": "EXAM"}, "考核方式：1: 考查 → 1: 考试", "assessment: 1: CHECK → 1: EXAM"),
    (
        "choice",
        ("CHOOSE_CREDITS", None, 450, "选修"),
        ("CHOOSE_ONE", 2, None, "方向"),
        "选课要求：修满学分、4.5学分、选修 → 选其中几项、选2项、方向",
        "choice: CHOOSE_CREDITS, 4.5 credits, 选修 → CHOOSE_ONE, choose 2, 方向",
    ),
    ("module", "EXTENSION_OR_CORE", "CORE", "课程类别：专业拓展或核心课程 → 专业核心课程", "module: EXTENSION_OR_CORE → CORE"),
    ("education_level", "ASSOCIATE", None, "培养层次：高职专科 → 无", "education level: ASSOCIATE → nothing"),
    ("certificate", None, ("网页", "中级", (3, 4)), "证书：无 → 网页、中级、3、4", "certificate: nothing → 网页, 中级, 3, 4"),
    ("certificate", ("网页", None, ()), None, "证书：网页 → 无", "certificate: 网页 → nothing"),
    ("is_counted", True, False, "是否计入：是 → 否", "is counted: yes → no"),
    # A name is no code, whatever it is.
    ("name", "CORE", "甲", "课程名称：CORE → 甲", "name: CORE → 甲"),
]  # fmt: skip


@pytest.mark.parametrize(("field", "before", "after", "chinese", "english"), CHANGES)
def test_a_change_is_said_in_both_languages(field: str, before: Any, after: Any, chinese: str, english: str) -> None:
    change = FieldChange(field, before, after)
    assert (ChangeWords("zh").change(change), ChangeWords("en").change(change)) == (chinese, english)
