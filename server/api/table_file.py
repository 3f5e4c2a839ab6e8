"""What a table as files is: the question behind it, how its parameters are read, and how it is written in each form."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from starlette.datastructures import QueryParams

from graph.errors import BadArgumentError, Language

MEDIA_TYPES = {
    "csv": "text/csv; charset=utf-8; header=present",
    "json": "application/json; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TableFiles:
    """The files of one table below ``/tables/``: ``writers`` says by the ending how each is written.

    The answer of ``question`` has ``total``, refused beyond ``rows_largest``.
    """

    name: str
    document: str
    operation: str
    question: str
    rows_largest: int
    # Raises: BadArgumentError.
    read_variables: Callable[[QueryParams], dict[str, Any]]
    writers: Mapping[str, Callable[[Mapping[str, Any], QueryParams, Language], bytes]]


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
