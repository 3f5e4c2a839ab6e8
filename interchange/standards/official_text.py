"""Text as a standard prints it: codes in any width of digits, blanks inside words, words cut at the end of a line."""

import re
import unicodedata
from collections.abc import Sequence

from interchange.documents.document_pages import Box, PrintedLine

# Full-width letters and digits, which a printed standard mixes with plain ones. Punctuation stays as it is printed.
_WIDE = {
    wide: wide - 0xFEE0
    for first, last in ((0xFF10, 0xFF19), (0xFF21, 0xFF3A), (0xFF41, 0xFF5A))
    for wide in range(first, last + 1)
} | {0x3000: " ", 0xA0: " "}
_WIDE_POINT = re.compile(r"(?<=\d)．(?=\d)")
_POINT = r"\s*[.．。·・\-－–—‐‑−_]\s*"
_WORD = r"(?:工作领域|工作任务|领域|任务)"
_CODE = re.compile(
    rf"\s*({_WORD}?)\s*([（(\[【]?)\s*([1-9]\d?(?:{_POINT}[1-9]\d?){{0,2}})(?!\d)(\s*[)）\]】]?\s*[.．、:：]?)(\s*)"
)
_CHINESE_CODE = re.compile(
    rf"\s*(?:{_WORD}\s*([一二三四五六七八九十]{{1,2}})(?:[、.．:：]|\s+|$)|"
    r"[（(]\s*([一二三四五六七八九十]{1,2})\s*[)）][、.．:：]?|([一二三四五六七八九十]{1,3})[、.．])\s*"
)
_CLOSING = (")", "）", "]", "】")
_CHINESE_DIGITS = "一二三四五六七八九"
# The number of a requirement within its task, printed alone; ① to ⑳ stand for 1 to 20.
_NUMBER = re.compile(r"\s*(?:[（(]\s*([1-9]\d?)\s*[)）]|([1-9]\d?)\s*[)）、]|([1-9]\d?)\s*[.．](?!\s*\d)|([①-⑳]))\s*")
_CUT_CODE = re.compile(rf"\s*[1-9]\d?(?:{_POINT}[1-9]\d?)?{_POINT}$")
_LATIN = re.compile(r"[A-Za-z0-9]")
# Blanks are kept between two Latin words, where they mean something, and where one alone parts ① from the text before.
_BLANKS = re.compile(r"(?<![\x21-\x7e])\s+(?![①-⑳])|(?<=[：:，,；;。、（(])\s+(?=[①-⑳])|\s+(?![\x21-\x7e①-⑳])")
# Its last line ends here; a text that goes on after it is another one.
_STOPS = ("。", "；", ";", "！", "？")


def plain(text: str) -> str:
    """Give the text with plain letters, digits and blanks."""
    return text.translate(_WIDE)


def tidy(text: str) -> str:
    """Give the text without the blanks that setting put next to Chinese characters."""
    text = _WIDE_POINT.sub(".", plain(text))
    return re.sub(r"\s+", " ", _BLANKS.sub("", text)).strip()


def leading_code(text: str) -> tuple[str, str]:
    """Split ``1.2.3 text`` into code and text; the code is empty where there is none."""
    text = plain(text)
    match = _CODE.match(text)
    if not match:
        return _chinese_code(text)
    word, bracket, number, mark, blank = match.groups()
    code = re.sub(_POINT, ".", number)
    rest = text[match.end() :]
    # One number alone is a code only with a point after it, a blank, or a Chinese name: 5G and 3D are words.
    if "." not in code and not word and not mark.strip() and not blank and _LATIN.match(rest):
        return "", text
    # A bracket that opens before a number and does not close after it belongs to the text.
    if bracket and not mark.lstrip().startswith(_CLOSING):
        return "", text
    return code, rest


def _chinese_code(text: str) -> tuple[str, str]:
    """Split ``一、text`` or ``（一）text``, as areas are numbered."""
    match = _CHINESE_CODE.match(text)
    if not match:
        return "", text
    tens, ten, ones = next(filter(None, match.groups())).rpartition("十")
    value = 10 * (_CHINESE_DIGITS.find(tens) + 1) if ten else 0
    value += _CHINESE_DIGITS.find(ones) + 1 if ones else 0
    return str(value), text[match.end() :]


def leading_number(text: str) -> tuple[str, str]:
    """Split ``（2）text``, ``2）text`` or ``②text`` into number and text; the number is empty where there is none."""
    text = plain(text)
    match = _NUMBER.match(text)
    if not match:
        return "", text
    number = next(filter(None, match.groups()))
    return str(int(unicodedata.numeric(number)) if len(number) == 1 else number), text[match.end() :]


def is_cut_code(text: str) -> bool:
    """Whether a text is the beginning of a code that goes on elsewhere: ``1.2.``."""
    return bool(_CUT_CODE.fullmatch(plain(text)))


def depth(code: str) -> int:
    """Count the numbers of a code: 1 for a work area, 2 for a task, 3 for a requirement."""
    return code.count(".") + 1 if code else 0


def ends_a_text(text: str) -> bool:
    """Whether a text ends with a full stop or a semicolon."""
    return text.endswith(_STOPS)


class Joint:
    """Joins lines, and knows where it had to guess whether a blank belongs between two Latin words."""

    def __init__(self, evidence: str) -> None:
        """``evidence`` is all text of the document: a word that stands there undivided is one."""
        self.evidence = evidence
        self.guesses: list[str] = []

    def lines(self, lines: Sequence[PrintedLine], around: Box | None) -> str:
        """Join the lines of one cell; ``around`` is its box."""
        text = ""
        for index, line in enumerate(lines):
            text = self.two(text, line.text, full=index > 0 and is_full(lines, index - 1, around))
        return text

    def two(self, first: str, second: str, *, full: bool | None) -> str:
        """Join two texts. ``full``: the first fills its line, so a word may be cut there. None: it ends a page."""
        first, second = plain(first).rstrip(), plain(second).lstrip()
        if not (first and second and _LATIN.match(first[-1]) and _LATIN.match(second[0])):
            return first + second
        before, after = re.split(r"[^A-Za-z0-9]", first)[-1], re.split(r"[^A-Za-z0-9]", second)[0]
        blank = "" if self._is_one_word(before, after, full=full) else " "
        self.guesses.append(f"{before}{blank}{after}")
        return first + blank + second

    def _is_one_word(self, before: str, after: str, *, full: bool | None) -> bool:
        if re.search(rf"(?<![A-Za-z0-9]){before}{after}(?![A-Za-z0-9])", self.evidence):
            return True
        if re.search(rf"(?<![A-Za-z0-9]){before} +{after}(?![A-Za-z0-9])", self.evidence):
            return False
        return after[0].islower() or (before + after).isupper() if full is None else full


def is_full(lines: Sequence[PrintedLine], index: int, around: Box | None) -> bool:
    """Whether the next character had no place on a line. The margin is the same on both sides of a cell."""
    box, after = lines[index].box, lines[index + 1]
    if around is None or box is None or after.box is None:
        return False
    margin = min(each.box.left for each in lines if each.box) - around.left
    return around.right - margin - box.right < (after.box.right - after.box.left) / max(len(after.text), 1)
