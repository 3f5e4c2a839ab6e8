"""Plans that would pass or fail wrongly by a quick look: as a strict reviewer reads them."""

import pytest

from analysis.training_plans.compliance.compliance import judge
from analysis.training_plans.compliance.finding import MeasuredSpan, Undecided
from analysis.training_plans.compliance.plan_facts import facts_of_reading, plan_facts
from analysis.training_plans.training_plan import Interval, PlanReading, StatedTotal, WeekRow
from tests.analysis.training_plans.compliance.made_plans import (
    AS_OF,
    HEAD,
    PLACE,
    finding,
    group,
    line,
    rule,
    set_of,
    verdict,
)

POLICY = rule("HOURS_EACH_SEMESTER", names=["形势与政策"], exceptNames=["岗位实习"], measureLeast="8")
FIVE = line("形势与政策", hours=40, semesters=(1, 2, 3, 4, 5), module="COMMON")
FOUR = line("形势与政策", hours=32, semesters=(1, 2, 3, 4), module="COMMON")
CLASS_OF_6 = line("劳动教育", hours=16, semesters=(6,), module="COMMON")
CLASS_OF_5 = line("网络安全", hours=64, semesters=(5,), module="CORE")


# ---- a placement that fills its semester


@pytest.mark.parametrize(
    ("placement", "others", "wanted"),
    [
        # All of the semester, whatever else is noted in it.
        ({"semesters": (6,), "duration_weeks": 1800}, [CLASS_OF_6], ("PASS", ())),
        # A part of it that leaves ten weeks at school.
        ({"semesters": (6,), "duration_weeks": 800}, [], ("FAIL", ())),
        ({"semesters": (6,), "hours": 208}, [CLASS_OF_6], ("FAIL", ())),
        # Weeks that do not tell: classes next to it leave it open.
        ({"semesters": (6,), "duration_weeks": 1200}, [CLASS_OF_6], ("UNKNOWN", ("WEEKS",))),
        ({"semesters": (6,)}, [CLASS_OF_6], ("UNKNOWN", ("WEEKS",))),
        ({"semesters": (6,)}, [line("毕业设计", hours=80, semesters=(6,), module="PRACTICE")], ("PASS", ())),
        # It may be in this semester, or in the one before, which has its hours.
        ({"duration_weeks": 1800}, [], ("UNKNOWN", ("WEEKS",))),
        # Of the directions only one is away.
        ({"semesters": (6,), "duration_weeks": 1800, "group": 1, "option": "甲"}, [], ("UNKNOWN", ("WEEKS",))),
    ],
)
def test_only_a_placement_of_a_whole_semester_leaves_it_out(placement, others, wanted):
    lines = [FIVE, line("岗位实习", module="PRACTICE", **placement), *others]
    groups = [group(1, "CHOOSE_ONE", choose=1)] if "group" in placement else []

    found = finding(POLICY, lines, groups, head=HEAD._replace(hours_per_week=26))

    assert (found.verdict, tuple(each.kind for each in found.undecided)) == wanted
    assert found.left_out == ((2,) if found.verdict == "PASS" else ())


def test_weeks_over_two_semesters_leave_the_one_with_classes_open():
    placement = line("岗位实习", semesters=(5, 6), duration_weeks=2400, module="PRACTICE")

    assert verdict(POLICY, [FOUR, placement]) == "PASS"
    assert finding(POLICY, [FOUR, placement, CLASS_OF_5]).undecided == (Undecided("WEEKS", (2,)),)
    by_semester = placement._replace(weeks={"5": 600, "6": 1800})
    assert verdict(POLICY, [FOUR, by_semester, CLASS_OF_5]) == "FAIL"
    assert finding(POLICY, [FIVE, by_semester, CLASS_OF_5])[1:4] == ("PASS", "BOUNDS", MeasuredSpan(8, 8))


def test_the_first_semesters_are_asked_for_where_nothing_says_when_the_placement_is():
    assert (
        verdict(POLICY, [line("形势与政策", hours=16, semesters=(5, 6)), line("岗位实习", duration_weeks=2400)])
        == "FAIL"
    )


# ---- figures of a semester, and directions


def test_hours_of_one_semester_are_not_given_to_others_again():
    stated = line("形势与政策", hours=48, semesters=(1, 2, 3, 4, 5, 6), semester_hours={"1": 32})

    assert finding(POLICY, [stated])[1:4] == ("FAIL", "BOUNDS", MeasuredSpan(3, 32))
    without = stated._replace(hours=None)
    assert finding(POLICY, [without]).verdict == "UNKNOWN"


