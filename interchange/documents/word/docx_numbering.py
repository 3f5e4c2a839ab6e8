"""The numbers that Word puts before paragraphs itself: they stand in no text, and are counted here as Word counts."""

import re
import zipfile
from dataclasses import dataclass
from xml.etree.ElementTree import Element  # what expat has parsed without document types

from interchange.documents.word.docx_tree import W, children, number, parse_tree, value

_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9
_DIGITS = "一二三四五六七八九"
_CHINESE = {
    "chineseCounting",
    "chineseCountingThousand",
    "chineseLegalSimplified",
    "japaneseCounting",
    "ideographDigital",
}
_CIRCLES = {"decimalEnclosedCircle", "decimalEnclosedCircleChinese"}
_CIRCLES_LARGEST = 20
_LETTERS = {"lowerLetter": "a", "upperLetter": "A"}
_ALPHABET = 26


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list is numbered."""

    start: int
    format: str
    pattern: str
    is_decimal: bool
    blank: str


@dataclass(frozen=True, slots=True)
class _List:
    """A list that paragraphs name; lists of one ``kind`` count on together."""

    kind: str
    restarts: dict[int, int]


class DocxNumbering:
    """Counts the numbered paragraphs in their order."""

    def __init__(self, package: zipfile.ZipFile) -> None:
        parts = set(package.namelist())
        self._levels: dict[str, dict[int, _Level]] = {}
        self._lists: dict[str, _List] = {}
        self._styles: dict[str, Element] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._started: set[str] = set()
        if "word/numbering.xml" in parts:
            self._read(parse_tree(package, "word/numbering.xml"))
        if self._lists and "word/styles.xml" in parts:
            styles = parse_tree(package, "word/styles.xml")
            self._styles = {each.get(f"{W}styleId", ""): each for each in children(styles, "style")}

    def _read(self, root: Element) -> None:
        for kind in children(root, "abstractNum"):
            levels = {_index(each): _level(each) for each in children(kind, "lvl")}
            self._levels[kind.get(f"{W}abstractNumId", "")] = levels
        for each in children(root, "num"):
            restarts = {
                _index(override): number(override, "startOverride", 1)
                for override in children(each, "lvlOverride")
                if value(override, "startOverride")
            }
            self._lists[each.get(f"{W}numId", "")] = _List(value(each, "abstractNumId"), restarts)

    def number(self, paragraph: Element) -> str:
        """Give what Word prints before a paragraph, and count it."""
        if not self._lists:
            return ""
        name, index = self._place(paragraph)
        found = self._lists.get(name)
        levels = self._levels.get(found.kind, {}) if found else {}
        if found is None or index not in levels:
            return ""
        self._count(name, found, index, levels)
        counts, own = self._counts[found.kind], levels[index]

        def shown(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            level = levels.get(at, own)
            return _written(counts.get(at, level.start), "decimal" if own.is_decimal else level.format)

        text = _PLACE.sub(shown, own.pattern) if own.format != "bullet" else ""
        return text + own.blank if text else ""

    def _place(self, paragraph: Element) -> tuple[str, int]:
        """Give the list and the level of a paragraph: its own, or those of its style and the styles below that."""
        name = value(paragraph, "pPr/numPr/numId")
        index = number(paragraph, "pPr/numPr/ilvl", -1)
        style, passed = value(paragraph, "pPr/pStyle"), set[str]()
        while (not name or index < 0) and style in self._styles and style not in passed:
            passed.add(style)
            name = name or value(self._styles[style], "pPr/numPr/numId")
            index = index if index >= 0 else number(self._styles[style], "pPr/numPr/ilvl", -1)
            style = value(self._styles[style], "basedOn")
        return name, max(index, 0)

    def _count(self, name: str, found: _List, index: int, levels: dict[int, _Level]) -> None:
        counts = self._counts.setdefault(found.kind, {})
        if name not in self._started:
            self._started.add(name)
            for at, start in found.restarts.items():
                counts[at] = start - 1
        counts[index] = counts.get(index, levels[index].start - 1) + 1
        for deeper in range(index + 1, _LEVELS):
            counts.pop(deeper, None)


def _index(element: Element) -> int:
    text = element.get(f"{W}ilvl", "")
    return int(text) if text in {str(each) for each in range(_LEVELS)} else 0


def _level(element: Element) -> _Level:
    decimal = element.find(f"{W}isLgl")
    return _Level(
        number(element, "start", 1),
        value(element, "numFmt", "decimal"),
        value(element, "lvlText"),
        decimal is not None and decimal.get(f"{W}val") not in {"0", "false"},
        "" if value(element, "suff") == "nothing" else " ",
    )


def _written(count: int, form: str) -> str:
    if form in _CHINESE:
        return _chinese(count)
    if form in _CIRCLES and 1 <= count <= _CIRCLES_LARGEST:
        return chr(ord("①") + count - 1)
    if form in _LETTERS and 1 <= count <= _ALPHABET:
        return chr(ord(_LETTERS[form]) + count - 1)
    return str(count)


def _chinese(count: int) -> str:
    """Write a number below 100 as words: 十, 十一, 二十一."""
    tens, ones = divmod(count, 10)
    if not 0 < count < 10 * 10:
        return str(count)
    ten = f"{_DIGITS[tens - 1] if tens > 1 else ''}十" if tens else ""
    return ten + (_DIGITS[ones - 1] if ones else "")
