"""The command line of the embedded engine, from the wheel that brings its jars and its Java."""

import importlib.util
import sys
from dataclasses import dataclass
from pathlib import Path

from graph.engine.bolt_probe import LOOPBACK
from graph.errors import EngineError

MAIN = "com.arcadedb.server.ArcadeDBServer"


@dataclass(frozen=True, slots=True)
class Launch:
    """What differs from start to start."""

    root: Path
    database: str
    heap: str
    statement_timeout_s: float
    statements_at_once: int
    bolt_port: int
    http_port: int


def find_wheel() -> Path:
    """Find the engine's wheel with its Java. Raises: EngineError where it has none."""
    spec = importlib.util.find_spec("arcadedb_embedded")
    home = Path(spec.origin).parent if spec and spec.origin else None
    # The lock and the watchdog need POSIX, whatever the wheel has.
    if sys.platform == "win32" or home is None or not java_of(home).exists():
        raise EngineError(
            f"The embedded graph engine has no build for this platform ({sys.platform}). "
            "Set ONEPLUSX_NEO4J_URI to a Neo4j server instead.",
            f"嵌入式图引擎没有适用于本平台（{sys.platform}）的版本。请改用 ONEPLUSX_NEO4J_URI 指定 Neo4j 服务器。",
        )
    return home


def java_of(home: Path) -> Path:
    """Name the Java of a wheel."""
    return home / "jre" / "bin" / "java"


def arguments(home: Path, launch: Launch) -> list[str]:
    """Write Java's arguments. What each setting is for: docs/embedded-engine.md."""
    return [
        f"-Xmx{launch.heap}",
        # Without it a statement that fills the heap leaves an engine that answers nothing for minutes; with it the
        # keeper has a fresh one up in three seconds.
        "-XX:+ExitOnOutOfMemoryError",
        "--add-modules=jdk.incubator.vector",
        "--add-opens=java.base/java.nio=ALL-UNNAMED",
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        str(home / "jars" / "*"),
        *(f"-Darcadedb.{name}={value}" for name, value in _settings(launch).items()),
        MAIN,
    ]


def _settings(launch: Launch) -> dict[str, object]:
    return {
        "server.mode": "production",
        "server.rootPath": launch.root,
        "server.httpIncomingHost": LOOPBACK,
        "server.httpIncomingPort": launch.http_port,
        "bolt.host": LOOPBACK,
        "bolt.port": launch.bolt_port,
        "server.plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
        "server.defaultDatabases": f"{launch.database}[]",
        "txWalFlush": 2,
        "command.timeout": int(launch.statement_timeout_s * 1000),
        # Its own number, twice the cores, is less than one pool of connections: four slow statements would keep
        # everybody else waiting at its gate. How many may be slow is ours to say (graph.connection.admission).
        "queryMaxConcurrent": launch.statements_at_once,
        "opencypher.loadCsv.allowRemoteUrls": "false",
    }
