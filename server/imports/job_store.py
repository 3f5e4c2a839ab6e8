"""Jobs of imports: documents that are read, were read, or wait for it."""

import os
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from graph.errors import StateError
from interchange.document_jobs.kept_choices import write_choices
from interchange.document_jobs.purposes import Purpose
from interchange.document_jobs.reading_process import DOCUMENT
from interchange.training_plans.tables.column_choices import NO_CHOICES, ColumnChoices
from server.jobs.job_folder import make_folder, new_id, whole_folder
from server.jobs.stored_jobs import JobError, StoredJob, StoredJobs

# How many finished jobs of an editor are kept: the oldest go first.
KEPT_LARGEST = 100
# Jobs that wait or are read: of one editor, and of all.
OPEN_LARGEST = 5
OPEN_OF_ALL_LARGEST = 50


class JobState(StrEnum):
    """How far a job is."""

    QUEUED = "QUEUED"
    READING = "READING"
    REPORTED = "REPORTED"
    FAILED = "FAILED"
    CANCELLED = "CANCELLED"
    CONFIRMED = "CONFIRMED"


OPEN = frozenset({JobState.QUEUED, JobState.READING})


@dataclass(frozen=True, slots=True)
class JobQuestion:
    """A question to answer on confirming, in both languages."""

    name: str
    subject: str
    en: str
    zh: str
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Job(StoredJob):
    """One job. ``nodes`` are the ids of what confirming would write, or wrote."""

    purpose: Purpose
    file_name: str
    carry_from: str | None
    state: JobState = JobState.QUEUED
    page: int | None = None
    pages: int | None = None
    report_sha256: str | None = None
    questions: tuple[JobQuestion, ...] = ()
    error: JobError | None = None
    nodes: tuple[str, ...] = ()
    writes: Mapping[str, int] = field(default_factory=dict)


class JobStore(StoredJobs[Job]):
    """The jobs of one folder."""

    kind = "import job"

    def __init__(self, folder: Path, clock: Callable[[], float] = time.time) -> None:
        super().__init__(folder / "jobs", folder, _job, clock)

    def begin(
        self,
        document: Path,
        file_name: str,
        editor: str,
        purpose: Purpose,
        carry_from: str | None,
        *,
        choices: ColumnChoices = NO_CHOICES,
    ) -> Job:
        """Make a job that reads a document. Raises: StateError where too many wait already."""
        make_folder(self._folder)
        with whole_folder(self._whole):
            self._make_room(editor)
            job = Job(
                id=new_id(),
                editor=editor,
                purpose=purpose,
                file_name=file_name,
                carry_from=carry_from,
                created=self._clock(),
            )
            folder = make_folder(self.folder(job.id))
            os.link(document, folder / DOCUMENT)
            write_choices(folder, choices)
            self.write(job)
        return job

    def _make_room(self, editor: str) -> None:
        jobs = list(self._all())
        waiting = [each for each in jobs if each.state in OPEN]
        own = sum(each.editor == editor for each in waiting)
        if own >= OPEN_LARGEST or len(waiting) >= OPEN_OF_ALL_LARGEST:
            raise StateError(
                f"{own} of your documents and {len(waiting)} in all wait to be read; at most {OPEN_LARGEST} and "
                f"{OPEN_OF_ALL_LARGEST} may. Wait until one is read, or cancel one.",
                f"您有 {own} 份、全部共 {len(waiting)} 份文档等待读取；上限分别为 {OPEN_LARGEST} 与 "
                f"{OPEN_OF_ALL_LARGEST}。请等待其中一份读完，或取消一份。",
            )
        self._remove_oldest([each for each in jobs if each.editor == editor and each not in waiting], KEPT_LARGEST)


def _job(values: dict[str, Any]) -> Job:
    error = values["error"]
    questions = tuple(JobQuestion(**{**each, "choices": tuple(each["choices"])}) for each in values["questions"])
    return Job(
        **{
            **values,
            "purpose": Purpose(values["purpose"]),
            "state": JobState(values["state"]),
            "questions": questions,
            "nodes": tuple(values["nodes"]),
            "error": JobError(**error) if error else None,
        }
    )
