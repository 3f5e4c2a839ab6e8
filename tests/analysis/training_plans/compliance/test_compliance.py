"""Verdicts on made plans: each trap of real tables, and what would decide."""

import datetime as dt

import pytest

from analysis.training_plans.compliance.compliance import MEASURES
from analysis.training_plans.compliance.finding import MeasuredSpan, Undecided
from analysis.training_plans.compliance.plan_facts import facts_of_reading
from analysis.training_plans.training_plan import PlanHead, PlanPlace, PlanReading, PlanRemark, WeekRow
from graph.model.codes import RULE_MEASURE
from tests.analysis.training_plans.compliance.made_plans import (
    HEAD,
    PLACE,
    finding,
    group,
    line,
    rule,
    verdict,
)

TOTAL = rule("HOURS", measureLeast="2500")
COMMON = rule("HOURS_SHARE", measureLeast="1/4", modules=["COMMON"])
PRACTICE = rule("PRACTICE_SHARE", measureLeast="1/2", force="IN_PRINCIPLE")


def test_a_line_without_hours_opens_the_upper_bound_and_is_what_would_decide():
    found = finding(TOTAL, [line(hours=2400), line("毕业设计")])

    assert (found.verdict, found.measured, found.lines) == ("UNKNOWN", MeasuredSpan(2400, None), (1, 2))
    assert found.undecided == (Undecided("HOURS", (2,)),)


def test_a_line_in_weeks_counts_by_the_hours_per_week_of_the_plan():
    lines = [line(hours=2000), line("岗位实习", duration_weeks=2000)]

    assert verdict(TOTAL, lines, head=HEAD._replace(hours_per_week=26)) == "PASS"
    assert verdict(TOTAL, lines, head=HEAD._replace(hours_per_week=24)) == "FAIL"
    assert finding(TOTAL, lines).undecided == (Undecided("HOURS_PER_WEEK", (2,)),)


def test_an_elective_group_counts_what_must_be_chosen_and_names_itself():
    groups = [group(1, "CHOOSE_CREDITS", credits_=200)]
    lines = [line(hours=2450), *(line(f"选修{each}", hours=each, credits=200, group=1) for each in (32, 48, 64))]

    found = finding(TOTAL, lines, groups)

    assert (found.verdict, found.measured) == ("UNKNOWN", MeasuredSpan(2482, 2514))
    assert found.undecided == (Undecided("CHOICE", (1,)),)


def test_a_share_compares_in_integers():
    assert verdict(COMMON, [line(hours=625, module="COMMON"), line(hours=1875, module="CORE")]) == "PASS"
    assert verdict(COMMON, [line(hours=624, module="COMMON"), line(hours=1875, module="CORE")]) == "FAIL"
    two_thirds = rule("SHARE_BEFORE", measureLeast="2/3", names=["岗位实习"])
    placement = line("岗位实习", hours=500, semesters=(6,))
    assert verdict(two_thirds, [line(hours=1000, semesters=(1,)), placement]) == "PASS"
    assert verdict(two_thirds, [line(hours=999, semesters=(1,)), placement]) == "FAIL"


def test_a_share_says_its_parts_in_hundredths_of_a_per_cent():
    found = finding(COMMON, [line(hours=600, module="COMMON"), line(hours=1200), line(hours=600, module="CORE")])

    assert (found.verdict, found.measured, found.part, found.whole) == (
        "PASS",
        MeasuredSpan(2500, 7500),
        MeasuredSpan(600, 1800),
        MeasuredSpan(2400, 2400),
    )


def test_a_module_left_out_makes_the_share_an_interval():
    found = finding(COMMON, [line(hours=500, module="COMMON"), line(hours=200), line(hours=1500, module="CORE")])

    assert (found.verdict, found.measured, found.part, found.whole) == (
        "UNKNOWN",
        MeasuredSpan(2273, 3182),
        MeasuredSpan(500, 700),
        MeasuredSpan(2200, 2200),
    )
    assert found.undecided == (Undecided("MODULE", (2,)),)


