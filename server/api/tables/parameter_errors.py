"""What GraphQL says of the variables that a query string became, said of its parameters."""

import re

from graphql import GraphQLError

from graph.errors import BadArgumentError, Language
from schema.codes import CODES
from server.http.graphql_messages import shown_message
from server.http.shown_errors import as_graphql

# A variable, or a key of the filter, which are both called as the parameter is.
_INVALID = re.compile(r"Variable '\$(\w+)' has invalid value(?: at (?:\.(\w+))?\S*)?: (.*)", re.DOTALL)
_MISSING = re.compile(r"Expected a value of non-null type .* to be provided\.")
_NO_CODE = re.compile(r"Value '(.*)' does not exist in '(\w+)' enum\..*", re.DOTALL)
# Of a value that is refused this many characters are repeated.
_VALUE_SHOWN_LARGEST = 40
_SEVERAL = re.compile(r".* value: \[.*\]\.?", re.DOTALL)


def of_parameter(error: GraphQLError) -> GraphQLError:
    """Name the parameter that is missing or wrong; another error stays as it is."""
    match = _INVALID.fullmatch(error.message)
    if match is None:
        return error
    variable, key, reason = match.groups()
    return as_graphql(BadArgumentError(key or variable, *_texts(reason)))


def _texts(reason: str) -> tuple[str, str]:
    if _MISSING.fullmatch(reason):
        return "it is missing, and this table needs it.", "缺少该参数，此表必须给出。"
    if _SEVERAL.fullmatch(reason):
        return "give one value, once.", "只能给出一个值。"
    if (match := _NO_CODE.fullmatch(reason)) and match[2] in CODES:
        shown = match[1][:_VALUE_SHOWN_LARGEST]
        return (
            f"there is no `{shown}`; take one of {_codes(match[2], 'en')}.",
            f"没有取值 `{shown}`；可取：{_codes(match[2], 'zh')}。",
        )
    return shown_message(reason, "en"), shown_message(reason, "zh")


def _codes(name: str, language: Language) -> str:
    """Write the codes of an enum with their labels: ELEMENTARY (elementary), 初级 in Chinese."""
    labelled = [(code, _label(text.in_language(language))) for code, text in CODES[name].items()]
    if language == "zh":
        return "、".join(f"{code}（{label}）" for code, label in labelled)
    return ", ".join(f"{code} ({label})" for code, label in labelled)


def _label(text: str) -> str:
    """Give what stands before the first stop of a description."""
    return re.split(r"[。：；]|[.:;](?=\s|$)", text)[0]
