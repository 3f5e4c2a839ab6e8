"""What a client meets of the cache over HTTP: entity tags, conditions, codings, and others who go away."""

import gzip
import json
import socket
import threading

import httpx
import pytest
import zstandard

SMALL = '{ major(code: "510203") { name } }'
LARGE = "{ majors(first: 100) { nodes { name code } } }"
RESPONSE = "application/graphql-response+json"
VARY = "accept, accept-encoding, accept-language"


def get(served, query: str = SMALL, **headers: str) -> httpx.Response:
    given = {"accept-encoding": "identity", **{name.replace("_", "-"): value for name, value in headers.items()}}
    return httpx.get(f"{served.url}/graphql", params={"query": query}, headers=given, timeout=30)


def raw(response: httpx.Response) -> bytes:
    """Give the body as it came over the wire."""
    return b"".join(response.iter_raw())


def ask_raw(served, query: str, accept_encoding: str) -> tuple[httpx.Response, bytes]:
    url, headers = f"{served.url}/graphql", {"accept-encoding": accept_encoding}
    with httpx.stream("GET", url, params={"query": query}, headers=headers, timeout=30) as response:
        return response, raw(response)


def test_an_answer_has_a_strong_tag_and_is_not_sent_again_to_who_has_it(served):
    first = get(served)
    again = get(served, if_none_match=first.headers["etag"])

    assert first.headers["etag"].startswith('"')
    assert first.headers["cache-control"] == "private, no-cache"
    assert first.headers["vary"] == VARY
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    assert "content-type" not in again.headers


@pytest.mark.parametrize(
    ("condition", "status"),
    [('"other"', 200), ("W/{}", 304), ('"a", {} , "b"', 304), ("*", 304), ('""', 200), ("nonsense", 200)],
)
def test_a_condition_is_read_as_http_says(served, condition, status):
    assert get(served, if_none_match=condition.format(get(served).headers["etag"])).status_code == status


def test_each_form_of_an_answer_has_its_own_tag(served):
    answers = [
        get(served, LARGE),
        get(served, LARGE, accept_encoding="gzip"),
        get(served, LARGE, accept_encoding="zstd"),
        get(served, LARGE, accept=RESPONSE),
        get(served, SMALL),
    ]

    assert len({each.headers["etag"] for each in answers}) == 5
    assert len({each.content for each in answers[:4]}) == 1
    changed = get(served, LARGE, accept_encoding="gzip", if_none_match=answers[0].headers["etag"])
    assert changed.status_code == 200


def test_a_post_carries_the_tag_but_is_always_answered_whole(served):
    url, body = f"{served.url}/graphql", {"query": SMALL}
    tag = get(served).headers["etag"]
    answer = httpx.post(url, json=body, headers={"accept-encoding": "identity", "if-none-match": tag}, timeout=30)

    assert (answer.status_code, answer.headers["etag"]) == (200, tag)
    assert answer.json()["data"]["major"]["name"] == "软件技术"


@pytest.mark.parametrize("query", ['{ major(code: "0") { name } }', "{ nothing }"])
def test_errors_are_kept_by_no_one(served, query):
    answer = get(served, query)

    assert "etag" not in answer.headers
    assert answer.headers["cache-control"] == "no-store"
    assert get(served, query, if_none_match="*").status_code == 200


def test_errors_speak_the_language_of_each_reader_whoever_asked_before(served):
    query = '{ major(code: "0") { name } }'
    messages = [get(served, query, accept_language=each).json()["errors"][0]["message"] for each in ("zh", "en", "zh")]

    assert messages[0] == messages[2] != messages[1]


def test_answers_above_1_kb_are_coded_as_the_client_accepts(served):
    (plain, body), (zipped, gzip_body), (packed, zstd_body), (refused, same) = (
        ask_raw(served, LARGE, each) for each in ("identity", "gzip", "gzip, zstd", "gzip;q=0")
    )

    assert "content-encoding" not in plain.headers
    assert "content-encoding" not in refused.headers
    assert [each.headers["content-encoding"] for each in (zipped, packed)] == ["gzip", "zstd"]
    assert gzip.decompress(gzip_body) == zstandard.ZstdDecompressor().decompress(zstd_body) == body == same
    assert max(len(gzip_body), len(zstd_body)) < len(body) / 2
    assert {each.headers["vary"] for each in (plain, zipped, packed, refused)} == {VARY}


def test_a_small_answer_and_an_answer_with_errors_are_coded_by_the_same_rule(served):
    small, _ = ask_raw(served, SMALL, "gzip")
    wrong, body = ask_raw(served, "{ " + " ".join(f"nothing{each}" for each in range(40)) + " }", "gzip")

    assert "content-encoding" not in small.headers
    assert wrong.headers["content-encoding"] == "gzip"
    assert json.loads(gzip.decompress(body))["errors"]


def test_the_files_of_the_ide_are_compressed(served):
    answer = httpx.get(f"{served.url}/ide/static/ide.js", headers={"accept-encoding": "gzip"}, timeout=30)

    assert answer.headers["content-encoding"] == "gzip"
    assert "accept-encoding" in answer.headers["vary"].lower()


def test_who_goes_away_does_not_disturb_who_asked_the_same(served):
    host, port = served.url.removeprefix("http://").split(":")
    body = json.dumps({"query": "query Leaver { courses(first: 100) { nodes { name sources { title } } } }"})
    head = f"POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: {len(body)}\r\n\r\n"
    answers: list[httpx.Response] = []

    def stay() -> None:
        content = {"content": body, "headers": {"content-type": "application/json"}}
        answers.append(httpx.post(f"{served.url}/graphql", timeout=30, **content))

    with socket.create_connection((host, int(port)), timeout=10) as leaver:
        leaver.sendall((head + body).encode())
        staying = [threading.Thread(target=stay) for _ in range(4)]
        for each in staying:
            each.start()
    for each in staying:
        each.join()

    assert [each.status_code for each in answers] == [200] * 4
    assert {len(each.json().get("data", {}).get("courses", {}).get("nodes", ())) for each in answers} == {100}
