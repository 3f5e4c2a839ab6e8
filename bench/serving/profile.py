"""Where our processor time for a request goes, by py-spy while requests come in."""

import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from bench import engines
from bench.serving.hammer import hammer
from bench.sides import SIDES, Side
from bench.synthetic import Sizes
from bench.workloads import Q1, Q2, Q3, Workload

SCALE, CONNECTIONS, WARM_S, SECONDS, SAMPLES_PER_S = 0.2, 4, 5.0, 8.0, 200
PY_SPY = Path(sys.executable).with_name("py-spy")

Figures = dict[str, Any]

# What a stack belongs to: the first of these of which a frame tells. Frames are written `function (path:line)`.
PARTS = (
    ("shaping and checking", ("(<string>",)),
    ("the driver, unpacking", ("packstream",)),
    ("the driver, all else", ("neo4j/",)),
    ("writing JSON", ("json_reply", "make_reply")),
    ("sending", ("Reply.send",)),
    ("the rest of ours", ("server/graphql_http", "server/incoming", "resolvers/", "graph/")),
    ("uvicorn", ("uvicorn/protocols", "server/app")),
)
LOOP = "the event loop (uvloop) with its sockets"


def profile() -> Figures:
    """Shares of our processor time by what it is spent on, uncached, 4 connections, in per cent of py-spy's samples."""
    return {name: _on(name) for name in engines.ENGINES}


def _on(name: str) -> Figures:
    sizes = Sizes.of(SCALE)
    with tempfile.TemporaryDirectory() as folder, engines.started(name, Path(folder)) as engine:
        engines.loaded(engine, sizes)
        with SIDES["ours"](engine, Path(folder)) as side:
            return {each.name: _of(side, each, sizes, Path(folder) / "stacks") for each in (Q1, Q2, Q3)}


def _of(side: Side, workload: Workload, sizes: Sizes, found: Path) -> Figures:
    url, bodies = side.url(workload), side.bodies(workload, sizes)
    hammer(url, bodies, CONNECTIONS, WARM_S)
    watch = ["record", "-r", str(SAMPLES_PER_S), "-d", f"{SECONDS:.0f}", "-f", "raw", "-o", str(found)]
    with subprocess.Popen([str(PY_SPY), *watch, "-p", str(side.pid)], stdout=subprocess.DEVNULL) as watching:
        hammer(url, bodies, CONNECTIONS, SECONDS + 1)
        if watching.wait(60):
            raise RuntimeError("py-spy may not look into another process here: see kernel.yama.ptrace_scope")
    return _shares(found.read_text(encoding="utf-8").splitlines())


def _shares(lines: Sequence[str]) -> Figures:
    counts: Counter[str] = Counter()
    for stack, count in _stacks(lines):
        counts[_part_of(stack)] += count
    return {name: round(100 * count / counts.total()) for name, count in counts.most_common()}


def _stacks(lines: Sequence[str]) -> Iterator[tuple[str, int]]:
    """Read py-spy's lines: frames from the outermost on, and how often they were seen."""
    for line in lines:
        stack, _, count = line.rpartition(" ")
        yield stack, int(count)


def _part_of(stack: str) -> str:
    return next((name for name, marks in PARTS if any(each in stack for each in marks)), LOOP)
