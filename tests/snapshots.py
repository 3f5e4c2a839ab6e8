"""Loading the national seeds takes as long as hundreds of tests: it is done once, and its data are copied after that.

A snapshot is the folder of a stopped engine, kept under a digest of all that could make it another one: the seeds, the
code that writes them, and the version of the engine. What tests the loading itself does not come here.
"""

import fcntl
import hashlib
import importlib.metadata
import json
import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from graph.connection.address import GraphAddress
from graph.engine.neo4j.jar_lock import FOLDER

ROOT = Path(__file__).resolve().parents[1]
SNAPSHOTS = ROOT / "var" / "test-snapshots"
WRITTEN_BY = ("seeds/**/*.py", "seeds/readings.csv", "seeds/data/**/*", "graph/**/*.py")


def copy_snapshot(
    engine: str,
    start: Callable[[Path], AbstractContextManager[GraphAddress]],
    load: Callable[[GraphAddress], None],
    into: Path,
) -> None:
    """Fill a new folder with the data of an engine that has loaded the seeds, and load them first where need be."""
    SNAPSHOTS.mkdir(parents=True, exist_ok=True)
    kept = SNAPSHOTS / f"{engine}@{_digest(engine)}"
    # Two runs of the suite may want the same one; the second waits for the first.
    with (SNAPSHOTS / f"{engine}.lock").open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        if not kept.exists():
            _make(engine, start, load, kept)
        shutil.copytree(kept, into)
    _forget_ports(into / "account.json")


def _forget_ports(account: Path) -> None:
    """Let a copy take ports of its own: two that start in the same moment would take one, and ask the same engine."""
    if account.exists():
        account.write_text(json.dumps(json.loads(account.read_text()) | {"ports": []}))


def _make(
    engine: str,
    start: Callable[[Path], AbstractContextManager[GraphAddress]],
    load: Callable[[GraphAddress], None],
    kept: Path,
) -> None:
    for older in SNAPSHOTS.glob(f"{engine}@*"):
        shutil.rmtree(older)
    unfinished = SNAPSHOTS / f"{engine}@unfinished"
    with start(unfinished) as address:
        load(address)
    unfinished.rename(kept)


def _digest(engine: str) -> str:
    digest = hashlib.sha256(importlib.metadata.version("arcadedb-embedded").encode())
    for path in sorted(path for pattern in WRITTEN_BY for path in ROOT.glob(pattern) if path.is_file()):
        digest.update(f"{path.relative_to(ROOT)}\0".encode() + path.read_bytes() + b"\0")
    if engine != "embedded":
        for lock in sorted(FOLDER.glob("*.lock")):
            digest.update(lock.read_bytes())
    return digest.hexdigest()[:16]
