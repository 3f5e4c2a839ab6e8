"""The embedded graph engine: a Bolt server from a Python wheel, as a well-behaved child of ours.

The first process that opens a folder owns the engine in it: it starts it, keeps it alive, and stops it. A process that
opens the same folder meanwhile shares the engine and never stops it. docs/embedded-engine.md tells the rest.
"""

import fcntl
import importlib.util
import json
import os
import secrets
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Self

from graph.address import GraphAddress
from graph.engine.bolt import LOOPBACK, answers, free_ports
from graph.engine.child import Child, wait_until
from graph.errors import EngineError

LOG_LINES_SHOWN = 15
# Another process may take a port between our choice and the start of the engine.
PORT_TRIES = 3


@dataclass(frozen=True, slots=True)
class EngineOptions:
    """Where the engine lives and what it may use. ``heap`` is Java's, such as ``1g``."""

    directory: Path
    heap: str = "1g"
    statement_timeout_s: float = 30.0
    start_timeout_s: float = 60.0


class EmbeddedEngine:
    """A running engine, owned or shared. Make one with ``open``."""

    def __init__(self, address: GraphAddress, child: Child | None, lock: IO[str] | None) -> None:
        self.address = address
        self._child = child
        self._lock = lock

    @classmethod
    def open(cls, options: EngineOptions) -> Self:
        """Start the engine in this folder, or share the one that runs there.

        Raises: EngineError when it can be neither started nor shared; the message tells why.
        """
        place = _Place(options.directory.absolute())
        place.make()
        found: list[Self] = []

        def opened() -> bool:
            lock = place.try_lock()
            if lock is not None:
                found.append(cls._start(options, place, lock))
                return True
            address = place.shared_address()
            if address is not None and answers(address):
                found.append(cls(address, None, None))
                return True
            return False

        if not wait_until(opened, within_s=options.start_timeout_s, every_s=0.2):
            raise EngineError(
                f"The folder {place.root} is in use by another process, whose engine does not answer. "
                "Stop that process, or choose another folder with ONEPLUSX_DATA_DIR.",
                f"目录 {place.root} 正被另一进程使用，其引擎没有响应。请停止该进程，或用 ONEPLUSX_DATA_DIR 另选。",
            )
        return found[0]

    @classmethod
    def _start(cls, options: EngineOptions, place: "_Place", lock: IO[str]) -> Self:
        try:
            for _ in range(PORT_TRIES):
                bolt, http = free_ports(2)
                address = GraphAddress(f"bolt://{LOOPBACK}:{bolt}", "root", place.password())
                child = Child(_command(options, place, address, (bolt, http)), place.log, place.root)
                if _comes_up(child, address, options):
                    place.tell(address)
                    child.keep()
                    return cls(address, child, lock)
                child.stop()
                if "already in use" not in place.log_tail():
                    break
        except BaseException:
            lock.close()
            raise
        lock.close()
        raise EngineError(
            f"The embedded graph engine did not start. The end of {place.log}:\n{place.log_tail()}",
            f"嵌入式图引擎未能启动。{place.log} 末尾：\n{place.log_tail()}",
        )

    @property
    def is_owner(self) -> bool:
        """Whether this process started the engine, and will stop it."""
        return self._child is not None

    @property
    def pid(self) -> int | None:
        """The engine's process id; None when it is shared."""
        return self._child.pid if self._child else None

    def alive(self) -> bool:
        """Whether the engine runs."""
        return self._child.alive() if self._child else answers(self.address)

    def close(self) -> None:
        """Stop the engine if it is ours; twice does no harm."""
        if self._child is not None:
            self._child.stop()
        if self._lock is not None and not self._lock.closed:
            self._lock.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _comes_up(child: Child, address: GraphAddress, options: EngineOptions) -> bool:
    """Start the engine and wait until it answers; False when it ends or time runs out."""
    child.start()
    wait_until(lambda: not child.alive() or answers(address), within_s=options.start_timeout_s)
    return child.alive() and answers(address)


