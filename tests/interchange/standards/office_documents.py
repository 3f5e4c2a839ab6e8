"""Whole Word files, as an office program writes and prints them: styles, headers, contents, merged cells."""

import shutil
import subprocess
from html import escape
from typing import NamedTuple

from tests.interchange.documents.made_documents import package

PORTRAIT, LANDSCAPE = (11906, 16838), (16838, 11906)
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_OF = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_NS = "http://schemas.openxmlformats.org/package/2006/"
_SIZE = 21


def line(text="", *, bold=False, size=_SIZE, align="left", before=""):
    """A paragraph; a tab in the text is one, and `before` is more of its properties."""
    runs = "<w:r><w:tab/></w:r>".join(_run(each, bold=bold, size=size) for each in text.split("\t"))
    return f'<w:p><w:pPr>{before}<w:jc w:val="{align}"/></w:pPr>{runs}</w:p>'


def heading(text, size=28):
    return line(text, bold=True, size=size)


def page_break():
    return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'


def contents(*entries):
    """Lines of contents with leaders of dots, each a title and its page."""
    tab = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="8300"/></w:tabs>'
    return "".join(line(f"{title}\t{page}", before=tab) for title, page in entries)


def office_table(rows, widths, *, header_rows=1, centred=True):
    """A table. A row is texts, or texts `Over` columns; None goes on from the cell above, and lines are paragraphs."""
    printed = "".join(_row(rows, at, widths, is_header=at < header_rows, centred=centred) for at in range(len(rows)))
    columns = "".join(f'<w:gridCol w:w="{each}"/>' for each in widths)
    edges = "".join(
        f'<w:{each} w:val="single" w:sz="4" w:color="000000"/>'
        for each in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{edges}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{printed}</w:tbl>'
    )


class Over(NamedTuple):
    """A text over several columns."""

    text: str
    columns: int


def office_docx(*blocks, size=PORTRAIT, head="", foot="第 {page} 页 共 {pages} 页"):
    """The file, with running heads and numbers of pages."""
    relation = '<Relationship Id="{0}" Type="{1}{2}" Target="{3}"/>'
    parts = {
        "[Content_Types]_xml": f'<Types xmlns="{_NS}content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        + "".join(
            f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}{kind}+xml"/>'
            for name, kind in (("document", "document.main"), ("header", "header"), ("footer", "footer"))
        )
        + "</Types>",
        "_rels__.rels": f'<Relationships xmlns="{_NS}relationships">'
        + relation.format("rId1", _OF, "officeDocument", "word/document.xml")
        + "</Relationships>",
        "word___rels__document_xml.rels": f'<Relationships xmlns="{_NS}relationships">'
        + relation.format("rId1", _OF, "header", "header.xml")
        + relation.format("rId2", _OF, "footer", "footer.xml")
        + "</Relationships>",
        "word__header_xml": f"<w:hdr {_W}>{line(head, size=18, align='center')}</w:hdr>",
        "word__footer_xml": f"<w:ftr {_W}>{_footer(foot)}</w:ftr>",
        "word__document_xml": f"<w:document {_W} {_R}><w:body>{''.join(blocks)}{_section(size)}</w:body></w:document>",
    }
    return package(**parts)


def office_pdf(data, folder):
    """The same file printed by LibreOffice; None where it is not installed."""
    program = shutil.which("soffice")
    if program is None:
        return None
    (folder / "made.docx").write_bytes(data)
    subprocess.run(
        [program, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf", "made.docx"],
        cwd=folder,
        check=True,
        capture_output=True,
        timeout=240,
    )
    return (folder / "made.pdf").read_bytes()


def _run(text, *, bold=False, size=_SIZE):
    weight = "<w:b/>" if bold else ""
    return (
        f'<w:r><w:rPr><w:rFonts w:eastAsia="WenQuanYi Micro Hei"/>{weight}<w:sz w:val="{size}"/></w:rPr>'
        f'<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
    )


def _row(rows, at, widths, *, is_header, centred):
    cells, column = [], 0
    for given in rows[at]:
        text, columns = given if isinstance(given, Over) else (given, 1)
        goes_on = at + 1 < len(rows) and len(rows[at + 1]) > len(cells) and rows[at + 1][len(cells)] is None
        merge = (
            ""
            if text is not None and not goes_on
            else f'<w:vMerge w:val="{"restart" if text is not None else "continue"}"/>'
        )
        width = sum(widths[column : column + columns])
        middle = '<w:vAlign w:val="center"/>' if centred else ""
        lines = "".join(line(each, bold=is_header) for each in (text or "").split("\n"))
        cells.append(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:gridSpan w:val="{columns}"/>{merge}{middle}</w:tcPr>'
            f"{lines}</w:tc>"
        )
        column += columns
    properties = "<w:trPr><w:tblHeader/></w:trPr>" if is_header else ""
    return f"<w:tr>{properties}{''.join(cells)}</w:tr>"


def _section(size):
    turned = ' w:orient="landscape"' if size[0] > size[1] else ""
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId1"/><w:footerReference w:type="default" r:id="rId2"/>'
        f'<w:pgSz w:w="{size[0]}" w:h="{size[1]}"{turned}/>'
        '<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="720" w:footer="720" w:gutter="0"/>'
        "</w:sectPr>"
    )


def _footer(pattern):
    fields = {"{page}": "PAGE", "{pages}": "NUMPAGES"}
    printed, rest = "", pattern
    while rest:
        at, name = min(((rest.find(each), each) for each in fields if each in rest), default=(len(rest), ""))
        printed += _run(rest[:at], size=18)
        if name:
            printed += f'<w:fldSimple w:instr="{fields[name]}"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
        rest = rest[at + len(name) :]
    return f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr>{printed}</w:p>'
