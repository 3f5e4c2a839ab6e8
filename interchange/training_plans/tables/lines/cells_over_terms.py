"""What one cell over several terms says of them in words: 每学期8学时, 第2~5学期开设, 24周(第5学期8周、第6学期16周)."""

import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from types import MappingProxyType
from typing import NamedTuple

from interchange.training_plans.tables.lines.plan_semesters import weeks_of_each
from interchange.training_plans.tables.plan_numbers import semester_list
from interchange.training_plans.tables.plan_words import bare

EACH_TERM = re.compile(r"每学?期(\d{1,3})(?:学时|课时)")
# 第2~5学期开设, 第1~6学期内完成.
_OFFERED = re.compile(r"之?[内中]?(?:累计|自主|自行)?(?:开设|开课|开出|选修|选课|修读|任选|自选|完成|修完|修满|进行)?$")
# 第2~5学期任选,不少于4学分: the terms, and what else is asked.
_AND_MORE = re.compile(r"([^,;:()。]{1,24})[,;:(。](.{2,60})")


class SaidOfTerms(NamedTuple):
    """The terms that a cell names, the hours or weeks of each where it says them, and what else it says."""

    terms: AbstractSet[str]
    hours: int | None = None
    rest: str = ""
    weeks: Mapping[str, int] = MappingProxyType({})


def said_of_terms(text: str, covered: AbstractSet[str]) -> SaidOfTerms | None:
    """Read a cell over these terms; null where it does not say which of them it means."""
    weeks = {str(term): each for term, each in weeks_of_each(text).items()}
    if weeks:
        return SaidOfTerms(weeks.keys(), weeks=weeks) if weeks.keys() <= covered else None
    each = EACH_TERM.search(bare(text))
    rest = EACH_TERM.sub("", bare(text), count=1).strip(",、;:()")
    if each and not re.search(r"\d|学期|学年|[前后上下]半", rest):
        # 每学期8学时,以讲座形式开设 says no more of when.
        return SaidOfTerms(covered, int(each[1]), rest)
    more = _AND_MORE.fullmatch(bare(text)) if not each else None
    if more and not re.search(r"学期|学年", more[2]):
        rest = more[1]
    said = frozenset(map(str, terms_said(rest)))
    if not said or not said <= covered:
        return None
    return SaidOfTerms(said, int(each[1]) if each else None, more[2] if more else "")


def terms_said(text: str) -> tuple[int, ...]:
    """Give the semesters that a cell over several terms names in words."""
    return (semester_list(_OFFERED.sub("", bare(text), count=1)) or ()) if "学期" in text else ()
