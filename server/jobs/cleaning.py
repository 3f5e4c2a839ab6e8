"""What keeps the folders of jobs clean while a process serves."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from starlette.concurrency import run_in_threadpool

log = logging.getLogger("oneplusx")

CLEAN_EVERY_S = 600.0


@asynccontextmanager
async def kept_clean(what: str, *clean: Callable[[], object]) -> AsyncIterator[None]:
    """Remove what is too old as long as the block lasts; ``what`` names it in the log."""
    task = asyncio.create_task(_clean_again_and_again(what, *clean), name=f"clean {what}")
    try:
        yield
    finally:
        task.cancel()


async def _clean_again_and_again(what: str, *clean: Callable[[], object]) -> None:
    while True:
        try:
            for each in clean:
                await run_in_threadpool(each)
        except OSError:
            log.exception("%s cannot be removed", what)
        await asyncio.sleep(CLEAN_EVERY_S)
