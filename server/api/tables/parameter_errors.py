"""What GraphQL says of the variables that a query string became, said of its parameters."""

import re

from graphql import GraphQLError

from graph.errors import BadArgumentError
from server.http.graphql_messages import shown_message
from server.http.shown_errors import as_graphql

# A variable, or a key of the filter, which are both called as the parameter is.
_INVALID = re.compile(r"Variable '\$(\w+)' has invalid value(?: at (?:\.(\w+))?\S*)?: (.*)", re.DOTALL)
_MISSING = re.compile(r"Expected a value of non-null type .* to be provided\.")
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
    return shown_message(reason, "en"), shown_message(reason, "zh")
