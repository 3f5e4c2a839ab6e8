"""Measures of what a plan has at all: courses, terms, sections, and its week table."""

import re
from collections import Counter
from collections.abc import Sequence

from analysis.training_plans.compliance.bounds import BROKEN, KEPT, OPEN, REMARKED, margins, state_of, worst
from analysis.training_plans.compliance.choices import span
from analysis.training_plans.compliance.course_names import (
    former_names,
    heading,
    is_joined,
    is_named,
    joined_parts,
    name_to_use,
    names_in_use,
)
from analysis.training_plans.compliance.finding import MeasuredSpan, MeasureOutcome, Undecided
from analysis.training_plans.compliance.plan_facts import SEMESTERS_A_YEAR, PlanFacts
from analysis.training_plans.compliance.plan_rule import DatedName, PlanRule
from analysis.training_plans.compliance.scope import groups_chosen, missing_rest, numbers_of
from analysis.training_plans.training_plan import WeekRow

_WEEK = 100
# A year has holidays of eight weeks at least.
_WEEKS_LARGEST = 44 * _WEEK
# Columns of a week table that are sums of others, and that are no activity.
_SUM = re.compile(r"合计|总计|小计|总周|学期周")
_NO_ACTIVITY = re.compile(r"假")
# Weeks that are held in reserve: teaching may take them or not.
_RESERVE = re.compile(r"机动|预备|备用")
_EXAMINATION = re.compile(r"考")


def course_offered(rule: PlanRule, plan: PlanFacts, year: int) -> MeasureOutcome:
    """Judge whether any of the courses is offered in the module and nature that the rule wants."""
    names = [each for course in rule.courses for each in course]
    return _offered(rule, plan, names, year)


def courses_offered(rule: PlanRule, plan: PlanFacts, year: int) -> MeasureOutcome:
    """Judge whether each of the courses is offered; one that began in a later year is not asked for."""
    wanted = [course for course in rule.courses if names_in_use(course, year)]
    found = [_offered(rule, plan, course, year) for course in wanted]
    state = worst(each.state for each in found)
    absent = [course for course, each in zip(wanted, found, strict=True) if each.reason == "NO_SUCH_LINE"]
    deciding = [each for each in found if each.state == state]
    # A course that is there says its own reason: those without a line are named as missing.
    there = [each for each in deciding if each.outside] or deciding
    reason = there[0].reason if there else "OFFERED"
    return MeasureOutcome(
        state,
        "COURSES_MISSING" if reason == "NO_SUCH_LINE" and len(absent) < len(wanted) else reason,
        lines=tuple(sorted({number for each in found for number in each.lines})),
        outside=tuple(sorted({number for each in deciding for number in each.outside})),
        undecided=tuple(dict.fromkeys(why for each in deciding for why in each.undecided)),
        missing=tuple(name for course in absent if (name := name_to_use(course, year))),
    )


def _offered(rule: PlanRule, plan: PlanFacts, course: Sequence[DatedName], year: int) -> MeasureOutcome:
    names = names_in_use(course, year)
    joined = joined_parts(rule)
    candidates = [
        index
        for index, name in enumerate(plan.names)
        if is_named(name, names, rule) or (joined and is_joined(name, joined))
        if plan.stage_of(index) != "SECONDARY"
    ]
    # A line over both stages is offered in the higher one, too.
    sure = [index for index in candidates if plan.stage_of(index) != "OPEN"]
    fitting = [index for index in candidates if _fits(rule, plan, index)]
    lines = numbers_of(plan, fitting or candidates)
    of_stage = [index for index in fitting if index in sure]
    if of_stage and _is_certain(rule, plan, of_stage):
        fitting, lines = of_stage, numbers_of(plan, of_stage)
        current = [each for each in names if each not in former_names(course, year)]
        fitting_names = [plan.names[index] for index in fitting]
        if any(is_joined(name, joined) or any(each in name for each in current) for name in fitting_names):
            return MeasureOutcome(KEPT, "OFFERED", lines=lines)
        return MeasureOutcome(REMARKED, "FORMER_NAME", lines=lines, outside=lines)
    unclear = [index for index in fitting if index not in sure]
    stage = (Undecided("STAGE", numbers_of(plan, unclear)),) if unclear else ()
    why = (*stage, *_silent(rule, plan, candidates), *groups_chosen(plan, fitting), *missing_rest(plan))
    if why:
        return MeasureOutcome(OPEN, "OFFERED", lines=lines, undecided=why)
    return _not_as_wanted(rule, plan, candidates)


def _not_as_wanted(rule: PlanRule, plan: PlanFacts, candidates: list[int]) -> MeasureOutcome:
    """Judge courses in another module, which is remarked on, or of another nature."""
    numbers = numbers_of(plan, candidates)
    natures = {plan.lines[index].nature for index in candidates}
    if natures & rule.natures:
        return MeasureOutcome(REMARKED, "OTHER_MODULE", lines=numbers, outside=numbers)
    if natures & rule.tolerated_natures:
        return MeasureOutcome(REMARKED, "OTHER_NATURE", lines=numbers, outside=numbers)
    return MeasureOutcome(BROKEN, "OTHER_NATURE" if candidates else "NO_SUCH_LINE", lines=numbers, outside=numbers)


def _fits(rule: PlanRule, plan: PlanFacts, index: int) -> bool:
    line = plan.lines[index]
    return (not rule.modules or line.module in rule.modules) and (not rule.natures or line.nature in rule.natures)


