"""Whether batching is fair: cheap and dear questions at once, on our server with batching and without."""

import statistics
import tempfile
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from bench import engines
from bench.hammer import Load, hammer
from bench.servers import warm
from bench.sides import Side, all_sides
from bench.synthetic import Sizes
from bench.workloads import KEY, PAGE, Q3, Workload

SCALE, ROUNDS, SECONDS = 0.2, 7, 4.0
# The first is cheap and leaves in batches; the others do not.
CONNECTIONS: Mapping[str, tuple[Workload, int]] = {"key": (KEY, 8), "page": (PAGE, 4), "q3": (Q3, 4)}

Figures = dict[str, Any]


def mixed() -> Figures:
    """Three questions at once (look-up by key, 8 connections; page of 20, 4; q3, 4), uncached, with batching and without; medians of 7 rounds of 4 s in turns."""
    return {name: _on(name) for name in engines.ENGINES}


def _on(name: str) -> Figures:
    sizes = Sizes.of(SCALE)
    with tempfile.TemporaryDirectory() as folder, engines.started(name, Path(folder)) as engine:
        engines.loaded(engine, sizes)
        with all_sides(engine, Path(folder), ("ours", "unbatched")) as sides:
            for side in sides:
                for workload, _ in CONNECTIONS.values():
                    warm(engine, side, workload, sizes)
            rounds = [_round(sides if number % 2 else sides[::-1], sizes) for number in range(ROUNDS)]
    return {
        workload: {
            ("batched" if side == "ours" else side): _figures([each[side][workload] for each in rounds])
            for side in ("ours", "unbatched")
        }
        for workload in CONNECTIONS
    }


def _round(sides: list[Side], sizes: Sizes) -> dict[str, dict[str, Load]]:
    return {side.name: _at_once(side, sizes) for side in sides}


def _at_once(side: Side, sizes: Sizes) -> dict[str, Load]:
    with ThreadPoolExecutor(len(CONNECTIONS)) as pool:
        running = {
            name: pool.submit(hammer, side.url(each), side.bodies(each, sizes), count, SECONDS)
            for name, (each, count) in CONNECTIONS.items()
        }
        return {name: each.result() for name, each in running.items()}


def _figures(loads: list[Load]) -> Figures:
    return {
        "per_s": round(statistics.median(each.rate for each in loads)),
        "p50_ms": round(statistics.median(each.p50_ms for each in loads), 2),
        "p99_ms": round(statistics.median(each.p99_ms for each in loads), 2),
    }
