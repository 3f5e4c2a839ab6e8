"""A server process under a watchdog, started again when it crashes."""

import contextlib
import logging
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from graph.engine.embedded import watchdog

FIRST_PAUSE_S = 0.2
LONGEST_PAUSE_S = 10.0
# A server that stood this long has recovered; crashes before it count as one row.
STEADY_S = 30.0
CRASHES_IN_A_ROW = 8
log = logging.getLogger("oneplusx.engine")


class Child:
    """One server process. ``start`` it, ``keep`` it alive, ``stop`` it."""

    def __init__(
        self, command: Sequence[str], log_file: Path, directory: Path, *, inherited: Sequence[int] = ()
    ) -> None:
        self._command = list(command)
        self._log_file = log_file
        self._directory = directory
        # File descriptors that the watchdog holds open as long as it lives: locks.
        self._inherited = inherited
        self._watchdog: subprocess.Popen[bytes] | None = None
        self._stopping = threading.Event()
        self._keeper: threading.Thread | None = None
        self.pid = 0
        # After how many crashes in a row the keeper gave up; None as long as it has not.
        self.given_up: int | None = None

    def start(self) -> None:
        """Start the process."""
        self._watchdog = subprocess.Popen(  # noqa: S603  # our own interpreter and file
            # Isolated and without site: it needs the standard library only, and starts in a few milliseconds.
            [sys.executable, "-I", "-S", watchdog.__file__, str(self._log_file), *self._command],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=self._directory,
            # Ctrl-C in a terminal goes to groups. A session of its own would do, too; but Linux may share processors
            # out by session (autogroup): apart from those who ask it, the engine let writes wait four times as long.
            process_group=0,
            pass_fds=self._inherited,
            # What the server writes is for this user only.
            umask=0o077,
        )
        assert self._watchdog.stdout is not None
        line = self._watchdog.stdout.readline()
        self.pid = int(line) if line.strip() else 0

    def alive(self) -> bool:
        """Whether the process runs."""
        return self._watchdog is not None and self._watchdog.poll() is None

    def keep(self) -> None:
        """Start the process again whenever it ends by itself, until ``stop``."""
        self._keeper = threading.Thread(target=self._keep, name="engine keeper", daemon=True)
        self._keeper.start()

    def kill(self) -> None:
        """End the process at once; one that is kept is started again."""
        if self.pid:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)
        # What stopped the process may have stopped its watchdog, too: it shares its group, and must see its end.
        if self._watchdog is not None:
            self._watchdog.send_signal(signal.SIGCONT)

    def _keep(self) -> None:
        pause, crashes = FIRST_PAUSE_S, 0
        while not self._stopping.is_set():
            if self._await_end() > STEADY_S:
                pause, crashes = FIRST_PAUSE_S, 0
            crashes += 1
            if self._stopping.is_set():
                return
            if crashes > CRASHES_IN_A_ROW:
                self.given_up = CRASHES_IN_A_ROW
                log.error("the engine ended %d times in a row and stays down; see %s", crashes - 1, self._log_file)
                return
            log.warning("the engine (process %d) ended by itself; it is started again in %.1f s", self.pid, pause)
            if self._stopping.wait(pause):
                return
            pause = min(pause * 2, LONGEST_PAUSE_S)
            self._start_again()

    def _await_end(self) -> float:
        """Wait for the end of the process; give how many seconds it stood."""
        began = time.monotonic()
        assert self._watchdog is not None
        self._watchdog.wait()
        return time.monotonic() - began

    def _start_again(self) -> None:
        self._close_pipes()
        # No memory or no process left counts as one more crash: the next round finds the old process ended.
        with contextlib.suppress(OSError):
            self.start()

    def stop(self) -> None:
        """Stop the process and wait for its end."""
        self._stopping.set()
        if self._watchdog is None:
            return
        self._close_input()
        try:
            self._watchdog.wait(watchdog.STOP_WITHIN_S + 5)
        except subprocess.TimeoutExpired:
            self._watchdog.kill()
            self._watchdog.wait()
        if self._keeper is not None:
            self._keeper.join(5)
        # The keeper may have started it once more while we waited.
        self._close_input()
        self._watchdog.wait()
        self._close_pipes()

    def _close_input(self) -> None:
        if self._watchdog is not None and self._watchdog.stdin is not None:
            with contextlib.suppress(OSError):
                self._watchdog.stdin.close()

    def _close_pipes(self) -> None:
        self._close_input()
        if self._watchdog is not None and self._watchdog.stdout is not None:
            self._watchdog.stdout.close()


def wait_until(is_done: Callable[[], bool], *, within_s: float, every_s: float = 0.05) -> bool:
    """Wait until a condition holds; give whether it did in time."""
    end = time.monotonic() + within_s
    while time.monotonic() < end:
        if is_done():
            return True
        time.sleep(every_s)
    return is_done()
