"""What a client meets over HTTP: statuses, limits, languages, masked errors."""

import contextlib
import re
import socket

import httpx
import pytest

from server.http.open_connections import allow_descriptors
from tests.conftest import ROOT

BOTH = ("application/json", "application/graphql-response+json")


def post(served, body: bytes | str, **headers: str) -> httpx.Response:
    given = {"content-type": "application/json", **headers}
    return httpx.post(f"{served.url}/graphql", content=body, headers=given, timeout=30)


def test_a_body_over_64_kb_is_refused_before_it_is_parsed(served):
    response = post(served, b'{"query": "' + b" " * 70_000 + b'"}')

    assert response.status_code == 413
    assert response.json()["errors"][0]["extensions"]["code"] == "BAD_REQUEST"


def test_a_body_without_an_end_is_refused_at_the_limit_and_cut_off(served):
    host, port = served.url.removeprefix("http://").split(":")
    head = b"POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n"
    chunk = b"4000\r\n" + b" " * 0x4000 + b"\r\n"

    with socket.create_connection((host, int(port)), timeout=10) as connection:
        connection.sendall(head + chunk * 5)
        answer = b""
        while part := connection.recv(65536):
            answer += part

    assert answer.startswith(b"HTTP/1.1 413")


def test_a_head_without_an_end_is_refused_while_it_comes(served):
    host, port = served.url.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=10) as connection:
        sent, answer = 0, b""
        connection.sendall(b"GET /graphql HTTP/1.1\r\nhost: x\r\na: ")
        with contextlib.suppress(ConnectionError):
            while sent < 100 << 20:
                sent += connection.send(b"b" * 65_536)
        with contextlib.suppress(ConnectionError):
            answer = connection.recv(65_536)

    assert sent < 20 << 20
    assert answer[:12] in {b"HTTP/1.1 431", b""}
    assert served.ask("{ __typename }") == {"data": {"__typename": "Query"}}


def test_a_thousand_silent_connections_keep_no_one_out(served):
    host, port = served.url.removeprefix("http://").split(":")
    assert allow_descriptors(1_200) == 1_200
    with contextlib.ExitStack() as stack:
        for _ in range(1_000):
            stack.enter_context(socket.create_connection((host, int(port)), timeout=10))

        assert served.ask('{ major(code: "510203") { name } }') == {"data": {"major": {"name": "软件技术"}}}


def test_the_addresses_of_the_documents_work_as_they_are_written(served):
    text = (ROOT / "docs" / "tables.md").read_text(encoding="utf-8")
    addresses = re.findall(r"^/tables/\S+$", text, re.MULTILINE)
    host, port = served.url.removeprefix("http://").split(":")
    assert any(not each.isascii() for each in addresses)

    for each in addresses:
        with socket.create_connection((host, int(port)), timeout=30) as connection:
            connection.sendall(f"GET {each} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n".encode())
            answer = b"".join(iter(lambda: connection.recv(65_536), b""))
        head, _, body = answer.partition(b"\r\n\r\n")
        assert head.startswith(b"HTTP/1.1 200")
        assert "计算机类" in body.decode() or "majorClass" in each or each.isascii()
        percent = httpx.get(f"{served.url}{each}", timeout=30)
        assert percent.content == body


def test_no_reply_lets_a_browser_guess_its_type(served):
    paths = ("graphql", "livez", "tables/coverage.csv?dimensions=CATEGORY", "nowhere", "")
    replies = [httpx.get(f"{served.url}/{each}", timeout=30) for each in paths]

    assert [each.headers.get_list("x-content-type-options") for each in replies] == [["nosniff"]] * len(paths)


PLACES = (
    "/",
    "/api",
    "/api/",
    "/majors/",
    "/explorer",
    "/explorer/static",
    "/ide/static",
    "/graphql/",
    "/livez/",
    "/tables",
    "/nowhere/",
    "//evil.example/",
    "//evil.example/graphql",
    "/%2e%2e/",
    "/\\evil.example/",
)


@pytest.mark.parametrize("name", ["host", "x-forwarded-host"])
def test_no_place_sends_a_browser_to_the_host_that_the_request_names(served, name):
    host, port = served.url.removeprefix("http://").split(":")
    given = "host: x\r\n" if name != "host" else ""

    def answer(path: str) -> bytes:
        with socket.create_connection((host, int(port)), timeout=30) as connection:
            head = (
                f"GET {path} HTTP/1.1\r\n{given}{name}: evil.invalid\r\naccept: text/html\r\nconnection: close\r\n\r\n"
            )
            connection.sendall(head.encode())
            return b"".join(iter(lambda: connection.recv(65_536), b""))

    answers = {each: answer(each) for each in PLACES}

    assert {each: found for each, found in answers.items() if found[9:10] not in {b"2", b"4"}} == {}
    assert {
        each for each, found in answers.items() if b"evil.invalid" in found or b"\r\nlocation:" in found.lower()
    } == set()


@pytest.mark.parametrize("target", ["/graphql", "/livez", "/tables/coverage.json?dimensions=CATEGORY", "/readyz"])
def test_json_is_not_taken_for_anything_else(served, target):
    found = post(served, b'{"query": "{ __typename }"}') if target == "/graphql" else httpx.get(served.url + target)

    assert "json" in found.headers["content-type"]
    assert found.headers.get_list("x-content-type-options") == ["nosniff"]


