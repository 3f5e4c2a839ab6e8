"""What stands around tables: lines printed on each page, headings that a page cut, natures that a text states."""

import re
from collections.abc import Mapping

from interchange.documents.document_pages import Document, PrintedLine
from interchange.training_plans.tables.plan_columns import CourseHeading, PlanColumn
from interchange.training_plans.tables.plan_words import bare, fold

# A shorter line may stand on several pages by chance.
_RUNNING_LEAST = 6
# 见表1至表6（均为必修课）, 表2、表3所列课程均为限选课.
_ALL_OF_ONE = re.compile(r"表(\d{1,2})(?:[至到~—-]表?(\d{1,2}))?[^。;；表]{0,8}均为(必修|选修|限选|任选)")
_NUMBER_OF_TABLE = re.compile(r"^续?表(\d{1,2})(?![\d.-])")


def running_lines(document: Document) -> dict[str, int]:
    """Give the texts that stand on several pages, and the first of those: on the others they name no table."""
    pages: dict[str, set[int]] = {}
    for page, block in document.blocks():
        if isinstance(block, PrintedLine) and not page.sheet:
            pages.setdefault(fold(block.text), set()).add(page.number)
    return {text: min(each) for text, each in pages.items() if len(each) > 1 and len(text) >= _RUNNING_LEAST}


def is_running(text: str, page: int, running: Mapping[str, int]) -> bool:
    """Whether a line is printed again on each page, or is a single character that a cell cut by a page left over."""
    return len(bare(text)) < 2 or any(each in text and first < page for each, first in running.items())


def natures_of_tables(text: str) -> dict[int, str]:
    """Read the natures that a text states of the courses of whole tables, by the numbers of the tables."""
    found: dict[int, str] = {}
    for first, last, nature in _ALL_OF_ONE.findall(bare(text)):
        found |= dict.fromkeys(range(int(first), int(last or first) + 1), nature)
    return found


def number_of_table(caption: str) -> int | None:
    """Read the number in the caption of a table."""
    match = _NUMBER_OF_TABLE.match(bare(caption))
    return int(match[1]) if match else None


def as_on_the_page_before(header: CourseHeading, before: CourseHeading) -> CourseHeading:
    """Take columns from the heading before that cannot be read, or hold the rest of a cell that the page cut."""
    known = {each.column: each for each in before.columns}
    unknown = {index for index, _ in header.unknown}
    cut = {index for index in unknown if index in known}
    cut |= {each.column for each in header.columns if _is_mixed(each, known.get(each.column))}
    others = [each for each in header.columns if each.column not in cut]
    are_same = all(each.column in known and known[each.column].heading == each.heading for each in others)
    if not cut or not are_same or len(cut) * 2 > len(header.columns):
        return header
    taken = [known[index]._replace(rule="heading-of-the-page-before") for index in cut]
    columns = tuple(sorted([*others, *taken]))
    return header._replace(columns=columns, unknown=tuple(each for each in header.unknown if each[0] not in cut))


def _is_mixed(column: PlanColumn, before: PlanColumn | None) -> bool:
    """Whether a heading has the signs of the one before in their order, and others among them."""
    if before is None or column.heading == before.heading:
        return False
    signs = iter(column.heading)
    return bool(before.heading) and all(each in signs for each in before.heading)
