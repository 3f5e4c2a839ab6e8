"""Values of a line that follow from others: the words for codes, and texts for lists by term."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from analysis.code_words import ASSESSMENTS, CERTIFICATE_LEVELS, MODULES, NATURES, CodeWords
from analysis.training_plans.plan_records import PlanValues
from analysis.training_plans.stored_values import (
    by_term,
    figures_by_term,
    nature_as_written,
    weekly_hours_as_written,
    words_by_term,
)

_SEMESTER = r"(?:[1-9]|1[0-2])"
_TERM = rf"{_SEMESTER}S?"
_FORMS = {
    "terms": _TERM,
    "alternativeTerms": _SEMESTER,
    "semesters": _SEMESTER,
    "weeklyHours": rf"(?:{_TERM}|\*): \d{{1,2}}(?:\.\d{{1,2}})?",
    "termWeeks": rf"{_TERM}: \d{{1,2}}(?:\.\d{{1,2}})?",
    "termHours": rf"{_TERM}: \d{{1,4}}",
    "assessment": rf"(?:{_TERM}|\*): (?:EXAM|CHECK)",
}


def bad_term_text(name: str, value: Any) -> str | None:
    """Give the first text of a list by term that has another form, or a term twice; None: there is none."""
    if name not in _FORMS or value is None:
        return None
    seen: set[str] = set()
    for text in value:
        term = text.partition(":")[0]
        if term in seen or not re.fullmatch(_FORMS[name], text, re.ASCII):
            return str(text)
        seen.add(term)
    return None


def line_after(line: PlanValues, given: PlanValues) -> dict[str, Any]:
    """Give the values of a line after some are given, with all that follows from these."""
    known = line if line.get("isCounted") is not None else _of_gathered(line)
    whole: dict[str, Any] = {**known, **given}
    if "group" in given and "option" not in given:
        whole["option"] = None
    if given.get("module") and "modulePath" not in given and given["module"] != known.get("module"):
        whole["modulePath"] = [MODULES[given["module"]].chinese]
    for name, derive in _DERIVED.items():
        if whole.get(name) != known.get(name) or (name in given and not line):
            whole |= derive(whole)
    return whole


def _of_gathered(line: PlanValues) -> dict[str, Any]:
    """Give a line that was gathered, or a new one, as an import has it: its words read once."""
    weekly = weekly_hours_as_written(line.get("semesterText"))
    nature = line.get("courseNature") or nature_as_written(line.get("nature"))
    read = {"isCounted": True, "courseNature": nature}
    return {**line, **read, **({"weeklyHours": by_term(weekly, 100), "terms": [*weekly]} if weekly else {})}


def _from_path(line: PlanValues) -> PlanValues:
    path: Sequence[str] = line["modulePath"] or ()
    return {"moduleText": path[0] if path else None, "submoduleText": path[-1] if len(path) > 1 else None}


def _from_terms(line: PlanValues) -> PlanValues:
    weekly, terms = (line.get(each) or () for each in ("weeklyHours", "terms"))
    return {"semesterText": "; ".join(weekly) or "、".join(terms) or None}


def _from_weekly_hours(line: PlanValues) -> PlanValues:
    weekly = by_term(figures_by_term(line["weeklyHours"] or (), 100), 100)
    return {"weeklyHours": weekly, **_from_terms({**line, "weeklyHours": weekly})}


def _from_assessment(line: PlanValues) -> PlanValues:
    kinds: Iterable[str] = dict.fromkeys(words_by_term(line["assessment"] or ()).values())
    return {"examination": "、".join(ASSESSMENTS[each].chinese for each in kinds) or None}


def _from_nature(line: PlanValues) -> PlanValues:
    return {"nature": _chinese(NATURES, line["courseNature"])}


# What is derived of a value, by its name.
_DERIVED: Mapping[str, Callable[[PlanValues], PlanValues]] = {
    "modulePath": _from_path,
    "terms": _from_terms,
    "weeklyHours": _from_weekly_hours,
    "assessment": _from_assessment,
    "courseNature": _from_nature,
}


def target_after(target: PlanValues, given: PlanValues) -> dict[str, Any]:
    """Give the values of a target certificate after some are given; the words of its level follow."""
    words = {"levelText": _chinese(CERTIFICATE_LEVELS, given["level"])} if "level" in given else {}
    return {**target, **given, **words}


def _chinese(table: Mapping[str, CodeWords], code: str | None) -> str | None:
    return table[code].chinese if code is not None and code in table else None
