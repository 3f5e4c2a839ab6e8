"""Marks next to the name of a course: which stand for a core course, and which are kept as they are."""

import re
import unicodedata
from collections.abc import Mapping
from typing import NamedTuple

from interchange.training_plans.tables.headings.plan_legends import CoreMarks
from interchange.training_plans.tables.plan_words import FOOTNOTES

_SIGNS = rf"[★☆▲△◆◇※●○■□⊙◎√{FOOTNOTES}]"
# 体育[1], 体育（注1）: 大学英语（1） is a name.
_FOOTNOTE = r"[\[【]注?\d{1,2}[\]】]|[(（]注\d{0,2}[)）]"
_CORE_WORD = "核心"
# ★数据库, 数据库(▲), 数据库【核心】. An asterisk after a name refers to a note below the table, and stays.
_WORD = rf"[(（【\[]{_CORE_WORD}[)）】\]]"
_NAME_MARKS = re.compile(rf"([*]+|{_SIGNS}+|{_WORD})?\s*(.*?)\s*([(（]{_SIGNS}+[)）]|{_SIGNS}+|{_WORD})?")
# 美育（大学美育①）: the sign is no part of what stands in the brackets.
_IN_LAST_BRACKETS = re.compile(rf"(?<=[^(（{FOOTNOTES}])({_SIGNS}+)(?=[)）]$)")
# Signs that names may have for other reasons, as C# has: one is a mark where a note says so.
_ONLY_EXPLAINED = {
    "*": re.compile(r"\s*[(（]?[*＊]+[)）]?$"),
    "#": re.compile(r"\s*(?:[(（][#＃]+[)）]|(?<![A-Za-z])[#＃]+)$|^[#＃]+\s*"),
}
_OTHER_SIGNS = re.compile(r"^[@&§†‡]|[@&§†‡]$")
# Unicode calls these signs of all kinds, of mathematics, and those that change a letter.
_OF_SIGNS = frozenset({"So", "Sm", "Sk"})
# These say so themselves, or mean it wherever no note says otherwise.
_USUAL = frozenset({"★", _CORE_WORD})


# [A001]数据库, A001 数据库, 数据库（510203101）: no year, and no name that begins with a number.
_CODE = r"((?:[A-Za-z]{1,6}\d{3,12}|\d{5,12})[A-Za-z]{0,2})"
_CODE_AT_AN_END = re.compile(
    rf"[\[【(（]{_CODE}[\]】)）]\s*(?=.)|{_CODE}\s+(?=[\u4e00-\u9fff])|(?<=.)[\[【(（]{_CODE}[\]】)）]$"
)


class MarkedName(NamedTuple):
    """A name without its marks; those kept; whether one stands for a core course, and whether a note says so."""

    name: str
    kept: str
    is_core: bool
    is_explained: bool


def marked_name(written: str, marks: CoreMarks) -> MarkedName:
    """Part a name from its marks. What a note explains as the mark of core courses is not kept: it is read."""
    name, found = _parted(written, marks)
    said = [each for each in found if each in marks.core]
    kept = "".join(each for each in found if each not in said)
    is_usual = any(each in _USUAL and each not in marks.explained for each in found)
    return MarkedName(name, kept, bool(said) or is_usual, bool(said))


def is_code(text: str) -> bool:
    """Whether a text is the code of a course."""
    return bool(re.fullmatch(_CODE, text))


def name_and_code(name: str) -> tuple[str, str]:
    """Part a name from the code before or behind it; empty where it has none."""
    found = list(_CODE_AT_AN_END.finditer(name))
    if len(found) != 1 or not (found[0].start() == 0 or found[0].end() == len(name)):
        return name, ""
    rest = name[: found[0].start()] + name[found[0].end() :]
    return (rest, next(filter(None, found[0].groups()))) if re.search(r"[\u4e00-\u9fff]", rest) else (name, "")


def with_assessment(marked: MarkedName, legend: Mapping[str, str]) -> tuple[MarkedName, str]:
    """Take from a name the sign that a note explains as how a course ends, and give that kind; empty where none does.

    Of signs of different kinds none counts, and all stay.
    """
    at_name = [each for each, pattern in _ONLY_EXPLAINED.items() if each in legend and pattern.search(marked.name)]
    signs = [*at_name, *(each for each in marked.kept if each in legend)]
    kinds = {legend[each] for each in signs}
    if len(kinds) != 1:
        return marked, ""
    name = marked.name
    for each in at_name:
        name = _ONLY_EXPLAINED[each].sub("", name)
    kept = "".join(each for each in marked.kept if each not in signs)
    return marked._replace(name=name, kept=kept), kinds.pop()


def _parted(written: str, marks: CoreMarks) -> tuple[str, list[str]]:
    note = re.search(rf"\s*({_FOOTNOTE})$", written)
    match = _NAME_MARKS.fullmatch(written[: note.start()] if note and note.start() else written)
    before, name, after = match.groups() if match else (None, written, None)
    if inside := _IN_LAST_BRACKETS.search(name):
        name, after = name[: inside.start()] + name[inside.end() :], f"{after or ''}{inside[1]}"
    found = [note[1]] if note and note.start() else []
    found += re.findall(rf"{_CORE_WORD}|\*|{_SIGNS}", f"{before or ''}{after or ''}")
    for sign, pattern in _ONLY_EXPLAINED.items():
        if sign in marks.core and pattern.search(name):
            return pattern.sub("", name), [*found, sign]
    return name, found


def has_a_sign(name: str) -> bool:
    """Whether a sign stands next to a name that refers to a note, and is no part of it: C# and C++ are names."""
    is_at_an_end = any(
        each != "+" and unicodedata.category(each) in _OF_SIGNS for each in (name[:1], name[-1:]) if each
    )
    return is_at_an_end or any(pattern.search(name) for pattern in (*_ONLY_EXPLAINED.values(), _OTHER_SIGNS))
