"""The folder of an embedded engine: data, log, locks, account, and the address for those who share the engine."""

import base64
import contextlib
import errno
import hashlib
import json
import os
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from graph.connection.address import GraphAddress
from graph.database_errors import DiskFullError, GraphUnavailableError
from graph.engine.embedded import disk_room
from graph.engine.embedded.file_lock import FileLock
from graph.errors import EngineError, OneplusxError

LOG_LINES_SHOWN = 15
# What the system says of a disk, or of a user's share of it, that has no byte left.
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
# The password is long and random, so a fast digest is as good as a slow one.
DIGEST_ROUNDS = 1_000


@dataclass(frozen=True, slots=True)
class Account:
    """Who we are at the engine of one folder, and the ports it listened on last.

    No one can guess the name. The engine takes no password for half a minute from a user who gave ten wrong ones, so
    any local user could bar a name that all know.
    """

    user: str
    password: str
    ports: tuple[int, ...] = ()

    @classmethod
    def fresh(cls) -> "Account":
        """Make one that no one knows."""
        return cls(f"oneplusx-{secrets.token_hex(12)}", secrets.token_urlsafe(24))

    def as_user(self) -> dict[str, Any]:
        """Write it as the engine keeps its users: it hashes with the text of the salt."""
        salt = base64.b64encode(secrets.token_bytes(32)).decode()
        digest = hashlib.pbkdf2_hmac("sha256", self.password.encode(), salt.encode(), DIGEST_ROUNDS)
        hashed = f"PBKDF2WithHmacSHA256${DIGEST_ROUNDS}${salt}${base64.b64encode(digest).decode()}"
        return {"name": self.user, "databases": {"*": ["admin"]}, "password": hashed}


class DataFolder:
    """Who may do what here is said by two locks.

    ``owner`` is held by the process that starts, keeps and stops the engine. ``running`` goes on to the engine's
    watchdog, so that after kill -9 of an owner the next one waits until the old engine has closed the data.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.log = root / "engine.log"
        self.owner = FileLock(root / "lock")
        self.running = FileLock(root / "running")
        self._account = root / "account.json"
        self._address = root / "address.json"
        self._arguments = root / "java.args"
        self._users = root / "config" / "server-users.jsonl"

    @contextlib.contextmanager
    def refusals(self) -> Iterator[None]:
        """Turn what the operating system says about the folder into an EngineError."""
        try:
            yield
        except OSError as error:
            if error.errno in _FULL:
                raise disk_room.left_in_log(self.root, self.log) or EngineError(
                    f"The disk of {self.root} is full. Make room: 100 kB are enough for `oneplusx status` and "
                    "`oneplusx editors revoke`.",
                    f"{self.root} 所在磁盘已满。请腾出空间：运行 `oneplusx status` 和 `oneplusx editors revoke` "
                    "只需 100 kB。",
                ) from error
            raise EngineError(
                f"The folder {self.root} cannot be used: {error.strerror}. Choose another with ONEPLUSX_DATA_DIR.",
                f"目录 {self.root} 无法使用：{error.strerror}。请用 ONEPLUSX_DATA_DIR 另选目录。",
            ) from error

    def make(self) -> None:
        """Make the folder for this user only, and see that it can be written, and has room for a new graph."""
        if not self.root.parent.exists():
            self.root.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.root.mkdir(mode=0o700, exist_ok=True)
        self.root.chmod(0o700)
        trial = self.root / f".trial-{os.getpid()}"
        try:
            _write_secret(trial, "x" * 4096)
        finally:
            _remove(trial)
        if not has_graph(self.root):
            disk_room.require_first_room(self.root)

    def account(self) -> Account:
        """Give our account at the engine, made at the first start; a lost one is made anew.

        Anyone who may write here may read the data anyway, so the engine takes the account that it finds here.
        """
        found = self._kept_account() or Account.fresh()
        self._users.parent.mkdir(mode=0o700, exist_ok=True)
        _write_secret(self._users, json.dumps(found.as_user()) + "\n")
        return found

    def keep_account(self, account: Account, ports: tuple[int, ...]) -> None:
        """Keep the account for those who share the engine, and its ports for the next start."""
        _write_secret(self._account, json.dumps(asdict(replace(account, ports=ports))))

    def _kept_account(self) -> Account | None:
        try:
            kept = json.loads(self._account.read_text())
            return Account(kept["user"], kept["password"], tuple(kept["ports"]))
        except (FileNotFoundError, ValueError, KeyError, TypeError):
            return None

    def trouble(self) -> OneplusxError | None:
        """Say why the engine here fails: its disk is full, or it is on its way down."""
        with contextlib.suppress(OSError):
            if disk_room.is_full(self.root):
                return DiskFullError()
        return None if self._address.exists() else GraphUnavailableError()

    def publish_address(self, address: GraphAddress) -> None:
        """Write the address for those who share the engine."""
        _write_secret(self._address, json.dumps({"uri": address.uri}))

    def withdraw_address(self) -> None:
        """Take the address back: the engine is about to stop, or is that of an owner who died."""
        self._address.unlink(missing_ok=True)

    def shared_address(self) -> GraphAddress | None:
        """Give the address of the engine that another process owns, if it is ready."""
        account = self._kept_account()
        try:
            uri = json.loads(self._address.read_text())["uri"]
        except (FileNotFoundError, ValueError):
            return None
        return self.address_at(uri, account) if account else None

    def address_at(self, uri: str, account: Account) -> GraphAddress:
        """Make the address of an engine of this folder, which is published once it has answered under this account."""
        return GraphAddress(
            uri,
            account.user,
            account.password,
            trouble=self.trouble,
            require_room_for=partial(disk_room.require_room_for, self.root),
            is_proven=True,
        )

    def keep_arguments(self, arguments: Sequence[str]) -> Path:
        """Write Java's arguments to a file, where their length does not matter."""
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


def has_graph(root: Path) -> bool:
    """Whether an engine has begun a graph in this folder."""
    return any((root / "databases").glob("*/schema.json"))


def _write_secret(path: Path, text: str) -> None:
    """Write a file that only this user may read; whole or not at all."""
    fresh = path.with_name(path.name + ".new")
    fresh.unlink(missing_ok=True)
    try:
        fresh.touch(mode=0o600)
        fresh.write_text(text)
        fresh.replace(path)
    finally:
        _remove(fresh)


def _remove(path: Path) -> None:
    """Remove what is left of a file; where that cannot be done, the error before it says why."""
    with contextlib.suppress(OSError):
        path.unlink()
