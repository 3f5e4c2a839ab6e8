"""What a client gets to see of answers and errors: codes, texts in its language, nothing of the inside."""

import logging
import secrets
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from graphql import GraphQLError

from graph.database_errors import GraphBusyError, GraphUnavailableError
from graph.errors import Language, OneplusxError, UnauthenticatedError, UserError
from graph.setting_errors import GraphConfigurationError
from server.http.encodings import weighed
from server.http.graphql_messages import shown_message

log = logging.getLogger("oneplusx")


class TooManyRequestsError(GraphBusyError):
    """More requests are in flight than this process takes on."""


class PersistedQueryError(UserError):
    """No document is registered under a hash. Apollo's clients compare the message, and then send the text."""


@lru_cache(maxsize=256)
def language_of(accept_language: str) -> Language:
    """Choose the language of messages from ``Accept-Language``: Chinese where it is wanted more than English.

    Of equal weights the first counts. ``*`` is English, as is a header that names neither.
    """
    names = [(tag.replace("_", "-").partition("-")[0], weight) for tag, weight in weighed(accept_language)]
    wanted = [(weight, -place, name) for place, (name, weight) in enumerate(names) if name in {"zh", "en", "*"}]
    best = max((each for each in wanted if each[0] > 0), default=None)
    return "zh" if best and best[2] == "zh" else "en"


def show_errors(errors: Sequence[GraphQLError], language: Language, request_id: str = "") -> list[dict[str, Any]]:
    """Show errors to a client. What is not ours is logged in full and shown as INTERNAL with the request's id.

    ``request_id`` is the one that the client gave; without it one is made.
    """
    request_id = request_id or secrets.token_hex(8)
    return [_show(each, language, request_id) for each in errors]


def code_of(error: GraphQLError) -> str:
    """Give the stable code of an error."""
    cause = _cause(error)
    if isinstance(cause, OneplusxError):
        return to_strangers(cause).code
    if cause is not None:
        return "INTERNAL"
    return str((error.extensions or {}).get("code") or ("DATA_INCOMPLETE" if error.path else "BAD_OPERATION"))


def to_strangers(error: OneplusxError) -> OneplusxError:
    """Give what a caller may know: an error of the settings names address and user, and is for the operator."""
    return GraphUnavailableError() if isinstance(error, GraphConfigurationError) else error


def _cause(error: GraphQLError) -> Exception | None:
    """Give what caused an error, other than graphql-core itself, which wraps its own when it refuses a value."""
    cause = error.original_error
    return None if isinstance(cause, GraphQLError) else cause


def _show(error: GraphQLError, language: Language, request_id: str) -> dict[str, Any]:
    cause = _cause(error)
    shown: dict[str, Any] = {"message": shown_message(error.message, language)}
    if error.locations:
        shown["locations"] = [{"line": each.line, "column": each.column} for each in error.locations]
    if error.path:
        shown["path"] = list(error.path)
    if isinstance(cause, GraphConfigurationError):
        log.error("request %s: %s %s", request_id, cause.code, cause)
    if isinstance(cause, OneplusxError):
        cause = to_strangers(cause)
        shown["message"] = cause.message(language)
        shown["extensions"] = {"code": code_of(error), **_retry(cause), **cause.details}
    elif cause is None:
        shown["extensions"] = {"code": code_of(error), **(error.extensions or {})}
    else:
        log.error("request %s failed", request_id, exc_info=cause)
        shown["message"] = _INTERNAL[language]
        shown["extensions"] = {"code": code_of(error), "requestId": request_id}
    return shown


_INTERNAL = {
    "en": "Something went wrong here. Report the request id.",
    "zh": "服务器内部出错，请报告请求编号。",
}


def _retry(cause: OneplusxError) -> Mapping[str, Any]:
    return {"retryable": True} if cause.retryable else {}


def as_graphql(error: Exception) -> GraphQLError:
    """Wrap an error that stopped a whole operation."""
    return GraphQLError(str(error), original_error=error)


def status_of(error: Exception) -> tuple[int, Mapping[str, str]] | None:
    """Give the HTTP status, with its headers, that an error asks for whatever the media type.

    503: the graph does not answer. 401: the token is not one of an editor. 200: what Apollo's clients go on from.
    """
    if isinstance(error, PersistedQueryError):
        return 200, {}
    if isinstance(error, GraphUnavailableError | GraphConfigurationError):
        return 503, {"retry-after": "3"}
    return (401, {"www-authenticate": "Bearer"}) if isinstance(error, UnauthenticatedError) else None
