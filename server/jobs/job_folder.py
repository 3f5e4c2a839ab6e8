"""A folder of jobs: files that only this user reads, written whole, with locks between processes.

All API processes of a machine share it. A lock on a file says that a process works on something; when the process dies,
the lock goes with it.
"""

import contextlib
import fcntl
import os
import re
import secrets
from collections.abc import Iterator
from pathlib import Path

import orjson

_ID = re.compile(r"[0-9a-f]{32}")


def is_id(text: str) -> bool:
    """Whether a text may be the id of an upload or a job: it becomes part of a path."""
    return _ID.fullmatch(text) is not None


def new_id() -> str:
    """Make an id that no one guesses."""
    return secrets.token_hex(16)


def make_folder(path: Path) -> Path:
    """Make a folder that only this user enters."""
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    return path


def write_json(path: Path, values: object) -> None:
    """Write a file whole or not at all; named tuples become lists."""
    part = path.with_name(f"{path.name}.{secrets.token_hex(4)}.new")
    try:
        with os.fdopen(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
            file.write(orjson.dumps(values, default=tuple))
        part.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink()
        raise


@contextlib.contextmanager
def locked(path: Path, *, wait: bool = False) -> Iterator[bool]:
    """Hold a lock; gives False where another holder has it and no one is to ``wait``. Makes the file."""
    file = os.open(path, os.O_CREAT | os.O_RDWR, 0o600)
    try:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            yield False
        else:
            yield True
    finally:
        os.close(file)


@contextlib.contextmanager
def whole_folder(folder: Path) -> Iterator[None]:
    """Keep other processes from beginning, ending or removing anything in the folder meanwhile. For moments only."""
    with locked(make_folder(folder) / "lock", wait=True):
        yield
