"""Makes texts comparable: what is typed in one way and held in another counts as the same.

Names are compared as ``fold`` leaves them. A search is more generous: signs and marks do not count, and a traditional
character is the simplified one. What is searched and what is typed go through the same table, so that they meet.
"""

import unicodedata
from pathlib import Path

TRADITIONAL = Path(__file__).with_name("traditional.txt")

# Between words that are typed; a name that has them is searched without them.
_SEPARATING = frozenset(",;:!?、。")
# Quotation marks that Unicode does not call such, and the dot within foreign names.
_DROPPED = frozenset("\"'`´′″ʼ·•‧・")
_SEPARATING_CATEGORIES = frozenset({"Ps", "Pe"})
# Formats such as zero-width spaces; dashes; quotation marks; marks that combine with a letter before them.
_DROPPED_CATEGORIES = frozenset({"Cf", "Pd", "Pi", "Pf", "Mn"})
_DIAERESIS = "\u0308"


def fold(text: str) -> str:
    """Make a text comparable: full-width forms, case and spaces do not count."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def searchable(text: str) -> str:
    """Give a text as it is searched: in words without anything between them."""
    return "".join(words_of(text))


def words_of(text: str) -> tuple[str, ...]:
    """Read a text as words. ü is v, as pinyin is typed; other marks on letters do not count."""
    return tuple(unicodedata.normalize("NFKC", text).casefold().translate(_TABLE).split())


def _table() -> dict[int, str | None]:
    """Give what each character becomes: another one, a space, or nothing."""
    table: dict[int, str | None] = {ord(each): " " for each in _SEPARATING}
    table |= dict.fromkeys(map(ord, _DROPPED))
    for code in range(0x10000):
        character = chr(code)
        category = unicodedata.category(character)
        if category in _SEPARATING_CATEGORIES:
            table[code] = " "
        elif category in _DROPPED_CATEGORIES:
            table[code] = None
        elif category == "Ll" and not character.isascii() and (letter := _without_marks(character)):
            table[code] = letter
    return table | _simplified()


def _without_marks(letter: str) -> str | None:
    """Give the letter of the alphabet that carries the marks; none: it is of another alphabet."""
    parts = unicodedata.normalize("NFD", letter)
    base, marks = parts[0], parts[1:]
    if not base.isascii() or not marks:
        return None
    return "v" if base == "u" and _DIAERESIS in marks else base


def _simplified() -> dict[int, str]:
    lines = TRADITIONAL.read_text(encoding="utf-8").splitlines()
    pairs = [pair for line in lines if not line.startswith("#") for pair in line.split()]
    return {ord(pair[0]): pair[1] for pair in pairs}


# Pinyin in print has letters of its own for a and g.
_TABLE = {**_table(), ord("ɑ"): "a", ord("ɡ"): "g"}
