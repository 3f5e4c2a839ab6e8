"""Why an alignment is suggested for a new version of a standard or plan: what became of its requirement or course.

The graph holds that of a standard in English, and that of a plan in Chinese, as plans are. Each is read in both.
What a person said before stands at its end, in the language of that person.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from analysis.training_plans.versions.change_words import CHANGES, ChangeWords, in_english, quoted
from analysis.training_plans.versions.differences import FieldChange

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
    """Which alignment is carried, what became of its requirement, and how alike both texts are, from 0 to 1.

    ``before``: what the requirement said, which the rationale speaks of.
    """

    alignment: str
    status: str
    change: str
    similarity: float | None
    rationale: str | None
    before: str | None = None

    def text(self) -> str:
        """Write it as the graph holds it."""
        alike = None if self.similarity is None or self.change in _SAME else f", {self.similarity * 100:.0f} % alike"
        status, change = _STATUSES[self.status][0], _CHANGES[self.change][0]
        before = f", before: “{self.before}”" if self.before and self.change not in _SAME else ""
        said = f" {self.rationale}" if self.rationale else ""
        return f"Carried forward from {self.alignment} ({status}): {change}{alike or ''}{before}.{said}"


def _either(words: dict[str, tuple[str, str]]) -> str:
    return "|".join(re.escape(english) for english, _ in words.values())


_TEXT = re.compile(
    rf"Carried forward from (.+?) \(({_either(_STATUSES)})\): ({_either(_CHANGES)})"
    r"(?:, (\d+) % alike)?(?:, before: “(.*?)”)?\.(?: (.*))?",
    re.DOTALL,
)
_CHINESE = dict([*_STATUSES.values(), *_CHANGES.values()])
_ENGLISH = {chinese: english for english, chinese in _STATUSES.values()}
_COURSE_UNCHANGED = ("the course is unchanged", "课程未变")
_OF_PLAN = re.compile(rf"沿用自 (.+?)（({'|'.join(_ENGLISH)})）：({_COURSE_UNCHANGED[1]}|{CHANGES})。(.*)", re.DOTALL)
_WORDS = ChangeWords("zh")


def rationale_of_plan(alignment: str, status: str, changes: Sequence[FieldChange], said: str | None) -> str:
    """Write why an alignment is carried to the next plan: what changed of its course, and what was said before."""
    what = "；".join(_WORDS.change(quoted(each)) for each in changes) or _COURSE_UNCHANGED[1]
    return f"沿用自 {alignment}（{_STATUSES[status][1]}）：{what}。{said or ''}"


def rationale_in(text: str, language: str) -> str:
    """Write a rationale in a language; what a person said stays as it is."""
    return _in_chinese(text) if language == "CHINESE" else _in_english(text)


def earlier_requirement(text: str) -> str | None:
    """Give what the requirement said before, where a rationale tells of a reworded one. None: it does not."""
    found = _TEXT.fullmatch(text)
    return found[5] if found else None


def _in_chinese(text: str) -> str:
    found = _TEXT.fullmatch(text)
    if found is None:
        of_plan = _OF_PLAN.fullmatch(text)
        return text[: of_plan.start(4)] + _in_chinese(of_plan[4]) if of_plan else text
    alignment, status, change, alike, old, said = found.groups()
    likeness = f"，文字相似度 {alike}%" if alike else ""
    text = f"，旧版本原文“{old}”" if old else ""
    before = _in_chinese(said) if said else ""
    return f"沿用自 {alignment}（{_CHINESE[status]}）：{_CHINESE[change]}{likeness}{text}。{before}"


def _in_english(text: str) -> str:
    found = _OF_PLAN.fullmatch(text)
    if found is None:
        of_standard = _TEXT.fullmatch(text)
        said = of_standard[6] if of_standard else None
        return text[: -len(said)] + _in_english(said) if said else text
    alignment, status, what, said = found.groups()
    changes = _COURSE_UNCHANGED[0] if what == _COURSE_UNCHANGED[1] else in_english(what)
    before = f" {_in_english(said)}" if said else ""
    return f"Carried forward from {alignment} ({_ENGLISH[status]}): {changes}.{before}"
