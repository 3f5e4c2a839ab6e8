"""Small questions to a Bolt server that is starting: is a port free, does it answer."""

import socket

import neo4j
from neo4j.exceptions import DriverError, Neo4jError

from graph.address import GraphAddress

LOOPBACK = "127.0.0.1"


def free_ports(count: int) -> list[int]:
    """Give ports of the loopback that nobody listens on, all different."""
    held = [socket.socket() for _ in range(count)]
    try:
        for each in held:
            each.bind((LOOPBACK, 0))
        return [each.getsockname()[1] for each in held]
    finally:
        for each in held:
            each.close()


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
            address.uri, auth=(address.user, address.password), connection_timeout=2, max_transaction_retry_time=0
        ) as driver:
            driver.execute_query("RETURN 1", database_=address.database)
    except (DriverError, Neo4jError, OSError):
        return False
    return True
