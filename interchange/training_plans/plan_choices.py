"""Lines of which not all are taken: which choices a plan offers."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from analysis.training_plans.training_plan import ChoiceGroup, Note, PlanLine, PlanPlace, PlanRemark
from interchange.training_plans.choices.numbered_choices import NumberedChoice, lines_of_numbers, numbered_choice
from interchange.training_plans.choices.parted_choices import parted_choices, states_several
from interchange.training_plans.choices.plan_quotas import Quota, quota_members, quotas_of
from interchange.training_plans.tables.numerals import FIGURE, in_digits, number_of
from interchange.training_plans.tables.plan_numbers import hundredths
from interchange.training_plans.tables.plan_words import SOME_OF, bare, direction_of, fold

# What was matched is never taken back: the words overlap, and a long row of them would be parted in every way.
_CREDITS = re.compile(
    r"(?>(?:至少|不少于|不低于|最低|应|须|需|≥|选修?|修满?|修读)(?:至少|不少于|不低于|最低|[应须需≥选修够满足读]){0,12}+)"
    rf"({FIGURE})个?学分"
)
_BEFORE_SENTENCE = re.compile(r"^(?:(?:备注|说明|注)[:：]?)?(?:\d{1,2}[.、．])?")
# A longer remark names no group of courses.
_NAME_LARGEST = 8
# 每学期选修1学分, 每类至少1学分: not how many in all.
_OF_EACH = re.compile(r"每(?:学期|学年|期|年|类|组|门|模块|方向)")
_REQUIRED = re.compile(r"必[选修](?:课程?)?")
_CIRCLED = re.compile(r"[①-⑩]")
_OF_EACH_KIND = re.compile(r"每(?:学期|学年|期|年|类|组|模块|方向)[^,，。;；]{0,4}选")
# 从表2中任选6学分, 详见附表3.
_OTHER_TABLE = re.compile(r"(?:从|见|自|在)附?表\d{0,2}")
# One line that stands for several courses: 大学英语/大学日语.
_NAMES_SEVERAL = re.compile(r"[/／、或]")
# The code of a group with its credits, as record systems print it.
_GROUP_CREDITS = re.compile(r"[A-Z]{0,3}\d{3,12}\((\d{1,2}(?:\.\d{1,2})?)\)")


class Choices:
    """Finds the groups of a plan from the modules and headings that hold its lines."""

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
        self.groups: list[ChoiceGroup] = []
        # Lines that stand for the courses of another table, and those.
        self.stood_for: dict[int, list[int]] = {}
        self.guesses: list[PlanRemark] = []
        self.problems: list[PlanRemark] = []

    def find(self, shared: Iterable[Sequence[int]]) -> None:
        """Find all choices but those that only a subtotal shows; ``shared`` are lines with one cell of figures."""
        self._explicit()
        self._directions()
        for members in shared:
            self._alternatives(members)

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

    def add_by_notes(self, notes: Iterable[Note], numbered: Mapping[int, list[int]]) -> None:
        """Read quotas that notes state: 选修课至少选修6学分. One that cannot be placed is a problem.

        ``numbered``: the lines of rows by the numbers that tables give them.
        """
        for note in notes:
            for sentence in re.split(r"[。;；]|(?<=[^\d])\d{1,2}[.、．](?!\s*\d)", fold(note.text)):
                shown = _BEFORE_SENTENCE.sub("", bare(sentence))
                if stated := numbered_choice(shown):
                    self._by_numbers(stated, lines_of_numbers(stated.numbers, numbered), note, shown)
                elif not (self._by_marks(bare(sentence)) or self._by_named_remarks(shown, note)):
                    self._by_quotas([*quotas_of(sentence)], note, shown)

    def _by_quotas(self, quotas: Sequence[Quota], note: Note, sentence: str) -> None:
        """Read the quotas of a sentence, or say that the number of courses that it has is that of no choice."""
        for quota in quotas:
            self._by_note(quota, note, sentence)
        match = None if quotas else SOME_OF.search(sentence)
        if match and all(each.choose != _count(match[2] or match[3]) for each in self.groups):
            self.problems.append(PlanRemark("quota-of-a-note-not-read", sentence, note.place))

    def _by_numbers(self, stated: NumberedChoice, members: Sequence[int], note: Note, sentence: str) -> None:
        """Read what a note says of the rows whose numbers it names: 序号14、15、16三门课程限选2门."""
        match, wanted = SOME_OF.search(stated.said), _credits(stated.said)
        if not (match or wanted):
            return
        offered = stated.offered or (match[1] if match else "")
        is_fitting = bool(members) and not (offered and _count(offered) != len(members))
        is_free = all(self.lines[each].group is None and self.lines[each].is_counted for each in members)
        is_added = False
        if match and is_fitting and is_free:
            choose = _count(match[2] or match[3])
            is_added = self._add_options("CHOOSE_ONE", sentence, members, choose, lambda at: self.lines[at].name)
        elif wanted and is_fitting and is_free and wanted < sum(self.lines[each].credits or 0 for each in members):
            is_added = bool(self._add("CHOOSE_CREDITS", sentence, note.place, members, wanted_credits=wanted))
        if is_added:
            names = "、".join(self.lines[each].name for each in members)
            place = self.lines[members[0]].place
            self.guesses.append(PlanRemark("choice-by-a-note", sentence, place, self._chosen(names)))
        elif not self._is_known(members, match, wanted):
            self.problems.append(PlanRemark("quota-of-a-note-not-read", sentence, note.place))

    def _is_known(self, members: Sequence[int], match: re.Match[str] | None, wanted: int | None) -> bool:
        """Whether just these lines have a choice of as many already."""
        groups = {self.lines[each].group for each in members}
        number = next(iter(groups)) if len(groups) == 1 else None
        if number is None or sum(each.group == number for each in self.lines) != len(members):
            return False
        group = self.groups[number - 1]
        return group.choose == _count(match[2] or match[3]) if match else group.credits == wanted

    def _by_marks(self, sentence: str) -> bool:
        """Read what a note says of the lines whose remark is a number in a circle: ①为三选二,②为二选一."""
        runs: dict[str, list[int]] = {}
        for index, line in enumerate(self.lines):
            if line.group is None and line.is_counted and _CIRCLED.fullmatch(line.remark or ""):
                runs.setdefault(bare(line.remark or ""), []).append(index)
        groups = len(self.groups)
        for mark, members in runs.items():
            match = re.search(rf"(?<![\d.]){mark}(?:组|类)?[为是:]({SOME_OF.pattern})", sentence)
            choice = SOME_OF.search(match[1]) if match else None
            if choice:
                self._check_number(choice, sentence, len(members), members[0])
                choose = _count(choice[2] or choice[3])
                if not self._add_options("CHOOSE_ONE", choice[0], members, choose, lambda at: self.lines[at].name):
                    continue
                names = "、".join(self.lines[each].name for each in members)
                self.guesses.append(
                    PlanRemark("choice-by-a-note", sentence, self.lines[members[0]].place, self._chosen(names))
                )
        return len(self.groups) > groups

    def _by_named_remarks(self, sentence: str, note: Note) -> bool:
        """Read what a note says of the lines whose remark it names: 选修组1:至少修满4学分; 方向A、方向B任选一个方向."""
        runs: dict[str, list[int]] = {}
        for index, line in enumerate(self.lines):
            if line.group is None and line.remark and 2 < len(line.remark) <= _NAME_LARGEST:
                runs.setdefault(line.remark, []).append(index)
        named = [each for each in runs if len(runs[each]) > 1 and bare(each) in sentence]
        members = sorted(index for each in named for index in runs[each])
        match, wanted, groups = SOME_OF.search(sentence), _credits(sentence), len(self.groups)
        if len(named) > 1 and match and all("方向" in each for each in named):
            self._add_options(
                "CHOOSE_ONE", sentence, members, _count(match[2] or match[3]), lambda at: self.lines[at].remark or ""
            )
        elif len(named) == 1 and sentence.startswith(f"{bare(named[0])}:") and match and match[1]:
            self._check_number(match, sentence, len(members), members[0])
            self._add_options("CHOOSE_ONE", sentence, members, _count(match[2]), lambda at: self.lines[at].name)
        elif len(named) == 1 and sentence.startswith(f"{bare(named[0])}:") and wanted:
            self._add("CHOOSE_CREDITS", sentence, note.place, members, wanted_credits=wanted)
        if len(self.groups) == groups:
            return False
        names = "、".join(self.lines[each].name for each in members)
        self.guesses.append(PlanRemark("choice-by-a-note", sentence, note.place, self._chosen(names)))
        return True

    def _by_note(self, quota: Quota, note: Note, sentence: str) -> None:
        members = quota_members(quota.subject, self.lines)
        groups = {self.lines[each].group for each in members}
        known = [self.groups[each - 1] for each in groups if each]
        if len(groups) == 1 and len(known) == 1:
            if known[0].credits not in {None, quota.credits}:
                self.problems.append(PlanRemark("quota-of-a-note-differs", sentence, note.place, known[0].label))
            return
        offered = sum(self.lines[each].credits or 0 for each in members)
        if len(members) < 2 or groups != {None} or not quota.credits < offered:
            self.problems.append(PlanRemark("quota-of-a-note-not-read", sentence, note.place))
            return
        self._add("CHOOSE_CREDITS", sentence, note.place, members, wanted_credits=quota.credits)
        names = "、".join(self.lines[each].name for each in members)
        self.guesses.append(PlanRemark("choice-by-a-note", sentence, note.place, self._chosen(names)))

    def _chosen(self, names: str) -> str:
        """Say how many courses or credits the last choice takes of those named."""
        last = self.groups[-1]
        return f"{f'{last.choose}门' if last.choose else f'{(last.credits or 0) / 100:g}学分'}：{names}"

    def leave_out_what_stands_for_a_table(self) -> list[PlanRemark]:
        """Leave out a line such as 公共选修课（从表2中任选6学分）, whose courses are the choice of another table."""
        found = []
        for index, line in enumerate(self.lines):
            if not (_OTHER_TABLE.search(bare(line.name)) and line.is_counted and line.group is None):
                continue
            tables = {each.place.table for each in self.groups if each.credits and each.credits == line.credits}
            if tables - {line.place.table}:
                self.lines[index] = line._replace(is_counted=False)
                numbers = {each.number for each in self.groups if each.credits == line.credits}
                self.stood_for[index] = [at for at, each in enumerate(self.lines) if each.group in numbers]
                self.guesses.append(PlanRemark("line-stands-for-a-table", line.name, line.place))
            else:
                found.append(PlanRemark("line-of-a-table-not-found", line.name, line.place))
        return found

    # ---- kinds of choices

    def _explicit(self) -> None:
        for prefix, choice in self.choices.items():
            text = prefix[-1]
            if self._in_parts(text, self._free(prefix)) or states_several(text):
                # Of several that are not read none is that of all lines, which is said.
                continue
            if choice and not _asks_for_credits(text, choice):
                self._one_of(prefix, choice)
            elif match := _CREDITS.search(bare(text)):
                members = self._free(prefix)
                if len(members) > 1:
                    self._add(
                        "CHOOSE_CREDITS",
                        text,
                        self.lines[members[0]].place,
                        members,
                        wanted_credits=hundredths(in_digits(match[1])),
                    )
            elif match := _GROUP_CREDITS.fullmatch(bare(text)):
                members = self._free(prefix)
                place = self.lines[members[0]].place
                self._add("CHOOSE_CREDITS", text, place, members, wanted_credits=hundredths(match[1]))
                self.guesses.append(PlanRemark("credits-of-a-group", text, place, match[1]))
        self._by_remarks()

    def _in_parts(self, text: str, members: Sequence[int]) -> bool:
        """Read a heading that states several choices of its courses: 美育课程2选1；其余任选2学分."""
        parts = parted_choices(text, members, self.lines)
        for each in parts:
            place = self.lines[each.members[0]].place
            if each.choose:
                is_added = self._add_options(
                    "CHOOSE_ONE", each.text, each.members, each.choose, lambda at: self.lines[at].name
                )
            elif is_added := each.credits < sum(self.lines[at].credits or 0 for at in each.members):
                self._add("CHOOSE_CREDITS", each.text, place, each.members, wanted_credits=each.credits)
            if is_added:
                names = "、".join(self.lines[at].name for at in each.members)
                self.guesses.append(PlanRemark("choice-by-a-note", each.text, place, self._chosen(names)))
        return bool(parts)

    def _one_of(self, prefix: tuple[str, ...], match: re.Match[str]) -> None:
        """Read m选n: among headings that say the same next to each other, among what is below, or among lines."""
        choose = _count(match[2] or match[3])
        if not self._free(prefix) or _is_of_each(prefix[-1], match):
            return
        siblings = [each for each in self.parts[prefix[:-1]] if (other := self.choices[each]) and other[0] == match[0]]
        # 限选1门 is said of the courses of each heading, and never of headings.
        if len(siblings) > 1 and "门" not in match[0]:
            options = {each: self._free(each) for each in siblings}
            labels = {each: _option(each[-1]) for each in siblings}
            self._check_number(match, prefix[-1], len(siblings), self._free(prefix)[0])
            members = [index for each in options.values() for index in each]
            self._add_options(
                "CHOOSE_ONE", labels[siblings[0]], members, choose, lambda at: labels[self._under(at, siblings)]
            )
            return
        members = self._without_required(match, prefix[-1], self._without_named(match, prefix[-1], self._free(prefix)))
        below = {self.lines[each].path[len(prefix)] for each in members if len(self.lines[each].path) > len(prefix)}
        label = _option(prefix[-1]) or prefix[-1]
        self._check_number(match, prefix[-1], len(below) if len(below) > 1 else len(members), members[0])
        if direction_of(prefix[-1]) and len(below) < 2 and match[1] and _count(match[1]) != len(members):
            # The other directions are not there: the lines of this one are taken together.
            return
        if len(below) > 1:
            # What stands right under the heading is in none of its parts, and is no option.
            parted = [each for each in members if len(self.lines[each].path) > len(prefix)]
            self._add_options("CHOOSE_ONE", label, parted, choose, self._at_depth(len(prefix)))
        elif len(members) > choose:
            self._add_options("CHOOSE_ONE", label, members, choose, lambda at: self.lines[at].name)

    def _without_named(self, match: re.Match[str], text: str, members: list[int]) -> list[int]:
        """Leave out those that the text of a choice names besides it, where the rest are as many."""
        named = [each for each in members if _names_besides(bare(text)[match.end() :], bare(self.lines[each].name))]
        if not named or not match[1] or _count(match[1]) != len(members) - len(named):
            return members
        names = "、".join(self.lines[each].name for each in named)
        self.guesses.append(PlanRemark("named-besides-a-choice", names, self.lines[named[0]].place, text))
        return [each for each in members if each not in named]

    def _without_required(self, match: re.Match[str], text: str, members: list[int]) -> list[int]:
        """Leave out those that their remark says are required, where the rest are as many as the choice names."""
        required = [each for each in members if _REQUIRED.fullmatch(bare(self.lines[each].remark or ""))]
        if not required or not match[1] or _count(match[1]) != len(members) - len(required):
            return members
        for each in required:
            self.lines[each] = self.lines[each]._replace(nature="REQUIRED")
            self.guesses.append(
                PlanRemark("required-within-a-choice", self.lines[each].name, self.lines[each].place, text)
            )
        return [each for each in members if each not in required]

    def _check_number(self, match: re.Match[str], text: str, offered: int, first: int) -> None:
        """Report m选n where the lines offer another number than m."""
        if match[1] and _count(match[1]) != offered:
            self.problems.append(PlanRemark("choice-of-another-number", text, self.lines[first].place, str(offered)))

    def _by_remarks(self) -> None:
        """Read m选n in the remarks of lines that follow each other."""
        runs: dict[tuple[str, tuple[str, ...]], list[int]] = {}
        for index, line in enumerate(self.lines):
            if line.group is None and line.remark and (SOME_OF.search(bare(line.remark)) or _credits(line.remark)):
                runs.setdefault((line.remark, line.path), []).append(index)
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

    def _credits_of_remark(self, remark: str, members: Sequence[int]) -> None:
        """Read how many credits are chosen of the lines that have a remark; of each term or kind is not of them all."""
        place, wanted = self.lines[members[0]].place, _credits(remark) or 0
        if _OF_EACH.search(bare(remark)):
            self.problems.append(PlanRemark("quota-of-a-note-not-read", remark, place))
        elif wanted < sum(self.lines[each].credits or 0 for each in members):
            self._add("CHOOSE_CREDITS", remark, place, members, wanted_credits=wanted)

    def _is_of_directions(self, remark: str, members: Sequence[int]) -> bool:
        """Whether a remark on the lines of a direction says that one of the directions is taken."""
        is_named = bool(re.search(r"方向|模块", remark))
        return is_named and all(any(map(direction_of, self.lines[each].path)) for each in members)

    def _some_of_remark(self, remark: str, match: re.Match[str], members: Sequence[int]) -> None:
        """Read m选n in a remark: of the lines that have it, of each m of them, or of those below the first."""
        choose, offered = _count(match[2] or match[3]), _count(match[1]) if match[1] else len(members)
        runs = [members]
        if _is_of_each(remark, match):
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

    def _directions(self) -> None:
        """Read directions next to each other as a choice of one: no one studies two."""
        for prefix in [*self.members, ()]:
            members, depth = self._free(prefix), len(prefix)
            below = {self.lines[each].path[depth] for each in members if len(self.lines[each].path) > depth}
            is_all_below = bool(prefix) and all(len(self.lines[each].path) > depth for each in members)
            if not (is_all_below and ("方向" in prefix[-1] or all("方向" in each for each in below))):
                # Other lines of the module are taken whichever direction is.
                below = {each for each in below if direction_of(each)}
                members = [each for each in members if below & {*self.lines[each].path[depth : depth + 1]}]
            if len(below) > 1:
                place, label = self.lines[members[0]].place, prefix[-1] if prefix else min(below)
                self._add_options("CHOOSE_ONE", label, members, 1, self._at_depth(depth))
                self.guesses.append(PlanRemark("one-of-the-directions", label, place, "、".join(sorted(below))))

    def _at_depth(self, depth: int) -> Callable[[int], str]:
        return lambda at: self.lines[at].path[depth]

    def _alternatives(self, members: Sequence[int]) -> None:
        free = [each for each in members if self.lines[each].group is None]
        if len(free) > 1:
            place, label = self.lines[free[0]].place, self.lines[free[0]].name
            self._add(
                "ALTERNATIVES", label, place, free, choose=1, options=tuple(self.lines[each].name for each in free)
            )
            names = "、".join(self.lines[each].name for each in free)
            self.guesses.append(PlanRemark("one-cell-for-several-courses", names, place, "ALTERNATIVES"))

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

    def _under(self, index: int, prefixes: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
        return next(each for each in prefixes if self.lines[index].path[: len(each)] == each)


def _is_one_of_each(match: re.Match[str], paths: Sequence[tuple[str, ...]]) -> bool:
    """Whether a remark on the lines of several directions names as many as there are: 二选一 over both."""
    are_directions = len({each[:-1] for each in paths}) == 1 and all(each and direction_of(each[-1]) for each in paths)
    return bool(match[1]) and len(paths) == _count(match[1]) and are_directions


def _names_besides(rest: str, name: str) -> bool:
    """Whether what follows m选n names a course that is taken too: 另修全院选修课. 艺术类 does not name 艺术."""
    before = r"(?:另外?|必|还|外加|加修|同时|且|并|含)[在从修选读须需应加有为:]{0,4}(?:[^,;。()]{1,40}[、和及与])?"
    return bool(re.search(rf"{before}{re.escape(name)}(?=$|[()、,;。和及与中]|任?选)", rest))


def _is_of_each(text: str, match: re.Match[str]) -> bool:
    """Whether this many are chosen in each kind or term: not in all of them together, as m选n says."""
    return not match[1] and bool(_OF_EACH_KIND.search(bare(text)[: match.end()]))


def _asks_for_credits(text: str, match: re.Match[str]) -> bool:
    """Whether a text that says how many courses are chosen says how many credits too: 选修2门，至少4学分."""
    if match[1] or "门" not in match[0]:
        return False
    parts = re.split(r"[,，;；。、()]", bare(text))
    return any(_CREDITS.search(each) and not _OF_EACH.search(each) for each in parts)


def _options(group: ChoiceGroup, members: Sequence[PlanLine]) -> tuple[str, ...]:
    if group.kind == "ALTERNATIVES":
        return tuple(each.name for each in members)
    return tuple(dict.fromkeys(each.option for each in members if each.option))


def _option(text: str) -> str:
    """Give what is left of a heading without the number to choose."""
    rest = SOME_OF.sub("", fold(text)).strip("() ,、:;")
    return f"{rest})" if rest.count("(") > rest.count(")") else rest


def _credits(text: str) -> int | None:
    """Read how many credits a text says are chosen, in hundredths."""
    match = _CREDITS.search(bare(text))
    return hundredths(in_digits(match[1])) if match else None


def _count(text: str) -> int:
    return number_of(text) or 0
