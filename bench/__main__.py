"""``make bench``: measure, and write docs/performance.md with the figures and the commands that print them.

``python -m bench starts`` (or another name of ``SECTIONS``) runs one section. Results are kept in bench/results, so the
page can be written from sections measured apart.
"""

import datetime as dt
import json
import os
import platform
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import httpx

from bench import tables
from bench.compliance import compliance
from bench.coverage import coverage
from bench.engines import ENGINES, Engine, loaded, started
from bench.explorer import explorer
from bench.plans_export import plans_export
from bench.plans_import import plans_import
from bench.search_texts import directory_times, texts
from bench.serving import readme
from bench.serving.mixed import mixed
from bench.serving.processes import Served, fine_cpu_ms, served
from bench.serving.profile import profile
from bench.serving.servers import Plan, measure
from bench.solvers import solvers
from bench.synthetic import Sizes
from bench.training_plan_questions import plan_questions

ROOT = Path(__file__).resolve().parents[1]
RESULTS = Path(__file__).parent / "results"
# What a person read out of the figures; the figures themselves are in the tables above it.
NOTES = Path(__file__).parent / "where_the_time_goes.md"
ROUNDS = 200
Figures = dict[str, Any]


def times(client: httpx.Client, url: str, query: str, variables: list[dict[str, Any]]) -> Figures:
    """Ask again and again over one connection; milliseconds at the client, the whole request."""
    found = []
    for turn in range(ROUNDS + 20):
        given = variables[turn % len(variables)]
        began = time.perf_counter()
        answer = client.post(f"{url}/graphql", json={"query": query, "variables": given}).json()
        found.append((time.perf_counter() - began) * 1e3)
        assert "errors" not in answer, answer
    found = sorted(found[20:])
    return {"p50_ms": round(statistics.median(found), 2), "p95_ms": round(found[int(len(found) * 0.95)], 2)}


# ---- sections


def starts() -> Figures:
    """Start from nothing with the national seeds, and start again; Neo4j itself runs before its figures begin."""
    with tempfile.TemporaryDirectory() as name:
        embedded = _starts_in(Path(name))
    with tempfile.TemporaryDirectory() as name:
        began = time.perf_counter()
        with started("neo4j", Path(name)) as engine:
            ready = round(time.perf_counter() - began, 1)
            neo4j = _starts_in(Path(name), **{**engine.settings, "ONEPLUSX_LOAD_SEEDS": "true"})
    return {"embedded": embedded, "neo4j": {"server_ready_s": ready, **neo4j}}


def _starts_in(folder: Path, **settings: str) -> Figures:
    with served(folder, **settings) as server:
        first = server.ready_s
    again = []
    for _ in range(3):
        with served(folder, **settings) as server:
            again.append(server.ready_s)
    return {"first_start_with_load_s": round(first, 1), "second_start_s": round(statistics.median(again), 1)}


SEARCHES = ["软件技术", "rjjs", "510203", "JavaWeb", "护理", "zhineng", "数据 应用", "老年"]


def national() -> Figures:
    """The README's question, search, look-up and page on the national seeds."""
    search = "query ($t: String!) { search(text: $t, first: 20) { score matchedText node { id displayName } } }"
    with tempfile.TemporaryDirectory() as name, served(Path(name)) as server, httpx.Client(timeout=30) as client:
        url = server.url
        return {
            "readme_query": times(client, url, readme.query(), [readme.variables()]),
            "search": times(client, url, search, [{"t": each} for each in SEARCHES]),
            "look_up": times(client, url, '{ major(code: "510203") { code name educationLevel } }', [{}]),
            "page_of_20": times(
                client, url, "{ courses(first: 20) { nodes { id name } pageInfo { endCursor } } }", [{}]
            ),
        }


