"""The credit recognition table: by the rules of the college, by none, and for a plan without certificates."""

import pytest

from analysis.training_plans.improvement.conversion_rules import CreditRuleRow, rules_of_college
from analysis.training_plans.plan_content import content_differences
from analysis.training_plans.training_plan import PlanHead, PlanLine, PlanPlace, TargetCertificate
from interchange.training_plans.form.plan_export import EXPORTS
from interchange.training_plans.plan_reading import read_training_plans
from server.plans.reports.recognition_table import recognition_tables
from tests.interchange.documents.made_documents import read_here
from tests.interchange.training_plan_imports.made_imports import form
from tests.server.plans.reports.table_values import values

HERE = PlanPlace(1)
BODY = "新名职业大学(原示例职业学院)"
SOURCE = ("https://example.edu/rules",)
RULES = (
    CreditRuleRow("T1", BODY, "one_course_one_certificate", "X证书", None, "1", 1.0, None, "", SOURCE),
    CreditRuleRow("T2", BODY, "max_credits_per_certificate", "X证书", None, "8 学分", 8.0, "学分", "", SOURCE),
    CreditRuleRow("T3", BODY, "cap_by_credit_bank", "X证书", None, "学分银行认定学分", None, None, "", SOURCE),
    CreditRuleRow("T4", BODY, "level_scope", "X证书", "INTERMEDIATE", "必修专业核心课程", None, None, "", SOURCE),
    CreditRuleRow("T5", BODY, "workflow", "X证书", None, "", None, None, "学生提交>学院审核", SOURCE),
    CreditRuleRow("T6", BODY, "scope", "X证书", None, "必修课程(不含集中实践课程)", None, None, "", SOURCE),
    CreditRuleRow("T7", BODY, "class_II", "X证书", None, "1 门/证书", 1.0, "门/证书", "", SOURCE),
    CreditRuleRow("Z1", "别的职业学院", "max_credits_per_certificate", "X证书", None, "2 学分", 2.0, "学分", ""),
)


def line(name, credits_=400, **fields):
    return PlanLine(HERE, name, credits=credits_, **{"module": "CORE", "nature": "REQUIRED"} | fields)


def plan(*certificates, college="示例职业学院"):
    lines = (line("网页开发"), line("数据库", 300), line("网页基础", module="FOUNDATION"), line("实训", nature=None))
    (read,) = read_training_plans(read_here(form()))
    return read._replace(head=PlanHead(college=college), lines=lines, groups=(), certificates=certificates)


def target(*courses, name="Web前端开发"):
    return TargetCertificate(HERE, name, "中级", "INTERMEDIATE", (4,), None, courses)


def test_pairs_are_judged_by_the_rules_of_the_college_with_their_sources():
    pairs, rules = recognition_tables(plan(target("网页开发", "网页基础", "实训"), target(name="别的")), RULES[:5])

    assert values(pairs)[1:] == [
        ["认定证书", "认定课程", "认定学分", "认定结论", "依据与说明"],
        ["Web前端开发 中级", "网页开发", 4, "可认定", None],
        ["Web前端开发 中级", "网页基础", 4, "不可认定", "T4"],
        ["Web前端开发 中级", "实训", 4, "待定", "T4；方案未写明所需内容"],
        ["别的 中级", "—", None, "待定", "方案未写明该证书对应的课程"],
    ]
    assert values(rules)[2:] == [
        ["T1", BODY, "一门课程只由一个证书认定", "是", *SOURCE],
        ["T2", BODY, "每个证书至多认定 8 学分", "是", *SOURCE],
        ["T3", BODY, "不超过职业教育国家学分银行认定的学分", "否，学分银行认定学分未知", *SOURCE],
        ["T4", BODY, "中级证书只认定必修的专业核心课程", "是", *SOURCE],
        ["T5", BODY, "X证书；学生提交>学院审核", "否，不是可计算的规则", *SOURCE],
    ]


def test_where_a_rule_allows_one_course_of_two_neither_is_chosen():
    pairs, rules = recognition_tables(plan(target("网页开发", "数据库")), RULES[5:])

    assert [each[3:] for each in values(pairs)[2:]] == [["可认定，但不能全部认定", "T7"]] * 2
    assert [each[2] for each in values(rules)[2:]] == [
        "每个证书只认定必修的课程（不含集中实践课程）",
        "每个证书至多认定 1 门课程",
    ]


@pytest.mark.parametrize("college", ["无规则职业学院", "职业学院", None])
def test_without_rules_of_the_college_nothing_is_decided(college):
    (pairs,) = recognition_tables(plan(target("网页开发"), college=college), RULES)

    assert values(pairs)[2:] == [["Web前端开发 中级", "网页开发", 4, "待定", "未收录本校的学分认定规则"]]


def test_a_plan_without_certificates_says_so():
    (pairs,) = recognition_tables(plan(), RULES)

    assert values(pairs)[2:] == [["—", "—", None, "—", "方案未列职业技能等级证书，没有可认定的内容"]]


def test_a_college_is_found_by_its_present_and_its_former_name_alone():
    assert [len(rules_of_college(RULES, each)) for each in ("新名职业大学", "示例职业学院", "职业大学", BODY)] == [
        7,
        7,
        0,
        0,
    ]
    assert rules_of_college(RULES[4:5], "示例职业学院") == []


def test_it_is_not_read_back_as_a_part_of_the_plan():
    (read,) = read_training_plans(read_here(form()))
    for export in EXPORTS.values():
        written = export(read, recognition_tables(plan(target("网页开发")), RULES))
        (again,) = read_training_plans(read_here(written.data))

        assert written.lost == content_differences(read, again) == []
        assert (again.problems, again.not_read) == ((), ())
