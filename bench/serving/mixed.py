"""Whether batching is fair: cheap and expensive questions at once, on our server with batching and without."""

import statistics
import tempfile
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench import engines
from bench.serving.hammer import Load, hammer
from bench.serving.servers import warm
from bench.sides import Side, all_sides
from bench.synthetic import Sizes
from bench.workloads import CERTIFICATE, KEY, PAGE, Q3, Workload

# Many short rounds: on a noisy machine the sides must stand close to each other in time.
SCALE, ROUNDS, SECONDS = 0.2, 21, 1.0
SIDES = ("ours", "unbatched")


@dataclass(frozen=True, slots=True)
class Mix:
    """Questions asked at once, each on this many connections; ``pause_ms`` before each request, on average."""

    connections: Mapping[Workload, int]
    pause_ms: int = 0


CHEAP_AND_EXPENSIVE = {KEY: 8, PAGE: 4, Q3: 4}
MIXES: Mapping[str, Mix] = {
    "cheap and expensive": Mix(CHEAP_AND_EXPENSIVE),
    "cheap and expensive, with pauses": Mix(CHEAP_AND_EXPENSIVE, pause_ms=8),
    "two cheap": Mix({KEY: 8, CERTIFICATE: 8}),
    "two cheap, with pauses": Mix({KEY: 8, CERTIFICATE: 8}, pause_ms=8),
    "one cheap": Mix({KEY: 16}),
}

Figures = dict[str, Any]


def mixed() -> Figures:
    """Several questions at once, each on some connections, uncached, with batching and without. First as many requests as are answered, then with a pause of 8 ms on average before each. Medians of 21 rounds of 1 s in turns; p50 and p99 in ms."""
    return {name: _on(name) for name in engines.ENGINES}


def _on(name: str) -> Figures:
    sizes = Sizes.of(SCALE)
    with tempfile.TemporaryDirectory() as folder, engines.started(name, Path(folder)) as engine:
        engines.loaded(engine, sizes)
        with all_sides(engine, Path(folder), SIDES) as sides:
            for side in sides:
                for workload in {each for mix in MIXES.values() for each in mix.connections}:
                    warm(engine, side, workload, sizes)
            return {title: _measured(sides, mix, sizes) for title, mix in MIXES.items()}


def _measured(sides: list[Side], mix: Mix, sizes: Sizes) -> Figures:
    rounds = []
    for number in range(ROUNDS):
        # Each side goes first as often as it goes last.
        turns = sides if number % 2 else sides[::-1]
        rounds.append({side.name: _at_once(side, mix, sizes) for side in turns})
    found: Figures = {}
    for place, (workload, count) in enumerate(mix.connections.items()):
        found[workload.name] = {side: _figures([each[side][place] for each in rounds]) for side in SIDES}
        found[workload.name]["connections"] = count
    print(found, flush=True)
    return found


def _at_once(side: Side, mix: Mix, sizes: Sizes) -> list[Load]:
    with ThreadPoolExecutor(len(mix.connections)) as pool:
        running = [
            pool.submit(hammer, side.url(each), side.bodies(each, sizes), count, SECONDS, mix.pause_ms)
            for each, count in mix.connections.items()
        ]
        return [each.result() for each in running]


def _figures(loads: list[Load]) -> Figures:
    return {
        "per_s": round(statistics.median(each.rate for each in loads)),
        "p50_ms": round(statistics.median(each.p50_ms for each in loads), 2),
        "p99_ms": round(statistics.median(each.p99_ms for each in loads), 2),
    }
