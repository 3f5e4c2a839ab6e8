"""What a remark alone says of a course: its weeks, its credits, or the semesters in which it runs."""

import re
from collections.abc import Iterator
from typing import Any

from analysis.training_plans.training_plan import PlanLine
from interchange.training_plans.tables.lines.plan_semesters import weeks_in_turn
from interchange.training_plans.tables.plan_numbers import hundredths, semester_list, semester_of_year
from interchange.training_plans.tables.plan_words import bare, nature_of

# A comma between two numbers parts a list: 第1,3学期.
_PARTS = re.compile(r"[；;。]|(?<!\d)[，,]|[，,](?!\d)")
_WEEKS = re.compile(r"(?:共|计|集中|为期|实际|安排)*(\d{1,2}(?:\.5)?)周")
_WEEKS_IN_PARTS = re.compile(r"(?:共|计|集中)?(\d{1,2}(?:\.5)?)周\(([^()]+)\)")
_CREDITS = re.compile(r"(?:共|计|记|按|为)*(\d{1,2}(?:\.\d{1,2})?)个?学分")
_NATURE = re.compile(r"(?:必修|选修|限选|任选|限定选修|任意选修)课?(?:程)?")
_BEFORE = r"(?:在|于|安排在?|从|自)*"
_AFTER = r"(?:开始)?(?:开设|开课|开出|进行|完成|实施|授课|选修|修读|安排|执行|上课|集中)*"
_SEMESTERS = re.compile(rf"{_BEFORE}(第?[\d一二三四五六七八九十、,和至到~～—-]{{1,12}})学期{_AFTER}")
_OF_YEAR = re.compile(rf"{_BEFORE}((?:大|第)?[一二三四五1-5](?:学年|年级)?\(?[上下]\)?(?:学期)?){_AFTER}")


def remark_facts(line: PlanLine) -> Iterator[tuple[str, str, str, Any]]:
    """Give field, rule, text and value of what only the remark of a line states; what two parts of it state is open."""
    parts = [*filter(None, _PARTS.split(bare(line.remark or "")))]
    found = [fact for part in parts for fact in _facts(part, line)]
    fields = [field for field, *_ in found]
    yield from (each for each in found if fields.count(each[0]) == 1)


def _facts(part: str, line: PlanLine) -> Iterator[tuple[str, str, str, Any]]:
    is_timed = line.duration_weeks is not None or line.weekly_hours or line.weeks
    if not is_timed and (parts := _weeks_in_parts(part)):
        yield "duration_weeks", "weeks-from-a-remark", part, sum(parts)
        if len(parts) == len(line.semesters):
            yield "weeks", "weeks-from-a-remark", part, dict(zip(map(str, line.semesters), parts, strict=True))
    elif (match := _WEEKS.fullmatch(part)) and not is_timed:
        yield "duration_weeks", "weeks-from-a-remark", part, hundredths(match[1])
    elif (match := _CREDITS.fullmatch(part)) and line.credits is None:
        yield "credits", "credits-from-a-remark", part, hundredths(match[1])
    elif line.nature is None and line.nature_text is None and _NATURE.fullmatch(part):
        yield "nature", "nature-from-a-remark", part, nature_of(part)
    elif not (line.semesters or line.summer_terms or line.alternatives) and (listed := _semesters(part)):
        yield "semesters", "semesters-from-a-remark", part, listed


def _weeks_in_parts(text: str) -> list[int]:
    """Read weeks with their parts in brackets, in hundredths: 24周（6周+18周）; empty where these do not make them."""
    match = _WEEKS_IN_PARTS.fullmatch(text)
    parts = weeks_in_turn(match[2]) if match else []
    return parts if match and sum(parts) == hundredths(match[1]) else []


def _semesters(text: str) -> tuple[int, ...]:
    if match := _SEMESTERS.fullmatch(text):
        return semester_list(match[1]) or ()
    match = _OF_YEAR.fullmatch(text)
    semester = semester_of_year(match[1]) if match else None
    return (semester,) if semester else ()
