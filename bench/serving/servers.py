"""Our server, the ceiling and the peer compared: the same engine, the same data, the same questions, in turns."""

import statistics
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench import engines
from bench.compare import check
from bench.engines import Engine
from bench.serving.hammer import Load, hammer, tool
from bench.serving.processes import cpu_s, peak_mb
from bench.sides import SIDES, Side, all_sides
from bench.synthetic import Sizes
from bench.workloads import WORKLOADS, Workload

# The engine is a Java machine: its time for a statement falls until its code is compiled. All of ours send the same
# statement; the peer sends its own. A side is warm when the engine has not become faster by this share for two windows.
WARMED_UNTIL_STEADY = ("ours", "peer")
STEADY, WARM_WINDOW_S, WARM_WINDOWS = 0.05, 3.0, 12
WARM_LEAST_S = 1.0
# Where many ask at once: the cache, and the batching of what is found by key.
CROWD = 16
ALWAYS = ("ours", "ordinary", "ceiling", "peer")
WARM_CONNECTIONS = 4

Figures = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Plan:
    """What to measure, and how long."""

    engine: str
    scale: float
    rounds: int = 5
    seconds: float = 1.0
    connections: tuple[int, ...] = (1, 4, 16)
    workloads: tuple[str, ...] = ("q1", "q2", "q3", "readme", "page", "key")


@dataclass(frozen=True, slots=True)
class Turn:
    """One measurement of one side."""

    load: Load
    cpu_ms: float | None
    engine_cpu_ms: float | None


def measure(plan: Plan) -> Figures:
    """Load the graph, start the sides, warm them, and measure in turns."""
    sizes = Sizes.of(plan.scale)
    with tempfile.TemporaryDirectory() as name, engines.started(plan.engine, Path(name)) as engine:
        graph = engines.loaded(engine, sizes)
        wanted = tuple(SIDES) if CROWD in plan.connections else ALWAYS
        with all_sides(engine, Path(name), wanted) as sides:
            found = {name: _workload(plan, engine, sides, WORKLOADS[name], sizes) for name in plan.workloads}
            memory = {each.name: peak_mb(each.pid) for each in sides}
    return {**graph, "tool": tool(), "rounds": plan.rounds, "memory_mb": memory, **found}


def _workload(plan: Plan, engine: Engine, sides: list[Side], workload: Workload, sizes: Sizes) -> Figures:
    size = check(sides, workload, sizes)
    able = [each for each in sides if each.can(workload)]
    for side in able:
        warm(engine, side, workload, sizes)
    found: Figures = {"bytes": size}
    for connections in plan.connections:
        chosen = [each for each in able if each.name in ALWAYS or connections == CROWD]
        turns: dict[str, list[Turn]] = {each.name: [] for each in chosen}
        for number in range(plan.rounds):
            # Each side goes first as often as it goes last.
            for side in chosen if number % 2 == 0 else reversed(chosen):
                turns[side.name].append(_turn(engine, side, workload, sizes, (connections, plan.seconds)))
        found[f"{connections} connections"] = {name: _median(each) for name, each in turns.items()}
        print(plan.engine, workload.name, connections, found[f"{connections} connections"], flush=True)
    return found


def warm(engine: Engine, side: Side, workload: Workload, sizes: Sizes) -> None:
    """Ask until the engine has compiled what this side sends; a statement that is warm already, for a moment only."""
    if side.name not in WARMED_UNTIL_STEADY:
        _turn(engine, side, workload, sizes, (WARM_CONNECTIONS, WARM_LEAST_S))
        return
    best, since = float("inf"), 0
    for _ in range(WARM_WINDOWS):
        took = _turn(engine, side, workload, sizes, (WARM_CONNECTIONS, WARM_WINDOW_S)).engine_cpu_ms or 0.0
        since = 0 if took < best * (1 - STEADY) else since + 1
        best = min(best, took)
        if since == 2:  # windows without becoming faster
            return


def _turn(engine: Engine, side: Side, workload: Workload, sizes: Sizes, load: tuple[int, float]) -> Turn:
    before, engine_before = cpu_s(side.pid), cpu_s(engine.pid)
    found = hammer(side.url(workload), side.bodies(workload, sizes), *load)
    if found.failed:
        raise RuntimeError(f"{side.name} failed {found.failed} of {found.requests} requests of {workload.name}")
    return Turn(found, _each_ms(before, cpu_s(side.pid), found), _each_ms(engine_before, cpu_s(engine.pid), found))


def _each_ms(before: float | None, after: float | None, load: Load) -> float | None:
    return None if before is None or after is None else (after - before) / load.requests * 1e3


def _median(turns: list[Turn]) -> Figures:
    return {
        "per_s": round(statistics.median(each.load.rate for each in turns), 1),
        "p50_ms": round(statistics.median(each.load.p50_ms for each in turns), 2),
        "p99_ms": round(statistics.median(each.load.p99_ms for each in turns), 2),
        "cpu_ms": _known(each.cpu_ms for each in turns),
        "engine_cpu_ms": _known(each.engine_cpu_ms for each in turns),
    }


def _known(values: Iterable[float | None]) -> float | None:
    known = [each for each in values if each is not None]
    return round(statistics.median(known), 2) if known else None
