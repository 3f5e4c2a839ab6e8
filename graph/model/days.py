"""Days of the calendar, which are kept as text: it sorts as they do."""

import datetime as dt
from functools import lru_cache


def is_day(text: str) -> bool:
    """Whether a text is a day of the calendar in the form 2019-04-04."""
    return len(text) == len("2019-04-04") and _is_day(text)


@lru_cache(maxsize=4096)
def _is_day(text: str) -> bool:
    try:
        # Other forms of ten characters are read too, such as 2019-W14-4.
        return dt.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
