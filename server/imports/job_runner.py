"""Runs jobs: each in a process of its own, few at once on this machine, ended within a moment when it is cancelled.

Any API process may run a job. It holds the lock of the job meanwhile, and the lock of one of the places that there are.
A process that is asked for a job that no one runs, because its process died, runs it again from the start.
"""

import asyncio
import contextlib
import hashlib
import logging
import os
import re
import signal
import sys
import time
from asyncio.subprocess import PIPE, Process
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from pathlib import Path

import orjson

from graph.errors import OneplusxError
from interchange.document_jobs.reading_process import REPORT
from interchange.documents.document_errors import DocumentReaderError
from server.imports.import_folder import locked, make_folder
from server.imports.job_store import OPEN, Job, JobError, JobState, JobStore

log = logging.getLogger("oneplusx")
MODULE = "interchange.document_jobs.reading_process"
SECONDS_ALLOWED = 120.0
# How often a job looks whether it was cancelled, and whether a place is free.
LOOK_EVERY_S = 0.03
_ROOT = Path(__file__).resolve().parents[2]
_PAGE = re.compile(rb"page (\d{1,9}) of (\d{1,9})\n")

# Makes of a job that was read one with its questions, and with the report where the graph has a part in it.
Finish = Callable[[Job], Awaitable[Job]]


class CancelledJobError(Exception):
    """The job was cancelled."""


class JobRunner:
    """Runs the jobs of a store, ``at_once`` of them on this machine; ``seeds`` are the folders of the catalogues."""

    def __init__(self, store: JobStore, folder: Path, seeds: tuple[Path, ...], at_once: int, finish: Finish) -> None:
        self._store = store
        self._places, self._seeds, self._at_once, self._finish = folder / "places", seeds, at_once, finish
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._waiting: deque[str] = deque()

    def ensure(self, job: Job) -> None:
        """Run a job that is not finished, unless somebody does already."""
        if job.state in OPEN and job.id not in self._tasks:
            task = self._tasks[job.id] = asyncio.create_task(self._run(job.id), name="import job")
            task.add_done_callback(lambda _: self._tasks.pop(job.id))

    async def stop(self) -> None:
        """End what runs here; the next request for such a job begins it again."""
        running = tuple(self._tasks.values())
        for each in running:
            each.cancel()
        await asyncio.gather(*running, return_exceptions=True)

    async def _run(self, job_id: str) -> None:
        with contextlib.suppress(FileNotFoundError), self._store.lock(job_id) as is_ours:  # its folder may be removed
            job = self._store.read(job_id)
            if not is_ours or job is None or job.state not in OPEN:
                return
            try:
                async with self._place(job):
                    await self._to_the_end(job)
            except CancelledJobError:
                self._store.change(job, state=JobState.CANCELLED)

    async def _to_the_end(self, job: Job) -> None:
        """Read the document and what the graph says of it. Raises: CancelledJobError."""
        try:
            read = await self._read(job)
            if read.state is not JobState.FAILED:
                self._store.write(await self._finish(read))
        except CancelledJobError:
            raise
        except Exception as error:  # whatever it is, the editor must learn that the job has ended
            if not isinstance(error, OneplusxError):
                log.exception("import job %s failed", job.id)
            self._failed(job, JobError.of(error if isinstance(error, OneplusxError) else _InternalError()))

    def _failed(self, job: Job, error: JobError) -> Job:
        return self._store.change(job, state=JobState.FAILED, error=error)

    @contextlib.asynccontextmanager
    async def _place(self, job: Job) -> AsyncIterator[None]:
        """Wait in line for one of the places, and hold it. Raises: CancelledJobError."""
        make_folder(self._places)
        with contextlib.ExitStack() as held:
            self._waiting.append(job.id)
            try:
                while self._waiting[0] != job.id or not self._takes_place(held):
                    await asyncio.sleep(LOOK_EVERY_S)
                    self._require_wanted(job)
            finally:
                self._waiting.remove(job.id)
            yield

    def _takes_place(self, held: contextlib.ExitStack) -> bool:
        for number in range(self._at_once):
            with contextlib.ExitStack() as trial:
                if trial.enter_context(locked(self._places / str(number))):
                    held.push(trial.pop_all())
                    return True
        return False

    def _require_wanted(self, job: Job) -> None:
        if self._store.is_cancelled(job.id):
            raise CancelledJobError

    async def _read(self, job: Job) -> Job:
        """Let the process of the job read the document. Raises: CancelledJobError."""
        job = self._store.change(job, state=JobState.READING)
        command = [sys.executable, "-m", MODULE, job.purpose, str(self._store.folder(job.id)), *map(str, self._seeds)]
        process = await asyncio.create_subprocess_exec(
            *command, stdin=PIPE, stdout=PIPE, stderr=PIPE, cwd=_ROOT, start_new_session=True
        )
        try:
            return await self._until_done(job, process)
        finally:
            if process.returncode is None:
                # Its group: what it started to read the document ends with it.
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(process.pid, signal.SIGKILL)
                await process.wait()

    async def _until_done(self, job: Job, process: Process) -> Job:
        assert process.stdout
        assert process.stderr
        seen = _PagesSeen()
        answer = asyncio.create_task(process.stdout.read())
        following = asyncio.create_task(seen.follow(process.stderr))
        try:
            until = time.monotonic() + SECONDS_ALLOWED
            while not answer.done():
                await asyncio.wait((answer,), timeout=LOOK_EVERY_S)
                self._require_wanted(job)
                if time.monotonic() > until:
                    return self._failed(job, JobError.of(DocumentReaderError.out_of_time(SECONDS_ALLOWED)))
                if seen.page != job.page:
                    job = self._store.change(job, page=seen.page, pages=seen.pages)
        finally:
            answer.cancel()
            following.cancel()
        return self._job_read(replace(job, page=seen.page, pages=seen.pages), answer.result(), await process.wait())

    def _job_read(self, job: Job, answer: bytes, status: int) -> Job:
        if status:
            return self._failed(job, JobError.of(DocumentReaderError.died(status)))
        said = orjson.loads(answer)
        if "error" in said:
            return self._failed(job, JobError(*said["error"]))
        report = self._store.folder(job.id) / REPORT
        return replace(job, report_sha256=hashlib.sha256(report.read_bytes()).hexdigest() if report.exists() else None)


class _PagesSeen:
    """The page that was read last, as the process of a job says."""

    def __init__(self) -> None:
        self.page: int | None = None
        self.pages: int | None = None

    async def follow(self, said: asyncio.StreamReader) -> None:
        while part := await said.read(1 << 12):
            if found := _PAGE.findall(part):
                self.page, self.pages = map(int, found[-1])


class _InternalError(OneplusxError):
    """Something that is no error of ours stopped a job."""

    def __init__(self) -> None:
        super().__init__("Something went wrong here. Report the id of the job.", "服务器内部出错，请报告任务编号。")
