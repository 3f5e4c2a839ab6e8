"""Progress of a load: bars on a terminal; elsewhere, as in a log, a line for each stage, and more where one is long."""

import contextlib
import time
from collections.abc import Callable, Iterator

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TaskProgressColumn, TextColumn, TimeElapsedColumn

from server.commands.language import say

# Takes a stage, how much of it is done, and of how much.
Tell = Callable[[str, int, int], None]
# A stage that takes longer says how far it is: who waits in front of a log sees that it goes on.
SILENT_AT_MOST_S = 15.0
# The stages of a load in Chinese.
_ZH = {"check": "检查", "prepare": "准备", "compare": "比较", "write": "写入"}


@contextlib.contextmanager
def progress_bars(clock: Callable[[], float] = time.monotonic) -> Iterator[Tell]:
    """Give the function that a load tells its progress to; what it shows goes to the standard error."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield _line_by_stage(console, clock)
        return
    columns = (TextColumn("{task.description:<8}"), BarColumn(), TaskProgressColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console) as bars:
        yield _bar_by_stage(bars)


def _bar_by_stage(bars: Progress) -> Tell:
    stages: dict[str, TaskID] = {}

    def tell(stage: str, done: int, total: int) -> None:
        if stage not in stages:
            stages[stage] = bars.add_task(_shown(stage), total=total)
        bars.update(stages[stage], completed=done, total=total)

    return tell


def _line_by_stage(console: Console, clock: Callable[[], float]) -> Tell:
    begun: set[str] = set()
    told_at = clock()

    def tell(stage: str, done: int, total: int) -> None:
        nonlocal told_at
        if stage not in begun:
            begun.add(stage)
            text = f"{_shown(stage)} ({total:,})" if total > 1 else _shown(stage)
        elif done < total and clock() - told_at >= SILENT_AT_MOST_S:
            text = f"{_shown(stage)} {done:,} / {total:,}"
        else:
            return
        told_at = clock()
        console.print(text, highlight=False)

    return tell


def _shown(stage: str) -> str:
    return say(stage, _ZH.get(stage, stage))
