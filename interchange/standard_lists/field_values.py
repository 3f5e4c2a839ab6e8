"""The values of a record: texts, dates, levels, and the keys of files, whatever form they have.

The platform does not publish the form of ``certInfos`` and ``standardUrl``, so that several are read. Each reader gives
what it read and what it could not read.
"""

import datetime as dt
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from graph.errors import OneplusxError
from interchange.standard_lists.list_json import read_values
from interchange.standard_lists.listed_record import ListedFile, ListedLevel
from interchange.standards.official_text import tidy
from interchange.standards.skill.skill_standard import LEVELS

LONGEST = 200
KEY_LONGEST = 1_000
SHOWN_LONGEST = 120
TOTAL_LONGEST = 9
_GRADES = {str(number): level for number, level in enumerate(LEVELS.values(), start=1)}
_GRADE_WORD = re.compile(r"([初中高])级|^([初中高])$")
# The fields of an object that say a level.
_SAY_LEVEL = re.compile(r"code|value|key|name|label|desc|text|title|.*grade.*|.*level.*", re.IGNORECASE)
# Ids and places in an order say none.
_SAY_NONE = re.compile(r"(?:.*_)?ids?|.*(?:Ids?|ID)|(?i:.*(?:grade|level)ids?|.*(?:sort|order|seq|index).*)")
# A level at the end of a name, in brackets or not: 示例网页开发（初级）.
_LEVEL_AT_END = re.compile(r"[\s（(\[【\-—·]{0,5}[初中高]级[）)\]】]?$")
_VERSION_AT_END = re.compile(r"[（(][^（）()]{0,20}版[^（）()]{0,4}[）)]$")
_DAY = re.compile(r"(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))(?!\d)")
_MILLISECONDS = re.compile(r"1[0-9]{12}")
# The platform's clock; a moment there is a day of this zone.
_CHINA = dt.timezone(dt.timedelta(hours=8))
_UNREADABLE = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff\ufffd]")
FILE_KEYS = ("filekey", "file_key")
FILE_NAMES = ("filename", "file_name", "originalname", "name")
LEVEL_IDS = ("certificateid", "certid")


class ReadDate(NamedTuple):
    """A day as ISO text, empty where none was read; ``is_guess``: it was computed from a number of milliseconds."""

    day: str
    is_guess: bool = False


class ReadFiles(NamedTuple):
    """The files that were read, and what was not. ``is_guess``: the value is a plain text, taken as the key."""

    files: tuple[ListedFile, ...] = ()
    is_guess: bool = False
    unread: tuple[str, ...] = ()


class ReadLevels(NamedTuple):
    """The levels that were read, the names of certificates they stand under, and what was not read.

    ``parts`` are ids and names that cannot be kept. ``against`` is what says another level than the one that was taken.
    """

    levels: tuple[ListedLevel, ...] = ()
    names: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    against: tuple[str, ...] = ()


def text_of_value(value: Any) -> str | None:
    """Give the text of a value, empty for null. None: it is no text that can be kept."""
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    text = tidy(str(value))
    return None if _UNREADABLE.search(text) else text


def _short(value: Any) -> str:
    """Give a text that is short enough to be looked through, else none."""
    text = text_of_value(value) or ""
    return text if len(text) <= LONGEST else ""


def shown(value: Any) -> str:
    """Give a value as a remark shows it: short, and on one line."""
    written = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    text = " ".join(_UNREADABLE.sub("�", written).split())
    return text if len(text) <= SHOWN_LONGEST else text[: SHOWN_LONGEST - 1] + "…"


def read_total(value: Any) -> int | None:
    """Read a number of records. None: it is none, or beyond all lists."""
    text = text_of_value(value) or ""
    return int(text) if text.isdecimal() and len(text) <= TOTAL_LONGEST else None


def read_date(value: Any) -> ReadDate | None:
    """Read a day. None: it is none."""
    text = text_of_value(value)
    if text is None:
        return None
    if _MILLISECONDS.fullmatch(text):
        return ReadDate(dt.datetime.fromtimestamp(int(text) / 1000, _CHINA).date().isoformat(), is_guess=True)
    if not text:
        return ReadDate("")
    match = _DAY.match(text)
    if match is None:
        return None
    month, day = (match[2], match[3]) if match[2] else (match[4], match[5])
    try:
        return ReadDate(dt.date(int(match[1]), int(month), int(day)).isoformat())
    except ValueError:
        return None


