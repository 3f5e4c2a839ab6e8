"""The process that solves: it begins when asked, ends with its caller, and its death is an answer."""

import asyncio
import os
import resource
import select
import subprocess
import sys
from pathlib import Path

import pytest

from analysis.training_plans.improvement.semester_schedule import ScheduledCourse, ScheduleProblem, Semester
from solvers import worker
from solvers.solver_errors import SolverDiedError, SolverMissingError, SolverTimeError
from solvers.solver_process import COMMAND, SolverProcess
from solvers.tasks import SCHEDULE, SolverLimits
from tests.waiting import turns, until

SMALL = ScheduleProblem((Semester(1, 1600),), (ScheduledCourse("A", (32,), (1,), 1),))


def script(text):
    return [sys.executable, "-c", text]


def is_there(process_id):
    try:
        os.kill(process_id, 0)
    except ProcessLookupError:
        return False
    return True


async def test_it_begins_when_asked_and_stays_for_the_next_problem():
    async with SolverProcess() as solver:
        before = solver.process_id
        first = await solver.solve(SCHEDULE, SMALL)
        process_id = solver.process_id
        second = await solver.solve(SCHEDULE, SMALL)

        assert (before, solver.process_id) == (None, process_id)
        assert (first.begins, second) == ({"A": 1}, first)
    assert solver.process_id is None


async def test_each_stage_is_reported_before_the_answer_comes(solver):
    reported = []
    answer = await solver.solve(SCHEDULE, SMALL, report=reported.append)

    assert tuple(reported) == answer.stages
    assert [each.objective for each in reported] == ["PEAK", "MOVES", "SPREAD", "APART", "DISTANCE"]


async def test_it_is_killed_when_its_caller_leaves_and_the_next_caller_has_another():
    # It reads the problem, says so by the first half of a line, and never ends.
    endless = script(
        "import sys, threading; sys.stdin.readline(); print('{', end='', flush=True); threading.Event().wait()"
    )
    async with SolverProcess(endless) as solver:
        asked = asyncio.create_task(solver.solve(SCHEDULE, SMALL))
        await until(lambda: solver.process_id)
        process_id = solver.process_id
        asked.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asked

        assert (is_there(process_id), solver.process_id) == (False, None)


def processor_seconds(process_id):
    """The processor time of a process so far."""
    values = Path(f"/proc/{process_id}/stat").read_text().rpartition(")")[2].split()
    return sum(map(int, values[11:13])) / os.sysconf("SC_CLK_TCK")


def processor_seconds_of_ended():
    """The processor time of all processes that this one began and that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


async def test_what_solves_gets_no_more_of_the_processor_once_its_caller_has_left():
    """The signal goes out in the turns of the loop in which the caller leaves, however busy the machine is."""
    busy = script("import sys; sys.stdin.readline()\nwhile True: pass")
    ended = processor_seconds_of_ended()
    async with SolverProcess(busy) as solver:
        asked = asyncio.create_task(solver.solve(SCHEDULE, SMALL))
        await until(lambda: solver.process_id and processor_seconds(solver.process_id) > 0.1)
        end = os.pidfd_open(solver.process_id)
        before = processor_seconds(solver.process_id)
        asked.cancel()
        await turns()
        # From here on the loop does nothing until the process is gone: without the signal it never would be.
        select.select([end], [], [])
        os.close(end)
        with pytest.raises(asyncio.CancelledError):
            await asked

    assert processor_seconds_of_ended() - ended - before < 0.1


async def test_one_that_waits_for_its_turn_does_not_kill_the_problem_before_it(solver):
    # The second is cancelled while the first holds the process: at its first stage.
    waiting = []
    first = asyncio.create_task(solver.solve(SCHEDULE, SMALL, report=lambda stage: waiting[0].cancel()))
    waiting.append(asyncio.create_task(solver.solve(SCHEDULE, SMALL)))

    assert (await first).begins == {"A": 1}
    with pytest.raises(asyncio.CancelledError):
        await waiting[0]


async def test_its_death_is_an_answer_and_the_next_problem_has_a_new_process():
    mortal = script("import os, sys; sys.stdin.readline(); os._exit(7)")
    async with SolverProcess(mortal) as solver:
        for _ in range(2):
            with pytest.raises(SolverDiedError) as caught:
                await solver.solve(SCHEDULE, SMALL)
            assert "status 7" in caught.value.en


async def test_a_process_without_enough_memory_dies_with_a_code():
    small = f"from solvers import worker; worker.MEMORY_LARGEST = {200 << 20}; worker.main()"
    async with SolverProcess(script(small)) as solver:
        with pytest.raises(SolverDiedError):
            await solver.solve(SCHEDULE, SMALL)


async def test_a_process_that_outlives_its_time_is_killed(monkeypatch):
    monkeypatch.setattr("solvers.solver_process.GRACE_SECONDS", 0.0)
    endless = script("import sys, threading; sys.stdin.readline(); threading.Event().wait()")
    async with SolverProcess(endless) as solver:
        with pytest.raises(SolverTimeError):
            await solver.solve(SCHEDULE, SMALL, SolverLimits(seconds=0.05))
        assert solver.process_id is None


async def test_no_time_at_all_is_an_answer_of_the_process_itself(solver):
    with pytest.raises(SolverTimeError):
        await solver.solve(SCHEDULE, SMALL, SolverLimits(deterministic=0.0))


async def test_where_the_library_is_missing_the_message_says_how_to_get_it(tmp_path, monkeypatch):
    (tmp_path / "ortools.py").write_text("raise ModuleNotFoundError(\"No module named 'ortools'\", name='ortools')")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    async with SolverProcess() as solver:
        with pytest.raises(SolverMissingError) as caught:
            await solver.solve(SCHEDULE, SMALL)

    assert "oneplusx[planning]" in caught.value.en
    assert "oneplusx[planning]" in caught.value.zh


@pytest.mark.slow
async def test_an_idle_process_ends_by_itself():
    async with SolverProcess(idle_seconds=0.0) as solver:
        await solver.solve(SCHEDULE, SMALL)
        process_id = solver.process_id
        await until(lambda: not is_there(process_id))

        assert (await solver.solve(SCHEDULE, SMALL)).begins == {"A": 1}
        assert solver.process_id != process_id


def test_it_ends_when_its_caller_is_gone():
    with subprocess.Popen(COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        process.stdin.close()

        assert process.wait(60) == 0


def test_what_libraries_print_is_no_answer(capfd):
    kept = os.dup(1)
    try:
        with worker._own_output() as answers:
            os.write(1, b"noise\n")
            answers.write(b"answer\n")
    finally:
        os.dup2(kept, 1)
        os.close(kept)

    shown = capfd.readouterr()
    assert (shown.out, "noise\n" in shown.err) == ("answer\n", True)