def test_a_line_without_hours_decides_no_share():
    assert verdict(COMMON, [line(hours=2500, module="COMMON"), line(module="CORE")]) == "UNKNOWN"
    assert verdict(COMMON, [line(hours=1, module="COMMON"), line(hours=2500, module="CORE"), line()]) == "UNKNOWN"
    # More hours of the part only add to it.
    assert verdict(COMMON, [line(hours=100, module="COMMON"), line(module="COMMON")]) == "PASS"


def test_practice_is_what_theory_leaves_and_all_of_its_module():
    lines = [
        line(hours=60, theory_hours=40, module="CORE"),
        line(hours=40, practice_hours=10, module="CORE"),
        line(hours=70, module="PRACTICE"),
    ]

    assert finding(PRACTICE, lines).part == MeasuredSpan(100, 100)
    assert verdict(PRACTICE, lines) == "PASS"
    assert verdict(PRACTICE, [*lines, line(hours=300, theory_hours=300, module="CORE")]) == "REMARK"
    assert finding(PRACTICE, [line(hours=60, module="CORE")]).undecided == (Undecided("PRACTICE", (1,)),)


@pytest.mark.parametrize("force", ["AS_A_RULE", "IN_PRINCIPLE", "REFERENCE", "TERM", None])
def test_only_must_can_fail(force):
    assert verdict(rule("HOURS", measureLeast="2500", force=force), [line(hours=1)]) == "REMARK"
    assert verdict(TOTAL, [line(hours=1)]) == "FAIL"


def test_figures_in_brackets_count_only_where_the_rule_says_so():
    policy = line("形势与政策", credits=100, hours=48, is_counted=False, semesters=(1, 2, 3, 4, 5, 6))
    wanted = {"measureLeast": "1", "names": ["形势与政策"]}

    assert verdict(rule("CREDITS", countsBracketed=True, **wanted), [policy]) == "PASS"
    found = finding(rule("CREDITS", **wanted), [policy])
    assert (found.verdict, found.measured, found.undecided) == (
        "UNKNOWN",
        MeasuredSpan(0, 100),
        (Undecided("NOT_COUNTED", (1,)),),
    )
    assert finding(TOTAL, [policy]).measured == MeasuredSpan(0, 0)


def test_a_line_that_repeats_another_is_not_counted_twice():
    twice = [line("形势与政策", credits=100), line("形势与政策", credits=100, is_counted=False)]

    assert finding(rule("CREDITS", names=["形势与政策"], countsBracketed=True), twice).measured == MeasuredSpan(
        100, 100
    )


def test_parts_of_a_course_are_one_course():
    count = rule("COURSES", modules=["CORE"], measureLeast="2", measureMost="3")
    names = ["程序设计（一）", "程序设计（二）", "数据库Ⅰ", "数据库Ⅱ", "Vue3", "AI"]

    assert finding(count, [line(each, module="CORE") for each in names]).measured == MeasuredSpan(4, 4)
    assert finding(count, [line(names[0], module="CORE"), line(names[1])]).measured == MeasuredSpan(1, 1)


def test_a_course_of_two_directions_counts_once():
    count = rule("COURSES", modules=["CORE"], measureLeast="1", measureMost="8")
    lines = [
        line("网络", module="CORE", group=1, option="甲"),
        line("网络", module="CORE", group=1, option="乙"),
        line("数据", module="CORE", group=1, option="乙"),
    ]

    assert finding(count, lines, [group(1, "CHOOSE_ONE", choose=1)]).measured == MeasuredSpan(1, 2)


MORALS = {"names": ["思想道德与法治/思想道德修养与法律基础@-2021"], "measureLeast": "3"}


@pytest.mark.parametrize(
    ("name", "year", "wanted"),
    [
        ("思想道德修养与法律基础", 2020, "PASS"),
        ("思想道德修养与法律基础", 2024, "REMARK"),
        ("思想道德与法治", 2024, "PASS"),
        ("线性代数", 2024, "FAIL"),
    ],
)
def test_the_day_decides_whether_a_name_is_in_use(name, year, wanted):
    lines = [line(name, credits=300, module="COMMON", nature="REQUIRED")]
    day = dt.date(year, 9, 1)

    assert verdict(rule("CREDITS", **MORALS), lines, as_of=day) == wanted
    offered = rule("COURSES_OFFERED", names=MORALS["names"], modules=["COMMON"], natures=["REQUIRED"])
    assert verdict(offered, lines, as_of=day) == wanted


