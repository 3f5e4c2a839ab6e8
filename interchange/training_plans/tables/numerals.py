"""Numbers in Chinese characters to ninety-nine, as choices have them: 十二选三, 选八学分."""

import re

# Of several readings the longest comes first: 十二选一 is no 二选一.
NUMERAL = r"(?:[一二三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九])"
# The same, or one or two digits that belong to no longer number.
COUNT = rf"(?:{NUMERAL}(?![一二三四五六七八九十])|(?<!\d)\d{{1,2}}(?!\d))"
# A figure in characters, or in digits with at most two decimals.
FIGURE = rf"(?:{NUMERAL}|\d{{1,2}}(?:\.\d{{1,2}})?)"
_DIGITS = {each: number for number, each in enumerate("一二三四五六七八九", 1)}


def number_of(text: str) -> int | None:
    """Read a number from one to ninety-nine, in characters or digits; null where the text is none."""
    if text == "两":
        return 2
    if text.isascii() and text.isdigit():
        return int(text) or None
    match = re.fullmatch(r"([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)", text)
    if not text or match is None or (match[1] and match[3] and not match[2]):
        return None
    tens = _DIGITS.get(match[1], 1) * 10 if match[2] else _DIGITS.get(match[1], 0)
    return tens + _DIGITS.get(match[3], 0)


def in_digits(text: str) -> str:
    """Write a number in characters with digits; another text stays as it is."""
    number = number_of(text)
    return text if number is None else str(number)
