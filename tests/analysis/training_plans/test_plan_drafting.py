"""A draft holds what standard and rules state, and names the rest as missing."""

import datetime as dt
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from analysis.training_plans.compliance.plan_rule import PlanRuleSet, plan_rule, plan_rule_set
from analysis.training_plans.plan_drafting import DraftGap, PlanDraft, StandardCourse, draft_plan, years_of
from seeds.rule_sets import read_rule_sets

RULES = read_rule_sets([Path(__file__).resolve().parents[3] / "seeds" / "data"])
HEAD = {"majorName": "软件技术", "grade": "2026级", "entryYear": 2026, "educationLevel": "ASSOCIATE", "years": 3}
COURSES = [
    StandardCourse("c:1", "前端技术", None),
    StandardCourse("c:2", "体育软件", "CORE"),
    StandardCourse("c:3", "程序设计", "FOUNDATION"),
]
TARGET = {"name": "Web前端开发", "level": "INTERMEDIATE"}


def drafted(sets=RULES, courses=COURSES, targets=(TARGET,), **head: Any) -> PlanDraft:
    return draft_plan({**HEAD, **head}, courses, sets, targets)


def values(draft: PlanDraft) -> dict[str, dict[str, Any]]:
    return {each.values["name"]: {k: v for k, v in each.values.items() if k != "name"} for each in draft.lines}


def one_set(*rules: dict[str, Any], years: int | None = None) -> list[PlanRuleSet]:
    own = [
        plan_rule({"ruleSetCode": "S", "code": f"{number:02}", "item": "x", "force": "MUST", **each})
        for number, each in enumerate(rules, 1)
    ]
    known = {"code": "S", "name": "s", "scope": "NATIONAL", "educationLevels": ["ASSOCIATE"], "durationYears": years}
    return [plan_rule_set(known, own)]


def gaps(draft: PlanDraft) -> dict[str, DraftGap]:
    return {each.kind: each for each in draft.gaps}


def test_the_national_rules_bring_these_public_courses_and_figures():
    required = {"module": "COMMON", "courseNature": "REQUIRED"}
    draft = drafted(courses=())

    assert values(draft) == {
        "思想道德与法治": required,
        "毛泽东思想和中国特色社会主义理论体系概论": required,
        "形势与政策": {**required, "credits": 1.0},
        "习近平新时代中国特色社会主义思想概论": required,
        "体育": {**required, "hours": 108},
        "军事理论": {**required, "hours": 36, "credits": 2.0},
        "军事技能": {**required, "hours": 112, "credits": 2.0},
        "心理健康教育": required,
        **{
            name: {"module": "COMMON"}
            for name in (
                "马克思主义理论类",
                "党史国史",
                "中华优秀传统文化",
                "职业发展与就业指导",
                "创新创业教育",
                "信息技术",
                "语文",
                "数学",
                "外语",
                "健康教育",
                "美育",
                "职业素养",
            )
        },
        "劳动教育": {"courseNature": "REQUIRED", "hours": 16},
    }
    least = {each.values["name"]: each.least for each in draft.lines if each.least}
    assert least == {"形势与政策": ("credits",), "体育": ("hours",), "军事技能": ("hours",), "劳动教育": ("hours",)}


def test_nothing_of_a_draft_breaks_a_rule_and_what_is_open_is_named():
    draft = drafted()
    assert draft.day == dt.date(2026, 9, 1)
    assert Counter(each.verdict for each in draft.verdicts) == {
        "PASS": 15,
        "UNKNOWN": 31,
        "REMARK": 2,
        "NOT_APPLICABLE": 2,
    }
    waiting = {f"Rule:{each.rule.rule_set}:{each.rule.code}" for each in draft.verdicts if each.verdict == "UNKNOWN"}
    found = gaps(draft)
    assert waiting == {rule for each in draft.gaps for rule in each.rules if each.kind != "RULE_REMARKED"}
    assert found["RULE_REMARKED"].rules == ("Rule:HV3:05", "Rule:HV3:08")
    assert found["MODULE"].lines == ("劳动教育", "前端技术")
    assert "体育" not in found["HOURS"].lines
    assert found["EXAMINATION_SEMESTER"].lines == ("Web前端开发",)


def test_courses_of_the_standard_come_by_module_and_state_no_figure():
    own = [each for each in drafted().lines if each.course]
    assert [(each.course, dict(each.values), each.rules) for each in own] == [
        ("c:3", {"name": "程序设计", "module": "FOUNDATION"}, ()),
        ("c:2", {"name": "体育软件", "module": "CORE"}, ()),
        ("c:1", {"name": "前端技术"}, ()),
    ]


def test_a_name_is_that_of_the_year_of_entry():
    assert "思想道德修养与法律基础" not in values(drafted())
    assert "习近平新时代中国特色社会主义思想概论" not in values(drafted(grade="2021级", entryYear=2021))


def test_only_rules_that_bind_without_reserve_bring_lines_and_figures():
    hours = {"measure": "HOURS", "names": ["甲"], "measureLeast": "32"}
    draft = drafted(one_set({**hours, "force": "AS_A_RULE"}), ())
    assert (draft.lines, gaps(draft)["RULE_REMARKED"].rules) == ((), ("Rule:S:01",))


def test_a_figure_is_the_largest_that_a_rule_demands_and_exact_where_it_is_bounded_above():
    rules = (
        {"measure": "CREDITS", "names": ["甲"], "measureLeast": "3/2", "hoursLeast": "30"},
        {"measure": "HOURS", "names": ["甲"], "measureLeast": "36", "measureMost": "36"},
        {"measure": "WEEKS", "names": ["乙"], "measureLeast": "5/2"},
        {"measure": "HOURS", "names": ["丙"], "measureMost": "10"},
    )
    draft = drafted(one_set(*rules), ())
    assert [(dict(each.values), each.least) for each in draft.lines] == [
        ({"name": "甲", "credits": 1.5, "hours": 36}, ("credits",)),
        ({"name": "乙", "durationWeeks": 2.5}, ("durationWeeks",)),
    ]


def test_without_years_rules_for_some_years_wait_for_them():
    rule = {"measure": "HOURS", "names": ["甲"], "measureLeast": "36"}
    draft = drafted(one_set(rule, years=3), (), (), years=None)
    assert draft.lines == ()
    assert draft.gaps == (DraftGap("TEACHING_STANDARD"), DraftGap("YEARS", rules=("Rule:S:01",)))


def test_what_a_draft_breaks_is_named_with_its_lines():
    rule = {"measure": "TERM_ABSENT", "names": ["顶岗实习"]}
    draft = drafted(one_set(rule), [StandardCourse("c:1", "顶岗实习", "PRACTICE")])
    assert gaps(draft)["RULE_BROKEN"] == DraftGap("RULE_BROKEN", ("顶岗实习",), ("Rule:S:01",))


@pytest.mark.parametrize(
    ("duration", "years"),
    [("三年", 3), ("四年制", 4), (" 2年 ", 2), ("三年至五年", None), ("10年", None), ("", None), (None, None)],
)
def test_years_are_read_where_a_standard_states_one_number(duration, years):
    assert years_of(duration) == years
