"""Why an alignment is suggested for a new version of a standard: what became of its requirement, what was said before.

The graph holds it in English. What a person said before stands at its end, in the language of that person.
"""

import re
from typing import NamedTuple

# Of two languages: English, Chinese.
_STATUSES = {"ACCEPTED": ("accepted", "已采纳"), "SUGGESTED": ("waiting", "待定")}
_CHANGES = {
    "UNCHANGED": ("the requirement is unchanged", "技能要求未变"),
    "MOVED": ("the requirement stands elsewhere", "技能要求移至他处"),
    "REWORDED": ("the requirement has other words", "技能要求改写"),
    "REWRITTEN": ("the requirement was reworded a lot", "技能要求改动较大"),
    "SPLIT": ("the requirement was split", "技能要求拆分"),
    "MERGED": ("the requirement was merged with others", "技能要求与其他要求合并"),
}
# How alike are texts of these is no news.
_SAME = frozenset({"UNCHANGED", "MOVED"})


class CarriedRationale(NamedTuple):
    """Which alignment is carried, what became of its requirement, and how alike both texts are, from 0 to 1."""

    alignment: str
    status: str
    change: str
    similarity: float | None
    rationale: str | None

    def text(self) -> str:
        """Write it as the graph holds it."""
        alike = None if self.similarity is None or self.change in _SAME else f", {self.similarity * 100:.0f} % alike"
        status, change = _STATUSES[self.status][0], _CHANGES[self.change][0]
        said = f" {self.rationale}" if self.rationale else ""
        return f"Carried forward from {self.alignment} ({status}): {change}{alike or ''}.{said}"


def _either(words: dict[str, tuple[str, str]]) -> str:
    return "|".join(re.escape(english) for english, _ in words.values())


_TEXT = re.compile(
    rf"Carried forward from (.+?) \(({_either(_STATUSES)})\): ({_either(_CHANGES)})(?:, (\d+) % alike)?\.(?: (.*))?",
    re.DOTALL,
)
_CHINESE = dict([*_STATUSES.values(), *_CHANGES.values()])


def rationale_in(text: str, language: str) -> str:
    """Write a rationale in a language; what a person said stays as it is."""
    found = _TEXT.fullmatch(text) if language == "CHINESE" else None
    if found is None:
        return text
    alignment, status, change, alike, said = found.groups()
    likeness = f"，文字相似度 {alike}%" if alike else ""
    before = rationale_in(said, language) if said else ""
    return f"沿用自 {alignment}（{_CHINESE[status]}）：{_CHINESE[change]}{likeness}。{before}"
