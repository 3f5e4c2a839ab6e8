"""A note next to the data folder that says that it holds editors' work.

It is outside the folder, so that a folder that vanished (removed, or a disk that is not mounted) is noticed: seeds can
be loaded again, what editors wrote cannot.
"""

import contextlib
import datetime as dt
import json
from pathlib import Path

from graph.connection.database import Database
from graph.errors import OneplusxError
from graph.upkeep.editors import count_work


class DataVanishedError(OneplusxError):
    """The data folder is empty or gone, and it held editors' work."""

    code = "DATA_VANISHED"

    def __init__(self, folder: Path, note: Path, editor_count: int, changes: int, on: str) -> None:
        super().__init__(
            f"The data folder {folder} is empty or gone. It held the work of {editor_count} editors and {changes} "
            f"changes when it was seen last, on {on}. Put it back, mount its disk, or bring a backup in with "
            f"`oneplusx restore`. To begin anew without that work, remove {note}.",
            f"数据目录 {folder} 为空或已不存在。最近一次（{on}）其中有 {editor_count} 位编辑者的 {changes} 次变更。"
            f"请放回该目录或挂载其磁盘，或用 `oneplusx restore` 恢复备份。如确要放弃这些内容重新开始，请删除 {note}。",
        )


class WorkNote:
    """The note of one data folder."""

    def __init__(self, data_dir: Path) -> None:
        self._folder = data_dir
        self.path = data_dir.with_name(f"{data_dir.name}.holds-work.json")

    def require_none(self) -> None:
        """Refuse to begin anew where there was work. Raises: DataVanishedError."""
        with contextlib.suppress(OSError, ValueError, KeyError):
            noted = json.loads(self.path.read_text())
            raise DataVanishedError(self._folder, self.path, noted["editors"], noted["changes"], noted["on"])

    async def write(self, database: Database) -> None:
        """Note what editors have written, if there are any; where no file can be made there is no note."""
        editor_count, changes = await count_work(database.read)
        noted = {"editors": editor_count, "changes": changes, "on": dt.datetime.now(dt.UTC).date().isoformat()}
        if editor_count:
            with contextlib.suppress(OSError):
                self.path.write_text(json.dumps(noted) + "\n")
                # As all that is kept of the graph: for this user only.
                self.path.chmod(0o600)