def test_an_old_term_is_remarked_on_from_its_year():
    term = rule("TERM_ABSENT", force="TERM", names=["顶岗实习@2022"])

    assert finding(term, [line("顶岗实习")], as_of=dt.date(2021, 9, 1))[1:3] == ("PASS", "NO_FORMER_NAME")
    assert finding(term, [line(), line("顶岗实习")])[1:3] == ("REMARK", "FORMER_NAME")


def test_a_joined_course_says_nothing_of_its_parts():
    theory = rule("HOURS", names=["军事理论"], joinedNames=["军事理论与技能"], measureLeast="36", measureMost="36")

    found = finding(theory, [line("军事理论与技能", hours=148)])

    assert (found.verdict, found.measured) == ("UNKNOWN", MeasuredSpan(0, 148))
    assert found.undecided == (Undecided("JOINED_COURSE", (1,)),)


DRILL = rule("HOURS_OR_WEEKS", names=["军事技能"], measureLeast="112", weeksLeast="2", weeksMost="3")


@pytest.mark.parametrize(
    ("figures", "wanted"),
    [
        ({"hours": 112}, ("PASS", (11200, 11200), "HOURS")),
        ({"hours": 60, "duration_weeks": 200}, ("PASS", (200, 200), "WEEKS")),
        ({"duration_weeks": 300}, ("PASS", (300, 300), "WEEKS")),
        ({"hours": 100}, ("FAIL", (10000, 10000), "HOURS")),
        ({"duration_weeks": 150}, ("FAIL", (150, 150), "WEEKS")),
        ({"duration_weeks": 100}, ("FAIL", (100, 100), "WEEKS")),
        ({}, ("UNKNOWN", (0, None), "HOURS")),
    ],
)
def test_either_hours_or_weeks_keep_the_rule_and_the_verdict_says_which(figures, wanted):
    found = finding(DRILL, [line("军事技能", **figures)])
    assert (found.verdict, found.measured, found.measured_as) == wanted


REQUIRED = rule("COURSE_OFFERED", names=["体育"], exceptNames=["体育市场"], modules=["COMMON"], natures=["REQUIRED"])


@pytest.mark.parametrize(
    ("lines", "groups", "wanted"),
    [
        ([line("大学体育", module="COMMON", nature="REQUIRED")], (), ("PASS", "OFFERED")),
        ([line("体育市场营销", module="COMMON", nature="REQUIRED")], (), ("FAIL", "NO_SUCH_LINE")),
        ([line("体育", module="COMMON", nature="ELECTIVE")], (), ("FAIL", "OTHER_NATURE")),
        ([line("体育", module="PRACTICE", nature="REQUIRED")], (), ("REMARK", "OTHER_MODULE")),
        ([line("体育", module="COMMON")], (), ("UNKNOWN", "OFFERED")),
        ([line("体育", module="PRACTICE")], (), ("UNKNOWN", "OFFERED")),
        (
            [line("体育", module="COMMON", nature="REQUIRED", group=1, option="甲"), line(group=1, option="乙")],
            [group(1, "CHOOSE_ONE", choose=1)],
            ("UNKNOWN", "OFFERED"),
        ),
    ],
)
def test_a_required_course_must_be_taken_by_all(lines, groups, wanted):
    assert finding(REQUIRED, lines, groups)[1:3] == wanted


def test_an_elective_where_a_restricted_one_is_wanted_is_remarked_on():
    wanted = rule(
        "COURSE_OFFERED",
        names=["数学"],
        modules=["COMMON"],
        natures=["REQUIRED", "RESTRICTED_ELECTIVE"],
        toleratedNatures=["ELECTIVE"],
    )

    assert verdict(wanted, [line("数学", module="COMMON", nature="ELECTIVE")]) == "REMARK"
    assert verdict(wanted, [line("高等数学", module="COMMON", nature="RESTRICTED_ELECTIVE")]) == "PASS"


