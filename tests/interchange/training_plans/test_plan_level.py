"""The level of a plan: what it says of itself, never what it says of those who are admitted."""

import pytest

from tests.interchange.documents.made_workbooks import SheetOf, workbook
from tests.interchange.training_plans.made_plans import plans_of, rules

HEADING = ["课程名称", "课程性质", "学分", "总学时", "开课学期"]
ROW = ["冲压工艺", "必修", 4, 64, "1"]


def head_of(*lines):
    (plan,) = plans_of(workbook(SheetOf("课程", [*([each] for each in lines), HEADING, ROW])))
    return plan


@pytest.mark.parametrize(
    "line",
    [
        "招生对象：普通高中毕业生、中等职业学校毕业生，签订学徒协议。学制：三年，弹性修业年限3～5年。",
        "学制：三年（招收中职应届毕业生）",
        "招生对象：高中、中专毕业生  学制：三年",
        "生源类型：中职  学制：三年",
        "入学要求：中等职业教育毕业或同等学力；基本修业年限：三年",
        "（适用于2026级三年制普高生、中职生）",
    ],
)
def test_who_is_admitted_does_not_make_the_level(line):
    plan = head_of("云岭职业技术学院2026级模具设计与制造（460113）专业教学进程表", line)

    assert (plan.head.education_level, plan.head.duration_years) == ("ASSOCIATE", 3)
    assert "level-by-code" in rules(plan.guesses)


def test_a_bachelor_plan_that_admits_from_colleges_is_one():
    plan = head_of("云岭职业技术大学2026级大数据工程技术（310205）专业教学计划", "招生对象：高职专科毕业生  学制：二年")

    assert plan.head.education_level == "BACHELOR"


def test_a_level_next_to_the_years_still_counts():
    plan = head_of("云岭中等专业学校2026级中餐烹饪（740201）专业教学计划", "学制：三年（中职）")

    assert plan.head.education_level == "SECONDARY"
    assert "level-by-code" not in rules(plan.guesses)


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("学制：五年制高职(招收初中毕业生)", "ASSOCIATE"),
        ("适用对象：三年制高职专科", "ASSOCIATE"),
        ("适用对象：高职三年制学生", "ASSOCIATE"),
        ("培养对象：三年制大专", "ASSOCIATE"),
        ("学制三年，颁发大专毕业证书", "ASSOCIATE"),
        ("办学层次：高职 毕业学分：140", "ASSOCIATE"),
        ("培养层次：专科学生", "ASSOCIATE"),
        ("学历层次：中专毕业", "SECONDARY"),
        ("适用专业:软件技术 适用对象:三年制高职 学制:三年", "ASSOCIATE"),
        ("学制：三年制高职招收中职毕业生", "ASSOCIATE"),
    ],
)
def test_the_level_of_the_plan_itself_is_not_taken_for_that_of_those_who_are_admitted(line, level):
    plan = head_of("云岭学校2026级冲压工艺专业教学计划", line)

    assert plan.head.education_level == level


def test_a_level_that_is_not_that_of_the_code_is_said():
    plan = head_of("云岭职业技术学院2026级模具设计与制造（460113）专业教学进程表", "学制：三年，毕业可接续职业本科")

    assert "level-not-that-of-the-code" in rules(plan.guesses)


def test_a_variant_in_brackets_has_the_code_of_its_major():
    plan = head_of("云岭职业技术学院2026级模具设计与制造专业（现代学徒制）人才培养方案", "模具设计与制造（460113）")

    assert (plan.head.major_name, plan.head.major_code) == ("模具设计与制造(现代学徒制)", "460113")
    assert plan.head.education_level == "ASSOCIATE"


@pytest.mark.parametrize("school", ["云岭联合职业技术学院南湖分院", "云岭联合职业技术学院南湖旅游办学点"])
def test_a_school_of_a_college_that_joins_many_has_both_names(school):
    plan = head_of(school, "应用电子技术（510103）专业实施性人才培养方案（2026级）")

    assert plan.head.college == school


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("云岭职业技术学院2026级护理（720201）专业教学计划", "SECONDARY"),
        ("云岭技师学院2026级中餐烹饪（740201）专业教学计划", "SECONDARY"),
        ("云岭职业技术学院2026级数控技术应用（660103）专业教学计划", "SECONDARY"),
        ("云岭职业技术学院2019级软件技术（610205）专业教学计划", "ASSOCIATE"),
        ("云岭职业技术学院软件技术（610205）专业教学计划", "ASSOCIATE"),
        ("云岭卫生学校2026级护理（720201）专业教学计划（3+2中高职贯通）", "SECONDARY"),
        ("云岭职业技术学院2026级护理（520201）专业教学计划（3+2中高职贯通）", "ASSOCIATE"),
    ],
)
def test_a_college_may_have_plans_of_the_secondary_level(title, level):
    plan = head_of(title)

    assert plan.head.education_level == level
    assert "level-by-code" in rules(plan.guesses)


@pytest.mark.parametrize("years", ["五年制", "五年一贯制", "五年贯制"])
def test_five_years_in_one_are_five(years):
    plan = head_of(f"云岭职业技术学院{years}护理专业（520201）人才培养方案（2026级）")

    assert (plan.head.major_name, plan.head.duration_years) == ("护理", 5)


@pytest.mark.parametrize(("semesters", "is_said"), [("1-6", False), ("7", True), ("9-10", True)])
def test_semesters_beyond_the_years_are_said(semesters, is_said):
    title = ["云岭职业技术学院2026级护理（520201）专业教学计划"]
    rows = [title, ["学制：三年"], HEADING, ["护理学", "必修", 4, 64, "1"], ["岗位实习", "必修", 4, 64, semesters]]

    (plan,) = plans_of(workbook(SheetOf("课程", rows)))

    assert ("semesters-beyond-the-years" in rules(plan.guesses)) == is_said


def test_students_of_a_school_alone_may_be_those_of_the_plan():
    assert head_of("护理专业教学计划", "适用于2026级三年制中职生").head.education_level == "SECONDARY"
