"""The application on a real socket, without a graph: for what is answered before one is asked."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator

import uvicorn
from starlette.types import ASGIApp

from graph.connection.address import GraphAddress
from server.app import create_app
from server.commands.serve import server_options
from server.graph_source import Graph
from server.settings import Settings

# Nothing listens there.
NO_GRAPH = GraphAddress("bolt://127.0.0.1:1", "neo4j", "none")
# Answered without a statement, as nothing is kept.
QUESTION = "{ __typename }"


def app_without_graph(**chosen: object) -> ASGIApp:
    """Make the application; an operation that asks nothing of the graph is answered."""
    return create_app(Settings(**{"cache_bytes": 0, **chosen}), Graph(NO_GRAPH))


@contextlib.asynccontextmanager
async def serving(app: ASGIApp, **chosen: object) -> AsyncIterator[str]:
    """Serve an application on loopback as ``oneplusx serve`` does, and give its address."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(app, log_config=None, **server_options(Settings(**chosen))))
        server.config.load()
        server.lifespan = server.config.lifespan_class(server.config)
        await server.startup([listening])
        # Its own loop would tick in real time, and tests move the clock.
        await server.on_tick(0)
        try:
            host, port = listening.getsockname()
            yield f"http://{host}:{port}"
        finally:
            await server.shutdown([listening])


@contextlib.asynccontextmanager
async def connection(url: str) -> AsyncIterator[tuple[asyncio.StreamReader, asyncio.StreamWriter]]:
    """Open a connection to an address."""
    host, port = url.removeprefix("http://").split(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    try:
        yield reader, writer
    finally:
        writer.close()
        with contextlib.suppress(ConnectionError):
            await writer.wait_closed()
