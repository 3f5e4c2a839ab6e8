"""What a college's rules refuse, from the rows of our data to each pair of certificate and course."""

from pathlib import Path

import pytest

from analysis.training_plans.improvement.conversion_rules import CreditRuleRow, conversion_rules
from analysis.training_plans.improvement.credit_conversion import (
    ConversionProblem,
    ConversionRule,
    ConvertedCourse,
    ConvertibleCourse,
    CreditConversion,
    HeldCertificate,
    Refusal,
    broken_choice,
    certificate_limits,
    filled_rules,
    may_convert_more,
    refusals,
    undecided,
    without_courses,
)
from analysis.training_plans.improvement.plan_conversion import ConversionWishes, plan_conversion
from analysis.training_plans.training_plan import PlanHead, PlanLine, PlanPlace, PlanReading, TargetCertificate
from seeds.credit_rules import read_credit_rules

SEEDS = Path(__file__).resolve().parents[4] / "seeds" / "data" / "rules"
HERE = PlanPlace(1)
CORE = ConvertibleCourse("网页开发", 350, "CORE", "REQUIRED")
BASIC = ConvertibleCourse("网页基础", 450, "FOUNDATION", "REQUIRED")
FREE = ConvertibleCourse("设计", 200, "CORE", "ELECTIVE")
VAGUE = ConvertibleCourse("实训", None, None, None)
COURSES = (CORE, BASIC, FREE, VAGUE)
RULES = (
    ConversionRule("T02", "CREDITS_MOST", most=400),
    ConversionRule("T05", "COURSE_SCOPE", "INTERMEDIATE", ("CORE",), is_required=True),
)


def rules_of(body):
    return conversion_rules(each for each in read_credit_rules([SEEDS]) if each.body.startswith(body))


def reasons(certificate, rules=RULES):
    """The refusals of each course, by its name."""
    problem = ConversionProblem(COURSES, (certificate,), rules)
    return {pair.course: refused for pair, refused in refusals(problem).items()}


def test_the_rules_of_two_colleges_are_computed_as_they_are_written():
    hunan, hunan_others = rules_of("湖南工艺美术")
    shandong, shandong_others = rules_of("山东艺术设计")

    assert hunan == (
        ConversionRule("T01", "COURSE_ONCE"),
        ConversionRule("T02", "CREDITS_MOST", most=800),
        ConversionRule("T03", "BANK_CREDITS"),
        ConversionRule("T04", "COURSE_SCOPE", "ELEMENTARY", ("FOUNDATION",), is_required=True),
        ConversionRule("T05", "COURSE_SCOPE", "INTERMEDIATE", ("CORE",), is_required=True),
        ConversionRule("T06", "COURSE_SCOPE", "ADVANCED", ("FOUNDATION", "CORE"), is_required=True),
    )
    assert hunan_others == ("T07",)
    assert shandong == (
        ConversionRule("T08", "COURSE_SCOPE", not_modules=("PRACTICE",), is_required=True),
        ConversionRule("T09", "COURSE_ONCE"),
        ConversionRule("T11", "COURSES_MOST", most=1),
    )
    assert set(shandong_others) == {"T10", "T12", "T13", "T14"}


def test_a_rule_without_figure_or_meaning_is_not_computed():
    row = CreditRuleRow("X", "college", "cap", "", None, "much", None, None, "")

    assert conversion_rules([row, row._replace(code="Y", kind="scope", value="students")]) == ((), ("X", "Y"))


def test_each_pair_is_refused_by_each_rule_that_it_breaks():
    everything = tuple(each.key for each in COURSES)

    assert reasons(HeldCertificate("网页", "INTERMEDIATE", everything)) == {
        "网页开发": (),
        "网页基础": (Refusal("T02"), Refusal("T05")),
        "设计": (Refusal("T05"),),
        "实训": (Refusal("CREDITS_NOT_STATED", is_unknown=True), Refusal("T05", is_unknown=True)),
    }


def test_a_rule_of_another_level_says_nothing_and_an_unknown_level_is_said():
    assert reasons(HeldCertificate("网页", "ADVANCED", ("网页基础",)))["网页基础"] == (Refusal("T02"),)
    assert reasons(HeldCertificate("网页", None, ("网页基础",)), RULES[1:])["网页基础"] == (
        Refusal("T05", is_unknown=True),
    )


def test_content_that_does_not_fit_and_the_credit_bank_refuse():
    bank = (ConversionRule("T03", "BANK_CREDITS"),)

    assert reasons(HeldCertificate("网页", None, ("算法",), 300), bank)["网页开发"] == (
        Refusal("CONTENT"),
        Refusal("T03"),
    )
    assert reasons(HeldCertificate("网页", None, ("网页开发",)), bank)["网页开发"] == ()


