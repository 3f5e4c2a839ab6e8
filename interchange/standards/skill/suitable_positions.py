"""The positions that a skill level standard names: lists below labels, or within sentences."""

import re
from collections.abc import Iterable, Iterator, Sequence

from interchange.standards.official_text import tidy
from interchange.standards.printed_lines import list_text

_GROUP = r"(?:[（(]?群[)）]?)?"
_NUMBER = re.compile(
    r"^(?:[1-9]\.\d{1,2}(?:\.\d{1,2})?|[（(]\s*\d{1,2}\s*[)）]|\d{1,2}\s*[)）、]|\d{1,2}\s*[.．](?!\d))\s*"
)
_FIRST = re.compile(r"^(?:[（(]\s*1\s*[)）]|1\s*[)）、]|1\s*[.．](?!\d)|①)")
_CLAUSE = re.compile(r"[。；;]|(?<=[^\d])(?=\d{1,2}[)）])")
_LEVEL = r"(?:【[^】]*】)?[（(]?[初中高]级[）)]?"
_OF_A_TABLE = re.compile(r"^(?:续?表|图)\s*\d|(?:见|如)下?表")
# A line that begins so is no rest of the line above.
_LABEL = re.compile(rf"^(?:{_LEVEL}(?=[:：主面从]|$)|[^，。；;、:：]{{0,16}}[:：])")
_LABEL_ALONE = re.compile(rf"^{_LEVEL}$|^(?:主要|面向|对应|适用|就业|职业|工作|的)*岗位{_GROUP}[:：]?$")
_PARTS = re.compile(
    rf"[，,](?=(?:{_LEVEL})?(?:以及|并)?(?:主要|可)?(?:面向|从事|胜任|能够|能|完成|以及)|{_LEVEL}(?:主要|可)?对应)"
)
_BEFORE = re.compile(
    rf"^.*[:：]|^(?:以及|及|和|并)|^(?:{_LEVEL})?(?:以及|并)?(?:主要|可)?(?:面向|从事|胜任)"
    rf"|^{_LEVEL}(?:主要|可)?对应"
)
# The employers, which a sentence names before their positions.
_EMPLOYERS = re.compile(r"^.*(?:企业|公司|机构|部门|单位|行业|领域|院校|组织)(?:（[^）]*）)?等?(?:相关)?的")
_END = re.compile(
    rf"等?(?:相关)?(?:工作|职业|就业|技术)?岗位{_GROUP}(?:的?(?:相关)?工作)?$|等(?:相关)?工作$|等$|【[^】]*】"
)
_SHORTEST, _LONGEST = 2, 24
# Whom people work for; a list may name them before the positions.
_EMPLOYER = re.compile(r"(?:企业|公司|机构|单位|部门|合作社|行业)$")


def positions(lines: Sequence[str]) -> Iterator[str]:
    """Give the positions, each once."""
    yield from dict.fromkeys(
        name for clause in _clauses(lines) for part in _of_positions(clause) for name in _names(part)
    )


def _clauses(lines: Sequence[str]) -> Iterator[str]:
    """Join lines that go on, and part them at labels, numbers and full stops."""
    lists: list[list[str]] = [[]]
    for line in _without_half_sentence(each.strip() for each in lines if not _OF_A_TABLE.search(each)):
        bare = _NUMBER.sub("", line)
        if _LABEL_ALONE.match(tidy(bare)):
            lists.append([])
        elif _LABEL.match(tidy(bare)):
            lists.append([bare])
        else:
            lists[-1].append(bare)
    for each in lists:
        yield from filter(None, _CLAUSE.split(tidy(list_text(each))))


def _without_half_sentence(lines: Iterable[str]) -> list[str]:
    """Leave out the beginning of a sentence that a numbered list ends: it names whom the positions are with."""
    kept: list[str] = []
    for line in lines:
        if _FIRST.match(line) and kept and kept[-1].endswith(("，", ",")):
            while kept and not kept[-1].endswith(("。", "；", ";")):
                kept.pop()
        kept.append(line)
    return kept


def _of_positions(clause: str) -> Iterator[str]:
    """Give the parts of a sentence that name positions: those that say so, else those that name work."""
    parts = _PARTS.split(clause)
    for word in ("岗位", "从事", ""):
        if any(word in each for each in parts):
            return (each for each in parts if word in each)
    return iter(())


def _names(part: str) -> Iterator[str]:
    text = _NUMBER.sub("", part)
    while (shorter := _EMPLOYERS.sub("", _BEFORE.sub("", text))) != text:
        text = shorter
    for each in re.split(r"[、，,]", text):
        name = _END.sub("", each.strip())
        if _SHORTEST <= len(name) <= _LONGEST and not _EMPLOYER.search(name):
            yield name
