"""Why a table of alignments is not brought in: each reason is a class with a code, and names what to do about it."""

from collections.abc import Sequence

from interchange.documents.document_errors import DocumentError


class TableFormError(DocumentError):
    """No sheet of the file has the columns of the table."""

    code = "TABLE_FORM"

    def __init__(self, needed: Sequence[tuple[str, str]]) -> None:
        en, zh = ", ".join(each[0] for each in needed), "、".join(each[1] for each in needed)
        super().__init__(
            f"No sheet has a header row with the columns {en}. Begin with the table of alignments as it is exported.",
            f"没有任何工作表的表头含有：{zh}。请从导出的对接表开始填写。",
        )


class TableReportError(DocumentError):
    """The report that is confirmed is not the one of this file and this graph."""

    code = "TABLE_REPORT"

    def __init__(self, confirmed: str, now: str) -> None:
        super().__init__(
            f"The report (sha256 {confirmed[:12]}) is not what the file gives now (sha256 {now[:12]}): the file or the "
            "graph has changed since. Make a new report with --dry-run, read it, and confirm that.",
            f"该报告（sha256 {confirmed[:12]}）与此文件现在的报告（sha256 {now[:12]}）不同：文件或图此后已有变化。"
            "请用 --dry-run 重新生成报告，阅读后再确认。",
        )


class TableRefusedError(DocumentError):
    """Rows of the table are refused or in conflict, so nothing of it is written."""

    code = "TABLE_REFUSED"

    def __init__(self, rows: Sequence[tuple[str, str]]) -> None:
        en, zh = "\n".join(f"  {each[0]}" for each in rows), "\n".join(f"  {each[1]}" for each in rows)
        super().__init__(
            f"{len(rows)} rows are refused, so nothing was written. Correct them, or delete them in the file:\n{en}",
            f"有 {len(rows)} 行被拒绝，因此没有写入任何内容。请更正，或在文件中删去这些行：\n{zh}",
        )
