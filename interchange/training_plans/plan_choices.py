"""Lines of which not all are taken: which choices a plan offers."""

import re
from collections.abc import Callable, Iterable, Sequence

from analysis.training_plans.training_plan import PlanRemark
from interchange.training_plans.choices.choice_groups import CREDITS, OF_PARTS, count_of
from interchange.training_plans.choices.choices_of_natures import NatureChoices, credits_of_nature
from interchange.training_plans.choices.choices_of_notes import NoteChoices
from interchange.training_plans.choices.choices_of_remarks import OF_EACH, RemarkChoices, is_of_each
from interchange.training_plans.choices.parted_choices import parted_choices, states_several
from interchange.training_plans.choices.quotas_of_columns import QuotaChoices
from interchange.training_plans.tables.numerals import in_digits
from interchange.training_plans.tables.plan_numbers import hundredths
from interchange.training_plans.tables.plan_words import SOME_OF, bare, direction_of, fold

_REQUIRED = re.compile(r"必[选修](?:课程?)?")
# The code of a group with its credits, as record systems print it.
# No plan has more modules next to each other.
_PARTS_LARGEST = 100
_OF_ROWS_AROUND = re.compile(r"(?:以上|上述|上列|以下|下列)(?:课程)?[。,，;；]?")
_GROUP_CREDITS = re.compile(r"[A-Z]{0,3}\d{3,12}\((\d{1,2}(?:\.\d{1,2})?)\)")


class Choices(NoteChoices, RemarkChoices, QuotaChoices, NatureChoices):
    """Finds the groups of a plan from the modules and headings that hold its lines."""

    def find(self, shared: Iterable[Sequence[int]]) -> None:
        """Find all choices but those that only a subtotal shows; ``shared`` are lines with one cell of figures."""
        self._explicit()
        self._directions()
        for members in shared:
            self._alternatives(members)

    # ---- kinds of choices

    def _explicit(self) -> None:
        for prefix, choice in self.choices.items():
            text = prefix[-1]
            if self._in_parts(text, self._free(prefix)) or states_several(text):
                # Of several that are not read none is that of all lines, which is said.
                continue
            if choice and not _asks_for_credits(text, choice):
                self._one_of(prefix, choice)
            elif match := CREDITS.search(bare(text)):
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
            elif (wanted := credits_of_nature(text)) and (members := self._free(prefix)):
                self.add_by_nature(text, wanted, members)
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
        choose = count_of(match[2] or match[3])
        if not self._free(prefix) or is_of_each(prefix[-1], match):
            return
        alike = self._alike(prefix)
        if len(alike) > 1:
            members = sorted(index for each in alike for index in self._free(each))
            if parts := self._parts_chosen(prefix[-1], members):
                self._add_options("CHOOSE_ONE", _option(prefix[-1]) or prefix[-1], members, choose, parts.__getitem__)
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
        if parts := self._parts_chosen(prefix[-1], members):
            self._add_options("CHOOSE_ONE", _option(prefix[-1]) or prefix[-1], members, choose, parts.__getitem__)
            return
        below = {self.lines[each].path[len(prefix)] for each in members if len(self.lines[each].path) > len(prefix)}
        label = _option(prefix[-1]) or prefix[-1]
        self._check_number(match, prefix[-1], len(below) if len(below) > 1 else len(members), members[0])
        if direction_of(prefix[-1]) and len(below) < 2 and match[1] and count_of(match[1]) != len(members):
            # The other directions are not there: the lines of this one are taken together.
            return
        if len(below) > 1:
            # What stands right under the heading is in none of its parts, and is no option.
            parted = [each for each in members if len(self.lines[each].path) > len(prefix)]
            self._add_options("CHOOSE_ONE", label, parted, choose, self._at_depth(len(prefix)))
        elif len(members) > choose:
            self._add_options("CHOOSE_ONE", label, members, choose, lambda at: self.lines[at].name)

    def _alike(self, prefix: tuple[str, ...]) -> list[tuple[str, ...]]:
        """Give the headings of modules next to each other that say the same of groups of courses: 两个模块任选其一."""
        match = OF_PARTS.search(bare(prefix[-1])) if len(prefix) > 1 else None
        around = self.parts[prefix[:-2]] if match else []
        if match is None or len(around) > _PARTS_LARGEST:
            return []
        found = [(*each, prefix[-1]) for each in around if (*each, prefix[-1]) in self.members]
        return found if len(found) == count_of(match[1]) else []

    def _without_named(self, match: re.Match[str], text: str, members: list[int]) -> list[int]:
        """Leave out those that the text of a choice names besides it, where the rest are as many."""
        named = [each for each in members if _names_besides(bare(text)[match.end() :], bare(self.lines[each].name))]
        if not named or not match[1] or count_of(match[1]) != len(members) - len(named):
            return members
        names = "、".join(self.lines[each].name for each in named)
        self.guesses.append(PlanRemark("named-besides-a-choice", names, self.lines[named[0]].place, text))
        return [each for each in members if each not in named]

    def _without_required(self, match: re.Match[str], text: str, members: list[int]) -> list[int]:
        """Leave out those that their remark says are required, where the rest are as many as the choice names."""
        required = [each for each in members if _REQUIRED.fullmatch(bare(self.lines[each].remark or ""))]
        if not required or not match[1] or count_of(match[1]) != len(members) - len(required):
            return members
        for each in required:
            self.lines[each] = self.lines[each]._replace(nature="REQUIRED")
            self.guesses.append(
                PlanRemark("required-within-a-choice", self.lines[each].name, self.lines[each].place, text)
            )
        return [each for each in members if each not in required]

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
        elif not free:
            self._share_figures(members)

    def _under(self, index: int, prefixes: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
        return next(each for each in prefixes if self.lines[index].path[: len(each)] == each)


def _names_besides(rest: str, name: str) -> bool:
    """Whether what follows m选n names a course that is taken too: 另修全院选修课. 艺术类 does not name 艺术."""
    before = r"(?:另外?|必|还|外加|加修|同时|且|并|含)[在从修选读须需应加有为:]{0,4}(?:[^,;。()]{1,40}[、和及与])?"
    return bool(re.search(rf"{before}{re.escape(name)}(?=$|[()、,;。和及与中]|任?选)", rest))


def _asks_for_credits(text: str, match: re.Match[str]) -> bool:
    """Whether a text that says how many courses are chosen says how many credits too: 选修2门，至少4学分."""
    if match[1] or "门" not in match[0]:
        return False
    parts = re.split(r"[,，;；。、()]", bare(text))
    return any(CREDITS.search(each) and not OF_EACH.search(each) for each in parts)


def _option(text: str) -> str:
    """Give what is left of a heading without the number to choose."""
    rest = SOME_OF.sub("", fold(text)).strip("() ,、:;")
    if _OF_ROWS_AROUND.fullmatch(rest):
        return ""
    return f"{rest})" if rest.count("(") > rest.count(")") else rest
