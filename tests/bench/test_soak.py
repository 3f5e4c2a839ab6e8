"""The soak in short: users and designers while a stranger sends every attack, on each engine; by counts, not seconds.

How long answers take is not looked at here, since other tests may run at the same time; ``make soak`` does.
"""

import math
from dataclasses import replace

import pytest

from bench.engines import ENGINES, Engine
from bench.soak.__main__ import LOG, PHASES, WITHOUT_ATTACKS, keep_log, soak
from bench.soak.attacks import ATTACKS, EVERY, FEW
from bench.soak.mix import KINDS
from bench.soak.phases import Figures, Phase
from bench.soak.report import Run, findings, page
from tests.conftest import started, with_national_seeds

# Never reached: a phase ends when all is done.
SECONDS = 600.0
ATTACKED = Phase("attacked", math.inf, EVERY, clients=4, designers=4, pairs=2, rounds=1)
WRITTEN = Phase("written", math.inf, clients=0, designers=12, pairs=2)


def is_of_load(failure: str) -> bool:
    """Whether a client was asked to come again: on a machine with other work that is no fault."""
    return '"retryable":true' in failure or "STATEMENT_TIMEOUT" in failure


@pytest.mark.parametrize("name", [pytest.param(each, marks=pytest.mark.engine(each)) for each in ENGINES])
def test_no_one_is_stopped_and_nothing_acknowledged_is_lost(name, tmp_path):
    with started(name, with_national_seeds(name, tmp_path / "graph")) as address:
        run = soak(Engine(name, address, None), tmp_path, SECONDS, (ATTACKED, WRITTEN))

    attacked, written = run.phases
    assert [text for each in run.phases for text in each.failures if not is_of_load(text)] == []
    assert attacked.per_s > 0
    assert run.acknowledged + len(attacked.failures) + len(written.failures) >= 4 * 2 + 12 * 2
    assert run.acknowledged > 20
    assert run.lost == []
    # The stranger is refused, answered, or asked to come later; never shown a fault.
    assert sum(attacked.attacked.values()) == FEW * len(ATTACKS)
    assert {code for code in attacked.attacked if "INTERNAL" in code or "500" in code} == set()


def test_the_page_holds_what_was_found_against_the_aims(soaked):
    shown = page(
        [soaked], {"when": "2026-11-28", "machine": "two cores", "seconds": "1", "load": "0.1", "command": "make soak"}
    )

    assert {each.phase.attack for each in soaked.phases} == {"", *ATTACKS}
    assert [each.is_met for each in findings(soaked) if "lost" in each.aim] == [False]
    assert "| acknowledged writes that were lost | 1 of 2 | no |" in shown
    assert "| no writes | 100 | 1 / 2 / 3 |" in shown


ABOUT = {"when": "2026-11-28", "machine": "two cores", "seconds": "1", "load": "0.1"}


def test_the_page_on_a_graph_of_another_size_speaks_of_its_own_run(soaked):
    command = "python -m bench.soak --scale 0.5"
    phases = [each for each in soaked.phases if each.phase in WITHOUT_ATTACKS]
    large = replace(soaked, phases=phases, graph="243334 nodes, 509488 links. ")

    shown = page([large], {**ABOUT, "command": command})

    assert "243334 nodes, 509488 links." in shown
    assert f"`{command}` runs it again." in shown
    assert "No stranger attacks." in shown
    assert "has no colleges" in shown
    assert [each for each in ("make soak", "0.75", "ten times", "the stranger") if each in shown] == []


def test_the_page_on_the_seeds_speaks_of_attacks_and_of_colleges(soaked):
    shown = page([soaked], {**ABOUT, "command": "python -m bench.soak"})

    assert "One stranger attacks at a time" in shown
    assert "`python -m bench.soak` runs it again." in shown
    assert [each for each in ("No stranger", "synthetic and has no colleges") if each in shown] == []


@pytest.fixture
def soaked():
    """A run with made-up figures, the same in each phase."""
    phases = [
        Figures(each, 100.0, dict.fromkeys(KINDS, (1.0, 2.0, 3.0)), 3.0, 2, 1.0, 5.0, server_mb=100, engine_mb=200)
        for each in PHASES
    ]
    return Run("embedded", phases, 2, ["Alignment:x: None"])


def test_the_log_of_a_run_is_kept_in_a_clone_that_has_no_folder_for_it(tmp_path):
    (tmp_path / LOG).write_text("a line")

    for _ in range(2):
        keep_log(tmp_path, "embedded", tmp_path / "var")

    assert (tmp_path / "var" / "soak-embedded.log").read_text() == "a line"
