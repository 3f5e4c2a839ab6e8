"""The majors that a skill level standard names as suitable: names and codes in lists, by level of education."""

import re
from collections.abc import Iterator, Sequence

from interchange.standards.official_text import tidy
from interchange.standards.printed_lines import list_text
from interchange.standards.skill.skill_standard import SuitableMajor

_SUBHEADING = re.compile(r"^(?:[1-9]\.\d{1,2}(?:\.\d{1,2})?|第\s*[一二三四五六七八九十\d]{1,3}\s*条)\s*")
SCHOOLS = r"(?:中等职业|高等职业|(?:高职|职业|应用型?|普通)本科|[高中]职)[^：:、，。；;]{0,10}"
_EDUCATION = re.compile(rf"^[（(]?[\d一二三四五.、．]*[)）]?\s*({SCHOOLS})(?:[：:]|$)")
# One line may hold the lists of several levels of education.
_NEXT_EDUCATION = re.compile(rf"[；;。]\s*(?={SCHOOLS}[：:])")
_CODE_OF_MAJOR = r"(?<![0-9A-Z])\d{6}[A-Z]{0,2}(?![0-9A-Z])"
_BRACKETED = rf"[（(【\[]?\s*(?:专业)?(?:代码)?[：:]?\s*({_CODE_OF_MAJOR})\s*[)）】\]]?"
_MAJOR = re.compile(rf"^(?:{_BRACKETED}[\s\-－—]*)?(.+?)(?:[\s\-－—]*{_BRACKETED})?(?:等(?:相关)?专业|等|专业)?$")
# Where no mark parts them, the codes do.
_BEFORE_A_CODE = re.compile(rf"(?<=[^、，,；;。（(【\[：:代码])(?=[（(【\[]?{_CODE_OF_MAJOR})")
_AFTER_A_CODE = re.compile(rf"({_CODE_OF_MAJOR}[)）】\]]?)(?=[\u4e00-\u9fff])(?!等|专业)")
_NAME_ALONE = re.compile(
    r"(?!.*(?:本标准|以下|下列|适用|学校|院校|目录|参照|如下|等级|要求))[\u4e00-\u9fffA-Za-z（）()+/]{2,20}"
)
_SLASH_AFTER_A_CODE = re.compile(rf"({_CODE_OF_MAJOR}[)）】\]]?)\s*[/／|]\s*")
_LIST_NUMBER = re.compile(r"^(?:[（(]\s*\d{1,2}\s*[)）]|\d{1,2}\s*[)）、]|\d{1,2}\s*[.．](?!\d))\s*")
_LIST = re.compile(r"[、，,；;。]")
_NOTE = re.compile(r"^\s*注\s*\d?\s*[:：]")
# A name with its code, and in the same brackets what the catalogue before called it.
_WITH_OLDER = re.compile(
    rf"([^、，,；;。：:（()）]+)[（(]\s*(?:代码)?({_CODE_OF_MAJOR})\s*[，,；;、]\s*原(?:专业)?(?:代码|名称?)?[:：为]?"
    rf"\s*([^（()）\d]*?)\s*({_CODE_OF_MAJOR})?\s*[)）]"
)
# A sentence that points to a table, and what it says of the columns.
_POINTS_TO_A_TABLE = re.compile(r"[^。；;]*(?:见|如)(?:[下附]表|表\s*[A-Z]?\d)[^。；;]*[。；;]?")


def majors(lines: Sequence[str]) -> Iterator[SuitableMajor]:
    """Give the majors under each level of education; a line that names one begins its list."""
    lists: list[tuple[str, list[str]]] = [("", [])]
    listed = (_POINTS_TO_A_TABLE.sub("", each) for each in _without_notes(lines))
    for line in (_LIST_NUMBER.sub("", piece) for each in listed for piece in _NEXT_EDUCATION.split(each)):
        bare = _SUBHEADING.sub("", line)
        if match := _EDUCATION.match(bare):
            lists.append((tidy(match[1]), [bare[match.end() :]]))
        elif bare != line:
            # A heading of its own, such as the catalogue that the majors are named by.
            lists.append(("", [bare]))
        else:
            lists[-1][1].append(bare)
    is_parted = any(education for education, _ in lists)
    for index, (education, pieces) in enumerate(lists):
        for each in split_majors(education, list_text(pieces)):
            if education or each.code or (index == 0 and not is_parted and _NAME_ALONE.fullmatch(each.name)):
                yield each


def is_note(text: str) -> bool:
    """Whether a text is a note on a list: it tells who else may use it."""
    return bool(_NOTE.match(text))


def _without_notes(lines: Sequence[str]) -> Iterator[str]:
    """Leave out a note and the lines that go on with it."""
    within = False
    for line in lines:
        within = is_note(line) or (within and not _EDUCATION.match(_SUBHEADING.sub("", line)))
        if not within:
            yield line
        within = within and not line.rstrip().endswith("。")


def _older_apart(match: re.Match[str]) -> str:
    name, code, old_name, old_code = match.groups(default="")
    older = (old_name or name) + (f"（{old_code}）" if old_code else "")
    return f"{name}（{code}）" + (f"、{older}" if old_name or old_code else "")


def split_majors(education: str, text: str) -> Iterator[SuitableMajor]:
    """Split a list into majors, in whatever way name and code stand together."""
    # What follows the list is of another kind, such as the caption of a table.
    listed = tidy(text).partition("。")[0]
    if not education:
        listed = re.split(r"(?<!代码)[：:]", listed)[-1]
    listed = _SLASH_AFTER_A_CODE.sub(r"\1、", _WITH_OLDER.sub(_older_apart, listed))
    starts_with_code = re.match(_BRACKETED, listed)
    listed = _BEFORE_A_CODE.sub("、", listed) if starts_with_code else _AFTER_A_CODE.sub(r"\1、", listed)
    for each in _LIST.split(listed):
        match = _MAJOR.match(each.strip())
        if match:
            yield SuitableMajor(education, match[1] or match[3] or "", match[2])
