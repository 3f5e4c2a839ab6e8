"""Work in an event loop of its own, in a thread: what takes a second of the interpreter leaves others their loop."""

import asyncio
import contextlib
import gc
import threading
from collections.abc import Callable, Coroutine, Iterator
from functools import partial
from typing import Any, TypeVar

from graph.connection.database import Database
from graph.connection.directory_keeper import ReadWhole, read_directory
from graph.query.directory import Directory

T = TypeVar("T")


def reading_apart(database: Database) -> ReadWhole:
    """Give what reads the whole directory in a loop of its own, over connections of its own, where the graph is now."""

    async def read() -> Directory:
        async with Database.open(database.address, database.limits) as own:
            with collector_paused():
                return await read_directory(own)

    return lambda: apart(read)


@contextlib.contextmanager
def collector_paused() -> Iterator[None]:
    """Keep the collector from looking through what is being made, which stays: it stops all threads while it looks."""
    gc.disable()
    try:
        yield
    finally:
        # What is there now is not looked through again: schema, model, directory.
        gc.freeze()
        gc.enable()


async def apart(work: Callable[[], Coroutine[Any, Any, T]]) -> T:
    """Run work in a loop of its own. Raises: what it raises. Who gives up waiting cancels it."""
    outer = asyncio.get_running_loop()
    done: asyncio.Future[T] = outer.create_future()
    cancels: list[Callable[[], object]] = []

    async def main() -> T:
        loop, task = asyncio.get_running_loop(), asyncio.current_task()
        assert task is not None
        cancels.append(lambda: loop.call_soon_threadsafe(task.cancel))
        return await work()

    def run() -> None:
        try:
            found = asyncio.run(main())
        except BaseException as error:  # noqa: BLE001  # whatever it is, it is raised where the work is waited for
            _tell(outer, done, partial(done.set_exception, error))
        else:
            _tell(outer, done, partial(done.set_result, found))

    threading.Thread(target=run, name="reading", daemon=True).start()
    try:
        return await done
    finally:
        with contextlib.suppress(RuntimeError):  # its loop is closed: it has ended
            for cancel in cancels:
                cancel()


def _tell(outer: asyncio.AbstractEventLoop, done: asyncio.Future[T], how: Callable[[], None]) -> None:
    with contextlib.suppress(RuntimeError):  # the loop that waited is closed
        outer.call_soon_threadsafe(lambda: None if done.done() else how())
