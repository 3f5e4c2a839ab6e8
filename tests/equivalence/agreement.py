"""Whether what answers operations agrees with the oracle, document by document.

``answers_agree`` takes whatever answers: the operations themselves, a batch of them, a cache before them, a server over
HTTP. It asks several at a time, so that what answers together, or from what was kept, is compared in batches.
"""

import asyncio
import json
import re
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping, Sequence
from itertools import islice
from typing import Any

from graphql import GraphQLError

from graph.errors import OperationShapeError, OperationTooLargeError
from resolvers.request.documents import RefusedError
from tests.equivalence.documents import DocumentRuns
from tests.equivalence.oracle import Expected, Oracle, Undefined
from tests.equivalence.refusals import RefusedFieldError

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


async def answers_agree(
    run: Run, documents: Sequence[DocumentRuns], oracle: Oracle, *, at_once: int = 8
) -> Counter[str]:
    """Compare every answer of ``run`` with the oracle's; give how many answers there were of each kind.

    ``run`` takes a query and variables and gives data and errors; it may raise what ``Operations.run`` raises.
    Raises: DisagreementError.
    """
    seen: Counter[str] = Counter()
    waiting = iter([(each.query, values) for each in documents for values in each.runs])
    while batch := list(islice(waiting, at_once)):
        # All of them end, also where one fails: a connection would outlive its test.
        answers = await asyncio.gather(*(_told(run, *each) for each in batch), return_exceptions=True)
        for (query, variables), got in zip(batch, answers, strict=True):
            if isinstance(got, BaseException):
                raise got
            seen[_compared(oracle, query, variables, got)] += 1
    return seen


# Data, errors, and whether all of it was refused for its size.
Told = tuple[Data, list[Any], bool]


async def _told(run: Run, query: str, variables: Mapping[str, Any]) -> Told:
    """Give what came."""
    try:
        data, errors = await run(query, variables)
    except (OperationShapeError, OperationTooLargeError):
        return None, [], True
    except RefusedError as error:
        return None, error.errors, any(map(_is_too_large, error.errors))
    except Exception as error:
        raise DisagreementError(query, variables, repr(error), "an answer") from error
    return data, list(errors), any(map(_is_too_large, errors))


def _is_too_large(error: Any) -> bool:
    many_tokens = "Syntax Error: Document contains more than"
    return _code(error) == "OPERATION_TOO_LARGE" or _shown(error)["message"].startswith(many_tokens)


def _code(error: Any) -> str | None:
    extensions = error.get("extensions") if isinstance(error, Mapping) else error.extensions
    return getattr(getattr(error, "original_error", None), "code", None) or (extensions or {}).get("code")


def _compared(oracle: Oracle, query: str, variables: Mapping[str, Any], got: Told) -> str:
    """Compare one answer, and say of what kind it is."""
    data, errors, is_too_large = got
    if is_too_large:
        return "too large"
    try:
        expected = oracle.answer(query, variables)
        if data is None and any(_is_of_argument(each) for each in errors):
            return _compared_arguments(query, variables, errors, expected)
    except Undefined:
        return "undefined"
    is_run = bool(expected.data is not None or any(each.path for each in expected.errors))
    # Once null has reached the top, graphql-core stops, and does not come to the look-ups that follow.
    whole = data is not None
    refusals = {_place(each): each.original_error.codes for each in expected.errors if _is_refusal(each)}
    shown, wanted = (_comparable(each, refusals, with_missing=whole) for each in (errors, expected.errors))
    if json.dumps(data) != json.dumps(expected.data) or shown != wanted:
        raise DisagreementError(query, variables, (data, shown), (expected.data, wanted))
    if not is_run:
        return "invalid"
    if refusals:
        return "refused"
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


def _is_refusal(error: GraphQLError) -> bool:
    return isinstance(error.original_error, RefusedFieldError)


def _place(error: Any) -> tuple[str, str]:
    shown = _shown(error)
    return str(shown.get("path")), str(shown.get("locations"))


def _comparable(
    errors: Sequence[Any], refusals: Mapping[tuple[str, str], frozenset[str]], *, with_missing: bool
) -> list[tuple[str, str, str]]:
    """Give message, path and locations of every error, sorted. What a message guesses beyond the fact is cut off.

    Of an argument that must be refused, the codes that fit stand for the message: its text is the product's own.
    """
    found = []
    for each in errors:
        place = _place(each)
        message = re.split(r" Did you mean | With `", _shown(each)["message"])[0]
        codes = refusals.get(place, frozenset())
        if _code(each) in codes or (isinstance(each, GraphQLError) and _is_refusal(each)):
            message = str(sorted(codes))
        if with_missing or not _is_missing(message):
            found.append((message, *place))
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
