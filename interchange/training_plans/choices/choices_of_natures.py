"""Choices that the cells of natures state: 选修(4学分) next to courses of 2 credits is a pool, of which 4 are taken."""

import re
from collections.abc import Sequence

from analysis.training_plans.training_plan import PlanRemark
from interchange.training_plans.choices.choice_groups import ChoiceGroups
from interchange.training_plans.choices.plan_quotas import ELECTIVES
from interchange.training_plans.tables.numerals import FIGURE, in_digits
from interchange.training_plans.tables.plan_numbers import hundredths
from interchange.training_plans.tables.plan_words import bare, nature_text_of

_POOL = re.compile(rf"(?:限定性?选修|任意选修|选修|限选|任选|公选)课?(?:程)?\((?:共|计|合计)?({FIGURE})个?学分\)")


def credits_of_nature(text: str) -> int | None:
    """Read the credits next to a nature, in hundredths; null where a text is more or less than both."""
    match = _POOL.fullmatch(bare(text))
    return hundredths(in_digits(match[1])) if match else None


class NatureChoices(ChoiceGroups):
    """Finds the choices that a nature with credits states."""

    def add_by_nature(self, text: str, wanted: int, members: Sequence[int]) -> None:
        """Make the electives of a nature with credits a choice of these; what each course has itself is none."""
        offered = [self.lines[at].credits or 0 for at in members]
        if wanted == sum(offered) or all(each == wanted for each in offered):
            # All of them are taken, or it is said of each.
            return
        is_known = all(self.lines[at].credits and self.lines[at].nature in ELECTIVES for at in members)
        are_own = 2 * sum(each == wanted for each in offered) > len(members)
        place = self.lines[members[0]].place
        if not is_known or are_own or not max(offered) <= wanted < sum(offered):
            self.problems.append(PlanRemark("quota-of-a-note-not-read", text, place))
            return
        number = self._add("CHOOSE_CREDITS", text, place, members, wanted_credits=wanted)
        for at in members:
            if self.lines[at].nature_text and credits_of_nature(self.lines[at].nature_text or ""):
                self.lines[at] = self.lines[at]._replace(nature_text=nature_text_of(text))
        names = "、".join(each.name for each in self.lines if each.group == number)
        self.guesses.append(PlanRemark("choice-by-a-note", text, place, self._chosen(names)))
