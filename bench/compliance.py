"""How long it takes to judge training plans by all national rules of their level, with choices and open figures."""

import datetime as dt
import statistics
import time
from pathlib import Path
from typing import Any

from analysis.training_plans.compliance.compliance import judge, sets_for
from analysis.training_plans.compliance.plan_facts import PlanFacts, plan_facts
from analysis.training_plans.training_plan import ChoiceGroup, PlanHead, PlanLine, PlanPlace
from seeds.rule_sets import read_rule_sets

LINES, GROUPS, PLANS, ROUNDS = 60, 4, 1_000, 30
_SEEDS = Path(__file__).parents[1] / "seeds" / "data"
_AS_OF = dt.date(2025, 9, 1)
_PLACE = PlanPlace(1)
_MODULES = ("COMMON", "FOUNDATION", "CORE", "EXTENSION", "PRACTICE", None)
_NATURES = ("REQUIRED", "REQUIRED", "ELECTIVE", None)
_COURSES = ("思想道德与法治", "形势与政策", "军事理论", "军事技能", "体育", "心理健康教育", "岗位实习")


def compliance() -> dict[str, Any]:
    """Judge one plan of 60 lines again and again, then a thousand that differ."""
    sets = read_rule_sets([_SEEDS])
    used = sets_for(_plan(0), sets)
    times = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        judge(_plan(0), used, _AS_OF, are_named=False)
        times.append((time.perf_counter() - began) * 1e3)
    began, busy = time.perf_counter(), time.process_time()
    for number in range(PLANS):
        judge(_plan(number), used, _AS_OF, are_named=False)
    return {
        "rules": sum(len(each.rules) for each in used),
        "plan_60_lines_ms": {"median": round(statistics.median(times), 1), "max": round(max(times), 1)},
        # The processor's share: on a machine that does other work besides, the time that passes is longer.
        "plans_1000_s": {
            "passed": round(time.perf_counter() - began, 2),
            "processor": round(time.process_time() - busy, 2),
        },
    }


def _plan(number: int) -> PlanFacts:
    """Make a plan in which every fifth line is a choice and some leave hours, module or nature out."""
    groups = [
        ChoiceGroup(each, "CHOOSE_CREDITS" if each % 2 else "CHOOSE_ONE", "", _PLACE, 1, 400, ())
        for each in range(1, GROUPS + 1)
    ]
    lines = [_line(at, number) for at in range(LINES)]
    head = PlanHead(grade="2025级", education_level="ASSOCIATE", duration_years=3)
    return plan_facts(head, lines, groups)


def _line(at: int, number: int) -> PlanLine:
    name = _COURSES[at] if at < len(_COURSES) else f"课程{at}"
    return PlanLine(
        _PLACE,
        name,
        module=_MODULES[(at + number) % len(_MODULES)],
        nature=_NATURES[(at + number) % len(_NATURES)],
        credits=200 + 100 * (at % 3),
        hours=None if (at + number) % 29 == 0 else 32 + 16 * (at % 3),
        practice_hours=None if at % 7 == 0 else 16,
        semesters=(1 + at % 6,),
        group=1 + at % GROUPS if at % 5 == 0 else None,
        option=str(at % 2),
    )
