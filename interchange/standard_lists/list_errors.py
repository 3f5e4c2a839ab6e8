"""Why a list of standards is not read or not written: each reason is a class with a code."""

from interchange.documents.document_errors import DocumentError


class ListJsonError(DocumentError):
    """The bytes are no JSON, or JSON that no server writes."""

    code = "LIST_JSON"

    def __init__(self, line: int, column: int, why: tuple[str, str]) -> None:
        super().__init__(
            f"Line {line}, column {column} is no JSON: {why[0]}. The file may be cut; fetch it again.",
            f"第 {line} 行第 {column} 列不是有效的 JSON：{why[1]}。文件可能不完整，请重新获取。",
            line=line,
            column=column,
        )


class ListTooDeepError(DocumentError):
    """Values lie within values deeper than a list of standards has them."""

    code = "LIST_TOO_DEEP"

    def __init__(self, limit: int) -> None:
        super().__init__(
            f"Values lie more than {limit} deep in each other: this is no list of standards.",
            f"嵌套超过 {limit} 层：不是标准清单。",
            limit=limit,
        )


class ListFormError(DocumentError):
    """No record of a standard or certificate stands in the file."""

    code = "LIST_FORM"

    def __init__(self) -> None:
        super().__init__(
            "The file holds no record with standardCode, standardName or certificateName. Give the answer of the "
            "national platform as it came: one answer, a list of answers or of records, or a record on each line.",
            "文件中没有含 standardCode、standardName 或 certificateName 的记录。请给出国家平台的原始应答："
            "一份应答、应答或记录的列表，或每行一条记录。",
        )


class ListReportError(DocumentError):
    """The report that is confirmed is not the one of this list and this graph."""

    code = "LIST_REPORT"

    def __init__(self, confirmed: str, now: str) -> None:
        super().__init__(
            f"The report (sha256 {confirmed[:12]}) is not what the list gives now (sha256 {now[:12]}): the list or the "
            "graph has changed since. Make a new report, read it, and confirm that.",
            f"该报告（sha256 {confirmed[:12]}）与此清单现在的报告（sha256 {now[:12]}）不同：清单或图此后已有变化。"
            "请重新生成报告，阅读后再确认。",
        )


class ListKnownError(DocumentError):
    """The graph has all that the list says and that may be written."""

    code = "LIST_KNOWN"

    def __init__(self) -> None:
        super().__init__(
            "The graph has all of this list that can be written; nothing was written. The report names what differs.",
            "清单中可写入的内容图中均已有，未写入任何内容。差异见报告。",
        )
