"""Which courses of a plan certificates are recognised for: the rules of a college as values, and what they refuse."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from analysis.training_plans.improvement.proof import SolvedStage

# More take minutes where many answers are as good.
CERTIFICATES_MOST = 30
# No rule of a college, but what conversion means: a course is taught once, so its credits are given once.
COURSE_ONCE = "COURSE_ONCE"
CONTENT = "CONTENT"
CREDITS_NOT_STATED = "CREDITS_NOT_STATED"


class ConversionRule(NamedTuple):
    """A rule of a college on conversion, by its code.

    COURSE_ONCE: a course is converted by one certificate only. CREDITS_MOST: ``most`` hundredths of credits a
    certificate. BANK_CREDITS: no more than the credit bank recognises. COURSES_MOST: ``most`` courses a certificate.
    COURSE_SCOPE: only courses of ``modules`` (all where there are none), not of ``not_modules``, and only required ones
    where ``is_required``; for certificates of ``level``, or of all levels.
    """

    code: str
    kind: str
    level: str | None = None
    modules: tuple[str, ...] = ()
    not_modules: tuple[str, ...] = ()
    is_required: bool = False
    most: int | None = None


class ConvertibleCourse(NamedTuple):
    """A course; null: the plan does not say so. Credits in hundredths."""

    key: str
    credits: int | None
    module: str | None
    nature: str | None


class HeldCertificate(NamedTuple):
    """A certificate, the courses whose content it covers, and the hundredths of credits that the credit bank gives.

    Without courses no one said which it covers: that none fits is not known.
    """

    key: str
    level: str | None
    courses: tuple[str, ...]
    bank_credits: int | None = None


class ConversionProblem(NamedTuple):
    """What is to be converted by which rules, and how many answers as good are wanted besides."""

    courses: tuple[ConvertibleCourse, ...]
    certificates: tuple[HeldCertificate, ...]
    rules: tuple[ConversionRule, ...]
    alternatives: int = 3


class ConvertedCourse(NamedTuple):
    """A course, and the certificate that is recognised for it."""

    certificate: str
    course: str


class Refusal(NamedTuple):
    """Why a pair is not converted: the code of the rule, and whether the plan only leaves out a fact."""

    rule: str
    is_unknown: bool = False


class CreditConversion(NamedTuple):
    """The pairs of most credits, and of as many credits the most courses; answers as good; and the proofs."""

    pairs: tuple[ConvertedCourse, ...]
    alternatives: tuple[tuple[ConvertedCourse, ...], ...] = ()
    stages: tuple[SolvedStage, ...] = ()
    is_unique: bool = False


# ---- what a pair alone breaks


def refusals(problem: ConversionProblem) -> dict[ConvertedCourse, tuple[Refusal, ...]]:
    """Give for each pair of certificate and course the rules that refuse it, whatever else is chosen."""
    return {
        ConvertedCourse(certificate.key, course.key): pair_refusals(problem, certificate, course)
        for certificate in sorted(problem.certificates)
        for course in sorted(problem.courses, key=lambda each: each.key)
    }


def pair_refusals(
    problem: ConversionProblem, certificate: HeldCertificate, course: ConvertibleCourse
) -> tuple[Refusal, ...]:
    """Give the rules that refuse one pair, whatever else is chosen."""
    return tuple(dict.fromkeys(_refusals(problem, certificate, course)))


def _refusals(problem: ConversionProblem, certificate: HeldCertificate, course: ConvertibleCourse) -> Iterator[Refusal]:
    if course.key not in certificate.courses:
        yield Refusal(CONTENT, is_unknown=not certificate.courses)
    if course.credits is None:
        yield Refusal(CREDITS_NOT_STATED, is_unknown=True)
    for rule in problem.rules:
        match rule.kind:
            case "COURSE_SCOPE":
                yield from _outside(rule, certificate, course)
            case "CREDITS_MOST" | "BANK_CREDITS":
                most = _credits_most(rule, certificate)
                if most is not None and (course.credits or 0) > most:
                    yield Refusal(rule.code)
            case "COURSES_MOST" if rule.most == 0:
                yield Refusal(rule.code)


def _outside(rule: ConversionRule, certificate: HeldCertificate, course: ConvertibleCourse) -> Iterator[Refusal]:
    if rule.level and rule.level != certificate.level and certificate.level is not None:
        return
    is_unknown = False
    if rule.modules or rule.not_modules:
        is_unknown |= course.module is None
        is_outside = (bool(rule.modules) and course.module not in rule.modules) or course.module in rule.not_modules
        if course.module is not None and is_outside:
            yield Refusal(rule.code, is_unknown=bool(rule.level) and certificate.level is None)
            return
    if rule.is_required:
        is_unknown |= course.nature is None
        if course.nature not in (None, "REQUIRED"):
            yield Refusal(rule.code)
            return
    if is_unknown:
        yield Refusal(rule.code, is_unknown=True)


def _credits_most(rule: ConversionRule, certificate: HeldCertificate) -> int | None:
    return certificate.bank_credits if rule.kind == "BANK_CREDITS" else rule.most


# ---- what a choice of pairs breaks


def filled_rules(
    problem: ConversionProblem, chosen: Sequence[ConvertedCourse], pair: ConvertedCourse
) -> tuple[str, ...]:
    """Name the rules that the chosen pairs fill, so that this one cannot be added."""
    return tuple(dict.fromkeys(_filled(problem, [each for each in chosen if each != pair], pair)))


def _filled(problem: ConversionProblem, others: Sequence[ConvertedCourse], pair: ConvertedCourse) -> Iterator[str]:
    credits_of = {each.key: each.credits or 0 for each in problem.courses}
    (certificate,) = [each for each in problem.certificates if each.key == pair.certificate]
    own = [each.course for each in others if each.certificate == pair.certificate] + [pair.course]
    if any(each.course == pair.course for each in others):
        yield once_rule(problem)
    for rule in problem.rules:
        if rule.kind in ("CREDITS_MOST", "BANK_CREDITS"):
            most = _credits_most(rule, certificate)
            if most is not None and sum(credits_of[each] for each in own) > most:
                yield rule.code
        if rule.kind == "COURSES_MOST" and rule.most is not None and len(own) > rule.most:
            yield rule.code


def once_rule(problem: ConversionProblem) -> str:
    """Give the code of the rule by which a course is converted once."""
    return next((each.code for each in problem.rules if each.kind == COURSE_ONCE), COURSE_ONCE)


def certificate_limits(problem: ConversionProblem, certificate: HeldCertificate) -> tuple[int | None, int | None]:
    """Give the most credits and the most courses of a certificate; nothing where no rule limits them."""
    amounts = [
        most
        for rule in problem.rules
        if rule.kind in ("CREDITS_MOST", "BANK_CREDITS") and (most := _credits_most(rule, certificate)) is not None
    ]
    counts = [rule.most for rule in problem.rules if rule.kind == "COURSES_MOST" and rule.most is not None]
    return min(amounts, default=None), min(counts, default=None)


def broken_choice(problem: ConversionProblem, chosen: Sequence[ConvertedCourse]) -> tuple[str, ...]:
    """Name every rule that a choice of pairs does not keep."""
    refused = refusals(problem)
    broken = [each.rule for pair in chosen for each in refused[pair]]
    broken += [rule for pair in chosen for rule in filled_rules(problem, chosen, pair)]
    return tuple(dict.fromkeys(broken))


def credits_of_choice(problem: ConversionProblem, chosen: Sequence[ConvertedCourse]) -> int:
    """Give the hundredths of credits that a choice of pairs converts."""
    amounts: Mapping[str, int] = {each.key: each.credits or 0 for each in problem.courses}
    return sum(amounts[each.course] for each in chosen)


def without_courses(problem: ConversionProblem) -> list[str]:
    """Name the certificates of which neither plan nor caller says which courses they cover."""
    return [each.key for each in problem.certificates if not each.courses]


def undecided(problem: ConversionProblem, answer: CreditConversion) -> list[ConvertedCourse]:
    """Give the pairs on which no one can decide: no rule refuses them for certain, and the plan leaves out a fact."""
    return [
        pair for pair, rules in reasons(problem, answer).items() if rules and all(is_unknown for _, is_unknown in rules)
    ]


def may_convert_more(problem: ConversionProblem, answer: CreditConversion, *, is_whole: bool) -> bool:
    """Whether more may be converted than was computed; ``is_whole``: every rule could be computed.

    What a rule refuses for certain stays refused, whatever another would say.
    """
    if is_whole and problem.rules:
        return bool(undecided(problem, answer))
    return any(all(each.is_unknown for each in refused) for refused in refusals(problem).values())


def reasons(
    problem: ConversionProblem, answer: CreditConversion
) -> dict[ConvertedCourse, tuple[tuple[str, bool], ...]]:
    """Give for each pair that is not converted the rules, and whether only a fact is missing."""
    return {
        pair: tuple((each.rule, each.is_unknown) for each in refused)
        or tuple((each, False) for each in filled_rules(problem, answer.pairs, pair))
        for pair, refused in refusals(problem).items()
        if pair not in answer.pairs
    }
