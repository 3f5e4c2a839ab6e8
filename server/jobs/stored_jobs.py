"""Jobs as folders: a job outlives the process that began it, and is seen by its editor alone.

``state.json`` is written whole, by the holder of the lock of the job. ``cancelled`` is a mark that anyone may set: who
works on the job sees it and ends.
"""

import contextlib
import shutil
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Generic, TypeVar

import orjson

from graph.errors import NotFoundError, OneplusxError, StateError
from graph.model.core import Text
from server.jobs.job_folder import is_id, locked, whole_folder, write_json

# How long a job is kept.
KEPT_S = 86_400


@dataclass(frozen=True, slots=True)
class JobError:
    """Why a job has no answer, or what stands in the way of confirming it; in both languages."""

    code: str
    en: str
    zh: str

    @classmethod
    def of(cls, error: OneplusxError) -> "JobError":
        """Keep an error of ours."""
        return cls(error.code, error.en, error.zh)


class InternalJobError(OneplusxError):
    """Something that is no error of ours stopped a job."""

    def __init__(self) -> None:
        super().__init__("Something went wrong here. Report the id of the job.", "服务器内部出错，请报告任务编号。")


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredJob(ABC):
    """What every job has."""

    id: str
    editor: str
    created: float

    @property
    def expires(self) -> float:
        """When it is removed."""
        return self.created + KEPT_S

    @property
    @abstractmethod
    def is_open(self) -> bool:
        """Whether it waits, or is worked on."""


@dataclass(frozen=True, slots=True)
class JobBounds:
    """How many jobs are open at most, of one editor and of all, and how many finished ones of an editor are kept.

    ``refusal`` says what is open (``own``, ``all``) and what may be (``most``, ``most_of_all``).
    """

    open: int
    open_of_all: int
    kept: int
    refusal: Text


JobT = TypeVar("JobT", bound=StoredJob)


class StoredJobs(Generic[JobT]):
    """The jobs in ``folder``, each made of the values of its file; ``whole`` is locked while jobs begin or go."""

    kind = "job"
    bounds: JobBounds

    def __init__(
        self, folder: Path, whole: Path, make: Callable[[dict[str, Any]], JobT], clock: Callable[[], float] = time.time
    ) -> None:
        self._folder, self._whole, self._make, self._clock = folder, whole, make, clock

    def read(self, job_id: str) -> JobT | None:
        """Give a job; None: there is none of this id."""
        if is_id(job_id):
            with contextlib.suppress(FileNotFoundError):
                return self._make(orjson.loads((self.folder(job_id) / "state.json").read_bytes()))
        return None

    def of_editor(self, job_id: str, editor: str) -> JobT:
        """Give a job of this editor. Raises: NotFoundError, also where it is somebody else's."""
        job = self.read(job_id)
        if job is None or job.editor != editor:
            raise NotFoundError(self.kind, job_id)
        return job

    def write(self, job: JobT) -> None:
        """Keep what a job is now."""
        write_json(self.folder(job.id) / "state.json", asdict(job))

    def change(self, job: JobT, **values: Any) -> JobT:
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

    def _all(self) -> Iterator[JobT]:
        for path in self._folder.glob("*/state.json"):
            with contextlib.suppress(FileNotFoundError):
                yield self._make(orjson.loads(path.read_bytes()))

    def _make_room(self, editor: str) -> None:
        """Let an editor begin one more job. Raises: StateError where too many are open already."""
        jobs = list(self._all())
        waiting = [each for each in jobs if each.is_open]
        own, most = sum(each.editor == editor for each in waiting), self.bounds
        if own >= most.open or len(waiting) >= most.open_of_all:
            said = {"own": own, "all": len(waiting), "most": most.open, "most_of_all": most.open_of_all}
            raise StateError(most.refusal.english.format(**said), most.refusal.chinese.format(**said))
        self._remove_oldest([each for each in jobs if each.editor == editor and not each.is_open], most.kept)

    def _remove_oldest(self, finished: list[JobT], kept: int) -> None:
        """Remove the oldest of these beyond the number that is kept with one more."""
        oldest = sorted(finished, key=lambda each: each.created)
        for each in oldest[: max(0, len(oldest) + 1 - kept)]:
            self._remove(each.id)

    def _remove(self, job_id: str) -> None:
        shutil.rmtree(self.folder(job_id), ignore_errors=True)
