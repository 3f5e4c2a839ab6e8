"""Which characters a text of the graph may hold: one rule for seed files, mutations and names of editors."""

import re
import unicodedata

# Characters of the name of a person, wherever it stands.
PERSON_LARGEST = 100

# Printable by their class, and yet nothing is seen of them; with the mark that a failed decoding leaves.
_UNSEEN = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufffd"
# They choose the form of the character before them, such as a variant of a Chinese character, and are nothing alone.
_SELECTORS = "\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef"
_SUSPECT = re.compile(f"[{_UNSEEN}{_SELECTORS}]")
_LONE_SELECTOR = re.compile(f"(?:^|(?<=[\\s{_SELECTORS}]))[{_SELECTORS}]")
# Control characters, format characters (invisible, or changing the direction of what follows), halves of characters,
# and the separators of lines and paragraphs.
_REFUSED_CLASSES = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def unfit_character(text: str) -> str | None:
    """Name the first character that no text may hold, such as ``U+200B``; None: there is none.

    A line break is text. Characters that are not assigned yet, or are for private use, are let through: new Chinese
    characters come with every version of Unicode, and older systems keep rare ones in the private area.
    """
    if text.isprintable() and not _SUSPECT.search(text):
        return None
    lone = _LONE_SELECTOR.search(text)
    for place, character in enumerate(text):
        if _is_unfit(character) or (lone and place == lone.start()):
            return f"U+{ord(character):04X}"
    return None


def _is_unfit(character: str) -> bool:
    if character == "\n":
        return False
    is_noncharacter = ord(character) & 0xFFFE == 0xFFFE or "\ufdd0" <= character <= "\ufdef"
    return is_noncharacter or character in _UNSEEN or unicodedata.category(character) in _REFUSED_CLASSES
