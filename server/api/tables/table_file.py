"""What a table as files is: the request behind it, how its parameters are read, and how it is written in each form."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from starlette.datastructures import QueryParams

from graph.errors import BadArgumentError, Language
from resolvers.identify import Request

MEDIA_TYPES = {
    "csv": "text/csv; charset=utf-8; header=present",
    "json": "application/json; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def total_of(answer: Mapping[str, Any]) -> int:
    """Give the rows of an answer that counts them itself."""
    total: int = answer["total"]
    return total


def one_page(_: Sequence[Any]) -> None:
    """Ask for nothing more of a table that one answer holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableFiles:
    """The files of one table below ``/tables/``: ``writers`` says by the ending how each is written.

    ``read_request`` makes the request of the query string, and ``table_of`` takes the table out of its answer, which is
    refused where its ``size`` is beyond ``rows_largest``.
    """

    name: str
    rows_largest: int
    # Raises: BadArgumentError.
    read_request: Callable[[QueryParams], Request]
    table_of: Callable[[Mapping[str, Any]], Any]
    writers: Mapping[str, Callable[[Any, QueryParams, Language], bytes]]
    size: Callable[[Any], int] = total_of
    # Whether the JSON has the request that gives the same.
    shows_request: bool = False
    # What the file is called, without its ending; None: as the table.
    file_name: Callable[[QueryParams], str] | None = None
    # What of a table that is longer than a page is asked for next, and all its pages as one.
    next_page: Callable[[Sequence[Any]], Mapping[str, Any] | None] = one_page
    joined: Callable[[Sequence[Any]], Any] = itemgetter(0)


def refuse_unknown(given: QueryParams, known: tuple[str, ...]) -> None:
    """Raise BadArgumentError for a parameter that there is not."""
    for name in given:
        if name not in known:
            en, zh = ", ".join(known), "、".join(known)
            raise BadArgumentError(name, f"is no parameter; there are {en}.", f"不是参数；可用参数：{zh}。")


def wants_mark(given: QueryParams) -> bool:
    """Whether the byte order mark of Excel is wanted. Raises: BadArgumentError."""
    if given.get("bom", "true") not in {"true", "false"}:
        raise BadArgumentError("bom", "true or false.", "须为 true 或 false。")
    return given.get("bom") == "true"


_LANGUAGES: Mapping[str, Language] = {"zh": "zh", "en": "en"}


def refuse_other_language(given: QueryParams) -> None:
    """Raise BadArgumentError for a language in which no table is written."""
    if given.get("language", "zh") not in _LANGUAGES:
        raise BadArgumentError("language", "zh or en.", "须为 zh 或 en。")


def chosen_language(given: QueryParams, otherwise: Language) -> Language:
    """Give the language of the titles: as the query string has it, else as the request."""
    return _LANGUAGES[given["language"]] if "language" in given else otherwise


def codes_in(given: QueryParams, name: str) -> list[str]:
    """Read a list of codes: a name repeated, or commas."""
    return [code.strip() for each in given.getlist(name) for code in each.split(",") if code.strip()]
