"""Confirmed meanings of columns by their headings, kept in a file: the next document of the layout needs no guess."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import orjson

from analysis.training_plans.training_plan import ColumnReading, PlanReading
from interchange.standards.standard_report import as_json
from interchange.training_plans.plan_errors import ColumnMappingError
from interchange.training_plans.tables.headings.column_choices import is_name, name_of

FORM = "oneplusx.training-plan-columns/1"
_HEADINGS_LARGEST = 500


def read_mapping(file: str, data: bytes) -> dict[str, str]:
    """Read meanings by heading. Raises: ColumnMappingError."""
    try:
        value = orjson.loads(data)
    except orjson.JSONDecodeError:
        raise ColumnMappingError(file) from None
    headings = value.get("headings") if isinstance(value, dict) and value.get("form") == FORM else None
    if (
        not isinstance(headings, dict)
        or len(headings) > _HEADINGS_LARGEST
        or not all(map(_is_meaning, headings.values()))
    ):
        raise ColumnMappingError(file)
    return headings


def _is_meaning(value: Any) -> bool:
    return isinstance(value, str) and is_name(value)


def write_mapping(plans: Sequence[PlanReading], before: Mapping[str, str]) -> bytes:
    """Write what the columns of plans were read as, after what was known before."""
    found = meanings_of(each for plan in plans for each in plan.columns)
    college = next((each.head.college for each in plans if each.head.college), None)
    return as_json({"form": FORM, "college": college, "headings": {**before, **found}})


def meanings_of(columns: Iterable[ColumnReading]) -> dict[str, str]:
    """Give the meaning of each heading; one that stands over columns of several is left out: it decides nothing."""
    meanings: dict[str, set[str]] = {}
    for each in columns:
        meanings.setdefault(each.heading, set()).add(name_of(each.meaning))
    return {heading: next(iter(each)) for heading, each in meanings.items() if len(each) == 1}
