"""A training plan as rules see it: its level and years, lines with their figures, and what of it is not known."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Literal, NamedTuple

from analysis.training_plans.compliance.choices import AdmissibleChoices, choices_of
from analysis.training_plans.compliance.course_names import base_name, fold
from analysis.training_plans.compliance.stated_totals import plan_as_stated
from analysis.training_plans.training_plan import (
    ChoiceGroup,
    PlanHead,
    PlanLine,
    PlanPlace,
    PlanReading,
    PlanRemark,
    WeekRow,
)

# Five years begin with a secondary stage. Of which stage a line is only headings say, or semesters that no secondary
# stage has.
Stage = Literal["SECONDARY", "HIGHER", "BOTH", "OPEN"]
# A college of five years begins after nine classes: of its semesters at most these are of the secondary stage.
SECONDARY_SEMESTERS, YEARS_FROM_NINE_CLASSES = 6, 5
_STAGE = r"(?:阶段|学段|段|部分|层次|期间|课程)"
_SECONDARY = re.compile(rf"(?:中职|中专|中等职业|中等职业教育|中技){_STAGE}")
_HIGHER = re.compile(rf"(?:高职|大专|专科|高等职业|高等职业教育){_STAGE}")

SEMESTERS_A_YEAR = 2
_WEEK = 100
_STRUCK_OUT = "struck-out"
# How the title of a document says that it has a part of the plan alone: 人才培养方案（节选）.
_EXTRACT = re.compile(r"[(（](?:节选|摘录|摘编)[)）]|(?:节选|摘录|摘编)$")


class PlanFacts(NamedTuple):
    """One plan. ``is_whole`` is false where lines are known to be missing."""

    level: str | None
    years: int | None
    entry_year: int | None
    hours_per_week: int | None
    lines: tuple[PlanLine, ...]
    # The number that each line has in the plan, and its name without blanks.
    numbers: tuple[int, ...]
    names: tuple[str, ...]
    choices: AdmissibleChoices
    weeks: tuple[WeekRow, ...]
    sections: tuple[str, ...]
    # Parts that a document must have, which the facts of the plan show without its headings.
    stated_parts: frozenset[str]
    is_whole: bool
    # The plan with as many credits of its electives as the document's own totals state, where its lines have more,
    # and the numbers of those electives.
    as_stated: "PlanFacts | None" = None
    doubted: tuple[int, ...] = ()
    # Whether the document says that it is an extract: which sections it leaves out says nothing of the plan.
    is_extract: bool = False
    # The stage of each line, where a rule on the higher stage judges a plan of two; empty: each is of the one meant.
    stages: tuple[Stage, ...] = ()

    def stage_of(self, index: int) -> Stage:
        """Give the stage of a line."""
        return self.stages[index] if self.stages else "HIGHER"


def facts_of_reading(plan: PlanReading, *, is_whole: bool = True) -> PlanFacts:
    """Give the facts of a plan that was read of a document; a course whose name is struck out is none."""
    struck = {(each.subject, _row(each.place)) for each in plan.guesses if _is_struck_out(each)}
    kept = [(number, line) for number, line in enumerate(plan.lines, 1) if (line.name, _row(line.place)) not in struck]
    facts = plan_facts(
        plan.head,
        [line for _, line in kept],
        plan.groups,
        numbers=[number for number, _ in kept],
        weeks=plan.weeks,
        sections=plan.sections,
        is_whole=is_whole,
    )
    stated, doubted = plan_as_stated(plan)
    return facts._replace(as_stated=facts_of_reading(stated, is_whole=is_whole), doubted=doubted) if doubted else facts


def plan_facts(  # the parts of a plan
    head: PlanHead,
    lines: Sequence[PlanLine],
    groups: Sequence[ChoiceGroup],
    *,
    numbers: Sequence[int] | None = None,
    weeks: Sequence[WeekRow] = (),
    sections: Sequence[str] = (),
    is_whole: bool = True,
) -> PlanFacts:
    """Give the facts of a plan."""
    shared = _with_shared_figures(lines, groups)
    return PlanFacts(
        level=head.education_level,
        years=head.duration_years,
        entry_year=entry_year(head),
        hours_per_week=head.hours_per_week,
        lines=shared,
        numbers=tuple(numbers or range(1, len(lines) + 1)),
        names=_names(shared),
        choices=choices_of(shared, groups, is_whole=is_whole),
        weeks=tuple(weeks),
        sections=tuple(sections),
        stated_parts=_stated_parts(head, lines, is_whole=is_whole),
        is_whole=is_whole,
        is_extract=bool(_EXTRACT.search(head.title)),
        stages=_stages_of(head, shared),
    )


def entry_year(head: PlanHead) -> int | None:
    """Give the year in which the students of a plan enter, by its grade."""
    year = re.search(r"(?:19|20)\d\d", head.grade or "")
    return int(year[0]) if year else None


def _is_struck_out(guess: PlanRemark) -> bool:
    """Whether a name is struck out, and no person said that the course counts."""
    return guess.rule == _STRUCK_OUT and not guess.is_settled


def _row(place: PlanPlace | None) -> tuple[str, int | None, int | None]:
    return (place.sheet, place.table, place.row) if place else ("", None, None)


def _names(lines: Sequence[PlanLine]) -> tuple[str, ...]:
    return tuple(fold(line.name) for line in lines)


def _with_shared_figures(lines: Sequence[PlanLine], groups: Sequence[ChoiceGroup]) -> tuple[PlanLine, ...]:
    """Give each alternative the figures of the first: one cell holds them for all."""
    first: dict[int, PlanLine] = {}
    shared = []
    for line in lines:
        if line.group is not None and line.is_counted and groups[line.group - 1].kind == "ALTERNATIVES":
            holder = first.setdefault(line.group, line)
            shared.append(
                line._replace(
                    credits=holder.credits,
                    hours=holder.hours,
                    theory_hours=holder.theory_hours,
                    practice_hours=holder.practice_hours,
                    duration_weeks=holder.duration_weeks,
                )
            )
        else:
            shared.append(line)
    return tuple(shared)


def hours_of(line: PlanLine, hours_per_week: int | None) -> int | None:
    """Give the hours of a line, of one in weeks by the plan's hours per week; null where they are open.

    Half an hour, which half weeks may leave, is not counted.
    """
    if line.hours is not None:
        return line.hours
    if line.duration_weeks is not None and hours_per_week is not None:
        return line.duration_weeks * hours_per_week // _WEEK
    return None


def weeks_of(line: PlanLine, hours_per_week: int | None) -> tuple[int, int | None]:
    """Give the least and most weeks of a line in hundredths, of one in hours by the plan's hours per week."""
    if line.duration_weeks is not None:
        return line.duration_weeks, line.duration_weeks
    if line.hours is not None and hours_per_week:
        hours = line.hours * _WEEK
        return hours // hours_per_week, -(-hours // hours_per_week)
    return 0, None


