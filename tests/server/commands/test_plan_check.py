"""``oneplusx plan check``: verdicts with their reason, by the sets and the day asked for."""

import orjson
import pytest

from server.commands.graph_access import out
from tests.command_line import oneplusx
from tests.interchange.documents.made_workbooks import SheetOf, workbook
from tests.interchange.training_plans.made_plans import flat_rows


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "plan.xlsx").write_bytes(workbook(SheetOf("课程", flat_rows())))
    return tmp_path


def checked(folder, *options, **environment):
    done = oneplusx("plan", "check", "plan.xlsx", "--json", *options, folder=folder, **environment)
    (plan,) = orjson.loads(done.stdout)["plans"]
    return done.returncode, plan


def test_a_rule_that_fails_ends_with_one_and_says_its_clause_and_figures(folder):
    code, plan = checked(folder, "--rules", "HV3")
    first = plan["findings"][0]

    assert (code, plan["asOf"], plan["ruleSets"]) == (1, "2025-09-01", ["HV3"])
    assert {name: first[name] for name in ("item", "verdict", "force", "document", "least", "measured", "lines")} == {
        "item": "总学时",
        "verdict": "FAIL",
        "force": "MUST",
        "document": "教职成〔2019〕13号",
        "least": "2500",
        "measured": [252, 252],
        "lines": [1, 2, 3, 4, 5],
    }
    assert {each["item"]: each["verdict"] for each in plan["findings"]} == {
        "总学时": "FAIL",
        "公共基础课程学时占比": "PASS",
        "选修课学时占比": "FAIL",
        "实践性教学学时占比": "REMARK",
        "顶岗(岗位)实习时间": "REMARK",
        "每学分折合学时": "PASS",
        "每学年教学活动": "UNKNOWN",
        "专业核心课程门数": "REMARK",
    }
    assert [each["kind"] for each in plan["findings"][6]["undecided"]] == ["WEEK_TABLE"]


def test_the_sets_for_the_level_are_taken_by_default_and_the_day_decides(folder):
    _, plan = checked(folder)
    _, before = checked(folder, "--as-of", "2018-01-01")

    # Another set for this level does not matter; one for another level would.
    assert {"COMMON_COURSES_HIGHER", "COMMON_HIGHER", "HV3", "INTERNSHIP", "PLAN_SECTIONS_2019"} <= {*plan["ruleSets"]}
    assert not {"SV3", "COMMON_BACHELOR", "CREDIT_SDYS"} & {*plan["ruleSets"]}
    assert {each["verdict"] for each in before["findings"] if each["ruleSet"] == "HV3"} == {"NOT_APPLICABLE"}


def test_sets_that_do_not_fail_end_with_zero(folder):
    code, plan = checked(folder, "--rules", "CREDIT_SDYS", "--rules", "SV3")

    assert (code, plan["counts"]) == (0, {"NOT_APPLICABLE": 11})
    assert {each["reason"] for each in plan["findings"]} == {"OF_CONVERSIONS", "OTHER_LEVEL"}


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("en_US", ["Rules of 2025-09-01: HV3", "A whole week table", "FAIL 2", "UNKNOWN 1"]),
        ("zh_CN", ["按 2025-09-01 的规则：HV3", "周数分配表", "不符合 2", "无法判断 1"]),
    ],
)
def test_the_table_says_why_a_rule_cannot_be_judged(folder, locale, words, monkeypatch):
    monkeypatch.setattr(out, "width", 200)  # no text is broken
    done = oneplusx("plan", "check", "plan.xlsx", "--rules", "HV3", folder=folder, LC_ALL=locale)

    assert (done.returncode, done.stderr) == (1, "")
    assert [each for each in words if each not in done.stdout] == []


def test_a_set_that_is_not_there_is_named_with_those_that_are(folder):
    done = oneplusx("plan", "check", "plan.xlsx", "--rules", "HV4", folder=folder, LC_ALL="en_US")

    assert done.returncode == 1
    assert done.stderr.startswith("RULE_SET_NOT_FOUND No rule set has the code HV4. There are: COMMON_BACHELOR, ")


def test_the_id_of_a_rule_stands_whole_in_a_narrow_table(folder):
    done = oneplusx("plan", "check", "plan.xlsx", folder=folder, LC_ALL="en_US", COLUMNS="80")

    assert "COMMON_COURSES_HIGHER:05" in done.stdout
