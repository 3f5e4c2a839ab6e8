"""What an audit of levels finds, each finding in a sentence of either language."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from analysis.coverage import COVERED, NOT_COVERED, PARTLY_COVERED, UNKNOWN
from analysis.levels import antecedent, duplicates
from analysis.pairing import Line
from graph.model.core import Text

_NAMES = {1: Text("elementary", "初级"), 2: Text("intermediate", "中级"), 3: Text("advanced", "高级")}
_WEIGHTS = ("ERROR", "WARNING", "INFO")


class Element(NamedTuple):
    """A level, work area, task or requirement: its level's id and rank, its own id, code and text, and its node.

    ``standard_level`` is the node of a level as the record of levels shows it.
    """

    level: str
    rank: int
    id: str
    code: str
    text: str
    node: Any
    standard_level: Any

    @property
    def standard(self) -> str:
        """The standard it belongs to: its level's id without the level."""
        return self.level.rpartition(":")[0]

    @property
    def en(self) -> str:
        """What it is called in an English sentence."""
        return f"{_NAMES[self.rank].english} {self.code} “{self.text}”"

    @property
    def zh(self) -> str:
        """What it is called in a Chinese sentence."""
        return f"{_NAMES[self.rank].chinese}{self.code}“{self.text}”"


class Elements(NamedTuple):
    """The elements of one or more standards, each kind in order."""

    levels: list[Element]
    areas: list[Element]
    tasks: list[Element]
    requirements: list[Element]

    def of(self, standard: str) -> "Elements":
        """Give those of one standard."""
        return Elements(*([each for each in kind if each.standard == standard] for kind in self))


