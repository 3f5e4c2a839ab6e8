"""A workbook (XLSX) as one page per sheet, by the standard library. Runs in the reader's process only."""

import io
import posixpath
import re
import zipfile
from collections.abc import Callable, Mapping
from itertools import count
from typing import NamedTuple
from xml.parsers import expat

from interchange.documents.document_errors import (
    Damage,
    DocumentDamagedError,
    DocumentTooLargeError,
    DocumentWithoutTextError,
)
from interchange.documents.document_kinds import (
    COLUMNS,
    COLUMNS_LARGEST,
    ROWS,
    ROWS_LARGEST,
    DocumentKind,
    naming_damage,
    parse_part,
)
from interchange.documents.document_pages import Document
from interchange.documents.workbooks.sheet_cells import SheetCells, Span, number_text, sheet_page
from interchange.documents.workbooks.sheet_formulas import Formulas

_WORKBOOK, _RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_STRINGS, _STYLES = "xl/sharedStrings.xml", "xl/styles.xml"
_REFERENCE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_VISIBLE = {"0", "false", ""}


def read_xlsx(data: bytes) -> Document:
    """Read the values of all sheets; a formula counts as the value that was stored with it."""
    numbers = count(1)
    pages = tuple(sheet_page(each, number, numbers) for number, each in enumerate(sheets_of(data), 1))
    if not any(page.blocks for page in pages):
        raise DocumentWithoutTextError(len(pages))
    return Document(DocumentKind.XLSX, pages)


def sheets_of(data: bytes) -> list[SheetCells]:
    """Read the cells of all sheets, the hidden ones too. Raises: DocumentError."""
    with naming_damage(Damage.STRUCTURE), zipfile.ZipFile(io.BytesIO(data)) as package:
        return _Workbook(package).read()


class _Style(NamedTuple):
    """What matters of the format of a cell."""

    number_format: str
    is_struck_out: bool


