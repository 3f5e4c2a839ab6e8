"""Choices that a column of quotas states: 最低修读学分 in one cell next to the courses of which they are chosen."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from analysis.training_plans.training_plan import PlanPlace, PlanRemark
from interchange.training_plans.choices.choice_groups import ChoiceGroups
from interchange.training_plans.tables.plan_numbers import hundredths


class StatedQuota(NamedTuple):
    """How many credits of lines are chosen, in hundredths, where a column says so; null: its cell is no number.

    ``own`` are the lines that say it in a cell of their own. A cell over several rows says which lines it is of.
    """

    label: str
    credits: int | None
    place: PlanPlace
    members: list[int]
    own: list[int]
    is_over_rows: bool


def quota_of_cell(label: str, text: str, place: PlanPlace, line: int, *, is_over_rows: bool) -> StatedQuota:
    """Read the cell of a quota next to a line: 4, 4学分, 选修4学分."""
    return StatedQuota(label, _credits_of_quota(text), place, [line], [line], is_over_rows)


# 第5、6学期各不少于4学分，合计不少于8学分; 不少于4学分，其中艺术类2学分.
_LEAST = r"(?:至少|不少于|不低于|最低|最少|≥)"
_TAKEN = r"(?:[应须需]?(?:修读|修满|[任限]选|选修|选))?"
_FIGURE = r"(\d{1,3}(?:\.\d{1,2})?)个?学分"
_IN_ALL = re.compile(rf"(?:合计|总计|一?共计?|累计){_TAKEN}{_LEAST}?{_FIGURE}")
_OF_ALL = re.compile(rf"{_TAKEN}{_LEAST}?{_TAKEN}{_FIGURE}(?:$|[,，;；。(（]?其中.*)")


def _credits_of_quota(text: str) -> int | None:
    """Read the credits that a cell of quotas states, in hundredths; null where it states those of parts alone."""
    stated = hundredths(text.removesuffix("学分"))
    if stated is not None:
        return stated
    in_all = _IN_ALL.findall(text)
    match = _OF_ALL.fullmatch(text)
    return hundredths(in_all[0]) if len(in_all) == 1 else hundredths(match[1]) if match else None


class QuotaChoices(ChoiceGroups):
    """Finds the choices that a column of quotas states."""

    def add_by_quotas(self, quotas: Iterable[StatedQuota]) -> None:
        """Make each quota that leaves some of its electives out a choice; one that cannot be is named."""
        for each in quotas:
            members = [at for at in each.members if self.lines[at].is_counted]
            offered = [self.lines[at].credits for at in members]
            is_free = all(self.lines[at].group is None for at in members)
            if len(each.own) > 1 and all(part == each.credits for part in offered):
                # What each of several rows says of itself is no quota of them all.
                continue
            if is_free and each.credits is not None and sum(part or 0 for part in offered) == each.credits:
                # All of them are taken.
                continue
            if each.credits is None or None in offered or not self._add_quota(each, each.credits, members):
                self.problems.append(PlanRemark("quota-of-a-note-not-read", each.label, each.place))

    def _add_quota(self, quota: StatedQuota, wanted: int, members: Sequence[int]) -> bool:
        """Add the choice of a quota, where it is not known already; whether there is one."""
        groups = {self.lines[at].group for at in members}
        if groups == {None}:
            return self._add_electives(quota, wanted, members)
        known = [self.groups[number - 1] for number in groups if number]
        if len(groups) > 1:
            return False
        if known[0].credits not in {None, wanted} or not self._may_be_chosen(known[0].choose, wanted, members):
            self.problems.append(PlanRemark("quota-of-a-note-differs", quota.label, quota.place, known[0].label))
        return True

    def _may_be_chosen(self, choose: int | None, wanted: int, members: Sequence[int]) -> bool:
        """Whether this many of the courses, each of which is an option of its own, may have this number of credits."""
        if not choose or len({self.lines[at].option for at in members}) < len(members):
            return True
        offered = sorted(self.lines[at].credits or 0 for at in members)
        return sum(offered[:choose]) <= wanted <= sum(offered[-choose:])

    def _add_electives(self, quota: StatedQuota, wanted: int, members: Sequence[int]) -> bool:
        """Let what the required lines leave of a quota be chosen among the others."""
        free = [at for at in members if self.lines[at].nature != "REQUIRED"]
        required = sum(self.lines[at].credits or 0 for at in members if at not in free)
        rest, offered = wanted - required, sum(self.lines[at].credits or 0 for at in free)
        if len(free) < 2 or not 0 < rest < offered:
            return False
        self._add("CHOOSE_CREDITS", quota.label, self.lines[free[0]].place, free, wanted_credits=rest)
        names = "、".join(self.lines[at].name for at in free)
        self.guesses.append(PlanRemark("choice-by-a-note", quota.label, quota.place, self._chosen(names)))
        return True
