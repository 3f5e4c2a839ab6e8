"""Jobs of imports: documents that are read, were read, or wait for it."""

import os
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from graph.model.core import Text
from interchange.document_jobs.kept_choices import write_choices
from interchange.document_jobs.purposes import Purpose
from interchange.document_jobs.reading_process import DOCUMENT
from interchange.training_plans.tables.headings.column_choices import NO_CHOICES, ColumnChoices
from server.jobs.job_folder import make_folder, new_id, whole_folder
from server.jobs.stored_jobs import JobBounds, JobError, StoredJob, StoredJobs

BOUNDS = JobBounds(
    open=5,
    open_of_all=50,
    kept=100,
    refusal=Text(
        "{own} of your documents and {all} in all wait to be read; at most {most} and {most_of_all} may. Wait until "
        "one is read, or cancel one.",
        "您有 {own} 份、全部共 {all} 份文档等待读取；上限分别为 {most} 与 {most_of_all}。"
        "请等待其中一份读完，或取消一份。",
    ),
)


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
    proposed: str = ""


@dataclass(frozen=True, slots=True)
class JobVersion:
    """Another version of the standard that was read, and what carrying its alignments would give, by change."""

    standard: str
    version: str
    is_proposed: bool
    carried: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Job(StoredJob):
    """One job. ``nodes`` are the ids of what confirming would write, or wrote.

    ``carried``: what confirming carried from ``carry_from``, by what became of the requirement.
    """

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
    versions: tuple[JobVersion, ...] = ()
    carried: Mapping[str, int] = field(default_factory=dict)

    @property
    def is_open(self) -> bool:
        """Whether it waits, or is read."""
        return self.state in OPEN


class JobStore(StoredJobs[Job]):
    """The jobs of one folder."""

    kind = "import job"
    bounds = BOUNDS

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


def _job(values: dict[str, Any]) -> Job:
    error = values["error"]
    questions = tuple(JobQuestion(**{**each, "choices": tuple(each["choices"])}) for each in values["questions"])
    return Job(
        **{
            **values,
            "purpose": Purpose(values["purpose"]),
            "state": JobState(values["state"]),
            "questions": questions,
            "versions": tuple(JobVersion(**each) for each in values.get("versions", ())),
            "nodes": tuple(values["nodes"]),
            "error": JobError(**error) if error else None,
        }
    )