class _Workbook:
    """The parts of a workbook that its sheets share."""

    def __init__(self, package: zipfile.ZipFile) -> None:
        self.package = package
        self.parts = {each.filename: each for each in package.infolist()}
        self.strings = self._strings()
        self.styles = self._styles()

    def read(self) -> list[SheetCells]:
        """Read every sheet, and calculate what has no stored value."""
        targets = self._targets()
        sheets = []
        for name, relation, state in self._sheets():
            path = targets.get(relation, "")
            if path not in self.parts:
                raise DocumentDamagedError(Damage.NO_BODY)
            sheet = SheetCells(name, is_hidden=state not in {"", "visible"})
            _SheetParser(self, sheet).run(path)
            sheets.append(sheet)
        Formulas({each.name: each for each in sheets}).calculate()
        return sheets

    def parse(self, path: str, start: Callable[[str, dict[str, str]], None], **handlers: Callable[..., None]) -> None:
        """Run handlers over a part; names come without their prefixes."""
        if path not in self.parts:
            return
        parser = expat.ParserCreate()
        parser.StartElementHandler = lambda tag, attributes: start(_local(tag), attributes)
        if "end" in handlers:
            parser.EndElementHandler = lambda tag: handlers["end"](_local(tag))
        if "text" in handlers:
            parser.CharacterDataHandler = handlers["text"]
        parse_part(self.package, self.parts[path], parser)

    def _sheets(self) -> list[tuple[str, str, str]]:
        sheets: list[tuple[str, str, str]] = []

        def start(tag: str, attributes: dict[str, str]) -> None:
            if tag == "sheet":
                relation = next((value for name, value in attributes.items() if _local(name) == "id"), "")
                sheets.append((attributes.get("name", ""), relation, attributes.get("state", "")))

        self.parse(_WORKBOOK, start)
        return sheets

    def _targets(self) -> dict[str, str]:
        targets: dict[str, str] = {}

        def start(tag: str, attributes: dict[str, str]) -> None:
            if tag == "Relationship":
                target = attributes.get("Target", "")
                path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")
                targets[attributes.get("Id", "")] = path

        self.parse(_RELATIONS, start)
        return targets

    def _strings(self) -> list[str]:
        strings: list[list[str]] = []
        inside: list[str] = []

        def start(tag: str, _: dict[str, str]) -> None:
            inside.append(tag)
            if tag == "si":
                strings.append([])

        def end(_: str) -> None:
            inside.pop()

        def text(data: str) -> None:
            # Phonetic guides (rPh) repeat the text in another script.
            if inside and inside[-1] == "t" and "rPh" not in inside and strings:
                strings[-1].append(data)

        self.parse(_STRINGS, start, end=end, text=text)
        return ["".join(each) for each in strings]

    def _styles(self) -> list[_Style]:
        inside: list[str] = []
        formats: dict[str, str] = {}
        fonts: list[bool] = []
        styles: list[_Style] = []

        def start(tag: str, attributes: dict[str, str]) -> None:
            if tag == "numFmt":
                formats[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
            elif tag == "font" and inside[-1:] == ["fonts"]:
                fonts.append(False)
            elif tag == "strike" and fonts and "fonts" in inside:
                fonts[-1] = attributes.get("val", "1") not in _VISIBLE
            elif tag == "xf" and inside[-1:] == ["cellXfs"]:
                styles.append(_style(attributes, formats, fonts))
            inside.append(tag)

        def end(_: str) -> None:
            inside.pop()

        self.parse(_STYLES, start, end=end)
        return styles


def _style(attributes: Mapping[str, str], formats: Mapping[str, str], fonts: list[bool]) -> _Style:
    number, font = attributes.get("numFmtId", "0"), attributes.get("fontId", "0")
    # 14 to 22, 27 to 36, 45 to 47, 50 to 58 are dates and times without a code of their own.
    built_in = "yyyy-mm-dd" if number.isdigit() and _is_built_in_date(int(number)) else ""
    struck = font.isdigit() and int(font) < len(fonts) and fonts[int(font)]
    return _Style(formats.get(number, built_in), struck)


def _is_built_in_date(number: int) -> bool:
    return 14 <= number <= 22 or 27 <= number <= 36 or 45 <= number <= 47 or 50 <= number <= 58


class _SheetParser:
    """Takes cells, merges and hidden rows of one sheet."""

    def __init__(self, workbook: _Workbook, sheet: SheetCells) -> None:
        self.workbook = workbook
        self.sheet = sheet
        self.row = 0
        self.column = 0
        self.inside: list[str] = []
        self.cell: dict[str, str] = {}
        self.value: list[str] = []
        self.formula: list[str] = []

    def run(self, path: str) -> None:
        self.workbook.parse(path, self._start, end=self._end, text=self._text)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self.inside.append(tag)
        if tag == "row":
            self.row = _bounded(attributes.get("r", ""), self.row + 1, ROWS, ROWS_LARGEST)
            self.column = 0
            if attributes.get("hidden", "0") not in _VISIBLE:
                self.sheet.hidden_rows.add(self.row - 1)
        elif tag == "col" and attributes.get("hidden", "0") not in _VISIBLE:
            self._hide_columns(attributes)
        elif tag == "c":
            self._begin_cell(attributes)
        elif tag == "mergeCell":
            self._merge(attributes.get("ref", ""))

    def _hide_columns(self, attributes: Mapping[str, str]) -> None:
        first, last = attributes.get("min", ""), attributes.get("max", "")
        if first.isdigit() and last.isdigit():
            # What is hidden to the right of all cells, as many writers do, is not there.
            self.sheet.hidden_columns.update(range(int(first) - 1, min(int(last), COLUMNS_LARGEST)))

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        match = _REFERENCE.fullmatch(attributes.get("r", ""))
        column = column_number(match[1]) if match else self.column + 1
        if column > COLUMNS_LARGEST:
            raise DocumentTooLargeError(COLUMNS, column, COLUMNS_LARGEST)
        self.column, self.cell, self.value, self.formula = column, attributes, [], []

    def _text(self, data: str) -> None:
        if "c" not in self.inside:
            return
        if self.inside[-1] == "v" or (self.inside[-1] == "t" and "rPh" not in self.inside):
            self.value.append(data)
        elif self.inside[-1] == "f":
            self.formula.append(data)

    def _end(self, tag: str) -> None:
        self.inside.pop()
        if tag != "c":
            return
        style = self._style()
        text = self._shown("".join(self.value), style.number_format)
        row, column = self.row - 1, self.column - 1
        if self.formula and not text:
            # Calculated when all sheets are read; what cannot be is shown as it stands, and is no number to anybody.
            self.sheet.formulas[row, column] = "".join(self.formula)
            text = f"={self.sheet.formulas[row, column]}"
        elif text and self.cell.get("t", "n") == "n":
            self.sheet.numbers.add((row, column))
        self.sheet.add(row, column, text, is_struck_out=style.is_struck_out)

    def _style(self) -> _Style:
        index = self.cell.get("s", "0")
        styles = self.workbook.styles
        return styles[int(index)] if index.isdigit() and int(index) < len(styles) else _Style("", is_struck_out=False)

    def _shown(self, value: str, number_format: str) -> str:
        kind = self.cell.get("t", "n")
        if kind == "s":
            strings = self.workbook.strings
            if not value.isdigit() or int(value) >= len(strings):
                raise DocumentDamagedError(Damage.STRUCTURE)
            return strings[int(value)]
        return number_text(value, number_format) if kind == "n" else value

    def _merge(self, reference: str) -> None:
        first, _, last = reference.partition(":")
        corners = [_REFERENCE.fullmatch(each) for each in (first, last or first)]
        if all(corners):
            (left, top), (right, bottom) = [(column_number(each[1]), int(each[2])) for each in corners if each]
            self.sheet.merges.append(Span(top - 1, left - 1, bottom - 1, right - 1))


def column_number(letters: str) -> int:
    """Give the number of a column: 28 for AB."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _bounded(value: str, default: int, unit: tuple[str, str], limit: int) -> int:
    number = int(value) if value.isdigit() and len(value) < 9 else default
    if number > limit:
        raise DocumentTooLargeError(unit, number, limit)
    return number


def _local(name: str) -> str:
    return name.rpartition(":")[2]
