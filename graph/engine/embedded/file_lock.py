"""Locks on files, which the kernel lets go when their last holder dies."""

import os
import sys
from pathlib import Path

if sys.platform != "win32":
    import fcntl


class FileLock:
    """Held by one opening of the file, and by every process that inherits it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle: int | None = None

    def take(self) -> bool:
        """Take the lock; False when another holds it. Raises: OSError when the file cannot be made."""
        handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(handle)
            return False
        self._handle = handle
        return True

    @property
    def is_held(self) -> bool:
        """Whether we hold it."""
        return self._handle is not None

    @property
    def handle(self) -> int:
        """The file descriptor, for a child to inherit."""
        assert self._handle is not None
        return self._handle

    def let_go(self) -> None:
        """Close our hold; a child that inherited it holds it on."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None
