"""Names of courses that corrections leave out: a line or a certificate that names one names it no more."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from analysis.training_plans.training_plan import PlanLine, PlanReading, PlanRemark, TargetCertificate
from interchange.training_plans.tables.plan_words import bare


class DroppedLinks(NamedTuple):
    """A plan without these names, the numbers of the lines that lost one, and what is said of it."""

    plan: PlanReading
    lines: frozenset[int]
    problems: tuple[PlanRemark, ...]


def drop_links(plan: PlanReading, left_out: frozenset[int]) -> DroppedLinks:
    """Drop prerequisites, and courses of certificates, that only lines left out have as their names."""
    kept = {bare(line.name) for number, line in enumerate(plan.lines, 1) if number not in left_out}
    gone = {bare(plan.lines[number - 1].name) for number in left_out} - kept
    problems: list[PlanRemark] = []
    lines: list[PlanLine] = []
    for number, line in enumerate(plan.lines, 1):
        own = _named(line.prerequisites, gone) if number not in left_out else []
        problems += [_problem("prerequisite-left-out", line, each) for each in own]
        lines.append(line._replace(prerequisites=_without(line.prerequisites, own)))
    certificates: list[TargetCertificate] = []
    for each in plan.certificates:
        own = _named(each.courses, gone)
        problems += [_problem("certificate-course-left-out", each, name) for name in own]
        certificates.append(each._replace(courses=_without(each.courses, own)))
    changed = frozenset(at for at, pair in enumerate(zip(plan.lines, lines, strict=True), 1) if pair[0] != pair[1])
    return DroppedLinks(plan._replace(lines=tuple(lines), certificates=tuple(certificates)), changed, tuple(problems))


def _named(names: Iterable[str], gone: set[str]) -> list[str]:
    return [each for each in names if bare(each) in gone]


def _without(names: Sequence[str], dropped: Sequence[str]) -> tuple[str, ...]:
    return tuple(each for each in names if each not in dropped)


def _problem(rule: str, owner: PlanLine | TargetCertificate, name: str) -> PlanRemark:
    return PlanRemark(rule, f"{owner.name}: {name}", owner.place)