class Claim(NamedTuple):
    """A level named for the certificate: its rank, whether a standard specifies it, its node."""

    rank: int
    is_specified: bool
    node: Any


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding; ``about`` and ``requirements`` are what it speaks of."""

    code: str
    severity: str
    en: str
    zh: str
    about: Sequence[Element | Claim] = ()
    requirements: Sequence[Element] = ()
    similarity: float | None = None


class NoMatch(NamedTuple):
    """A requirement, and a course for which NO_MATCH with it was accepted."""

    requirement: str
    course: str


class Decided(NamedTuple):
    """What is decided for a subject: its courses, what they cover or cover in part, closed searches, no matches."""

    courses: frozenset[str]
    covered: frozenset[str]
    # By evidence that is not sufficient, whether or not by other evidence too.
    partly_covered: frozenset[str]
    closed: frozenset[str]
    no_matches: frozenset[NoMatch]

    def of(self, requirement: str) -> str:
        """Decide as `coverage` does: an accepted cover wins, then the end of a search."""
        if requirement in self.covered:
            return COVERED
        if requirement in self.partly_covered:
            return PARTLY_COVERED
        nowhere = bool(self.courses) and all(NoMatch(requirement, each) in self.no_matches for each in self.courses)
        return NOT_COVERED if requirement in self.closed or nowhere else UNKNOWN


def find(claims: Sequence[Claim], elements: Elements, states: Decided | None, least: float) -> list[Finding]:
    """Give all findings, gravest first: of the certificate, then of each standard in its own order."""
    found = [*_claims(claims)]
    for standard in dict.fromkeys(each.standard for each in elements.levels):
        own = elements.of(standard)
        ranks = [each.rank for each in own.levels]
        found += _levels(own.levels)
        found += _twice(own.requirements, least)
        found += [_unprepared_area(each) for each, lead in _leads(own.areas, ranks) if not lead]
        found += [_unprepared_task(each) for each, lead in _leads(own.tasks, ranks) if not lead]
        if states:
            found += _uncovered(own.areas, own.requirements, ranks, states)
    return sorted(found, key=lambda each: _WEIGHTS.index(each.severity))


def _claims(claims: Sequence[Claim]) -> Iterator[Finding]:
    named = {each.rank for each in claims}
    for each in claims:
        name, below = _NAMES[each.rank], _NAMES.get(each.rank - 1)
        if below and each.rank - 1 not in named:
            yield Finding(
                "LEVEL_BELOW_MISSING",
                "WARNING",
                f"A source names the {name.english} level of the certificate; none names the {below.english} level.",
                f"有来源列出该证书的{name.chinese}，没有来源列出{below.chinese}。",
                [each],
            )
        if not each.is_specified:
            yield Finding(
                "LEVEL_WITHOUT_REQUIREMENTS",
                "INFO",
                f"The requirements of the {name.english} level are not in the graph: it cannot be audited.",
                f"图中没有{name.chinese}的职业技能要求，无法审核。",
                [each],
            )


def _levels(levels: Sequence[Element]) -> Iterator[Finding]:
    described = {each.rank for each in levels}
    for each in levels:
        name, below = _NAMES[each.rank], _NAMES.get(each.rank - 1)
        if below and each.rank - 1 not in described:
            yield Finding(
                "LEVEL_BELOW_MISSING",
                "ERROR",
                f"The standard describes the {name.english} level and not the {below.english} level.",
                f"标准描述了{name.chinese}，没有描述{below.chinese}。",
                [each],
            )


def _twice(requirements: Sequence[Element], least: float) -> Iterator[Finding]:
    for place, other_place, score in duplicates([Line(each.text) for each in requirements], least):
        one, other = (requirements[each] for each in (place, other_place))
        is_same = score == 1
        yield Finding(
            "SAME_TEXT" if is_same else "REWORDED",
            "WARNING" if is_same else "INFO",
            f"The requirements {one.en} and {other.en} read {'' if is_same else 'nearly '}the same.",
            f"{one.zh}与{other.zh}的文字{'相同' if is_same else '几乎相同'}。",
            requirements=(one, other),
            similarity=score,
        )


def _unprepared_area(area: Element) -> Finding:
    below = _NAMES[area.rank - 1]
    return Finding(
        "AREA_WITHOUT_ANTECEDENT",
        "WARNING",
        f"No work area of the {below.english} level leads up to {area.en}, by their names.",
        f"按名称，{below.chinese}没有工作领域引向{area.zh}。",
        [area],
    )


def _unprepared_task(task: Element) -> Finding:
    below = _NAMES[task.rank - 1]
    return Finding(
        "TASK_WITHOUT_ANTECEDENT",
        "INFO",
        f"No work task of the {below.english} level leads up to {task.en}, by their names.",
        f"按名称，{below.chinese}没有工作任务引向{task.zh}。",
        [task],
    )


def _uncovered(
    areas: Sequence[Element], requirements: Sequence[Element], ranks: Sequence[int], states: Decided
) -> Iterator[Finding]:
    """Find work areas of which something is covered while something of what leads up to them is not."""
    for area, lead in _leads(areas, ranks):
        covered = [each for each in _within(area, requirements) if states.of(each.id) == COVERED]
        below = _within(lead, requirements) if lead else []
        open_ones = [each for each in below if states.of(each.id) != COVERED]
        if not (lead and covered and open_ones):
            continue
        counts = Counter(states.of(each.id) for each in open_ones)
        gaps, partly, unknown = counts[NOT_COVERED], counts[PARTLY_COVERED], counts[UNKNOWN]
        yield Finding(
            "ANTECEDENT_NOT_COVERED",
            "ERROR" if gaps else "WARNING",
            f"{len(covered)} requirements of {area.en} are covered; of {lead.en}, which leads up to it, {gaps} are "
            f"gaps, {partly} partly covered and {unknown} undecided.",
            f"{area.zh}有{len(covered)}项要求已覆盖；引向它的{lead.zh}有{gaps}项缺口、{partly}项部分覆盖、{unknown}项未定。",
            [area, lead],
            open_ones,
        )


def _within(area: Element, requirements: Iterable[Element]) -> list[Element]:
    return [each for each in requirements if each.level == area.level and each.code.startswith(f"{area.code}.")]


def _leads(parts: Sequence[Element], ranks: Sequence[int]) -> Iterator[tuple[Element, Element | None]]:
    """Give each part that has a level right below, with what leads up to it there."""
    for each in parts:
        if each.rank - 1 in ranks:
            below = [one for one in parts if one.rank == each.rank - 1]
            place = antecedent(Line(each.text), [Line(one.text) for one in below])
            yield each, None if place is None else below[place]
