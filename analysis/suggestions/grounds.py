"""Why a pair is suggested: the strongest ground, and a sentence that a designer can read."""

import re
from enum import StrEnum

from analysis.suggestions.ranking import RequirementTexts
from analysis.suggestions.words import shared, words
from analysis.text import components, normalised

# What a pair is compared by, in Chinese and English.
_PARTS = {"职业技能要求": "the skill requirement", "工作任务": "the work task", "工作领域": "the work area"}
# Which text of the course it is, where that is not its name, as a proposal begins with it.
_OF_COURSE = {"课程目标": "Outcome", "典型工作任务": "Typical tasks", "主要教学内容": "Main contents"}
_COURSE_TEXT = re.compile(rf"({'|'.join(_OF_COURSE)})(“.*?”)：(?=“|没有共同的词)", re.DOTALL)
_BY_LETTERS = "没有共同的词，只有相连的字相同。"
_STANDS = re.compile(rf"(“[^；。]+”)见于({'|'.join(_PARTS)})(“.+?”)(?:；(?=“)|。$)", re.DOTALL)


class Ground(StrEnum):
    """The strongest ground on which a pair is suggested. It is shown, and moves no probability: docs/suggestions.md."""

    EXACT = "EXACT"
    COMPONENTS = "COMPONENTS"
    WORDS = "WORDS"


def ground(text: str, wanted: RequirementTexts) -> Ground:
    """Tell the strongest ground: the same text, a component that both name, or words."""
    if normalised(text) in map(normalised, wanted.parts):
        return Ground.EXACT
    named = components(wanted.text) | components(wanted.task)
    return Ground.COMPONENTS if components(text) & named else Ground.WORDS


def common(text: str, wanted: RequirementTexts) -> tuple[str, ...]:
    """Give the words of a course's text that the requirement, its task or its work area has too."""
    return shared(text, {word for part in wanted.parts for word in words(part)})


def reason(text: str, wanted: RequirementTexts) -> str:
    """Say in Chinese which words of a course's text stand where, or that there are none but parts of words."""
    told = (
        (label, part, shared(text, set(words(part)))) for label, part in zip(_PARTS, wanted.parts, strict=True) if part
    )
    found = [f"“{'”“'.join(pieces)}”见于{label}“{part}”" for label, part, pieces in told if pieces]
    return f"{'；'.join(found)}。" if found else _BY_LETTERS


def reason_in_english(text: str) -> str:
    """Write such a sentence in English, its quotations as they are. What somebody else wrote stays."""
    begun = _COURSE_TEXT.match(text)
    said = _in_english(text[begun.end() :] if begun else text)
    return text if said is None else f"{_OF_COURSE[begun[1]]} {begun[2]}. {said}" if begun else said


def _in_english(text: str) -> str | None:
    """Write what ``reason`` says in English. None: it did not say this."""
    if text == _BY_LETTERS:
        return "No word in common: only neighbouring characters are the same."
    found = list(_STANDS.finditer(text))
    if not found or "".join(each[0] for each in found) != text:
        return None
    said = (f"{each[1].replace('”“', '”, “')} in {_PARTS[each[2]]} {each[3]}" for each in found)
    return f"Words in common: {'; '.join(said)}."
