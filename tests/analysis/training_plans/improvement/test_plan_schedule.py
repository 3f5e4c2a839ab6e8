"""From a plan to the problem of its schedule: what moves, what stays and why, on how many weeks it rests."""

import pytest

from analysis.training_plans.improvement.plan_schedule import ScheduleWishes, hours_by_semester, is_block, plan_schedule
from analysis.training_plans.improvement.semester_schedule import (
    CertificateExamination,
    Prerequisite,
    ScheduledCourse,
    Semester,
)
from analysis.training_plans.training_plan import (
    ChoiceGroup,
    PlanHead,
    PlanLine,
    PlanPlace,
    PlanReading,
    TargetCertificate,
    WeekRow,
)

HERE = PlanPlace(1)


def line(name, hours=32, semesters=(1,), **more):
    return PlanLine(HERE, name, hours=hours, semesters=semesters, **more)


def plan(*lines, groups=(), certificates=(), weeks=(), years=1):
    head = PlanHead(duration_years=years)
    return PlanReading(head, (), lines, groups, (), certificates, (), weeks, (), (), (), (), ())


def course(stated, key):
    (found,) = [each for each in stated.problem.courses if each.key == key]
    return found


def test_a_course_may_begin_wherever_it_fits_and_hours_follow_what_the_line_says():
    stated = plan_schedule(plan(line("网页", 64), line("英语", 61, (1, 2))))

    assert stated.problem.courses == (
        ScheduledCourse("网页", (64,), (1, 2), 1),
        ScheduledCourse("英语", (30, 31), (1,), 1),
    )
    assert stated.problem.semesters == (Semester(1, 1800), Semester(2, 1800))
    assert stated.weeks_from == {1: "ASSUMED", 2: "ASSUMED"}


@pytest.mark.parametrize(
    ("more", "hours"),
    [
        ({"semester_hours": {"1": 20, "3": 44}}, (20, 0, 44)),
        ({"weekly_hours": {"1": 100, "3": 300}}, (16, 0, 48)),
        ({"weekly_hours": {"1": 200, "3": 200}, "weeks": {"1": 800, "3": 2400}}, (16, 0, 48)),
        ({}, (32, 0, 32)),
    ],
)
def test_hours_are_divided_by_what_the_line_says_of_each_semester(more, hours):
    assert hours_by_semester(line("A", 64, (1, 3), **more)) == hours


@pytest.mark.parametrize(
    ("more", "hours"),
    [
        ({"semester_hours": {"3": 64, "3S": 40}}, (64,)),
        ({"weekly_hours": {"3": 400}, "semester_hours": {"3S": 40}}, (64,)),
        ({"weekly_hours": {"3": 400, "3S": 2000}, "weeks": {"3S": 200}}, (64,)),
        ({"weekly_hours": {"3": 400}}, (104,)),
    ],
)
def test_hours_of_a_summer_term_are_not_taught_in_the_semester_before_it(more, hours):
    assert hours_by_semester(line("A", 104, (3,), summer_terms=(3,), **more)) == hours


def test_a_semester_of_which_a_line_without_hours_says_too_little_has_none():
    says = {"weekly_hours": {"3": 400, "4": 400}, "weeks": {"3": 1600}}

    assert hours_by_semester(line("A", None, (3, 4), **says)) == (64, 0)


def test_hours_that_the_line_leaves_out_are_those_of_its_weeks():
    assert hours_by_semester(
        line("A", None, (1, 2), weekly_hours={"1": 200, "2": 250}, weeks={"1": 1600, "2": 1000})
    ) == (
        32,
        25,
    )


@pytest.mark.parametrize(
    ("each", "answer"),
    [
        (line("军训", 112, duration_weeks=200), True),
        (line("实训", None, duration_weeks=100), True),
        (line("岗位实习", 480, module="PRACTICE"), True),
        (line("网页", 64, duration_weeks=1600), False),
        (line("军事技能", 112, module="COMMON"), True),
        (line("认识实习", 30), True),
        (line("军事理论", 36, module="COMMON"), False),
        (line("军事技能", 112, weekly_hours={"1": 800}), False),
        (line("实训", 32, module="PRACTICE", weekly_hours={"1": 200}), False),
        (line("网页", 64), False),
    ],
)
def test_a_line_in_whole_weeks_is_known_by_its_hours_a_week(each, answer):
    assert is_block(each) == answer


def test_what_cannot_move_says_why():
    group = ChoiceGroup(1, "CHOOSE_ONE", "方向", HERE, 1, None, ("甲", "乙"))
    stated = plan_schedule(
        plan(
            line("A"),
            line("甲一", 40, (2,), group=1, option="甲"),
            line("乙一", 56, (2,), group=1, option="乙"),
            line("军训", 112, (1,), duration_weeks=200),
            line("讲座", None, (1,)),
            line("形势与政策", 32, (1, 2, 3)),
            line("待定", 32, ()),
            line("不计", 32, (1,), is_counted=False),
            groups=(group,),
        ),
        ScheduleWishes(locked=("A",), weeks={3: 0}),
    )

    assert stated.held == {
        "A": "REQUEST",
        "甲一": "CHOICE",
        "乙一": "CHOICE",
        "军训": "WHOLE_WEEKS",
        "讲座": "NO_HOURS",
        "形势与政策": "NO_TEACHING_WEEKS",
    }
    # Two weeks of the first semester go to training; of the directions the larger counts.
    assert stated.problem.semesters == (Semester(1, 1600), Semester(2, 1800, 56), Semester(3, 0))
    assert course(stated, "乙一") == ScheduledCourse("乙一", (0,), (2,), 2)
    assert (stated.left_out, stated.weeks_from[3]) == (("待定",), "REQUEST")