SEARCH = """query ($text: String!, $first: Int!) {
  search(text: $text, first: $first) { kind score context highlights { start end } node { id displayName } }
}"""
SEARCH_BOX = """query ($text: String!, $first: Int!) {
  search(text: $text, first: $first, perKind: 5) { kind score context highlights { start end } node { id displayName } }
  searchCounts(text: $text) { kind total }
}"""


def search() -> Figures:
    """One search for each of many texts, from single letters to nonsense, and the same with shares and counts by kind.

    On the national seeds. No answer is kept: each request asks for another number of hits. Besides the time at the
    client stands the processor time of the server and the engine, which other programs on the machine do not change.
    """
    with (
        tempfile.TemporaryDirectory() as name,
        started("embedded", Path(name)) as engine,
        served(Path(name), **{**engine.settings, "ONEPLUSX_LOAD_SEEDS": "true"}) as server,
        httpx.Client(timeout=30) as client,
    ):
        asked = {
            called: _each_text(client, server, engine, query)
            for called, query in (("search", SEARCH), ("with_counts", SEARCH_BOX))
        }
    return {**asked, "in the directory alone, of the processor": directory_times()}


def _each_text(client: httpx.Client, server: Served, engine: Engine, query: str) -> Figures:
    """Ask for every text until the engine has compiled the statement, then measure one round."""
    for first in range(14, 20):
        found = [_one_text(client, server, engine, query, {"text": text, "first": first}) for text in texts()]
    slowest = sorted(zip((each.processor_ms for each in found), texts(), strict=True))[-5:]
    return {
        "processor": _quantiles([each.processor_ms for each in found]),
        "of which the server": _quantiles([each.server_ms for each in found]),
        "at the client": _quantiles([each.ms for each in found]),
        "texts": len(found),
        "slowest_processor_ms": {text[:20]: round(each, 1) for each, text in slowest},
    }


class _Spent(NamedTuple):
    ms: float
    server_ms: float
    engine_ms: float

    @property
    def processor_ms(self) -> float:
        return self.server_ms + self.engine_ms


def _one_text(client: httpx.Client, server: Served, engine: Engine, query: str, given: dict[str, Any]) -> _Spent:
    def clocks() -> tuple[float, float, float]:
        return time.perf_counter() * 1e3, fine_cpu_ms(server.pid), fine_cpu_ms(engine.pid)

    before = clocks()
    answer = client.post(f"{server.url}/graphql", json={"query": query, "variables": given}).json()
    spent = _Spent(*(after - begun for begun, after in zip(before, clocks(), strict=True)))
    assert "errors" not in answer, answer
    return spent


def _quantiles(found: list[float]) -> Figures:
    spent = sorted(found)
    return {"p50_ms": round(statistics.median(spent), 1), "p95_ms": round(spent[int(len(spent) * 0.95)], 1)}


PAGE = (
    "query ($after: String) { courses(first: 20, after: $after) { nodes { id name sequence } pageInfo { endCursor } } }"
)
LOOK_UP = "query ($code: String!) { major(code: $code) { code name teachingStandards { courses { sequence name } } } }"


def pages() -> Figures:
    """Pages and look-ups on synthetic graphs of scale 0.1 and 1, ten times as large, on each engine."""
    found: Figures = {}
    for name in ENGINES:
        for scale in (0.1, 1.0):
            with tempfile.TemporaryDirectory() as folder, started(name, Path(folder)) as engine:
                found[f"{name} {scale}"] = _pages_on(engine, scale, Path(folder))
        for part in ("page_of_20", "look_up"):
            small, large = (found[f"{name} {scale}"][part]["p50_ms"] for scale in (0.1, 1.0))
            found[f"{name} {part} ratio"] = round(large / small, 2)
    return found


