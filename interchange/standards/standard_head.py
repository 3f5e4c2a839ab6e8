"""What a skill level standard says before and between its tables: title, code, version, and sections 1 to 6."""

import re
from collections.abc import Iterator

from interchange.documents.document_pages import Document
from interchange.standards.official_text import tidy
from interchange.standards.printed_lines import list_text, numbered_sections, printed_lines, section
from interchange.standards.skill.skill_standard import LEVELS, StandardHead, SuitableMajor

_SUBHEADING = re.compile(r"^[1-9]\.\d{1,2}(?:\.\d{1,2})?\s*")
_CODE = re.compile(r"标准(?:代码|编号)\s*[:：]?\s*([0-9A-Z]{6,12})")
_VERSION = re.compile(r"(?:(\d{4})\s*年\s*)?[（(]?\s*[VvＶ]?(\d{1,2}\.\d{1,2})\s*版")
_YEAR = re.compile(r"(\d{4})\s*年(?:版|\s*\d{1,2}\s*月)")
_PUBLISHER = re.compile(r"^(\S{4,40}(?:公司|集团|中心|协会|学会|研究院|大学|学院))\s*(?:制定|发布|编制)?$")
_DATE = re.compile(r"(\d{4})\s*年\s*(\d{1,2})\s*月(?:\s*(\d{1,2})\s*日)?|(\d{4})-(\d{2})-(\d{2})")
_EDUCATION = re.compile(
    r"^[（(]?[\d一二三四五.、．]*[)）]?\s*"
    r"((?:中等职业|高等职业|(?:高职|职业|应用型?|普通)本科|高职)[^：:、，。]{0,10})(?:[：:]|$)"
)
_MAJOR = re.compile(
    r"^(?:(\d{6}[A-Z]{0,2})\s*)?(.+?)(?:[（(]\s*(\d{6}[A-Z]{0,2})\s*[)）])?(?:等(?:相关)?专业|等|专业)?$"
)
_LIST = re.compile(r"[、，,；;。]")
_INCLUDES = re.compile(r"高(?:级别|等级|一级)[^。不]{0,12}(不)?(?:涵盖|包含|包括|覆盖)[^。]{0,8}低")


def read_head(document: Document) -> StandardHead:
    """Read what stands outside tables."""
    lines = list(printed_lines(document))
    text = "\n".join(lines)
    sections = numbered_sections(lines)
    majors = tuple(_majors(section(sections, "专业")))
    year, version = _version(text)
    return StandardHead(
        title=_title(lines),
        code=_first(_CODE, text),
        version=version,
        year=year,
        publisher=next((match[1] for match in map(_PUBLISHER.match, lines) if match), ""),
        date=_date(text),
        scope=_joined(section(sections, "范围")),
        terms=_joined(section(sections, "术语")),
        majors=majors,
        positions=tuple(_positions(section(sections, "岗位"))),
        levels=tuple(LEVELS[each] for each in LEVELS if re.search(rf"等级[^。]*{each}", "".join(lines))),
        higher_levels_include=_includes("".join(lines)),
    )


def _title(lines: list[str]) -> str:
    """Give the line that ends with the kind of the document, with the line before where the name stands there."""
    for index, line in enumerate(lines):
        if tidy(line).endswith("职业技能等级标准"):
            before = tidy(lines[index - 1]) if index else ""
            is_name = tidy(line) == "职业技能等级标准" and before and not _CODE.search(before)
            return before + tidy(line) if is_name else tidy(line)
    return ""


def _first(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.search(text)
    return match[1] if match else ""


def _version(text: str) -> tuple[int | None, str]:
    match = _VERSION.search(text)
    if match:
        return (int(match[1]) if match[1] else None), match[2]
    year = _YEAR.search(text)
    return (int(year[1]) if year else None), ""


def _date(text: str) -> str:
    match = next((each for each in _DATE.finditer(text) if each[2] or each[4]), None)
    if match is None:
        return ""
    year, month, day = match.group(1, 2, 3) if match[1] else match.group(4, 5, 6)
    return "-".join([year, f"{int(month):02}", *([f"{int(day):02}"] if day else [])])


# ---- sections


def _joined(lines: list[str]) -> str:
    return tidy(" ".join(lines))


def _majors(lines: list[str]) -> Iterator[SuitableMajor]:
    """Give the majors under each level of education; a line that names one begins its list."""
    lists: list[tuple[str, list[str]]] = [("", [])]
    for line in lines:
        bare = _SUBHEADING.sub("", line)
        if match := _EDUCATION.match(bare):
            lists.append((tidy(match[1]), [bare[match.end() :]]))
        elif bare != line:
            # A heading of its own, such as the catalogue that the majors are named by.
            lists.append(("", [bare]))
        else:
            lists[-1][1].append(bare)
    for education, pieces in lists:
        yield from _split_majors(education, list_text(pieces))


def _split_majors(education: str, text: str) -> Iterator[SuitableMajor]:
    if not education:
        return
    # What follows the list is of another kind, such as the caption of a table.
    for each in _LIST.split(tidy(text).partition("。")[0]):
        match = _MAJOR.match(each.strip())
        if match:
            yield SuitableMajor(education, match[1] or match[3] or "", match[2])


def _positions(lines: list[str]) -> Iterator[str]:
    """Give the positions of lists that stand after a colon or alone."""
    text = tidy(list_text([_SUBHEADING.sub("", each) for each in lines]))
    for clause in re.split(r"[。；;]", text):
        listed = re.split(r"[:：]", clause)[-1]
        listed = re.split(r"(?:主要)?(?:面向|从事)", listed)[-1]
        for each in re.split(r"[、，,]", listed):
            name = re.sub(r"^【[^】]*】|等(?:工作)?(?:职业)?岗位(?:（群）|群)?$|等$", "", each.strip())
            if 2 <= len(name) <= 24:
                yield name


def _includes(text: str) -> bool | None:
    match = _INCLUDES.search(tidy(text))
    return None if match is None else not match[1]
