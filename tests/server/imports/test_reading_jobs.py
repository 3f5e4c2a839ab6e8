"""From an upload to a report, as a page does it over HTTP."""

import asyncio
import contextlib
import hashlib
import os
import signal
from pathlib import Path

import orjson
import pytest

from interchange.standard_imports.confirmed_import import confirm_import
from interchange.standards.standard_document import read_standard
from server.imports.forked_reader import FORKING
from tests.interchange.standard_imports.imports import ANSWERS, HEAD, STANDARD, run_all, skill_import
from tests.interchange.standard_imports.test_skill_import import ABRIDGE
from tests.interchange.standards.made_standards import Layout, standard_docx, standard_pdf
from tests.interchange.standards.made_teaching import teaching_docx
from tests.server.imports.importing import CANCEL, JOB, READ, REQUEST, importing
from tests.waiting import WITHIN_S

DOCX = standard_docx(before=HEAD)


async def test_a_document_becomes_the_report_of_the_command_line(office):
    job = await office.read("rui", DOCX, "SKILL_STANDARD")
    report = read_standard(DOCX).report

    assert {name: job[name] for name in ("kind", "fileName", "state", "progress", "nodes", "error")} == {
        "kind": "SKILL_STANDARD",
        "fileName": "made.docx",
        "state": "REPORTED",
        "progress": None,
        "nodes": [],
        "error": None,
    }
    assert job["report"].encode() == report
    assert job["reportSha256"] == hashlib.sha256(report).hexdigest()
    assert [(each["name"], each["subject"]) for each in job["questions"]] == [
        ("major-3", "高等职业学校 520202 护理"),
        ("major-4", "高等职业学校 网站管理"),
    ]


async def test_a_job_begins_again_where_the_process_ends_from_which_it_would_be_forked(office):
    await office.read("rui", DOCX, "SKILL_STANDARD")
    hung = FORKING.process_id
    os.kill(hung, signal.SIGSTOP)
    job = await office.begin("rui", DOCX, "SKILL_STANDARD")
    async with asyncio.timeout(WITHIN_S):
        while (await office.job("rui", job["id"]))["state"] == "QUEUED":
            pass
    os.kill(hung, signal.SIGKILL)

    assert (await office.ended("rui", job["id"]))["state"] == "REPORTED"


async def test_a_pdf_counts_its_pages(office):
    job = await office.read("rui", standard_pdf(Layout()), "SKILL_STANDARD")

    pages = orjson.loads(job["report"])["file"]["pages"]
    assert (job["state"], job["progress"]) == ("REPORTED", {"page": pages, "pages": pages})


async def test_the_same_document_gives_the_same_report(office):
    first, second = [await office.read("rui", DOCX, "SKILL_STANDARD") for _ in range(2)]

    assert first["id"] != second["id"]
    assert {**first, "id": None} == {**second, "id": None}


async def test_a_teaching_standard_is_read_as_one_and_refused_as_the_other(office):
    right = await office.read("rui", teaching_docx(), "TEACHING_STANDARD")
    wrong = await office.read("rui", teaching_docx(), "SKILL_STANDARD")

    assert (right["state"], wrong["state"]) == ("REPORTED", "FAILED")
    assert wrong["error"] == {
        "code": "DOCUMENT_PURPOSE",
        "message": "By its title the document is a teaching standard, not a skill level standard. "
        "Read it as TEACHING_STANDARD.",
    }


@pytest.mark.parametrize(
    ("data", "kind", "code"),
    [
        (b"not a document", "SKILL_STANDARD", "DOCUMENT_KIND"),
        (b'[{"standardCode": "990003"}]', "SKILL_STANDARD", "DOCUMENT_LIST"),
        (b"%PDF-1.4 cut", "SKILL_STANDARD", "DOCUMENT_DAMAGED"),
        (DOCX, "TRAINING_PLAN", "TRAINING_PLAN_NOT_FOUND"),
        (DOCX, "ALIGNMENTS", "DOCUMENT_KIND"),
    ],
)
async def test_what_cannot_be_read_fails_with_its_reason(data, kind, code, office):
    job = await office.read("rui", data, kind)

    assert (job["state"], job["error"]["code"], job["report"]) == ("FAILED", code, None)


async def test_a_job_is_seen_by_its_editor_and_by_reviewers_who_have_its_id(office):
    job = await office.begin("rui", DOCX, "SKILL_STANDARD")
    answers = [await office.post(who, JOB, id=job["id"]) for who in ("dora", None)]
    cancelled = await office.change("ren", CANCEL, job=job["id"])

    assert [each["data"]["importJob"] for each in answers] == [None] * 2
    codes = [each["errors"][0]["extensions"]["code"] for each in answers]
    assert codes == ["NOT_FOUND", "UNAUTHENTICATED"]
    assert [each["code"] for each in cancelled["userErrors"]] == ["NOT_FOUND"]
    assert (await office.ended("ren", job["id"]))["state"] == "REPORTED"
    table = await office.begin("rui", DOCX, "ALIGNMENTS")
    unseen = await office.post("dora", JOB, id=table["id"])
    assert (await office.ended("ren", table["id"]))["id"] == table["id"]
    assert unseen["errors"][0]["extensions"]["code"] == "NOT_FOUND"


@pytest.mark.parametrize("job_id", ["", "../uploads", "0" * 32, "\x00", "a" * 10_000])
async def test_an_id_that_is_none_is_not_found(job_id, office):
    answer = await office.post("rui", JOB, id=job_id)

    assert answer["errors"][0]["extensions"]["code"] == "NOT_FOUND"


