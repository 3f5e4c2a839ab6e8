"""The soak in short: users, designers and every attack for a moment each, on each engine.

How long answers take is not looked at here, since other tests may run at the same time; ``make soak`` does.
"""

import pytest

from bench.engines import ENGINES
from bench.soak.__main__ import PHASES, soak
from bench.soak.mix import KINDS
from bench.soak.phases import Figures
from bench.soak.report import Run, findings, page

SECONDS = 1.5


def is_of_load(failure: str) -> bool:
    """Whether a client was asked to come again: on a machine with other work that is no fault."""
    return '"retryable":true' in failure or "STATEMENT_TIMEOUT" in failure


@pytest.mark.parametrize("engine", [pytest.param(each, marks=pytest.mark.engine(each)) for each in ENGINES])
def test_no_one_is_stopped_and_nothing_acknowledged_is_lost(engine):
    run = soak(engine, SECONDS)

    assert [each.phase for each in run.phases] == list(PHASES)
    faults = {each.phase.name: [text for text in each.failures if not is_of_load(text)] for each in run.phases}
    assert {name: texts for name, texts in faults.items() if texts} == {}
    assert all(each.per_s > 0 for each in run.phases if each.phase.clients)
    assert run.acknowledged > 10
    assert run.lost == []
    attacked = {each.phase.name: each.attacked for each in run.phases if each.phase.attack}
    assert all(attacked.values())
    # The stranger is refused, answered, or asked to come later; never shown a fault.
    assert {code for answers in attacked.values() for code in answers if "INTERNAL" in code or "500" in code} == set()


def test_the_page_holds_what_was_found_against_the_aims(soaked):
    shown = page(
        [soaked], {"when": "2026-11-28", "machine": "two cores", "seconds": "1", "load": "0.1", "command": "make soak"}
    )

    assert [each.is_met for each in findings(soaked) if "lost" in each.aim] == [False]
    assert "| acknowledged writes that were lost | 1 of 2 | no |" in shown
    assert "| no writes | 100 | 1 / 2 / 3 |" in shown


@pytest.fixture
def soaked():
    """A run with made-up figures, the same in each phase."""
    phases = [
        Figures(each, 100.0, dict.fromkeys(KINDS, (1.0, 2.0, 3.0)), 3.0, 2, 1.0, 5.0, server_mb=100, engine_mb=200)
        for each in PHASES
    ]
    return Run("embedded", phases, 2, ["Alignment:x: None"])
