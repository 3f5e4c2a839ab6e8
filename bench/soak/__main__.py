"""``make soak``: users, designers and attacks on both engines, and the page docs/soak.md.

``python -m bench.soak [--seconds 20] [--engine embedded]``: six minutes or so for each engine.
``--scale 0.75``: users and designers alone, on ten times the nodes of the national graph; writes a page of its own next
to docs/soak.md. The logs of the servers are kept in ``var``.
"""

import argparse
import asyncio
import contextlib
import datetime as dt
import math
import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from bench.engines import ENGINES, ROOT, STATEMENT_TIMEOUT_S, Engine, loaded, started
from bench.serving.processes import await_answer, running
from bench.soak.attacks import ATTACKS
from bench.soak.mix import Served, Tokens, Writes, lost, read_facts
from bench.soak.phases import Figures, Phase, run, shown, worked_s
from bench.soak.report import Run, findings, page
from bench.synthetic import Sizes
from graph.connection.database import Database, Limits
from graph.engine.bolt_probe import free_ports
from graph.upkeep import editors

WORKERS = 2
LOG = "serve.log"
# They are compared, and take turns.
COMPARED = (Phase("no writes"), Phase("0.8 writes a second", 0.8), Phase("20 writes a second", 20))
PHASES = (
    # It writes, too: while an engine compiles what it never did before, two fifths of what a write costs it are that.
    Phase("warm-up", 20),
    *COMPARED,
    *(Phase(name, 0.8, name) for name in ATTACKS),
    Phase("writes as fast as they go", math.inf, clients=0, designers=12),
    Phase("no writes again"),
)


# On a graph of another size: what writes cost those who read.
WITHOUT_ATTACKS = tuple(each for each in PHASES if not each.attack)


def soak(
    engine: Engine, folder: Path, seconds: float, phases: Sequence[Phase] = PHASES, *, load_seeds: bool = True
) -> Run:
    """Run phases on one engine; the server loads the seeds if they are not there."""
    settings = {**_way_to(engine, folder), "ONEPLUSX_LOAD_SEEDS": str(load_seeds).lower()}
    with _server(folder, settings) as (url, pid):
        return asyncio.run(_run(engine, url, pid, seconds, phases))


def _way_to(engine: Engine, folder: Path) -> Mapping[str, str]:
    """Lead a server to the graph as in use: to the embedded engine by its data folder, where its processes take turns."""
    return {"ONEPLUSX_DATA_DIR": str(folder)} if engine.name == "embedded" else engine.settings


def _soak_new(engine_name: str, seconds: float, scale: float | None) -> Run:
    with tempfile.TemporaryDirectory() as name, started(engine_name, Path(name)) as engine:
        if scale:
            made = loaded(engine, Sizes.of(scale))
            found = soak(engine, Path(name), seconds, WITHOUT_ATTACKS, load_seeds=False)
            found = replace(found, graph=f"{made['nodes']} nodes, {made['links']} links. ")
        else:
            found = soak(engine, Path(name), seconds)
        keep_log(Path(name), engine_name, ROOT / "var")
    for each in findings(found):
        print(f"{engine_name}: {each.aim}: {each.found}: {'reached' if each.is_met else 'NOT reached'}", flush=True)
    return found


def keep_log(folder: Path, engine_name: str, place: Path) -> None:
    """Keep what stands behind an error of the run; a new clone has no such place yet."""
    place.mkdir(mode=0o700, exist_ok=True)
    shutil.copy(folder / LOG, place / f"soak-{engine_name}.log")


@contextlib.contextmanager
def _server(folder: Path, settings: Mapping[str, str]) -> Iterator[tuple[str, int]]:
    """Serve with two workers; give the address and the parent's process."""
    url = f"http://127.0.0.1:{free_ports(1)[0]}"
    own = {
        "ONEPLUSX_PORT": url.rsplit(":", 1)[1],
        "ONEPLUSX_METRICS": "true",
        "ONEPLUSX_WORKERS": str(WORKERS),
        "ONEPLUSX_CACHE_BYTES": "0",
    }
    command, log = [str(Path(sys.executable).with_name("oneplusx")), "serve"], folder / LOG
    with running(command, log, {**settings, **own}, folder) as process:
        # Without a release it never says that it is ready; the first question waits until it is.
        path = "readyz" if settings["ONEPLUSX_LOAD_SEEDS"] == "true" else "healthz"
        await_answer(f"{url}/{path}", process, log)
        yield url, process.pid


async def _run(engine: Engine, url: str, pid: int, seconds: float, phases: Sequence[Phase]) -> Run:
    # On a large graph the names of authors are many.
    async with Database.open(engine.address, Limits(statement_s=STATEMENT_TIMEOUT_S)) as database:
        tokens = Tokens(
            await editors.add(database, "Designer", editors.Role.DESIGNER),
            await editors.add(database, "Reviewer", editors.Role.REVIEWER),
        )
    served = Served(url, (pid, *_children(pid)), engine.pid or 0, await read_facts(url), tokens)
    start_s = sum(map(worked_s, served.pids)) / len(served.pids)
    writes = Writes()
    found: list[Figures] = []
    for _, together in groupby(phases, lambda each: each in COMPARED or each):
        for figures in await run(tuple(together), served, seconds, writes):
            print(engine.name, shown(figures), *figures.failures[:3], sep="\n  ", flush=True)
            found.append(figures)
    return Run(engine.name, found, len(writes.acknowledged), await lost(url, writes), start_s=start_s)


def _children(pid: int) -> list[int]:
    """Give the worker processes of a server."""
    with contextlib.suppress(OSError):
        return [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    return []


def main() -> None:
    """Soak, and write the page."""
    parser = argparse.ArgumentParser(description="Users, designers and attacks on a running server.")
    parser.add_argument("--seconds", type=float, default=20.0, help="of each phase")
    parser.add_argument("--engine", choices=ENGINES, action="append", help="by default both")
    parser.add_argument("--scale", type=float, help="of a synthetic graph, instead of the seeds")
    chosen = parser.parse_args()
    load = f"{os.getloadavg()[2]:.1f}"
    runs = [_soak_new(each, chosen.seconds, chosen.scale) for each in chosen.engine or ENGINES]
    about = {
        "when": dt.datetime.now(dt.UTC).date().isoformat(),
        "machine": f"{os.cpu_count()} cores, Python {platform.python_version()}",
        "load": load,
        "command": " ".join(("python -m bench.soak", *sys.argv[1:])),
        "seconds": f"{chosen.seconds:g}",
    }
    name = "soak-large.md" if chosen.scale else "soak.md"
    (ROOT / "docs" / name).write_text(page(runs, about), encoding="utf-8")


if __name__ == "__main__":
    main()
