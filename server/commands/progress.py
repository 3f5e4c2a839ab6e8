"""Progress of a load: bars on a terminal; elsewhere, as in a log, a line for each stage."""

import contextlib
from collections.abc import Callable, Iterator

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TaskProgressColumn, TextColumn, TimeElapsedColumn

from server.commands.language import say

# Takes a stage, how much of it is done, and of how much.
Tell = Callable[[str, int, int], None]
# The stages of a load in Chinese.
_ZH = {"check": "检查", "prepare": "准备", "compare": "比较", "write": "写入"}


@contextlib.contextmanager
def progress_bars() -> Iterator[Tell]:
    """Give the function that a load tells its progress to; what it shows goes to the standard error."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield _line_by_stage(console)
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


def _line_by_stage(console: Console) -> Tell:
    begun: set[str] = set()

    def tell(stage: str, _: int, total: int) -> None:
        if stage not in begun:
            begun.add(stage)
            console.print(f"{_shown(stage)} ({total:,})" if total > 1 else _shown(stage), highlight=False)

    return tell


def _shown(stage: str) -> str:
    return say(stage, _ZH.get(stage, stage))
