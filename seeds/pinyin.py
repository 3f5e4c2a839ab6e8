"""Pinyin of Chinese names, so that they can be found by typing Latin letters."""

import unicodedata
from functools import lru_cache

import pypinyin

from graph.model.core import NodeType
from seeds.seed_files import SeedRow


def pinyin_of(node_type: NodeType, values: SeedRow) -> str:
    """Give the pinyin of every searched Chinese text: in full, then the initials, separated by spaces.

    软件技术 gives ``ruanjianjishu rjjs``; Latin letters and digits in a name are kept in both.
    """
    parts: list[str] = []
    for each in node_type.searched:
        value = values[each.name]
        for text in value if isinstance(value, list) else [value]:
            parts.extend(_both(text) if text else ())
    return " ".join(dict.fromkeys(parts))


# Courses of many standards share their names: the cache saves most of the work.
@lru_cache(maxsize=20_000)
def _both(text: str) -> tuple[str, ...]:
    normal = unicodedata.normalize("NFKC", text).casefold()
    if normal.isascii():
        return ()
    pieces = pypinyin.lazy_pinyin(normal, errors=lambda other: _NO_SYLLABLE + other)
    full = "".join(_letters(each) for each in pieces)
    initials = "".join(_letters(each) if each.startswith(_NO_SYLLABLE) else each[0] for each in pieces)
    return (full, initials)


def _letters(piece: str) -> str:
    return "".join(each for each in piece if each.isalnum())


# Marks what is not Chinese; a seed file holds no NUL, so nothing else begins with it.
_NO_SYLLABLE = "\0"
