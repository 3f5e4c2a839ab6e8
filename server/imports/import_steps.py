"""What the graph says of a document that was read, before anything is written."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import orjson
from starlette.concurrency import run_in_threadpool

from graph.connection.database import Database
from graph.errors import UserError
from graph.upkeep import editors
from interchange.alignments.table_comparison import RowFinding
from interchange.alignments.table_reading import read_table
from interchange.alignments.table_report import find_changes, find_touched, write_table_report
from interchange.document_jobs.kept_choices import read_choices
from interchange.document_jobs.purposes import STANDARDS, Purpose, standard_for
from interchange.document_jobs.reading_process import DOCUMENT, PAGES, PLANS, REPORT
from interchange.documents.document_errors import DocumentError
from interchange.documents.document_pages import Document, document_from
from interchange.documents.sheet_values import PlainSheet
from interchange.standard_imports.confirmed_import import ImportDraft, MakeImport, look_at_import
from interchange.standard_imports.import_errors import ImportQuestionsError, StandardExistsError
from interchange.standard_imports.imported_facts import ImportedFile
from interchange.standard_imports.other_versions import other_versions
from interchange.standard_imports.reading_import import import_of
from interchange.standards.corrections.corrected_reading import correct_reading
from interchange.standards.corrections.correction import Correction
from interchange.standards.corrections.correction_errors import CorrectionError
from interchange.standards.skill.skill_standard import SkillStandardReading
from interchange.standards.standard_document import StandardDocument, StandardReading
from interchange.training_plan_imports.confirmed_plans import PlanDocument, look_at_plans
from interchange.training_plan_imports.known_graph import KnownLast
from interchange.training_plans.corrections.corrected_plans import correct_plans
from interchange.training_plans.kept_plans import read_plans
from interchange.training_plans.plan_head import NamedMajor
from interchange.training_plans.plan_reading import read_training_plans
from interchange.training_plans.plan_report import write_plan_report
from seeds.catalogue_majors import read_majors
from server.imports.job_store import Job, JobQuestion, JobState, JobStore, JobVersion
from server.imports.kept_plans import KeptPlans
from server.jobs.stored_jobs import JobError


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


class _ReadStandard(NamedTuple):
    """A standard as it was sent, and what was read of it."""

    data: bytes
    standard: StandardDocument


class ImportSteps:
    """Asks a graph about the documents of a store."""

    def __init__(self, store: JobStore, database: Database, seeds: Sequence[Path]) -> None:
        self._store = store
        self._seeds = seeds
        self._database = database
        self._kept_plans = KeptPlans()
        self._known = KnownLast()

    async def finish(self, job: Job) -> Job:
        """Give a job that was read with what the graph says of it. Raises: DocumentError, what reading raises."""
        if job.purpose in STANDARDS:
            read = await run_in_threadpool(self._read_standard, job)
            job = replace(job, versions=await self._versions(read.standard.reading))
            return replace(await self._looked_at(job, read), state=JobState.REPORTED)
        if job.purpose is Purpose.TRAINING_PLAN:
            return replace(await self._looked_at(job), state=JobState.REPORTED)
        if job.purpose is Purpose.ALIGNMENTS:
            report = (await self.table_changes(job)).report
            (self._store.folder(job.id) / REPORT).write_bytes(report)
            job = replace(job, report_sha256=hashlib.sha256(report).hexdigest())
        return replace(job, state=JobState.REPORTED)

    async def corrected(self, job: Job, corrections: Sequence[Correction]) -> Job:
        """Give a job that was reported on as the graph sees it with corrections; nothing of it is kept."""
        if job.purpose is Purpose.TRAINING_PLAN:
            return await self._looked_at(_unlooked(job), corrections=corrections)
        read = await run_in_threadpool(self._read_standard, job)
        looked = await self._looked_at(_unlooked(job), read, corrections)
        try:
            reading = (await run_in_threadpool(correct_reading, read.standard.reading, corrections)).reading
        except CorrectionError:
            return looked
        if _compared(reading) == _compared(read.standard.reading):
            return looked
        return replace(looked, versions=await self._versions(reading))

    async def _versions(self, reading: StandardReading) -> tuple[JobVersion, ...]:
        """Give the versions from which a skill standard may take alignments over, whatever is still open of it."""
        if not isinstance(reading, SkillStandardReading):
            return ()
        return tuple(JobVersion(*each) for each in await other_versions(self._database.read, reading))

    async def _looked_at(
        self, job: Job, read: _ReadStandard | None = None, corrections: Sequence[Correction] = ()
    ) -> Job:
        try:
            drafts = await self._drafts(job, read, corrections)
        except ImportQuestionsError as error:
            asked = tuple(JobQuestion(*each) for each in error.questions)
            return replace(job, questions=asked, nodes=(error.existing,) if error.existing else ())
        except StandardExistsError as error:
            return replace(job, error=JobError.of(error), nodes=(error.standard,))
        except DocumentError as error:
            return replace(job, error=JobError.of(error))
        writes = sum((Counter(each.counts) for each in drafts), Counter[str]())
        return replace(job, nodes=tuple(each.node_id for each in drafts), writes=dict(writes))

    async def _drafts(
        self, job: Job, read: _ReadStandard | None, corrections: Sequence[Correction]
    ) -> list[ImportDraft]:
        if read is None:
            reader = await editors.college_of(self._database.read, job.editor)
            document = (await self.plans(job))._replace(corrections=corrections)
            return await look_at_plans(self._database, document, {}, reader or "", self._known)
        making = await run_in_threadpool(_making, job, read, corrections)
        return [await look_at_import(self._database, making, {}, carry_from=job.carry_from)]

    async def plans(self, job: Job) -> PlanDocument:
        """Give the training plans that were read. Raises: DocumentError, JobReportError."""
        return await run_in_threadpool(self._plans, job)

    def _plans(self, job: Job) -> PlanDocument:
        pages = hashlib.sha256((self._store.folder(job.id) / PAGES).read_bytes()).hexdigest()
        return self._kept_plans.of((job.id, job.report_sha256, pages), lambda: self._read_plans(job))

    def _read_plans(self, job: Job) -> PlanDocument:
        """Give the plans as the process of the job read them; of a job of an earlier program they are read again."""
        folder = self._store.folder(job.id)
        data, document = self._read(job)
        kept, pages = folder / PLANS, (folder / PAGES).read_bytes()
        plans = read_plans(kept.read_bytes(), pages) if kept.exists() else None
        if plans is None:
            majors = [NamedMajor(*each) for each in read_majors(self._seeds)]
            plans = read_training_plans(document, majors, read_choices(folder))
        return PlanDocument(plans, _file_of(job, data, write_plan_report(data, document, plans)))

    async def corrected_report(self, job: Job, corrections: Sequence[Correction]) -> str | None:
        """Give the report on training plans as it is with corrections; None: one of them does not fit."""
        return await run_in_threadpool(self._corrected_report, job, corrections)

    def _corrected_report(self, job: Job, corrections: Sequence[Correction]) -> str | None:
        data, document = self._read(job)
        try:
            corrected = correct_plans(self._plans(job).plans, corrections)
        except CorrectionError:
            return None
        return write_plan_report(data, document, [each.reading for each in corrected]).decode()

    def _read(self, job: Job) -> tuple[bytes, Document]:
        folder = self._store.folder(job.id)
        pages = orjson.loads((folder / PAGES).read_bytes())
        return (folder / DOCUMENT).read_bytes(), document_from(pages)

    async def making(self, job: Job, corrections: Sequence[Correction] = ()) -> MakeImport:
        """Give what makes the import of a standard that was read. Raises: DocumentError, CorrectionError."""
        return await run_in_threadpool(lambda: _making(job, self._read_standard(job), corrections))

    def _read_standard(self, job: Job) -> _ReadStandard:
        data, document = self._read(job)
        return _ReadStandard(data, standard_for(job.purpose, data, document))

    async def table_changes(self, job: Job) -> TableChanges:
        """Compare a table that was read with the graph as it is now. Raises: DocumentError."""
        folder = self._store.folder(job.id)
        data = (folder / DOCUMENT).read_bytes()
        sheets = [PlainSheet(*each) for each in orjson.loads((folder / PAGES).read_bytes())]
        reading = await run_in_threadpool(read_table, sheets)
        findings = await find_changes(self._database.read, reading)
        touched = await find_touched(self._database.read, findings)
        return TableChanges(data, findings, write_table_report(data, reading, findings, touched))


def _unlooked(job: Job) -> Job:
    """Give a job without what the graph said of it."""
    return replace(job, questions=(), error=None, nodes=(), writes={})


def _making(job: Job, read: _ReadStandard, corrections: Sequence[Correction]) -> MakeImport:
    return import_of(read.standard.reading, _file_of(job, read.data, read.standard.report), corrections)


def _compared(reading: StandardReading) -> tuple[object, ...]:
    """Give what tells which versions are there, and what each would give."""
    if not isinstance(reading, SkillStandardReading):
        return ()
    return reading.head.code, reading.head.version, reading.levels


def _file_of(job: Job, data: bytes, report: bytes) -> ImportedFile:
    """Give the file with its digests. Raises: JobReportError where the report is not the one of the job."""
    file, fresh = (hashlib.sha256(each).hexdigest() for each in (data, report))
    if fresh != job.report_sha256:
        raise JobReportError(str(job.report_sha256), fresh)
    return ImportedFile(job.file_name, file, fresh)
