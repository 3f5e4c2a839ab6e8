"""What is read of the headers of a request."""

import pytest

from server.api.graphql_request import JSON_TYPE, RESPONSE_TYPE, BadRequestError, caller_of, negotiate
from server.http.request import Incoming, caller_address


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


ADDRESSES = [
    (("192.0.2.1", 1234), "192.0.2.1"),
    (("2001:db8:1:2::7", 1), "20010db800010002::/64"),
    (("2001:db8:1:2:ffff::8%eth0", 1), "20010db800010002::/64"),
    (("2001:db8:1:3::7", 1), "20010db800010003::/64"),
    (("::ffff:192.0.2.1", 1), "192.0.2.1"),
    (("not:an:address", 0), "not:an:address"),
    (("x" * 10_000, 0), "x" * 64),
    (("", 0), ""),
    (None, ""),
]


@pytest.mark.parametrize(("client", "caller"), ADDRESSES)
def test_a_network_of_ipv6_is_one_caller_and_no_address_is_long(client, caller):
    assert caller_address({"client": client}) == caller