def _is_certain(rule: PlanRule, plan: PlanFacts, fitting: list[int]) -> bool:
    """Whether everyone takes one of these lines; an elective needs only to be offered."""
    if rule.natures != {"REQUIRED"}:
        return True
    figures = [int(index in set(fitting)) for index in range(len(plan.lines))]
    return (span(plan.choices, figures, figures).least or 0) > 0


def _silent(rule: PlanRule, plan: PlanFacts, candidates: list[int]) -> tuple[Undecided, ...]:
    """Name the candidates that leave out their nature, or their module where their nature would fit."""
    modules = [index for index in candidates if rule.modules and plan.lines[index].module is None]
    natures = [index for index in candidates if rule.natures and plan.lines[index].nature is None]
    by_nature = [each for each in modules if not rule.natures or plan.lines[each].nature in {*rule.natures, None}]
    found = (("MODULE", by_nature), ("NATURE", natures))
    return tuple(Undecided(kind, numbers_of(plan, indexes)) for kind, indexes in found if indexes)


def term_absent(rule: PlanRule, plan: PlanFacts, year: int) -> MeasureOutcome:
    """Judge whether no line has one of the terms."""
    terms = [each for course in rule.courses for each in names_in_use(course, year)]
    found = [index for index, name in enumerate(plan.names) if is_named(name, terms, rule)]
    numbers = numbers_of(plan, found)
    if found:
        return MeasureOutcome(BROKEN, "FORMER_NAME", lines=numbers, outside=numbers)
    missing = missing_rest(plan)
    return MeasureOutcome(OPEN if missing else KEPT, "NO_FORMER_NAME", undecided=missing)


def section(rule: PlanRule, plan: PlanFacts, year: int) -> MeasureOutcome:
    """Judge whether the plan states the part, or the document has the heading, where its headings were read."""
    titles = [heading(each) for each in plan.sections]
    # 毕业(出师)要求 is the heading 毕业要求.
    titles += [short for each in titles if (short := re.sub(r"\([^()]*\)", "", each)) != each]
    names = [each for course in rule.courses for each in names_in_use(course, year)]
    if any(name in title for title in titles for name in names):
        return MeasureOutcome(KEPT, "HEADING")
    if not plan.stated_parts.isdisjoint(names):
        return MeasureOutcome(KEPT, "STATED")
    if not titles or plan.is_extract or not plan.is_whole:
        return MeasureOutcome(OPEN, "HEADING", undecided=(Undecided("HEADINGS"),))
    return MeasureOutcome(BROKEN, "HEADING")


def weeks_of_year(rule: PlanRule, plan: PlanFacts, _year: int) -> MeasureOutcome:
    """Judge the weeks of each year in the week table."""
    by_semester, reserve = Counter[int](), Counter[int]()
    for row in plan.weeks:
        if row.semester is not None:
            by_semester[row.semester] += _weeks_of(row)
            reserve[row.semester] += sum(weeks for name, weeks in row.weeks.items() if _RESERVE.search(name))
    last = (plan.years or 0) * SEMESTERS_A_YEAR or -(-max(by_semester, default=0) // 2) * 2
    years = [(first, first + 1) for first in range(1, last, SEMESTERS_A_YEAR)]
    known = [year for year in years if all(each in by_semester for each in year)]
    whole = [sum(by_semester[each] for each in year) for year in known]
    measured = MeasuredSpan(min(whole), max(whole)) if whole else None
    spare = [sum(reserve[each] for each in year) for year in known]
    state = worst(_state_of_year(rule, *each) for each in zip(whole, spare, strict=True))
    # More weeks than a year has: columns overlap or a sum holds the holidays, and which is not said.
    overlaps = any(each > _WEEKS_LARGEST for each in whole)
    is_part = _is_part({name for row in plan.weeks for name in row.weeks}, state)
    if overlaps or is_part or (state == KEPT and (len(whole) < len(years) or not years)):
        return MeasureOutcome(OPEN, "BOUNDS", measured, undecided=(Undecided("WEEK_TABLE"),))
    in_reserve = (Undecided("RESERVE_WEEKS"),) if state == OPEN else ()
    return MeasureOutcome(state, "BOUNDS", measured, undecided=in_reserve)


def _state_of_year(rule: PlanRule, weeks: int, reserve: int) -> str:
    """Judge the weeks of a year, of which those in reserve may be activity or not, where all together are too many."""
    by_all = state_of(margins(MeasuredSpan(weeks, weeks), rule.least, rule.most, _WEEK))
    if by_all == KEPT:
        return KEPT
    return state_of(margins(MeasuredSpan(weeks - reserve, weeks), rule.least, rule.most, _WEEK))


def _is_part(kinds: set[str], state: str) -> bool:
    """Whether a week table leaves kinds of weeks out: it has one that is no sum, or too few, none of examinations."""
    if any(map(_SUM.search, kinds)):
        return False
    return len(kinds) == 1 or (state == BROKEN and not any(map(_EXAMINATION.search, kinds)))


def _weeks_of(row: WeekRow) -> int:
    """Give the weeks of a row: its sum, where it has one column of sums, without holidays that the sum holds."""
    sums = [weeks for name, weeks in row.weeks.items() if _SUM.search(name)]
    parts = {name: weeks for name, weeks in row.weeks.items() if not _SUM.search(name)}
    holidays = sum(weeks for name, weeks in parts.items() if _NO_ACTIVITY.search(name))
    activity = sum(parts.values()) - holidays
    if len(sums) != 1:
        return activity
    return activity if sums[0] == activity + holidays else sums[0]
