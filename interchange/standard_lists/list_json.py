"""JSON of a stranger, read within limits: one value, or several one after the other, as JSON Lines has them."""

import json
import re
from collections.abc import Iterator
from typing import Any

from interchange.documents.document_errors import Damage, DocumentDamagedError, DocumentTooLargeError
from interchange.documents.document_kinds import BYTES, CSV_ENCODINGS, UTF_16_MARKS
from interchange.standard_lists.list_errors import ListJsonError, ListTooDeepError

# The platform has some 450 standards and 1,250 certificate levels: a list of all takes about a megabyte.
BYTES_LARGEST = 8 << 20
VALUES_LARGEST = 400_000
DEPTH_LARGEST = 16
VALUES = ("values", "个值")

# A text that does not end goes to the end of the file, so that each character is looked at once.
_MARKS = re.compile(r'"(?:[^"\\]++|\\.)*+"?|[\[{]|[\]}]', re.DOTALL)
_BLANK = re.compile(r"[ \t\r\n]*")
_CUT = ("it ends too early, or a mark is missing", "提前结束或缺少符号")
_TWICE = ("an object has the same name twice", "同一对象中名称重复")
_NO_NUMBER = ("this is no number of JSON", "不是 JSON 中的数")


class _RefusedError(ValueError):
    """Something that the parser takes and JSON does not have, or that would hide a value."""

    def __init__(self, why: tuple[str, str]) -> None:
        super().__init__(why[0])
        self.why = why


def text_of(data: bytes) -> str:
    """Read the text of a file. Raises: DocumentTooLargeError; DocumentDamagedError where it is no text."""
    if len(data) > BYTES_LARGEST:
        raise DocumentTooLargeError(BYTES, len(data), BYTES_LARGEST)
    for encoding in ("utf-16",) if data.startswith(UTF_16_MARKS) else CSV_ENCODINGS:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise DocumentDamagedError(Damage.TEXT)


def read_values(text: str) -> list[Any]:
    """Give the values that stand one after the other.

    Raises: ListJsonError; ListTooDeepError; DocumentTooLargeError where there are too many values.
    """
    _require_bounded(text)
    return list(_values(text))


def _require_bounded(text: str) -> None:
    """Refuse what would take much memory, before anything is built of it."""
    values = sum(map(text.count, ",:[{"))
    if values > VALUES_LARGEST:
        raise DocumentTooLargeError(VALUES, values, VALUES_LARGEST)
    depth = 0
    for match in _MARKS.finditer(text):
        mark = match[0]
        depth += (mark in "[{") - (mark in "]}")
        if depth > DEPTH_LARGEST:
            raise ListTooDeepError(DEPTH_LARGEST)


def _values(text: str) -> Iterator[Any]:
    decoder = json.JSONDecoder(
        object_pairs_hook=_object, parse_constant=_no_number, parse_int=_whole_number, parse_float=_number
    )
    place = _after_blanks(text, 0)
    while place < len(text):
        try:
            value, end = decoder.raw_decode(text, place)
        except json.JSONDecodeError as error:
            raise ListJsonError(*_line_and_column(text, error.pos), _CUT) from None
        except _RefusedError as error:
            raise ListJsonError(*_line_and_column(text, place), error.why) from None
        yield value
        place = _after_blanks(text, end)


def _after_blanks(text: str, place: int) -> int:
    match = _BLANK.match(text, place)
    return match.end() if match else place


def _line_and_column(text: str, place: int) -> tuple[int, int]:
    return text.count("\n", 0, place) + 1, place - text.rfind("\n", 0, place)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    values = dict(pairs)
    if len(values) < len(pairs):
        raise _RefusedError(_TWICE)
    return values


def _no_number(_: str) -> None:
    raise _RefusedError(_NO_NUMBER)


# Ids of the platform have 19 digits; what is longer is no number of a list.
_DIGITS_LARGEST = 40


def _whole_number(digits: str) -> int:
    if len(digits) > _DIGITS_LARGEST:
        raise _RefusedError(_NO_NUMBER)
    return int(digits)


def _number(digits: str) -> float:
    """Read a number with a point or a power; one beyond all bounds is none."""
    value = float(digits)
    if value in (float("inf"), float("-inf")):
        raise _RefusedError(_NO_NUMBER)
    return value
