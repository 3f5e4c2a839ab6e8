"""The answers to the services of imports, from ``requestUpload`` to ``confirmImport``."""

import asyncio
import datetime as dt
import errno
import hashlib
import logging
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from functools import partial
from typing import Any

from starlette.concurrency import run_in_threadpool

from graph.connection.bookmarks import to_token
from graph.connection.database import Database
from graph.errors import BadArgumentError, Language
from graph.model.slugs import slug_of
from graph.upkeep import editors
from graph.upkeep.column_mappings import ColumnMapping, column_mappings
from graph.upkeep.editors import Editor, Role
from interchange.document_jobs.purposes import STANDARDS, Purpose
from interchange.document_jobs.reading_process import REPORT
from interchange.import_undo.import_undo import look_at_undo, undo_import
from interchange.import_undo.undo_errors import ImportInUseError, Reason
from interchange.standard_imports.confirmed_import import RequestKey
from interchange.standard_imports.import_errors import ImportQuestionsError
from interchange.standards.corrections.correction import bounded
from interchange.standards.corrections.correction_table import correction_of
from interchange.training_plan_imports.kept_columns import kept_columns, remove_columns
from interchange.training_plans.tables.headings.column_choices import NO_CHOICES, ColumnChoices, choices_of
from resolvers.editing.edit_errors import shown_error
from resolvers.services.column_mappings import HEADINGS_LARGEST
from resolvers.services.import_undo import OBSTACLES_LARGEST
from resolvers.services.imports import COLUMNS_LARGEST, VERSION_LARGEST
from resolvers.services.service import USER_ERRORS, Answering, ServiceCaller, Services
from server.http.connection import UPLOADS
from server.imports.import_confirmation import ImportConfirmation, confirmed_of, key_of, require_corrigible
from server.imports.import_steps import ImportSteps
from server.imports.job_runner import JobRunner
from server.imports.job_store import Job, JobQuestion, JobState, JobStore, JobVersion
from server.imports.upload_store import UploadDiskError, UploadStore
from server.jobs.cleaning import kept_clean
from server.jobs.stored_jobs import JobError
from server.settings import Settings

log = logging.getLogger("oneplusx")
FOLDER = "imports"
# How long a cancelled job may take to end before the caller is answered all the same.
END_WITHIN_S = 2.0
LOOK_EVERY_S = 0.01
_EVERY_ROLE = frozenset(Role)
_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS})
# The state is read before the report: it is whole from then on.
_WITH_REPORT = frozenset({JobState.REPORTED, JobState.CONFIRMED})


