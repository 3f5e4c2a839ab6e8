"""What is read of the headers of a request."""

import pytest

from server.api.graphql_request import JSON_TYPE, RESPONSE_TYPE, BadRequestError, caller_of, negotiate
from server.http.request import Incoming


@pytest.mark.parametrize(
    ("accept", "wanted"),
    [
        ("", JSON_TYPE),
        ("*/*", JSON_TYPE),
        ("application/*", JSON_TYPE),
        (JSON_TYPE, JSON_TYPE),
        (f"{RESPONSE_TYPE}; charset=utf-8", RESPONSE_TYPE),
        (f"{RESPONSE_TYPE}, {JSON_TYPE};q=0.9", RESPONSE_TYPE),
        (f"{JSON_TYPE}, {RESPONSE_TYPE}", JSON_TYPE),
        (f"{RESPONSE_TYPE}, {JSON_TYPE}", RESPONSE_TYPE),
        ("application/json, text/plain, */*", JSON_TYPE),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", JSON_TYPE),
        ("application/json;q=0, */*", RESPONSE_TYPE),
        ("*/*, application/json;q=0", RESPONSE_TYPE),
        ("application/json;q=0.2, */*;q=0.5", RESPONSE_TYPE),
        ("application/*;q=0.1, application/graphql-response+json;q=0.5, */*", RESPONSE_TYPE),
        (f"{RESPONSE_TYPE};q=0, application/*", JSON_TYPE),
    ],
)
def test_the_range_that_names_a_type_closest_says_how_much_it_is_wanted(accept, wanted):
    assert negotiate(accept) == wanted


@pytest.mark.parametrize(
    "accept", ["text/html", "*/*;q=0", "application/*;q=0, */*", f"{JSON_TYPE};q=0, {RESPONSE_TYPE};q=0, */*"]
)
def test_a_client_that_takes_neither_type_is_told(accept):
    with pytest.raises(BadRequestError) as refused:
        negotiate(accept)

    assert refused.value.status == 406


def caller(*headers: tuple[bytes, bytes]):
    return caller_of(Incoming({"method": "GET", "query_string": b"", "headers": list(headers)}, None))


def test_a_list_in_several_lines_is_one_list():
    read = caller(
        (b"accept", b"text/html"),
        (b"if-none-match", b'"a"'),
        (b"accept-encoding", b"br"),
        (b"accept", b"application/graphql-response+json"),
        (b"accept-encoding", b"gzip"),
        (b"if-none-match", b'"b"'),
    )

    assert read.media_type == RESPONSE_TYPE
    assert read.accept_encoding == "br, gzip"
    assert read.if_none_match == '"a", "b"'


def test_of_another_header_in_several_lines_the_first_counts():
    assert caller((b"authorization", b"Bearer a"), (b"authorization", b"Bearer b")).token == "a"
