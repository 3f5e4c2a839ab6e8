"""What a skill level standard says before and between its tables: title, code, version, and sections 1 to 6."""

import re

from interchange.documents.document_pages import Document
from interchange.standards.official_text import leading_code, tidy
from interchange.standards.printed_lines import lines_and_heads, printed_lines
from interchange.standards.skill.head_sections import (
    MAJORS,
    POSITIONS,
    SCOPE,
    TERMS,
    HeadSections,
    unread_sections,
)
from interchange.standards.skill.head_tables import HeadTables
from interchange.standards.skill.skill_standard import LEVELS, Remark, StandardHead
from interchange.standards.skill.suitable_majors import majors
from interchange.standards.skill.suitable_positions import positions
from interchange.standards.skill.terms import listed_terms

_CODE = re.compile(r"标准(?:代码|编号)\s*[:：]?\s*([0-9A-Z]{6,12})")
_VERSION = re.compile(r"(?:(\d{4})\s*年\s*)?[（(]?\s*[VvＶ]?(\d{1,2}\.\d{1,2})\s*版")
_LABELLED_VERSION = re.compile(
    r"版\s*本\s*(?:号\s*)?[:：]?\s*[Vv]?(\d{1,2}\.\d{1,2})(?!\d)|^[（(]?\s*[Vv](\d{1,2}\.\d{1,2})\s*[)）]?$",
    re.MULTILINE,
)
# A date in words, such as 二〇二四年六月, and the digits of its year.
_DATE_IN_WORDS = re.compile(
    r"([〇○零一二三四五六七八九]{4})\s*年(?:\s*([一二三四五六七八九十]{1,2})\s*月)?(?:\s*([一二三四五六七八九十]{1,3})\s*[日号])?"
)
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
# With what the text begins, below the cover.
_BELOW_THE_COVER = re.compile(r"(?:目[次录]|前言|引言|(?:1|一、?|第[一1][章部分条])范围)(?:\d|$)")
# A line that names another document, or an older version, says nothing of the year of this one.
_OF_ANOTHER_DOCUMENT = re.compile(r"^\s*\[\d{1,2}\]|《|[A-Z]{2,4}(?:/[A-Z]{1,2})?\s*\d{3,}|代替")
_YEAR = re.compile(r"(\d{4})\s*年(?:版|\s*\d{1,2}\s*月)")
_PUBLISHER = re.compile(
    r"^(?:(?:发布|制定|编制|组织)(?:单位|机构|者)\s*[:：]\s*)?([^\s:：]{4,40}(?:公司|集团|中心|协会|学会|研究院|大学|学院))\s*(?:制定|发布|编制)?$"
)
_DATE = re.compile(r"(\d{4})\s*年\s*(\d{1,2})\s*月(?:\s*(\d{1,2})\s*日)?|(\d{4})[-/.](\d{2})[-/.](\d{2})(?!\d)")
_TITLE = re.compile(r"^《?(.*职业技能等级标准)》?(?:[（(][^（）()]{1,12}[)）])?$")
KIND = "职业技能等级标准"
# What may stand below the kind of the document, and is not its name.
_NO_NAME = re.compile(
    r"^(?:目[次录]|前言|引言|第.{1,3}[章部分条]|[（(])|^\d|[:：。]|征求意见|试行|送审|报批|[部委厅局司会]$"
)
_OTHER_LINES_OF_COVER = (_CODE, _VERSION, _LABELLED_VERSION, _YEAR, _PUBLISHER, _DATE, _NO_NAME)
_NAME_IN_SCOPE = re.compile(r"本标准规定了([^，。]{2,40}?)职业技能等级(?:对应|的|所)")
_INCLUDES = re.compile(r"高(?:级别|等级|一级)[^。不]{0,12}(不)?(?:涵盖|包含|包括|覆盖)[^。]{0,8}低")


def read_whole_head(document: Document) -> tuple[StandardHead, list[Remark], frozenset[int]]:
    """Read the head, the sections of which nothing was read, and the numbers of the tables that belong to it."""
    sections = HeadSections(printed_lines(document))
    tables = HeadTables(document, sections)
    lines = [*printed_lines(document), *tables.labelled]
    head = _head(lines, sections, tables)
    if not head.title:
        head = head._replace(title=_title(list(lines_and_heads(document))))
    return head, list(unread_sections(document, sections, head)), frozenset(tables.tables)


