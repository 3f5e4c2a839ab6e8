"""How single values of a training plan are stored: places, figures by term, hundredths. Each has its way back."""

import re
from collections.abc import Iterable, Mapping

from analysis.training_plans.training_plan import PlanPlace

_PLACE = re.compile(r"p(\d+)(?: t(\d+))?(?: r(\d+))?(?: c(\d+))?(?: l(\d+))?(?: in (.*))?", re.DOTALL)
NOWHERE = PlanPlace(0)
_NATURES = {"必": "REQUIRED", "选": "ELECTIVE"}


def place_text(place: PlanPlace) -> str:
    """Write a place: ``p1 r7 c2 in 课程``."""
    marks = (("t", place.table), ("r", place.row), ("c", place.column), ("l", place.line))
    parts = [f"p{place.page}", *(f"{mark}{number}" for mark, number in marks if number is not None)]
    return " ".join([*parts, *(["in", place.sheet] if place.sheet else [])])


def place_of(text: str | None) -> PlanPlace:
    """Read a place; one that is not stored is on page 0."""
    match = _PLACE.fullmatch(text or "")
    if match is None:
        return NOWHERE
    page, table, row, column, line = (None if each is None else int(each) for each in match.groups()[:5])
    return PlanPlace(page or 0, match[6] or "", table, row, column, line)


def decimal(hundredths: int | None) -> float | None:
    """Give what a number of hundredths is."""
    return None if hundredths is None else hundredths / 100


def hundredths_of(number: float | None) -> int | None:
    """Give a number in hundredths, which are whole."""
    return None if number is None else round(number * 100)


def by_term(values: Mapping[str, int], unit: int = 1) -> list[str]:
    """Write figures by term: ``1: 2.5``; ``unit`` is 100 for hundredths."""
    return [f"{term}: {_shown(value, unit)}" for term, value in values.items()]


def _shown(value: int, unit: int) -> str:
    whole, rest = divmod(value, unit)
    return f"{whole}.{rest:02}".rstrip("0") if rest else str(whole)


def figures_by_term(texts: Iterable[str], unit: int = 1) -> dict[str, int]:
    """Read figures by term."""
    return {term: round(float(value) * unit) for term, value in words_by_term(texts).items()}


def words_by_term(texts: Iterable[str]) -> dict[str, str]:
    """Read words by term: ``1: EXAM``."""
    parts = (each.partition(": ") for each in texts)
    return {term: value for term, _, value in parts}


def term_names(semesters: Iterable[int], summer_terms: Iterable[int]) -> list[str]:
    """Name semesters, then summer terms."""
    return [*map(str, semesters), *(f"{each}S" for each in summer_terms)]


def weekly_hours_as_written(text: str | None) -> dict[str, int]:
    """Read the weekly hours of a gathered line, ``1: 4; 2: 4``; empty where any of them is in another form."""
    parts = [re.fullmatch(r"(\d+): (\d{1,3})", each) for each in (text or "").split("; ")]
    found = [each for each in parts if each]
    return {each[1]: int(each[2]) * 100 for each in found} if len(found) == len(parts) else {}


def nature_as_written(text: str | None) -> str | None:
    """Tell the nature of a gathered line by its word."""
    return _NATURES.get((text or "").strip("()（）"))
