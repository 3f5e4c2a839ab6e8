"""From a plan and the alignments of courses to the problem of a certificate: what is taught, what could be, which rules."""

from analysis.training_plans.improvement.certificate_embedding import (
    EmbeddingLine,
    HourRule,
    OfferedElective,
    OpenRequirement,
)
from analysis.training_plans.improvement.plan_embedding import (
    CourseEvidence,
    EditGround,
    EmbeddingWishes,
    WantedRequirement,
    plan_embedding,
)
from analysis.training_plans.training_plan import ChoiceGroup, PlanHead, PlanLine, PlanPlace, PlanReading

HERE = PlanPlace(1)
WEB = PlanLine(HERE, "网页开发", module="CORE", nature="REQUIRED", hours=64, theory_hours=24, semesters=(3,))
DATA = PlanLine(HERE, "数据库", module="FOUNDATION", nature="ELECTIVE", hours=48, semesters=(2,))
COMMON = PlanLine(HERE, "体育", module="COMMON", hours=108, practice_hours=100, semesters=(1, 2))
BLOCK = PlanLine(HERE, "岗位实习", module="PRACTICE", hours=480, practice_hours=480, semesters=(6,))
GROUP = ChoiceGroup(1, "CHOOSE_ONE", "方向", HERE, 1, None, ("甲", "乙"))
CHOICES = tuple(
    PlanLine(HERE, name, module="EXTENSION", nature="ELECTIVE", hours=hours, group=1, option=name, semesters=(4,))
    for name, hours in (("甲", 40), ("乙", 56))
)
WANTED = (
    WantedRequirement("r1", "ADVANCED", "1.1.1", "会用框架"),
    WantedRequirement("r2", "ADVANCED", "1.1.2", "能做部署"),
    WantedRequirement("r3", "ADVANCED", "1.2.1", "数据库备份"),
    WantedRequirement("r4", "ELEMENTARY", "1.1.1", "会画草图"),
)
EVIDENCE = (
    CourseEvidence("《网页开发》", "r1", 60, covers=True),
    CourseEvidence("网页开发", "r4", 80, covers=False),
    CourseEvidence("云计算", "r2", 90, covers=True),
    CourseEvidence("体育", "r2", 90, covers=False),
    CourseEvidence("网页开发", "other", 90, covers=True),
)


def stated(*lines, groups=(), evidence=EVIDENCE, **wishes):
    plan = PlanReading(PlanHead(), (), lines, groups, (), (), (), (), (), (), (), (), ())
    return plan_embedding(plan, WANTED, evidence, EmbeddingWishes(**wishes))


def test_lines_that_are_edited_and_lines_that_are_not():
    found = stated(WEB, DATA, COMMON, BLOCK, *CHOICES, groups=(GROUP,), locked=("数据库", "物理"))

    assert found.problem.lines == (
        EmbeddingLine("网页开发", 64, 40, "CORE", semester=3),
        EmbeddingLine("数据库", 48, 0, "FOUNDATION", is_elective=True, semester=2, is_locked=True),
        EmbeddingLine("体育", 108, 100, "COMMON", is_locked=True),
        EmbeddingLine("岗位实习", 480, 480, "PRACTICE", semester=6, is_locked=True),
        EmbeddingLine("* EXTENSION", 40, 0, "EXTENSION", is_elective=True, is_locked=True),
    )
    assert (found.held, found.unknown) == (("数据库", "体育", "岗位实习"), ("物理",))


def test_what_is_taught_is_not_open_and_what_could_be_has_an_affinity_by_its_evidence():
    found = stated(WEB, DATA, COMMON)

    assert found.served == {"r1": ("网页开发",)}
    assert found.problem.requirements == (
        # A cover of the same task: half of its strength. The alignment of a line that is not edited is no evidence.
        OpenRequirement("r2", {"网页开发": 30}),
        # Two pairs of characters in common; the area alone is too weak.
        OpenRequirement("r3", {"数据库": 35}),
        # An alignment that waits for review: half, and half of its strength.
        OpenRequirement("r4", {"网页开发": 90}),
    )


def test_each_candidate_says_why_and_through_which_requirement_nearby():
    found = stated(WEB, DATA, COMMON)
    # Of two covers of equal strength in the task the first by its key, in whatever order they come.
    two = [CourseEvidence("网页开发", each, 60, covers=True) for each in ("r1", "r3")]
    wanted = (*WANTED[:2], WANTED[2]._replace(code=WANTED[0].code))
    orders = [
        plan_embedding(PlanReading(PlanHead(), (), (WEB,), *((),) * 10), wanted, order, EmbeddingWishes()).grounds["r2"]
        for order in (two, two[::-1])
    ]

    assert found.grounds == {
        "r2": {"网页开发": EditGround(30, "SAME_TASK", "r1")},
        "r3": {"数据库": EditGround(35, "WORDS")},
        "r4": {"网页开发": EditGround(90, "TENTATIVE")},
    }
    assert orders == [{"网页开发": EditGround(30, "SAME_TASK", "r1")}] * 2


def test_a_ground_of_the_area_counts_where_no_cover_of_the_task_is_as_near():
    evidence = (CourseEvidence("网页开发", "r1", 90, covers=True),)

    assert stated(WEB, evidence=evidence).grounds["r3"] == {"网页开发": EditGround(27, "SAME_AREA", "r1")}


def test_courses_that_cover_what_is_open_and_that_the_plan_lacks_are_offered_as_electives():
    assert stated(WEB, BLOCK, elective_hours=48).problem.electives == (OfferedElective("云计算", 48, 24, 4, ("r2",)),)
    assert stated(WEB, PlanLine(HERE, "云计算", hours=32, semesters=(4,))).problem.electives == ()


def test_the_rules_are_those_of_the_document_and_the_callers():
    plain = (
        HourRule("BUDGET", {"EXTRA": 1}, 24),
        HourRule("HV3:02", {"TOTAL": 1, "MODULE:COMMON": -4}, 0),
        HourRule("HV3:03", {"TOTAL": 1, "ELECTIVE": -10}, 0),
        HourRule("HV3:04", {"TOTAL": 1, "PRACTICE": -2}, 0),
    )
    limited = stated(WEB, DATA, extra_hours_most=24, total_hours_most=120, weekly_hours_most=3).problem.rules

    assert stated(WEB, extra_hours_most=24).problem.rules == plain
    assert limited == (
        *plain,
        HourRule("TOTAL_HOURS", {"TOTAL": 1}, 120),
        HourRule("WEEKLY_HOURS:1", {"SEMESTER:1": 1}, 54),
        HourRule("WEEKLY_HOURS:2", {"SEMESTER:2": 1}, 6),
        # 64 hours where 54 are allowed: no more, but no less either.
        HourRule("WEEKLY_HOURS:3", {"SEMESTER:3": 1}, 0),
    )


def test_an_elective_says_which_lines_have_a_similar_name():
    offers = tuple(
        CourseEvidence(name, "r2", 90, covers=True)
        for name in ("数据库技术及应用", "网页设计与开发", "体育", "数据", "云计算（一）")
    )
    lines = [DATA._replace(name=each) for each in ("数据库技术", "网页设计开发", "体育与健康", "大数据", "云计算")]

    found = stated(*lines, evidence=offers).problem.electives

    assert {each.key: each.similar for each in found} == {
        "数据库技术及应用": ("数据库技术",),
        "网页设计与开发": ("网页设计开发",),
        "体育": (),
        "数据": (),
        "云计算（一）": ("云计算",),
    }
