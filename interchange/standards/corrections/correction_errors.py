"""Why a correction is refused: each says which one, and what to do."""

from typing import Self

from interchange.documents.document_errors import DocumentError

# Of a text that an error shows: enough to see which one it is.
_SHOWN_LARGEST = 100
_PARTS = {
    "level": ("level", "等级"),
    "code": ("code", "编号"),
    "text": ("text", "文字"),
    "removes": ("removal", "删除"),
}


class CorrectionError(DocumentError):
    """A correction fits nothing in the report, or changes what cannot be changed so; nothing was written."""

    code = "IMPORT_CORRECTION"

    @classmethod
    def fits_nothing(cls, item: str) -> Self:
        """Make the error of an item that the report does not have, or that is removed with what it stands under."""
        return cls(
            f"The correction of {item} fits nothing in the report: it has no such item, or what it stands under is "
            "removed. Take the names of items from the report.",
            f"对 {item} 的更正在报告中没有对应项：没有该项，或其上级已删除。请使用报告中的条目名称。",
        )

    @classmethod
    def says_nothing(cls, item: str) -> Self:
        """Make the error of a correction without content."""
        return cls(
            f"The correction of {item or 'a row to add'} changes nothing. Give a level, code or text, or leave it out.",
            f"对 {item or '新增行'} 的更正没有内容。请给出等级、编号或文字，或去掉此项。",
        )

    @classmethod
    def twice(cls, item: str) -> Self:
        """Make the error of an item that two corrections name."""
        return cls(f"{item} is corrected twice. Keep one of them.", f"{item} 被更正两次。请只保留一个。")

    @classmethod
    def too_many(cls, count: int, largest: int) -> Self:
        """Make the error of a list that is too long."""
        return cls(
            f"These are {count} corrections; at most {largest}. Correct the document, or use the template.",
            f"共 {count} 处更正，最多 {largest} 处。请改正文档，或使用模板。",
        )

    @classmethod
    def too_long(cls, item: str, largest: int) -> Self:
        """Make the error of a text that is too long."""
        return cls(
            f"The correction of {item} is longer than {largest} characters.", f"对 {item} 的更正超过 {largest} 个字符。"
        )

    @classmethod
    def read_too_long(cls, item: str, largest: int) -> Self:
        """Make the error of a text that no report reads: it is too long."""
        return cls(
            f"What the correction of {item or 'a row to add'} gives as read is longer than {largest} characters. "
            "Take it from the report.",
            f"对 {item or '新增行'} 的更正所给的原读文字超过 {largest} 个字符。请采用报告中的文字。",
        )

    @classmethod
    def reads_otherwise(cls, item: str, seen: str, read: str) -> Self:
        """Make the error of a correction made to another report."""
        seen, read = _shown(seen), _shown(read)
        return cls(
            f"The correction of {item} is of {seen!r}; the report reads {read!r} there. Correct this report instead.",
            f"对 {item} 的更正针对“{seen}”，而报告中该处为“{read}”。请针对本报告更正。",
        )

    @classmethod
    def of_another_report(cls, item: str, report: str, own: str) -> Self:
        """Make the error of a correction that says it was made to another report."""
        return cls(
            f"The correction of {item or 'a row to add'} is of the report with the sha256 {_shown(report)!r}; this one "
            f"has {own}. Correct this report instead.",
            f"对 {item or '新增行'} 的更正针对 sha256 为“{_shown(report)}”的报告，而本报告为 {own}。请针对本报告更正。",
        )

    @classmethod
    def not_of_item(cls, item: str, part: str) -> Self:
        """Make the error of a part that an item does not have."""
        en, zh = _PARTS[part]
        return cls(f"{item or 'A row to add'} takes no correction of its {en}.", f"{item or '新增行'} 不能更正{zh}。")

    @classmethod
    def nothing_left(cls) -> Self:
        """Make the error of corrections that remove all requirements."""
        return cls("The corrections remove every requirement.", "更正删除了全部技能要求。")

    @classmethod
    def no_line_left(cls, plan: str) -> Self:
        """Make the error of corrections that leave out all lines of a plan."""
        return cls(
            f"The corrections leave out every line of plan {plan}. Keep at least one.",
            f"更正删除了方案 {plan} 的全部课程行。请至少保留一行。",
        )

    @classmethod
    def of_a_choice(cls, item: str, name: str) -> Self:
        """Make the error of a line that is one of several to choose from, and is left out or renamed."""
        return cls(
            f"{item} is of {name!r}, one of several courses to choose from: neither its name nor the line can be "
            "changed in the report. Confirm the plan as a draft, and change the choice there.",
            f"{item} 所属的“{name}”是选课组中的课程，报告中不能删除或改名。请按草稿确认，再在草稿中修改选课组。",
        )

    @classmethod
    def counts_for_another(cls, item: str, name: str) -> Self:
        """Make the error of leaving out the line of a course that counts, where another table has the course, too."""
        return cls(
            f"{item} {name!r} is the line that counts of a course in two tables. Leave out the line of the other "
            "table: it does not count.",
            f"{item}“{name}”见于两个表，此行计入合计。请删除另一表中不计入合计的一行。",
        )

    @classmethod
    def unfit(cls, item: str, value: str, en: str, zh: str) -> Self:
        """Make the error of a value that does not fit its item."""
        return cls(
            f"{value!r} does not fit {item or 'a row to add'}: {en}", f"“{value}”不适合 {item or '新增行'}：{zh}"
        )


def _shown(text: str) -> str:
    return text if len(text) <= _SHOWN_LARGEST else f"{text[: _SHOWN_LARGEST - 1]}…"


class CorrectionsFileError(DocumentError):
    """The file of corrections has another form."""

    code = "CORRECTIONS_FILE"

    def __init__(self) -> None:
        super().__init__(
            "The file is no list of corrections. Fill in the table of corrections of its report, "
            'or write a JSON list such as [{"item": "ELEMENTARY:1:2:3", "text": "...", "asPrinted": true}].',
            "该文件不是更正表。请填写该报告的更正表，"
            '或写成 JSON 列表，如 [{"item": "ELEMENTARY:1:2:3", "text": "...", "asPrinted": true}]。',
        )
