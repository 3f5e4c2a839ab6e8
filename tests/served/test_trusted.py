"""Trusted documents on a real server: only what is registered runs, however it is named."""

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from graph.errors import BadArgumentError
from schema.build import executable_schema
from server.api.trusted_documents import TrustedDocumentsError, document_text, read_trusted
from tests.command_line import oneplusx
from tests.served.conftest import CHANGE, MAJOR

ANSWER = {"data": {"major": {"name": "软件技术"}}}
VARIABLES = {"code": "510203"}


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def post(server, body: dict, **headers: str) -> httpx.Response:
    return httpx.post(f"{server.url}/graphql", json=body, headers=headers, timeout=30)


def code_of(response: httpx.Response) -> str:
    (error,) = response.json()["errors"]
    assert "data" not in response.json()
    return error["extensions"]["code"]


@pytest.mark.parametrize(
    "named",
    [
        {"documentId": f"sha256:{sha256(MAJOR)}"},
        {"documentId": sha256(MAJOR)},
        {"extensions": {"persistedQuery": {"version": 1, "sha256Hash": sha256(MAJOR)}}},
        {"query": MAJOR},
        {"query": MAJOR, "documentId": f"sha256:{sha256(MAJOR)}"},
    ],
    ids=["id", "bare id", "as Apollo names it", "text", "text and id"],
)
def test_a_registered_document_runs_by_post_and_by_get(trusting, named):
    asked = {name: value if isinstance(value, str) else json.dumps(value) for name, value in named.items()}

    by_post = post(trusting, {**named, "variables": VARIABLES, "operationName": "Major"})
    by_get = httpx.get(f"{trusting.url}/graphql", params={**asked, "variables": json.dumps(VARIABLES)}, timeout=30)

    assert (by_post.json(), by_get.json()) == (ANSWER, ANSWER)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"query": MAJOR.strip()}, "DOCUMENT_NOT_TRUSTED"),
        ({"query": "{ __schema { queryType { name } } }"}, "DOCUMENT_NOT_TRUSTED"),
        ({"query": "{ a }", "documentId": f"sha256:{sha256('{ a }')}"}, "DOCUMENT_NOT_TRUSTED"),
        ({"documentId": f"sha256:{'0' * 64}"}, "PERSISTED_QUERY_NOT_FOUND"),
        ({"documentId": "Major"}, "PERSISTED_QUERY_NOT_FOUND"),
        ({"query": MAJOR, "documentId": f"sha256:{sha256(CHANGE)}"}, "BAD_ARGUMENT"),
        ({"documentId": 7}, "BAD_ARGUMENT"),
        ({"extensions": {"persistedQuery": {"version": 1}}}, "BAD_ARGUMENT"),
        ({"doc_id": "0" * 32}, "PERSISTED_QUERY_NOT_FOUND"),
    ],
)
def test_anything_else_is_refused_in_both_languages(trusting, body, code):
    english = post(trusting, body, accept="application/graphql-response+json")
    chinese = post(trusting, body, **{"accept-language": "zh"})

    assert (english.status_code, chinese.status_code) == (400, 200)
    assert (code_of(english), code_of(chinese)) == (code, code)
    messages = [each.json()["errors"][0]["message"] for each in (english, chinese)]
    assert [any("一" <= each <= "鿿" for each in message) for message in messages] == [False, True]


