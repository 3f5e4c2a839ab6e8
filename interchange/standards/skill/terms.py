"""The terms that a standard defines, one in a line: its number, the term, what it means."""

import re
from collections.abc import Iterator, Sequence

from interchange.documents.document_pages import DocumentTable, PrintedLine
from interchange.standards.official_text import plain, tidy

_NUMBER = re.compile(
    r"(?:(\d{1,2}(?:\s*[.．]\s*\d{1,2}){1,2})(?![\d.．])|[（(]\s*(\d{1,2})\s*[)）]|(\d{1,2})\s*[、.．](?!\d))"
)
_STOP = ("。", "；", ";")
_TERM_LARGEST = 60
# A line that has part of the meaning, too.
_GOES_ON = re.compile(r"[。；;，,、]$|[：:]\s*\S")
_TERM = re.compile(r"(?:名词|术语)(?:名称)?|缩略语")
_DEFINITION = re.compile(r"(?:术语)?(?:定义|释义|解释|说明|含义)")
_BETWEEN_CHINESE = re.compile(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])")
_SHORTEST = 2


def listed_terms(lines: Sequence[str]) -> Iterator[str]:
    """Give the terms of a section, each after the number that begins it, or after the full stop before it."""
    is_numbered = any(number == [1] for number in (_last_number(each) for each in lines))
    entries: list[list[str]] = [[]]
    due: list[int] = [1]
    for line in lines:
        number = _last_number(line)
        if number == due if is_numbered else entries[-1] and entries[-1][-1].endswith(_STOP):
            entries.append([])
            due = [due[0] + 1] if is_numbered else due
        entries[-1].append(line.strip())
    yield from (_entry(each) for each in entries if any(each))


def _last_number(line: str) -> list[int]:
    """Give the number of a line within its section, if it begins with one."""
    match = _NUMBER.match(plain(line).strip())
    return [int(re.split(r"\D+", (match[1] or match[2] or match[3]).strip())[-1])] if match else []


def _entry(lines: Sequence[str]) -> str:
    """Write a term in one line: its number may stand alone above it."""
    rest = list(lines)
    head = rest.pop(0)
    if rest and _NUMBER.fullmatch(plain(head)):
        head = f"{head} {rest.pop(0)}"
    if not rest or len(head) > _TERM_LARGEST or _GOES_ON.search(head):
        return tidy("".join(lines))
    return f"{_with_blanks(head)} {tidy(''.join(rest))}"


def _with_blanks(head: str) -> str:
    """Keep the blanks that part a number, a term, and the term in another language."""
    return re.sub(r"\s+", " ", _BETWEEN_CHINESE.sub("", plain(head))).strip()


def terms_in_table(table: DocumentTable) -> list[str]:
    """Give the terms of a table of the section: one in each row, or in each cell. Empty: it is none of terms."""
    rows = [[each for each in table.cells if each.row == row and each.lines] for row in range(table.row_count)]
    titles = [tidy(each.text) for each in rows[0]] if rows else []
    if any(map(_TERM.fullmatch, titles)) and any(map(_DEFINITION.search, titles)):
        return [_row([each.lines for each in row]) for row in rows[1:] if row]
    cells = [each.lines for row in rows for each in row]
    if cells and all(len(lines) >= _SHORTEST and lines[-1].text.rstrip().endswith(_STOP) for lines in cells):
        return [_entry([each.text for each in lines]) for lines in cells]
    pairs = [[each.lines for each in row] for row in rows if row]
    is_pair = all(len(row) >= _SHORTEST and row[-1][-1].text.rstrip().endswith(_STOP) for row in pairs)
    return [_row(row) for row in pairs] if pairs and is_pair else []


def _row(cells: Sequence[Sequence[PrintedLine]]) -> str:
    """Write the cells of a row: the last is what the term means."""
    *heads, meaning = cells
    shown = " ".join(_with_blanks(" ".join(each.text for each in lines)) for lines in heads)
    return f"{shown} {tidy(''.join(each.text for each in meaning))}".strip()