@pytest.mark.parametrize(
    ("query", "code"),
    [
        (f"{{ majors(first: {'1' * 4_301}) {{ totalCount }} }}", "OPERATION_TOO_LARGE"),
        ("{ majors(first: 101) { nodes { id } } }", "BAD_PAGE_SIZE"),
        ("{ majors(first: 0) { nodes { id } } }", "BAD_PAGE_SIZE"),
        ('{ majors(after: "nonsense") { nodes { id } } }', "BAD_CURSOR"),
        ('{ node(id: "Nothing:1") { id } }', "BAD_ID"),
        ("{ majors(where: {code: {eq: null}}) { nodes { id } } }", "BAD_ARGUMENT"),
        ('{ certificate(name: "a", standardCode: "b") { id } }', "BAD_ARGUMENT"),
        ("{ certificate { id } }", "BAD_ARGUMENT"),
        (
            "{ majors(first: 100) { nodes { majorClass { majors(first: 100) { nodes { name code edition id basis } } } } } }",
            "OPERATION_TOO_LARGE",
        ),
        ("{ " + " ".join(f"a{n}: revision" for n in range(3)) + " }", "BAD_OPERATION"),
        ("{ majors { nodes { nothing } } }", "BAD_OPERATION"),
        ("{ majors ", "BAD_OPERATION"),
    ],
)
def test_bad_input_gets_its_code(served, query, code):
    (error, *_) = served.ask(query)["errors"]

    assert error["extensions"]["code"] == code


def test_a_bad_date_names_the_form_it_wants(served):
    (error,) = served.ask('{ certificates(asOf: "2019-13-01") { nodes { id } } }')["errors"]

    assert "2019-04-04" in error["message"]


def test_an_unknown_code_is_null_with_near_matches_in_the_readers_language(served):
    answer = served.ask('{ major(code: "51020") { name } }', **{"accept-language": "zh-CN,zh;q=0.9,en;q=0.8"})

    (error,) = answer["errors"]
    assert answer["data"] == {"major": None}
    assert error["path"] == ["major"]
    assert error["extensions"]["code"] == "NOT_FOUND"
    assert "510203" in error["extensions"]["near"]
    assert error["message"].startswith("没有键为")


def test_too_deep_is_refused(served):
    query = "{ majors { nodes " + "{ majorClass { majors { nodes " * 6 + "{ id }" + " } } }" * 6 + " } }"

    (error,) = served.ask(query)["errors"]

    assert error["extensions"]["code"] == "OPERATION_TOO_LARGE"
    assert error["extensions"]["limit"] == 10


def test_the_media_type_decides_the_status_of_a_refusal(served):
    statuses = {accept: post(served, b'{"query": "{ nothing }"}', accept=accept).status_code for accept in BOTH}

    assert statuses == {"application/json": 200, "application/graphql-response+json": 400}


def test_another_content_type_is_refused(served):
    assert post(served, b"{}", **{"content-type": "text/plain"}).status_code == 415


def test_no_media_type_of_ours_accepted(served):
    assert post(served, b'{"query": "{ __typename }"}', accept="text/html").status_code == 406


def test_a_get_can_ask_but_other_methods_cannot(served):
    asked = httpx.get(f"{served.url}/graphql", params={"query": '{ major(code: "510203") { name } }'})
    deleted = httpx.delete(f"{served.url}/graphql")

    assert asked.json() == {"data": {"major": {"name": "软件技术"}}}
    assert deleted.status_code == 405
    assert deleted.headers["allow"] == "GET, HEAD, POST"


@pytest.mark.parametrize("token", ["wrong", ""])
def test_a_wrong_bearer_token_is_reported_on_reads_too(served, token):
    query = {"query": '{ major(code: "510203") { name } }'}
    headers = {"authorization": f"Bearer {token}".strip(), "accept-language": "zh"}
    answers = [
        httpx.post(f"{served.url}/graphql", json=query, headers=headers),
        httpx.get(f"{served.url}/graphql", params=query, headers=headers),
        httpx.get(f"{served.url}/tables/coverage.csv", params={"dimensions": "CATEGORY"}, headers=headers),
    ]

    for each in answers:
        assert (each.status_code, each.headers["www-authenticate"]) == (401, "Bearer")
        (error,) = each.json()["errors"]
        assert error["extensions"]["code"] == "UNAUTHENTICATED"
        assert error["message"].startswith("没有编辑者使用此令牌")
    basic = httpx.post(f"{served.url}/graphql", json=query, headers={"authorization": "Basic eDp5"})
    assert basic.json() == {"data": {"major": {"name": "软件技术"}}}


def test_introspection_and_data_come_together(served):
    answer = served.ask('{ __schema { queryType { name } } major(code: "510203") { kind: __typename name } }')

    assert answer == {
        "data": {"__schema": {"queryType": {"name": "Query"}}, "major": {"kind": "Major", "name": "软件技术"}}
    }


def test_health_tells_the_release(served):
    answers = [httpx.get(f"{served.url}/{path}") for path in ("livez", "healthz", "readyz")]

    assert [each.status_code for each in answers] == [200, 200, 200]
    assert len(answers[2].json()["release"]) == 12
