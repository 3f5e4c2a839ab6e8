"""The process that solves, from its caller's side: started when it is needed, killed when the caller leaves."""

import asyncio
import contextlib
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import orjson

from analysis.training_plans.improvement.proof import SolvedStage
from solvers.solver_errors import SolverDiedError, SolverMissingError, SolverTimeError
from solvers.tasks import AnswerT, ProblemT, ReportStage, SolverLimits, SolverTask, unreported

_ROOT = Path(__file__).resolve().parents[1]
COMMAND = (sys.executable, "-m", "solvers.worker")
# Importing OR-Tools takes a second, so a process waits this long for the next problem.
IDLE_SECONDS = 60.0
# What a process may take beyond the limit of its solver: to start, and to write its answer.
GRACE_SECONDS = 15.0
ANSWER_LARGEST = 64 << 20
_STAGE = b'{"stage":'


class SolverProcess:
    """One process that solves one problem at a time; it has no state but the library that it has loaded."""

    def __init__(self, command: Sequence[str] = COMMAND, idle_seconds: float = IDLE_SECONDS) -> None:
        self._command = command
        self._idle_seconds = idle_seconds
        self._turn = asyncio.Lock()
        self._process: Process | None = None
        self._idle_end: asyncio.TimerHandle | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()

    @property
    def process_id(self) -> int | None:
        """The process, while there is one."""
        return self._process.pid if self._process else None

    async def solve(
        self,
        task: SolverTask[ProblemT, AnswerT],
        problem: ProblemT,
        limits: SolverLimits | None = None,
        report: ReportStage = unreported,
    ) -> AnswerT:
        """Solve a problem, and report its stages. Where the caller is cancelled, the process is killed at once.

        Raises: SolverError.
        """
        limits = limits or SolverLimits()
        request = {"task": task.name, "limits": list(limits), "problem": task.problem.dump_python(problem, mode="json")}
        async with self._turn:
            answer = await self._ask(orjson.dumps(request), limits, report)
        match answer.get("error"):
            case "MISSING":
                raise SolverMissingError
            case "TIME":
                raise SolverTimeError(limits.seconds)
        return task.answer.validate_python(answer["answer"])

    async def stop(self) -> None:
        """Kill the process, if there is one."""
        self._stay()
        process, self._process = self._process, None
        if process is None:
            return
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await process.communicate()

    async def _ask(self, request: bytes, limits: SolverLimits, report: ReportStage) -> Any:
        self._stay()
        try:
            process = await self._running()
            async with asyncio.timeout(limits.seconds + GRACE_SECONDS):
                line = await _exchange(process, request, report)
        except TimeoutError:
            await self.stop()
            raise SolverTimeError(limits.seconds) from None
        except BaseException:
            await self.stop()
            raise
        if not line.endswith(b"\n"):
            status = await process.wait()
            await self.stop()
            raise SolverDiedError(status)
        self._leave_when_idle()
        return orjson.loads(line)

    async def _running(self) -> Process:
        if self._process is None or self._process.returncode is not None:
            self._process = await asyncio.create_subprocess_exec(
                *self._command, stdin=PIPE, stdout=PIPE, cwd=_ROOT, limit=ANSWER_LARGEST
            )
        return self._process

    def _stay(self) -> None:
        if self._idle_end:
            self._idle_end.cancel()
            self._idle_end = None

    def _leave_when_idle(self) -> None:
        loop = asyncio.get_running_loop()
        self._idle_end = loop.call_later(self._idle_seconds, self._end_input)

    def _end_input(self) -> None:
        """Let the process end by itself: with its input."""
        process, self._process = self._process, None
        if process and process.stdin:
            process.stdin.close()


async def _exchange(process: Process, request: bytes, report: ReportStage) -> bytes:
    """Write a request, report stages, and give the line of the answer; of a process that died the line has no end."""
    assert process.stdin
    assert process.stdout
    with contextlib.suppress(BrokenPipeError, ConnectionResetError):
        process.stdin.write(request + b"\n")
        await process.stdin.drain()
    while (line := await process.stdout.readline()).startswith(_STAGE) and line.endswith(b"\n"):
        report(SolvedStage(*orjson.loads(line)["stage"]))
    return line