class _Place:
    """The folder of an engine: its data, log, lock, password, and the address for those who share it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.log = root / "engine.log"
        self._lock = root / "lock"
        self._password = root / "password"
        self._address = root / "address.json"
        self._arguments = root / "java.args"

    def make(self) -> None:
        """Make the folder and see that it can be written."""
        try:
            self.root.mkdir(parents=True, exist_ok=True)
            trial = self.root / f".trial-{os.getpid()}"
            trial.write_text("x" * 4096)
            trial.unlink()
        except OSError as error:
            raise EngineError(
                f"The folder {self.root} cannot be written: {error.strerror}. Choose another with ONEPLUSX_DATA_DIR.",
                f"目录 {self.root} 无法写入：{error.strerror}。请用 ONEPLUSX_DATA_DIR 另选目录。",
            ) from error

    def try_lock(self) -> IO[str] | None:
        """Take the folder for this process; None when another has it. The kernel lets go when the holder dies."""
        handle = self._lock.open("w")
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            handle.close()
            return None
        self._address.unlink(missing_ok=True)
        return handle

    def password(self) -> str:
        """Give the engine's password, made at the first start and kept for this user only."""
        if not self._password.exists():
            self._write_secret(self._password, secrets.token_urlsafe(24))
        return self._password.read_text()

    def tell(self, address: GraphAddress) -> None:
        """Write the address for those who share the engine; whole or not at all."""
        fresh = self._address.with_suffix(".new")
        self._write_secret(fresh, json.dumps({"uri": address.uri}))
        fresh.replace(self._address)

    def keep_arguments(self, arguments: Sequence[str]) -> Path:
        """Write Java's arguments to a file: the password is among them, and anyone may read a command line."""
        quoted = ('"' + each.replace("\\", "\\\\").replace('"', '\\"') + '"' for each in arguments)
        self._write_secret(self._arguments, "\n".join(quoted))
        return self._arguments

    def shared_address(self) -> GraphAddress | None:
        """Give the address of the engine that another process owns, if it is ready."""
        try:
            uri = json.loads(self._address.read_text())["uri"]
            return GraphAddress(uri, "root", self._password.read_text())
        except (OSError, ValueError):
            return None

    def log_tail(self) -> str:
        """Give the last lines of the engine's log."""
        try:
            lines = self.log.read_text(errors="replace").splitlines()
        except OSError:
            return ""
        return "\n".join(lines[-LOG_LINES_SHOWN:])

    @staticmethod
    def _write_secret(path: Path, text: str) -> None:
        path.touch(mode=0o600)
        path.write_text(text)


def _wheel() -> Path:
    """Find the engine's wheel with its Java."""
    spec = importlib.util.find_spec("arcadedb_embedded")
    home = Path(spec.origin).parent if spec and spec.origin else None
    if home is None or not (home / "jre" / "bin" / "java").exists():
        raise EngineError(
            f"The embedded graph engine has no build for this platform ({sys.platform}). "
            "Set ONEPLUSX_NEO4J_URI to a Neo4j server instead.",
            f"嵌入式图引擎没有适用于本平台（{sys.platform}）的版本。请改用 ONEPLUSX_NEO4J_URI 指定 Neo4j 服务器。",
        )
    return home


def _command(options: EngineOptions, place: _Place, address: GraphAddress, ports: tuple[int, int]) -> list[str]:
    """Write the engine's command line. What each setting is for: docs/embedded-engine.md."""
    home = _wheel()
    bolt, http = ports
    settings = {
        "server.mode": "production",
        "server.rootPath": place.root,
        "server.rootPassword": address.password,
        "server.httpIncomingHost": LOOPBACK,
        "server.httpIncomingPort": http,
        "bolt.host": LOOPBACK,
        "bolt.port": bolt,
        "server.plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
        "server.defaultDatabases": f"{address.database}[root]",
        "txWalFlush": 2,
        "command.timeout": int(options.statement_timeout_s * 1000),
        "opencypher.loadCsv.allowRemoteUrls": "false",
    }
    arguments = [
        f"-Xmx{options.heap}",
        "--add-modules=jdk.incubator.vector",
        "--add-opens=java.base/java.nio=ALL-UNNAMED",
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        str(home / "jars" / "*"),
        *(f"-Darcadedb.{name}={value}" for name, value in settings.items()),
        "com.arcadedb.server.ArcadeDBServer",
    ]
    return [str(home / "jre" / "bin" / "java"), f"@{place.keep_arguments(arguments)}"]