def _pages_on(engine: Engine, scale: float, folder: Path) -> Figures:
    graph = loaded(engine, Sizes.of(scale))
    with served(folder, "livez", **engine.settings) as server, httpx.Client(timeout=120) as client:
        url, asked = server.url, list[dict[str, Any]]([{"after": None}])
        for _ in range(20):
            answer = client.post(f"{url}/graphql", json={"query": PAGE, "variables": asked[-1]}).json()
            asked.append({"after": answer["data"]["courses"]["pageInfo"]["endCursor"]})
        codes = [{"code": Sizes.major_code(each)} for each in range(60)]
        return {**graph, "page_of_20": times(client, url, PAGE, asked), "look_up": times(client, url, LOOK_UP, codes)}


def servers(plan: Plan) -> Callable[[], Figures]:
    """Make the section that compares our server with the ordinary path, the ceiling and the peer."""

    def section() -> Figures:
        return measure(plan)

    section.__doc__ = (
        f"Our server, uncached, compared with its own ordinary path (graphql-core walks), the ceiling and the peer. "
        f"The ceiling is a hand-written handler with the same statements and bytes; the peer is @neo4j/graphql behind Yoga. "
        f"On {plan.engine}, with a synthetic graph of scale {plan.scale}; everything on one machine, one process each, "
        f"medians of {plan.rounds} rounds."
    )
    return section


SERVERS = {
    "servers-embedded": servers(Plan("embedded", 0.2)),
    "servers-neo4j": servers(Plan("neo4j", 0.2)),
    "servers-embedded-national": servers(Plan("embedded", 1.0, connections=(4,))),
    "servers-neo4j-national": servers(Plan("neo4j", 1.0, connections=(4,))),
}
SECTIONS: dict[str, Callable[[], Figures]] = {
    "starts": starts,
    "national": national,
    "search": search,
    "pages": pages,
    "coverage": coverage,
    **SERVERS,
    "mixed": mixed,
    "profile": profile,
    "plans-import": plans_import,
    "compliance": compliance,
    "plan-questions": plan_questions,
    "solvers": solvers,
    "plans-export": plans_export,
    "explorer": explorer,
}
# Sections whose figures want more than a list.
TABLES = {**dict.fromkeys(SERVERS, tables.servers), "mixed": tables.mixed}


# ---- the page


def page() -> str:
    """Write docs/performance.md from the results that are there."""
    lines = ["<!-- Written by `make bench`. -->\n", "# Performance\n"]
    lines.append(
        "Whole requests over HTTP, times at the client, one server process. Machines are noisy: compare within a section.\n"
    )
    for name, section in SECTIONS.items():
        path = RESULTS / f"{name}.json"
        if path.exists():
            kept = json.loads(path.read_text(encoding="utf-8"))
            lines += [
                f"## {name}\n",
                f"{' '.join(str(section.__doc__).split())} `.venv/bin/python -m bench {name}`, {kept['when']}, {kept['machine']}.\n",
            ]
            lines += TABLES.get(name, _list)(kept["figures"])
    return "\n".join([*lines, NOTES.read_text(encoding="utf-8")])


def _list(figures: Figures) -> Iterator[str]:
    yield from ("| what | figure |", "| --- | --- |")
    yield from (f"| {key} | {_shown(value)} |" for key, value in figures.items())
    yield ""


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return "; ".join(f"{key} {_shown(each)}" for key, each in value.items())
    return str(value)


def main() -> None:
    """Run the sections named, or all, and write the page."""
    RESULTS.mkdir(exist_ok=True)
    wanted = sys.argv[1:] or list(SECTIONS)
    if not SECTIONS.keys() >= set(wanted):
        sys.exit(f"The sections are: {', '.join(SECTIONS)}.")
    for name in wanted:
        figures = SECTIONS[name]()
        kept = {
            "when": dt.datetime.now(dt.UTC).date().isoformat(),
            "machine": f"{os.cpu_count()} cores, Python {platform.python_version()}",
            "figures": figures,
        }
        (RESULTS / f"{name}.json").write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
        print(name, json.dumps(figures, indent=1))
    (ROOT / "docs" / "performance.md").write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
