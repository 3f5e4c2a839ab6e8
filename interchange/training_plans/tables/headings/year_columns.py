"""The columns of whole school years in a heading: 第三学年 without the semesters in it."""

import re
from collections.abc import Callable, Mapping
from itertools import pairwise

from interchange.training_plans.tables.headings.course_heading import PlanColumn
from interchange.training_plans.tables.headings.plan_labels import plain_label
from interchange.training_plans.tables.headings.plan_meanings import Meaning
from interchange.training_plans.tables.headings.term_columns import is_term
from interchange.training_plans.tables.plan_numbers import CHINESE
from interchange.training_plans.tables.plan_words import bare

# What may stand below a year, or behind it: what its figures are.
_UNITS = r"\(?(?:总|周)?(?:学时|课时|时数)(?:数)?\)?|\(?(?:教学)?周数?\)?"
_UNIT = re.compile(_UNITS)
_YEAR = re.compile(
    rf"(?:第?([一二三四五1-5])(?:学年|年级)|大([一二三四五])|(20\d{{2}})[-—–/~]20\d{{2}}学年度?)(?:{_UNITS})?"
)
# Above a year: credits, or weeks and hours in one, leave open what its figures are. 各学年周学时 does not.
_UNCLEAR = re.compile(r"学分|平均|均周|周(?!学时|课时|时数).*(?:学时|课时|时数)|(?:学时|课时|时数).*周")
# A larger number of a year is one of the calendar.
_CALENDAR = 2_000


def year_columns(
    labels: Mapping[int, list[str]], terms: Mapping[int, PlanColumn], has_values: Callable[[int], bool]
) -> dict[int, PlanColumn]:
    """Find the columns of whole years: several in a row, or those after the last semester that has a column."""
    named = {index: year for index, texts in labels.items() if index not in terms and (year := _year_of(texts))}
    first = min((each for each in named.values() if each > _CALENDAR), default=1)
    years = {index: each - first + 1 if each > _CALENDAR else each for index, each in named.items()}
    last_semester = max((int(each.term.removesuffix("S")) for each in terms.values()), default=0)
    goes_up = all(one < other for one, other in pairwise(years.values()))
    is_after = all(2 * each - 1 > last_semester for each in years.values())
    # Of a year over several columns without merged cells the others have no heading: they are its semesters.
    is_wider = any(not labels.get(index + 1, ["-"]) and has_values(index + 1) for index in years)
    if not goes_up or not is_after or is_wider or (len(years) < 2 and not terms):
        return {}
    return {
        index: PlanColumn(
            index,
            "/".join(map(plain_label, labels[index])),
            Meaning.SCHOOL_YEAR,
            "term-by-heading",
            str(year),
        )
        for index, year in years.items()
    }


def _year_of(texts: list[str]) -> int:
    """Give the year that the labels of a column name, with no semester, and below it no more than a unit."""
    folded = [bare(each) for each in texts]
    at = next((at for at, each in enumerate(folded) if _YEAR.fullmatch(each)), None)
    if at is None or any(map(is_term, (*folded[:at], *folded[at + 1 :]))):
        return 0
    if not all(_UNIT.fullmatch(each) for each in folded[at + 1 :]) or any(map(_UNCLEAR.search, folded[:at])):
        return 0
    match = _YEAR.fullmatch(folded[at])
    text = next(filter(None, match.groups())) if match else "0"
    return CHINESE.get(text) or int(text)
