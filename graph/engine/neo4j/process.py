"""A Neo4j that lives and dies with its owner: for tests, benchmarks and crash tests."""

import os
import signal
from typing import Self

from graph.connection.address import GraphAddress
from graph.engine.bolt_probe import free_ports
from graph.engine.embedded.child import Child
from graph.engine.neo4j.instance import Instance, Neo4jOptions
from graph.errors import EngineError

# Another process may take a port between our choice and the start of the server.
PORT_TRIES = 3


class Neo4jServer:
    """A running server of ours. Make one with ``start``; it stops when this process ends, whatever ends it."""

    def __init__(self, instance: Instance) -> None:
        self._instance = instance
        self._child: Child | None = None
        self.address = GraphAddress("", "neo4j", "")

    @classmethod
    def start(cls, options: Neo4jOptions) -> Self:
        """Provision if needed, start, and wait until Bolt answers.

        Raises: EngineError with the end of the log when it does not come up.
        """
        server = cls(Instance(options))
        for last in (False, False, True):
            try:
                server._launch(options.port or free_ports(1)[0])
            except EngineError as error:
                if last or options.port or "already in use" not in error.en:
                    raise
            else:
                break
        return server

    def _launch(self, port: int) -> None:
        self.address = self._instance.prepare(port)
        self._child = Child(self._instance.server_command(), self._instance.log, self._instance.folder)
        self._child.start()
        try:
            self._instance.await_answer(self.address, self._child.alive)
        except BaseException:
            self.stop()
            raise

    @property
    def pid(self) -> int:
        """The process id of the Java that is the server; 0 when it is stopped."""
        return self._child.pid if self._child else 0

    def stop(self) -> None:
        """Stop the server in order; twice does no harm."""
        if self._child is not None:
            self._child.stop()
            self._child = None

    def kill(self) -> None:
        """End the server as a power cut would: no handler runs, nothing is flushed."""
        if self._child is not None:
            os.kill(self._child.pid, signal.SIGKILL)
            self.stop()

    def restart(self) -> None:
        """Start again on the same port and data, after stopping the server if it runs."""
        self.stop()
        self._launch(int(self.address.uri.rsplit(":", 1)[1]))

    def check(self) -> str:
        """Have ``neo4j-admin database check`` read the whole stopped store, and give what it says.

        After ``kill`` restart and stop first, so that the log is replayed. Raises: EngineError when the store is
        inconsistent or in use.
        """
        return self._instance.admin("database", "check", self.address.database)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
