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
    held: dict[str, TargetCertificate] = {}
    for each in plan.certificates:
        held.setdefault(_key(each), each)
    certificates = tuple(_certificates(held, names, wishes))
    unknown = [name for name in (*wishes.covers, *wishes.bank_credits) if not _meant(name, held)]
    problem = ConversionProblem(courses, certificates, rules, wishes.alternatives)
    return PlanConversion(problem, tuple(dict.fromkeys([*names.unknown, *unknown])))


def _certificates(
    held: Mapping[str, TargetCertificate], names: PlanNames, wishes: ConversionWishes
) -> Iterator[HeldCertificate]:
    covers = [(_meant(name, held), more) for name, more in wishes.covers.items()]
    bank_credits = [(_meant(name, held), amount) for name, amount in wishes.bank_credits.items()]
    for key, each in held.items():
        covered = [*each.courses, *(name for meant, more in covers if key in meant for name in more)]
        courses = tuple(dict.fromkeys(line for name in covered for line in names.keys(name)))
        bank = next((amount for meant, amount in bank_credits if key in meant), None)
        yield HeldCertificate(key, each.level, courses, bank)


def _key(certificate: TargetCertificate) -> str:
    return " ".join(filter(None, (certificate.name, certificate.level_text)))


def _meant(wish: str, held: Mapping[str, TargetCertificate]) -> set[str]:
    """Give the certificates that a caller means: that of this name and level, else those of this name, of any level."""
    whole = {key for key in held if _narrow(key) == _narrow(wish)}
    return whole or {key for key, each in held.items() if _narrow(each.name) == _narrow(wish)}


def _narrow(name: str) -> str:
    return re.sub(r"\s", "", name)
