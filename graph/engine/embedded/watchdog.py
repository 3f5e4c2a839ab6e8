"""Runs one server process for as long as its owner lives, and not a moment longer.

Started by file, with nothing but the standard library: ``watchdog.py LOG COMMAND...``. The owner holds the other end
of our standard input. When it closes, be it on purpose, by a crash, or by kill -9 of the owner, the server is asked
to stop and, after ten seconds, made to. We have a process group of our own, so Ctrl-C in a terminal reaches the owner
alone, which then stops things in order. On Linux the kernel kills the server when somebody kills us.

Prints the server's process id; ends with the server's exit code.
"""

import contextlib
import ctypes
import os
import select
import signal
import subprocess
import sys
import threading
from typing import BinaryIO

STOP_WITHIN_S = 10
# How often we look whether the owner lives by other means than the pipe, and how long the log has grown.
LOOK_EVERY_S = 1.0
# A server of months writes a line for each refused statement; the server's own rotated logs stay.
LOG_LIMIT_BYTES = 32 * 1024 * 1024
NOT_STARTED = 127
_PR_SET_PDEATHSIG = 1


def _die_with_parent() -> None:
    """Ask the kernel to end this process with its parent; where there is no such call, do without.

    By SIGKILL: no one is left to insist when a polite request is not followed, and the stores survive a power cut.
    """
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def _start(command: list[str], log: BinaryIO) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603  # the command is that of the owner, who started us
        command,
        stdin=subprocess.DEVNULL,
        stdout=log,
        stderr=log,
        preexec_fn=_die_with_parent if sys.platform == "linux" else None,  # noqa: PLW1509  # no threads run yet
    )


def _stop(server: subprocess.Popen[bytes]) -> None:
    """Ask the server to stop, and make it after a while. Never waits: it also runs inside a signal handler."""
    server.terminate()
    insist = threading.Timer(STOP_WITHIN_S, server.kill)
    insist.daemon = True
    insist.start()


def _attend(server: subprocess.Popen[bytes], owner: int, log: BinaryIO) -> None:
    """Stop the server when the owner is gone.

    A process that the owner forked may hold our pipe open after the owner's death, so its end is not the only sign.
    """
    while os.getppid() == owner:
        readable, _, _ = select.select([0], [], [], LOOK_EVERY_S)
        if readable and not os.read(0, 4096):
            break
        if os.fstat(log.fileno()).st_size > LOG_LIMIT_BYTES:
            log.truncate(0)
    _stop(server)


def main() -> int:
    """Run the server until it ends or its owner does."""
    owner = os.getppid()
    path, *command = sys.argv[1:]
    log = open(path, "ab", buffering=0)  # noqa: PTH123, SIM115  # a path from the command line, open until we end
    try:
        server = _start(command, log)
    except OSError as error:
        log.write(f"{command[0]}: {error.strerror}\n".encode())
        return NOT_STARTED
    signal.signal(signal.SIGTERM, lambda *_: _stop(server))
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    print(server.pid, flush=True)  # noqa: T201  # how the owner learns it
    threading.Thread(target=_attend, args=(server, owner, log), daemon=True).start()
    return server.wait()


if __name__ == "__main__":
    sys.exit(main())
