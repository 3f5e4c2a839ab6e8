"""Figures in one cell over several courses: what each of them has once it is known how many are taken."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from analysis.training_plans.training_plan import PlanLine, PlanRemark
from interchange.training_plans.choices.choice_groups import ChoiceGroups, count_of
from interchange.training_plans.tables.numerals import FIGURE, in_digits
from interchange.training_plans.tables.plan_numbers import hundredths
from interchange.training_plans.tables.plan_words import bare

# 选2门,每门2学分: the figures of one cell are those of each, and not of both together.
_OF_EACH_COURSE = re.compile(
    rf"(?:每门(?:课程?)?(?:均?[为计是]|各|均)?|均为|各(?:门(?:课程?)?)?[为计是]?)({FIGURE})个?(学分|学时|课时)"
)
# What may follow m选n of courses that share their figures: 中选两门安排线上教学 takes no two of them.
_SAYS_NO_MORE = re.compile(
    rf"(?:课程?)?(?:进行)?(?:修读|学习|选修|修习|限选|任选)?(?:课程?)?(?:即可)?"
    rf"(?:[,(:]?(?:每门|课程?|各|均|合计|共|计|[为是]|不少于|至少|[修选]?满|[修选]读?|≥){{0,6}}+{FIGURE}个?(?:学分|学时|课时)\)?)*"
    rf"(?:[,(]每门课程?.*)?[,)]*"
)
# What one cell holds for several courses, of which one is taken.
_SHARED = (
    "credits",
    "hours",
    "theory_hours",
    "practice_hours",
    "duration_weeks",
    "weekly_hours",
    "weeks",
    "semester_hours",
)


class SharedFigures(ChoiceGroups):
    """Gives the courses of a choice their part of what one cell has for all of them."""

    def share_credits(self, runs: Iterable[Sequence[int]]) -> None:
        """Part the credits of a cell among courses with hours of their own; without a choice the first has them all."""
        for members in runs:
            first, *others = (self.lines[each] for each in members)
            group = self.groups[first.group - 1] if first.group else None
            if group is None or not self._is_one_of_each(members):
                self.guesses += [PlanRemark("credits-of-the-line-above", each.name, each.place) for each in others]
                continue
            is_of_each = group.choose == 1 or self._says_of_each(members)
            part = first.credits if is_of_each else _part_of_number(first.credits, group.choose or 1)
            names = "、".join(self.lines[each].name for each in members)
            for each in members[1:] if part is None else members:
                self.lines[each] = self.lines[each]._replace(credits=part)
            if part is None:
                names = "、".join(each.name for each in others)
                self.problems.append(PlanRemark("line-without-figures", names, first.place))
                continue
            rule = "one-cell-for-several-courses" if is_of_each else "one-cell-for-what-is-chosen"
            taken = group.kind if is_of_each else str(group.choose)
            self.guesses.append(PlanRemark(rule, names, first.place, taken))

    def _restate(self, sentence: str, match: re.Match[str], members: Sequence[int]) -> bool:
        """Take courses with one cell of figures, read as alternatives, for the choice of several that a text states."""
        numbers, choose = {self.lines[each].group for each in members}, count_of(match[2] or match[3])
        number = next(iter(numbers)) if len(numbers) == 1 else None
        are_all = number is not None and sum(each.group == number for each in self.lines) == len(members)
        says_no_more = _SAYS_NO_MORE.fullmatch(match.string, match.end())
        if number is None or not are_all or not 1 < choose < len(members) or not says_no_more:
            return False
        before = self.groups[number - 1]
        if before.kind != "ALTERNATIVES":
            return False
        names = tuple(self.lines[each].name for each in members)
        self.groups[number - 1] = before._replace(kind="CHOOSE_ONE", label=sentence, choose=choose, options=names)
        for each in members:
            self.lines[each] = self.lines[each]._replace(option=self.lines[each].name)
        first = self.lines[members[0]]
        said = PlanRemark("one-cell-for-several-courses", "、".join(names), first.place, "ALTERNATIVES")
        self.guesses = [each for each in self.guesses if each != said]
        self.guesses.append(PlanRemark("choice-by-a-note", sentence, first.place, self._taken(choose, names)))
        self._share_figures(members)
        return True

    def _taken(self, choose: int, names: Iterable[str]) -> str:
        return f"{choose}门：{'、'.join(names)}"

    def _is_one_of_each(self, members: Sequence[int]) -> bool:
        """Whether lines are the options of one choice, each by itself, and no other line is in it."""
        first = self.lines[members[0]]
        if first.group is None or self.groups[first.group - 1].kind != "CHOOSE_ONE":
            return False
        options = {(self.lines[each].group, self.lines[each].option) for each in members}
        return len(options) == len(members) == sum(each.group == first.group for each in self.lines)

    def _says_of_each(self, members: Sequence[int]) -> bool:
        first = self.lines[members[0]]
        label = self.groups[(first.group or 0) - 1].label
        said = _OF_EACH_COURSE.search(bare(f"{label},{first.remark or ''}"))
        if said is None:
            return False
        # 每门2学分 next to a cell of 4 says that the cell has those of both.
        stated = hundredths(in_digits(said[1]))
        return stated == (first.credits if said[2] == "学分" else (first.hours or 0) * 100)

    def _share_figures(self, members: Sequence[int]) -> None:
        """Give each course of a choice of one the figures of the cells that it shares with the first."""
        first, *others = (self.lines[each] for each in members)
        group = self.groups[(first.group or 0) - 1]
        is_one_of_each = group.kind == "CHOOSE_ONE" and bool(group.choose)
        is_one_of_each &= len({(each.group, each.option) for each in (first, *others)}) == len(members)
        is_of_one_group = {each.group for each in others} == {first.group}
        if not (is_one_of_each and is_of_one_group) or any(_has_figures(each) for each in others):
            return
        if group.choose != 1 and not self._says_of_each(members):
            self._part_figures(members, group.choose or 1)
            return
        for index, line in zip(members[1:], others, strict=True):
            self.lines[index] = line._replace(**{name: getattr(first, name) for name in _SHARED})
        names = "、".join(each.name for each in (first, *others))
        self.guesses.append(PlanRemark("one-cell-for-several-courses", names, first.place, group.kind))

    def _part_figures(self, members: Sequence[int], choose: int) -> None:
        """Give each course of a choice of several its part of the figures of one cell, which are of all that are taken.

        Where they leave no equal parts, or not all courses of the choice share the cell, the others have no figures.
        """
        first = self.lines[members[0]]
        names = "、".join(self.lines[each].name for each in members)
        parts: dict[str, Any] = {name: _part_of(getattr(first, name), choose) for name in _SHARED}
        is_whole = sum(each.group == first.group for each in self.lines) == len(members)
        if not is_whole or any(parts[name] is None and getattr(first, name) for name in _SHARED):
            others = "、".join(self.lines[each].name for each in members[1:])
            self.problems.append(PlanRemark("line-without-figures", others, first.place))
            return
        for index in members:
            self.lines[index] = self.lines[index]._replace(**parts)
        self.guesses.append(PlanRemark("one-cell-for-what-is-chosen", names, first.place, str(choose)))


def _has_figures(line: PlanLine) -> bool:
    """Whether a line has a figure of its own."""
    return any(getattr(line, name) for name in _SHARED)


def _part_of_number(figure: int | None, count: int) -> int | None:
    return None if figure is None or figure % count else figure // count


def _part_of(figure: int | Mapping[str, int] | None, count: int) -> int | dict[str, int] | None:
    """Give one of ``count`` equal parts of a figure, or of figures by term; null where they are not whole."""
    if figure is None or isinstance(figure, int):
        return _part_of_number(figure, count)
    is_whole = not any(each % count for each in figure.values())
    return {term: each // count for term, each in figure.items()} if is_whole else None
