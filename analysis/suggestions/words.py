"""The words by which names of courses and requirements are compared.

A word is a name in Latin letters or a pair of Chinese characters that stand together. Pairs need no dictionary and find
more than the words of one do: docs/suggestions.md compares both.
"""

import re
import unicodedata
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

_CLAUSE = re.compile(r"[。；;！？\n①-⑳]|[（(]\d{1,2}[)）]")
_RUN = re.compile(r"[a-z0-9+#]+|[^\W\da-z_]+")
# What joins words and begins or ends none, but for these.
_JOINING = frozenset("与和及或的")
_WITH_JOINING = frozenset(
    [
        "参与",
        "和面",
        "和谐",
        "饱和",
        "温和",
        "调和",
        "中和",
        "缓和",
        "柔和",
        "总和",
        "及时",
        "及格",
        "普及",
        "涉及",
        "目的",
        "标的",
    ]
)


def clauses(text: str) -> list[str]:
    """Part a description into what it says one after the other, so that each is as long as a name or an outcome."""
    return [each.strip() for each in _CLAUSE.split(text) if each.strip()]


def words(text: str) -> list[str]:
    """Give the words of a text, each as often as it stands there."""
    return [word for run in _runs(text) for word in _words_of(run)]


def shared(name: str, found: AbstractSet[str]) -> tuple[str, ...]:
    """Give what of a name is among the words found, as long as it goes: 数据 and 据库 together are 数据库.

    What joins words is left out at both ends: of 与服务 stays 服务, and of 与营 nothing.
    """
    pieces = (piece for run in _runs(name) for piece in _pieces(run, found))
    return tuple(dict.fromkeys(filter(None, map(_whole, pieces))))


def _whole(piece: str) -> str:
    """Give a piece without what joins it to others; nothing where that is less than a word."""
    if piece.isascii():
        return piece
    while piece[:1] in _JOINING and piece[:2] not in _WITH_JOINING:
        piece = piece[1:]
    while piece[-1:] in _JOINING and piece[-2:] not in _WITH_JOINING:
        piece = piece[:-1]
    return piece if len(piece) > 1 else ""


def _runs(text: str) -> list[str]:
    return _RUN.findall(unicodedata.normalize("NFKC", text).casefold())


def _words_of(run: str) -> list[str]:
    return [run] if run.isascii() else [run[place : place + 2] for place in range(len(run) - 1)]


def _pieces(run: str, found: AbstractSet[str]) -> Iterator[str]:
    if run.isascii():
        yield from (run,) if run in found else ()
        return
    begin = None
    for place in range(len(run)):
        is_in = run[place : place + 2] in found and place < len(run) - 1
        if is_in and begin is None:
            begin = place
        elif not is_in and begin is not None:
            yield run[begin : place + 1]
            begin = None
