"""What can be said of a day: whether a document or a certificate was in force, and how far a handover had come.

Days are text (2025-12-31), which sorts as days do. What no day is known for stays unknown.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

_YEAR_OF_NUMBER = re.compile(r"〔(\d{4})〕")


class Handover(NamedTuple):
    """A decision to transfer a certificate: whether it was made by the day asked about, and when it is to be done."""

    is_made: bool | None
    due_on: str | None


def is_issued(issued_on: str | None, reference: str, day: str) -> bool | None:
    """Tell whether a document was issued by a day. None: not known.

    Where its own day is not known, the year in its number (〔2025〕) decides, except within that year.
    """
    if issued_on:
        return issued_on <= day
    found = _YEAR_OF_NUMBER.search(reference)
    if found is None or found[1] == day[:4]:
        return None
    return found[1] < day[:4]


def standing(valid_from: str | None, valid_to: str | None, day: str) -> str:
    """Tell whether something was in force on a day, by the days it is known to begin and end (not included)."""
    if valid_to and valid_to <= day:
        return "ENDED"
    if valid_from:
        return "IN_FORCE" if valid_from <= day else "NOT_YET"
    return "UNKNOWN"


def handover(decisions: Iterable[Handover], day: str) -> tuple[str, str | None]:
    """Tell how far the latest handover had come on a day, and by when it is to be done."""
    known = [each for each in decisions if each.is_made is not False]
    made = [each for each in known if each.is_made]
    if not known:
        return "NOT_DECIDED", None
    latest = max(made or known, key=lambda each: each.due_on or "")
    if not made:
        return "UNKNOWN", latest.due_on
    return "DUE" if latest.due_on and latest.due_on <= day else "DECIDED", latest.due_on
