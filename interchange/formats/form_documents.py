"""Word files (DOCX) to print and submit: a title, and tables under their captions, as the XML that Word reads."""

import io
import zipfile
from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from interchange.formats.laid_out_tables import FormCell, FormTable, cell_text

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_DOCUMENT}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_DOCUMENT}.styles+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_RELATION}/officeDocument" Target="word/document.xml"/></Relationships>',
    "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_RELATION}/styles" Target="styles.xml"/></Relationships>',
    # Half points: 9 is the least size that a printed table is read in.
    "word/styles.xml": f'<w:styles xmlns:w="{_W}"><w:docDefaults><w:rPrDefault><w:rPr>'
    '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="宋体"/><w:sz w:val="18"/>'
    "</w:rPr></w:rPrDefault></w:docDefaults></w:styles>",
}
# A4 across, with margins of 1.5 cm, in twentieths of a point.
_WIDE, _HIGH, _MARGIN = 16838, 11906, 850
_SECTION = (
    f'<w:sectPr><w:pgSz w:w="{_WIDE}" w:h="{_HIGH}" w:orient="landscape"/><w:pgMar w:top="{_MARGIN}" '
    f'w:right="{_MARGIN}" '
    f'w:bottom="{_MARGIN}" w:left="{_MARGIN}" w:header="0" w:footer="0" w:gutter="0"/></w:sectPr>'
)
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_BORDERS = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>' for side in _SIDES)
# The first moment that a zip file can name: the same tables give the same bytes.
_MOMENT = (1980, 1, 1, 0, 0, 0)


def write_form_document(title: str, tables: Sequence[FormTable]) -> bytes:
    """Write a title, and each table under its name."""
    parts = [_paragraph(title, size=32)]
    for each in tables:
        parts += [_paragraph(each.name, size=24), _table(each)]
    # Word asks for a paragraph after a table that ends the text.
    body = "".join([*parts, "<w:p/>", _SECTION])
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in {
            **_PARTS,
            "word/document.xml": f'<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>',
        }.items():
            package.writestr(zipfile.ZipInfo(name, _MOMENT), _HEAD + text, zipfile.ZIP_DEFLATED)
    return written.getvalue()


def _paragraph(text: str, *, size: int) -> str:
    space = '<w:spacing w:before="240" w:after="120"/>'
    return f'<w:p><w:pPr><w:keepNext/>{space}<w:jc w:val="center"/></w:pPr>{_run(text, is_bold=True, size=size)}</w:p>'


def _run(text: str, *, is_bold: bool = False, size: int | None = None) -> str:
    looks = ("<w:b/>" if is_bold else "") + (f'<w:sz w:val="{size}"/>' if size else "")
    lines = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(each)}</w:t>' for each in text.split("\n"))
    return f"<w:r>{f'<w:rPr>{looks}</w:rPr>' if looks else ''}{lines}</w:r>"


def _table(table: FormTable) -> str:
    wide = _WIDE - 2 * _MARGIN
    whole = sum(table.widths)
    widths = [each * wide // whole for each in table.widths]
    grid = "".join(f'<w:gridCol w:w="{each}"/>' for each in widths)
    rows = "".join(_rows(table, widths))
    borders = f'<w:tblBorders>{_BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/>'
    look = f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/>{borders}'
    return f"<w:tbl><w:tblPr>{look}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"


def _rows(table: FormTable, widths: Sequence[int]) -> Iterator[str]:
    # Cells that go on in rows below: the last of these rows, by column.
    ends: dict[int, tuple[int, FormCell]] = {}
    for row, cells in enumerate(table.rows):
        ends |= {at: (row + each.rows - 1, each) for at, each in cells.items()}
        parts, at = [], 0
        while at < len(widths):
            last, goes_on = ends.get(at, (-1, FormCell(None)))
            cell = cells.get(at) or (goes_on if last >= row else FormCell(None))
            parts.append(_cell(cell, sum(widths[at : at + cell.columns]), is_first=at in cells))
            at += cell.columns
        heading = "<w:tblHeader/>" if row < table.heading_rows else ""
        yield f"<w:tr><w:trPr><w:cantSplit/>{heading}</w:trPr>{''.join(parts)}</w:tr>"


def _cell(cell: FormCell, width: int, *, is_first: bool) -> str:
    span = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
    merge = f'<w:vMerge w:val="{"restart" if is_first else "continue"}"/>' if cell.rows > 1 else ""
    shade = '<w:shd w:val="clear" w:color="auto" w:fill="DDE6F0"/>' if cell.is_label else ""
    text = cell_text(cell.value) if is_first else ""
    run = _run(text, is_bold=cell.is_label) if text else ""
    look = f'<w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}{shade}<w:vAlign w:val="center"/>'
    return f"<w:tc><w:tcPr>{look}</w:tcPr><w:p>{run}</w:p></w:tc>"