POLICY = rule("HOURS_EACH_SEMESTER", names=["形势与政策"], exceptNames=["岗位实习"], measureLeast="8")


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        ([line("形势与政策", hours=48, semesters=(1, 2, 3, 4, 5, 6))], "PASS"),
        ([line("形势与政策", hours=40, semesters=(1, 2, 3, 4, 5, 6))], "FAIL"),
        ([line("形势与政策", hours=40, semesters=(1, 2, 3, 4, 5))], "FAIL"),
        ([line("形势与政策", hours=40, semesters=(1, 2, 3, 4, 5)), line("岗位实习", semesters=(6,))], "PASS"),
        ([line("形势与政策", hours=48)], "UNKNOWN"),
        ([], "FAIL"),
    ],
)
def test_a_course_of_every_semester_does_not_break_off(lines, wanted):
    assert verdict(POLICY, lines) == wanted


@pytest.mark.parametrize(
    ("semesters", "level", "years", "wanted"),
    [
        ((7, 8, 9, 10), "ASSOCIATE", 5, "UNKNOWN"),
        ((7, 8, 9), "ASSOCIATE", 5, "FAIL"),
        (range(1, 11), "ASSOCIATE", 5, "PASS"),
        ((5, 6, 7, 8), "ASSOCIATE", 4, "FAIL"),
        ((3, 4, 5, 6), "ASSOCIATE", 3, "FAIL"),
    ],
)
def test_the_first_semesters_of_five_years_may_be_of_the_secondary_stage(semesters, level, years, wanted):
    head = HEAD._replace(education_level=level, duration_years=years)
    course = line("形势与政策", hours=8 * len(semesters), semesters=tuple(semesters))

    found = finding(POLICY, [course], head=head)

    assert found.verdict == wanted
    assert (Undecided("STAGE") in found.undecided) == (wanted == "UNKNOWN")


def test_hours_a_week_are_those_of_each_semester():
    sport = rule("WEEKLY_HOURS", names=["体育"], measureLeast="2")

    assert verdict(sport, [line("体育", semesters=(1, 2), weekly_hours={"1": 200, "2": 200})]) == "PASS"
    assert verdict(sport, [line("体育", semesters=(1, 2), weekly_hours={"1": 200, "2": 150})]) == "FAIL"
    assert finding(sport, [line("体育", semesters=(1, 2), weekly_hours={"1": 200})]).undecided == (
        Undecided("WEEKLY_HOURS", (1,)),
    )
    assert verdict(sport, [line()]) == "NOT_APPLICABLE"


def test_too_few_hours_a_week_of_what_may_be_an_elective_break_nothing():
    sport = rule("WEEKLY_HOURS", names=["体育"], natures=["REQUIRED"], measureLeast="2")
    required = line("体育", nature="REQUIRED", semesters=(1,), weekly_hours={"1": 200})
    once = {"semesters": (2,), "weekly_hours": {"2": 100}}

    assert verdict(sport, [required, line("体育欣赏", nature="ELECTIVE", **once)]) == "PASS"
    assert verdict(sport, [required, line("体育二", nature="REQUIRED", **once)]) == "FAIL"
    found = finding(sport, [required, line("体育欣赏", **once)])
    assert (found.verdict, found.undecided) == ("UNKNOWN", (Undecided("NATURE", (2,)),))


def test_a_course_of_the_name_in_another_module_leaves_a_sum_open():
    art = rule("CREDITS", names=["美术", "艺术"], modules=["COMMON"], measureLeast="2")
    appreciation = line("美术鉴赏", module="COMMON", credits=200)
    of_major = line("艺术概论", module="FOUNDATION", credits=200)

    assert verdict(art, [appreciation, of_major]) == "PASS"
    assert verdict(art, [line(module="CORE", credits=200)]) == "FAIL"
    found = finding(art, [of_major])
    assert (found.verdict, found.measured, found.undecided) == (
        "UNKNOWN",
        MeasuredSpan(0, 200),
        (Undecided("MODULE", (1,)),),
    )


