"""The ceiling: what a Python server could reach without GraphQL, on the same statements and with the same bytes.

A hand-written Starlette application with a path for each workload. The statements are our compiler's, taken at start;
parameters, shape and order are written out by hand. Only the bare driver stands between it and the graph.
"""

import base64
import bisect
import os
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import neo4j
import orjson
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bench.serving.ceiling_readme import main_parameters, main_question, work_areas
from bench.texts import prepared
from bench.workloads import KEY, PAGE, Q1, Q2, Q3, README, Workload
from graph.query.change_log import HELD

Variables = dict[str, Any]
MAJOR_IDS: list[str] = []


# ---- parameters


def _by_code(given: Variables) -> Variables:
    return {"standardCode": given["code"]}


def _major(given: Variables) -> Variables:
    return {"id": f"Major:2021:{given['code']}"}


def _major_with_links(given: Variables) -> Variables:
    return {**_major(given), "rows": 21}


def _ids_after(cursor: str, count: int) -> list[str]:
    at = bisect.bisect_right(MAJOR_IDS, orjson.loads(base64.urlsafe_b64decode(cursor))[1])
    return MAJOR_IDS[at : at + count]


def _fifty(given: Variables) -> Variables:
    return {"rows": 51, "ids": _ids_after(given["after"], 51), "rows_2": 11}


def _twenty(given: Variables) -> Variables:
    return {"rows": 21, "ids": _ids_after(given["after"], 21)}


# ---- shapes


def _last(row: list[Any]) -> Any:
    return row[-1]


def _rank(row: list[Any]) -> Any:
    return row[2], row[3]


def _year(row: list[Any]) -> Any:
    return row[1], row[2], row[3]


def _q1(rows: list[Any]) -> Any:
    name, levels = rows[0]
    shown = [
        {"level": level, "standardLevels": _standard_levels(inner)} for level, inner, _, _ in sorted(levels, key=_rank)
    ]
    return {"certificate": {"name": name, "levels": shown}}


def _standard_levels(rows: list[Any]) -> list[Any]:
    return [
        {"id": id_, "requirementCount": count, "workAreas": work_areas(areas)}
        for id_, count, areas, _ in sorted(rows, key=_last)
    ]


def _by_sequence(row: list[Any]) -> Any:
    return row[1]


def _q2(rows: list[Any]) -> Any:
    nodes = [
        {
            "id": id_,
            "code": code,
            "name": name,
            "educationLevel": level,
            "teachingStandards": [
                {
                    "courses": [
                        {"id": course, "sequence": sequence, "name": title}
                        for course, sequence, title in sorted(courses, key=_by_sequence)
                    ]
                }
                for courses, _, _, _ in sorted(standards, key=_year)
            ],
            "certificates": {"nodes": [{"id": x, "name": y, "batch": z} for x, y, z in certificates[:10]]},
        }
        for id_, code, name, level, standards, certificates in rows[:50]
    ]
    return {"majors": {"nodes": nodes}}


def _q3(rows: list[Any]) -> Any:
    code, name, standards = rows[0]
    shown = [
        {
            "courses": [
                {
                    "id": id_,
                    "name": title,
                    "covers": {"nodes": [{"id": x, "code": y, "text": z} for x, y, z in covers[:20]]},
                }
                for id_, title, covers, _ in sorted(courses, key=_last)
            ]
        }
        for courses, _, _, _ in sorted(standards, key=_year)
    ]
    return {"major": {"code": code, "name": name, "teachingStandards": shown}}


def _key(rows: list[Any]) -> Any:
    id_, code, name, level = rows[0]
    return {"major": {"id": id_, "code": code, "name": name, "educationLevel": level}}


def _page(rows: list[Any]) -> Any:
    shown = rows[:20]
    nodes = [{"id": a, "code": b, "name": c, "educationLevel": d} for (a, b, c, d), _ in shown]
    end = base64.urlsafe_b64encode(orjson.dumps(["Major", shown[-1][1]])).decode()
    return {"majors": {"nodes": nodes, "pageInfo": {"hasNextPage": len(rows) > 20, "endCursor": end}}}


Parameters = Callable[[Variables], Variables]
Shape = Callable[..., Any]
HANDLERS: dict[str, tuple[Workload, Parameters, Shape]] = {
    "q1": (Q1, _by_code, _q1),
    "q2": (Q2, _fifty, _q2),
    "q3": (Q3, _major_with_links, _q3),
    "key": (KEY, _major, _key),
    "page": (PAGE, _twenty, _page),
    "readme": (README, main_parameters, main_question),
}


# ---- the application


def _route(app: Starlette, name: str) -> Route:
    workload, parameters, shape = HANDLERS[name]
    compiled = prepared(workload).compiled
    # As a server has it whose directory is as old as the graph: then there is little news, or none.
    held = {HELD: 0} if f"${HELD}" in compiled.text else {}

    async def answer(request: Request) -> Response:
        given = orjson.loads(await request.body())["variables"]
        async with app.state.driver.session(database="neo4j", default_access_mode="READ", fetch_size=-1) as session:
            record = await (await session.run(compiled.text, parameters(given) | held)).single()
        # Behind the columns of the root fields stands what is news of the directory, where the statement uses it.
        return Response(orjson.dumps({"data": shape(*record[: len(compiled.columns)])}), media_type="application/json")

    return Route(f"/{name}", answer, methods=["POST"])


def make_app() -> Starlette:
    """Make the application; the environment says where the graph is."""
    address, user, password = (os.environ[f"ONEPLUSX_NEO4J_{each}"] for each in ("URI", "USER", "PASSWORD"))

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        async with neo4j.AsyncGraphDatabase.driver(
            address,
            auth=(user, password),
            notifications_min_severity="OFF",
            max_connection_pool_size=32,
            telemetry_disabled=True,
        ) as driver:
            app.state.driver = driver
            rows, _, _ = await driver.execute_query("MATCH (m:Major) RETURN m.id", database_="neo4j")
            MAJOR_IDS[:] = sorted(row[0] for row in rows)
            yield

    app = Starlette(lifespan=lifespan)
    app.router.routes.extend(_route(app, name) for name in HANDLERS)
    return app


if __name__ == "__main__":
    uvicorn.run(
        make_app(), host="127.0.0.1", port=int(os.environ["ONEPLUSX_PORT"]), log_level="warning", access_log=False
    )