class ImportServices:
    """Imports of one process; all processes of a machine share the folder."""

    def __init__(self, database: Database, settings: Settings) -> None:
        folder = settings.data_dir / FOLDER
        self._database = database
        self.uploads = UploadStore(folder, settings.uploads_bytes)
        self._jobs = JobStore(folder)
        self._steps = ImportSteps(self._jobs, database, settings.seeds_dir)
        self._confirmation = ImportConfirmation(self._jobs, self._steps, database)
        self._runner = JobRunner(
            self._jobs, folder, settings.seeds_dir, settings.imports_at_once, finish=self._steps.finish
        )

    @property
    def services(self) -> Services:
        """What answers, by the name of the service."""
        return {
            "requestUpload": partial(_with_room, self._request_upload),
            "readDocument": partial(_with_room, self._read_document),
            "importJob": self._import_job,
            "cancelImportJob": self._cancel,
            "confirmImport": self._confirm,
            "importUndoing": self._look_at_undo,
            "undoImport": self._undo,
            "columnMappings": self._column_mappings,
            "removeColumnMappings": self._remove_column_mappings,
        }

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Keep the folder clean meanwhile; in the end stop what reads."""
        try:
            async with kept_clean("documents of imports", self.uploads.clean, self._jobs.clean):
                yield
        finally:
            await self._runner.stop()

    async def _editor(self, caller: ServiceCaller) -> Editor:
        return await editors.require(self._database.read, caller.token, _EVERY_ROLE)

    async def _request_upload(self, given: Mapping[str, Any], caller: ServiceCaller) -> Mapping[str, Any]:
        editor = await self._editor(caller)
        promise = (editor.name, given["fileName"], given["sizeBytes"])
        secret, expires = await run_in_threadpool(self.uploads.promise, *promise)
        return {"uploadUrl": UPLOADS + secret, "expiresAt": _moment(expires)}

    async def _read_document(self, given: Mapping[str, Any], caller: ServiceCaller) -> Mapping[str, Any]:
        editor = await self._editor(caller)
        document, upload = await run_in_threadpool(self.uploads.find, given["upload"], editor.name)
        purpose, carry_from = Purpose(given["kind"]), given.get("carryFrom") or None
        if carry_from is not None and (purpose is not Purpose.SKILL_STANDARD or len(carry_from) > VERSION_LARGEST):
            raise BadArgumentError(
                "carryFrom", "a version such as 1.0, of a skill standard.", "须为职业技能等级标准的版本，如 1.0。"
            )
        choices = await self._choices(purpose, given.get("columns") or (), editor)
        beginning = (document, upload.file_name, editor.name, purpose, carry_from)
        job = await run_in_threadpool(self._jobs.begin, *beginning, choices=choices)
        self._runner.ensure(job)
        return {"job": self._shown(job, caller.language)}

    async def _choices(self, purpose: Purpose, columns: Sequence[str], editor: Editor) -> ColumnChoices:
        """Give what is known of columns: what the caller says, and what the college confirmed before."""
        if purpose is not Purpose.TRAINING_PLAN:
            if columns:
                raise BadArgumentError("columns", "of training plans only.", "仅适用于人才培养方案。")
            return NO_CHOICES
        if len(columns) > COLUMNS_LARGEST:
            raise BadArgumentError("columns", f"at most {COLUMNS_LARGEST}.", f"最多 {COLUMNS_LARGEST} 个。")
        kept = await column_mappings(self._database.read, editor.college)
        return ColumnChoices(choices_of(columns), {}, {each.heading: each.meaning for each in kept})

    async def _column_mappings(self, _: Mapping[str, Any], caller: ServiceCaller) -> Mapping[str, Any]:
        return {"mappings": _shown_mappings(await kept_columns(self._database.read, caller.token))}

    async def _remove_column_mappings(self, given: Mapping[str, Any], caller: ServiceCaller) -> Mapping[str, Any]:
        headings = given["headings"]
        if len(headings) > HEADINGS_LARGEST:
            raise BadArgumentError("headings", f"at most {HEADINGS_LARGEST}.", f"最多 {HEADINGS_LARGEST} 个。")
        removed = await remove_columns(self._database, caller.token, headings)
        kept = await kept_columns(self._database.read, caller.token)
        return {"removed": removed, "mappings": _shown_mappings(kept)}

    async def _readable(self, job_id: str, editor: Editor) -> Job:
        """Give a job of this editor, or one that a reviewer may confirm, who was sent the id: no one guesses it.

        Raises: NotFoundError for any other.
        """
        job = self._jobs.read(job_id) if editor.role is Role.REVIEWER else None
        return job if job and await self._may_take_over(job, editor) else self._jobs.of_editor(job_id, editor.name)

    async def _may_take_over(self, job: Job, reviewer: Editor) -> bool:
        """Whether these are no plans, or plans, unless reviewer and uploader are of two colleges.

        Who is of no college brings plans of any in, and hands the draft of one to its college.
        """
        if job.purpose is not Purpose.TRAINING_PLAN:
            return True
        uploader = await editors.college_of(self._database.read, job.editor)
        return None in (reviewer.college, uploader) or reviewer.college == uploader

    async def _import_job(self, given: Mapping[str, Any], caller: ServiceCaller) -> Mapping[str, Any]:
        editor = await self._editor(caller)
        job = await self._readable(given["id"], editor)
        self._runner.ensure(job)
        corrections = bounded(map(correction_of, given.get("corrections") or ()))
        if not corrections:
            return self._shown(job, caller.language)
        require_corrigible(job)
        if job.state is JobState.REPORTED:
            job = await self._steps.corrected(job, corrections)
        shown = self._shown(job, caller.language)
        if job.purpose is Purpose.TRAINING_PLAN and job.state in _WITH_REPORT:
            report = await self._steps.corrected_report(job, corrections)
            shown = {**shown, "report": report or shown["report"]}
        return shown

    async def _cancel(self, given: Mapping[str, Any], caller: ServiceCaller) -> Mapping[str, Any]:
        editor = await self._editor(caller)
        job = self._jobs.of_editor(given["job"], editor.name)
        if job.is_open:
            self._jobs.cancel(job.id)
            self._runner.ensure(job)
            job = await self._ended(job)
        return {"job": self._shown(job, caller.language)}

    async def _confirm(self, given: Mapping[str, Any], caller: ServiceCaller) -> Mapping[str, Any]:
        editor = await self._editor(caller)
        job = await self._readable(given["job"], editor)
        try:
            written = await self._confirmation.confirm(job, confirmed_of(given), caller.token)
        except ImportQuestionsError as error:
            asked = [shown_question(JobQuestion(*each), caller.language) for each in error.questions]
            return {"questions": asked, USER_ERRORS: [shown_error(error, caller.language)]}
        return {
            "job": self._shown(written.answer, caller.language),
            "questions": [],
            "bookmark": to_token(written.bookmarks),
        }

    async def _look_at_undo(self, given: Mapping[str, Any], caller: ServiceCaller) -> Mapping[str, Any]:
        await self._editor(caller)
        try:
            would = await look_at_undo(self._database, given["standard"])
        except ImportInUseError as error:
            return _shown_undoing(error.change, {}, {}, error.reasons, caller.language)
        return _shown_undoing(would.change, would.removed, would.restored, (), caller.language)

    async def _undo(self, given: Mapping[str, Any], caller: ServiceCaller) -> Mapping[str, Any]:
        standard, change, key = given["standard"], given.get("change"), key_of(given)
        asked = f"undo {standard} {change}" if change else f"undo {standard}"
        request = RequestKey(key, hashlib.sha256(asked.encode()).hexdigest())
        undone = await undo_import(self._database, standard, caller.token, request, only_change=change)
        return {
            "standard": undone.answer.node_id,
            "removed": _shown_counts(undone.answer.removed),
            "restored": _shown_counts(undone.answer.restored),
            "bookmark": to_token(undone.bookmarks),
        }

    async def _ended(self, job: Job) -> Job:
        for _ in range(round(END_WITHIN_S / LOOK_EVERY_S)):
            if not job.is_open:
                break
            await asyncio.sleep(LOOK_EVERY_S)
            job = self._jobs.of_editor(job.id, job.editor)
        return job

    def _shown(self, job: Job, language: Language) -> Mapping[str, Any]:
        report = self._jobs.folder(job.id) / REPORT
        return {
            "id": job.id,
            "kind": job.purpose,
            "fileName": job.file_name,
            "editor": job.editor,
            "state": job.state,
            "createdAt": _moment(job.created),
            "expiresAt": _moment(job.expires),
            "progress": {"page": job.page, "pages": job.pages} if job.page else None,
            "report": report.read_text(encoding="utf-8") if job.state in _WITH_REPORT else None,
            "reportSha256": job.report_sha256,
            "standard": next(iter(job.nodes), None) if job.purpose in STANDARDS else None,
            "nodes": list(job.nodes),
            "writes": _shown_counts(job.writes),
            "otherVersions": [_shown_version(each) for each in job.versions],
            "carriedFrom": job.carry_from if job.state is JobState.CONFIRMED else None,
            "carried": _shown_changes(job.carried),
            "questions": [shown_question(each, language) for each in job.questions],
            "error": _shown_error(job.error, language) if job.error else None,
        }


def _shown_mappings(kept: Sequence[ColumnMapping]) -> list[dict[str, Any]]:
    return [
        {"heading": each.heading, "meaning": each.meaning, "editor": each.editor, "confirmedOn": each.confirmed_on}
        for each in kept
    ]


def _shown_counts(counts: Mapping[str, int]) -> list[dict[str, Any]]:
    return [{"type": name, "count": count} for name, count in counts.items()]


def _shown_undoing(
    change: str, removed: Mapping[str, int], restored: Mapping[str, int], reasons: Sequence[Reason], language: Language
) -> dict[str, Any]:
    return {
        "change": change,
        "canUndo": not reasons,
        "removed": _shown_counts(removed),
        "restored": _shown_counts(restored),
        "obstacles": [_shown_obstacle(each, language) for each in reasons[:OBSTACLES_LARGEST]],
        "obstacleCount": len(reasons),
    }


def _shown_obstacle(each: Reason, language: Language) -> dict[str, Any]:
    node = next(iter(each.nodes), None)
    return {
        "text": each.said.in_language(language),
        "node": node,
        "slug": slug_of(node) if node else None,
        "name": each.name or None,
        "isFinal": each.is_final,
    }


def _shown_version(each: JobVersion) -> dict[str, Any]:
    return {
        "standard": each.standard,
        "version": each.version,
        "isProposed": each.is_proposed,
        "carried": _shown_changes(each.carried),
    }


def _shown_changes(counts: Mapping[str, int]) -> list[dict[str, Any]]:
    return [{"change": change, "count": count} for change, count in counts.items()]


def shown_question(each: JobQuestion, language: Language) -> dict[str, Any]:
    """Give a question as ``ImportQuestion``."""
    text = each.zh if language == "zh" else each.en
    return {
        "name": each.name,
        "subject": each.subject,
        "text": text,
        "choices": list(each.choices),
        "proposed": each.proposed or None,
    }


def _shown_error(error: JobError, language: Language) -> dict[str, Any]:
    return {"code": error.code, "message": error.zh if language == "zh" else error.en}


async def _with_room(answering: Answering, given: Mapping[str, Any], caller: ServiceCaller) -> Mapping[str, Any]:
    """Answer what keeps something on the disk of the server. Raises: UploadDiskError where it cannot be kept."""
    try:
        return await answering(given, caller)
    except OSError as error:
        if error.errno in _NO_ROOM:
            raise UploadDiskError(error.strerror or "") from error
        raise


def _moment(at: float) -> str:
    return dt.datetime.fromtimestamp(at, dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
