"""Why a document is not read: each reason is a class with a code, and names what to do about it."""

from enum import Enum

from graph.errors import UserError


class DocumentError(UserError):
    """A document cannot be read; no part of it was written anywhere."""

    code = "DOCUMENT"


class DocumentFileError(DocumentError):
    """The file cannot be opened."""

    code = "DOCUMENT_FILE"

    def __init__(self, file: str, reason: str) -> None:
        super().__init__(
            f"{file} cannot be opened ({reason}). Name a file that this user may read.",
            f"无法打开 {file}（{reason}）。请指定当前用户可读取的文件。",
        )


class ReportFileError(DocumentError):
    """The report on a document cannot be written."""

    code = "REPORT_FILE"

    def __init__(self, file: str, reason: str) -> None:
        super().__init__(
            f"{file} cannot be written ({reason}). Name a file in a folder that this user may write to.",
            f"无法写入 {file}（{reason}）。请指定当前用户可写目录中的文件。",
        )


class FileExistsAlreadyError(DocumentError):
    """The file to write is there already."""

    code = "FILE_EXISTS"

    def __init__(self, file: str) -> None:
        super().__init__(f"{file} is there already; --replace writes over it.", f"{file} 已存在；--replace 可覆盖。")


class StandardNotFoundError(DocumentError):
    """The document has no table of work areas, tasks and requirements."""

    code = "STANDARD_NOT_FOUND"

    def __init__(self) -> None:
        super().__init__(
            "The document has no table of work areas, tasks and skill requirements with codes such as 1.1.1: it is no "
            "skill level standard, or its tables are pictures or have no ruling lines. Give it as DOCX, or fill in the "
            "template.",
            "文档中没有带编号（如 1.1.1）的工作领域、工作任务、职业技能要求表：不是职业技能等级标准，"
            "或表格为图片、没有框线。可改用 DOCX，或填写模板。",
        )


class TemplateError(DocumentError):
    """A workbook lacks a sheet or column of our template."""

    code = "STANDARD_TEMPLATE"

    def __init__(self, sheet: str, column: str) -> None:
        en, zh = (f"the column {column} with values", f"“{column}”列及其内容") if column else ("its rows", "内容")
        super().__init__(
            f"The workbook lacks the sheet {sheet}, or {en}. Take the template for skill level standards, and keep its "
            "sheets and first rows.",
            f"工作簿缺少工作表“{sheet}”或其{zh}。请使用职业技能等级标准的模板，并保留其工作表和首行。",
        )


class DocumentKindError(DocumentError):
    """The first bytes are of no kind that we read, or of a kind that is not read for this purpose."""

    code = "DOCUMENT_KIND"

    @classmethod
    def unknown(cls) -> "DocumentKindError":
        """Make the error of bytes that are no document we know."""
        return cls(
            "The file is no PDF, Word, Excel, HTML or CSV document, whatever its name says. "
            "Save it as PDF, DOCX or XLSX.",
            "文件内容不是 PDF、Word、Excel、HTML 或 CSV，与文件名无关。请另存为 PDF、DOCX 或 XLSX。",
        )

    @classmethod
    def unsuitable(cls, kind: str) -> "DocumentKindError":
        """Make the error of a kind that no reader takes here."""
        return cls(
            f"The file is {kind}; a standard is read from PDF, DOCX, or our XLSX template. Save it as one of them.",
            f"文件类型为 {kind}；标准只能从 PDF、DOCX 或本系统的 XLSX 模板读取。请另存为其中之一。",
        )

    @classmethod
    def no_table(cls, kind: str) -> "DocumentKindError":
        """Make the error of a file where a table is wanted."""
        return cls(
            f"The file is no XLSX and no CSV ({kind}); a table is read from one of them. Save it as XLSX.",
            f"文件不是 XLSX，也不是 CSV（{kind}）；表格只能从二者读取。请另存为 XLSX。",
        )


class TextWithoutTableError(DocumentKindError):
    """The file is text in which no table of several columns is found."""


