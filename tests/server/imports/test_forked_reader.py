"""The processes that read documents are copies of one that has all imported, and whatever ends is harmless to the next."""

import asyncio
import contextlib
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import orjson
import pytest

from interchange.document_jobs.reading_process import DOCUMENT, PAGES
from server.imports.forked_reader import ForkingProcess, NotBegunError, forked_reader
from tests.interchange.standards.made_standards import Layout, standard_docx, standard_pdf
from tests.waiting import until

pytestmark = pytest.mark.slow


@pytest.fixture
def forking() -> Iterator[ForkingProcess]:
    forking = ForkingProcess()
    yield forking
    forking.stop()


def folder_of(tmp_path: Path, name: str, document: bytes | None) -> Path:
    """Make the folder of a job; without a document its reader waits for one."""
    folder = tmp_path / name
    folder.mkdir()
    if document is None:
        os.mkfifo(folder / DOCUMENT)
    else:
        (folder / DOCUMENT).write_bytes(document)
    return folder


async def read(folder: Path, forking: ForkingProcess) -> tuple[dict, bytes, int]:
    """Give what a reader says of a document, the pages that it names, and how it ended."""
    async with forked_reader("SKILL_STANDARD", folder, (), forking) as reader:
        return orjson.loads(await reader.answer.read()), await reader.progress.read(), await reader.status()


async def test_documents_are_read_by_copies_of_one_process(tmp_path, forking):
    docx = folder_of(tmp_path, "docx", standard_docx())
    pdf = folder_of(tmp_path, "pdf", standard_pdf(Layout()))

    first, process = await read(docx, forking), forking.process_id
    second = await read(pdf, forking)

    assert (first, second) == (({}, b"", 0), ({}, b"page 1 of 1\n", 0))
    assert forking.process_id == process
    assert [orjson.loads((each / PAGES).read_bytes())[0] for each in (docx, pdf)] == ["DOCX", "PDF"]


async def test_a_reader_that_is_killed_is_told_as_such_and_the_next_reads(tmp_path, forking):
    folder = folder_of(tmp_path, "killed", None)

    async with forked_reader("SKILL_STANDARD", folder, (), forking) as reader:
        os.kill(await reader_in(folder), signal.SIGKILL)
        answer, status = await reader.answer.read(), await reader.status()

    assert (answer, status) == (b"", -signal.SIGKILL)
    assert (await read(folder_of(tmp_path, "next", standard_docx()), forking))[2] == 0


async def test_a_reader_ends_with_the_block_and_with_its_server(tmp_path, forking):
    folder = folder_of(tmp_path, "left", None)

    async with forked_reader("SKILL_STANDARD", folder, (), forking):
        await reader_in(folder)
    left = working_in(folder)
    async with forked_reader("SKILL_STANDARD", folder, (), forking) as reader:
        await reader_in(folder)
        reader.close_input()
        status = await reader.status()

    assert (left, status) == ([], -signal.SIGKILL)


@pytest.mark.parametrize("how", ["killed", "idle"])
async def test_where_the_process_has_ended_the_next_document_starts_another(tmp_path, how):
    forking = ForkingProcess(idle_s=0.01 if how == "idle" else 300)
    waits = folder_of(tmp_path, "waits", None)

    # While one still reads.
    async with forked_reader("SKILL_STANDARD", waits, (), forking):
        await reader_in(waits)
        ended = forking.process_id
        if how == "killed":
            os.kill(ended, signal.SIGKILL)
        await until(lambda: has_ended(ended))
        read_then = await read(folder_of(tmp_path, "second", standard_docx()), forking)
        another = forking.process_id
        still = len(working_in(waits))
    forking.stop()

    assert (read_then, still) == (({}, b"", 0), 2)
    assert another != ended


async def test_a_process_that_does_not_answer_holds_no_job_back(tmp_path, forking, monkeypatch):
    monkeypatch.setattr("server.imports.forked_reader.ENDS_WITHIN_S", 0.01)
    assert (await read(folder_of(tmp_path, "first", standard_docx()), forking))[2] == 0
    hung = forking.process_id
    os.kill(hung, signal.SIGSTOP)

    async with forked_reader("SKILL_STANDARD", folder_of(tmp_path, "waits", standard_docx()), (), forking) as waiting:
        pass
    with pytest.raises(NotBegunError):
        await waiting.status()

    assert not is_there(hung)
    assert (await read(folder_of(tmp_path, "next", standard_docx()), forking))[2] == 0


async def test_a_reader_ends_at_whatever_moment_its_job_is_cancelled(tmp_path, forking):
    assert (await read(folder_of(tmp_path, "first", standard_docx()), forking))[2] == 0
    left = []
    for moment in range(8):
        folder = folder_of(tmp_path, f"cancelled {moment}", None)
        reading = asyncio.create_task(read(folder, forking))
        for _ in range(moment):
            await asyncio.sleep(0)
        reading.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await reading
        # One that begins late would be there after the next has been read.
        await read(folder_of(tmp_path, f"next {moment}", standard_docx()), forking)
        left += working_in(folder)

    assert left == []


async def test_where_no_process_can_be_started_no_descriptor_stays_open(tmp_path, forking, monkeypatch):
    def refuse(*_: object, **__: object) -> None:
        raise BlockingIOError

    monkeypatch.setattr("subprocess.Popen", refuse)
    folder = folder_of(tmp_path, "none", standard_docx())
    before = descriptors()
    with pytest.raises(BlockingIOError):
        await read(folder, forking)
    forking.stop()

    assert descriptors() == before


def descriptors() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


def is_there(process: int) -> bool:
    return Path(f"/proc/{process}").exists()


def has_ended(process: int) -> bool:
    return not is_there(process)


def working_in(folder: Path) -> list[int]:
    """Give the processes of a job: that which reads comes after that which waits for its end."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cwd"):
        with contextlib.suppress(OSError):
            found += [int(path.parent.name)] if path.readlink() == folder else []
    return sorted(found)


async def reader_in(folder: Path) -> int:
    """Wait until the reader of a folder waits for its document."""
    await until(lambda: len(working_in(folder)) == 2)
    return working_in(folder)[-1]
