"""What a file is, by its bytes: every hostile one is refused before any library sees it."""

import contextlib
import struct
import zipfile
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interchange.documents.document_errors import DocumentError, DocumentKindError
from interchange.documents.document_kinds import BYTES_LARGEST, DocumentKind, look
from tests.interchange.documents.made_documents import docx, package, paragraph, pdf, text_at, xlsx

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
SHEET = "xl__worksheets__sheet1_xml"
ENTITIES = '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>'
FILES = '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/hostname">]><worksheet>&x;</worksheet>'


def longer_than_it_says():
    """A part whose directory entry promises ten bytes."""
    data = bytearray(xlsx("<row/>" * 1000))
    entry = data.rindex(b"PK\x01\x02")
    struct.pack_into("<I", data, entry + 24, 10)
    return bytes(data)


def encrypted_zip():
    data = bytearray(docx(paragraph("a")))
    entry = data.rindex(b"PK\x01\x02")
    struct.pack_into("<H", data, entry + 8, 1)
    return bytes(data)


def many_parts(number_of=2001, name=""):
    written = BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for number in range(number_of):
            archive.writestr(f"{name}{number}", "")
    return written.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (pdf(text_at(50, 700, "文字")), DocumentKind.PDF),
        (b"\n\n" + pdf(text_at(50, 700, "文字")), DocumentKind.PDF),
        (docx(paragraph("文字")), DocumentKind.DOCX),
        (xlsx('<sheetData><row r="1"><c r="A1"/></row></sheetData>'), DocumentKind.XLSX),
        (OLE + "Workbook".encode("utf-16-le"), DocumentKind.XLS),
        (b"\xef\xbb\xbf <!DOCTYPE html><table>", DocumentKind.HTML),
        ("<html><meta charset=gb2312>表".encode("gb18030"), DocumentKind.HTML),
        ("进程表\n课程名称,学分,学时\n语文,2,32\n".encode("gb18030"), DocumentKind.CSV),
        ("课程名称;学分;学时\n语文;2;32\n".encode("utf-8-sig"), DocumentKind.CSV),
        ("课程名称\t学分\t学时\n语文\t2\t32\n".encode("utf-16"), DocumentKind.CSV),
        # The look ends within a character.
        ("课程名称,学分,学时\n语文,2,32\n".encode() + "语".encode() * (64 << 10), DocumentKind.CSV),
    ],
)
def test_the_bytes_tell_the_kind(data, kind):
    assert look(data) is kind


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "DOCUMENT_KIND"),
        ("课程名称,学分".encode("gb18030"), "DOCUMENT_KIND"),
        (b"a,b,c\n1,2,3\n\0,,\n", "DOCUMENT_KIND"),
        (b'{"data": {"records": [{"standardCode": "990003", "standardName": "x"}]}}', "DOCUMENT_LIST"),
        (b'\xef\xbb\xbf[\n [{"a": 1, "b": 2},\n {"a": 1, "b": 2}]]', "DOCUMENT_LIST"),
        (OLE + "WordDocument".encode("utf-16-le"), "DOCUMENT_KIND"),
        (package(a_xml="<a/>"), "DOCUMENT_KIND"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "DOCUMENT_ENCRYPTED"),
        (encrypted_zip(), "DOCUMENT_ENCRYPTED"),
        (docx(paragraph("a"))[:-30], "DOCUMENT_DAMAGED"),
        (b"PK\x03\x04", "DOCUMENT_DAMAGED"),
        (longer_than_it_says(), "DOCUMENT_DAMAGED"),
        (package(xl__workbook_xml="<a/>", **{SHEET: ENTITIES}), "DOCUMENT_DAMAGED"),
        (package(xl__workbook_xml="<a/>", **{SHEET: FILES}), "DOCUMENT_DAMAGED"),
        (xlsx("<row>"), "DOCUMENT_DAMAGED"),
        (many_parts(), "DOCUMENT_TOO_LARGE"),
        (many_parts(20, "a" * 30_000), "DOCUMENT_TOO_LARGE"),
        (docx(paragraph("a" * (2 << 20))), "DOCUMENT_TOO_LARGE"),
        (xlsx('<row r="2"><c r="XFD2"/></row>'), "DOCUMENT_TOO_LARGE"),
        (xlsx('<row r="1048576"/>'), "DOCUMENT_TOO_LARGE"),
        (xlsx("<row/>" * 3001), "DOCUMENT_TOO_LARGE"),
        (b"%PDF-1.4 <</Type/Pages/Count 2000>>", "DOCUMENT_TOO_LARGE"),
        (bytes(BYTES_LARGEST + 1), "DOCUMENT_TOO_LARGE"),
    ],
)
def test_what_cannot_be_read_is_refused(data, code):
    with pytest.raises(DocumentError) as refusal:
        look(data)

    assert refusal.value.code == code
    assert all(refusal.value.message(language) for language in ("en", "zh"))


