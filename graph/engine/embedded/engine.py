"""The embedded graph engine: a Bolt server from a Python wheel, as a well-behaved child of ours.

The first process that opens a folder owns the engine in it: it starts it, keeps it alive, and stops it. A process that
opens the same folder meanwhile shares the engine and never stops it. docs/embedded-engine.md tells the rest.
"""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from graph.connection.address import GraphAddress
from graph.engine import java
from graph.engine.bolt_probe import LOOPBACK, answers, free_ports
from graph.engine.embedded.child import Child, wait_until
from graph.engine.embedded.data_folder import USER, Place
from graph.engine.embedded.embedded_control import Control
from graph.errors import EngineError

DATABASE = "neo4j"
# Another process may take a port between our choice and the start of the engine.
PORT_TRIES = 3
PORT_TAKEN = "Unable to listen for BOLT"


@dataclass(frozen=True, slots=True)
class EngineOptions:
    """Where the engine lives and what it may use. ``heap`` is Java's, such as ``1g``.

    ``statements_at_once``: more wait until one of them has ended.
    """

    directory: Path
    heap: str = "1g"
    statement_timeout_s: float = 30.0
    statements_at_once: int = 64
    start_timeout_s: float = 60.0


class EmbeddedEngine:
    """A running engine, owned or shared. Make one with ``open``."""

    def __init__(
        self, address: GraphAddress, place: Place, child: Child | None = None, control: Control | None = None
    ) -> None:
        self.address = address
        self._place = place
        self._child = child
        self._control = control
        # A process forked from the owner has this object too, and must not stop what it does not own.
        self._owner = os.getpid()

    @classmethod
    def open(cls, options: EngineOptions) -> Self:
        """Start the engine in this folder, or share the one that runs there.

        Raises: EngineError when it can be neither started nor shared; the message tells why.
        """
        place = Place(options.directory.absolute())
        found: list[Self] = []

        def opened() -> bool:
            if place.owner.take():
                found.append(cls._own(options, place))
            elif (address := place.shared_address()) and answers(address):
                found.append(cls(address, place))
            return bool(found)

        with place.refusals():
            place.make()
            if not wait_until(opened, within_s=options.start_timeout_s, every_s=0.2):
                raise _in_use(place)
        return found[0]

    @classmethod
    def _own(cls, options: EngineOptions, place: Place) -> Self:
        try:
            place.untell()
            if wait_until(place.running.take, within_s=options.start_timeout_s):
                place.new_log()
                return cls._start(options, place)
        except BaseException:
            _let_go(place)
            raise
        _let_go(place)
        raise _in_use(place)

    @classmethod
    def _start(cls, options: EngineOptions, place: Place) -> Self:
        for _ in range(PORT_TRIES):
            address, control, command = _prepare(options, place)
            child = Child(command, place.log, place.root, inherited=(place.running.handle,))
            try:
                ready = _comes_up(child, address, options.start_timeout_s)
                if ready:
                    # The limit of the run before is kept with the data, and goes before that of the command line.
                    control.limit_statements(options.statement_timeout_s)
                    place.tell(address)
                    child.keep()
                    return cls(address, place, child, control)
            except BaseException:
                child.stop()
                raise
            # Read before the stop, which would add its own lines.
            tail = place.log_tail()
            child.stop()
            if PORT_TAKEN not in tail:
                break
        raise _not_started(place, tail)

    @property
    def is_owner(self) -> bool:
        """Whether this process started the engine, and will stop it."""
        return self._child is not None and self._owner == os.getpid()

    @property
    def pid(self) -> int | None:
        """The engine's process id; None when it is shared. A restart changes it."""
        return self._child.pid if self._child else None

    @property
    def failure(self) -> EngineError | None:
        """Why the engine stays down; None as long as it runs or is being restarted. Only its owner knows."""
        if self._child is None or self._child.given_up is None:
            return None
        return _stays_down(self._place, self._child.given_up)

    def limit_statements(self, seconds: float) -> None:
        """Give statements this time from now on; only the owner's word counts. Raises: EngineError."""
        if self._control is not None and self.is_owner:
            self._control.limit_statements(seconds)

    def alive(self) -> bool:
        """Whether the engine runs. Just after a crash it may run before it answers."""
        return self._child.alive() if self._child else answers(self.address)

    def close(self) -> None:
        """Stop the engine if it is ours; twice does no harm."""
        if self._child is None or not self.is_owner:
            return
        # First, so that nobody joins an engine that is about to stop.
        self._place.untell()
        self._child.stop()
        self._child = None
        _let_go(self._place)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _prepare(options: EngineOptions, place: Place) -> tuple[GraphAddress, Control, list[str]]:
    """Choose ports; give the address, the control and the command of an engine there."""
    home = java.find_wheel()
    bolt, http = free_ports(2)
    password = place.password()
    launch = java.Launch(
        root=place.root,
        password=password,
        database=DATABASE,
        heap=options.heap,
        statement_timeout_s=options.statement_timeout_s,
        statements_at_once=options.statements_at_once,
        bolt_port=bolt,
        http_port=http,
    )
    file = place.keep_arguments(java.arguments(home, launch))
    address = GraphAddress(f"bolt://{LOOPBACK}:{bolt}", USER, password, DATABASE)
    return address, Control(http, USER, password, DATABASE), [str(java.java_of(home)), f"@{file}"]


def _comes_up(child: Child, address: GraphAddress, within_s: float) -> bool:
    """Start the engine and wait until it answers; False when it ends or time runs out."""
    child.start()
    ready = False

    def settled() -> bool:
        nonlocal ready
        ready = child.alive() and answers(address)
        return ready or not child.alive()

    wait_until(settled, within_s=within_s)
    return ready


def _let_go(place: Place) -> None:
    place.running.let_go()
    place.owner.let_go()


def _in_use(place: Place) -> EngineError:
    return EngineError(
        f"The folder {place.root} is in use by another process, whose engine does not answer. "
        "Stop that process, or choose another folder with ONEPLUSX_DATA_DIR.",
        f"目录 {place.root} 正被另一进程使用，其引擎没有响应。请停止该进程，或用 ONEPLUSX_DATA_DIR 另选。",
    )


def _not_started(place: Place, tail: str) -> EngineError:
    return EngineError(
        f"The embedded graph engine did not start. The end of {place.log}:\n{tail}",
        f"嵌入式图引擎未能启动。{place.log} 末尾：\n{tail}",
    )


def _stays_down(place: Place, crashes: int) -> EngineError:
    tail = place.log_tail()
    return EngineError(
        f"The embedded graph engine ended {crashes} times in a row and stays down. The end of {place.log}:\n{tail}",
        f"嵌入式图引擎连续 {crashes} 次异常退出，已停止重启。{place.log} 末尾：\n{tail}",
    )
