"""From the text of one cell to the value of one property, or the kind of problem it has."""

import math
import re
from collections.abc import Callable
from typing import Any

from pydantic_core import PydanticCustomError

from graph.model.core import CodeList, Property, Scalar
from graph.model.days import is_day
from graph.model.texts import unfit_character

LIST_MARK = "|"

# Indexed texts must fit the key of an index on every engine (Neo4j: about 8,000 bytes); other texts are for reading.
LONGEST_KEY = 1_000
LONGEST_TEXT = 20_000

_INTEGER = re.compile(r"-?(0|[1-9][0-9]*)")
_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?")
_LARGEST = 2**31 - 1

CellReader = Callable[[str], Any]


def reader_of(each: Property) -> CellReader:
    """Give the function that turns a cell of this property into its value.

    It raises PydanticCustomError with a kind of ``seeds.checks.problems`` as its type.
    """
    limit = LONGEST_KEY if each.indexed or each.name in ("id", "start", "end") else LONGEST_TEXT
    limit = min(limit, each.longest or limit)
    item = _item_reader(each)

    def read(cell: str) -> Any:
        _check_text(cell, limit)
        if each.many:
            return [item(part) for part in _split(cell)]
        if cell:
            return item(cell)
        if each.required:
            raise _refuse("required")
        return None

    return read


def _check_text(cell: str, limit: int) -> None:
    if len(cell) > limit:
        raise _refuse("too-long", length=len(cell), limit=limit)
    if unfit := unfit_character(cell):
        raise _refuse("character", character=unfit)
    if cell != cell.strip():
        raise _refuse("spaces")


def _split(cell: str) -> list[str]:
    parts = cell.split(LIST_MARK) if cell else []
    if "" in parts:
        raise _refuse("item-empty")
    return parts


def _item_reader(each: Property) -> CellReader:
    read = _typed_reader(each)

    def read_in_range(cell: str) -> Any:
        number = read(cell)
        if not each.admits(number):
            raise _refuse("out-of-range", range=each.range)
        return number

    return read_in_range if each.range else read


def _typed_reader(each: Property) -> CellReader:
    match each.type:
        case CodeList():
            return _code_reader(each.type)
        case Scalar.INT:
            return _integer
        case Scalar.FLOAT:
            return _number
        case Scalar.BOOLEAN:
            return _boolean
        case Scalar.DATE:
            return _date
        case _:
            return str


def _code_reader(codes: CodeList) -> CellReader:
    def read(cell: str) -> str:
        if cell not in codes.codes:
            raise _refuse("code", codes=", ".join(codes.codes))
        return cell

    return read


def _integer(cell: str) -> int:
    if not _INTEGER.fullmatch(cell):
        raise _refuse("integer")
    # Compared by length first: Python refuses to read thousands of digits.
    if len(cell) > len(str(_LARGEST)) + 1 or not -_LARGEST <= int(cell) <= _LARGEST:
        raise _refuse("integer-range")
    return int(cell)


def _number(cell: str) -> float:
    if not _NUMBER.fullmatch(cell) or not math.isfinite(float(cell)):
        raise _refuse("number")
    return float(cell)


def _boolean(cell: str) -> bool:
    if cell not in ("true", "false"):
        raise _refuse("boolean")
    return cell == "true"


def _date(cell: str) -> str:
    if not is_day(cell):
        raise _refuse("date")
    return cell


def _refuse(kind: str, **details: Any) -> PydanticCustomError:
    # The kind is also the text: the words of both languages are in ``seeds.checks.problems``.
    return PydanticCustomError(kind, kind, details)