def same_courses(names: Sequence[str]) -> dict[str, list[int]]:
    """Group indexes of lines that are parts of one course."""
    courses: dict[str, list[int]] = {}
    for index, name in enumerate(names):
        courses.setdefault(base_name(name), []).append(index)
    return courses


def _stages_of(head: PlanHead, lines: Sequence[PlanLine]) -> tuple[Stage, ...]:
    """Give the stage of each line; none of a plan of one stage, of which each line is."""
    stated = [_stated_stage(line) for line in lines]
    is_of_two = head.education_level == "ASSOCIATE" and head.duration_years == YEARS_FROM_NINE_CLASSES
    if not is_of_two and not {"SECONDARY", "HIGHER"} <= {*stated}:
        return ()
    return tuple(each or _stage_by_semesters(line) for each, line in zip(stated, lines, strict=True))


def _stated_stage(line: PlanLine) -> Stage | None:
    """Give the stage that the headings over a line name."""
    text = " ".join(line.path)
    is_secondary, is_higher = bool(_SECONDARY.search(text)), bool(_HIGHER.search(text))
    return None if is_secondary == is_higher else "SECONDARY" if is_secondary else "HIGHER"


def _stage_by_semesters(line: PlanLine) -> Stage:
    late = [each > SECONDARY_SEMESTERS for each in line.semesters]
    return "HIGHER" if late and all(late) else "BOTH" if any(late) else "OPEN"


def _names_its_major(head: PlanHead, _lines: Sequence[PlanLine]) -> bool:
    return bool(head.major_name and head.major_code)


def _says_its_years(head: PlanHead, _lines: Sequence[PlanLine]) -> bool:
    return head.duration_years is not None


def _has_courses(_head: PlanHead, lines: Sequence[PlanLine]) -> bool:
    return bool(lines)


def _arranges_hours(_head: PlanHead, lines: Sequence[PlanLine]) -> bool:
    """Whether each course has hours or weeks: one without leaves it to the headings."""
    return bool(lines) and all(each.hours is not None or each.duration_weeks is not None for each in lines)


def _arranges_terms(_head: PlanHead, lines: Sequence[PlanLine]) -> bool:
    return bool(lines) and all(each.semesters or each.summer_terms or each.alternatives for each in lines)


_Shows = Callable[[PlanHead, Sequence[PlanLine]], bool]
_OF_HEAD: Mapping[str, _Shows] = {"专业名称及代码": _names_its_major, "修业年限": _says_its_years}
# Of a plan of which lines are missing, those that are here do not show how the courses are arranged.
_OF_ALL_LINES: Mapping[str, _Shows] = {
    "课程设置": _has_courses,
    "学时安排": _arranges_hours,
    "教学进程总体安排": _arranges_terms,
    "教学进程安排表": _arranges_terms,
}


def _stated_parts(head: PlanHead, lines: Sequence[PlanLine], *, is_whole: bool) -> frozenset[str]:
    """Give the parts by the names that rules on the sections of a document call them."""
    counted = [each for each in lines if each.is_counted]
    parts = {**_OF_HEAD, **(_OF_ALL_LINES if is_whole else {})}
    return frozenset(name for name, shows in parts.items() if shows(head, counted))