def _head(lines: list[str], sections: HeadSections, tables: HeadTables) -> StandardHead:
    text = "\n".join(map(_with_dates_in_digits, lines))
    year, version = _version(text, "\n".join([*_cover(text), *map(_with_dates_in_digits, tables.labelled)]))
    return StandardHead(
        title=_title(lines),
        code=_first(_CODE, text),
        version=version,
        year=year,
        publisher=next((match[1] for match in map(_PUBLISHER.match, lines) if match), ""),
        date=_date(text),
        scope=_joined(sections.lines(SCOPE)),
        terms="\n".join([*listed_terms(sections.lines(TERMS)), *tables.terms]),
        majors=tuple(dict.fromkeys([*majors(sections.lines(MAJORS)), *tables.majors])),
        positions=tuple(dict.fromkeys([*positions(sections.lines(POSITIONS)), *tables.positions])),
        levels=tuple(LEVELS[each] for each in LEVELS if re.search(rf"等级[^。]*{each}(?!别)", "".join(lines))),
        higher_levels_include=_includes("".join(lines)),
    )


def _title(lines: list[str]) -> str:
    """Give the line that ends with the kind of the document; where it is that alone, with the name next to it."""
    found = [(index, match[1]) for index, line in enumerate(lines) if (match := _TITLE.match(tidy(line)))]
    for index, title in found:
        if title != KIND:
            return title
        # A cover may print the kind in a corner first, and again below the name.
        if name := _name_next_to(lines, index):
            return name + KIND
    return KIND if found else ""


def _name_next_to(lines: list[str], index: int) -> str:
    """Give the name from the line before, or from what the standard says of its scope, or from the line after."""
    before, after = (tidy(each[0]) if each else "" for each in (lines[max(index - 1, 0) : index], lines[index + 1 :]))
    if before and not any(each.search(before) for each in _OTHER_LINES_OF_COVER):
        return before
    if in_scope := _first(_NAME_IN_SCOPE, "".join(map(tidy, lines))):
        return in_scope
    return "" if any(each.search(after) for each in _OTHER_LINES_OF_COVER) else after


def _first(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.search(text)
    return match[1] if match else ""


def _version(text: str, cover: str) -> tuple[int | None, str]:
    """Give year and version; the year is that of the version, or what the cover says, or a line that names no other."""
    match, labelled = _VERSION.search(text), _LABELLED_VERSION.search(text)
    if match and match[1]:
        return int(match[1]), match[2]
    own = "\n".join(line for line in text.split("\n") if not _OF_ANOTHER_DOCUMENT.search(line))
    named = _first(_YEAR, cover) or _first(_YEAR, own)
    version = match[2] if match else (labelled[1] or labelled[2]) if labelled else ""
    return (int(named) if named else None), version


def _cover(text: str) -> list[str]:
    """Give the lines above the first heading; all of them where none is known."""
    lines = text.split("\n")
    end = next((at for at, line in enumerate(lines) if _BELOW_THE_COVER.match(tidy(line))), len(lines))
    return lines[:end]


def _with_dates_in_digits(line: str) -> str:
    def digits(match: re.Match[str]) -> str:
        year, *rest = match.groups()
        numbers = [year.translate(_DIGITS), *(leading_code(f"{each}、")[0] for each in rest if each)]
        return "".join(number + unit for number, unit in zip(numbers, "年月日", strict=False))

    return _DATE_IN_WORDS.sub(digits, line)


def _date(text: str) -> str:
    match = next((each for each in _DATE.finditer(text) if each[2] or each[4]), None)
    if match is None:
        return ""
    year, month, day = match.group(1, 2, 3) if match[1] else match.group(4, 5, 6)
    return "-".join([year, f"{int(month):02}", *([f"{int(day):02}"] if day else [])])


# ---- sections


def _joined(lines: list[str]) -> str:
    return tidy(" ".join(lines))


def _includes(text: str) -> bool | None:
    match = _INCLUDES.search(tidy(text))
    return None if match is None else not match[1]
