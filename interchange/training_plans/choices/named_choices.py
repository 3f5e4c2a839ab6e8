"""Choices that a note states of courses which it names: 音乐鉴赏、美术鉴赏两门任选一门."""

import re
from collections.abc import Sequence

from analysis.training_plans.training_plan import PlanLine
from interchange.training_plans.tables.numerals import COUNT, number_of
from interchange.training_plans.tables.plan_words import SOME_OF, bare

# Stands for the name of a course while a sentence is read.
_NAME = "\0"
_RUN = re.compile(rf"(?:[《“\"]?{_NAME}[》”\"]?(?:[、,/或]|和|与|及|以及)?)+")
_OFFERED = re.compile(rf"({COUNT})门")
_BETWEEN_LARGEST = 12
_NAME_LEAST = 2
# A longer sentence names no courses to choose from.
_SENTENCE_LARGEST = 200


def named_members(sentence: str, lines: Sequence[PlanLine]) -> list[int]:
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


def _is_as_many(offered: re.Match[str] | None, members: Sequence[int]) -> bool:
    return offered is not None and number_of(offered[1]) == len(members)


def _with_names_marked(sentence: str, lines: Sequence[PlanLine]) -> tuple[str, list[int]]:
    """Put a sign in the place of each name of a counted line, and give those lines in their order."""
    names: dict[str, int] = {}
    for at, line in enumerate(lines):
        name = bare(line.name)
        if line.is_counted and len(name) >= _NAME_LEAST and name in sentence:
            names.setdefault(name, at)
    if not names:
        return sentence, []
    pattern = re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True))))
    found = [names[each[0]] for each in pattern.finditer(sentence)]
    return pattern.sub(_NAME, sentence), found
