"""Jobs that improve a plan, as folders: the problem as it was stated, how far the solver is, and its answer."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from analysis.training_plans.improvement.proof import SolvedStage
from graph.model.core import Text
from server.jobs.job_folder import make_folder, new_id, whole_folder
from server.jobs.stored_jobs import JobBounds, JobError, StoredJob, StoredJobs

BOUNDS = JobBounds(
    open=3,
    open_of_all=20,
    kept=50,
    refusal=Text(
        "{own} of your problems and {all} in all wait for the solver; at most {most} and {most_of_all} may. Wait until "
        "one is solved, or cancel one.",
        "您有 {own} 个、全部共 {all} 个问题等待求解；上限分别为 {most} 与 {most_of_all}。"
        "请等待其中一个求解完成，或取消一个。",
    ),
)
# Who asks no more has left the page: the solver is for those who wait.
UNASKED_S = 60.0
STATED, ANSWER, _ASKED = "stated.json", "answer.json", "asked"


class ImprovementKind(StrEnum):
    """What is asked of the solver."""

    CERTIFICATE = "CERTIFICATE"
    SCHEDULE = "SCHEDULE"
    CREDITS = "CREDITS"
    PORTFOLIO = "PORTFOLIO"


class ImprovementState(StrEnum):
    """How far a job is."""

    QUEUED = "QUEUED"
    SOLVING = "SOLVING"
    SOLVED = "SOLVED"
    FAILED = "FAILED"
    CANCELLED = "CANCELLED"


OPEN = frozenset({ImprovementState.QUEUED, ImprovementState.SOLVING})


@dataclass(frozen=True, slots=True, kw_only=True)
class ImprovementJob(StoredJob):
    """One job: of which plan, and how long its solver may take."""

    kind: ImprovementKind
    plan: str
    seconds: int
    state: ImprovementState = ImprovementState.QUEUED
    stages: tuple[SolvedStage, ...] = ()
    is_unique: bool = False
    answer_sha256: str | None = None
    error: JobError | None = None

    @property
    def is_open(self) -> bool:
        """Whether it waits, or is solved."""
        return self.state in OPEN


class ImprovementStore(StoredJobs[ImprovementJob]):
    """The jobs of one folder."""

    kind = "improvement job"
    bounds = BOUNDS

    def __init__(self, folder: Path, clock: Callable[[], float] = time.time) -> None:
        super().__init__(folder / "jobs", folder, _job, clock)

    def begin(self, kind: ImprovementKind, plan: str, seconds: int, editor: str, stated: bytes) -> ImprovementJob:
        """Make a job of a problem. Raises: StateError where too many wait already."""
        make_folder(self._folder)
        with whole_folder(self._whole):
            self._make_room(editor)
            job = ImprovementJob(
                id=new_id(), editor=editor, created=self._clock(), kind=kind, plan=plan, seconds=seconds
            )
            folder = make_folder(self.folder(job.id))
            (folder / STATED).write_bytes(stated)
            self.ask(job.id)
            self.write(job)
        return job

    def jobs_before(self, job: ImprovementJob) -> int | None:
        """Count the open jobs that began before one that waits; nothing of one that does not wait."""
        if job.state is not ImprovementState.QUEUED:
            return None
        return sum(each.state in OPEN and (each.created, each.id) < (job.created, job.id) for each in self._all())

    def ask(self, job_id: str) -> None:
        """Note that somebody asks for a job."""
        (self.folder(job_id) / _ASKED).write_text(str(self._clock()))

    def is_wanted(self, job_id: str) -> bool:
        """Whether a job is neither cancelled nor left by who asked for it."""
        if self.is_cancelled(job_id):
            return False
        asked = (self.folder(job_id) / _ASKED).read_text()
        # Another process may be writing it just now.
        return not asked or self._clock() - float(asked) < UNASKED_S


def _job(values: dict[str, Any]) -> ImprovementJob:
    error = values["error"]
    return ImprovementJob(
        **{
            **values,
            "kind": ImprovementKind(values["kind"]),
            "state": ImprovementState(values["state"]),
            "stages": tuple(SolvedStage(*each) for each in values["stages"]),
            "error": JobError(**error) if error else None,
        }
    )
