"""A real Neo4j without Docker, Java or Maven on the machine; docs/neo4j.md tells how to use it.

In Python, ``Neo4jServer.start`` gives one that dies with its owner. On the command line,
``python -m graph.engine.neo4j.background start|stop|status|home`` keeps one in the
background. NEO4J_VERSION and NEO4J_PORT choose another version or port.
"""

import contextlib
import os
import signal
import subprocess
import sys

from graph.connection.address import BOLT_PORT, GraphAddress
from graph.engine.bolt_probe import free_ports, listens
from graph.engine.embedded.child import wait_until
from graph.engine.neo4j.instance import Instance, Neo4jOptions, port_of
from graph.engine.neo4j.provision import provision
from graph.errors import EngineError

STOP_WITHIN_S = 60
# A killed process is gone at once, unless the kernel keeps it: for a disk that does not answer, say.
KILLED_WITHIN_S = 10


def start(options: Neo4jOptions) -> str:
    """Start a server that stays when we go, or find the one that runs; give how to reach it."""
    instance = Instance(options)
    running = instance.running()
    if running is None:
        running = _start(instance, options.port or _port_as_before(instance))
    return _how_to_reach(instance, *running)


def _port_as_before(instance: Instance) -> int:
    """Give the port of the last start, which settings may name; else the usual one; a free one where it is taken."""
    port = instance.last_port() or BOLT_PORT
    return free_ports(1)[0] if listens(port) else port


def _start(instance: Instance, port: int) -> tuple[int, GraphAddress]:
    address = instance.prepare(port)
    with instance.log.open("ab") as log:
        server = subprocess.Popen(  # noqa: S603  # our own jars
            instance.server_command(),
            cwd=instance.folder,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    try:
        instance.await_answer(address, lambda: server.poll() is None)
    except BaseException:
        server.kill()
        server.wait()
        raise
    instance.note_running(server.pid, address)
    return server.pid, address


def _how_to_reach(instance: Instance, pid: int, address: GraphAddress) -> str:
    chosen = "" if instance.options.version == Neo4jOptions().version else f"NEO4J_VERSION={instance.options.version} "
    return f"""Neo4j {instance.options.version} runs (process {pid}) / 已运行（进程 {pid}）
  URI:       {address.uri}
  user:      {address.user}
  password:  in the file / 见文件 {instance.password_file}
  use it:    export ONEPLUSX_NEO4J_URI={address.uri} ONEPLUSX_NEO4J_PASSWORD="$(cat {instance.password_file})"
  stop it:   {chosen}make neo4j-stop"""


def stop(options: Neo4jOptions) -> str:
    """Stop the server in the background, and wait until it has let go of its data and port; kill one that does not.

    Raises: EngineError when it is there even then.
    """
    instance = Instance(options)
    running = instance.running()
    if running is None:
        return _not_running(options)
    pid, address = running
    port = port_of(address.uri)

    def ends(by: signal.Signals, within_s: float) -> bool:
        # It may end by itself meanwhile.
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, by)
        return wait_until(lambda: instance.is_free() and not listens(port), within_s=within_s, every_s=0.1)

    if ends(signal.SIGTERM, STOP_WITHIN_S):
        return f"Neo4j {options.version} is stopped; its data are kept / 已停止，数据保留"
    if ends(signal.SIGKILL, KILLED_WITHIN_S):
        return (
            f"Neo4j {options.version} did not stop within {STOP_WITHIN_S} s and was killed; its data are kept, and the "
            f"next start replays its log / {STOP_WITHIN_S} 秒内未停止，已强制结束；数据保留，下次启动时重放日志"
        )
    raise EngineError(
        f"Neo4j {options.version} (process {pid}) is still there after SIGKILL: it holds its data or its port {port}. "
        f"Look at the process, and at {instance.log}.",
        f"Neo4j {options.version}（进程 {pid}）在 SIGKILL 之后仍占用数据或端口 {port}。请检查该进程和 {instance.log}。",
    )


def status(options: Neo4jOptions) -> str:
    """Tell whether a server runs in the background, and how to reach it."""
    instance = Instance(options)
    running = instance.running()
    return _not_running(options) if running is None else _how_to_reach(instance, *running)


def _not_running(options: Neo4jOptions) -> str:
    return f"Neo4j {options.version} does not run in the background / 后台没有运行"


def _home(options: Neo4jOptions) -> str:
    return str(provision(options.version, options.root))


COMMANDS = {"start": start, "stop": stop, "status": status, "home": _home}


def _options() -> Neo4jOptions:
    """Read what the caller chose in the environment."""
    port = os.environ.get("NEO4J_PORT")
    version = os.environ.get("NEO4J_VERSION") or Neo4jOptions().version
    return Neo4jOptions(version=version, port=int(port) if port else None)


def main(arguments: list[str]) -> int:
    """Run one of the commands; give the exit code."""
    if len(arguments) != 1 or arguments[0] not in COMMANDS:
        print(f"usage: python -m graph.engine.neo4j.background {'|'.join(COMMANDS)}", file=sys.stderr)  # noqa: T201  # a command
        return 2
    try:
        print(COMMANDS[arguments[0]](_options()))  # noqa: T201  # a command
    except EngineError as error:
        print(error.en, error.zh, sep="\n", file=sys.stderr)  # noqa: T201  # a command
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
