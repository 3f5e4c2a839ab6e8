"""Small questions to a Bolt server that is starting: is a port free, does it answer."""

import asyncio
import random
import socket
from collections.abc import Iterable
from pathlib import Path

import neo4j
from neo4j.exceptions import DriverError, Neo4jError

from graph.connection.address import GraphAddress
from graph.errors import EngineError

LOOPBACK = "127.0.0.1"
LOWEST_PORT = 20_000
USUAL_LOWEST_HANDED_OUT = 32_768
PORT_LOTS = 100
ANSWER_WITHIN_S = 3


def free_ports(count: int) -> list[int]:
    """Give ports of the loopback that no one listens on, all different.

    They lie below those that the kernel hands out for outgoing connections: a server that is started again must find
    its port free, and a client that keeps knocking meanwhile could otherwise be given that very port as its own.
    """
    lots = random.sample(range(LOWEST_PORT, _lowest_handed_out()), k=PORT_LOTS)
    free: list[int] = []
    for port in lots:
        if len(free) < count and _is_free(port):
            free.append(port)
    if len(free) < count:
        raise EngineError(
            f"No port of {LOOPBACK} could be bound in {PORT_LOTS} tries.",
            f"尝试 {PORT_LOTS} 次后，仍无法绑定 {LOOPBACK} 的端口。",
        )
    return free


def are_free(ports: Iterable[int]) -> bool:
    """Whether no one listens on any of these ports of the loopback."""
    return all(map(_is_free, ports))


def _lowest_handed_out() -> int:
    try:
        lowest = int(Path("/proc/sys/net/ipv4/ip_local_port_range").read_text().split()[0])
    except OSError:
        lowest = USUAL_LOWEST_HANDED_OUT
    # A kernel that hands out nearly everything leaves no such room, and we take the small risk.
    return lowest if lowest >= LOWEST_PORT + PORT_LOTS else USUAL_LOWEST_HANDED_OUT


def _is_free(port: int) -> bool:
    with socket.socket() as trial:
        # As the servers do: connections of a former server that are still winding down are no hindrance.
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((LOOPBACK, port))
        except OSError:
            return False
    return True


def listens(port: int) -> bool:
    """Whether something listens on a port of the loopback; cheaper than a driver, and silent."""
    with socket.socket() as trial:
        trial.settimeout(0.5)
        return trial.connect_ex((LOOPBACK, port)) == 0


def answers(address: GraphAddress) -> bool:
    """Whether a server there takes us and answers a statement."""
    port = int(address.uri.rsplit(":", 1)[1])
    if not listens(port):
        return False
    try:
        with neo4j.GraphDatabase.driver(
            address.uri,
            auth=(address.user, address.password),
            connection_timeout=ANSWER_WITHIN_S,
            # Bounds the handshake too: somebody else's server may accept and then say nothing.
            connection_acquisition_timeout=ANSWER_WITHIN_S,
            max_transaction_retry_time=0,
        ) as driver:
            driver.execute_query("RETURN 1", database_=address.database)
    except (DriverError, Neo4jError, OSError):
        return False
    return True


async def answers_within(address: GraphAddress, seconds: float) -> bool:
    """Whether a server there answers a statement in this time, whatever it does meanwhile."""
    driver = neo4j.AsyncGraphDatabase.driver(
        address.uri, auth=(address.user, address.password), connection_timeout=seconds, max_transaction_retry_time=0
    )
    try:
        async with asyncio.timeout(seconds), driver:
            await driver.execute_query("RETURN 1", database_=address.database)
    except (DriverError, Neo4jError, OSError, TimeoutError):
        return False
    return True
