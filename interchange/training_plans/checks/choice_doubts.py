"""Choices whose words say how many courses and how many credits are taken: where both cannot hold, it is said."""

import re
from collections.abc import Iterator

from analysis.training_plans.intervals import LinesAndGroups
from analysis.training_plans.training_plan import ChoiceGroup, PlanRemark
from interchange.training_plans.tables.numerals import FIGURE, in_digits
from interchange.training_plans.tables.plan_numbers import hundredths
from interchange.training_plans.tables.plan_words import bare

# 2门,4学分; 每门2学分 says what each has.
_CREDITS = re.compile(rf"(?<![每各])(?:共|计|应修|至少|不少于|[,，、(（])({FIGURE})个?学分")


def choices_of_other_credits(plan: LinesAndGroups) -> Iterator[PlanRemark]:
    """Name the choices of a number of courses that do not have the credits which the same text names."""
    for group in plan.groups:
        match = _CREDITS.search(bare(group.label))
        wanted = hundredths(in_digits(match[1])) if match else None
        if wanted is None or group.choose is None:
            continue
        sums = sorted(_credits_of_options(plan, group))
        found = {sum(sums[: group.choose]), sum(sums[-group.choose :])}
        if found != {wanted}:
            shown = "–".join(f"{each / 100:g}" for each in sorted(found))
            yield PlanRemark("choice-of-other-credits", group.label, group.place, shown)


def _credits_of_options(plan: LinesAndGroups, group: ChoiceGroup) -> Iterator[int]:
    members = [each for each in plan.lines if each.group == group.number]
    for option in group.options:
        yield sum(each.credits or 0 for each in members if each.option == option)
