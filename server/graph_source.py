"""Where the graph of this process comes from: the Neo4j of the settings, or the embedded engine."""

import contextlib
from collections.abc import Iterator

from graph.address import GraphAddress
from graph.engine.embedded import EmbeddedEngine, EngineOptions
from graph.execute import Limits
from server.settings import Settings

# A load is one transaction of many statements; each of them may take this long on the embedded engine.
ENGINE_STATEMENT_LIMIT_S = 120.0


@contextlib.contextmanager
def graph_address(settings: Settings) -> Iterator[GraphAddress]:
    """Give the address of the graph; start the embedded engine, or share a running one, when no Neo4j is set."""
    if settings.neo4j_uri:
        password = settings.neo4j_password.get_secret_value()
        yield GraphAddress(settings.neo4j_uri, settings.neo4j_user, password, settings.neo4j_database)
        return
    options = EngineOptions(
        settings.data_dir / "graph", heap=settings.engine_heap, statement_timeout_s=ENGINE_STATEMENT_LIMIT_S
    )
    with EmbeddedEngine.open(options) as engine:
        yield engine.address


def limits_of(settings: Settings) -> Limits:
    """Give how much of the graph server one process may use."""
    return Limits(
        pool_size=settings.pool_size, acquisition_s=settings.pool_wait_s, statement_s=settings.statement_timeout_s
    )
