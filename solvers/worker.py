"""The process that solves, under limits: ``python -m solvers.worker``.

Each line of standard input is a problem. Standard output has a line for each stage that is solved, and one for the
answer. It ends when its input ends, so it outlives no caller, whatever it is doing.
"""

import contextlib
import importlib
import os
import queue
import resource
import signal
import sys
import threading
from typing import Any

import orjson

from solvers.tasks import TASKS, OutOfTimeError, ReportStage, SolverLimits, SolverTask

# Addresses, of which the libraries take most. 60 lines with 139 requirements need 200 MB of memory.
MEMORY_LARGEST = 3 << 30


def main() -> None:
    """Answer problems until the input ends."""
    _limit()
    # Ctrl-C goes to the caller, which kills this process.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    answers = _own_output()
    lines: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    threading.Thread(target=_read_lines, args=(lines,), daemon=True).start()

    def write(values: dict[str, Any]) -> None:
        answers.write(orjson.dumps(values) + b"\n")
        answers.flush()

    while True:
        write(_answer(lines.get(), lambda stage: write({"stage": tuple(stage)})))


def _read_lines(lines: "queue.SimpleQueue[bytes]") -> None:
    for line in sys.stdin.buffer:
        lines.put(line)
    # Not sys.exit: the main thread may be solving.
    os._exit(0)


def _own_output() -> Any:
    """Keep standard output to answers: what libraries print goes to standard error."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return answers


def _limit() -> None:
    for limit, value in ((resource.RLIMIT_AS, MEMORY_LARGEST), (resource.RLIMIT_CORE, 0)):
        # A limit that the machine sets lower already stays.
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(limit, (value, value))


def _answer(line: bytes, report: ReportStage) -> dict[str, Any]:
    request = orjson.loads(line)
    task = TASKS[request["task"]]
    try:
        model = importlib.import_module(task.module)
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != "ortools":
            raise
        return {"error": "MISSING"}
    return _solve(model, task, request, report)


def _solve(model: Any, task: SolverTask[Any, Any], request: dict[str, Any], report: ReportStage) -> dict[str, Any]:
    problem = task.problem.validate_python(request["problem"])
    try:
        answer = model.solve(problem, SolverLimits(*request["limits"]), report)
    except OutOfTimeError:
        return {"error": "TIME"}
    return {"answer": task.answer.dump_python(answer, mode="json")}


if __name__ == "__main__":
    main()
