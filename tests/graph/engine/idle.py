"""Whether a server has stopped working: what the kernel says of the time it was given."""

import os
import time
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")
WINDOW_S = 1.0
# What a Java that waits for work uses of a core; a statement that runs on uses a whole one.
RESTING = 0.1


def cpu_seconds(pid: int) -> float:
    """Give the time that the process has had on all cores together."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def becomes_idle(pid: int, *, within_s: float) -> bool:
    """Whether the process rests for a second before the time is up."""
    end = time.monotonic() + within_s
    while time.monotonic() < end:
        before = cpu_seconds(pid)
        time.sleep(WINDOW_S)
        if cpu_seconds(pid) - before < RESTING * WINDOW_S:
            return True
    return False
