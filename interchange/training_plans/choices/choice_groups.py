"""The groups of a plan while its choices are found: which lines each has, and what is said of it."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from analysis.training_plans.training_plan import ChoiceGroup, PlanLine, PlanPlace, PlanRemark
from interchange.training_plans.choices.named_choices import names_of
from interchange.training_plans.tables.numerals import COUNT, FIGURE, in_digits, number_of
from interchange.training_plans.tables.plan_numbers import hundredths
from interchange.training_plans.tables.plan_words import SOME_OF, bare

# What was matched is never taken back: the words overlap, and a long row of them would be parted in every way.
CREDITS = re.compile(
    r"(?>(?:至少|不少于|不低于|最低|应|须|需|≥|选修?|修满?|修读)(?:至少|不少于|不低于|最低|[应须需≥选修够满足读]){0,12}+)"
    rf"({FIGURE})个?学分"
)
# 以下两组任选一组, 两个模块任选其一.
OF_PARTS = re.compile(rf"({COUNT})个?(?:方向|模块|组)(?:课程?)?[中里内]?.{{0,4}}选")
_NATURE_BEHIND = re.compile(r"[(（](?:必|选|限|任|限定选|任意选)[修选]课?程?[)）]$")
_PART = re.compile(r"方向|模块|组")
# 从表2中任选6学分, 详见附表3, 见“选修课清单”.
_OTHER_TABLE = re.compile(r"(?:从|见|自|在)附?表\d{0,2}|见[\"“《「]?[^()（）\"”》」]{1,12}(?:清单|一览表|目录)")


class ChoiceGroups:
    """The lines of a plan with the modules that hold them, and the groups that were made of them."""

    def __init__(self, lines: Sequence[PlanLine]) -> None:
        self.lines = list(lines)
        # The lines under each module and group, the parts of each, and what a name says of a choice.
        self.members: dict[tuple[str, ...], list[int]] = {}
        for index, line in enumerate(self.lines):
            for end in range(1, len(line.path) + 1):
                self.members.setdefault(line.path[:end], []).append(index)
        self.parts: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
        for prefix in self.members:
            self.parts.setdefault(prefix[:-1], []).append(prefix)
        self.choices = {prefix: SOME_OF.search(bare(prefix[-1])) for prefix in self.members}
        self.names = names_of(self.lines)
        self.groups: list[ChoiceGroup] = []
        # Lines that stand for the courses of another table, and those.
        self.stood_for: dict[int, list[int]] = {}
        self.guesses: list[PlanRemark] = []
        self.problems: list[PlanRemark] = []

    def take(self, groups: Sequence[ChoiceGroup]) -> Iterator[PlanRemark]:
        """Take the choices that the document describes in a table; its lines name their numbers."""
        numbers = {each.number: place for place, each in enumerate(groups, 1)}
        members: dict[int, list[PlanLine]] = {}
        for index, line in enumerate(self.lines):
            number = numbers.get(line.group or 0)
            if line.group is not None and number is None:
                yield PlanRemark("choice-not-known", f"{line.name}: {line.group}", line.place)
            self.lines[index] = line._replace(group=number, option=line.option if number else None)
            if number:
                members.setdefault(number, []).append(line)
        for number, group in enumerate(groups, 1):
            self.groups.append(group._replace(number=number, options=_options(group, members.get(number, []))))

    def add_by_subtotal(self, members: Sequence[int], stated: int, label: str, place: PlanPlace) -> bool:
        """Read a subtotal of electives below their sum as the credits that are chosen among them."""
        lines = [self.lines[each] for each in members]
        free = [index for index in members if self.lines[index].group is None and self.lines[index].is_counted]
        offered = [self.lines[each].credits for each in free]
        is_elective = all(each.nature in {"ELECTIVE", "RESTRICTED_ELECTIVE"} for each in lines)
        if len(free) < 2 or len(free) < len(members) or None in offered or not is_elective:
            return False
        if not max(each or 0 for each in offered) <= stated < sum(each or 0 for each in offered):
            return False
        self._add("CHOOSE_CREDITS", label, place, free, wanted_credits=stated)
        self.guesses.append(PlanRemark("choice-by-subtotal", label, place, f"{stated / 100:g}"))
        return True

    def leave_out_what_stands_for_a_table(self) -> list[PlanRemark]:
        """Leave out lines such as 公共选修课（从表2中任选6学分）, whose courses are the choice of another table.

        Lines of one name in several semesters may stand for one choice together.
        """
        named: dict[str, list[int]] = {}
        for index, line in enumerate(self.lines):
            if stands_for_a_table(line.name) and line.is_counted and line.group is None:
                named.setdefault(bare(line.name), []).append(index)
        alone = [[at] for members in named.values() if not self._stand_for_a_choice(members) for at in members]
        alone = [[at] for (at,) in alone if not self._stand_for_a_choice([at])]
        not_found = [self.lines[at] for (at,) in alone if not self._stands_for_all_of_a_table(at)]
        return [PlanRemark("line-of-a-table-not-found", each.name, each.place) for each in not_found]

    def _stand_for_a_choice(self, members: Sequence[int]) -> bool:
        """Leave these lines out where a choice of another table has their credits; whether one does."""
        added = sum(self.lines[at].credits or 0 for at in members)
        own = {self.lines[at].place.table for at in members}
        found = {each.number for each in self.groups if added and each.credits == added}
        if not {each.place.table for each in self.groups if each.number in found} - own:
            return False
        self._leave_out(members, [at for at, each in enumerate(self.lines) if each.group in found])
        return True

    def _stands_for_all_of_a_table(self, index: int) -> bool:
        """Leave out a line such as 集中实践环节（见表3） that has the figures of all lines of one other table."""
        line = self.lines[index]
        tables: dict[int | None, list[int]] = {}
        for at, each in enumerate(self.lines):
            if each.is_counted and (each.place.table, each.place.sheet) != (line.place.table, line.place.sheet):
                tables.setdefault(each.place.table, []).append(at)
        figures = line.credits, line.hours
        found = [each for each in tables.values() if None not in figures and self._sums(each) == figures]
        found = [each for each in found if line.module in {None, *(self.lines[at].module for at in each)}]
        if len(found) == 1:
            self._leave_out([index], found[0])
        return len(found) == 1

    def _sums(self, members: Sequence[int]) -> tuple[int, int] | None:
        """Add the credits and hours of several lines of no choice; null where one has none or is of a choice."""
        lines = [self.lines[at] for at in members]
        if len(lines) < 2 or any(None in {each.credits, each.hours} or each.group is not None for each in lines):
            return None
        return sum(each.credits or 0 for each in lines), sum(each.hours or 0 for each in lines)

    def _leave_out(self, members: Sequence[int], stood_for: list[int]) -> None:
        """Count lines no more that stand for others."""
        for index in members:
            line = self.lines[index]
            self.lines[index] = line._replace(is_counted=False)
            self.stood_for[index] = stood_for
            self.guesses.append(PlanRemark("line-stands-for-a-table", line.name, line.place))

    def _check_number(self, match: re.Match[str], text: str, offered: int, first: int) -> None:
        """Report m选n where the lines offer another number than m."""
        if match[1] and count_of(match[1]) != offered:
            self.problems.append(PlanRemark("choice-of-another-number", text, self.lines[first].place, str(offered)))

    def _parts_chosen(self, text: str, members: Sequence[int]) -> dict[int, str]:
        """Give the part that each line is in, where a text names as many groups, modules or directions as there are.

        A part is a module, or what the remark over its lines says: 以下两组任选一组 over 智能制造组 and 电力运维组.
        It may stand in the column of natures too: 新能源模块（限选）.
        """
        match = OF_PARTS.search(bare(text))
        if match is None or not any(SOME_OF.search(each) for each in (bare(text), bare(text)[match.end() :])):
            return {}
        depth = len(common_path([self.lines[each].path for each in members]))
        by_path = {each: "".join(self.lines[each].path[depth : depth + 1]) for each in members}
        by_remark = {each: self.lines[each].remark or "" for each in members}
        by_nature = {each: _part_in(self.lines[each].nature_text or "") for each in members}
        for parts in (by_path, by_remark, by_nature):
            if all(parts.values()) and len({*parts.values()}) == count_of(match[1]):
                return parts
        return {}

    def _chosen(self, names: str) -> str:
        """Say how many courses or credits the last choice takes of those named."""
        last = self.groups[-1]
        return f"{f'{last.choose}门' if last.choose else f'{(last.credits or 0) / 100:g}学分'}：{names}"

    # ---- groups

    def _add_options(
        self, kind: str, label: str, members: Sequence[int], choose: int, option: Callable[[int], str]
    ) -> bool:
        """Add a choice among options, and say whether there is one: where all of them are taken there is none."""
        options = tuple(dict.fromkeys(option(each) for each in members))
        if len(options) <= choose:
            return False
        number = self._add(kind, label, self.lines[members[0]].place, members, choose=choose, options=options)
        for each in members:
            self.lines[each] = self.lines[each]._replace(group=number, option=option(each))
        return True

    def _add(
        self,
        kind: str,
        label: str,
        place: PlanPlace,
        members: Iterable[int],
        *,
        choose: int | None = None,
        wanted_credits: int | None = None,
        options: tuple[str, ...] = (),
    ) -> int:
        number = len(self.groups) + 1
        self.groups.append(ChoiceGroup(number, kind, label, place, choose, wanted_credits, options))
        for each in members:
            self.lines[each] = self.lines[each]._replace(group=number)
        return number

    def _free(self, prefix: tuple[str, ...]) -> list[int]:
        members = self.members[prefix] if prefix else range(len(self.lines))
        return [index for index in members if self.lines[index].group is None and self.lines[index].is_counted]


def stands_for_a_table(name: str) -> bool:
    """Whether the name of a line says that its courses stand in another table."""
    return bool(_OTHER_TABLE.search(bare(name)))


def _part_in(nature: str) -> str:
    """Give the module, group or direction that a cell of natures names, without its nature in brackets."""
    called = _NATURE_BEHIND.sub("", nature)
    return called if _PART.search(called) else ""


def common_path(paths: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """Give the modules that all paths begin with."""
    common: list[str] = []
    for parts in zip(*paths, strict=False):
        if len(set(parts)) > 1:
            break
        common.append(parts[0])
    return tuple(common)


def _options(group: ChoiceGroup, members: Sequence[PlanLine]) -> tuple[str, ...]:
    if group.kind == "ALTERNATIVES":
        return tuple(each.name for each in members)
    return tuple(dict.fromkeys(each.option for each in members if each.option))


def credits_chosen(text: str) -> int | None:
    """Read how many credits a text says are chosen, in hundredths."""
    match = CREDITS.search(bare(text))
    return hundredths(in_digits(match[1])) if match else None


def count_of(text: str) -> int:
    """Read a count, in characters or digits; zero where the text is none."""
    return number_of(text) or 0
