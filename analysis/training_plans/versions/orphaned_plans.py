"""Why a training plan no longer rests, on a day, on its major, its certificates, or its teaching standard.

Days are text (2025-12-31), which sorts as days do. Of most documents only the year is known: within that year it is not
known whether they have begun. What is not known is a reason of its own, so that no one takes it for "nothing changed".
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

_BEFORE = "before-"


class OrphanReason(NamedTuple):
    """Why a plan is orphaned; not known: it may be. ``tag``: what the caller wants to find again with it."""

    code: str
    is_known: bool
    tag: Any = None


class ListedMajor(NamedTuple):
    """A major of an edition, and the latest year in which a supplement added it there."""

    edition: str
    added_not_after: int | None
    tag: Any


class PlanMajor(NamedTuple):
    """The major of a plan; ``successors`` as sources state them, ``namesakes`` of the same level in other editions."""

    edition: str
    successors: Sequence[ListedMajor]
    namesakes: Sequence[ListedMajor]
    tag: Any


class DatedFact(NamedTuple):
    """Something with the days on which it begins and ends (not included), as far as they are known."""

    valid_from: str | None
    valid_to: str | None
    tag: Any


class Replacement(NamedTuple):
    """What took the place of a certificate, and since when."""

    since: str | None
    tag: Any


class StandardVersion(NamedTuple):
    """A version of a skill level standard, or a teaching standard, whose code is empty."""

    code: str
    year: int | None
    valid_from: str | None
    valid_to: str | None
    tag: Any


class PlanCertificate(NamedTuple):
    """A certificate that a plan names, its replacements, the levels that the plan targets, and its standards."""

    fact: DatedFact
    replacements: Sequence[Replacement]
    levels: Sequence[DatedFact]
    standards: Sequence[StandardVersion]


class CatalogueEdition(NamedTuple):
    """An edition of the catalogue."""

    edition: str
    tag: Any


class PlanGrounds(NamedTuple):
    """What a plan was made for. ``standards`` are those of its majors; ``base`` is null where none is stated."""

    entry_year: int | None
    majors: Sequence[PlanMajor]
    certificates: Sequence[PlanCertificate]
    base: StandardVersion | None
    standards: Sequence[StandardVersion]


def orphan_reasons(plan: PlanGrounds, editions: Sequence[CatalogueEdition], day: str) -> list[OrphanReason]:
    """Give the reasons, first of the majors, then of certificates, then of the teaching standard."""
    found = [reason for each in plan.majors for reason in _of_major(each, editions, day)]
    if not plan.majors:
        found.append(OrphanReason("MAJOR_NOT_MATCHED", is_known=False))
    found += [reason for each in plan.certificates for reason in _of_certificate(each, plan.entry_year, day)]
    found += _of_base(plan, day)
    return found


# ---- the catalogue


def _of_major(major: PlanMajor, editions: Sequence[CatalogueEdition], day: str) -> Iterator[OrphanReason]:
    own, year = _last_year(major.edition), int(day[:4])
    if own is None:
        yield OrphanReason("EDITION_NOT_DATED", is_known=False, tag=major.tag)
        return
    later = [each for each in editions if each.edition.isdigit() and own < int(each.edition) <= year]
    if not later:
        yield from _within_edition(major, year)
        return
    # Of the edition of the year itself it is not known whether it has begun.
    begun = [each for each in later if int(each.edition) < year]
    newest = max(begun or later, key=lambda each: int(each.edition))
    yield from _of_former_edition(major, newest, is_known=bool(begun))


def _last_year(edition: str) -> int | None:
    """Give the last year before which no later edition can have begun."""
    if edition.startswith(_BEFORE):
        return int(edition.removeprefix(_BEFORE)) - 1
    return int(edition) if edition.isdigit() else None


def _of_former_edition(major: PlanMajor, newest: CatalogueEdition, *, is_known: bool) -> Iterator[OrphanReason]:
    limit = int(newest.edition)
    successors = [each for each in major.successors if (_last_year(each.edition) or 0) <= limit]
    same = [each for each in major.namesakes if each.edition == newest.edition]
    for each in successors:
        yield OrphanReason("MAJOR_REPLACED", is_known, each.tag)
    if not successors:
        for each in same:
            yield OrphanReason("MAJOR_RECODED", is_known, each.tag)
    if not successors and not same:
        yield OrphanReason("MAJOR_NOT_LISTED", is_known, newest.tag)


def _within_edition(major: PlanMajor, year: int) -> Iterator[OrphanReason]:
    """Report what a supplement of the same edition put in its place."""
    for each in major.successors:
        if each.edition == major.edition and (each.added_not_after is None or each.added_not_after <= year):
            yield OrphanReason("MAJOR_REPLACED", _is_over(each.added_not_after, year), each.tag)


def _is_over(year: int | None, now: int) -> bool:
    return year is not None and year < now


# ---- certificates


def _of_certificate(each: PlanCertificate, entry_year: int | None, day: str) -> Iterator[OrphanReason]:
    fact = each.fact
    begun = [other for other in each.replacements if other.since is None or other.since <= day]
    if _has_ended(fact.valid_to, day):
        yield OrphanReason("CERTIFICATE_ENDED", is_known=True, tag=fact.tag)
    for other in begun:
        yield OrphanReason("CERTIFICATE_REPLACED", other.since is not None, other.tag)
    if not begun and fact.valid_from is None and fact.valid_to is None:
        yield OrphanReason("CERTIFICATE_NOT_DATED", is_known=False, tag=fact.tag)
    for level in each.levels:
        if _has_ended(level.valid_to, day):
            yield OrphanReason("LEVEL_ENDED", is_known=True, tag=level.tag)
    for code in dict.fromkeys(one.code for one in each.standards):
        versions = [one for one in each.standards if one.code == code]
        yield from _of_standard(versions, entry_year, day)


def _has_ended(valid_to: str | None, day: str) -> bool:
    return valid_to is not None and valid_to <= day


def _of_standard(versions: Sequence[StandardVersion], entry_year: int | None, day: str) -> Iterator[OrphanReason]:
    """Compare the version that was the newest when the students entered with those that followed."""
    dated = [each for each in versions if each.year is not None]
    before = [each for each in dated if entry_year is not None and (each.year or 0) <= entry_year]
    base = max(before, key=lambda each: each.year or 0, default=None)
    if base and _has_ended(base.valid_to, day):
        yield OrphanReason("STANDARD_ENDED", is_known=True, tag=base.tag)
    if entry_year is None and len(versions) == 1:
        return
    yield from _newer("STANDARD_REPLACED", [each for each in versions if each not in before], base, day)


def _newer(
    code: str, versions: Iterable[StandardVersion], base: StandardVersion | None, day: str
) -> Iterator[OrphanReason]:
    """Report the newest version that has begun, else the newest that may have. Without a base nothing is known."""
    year = int(day[:4])
    begun = [each for each in versions if _begun(each, day) is not False]
    certain = [each for each in begun if _begun(each, day)]
    if begun:
        newest = max(certain or begun, key=lambda each: min(each.year or 0, year))
        yield OrphanReason(code, bool(base) and bool(certain), newest.tag)


def _begun(version: StandardVersion, day: str) -> bool | None:
    """Tell whether a version has begun; null: not known."""
    if version.valid_from is not None:
        return version.valid_from <= day
    if version.year is None or version.year == int(day[:4]):
        return None
    return version.year < int(day[:4])


# ---- the teaching standard


def _of_base(plan: PlanGrounds, day: str) -> Iterator[OrphanReason]:
    since = plan.entry_year if plan.base is None else plan.base.year
    newer = [each for each in plan.standards if since is None or each.year is None or each.year > since]
    yield from _newer("BASE_STANDARD_REPLACED", [each for each in newer if each != plan.base], plan.base, day)
