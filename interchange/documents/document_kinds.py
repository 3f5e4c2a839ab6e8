"""What a file is by its bytes, looked at before any library: a name proves nothing, and some bytes kill a reader."""

import codecs
import contextlib
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from enum import StrEnum
from xml.parsers import expat

from interchange.documents.document_errors import (
    Damage,
    DocumentDamagedError,
    DocumentEncryptedError,
    DocumentListError,
    DocumentTooLargeError,
)
from interchange.documents.other_kinds import other_kind, unread_file, unread_ole, unread_package

BYTES_LARGEST = 30 << 20
UNPACKED_LARGEST = 40 << 20
PARTS_LARGEST = 2_000
PAGES_LARGEST = 300
DIRECTORY_LARGEST = 512 << 10
ROWS_LARGEST = 3_000
COLUMNS_LARGEST = 200
# Of the parts that hold text; what pictures in a document unpack to is never read.
_RATIO_LARGEST = 200
_CHUNK = 1 << 16
_COMPRESSIONS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)

BYTES = ("bytes", "字节")
UNPACKED = ("bytes when unpacked", "字节（解压后）")
PARTS = ("parts inside", "个内部文件")
DIRECTORY = ("bytes of names of parts", "字节的内部目录")
PAGES = ("pages", "页")
ROWS = ("rows", "行")
COLUMNS = ("columns", "列")

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP_END, _ZIP_END_SIZE = b"PK\x05\x06", 22
# The directory of an OLE file names its streams in UTF-16.
_OLE_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OLE_WORKBOOK = "Workbook".encode("utf-16-le")
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|table|meta)\b", re.IGNORECASE)
# An object, or a list of objects.
_JSON = re.compile(rb'(?:\xef\xbb\xbf)?[\s\[]*+\{\s*"')
UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")
# How spreadsheets save text, tried in this order. WPS and Excel in China save CSV in GB 18030.
CSV_ENCODINGS = ("utf-8-sig", "gb18030")
CSV_DELIMITERS = ",\t;"
# What is looked at of a text, and how much of a table must stand in it: two rows of three cells.
_TEXT_HEAD = 64 << 10
_ROWS_LEAST, _DELIMITERS_LEAST = 2, 2
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_PAGE_COUNT = re.compile(rb"/Count\s+(\d{1,9})\b")
# Readers of PDF look for the mark in the first kilobyte.
_PDF_WITHIN = 1024


class DocumentKind(StrEnum):
    """What the bytes are."""

    PDF = "PDF"
    DOCX = "DOCX"
    XLSX = "XLSX"
    XLS = "XLS"
    HTML = "HTML"
    CSV = "CSV"


def look(data: bytes) -> DocumentKind:
    """Tell what the bytes are, or refuse them with the reason; unpacks no more than the limits."""
    if len(data) > BYTES_LARGEST:
        raise DocumentTooLargeError(BYTES, len(data), BYTES_LARGEST)
    if b"%PDF-" in data[:_PDF_WITHIN]:
        return _pdf(data)
    if data.startswith(b"PK"):
        return _package(data)
    if data.startswith(_OLE):
        return _ole(data)
    # Of text in UTF-16 each second byte is a zero.
    if _HTML.search(data[:_PDF_WITHIN].replace(b"\0", b"") if data.startswith(UTF_16_MARKS) else data[:_PDF_WITHIN]):
        return DocumentKind.HTML
    if _JSON.match(data[:_TEXT_HEAD]):
        raise DocumentListError
    if other := other_kind(data):
        raise other.error()
    if _is_csv(data[:_TEXT_HEAD]):
        return DocumentKind.CSV
    raise unread_file(data)


def _is_csv(head: bytes) -> bool:
    """Whether the bytes are text with several rows of several cells."""
    encodings = ("utf-16",) if head.startswith(UTF_16_MARKS) else CSV_ENCODINGS
    for each in encodings:
        # The head may end within a character.
        with contextlib.suppress(UnicodeDecodeError):
            text = codecs.getincrementaldecoder(each)().decode(head)
            rows = text.splitlines()
            most = max(sum(row.count(mark) >= _DELIMITERS_LEAST for row in rows) for mark in CSV_DELIMITERS)
            return most >= _ROWS_LEAST and not _CONTROLS.search(text)
    return False


def _pdf(data: bytes) -> DocumentKind:
    """Refuse what says itself that it has too many pages. The reader counts those in compressed parts."""
    pages = max((int(each) for each in _PAGE_COUNT.findall(data)), default=0)
    if b"/Pages" in data and pages > PAGES_LARGEST:
        raise DocumentTooLargeError(PAGES, pages, PAGES_LARGEST)
    return DocumentKind.PDF


def _ole(data: bytes) -> DocumentKind:
    if _OLE_ENCRYPTED in data:
        raise DocumentEncryptedError
    if _OLE_WORKBOOK in data:
        return DocumentKind.XLS
    raise unread_ole(data)


