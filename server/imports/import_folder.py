"""The folder of uploads and imports: how many bytes are in it, and what is said where it is full."""

import contextlib
import stat
from pathlib import Path

from graph.errors import UserError


class UploadSpaceError(UserError):
    """The space for documents that wait to be imported is used up."""

    code = "UPLOAD_SPACE"

    def __init__(self, largest: int) -> None:
        super().__init__(
            f"Documents of imports take up all of the {largest >> 20} MB that this server keeps for them. Try again in "
            "an hour, when the oldest are removed.",
            f"待导入文档已占满服务器预留的 {largest >> 20} MB。请一小时后再试，届时最早的文档会被清除。",
        )


def bytes_in(folder: Path) -> int:
    """Count the bytes of all files of a folder; one that has two names counts once."""
    sizes: dict[int, int] = {}
    for path in folder.rglob("*"):
        with contextlib.suppress(FileNotFoundError):
            found = path.lstat()
            sizes[found.st_ino] = found.st_size if stat.S_ISREG(found.st_mode) else 0
    return sum(sizes.values())
