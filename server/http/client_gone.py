"""Work for a client ends when the client goes."""

import asyncio
from types import TracebackType
from typing import Self

from starlette.requests import ClientDisconnect
from starlette.types import Receive

# Who waits for less is answered before it would pay to listen: a kept answer, and a quick statement, cost a timer only.
LISTEN_AFTER_S = 0.05


class WhileConnected:
    """Cancels what is awaited within it when the client goes; ClientDisconnect is raised in its place.

    The body of the request has been read before: the next that is received is that the client has gone.
    """

    __slots__ = ("_has_gone", "_listener", "_receive", "_timer", "_work")

    def __init__(self, receive: Receive) -> None:
        self._receive = receive
        self._listener: asyncio.Task[None] | None = None
        self._has_gone = False

    def __enter__(self) -> Self:
        self._work = asyncio.current_task()
        self._timer = asyncio.get_running_loop().call_later(LISTEN_AFTER_S, self._start)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self.stop()
        if self._has_gone and self._work and not self._work.uncancel() and kind is asyncio.CancelledError:
            raise ClientDisconnect from error

    def stop(self) -> None:
        """Let what is awaited from now on end, whether or not the client is there."""
        self._timer.cancel()
        # The error of its end refers to this object: if this kept it, both would wait for the collector.
        listener, self._listener = self._listener, None
        if listener:
            listener.cancel()

    async def look(self) -> None:
        """Look at once, before work is begun that takes long: where the client has gone it is not begun."""
        self._timer.cancel()
        if self._listener is None:
            self._start()
            # The listener's turn, and that of its cancellation.
            await asyncio.sleep(0)
            await asyncio.sleep(0)

    def _start(self) -> None:
        self._listener = asyncio.get_running_loop().create_task(self._listen(), name="client gone")

    async def _listen(self) -> None:
        while (await self._receive())["type"] != "http.disconnect":
            pass  # the body of a GET, which is empty and was not read
        self._has_gone = True
        if self._work:
            self._work.cancel()