def _package(data: bytes) -> DocumentKind:
    end = data.rfind(_ZIP_END)
    # zipfile reads the whole directory first, however long it is.
    if 0 <= end <= len(data) - _ZIP_END_SIZE:
        directory = int.from_bytes(data[end + 12 : end + 16], "little")
        if directory > DIRECTORY_LARGEST:
            raise DocumentTooLargeError(DIRECTORY, directory, DIRECTORY_LARGEST)
    with naming_damage(Damage.DIRECTORY):
        package = zipfile.ZipFile(io.BytesIO(data))
    with package, naming_damage(Damage.COMPRESSION):
        return _parts(package, data)


@contextlib.contextmanager
def naming_damage(damage: Damage) -> Iterator[None]:
    """Name the damage of a package, whatever zipfile raises for it.

    Its documentation names BadZipFile alone. Each of the others was raised by a file with some bytes changed: by the
    names, sizes and offsets of its directory, or by what it unpacks.
    """
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, ValueError, EOFError, OSError, NotImplementedError, OverflowError):
        raise DocumentDamagedError(damage) from None


def _parts(package: zipfile.ZipFile, data: bytes) -> DocumentKind:
    parts = package.infolist()
    if len(parts) > PARTS_LARGEST:
        raise DocumentTooLargeError(PARTS, len(parts), PARTS_LARGEST)
    if any(each.flag_bits & 1 for each in parts):
        raise DocumentEncryptedError
    # Office writes no others, and theirs may ask for gigabytes before the first byte is unpacked.
    if any(each.compress_type not in _COMPRESSIONS for each in parts):
        raise DocumentDamagedError(Damage.COMPRESSION)
    texts = [each for each in parts if each.filename.endswith((".xml", ".rels"))]
    unpacked = sum(each.file_size for each in texts)
    if unpacked > UNPACKED_LARGEST or any(_is_bomb(each) for each in texts):
        raise DocumentTooLargeError(UNPACKED, unpacked, UNPACKED_LARGEST)
    names = {each.filename for each in parts}
    if "word/document.xml" in names:
        return DocumentKind.DOCX
    if "xl/workbook.xml" not in names:
        raise unread_package(data, names)
    for part in texts:
        if part.filename.startswith("xl/worksheets/sheet"):
            _SheetLook(package, part).run()
    return DocumentKind.XLSX


def _is_bomb(part: zipfile.ZipInfo) -> bool:
    return part.file_size > (1 << 20) and part.file_size > _RATIO_LARGEST * max(part.compress_size, 1)


def chunks(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """Unpack a part piece by piece, and no further than the directory says it goes."""
    left = part.file_size
    with package.open(part) as file:
        while chunk := file.read(_CHUNK):
            left -= len(chunk)
            if left < 0:
                raise DocumentDamagedError(Damage.LENGTH)
            yield chunk


def parse_part(package: zipfile.ZipFile, part: zipfile.ZipInfo, parser: expat.XMLParserType) -> None:
    """Run an XML parser over a part. A document type is refused: entities in it unpack without limit or read files."""

    def refuse_doctype(*_: object) -> None:
        raise DocumentDamagedError(Damage.DOCTYPE)

    parser.StartDoctypeDeclHandler = refuse_doctype
    try:
        for chunk in chunks(package, part):
            parser.Parse(chunk)
        parser.Parse(b"", True)  # noqa: FBT003  # the end, a parameter without a name
    except expat.ExpatError:
        raise DocumentDamagedError(Damage.XML) from None


class _SheetLook:
    """Whether the cells of a sheet stay within rows and columns; one far cell makes readers ask for gigabytes."""

    def __init__(self, package: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
        self.package = package
        self.part = part
        self.row = 0

    def run(self) -> None:
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._element
        parse_part(self.package, self.part, parser)

    def _element(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "row":
            self.row = max(self.row + 1, int(attributes.get("r", 0)))
            if self.row > ROWS_LARGEST:
                raise DocumentTooLargeError(ROWS, self.row, ROWS_LARGEST)
        elif tag == "c":
            _refuse_far(attributes.get("r", "A"))


def _refuse_far(reference: str) -> None:
    """Raise DocumentTooLargeError for a cell beyond the rows and columns that are read."""
    if (column := _column(reference)) > COLUMNS_LARGEST:
        raise DocumentTooLargeError(COLUMNS, column, COLUMNS_LARGEST)
    if (row := int(re.sub(r"\D", "", reference) or 0)) > ROWS_LARGEST:
        raise DocumentTooLargeError(ROWS, row, ROWS_LARGEST)


def _column(reference: str) -> int:
    """Give the number of the column of a cell: 28 for AB7."""
    number = 0
    for letter in re.match(r"[A-Z]{0,3}", reference).group():  # type: ignore[union-attr]  # the pattern matches nothing too
        number = number * 26 + ord(letter) - 64
    return number