def test_what_the_plan_alone_does_not_decide_is_never_broken():
    physics = rule("COURSE_OFFERED", names=["物理"], natures=["REQUIRED"], decidedBy="STANDARD")
    outside = rule("WEEKS", names=["岗位实习"], exceptNames=["校内"], measureMost="13", decidedBy="PLACE")

    assert verdict(physics, [line("物理", nature="REQUIRED")]) == "PASS"
    assert finding(physics, [line()])[1:3] == ("UNKNOWN", "NO_SUCH_LINE")
    assert finding(physics, [line()]).undecided == (Undecided("STANDARD"),)
    assert (
        verdict(outside, [line("岗位实习", duration_weeks=1200), line("岗位实习（校内）", duration_weeks=900)])
        == "PASS"
    )
    found = finding(outside, [line("岗位实习", duration_weeks=2400)])
    assert (found.verdict, found.measured, found.undecided) == (
        "UNKNOWN",
        MeasuredSpan(2400, 2400),
        (Undecided("PLACE", (1,)),),
    )


def test_hours_of_a_credit_name_each_line_outside():
    credit = rule("HOURS_PER_CREDIT", measureLeast="16", measureMost="18", exceptNames=["体育"], force="AS_A_RULE")
    lines = [
        line(hours=64, credits=400),
        line(hours=30, credits=200),
        line("体育", hours=108, credits=400),
        line("实训", hours=52, credits=200, duration_weeks=200),
        line(hours=56, credits=350),
    ]

    found = finding(credit, lines)

    assert (found.verdict, found.lines, found.outside) == ("REMARK", (1, 2, 5), (2,))
    assert found.measured == MeasuredSpan(1500, 1600)
    assert finding(credit, [line(hours=50, credits=300)]).measured == MeasuredSpan(1666, 1667)
    assert finding(credit, [line("体育", hours=108, credits=400)]).measured is None


def test_weeks_of_a_year_need_the_week_table():
    year = rule("WEEKS_OF_YEAR", measureLeast="40", measureMost="40")
    table = [WeekRow(PLACE, each, {"教学": 1600, "考试": 100, "机动": 300, "寒假": 500}) for each in range(1, 7)]

    assert verdict(year, [], weeks=table) == "PASS"
    assert verdict(year, [], weeks=[*table[:5], WeekRow(PLACE, 6, {"教学": 1600})]) == "FAIL"
    assert finding(year, [], weeks=table[:5]).undecided == (Undecided("WEEK_TABLE"),)
    assert verdict(year, []) == "UNKNOWN"
    headings = [WeekRow(PLACE, each, {"课堂教学周数": 1500}) for each in range(1, 7)]
    assert verdict(year, [], weeks=headings) == "UNKNOWN"
    with_sums = [WeekRow(PLACE, each, {"教学周数": 1800, "理论教学": 1700, "小计": 2000}) for each in range(1, 7)]
    assert verdict(year, [], weeks=with_sums) == "PASS"
    with_holidays = [
        WeekRow(PLACE, each, {"教学": 1900, "考试": 100, "假期": 600, "总周数": 2600}) for each in range(1, 7)
    ]
    assert verdict(year, [], weeks=with_holidays) == "PASS"
    overlapping = [WeekRow(PLACE, each, {"教学周数": 1800, "理论教学": 1700}) for each in range(1, 7)]
    assert verdict(year, [], weeks=overlapping) == "UNKNOWN"


def test_a_section_is_known_without_its_numbering_where_headings_were_read():
    section = rule("SECTION", names=["实施保障", "教学保障"])

    assert verdict(section, [], sections=["一、专业名称", "九、专业实施保障"]) == "PASS"
    assert verdict(section, [], sections=["一、专业名称", "九、实施（质量）保障"]) == "PASS"
    assert verdict(section, [], sections=["一、专业名称"]) == "FAIL"
    assert finding(section, []).undecided == (Undecided("HEADINGS"),)


