"""Whether what answers operations agrees with the oracle, document by document.

``answers_agree`` takes whatever answers: the operations themselves, a batch of them, a cache before them, a server over
HTTP. It asks several at a time, so that what answers together, or from what was kept, is compared in company.
"""

import asyncio
import json
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping, Sequence
from itertools import islice
from typing import Any

from graphql import GraphQLError

from graph.errors import UserError
from resolvers.request.documents import RefusedError
from tests.equivalence.documents import Asked
from tests.equivalence.oracle import Expected, Oracle, Undefined
from tests.equivalence.refusals import refusals

Data = dict[str, Any] | None
# Errors are GraphQLErrors, or as they come over HTTP.
Run = Callable[[str, Mapping[str, Any]], Awaitable[tuple[Data, Sequence[Any]]]]


class DisagreementError(AssertionError):
    """What was answered is not what must be answered."""

    def __init__(self, query: str, variables: Mapping[str, Any], got: Any, expected: Any) -> None:
        place = _first_difference(got, expected)
        super().__init__(f"{query}\nvariables: {json.dumps(variables, ensure_ascii=False)}\n{place}")


def _first_difference(got: Any, expected: Any, path: str = "") -> str:
    """Show where two answers part."""
    if isinstance(got, dict) and isinstance(expected, dict) and list(got) == list(expected):
        pairs = [(f"{path}.{key}", got[key], expected[key]) for key in got]
    elif isinstance(got, list | tuple) and isinstance(expected, list | tuple) and len(got) == len(expected):
        pairs = [(f"{path}.{place}", *pair) for place, pair in enumerate(zip(got, expected, strict=True))]
    else:
        pairs = []
    for inner, left, right in pairs:
        if repr(left) != repr(right):
            return _first_difference(left, right, inner)
    return f"at {path or 'the top'}\ngot:      {got!r}\nexpected: {expected!r}"


async def answers_agree(run: Run, documents: Sequence[Asked], oracle: Oracle, *, at_once: int = 8) -> Counter[str]:
    """Compare every answer of ``run`` with the oracle's; give how many answers there were of each kind.

    ``run`` takes a query and variables and gives data and errors; it may raise what ``Operations.run`` raises.
    Raises: DisagreementError.
    """
    seen: Counter[str] = Counter()
    waiting = iter([(each.query, values) for each in documents for values in each.runs])
    while batch := list(islice(waiting, at_once)):
        answers = await asyncio.gather(*(_told(run, *each) for each in batch))
        for (query, variables), got in zip(batch, answers, strict=True):
            seen[_compared(oracle, query, variables, got)] += 1
    return seen


Told = tuple[Data, list[Any], set[str]]


async def _told(run: Run, query: str, variables: Mapping[str, Any]) -> Told:
    """Give data, errors, and the codes with which all of it was refused."""
    try:
        data, errors = await run(query, variables)
    except UserError as error:
        return None, [], {error.code}
    except RefusedError as error:
        return None, error.errors, _codes(error.errors)
    except Exception as error:
        raise DisagreementError(query, variables, repr(error), "an answer") from error
    return data, list(errors), _codes(errors) if data is None else set()


def _codes(errors: Sequence[Any]) -> set[str]:
    found = set()
    for each in errors:
        extensions = each.get("extensions") if isinstance(each, Mapping) else each.extensions
        code = getattr(getattr(each, "original_error", None), "code", None) or (extensions or {}).get("code")
        found.add(code)
        if _shown(each)["message"].startswith("Syntax Error: Document contains more than"):
            found.add("OPERATION_TOO_LARGE")
    return found - {None, "BAD_OPERATION", "DATA_INCOMPLETE", "NOT_FOUND"}


def _compared(oracle: Oracle, query: str, variables: Mapping[str, Any], got: Told) -> str:
    """Compare one answer, and say of what kind it is."""
    data, errors, refused = got
    if refused == {"OPERATION_TOO_LARGE"}:
        return "too large"
    try:
        expected = oracle.answer(query, variables)
        if data is None and any(_is_of_argument(each) for each in errors):
            return _compared_arguments(query, variables, errors, expected)
        is_run = bool(expected.data is not None or any(each.path for each in expected.errors))
        must, may = refusals(oracle, query, variables) if is_run else (set(), set())
    except Undefined:
        return "undefined"
    if refused or must:
        if not (refused and refused <= may):
            raise DisagreementError(query, variables, got, may or expected)
        return "refused"
    # Once null has reached the top, graphql-core stops, and does not come to the look-ups that follow.
    whole = data is not None
    shown, wanted = (_comparable(each, with_missing=whole) for each in (errors, expected.errors))
    if json.dumps(data) != json.dumps(expected.data) or shown != wanted:
        raise DisagreementError(query, variables, (data, shown), (expected.data, wanted))
    if not is_run:
        return "invalid"
    return ("with errors" if whole else "null") if wanted else "whole" if _is_telling(data) else "empty"


def _is_of_argument(error: Any) -> bool:
    """Whether null came by a variable to an argument that does not take it, which only the values can tell."""
    return "has invalid value" in _shown(error)["message"]


def _compared_arguments(query: str, variables: Mapping[str, Any], errors: Sequence[Any], expected: Expected) -> str:
    """Compare what is wrong and where. graphql-core tells it at the field; here nothing is executed."""
    got, wanted = ([(_shown(e)["message"], _shown(e)["locations"]) for e in each] for each in (errors, expected.errors))
    if not all(each in wanted for each in got):
        raise DisagreementError(query, variables, got, wanted)
    return "invalid"


def _shown(error: Any) -> Any:
    return error.formatted if isinstance(error, GraphQLError) else error


def _comparable(errors: Sequence[Any], *, with_missing: bool) -> list[tuple[str, str, str]]:
    """Give message, path and locations of every error, sorted. What a message guesses beyond the fact is cut off."""
    found = []
    for each in errors:
        shown = _shown(each)
        message = shown["message"].partition(" Did you mean ")[0]
        if with_missing or not _is_missing(message):
            found.append((message, str(shown.get("path")), str(shown.get("locations"))))
    return sorted(found)


def _is_missing(message: str) -> bool:
    return message.startswith("No ") and " has the key " in message


def _is_telling(data: Any) -> bool:
    """Whether an answer holds more than type names, empty lists and nulls."""
    match data:
        case dict():
            return any(_is_telling(value) for key, value in data.items() if key != "__typename")
        case list():
            return any(map(_is_telling, data))
        case _:
            return data is not None
