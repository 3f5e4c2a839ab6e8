"""The process that reads the document of a job, from the side of the server: forked from one that has all imported.

That one starts with the first job of this process, and again where it has ended: see ``forking_process``.
"""

import asyncio
import atexit
import contextlib
import os
import signal
import socket
import subprocess
import sys
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from threading import Lock, Thread
from typing import Self

import orjson

MODULE = "interchange.document_jobs.forking_process"
# An editor who brings several documents in waits for the imports once; 46 MB are not kept for good.
IDLE_S = 300.0
# To import all and to fork takes a second, on a busy machine some.
ENDS_WITHIN_S = 10.0
_ROOT = Path(__file__).resolve().parents[2]


class ForkingProcess:
    """The process from which readers are forked; it has no state but what it has imported."""

    def __init__(self, idle_s: float = IDLE_S) -> None:
        self._idle_s = idle_s
        self._lock = Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._asking: socket.socket | None = None

    def fork(self, job: bytes, ends: Sequence[int]) -> None:
        """Let a reader begin on a job, with these ends of pipes."""
        with self._lock:
            try:
                if self._asking is None:
                    raise BrokenPipeError
                socket.send_fds(self._asking, [job], ends)
            except OSError:  # it has ended, or never began
                socket.send_fds(self._started(), [job], ends)

    @property
    def process_id(self) -> int | None:
        """The process, while there is one."""
        return self._process.pid if self._process else None

    def stop(self) -> None:
        """End it; what was forked from it goes on, and what waits to be forked does not begin."""
        with self._lock:
            self._stop()

    def _stop(self) -> None:
        if self._asking:
            self._asking.close()
            self._asking = None
        if self._process:
            self._process.kill()
            self._process.wait()
            self._process = None

    def _started(self) -> socket.socket:
        self._stop()
        self._asking, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603  # our own module
                [sys.executable, "-m", MODULE, str(self._idle_s)],
                stdin=theirs.fileno(),
                stdout=subprocess.DEVNULL,
                cwd=_ROOT,
                # Not a session: a heavy document would get a share of its own of the processors (autogroup).
                process_group=0,
            )
        # Else it stays in the list of processes when it has ended.
        Thread(target=self._process.wait, daemon=True).start()
        return self._asking


FORKING = ForkingProcess()
atexit.register(FORKING.stop)


class NotBegunError(Exception):
    """The process from which a reader would have been forked ended before it."""


class ForkedReader:
    """One reader: what it says, and how it ended."""

    def __init__(self, forking: ForkingProcess, standard_input: int, said: Sequence["_Heard"]) -> None:
        self._forking = forking
        self._input: int | None = standard_input
        self._said = said
        self.answer, self.progress, self._said_end = (each.reader for each in said)
        self._group: int | None = None
        self._end = asyncio.create_task(self._heard_end())

    @classmethod
    async def begin(cls, purpose: str, folder: Path, seeds: Sequence[Path], forking: ForkingProcess) -> Self:
        """Let a reader begin on the document of a folder."""
        job = orjson.dumps([purpose, *(str(each.absolute()) for each in (folder, *seeds))])
        (theirs, ours), *heard = [os.pipe() for _ in range(4)]
        given = (theirs, *(write for _, write in heard))
        try:
            forking.fork(job, given)
        except BaseException:
            _close(ours, *(read for read, _ in heard))
            raise
        finally:
            _close(*given)
        return cls(forking, ours, [await _Heard.of(read) for read, _ in heard])

    async def status(self) -> int:
        """Wait for its end; give its exit code, that of a kill where no one was left to say it.

        Raises: NotBegunError.
        """
        status = await asyncio.shield(self._end)
        if self._group is None:
            raise NotBegunError
        return status

    async def end(self) -> None:
        """Kill it, with what it started, unless it has ended."""
        self.close_input()
        if self._group is not None and not self._end.done():
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self._group, signal.SIGKILL)
        await asyncio.wait((self._end,), timeout=ENDS_WITHIN_S)
        if not self._end.done():
            # It waits to be forked, from a process that does not answer.
            self._forking.stop()
        await self._end
        for each in self._said:
            each.transport.close()

    def close_input(self) -> None:
        """Let it end by itself, as with the end of the server: it may not have begun yet."""
        if self._input is not None:
            os.close(self._input)
            self._input = None

    async def _heard_end(self) -> int:
        with contextlib.suppress(ValueError):  # an empty line: what would have said it was killed
            self._group = int(await self._said_end.readline())
            return int(await self._said_end.readline())
        return -signal.SIGKILL


def _close(*ends: int) -> None:
    for each in ends:
        os.close(each)


class _Heard:
    """The end of a pipe from which this process reads."""

    def __init__(self, reader: asyncio.StreamReader, transport: asyncio.ReadTransport) -> None:
        self.reader, self.transport = reader, transport

    @classmethod
    async def of(cls, end: int) -> Self:
        reader = asyncio.StreamReader()
        protocol = asyncio.StreamReaderProtocol(reader)
        transport, _ = await asyncio.get_running_loop().connect_read_pipe(lambda: protocol, os.fdopen(end, "rb", 0))
        return cls(reader, transport)


@contextlib.asynccontextmanager
async def forked_reader(
    purpose: str, folder: Path, seeds: Sequence[Path], forking: ForkingProcess = FORKING
) -> AsyncIterator[ForkedReader]:
    """Let a reader read the document of a folder; when the block ends, it has ended too."""
    beginning = asyncio.create_task(ForkedReader.begin(purpose, folder, seeds, forking))
    try:
        yield await asyncio.shield(beginning)
    finally:
        # Also where a job is cancelled as it begins.
        await (await beginning).end()
