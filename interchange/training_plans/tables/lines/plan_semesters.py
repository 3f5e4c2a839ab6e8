"""Semesters that a row states: by their numbers, within a year that another column names, or by the academic year."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from interchange.training_plans.tables.plan_numbers import (
    CHINESE,
    SEMESTERS_LARGEST,
    WeeklyAndWeeks,
    academic_semester,
    has_holidays,
    hundredths,
    semester_list,
    semester_number,
    semester_weeks,
    weekly_and_weeks,
    weeks_of,
    without_holidays,
)
from interchange.training_plans.tables.plan_words import bare

# 1.2, 3-1, 二/1, 一/1-2: the year, and the semester or both semesters in it.
_IN_YEAR = re.compile(r"([1-5一二三四五])[./-]([12一二])(?:[-、,]([12二])(?![./-]))?")
_LIST_IN_YEARS = re.compile(rf"{_IN_YEAR.pattern}(?:(?:[、,/~至]|-(?=[1-5]\.)){_IN_YEAR.pattern})*")
# No list writes its numbers in two ways.
_MIXED = re.compile(r"[一二三四五]/[12](?:[-、,]2)?")
_YEAR = re.compile(r"第?([一二三四五1-5])(?:学?年(?:级)?)?|大([一二三四])")
_SHARED_WEEKS = re.compile(r"(?:共|合计)?(\d{1,2}(?:\.\d)?)周?\(([^()]+)\)")
_WEEKS_OF_ONE = re.compile(r"第?([一二三四五六七八1-8])学?期:?(\d{1,2}(?:\.\d)?)周")
_ACADEMIC_YEAR = re.compile(r"(20\d{2})[-—–/](20\d{2})(?:学年)?")
# 8(暑期), 第2学期后的暑假.
_SUMMER_AFTER = re.compile(r"第?([一二三四五六七八九十]|10|[1-9])(?:学期)?(?:期?末|[之以]?后)?的?\(?(?:暑期|暑假)\)?")
_HALVES = {"上": 1, "秋": 1, "1": 1, "一": 1, "下": 2, "春": 2, "2": 2, "二": 2}


class StatedSemesters(NamedTuple):
    """Semesters as they count through the plan, and the rule by which they were counted on."""

    semesters: tuple[int, ...]
    rule: str = ""


def weeks_in_brackets(text: str) -> dict[int, int]:
    """Read semesters that state their weeks in brackets, 5(6周)、6(18周), in hundredths; empty where one does not."""
    listed = re.split(r"[、,;]", bare(text))
    found = {semester_number(each) or 0: semester_weeks(each) or 0 for each in listed if each.endswith("周)")}
    return found if len(found) == len(listed) and all(found) and all(found.values()) else {}


def weeks_of_each(text: str) -> dict[int, int]:
    """Read weeks with those of each semester, 24周(第五学期8周、第六学期16周); empty where they do not add up."""
    match = _SHARED_WEEKS.fullmatch(bare(text))
    parts = [_WEEKS_OF_ONE.fullmatch(each) for each in re.split(r"[、,;+]", match[2])] if match else []
    found = {_number(each[1]): hundredths(each[2]) or 0 for each in parts if each}
    is_whole = match is not None and len(found) == len(parts) and sum(found.values()) == hundredths(match[1])
    return found if is_whole else {}


def weeks_in_turn(text: str) -> list[int]:
    """Read weeks of one semester after the other, in hundredths: 4周+10周, 20周；14周; empty where a part is none."""
    parts = [weeks_of(each) for each in re.split(r"[+、,;]", bare(text))]
    return [each or 0 for each in parts] if len(parts) > 1 and None not in parts else []


def products_in_turn(text: str) -> list[WeeklyAndWeeks]:
    """Read weekly hours times weeks of one semester after the other: 3×16；2×16; empty where one part is none."""
    parts = [weekly_and_weeks(each) for each in re.split(r"[、,;]", bare(text))]
    found = [each for each in parts if each and not each.is_guess]
    return found if len(found) == len(parts) > 1 else []


def summer_after(text: str) -> str:
    """Read the holidays after a year as its summer term: 8(暑期) is 8S, for no summer follows an odd semester."""
    match = _SUMMER_AFTER.fullmatch(bare(text))
    number = _number(match[1]) if match else 0
    return f"{number}S" if number and number % 2 == 0 else ""


def counts_in_years(texts: Iterable[str]) -> bool:
    """Whether a column names semesters as 1.1 to 3.2: 1.2 alone may be a list of two, which 2.1 and 一/2 cannot be."""
    shown = [bare(each) for each in texts if bare(each)]
    pairs = [(_number(year), _number(half)) for each in shown for year, half, _ in _IN_YEAR.findall(each)]
    are_all = bool(shown) and all(map(_LIST_IN_YEARS.fullmatch, shown))
    return are_all and (all(map(_MIXED.fullmatch, shown)) or any(year >= half for year, half in pairs))


def stated_semesters(text: str, year: str, entry_year: int | None, *, in_years: bool) -> StatedSemesters | None:
    """Read the semesters of a row; ``year`` is what a column of years says there; null where they are in no form."""
    if has_holidays(text):
        found = stated_semesters(without_holidays(text), year, entry_year, in_years=in_years)
        return found and found._replace(rule="term-with-holidays")
    if in_years:
        return StatedSemesters(_of_years(bare(text)), "semester-of-a-year")
    number = _year(bare(year), entry_year)
    if number and (half := _HALVES.get(re.sub(r"^第|学?期$", "", bare(text)))):
        semester = (number - 1) * 2 + half
        if semester > SEMESTERS_LARGEST:
            return None
        is_same = bare(text) == str(semester)
        return StatedSemesters((semester,), "" if is_same else "semester-of-a-year")
    if listed := semester_list(text):
        return StatedSemesters(listed)
    semester_read = academic_semester(text, entry_year)
    return StatedSemesters((semester_read,), "semester-by-academic-year") if semester_read else None


def _of_years(text: str) -> tuple[int, ...]:
    ends = [
        (_number(year) - 1) * 2 + _number(half)
        for year, *halves in _IN_YEAR.findall(text)
        for half in filter(None, halves)
    ]
    is_range = len(ends) == 2 and bool(re.search(r"[~至]|\.\d-", text))
    return tuple(range(ends[0], ends[1] + 1)) if is_range else tuple(sorted({*ends}))


def _number(text: str) -> int:
    return CHINESE.get(text) or int(text)


def _year(text: str, entry_year: int | None) -> int:
    if match := _YEAR.fullmatch(text):
        shown = match[1] or match[2]
        return CHINESE.get(shown) or int(shown)
    if (match := _ACADEMIC_YEAR.fullmatch(text)) and entry_year and int(match[2]) == int(match[1]) + 1:
        return max(int(match[1]) - entry_year + 1, 0)
    return 0
