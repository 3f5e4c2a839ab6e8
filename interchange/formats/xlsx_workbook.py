"""Writes small workbooks (XLSX) by the standard library: texts and numbers, widths, lists to choose from.

The same sheets give the same bytes: parts have a fixed date.
"""

import io
import zipfile
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_DATE = (2026, 1, 1, 0, 0, 0)
# Styles of cells, by their numbers below: plain, heading, text (a code keeps its zeros).
PLAIN, HEADING, TEXT = 0, 1, 2
_STYLES = (
    f'<styleSheet {_MAIN}><fonts count="2"><font><sz val="11"/></font><font><b/><sz val="11"/></font></fonts>'
    '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    '<fill><patternFill patternType="solid"><fgColor rgb="FFDDEBF7"/></patternFill></fill></fills>'
    '<borders count="1"><border/></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="3"><xf xfId="0"/><xf fontId="1" fillId="2" applyFont="1" applyFill="1"/>'
    '<xf numFmtId="49" applyNumberFormat="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)
CellValue = str | int | float | None


class Choice(NamedTuple):
    """A validation: cells of an area take one of these values, or a number within bounds; ``hint`` says so."""

    area: str
    hint: str
    values: tuple[str, ...] = ()
    least: str = ""
    most: str = ""
    is_whole: bool = False


class SheetContent(NamedTuple):
    """A sheet: rows of values, the rows that are headings (from 0), widths of columns, columns of text, validations."""

    name: str
    rows: Sequence[Sequence[CellValue]]
    headings: tuple[int, ...] = ()
    widths: tuple[int, ...] = ()
    text_columns: tuple[int, ...] = ()
    text_rows: int = 0
    choices: tuple[Choice, ...] = ()
    frozen_rows: int = 0


def write_workbook(sheets: Sequence[SheetContent]) -> bytes:
    """Write a workbook."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in _parts(sheets):
            info = zipfile.ZipInfo(name, _DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(info, _HEAD + text)
    return written.getvalue()


def _parts(sheets: Sequence[SheetContent]) -> Iterator[tuple[str, str]]:
    numbers = range(1, len(sheets) + 1)
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    overrides = "".join(
        f'<Override PartName="/xl/worksheets/sheet{each}.xml" ContentType="{kind}.worksheet+xml"/>' for each in numbers
    )
    types = (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{kind}.styles+xml"/>{overrides}</Types>'
    )
    yield "[Content_Types].xml", types
    yield "_rels/.rels", _relations([("officeDocument", "xl/workbook.xml")])
    names = "".join(
        f'<sheet name={quoteattr(each.name)} sheetId="{number}" r:id="rId{number}"/>'
        for number, each in zip(numbers, sheets, strict=True)
    )
    yield "xl/workbook.xml", f'<workbook {_MAIN} xmlns:r="{_OFFICE}"><sheets>{names}</sheets></workbook>'
    targets = [("worksheet", f"worksheets/sheet{each}.xml") for each in numbers]
    yield "xl/_rels/workbook.xml.rels", _relations([*targets, ("styles", "styles.xml")])
    yield "xl/styles.xml", _STYLES
    for number, sheet in zip(numbers, sheets, strict=True):
        yield f"xl/worksheets/sheet{number}.xml", "".join(_sheet(sheet))


def _relations(targets: Sequence[tuple[str, str]]) -> str:
    entries = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{entries}</Relationships>'


def _sheet(sheet: SheetContent) -> Iterator[str]:
    yield f"<worksheet {_MAIN}>"
    if sheet.frozen_rows:
        top = f"A{sheet.frozen_rows + 1}"
        yield (
            f'<sheetViews><sheetView workbookViewId="0"><pane ySplit="{sheet.frozen_rows}" topLeftCell="{top}" '
            'activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        )
    if sheet.widths:
        columns = enumerate(sheet.widths, 1)
        yield f"<cols>{''.join(_width(number, width) for number, width in columns)}</cols>"
    yield "<sheetData>"
    for number, row in enumerate([*sheet.rows, *[[]] * max(sheet.text_rows - len(sheet.rows), 0)], 1):
        yield _row(sheet, number, row)
    yield "</sheetData>"
    if sheet.choices:
        yield f'<dataValidations count="{len(sheet.choices)}">{"".join(map(_choice, sheet.choices))}</dataValidations>'
    yield "</worksheet>"


def _width(number: int, width: int) -> str:
    return f'<col min="{number}" max="{number}" width="{width}" customWidth="1"/>'


def _row(sheet: SheetContent, number: int, row: Sequence[CellValue]) -> str:
    is_heading = number - 1 in sheet.headings
    below_heading = bool(sheet.headings) and number - 1 > max(sheet.headings)
    cells = []
    for column in range(max(len(row), 1 + max(sheet.text_columns, default=-1) if below_heading else 0)):
        value = row[column] if column < len(row) else None
        style = HEADING if is_heading else TEXT if below_heading and column in sheet.text_columns else PLAIN
        if value is not None or style == TEXT:
            cells.append(_cell(f"{column_letters(column + 1)}{number}", value, style))
    return f'<row r="{number}">{"".join(cells)}</row>'


def _cell(place: str, value: CellValue, style: int) -> str:
    if value is None:
        return f'<c r="{place}" s="{style}"/>'
    if isinstance(value, str):
        return f'<c r="{place}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'
    return f'<c r="{place}" s="{style}"><v>{value}</v></c>'


def _choice(choice: Choice) -> str:
    text = quoteattr(choice.hint)
    hint = f'showInputMessage="1" showErrorMessage="1" allowBlank="1" prompt={text} error={text}'
    if choice.values:
        listed = escape('"' + ",".join(choice.values) + '"')
        return (
            f'<dataValidation type="list" {hint} sqref="{choice.area}"><formula1>{listed}</formula1></dataValidation>'
        )
    kind = "whole" if choice.is_whole else "decimal"
    return (
        f'<dataValidation type="{kind}" operator="between" {hint} sqref="{choice.area}">'
        f"<formula1>{choice.least}</formula1><formula2>{choice.most}</formula2></dataValidation>"
    )


def column_letters(number: int) -> str:
    """Give the letters of a column: AB for 28."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
