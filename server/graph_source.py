"""Where the graph of this process comes from: the Neo4j of the settings, or the embedded engine."""

import asyncio
import contextlib
import multiprocessing
import os
from collections.abc import Iterator
from dataclasses import dataclass

from graph.connection.address import GraphAddress
from graph.connection.admission import Admission
from graph.connection.database import Database, Limits
from graph.connection.shared_turn import SharedTurn
from graph.engine.embedded.data_folder import has_graph
from graph.engine.embedded.engine import EmbeddedEngine, EngineOptions
from server.settings import Settings
from server.work_note import WorkNote
from server.writing_apart import CONNECTIONS

# Constraints, migrations and a load: an index of a large graph is made within its statement on the embedded engine.
BRINGING_UP_LIMIT_S = 120.0
# Also where the setting is lower: the directory is read in statements of up to a second, ten on a busy machine, and a
# load next to the server writes in ones of the same size.
SERVING_LEAST_S = 10.0
# Statements that the embedded engine takes at once besides those of the server's own pools: of a load or a command that
# shares it. One that waits at its gate waits for statements that may take seconds.
STATEMENTS_OF_OTHERS = 32


# How often a process looks whether the engine has moved.
LOOK_EVERY_S = 0.5
# Files of the data folder, by which processes take turns with expensive statements.
EXPENSIVE_LOCK = "expensive"


@dataclass(frozen=True, slots=True)
class Graph:
    """The graph of this process: its address when it was opened, and the engine where it is the embedded one."""

    address: GraphAddress
    engine: EmbeddedEngine | None = None
    note: WorkNote | None = None

    async def note_work(self, database: Database) -> None:
        """Keep in mind next to the data folder that it holds what editors wrote."""
        if self.note:
            await self.note.write(database)

    def begin_serving(self, settings: Settings) -> None:
        """Bound statements on the embedded engine itself, which ignores the limit that Neo4j takes with each."""
        if self.engine:
            self.engine.limit_statements(max(settings.statement_timeout_s, SERVING_LEAST_S))

    async def keep_in_touch(self, database: Database) -> None:
        """Have a database follow the engine to wherever the process listens that took it over; never ends."""
        while self.engine:
            if self.engine.address != database.address:
                await database.move_to(self.engine.address)
            await asyncio.sleep(LOOK_EVERY_S)


@contextlib.contextmanager
def open_graph(settings: Settings, *, may_begin: bool = True, may_replace: bool = False) -> Iterator[Graph]:
    """Give the graph; start the embedded engine, or share a running one, when no Neo4j is set.

    Without ``may_begin`` it must be there; ``may_replace`` begins anew also where editors' work vanished.
    Raises: NoGraphError, DataVanishedError, EngineError.
    """
    if settings.neo4j_uri:
        password = settings.neo4j_password.get_secret_value()
        yield Graph(GraphAddress(settings.neo4j_uri, settings.neo4j_user, password, settings.neo4j_database))
        return
    note = WorkNote(settings.data_dir)
    if not (may_replace or has_graph(settings.data_dir / "graph")):
        note.require_none()
    connections = settings.pool_size + limits_of(settings).expensive_at_once + CONNECTIONS
    options = EngineOptions(
        settings.data_dir / "graph",
        heap=settings.engine_heap,
        statement_timeout_s=BRINGING_UP_LIMIT_S,
        statements_at_once=connections * settings.workers + STATEMENTS_OF_OTHERS,
        # A worker ends with its parent, which is there to take the engine over.
        may_begin=may_begin,
        takes_over=multiprocessing.parent_process() is None,
    )
    with EmbeddedEngine.open(options) as engine:
        yield Graph(engine.address, engine, note)


def limits_of(settings: Settings) -> Limits:
    """Give how much of the graph server one process may use."""
    return Limits(
        pool_size=settings.pool_size,
        acquisition_s=settings.pool_wait_s,
        statement_s=settings.statement_timeout_s,
        expensive_s=min(settings.expensive_timeout_s, settings.statement_timeout_s),
    )


def places_for_expensive(address: GraphAddress, limits: Limits, settings: Settings) -> Admission:
    """Give the places for expensive statements of one process, so that others keep half of the processors.

    Each statement takes one for as long as it runs. Where there are more processes than half of the processors, they
    share turns. If the graph is on another machine, we do not know its processors.
    """
    if not address.is_here:
        return Admission(limits)
    half = max(1, len(os.sched_getaffinity(0)) // 2)
    shared = None
    if settings.workers > half:
        # Processes that are started together have numbers in a row, so each turn has about as many.
        shared = SharedTurn(settings.data_dir / f"{EXPENSIVE_LOCK}-{os.getpid() % half}.lock", wait_s=None)
    return Admission(limits, max(1, half // settings.workers), shared)
