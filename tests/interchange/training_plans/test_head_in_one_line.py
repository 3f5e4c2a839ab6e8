"""Facts of the head that stand next to each other in one line: each ends where the next label begins."""

import pytest

from tests.interchange.documents.made_workbooks import SheetOf, workbook
from tests.interchange.training_plans.made_plans import plans_of

HEADING = ["课程名称", "课程性质", "学分", "总学时", "开课学期"]
ROW = ["网页基础", "必修", 4, 64, "1"]


@pytest.mark.parametrize(
    ("line", "college", "years"),
    [
        ("学校：云岭职业技术学院（虚构）  学制：三年  招生对象：普通高中毕业生", "云岭职业技术学院(虚构)", 3),
        ("院校名称：云岭职业技术学院；学制：三年", "云岭职业技术学院", 3),
        (
            "学校：云岭职业技术学院 专业：软件技术 学制：三年 适用年级：2026级 招生对象：高中毕业生",
            "云岭职业技术学院",
            3,
        ),
        ("学校：云岭职业技术学院 信息学院", "云岭职业技术学院信息学院", None),
    ],
)
def test_the_college_ends_where_another_label_begins(line, college, years):
    head = [[line], ["软件技术专业（510203）2026级教学进程表"], HEADING, ROW]
    (plan,) = plans_of(workbook(SheetOf("课程", head)))

    assert (plan.head.college, plan.head.duration_years) == (college, years)
    assert (plan.head.major_name, plan.head.grade) == ("软件技术", "2026级")


def test_the_major_ends_there_too():
    (plan,) = plans_of(workbook(SheetOf("课程", [["专业：软件技术  学制：三年"], HEADING, ROW])))

    assert (plan.head.major_name, plan.head.duration_years) == ("软件技术", 3)


@pytest.mark.parametrize("kind", ["分学期教学计划表", "按学期课程设置一览表", "各学年教学进程表"])
def test_the_major_ends_before_what_a_table_is_parted_by(kind):
    (plan,) = plans_of(workbook(SheetOf("课程", [[f"软件技术专业2026级{kind}"], HEADING, ROW])))

    assert (plan.head.major_name, plan.head.grade) == ("软件技术", "2026级")


def test_the_grade_may_stand_behind_other_facts_of_a_long_line():
    line = "专业代码：510203    学制：三年    招生对象：普通高中毕业生    适用年级：2026级    制表：软件技术教研组"
    (plan,) = plans_of(workbook(SheetOf("课程", [["软件技术专业教学进程表"], [line], HEADING, ROW])))

    assert plan.head.grade == "2026级"


def test_the_grade_of_other_students_in_a_long_line_is_not_taken():
    line = "说明：本表按学校教务处统一格式编制，各年级学生均可选修，往届学生参照2019级的要求执行，特此说明如上，供各系部参考"
    (plan,) = plans_of(workbook(SheetOf("课程", [["软件技术专业教学进程表"], [line], HEADING, ROW])))

    assert plan.head.grade is None


def test_a_title_that_names_the_college_and_a_version_alone_names_no_major():
    running = "云岭职业技术学院·2026版人才培养方案"
    (plan,) = plans_of(workbook(SheetOf("课程", [[running], ["软件技术专业人才培养方案"], HEADING, ROW])))

    assert (plan.head.college, plan.head.major_name) == ("云岭职业技术学院", "软件技术")


def test_a_point_may_stand_within_the_name_of_a_major():
    (plan,) = plans_of(workbook(SheetOf("课程", [["云岭职业技术学院·早教·托育专业人才培养方案"], HEADING, ROW])))

    assert plan.head.major_name == "早教·托育"


@pytest.mark.parametrize(
    ("line", "years"),
    [
        ("专业：软件技术 专业代码：510203 层次：高职（专科） 学制：3 学习形式：全日制", 3),
        ("专业：软件技术 专业代码：510203 学制：3.5 学习形式：全日制", None),
        ("专业：软件技术 专业代码：510203 学制：3-5 学习形式：全日制", None),
    ],
)
def test_the_years_may_be_a_number_alone_among_other_facts(line, years):
    (plan,) = plans_of(workbook(SheetOf("课程", [[line], HEADING, ROW])))

    assert plan.head.duration_years == years