@pytest.mark.parametrize(
    ("course", "is_whole", "is_open"),
    [
        # The module is not known, and the course is none that every student takes: refused whatever the module is.
        (ConvertibleCourse("设计", 200, None, "ELECTIVE"), True, False),
        (ConvertibleCourse("设计", 200, None, "REQUIRED"), True, True),
        (ConvertibleCourse("设计", 200, "FOUNDATION", "REQUIRED"), False, False),
        (ConvertibleCourse("设计", 200, "CORE", "REQUIRED"), False, True),
    ],
)
def test_a_pair_that_is_refused_for_certain_is_not_open(course, is_whole, is_open):
    problem = ConversionProblem((course,), (HeldCertificate("证书", "INTERMEDIATE", ("设计",)),), RULES)
    nothing = CreditConversion(())

    assert may_convert_more(problem, nothing, is_whole=is_whole) is is_open
    assert bool(undecided(problem, nothing)) is (is_open and is_whole)


@pytest.mark.parametrize(("covered", "is_open"), [(("算法",), False), ((), True)])
def test_where_no_content_fits_nothing_is_open_unless_no_one_says_what_is_covered(covered, is_open):
    problem = ConversionProblem(COURSES, (HeldCertificate("证书", "INTERMEDIATE", covered),), ())

    assert may_convert_more(problem, CreditConversion(()), is_whole=False) is is_open
    assert without_courses(problem) == (["证书"] if is_open else [])


def test_what_the_chosen_pairs_fill_is_named():
    rules = (ConversionRule("T02", "CREDITS_MOST", most=800), ConversionRule("T11", "COURSES_MOST", most=1))
    certificates = (
        HeldCertificate("a", None, ("网页开发", "网页基础"), 500),
        HeldCertificate("b", None, ("网页开发",)),
    )
    problem = ConversionProblem(COURSES, certificates, (*rules, ConversionRule("T03", "BANK_CREDITS")))
    chosen = [ConvertedCourse("a", "网页开发")]

    assert filled_rules(problem, chosen, ConvertedCourse("a", "网页基础")) == ("T11", "T03")
    assert filled_rules(problem, chosen, ConvertedCourse("b", "网页开发")) == ("COURSE_ONCE",)
    assert [certificate_limits(problem, each) for each in certificates] == [(500, 1), (800, 1)]
    assert broken_choice(problem, chosen) == ()
    assert broken_choice(problem, [*chosen, ConvertedCourse("b", "网页基础")]) == ("CONTENT",)


# ---- from a plan


@pytest.fixture
def plan():
    lines = (
        PlanLine(HERE, "网页开发", credits=350, module="CORE", nature="REQUIRED"),
        PlanLine(HERE, "不计", is_counted=False),
    )
    certificate = TargetCertificate(HERE, "Web前端", "中级", "INTERMEDIATE", (), None, ("《网页开发》", "算法"))
    return PlanReading(PlanHead(), (), lines, (), (), (certificate, certificate), (), (), (), (), (), (), ())


def test_a_plan_gives_its_courses_and_each_of_its_certificates_once(plan):
    stated = plan_conversion(plan, RULES)

    assert stated.problem == ConversionProblem(
        (ConvertibleCourse("网页开发", 350, "CORE", "REQUIRED"),),
        (HeldCertificate("Web前端 中级", "INTERMEDIATE", ("网页开发",)),),
        RULES,
    )
    assert stated.unknown == ("算法",)


def test_what_the_caller_adds_goes_by_the_name_with_or_without_the_level(plan):
    wishes = ConversionWishes({"Web前端": ("网页开发",)}, {"Web前端中级": 650, "Java": 1})
    stated = plan_conversion(plan, (), wishes)

    assert stated.problem.certificates == (HeldCertificate("Web前端 中级", "INTERMEDIATE", ("网页开发",), 650),)
    assert stated.unknown == ("算法", "Java")


def test_what_is_said_of_a_certificate_without_a_level_is_not_said_of_another_that_has_one(plan):
    certificates = tuple(
        TargetCertificate(HERE, name, level, None, (), None, ())
        for name, level in (("Web前端", None), ("Web前端", "中级"), ("Web 开发", None))
    )
    wishes = ConversionWishes({"Web前端": ("网页开发",), "Web": ("网页开发",)}, {"Web前端": 650, "Web前端 中级": 300})

    stated = plan_conversion(plan._replace(certificates=certificates), (), wishes)

    assert stated.problem.certificates == (
        HeldCertificate("Web前端", None, ("网页开发",), 650),
        HeldCertificate("Web前端 中级", None, (), 300),
        HeldCertificate("Web 开发", None, (), None),
    )
    assert stated.unknown == ("Web",)
