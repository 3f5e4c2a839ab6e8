"""Choices that the remarks on lines state: m选n, or how many credits, of the lines that have the remark."""

import re
from collections.abc import Mapping, Sequence

from analysis.training_plans.training_plan import PlanRemark
from interchange.training_plans.choices.choice_groups import ChoiceGroups, count_of, credits_chosen, stands_for_a_table
from interchange.training_plans.choices.named_choices import named_besides
from interchange.training_plans.tables.plan_words import SOME_OF, bare, direction_of

# 每学期选修1学分, 每类至少1学分: not how many in all.
OF_EACH = re.compile(r"每(?:学期|学年|期|年|类|组|门|模块|方向)")
_OF_EACH_KIND = re.compile(r"每(?:学期|学年|期|年|类|组|模块|方向)[^,，。;；]{0,4}选")
# One line that stands for several courses: 大学英语/大学日语.
_NAMES_SEVERAL = re.compile(r"[/／、或]")


class RemarkChoices(ChoiceGroups):
    """Finds the choices that remarks on lines state."""

    def _by_remarks(self) -> None:
        """Read m选n in the remarks of lines that follow each other."""
        runs: dict[tuple[str, tuple[str, ...]], list[int]] = {}
        for index, line in enumerate(self.lines):
            if (
                line.group is None
                and line.remark
                and (SOME_OF.search(bare(line.remark)) or credits_chosen(line.remark))
            ):
                runs.setdefault((line.remark, line.path), []).append(index)
        self._remarks_that_name(runs)
        runs = {key: those for key, those in runs.items() if all(self.lines[each].group is None for each in those)}
        of_parts = self._remarks_of_parts(runs)
        runs = {key: those for key, those in runs.items() if key[0] not in of_parts}
        for (remark, _), members in runs.items():
            match = SOME_OF.search(bare(remark))
            paths = [path for each, path in runs if each == remark]
            if match and not (self._is_of_directions(remark, members) or _is_one_of_each(match, paths)):
                self._some_of_remark(remark, match, members)
            elif match:
                # Directions next to each other are found as such.
                pass
            elif len(members) > 1:
                self._credits_of_remark(remark, members)

    def _remarks_that_name(self, runs: Mapping[tuple[str, tuple[str, ...]], Sequence[int]]) -> None:
        """Read remarks that name the courses to choose from: 与乙任选其一."""
        for (remark, _), those in runs.items():
            besides = named_besides(bare(remark), self.names)
            members, match = sorted({*those, *besides}), SOME_OF.search(bare(remark))
            are_free = all(self.lines[each].group is None and self.lines[each].is_counted for each in members)
            is_whole = match is not None and (not match[1] or count_of(match[1]) == len(members))
            if not (besides and match and are_free and is_whole):
                continue
            choose = count_of(match[2] or match[3])
            if self._add_options("CHOOSE_ONE", remark, members, choose, lambda at: self.lines[at].name):
                names = "、".join(self.lines[each].name for each in members)
                self.guesses.append(PlanRemark("choice-by-a-remark", remark, self.lines[members[0]].place, names))

    def _remarks_of_parts(self, runs: Mapping[tuple[str, tuple[str, ...]], Sequence[int]]) -> set[str]:
        """Read remarks over several modules of which one is taken: 两个模块任选其一; give those that were read."""
        found: set[str] = set()
        for remark in dict.fromkeys(each for each, _ in runs):
            members = sorted(index for (each, _), those in runs.items() if each == remark for index in those)
            match, parts = SOME_OF.search(bare(remark)), self._parts_chosen(remark, members)
            if match and parts and not self._is_of_directions(remark, members):
                choose = count_of(match[2] or match[3])
                if self._add_options("CHOOSE_ONE", remark, members, choose, parts.__getitem__):
                    found.add(remark)
        return found

    def _credits_of_remark(self, remark: str, members: Sequence[int]) -> None:
        """Read how many credits are chosen of the lines that have a remark; of each term or kind is not of them all."""
        place, wanted = self.lines[members[0]].place, credits_chosen(remark) or 0
        if any(stands_for_a_table(self.lines[each].name) for each in members):
            # The credits are those of the line, and what is chosen stands there.
            return
        if OF_EACH.search(bare(remark)):
            self.problems.append(PlanRemark("quota-of-a-note-not-read", remark, place))
        elif wanted < sum(self.lines[each].credits or 0 for each in members):
            self._add("CHOOSE_CREDITS", remark, place, members, wanted_credits=wanted)

    def _is_of_directions(self, remark: str, members: Sequence[int]) -> bool:
        """Whether a remark on the lines of a direction says that one of the directions is taken."""
        is_named = bool(re.search(r"方向|模块", remark))
        return is_named and all(any(map(direction_of, self.lines[each].path)) for each in members)

    def _some_of_remark(self, remark: str, match: re.Match[str], members: Sequence[int]) -> None:
        """Read m选n in a remark: of the lines that have it, of each m of them, or of those below the first."""
        choose, offered = count_of(match[2] or match[3]), count_of(match[1]) if match[1] else len(members)
        runs = [members]
        if is_of_each(remark, match):
            # Chosen in each kind or term: not in all of them together. What stands in no group is said.
            return
        if len(members) < offered:
            runs = [self._with_those_below(members, offered)]
        elif 0 < offered < len(members) and len(members) % offered == 0:
            runs = [members[at : at + offered] for at in range(0, len(members), offered)]
        for run in runs:
            if len(run) > 1:
                self._add_options("CHOOSE_ONE", remark, run, choose, lambda at: self.lines[at].name)
            if len(run) != offered and not _NAMES_SEVERAL.search(self.lines[run[0]].name):
                self._check_number(match, remark, len(run), run[0])
            elif tuple(run) != tuple(members):
                names = "、".join(self.lines[each].name for each in run)
                self.guesses.append(PlanRemark("choice-by-a-remark", remark, self.lines[run[0]].place, names))

    def _with_those_below(self, members: Sequence[int], offered: int) -> Sequence[int]:
        """Give lines and those below that may be chosen in their place: alike, and without a remark of their own."""
        run, line = list(members), self.lines[members[0]]
        for index in range(members[-1] + 1, min(members[-1] + 1 + offered - len(members), len(self.lines))):
            other = self.lines[index]
            is_alike = (other.path, other.nature, other.is_counted) == (line.path, line.nature, True)
            if other.group is not None or other.remark or not is_alike:
                return members
            run.append(index)
        return run if len(run) == offered else members


def _is_one_of_each(match: re.Match[str], paths: Sequence[tuple[str, ...]]) -> bool:
    """Whether a remark on the lines of several directions names as many as there are: 二选一 over both."""
    are_directions = len({each[:-1] for each in paths}) == 1 and all(each and direction_of(each[-1]) for each in paths)
    return bool(match[1]) and len(paths) == count_of(match[1]) and are_directions


def is_of_each(text: str, match: re.Match[str]) -> bool:
    """Whether this many are chosen in each kind or term: not in all of them together, as m选n says."""
    return not match[1] and bool(_OF_EACH_KIND.search(bare(text)[: match.end()]))
