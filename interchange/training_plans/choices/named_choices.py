"""Choices that a note states of courses which it names: 音乐鉴赏、美术鉴赏两门任选一门."""

import re
from collections.abc import Mapping, Sequence

from analysis.training_plans.training_plan import PlanLine
from interchange.training_plans.tables.numerals import COUNT, number_of
from interchange.training_plans.tables.plan_words import SOME_OF, bare

# Stands for the name of a course while a sentence is read.
_NAME = "\0"
_RUN = re.compile(rf"(?:[《“\"]?{_NAME}[》”\"]?(?:[、,/或]|和|与|及|以及)?)+")
# Right before the choice: 与乙任选其一, 甲、乙两门任选一门.
_BESIDES = re.compile(
    rf"(?:和|与|同|从)?{_RUN.pattern}(?:(?:以上|这|等)?{COUNT}门(?:课程?)?(?=任|限|选|中))?中?(?:须|应)?"
)
_OFFERED = re.compile(rf"({COUNT})门")
_BETWEEN_LARGEST = 12
_NAME_LEAST = 2
# A longer sentence names no courses to choose from.
_SENTENCE_LARGEST = 200


def names_of(lines: Sequence[PlanLine]) -> dict[str, int]:
    """Give the first counted line of each name that is long enough to be no other word."""
    names: dict[str, int] = {}
    for at, line in enumerate(lines):
        if line.is_counted and len(bare(line.name)) >= _NAME_LEAST:
            names.setdefault(bare(line.name), at)
    return names


def named_members(sentence: str, lines: Mapping[str, int]) -> list[int]:
    """Give the lines that a sentence names next to each other right before its choice; none where it names one."""
    if len(sentence) > _SENTENCE_LARGEST or not SOME_OF.search(sentence):
        return []
    shown, found = _with_names_marked(sentence, lines)
    for run in reversed(list(_RUN.finditer(shown))):
        match = SOME_OF.search(shown, run.end())
        if match is None or match.start() - run.end() > _BETWEEN_LARGEST:
            continue
        first = shown[: run.start()].count(_NAME)
        members = found[first : first + run[0].count(_NAME)]
        offered = _OFFERED.search(shown[run.end() : match.end()])
        is_whole = not match[1] or number_of(match[1]) == len(members)
        is_fitting = match[1] or offered is None or offered.start() >= match.start() - run.end()
        return members if len(members) > 1 and is_whole and (is_fitting or _is_as_many(offered, members)) else []
    return []


def named_besides(remark: str, lines: Mapping[str, int]) -> list[int]:
    """Give the lines that a remark names as those to choose from besides its own: 与乙任选其一."""
    if len(remark) > _SENTENCE_LARGEST or not SOME_OF.search(remark):
        return []
    shown, found = _with_names_marked(remark, lines)
    match = _BESIDES.match(shown)
    return found[: match[0].count(_NAME)] if match and SOME_OF.match(shown, match.end()) else []


def _is_as_many(offered: re.Match[str] | None, members: Sequence[int]) -> bool:
    return offered is not None and number_of(offered[1]) == len(members)


def _with_names_marked(sentence: str, lines: Mapping[str, int]) -> tuple[str, list[int]]:
    """Put a sign in the place of each name of a line, and give those lines in their order."""
    names = {name: at for name, at in lines.items() if name in sentence}
    if not names:
        return sentence, []
    pattern = re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True))))
    found = [names[each[0]] for each in pattern.finditer(sentence)]
    return pattern.sub(_NAME, sentence), found