def certificate_name(text: str) -> str:
    """Give the name of a certificate without the words that say which of its levels, or that it is a standard."""
    text = _VERSION_AT_END.sub("", text.removeprefix("《")).removesuffix("》")
    for ending in ("职业技能等级标准", "职业技能等级证书"):
        text = text.removesuffix(ending)
    return _LEVEL_AT_END.sub("", text)


def read_level(value: Any) -> str | None:
    """Read a level: ``1``, ``初级`` or an object with one of them. None: it names none, or several."""
    if isinstance(value, dict):
        said = (each for name, each in value.items() if says_level(name))
        found = {level for each in said if (level := read_level(each))}
        return found.pop() if len(found) == 1 else None
    text = _short(value)
    if not text:
        return None
    if text.lstrip("0") in _GRADES:
        return _GRADES[text.lstrip("0")]
    if text.upper() in LEVELS.values():
        return text.upper()
    words = {match[1] or match[2] for match in _GRADE_WORD.finditer(text)}
    return LEVELS[f"{words.pop()}级"] if len(words) == 1 else None


def says_level(name: str) -> bool:
    """Whether a field of this name, in an object that states a level, says which."""
    return _SAY_LEVEL.fullmatch(name) is not None and _SAY_NONE.fullmatch(name) is None


def is_title(name: str) -> bool:
    """Whether a field of this name, in small letters, is the name of a certificate."""
    return name.endswith("name") and "cert" in name


def read_levels(value: Any) -> ReadLevels:
    """Read ``certInfos``: objects or words, in a list, alone, or as a JSON text of them."""
    items = [_read_item(each) for each in items_within(value)]
    levels = {level for each in items for level in each.levels}
    return ReadLevels(
        tuple(sorted(levels, key=_rank)),
        tuple(dict.fromkeys(each.name for each in items if each.name)),
        tuple(shown(value) for each in items for value in each.unread),
        tuple(part for each in items for part in each.parts),
        tuple(each.against for each in items if each.against),
    )


def _rank(level: ListedLevel) -> tuple[str, str]:
    return next(number for number, code in _GRADES.items() if code == level.level), level.platform_id


def items_within(value: Any) -> Iterator[Any]:
    """Give the items of a list, whether it is one or the JSON text of one; a plain text is parted at its marks."""
    if isinstance(value, str):
        inner = json_within(value)
        if inner is None and len(value) <= KEY_LONGEST:
            yield from (each for each in re.split(r"[,，、;；/|\s]+", value) if each)
            return
        value = value if inner is None else inner
    for each in value if isinstance(value, list) else [value]:
        if isinstance(each, list):
            yield from each
        elif each not in (None, "", {}):
            yield each


class _ReadItem(NamedTuple):
    """The levels of one item, the certificate it names, what was not read or kept, and what says another level."""

    levels: tuple[ListedLevel, ...] = ()
    name: str = ""
    unread: tuple[Any, ...] = ()
    parts: tuple[str, ...] = ()
    against: str = ""


def _read_item(item: Any) -> _ReadItem:
    if not isinstance(item, dict):
        level = read_level(item)
        text = certificate_name(_short(item))
        name = text if len(text) > 1 else ""
        return _ReadItem((ListedLevel(level),), name) if level else _ReadItem(name=name, unread=(item,))
    return _read_object(item)


def _read_object(item: Mapping[str, Any]) -> _ReadItem:
    lower = {name.lower(): value for name, value in item.items()}
    stated_title = _first(lower, is_title)
    stated_id = next((lower[each] for each in LEVEL_IDS if each in lower), None)
    title, own = _short(stated_title), _short(stated_id)
    fields = level_fields(item)
    read, unread = _read_grades(fields)
    read = read or [level for level in [read_level(title)] if level]
    # One id is that of one level.
    levels = tuple(ListedLevel(each, own if len(read) == 1 else "") for each in read)
    lost = {"id": stated_id if not own or len(read) > 1 else None, "name": stated_title if not title else None}
    parts = tuple(f"{name} {shown(value)}" for name, value in lost.items() if value not in (None, "", [], {}))
    against = contradicted(read, {**fields, "certificateName": title})
    return _ReadItem(levels, certificate_name(title), unread if read else (item,), parts, against)


