"""What the graph says of a document that was read, before anything is written."""

import hashlib
from dataclasses import replace
from typing import NamedTuple

import orjson
from starlette.concurrency import run_in_threadpool

from graph.connection.database import Database
from graph.errors import UserError
from interchange.alignments.table_comparison import RowFinding
from interchange.alignments.table_reading import read_table
from interchange.alignments.table_report import find_changes, write_table_report
from interchange.document_jobs.purposes import STANDARDS, Purpose, standard_for
from interchange.document_jobs.reading_process import DOCUMENT, PAGES, REPORT
from interchange.documents.document_errors import DocumentError
from interchange.documents.document_pages import document_from
from interchange.documents.sheet_cells import PlainSheet
from interchange.standard_imports.confirmed_import import MakeImport, look_at_import
from interchange.standard_imports.import_errors import ImportQuestionsError
from interchange.standard_imports.imported_facts import ImportedFile
from interchange.standard_imports.reading_import import import_of
from server.imports.job_store import Job, JobError, JobQuestion, JobState, JobStore


class JobReportError(UserError):
    """The report that is confirmed is not the one of this job."""

    code = "IMPORT_REPORT"

    def __init__(self, confirmed: str, own: str) -> None:
        super().__init__(
            f"The report with the sha256 {confirmed} is not the one that this job gives ({own}); nothing was written. "
            "Read the report of the job again, or read the document again.",
            f"sha256 为 {confirmed} 的报告不是此任务的报告（{own}），未写入任何内容。"
            "请重新阅读任务的报告，或重新读取文档。",
        )


class TableChanges(NamedTuple):
    """A table of alignments as it was sent, what it changes now, and the report on that."""

    data: bytes
    findings: list[RowFinding]
    report: bytes


class ImportSteps:
    """Asks a graph about the documents of a store."""

    def __init__(self, store: JobStore, database: Database) -> None:
        self._store = store
        self._database = database

    async def finish(self, job: Job) -> Job:
        """Give a job that was read with what the graph says of it. Raises: DocumentError, what reading raises."""
        if job.purpose in STANDARDS:
            return replace(await self._standard(job), state=JobState.REPORTED)
        if job.purpose is Purpose.ALIGNMENTS:
            report = (await self.table_changes(job)).report
            (self._store.folder(job.id) / REPORT).write_bytes(report)
            job = replace(job, report_sha256=hashlib.sha256(report).hexdigest())
        return replace(job, state=JobState.REPORTED)

    async def _standard(self, job: Job) -> Job:
        try:
            draft = await look_at_import(self._database, await self.making(job), {}, carry_from=job.carry_from)
        except ImportQuestionsError as error:
            asked = tuple(JobQuestion(*each) for each in error.questions)
            return replace(job, questions=asked)
        except DocumentError as error:
            return replace(job, error=JobError.of(error))
        return replace(job, standard=draft.node_id, writes=draft.counts)

    async def making(self, job: Job) -> MakeImport:
        """Give what makes the import of a standard that was read. Raises: DocumentError."""
        return await run_in_threadpool(self._making, job)

    def _making(self, job: Job) -> MakeImport:
        folder = self._store.folder(job.id)
        data = (folder / DOCUMENT).read_bytes()
        standard = standard_for(job.purpose, data, document_from(orjson.loads((folder / PAGES).read_bytes())))
        file, report = (hashlib.sha256(each).hexdigest() for each in (data, standard.report))
        if report != job.report_sha256:
            raise JobReportError(str(job.report_sha256), report)
        return import_of(standard.reading, ImportedFile(job.file_name, file, report))

    async def table_changes(self, job: Job) -> TableChanges:
        """Compare a table that was read with the graph as it is now. Raises: DocumentError."""
        folder = self._store.folder(job.id)
        data = (folder / DOCUMENT).read_bytes()
        sheets = [PlainSheet(*each) for each in orjson.loads((folder / PAGES).read_bytes())]
        reading = await run_in_threadpool(read_table, sheets)
        findings = await find_changes(self._database.read, reading)
        return TableChanges(data, findings, write_table_report(data, reading, findings))