def test_common_courses_stay_unless_they_are_freed_and_what_takes_weeks_by_its_name_stays_anyway():
    given = plan(
        line("大学英语", 64, module="COMMON"),
        line("高等数学", 64, module="COMMON"),
        line("军事技能", 112, (2,), module="COMMON"),
        line("数据库", 64, module="CORE"),
        years=2,
    )
    stays = plan_schedule(given)
    freed = plan_schedule(given, ScheduleWishes(free=("大学英语", "军事技能"), begins={"高等数学": (2,)}))

    assert stays.held == {"大学英语": "COMMON", "高等数学": "COMMON", "军事技能": "WHOLE_WEEKS"}
    assert course(stays, "大学英语") == ScheduledCourse("大学英语", (64,), (1,), 1)
    assert course(stays, "数据库").begins == (1, 2, 3, 4)
    # Three weeks of 30 hours go to training, which add no weekly hours.
    assert course(stays, "军事技能").hours == (0,)
    assert stays.problem.semesters[1] == Semester(2, 1500)
    assert freed.held == {"军事技能": "WHOLE_WEEKS"}
    assert (course(freed, "大学英语").begins, course(freed, "高等数学").begins) == ((1, 2, 3, 4), (2,))
    assert freed.immovable == ("军事技能",)


def test_the_week_table_of_the_plan_comes_before_what_is_assumed():
    rows = (WeekRow(HERE, 1, {"入学教育": 100, "课堂教学": 1350}), WeekRow(HERE, 2, {"课堂教学": 1700}))
    stated = plan_schedule(plan(line("A"), weeks=rows), ScheduleWishes(weeks={2: 16}))

    assert stated.problem.semesters == (Semester(1, 1350), Semester(2, 1600))
    assert stated.weeks_from == {1: "PLAN", 2: "REQUEST"}


@pytest.mark.parametrize(
    ("kinds", "weeks", "source"),
    [
        ({"教学周数": 1800, "理论教学": 1000}, 1000, "PLAN"),
        ({"教学周数": 1800, "考核": 100, "合计": 2000}, 1800, "PLAN"),
        ({"教学周数": 1400}, 1400, "PLAN"),
        ({"军事技能": 200, "考核": 100, "合计": 2000}, 1700, "PLAN_IN_ALL"),
        ({"教学总周数": 2000}, 1800, "PLAN_IN_ALL"),
        ({"教学活动周": 1900, "课堂教学": 1500}, 1500, "PLAN"),
        ({"考核": 100}, 1600, "ASSUMED"),
    ],
)
def test_weeks_of_teaching_stand_as_stated_and_whole_weeks_are_taken_off_weeks_in_all(kinds, weeks, source):
    block = line("综合实训", None, (1,), duration_weeks=200)
    stated = plan_schedule(plan(line("A"), block, weeks=(WeekRow(HERE, 1, kinds), WeekRow(HERE, None, kinds))))

    assert stated.problem.semesters[0] == Semester(1, weeks)
    assert stated.weeks_from[1] == source


def test_prerequisites_and_certificates_find_their_lines_by_name_and_names_that_no_line_has_are_said():
    certificate = TargetCertificate(HERE, "Web前端", "中级", "INTERMEDIATE", (2, 3, 9), None, ("网页 基础", "算法"))
    stated = plan_schedule(
        plan(
            line("网页基础"),
            line("网页开发", prerequisites=("《网页基础》", "数学")),
            line("网页开发"),
            certificates=(certificate, certificate._replace(semesters=()), certificate),
            years=2,
        ),
        ScheduleWishes(prerequisites=(Prerequisite("网页开发", "网页基础"),), begins={"物理": (1,)}),
    )

    assert stated.problem.prerequisites == (
        Prerequisite("网页基础", "网页开发"),
        Prerequisite("网页开发", "网页基础"),
        Prerequisite("网页开发 #2", "网页基础"),
    )
    assert stated.problem.examinations == (
        CertificateExamination("Web前端 中级", (2, 3), ("网页基础",)),
        CertificateExamination("Web前端 中级 #2", (2, 3), ("网页基础",)),
    )
    assert stated.unknown == ("数学", "算法", "物理")


def test_where_a_course_may_begin_is_the_callers_and_what_is_impossible_is_said():
    wishes = ScheduleWishes(weeks={2: 0}, begins={"A": (1,), "B": (2, 5)})
    stated = plan_schedule(plan(line("A", semesters=(3,)), line("B", semesters=(1,)), years=2), wishes)

    assert (course(stated, "A").begins, course(stated, "B").begins) == ((1,), (1,))
    assert stated.impossible == ("B",)


def test_of_courses_of_one_name_each_can_be_meant_alone_or_all():
    given = plan(line("A", semesters=(1,)), line("A", semesters=(2,)), line("B"), years=1)
    locked = {name: {*plan_schedule(given, ScheduleWishes(locked=(name,))).held} for name in ("A", "A #1", "A #2")}
    stated = plan_schedule(
        given, ScheduleWishes(prerequisites=(Prerequisite("A #1", "B"),), begins={"A #1": (2,), "A": (1,)})
    )

    assert locked == {"A": {"A", "A #2"}, "A #1": {"A"}, "A #2": {"A #2"}}
    assert stated.problem.prerequisites == (Prerequisite("A", "B"),)
    assert (course(stated, "A").begins, course(stated, "A #2").begins) == ((2,), (1,))
    assert stated.unknown == ()
