"""What the owner of an embedded engine sets while it runs: how long a statement may take.

The engine ignores the limit that the driver sends with a statement, so a statement that its client gave up would run
on. It keeps what is set with the database: an engine that is started again after a crash has it too.
"""

import base64
import http.client
import json
from dataclasses import dataclass

from graph.connection.address import GraphAddress
from graph.engine.bolt_probe import ANSWER_WITHIN_S, LOOPBACK
from graph.engine.embedded.child import wait_until
from graph.errors import EngineError

# The engine answers Bolt a little before or after it takes commands.
TAKEN_WITHIN_S = 10.0


@dataclass(frozen=True, slots=True)
class Control:
    """The port of an engine that takes commands, and the graph whose account gives them."""

    port: int
    graph: GraphAddress

    def limit_statements(self, seconds: float) -> None:
        """Stop every statement that takes longer, from now on. Raises: EngineError."""
        command = f"ALTER DATABASE `arcadedb.command.timeout` {max(1, int(seconds * 1000))}"
        if not wait_until(lambda: self._takes(command), within_s=TAKEN_WITHIN_S, every_s=0.2):
            raise EngineError(
                f"The embedded graph engine does not take a time limit of {seconds} s for statements. Start it again.",
                f"嵌入式图引擎无法设置 {seconds} 秒的语句时限。请重新启动。",
            )

    def _takes(self, command: str) -> bool:
        token = base64.b64encode(f"{self.graph.user}:{self.graph.password}".encode()).decode()
        headers = {"Authorization": f"Basic {token}", "Content-Type": "application/json"}
        body = json.dumps({"language": "sql", "command": command})
        connection = http.client.HTTPConnection(LOOPBACK, self.port, timeout=ANSWER_WITHIN_S)
        try:
            connection.request("POST", f"/api/v1/command/{self.graph.database}", body, headers)
            return connection.getresponse().status == http.client.OK
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()
