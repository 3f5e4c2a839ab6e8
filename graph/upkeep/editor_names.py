"""Names of editors: which there may be, and which look alike. Rights and four-eyes rules go by them."""

import unicodedata

from graph.errors import BadArgumentError
from graph.model.texts import PERSON_LARGEST, unfit_character
from graph.query.folding import fold

# Look like a hyphen, and are no dash to Unicode: the minus, and the bullet of the same form.
_HYPHENS = frozenset("\u2212\u2043")
# Letters that look like Latin ones, as case folding leaves them: small and capital forms of Cyrillic, then of Greek.
_ALIKE = str.maketrans(
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u0501\u04bb\u051b\u051d\u0432\u043d\u043a\u043c\u0442"
    "\u03b1\u03b2\u03b5\u03b6\u03b7\u03b9\u03ba\u03bc\u03bd\u03bf\u03c1\u03c4\u03c5\u03c7",
    "aeopcyxijsdhqwbhkmtabezhikmnoptyx",
)


def checked_name(name: str) -> str:
    """Give a name without the spaces around it.

    Raises: BadArgumentError where it is empty, too long, has a colon or what no one sees, or mixes alphabets.
    """
    name = name.strip()
    if not 0 < len(name) <= PERSON_LARGEST:
        raise BadArgumentError("NAME", f"1 to {PERSON_LARGEST} characters.", f"须为 1 至 {PERSON_LARGEST} 个字符。")
    if unfit := unfit_character(name):
        raise BadArgumentError("NAME", f"remove the character {unfit}.", f"请删除字符 {unfit}。")
    if ":" in name:
        # It parts name and key in the id of a change.
        raise BadArgumentError("NAME", "a name has no colon.", "姓名中不能有冒号“:”。")
    if letter := _foreign_letter(name):
        code, meaning = f"U+{ord(letter):04X}", unicodedata.name(letter)
        raise BadArgumentError(
            "NAME",
            f"{name!r} mixes Latin letters with {letter!r} ({code}, {meaning}), which can look the same. "
            "Write the name in one alphabet.",
            f"{name!r} 在拉丁字母中混用了 {letter!r}（{code}，{meaning}），二者外形可能相同。请只用一种字母书写姓名。",
        )
    return name


def look_alike(name: str, other: str) -> bool:
    """Whether two names are, or look, the same: case, spaces, forms of a hyphen and of a letter do not count."""
    return _comparable(name) == _comparable(other)


def _comparable(name: str) -> str:
    return "".join("-" if _is_hyphen(each) else each for each in fold(name)).translate(_ALIKE)


def _is_hyphen(character: str) -> bool:
    return character in _HYPHENS or unicodedata.category(character) == "Pd"


def _foreign_letter(name: str) -> str | None:
    """Give the first Cyrillic or Greek letter of a name that has Latin ones too."""
    letters = [each for each in unicodedata.normalize("NFKC", name) if each.isalpha()]
    if not any(_alphabet(each) == "LATIN" for each in letters):
        return None
    return next((each for each in letters if _alphabet(each) in ("CYRILLIC", "GREEK")), None)


def _alphabet(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]
