"""Confirm the report of a job: what it says is written as the command line writes it, and once for a key."""

import asyncio
import hashlib
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, NamedTuple

import orjson

from graph.connection.database import Commit, Database
from graph.errors import BadArgumentError, StateError
from graph.upkeep.drafts import DRAFT
from interchange.document_jobs.purposes import STANDARDS, Purpose
from interchange.standard_imports.confirmed_import import RequestKey, Writing, standard_writing, write_once
from interchange.standards.corrections.correction import Correction, bounded
from interchange.standards.corrections.correction_table import correction_of
from interchange.training_plan_imports.confirmed_plans import plans_writing
from resolvers.editing.mutation import KEY_LARGEST
from resolvers.services.imports import VERSION_LARGEST
from server.imports.import_steps import ImportSteps, JobReportError
from server.imports.job_store import Job, JobState, JobStore
from server.imports.table_changes import TableChange, write_changes
from server.jobs.job_folder import write_json

ANSWERS_LARGEST = 1_000
ANSWER_LARGEST = 200
SHA256_LENGTH = 64
# What a table is about to change, kept so that the same request finds what it made.
ATTEMPT = "attempt.json"
# A request that comes again waits for the first as long as this.
WAIT_S, LOOK_EVERY_S = 10.0, 0.05


class Confirmation(NamedTuple):
    """What an editor confirms: the report that was read, the answers, and the key of the request."""

    report_sha256: str
    answers: Mapping[str, str]
    key: str
    status: str | None = None
    corrections: tuple[Correction, ...] = ()
    # The version to carry alignments from; empty: none. None: what reading the document was asked with.
    carry_from: str | None = None

    @property
    def are_drafts(self) -> bool:
        """Whether training plans are to be drafts."""
        return self.status == DRAFT

    def carried_from(self, job: Job) -> str | None:
        """Give the version to carry alignments from."""
        return (job.carry_from if self.carry_from is None else self.carry_from) or None

    def digest(self, job: Job) -> str:
        """Tell requests with the same key apart."""
        stated: list[Any] = [job.id, self.report_sha256, dict(self.answers), self.carried_from(job), self.are_drafts]
        if self.corrections:
            stated.append([list(each) for each in self.corrections])
        return hashlib.sha256(orjson.dumps(stated, option=orjson.OPT_SORT_KEYS)).hexdigest()


def confirmed_of(given: Mapping[str, Any]) -> Confirmation:
    """Read the input. Raises: BadArgumentError for what is too long, or a question that is answered twice."""
    asked = given.get("answers") or ()
    answers = {each["question"]: each["answer"] for each in asked}
    texts = (text for pair in answers.items() for text in pair)
    if len(answers) < len(asked) or len(answers) > ANSWERS_LARGEST or any(map(_is_too_long, texts)):
        raise BadArgumentError(
            "answers",
            f"at most {ANSWERS_LARGEST}, one for each question, of {ANSWER_LARGEST} characters.",
            f"最多 {ANSWERS_LARGEST} 个，每个问题一个，不超过 {ANSWER_LARGEST} 个字符。",
        )
    key = key_of(given)
    corrections = bounded(map(correction_of, given.get("corrections") or ()))
    report = given["reportSha256"].strip().lower()[:SHA256_LENGTH]
    return Confirmation(report, answers, key, given.get("status"), corrections, _version_of(given))


def _version_of(given: Mapping[str, Any]) -> str | None:
    version = given.get("carryFrom")
    if version is not None and len(version) > VERSION_LARGEST:
        raise BadArgumentError("carryFrom", "a version such as 1.0, or empty.", "版本，如 1.0，或留空。")
    return version


def key_of(given: Mapping[str, Any]) -> str:
    """Give the idempotency key of an input. Raises: BadArgumentError for one that is too long."""
    key = given.get("idempotencyKey") or ""
    if len(key) > KEY_LARGEST:
        raise BadArgumentError("idempotencyKey", f"at most {KEY_LARGEST} characters.", f"最多 {KEY_LARGEST} 个字符。")
    return str(key)


def _is_too_long(text: str) -> bool:
    return len(text) > ANSWER_LARGEST


