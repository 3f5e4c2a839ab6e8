"""What a person says that columns mean: by their letters for one document, by their headings for all of a layout."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from interchange.training_plans.plan_errors import ColumnChoiceError
from interchange.training_plans.tables.headings.plan_meanings import Meaning

# Names as the report of a plan has its fields.
_NAMES = {
    "theoryHours": Meaning.THEORY,
    "practiceHours": Meaning.PRACTICE,
    "weeklyHours": Meaning.WEEKLY,
    **{
        re.sub(r"_(\w)", lambda match: match[1].upper(), each.lower()): each
        for each in Meaning
        if each not in {Meaning.THEORY, Meaning.PRACTICE, Meaning.WEEKLY, Meaning.TERM, Meaning.SCHOOL_YEAR}
    },
}
_TERM = re.compile(r"term\.((?:[1-9]|10)|[0-9]S|10S)")
_YEAR = re.compile(r"year\.([1-5])")


class ChosenMeaning(NamedTuple):
    """A meaning that was chosen; ``term`` of a column of a term."""

    meaning: Meaning
    term: str
    rule: str


class ColumnChoices(NamedTuple):
    """Names of meanings by column from 0, and by heading; a column that is named by its letter counts first.

    ``of_college`` is what editors of the college confirmed for headings before; it counts last.
    """

    by_column: Mapping[int, str] = {}
    by_heading: Mapping[str, str] = {}
    of_college: Mapping[str, str] = {}

    def of(self, column: int, heading: str) -> ChosenMeaning | None:
        """Give what was chosen for a column, if anything was."""
        if (by_hand := self.by_column.get(column)) is not None:
            return ChosenMeaning(*meaning_named(by_hand), "column-by-hand")
        if (mapped := self.by_heading.get(heading)) is not None:
            return ChosenMeaning(*meaning_named(mapped), "column-by-mapping")
        # What an earlier release kept may have a name that is no longer one.
        if (kept := self.of_college.get(heading)) is not None and is_name(kept):
            return ChosenMeaning(*meaning_named(kept), "column-by-college")
        return None


NO_CHOICES = ColumnChoices()


def choices_of(texts: Sequence[str]) -> dict[int, str]:
    """Read choices such as E=practiceHours. Raises: ColumnChoiceError."""
    choices = {}
    for text in texts:
        match = re.fullmatch(r"([A-Za-z]{1,3})\s*=\s*(\S+)", text.strip())
        if match is None or not is_name(match[2]):
            raise ColumnChoiceError(text, names())
        choices[_column(match[1])] = match[2]
    return choices


def is_name(name: str) -> bool:
    """Whether a name is one of a meaning."""
    return name in _NAMES or bool(_TERM.fullmatch(name) or _YEAR.fullmatch(name))


def names() -> list[str]:
    """Give the names of all meanings."""
    return [*sorted(_NAMES), "term.1", "term.2S", "year.3"]


def meaning_named(name: str) -> tuple[Meaning, str]:
    """Give the meaning of a name, and its term."""
    if match := _TERM.fullmatch(name):
        return Meaning.TERM, match[1]
    if match := _YEAR.fullmatch(name):
        return Meaning.SCHOOL_YEAR, match[1]
    return _NAMES[name], ""


def name_of(meaning: str) -> str:
    """Give the name of a meaning as a reading of a column states it: TERM 3, SCHOOL_YEAR 2, PRACTICE."""
    kind, _, term = meaning.partition(" ")
    if term:
        return f"year.{term}" if kind == Meaning.SCHOOL_YEAR else f"term.{term}"
    return next(name for name, each in _NAMES.items() if each == kind)


def _column(letters: str) -> int:
    number = 0
    for each in letters.upper():
        number = number * 26 + ord(each) - 64
    return number - 1
