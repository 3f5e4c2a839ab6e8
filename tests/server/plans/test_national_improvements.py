"""Real plans of the graph improved over HTTP: a certificate with its alignments, and credits by a college's rules."""

import httpx
import pytest

from graph.connection.database import Database, Limits
from graph.upkeep import editors
from graph.upkeep.editors import Role
from interchange.training_plan_imports.confirmed_plans import confirm_plans
from server.app import create_app
from server.graph_source import Graph
from server.settings import Settings
from tests.conftest import ENGINES, with_national_seeds
from tests.interchange.training_plan_imports.made_imports import COURSES, form, made_document
from tests.resolvers.editing.training_plans.plan_office import EDIT, REVISE
from tests.server.imports.importing import Importing
from tests.server.plans.improving import CONVERT, EMBED, MOVABLE, WEIGH, solved
from tests.server.serving import serving

PLAN = "TrainingPlan:深圳信息职业技术大学:软件技术:2025级"
COLLEGE = "深圳信息职业技术大学"
LEVEL = "CertificateLevel:JavaWeb应用开发:INTERMEDIATE"
ASKED = "query ($plan: ID!) { node(id: $plan) { ... on TrainingPlan { courses { id name } } } }"

pytestmark = pytest.mark.engine("embedded")


@pytest.fixture(scope="module")
def own_address(tmp_path_factory):
    """A graph of its own: an editor is added to it."""
    with with_national_seeds(ENGINES[0], tmp_path_factory.mktemp("own") / "graph") as address:
        yield address


@pytest.fixture
async def office(own_address, tmp_path):
    app = create_app(Settings(data_dir=tmp_path / "var", load_seeds=False), Graph(own_address))
    async with (
        Database.open(own_address, Limits(statement_s=30)) as database,
        serving(app) as url,
        httpx.AsyncClient(base_url=url, timeout=60) as client,
    ):
        token = await editors.add(database, tmp_path.name, Role.DESIGNER)
        yield Importing(client, {"dora": token}, database, tmp_path, app)


async def test_a_plan_learns_what_a_certificate_requires_within_its_hours(office):
    courses = (await office.post(None, ASKED, plan=PLAN))["data"]["node"]["courses"]
    lines = {each["id"]: each["name"] for each in courses}
    none, some = [await solved(office, "dora", EMBED, plan=PLAN, level=LEVEL, budgetHours=hours) for hours in (0, 64)]
    answer = some["embedding"]

    assert (some["state"], some["error"], some["isProven"], some["isUnique"]) == ("SOLVED", None, True, True)
    assert [each["objective"] for each in some["stages"]] == ["UNSERVED", "EXTRA_HOURS", "EDITED", "STRAIN"]
    values = {each["objective"]: each["value"] for each in some["stages"]}
    assert (len(answer["unserved"]), answer["addedHours"]) == (values["UNSERVED"], values["EXTRA_HOURS"])
    assert values["UNSERVED"] <= len(none["embedding"]["unserved"])
    assert none["embedding"]["addedHours"] == 0
    electives = [one for each in answer["electives"] for one in each["requirements"]]
    kinds = (answer["taught"], answer["outcomes"], answer["unserved"])
    every = {each["requirement"]["id"] for kind in kinds for each in kind} | {each["id"] for each in electives}
    assert len(every) == answer["requirements"]
    edited = [*answer["outcomes"], *answer["extended"]]
    assert [lines[each["line"]] for each in edited] == [each["course"].partition(" #")[0] for each in edited]
    (budget,) = [each for each in answer["rules"] if each["code"] == "BUDGET"]
    assert (budget["most"], budget["now"], budget["then"]) == (64, 0, answer["addedHours"])


