"""Jobs: documents that are read, were read, or wait for it. A job is a folder, and outlives the process that began it.

``state.json`` is written whole, by the holder of the lock of the job. ``cancelled`` is a mark that anyone may set: who
reads the document sees it and ends.
"""

import contextlib
import os
import shutil
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

import orjson

from graph.errors import NotFoundError, OneplusxError, StateError
from interchange.document_jobs.purposes import Purpose
from interchange.document_jobs.reading_process import DOCUMENT
from server.imports.import_folder import is_id, locked, make_folder, new_id, whole_folder, write_json

# How long a job is kept, and how many finished ones of an editor: the oldest go first.
KEPT_S = 86_400
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
class JobError:
    """Why a document was not read, or what stands in the way of confirming; in both languages."""

    code: str
    en: str
    zh: str

    @classmethod
    def of(cls, error: OneplusxError) -> "JobError":
        """Keep an error of ours."""
        return cls(error.code, error.en, error.zh)


@dataclass(frozen=True, slots=True)
class JobQuestion:
    """A question to answer on confirming, in both languages."""

    name: str
    subject: str
    en: str
    zh: str
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One job. ``nodes`` are the ids of what confirming would write, or wrote."""

    id: str
    editor: str
    purpose: Purpose
    file_name: str
    carry_from: str | None
    created: float
    state: JobState = JobState.QUEUED
    page: int | None = None
    pages: int | None = None
    report_sha256: str | None = None
    questions: tuple[JobQuestion, ...] = ()
    error: JobError | None = None
    nodes: tuple[str, ...] = ()
    writes: Mapping[str, int] = field(default_factory=dict)

    @property
    def expires(self) -> float:
        """When it is removed."""
        return self.created + KEPT_S


class JobStore:
    """The jobs of one folder."""

    def __init__(self, folder: Path, clock: Callable[[], float] = time.time) -> None:
        self._whole, self._folder = folder, folder / "jobs"
        self._clock = clock

    def begin(self, document: Path, file_name: str, editor: str, purpose: Purpose, carry_from: str | None) -> Job:
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
        finished = sorted((each for each in jobs if each.editor == editor and each not in waiting), key=_age)
        for each in finished[: max(0, len(finished) + 1 - KEPT_LARGEST)]:
            self._remove(each.id)

    def _all(self) -> Iterator[Job]:
        for path in self._folder.glob("*/state.json"):
            with contextlib.suppress(FileNotFoundError):
                yield _job(orjson.loads(path.read_bytes()))

    def read(self, job_id: str) -> Job | None:
        """Give a job; None: there is none of this id."""
        if is_id(job_id):
            with contextlib.suppress(FileNotFoundError):
                return _job(orjson.loads((self.folder(job_id) / "state.json").read_bytes()))
        return None

    def of_editor(self, job_id: str, editor: str) -> Job:
        """Give a job of this editor. Raises: NotFoundError, also where it is somebody else's."""
        job = self.read(job_id)
        if job is None or job.editor != editor:
            raise NotFoundError("import job", job_id)
        return job

    def write(self, job: Job) -> None:
        """Keep what a job is now."""
        write_json(self.folder(job.id) / "state.json", asdict(job))

    def change(self, job: Job, **values: Any) -> Job:
        """Change a job, and keep it."""
        changed = replace(job, **values)
        self.write(changed)
        return changed

    def folder(self, job_id: str) -> Path:
        """Give the folder of a job."""
        return self._folder / job_id

    def lock(self, job_id: str) -> contextlib.AbstractContextManager[bool]:
        """Hold the lock of a job; gives False where another process or task holds it."""
        return locked(self.folder(job_id) / "lock")

    def cancel(self, job_id: str) -> None:
        """Mark a job as cancelled."""
        (self.folder(job_id) / "cancelled").touch(0o600)

    def is_cancelled(self, job_id: str) -> bool:
        """Whether it is marked; a folder that was removed counts as marked."""
        folder = self.folder(job_id)
        return (folder / "cancelled").exists() or not folder.exists()

    def clean(self) -> None:
        """Remove what is over its time."""
        if self._folder.exists():
            with whole_folder(self._whole):
                for each in self._all():
                    if each.expires < self._clock():
                        self._remove(each.id)

    def _remove(self, job_id: str) -> None:
        shutil.rmtree(self.folder(job_id), ignore_errors=True)


def _age(job: Job) -> float:
    return job.created


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
