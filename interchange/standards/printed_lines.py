"""The lines of a document outside its tables, where they stand, and what of a page is not read."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from interchange.documents.document_pages import Box, Document, DocumentPage, DocumentTable, PrintedLine
from interchange.standards.official_text import plain
from interchange.standards.skill.skill_standard import Place, Remark

_LIST_MARK = re.compile(r"[、，,；;。：:]")
_PAGE_NUMBER = re.compile(
    r"^[-–—·\s]*(?:第?\s*\d{1,4}\s*页?(?:\s*[,，/／]?\s*共?\s*\d{1,4}\s*页?)?|[IVXivx]{1,5})[-–—·\s]*$"
)
# By how many points a caption may touch its table.
_TOUCH = 2.0
_CAPTION = re.compile(r"续\s*表|表\s*[A-Z]?[\d一二三四五六七八九十]+|[（(]?续[)）]?$")
_LEADER = re.compile(r"\.{4,}|…{2,}|·{4,}")


def printed_lines(document: Document) -> Iterator[str]:
    """Give lines without page numbers, running heads and the table of contents."""
    running = running_heads(document)
    for _, block in document.blocks():
        if isinstance(block, PrintedLine):
            text = plain(block.text)
            if not is_of_the_page(text, running) and not _LEADER.search(text):
                yield text.strip()


def lines_and_heads(document: Document) -> Iterator[str]:
    """Give the lines, then the running heads, of which one may be the only place of the title."""
    yield from printed_lines(document)
    yield from sorted(running_heads(document))


def running_heads(document: Document) -> frozenset[str]:
    """Give the lines that stand on more than half of the pages."""
    printed = {(page.number, plain(block.text)) for page, block in document.blocks() if isinstance(block, PrintedLine)}
    pages = Counter(text for _, text in printed)
    return frozenset(text for text, count in pages.items() if count > max(2, len(document.pages) // 2))


def is_of_the_page(text: str, running: AbstractSet[str]) -> bool:
    """Whether a line belongs to the page and not to the text: a running head, or the number of the page."""
    return plain(text) in running or bool(_PAGE_NUMBER.match(plain(text)))


def is_caption(text: str) -> bool:
    """Whether a line is the caption of a table, or of its part on another page."""
    return bool(_CAPTION.match(plain(text)))


def list_text(lines: Sequence[str]) -> str:
    """Join the lines of a list; where no mark parts its entries, each line is one."""
    entries = [each.strip() for each in lines if each.strip()]
    mark = "" if any(map(_LIST_MARK.search, entries)) else "、"
    # A code in brackets belongs to the name before it.
    return re.sub(r"、(?=[（(])", "", mark.join(entries)) if mark else "".join(entries)


def place_of_line(document: Document, text: str) -> Place | None:
    """Give where a line stands; its last place, as it may stand in the contents, too."""
    places = [
        Place(page.number, block.box)
        for page, block in document.blocks()
        if isinstance(block, PrintedLine) and plain(block.text).strip() == text
    ]
    return places[-1] if places else None


# ---- what is not read


def pictures(document: Document) -> Iterator[Remark]:
    """Report each picture once; one that stands at the same place of several pages is the same."""
    passed: set[Box] = set()
    for page in document.pages:
        for box in page.pictures:
            if box is None or box not in passed:
                yield Remark("picture", "", Place(page.number, box))
            if box:
                passed.add(box)


def is_at_a_table(line: PrintedLine, page: DocumentPage) -> bool:
    """Whether a line that is in no cell stands at the height of a table: across its lines, or next to it."""
    boxes = [each.box for each in page.blocks if isinstance(each, DocumentTable) and each.box]
    box = line.box
    return box is not None and any(min(box.bottom, each.bottom) - max(box.top, each.top) > _TOUCH for each in boxes)