class ImportConfirmation:
    """Writes what jobs report."""

    def __init__(self, store: JobStore, steps: ImportSteps, database: Database) -> None:
        self._store = store
        self._steps = steps
        self._database = database

    async def confirm(self, job: Job, confirmation: Confirmation, token: str | None) -> Commit[Job]:
        """Write it, or find that the same request wrote it; give the job as it is now.

        Raises: UserError with nothing written; AccessError; what ``Database.write`` raises.
        """
        for _ in range(round(WAIT_S / LOOK_EVERY_S)):
            with self._store.lock(job.id) as is_ours:
                if is_ours:
                    return await self._confirm(self._store.of_editor(job.id, job.editor), confirmation, token)
            await asyncio.sleep(LOOK_EVERY_S)
        raise StateError("The job is being read or confirmed. Wait for it.", "任务正在读取或确认中，请等待。")

    async def _confirm(self, job: Job, confirmation: Confirmation, token: str | None) -> Commit[Job]:
        _require_reported(job, confirmation)
        if confirmation.status is not None and job.purpose is not Purpose.TRAINING_PLAN:
            raise BadArgumentError("status", "of training plans only.", "仅适用于人才培养方案。")
        if confirmation.corrections:
            require_corrigible(job)
        if confirmation.carry_from and job.purpose is not Purpose.SKILL_STANDARD:
            raise BadArgumentError("carryFrom", "of skill standards only.", "仅用于职业技能等级标准。")
        if job.purpose in STANDARDS:
            job, bookmarks = await self._confirm_standard(job, confirmation, token)
        elif job.purpose is Purpose.TRAINING_PLAN:
            document = (await self._steps.plans(job))._replace(
                are_drafts=confirmation.are_drafts, corrections=confirmation.corrections
            )
            writing, count = plans_writing(document, confirmation.answers), len(document.plans)
            job, bookmarks = await self._write_once(job, writing, count, confirmation, token)
        else:
            bookmarks = await self._confirm_table(job, confirmation, token)
        job = replace(job, state=JobState.CONFIRMED, questions=(), error=None)
        self._store.write(job)
        return Commit(job, bookmarks)

    async def _confirm_standard(
        self, job: Job, confirmation: Confirmation, token: str | None
    ) -> tuple[Job, tuple[str, ...]]:
        making = await self._steps.making(job, confirmation.corrections)
        carry_from = confirmation.carried_from(job)
        writing = standard_writing(making, confirmation.answers, carry_from)
        job, bookmarks = await self._write_once(job, writing, 1, confirmation, token)
        return replace(job, carry_from=carry_from), bookmarks

    async def _write_once(
        self, job: Job, writing: Writing, count: int, confirmation: Confirmation, token: str | None
    ) -> tuple[Job, tuple[str, ...]]:
        """Write, or find what was written; what was found may be too old to say how much it was."""
        request = RequestKey(confirmation.key, confirmation.digest(job))
        written = await write_once(self._database, writing, count, request, token)
        nodes, writes, carried = written.answer
        job = replace(job, nodes=nodes, writes=writes or job.writes, carried=carried or job.carried)
        return job, written.bookmarks

    async def _confirm_table(self, job: Job, confirmation: Confirmation, token: str | None) -> tuple[str, ...]:
        attempt = self._store.folder(job.id) / f"{confirmation.digest(job)}.{ATTEMPT}"
        if confirmation.key and attempt.exists():
            # It may have been made, and then the table changes nothing any longer.
            change = TableChange(*orjson.loads(attempt.read_bytes()))
        else:
            table = await self._steps.table_changes(job)
            fresh = hashlib.sha256(table.report).hexdigest()
            if fresh != job.report_sha256:
                raise JobReportError(confirmation.report_sha256, fresh)
            change = TableChange.of(table.data, table.findings, job.editor)
            write_json(attempt, list(change))
        return (await write_changes(self._database, change, token, confirmation.key)).bookmarks


def require_corrigible(job: Job) -> None:
    """Raise: BadArgumentError for a table of alignments: it is corrected in the table itself."""
    if job.purpose is Purpose.ALIGNMENTS:
        raise BadArgumentError("corrections", "of standards and training plans only.", "仅用于标准和人才培养方案。")


def _require_reported(job: Job, confirmation: Confirmation) -> None:
    """Raise: StateError, JobReportError unless this report of the job may be confirmed."""
    is_again = job.state is JobState.CONFIRMED and confirmation.key
    if job.state is not JobState.REPORTED and not is_again:
        raise StateError(
            f"The job is {job.state}; a report can be confirmed once, in the state {JobState.REPORTED}.",
            f"任务状态为 {job.state}；仅 {JobState.REPORTED} 状态的报告可确认，且只能确认一次。",
        )
    if confirmation.report_sha256 != job.report_sha256:
        raise JobReportError(confirmation.report_sha256, str(job.report_sha256))
