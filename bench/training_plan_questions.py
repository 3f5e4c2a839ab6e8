"""What questions on training plans cost: time at the client, and processor time of the server and the embedded engine."""

import statistics
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import httpx

from bench.engines import Engine, started
from bench.serving.processes import Served, fine_cpu_ms, served
from resolvers.questions.question import Analysis
from resolvers.questions.registry import QUESTIONS

# Rounds until the engine has compiled the statement and the server its code, and those that are measured.
WARM, ROUNDS = 30, 30
# A value of an answer, by which cost is counted, is this much of the embedded engine: docs/adr/0017-expensive-work-takes-turns.md.
_MS_A_VALUE = 0.02
# The plan of the seeds with most lines, and one to compare it with.
PLAN, OTHER = (
    "TrainingPlan:深圳信息职业技术大学:软件技术:2025级",
    "TrainingPlan:深圳信息职业技术大学:云计算技术应用:2025级",
)
_EDIT = f'{{action: REMOVE_LINE, of: "PlanCourse:{PLAN.partition(":")[2]}:1"}}'
_COUNTS = "passed failed unknown"
QUERIES: Mapping[str, str] = {
    "trainingPlanCompliance": f'{{ trainingPlanCompliance(plan: "{PLAN}") {{ {_COUNTS} }} }}',
    "trainingPlanWhatIf": f"""{{ trainingPlanWhatIf(plan: "{PLAN}", target: "SkillStandard:510084:2.0", edits: [{_EDIT}]) {{
        complianceAfter {{ {_COUNTS} }} coverageAfter {{ requirements covered }} }} }}""",
    "trainingPlanDraft": f"""{{ trainingPlanDraft(major: "Major:2021:510203", grade: "2027级",
        targets: ["CertificateLevel:JavaWeb应用开发:INTERMEDIATE"]) {{ {_COUNTS} }} }}""",
    "diffTrainingPlans": f'{{ diffTrainingPlans(from: "{PLAN}", to: "{OTHER}") {{ addedCount removedCount changedCount }} }}',
    "orphanedTrainingPlans": '{ orphanedTrainingPlans(asOf: "2026-01-01") { plans orphaned unknown } }',
}


def plan_questions() -> dict[str, Any]:
    """Ask each question about training plans on the national seeds, uncached; few fields, as a question reads all anyway.

    ``values`` is what the processor time of the engine is in values of an answer, next to the cost that is charged.
    """
    cost = {each.name: each.cost for each in QUESTIONS if isinstance(each, Analysis)}
    with (
        tempfile.TemporaryDirectory() as name,
        started("embedded", Path(name)) as engine,
        served(Path(name), **{**engine.settings, "ONEPLUSX_LOAD_SEEDS": "true", "ONEPLUSX_CACHE_BYTES": "0"}) as server,
        httpx.Client(timeout=30) as client,
    ):
        return {
            called: {**_spent(client, server, engine, query), "charged": cost[called]}
            for called, query in QUERIES.items()
        }


def _spent(client: httpx.Client, server: Served, engine: Engine, query: str) -> dict[str, Any]:
    found = [_once(client, server, engine, query) for _ in range(WARM + ROUNDS)][WARM:]
    at_client, of_server, of_engine = ([each[part] for each in found] for part in range(3))
    engine_ms = statistics.median(of_engine)
    return {
        "p50_ms": round(statistics.median(at_client), 1),
        "max_ms": round(max(at_client), 1),
        "server_processor_ms": round(statistics.median(of_server), 1),
        "engine_processor_ms": round(engine_ms, 1),
        "values": round(engine_ms / _MS_A_VALUE),
    }


def _once(client: httpx.Client, server: Served, engine: Engine, query: str) -> tuple[float, float, float]:
    def clocks() -> tuple[float, float, float]:
        return time.perf_counter() * 1e3, fine_cpu_ms(server.pid), fine_cpu_ms(engine.pid)

    before = clocks()
    answer = client.post(f"{server.url}/graphql", json={"query": query}).json()
    after = clocks()
    assert "errors" not in answer, answer
    return after[0] - before[0], after[1] - before[1], after[2] - before[2]