def ole(stream):
    return OLE + stream.encode("utf-16-le")


def zipped(name, text=""):
    written = BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr(name, text)
    return written.getvalue()


def open_document(kind):
    return zipped("mimetype", f"application/vnd.oasis.opendocument.{kind}")


@pytest.mark.parametrize(
    ("data", "named", "fix"),
    [
        (ole("WordDocument"), ".doc", "DOCX"),
        (b"{\\rtf1\\ansi;;;\n;;;\n;;;", ".rtf", "DOCX"),
        (open_document("text"), ".odt", "DOCX"),
        (
            b'<?xml version="1.0"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml">',
            "XML",
            "DOCX",
        ),
        (open_document("spreadsheet"), ".ods", "XLSX"),
        (zipped("xl/workbook.bin"), ".xlsb", "XLSX"),
        (
            b'\xef\xbb\xbf<?xml version="1.0"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
            "XML",
            "XLSX",
        ),
        (ole("PowerPoint Document"), "演示文稿", "DOCX"),
        (zipped("ppt/presentation.xml"), "演示文稿", "DOCX"),
        (open_document("presentation"), "演示文稿", "DOCX"),
        (b"\x89PNG\r\n\x1a\n", "图片", "原始文档"),
        (b"\xff\xd8\xff\xe0", "图片", "原始文档"),
        (zipped("计划.docx"), "压缩包", "解压"),
        (b"Rar!\x1a\x07", "压缩包", "解压"),
        (b"7z\xbc\xaf\x27\x1c", "压缩包", "解压"),
        (b"BZh91AY&SY", "压缩包", "解压"),
        (b"GIF89a", "图片", "原始文档"),
        ("只是一段话。".encode(), "没有表格的文本", "UTF-8"),
        (b"Rar! BZh GIF8", "没有表格的文本", "UTF-8"),
        ("只是一段话。".encode("utf-16"), "没有表格的文本", "UTF-8"),
    ],
)
def test_a_file_of_another_kind_is_named_and_so_is_what_to_save_it_as(data, named, fix):
    with pytest.raises(DocumentKindError) as refusal:
        look(data)

    assert named in refusal.value.message("zh")
    assert fix in refusal.value.message("zh")
    assert len(refusal.value.message("en").split(". ")) == 2


def test_a_refusal_names_the_limit_in_both_languages():
    with pytest.raises(DocumentError) as refusal:
        look(b"%PDF-1.4 <</Type/Pages/Count 2000>>")

    assert refusal.value.message("en") == (
        "The document has 2000 pages; at most 300 are read. Split it, or leave out what is not needed."
    )
    assert refusal.value.message("zh") == "文档有 2000 页，最多读取 300。请拆分，或删去不需要的部分。"


ROWS = "".join(
    f'<row r="{number}"><c r="A{number}"><v>{number * number % 997}</v></c></row>' for number in range(1, 300)
)
SHEETS = {
    "deflated": xlsx(f"<sheetData>{ROWS}</sheetData>"),
    "bzip2": package(
        compression=zipfile.ZIP_BZIP2, xl__workbook_xml="<a/>", **{SHEET: f"<worksheet>{ROWS}</worksheet>"}
    ),
    "lzma": package(compression=zipfile.ZIP_LZMA, xl__workbook_xml="<a/>", **{SHEET: f"<worksheet>{ROWS}</worksheet>"}),
}


@pytest.mark.slow
@pytest.mark.parametrize("data", SHEETS.values(), ids=SHEETS)
@settings(max_examples=300)
@given(alterations=st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), min_size=1, max_size=20))
def test_a_sheet_with_altered_bytes_is_read_or_refused_by_name(data, alterations):
    altered = bytearray(data)
    for place, value in alterations:
        altered[int(place * len(altered))] = value

    with contextlib.suppress(DocumentError):
        assert look(bytes(altered)) is DocumentKind.XLSX


def test_what_office_never_writes_is_not_unpacked():
    for data in (SHEETS["bzip2"], SHEETS["lzma"]):
        with pytest.raises(DocumentError, match="compressed"):
            look(data)