def test_hours_of_two_directions_are_not_added():
    policy = [
        line("形势与政策", hours=each, semesters=(1, 2, 3, 4, 5, 6), group=1, option=option)
        for option, each in (("甲", 24), ("乙", 24))
    ]
    groups = [group(1, "CHOOSE_ONE", choose=1)]

    assert verdict(POLICY, policy, groups) == "FAIL"
    assert verdict(POLICY, [each._replace(hours=48) for each in policy], groups) == "PASS"
    found = finding(POLICY, [policy[0], policy[1]._replace(hours=48)], groups)
    assert (found.verdict, found.undecided) == ("UNKNOWN", (Undecided("CHOICE", (1,)),))


def test_hours_a_week_of_two_directions_are_not_added():
    sport = rule("WEEKLY_HOURS", names=["体育"], measureLeast="2")
    groups = [group(1, "ALTERNATIVES")]

    def sports(*hours):
        return [line("体育", semesters=(1,), weekly_hours={"1": each}, group=1, option=str(each)) for each in hours]

    assert verdict(sport, sports(100, 150), groups) == "FAIL"
    assert verdict(sport, sports(200, 300), groups) == "PASS"
    found = finding(sport, sports(100, 200), groups)
    assert (found.verdict, found.measured) == ("UNKNOWN", MeasuredSpan(100, 200))
    assert found.undecided == (Undecided("CHOICE", (1,)),)
    # Students of the direction without it have no such course, which breaks nothing.
    one = [*sports(200), line("舞蹈", group=1, option="乙")]
    assert verdict(sport, one, [group(1, "CHOOSE_ONE", choose=1)]) == "PASS"


# ---- a document that counts fewer electives


def test_what_only_all_electives_keep_is_open_where_the_document_counts_fewer():
    electives = [line(f"选修{each}", hours=64, credits=400, nature="ELECTIVE") for each in range(2)]
    lines = (line(hours=2400, credits=14000, nature="REQUIRED"), *electives)
    total = StatedTotal(PLACE, "合计", None, {"credits": 14400}, {"credits": Interval(14800, 14800)}, (1, 2, 3))
    reading = PlanReading(HEAD, (), lines, (), (total,), (), (), (), (), (), (), (), ())

    (found,) = judge(facts_of_reading(reading), [set_of(rule("HOURS", measureLeast="2500"))], AS_OF, are_named=True)
    (less,) = judge(facts_of_reading(reading), [set_of(rule("HOURS", measureLeast="2450"))], AS_OF, are_named=True)

    assert (found.verdict, found.measured) == ("UNKNOWN", MeasuredSpan(2464, 2528))
    assert found.undecided == (Undecided("TAKEN_BY_ALL", (2, 3)),)
    assert less.verdict == "PASS"


def test_what_everyone_takes_is_not_doubted_for_the_electives_of_others():
    """What the document counts fewer of may be this course, which is no reason to doubt that it is offered."""
    lines = tuple(line(name, hours=32, credits=200) for name in ("心理健康教育", "茶艺", "书法"))
    total = StatedTotal(PLACE, "合计", None, {"credits": 400}, {"credits": Interval(600, 600)}, (1, 2, 3))
    reading = PlanReading(HEAD, (), lines, (), (total,), (), (), (), (), (), (), (), ())
    mind = rule("CREDITS", names=["心理健康"], measureLeast="2")

    assert [each.verdict for each in judge(facts_of_reading(reading), [set_of(mind)], AS_OF, are_named=True)] == [
        "PASS"
    ]


# ---- names


@pytest.mark.parametrize("name", ["军事理论与军训", "军训（含军事理论）"])
def test_a_line_of_two_courses_by_their_names_says_nothing_of_each(name):
    drill = rule(
        "HOURS_OR_WEEKS",
        names=["军训"],
        joinedNames=["军事理论+军训"],
        measureLeast="112",
        weeksLeast="2",
        weeksMost="3",
    )

    found = finding(drill, [line(name, duration_weeks=300)])

    assert (found.verdict, found.undecided) == ("UNKNOWN", (Undecided("JOINED_COURSE", (1,)),))
    assert verdict(drill, [line("军训", duration_weeks=300), line("军事理论", hours=36)]) == "PASS"


def test_a_course_offered_with_another_is_offered():
    both = rule("COURSES_OFFERED", names=["军事理论", "军事技能"], joinedNames=["军事理论+技能"], natures=["REQUIRED"])

    assert verdict(both, [line("军事理论与技能", nature="REQUIRED")]) == "PASS"
    assert verdict(both, [line("军事理论", nature="REQUIRED")]) == "FAIL"


# ---- hours of a credit, and the week table


def test_what_hours_of_a_credit_are_not_judged_of_is_named_apart():
    credit = rule("HOURS_PER_CREDIT", measureLeast="16", measureMost="18", exceptNames=["体育"])
    lines = [
        line(hours=64, credits=400),
        line("体育", hours=108, credits=400),
        line("实训", hours=52, credits=200, duration_weeks=200),
        line("讲座", hours=8),
    ]

    found = finding(credit, lines)

    assert (found.verdict, found.lines, found.left_out) == ("PASS", (1,), (2, 3))


