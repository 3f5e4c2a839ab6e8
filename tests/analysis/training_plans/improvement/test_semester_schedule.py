"""What a schedule of semesters is worth, which rules it breaks, and which hours find no place before any solver."""

from analysis.training_plans.improvement.semester_schedule import (
    CapacityShortage,
    CertificateExamination,
    Prerequisite,
    ScheduledCourse,
    ScheduleProblem,
    Semester,
    SemesterLimits,
    broken_rules,
    capacity_shortages,
    loads,
    objective_values,
    weekly_loads,
)

# Ten weeks, twenty, and a semester of placement.
SEMESTERS = (Semester(1, 1000), Semester(2, 2000, 20), Semester(3, 0))
A = ScheduledCourse("A", (40,), (1, 2), 1)
B = ScheduledCourse("B", (30, 50), (1,), 1)
C = ScheduledCourse("C", (60,), (1, 2), 2)
WEB = CertificateExamination("web", (1, 2), ("A", "B"))
PROBLEM = ScheduleProblem(SEMESTERS, (A, B, C), (Prerequisite("A", "C"),), (WEB,))


def test_loads_are_the_hours_of_each_semester_and_weekly_where_there_are_weeks():
    begins = {"A": 1, "B": 1, "C": 2}

    assert loads(PROBLEM, begins) == {1: 70, 2: 130, 3: 0}
    assert weekly_loads(PROBLEM, begins) == {1: 7.0, 2: 6.5}


def test_the_peak_is_in_whole_weekly_hours_and_the_semester_of_placement_counts_nowhere():
    values = objective_values(PROBLEM, {"A": 2, "B": 1, "C": 2}, {"web": 2})

    # 30 hours in ten weeks; 170 in twenty are 8.5 a week.
    assert values == {"PEAK": 9, "MOVES": 1, "SPREAD": 6, "APART": 0, "DISTANCE": 1}


def test_a_schedule_that_breaks_everything_is_reported_rule_by_rule():
    problem = PROBLEM._replace(limits=SemesterLimits(4, 4, 2, 1))

    assert broken_rules(problem, {"A": 3, "B": 1, "C": 2}, {"web": 3}) == (
        ("PLACE", "A"),
        ("PREREQUISITE", "A", "C"),
        ("SESSION", "web"),
        ("WEEKLY_HOURS_LEAST", "1"),
        ("WEEKLY_HOURS_MOST", "2"),
    )
    assert broken_rules(problem, {"A": 1, "B": 1, "C": 1}, {"web": 1}) == (
        ("PREREQUISITE", "A", "C"),
        ("EXAMINATION", "web", "B"),
        ("WEEKLY_HOURS_MOST", "1"),
        ("COURSES_MOST", "1"),
        ("WEEKLY_HOURS_LEAST", "2"),
    )


def test_a_good_schedule_breaks_none():
    assert broken_rules(PROBLEM, {"A": 1, "B": 1, "C": 2}, {"web": 2}) == ()


def test_without_a_weekly_limit_nothing_is_short():
    assert capacity_shortages(PROBLEM) == ()


def test_hours_that_can_lie_nowhere_else_are_found_in_the_shortest_run_of_semesters():
    # Together 200 hours for 30 weeks; C cannot lie before A.
    assert capacity_shortages(PROBLEM._replace(limits=SemesterLimits(6))) == (
        CapacityShortage(1, 1, 70, 60),
        CapacityShortage(2, 2, 130, 120),
    )
    assert capacity_shortages(PROBLEM._replace(limits=SemesterLimits(7))) == ()


def test_a_long_chain_of_prerequisites_leaves_each_course_one_semester():
    semesters = tuple(Semester(each, 1000) for each in range(1, 5))
    courses = tuple(ScheduledCourse(name, (20,), (1, 2, 3, 4)) for name in "ABCD")
    chain = tuple(Prerequisite(*each) for each in ("AB", "BC", "CD"))
    problem = ScheduleProblem(semesters, courses, chain, limits=SemesterLimits(1))

    assert capacity_shortages(problem) == tuple(CapacityShortage(each, each, 20, 10) for each in range(1, 5))


def test_the_whole_is_short_where_no_single_semester_is():
    courses = tuple(ScheduledCourse(name, (35,), (1, 2)) for name in "ABCDEFG")
    problem = ScheduleProblem((Semester(1, 1000), Semester(2, 1000)), courses, limits=SemesterLimits(12))

    assert capacity_shortages(problem) == (CapacityShortage(1, 2, 245, 240),)


def test_hours_in_a_semester_without_weeks_are_not_short():
    problem = ScheduleProblem(
        (Semester(1, 1000), Semester(2, 0)), (ScheduledCourse("A", (8, 800), (1,)),), limits=SemesterLimits(1)
    )

    assert capacity_shortages(problem) == ()
