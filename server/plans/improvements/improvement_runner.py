"""Runs improvement jobs: few at once on this machine, each with a solver of its own that ends when the job is left.

Any API process may run a job. A process that is asked for a job that no one runs, because its process died, solves it
again from the problem as it was stated.
"""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Sequence
from functools import partial
from typing import Any

from analysis.training_plans.improvement.proof import SolvedStage
from graph.errors import OneplusxError
from server.jobs.job_places import LOOK_EVERY_S, CancelledJobError, JobPlaces
from server.jobs.job_tasks import JobTasks
from server.jobs.stored_jobs import InternalJobError, JobError
from server.plans.improvements.improvement_jobs import (
    ANSWER,
    STATED,
    ImprovementJob,
    ImprovementState,
    ImprovementStore,
)
from server.plans.improvements.improvement_kinds import IMPROVEMENTS
from solvers.solver_process import SolverProcess
from solvers.tasks import SolverLimits

log = logging.getLogger("oneplusx")


class ImprovementRunner:
    """Runs the jobs of a store; ``command`` starts a process that solves."""

    def __init__(self, store: ImprovementStore, places: JobPlaces, command: Sequence[str]) -> None:
        self._store, self._places, self._command = store, places, command
        self._tasks = JobTasks(self._run)
        # A solver takes a second to load its library: those that are free wait for the next job.
        self._free: list[SolverProcess] = []
        # Of each job that is solved here: set when it was left.
        self._left: dict[str, asyncio.Event] = {}

    def ensure(self, job: ImprovementJob) -> None:
        """Run a job that is not finished, unless somebody does already."""
        if job.is_open:
            self._tasks.ensure(job.id)

    def leave(self, job_id: str) -> None:
        """End the solver of a job that was cancelled at once, if it runs here; another process looks by itself."""
        if left := self._left.get(job_id):
            left.set()

    async def wait(self, job_id: str, within_s: float) -> None:
        """Wait until a job has ended here, or this long."""
        await self._tasks.wait(job_id, within_s)

    async def stop(self) -> None:
        """End what runs here; the next request for such a job begins it again."""
        await self._tasks.stop()
        for solver in self._free:
            await solver.stop()

    async def _run(self, job_id: str) -> None:
        with contextlib.suppress(FileNotFoundError), self._store.lock(job_id) as is_ours:  # its folder may be removed
            job = self._store.read(job_id)
            if not is_ours or job is None or not job.is_open:
                return
            try:
                async with self._places.place(job.id, partial(self._require_wanted, job.id)):
                    await self._to_the_end(self._store.change(job, state=ImprovementState.SOLVING, stages=()))
            except CancelledJobError:
                self._store.change(job, state=ImprovementState.CANCELLED)
            except FileNotFoundError:
                raise
            except Exception as error:  # whatever it is, the editor must learn that the job has ended
                if not isinstance(error, OneplusxError):
                    log.exception("improvement job %s failed", job.id)
                failed = JobError.of(error if isinstance(error, OneplusxError) else InternalJobError())
                self._store.change(job, state=ImprovementState.FAILED, error=failed)

    def _require_wanted(self, job_id: str) -> None:
        if not self._store.is_wanted(job_id):
            raise CancelledJobError

    async def _to_the_end(self, job: ImprovementJob) -> None:
        """Solve, and keep the answer. Raises: CancelledJobError, SolverError."""
        kind, stages = IMPROVEMENTS[job.kind], list[SolvedStage]()
        problem, _ = kind.read_problem((self._store.folder(job.id) / STATED).read_bytes())

        def report(stage: SolvedStage) -> None:
            stages.append(stage)
            self._store.change(job, stages=tuple(stages))

        async with self._solver() as solver:
            solving = asyncio.ensure_future(kind.solve(solver, problem, SolverLimits(seconds=job.seconds), report))
            answer = await self._while_wanted(job, solving)
        data, digest = kind.write_answer(answer)
        (self._store.folder(job.id) / ANSWER).write_bytes(data)
        self._store.change(
            job,
            state=ImprovementState.SOLVED,
            stages=answer.stages,
            is_unique=answer.is_unique,
            answer_sha256=digest,
        )

    async def _while_wanted(self, job: ImprovementJob, solving: asyncio.Future[Any]) -> Any:
        """Wait for an answer. When the job is left, the process that solves is killed. Raises: CancelledJobError."""
        left = self._left[job.id] = asyncio.Event()
        leaving = asyncio.ensure_future(left.wait())
        try:
            while not solving.done():
                await asyncio.wait((solving, leaving), timeout=LOOK_EVERY_S, return_when=asyncio.FIRST_COMPLETED)
                self._require_wanted(job.id)
        finally:
            del self._left[job.id]
            leaving.cancel()
            solving.cancel()
            await asyncio.gather(solving, return_exceptions=True)
        return solving.result()

    @contextlib.asynccontextmanager
    async def _solver(self) -> AsyncIterator[SolverProcess]:
        solver = self._free.pop() if self._free else SolverProcess(self._command)
        try:
            yield solver
        finally:
            self._free.append(solver)
