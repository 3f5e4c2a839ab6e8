"""The folder of an embedded engine: data, log, locks, password, and the address for those who share the engine."""

import contextlib
import json
import os
import secrets
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from graph.connection.address import GraphAddress
from graph.engine.embedded.file_lock import FileLock
from graph.errors import EngineError

LOG_LINES_SHOWN = 15
# The engine makes its first files and its log of changes in less; with nothing left it dies in odd ways.
LEAST_FREE_MB = 64
USER = "root"


class Place:
    """Who may do what here is said by two locks.

    ``owner`` is held by the process that starts, keeps and stops the engine. ``running`` goes on to the engine's
    watchdog, so that after kill -9 of an owner the next one waits until the old engine has closed the data.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.log = root / "engine.log"
        self.owner = FileLock(root / "lock")
        self.running = FileLock(root / "running")
        self._password = root / "password"
        self._address = root / "address.json"
        self._arguments = root / "java.args"
        # Where the engine keeps its users; it ignores the password it is given as long as this file is there.
        self._users = root / "config" / "server-users.jsonl"

    @contextlib.contextmanager
    def refusals(self) -> Iterator[None]:
        """Turn what the operating system says about the folder into an EngineError."""
        try:
            yield
        except OSError as error:
            raise EngineError(
                f"The folder {self.root} cannot be used: {error.strerror}. Choose another with ONEPLUSX_DATA_DIR.",
                f"目录 {self.root} 无法使用：{error.strerror}。请用 ONEPLUSX_DATA_DIR 另选目录。",
            ) from error

    def make(self) -> None:
        """Make the folder, and see that it can be written and has room."""
        self.root.mkdir(parents=True, exist_ok=True)
        trial = self.root / f".trial-{os.getpid()}"
        try:
            trial.write_text("x" * 4096)
        finally:
            trial.unlink(missing_ok=True)
        free_mb = shutil.disk_usage(self.root).free >> 20
        if free_mb < LEAST_FREE_MB:
            raise EngineError(
                f"The disk of {self.root} is full: {free_mb} MB are free and {LEAST_FREE_MB} MB are needed.",
                f"{self.root} 所在磁盘已满：剩余 {free_mb} MB，至少需要 {LEAST_FREE_MB} MB。",
            )

    def password(self) -> str:
        """Give the engine's password, made at the first start and kept for this user only.

        When its file was lost, a new one is made and the engine takes it: who may write here may read the data anyway.
        """
        with contextlib.suppress(FileNotFoundError):
            if kept := self._password.read_text():
                return kept
        self._users.unlink(missing_ok=True)
        fresh = secrets.token_urlsafe(24)
        _write_secret(self._password, fresh)
        return fresh

    def tell(self, address: GraphAddress) -> None:
        """Write the address for those who share the engine."""
        _write_secret(self._address, json.dumps({"uri": address.uri}))

    def untell(self) -> None:
        """Take the address back: the engine is about to stop, or is that of an owner who died."""
        self._address.unlink(missing_ok=True)

    def shared_address(self) -> GraphAddress | None:
        """Give the address of the engine that another process owns, if it is ready."""
        try:
            uri = json.loads(self._address.read_text())["uri"]
            return GraphAddress(uri, USER, self._password.read_text())
        except (FileNotFoundError, ValueError):
            return None

    def keep_arguments(self, arguments: Sequence[str]) -> Path:
        """Write Java's arguments to a file: the password is among them, and anyone may read a command line."""
        quoted = ('"' + each.replace("\\", "\\\\").replace('"', '\\"') + '"' for each in arguments)
        _write_secret(self._arguments, "\n".join(quoted))
        return self._arguments

    def new_log(self) -> None:
        """Begin a log, keeping the one before."""
        with contextlib.suppress(FileNotFoundError):
            self.log.replace(self.log.with_suffix(".log.1"))

    def log_tail(self) -> str:
        """Give the last lines of the engine's log."""
        try:
            lines = self.log.read_text(errors="replace").splitlines()
        except OSError:
            return ""
        return "\n".join(lines[-LOG_LINES_SHOWN:])


def _write_secret(path: Path, text: str) -> None:
    """Write a file that only this user may read; whole or not at all."""
    fresh = path.with_name(path.name + ".new")
    fresh.unlink(missing_ok=True)
    fresh.touch(mode=0o600)
    fresh.write_text(text)
    fresh.replace(path)
