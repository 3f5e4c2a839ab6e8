"""Names of courses: parts of one course, and whether a line is the course that a rule names, on a day."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from analysis.training_plans.compliance.plan_rule import DatedName, PlanRule

# The names of rules are folded for every plan anew.
_NAMES_KEPT = 4_096
_BLANK = re.compile(r"[\s《》“”\"'·]+")
# 大学英语（一）, 体育Ⅱ, 程序设计 2. A letter before them is part of the name, as in AI or Vue3.
_PART = re.compile(
    r"(?<![a-z0-9])(?:\((?:[一二三四五六七八九十]+|\d|[ivx]+|上|下)\)|[一二三四五六七八九十\d]|[ivx]+|上|下)$"
)
_NUMBERING = re.compile(r"^\(?[一二三四五六七八九十\d]+(?:\.\d+)*[)、.．\s]*")


@lru_cache(_NAMES_KEPT)
def fold(name: str) -> str:
    """Give a name without blanks, quotation marks, and differences of width and case."""
    return _BLANK.sub("", unicodedata.normalize("NFKC", name).lower())


def base_name(folded: str) -> str:
    """Give the name of the course that a part belongs to."""
    base = _PART.sub("", folded)
    return base if len(base) > 1 else folded


def heading(text: str) -> str:
    """Give a heading without its numbering."""
    return _NUMBERING.sub("", fold(text))


def names_in_use(course: Sequence[DatedName], year: int) -> tuple[str, ...]:
    """Give the names of a course that are not of a later year."""
    return tuple(fold(each.text) for each in course if each.first_year is None or each.first_year <= year)


def former_names(course: Sequence[DatedName], year: int) -> frozenset[str]:
    """Give the names that were in use until an earlier year."""
    return frozenset(fold(each.text) for each in course if each.last_year is not None and each.last_year < year)


def name_to_use(course: Sequence[DatedName], year: int) -> str | None:
    """Give the name of a course that is in use, as it is written."""
    former = former_names(course, year)
    present = (each for each in names_in_use(course, year) if each not in former)
    return next((name.text for each in present for name in course if fold(name.text) == each), None)


def present_names(courses: Iterable[Sequence[DatedName]], year: int) -> dict[str, str]:
    """Give the name in use by each former one, both without blanks; of a course without a name in use nothing."""
    names: dict[str, str] = {}
    for course in courses:
        if (present := name_to_use(course, year)) is not None:
            names.update(dict.fromkeys(former_names(course, year), fold(present)))
    return names


def with_present_name(name: str, names: Mapping[str, str]) -> str:
    """Give a name without blanks, with the present name of the course in place of a former one that it contains."""
    folded = fold(name)
    for former in sorted(names, key=len, reverse=True):
        if former in folded and names[former] not in folded:
            return folded.replace(former, names[former])
    return folded


def joined_parts(rule: PlanRule) -> tuple[tuple[str, ...], ...]:
    """Give the words of each name of lines that hold a course of the rule together with another."""
    return tuple(tuple(map(fold, each.split("+"))) for each in rule.joined_names)


def is_joined(folded: str, joined: Sequence[Sequence[str]]) -> bool:
    """Whether a line of this name holds two courses: it has all words of one of these."""
    for parts in joined:
        for part in parts:
            if part not in folded:
                break
        else:
            return True
    return False


def is_named(folded: str, names: Sequence[str], rule: PlanRule) -> bool:
    """Whether a name contains one of these, and none that the rule leaves out."""
    for each in names:
        if each in folded:
            return not (rule.except_names and any(fold(other) in folded for other in rule.except_names))
    return False
