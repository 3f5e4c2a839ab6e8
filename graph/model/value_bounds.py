"""Bounds of values that a person gives for properties: of texts, lists and numbers, by whatever way they come."""

from collections.abc import Iterator, Mapping
from typing import Any

from graph.model.core import Property, Text
from graph.model.texts import unfit_character

# What edits of a training plan set, by the part of the plan: its node type and properties. Imports and seeds keep to the
# same bounds.
EDITED: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "plan": (
        "TrainingPlan",
        (
            "title",
            "majorCode",
            "educationLevel",
            "entryYear",
            "years",
            "duration",
            "educationForm",
            "hoursPerWeek",
            "industries",
            "positions",
        ),
    ),
    "line": (
        "PlanCourse",
        (
            "name",
            "englishName",
            "courseCode",
            "module",
            "modulePath",
            "courseNature",
            "credits",
            "hours",
            "theoryHours",
            "practiceHours",
            "durationWeeks",
            "terms",
            "alternativeTerms",
            "weeklyHours",
            "termWeeks",
            "termHours",
            "assessment",
            "isCounted",
            "prerequisites",
            "department",
            "remark",
            "option",
        ),
    ),
    "group": ("PlanGroup", ("label", "kind", "choose", "credits", "options")),
    "target": ("TargetCertificate", ("name", "level", "semesters", "issuer", "courses")),
    "outcome": ("CourseOutcome", ("text",)),
}
TEXT_LARGEST, TEXTS_LARGEST, NUMBER_LARGEST = 300, 50, 100_000
_HUNDREDTH = 1e-6


def faults_of(prop: Property, value: Any) -> Iterator[Text]:
    """Say what is out of bounds in a value; nothing: it is within them."""
    if isinstance(value, list):
        yield from _faults_of_list(value)
    for each in value if isinstance(value, list) else [value]:
        if isinstance(each, str):
            yield from _faults_of_text(each)
        elif isinstance(each, int | float):
            yield from _faults_of_number(prop, each)


def _faults_of_list(values: list[Any]) -> Iterator[Text]:
    if len(values) > TEXTS_LARGEST:
        yield Text(f"at most {TEXTS_LARGEST} texts.", f"最多 {TEXTS_LARGEST} 项。")
    if any(not each or not each.strip() for each in values):
        yield Text("no empty text.", "不得含有空文本。")
    if len(set(values)) < len(values):
        yield Text("no text twice.", "不得重复。")


def _faults_of_text(text: str) -> Iterator[Text]:
    if len(text) > TEXT_LARGEST:
        yield Text(f"at most {TEXT_LARGEST} characters.", f"最多 {TEXT_LARGEST} 个字符。")
    if unfit := unfit_character(text):
        yield Text(
            f"contains the character {unfit}, which a text must not hold. Remove it.",
            f"含有文本中不允许的字符 {unfit}，请删除。",
        )


def _faults_of_number(prop: Property, value: float) -> Iterator[Text]:
    if not prop.admits(value):
        yield Text(f"it takes {prop.range}.", f"取值为 {prop.range}。")
    elif abs(value) > NUMBER_LARGEST:
        yield Text(f"at most {NUMBER_LARGEST}.", f"不得超过 {NUMBER_LARGEST}。")
    elif abs(value * 100 - round(value * 100)) > _HUNDREDTH:
        yield Text("at most two decimals.", "最多两位小数。")
