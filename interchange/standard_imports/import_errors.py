"""Why a standard that was read is not written into the graph: each reason is a class with a code."""

from collections.abc import Iterable, Sequence

from graph.model.core import Text
from interchange.documents.document_errors import DocumentError
from interchange.standard_imports.import_questions import ImportQuestion, listed_zh

SHOWN_LARGEST = 10


class StandardImportError(DocumentError):
    """A standard that was read cannot be written into the graph; nothing was written."""

    code = "STANDARD_IMPORT"


class ReportDiffersError(StandardImportError):
    """The report that is confirmed is not what reading the file now gives."""

    code = "REPORT_DIFFERS"

    def __init__(self, confirmed: str, fresh: str) -> None:
        super().__init__(
            f"The report has the sha256 {confirmed}; reading this file now gives {fresh}. The file or the report was "
            "changed, or another version of this program wrote it. Run --dry-run --report again and look at it.",
            f"报告的 sha256 为 {confirmed}，而现在读取该文件得到 {fresh}。"
            "文件或报告已被改动，或报告由其他版本的程序写出。请重新运行 --dry-run --report 并核对。",
        )


class AnswersFileError(StandardImportError):
    """The file of answers is no JSON object of texts by question."""

    code = "ANSWERS_FILE"

    def __init__(self, file: str) -> None:
        super().__init__(
            f'{file} is no file of answers. Write a JSON object such as {{"major-3": "2021:510203"}}.',
            f'{file} 不是答案文件。请写成 JSON 对象，如 {{"major-3": "2021:510203"}}。',
        )


class ImportProblemsError(StandardImportError):
    """The tree as read has gaps that no answer fills: nothing was written."""

    code = "IMPORT_PROBLEMS"

    def __init__(self, en: Sequence[str], zh: Sequence[str]) -> None:
        super().__init__(
            "Nothing was written: correct this in the document, or bring it in by the XLSX template."
            + "".join(f"\n  {each}" for each in en),
            "未写入任何内容：请在文档中更正，或用 XLSX 模板导入。" + "".join(f"\n  {each}" for each in zh),
        )


class ImportQuestionsError(StandardImportError):
    """Questions on the document are open; nothing was written. Answer each by its name."""

    code = "IMPORT_QUESTIONS"

    def __init__(self, questions: Sequence[ImportQuestion], existing: str = "") -> None:
        """``existing``: id of the standard where the graph has it already, so that the import completes it."""
        self.questions, self.existing = tuple(questions), existing
        en = f"\n{existing} is in the graph already: this import would complete it." if existing else ""
        zh = f"\n图中已有 {existing}：本次导入将补全它。" if existing else ""
        super().__init__(
            f"Questions are open ({len(questions)}); nothing was written. Answer each of them."
            + "".join(f"\n  {each.line('en')}" for each in questions)
            + en,
            f"有 {len(questions)} 个问题尚未回答，未写入任何内容。请逐个回答。"
            + "".join(f"\n  {each.line('zh')}" for each in questions)
            + zh,
            questions=[each.name for each in questions],
        )


class ImportAnswerError(StandardImportError):
    """An answer is to no question of this document, or none that its question takes."""

    code = "IMPORT_ANSWER"

    @classmethod
    def unknown(cls, names: Iterable[str]) -> "ImportAnswerError":
        """Make the error of answers that no question asks for."""
        listed = sorted(names)
        return cls(
            f"This import asks no question named {', '.join(listed)}. Leave it out.",
            f"本次导入没有名为 {'、'.join(listed)} 的问题。请去掉。",
        )

    @classmethod
    def unfit(cls, question: ImportQuestion, answer: str) -> "ImportAnswerError":
        """Make the error of an answer that its question does not take."""
        return cls(
            f"{answer!r} is no answer to {question.line('en')}", f"{answer!r} 不能回答该问题：{question.line('zh')}"
        )

    @classmethod
    def no_major(cls, question: ImportQuestion, answer: str, editions: Sequence[str]) -> "ImportAnswerError":
        """Make the error of a major that the catalogue does not have, or has in several editions."""
        offered = ", ".join(question.choices)
        if editions:
            en = f"{answer!r} is in several editions: {', '.join(editions)}"
            zh = f"{answer!r} 见于多个版本：{'、'.join(editions)}"
        else:
            en, zh = f"the catalogue has no major {answer!r}", f"专业目录中没有 {answer!r}"
        return cls(
            f"{question.name} ({question.subject}): {en}. Write EDITION:CODE of any major of the catalogue, or one of "
            f"these: {offered}",
            f"{question.name}（{question.subject}）：{zh}。请填目录中任一专业的“版本:代码”，或选择：{listed_zh(question.choices)}",
        )


class EarlierVersionError(StandardImportError):
    """The graph has no such earlier version whose alignments could be carried forward."""

    code = "EARLIER_VERSION"

    def __init__(self, version: str, known: Sequence[str]) -> None:
        listed = ", ".join(known) or "-"
        super().__init__(
            f"The graph has no other version {version} of this standard to carry alignments from; it has: {listed}.",
            f"图中没有该标准的另一版本 {version}，无法沿用其对接；现有：{listed}。",
        )


class StandardExistsError(StandardImportError):
    """The graph has this version of the standard already, and it differs in more than our abridged wording."""

    code = "STANDARD_EXISTS"

    def __init__(self, standard: str, name: Text, differences: Sequence[tuple[str, str]]) -> None:
        """Take the id of what is there, and its title with what tells it apart, such as its version."""
        self.standard = standard
        more = len(differences) - SHOWN_LARGEST
        shown = differences[:SHOWN_LARGEST]
        en = [*(each[0] for each in shown), *([f"and {more} more"] if more > 0 else [])]
        zh = [*(each[1] for each in shown), *([f"另有 {more} 处"] if more > 0 else [])]
        super().__init__(
            f"{name.english} is in the graph already, as {standard}; nothing was written."
            + ("".join(f"\n  {each}" for each in en) or " The document says nothing new of it."),
            f"图中已有{name.chinese}，编号为 {standard}；未写入任何内容。"
            + ("".join(f"\n  {each}" for each in zh) or "该文档没有新的内容。"),
            standard=standard,
        )
