"""Coverage at national scale: one programme, its heat map, the national cube, and the gaps most wanted."""

import asyncio
import statistics
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import neo4j

from bench import engines
from bench.engines import STATEMENT_TIMEOUT_S, Engine
from bench.sides import SIDES
from bench.synthetic import Sizes
from graph.connection.address import GraphAddress
from graph.connection.database import Database, Limits
from graph.connection.directory_keeper import DirectoryKeeper
from resolvers.identify import Request
from resolvers.operation import Operations
from resolvers.root_fields import planners
from schema.build import executable_schema

PROGRAMMES = 60
SUITS = """query ($ids: [ID!]!) { majors(first: 100, where: { id: { in: $ids } }) { nodes { code
  certificates(first: 1) { nodes { skillStandards { code version } } } } } }"""


@dataclass(frozen=True, slots=True)
class Question:
    """A question, how often it is asked, and whether it is asked of single programmes."""

    query: str
    rounds: int
    of_programmes: bool = False


QUESTIONS: Mapping[str, Question] = {
    "coverage of a programme": Question(
        """query ($standard: ID!, $level: ID!) { coverage(subject: $standard, target: $level) {
        requirements covered notCovered unknown lower upper byTask { workTask { code name } covered unknown }
        items { state requirement { code text } proofs { course { displayName } alignment { strength } } } } }""",
        200,
        of_programmes=True,
    ),
    "matrix of a programme": Question(
        """query ($standard: ID!, $level: ID!) { coverageMatrix(rows: [$standard], columns: [$level]) {
        columns { column { displayName } requirements } rows { row { displayName }
        cells { covered notCovered unknown lower upper } } } }""",
        200,
        of_programmes=True,
    ),
    "cube by class and level": Question(
        """{ coverageCube(dimensions: [CLASS, CERTIFICATE_LEVEL]) { total rows {
        majorClass certificateLevel requirements covered notCovered unknown lower upper programmes } } }""",
        15,
    ),
    "cube by class and level, of one basis of evidence": Question(
        """{ coverageCube(dimensions: [CLASS, CERTIFICATE_LEVEL], filter: { evidenceBasis: [EDITORIAL] }) { total rows {
        majorClass certificateLevel requirements covered notCovered unknown lower upper programmes } } }""",
        15,
    ),
    "gaps, top 100": Question(
        "{ gaps(first: 100, includeUnknown: true) { programmes state certificate { name } requirement { code text } } }",
        15,
    ),
    "gaps that reviews closed, top 100": Question(
        "{ gaps(first: 100) { programmes state certificate { name } requirement { code text } } }",
        15,
    ),
}

Figures = dict[str, Any]


def coverage() -> Figures:
    """Coverage on the synthetic national graph of scale 1, alignments as nodes, uncached; dbHits by PROFILE."""
    return {name: _on(name, 1.0) for name in engines.ENGINES}


def _on(name: str, scale: float) -> Figures:
    sizes = Sizes.of(scale)
    with tempfile.TemporaryDirectory() as folder, engines.started(name, Path(folder)) as engine:
        found: Figures = {**engines.loaded(engine, sizes)}
        with SIDES["ours"](engine, Path(folder)) as side, httpx.Client(timeout=120) as client:
            url = f"{side.base}/graphql"
            programmes = _programmes(client, url, sizes)
            for title, question in QUESTIONS.items():
                found[title] = _times(client, url, question, programmes)
        if name == "neo4j":
            for title, question in QUESTIONS.items():
                found[title]["db_hits"] = asyncio.run(_db_hits(engine, question, programmes[0]))
    return found


def _programmes(client: httpx.Client, url: str, sizes: Sizes) -> list[Mapping[str, str]]:
    """Give teaching standards, each with a level that its major is aligned to."""
    ids = [f"Major:2021:{sizes.major_code(each)}" for each in range(PROGRAMMES)]
    answer = client.post(url, json={"query": SUITS, "variables": {"ids": ids}}).json()
    found = []
    for major in answer["data"]["majors"]["nodes"]:
        (standard,) = major["certificates"]["nodes"][0]["skillStandards"]
        level = f"StandardLevel:{standard['code']}:{standard['version']}:INTERMEDIATE"
        found.append({"standard": f"TeachingStandard:2025:{major['code']}", "level": level})
    return found


def _times(client: httpx.Client, url: str, question: Question, programmes: list[Mapping[str, str]]) -> Figures:
    warm = max(3, question.rounds // 4)
    found = []
    for turn in range(warm + question.rounds):
        variables = programmes[turn % len(programmes)] if question.of_programmes else {}
        began = time.perf_counter()
        answer = client.post(url, json={"query": question.query, "variables": variables}).json()
        found.append((time.perf_counter() - began) * 1e3)
        assert "errors" not in answer, answer
    found = sorted(found[warm:])
    return {"p50_ms": round(statistics.median(found), 1), "p95_ms": round(found[int(len(found) * 0.95)], 1)}


async def _db_hits(engine: Engine, question: Question, programme: Mapping[str, str]) -> int:
    """Profile the very statement that answers the question."""
    variables = programme if question.of_programmes else {}
    async with Database.open(engine.address, Limits(statement_s=STATEMENT_TIMEOUT_S)) as database:
        operations = Operations(executable_schema(), planners(), database, DirectoryKeeper(database))
        trace = (await operations.run(Request(question.query, variables))).trace
    return await asyncio.to_thread(_profiled, engine.address, trace.statement, dict(trace.params))


def _profiled(address: GraphAddress, statement: str, params: dict[str, Any]) -> int:
    with neo4j.GraphDatabase.driver(
        address.uri, auth=(address.user, address.password), notifications_min_severity="OFF"
    ) as driver:
        summary = driver.execute_query(f"PROFILE {statement}", params, database_=address.database).summary
    return _hits(summary.profile)


def _hits(operator: Any) -> int:
    return operator.get("dbHits", 0) + sum(map(_hits, operator.get("children", ())))
