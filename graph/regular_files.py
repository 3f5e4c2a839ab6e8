"""Reads files that a caller names: what is no regular file is refused at once, for to read a pipe may never end."""

import errno
import io
import os
import stat
from pathlib import Path
from typing import BinaryIO

from graph.errors import OneplusxError


class NotRegularFileError(OneplusxError):
    """A pipe, a socket or a device stands where a file is needed."""

    code = "NOT_A_FILE"

    def __init__(self, file: str) -> None:
        super().__init__(
            f"{file} is a pipe, a socket or a device. Write what it holds into a file, and name that.",
            f"{file} 是管道、套接字或设备。请先将其内容存为文件，再指定该文件。",
        )


def open_regular(file: Path) -> BinaryIO:
    """Open a regular file to be read. Raises: NotRegularFileError; OSError where there is none, or a folder."""
    return open(file, "rb", opener=_opened)  # a path has no opener


def open_unbuffered(file: Path) -> io.FileIO:
    """Open a regular file for a reader that buffers by itself. Raises: as ``open_regular``."""
    return io.FileIO(file, opener=_opened)


def open_table(file: Path) -> io.TextIOWrapper:
    """Open a regular file of comma-separated values in UTF-8. Raises: as ``open_regular``."""
    return io.TextIOWrapper(open_regular(file), encoding="utf-8-sig", newline="")


def read_regular(file: Path) -> bytes:
    """Read a regular file whole. Raises: as ``open_regular``."""
    with open_regular(file) as opened:
        return opened.read()


def _opened(file: str, flags: int) -> int:
    # Without waiting for somebody to write into a pipe.
    handle = os.open(file, flags | getattr(os, "O_NONBLOCK", 0))
    mode = os.fstat(handle).st_mode
    if stat.S_ISREG(mode):
        return handle
    os.close(handle)
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), file)
    raise NotRegularFileError(file)
