"""Whether the disk of an embedded engine has the room that it takes to write, and what is said where it has not."""

import shutil
from pathlib import Path

from graph.errors import EngineError

MB = 1 << 20
# An empty graph with all constraints and indexes took 76 MB at its peak (load of seven rows, 2026-12-01): some more is
# wanted. With nothing left the engine dies in odd ways.
LEAST_FREE_MB = 96
# A write fails where less is left; an engine that has its files starts, reads and stops.
FULL_BELOW_BYTES = 4 * MB
# A change stands in the log and in the files for a while. The national graph of 77,344 nodes and links took 132 MB at
# its peak, 760 bytes for each above the empty graph (restore, 2026-12-01, where it did not fit on 120 MB): some more is
# wanted.
BYTES_PER_ROW = 1_300
# What Java says of a disk, or of a user's share of it, that has no byte left.
_NO_ROOM = ("No space left on device", "Disk quota exceeded")


def require_first_room(root: Path) -> None:
    """Refuse to begin a graph on a disk that is nearly full. Raises: EngineError."""
    free_mb = free_bytes(root) // MB
    if free_mb < LEAST_FREE_MB:
        raise EngineError(
            f"The disk of {root} is full: {free_mb} MB are free and {LEAST_FREE_MB} MB are needed.",
            f"{root} 所在磁盘已满：剩余 {free_mb} MB，至少需要 {LEAST_FREE_MB} MB。",
        )


def require_room_for(root: Path, rows: int) -> None:
    """Refuse to write this many nodes and links where they may not fit. Raises: EngineError."""
    needed, free = rows * BYTES_PER_ROW, free_bytes(root)
    if free < needed:
        raise EngineError(
            f"The disk of {root} has too little room: {free // MB} MB are free, and writing {rows:,} nodes and links "
            f"takes up to {_whole_mb(needed)} MB. Nothing of it was written. Make room, or choose another disk with "
            "ONEPLUSX_DATA_DIR.",
            f"{root} 所在磁盘空间不足：剩余 {free // MB} MB，写入 {rows:,} 个节点和关系最多需要 "
            f"{_whole_mb(needed)} MB。尚未写入。请腾出空间，或用 ONEPLUSX_DATA_DIR 另选磁盘。",
        )


def left_in_log(root: Path, log_of_engine: Path) -> EngineError | None:
    """Say that a full disk keeps changes in the log of changes, out of the files; None where nothing of the kind is so.

    A clean stop leaves no such log. A start brings it into the files, and ends the engine where that finds no room.
    """
    waiting = sum(each.stat().st_size for each in (root / "databases").glob("*/txlog_*.wal"))
    if not waiting or not _was_full(root, log_of_engine):
        return None
    needed = _whole_mb(waiting + FULL_BELOW_BYTES)
    return EngineError(
        f"The disk of {root} is full: the last changes stand in the engine's log of changes, and its files have no "
        f"room for them. Nothing is lost. Make room until {needed} MB are free, then start: the engine does the "
        "rest.",
        f"{root} 所在磁盘已满：最近的修改已记入引擎的变更日志，但数据文件没有空间写入。数据没有丢失。"
        f"请腾出空间，使剩余不少于 {needed} MB，然后启动，引擎会自行恢复。",
    )


def _was_full(root: Path, log_of_engine: Path) -> bool:
    if is_full(root):
        return True
    text = log_of_engine.read_text(errors="replace") if log_of_engine.exists() else ""
    return any(each in text for each in _NO_ROOM)


def is_full(root: Path) -> bool:
    """Whether a write fails now."""
    return free_bytes(root) < FULL_BELOW_BYTES


def free_bytes(root: Path) -> int:
    """Give how much room the disk has."""
    return shutil.disk_usage(root).free


def _whole_mb(count: int) -> int:
    return -(-count // MB)