async def test_edits_of_a_draft_with_moved_lines_name_the_lines_that_they_are_of(office):
    office.tokens["zhao"] = await editors.add(office.database, "zhao", Role.DESIGNER, college=COLLEGE)
    made = await office.change("zhao", REVISE, trainingPlan=PLAN, reason="修订")
    draft, first = made["trainingPlan"]["id"], made["trainingPlan"]["courses"][0]["id"]
    moves = [{"action": "MOVE_LINE", "of": first}, {"action": "ADD_LINE", "line": {"name": "新课程"}, "before": first}]
    moved = {"trainingPlan": draft, "expectedVersion": made["trainingPlan"]["editVersion"], "edits": moves}
    plan = (await office.change("zhao", EDIT, **moved))["trainingPlan"]
    names = {each["id"]: each["name"] for each in plan["courses"]}
    job = await solved(office, "zhao", EMBED, plan=draft, level=LEVEL, budgetHours=64, seconds=60)

    assert (job["state"], job["error"]) == ("SOLVED", None)
    assert [each["name"] for each in plan["courses"]][-2:] == ["新课程", names[first]]
    edited = [*job["embedding"]["outcomes"], *job["embedding"]["extended"]]
    assert edited
    assert [names[each["line"]] for each in edited] == [each["course"].partition(" #")[0] for each in edited]


async def test_every_best_trade_of_two_levels_is_proven_and_the_last_is_the_embedding_of_both(office):
    lower = LEVEL.replace("INTERMEDIATE", "ELEMENTARY")
    given = {"plan": PLAN, "maxExtraHours": 32, "seconds": 60}
    job = await solved(office, "dora", WEIGH, **given, levels=[lower, LEVEL, lower], includeLower=False)
    answer, points = job["portfolio"], job["portfolio"]["points"]

    assert (job["kind"], job["state"], job["error"], job["isProven"]) == ("PORTFOLIO", "SOLVED", None, True)
    assert (job["isUnique"], answer["isComplete"], bool(points)) == (True, True, True)
    hours, covered = ([each[name] for each in points] for name in ("extraHours", "covered"))
    assert hours == sorted(set(hours))
    assert max(hours) <= 32
    assert covered == sorted(set(covered))
    assert covered[0] >= answer["taught"]
    for each in points:
        assert [level["level"] for level in each["levels"]] == [lower, LEVEL]
        assert sum(level["covered"] for level in each["levels"]) == each["covered"]
        assert answer["requirements"] - each["covered"] == len(each["unserved"])
        added = sum(line["addedHours"] for line in each["extended"]) + sum(one["hours"] for one in each["electives"])
        assert added == each["extraHours"]
    both = await solved(office, "dora", EMBED, plan=PLAN, level=LEVEL, budgetHours=32, seconds=60)
    last, embedded = points[-1], both["embedding"]
    names = ("outcomes", "extended")
    assert [last[each] for each in names] == [embedded[each] for each in names]
    assert last["extraHours"] == embedded["addedHours"]


async def test_credits_are_recognised_by_the_rules_of_a_college(office):
    reviewer = await editors.add(office.database, "rui", Role.REVIEWER)
    data = form([*COURSES, *MOVABLE], 学校名称="深圳信息职业技术大学")
    (confirmed,) = await confirm_plans(office.database, made_document(data), {}, reviewer)
    given = {"plan": confirmed.node_id, "rulesOf": "湖南工艺美术"}
    covers = [{"certificate": "1+X Web前端开发职业技能等级证书", "courses": ["数据库", "甲"]}]
    refused = await office.change("dora", CONVERT, plan=PLAN, rulesOf="湖南工艺美术")
    job = await solved(office, "dora", CONVERT, **given, covers=covers)
    answer = job["recognition"]

    assert [each["code"] for each in refused["userErrors"]] == ["PLAN_WITHOUT_CERTIFICATES"]
    assert (job["state"], job["error"], job["isProven"], job["isUnique"]) == ("SOLVED", None, True, True)
    assert answer["body"] == "湖南工艺美术职业大学(原湖南工艺美术职业学院)"
    assert job["stages"][0]["value"] == round(100 * answer["credits"])
    assert answer["credits"] == sum(each["credits"] for each in answer["converted"])
    pairs = {
        each["course"]: each["line"].rpartition(":")[0].rpartition(":")[2]
        for each in [*answer["converted"], *answer["refused"]]
    }
    assert pairs == {"网页开发": "2", "数据库": "6", "甲": "3"}
    assert (answer["isOpen"], answer["withoutCourses"]) == (True, [])
    assert answer["withoutBankCredits"] == ["1+X Web前端开发职业技能等级证书 中级"]
    assert all(each["rules"] for each in answer["refused"])
    assert (answer["unknown"], bool(answer["rules"])) == ([], True)
