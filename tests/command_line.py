"""``oneplusx`` run in this process: a process of its own takes a second to begin, and says the same."""

import os
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from subprocess import CompletedProcess
from unittest.mock import patch

from server.commands.main import main


def oneplusx(*arguments: str | Path, folder: Path, **environment: str) -> CompletedProcess[str]:
    """Run a command in a folder, with no settings but these."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ONEPLUSX_")}
    command = ["oneplusx", *map(str, arguments)]
    out, err, code = StringIO(), StringIO(), 0
    with (
        patch.dict(os.environ, {**kept, **environment}, clear=True),
        patch.object(sys, "argv", command),
        chdir(folder),
        redirect_stdout(out),
        redirect_stderr(err),
    ):
        try:
            main()
        except SystemExit as end:
            code = int(end.code or 0)
    return CompletedProcess(command, code, out.getvalue(), err.getvalue())
