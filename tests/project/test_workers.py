"""The suite on several workers: each engine starts in one of them, and no case gets lost in the count."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.workers import FOLDERS, LONG, EngineScheduling, group_of

ROOT = Path(__file__).resolve().parents[2]
HOOKS = "pytest_collection_modifyitems, pytest_terminal_summary, pytest_xdist_make_scheduler"
CASES = """
import contextlib
import os
from pathlib import Path

import pytest

from tests.conftest import started


@contextlib.contextmanager
def starting(name):
    Path(f"{name}-{os.getpid()}").touch()
    if name == "neo4j":
        raise OSError("no such engine here")
    yield name

@pytest.fixture(scope="session", params=["embedded", "neo4j"])
def engine_address(request):
    with started(request.param, starting(request.param)) as running:
        yield running

@pytest.mark.parametrize("number", range(4))
def test_number(number, engine_address):
    assert number

def test_without_engine():
    pass
"""
LOCAL = {"embedded": "2 failed, 6 passed", "neo4j": "8 skipped"}
IN_CI = {"embedded": "2 failed, 6 passed", "neo4j": "8 error"}


@pytest.mark.engine("embedded")
@pytest.mark.parametrize(
    ("workers", "ci", "expected"),
    [((), "", LOCAL), (("-n", "2"), "true", IN_CI)],
    ids=["one process at home", "two workers in CI"],
)
def test_every_engine_starts_in_one_worker_and_its_cases_are_counted(tmp_path, workers, ci, expected):
    (tmp_path / "conftest.py").write_text(f"from tests.conftest import {HOOKS}\n")
    (tmp_path / "test_some.py").write_text(CASES)
    (tmp_path / "test_others.py").write_text(CASES)
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:schemathesis", "-p", "no:asyncio", *workers, "."]
    environment = {**os.environ, "CI": ci, "PYTHONPATH": str(ROOT)}

    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)

    assert dict(re.findall(r"^graph engine (\S+): (.*)$", done.stdout, re.MULTILINE)) == expected, done.stdout
    started = [each.name.split("-") for each in tmp_path.glob("*-[0-9]*")]
    # At home the one that cannot start is tried for each of its cases.
    assert sorted({name for name, _ in started}) == ["embedded", "neo4j"]
    assert len({pid for name, pid in started if name == "embedded"}) == 1
    assert len({pid for _, pid in started}) == (2 if workers else 1)
    assert done.returncode == 1


def test_files_that_share_a_server_run_in_one_worker():
    browser, caching = "tests/served/browser/", "tests/served/test_caching.py"
    cases = [f"{browser}review/test_a.py::test_a", f"{browser}test_b.py::test_b[zh]", f"{caching}::test_c"]

    assert [group_of(each) for each in cases] == [browser, browser, caching]
    assert all((ROOT / each / "conftest.py").exists() for each in FOLDERS)


class Worker:
    """Stands for a worker: it notes what is sent to it."""

    shutting_down = False

    def __init__(self, collection):
        self.collection, self.sent = collection, []

    def send_runtest_some(self, indices):
        self.sent.append({group_of(self.collection[each]) for each in indices}.pop())

    def shutdown(self):
        pass


def test_engines_are_sent_first_then_what_takes_long_and_short_files_last():
    short = [f"tests/analysis/test_counts.py::test_{each}" for each in range(9)]
    engines = [f"tests/graph/test_a.py::test_{each}[{engine}]" for engine in ("neo4j", "embedded") for each in range(3)]
    cases = [*short, "tests/served/lifetime/test_life.py::test_a", "tests/served/browser/test_b.py::test_b", *engines]
    config = SimpleNamespace(getvalue=lambda _: ["popen"], option=SimpleNamespace(loadscopereorder=True))
    scheduling, worker = EngineScheduling(config), Worker(cases)
    scheduling.add_node(worker)
    scheduling.add_node_collection(worker, cases)

    scheduling.schedule()
    while scheduling.workqueue:
        scheduling._assign_work_unit(worker)

    assert set(worker.sent[:2]) == {"neo4j", "embedded"}
    assert worker.sent[2:] == [
        "tests/served/lifetime/test_life.py",
        "tests/served/browser/",
        "tests/analysis/test_counts.py",
    ]
    assert all((ROOT / each).is_dir() for each in LONG)


def test_what_is_left_out_between_commits_runs_with_all_others():
    def commands(target):
        shown = subprocess.run(["make", "-n", target], cwd=ROOT, capture_output=True, text=True, check=True).stdout
        return [each.partition("-m pytest")[2].split() for each in shown.splitlines() if "-m pytest" in each]

    assert commands("quick") == [["-n", "2", "-m", '"not', "engine", "and", "not", 'slow"']]
    assert commands("test") == [["-n", "2"]]
    assert "make test" in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    configured = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["pytest"]["ini_options"]
    assert not {"-m", "-k", "--deselect", "--ignore"} & {each.partition("=")[0] for each in configured["addopts"]}
