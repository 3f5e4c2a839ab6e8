"""Documents of the tests' own making: Word files from XML, PDF files by reportlab, whose CID fonts need no font file."""

import io
import os
import zipfile
from html import escape

import pytest

if not os.environ.get("CI"):
    pytest.importorskip("reportlab", reason="this environment is older than the dependencies: make .venv/installed-dev")

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from interchange.documents.csv_pages import read_csv
from interchange.documents.document_kinds import DocumentKind, look
from interchange.documents.html_pages import read_html
from interchange.documents.pdf_pages import read_pdf
from interchange.documents.word.docx_pages import read_docx
from interchange.documents.workbooks.xls_pages import read_xls
from interchange.documents.workbooks.xlsx_pages import read_xlsx

FONT = "STSong-Light"
pdfmetrics.registerFont(UnicodeCIDFont(FONT))
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def package(compression=zipfile.ZIP_DEFLATED, **parts):
    """A zip file; `__` in a name is a slash, and the first part of a name ends at `_xml`."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", compression) as archive:
        for name, text in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), text)
    return written.getvalue()


def docx(*blocks):
    """A Word file with these blocks of its body."""
    return package(word__document_xml=f"<w:document {_W}><w:body>{''.join(blocks)}</w:body></w:document>")


def paragraph(text):
    return f"<w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p>"


def numbered(text, properties):
    """A paragraph with properties such as a list, or a style."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{escape(text)}</w:t></w:r></w:p>"


def struck(text):
    return f"<w:p><w:r><w:rPr><w:strike/></w:rPr><w:t>{escape(text)}</w:t></w:r></w:p>"


def cell(*paragraphs, span=1, merge=None):
    """A cell; `merge` is `restart` where a merged one begins, and `continue` below."""
    merged = f'<w:vMerge w:val="{merge}"/>' if merge else ""
    return f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/>{merged}</w:tcPr>{"".join(map(paragraph, paragraphs))}</w:tc>'


def table(*rows):
    return f"<w:tbl>{''.join(f'<w:tr>{chr(10).join(row)}</w:tr>' for row in rows)}</w:tbl>"


def xlsx(sheet):
    return package(xl__workbook_xml="<workbook/>", xl__worksheets__sheet1_xml=f"<worksheet>{sheet}</worksheet>")


def pdf(*pages, encrypt=None, size=(595, 842)):
    """A PDF; a page is a function that draws on the canvas. The bytes are the same at each run."""
    written = io.BytesIO()
    canvas = Canvas(written, pagesize=size, invariant=1, encrypt=encrypt)
    for draw in pages:
        canvas.setFont(FONT, 10)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return written.getvalue()


def read_here(data):
    """What the reader's process does, in this one: a process for each of hundreds of documents takes minutes."""
    readers = {
        DocumentKind.PDF: read_pdf,
        DocumentKind.DOCX: read_docx,
        DocumentKind.XLSX: read_xlsx,
        DocumentKind.XLS: read_xls,
        DocumentKind.HTML: read_html,
        DocumentKind.CSV: read_csv,
    }
    return readers[look(data)](data)


def text_at(left, bottom, text):
    return lambda canvas: canvas.drawString(left, bottom, text)
