"""Coverage: the state of each requirement from what is said of it, and counts with bounds.

Plain values in, plain values out: the same for a table of one programme, a heat map, and a national cube.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple, Protocol, TypeVar

K = TypeVar("K")

COVERED: Final = "COVERED"
PARTLY_COVERED: Final = "PARTLY_COVERED"
NOT_COVERED: Final = "NOT_COVERED"
UNKNOWN: Final = "UNKNOWN"


class Graded(Protocol):
    """What says of a course and a requirement what the course does, and how much."""

    @property
    def kind(self) -> str:
        """Kind of alignment."""

    @property
    def role(self) -> str | None:
        """What the course does with the requirement."""

    @property
    def strength(self) -> float:
        """How much of the requirement the course carries."""


@dataclass(frozen=True, slots=True)
class CoverRule:
    """Which accepted alignments count: of these kinds and roles, and at least this strong.

    One of at least ``sufficient`` strength covers a requirement; weaker ones cover it in part, however many there are.
    """

    kinds: Collection[str]
    roles: Collection[str]
    least: float = 0.0
    sufficient: float = 0.0

    def covers(self, alignment: Graded) -> bool:
        """Whether an alignment counts, if it is accepted."""
        return alignment.kind in self.kinds and alignment.role in self.roles and alignment.strength >= self.least

    def is_sufficient(self, alignment: Graded) -> bool:
        """Whether an alignment that counts is enough by itself."""
        return alignment.strength >= self.sufficient


class Alignment(NamedTuple):
    """An alignment that is accepted or suggested. ``tag``: what the caller wants to find again with it."""

    requirement: str
    course: str
    status: str
    kind: str
    role: str | None
    strength: float
    tag: Any = None


class Review(NamedTuple):
    """A closed review: the holder of courses (a standard, a training plan) that was searched for a requirement."""

    requirement: str
    holder: str
    tag: Any = None


# The courses asked about, by the standard or plan that holds them; a holder may be there without courses.
Groups = Mapping[str, Collection[str]]


@dataclass(slots=True)
class Evidence:
    """The alignments and reviews of one requirement."""

    proofs: list[Alignment] = field(default_factory=list)
    suggestions: list[Alignment] = field(default_factory=list)
    reviews: list[Review] = field(default_factory=list)
    no_matches: list[Alignment] = field(default_factory=list)
    # Whether one of the proofs is enough by itself.
    is_sufficient: bool = False

    def state(self, groups: Groups) -> str:
        """Decide: accepted evidence wins, then a search that is closed for every holder of courses."""
        if self.proofs:
            return COVERED if self.is_sufficient else PARTLY_COVERED
        searched = {each.holder for each in self.reviews}
        without = {each.course for each in self.no_matches}
        closed = (
            holder in searched or (bool(courses) and without.issuperset(courses)) for holder, courses in groups.items()
        )
        return NOT_COVERED if groups and all(closed) else UNKNOWN


def gather(alignments: Iterable[Alignment], reviews: Iterable[Review], rule: CoverRule) -> dict[str, Evidence]:
    """Sort alignments and reviews by requirement."""
    found: dict[str, Evidence] = {}
    for each in alignments:
        about = found.setdefault(each.requirement, Evidence())
        if each.status == "SUGGESTED":
            if rule.covers(each):
                about.suggestions.append(each)
        elif each.kind == "NO_MATCH":
            about.no_matches.append(each)
        elif rule.covers(each):
            about.proofs.append(each)
            about.is_sufficient |= rule.is_sufficient(each)
    for review in reviews:
        found.setdefault(review.requirement, Evidence()).reviews.append(review)
    return found


def grouped(courses: Iterable[tuple[str, Iterable[str]]], holders: Iterable[str]) -> dict[str, set[str]]:
    """Put courses, each with its holders, under them. A course that nothing holds stands under the empty name."""
    found: dict[str, set[str]] = {each: set() for each in holders}
    for course, held_by in courses:
        for holder in [*held_by] or [""]:
            found.setdefault(holder, set()).add(course)
    return found


def bounds(requirements: int, covered: int, open_ones: int) -> tuple[float | None, float | None]:
    """Give the least and the greatest share that can be covered; of nothing there is no share.

    ``open_ones``: those that may still turn out to be covered, PARTLY_COVERED or UNKNOWN.
    """
    if not requirements:
        return None, None
    return covered / requirements, (covered + open_ones) / requirements


class Counts(NamedTuple):
    """How many requirements are in which state, and the bounds of what is covered. None: no requirement is known."""

    requirements: int | None
    covered: int | None
    partly_covered: int | None
    not_covered: int | None
    unknown: int | None
    suggested: int | None
    lower: float | None
    upper: float | None


NO_COUNTS = Counts(*(None for _ in Counts._fields))


@dataclass(slots=True)
class Tally:
    """Counts the states of requirements, and remembers the courses that cover them."""

    covered: int = 0
    partly_covered: int = 0
    not_covered: int = 0
    unknown: int = 0
    suggested: int = 0
    # The strongest of what covers anything here; None: nothing does.
    strength: float | None = None
    kinds: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    courses: set[str] = field(default_factory=set)

    def add(self, state: str, about: Evidence) -> None:
        """Count one requirement."""
        self.covered += state == COVERED
        self.partly_covered += state == PARTLY_COVERED
        self.not_covered += state == NOT_COVERED
        self.unknown += state == UNKNOWN
        self.suggested += state == UNKNOWN and bool(about.suggestions)
        for each in about.proofs:
            self.courses.add(each.course)
            self.strength = max(each.strength, self.strength or 0.0)
            self.kinds.add(each.kind)
            if each.role is not None:
                self.roles.add(each.role)

    def counts(self) -> Counts:
        """Give the counts."""
        total = self.covered + self.partly_covered + self.not_covered + self.unknown
        if not total:
            return NO_COUNTS
        lower, upper = bounds(total, self.covered, self.partly_covered + self.unknown)
        return Counts(
            total, self.covered, self.partly_covered, self.not_covered, self.unknown, self.suggested, lower, upper
        )

    def hours(self, known: Mapping[str, int | None]) -> int | None:
        """Add up the hours of the covering courses; None: nothing is covered, or the hours of one are not known."""
        each = [known.get(course) for course in self.courses]
        return sum(hours for hours in each if hours is not None) if each and None not in each else None


@dataclass(slots=True)
class Flow:
    """What goes from one course, or from none, to one task in one state: a ribbon of a flow chart."""

    course: Any
    state: str
    requirements: int = 0
    # Each requirement divided among the courses that carry it, so that the flows of a task add up to its requirements.
    share: float = 0.0
    strength: float | None = None

    def add(self, share: float, strength: float | None) -> None:
        """Count one requirement."""
        self.requirements += 1
        self.share += share
        if strength is not None:
            self.strength = max(strength, self.strength or 0.0)


class Flows:
    """Gathers the flows of one task, in the order in which its requirements show them."""

    def __init__(self) -> None:
        self._by_key: dict[tuple[str, str], Flow] = {}

    def add(self, state: str, about: Evidence) -> None:
        """Count one requirement to each course that carries it, or to its state alone."""
        strongest: dict[str, Alignment] = {}
        for each in about.proofs:
            known = strongest.get(each.course)
            if known is None or each.strength > known.strength:
                strongest[each.course] = each
        for course, proof in strongest.items():
            self._flow(course, state, proof.tag).add(1 / len(strongest), proof.strength)
        if not strongest:
            self._flow("", state, None).add(1.0, None)

    def __iter__(self) -> Iterator[Flow]:
        """Give the flows."""
        return iter(self._by_key.values())

    def _flow(self, course: str, state: str, tag: Any) -> Flow:
        return self._by_key.setdefault((course, state), Flow(tag, state))


def tallies(evidence: Mapping[str, Evidence], groups: Groups, columns: Mapping[K, Collection[str]]) -> dict[K, Tally]:
    """Count by column; ``columns`` gives the requirements of each. Looks only at those of which something is said."""
    at: dict[str, list[K]] = {}
    for column, requirements in columns.items():
        for each in requirements:
            if each in evidence:
                at.setdefault(each, []).append(column)
    found = {column: Tally() for column in columns}
    for requirement, holding in at.items():
        about = evidence[requirement]
        state = about.state(groups)
        for column in holding:
            found[column].add(state, about)
    for column, tally in found.items():
        decided = tally.covered + tally.partly_covered + tally.not_covered
        tally.unknown += len(columns[column]) - decided - tally.unknown
    return found
