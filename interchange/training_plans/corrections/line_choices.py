"""Of which choice a person says that a line is: one that was read, a new one in the words of documents, or none."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from analysis.training_plans.stored_values import NOWHERE, hundredths_of
from analysis.training_plans.training_plan import ChoiceGroup, PlanLine, PlanReading
from interchange.standards.corrections.correction import Correction, Corrections, ReadItem
from interchange.standards.corrections.correction_errors import CorrectionError

CHOICE = "choice"
# The option of a choice that a line belongs to, with others of the same name.
DIRECTION = "direction"
_LABEL_LARGEST = _DIRECTION_LARGEST = 300
_OPTIONS = re.compile(r"(?:选|choose )([1-9][0-9]?)[门项个]?", re.IGNORECASE)
_CREDITS = re.compile(r"(?:选修?满?)?([0-9]{1,3}(?:\.[0-9]{1,2})?) ?(?:学分|credits?)", re.IGNORECASE)
_ALTERNATIVES = frozenset({"任选其一", "one of them"})


class StatedChoices(NamedTuple):
    """For lines by number the group that a person puts each in, null for none; the groups that are new; directions.

    A line of which the direction is null is an option by itself.
    """

    of_lines: Mapping[int, int | None]
    made: tuple[ChoiceGroup, ...]
    directions: Mapping[int, str | None] = {}

    @property
    def lines(self) -> frozenset[int]:
        """The numbers of the lines of which anything is said."""
        return frozenset({*self.of_lines, *self.directions})


def stated_choices(plan: PlanReading, key: str, corrections: Corrections) -> StatedChoices:
    """Read what is corrected of the choices of lines. Raises: CorrectionError."""
    of_lines: dict[int, int | None] = {}
    made: dict[str, ChoiceGroup] = {}
    directions: dict[int, str | None] = {}
    for number, line in enumerate(plan.lines, 1):
        item = f"{key}:{number}:{CHOICE}"
        given = corrections.of(item, ReadItem(text=_text_of(line)), ("text", "removes"))
        if given.is_empty:
            continue
        group = _group(f"{item} {line.name}", given, plan.groups, made)
        if group == line.group:
            corrections.record.pop()
        else:
            of_lines[number] = group
    for number, line in enumerate(plan.lines, 1):
        item = f"{key}:{number}:{DIRECTION}"
        given = corrections.of(item, ReadItem(text=line.option or ""), ("text", "removes"))
        if given.is_empty:
            continue
        groups = {each.number: each for each in (*plan.groups, *made.values())}
        stated = _direction(f"{item} {line.name}", given, groups.get(of_lines.get(number, line.group) or 0))
        if number not in of_lines and stated == line.option:
            corrections.record.pop()
        else:
            directions[number] = stated
    return StatedChoices(of_lines, tuple(made.values()), directions)


def with_choices(plan: PlanReading, stated: StatedChoices) -> PlanReading:
    """Give a plan with its lines in these groups and directions. No option stays that its lines have left."""
    if not stated.lines:
        return plan
    lines = tuple(_put(line, number, stated) for number, line in enumerate(plan.lines, 1))
    groups = (_with_options(each, plan.lines, lines) for each in (*plan.groups, *stated.made))
    return plan._replace(lines=lines, groups=tuple(groups))


def without_empty_groups(plan: PlanReading, before: Sequence[PlanLine]) -> PlanReading:
    """Give a plan without the groups that had lines ``before`` and have none now; the others are numbered anew."""
    had, has = ({each.group for each in lines} for lines in (before, plan.lines))
    kept = [each for each in plan.groups if each.number in has or each.number not in had]
    numbers: dict[int | None, int] = {each.number: place for place, each in enumerate(kept, 1)}
    return plan._replace(
        lines=tuple(each._replace(group=numbers.get(each.group)) for each in plan.lines),
        groups=tuple(each._replace(number=numbers[each.number]) for each in kept),
    )


def _put(line: PlanLine, number: int, stated: StatedChoices) -> PlanLine:
    """Give a line in the group and direction that are stated; who leaves a group leaves its direction too."""
    if number in stated.of_lines:
        line = line._replace(group=stated.of_lines[number], option=None)
    return line._replace(option=stated.directions.get(number, line.option))


def _text_of(line: PlanLine) -> str:
    return "" if line.group is None else str(line.group)


def _with_options(group: ChoiceGroup, before: Sequence[PlanLine], after: Sequence[PlanLine]) -> ChoiceGroup:
    """Give a group the options that its lines leave it; alternatives are the lines themselves, by their names."""
    if group.kind == "ALTERNATIVES":
        was, now = ([each.name for each in lines if each.group == group.number] for lines in (before, after))
        return group if was == now else group._replace(options=tuple(now))
    had, has = ([each.option for each in lines if each.group == group.number] for lines in (before, after))
    kept = [each for each in group.options if each in has or each not in had]
    new = [each for each in has if each and each not in had]
    return group._replace(options=tuple(dict.fromkeys([*kept, *new])))


def _direction(item: str, given: Correction, group: ChoiceGroup | None) -> str | None:
    """Read the direction of a line, which is of a choice among several options; null where it is cleared."""
    text = given.text.strip()
    if given.removes:
        if text:
            raise CorrectionError.unfit(item, text, "give a text, or remove, not both.", "文字与删除只能给出其一。")
        return None
    if group is None or group.kind != "CHOOSE_ONE":
        raise CorrectionError.unfit(
            item,
            text,
            "only a line of a choice of a number of courses or directions has a direction: put it into one.",
            "只有“选几门或几个方向”的分组中的课程才有方向：请先列入这样的分组。",
        )
    if len(text) > _DIRECTION_LARGEST:
        raise CorrectionError.unfit(
            item,
            text,
            f"write at most {_DIRECTION_LARGEST} characters.",
            f"请填写不超过 {_DIRECTION_LARGEST} 个字符。",
        )
    return text


def _group(item: str, given: Correction, read: Sequence[ChoiceGroup], made: dict[str, ChoiceGroup]) -> int | None:
    if given.removes:
        if given.text:
            raise CorrectionError.unfit(
                item, given.text, "give a text, or remove, not both.", "文字与删除只能给出其一。"
            )
        return None
    text = unicodedata.normalize("NFKC", given.text).strip()
    if text.isascii() and text.isdigit() and 1 <= int(text) <= len(read):
        return int(text)
    # A name may have colons of its own: 拓展课:A类:选2门.
    label, how = (each.strip() for each in text.rpartition(":")[::2])
    is_name = bool(label.strip(": ")) and len(label) <= _LABEL_LARGEST
    new = _new(len(read) + len(made) + 1, label, how) if is_name else None
    if new is None:
        raise CorrectionError.unfit(
            item,
            given.text,
            "write the number of a choice of the report, or a new one: its name and 选2门, 选4学分 or 任选其一, "
            "as in 拓展课: 选2门.",
            "请填写报告中选课分组的序号，或写新的分组：名称加选2门、选4学分或任选其一，如“拓展课：选2门”。",
        )
    known = made.setdefault(new.label, new)
    if known._replace(number=new.number) != new:
        raise CorrectionError.unfit(
            item,
            given.text,
            "another line says otherwise what is chosen of the choice of this name.",
            "另一课程行对同名分组写了不同的选法。",
        )
    return known.number


def _new(number: int, label: str, how: str) -> ChoiceGroup | None:
    if found := _OPTIONS.fullmatch(how):
        return ChoiceGroup(number, "CHOOSE_ONE", label, NOWHERE, int(found[1]), None, ())
    if (found := _CREDITS.fullmatch(how)) and (wanted := hundredths_of(float(found[1]))):
        return ChoiceGroup(number, "CHOOSE_CREDITS", label, NOWHERE, None, wanted, ())
    if how.casefold() in _ALTERNATIVES:
        return ChoiceGroup(number, "ALTERNATIVES", label, NOWHERE, 1, None, ())
    return None
