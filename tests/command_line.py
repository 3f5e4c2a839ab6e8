"""``oneplusx`` run in this process: a process of its own takes a second to begin, and says the same."""

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import chdir, contextmanager, redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from subprocess import CompletedProcess
from unittest.mock import patch

from graph.engine.embedded.engine import EmbeddedEngine, EngineOptions
from server.commands import graph_access
from server.commands.main import main


@contextmanager
def kept_engine(data: Path) -> Iterator[None]:
    """Keep the engine of a data folder running, so that the commands on it share one and none has to start it."""
    with EmbeddedEngine.open(EngineOptions(data / "graph")):
        yield


def _width(environment: Mapping[str, str]) -> int | None:
    """Give the width of a terminal: a process of its own reads it as it begins, and ours began long ago."""
    return int(environment["COLUMNS"]) if "COLUMNS" in environment else graph_access.out._width


def oneplusx(*arguments: str | Path, folder: Path, **environment: str) -> CompletedProcess[str]:
    """Run a command in a folder, with no settings but these."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ONEPLUSX_")}
    command = ["oneplusx", *map(str, arguments)]
    out, err, code = StringIO(), StringIO(), 0
    with (
        patch.dict(os.environ, {**kept, **environment}, clear=True),
        patch.object(sys, "argv", command),
        patch.object(graph_access.out, "_width", _width(environment)),
        chdir(folder),
        redirect_stdout(out),
        redirect_stderr(err),
    ):
        try:
            main()
        except SystemExit as end:
            code = int(end.code or 0)
    return CompletedProcess(command, code, out.getvalue(), err.getvalue())
