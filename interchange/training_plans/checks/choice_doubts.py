"""Choices whose words say how many courses and how many credits are taken: where both cannot hold, it is said."""

import re
from collections.abc import Collection, Iterator

from analysis.training_plans.intervals import LinesAndGroups
from analysis.training_plans.stored_values import NOWHERE
from analysis.training_plans.training_plan import ChoiceGroup, PlanLine, PlanRemark
from interchange.training_plans.tables.numerals import FIGURE, in_digits
from interchange.training_plans.tables.plan_numbers import hundredths
from interchange.training_plans.tables.plan_words import bare

# 2门,4学分; 至少4学分 holds with more, too; 每门2学分 says what each has.
_CREDITS = re.compile(rf"(?<![每各])(?:(至少|不少于|不低于|≥)|共|计|应修|[,，、(（])({FIGURE})个?学分")
# 其中艺术类不少于2学分, 且必须包含美育课程1门.
_FURTHER = re.compile(rf"(?:其中|且|并|须含|必含|包含)(?!的?任?一)[^,，;；。()]{{1,16}}?(?:{FIGURE})(?:个?学分|门)")
# 第4学期1门、第5学期2门; 第4、5学期各选4学分.
_OF_A_TERM = re.compile(
    rf"第?[\d一二三四五六七八九十][\d一二三四五六七八九十、,和及~-]{{0,8}}学期各?(?:至少|限|任|应|须)?选?修?(?:{FIGURE})(?:个?学分|门)"
)


def choices_of_other_credits(plan: LinesAndGroups) -> Iterator[PlanRemark]:
    """Name the choices of a number of courses that never have the credits which the same text names."""
    for group in plan.groups:
        match = _CREDITS.search(bare(group.label))
        wanted = hundredths(in_digits(match[2])) if match else None
        sums = sorted(_credits_of_options(plan, group))
        if match is None or wanted is None or not (group.choose and sums):
            continue
        least, most = sum(sums[: group.choose]), sum(sums[-group.choose :])
        if wanted > most or (wanted < least and not match[1]):
            shown = "–".join(f"{each / 100:g}" for each in sorted({least, most}))
            yield PlanRemark("choice-of-other-credits", group.label, group.place, shown)


def choices_that_say_more(plan: LinesAndGroups) -> Iterator[PlanRemark]:
    """Name the choices whose text sets a further bound for some of their courses: 其中艺术类不少于2学分.

    The label may leave it out, and the module that they stand in has it: 选修模块（6选3：第4学期1门、第5学期2门）.
    """
    for group in plan.groups:
        paths = [each.path for each in plan.lines if each.group == group.number]
        modules = [each for each in paths[0] if all(each in path for path in paths)] if paths else []
        said = (_says_more(bare(group.label)), *(_of_terms(bare(each)) for each in reversed(modules)))
        if more := next(filter(None, said), ""):
            yield PlanRemark("choice-says-more", group.label, group.place, more)


def _says_more(text: str) -> str:
    """Give the further bound that a text sets; 第4学期选2门 alone is the choice itself."""
    if match := _FURTHER.search(text):
        return match[0]
    return _of_terms(text)


def _of_terms(text: str) -> str:
    of_terms = [each[0] for each in _OF_A_TERM.finditer(text)]
    return "、".join(of_terms) if len(of_terms) > 1 or any("各" in each for each in of_terms) else ""


def choices_beyond_their_courses(plan: LinesAndGroups, numbers: Collection[int]) -> Iterator[PlanRemark]:
    """Name those of the choices of these numbers that take more than they have, or credits that no courses make."""
    for group in plan.groups:
        members = [each for each in plan.lines if each.group == group.number and each.is_counted]
        if group.number in numbers and members and not _can_be_taken(group, members):
            place = members[0].place if group.place == NOWHERE else group.place
            offered = sum(each.credits or 0 for each in members)
            shown = f"{offered / 100:g}学分" if group.kind == "CHOOSE_CREDITS" else f"{_options_of(members)}门"
            yield PlanRemark("choice-beyond-its-courses", group.label, place, shown)


def _can_be_taken(group: ChoiceGroup, members: list[PlanLine]) -> bool:
    if len(members) == 1:
        # One course alone leaves nothing to choose.
        return False
    if group.kind != "CHOOSE_CREDITS":
        return (group.choose or 1) <= _options_of(members)
    wanted, reached = group.credits or 0, 1
    for each in members:
        if each.credits is None:
            return True
        # Each bit is a sum of credits that some of the courses make.
        reached |= reached << each.credits if each.credits <= wanted else 0
        reached &= (2 << wanted) - 1
    return bool(reached >> wanted & 1)


def _options_of(members: list[PlanLine]) -> int:
    return len({each.option for each in members if each.option}) + sum(not each.option for each in members)


def _credits_of_options(plan: LinesAndGroups, group: ChoiceGroup) -> list[int]:
    """Sum the credits of each option; none where the credits of some line are not stated."""
    sums = dict.fromkeys(group.options, 0)
    for each in plan.lines:
        if each.group == group.number and each.option in sums:
            if each.credits is None:
                return []
            sums[each.option] += each.credits
    return [*sums.values()]