@pytest.mark.parametrize(
    ("weeks", "wanted"),
    [
        # Examinations are weeks of activity: a table without them is not whole.
        ({"课堂教学": 1600, "实训": 200}, "UNKNOWN"),
        ({"课堂教学": 1600, "实训": 200, "考试": 100}, "FAIL"),
        ({"课堂教学": 1800, "实训": 200}, "PASS"),
        # As many weeks as the calendar has: its holidays are among them.
        ({"教学": 1800, "考试": 100, "合计": 2600}, "UNKNOWN"),
    ],
)
def test_a_week_table_that_leaves_kinds_of_weeks_out_breaks_nothing(weeks, wanted):
    year = rule("WEEKS_OF_YEAR", measureLeast="40", measureMost="40")

    assert verdict(year, [], weeks=[WeekRow(PLACE, each, weeks) for each in range(1, 7)]) == wanted


# ---- the secondary stage of five years

FIVE_YEARS = HEAD._replace(duration_years=5)
SPORT = rule("HOURS", names=["体育"], natures=["REQUIRED"], measureLeast="108")
CHINESE = rule("COURSE_OFFERED", names=["语文"], modules=["COMMON"], natures=["REQUIRED"])
OF_COMMON = {"module": "COMMON", "nature": "REQUIRED"}
SECONDARY, HIGHER = ("中职阶段", "公共基础课程"), ("高职阶段", "公共基础课程")


def sports(*parts):
    return [line("体育", hours=hours, **OF_COMMON, **fields) for hours, fields in parts]


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        # Headings tell the stage of each line.
        (sports((144, {"path": SECONDARY}), (108, {"path": HIGHER})), ("PASS", ())),
        (sports((144, {"path": SECONDARY}), (72, {"path": HIGHER})), ("FAIL", ())),
        # No secondary stage has the last semesters; the first may be of either.
        (sports((144, {"semesters": (1, 2, 3, 4)}), (108, {"semesters": (7, 8)})), ("PASS", ())),
        (
            sports((144, {"semesters": (1, 2, 3, 4)}), (72, {"semesters": (7, 8)})),
            ("UNKNOWN", (Undecided("STAGE", (1,)),)),
        ),
        (sports((180, {"semesters": tuple(range(1, 9))})), ("UNKNOWN", (Undecided("STAGE", (1,)),))),
        (sports((60, {})), ("FAIL", ())),
    ],
)
def test_a_sum_of_the_higher_stage_counts_its_lines_alone(lines, wanted):
    found = finding(SPORT, lines, head=FIVE_YEARS)

    assert (found.verdict, found.undecided) == wanted


@pytest.mark.parametrize(
    ("fields", "wanted"),
    [
        ({"path": SECONDARY}, ("FAIL", ())),
        ({"path": HIGHER, "semesters": (5,)}, ("PASS", ())),
        ({"semesters": (1, 2)}, ("UNKNOWN", (Undecided("STAGE", (1,)),))),
        ({}, ("UNKNOWN", (Undecided("STAGE", (1,)),))),
        ({"semesters": (6, 7)}, ("PASS", ())),
    ],
)
def test_a_course_of_the_secondary_stage_is_not_offered_in_the_higher_one(fields, wanted):
    found = finding(CHINESE, [line("语文", **OF_COMMON, **fields)], head=FIVE_YEARS)

    assert (found.verdict, found.undecided) == wanted


def test_a_line_of_the_secondary_stage_in_another_module_leaves_no_rule_on_the_higher_one_open():
    sport = rule("HOURS", names=["体育"], modules=["COMMON"], natures=["REQUIRED"], measureLeast="108")
    lines = [
        line("体育", hours=144, module="EXTENSION", nature="REQUIRED", path=SECONDARY),
        line("体育", hours=72, **OF_COMMON, path=HIGHER),
    ]

    found = finding(sport, lines, head=FIVE_YEARS)

    assert (found.verdict, found.undecided) == ("FAIL", ())


def test_stages_part_what_rules_on_both_of_them_or_on_years_of_study_do_not():
    lines = [line("语文", path=SECONDARY, **OF_COMMON), line("网页", path=HIGHER, module="CORE")]
    sets = [set_of(CHINESE, levels=("SECONDARY", "ASSOCIATE")), set_of(CHINESE, years=5), set_of(CHINESE)]

    found = [judge(plan_facts(FIVE_YEARS, lines, ()), [each], AS_OF, are_named=True) for each in sets]

    assert [each.verdict for (each,) in found] == ["PASS", "PASS", "FAIL"]
    # Three years have one stage, unless headings name both.
    three = [finding(CHINESE, those).verdict for those in ([line("语文", **OF_COMMON)], lines)]
    assert three == ["PASS", "FAIL"]
