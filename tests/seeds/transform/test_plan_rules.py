"""The rules on training plans: what a program measures stands in columns, next to the formula."""

import csv
from collections import Counter

from seeds.transform.plan_rules import MEASURES
from tests.seeds.transform.seed_rows import DATA, links, node_by_id, nodes, rows


def test_102_rules_say_what_they_can_be_judged_from_and_how_strictly_they_bind():
    # A set of our own may have rules too.
    rules = [row for row in rows(DATA / "rules" / "nodes" / "Rule.csv") if row["computable"]]

    assert Counter(row["computable"] for row in rules) == {
        "FROM_PLAN": 83,
        "FROM_DOCUMENT": 11,
        "PARTLY": 5,
        "FROM_WEEK_TABLE": 2,
        "NOT_FROM_PLAN": 1,
    }
    assert Counter(row["force"] for row in rules) == {
        "MUST": 85,
        "AS_A_RULE": 10,
        "IN_PRINCIPLE": 5,
        "REFERENCE": 1,
        "TERM": 1,
    }
    # Only rules on credit conversion and on placements in a firm measure nothing of a plan.
    assert Counter(row["ruleSetCode"] for row in rules if not row["measure"]) == {
        "CREDIT_HNGYMS": 6,
        "CREDIT_SDYS": 4,
        "CREDIT_NATIONAL": 1,
        "INTERNSHIP": 1,
    }
    assert {row["basis"] for row in rules} == {"REPORTED"}
    assert all(row["document"] and row["sourceIds"] for row in rules)


def test_a_share_has_an_exact_bound_and_its_modules():
    rule = node_by_id("Rule", "Rule:HV3:02")

    assert {name: rule[name] for name in ("document", "clause", "formula", "measure", "measureLeast", "modules")} == {
        "document": "教职成〔2019〕13号",
        "clause": "(heading ours) 学时安排",
        "formula": "100·Σ_{module=COMMON} hours / T >= 25 (compare 4·C >= T in integers)",
        "measure": "HOURS_SHARE",
        "measureLeast": "1/4",
        "modules": "COMMON",
    }
    assert (rule["validFrom"], rule["validFromFrom"], rule["force"]) == ("2019-06-05", "2019-06-05", "MUST")


def test_a_rule_that_another_table_states_too_stands_once():
    rule = node_by_id("Rule", "Rule:COMMON_COURSES_HIGHER:03")

    assert (rule["item"], rule["measure"], rule["names"], rule["natures"]) == (
        "军事课",
        "COURSES_OFFERED",
        "军事理论|军事技能/军事训练/军训",
        "REQUIRED",
    )
    counts = Counter(row["ruleSetCode"] for row in nodes("Rule"))
    assert [counts[code] for code in ("HV3", "SV3", "PLAN_SECTIONS_2019", "COMMON_HIGHER")] == [8, 7, 11, 12]


def test_what_the_plan_alone_does_not_decide_is_named():
    decided = {row["id"]: (row["item"], row["decidedBy"]) for row in nodes("Rule") if row.get("decidedBy")}

    assert decided == {
        "Rule:COMMON_COURSES_SECONDARY:09": ("物理", "STANDARD"),
        "Rule:COMMON_COURSES_SECONDARY:10": ("化学", "STANDARD"),
        "Rule:SV3_2025:06": ("校外企业岗位实习时间", "PLACE"),
    }


def test_lessons_of_sport_are_required_ones_and_no_courses_on_its_trade():
    sport = [row for row in nodes("Rule") if row.get("names") == "体育" and row["measure"] in ("HOURS", "WEEKLY_HOURS")]

    assert [(row["ruleSetCode"], row["measure"], row["natures"], row["exceptNames"]) for row in sport] == [
        ("COMMON_BACHELOR", "HOURS", "REQUIRED", "体育市场|体育产业|体育管理"),
        ("COMMON_HIGHER", "HOURS", "REQUIRED", "体育市场|体育产业|体育管理"),
        ("COMMON_HIGHER", "WEEKLY_HOURS", "REQUIRED", "体育市场|体育产业|体育管理"),
    ]


def test_the_rules_on_art_name_the_eight_courses_of_the_ministry_and_their_source():
    rules = [
        node_by_id("Rule", f"Rule:{each}")
        for each in ("COMMON_BACHELOR:09", "COMMON_HIGHER:12", "COMMON_COURSES_HIGHER:15")
    ]
    eight = ("艺术导论", "音乐鉴赏", "美术鉴赏", "影视鉴赏", "戏剧鉴赏", "舞蹈鉴赏", "书法鉴赏", "戏曲鉴赏")

    for rule in rules:
        assert all(any(name in each for name in rule["names"].split("|")) for each in eight), rule["id"]
        assert "Source:rules.hfnu" in rule["sourceIds"].split("|"), rule["id"]


def test_the_table_of_measures_has_as_many_cells_in_each_row():
    with MEASURES.open(encoding="utf-8", newline="") as opened:
        assert {len(row) for row in csv.reader(opened)} == {20}


def test_each_rule_without_a_measure_says_why():
    with MEASURES.open(encoding="utf-8", newline="") as opened:
        without = [row for row in csv.DictReader(opened) if not row["measure"]]

    assert len(without) == 12
    assert all(row["other_reading"] for row in without)


def test_a_set_says_which_plans_it_binds_and_whose_it_is():
    sets = {row["code"]: (row["scope"], row["educationLevels"], row["durationYears"]) for row in nodes("RuleSet")}

    assert sets["HV3"] == ("NATIONAL", "ASSOCIATE", "3")
    assert sets["COMMON_BACHELOR_2018"] == ("NATIONAL", "BACHELOR|UNDERGRADUATE", "")
    assert sets["HUBEI_SECONDARY"] == ("PROVINCE", "SECONDARY", "")
    assert sets["CREDIT_SDYS"] == ("COLLEGE", "", "")
    owners = {row["start"]: row["end"] for row in links("RULE_SET_OF")}
    assert owners["RuleSet:CREDIT_SDYS"] == "College:山东艺术设计职业学院"
