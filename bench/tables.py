"""The tables of the comparison of servers, from its figures."""

from collections.abc import Iterator
from typing import Any

from bench.workloads import WORKLOADS

Figures = dict[str, Any]
CONNECTIONS = " connections"


def servers(figures: Figures) -> Iterator[str]:
    """Write the lines of the section: what ran on what, the sides next to each other, then many connections at once."""
    yield f"{figures['nodes']} nodes, {figures['links']} links, loaded in {figures['load_s']} s; {figures['rounds']} rounds, {figures['tool']}."
    yield f"Peak memory in MB: {', '.join(f'{name} {each}' for name, each in figures['memory_mb'].items())}.\n"
    yield from _table(
        "workload (bytes) | conn. | ours /s | ordinary /s | ceiling /s | peer /s | ours : peer | ours : ceiling | ours : ordinary | p50 ours, peer ms | p99 ours, peer ms | CPU of server ours, ceiling, peer ms",
        (_sides(figures, name, count, sides) for name, count, sides in _measured(figures)),
    )
    if not any("cached" in sides for _, _, sides in _measured(figures)):
        return
    yield from _table(
        "workload, 16 connections | cached, revision read for every burst /s | cached, 1 s of staleness /s | uncached /s | unbatched /s | cached : peer | stale : peer | ours : unbatched | p99 ours, unbatched ms",
        (_crowd(name, sides) for name, _, sides in _measured(figures) if "cached" in sides),
    )


def mixed(figures: Figures) -> Iterator[str]:
    """Write the lines of the section: for each engine, mix and question both sides next to each other."""
    yield from _table(
        "engine | asked at once | question (conn.) | batched /s | unbatched /s | p50 batched, unbatched ms | p99 batched, unbatched ms | p99 batched : unbatched",
        (
            f"{engine} | {title} | {_fair(name, sides)}"
            for engine, mixes in figures.items()
            for title, questions in mixes.items()
            for name, sides in questions.items()
        ),
    )


def _fair(name: str, sides: Figures) -> str:
    both = ("ours", "unbatched")
    return " | ".join(
        [
            f"{name} ({sides['connections']})",
            *(_rate(sides, each) for each in both),
            *(_each(sides, figure, both) for figure in ("p50_ms", "p99_ms")),
            f"{sides['ours']['p99_ms'] / sides['unbatched']['p99_ms']:.2f}",
        ]
    )


def _measured(figures: Figures) -> Iterator[tuple[str, int, Figures]]:
    for name in WORKLOADS:
        for key, sides in figures.get(name, {}).items():
            if key.endswith(CONNECTIONS):
                yield name, int(key.removesuffix(CONNECTIONS)), sides


def _sides(figures: Figures, name: str, count: int, sides: Figures) -> str:
    return " | ".join(
        [
            f"{name} ({figures[name]['bytes']})",
            str(count),
            *(_rate(sides, each) for each in ("ours", "ordinary", "ceiling", "peer")),
            *(_ratio(sides, "ours", each) for each in ("peer", "ceiling", "ordinary")),
            *(_each(sides, figure, ("ours", "peer")) for figure in ("p50_ms", "p99_ms")),
            _each(sides, "cpu_ms", ("ours", "ceiling", "peer")),
        ]
    )


def _crowd(name: str, sides: Figures) -> str:
    return " | ".join(
        [
            name,
            *(_rate(sides, each) for each in ("cached", "stale", "ours", "unbatched")),
            *(_ratio(sides, each, "peer") for each in ("cached", "stale")),
            _ratio(sides, "ours", "unbatched"),
            _each(sides, "p99_ms", ("ours", "unbatched")),
        ]
    )


def _table(head: str, rows: Iterator[str]) -> Iterator[str]:
    yield f"| {head} |"
    yield f"|{' --- |' * (head.count('|') + 1)}"
    yield from (f"| {row} |" for row in rows)
    yield ""


def _rate(sides: Figures, name: str) -> str:
    return f"{sides[name]['per_s']:,.0f}" if name in sides else "–"


def _ratio(sides: Figures, one: str, other: str) -> str:
    return f"{sides[one]['per_s'] / sides[other]['per_s']:.2f}" if one in sides and other in sides else "–"


def _each(sides: Figures, figure: str, names: tuple[str, ...]) -> str:
    return ", ".join(str(sides[name][figure]) if name in sides else "–" for name in names)
