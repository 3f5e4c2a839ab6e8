"""The rows at the end of a page that name no course: the next page says whether they begin its first course."""

import re
from collections.abc import Mapping

from interchange.standards.official_text import ends_a_text, tidy

CourseTexts = Mapping[str, str]

# What a row says of its course.
TEXTS = ("tasks", "content")
_FIRST = re.compile(r"①|[（(]?1\s*[)）]|1\s*[.．、](?!\d)|[（(]一[)）]|一、")
_LATER = re.compile(
    r"[②-⑳]|[（(]?(?:[2-9]|1\d)\s*[)）]|(?:[2-9]|1\d)\s*[.．、](?!\d)|[（(][二三四五六七八九十]+[)）]|[二三四五六七八九十]+、"
)


def begins_the_next(upper: CourseTexts, lower: CourseTexts, above: str) -> bool:
    """Whether a nameless row belongs to the named one below it; ``above`` is the content of the course above.

    The numbers of their lists decide; without them the ends of the texts do.
    """
    pairs = [(tidy(upper.get(each, "")), tidy(lower.get(each, ""))) for each in TEXTS]
    if any(_LATER.match(below) for _, below in pairs):
        return True
    if any((before and _FIRST.match(below)) or _LATER.match(before) for before, below in pairs):
        return False
    if any(_FIRST.match(before) and below for before, below in pairs):
        return True
    return any(before and not ends_a_text(before) for before, _ in pairs) and ends_a_text(above)
