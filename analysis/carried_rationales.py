"""Why an alignment is suggested for a new version of a standard or plan: what became of its requirement or course.

The graph holds that of a standard in English, and that of a plan in Chinese, as plans are. Each is read in both.
What a person said before stands at its end, in the language of that person.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from analysis.code_words import CERTIFICATE_LEVELS
from analysis.suggestions.grounds import reason_in_english
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


class EarlierPlace(NamedTuple):
    """Where a requirement stood: version of the standard, level and code."""

    version: str
    level: str
    code: str

    def text(self) -> str:
        """Write it in English, as a rationale begins with it."""
        return f"{CERTIFICATE_LEVELS[self.level].english} {self.code} of version {self.version}"


class CarriedRationale(NamedTuple):
    """Which alignment is carried, what became of its requirement, and how alike both texts are, from 0 to 1.

    ``before``: what the requirement said, which the rationale speaks of.
    """

    place: EarlierPlace
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
        what = f"{change}{alike or ''}{before}"
        return f"Carried forward from {self.place.text()} ({status}; {self.alignment}): {what}.{said}"


def _either(words: dict[str, tuple[str, str]]) -> str:
    return "|".join(re.escape(english) for english, _ in words.values())


def _levels() -> str:
    return "|".join(each.english for each in CERTIFICATE_LEVELS.values())


# Releases before this one named the alignment alone, and not the place of its requirement.
_PLACE = rf"(?P<level>{_levels()}) (?P<code>\S+) of version (?P<version>\S+)"
_STATUS = rf"(?P<status>{_either(_STATUSES)})"
_TEXT = re.compile(
    rf"Carried forward from (?:{_PLACE} \({_STATUS}; .+?\)|Alignment:.+? \((?P<status_alone>{_either(_STATUSES)})\))"
    rf": (?P<change>{_either(_CHANGES)})"
    r"(?:, (?P<alike>\d+) % alike)?(?:, before: “(?P<before>.*?)”)?\.(?: (?P<said>.*))?",
    re.DOTALL,
)
_CHINESE = dict([*_STATUSES.values(), *_CHANGES.values(), *CERTIFICATE_LEVELS.values()])
_ENGLISH = {chinese: english for english, chinese in _STATUSES.values()}
_COURSE_UNCHANGED = ("the course is unchanged", "课程未变")
_OF_PLAN = re.compile(rf"沿用自 (.+?)（({'|'.join(_ENGLISH)})）：({_COURSE_UNCHANGED[1]}|{CHANGES})。(.*)", re.DOTALL)
_WORDS = ChangeWords("zh")


def rationale_of_plan(alignment: str, status: str, changes: Sequence[FieldChange], said: str | None) -> str:
    """Write why an alignment is carried to the next plan: what changed of its course, and what was said before."""
    what = "；".join(_WORDS.change(quoted(each)) for each in changes) or _COURSE_UNCHANGED[1]
    return f"沿用自 {alignment}（{_STATUSES[status][1]}）：{what}。{said or ''}"


def rationale_in(text: str, language: str) -> str:
    """Write a rationale in a language, without the id of the alignment; what a person said stays as it is."""
    say = _in_chinese if language == "CHINESE" else _in_english
    for pattern in (_TEXT, _OF_PLAN):
        if found := pattern.fullmatch(text):
            return say(found)
    return text if language == "CHINESE" else reason_in_english(text)


def earlier_requirement(text: str) -> str | None:
    """Give what the requirement said before, where a rationale tells of a reworded one. None: it does not."""
    found = _TEXT.fullmatch(text)
    return found["before"] if found else None


def _in_chinese(found: re.Match[str]) -> str:
    if found.re is _OF_PLAN:
        _, status, what, said = found.groups()
        return f"沿用自旧方案（{status}）：{what}。{rationale_in(said, 'CHINESE')}"
    status = _CHINESE[found["status"] or found["status_alone"]]
    place = f" {found['version']} 版{_CHINESE[found['level']]} {found['code']}" if found["level"] else "旧版本"
    likeness = f"，文字相似度 {found['alike']}%" if found["alike"] else ""
    text = f"，旧版本原文“{found['before']}”" if found["before"] else ""
    said = rationale_in(found["said"] or "", "CHINESE")
    return f"沿用自{place}（{status}）：{_CHINESE[found['change']]}{likeness}{text}。{said}"


def _in_english(found: re.Match[str]) -> str:
    if found.re is _OF_PLAN:
        _, status, what, said = found.groups()
        change = _COURSE_UNCHANGED[0] if what == _COURSE_UNCHANGED[1] else in_english(what)
        return f"Carried forward from the earlier plan ({_ENGLISH[status]}): {change}.{_after_stop(said)}"
    status = found["status"] or found["status_alone"]
    place = found["level"] and f"{found['level']} {found['code']} of version {found['version']}"
    what = found.string[found.start("change") : found.start("said") if found["said"] else found.end()].rstrip()
    return f"Carried forward from {place or 'the earlier version'} ({status}): {what}{_after_stop(found['said'])}"


def _after_stop(said: str | None) -> str:
    return f" {rationale_in(said, 'ENGLISH')}" if said else ""
