"""Requirements that are printed in one cell without numbers: parted where that is safe, else named."""

import re
from collections.abc import Sequence

from interchange.documents.document_pages import PrintedLine
from interchange.standards.official_text import tidy

_STOP = re.compile(r"[；;。]$")
_STOP_WITHIN = re.compile(r"[；;。](?=.)")
# With what a requirement begins. A sentence that begins otherwise may go on with the one before.
_BEGINS = re.compile(
    r"(?:能够?|会|可以?|了解|理解|掌握|熟悉|熟练|具备|具有|使用|应用|运用|按照?|根据|依据|正确|准确|遵守|完成)"
)
_SHORTEST = 6


def parted_lines(lines: Sequence[PrintedLine]) -> list[list[PrintedLine]]:
    """Part the lines of a cell after each that ends with a stop.

    One part: there is no such line, or a part is too short or does not begin as a requirement does.
    """
    parts: list[list[PrintedLine]] = [[]]
    for each in lines:
        if parts[-1] and _STOP.search(parts[-1][-1].text.rstrip()):
            parts.append([])
        parts[-1].append(each)
    return parts if all(map(_is_requirement, parts)) else [list(lines)]


def _is_requirement(lines: Sequence[PrintedLine]) -> bool:
    text = tidy("".join(each.text for each in lines))
    return len(text) >= _SHORTEST and bool(_BEGINS.match(text)) and bool(_STOP.search(text))


def begins_another(before: Sequence[PrintedLine], line: PrintedLine) -> bool:
    """Whether a line without number begins another text: a stop ends the one before, and both begin alike."""
    begins, same = _BEGINS.match(tidy(line.text)), _BEGINS.match(tidy(before[0].text))
    return bool(begins and same and begins[0][0] == same[0][0] and _STOP.search(before[-1].text.rstrip()))


def may_be_several(text: str) -> bool:
    """Whether a text without number has a stop before its end, so that it may be several requirements."""
    return bool(_STOP_WITHIN.search(tidy(text)))
