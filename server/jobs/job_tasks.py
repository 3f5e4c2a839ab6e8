"""The jobs that one process works on."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any


class JobTasks:
    """A task for each job; ``run`` works on the job of an id."""

    def __init__(self, run: Callable[[str], Coroutine[Any, Any, None]]) -> None:
        self._run = run
        self._tasks: dict[str, asyncio.Task[None]] = {}

    def ensure(self, job_id: str) -> None:
        """Work on a job, unless that is going on already."""
        if job_id not in self._tasks:
            task = self._tasks[job_id] = asyncio.create_task(self._run(job_id), name=f"job {job_id}")
            task.add_done_callback(lambda _: self._tasks.pop(job_id))

    async def wait(self, job_id: str, within_s: float) -> None:
        """Wait until the work on a job has ended here, or this long: another process may work on it."""
        task = self._tasks.get(job_id)
        if task:
            await asyncio.wait((task,), timeout=within_s)
        else:
            await asyncio.sleep(within_s)

    async def stop(self) -> None:
        """End what runs here; the next request for such a job begins it again."""
        running = tuple(self._tasks.values())
        for each in running:
            each.cancel()
        await asyncio.gather(*running, return_exceptions=True)
