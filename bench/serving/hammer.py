"""Load on a server: as many requests as it answers, on some connections, from a process of its own.

``wrk`` where it is installed; otherwise ``bench.serving.client``, which takes more of the machine for itself.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LUA = Path(__file__).parent / "hammer.lua"
GRACE_S = 60


@dataclass(frozen=True, slots=True)
class Load:
    """What came back: the rate, and latencies in milliseconds. ``failed`` counts answers other than 200."""

    requests: int
    seconds: float
    p50_ms: float
    p95_ms: float
    p99_ms: float
    failed: int

    @property
    def rate(self) -> float:
        """Give the requests answered in a second."""
        return self.requests / self.seconds


def tool() -> str:
    """Name the load generator."""
    return "wrk" if shutil.which("wrk") else "bench.serving.client"


def hammer(url: str, bodies: Sequence[bytes], connections: int, seconds: float, pause_ms: int = 0) -> Load:
    """Post the bodies in turn for some seconds; before each a pause, so long on average."""
    with tempfile.NamedTemporaryFile(suffix=".jsonl") as file:
        file.write(b"\n".join(bodies) + b"\n")
        file.flush()
        said = subprocess.run(
            _command(url, file.name, connections, seconds, pause_ms),
            cwd=ROOT,
            env={**os.environ, "BENCH_BODIES": file.name, "BENCH_PAUSE_MS": str(pause_ms)},
            capture_output=True,
            text=True,
            check=True,
            timeout=seconds + GRACE_S,
        ).stdout
    told = next(line for line in said.splitlines() if line.startswith("BENCH "))
    return Load(**json.loads(told.removeprefix("BENCH ")))


def _command(url: str, bodies: str, connections: int, seconds: float, pause_ms: int) -> list[str]:
    if tool() == "wrk":
        return ["wrk", "-t1", f"-c{connections}", f"-d{seconds:.0f}s", "--timeout", "30s", "-s", str(LUA), url]
    return [sys.executable, "-m", "bench.serving.client", url, bodies, str(connections), str(seconds), str(pause_ms)]