async def test_an_answer_on_a_job_is_never_kept_for_another_caller(office):
    """The same document and variables: a cache that went by them would answer the second caller like the first."""
    job = await office.read("rui", DOCX, "SKILL_STANDARD")
    ours, theirs = [await office.post(who, JOB, id=job["id"]) for who in ("rui", "dora")]

    assert (ours["data"]["importJob"]["state"], theirs["data"]["importJob"]) == ("REPORTED", None)


async def test_a_job_stands_next_to_a_question_to_the_graph(office):
    job = await office.read("rui", DOCX, "SKILL_STANDARD")
    query = """query ($id: ID!) { here: importJob(id: $id) { __typename how: state }
      catalogues { totalCount } __typename __schema { queryType { name } } }"""

    assert (await office.post("rui", query, id=job["id"])) == {
        "data": {
            "here": {"__typename": "ImportJob", "how": "REPORTED"},
            "catalogues": {"totalCount": 2},
            "__typename": "Query",
            "__schema": {"queryType": {"name": "Query"}},
        }
    }


async def test_cancelling_ends_the_process_at_once(office):
    job = await office.begin("rui", standard_pdf(Layout()), "SKILL_STANDARD")
    while (await office.job("rui", job["id"]))["state"] != "READING" or not readers_of(job["id"]):
        pass
    loop = asyncio.get_running_loop()
    began = loop.time()
    payload = await office.change("rui", CANCEL, job=job["id"])

    assert (payload["job"]["state"], payload["userErrors"]) == ("CANCELLED", [])
    assert readers_of(job["id"]) == []
    assert loop.time() - began < 1
    assert (await office.change("rui", CANCEL, job=job["id"]))["job"]["state"] == "CANCELLED"


def readers_of(job_id: str) -> list[str]:
    """The processes that read the document of a job."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cwd"):
        with contextlib.suppress(OSError):
            found += [path.parent.name] if path.readlink().name == job_id else []
    return found


async def test_a_job_of_a_server_that_died_is_read_by_the_next(engine_address, office, tmp_path):
    """The first is stopped while it reads; the second is asked for the job of the same editor."""
    async with importing(engine_address, office.database, tmp_path, imports_at_once=1) as first:
        first.tokens.update(office.tokens)
        job = await first.begin("rui", DOCX, "SKILL_STANDARD")
    assert readers_of(job["id"]) == []

    assert (await office.ended("rui", job["id"]))["state"] == "REPORTED"


async def test_an_editor_has_five_documents_waiting_at_most(office):
    upload = await office.upload("rui", standard_pdf(Layout()))
    payloads = [await office.change("rui", READ, upload=upload, kind="SKILL_STANDARD") for _ in range(100)]
    codes = [each["code"] for payload in payloads for each in payload["userErrors"]]
    other = await office.begin("ren", DOCX, "SKILL_STANDARD")
    jobs = [each["job"]["id"] for each in payloads if each["job"]]

    assert set(codes) == {"NOT_POSSIBLE_NOW"}
    assert len(jobs) + len(codes) == 100
    assert (await office.ended("ren", other["id"]))["state"] == "REPORTED"
    assert [(await office.ended("rui", each))["state"] for each in jobs] == ["REPORTED"] * len(jobs)


async def test_an_earlier_version_that_is_not_there_is_named_before_anything_is_confirmed(office):
    without_questions = tuple(each for each in HEAD if "护理" not in each)
    job = await office.read("rui", standard_docx(before=without_questions), "SKILL_STANDARD", carryFrom="0.9")

    assert (job["state"], job["questions"], job["error"]["code"]) == ("REPORTED", [], "EARLIER_VERSION")


async def test_what_would_be_written_is_named(office):
    without_questions = tuple(each for each in HEAD if "护理" not in each)
    job = await office.read("rui", standard_docx(before=without_questions), "SKILL_STANDARD")

    assert (job["nodes"], job["questions"], job["error"]) == ([STANDARD], [], None)


async def test_open_questions_come_with_the_standard_that_the_graph_has(office, database):
    new = await office.read("rui", DOCX, "SKILL_STANDARD")
    await confirm_import(database, skill_import(), ANSWERS, office.tokens["rui"])
    await run_all(database, ABRIDGE)
    known = await office.read("rui", DOCX, "SKILL_STANDARD")

    assert (new["nodes"], known["nodes"]) == ([], [STANDARD])
    asked = [[each["name"] for each in job["questions"]] for job in (new, known)]
    assert asked == [["major-3", "major-4"]] * 2
    # What a person answered before is said again; what was answered with none is not on record.
    said = "By this name the certificate is linked with 2021:520201K"
    assert [said in each["text"] for job in (new, known) for each in job["questions"]] == [False, False, True, False]


@pytest.mark.parametrize(
    ("given", "argument"),
    [
        ({"fileName": "", "sizeBytes": 1}, "fileName"),
        ({"fileName": "x" * 201, "sizeBytes": 1}, "fileName"),
        ({"fileName": "a\u202eb", "sizeBytes": 1}, "fileName"),
        ({"fileName": "a", "sizeBytes": 0}, "sizeBytes"),
        ({"fileName": "a", "sizeBytes": (30 << 20) + 1}, "sizeBytes"),
    ],
)
async def test_what_is_announced_is_checked(given, argument, office):
    payload = await office.change("rui", REQUEST, **given)

    assert payload["uploadUrl"] is None
    assert [(each["code"], each["argument"]) for each in payload["userErrors"]] == [("BAD_ARGUMENT", argument)]


async def test_an_empty_file_is_said_to_be_empty(office):
    payload = await office.change("rui", REQUEST, fileName="a", sizeBytes=0)

    assert "empty" in payload["userErrors"][0]["message"]


async def test_only_an_editor_is_given_an_address(office):
    answer = await office.post(None, REQUEST, input={"fileName": "a", "sizeBytes": 1})

    assert answer["data"] == {"requestUpload": None}
    assert answer["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"
