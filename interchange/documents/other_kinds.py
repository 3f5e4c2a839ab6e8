"""Kinds of files that people hand in and that are not read: each is named, so that they know what to save it as."""

import re
from enum import Enum

from interchange.documents.document_errors import DocumentKindError, TextWithoutTableError

_HEAD = 4096
_AS_DOCX = "Open it in Word or WPS and save it as DOCX.", "请用 Word 或 WPS 打开，另存为 DOCX。"
_AS_XLSX = "Open it in Excel or WPS and save it as XLSX.", "请用 Excel 或 WPS 打开，另存为 XLSX。"
_AS_TEXT = (
    "Give the document that it was made from: no text is read from pictures.",
    "请提供原始文档：无法从图片读取文字。",
)
_UNPACKED = "Unpack it, and give one document at a time.", "请解压后逐个提供文档。"
_AS_UTF_8 = 'Save it as XLSX, or as "CSV UTF-8".', "请另存为 XLSX，或“CSV UTF-8”。"


class OtherKind(Enum):
    """What it is, and what to do about it; each in English and Chinese."""

    OLD_WORD = ("an old Word or WPS document (.doc, .wps)", "旧版 Word 或 WPS 文字文档（.doc、.wps）"), _AS_DOCX
    RICH_TEXT = ("rich text (.rtf)", "RTF 文档（.rtf）"), _AS_DOCX
    WORD_XML = ("a Word document in one XML file", "单个 XML 文件形式的 Word 文档"), _AS_DOCX
    OPEN_TEXT = ("an OpenDocument text (.odt)", "OpenDocument 文本文档（.odt）"), _AS_DOCX
    OPEN_SHEETS = ("an OpenDocument workbook (.ods)", "OpenDocument 电子表格（.ods）"), _AS_XLSX
    BINARY_SHEETS = ("a binary workbook (.xlsb)", "二进制工作簿（.xlsb）"), _AS_XLSX
    EXCEL_XML = ("an Excel workbook in one XML file", "单个 XML 文件形式的 Excel 工作簿"), _AS_XLSX
    SLIDES = (
        ("a presentation", "演示文稿"),
        ("Give the plan or standard as PDF, DOCX or XLSX.", "请提供 PDF、DOCX 或 XLSX。"),
    )
    PICTURE = ("a picture", "图片"), _AS_TEXT
    ARCHIVE = ("an archive of files", "压缩包"), _UNPACKED
    TEXT = ("text without a table, or in an unknown encoding", "没有表格的文本，或编码无法识别"), _AS_UTF_8

    def error(self) -> DocumentKindError:
        """Make the error that names the kind."""
        (english, chinese), (fix, fix_chinese) = self.value
        error = TextWithoutTableError if self is OtherKind.TEXT else DocumentKindError
        return error(f"The file is {english}, which cannot be read. {fix}", f"文件是{chinese}，无法读取。{fix_chinese}")


# The directory of an OLE file names its streams in UTF-16.
_OLE_STREAMS = {"WordDocument": OtherKind.OLD_WORD, "PowerPoint Document": OtherKind.SLIDES}
_PACKAGE_PARTS = {"ppt/presentation.xml": OtherKind.SLIDES, "xl/workbook.bin": OtherKind.BINARY_SHEETS}
_OPEN_DOCUMENTS = {"text": OtherKind.OPEN_TEXT, "spreadsheet": OtherKind.OPEN_SHEETS, "presentation": OtherKind.SLIDES}
_OPEN_DOCUMENT = re.compile(rb"application/vnd\.oasis\.opendocument\.(text|spreadsheet|presentation)")
_BEGINNINGS = {
    rb"\{\\rtf": OtherKind.RICH_TEXT,
    rb"\x89PNG|\xff\xd8\xff|GIF8[79]a|BM.{4}\0{4}|II\*\0|MM\0\*|RIFF.{4}WEBP": OtherKind.PICTURE,
    rb"Rar!\x1a\x07|7z\xbc\xaf|\x1f\x8b|BZh[1-9]1AY&SY|\xfd7zXZ": OtherKind.ARCHIVE,
    rb"[^<]{0,3}<\?xml.*urn:schemas-microsoft-com:office:spreadsheet": OtherKind.EXCEL_XML,
    rb"[^<]{0,3}<\?xml.*schemas\.microsoft\.com/office/word/200\d/wordml": OtherKind.WORD_XML,
}
# In UTF-16, or without control characters but the one that ends a text of DOS.
_TEXT = re.compile(rb"(?:\xff\xfe|\xfe\xff).*|[^\0-\x08\x0e-\x1f]+\x1a?", re.DOTALL)


def other_kind(data: bytes) -> OtherKind | None:
    """Tell a kind that is not read by how its bytes begin. Some are text that might be taken for a table."""
    return next((kind for begins, kind in _BEGINNINGS.items() if re.match(begins, data[:_HEAD], re.DOTALL)), None)


def unread_file(data: bytes) -> DocumentKindError:
    """Name bytes that begin as nothing we know."""
    return OtherKind.TEXT.error() if _TEXT.fullmatch(data[:_HEAD]) else DocumentKindError.unknown()


def unread_ole(data: bytes) -> DocumentKindError:
    """Name what an OLE file is that is no workbook."""
    for stream, kind in _OLE_STREAMS.items():
        if stream.encode("utf-16-le") in data:
            return kind.error()
    return DocumentKindError.unknown()


def unread_package(data: bytes, names: set[str]) -> DocumentKindError:
    """Name what a ZIP file is that holds neither a document of Word nor a workbook."""
    # Its first part, which is not packed, says what an OpenDocument is.
    if found := _OPEN_DOCUMENT.search(data[:_HEAD]):
        return _OPEN_DOCUMENTS[found[1].decode()].error()
    for name, kind in _PACKAGE_PARTS.items():
        if name in names:
            return kind.error()
    return OtherKind.ARCHIVE.error()
