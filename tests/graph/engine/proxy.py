"""A way to the server on which faults can be made: it swallows everything, or dies or falls silent at a commit."""

import asyncio
import contextlib
from dataclasses import replace
from typing import Literal

from graph.connection.address import GraphAddress

# The Bolt message COMMIT in its frame: two bytes of length, a structure without fields, the end.
COMMIT = bytes.fromhex("0002b0120000")


class Proxy:
    """A way to the server.

    ``flowing``: cleared, nothing passes. ``dies_after_commit``: afterwards no one is let in. ``at_commit``: a commit
    is made and its answer does not come back: the way falls silent, or the connection is cut.
    """

    def __init__(self, port: int) -> None:
        self._port = port
        self.flowing = asyncio.Event()
        self.flowing.set()
        self.dies_after_commit = False
        self.at_commit: Literal["silent", "cut"] | None = None
        self._is_committing = False
        self._dead = False
        self._ways: set[asyncio.Task[None]] = set()

    async def end(self) -> None:
        """End each way that is still there: what the loop of a test leaves warns in whatever test comes later."""
        ways = tuple(self._ways)
        for each in ways:
            each.cancel()
        await asyncio.gather(*ways, return_exceptions=True)
        # What was closed last is gone in the next turn of the loop.
        await asyncio.sleep(0)

    async def serve(self, reader, writer) -> None:
        """Serve one connection until either end closes it."""
        way = asyncio.current_task()
        assert way
        self._ways.add(way)
        way.add_done_callback(self._ways.discard)
        await self._lead(reader, writer)

    async def _lead(self, reader, writer) -> None:
        # A writer that is left open warns when it is collected, in whatever test that is.
        with contextlib.closing(writer), contextlib.suppress(OSError):
            if not self._dead:
                onward_reader, onward_writer = await asyncio.open_connection("127.0.0.1", self._port)
                with contextlib.closing(onward_writer):
                    await asyncio.gather(self._there(reader, onward_writer), self._back(onward_reader, writer))

    async def _there(self, reader, writer) -> None:
        with contextlib.suppress(OSError):
            while (part := await reader.read(65536)) and not self._dead:
                await self.flowing.wait()
                writer.write(part)
                self._dead = self.dies_after_commit and COMMIT in part
                self._is_committing = self.at_commit is not None and COMMIT in part
        writer.close()

    async def _back(self, reader, writer) -> None:
        with contextlib.suppress(OSError):
            while part := await reader.read(65536):
                if self._is_committing and self.at_commit == "cut":
                    break
                if self._is_committing:
                    self.flowing.clear()
                await self.flowing.wait()
                writer.write(part)
        writer.close()


@contextlib.asynccontextmanager
async def proxied(address: GraphAddress):
    proxy = Proxy(int(address.uri.rsplit(":", 1)[1]))
    async with await asyncio.start_server(proxy.serve, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        yield proxy, replace(address, uri=f"bolt://127.0.0.1:{port}")
        proxy.flowing.set()
        server.close()
        await proxy.end()
