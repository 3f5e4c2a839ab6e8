"""The page docs/soak.md: what was asked for, what was found, phase by phase."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bench.soak.attacks import CONNECTIONS
from bench.soak.mix import CLIENTS, LIST, LOOK_UP, QUESTIONS_OF_A_USER, SEARCH
from bench.soak.phases import SLICES, Figures

# What issue reports found without these measures in place is the aim's other side: see the changelog.
SHARE_WITH_WRITES = 0.8
LOOK_UP_P99_MS, ATTACKED_P99_MS = 100.0, 250.0
P95_RATIO = 1.5
FAST_WRITES_PER_S = 100.0
MEMORY_RATIO = 1.25


@dataclass(frozen=True, slots=True)
class Run:
    """A soak on one engine: its phases in their order, and the acknowledged writes that were lost.

    ``graph`` says which it was, if not the seeds; ``start_s`` how long each process worked until it was ready.
    """

    engine: str
    phases: Sequence[Figures]
    acknowledged: int
    lost: Sequence[str]
    graph: str = ""
    start_s: float = 0.0

    def of(self, name: str) -> Figures:
        """Give the phase of a name."""
        return next(each for each in self.phases if each.phase.name == name)


@dataclass(frozen=True, slots=True)
class Finding:
    """One aim: what was found, and whether that is enough."""

    aim: str
    found: str
    is_met: bool


def findings(run: Run) -> Iterator[Finding]:
    """Hold a run against the aims."""
    quiet, slow, busy = run.of("no writes"), run.of("0.8 writes a second"), run.of("20 writes a second")
    share = slow.per_s / quiet.per_s
    yield Finding(
        "requests a second with 0.8 writes a second, of those without",
        f"{share:.0%}",
        share >= SHARE_WITH_WRITES,
    )
    p99 = slow.by_kind[LOOK_UP][2]
    yield Finding("p99 of look-ups meanwhile, ms", f"{p99:.0f}", p99 < LOOK_UP_P99_MS)
    wanted = busy.phase.writes_per_s
    yield Finding(f"writes a second, of {wanted:g} sent", f"{busy.writes_per_s:.1f}", busy.writes_per_s >= 0.9 * wanted)
    for kind in (SEARCH, LIST, LOOK_UP):
        ratio = busy.by_kind[kind][1] / quiet.by_kind[kind][1]
        yield Finding(f"p95 of {kind} with these writes, compared with none", f"{ratio:.2f}", ratio <= P95_RATIO)
    for each in run.phases:
        if each.phase.attack:
            is_met = each.p99_of_all < ATTACKED_P99_MS and not each.failures
            failed = f", {len(each.failures)} failed" if each.failures else ""
            yield Finding(f"p99 of all others while: {each.phase.name}, ms", f"{each.p99_of_all:.0f}{failed}", is_met)
    fast = run.of("writes as fast as they go")
    each_ms = (
        f"{_each_ms(fast.server_s, fast)} ms of the servers, {_each_ms(fast.engine_s, fast)} ms of the engine each"
    )
    yield Finding(
        f"writes a second of {fast.phase.designers} writers",
        f"{fast.writes_per_s:.0f}: {each_ms}",
        fast.writes_per_s >= FAST_WRITES_PER_S,
    )
    longest = max(each.held_ms for each in run.phases)
    yield Finding("longest hold of an event loop, ms", f"{longest:.0f}", longest <= 50)
    memory = run.phases[-1].server_mb / run.phases[1].server_mb
    yield Finding("memory of the servers at the end, of that at the start", f"{memory:.0%}", memory <= MEMORY_RATIO)
    yield Finding("acknowledged writes that were lost", f"{len(run.lost)} of {run.acknowledged}", not run.lost)


def _each_ms(worked_s: float, figures: Figures) -> str:
    return f"{worked_s * 1e3 / max(1, figures.writes):.1f}"


def page(runs: Sequence[Run], about: Mapping[str, str]) -> str:
    """Write the page."""
    lines = [
        f"<!-- Written by `{about['command']}`. -->\n",
        "# Soak: does one stop the others?\n",
        f"{' '.join(_mix(runs))}\n",
        f"{' '.join(_measured(runs, about))}\n",
    ]
    for run in runs:
        started = f"Processor time of a server process until it is ready: {run.start_s:.1f} s.\n"
        lines += [f"## {run.engine}\n", f"{run.graph}{started}", "| aim | found | met |", "| --- | --- | --- |"]
        lines += [f"| {each.aim} | {each.found} | {'yes' if each.is_met else 'no'} |" for each in findings(run)]
        lines += ["", *_table(run), ""]
    return "\n".join(lines)


def _mix(runs: Sequence[Run]) -> Iterator[str]:
    """Say what happens in the phases of these runs."""
    yield (
        f"{CLIENTS} users ask one question after another: look-ups, lists, searches, a teaching standard, coverage, and "
        "colleges of a province."
    )
    if _are_synthetic(runs):
        yield "The graph is synthetic and has no colleges, so the last of these finds none."
    yield f"One question in {QUESTIONS_OF_A_USER} comes over a new connection."
    yield "Designers propose alignments and have them decided."
    has_attacks = any(each.phase.attack for run in runs for each in run.phases)
    yield f"One stranger attacks at a time, over {CONNECTIONS} connections." if has_attacks else "No stranger attacks."
    strangers = "the stranger, " if has_attacks else ""
    yield f"Users, designers, {strangers}two API processes and the graph engine share one machine."
    yield "No answers are kept (`ONEPLUSX_CACHE_BYTES=0`), so that each is worked for."
    yield "Memory and processor time are of the servers, then of the engine."


def _measured(runs: Sequence[Run], about: Mapping[str, str]) -> Iterator[str]:
    """Say when and how this was measured, and how to do it again."""
    yield f"Measured on {about['when']} by `{about['command']}`: {about['seconds']} s a phase, {about['machine']}."
    yield f"Other work of the machine before the run: a load of {about['load']}."
    yield "The more of it there is, the less single times say; ratios compare phases of one run."
    yield f"Phases without attacks that are compared take turns, in {SLICES} pieces each."
    yield f"`{about['command']}` runs it again."
    if not _are_synthetic(runs):
        yield "`python -m bench.soak --scale 0.75` writes `soak-large.md`: a larger, synthetic graph, without attacks."


def _are_synthetic(runs: Sequence[Run]) -> bool:
    return any(each.graph for each in runs)


def _table(run: Run) -> Iterator[str]:
    yield (
        "| phase | requests/s | look-up p50 / p95 / p99 | list p95 | search p95 | all p99 | writes/s | write p95 "
        "| held | requests by process | memory, MB | processor, s | attack's answers |"
    )
    yield "| --- " * 13 + "|"
    for each in run.phases:
        look_up = " / ".join(f"{found:.0f}" for found in each.by_kind[LOOK_UP])
        attacked = ", ".join(f"{name}: {count}" for name, count in sorted(each.attacked.items()))
        yield (
            f"| {each.phase.name} | {each.per_s:.0f} | {look_up} | {each.by_kind[LIST][1]:.0f} "
            f"| {each.by_kind[SEARCH][1]:.0f} | {each.p99_of_all:.0f} | {each.writes_per_s:.1f} | {each.write_p95:.0f} "
            f"| {each.held_ms:.0f} | {' + '.join(map(str, each.requests))} | {each.server_mb} + {each.engine_mb} | {each.server_s:.1f} + {each.engine_s:.1f} "
            f"| {attacked} |"
        )
