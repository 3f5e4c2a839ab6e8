"""The credit conversion of a plan: its lines as courses of the problem, its target certificates as those held."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from analysis.training_plans.improvement.credit_conversion import (
    ConversionProblem,
    ConversionRule,
    ConvertibleCourse,
    HeldCertificate,
)
from analysis.training_plans.plan_lines import PlanNames, keyed_lines
from analysis.training_plans.training_plan import PlanReading, TargetCertificate


class ConversionWishes(NamedTuple):
    """What a caller adds to the plan, by the name of a certificate: courses that it covers, and credits of the bank."""

    covers: Mapping[str, tuple[str, ...]] = {}
    bank_credits: Mapping[str, int] = {}
    alternatives: int = 3


NO_WISHES = ConversionWishes()


class PlanConversion(NamedTuple):
    """The problem of a plan. ``unknown``: names of courses and certificates that the plan does not have."""

    problem: ConversionProblem
    unknown: tuple[str, ...]


def plan_conversion(
    plan: PlanReading, rules: tuple[ConversionRule, ...], wishes: ConversionWishes = NO_WISHES
) -> PlanConversion:
    """State the conversion of a plan as a problem. A certificate covers the courses that the plan names for it."""
    lines = keyed_lines(plan)
    names = PlanNames(lines)
    courses = tuple(ConvertibleCourse(key, each.credits, each.module, each.nature) for key, each in lines.items())
    certificates = tuple(_certificates(plan, names, wishes))
    held = {each.key for each in certificates}
    unknown = [name for name in (*wishes.covers, *wishes.bank_credits) if not any(_names(name, key) for key in held)]
    problem = ConversionProblem(courses, certificates, rules, wishes.alternatives)
    return PlanConversion(problem, tuple(dict.fromkeys([*names.unknown, *unknown])))


def _certificates(plan: PlanReading, names: PlanNames, wishes: ConversionWishes) -> Iterator[HeldCertificate]:
    seen: set[str] = set()
    for each in plan.certificates:
        key = _key(each)
        if key in seen:
            continue
        seen.add(key)
        covered = [*each.courses, *(name for wish, more in wishes.covers.items() if _names(wish, key) for name in more)]
        courses = tuple(dict.fromkeys(line for name in covered for line in names.keys(name)))
        bank = next((amount for wish, amount in wishes.bank_credits.items() if _names(wish, key)), None)
        yield HeldCertificate(key, each.level, courses, bank)


def _key(certificate: TargetCertificate) -> str:
    return " ".join(filter(None, (certificate.name, certificate.level_text)))


def _names(wish: str, key: str) -> bool:
    """Whether a caller's name means this certificate: the whole key, or its name without the level."""
    return re.sub(r"\s", "", wish) in (re.sub(r"\s", "", key), re.sub(r"\s", "", key.rpartition(" ")[0]))
