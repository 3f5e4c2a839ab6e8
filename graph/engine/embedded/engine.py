"""The embedded graph engine: a Bolt server from a Python wheel, as a well-behaved child of ours.

The first process that opens a folder owns the engine in it: it starts it, keeps it alive, and stops it. A process that
opens the same folder meanwhile shares the engine and never stops it; when the owner goes, one of those that share takes
the engine over, and the others find it where it listens then. docs/embedded-engine.md tells the rest.
"""

import logging
import os
import threading
from dataclasses import replace
from typing import Self

from graph.connection.address import GraphAddress
from graph.engine.bolt_probe import answers
from graph.engine.embedded import disk_room
from graph.engine.embedded.child import wait_until
from graph.engine.embedded.data_folder import DataFolder, has_graph
from graph.engine.embedded.owned import EngineOptions, OwnedEngine, in_use, let_go, own
from graph.errors import EngineError, NoGraphError

__all__ = ["EmbeddedEngine", "EngineOptions"]

# How often one that shares an engine looks whether its owner has gone.
LOOK_EVERY_S = 0.5
# After an engine that could not be taken over.
PAUSE_S = 5.0
log = logging.getLogger("oneplusx.engine")


class EmbeddedEngine:
    """A running engine, owned or shared. Make one with ``open``."""

    def __init__(
        self, options: EngineOptions, place: DataFolder, address: GraphAddress, owned: OwnedEngine | None = None
    ) -> None:
        # Where the engine answers now: it may move when another process takes it over.
        self.address = address
        # After a close: what a full disk kept out of the files.
        self.left_over: EngineError | None = None
        self._options = options
        self._place = place
        self._owned = owned
        # A process forked from the owner has this object too, and must not stop what it does not own.
        self._process = os.getpid()
        self._closing = threading.Event()
        self._sharing = None if owned else self._watch_owner()

    @classmethod
    def open(cls, options: EngineOptions) -> Self:
        """Start the engine in this folder, or share the one that runs there.

        Raises: EngineError when it can be neither started nor shared, and the message says why; NoGraphError.
        """
        place = DataFolder(options.directory.absolute())
        found: list[Self] = []

        def opened() -> bool:
            if place.owner.take():
                owned = own(options, place)
                found.append(cls(options, place, owned.address, owned))
            elif (address := place.shared_address()) and answers(address):
                found.append(cls(options, place, address))
            return bool(found)

        with place.refusals():
            if not (options.may_begin or has_graph(place.root)):
                raise NoGraphError(str(place.root))
            place.make()
            if not wait_until(opened, within_s=options.start_timeout_s, every_s=0.2):
                raise in_use(place)
        return found[0]

    @property
    def is_owner(self) -> bool:
        """Whether this process keeps the engine, and will stop it."""
        return self._owned is not None and self._process == os.getpid()

    @property
    def pid(self) -> int | None:
        """The engine's process id; None when it is shared. A restart changes it."""
        return self._owned.child.pid if self._owned else None

    @property
    def failure(self) -> EngineError | None:
        """Why the engine stays down; None as long as it runs or is being restarted. Only its owner knows."""
        if self._owned is None or self._owned.child.given_up is None:
            return None
        return _stays_down(self._place, self._owned.child.given_up)

    def limit_statements(self, seconds: float) -> None:
        """Give statements this time from now on; only the owner's word counts, or of one who becomes it.

        Raises: EngineError.
        """
        self._options = replace(self._options, statement_timeout_s=seconds)
        if self._owned and self.is_owner:
            self._owned.control.limit_statements(seconds)

    def alive(self) -> bool:
        """Whether the engine runs. Just after a crash it may run before it answers."""
        return self._owned.child.alive() if self._owned else answers(self.address)

    def close(self) -> None:
        """Stop the engine if it is ours; twice does no harm."""
        if self._process != os.getpid():
            return
        self._closing.set()
        if self._sharing:
            self._sharing.join()
        if self._owned:
            # First, so that no one joins an engine that is about to stop.
            self._place.withdraw_address()
            self._owned.stop()
            self._owned = None
            self.left_over = disk_room.left_in_log(self._place.root, self._place.log)
            let_go(self._place)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # ---- when the owner goes

    def _watch_owner(self) -> threading.Thread:
        thread = threading.Thread(target=self._share, name="engine owner watch", daemon=True)
        thread.start()
        return thread

    def _share(self) -> None:
        """Follow the engine wherever its owner has it, until we are the owner or stop."""
        while not self._closing.wait(LOOK_EVERY_S):
            if self._options.takes_over and self._place.owner.take():
                self._take_over()
                if self._owned:
                    return
            address = self._place.shared_address()
            if address and address != self.address:
                log.warning("the graph engine of %s answers at %s now", self._place.root, address.uri)
                self.address = address

    def _take_over(self) -> None:
        log.warning("the process that kept the graph engine of %s has gone: this one takes it over", self._place.root)
        try:
            owned = own(self._options, self._place)
        except (EngineError, OSError) as error:
            log.error("the graph engine of %s cannot be taken over: %s", self._place.root, error)  # noqa: TRY400  # the message says all
            self._closing.wait(PAUSE_S)
            return
        self.address, self._owned = owned.address, owned
        log.warning("the graph engine of %s runs (process %d) at %s", self._place.root, self.pid, self.address.uri)


def _stays_down(place: DataFolder, crashes: int) -> EngineError:
    tail = place.log_tail()
    return disk_room.left_in_log(place.root, place.log) or EngineError(
        f"The embedded graph engine ended {crashes} times in a row and stays down. The end of {place.log}:\n{tail}",
        f"嵌入式图引擎连续 {crashes} 次异常退出，已停止重启。{place.log} 末尾：\n{tail}",
    )