class DocumentListError(DocumentError):
    """The file is JSON, as a list of standards is, and was given where one document is read."""

    code = "DOCUMENT_LIST"

    def __init__(self) -> None:
        super().__init__(
            "The file is JSON; here one document is read: PDF, DOCX or XLSX. If it is the national platform's list of "
            "standards, import it by the command for lists, on the command line of the server.",
            "文件内容为 JSON；此处只读取单个文档：PDF、DOCX 或 XLSX。"
            "如果它是国家平台的标准清单，请在服务器的命令行用导入清单的命令导入。",
        )


class DocumentEncryptedError(DocumentError):
    """The document opens with a password only."""

    code = "DOCUMENT_ENCRYPTED"

    def __init__(self) -> None:
        super().__init__(
            "The document opens with a password only. Save a copy without the password.",
            "文档设有打开密码。请另存一份不带密码的副本。",
        )


class DocumentTooLargeError(DocumentError):
    """The document is beyond a limit, or unpacks to more than it may."""

    code = "DOCUMENT_TOO_LARGE"

    def __init__(self, unit: tuple[str, str], value: int, limit: int) -> None:
        super().__init__(
            f"The document has {value} {unit[0]}; at most {limit} are read. Split it, or leave out what is not needed.",
            f"文档有 {value} {unit[1]}，最多读取 {limit}。请拆分，或删去不需要的部分。",
            value=value,
            limit=limit,
        )


class Damage(Enum):
    """What is wrong with a damaged document."""

    DIRECTORY = "its list of parts cannot be read", "内部文件目录无法读取"
    LENGTH = "a part is longer than it says", "内部文件超出所声明的长度"
    DOCTYPE = "a part declares a document type", "内部文件含有文档类型声明"
    XML = "a part is no well-formed XML", "内部文件的 XML 有误"
    COMPRESSION = "a compressed part is cut or altered", "压缩内容被截断或改动"
    NO_BODY = "it has no body", "缺少正文"
    STRUCTURE = "its structure cannot be followed", "内部结构无法解析"
    PAGES = "pages are missing", "缺少页面"
    CONTENTS = "the contents of the page are missing", "页面内容缺失"
    TABLE = "its quotation marks do not pair", "引号不成对"
    TEXT = "its characters are in no encoding that is read", "文字编码无法识别"


class DocumentDamagedError(DocumentError):
    """The bytes begin as a document and do not go on as one."""

    code = "DOCUMENT_DAMAGED"

    def __init__(self, damage: Damage, page: int | None = None) -> None:
        self.damage = damage
        en, zh = (f" on page {page}", f"第 {page} 页") if page else ("", "")
        super().__init__(
            f"The document is damaged{en}: {damage.value[0]}. Save it again from its program, or fetch it again.",
            f"文档{zh}已损坏：{damage.value[1]}。请用原程序打开后重新保存，或重新获取。",
            page=page,
        )


class DocumentWithoutTextError(DocumentError):
    """The pages are pictures: a scan."""

    code = "DOCUMENT_WITHOUT_TEXT"

    def __init__(self, pages: int) -> None:
        super().__init__(
            f"No page of {pages} holds text: it is a scan, or its fonts do not name their characters. "
            "Run text recognition (OCR) first, then import.",
            f"共 {pages} 页均无可读文字：应为扫描件，或字体未标明字符。请先做文字识别（OCR），再导入。",
        )


class DocumentReaderError(DocumentError):
    """The process that reads the document was stopped at one of its limits, or died."""

    code = "DOCUMENT_READER"

    @classmethod
    def out_of_time(cls, seconds: float) -> "DocumentReaderError":
        """Make the error of a reader that took too long."""
        return cls(
            f"Reading the document took more than {seconds:g} s and was stopped. Save it again, or split it.",
            f"读取文档超过 {seconds:g} 秒，已停止。请用原程序重新保存，或拆分。",
        )

    @classmethod
    def died(cls, status: int) -> "DocumentReaderError":
        """Make the error of a reader that ended without an answer; mostly for want of memory."""
        return cls(
            f"The process that reads the document ended without an answer (status {status}), mostly because it needs "
            "more memory than the limit. Save the document again, or split it.",
            f"读取文档的进程未给出结果即退出（状态 {status}），多因所需内存超限。请重新保存文档，或拆分。",
        )
