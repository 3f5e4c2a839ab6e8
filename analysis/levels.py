"""Read the levels of a standard against each other: texts that stand twice, and what leads up to what."""

from collections.abc import Iterator, Sequence

from rapidfuzz import process
from rapidfuzz.distance import Indel

from analysis.pairing import Line
from analysis.text import names

# From which likeness on a name leads up to another that shares no component with it, as 数据库开发 to 数据库管理.
LIKE_NAMES = 0.6


def duplicates(lines: Sequence[Line], least: float) -> Iterator[tuple[int, int, float]]:
    """Give the lines that read the same, or alike at least to ``least`` (twice the common subsequence over both).

    Texts with names in Latin letters that differ are not alike: they say the same of two things.
    """
    normal = [each.normal for each in lines]
    named = [names(each.text) for each in lines]
    for one, text in enumerate(normal):
        later = {other: normal[other] for other in range(one + 1, len(lines)) if named[other] == named[one]}
        if text:
            found = process.extract_iter(text, later, scorer=Indel.normalized_similarity, score_cutoff=least)
            yield from ((one, other, score) for _, score, other in found)


def antecedent(name: Line, below: Sequence[Line]) -> int | None:
    """Give the place of the name one level below that leads up to this one. None: nothing there does.

    It shares a component, or reads alike at least to ``LIKE_NAMES``; of several the one that reads most alike.
    """
    scores = [Indel.normalized_similarity(name.normal, each.normal) for each in below]
    leading = [place for place, each in enumerate(below) if name.parts & each.parts or scores[place] >= LIKE_NAMES]
    return max(leading, key=lambda place: scores[place], default=None)
