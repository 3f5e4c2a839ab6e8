"""Which courses a certificate may be recognised for, pair by pair, without a choice."""

from analysis.training_plans.improvement.credit_conversion import (
    ConversionProblem,
    ConversionRule,
    ConvertibleCourse,
    HeldCertificate,
)
from analysis.training_plans.improvement.recognizable_courses import RecognizableCourse, recognizable_courses

CORE = ConvertibleCourse("网页开发", 350, "CORE", "REQUIRED")
DATA = ConvertibleCourse("数据库", 400, "CORE", "REQUIRED")
BASIC = ConvertibleCourse("网页基础", 450, "FOUNDATION", "REQUIRED")
VAGUE = ConvertibleCourse("实训", 100, None, None)
OTHER = ConvertibleCourse("体育", 100, "COMMON", "REQUIRED")
SCOPE = ConversionRule("S", "COURSE_SCOPE", "INTERMEDIATE", ("CORE",), is_required=True)
CERTIFICATE = HeldCertificate("证书 中级", "INTERMEDIATE", ("网页开发", "数据库", "网页基础", "实训"))


def judged(*rules, certificates=(CERTIFICATE,)):
    problem = ConversionProblem((CORE, DATA, BASIC, VAGUE, OTHER), certificates, (SCOPE, *rules))
    return recognizable_courses(problem)


def test_each_pair_is_judged_by_the_rules_and_courses_of_no_certificate_are_left_out():
    assert judged() == [
        RecognizableCourse("证书 中级", "网页开发", 350, "CONVERTIBLE", ()),
        RecognizableCourse("证书 中级", "数据库", 400, "CONVERTIBLE", ()),
        RecognizableCourse("证书 中级", "网页基础", 450, "REFUSED", ("S",)),
        RecognizableCourse("证书 中级", "实训", 100, "UNDECIDED", ("S",)),
    ]


def test_a_bound_that_all_together_break_is_named_and_one_that_they_keep_is_not():
    states = {
        most: [(each.recognition, each.rules) for each in judged(ConversionRule("M", "CREDITS_MOST", most=most))]
        for most in (749, 750)
    }

    assert states[749][:2] == [("LIMITED", ("M",)), ("LIMITED", ("M",))]
    assert states[750][:2] == [("CONVERTIBLE", ()), ("CONVERTIBLE", ())]


def test_a_course_of_two_certificates_is_converted_once():
    second = HeldCertificate("另一证书 中级", "INTERMEDIATE", ("网页开发",))

    found = judged(ConversionRule("O", "COURSE_ONCE"), certificates=(CERTIFICATE, second))

    assert [(each.certificate, each.course, each.rules) for each in found if each.recognition == "LIMITED"] == [
        ("证书 中级", "网页开发", ("O",)),
        ("另一证书 中级", "网页开发", ("O",)),
    ]
