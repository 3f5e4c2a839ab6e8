"""Why a pair is suggested: the strongest ground, and a sentence that a designer can read."""

from enum import StrEnum

from analysis.suggestions.ranking import RequirementTexts
from analysis.suggestions.words import shared, words
from analysis.text import components, normalised

_PARTS = ("职业技能要求", "工作任务", "工作领域")


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
    return ("；".join(found) or "没有共同的词，只有相连的字相同") + "。"
