"""Bringing a document to a server by the API alone, and signing in on a page, for tests of pages that need one there."""

import io
import time
import zipfile

import httpx
from playwright.async_api import Page

from tests.served.conftest import Served

REQUEST = "mutation ($input: RequestUploadInput!) { requestUpload(input: $input) { uploadUrl } }"
READ = "mutation ($input: ReadDocumentInput!) { readDocument(input: $input) { job { id } } }"
JOB = "query ($id: ID!) { importJob(id: $id) { state reportSha256 questions { name choices } } }"
CONFIRM = "mutation ($input: ConfirmImportInput!) { confirmImport(input: $input) { job { nodes } } }"


async def sign_in(page: Page, token: str) -> None:
    await page.fill("#token", token)
    await page.click(".sign-in button")
    await page.wait_for_selector(".signed-in")


def renamed(document: bytes, name: str, code: str) -> bytes:
    """Make of the DOCX of the made-up standard that of a certificate which no other test has."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as read, zipfile.ZipFile(written, "w") as write:
        for each in read.namelist():
            content = read.read(each)
            if each.endswith(".xml"):
                content = content.decode().replace("示例网页开发", name).replace("990003", code).encode()
            write.writestr(each, content)
    return written.getvalue()


def job_of(writable: tuple[Served, str], kind: str, content: bytes) -> str:
    """Bring a document, and give the id of its job once there is a report."""
    server, _ = writable
    address = _ask(writable, REQUEST, input={"fileName": "made", "sizeBytes": len(content)})["requestUpload"]
    upload = httpx.put(server.url + address["uploadUrl"], content=content).json()["upload"]
    job = _ask(writable, READ, input={"upload": upload, "kind": kind})["readDocument"]["job"]["id"]
    while (state := _ask(writable, JOB, id=job)["importJob"]["state"]) in ("QUEUED", "READING"):
        time.sleep(0.02)
    assert state == "REPORTED", state
    return job


def confirmed_node(
    writable: tuple[Served, str], kind: str, content: bytes, status: str | None = None, **also: object
) -> str:
    """Bring a document and confirm it with the last choice of each question; give the id of what was written."""
    (node,) = confirm(writable, job_of(writable, kind, content), status, **also)
    return node


def confirm(writable: tuple[Served, str], job: str, status: str | None = None, **also: object) -> list[str]:
    """Confirm a job with the last choice of each question; give the ids of what was written."""
    report = _ask(writable, JOB, id=job)["importJob"]
    answers = [{"question": each["name"], "answer": each["choices"][-1]} for each in report["questions"]]
    given = {"job": job, "reportSha256": report["reportSha256"], "answers": answers, "idempotencyKey": job * 2}
    given |= also | ({"status": status} if status else {})
    return _ask(writable, CONFIRM, input=given)["confirmImport"]["job"]["nodes"]


def _ask(writable: tuple[Served, str], query: str, **values: object) -> dict:
    server, token = writable
    return server.ask(query, values, authorization=f"Bearer {token}")["data"]


async def answer_questions(page: Page) -> None:
    """Choose the last answer to each question of an import."""
    for question in await page.locator(".questions .question").all():
        await question.locator("input[type=radio]").last.check()
