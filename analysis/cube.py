"""The cube of coverage: pairs of a programme and a level of a standard that suits it, added up by dimensions.

Plain values in, plain values out. A programme is what carries courses: a national teaching standard or a plan.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from analysis.coverage import bounds

LevelKey = tuple[str, str, str]
CubeValue = str | int | None


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a standard, and the certificate it belongs to."""

    key: LevelKey
    certificate: str
    requirements: int


@dataclass(frozen=True, slots=True)
class Programme:
    """A programme with its values by dimension, and the certificates that suit it: which levels, None: all.

    ``is_comparable``: it has courses that can be compared. A major without a teaching standard has none.
    """

    key: str
    values: Mapping[str, CubeValue]
    suits: Mapping[str, frozenset[str] | None]
    major: str
    plan: str | None = None
    college: str | None = None
    is_comparable: bool = True


LevelCounts = Mapping[tuple[str, LevelKey], int]


class Found(NamedTuple):
    """The ids of the requirements that were found for a programme."""

    programme: str
    requirements: Iterable[str]


class Covered(NamedTuple):
    """The ids of the requirements that a programme covers by a sufficient link, and those by a weaker one."""

    programme: str
    requirements: Iterable[str]
    weak: Iterable[str]


class Settled(NamedTuple):
    """How many requirements of each level a programme covers, covers in part, and was searched for in vain."""

    covered: LevelCounts
    partly_covered: LevelCounts
    not_covered: LevelCounts


def settle(covered: Collection[Covered], closed: Iterable[Found]) -> Settled:
    """Count by programme and level; what is covered is not covered in part, and neither is a gap."""
    whole = {each.programme: set(each.requirements) for each in covered}
    parts = {each.programme: set(each.weak) - whole[each.programme] for each in covered}
    gaps: dict[str, set[str]] = {}
    for each in closed:
        gaps.setdefault(each.programme, set()).update(each.requirements)
    none: set[str] = set()
    in_vain = {each: ids - whole.get(each, none) - parts.get(each, none) for each, ids in gaps.items()}
    return Settled(_by_level(whole), _by_level(parts), _by_level(in_vain))


def _by_level(found: Mapping[str, Iterable[str]]) -> LevelCounts:
    """Count requirements by programme and level. An id is SkillRequirement:standard:version:level:code."""
    counts: Counter[tuple[str, LevelKey]] = Counter()
    for programme, ids in found.items():
        # Hundreds of thousands of ids have a few heads: each head is taken apart once. A code may hold a colon itself.
        for head, many in Counter([each.rpartition(":")[0] for each in ids]).items():
            _, standard, version, level, *_ = head.split(":")
            counts[programme, (standard, version, level)] += many
    return counts


_NO_SUMS: Mapping[str, None] = dict.fromkeys(
    (
        "requirements",
        "covered",
        "partlyCovered",
        "notCovered",
        "unknown",
        "lower",
        "upper",
        "plans",
        "colleges",
    )
)


@dataclass(slots=True)
class Cell:
    """The sums of some pairs. What cannot be compared is counted apart, and in no other sum."""

    requirements: int = 0
    covered: int = 0
    partly_covered: int = 0
    not_covered: int = 0
    majors: set[str] = field(default_factory=set)
    plans: set[str] = field(default_factory=set)
    colleges: set[str] = field(default_factory=set)
    without_standard: set[str] = field(default_factory=set)

    def add(self, programme: Programme, level: Level, settled: Settled) -> None:
        """Add a pair."""
        if not programme.is_comparable:
            self.without_standard.add(programme.major)
            return
        pair = programme.key, level.key
        self.requirements += level.requirements
        self.covered += settled.covered.get(pair, 0)
        self.partly_covered += settled.partly_covered.get(pair, 0)
        self.not_covered += settled.not_covered.get(pair, 0)
        self.majors.add(programme.major)
        if programme.plan is not None:
            self.plans.add(programme.plan)
        if programme.college is not None:
            self.colleges.add(programme.college)

    def values(self) -> dict[str, int | float | None]:
        """Give every measure by name. Of nothing comparable the sums are unknown, and not 0."""
        if not self.majors:
            return {**_NO_SUMS, "programmes": 0, "withoutStandard": len(self.without_standard)}
        unknown = self.requirements - self.covered - self.partly_covered - self.not_covered
        lower, upper = bounds(self.requirements, self.covered, self.partly_covered + unknown)
        return {
            "requirements": self.requirements,
            "covered": self.covered,
            "partlyCovered": self.partly_covered,
            "notCovered": self.not_covered,
            "unknown": unknown,
            "lower": lower,
            "upper": upper,
            "programmes": len(self.majors),
            "withoutStandard": None if self.plans else len(self.without_standard),
            "plans": len(self.plans) or None,
            "colleges": len(self.colleges) or None,
        }


def pairs(programmes: Iterable[Programme], levels: Iterable[Level]) -> Iterator[tuple[Programme, Level]]:
    """Give each programme with every level that suits it."""
    by_certificate: dict[str, list[Level]] = {}
    for level in levels:
        by_certificate.setdefault(level.certificate, []).append(level)
    for programme in programmes:
        for certificate, only in programme.suits.items():
            for level in by_certificate.get(certificate, ()):
                if only is None or level.key[2] in only:
                    yield programme, level


def add_up(
    found: Iterable[tuple[Programme, Level]], dimensions: Sequence[str], settled: Settled
) -> dict[tuple[CubeValue, ...], Cell]:
    """Add pairs up by the values of these dimensions."""
    cells: dict[tuple[CubeValue, ...], Cell] = {}
    for programme, level in found:
        own: dict[str, CubeValue] = {"certificate": level.certificate, "certificateLevel": level.key[2]}
        at = tuple(own[each] if each in own else programme.values[each] for each in dimensions)
        cells.setdefault(at, Cell()).add(programme, level, settled)
    return cells


def in_order(
    cells: Mapping[tuple[CubeValue, ...], Cell], dimensions: Sequence[str], ranks: Mapping[str, Sequence[str]]
) -> dict[tuple[CubeValue, ...], Cell]:
    """Sort cells by their values: codes as ``ranks`` lists them, texts by character, numbers; unknown ones last."""

    def key(at: tuple[CubeValue, ...]) -> list[tuple[bool, int, str]]:
        return [_place(value, ranks.get(name)) for name, value in zip(dimensions, at, strict=True)]

    return {at: cells[at] for at in sorted(cells, key=key)}


def _place(value: CubeValue, codes: Sequence[str] | None) -> tuple[bool, int, str]:
    if value is None:
        return True, 0, ""
    if codes is not None:
        return False, codes.index(str(value)), ""
    return (False, value, "") if isinstance(value, int) else (False, 0, value)
