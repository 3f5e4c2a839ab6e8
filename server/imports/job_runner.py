"""Runs jobs: each in a process of its own, few at once on this machine, ended within a moment when it is cancelled.

Any API process may run a job. It holds the lock of the job meanwhile, and the lock of one of the places that there are.
A process that is asked for a job that no one runs, because its process died, runs it again from the start.
"""

import asyncio
import contextlib
import hashlib
import logging
import re
import time
from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import orjson

from graph.errors import OneplusxError
from interchange.document_jobs.reading_process import REPORT
from interchange.documents.document_errors import DocumentReaderError
from server.imports.forked_reader import ForkedReader, NotBegunError, forked_reader
from server.imports.job_store import Job, JobState, JobStore
from server.jobs.job_places import LOOK_EVERY_S, CancelledJobError, JobPlaces
from server.jobs.job_tasks import JobTasks
from server.jobs.stored_jobs import InternalJobError, JobError

log = logging.getLogger("oneplusx")
SECONDS_ALLOWED = 120.0
_PAGE = re.compile(rb"page (\d{1,9}) of (\d{1,9})\n")

# Makes of a job that was read one with its questions, and with the report where the graph has a part in it.
Finish = Callable[[Job], Awaitable[Job]]


class JobRunner:
    """Runs the jobs of a store, ``at_once`` of them on this machine; ``seeds`` are the folders of the catalogues."""

    def __init__(self, store: JobStore, folder: Path, seeds: tuple[Path, ...], at_once: int, finish: Finish) -> None:
        self._store = store
        self._places = JobPlaces(folder / "places", at_once)
        self._seeds, self._finish = seeds, finish
        self._tasks = JobTasks(self._run)

    def ensure(self, job: Job) -> None:
        """Run a job that is not finished, unless somebody does already."""
        if job.is_open:
            self._tasks.ensure(job.id)

    async def stop(self) -> None:
        """End what runs here; the next request for such a job begins it again."""
        await self._tasks.stop()

    async def _run(self, job_id: str) -> None:
        with contextlib.suppress(FileNotFoundError), self._store.lock(job_id) as is_ours:  # its folder may be removed
            job = self._store.read(job_id)
            if not is_ours or job is None or not job.is_open:
                return
            try:
                async with self._places.place(job.id, partial(self._require_wanted, job)):
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
            try:
                self._failed(job, JobError.of(error if isinstance(error, OneplusxError) else InternalJobError()))
            except OSError as lost:
                # The disk is full, for example: the next question about the job lets it begin again.
                why = lost.strerror
                log.error("import job %s failed; that cannot be kept: %s", job.id, why)  # noqa: TRY400  # no trace: it repeats

    def _failed(self, job: Job, error: JobError) -> Job:
        return self._store.change(job, state=JobState.FAILED, error=error)

    def _require_wanted(self, job: Job) -> None:
        if self._store.is_cancelled(job.id):
            raise CancelledJobError

    async def _read(self, job: Job) -> Job:
        """Let the process of the job read the document. Raises: CancelledJobError."""
        job = self._store.change(job, state=JobState.READING)
        try:
            return await self._read_by_fork(job)
        except NotBegunError:
            # It waited for a process that has ended: another one is started for it.
            return await self._read_by_fork(job)

    async def _read_by_fork(self, job: Job) -> Job:
        async with forked_reader(job.purpose, self._store.folder(job.id), self._seeds) as reader:
            return await self._until_done(job, reader)

    async def _until_done(self, job: Job, reader: ForkedReader) -> Job:
        seen = _PagesSeen()
        answer = asyncio.create_task(reader.answer.read())
        following = asyncio.create_task(seen.follow(reader.progress))
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
        return self._job_read(replace(job, page=seen.page, pages=seen.pages), answer.result(), await reader.status())

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