def _read_grades(fields: Mapping[str, Any]) -> tuple[list[str], tuple[Any, ...]]:
    """Give the levels of the first field that states one, and all that was not read."""
    unread: list[Any] = []
    found: list[str] = []
    for value in fields.values():
        stated = [(each, read_level(each)) for each in (value if isinstance(value, list) else [value])]
        unread += [each for each, level in stated if level is None]
        found = found or [level for _, level in stated if level]
    return found, tuple(unread)


def level_fields(item: Mapping[str, Any]) -> dict[str, Any]:
    """Give the fields of an object that state a level, those called a grade first."""
    stated = {
        name: value
        for name, value in item.items()
        if ("grade" in name.lower() or "level" in name.lower())
        and not _SAY_NONE.fullmatch(name)
        and value not in (None, "", [], {})
    }
    return dict(sorted(stated.items(), key=lambda each: "grade" not in each[0].lower()))


def contradicted(levels: Sequence[str], others: Mapping[str, Any]) -> str:
    """Name the levels that were taken, and each other field that says another one; empty: none does."""
    against = [f"{name} {shown(value)}" for name, value in others.items() if _says_another(levels, value)]
    return f"{', '.join(levels)} ({', '.join(against)})" if levels and against else ""


def _says_another(levels: Sequence[str], value: Any) -> bool:
    return any(
        (level := read_level(each)) and level not in levels for each in (value if isinstance(value, list) else [value])
    )


def _first(values: Mapping[str, Any], is_it: Callable[[str], bool]) -> Any:
    return next((value for name, value in values.items() if is_it(name) and value not in (None, "", [], {})), None)


def read_files(value: Any) -> ReadFiles:
    """Read ``standardUrl``: a JSON text of an object or a list of objects with ``fileKey``, or these themselves."""
    if value in (None, "", [], {}):
        return ReadFiles()
    inner = json_within(value) if isinstance(value, str) else value
    if inner is None:
        text = text_of_value(value)
        if not text or len(text) > KEY_LONGEST or text[0] in "[{":
            return ReadFiles(unread=(shown(value),))
        return ReadFiles((ListedFile(text),), is_guess=True)
    found = list(_files_in(inner))
    files = tuple(dict.fromkeys(each for each in found if isinstance(each, ListedFile)))
    unread = tuple(each for each in found if isinstance(each, str))
    return ReadFiles(files, unread=unread if found else (shown(value),))


def _files_in(value: Any) -> Iterator[ListedFile | str]:
    """Give the files within, and what could not be read; the bounds of the whole file bound the depth."""
    if isinstance(value, list):
        for each in value:
            yield from _files_in(each)
    elif isinstance(value, dict):
        yield from _files_of(value)
    elif value not in (None, ""):
        yield shown(value)


def _files_of(item: Mapping[str, Any]) -> Iterator[ListedFile | str]:
    """Give the file of an object, else those of the objects in it."""
    lower = {name.lower(): each for name, each in item.items()}
    stated = next((lower[each] for each in FILE_KEYS if each in lower), None)
    key = text_of_value(stated)
    if key and len(key) <= KEY_LONGEST:
        stated_name = next((lower[each] for each in FILE_NAMES if each in lower), None)
        name = _short(stated_name)
        yield ListedFile(key, name)
        if not name and stated_name not in (None, "", [], {}):
            yield f"{shown(key)}: {shown(stated_name)}"
        return
    inner = [found for each in item.values() if isinstance(each, list | dict) for found in _files_in(each)]
    yield from inner
    if not inner or not isinstance(stated, list | dict | None):
        yield shown(item)


def json_within(text: str) -> Any | None:
    """Read a text that is JSON itself; None: it is not. What is written as JSON twice is read as well."""
    if text.lstrip()[:1] not in ("[", "{", '"'):
        return None
    try:
        values = read_values(text)
    except OneplusxError:
        return None
    if len(values) != 1:
        return None
    return json_within(values[0]) if isinstance(values[0], str) else values[0]
