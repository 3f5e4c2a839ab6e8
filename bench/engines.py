"""The graph engines to measure on, each started here and stopped here."""

import asyncio
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.synthetic import Sizes, load
from graph.connection.address import GraphAddress
from graph.connection.database import Database, Limits
from graph.engine.embedded.engine import EmbeddedEngine, EngineOptions
from graph.engine.neo4j.instance import Neo4jOptions
from graph.engine.neo4j.process import Neo4jServer

ROOT = Path(__file__).resolve().parents[1]
ENGINES = ("embedded", "neo4j")
STATEMENT_TIMEOUT_S = 120.0


@dataclass(frozen=True, slots=True)
class Engine:
    """A running engine. ``pid`` is the process that does its work."""

    name: str
    address: GraphAddress
    pid: int | None

    @property
    def settings(self) -> dict[str, str]:
        """Give the settings of a server of ours on this engine, without the seeds."""
        return {
            "ONEPLUSX_NEO4J_URI": self.address.uri,
            "ONEPLUSX_NEO4J_USER": self.address.user,
            "ONEPLUSX_NEO4J_PASSWORD": self.address.password,
            "ONEPLUSX_NEO4J_DATABASE": self.address.database,
            "ONEPLUSX_LOAD_SEEDS": "false",
        }


@contextmanager
def started(name: str, folder: Path) -> Iterator[Engine]:
    """Start an engine with its data in this folder."""
    if name == "embedded":
        chosen = EngineOptions(folder / "graph", heap="3g", statement_timeout_s=STATEMENT_TIMEOUT_S)
        with EmbeddedEngine.open(chosen) as engine:
            yield Engine(name, engine.address, engine.pid)
        return
    options = Neo4jOptions(
        root=ROOT / "var" / "neo4j",
        data=folder / "neo4j",
        heap="2g",
        page_cache="1g",
        statement_timeout_s=STATEMENT_TIMEOUT_S,
    )
    with Neo4jServer.start(options) as server:
        yield Engine(name, server.address, server.pid)


def loaded(engine: Engine, sizes: Sizes) -> dict[str, float]:
    """Load the synthetic graph; give how much it is and how long it took."""
    began = time.perf_counter()
    nodes, links = asyncio.run(_load(engine.address, sizes))
    return {"nodes": nodes, "links": links, "load_s": round(time.perf_counter() - began, 1)}


async def _load(address: GraphAddress, sizes: Sizes) -> tuple[int, int]:
    async with Database.open(address, Limits(statement_s=STATEMENT_TIMEOUT_S)) as database:
        return await load(database, sizes)