@pytest.mark.parametrize("title", ["软件技术专业人才培养方案（节选）", "人才培养方案(摘录)", "人才培养方案节选"])
def test_an_extract_leaves_sections_open_that_it_does_not_have(title):
    section = rule("SECTION", names=["实施保障", "教学保障"])
    extract, others = HEAD._replace(title=title), ["一、专业名称"]

    assert finding(section, [], head=extract, sections=others).undecided == (Undecided("HEADINGS"),)
    assert verdict(section, [], head=extract, sections=["一、专业名称", "九、实施保障"]) == "PASS"
    assert verdict(section, [], head=extract._replace(title="节选自愿的人才培养方案"), sections=others) == "FAIL"


def test_a_part_that_the_plan_states_needs_no_heading():
    named = PlanHead("", None, "软件技术", "510203", None, None, None, None, None)
    code, years = rule("SECTION", names=["专业名称及代码", "专业名称"]), rule("SECTION", names=["修业年限", "学制"])

    assert finding(code, [], head=named)[1:3] == ("PASS", "STATED")
    assert finding(code, [], head=named._replace(major_code=None))[1] == "UNKNOWN"
    others = ["一、培养目标"]
    assert finding(code, [], head=named, sections=others)[1:3] == ("PASS", "STATED")
    assert finding(code, [], head=named._replace(major_code=None), sections=others)[1:3] == ("FAIL", "HEADING")
    assert finding(years, [], head=HEAD._replace(duration_years=3))[1:3] == ("PASS", "STATED")
    assert finding(years, [], head=HEAD._replace(duration_years=None))[1] == "UNKNOWN"


def test_courses_state_their_hours_and_terms_only_where_all_are_here():
    hours, terms = rule("SECTION", names=["学时安排"]), rule("SECTION", names=["教学进程总体安排", "教学进程"])
    both = line(hours=64, semesters=(1,))

    assert [finding(each, [both])[1:3] for each in (hours, terms)] == [("PASS", "STATED")] * 2
    assert [finding(each, [both, line("毕业设计")])[1] for each in (hours, terms)] == ["UNKNOWN"] * 2
    assert [finding(each, [both], is_whole=False)[1] for each in (hours, terms)] == ["UNKNOWN"] * 2
    assert finding(rule("SECTION", names=["课程设置"]), [both])[1:3] == ("PASS", "STATED")
    assert finding(rule("SECTION", names=["课程设置"]), [])[1] == "UNKNOWN"


def test_of_a_plan_that_is_not_whole_nothing_missing_fails():
    part = {"is_whole": False}

    assert verdict(TOTAL, [line(hours=100)], **part) == "UNKNOWN"
    assert verdict(TOTAL, [line(hours=2500, nature="REQUIRED")], **part) == "PASS"
    # It may be one of a choice that is not here.
    chosen = finding(TOTAL, [line(hours=2500)], **part)
    assert (chosen.verdict, chosen.measured) == ("UNKNOWN", MeasuredSpan(0, None))
    assert chosen.undecided == (Undecided("TAKEN_BY_ALL", (1,)), Undecided("REST_OF_PLAN"))
    required = line(hours=100, module="COMMON", nature="REQUIRED")
    assert finding(COMMON, [required], **part).undecided == (Undecided("REST_OF_PLAN"),)
    assert verdict(REQUIRED, [], **part) == "UNKNOWN"
    assert verdict(POLICY, [], **part) == "UNKNOWN"
    assert verdict(rule("HOURS", measureMost="50"), [required], **part) == "FAIL"


def test_a_course_whose_name_is_struck_out_is_none():
    places = [PlanPlace(1, table=1, row=each) for each in (2, 3)]
    lines = (
        line("体育", hours=108)._replace(place=places[0], is_counted=False),
        line(hours=9)._replace(place=places[1]),
    )
    guesses = (PlanRemark("struck-out", "体育", places[0]),)
    reading = PlanReading(HEAD, (), lines, (), (), (), (), (), (), (), guesses, (), ())

    facts = facts_of_reading(reading)

    assert ([each.name for each in facts.lines], facts.numbers) == (["课程"], (2,))


def test_every_measure_of_the_model_has_its_function():
    assert set(MEASURES) == set(RULE_MEASURE.codes)
