"""Places for jobs: a number of them work at once on this machine, whichever process began them."""

import asyncio
import contextlib
from collections import deque
from collections.abc import AsyncIterator, Callable
from pathlib import Path

from server.jobs.job_folder import locked, make_folder

# How often a job looks whether it was cancelled, and whether a place is free.
LOOK_EVERY_S = 0.03


class CancelledJobError(Exception):
    """The job was cancelled."""


class JobPlaces:
    """Places as locks in a folder, ``at_once`` of them; jobs of one process wait in line."""

    def __init__(self, folder: Path, at_once: int) -> None:
        self._folder, self._at_once = folder, at_once
        self._waiting: deque[str] = deque()

    @contextlib.asynccontextmanager
    async def place(self, job_id: str, require_wanted: Callable[[], None]) -> AsyncIterator[None]:
        """Wait in line for one of the places, and hold it. Raises: what ``require_wanted`` raises meanwhile."""
        make_folder(self._folder)
        with contextlib.ExitStack() as held:
            self._waiting.append(job_id)
            try:
                while self._waiting[0] != job_id or not self._takes_place(held):
                    await asyncio.sleep(LOOK_EVERY_S)
                    require_wanted()
            finally:
                self._waiting.remove(job_id)
            yield

    def _takes_place(self, held: contextlib.ExitStack) -> bool:
        for number in range(self._at_once):
            with contextlib.ExitStack() as trial:
                if trial.enter_context(locked(self._folder / str(number))):
                    held.push(trial.pop_all())
                    return True
        return False
