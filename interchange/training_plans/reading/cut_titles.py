"""Titles of plans that the end of a line cuts: 示例职业技术学院2025级软件 / 技术专业人才培养方案."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from interchange.documents.document_pages import DocumentPage, DocumentTable, PrintedLine
from interchange.training_plans.tables.plan_words import bare, fold

_LINES_LARGEST = 3
_LINE_LARGEST, _TITLE_LARGEST = 60, 80
_NAMES_A_PLAN = r"(?:人才培养方案|培养方案|教学计划|教学进程|课程设置(?:与|一览|安排))"
_IS_TITLE = re.compile(_NAMES_A_PLAN)
_COLLEGE = r"[\u4e00-\u9fff]{4,24}(?:学院|大学|学校)"
_IS_COLLEGE = re.compile(rf"(?:{_COLLEGE})+")
# From the name of the college to the end, with nothing else: prose has more behind it.
_WHOLE = re.compile(
    rf"{_COLLEGE}(?:\(?20\d{{2}}\)?[级版届年])?(?P<major>[\u4e00-\u9fffA-Za-z()\d+/·-]{{2,40}}?)"
    rf"{_NAMES_A_PLAN}(?:计划|安排)?(?:总|一览)?表?(?:\([^()]{{1,20}}\))?"
)
# What may stand between the college and the title on a line of its own: who wrote it, and what it is.
_OTHER_LINE = re.compile(r"(?:[处部系室会]|分院|中心|文件|编制|审定|印制|教研组|[:：。；;,，])$")


class WholeBlock(NamedTuple):
    """A block of a page; a title that was cut is one line. ``lines``: of how many printed lines it is."""

    page: DocumentPage
    block: PrintedLine | DocumentTable
    lines: int = 1


def with_whole_titles(blocks: Iterator[tuple[DocumentPage, PrintedLine | DocumentTable]]) -> Iterator[WholeBlock]:
    """Give the blocks of a document with the lines of a title put together."""
    waiting: list[tuple[DocumentPage, PrintedLine]] = []
    for page, block in blocks:
        if isinstance(block, DocumentTable):
            yield from _released(waiting)
            waiting = []
            yield WholeBlock(page, block)
            continue
        waiting.append((page, block))
        if len(waiting) >= _LINES_LARGEST:
            first, *_ = _released(waiting)
            waiting = waiting[first.lines :]
            yield first
    yield from _released(waiting)


def _released(waiting: Sequence[tuple[DocumentPage, PrintedLine]]) -> Iterator[WholeBlock]:
    at = 0
    while at < len(waiting):
        page, line = waiting[at]
        together = [each.text for other, each in waiting[at : at + _LINES_LARGEST] if other is page]
        count = next((count for count in range(2, len(together) + 1) if _is_title(together[:count])), 1)
        text = "".join(each.strip() for each in together[:count]) if count > 1 else line.text
        yield WholeBlock(page, line._replace(text=text), count)
        at += count


def _is_title(texts: Sequence[str]) -> bool:
    """Whether lines are one title together, of which the first alone is neither a title nor a college."""
    if any(len(each) > 2 * _LINE_LARGEST for each in texts):
        return False
    shown = [bare(fold(each)) for each in texts]
    first, whole = shown[0], "".join(shown)
    if not all(0 < len(each) <= _LINE_LARGEST for each in shown) or len(whole) > _TITLE_LARGEST:
        return False
    if (
        _IS_TITLE.search("".join(shown[:-1]))
        or _IS_COLLEGE.fullmatch(first)
        or any(map(_OTHER_LINE.search, shown[:-1]))
    ):
        return False
    return _WHOLE.fullmatch(whole) is not None
