"""Improvements as jobs over HTTP: how far each is, its answer, and the solver that ends when no one waits."""

import asyncio
import os
import signal
import sys
import threading

import httpx
import pytest

from graph.query.statement import Statement
from graph.upkeep import editors
from graph.upkeep.editors import Role
from server.app import create_app
from server.graph_source import Graph
from server.plans.improvements import improvement_jobs, improvement_runner, improvement_services
from server.plans.improvements.improvement_jobs import BOUNDS
from server.settings import Settings
from solvers.solver_process import COMMAND
from tests.interchange.training_plan_imports.made_imports import PLAN
from tests.resolvers.editing.training_plans.plan_office import EDIT, REVISE
from tests.server.imports.importing import Importing, importing
from tests.server.plans.improving import (
    CANCEL,
    CONVERT,
    EMBED,
    FIND,
    PLACE,
    WEIGH,
    begin,
    find,
    solved,
    solver_processes,
)
from tests.server.serving import serving
from tests.waiting import until

PLACED = {"plan": PLAN, "weeks": [{"semester": number, "weeks": 16} for number in range(1, 7)]}


def line(number):
    return f"PlanCourse:示例职业技术学院:软件技术:2026级:{number}:1"


async def test_a_schedule_is_proven_and_says_what_moves(office):
    job = await solved(office, "dora", PLACE, **PLACED)
    schedule = job["schedule"]

    assert (job["kind"], job["plan"], job["state"], job["error"]) == ("SCHEDULE", PLAN, "SOLVED", None)
    assert (job["isProven"], job["isUnique"], len(job["answerSha256"])) == (True, True, 64)
    assert [each["objective"] for each in job["stages"]] == ["PEAK", "MOVES", "SPREAD", "APART", "DISTANCE"]
    assert (schedule["isPossible"], schedule["conflicts"], schedule["shortages"]) == (True, [], [])
    moved = [each for each in schedule["courses"] if each["semester"] != each["semesterNow"]]
    assert schedule["moves"] == len(moved) > 0
    assert {each["course"] for each in moved} <= {"网页开发", "程序设计", "数据库"}
    assert {each["course"]: (each["line"], each["held"]) for each in schedule["courses"]} == {
        "网页开发": (line(2), None),
        "甲": (line(3), "CHOICE"),
        "乙": (line(4), "CHOICE"),
        "程序设计": (line(5), None),
        "数据库": (line(6), None),
    }
    peak = max(each["weeklyHours"] for each in schedule["semesters"] if each["weeklyHours"] is not None)
    assert job["stages"][0]["value"] == -(-peak // 1)
    assert (job["embedding"], job["recognition"]) == (None, None)


async def test_a_schedule_of_a_draft_with_a_moved_line_names_each_line_as_the_draft_does(office, database):
    office.tokens["zhao"] = await editors.add(database, "zhao", Role.DESIGNER, college="示例职业技术学院")
    made = (await office.change("zhao", REVISE, trainingPlan=PLAN, reason="修订"))["trainingPlan"]
    move = {"action": "MOVE_LINE", "of": made["courses"][-1]["id"], "before": made["courses"][0]["id"]}
    given = {"trainingPlan": made["id"], "expectedVersion": made["editVersion"], "edits": [move]}
    moved = (await office.change("zhao", EDIT, **given))["trainingPlan"]
    job = await solved(office, "zhao", PLACE, **{**PLACED, "plan": made["id"]})

    names = {each["id"]: each["name"] for each in moved["courses"]}
    assert [*names.values()][:2] == ["数据库", "军事理论"]
    courses = job["schedule"]["courses"]
    assert [names[each["line"]] for each in courses] == [each["course"] for each in courses]
    assert len(courses) == 5


async def test_the_same_question_has_the_same_digest(office):
    first, second = [await solved(office, "dora", PLACE, **PLACED) for _ in range(2)]

    assert first["id"] != second["id"]
    assert first["answerSha256"] == second["answerSha256"]
    assert first["schedule"] == second["schedule"]


async def test_what_forbids_a_schedule_is_named(office):
    given = {**PLACED, "locked": ["网页开发"], "prerequisites": [{"before": "数据库", "after": "网页开发"}]}
    job = await solved(office, "dora", PLACE, **given)

    assert (job["state"], job["schedule"]["isPossible"]) == ("SOLVED", False)
    assert job["schedule"]["conflicts"] == [
        {
            "rules": [
                {
                    "code": "PREREQUISITE",
                    "subjects": ["数据库", "网页开发"],
                    "text": "数据库 before 网页开发",
                    "gives": None,
                }
            ]
        }
    ]
    assert {each["semester"] for each in job["schedule"]["courses"]} == {None}


async def test_credits_are_recognised_by_the_rules_of_a_college(office):
    refused = await office.change("dora", CONVERT, plan=PLAN)

    assert refused["job"] is None
    assert [(each["code"], each["argument"]) for each in refused["userErrors"]] == [("CREDIT_RULES_CHOICE", None)]


@pytest.mark.parametrize(
    ("mutation", "given", "code", "argument"),
    [
        (PLACE, {"plan": "Major:2021:510203"}, "BAD_ARGUMENT", "plan"),
        (PLACE, {"plan": f"{PLAN}1"}, "NOT_FOUND", None),
        (PLACE, {**PLACED, "seconds": 61}, "BAD_ARGUMENT", "seconds"),
        (PLACE, {**PLACED, "order": ["PEAK", "PEAK"]}, "BAD_ARGUMENT", "order"),
        (PLACE, {**PLACED, "locked": ["x" * 201]}, "BAD_ARGUMENT", "locked"),
        (PLACE, {**PLACED, "locked": ["物理"] * 501}, "BAD_ARGUMENT", "locked"),
        (PLACE, {**PLACED, "locked": ["物理"]}, "COURSE_NOT_IN_PLAN", None),
        (PLACE, {**PLACED, "begins": [{"course": "甲", "semesters": [2]}]}, "COURSE_HELD", None),
        (PLACE, {**PLACED, "begins": [{"course": "数据库", "semesters": [19]}]}, "COURSE_BEGINS", None),
        (EMBED, {"plan": PLAN, "level": PLAN}, "BAD_ARGUMENT", "level"),
        (WEIGH, {"plan": PLAN, "levels": []}, "BAD_ARGUMENT", "levels"),
        (WEIGH, {"plan": PLAN, "levels": [PLAN]}, "BAD_ARGUMENT", "level"),
        (WEIGH, {"plan": PLAN, "levels": [f"CertificateLevel:{each}" for each in range(11)]}, "BAD_ARGUMENT", "levels"),
        (EMBED, {"plan": PLAN, "level": "CertificateLevel:Web前端开发:ADVANCED"}, "NOT_FOUND", None),
        (
            EMBED,
            {"plan": PLAN, "level": "CertificateLevel:Web前端开发:INTERMEDIATE", "budgetHours": -1},
            "BAD_ARGUMENT",
            "budgetHours",
        ),
        (CONVERT, {"plan": PLAN, "alternatives": 11}, "BAD_ARGUMENT", "alternatives"),
    ],
)
async def test_what_cannot_be_asked_begins_no_job(mutation, given, code, argument, office):
    payload = await office.change("dora", mutation, **given)

    assert payload["job"] is None
    assert [each["code"] for each in payload["userErrors"]] == [code]
    if argument:
        assert payload["userErrors"][0]["argument"] == argument


async def test_only_an_editor_begins_a_job_and_only_that_editor_sees_it(office):
    anonymous = await office.post(None, PLACE, input=PLACED)
    job = await begin(office, "dora", PLACE, **PLACED)
    other = await office.post("rui", FIND, id=job["id"])

    assert anonymous["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"
    assert other["errors"][0]["extensions"]["code"] == "NOT_FOUND"
    assert (await find(office, "dora", job["id"], wait=10))["state"] == "SOLVED"


async def test_a_draft_is_improved_by_an_editor_of_its_college_alone(office, database):
    own = {"plan": PLAN, "college": "College:示例职业技术学院"}
    await database.run_alone(
        Statement(
            "MATCH (p:TrainingPlan {id: $plan})-->(n) WHERE NOT n:Major SET p.draftOf = $college, n.draftOf = $college",
            own,
        )
    )
    await database.run_alone(Statement("MATCH (e:Editor {name: 'rui'}) SET e.college = $college", own))

    refused = await office.change("dora", PLACE, **PLACED)
    job = await begin(office, "rui", PLACE, **PLACED)

    assert [each["code"] for each in refused["userErrors"]] == ["NOT_FOUND"]
    assert (await find(office, "rui", job["id"], wait=10))["state"] == "SOLVED"


# ---- the process that solves

# It says which stage it has solved, and never solves another.
ENDLESS = """import sys, threading; sys.stdin.readline()
print('{"stage":["PEAK",9,9]}', flush=True); threading.Event().wait()"""
PEAK = {"objective": "PEAK", "value": 9, "bound": 9, "isProven": True}


@pytest.fixture
def endless(monkeypatch):
    """Let applications that start from now on have solvers that never end."""
    monkeypatch.setattr(improvement_services, "COMMAND", (sys.executable, "-c", ENDLESS, "solvers.worker"))


@pytest.fixture
async def slow(endless, engine_address, database, plans, tmp_path):
    async with importing(engine_address, database, tmp_path) as made:
        made.tokens.update(plans)
        yield made


async def solving(office, job_id):
    """Give a job when its solver has reported a stage."""
    async with asyncio.timeout(30):
        while not (job := await find(office, "dora", job_id))["stages"]:
            pass
    return job


async def cancel(office, job_id):
    return (await office.change("dora", CANCEL, job=job_id))["job"]


async def test_a_job_shows_the_stages_so_far_and_ends_with_its_solver_when_it_is_cancelled(slow):
    begun = await begin(slow, "dora", PLACE, **PLACED)
    job = await solving(slow, begun["id"])
    before = solver_processes()
    cancelled = await cancel(slow, job["id"])

    assert (begun["state"], begun["stages"], begun["isProven"]) == ("QUEUED", [], False)
    assert (job["state"], job["stages"], job["isProven"], job["schedule"]) == ("SOLVING", [PEAK], False, None)
    assert (len(before), solver_processes()) == (1, [])
    assert (cancelled["state"], cancelled["error"], cancelled["answerSha256"]) == ("CANCELLED", None, None)
    assert await cancel(slow, job["id"]) == cancelled


async def test_a_cancelled_job_ends_at_once_and_not_when_its_runner_looks_again(slow, monkeypatch):
    job = await solving(slow, (await begin(slow, "dora", PLACE, **PLACED))["id"])
    before = solver_processes()
    for module in (improvement_runner, improvement_services):
        # No one looks again in time: who learns of it only by looking never does.
        monkeypatch.setattr(module, "LOOK_EVERY_S", 3600.0)
    monkeypatch.setattr(improvement_services, "END_WITHIN_S", 3600.0)
    await turn_of_the_runner()
    cancelled = await cancel(slow, job["id"])

    assert (len(before), cancelled["state"], solver_processes()) == (1, "CANCELLED", [])


async def turn_of_the_runner():
    """Let the runner, which looked each 30 ms until now, begin to wait for an hour."""
    looks = []
    asked = improvement_jobs.ImprovementStore.is_wanted

    def noted(store, job_id):
        looks.append(job_id)
        return asked(store, job_id)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(improvement_jobs.ImprovementStore, "is_wanted", noted)
        await until(lambda: looks)


async def test_a_job_that_waits_says_how_many_are_before_it(endless, engine_address, database, plans, tmp_path):
    async with importing(engine_address, database, tmp_path, solvers_at_once=1) as made:
        made.tokens.update(plans)
        first = await solving(made, (await begin(made, "dora", PLACE, **PLACED))["id"])
        waiting = [await begin(made, each, PLACE, **PLACED) for each in ("dora", "rui")]
        told = [(each["state"], each["jobsBefore"]) for each in (first, *waiting)]
        await cancel(made, waiting[0]["id"])
        last = await find(made, "rui", waiting[1]["id"])

    assert told == [("SOLVING", None), ("QUEUED", 1), ("QUEUED", 2)]
    assert (last["state"], last["jobsBefore"]) == ("QUEUED", 1)


async def test_who_is_before_a_job_is_counted_in_a_thread_that_no_other_request_waits_for(slow, monkeypatch):
    counted, threads = improvement_jobs.ImprovementStore.jobs_before, []

    def noted(store, job):
        threads.append(threading.get_ident())
        return counted(store, job)

    monkeypatch.setattr(improvement_jobs.ImprovementStore, "jobs_before", noted)
    begun = await begin(slow, "dora", PLACE, **PLACED)
    await find(slow, "dora", begun["id"])
    await cancel(slow, begun["id"])

    assert len(threads) == 3
    assert threading.get_ident() not in threads


async def test_a_solver_that_is_killed_is_an_error_of_its_job_alone(slow):
    job = await solving(slow, (await begin(slow, "dora", PLACE, **PLACED))["id"])
    (process,) = solver_processes()
    os.kill(process, signal.SIGKILL)
    ended = await find(slow, "dora", job["id"], wait=10)
    again = await solving(slow, (await begin(slow, "dora", PLACE, **PLACED))["id"])

    assert (ended["state"], ended["error"]["code"], ended["schedule"]) == ("FAILED", "SOLVER_DIED", None)
    assert again["state"] == "SOLVING"


async def test_who_leaves_the_page_leaves_no_solver(slow, monkeypatch):
    job = await solving(slow, (await begin(slow, "dora", PLACE, **PLACED))["id"])
    monkeypatch.setattr(improvement_jobs, "UNASKED_S", 0.0)
    await until(lambda: not solver_processes())

    assert (await find(slow, "dora", job["id"], wait=10))["state"] == "CANCELLED"


async def test_a_client_that_waits_and_goes_does_not_end_the_job(*, endless, engine_address, database, plans, tmp_path):
    """On a real socket: the job is for the next request."""
    app = create_app(Settings(data_dir=tmp_path / "var", seeds_dir=(tmp_path / "seeds",)), Graph(engine_address))
    async with serving(app) as url, httpx.AsyncClient(base_url=url, timeout=60) as client:
        office = Importing(client, plans, database, tmp_path, app)
        job = await solving(office, (await begin(office, "dora", PLACE, **PLACED))["id"])
        body = {"query": FIND, "variables": {"id": job["id"], "wait": 10}}
        headers = {"authorization": f"Bearer {plans['dora']}"}
        with pytest.raises(httpx.ReadTimeout):
            await client.post("/graphql", json=body, headers=headers, timeout=httpx.Timeout(60, read=0.2))
        after = await find(office, "dora", job["id"])
        cancelled = await cancel(office, job["id"])

    assert (after, cancelled["state"], solver_processes()) == (job, "CANCELLED", [])


async def test_a_job_whose_server_stopped_is_solved_by_the_next(
    *, endless, monkeypatch, engine_address, database, plans, tmp_path
):
    async with importing(engine_address, database, tmp_path) as first:
        first.tokens.update(plans)
        job = await solving(first, (await begin(first, "dora", PLACE, **PLACED))["id"])
    left = solver_processes()
    monkeypatch.setattr(improvement_services, "COMMAND", COMMAND)
    async with importing(engine_address, database, tmp_path) as second:
        second.tokens.update(plans)
        after = await find(second, "dora", job["id"], wait=10)

    assert (left, after["id"], after["state"], len(after["stages"])) == ([], job["id"], "SOLVED", 5)


async def test_who_has_many_jobs_open_begins_no_more(slow):
    for _ in range(BOUNDS.open):
        await begin(slow, "dora", PLACE, **PLACED)
    refused = await slow.change("dora", PLACE, **PLACED)
    other = await slow.change("rui", PLACE, **PLACED)

    (error,) = refused["userErrors"]
    assert error["code"] == "NOT_POSSIBLE_NOW"
    assert error["message"].startswith(
        "3 of your problems and 3 in all wait for the solver; at most 3 and 20 may. Wait until one is solved"
    )
    assert other["userErrors"] == []


async def test_without_its_library_a_job_says_how_to_get_it(office, monkeypatch, tmp_path):
    (tmp_path / "ortools.py").write_text("raise ModuleNotFoundError(\"No module named 'ortools'\", name='ortools')")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    job = await solved(office, "dora", PLACE, **PLACED)

    assert (job["state"], job["error"]["code"]) == ("FAILED", "SOLVER_MISSING")
    assert "oneplusx[planning]" in job["error"]["message"]
