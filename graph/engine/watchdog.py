"""Runs one server process for as long as its owner lives, and not a moment longer.

Started by file, with nothing but the standard library: ``watchdog.py LOG COMMAND...``. The owner holds the other end
of our standard input. When it closes, be it on purpose, by a crash, or by kill -9 of the owner, the server is asked
to stop and, after ten seconds, made to. We have a session of our own, so Ctrl-C in a terminal reaches the owner alone,
which then stops things in order. On Linux the server also dies with us, should somebody kill us.

Prints the server's process id; ends with the server's exit code.
"""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import threading

STOP_WITHIN_S = 10
_PR_SET_PDEATHSIG = 1


def _die_with_parent() -> None:
    """Ask the kernel to end this process with its parent; where there is no such call, do without."""
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


def stop(server: subprocess.Popen[bytes]) -> None:
    """Ask the server to stop, then make it."""
    server.terminate()
    try:
        server.wait(STOP_WITHIN_S)
    except subprocess.TimeoutExpired:
        server.kill()


def _stop_at_end_of_input(server: subprocess.Popen[bytes]) -> None:
    while os.read(0, 4096):
        pass
    stop(server)


def main() -> int:
    """Run the server until it ends or its owner does."""
    log, *command = sys.argv[1:]
    with open(log, "ab", buffering=0) as output:  # noqa: PTH123  # a path from the command line, opened once
        server = subprocess.Popen(  # noqa: S603  # the command is our owner's
            command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            preexec_fn=_die_with_parent if sys.platform == "linux" else None,  # noqa: PLW1509  # no threads run yet
        )
    signal.signal(signal.SIGTERM, lambda *_: stop(server))
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    print(server.pid, flush=True)  # noqa: T201  # how the owner learns it
    threading.Thread(target=_stop_at_end_of_input, args=(server,), daemon=True).start()
    return server.wait()


if __name__ == "__main__":
    sys.exit(main())
