"""The engine as its owner has it: a child process that is started, kept alive, watched and stopped."""

from dataclasses import dataclass
from pathlib import Path

from graph.connection.address import GraphAddress
from graph.engine import java
from graph.engine.bolt_probe import LOOPBACK, answers, are_free, free_ports
from graph.engine.embedded import disk_room
from graph.engine.embedded.child import Child, wait_until
from graph.engine.embedded.data_folder import DataFolder
from graph.engine.embedded.embedded_control import Control
from graph.engine.embedded.hang_watch import HangWatch
from graph.errors import EngineError

DATABASE = "neo4j"
# Another process may take a port between our choice and the start of the engine.
PORT_TRIES = 3
PORT_TAKEN = "Unable to listen for BOLT"


@dataclass(frozen=True, slots=True)
class EngineOptions:
    """Where the engine lives and what it may use. ``heap`` is Java's, such as ``1g``.

    ``statements_at_once``: more wait until one of them has ended. ``hangs_after_s``: an engine that answers nothing for
    this long is started again. ``takes_over``: go on with the engine when the process that shares it with us has gone.
    ``may_begin``: make a graph where there is none yet.
    """

    directory: Path
    heap: str = "1g"
    statement_timeout_s: float = 30.0
    statements_at_once: int = 64
    start_timeout_s: float = 60.0
    hangs_after_s: float = 60.0
    takes_over: bool = True
    may_begin: bool = True


@dataclass(frozen=True, slots=True)
class OwnedEngine:
    """A running engine of ours."""

    address: GraphAddress
    child: Child
    control: Control
    watch: HangWatch

    def stop(self) -> None:
        """Stop the engine and wait for its end."""
        self.watch.stop()
        self.child.stop()


def own(options: EngineOptions, place: DataFolder) -> OwnedEngine:
    """Start the engine in a folder whose lock ``owner`` we hold; on failure all locks are let go.

    Raises: EngineError.
    """
    try:
        place.withdraw_address()
        if wait_until(place.running.take, within_s=options.start_timeout_s):
            place.new_log()
            return _start(options, place)
    except BaseException:
        let_go(place)
        raise
    let_go(place)
    raise in_use(place)


def let_go(place: DataFolder) -> None:
    """Let others have the folder."""
    place.running.let_go()
    place.owner.let_go()


def _start(options: EngineOptions, place: DataFolder) -> OwnedEngine:
    account = place.account()
    # Where it listened before: those that shared the engine then find it again.
    ports = list(account.ports) if account.ports and are_free(account.ports) else free_ports(2)
    for _ in range(PORT_TRIES):
        address = place.address_at(f"bolt://{LOOPBACK}:{ports[0]}", account)
        control = Control(ports[1], address)
        child = Child(_command(options, place, ports), place.log, place.root, inherited=(place.running.handle,))
        try:
            if _comes_up(child, address, place, options.start_timeout_s):
                # The limit of the run before is kept with the data, and goes before that of the command line.
                control.limit_statements(options.statement_timeout_s)
                place.keep_account(account, tuple(ports))
                place.publish_address(address)
                child.keep()
                watch = HangWatch(child, address, options.hangs_after_s, options.start_timeout_s)
                return OwnedEngine(address, child, control, watch)
        except BaseException:
            child.stop()
            raise
        # Read before the stop, which would add its own lines.
        tail = place.log_tail()
        child.stop()
        if PORT_TAKEN not in tail:
            break
        place.new_log()
        ports = free_ports(2)
    raise disk_room.left_in_log(place.root, place.log) or _not_started(place, tail)


def _command(options: EngineOptions, place: DataFolder, ports: list[int]) -> list[str]:
    home = java.find_wheel()
    launch = java.Launch(
        place.root,
        DATABASE,
        options.heap,
        options.statement_timeout_s,
        options.statements_at_once,
        bolt_port=ports[0],
        http_port=ports[1],
    )
    return [str(java.java_of(home)), f"@{place.keep_arguments(java.arguments(home, launch))}"]


def _comes_up(child: Child, address: GraphAddress, place: DataFolder, within_s: float) -> bool:
    """Start the engine and wait until it answers; False when it ends, has not got its port, or time runs out."""
    child.start()
    ready = False

    def settled() -> bool:
        nonlocal ready
        ready = child.alive() and answers(address)
        # Without its port the engine stays, and never answers.
        return ready or not child.alive() or PORT_TAKEN in place.log_tail()

    wait_until(settled, within_s=within_s)
    return ready


def in_use(place: DataFolder) -> EngineError:
    """Make the error of a folder whose owner has no engine that answers."""
    return EngineError(
        f"The folder {place.root} is in use by another process, whose engine does not answer. "
        "Stop that process, or choose another folder with ONEPLUSX_DATA_DIR.",
        f"目录 {place.root} 正被另一进程使用，其引擎没有响应。请停止该进程，或用 ONEPLUSX_DATA_DIR 另选。",
    )


def _not_started(place: DataFolder, tail: str) -> EngineError:
    return EngineError(
        f"The embedded graph engine did not start. The end of {place.log}:\n{tail}",
        f"嵌入式图引擎未能启动。{place.log} 末尾：\n{tail}",
    )
