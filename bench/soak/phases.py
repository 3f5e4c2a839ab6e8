"""One phase of a soak: ordinary users, perhaps designers, perhaps an attack, for some seconds; and its figures."""

import asyncio
import json
import math
import os
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice, repeat
from pathlib import Path
from typing import TypeVar

import httpx

from bench.engines import ROOT
from bench.soak.mix import CLIENTS, KINDS, End, Served, Times, Writes, design, paced, use

# Designers at work: together they write as often as a phase says.
DESIGNERS = 3
# Pieces of phases that take turns.
SLICES = 4
T = TypeVar("T")
_TICKS_PER_S = os.sysconf("SC_CLK_TCK")
# Requests of each process, which one can see from connections that are spread badly.
_OF_PROCESS = re.compile(r'^oneplusx_process_requests\{pid="(\d+)"\} (\S+)$', re.MULTILINE)
_HELD = re.compile(r'^oneplusx_loop_held_seconds_bucket\{le="([^"]+)"\} (\S+)$', re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Phase:
    """What happens. ``writes_per_s``: 0, none; infinite, one after another by each designer.

    ``pairs``: it ends when each designer has proposed and had decided this often, and the attack made its ``rounds``.
    """

    name: str
    writes_per_s: float = 0.0
    attack: str = ""
    clients: int = CLIENTS
    designers: int = DESIGNERS
    pairs: int = 0
    rounds: int = 0


@dataclass(slots=True)
class Figures:
    """What a phase showed. Times in milliseconds; ``by_kind`` has p50, p95 and p99 of each kind of question."""

    phase: Phase
    per_s: float
    by_kind: dict[str, tuple[float, float, float]]
    p99_of_all: float
    writes: int
    writes_per_s: float
    write_p95: float
    failures: list[str] = field(default_factory=list)
    attacked: dict[str, int] = field(default_factory=dict)
    held_ms: float = 0.0
    # Of each API process, the most first.
    requests: list[int] = field(default_factory=list)
    server_mb: int = 0
    engine_mb: int = 0
    # Of a processor.
    server_s: float = 0.0
    engine_s: float = 0.0


class Observation:
    """What is seen of a phase, in one piece or in slices."""

    def __init__(self, phase: Phase) -> None:
        self.phase = phase
        self._times = Times()
        self._made: list[float] = []
        self._failures: list[str] = []
        self._attacked: Counter[str] = Counter()
        self._holds: Counter[float] = Counter()
        self._requests: Counter[str] = Counter()
        self._taken_s = self._server_s = self._engine_s = 0.0

    async def observe(self, served: Served, seconds: float, writes: Writes) -> None:
        """Let the phase happen for some seconds. What is acknowledged is added to ``writes``."""
        before, failed, shown_before = len(writes.seconds), len(writes.failures), await _metrics(served.url)
        began, server_s, engine_s = time.perf_counter(), _all_worked_s(served.pids), worked_s(served.engine_pid)
        self._attacked.update(await _happen(self.phase, served, End(began + seconds), self._times, writes))
        self._taken_s += time.perf_counter() - began
        self._server_s += _all_worked_s(served.pids) - server_s
        self._engine_s += worked_s(served.engine_pid) - engine_s
        self._made += writes.seconds[before:]
        self._failures += writes.failures[failed:]
        shown_after = await _metrics(served.url)
        self._holds.update(_more(_holds(shown_before), _holds(shown_after)))
        self._requests.update(_more(_by_process(shown_before), _by_process(shown_after)))

    def figures(self, served: Served) -> Figures:
        """Give the figures of all that was observed."""
        return Figures(
            phase=self.phase,
            per_s=self._times.count / self._taken_s,
            by_kind={kind: _percentiles(found) for kind, found in self._times.by_kind.items()},
            p99_of_all=_percentiles([each for found in self._times.by_kind.values() for each in found])[2],
            writes=len(self._made),
            writes_per_s=len(self._made) / self._taken_s,
            write_p95=_percentiles(self._made)[1],
            failures=[*self._times.failures, *self._failures],
            attacked=dict(self._attacked),
            held_ms=_longest(self._holds),
            requests=[int(each) for _, each in self._requests.most_common()],
            server_mb=sum(map(_memory_mb, served.pids)),
            engine_mb=_memory_mb(served.engine_pid),
            server_s=self._server_s,
            engine_s=self._engine_s,
        )


async def run(phases: Sequence[Phase], served: Served, seconds: float, writes: Writes) -> list[Figures]:
    """Run phases for some seconds each; several take turns. What is acknowledged is added to ``writes``.

    An engine is quicker with every second of its first minutes: of two phases in a row the second would look better.
    """
    observed = [Observation(each) for each in phases]
    slices = SLICES if len(phases) > 1 else 1
    for _ in range(slices):
        for each in observed:
            await each.observe(served, seconds / slices, writes)
    return [each.figures(served) for each in observed]


async def _happen(phase: Phase, served: Served, end: End, times: Times, writes: Writes) -> dict[str, int]:
    """Let users ask, designers write and a stranger attack; give what became of the attack."""
    async with asyncio.TaskGroup() as group:
        for _ in range(phase.clients):
            group.create_task(use(served.url, served.facts, end, times))
        starts = _starts(phase)
        designing = [
            group.create_task(design(served, end, writes, starts))
            for _ in range(phase.designers if phase.writes_per_s else 0)
        ]
        attack = group.create_task(_attack(phase, served.url, end)) if phase.attack else None
        if phase.pairs:
            await asyncio.gather(*designing, *([attack] if attack else []))
            end.at = 0.0
    return attack.result() if attack else {}


def _starts(phase: Phase) -> Iterator[float]:
    starts = repeat(0.0) if math.isinf(phase.writes_per_s) else paced(phase.writes_per_s or 1.0)
    return islice(starts, phase.pairs * phase.designers) if phase.pairs else starts


async def _attack(phase: Phase, url: str, end: End) -> dict[str, int]:
    """Attack from a process of its own: the clients here must not wait for it."""
    seconds = end.at - time.perf_counter()
    command = (sys.executable, "-m", "bench.soak.attacks", phase.attack, url, str(seconds), str(phase.rounds))
    process = await asyncio.create_subprocess_exec(*command, cwd=ROOT, stdout=asyncio.subprocess.PIPE)
    output, _ = await process.communicate()
    found: dict[str, int] = json.loads(output) if output else {"no answer": 1}
    return found


def _percentiles(seconds: Sequence[float]) -> tuple[float, float, float]:
    if not seconds:
        return (0.0, 0.0, 0.0)
    ordered = sorted(seconds)
    p50, p95, p99 = (ordered[min(len(ordered) - 1, len(ordered) * share // 100)] * 1e3 for share in (50, 95, 99))
    return (p50, p95, p99)


async def _metrics(url: str) -> str:
    async with httpx.AsyncClient(timeout=60) as client:
        return (await client.get(f"{url}/metrics")).text


def _holds(shown: str) -> Mapping[float, float]:
    """Read how often the loops of all workers were held for at most so long, in seconds."""
    return {float(le): float(count) for le, count in _HELD.findall(shown)}


def _by_process(shown: str) -> Mapping[str, float]:
    """Read how many requests each process had."""
    return {pid: float(count) for pid, count in _OF_PROCESS.findall(shown)}


def _more(before: Mapping[T, float], after: Mapping[T, float]) -> dict[T, float]:
    return {key: count - before.get(key, 0.0) for key, count in after.items()}


def _longest(holds: Mapping[float, float]) -> float:
    """Give the bound of the longest hold, in milliseconds, of how many were at most so long; none: under a millisecond."""
    seen, longest = 0.0, 0.0
    for bound in sorted(holds):
        if holds[bound] > seen:
            longest = bound
        seen = holds[bound]
    return longest * 1e3


def _memory_mb(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) // 1024 for line in lines if line.startswith("VmRSS:")), 0)


def worked_s(pid: int) -> float:
    """Give how long a process has worked, on all processors."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / _TICKS_PER_S


def _all_worked_s(pids: Sequence[int]) -> float:
    return sum(map(worked_s, pids))


def shown(figures: Figures) -> str:
    """Show a phase in one line, while it runs."""
    looks = " / ".join(f"{each:.0f}" for each in figures.by_kind[KINDS[0]])
    return (
        f"{figures.phase.name}: {figures.per_s:.0f} requests/s, {KINDS[0]} {looks} ms, all p99 {figures.p99_of_all:.0f} ms, "
        f"{figures.writes_per_s:.1f} writes/s p95 {figures.write_p95:.0f} ms, held {figures.held_ms:.0f} ms, "
        f"requests by process {figures.requests}, "
        f"{figures.server_mb} + {figures.engine_mb} MB, {len(figures.failures)} failures, {figures.attacked}"
    )
