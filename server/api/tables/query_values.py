"""Values of a query string, read as the argument of a question wants them."""

import re
from math import isfinite
from typing import Any

from starlette.datastructures import QueryParams

from graph.errors import BadArgumentError
from server.api.tables.table_file import codes_in

INT_LARGEST = 2**31 - 1
# Of a value that is refused this many characters are repeated.
CELL_SHOWN_LARGEST = 40
_BOOLEANS = {"true": True, "false": False}
_NUMBERS = {
    "Int": re.compile(r"-?(0|[1-9][0-9]*)"),
    "Float": re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?"),
}


def read_value(given: QueryParams, name: str, annotation: str) -> Any:
    """Read what an annotation says. Lists: by repeating the name, codes also with commas. Raises: BadArgumentError."""
    inner = annotation.removesuffix(" | None").removeprefix("list[").removesuffix("]")
    values = given.getlist(name) if inner in {"String", "ID"} else codes_in(given, name)
    found = [_single(name, each, inner) for each in values]
    return found if annotation.startswith("list[") else found[0] if len(found) == 1 else found


def _single(name: str, text: str, kind: str) -> Any:
    if kind == "Boolean":
        if text not in _BOOLEANS:
            raise BadArgumentError(name, "true or false.", "须为 true 或 false。")
        return _BOOLEANS[text]
    return _number(name, text, kind) if kind in _NUMBERS else text


def _number(name: str, text: str, kind: str) -> float:
    """Read a number as JSON writes it, since variables are JSON. Python takes more: `1_0`, ` 1`, `１`, `nan`."""
    shown = text[:CELL_SHOWN_LARGEST]
    if not _NUMBERS[kind].fullmatch(text):
        raise BadArgumentError(name, f"{shown!r} is no number.", f"{shown!r} 不是数字。")
    # As GraphQL has them: Int of 32 bits, no infinity. Python reads no integer of 4,301 digits, but any float.
    number = float(text)
    if not (abs(number) <= INT_LARGEST if kind == "Int" else isfinite(number)):
        raise BadArgumentError(name, f"{shown!r} is too large.", f"{shown!r} 过大。")
    return int(text) if kind == "Int" else number
