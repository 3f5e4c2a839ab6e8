"""Which courses a certificate may be recognised for, pair by pair by the rules alone: no choice is made.

What is proposed where rules limit how much is converted, ``planCreditConversion`` says.
"""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from analysis.training_plans.improvement.credit_conversion import (
    ConversionProblem,
    ConvertedCourse,
    HeldCertificate,
    filled_rules,
    pair_refusals,
)


class Recognition(StrEnum):
    """Whether a course may be converted: with all others that may, in their stead, unknown, or not."""

    CONVERTIBLE = "CONVERTIBLE"
    LIMITED = "LIMITED"
    UNDECIDED = "UNDECIDED"
    REFUSED = "REFUSED"


class RecognizableCourse(NamedTuple):
    """A certificate and a course that it covers, in hundredths of credits, and the rules on which the answer rests."""

    certificate: str
    course: str
    credits: int | None
    recognition: Recognition
    rules: tuple[str, ...]


def recognizable_courses(problem: ConversionProblem) -> list[RecognizableCourse]:
    """Judge each pair of a certificate and a course that it covers."""
    covered = {course for each in problem.certificates for course in each.courses}
    problem = problem._replace(courses=tuple(each for each in problem.courses if each.key in covered))
    judged = [each for certificate in problem.certificates for each in _alone(problem, certificate)]
    free = [
        ConvertedCourse(each.certificate, each.course) for each in judged if each.recognition == Recognition.CONVERTIBLE
    ]
    return [_among(problem, free, each) for each in judged]


def _alone(problem: ConversionProblem, certificate: HeldCertificate) -> Iterator[RecognizableCourse]:
    courses = {each.key: each for each in problem.courses}
    for key in certificate.courses:
        refusals = pair_refusals(problem, certificate, courses[key])
        state = (
            Recognition.CONVERTIBLE
            if not refusals
            else Recognition.UNDECIDED
            if all(each.is_unknown for each in refusals)
            else Recognition.REFUSED
        )
        rules = tuple(each.rule for each in refusals if state == Recognition.UNDECIDED or not each.is_unknown)
        yield RecognizableCourse(certificate.key, key, courses[key].credits, state, rules)


def _among(problem: ConversionProblem, free: Sequence[ConvertedCourse], each: RecognizableCourse) -> RecognizableCourse:
    """Say which rules stand against converting a course together with all others that may be."""
    if each.recognition != Recognition.CONVERTIBLE:
        return each
    near = [other for other in free if each.certificate == other.certificate or each.course == other.course]
    rules = filled_rules(problem, near, ConvertedCourse(each.certificate, each.course))
    return each._replace(recognition=Recognition.LIMITED, rules=rules) if rules else each