def test_a_registered_mutation_is_not_for_get(trusting):
    refused = httpx.get(f"{trusting.url}/graphql", params={"documentId": f"sha256:{sha256(CHANGE)}"}, timeout=30)
    asked = post(trusting, {"documentId": f"sha256:{sha256(CHANGE)}"})

    assert refused.status_code == 405
    assert asked.json()["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"


def test_the_ide_is_not_served_where_its_questions_would_be_refused(trusting):
    assert httpx.get(f"{trusting.url}/", timeout=30).status_code == 404


def test_without_the_setting_an_id_is_refused_and_a_text_with_its_id_runs(served):
    apollo = {"persistedQuery": {"version": 1, "sha256Hash": sha256(MAJOR)}}

    alone = post(served, {"extensions": apollo, "variables": VARIABLES})
    with_text = post(served, {"query": MAJOR, "extensions": apollo, "variables": VARIABLES})
    wrong = post(served, {"query": MAJOR, "documentId": "sha256:0"})

    assert code_of(alone) == "PERSISTED_QUERY_NOT_SUPPORTED"
    assert alone.json()["errors"][0]["message"] == "PersistedQueryNotSupported"
    assert with_text.json() == ANSWER
    assert code_of(wrong) == "BAD_ARGUMENT"


@pytest.mark.parametrize("accept", ["application/json", "application/graphql-response+json"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_clients_that_compare_apollos_messages_find_them(trusting, served, accept, language):
    apollo = {"extensions": {"persistedQuery": {"version": 1, "sha256Hash": "0" * 64}}}
    headers = {"accept": accept, "accept-language": language}
    answers = [post(each, apollo, **headers) for each in (trusting, served)]

    # They read errors of an answer with 200; some take any other status for a failure of the network.
    assert [each.status_code for each in answers] == [200, 200]
    assert [each.json()["errors"][0]["message"] for each in answers] == [
        "PersistedQueryNotFound",
        "PersistedQueryNotSupported",
    ]


@pytest.mark.slow
def test_a_broken_document_stops_the_start_with_file_and_line(tmp_path):
    (tmp_path / "bad.graphql").write_text("# one\n{ majors { nodes { nothing } } }\n")

    command = [Path(sys.executable).with_name("oneplusx"), "serve"]
    settings = {"ONEPLUSX_TRUSTED_DOCUMENTS": str(tmp_path), "ONEPLUSX_PORT": "18732"}
    done = subprocess.run(command, cwd=tmp_path, env=settings, capture_output=True, text=True, check=False)

    assert done.returncode == 1
    assert "TRUSTED_DOCUMENTS" in done.stderr
    assert "bad.graphql:2" in done.stderr.replace("\n", "")


@pytest.mark.parametrize(
    ("name", "content", "place"),
    [
        ("a.graphql", b"\n\n{ major(", "a.graphql:3"),
        ("a.graphql", b"\n{ x\xff }", "a.graphql:2: this is no UTF-8"),
        ("a.txt", b"{ __typename }", "no document"),
        ("m.json", b'{"a":\n 1,}', "m.json:2: no JSON"),
        ("m.json", b"[]", "one JSON object"),
        ("m.json", b'{"sha256:00": "{ __typename }"}', "m.json: sha256:00: is not the sha256"),
        ("m.json", b'{"operations": [{"id": "a"}]}', "m.json: operations[0]: `id` and `body` must be texts"),
        ("m.json", b'{"operations": [7]}', "m.json: operations[0]: `id` and `body` must be texts"),
        (
            "m.json",
            b'{"operations": [{"id": "a", "body": "{ __typename }"}, {"id": "a", "body": "{ majors { totalCount } }"}]}',
            "m.json: operations[1]: another document has this id",
        ),
        ("m.json", b'{"00": 7}', "is not the sha256"),
        (
            "m.json",
            json.dumps({sha256("{\n nothing }"): "{\n nothing }"}).encode(),
            f"{sha256('{' + chr(10) + ' nothing }')}:2",
        ),
    ],
)
def test_what_is_wrong_with_documents_is_told_with_its_place(tmp_path, name, content, place):
    (tmp_path / name).write_bytes(content)

    with pytest.raises(TrustedDocumentsError) as told:
        read_trusted(tmp_path / name if name == "m.json" else tmp_path, executable_schema())

    assert place in told.value.en
    with pytest.raises(TrustedDocumentsError, match="no such file"):
        read_trusted(tmp_path / "nowhere", executable_schema())


def test_a_manifest_gives_texts_by_their_sha256(tmp_path):
    file = tmp_path / "m.json"
    file.write_text(json.dumps({f"sha256:{sha256(MAJOR)}": MAJOR, sha256(CHANGE): CHANGE}))

    found = read_trusted(file, executable_schema())

    assert {digest: each.operations for digest, each in found.items()} == {
        sha256(MAJOR): ("Major",),
        sha256(CHANGE): ("Close",),
    }


def test_the_command_prints_the_ids(tmp_path):
    (tmp_path / "major.graphql").write_text(MAJOR)

    done = oneplusx("documents", ".", folder=tmp_path)

    assert done.stdout == f"sha256:{sha256(MAJOR)}  Major  major.graphql\n"
    assert oneplusx("documents", folder=tmp_path).returncode == 1


APOLLO = {
    "format": "apollo-persisted-query-manifest",
    "version": 1,
    "operations": [
        {"id": sha256(MAJOR), "name": "Major", "type": "query", "body": MAJOR},
        {"id": "close-review", "name": "Close", "type": "mutation", "body": CHANGE},
    ],
}
RELAY = {hashlib.md5(MAJOR.encode()).hexdigest(): MAJOR, hashlib.sha1(CHANGE.encode()).hexdigest(): CHANGE}


@pytest.mark.parametrize(
    ("manifest", "ids"), [(APOLLO, [sha256(MAJOR), "close-review"]), (RELAY, list(RELAY))], ids=["Apollo", "Relay"]
)
def test_manifests_of_apollo_and_relay_register_their_ids_and_the_sha256_of_each_text(tmp_path, manifest, ids):
    file = tmp_path / "persisted.json"
    file.write_text(json.dumps(manifest))
    trusted = read_trusted(file, executable_schema())

    assert set(trusted) == {*ids, sha256(MAJOR), sha256(CHANGE)}
    for key, text in zip(ids, (MAJOR, CHANGE), strict=True):
        apollo = {"version": 1, "sha256Hash": sha256(text)}
        asked = [("", key, None), (text, None, None), (text, key, None), ("", None, apollo), (text, None, apollo)]
        assert {document_text(*each, trusted) for each in asked} == {text}
    with pytest.raises(BadArgumentError):
        document_text(MAJOR, ids[1], None, trusted)


def test_the_command_prints_the_ids_of_a_manifest_next_to_the_sha256(tmp_path):
    (tmp_path / "relay.json").write_text(json.dumps({next(iter(RELAY)): MAJOR}))

    done = oneplusx("documents", "relay.json", folder=tmp_path)

    assert [line.split("  ")[:2] for line in done.stdout.splitlines()] == [
        [f"sha256:{sha256(MAJOR)}", "Major"],
        [next(iter(RELAY)), "Major"],
    ]
