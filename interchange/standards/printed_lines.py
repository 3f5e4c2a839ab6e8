"""The lines of a document outside its tables, and the numbered sections that they make."""

import re
from collections import Counter
from collections.abc import Iterator

from interchange.documents.document_pages import Document, PrintedLine
from interchange.standards.official_text import plain, tidy

_HEADING = re.compile(r"^(\d{1,2})(?:[.．、]|\s)*(\S.{0,24})$")
_NO_HEADING = re.compile(r"[。；，：:]")
_PAGE_NUMBER = re.compile(r"^[-—·\s]*(?:第?\s*\d{1,3}\s*页?|[IVXivx]{1,5})[-—·\s]*$")
_LEADER = re.compile(r"\.{4,}|…{2,}|·{4,}")


def printed_lines(document: Document) -> Iterator[str]:
    """Give lines without page numbers, running heads and the table of contents."""
    printed = [(page.number, plain(block.text)) for page, block in document.blocks() if isinstance(block, PrintedLine)]
    pages = Counter(text for _, text in set(printed))
    running = {text for text, count in pages.items() if count > max(2, len(document.pages) // 2)}
    for _, text in printed:
        if text not in running and not _PAGE_NUMBER.match(text) and not _LEADER.search(text):
            yield text.strip()


def numbered_sections(lines: list[str]) -> dict[str, list[str]]:
    """Give the lines of each numbered section by its title; sections follow each other in their order."""
    sections: dict[str, list[str]] = {}
    title, number = "", 0
    for line in lines:
        match = _HEADING.match(line)
        if match and int(match[1]) == number + 1 and not _NO_HEADING.search(match[2]):
            title, number = tidy(match[2]), number + 1
            sections[title] = []
        elif title:
            sections[title].append(line)
    return sections


def section(sections: dict[str, list[str]], word: str) -> list[str]:
    """Give the lines of the section whose title holds a word."""
    return next((lines for title, lines in sections.items() if word in title), [])
