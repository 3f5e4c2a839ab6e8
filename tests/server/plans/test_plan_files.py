"""A training plan as a file over HTTP: it is read back as the plan, and is sent again only where the plan changed."""

import io

import pytest
from openpyxl import load_workbook

from analysis.training_plans.plan_content import content_differences
from graph.query.statement import Statement
from graph.upkeep import editors
from graph.upkeep.editors import Role
from interchange.training_plans.plan_reading import read_training_plans
from resolvers.stored_training_plans import read_training_plans as read_stored
from tests.interchange.documents.made_documents import read_here
from tests.interchange.training_plan_imports.made_imports import PLAN

XLSX, DOCX = "/tables/training-plan.xlsx", "/tables/training-plan.docx"
NAME = (
    "%E7%A4%BA%E4%BE%8B%E8%81%8C%E4%B8%9A%E6%8A%80%E6%9C%AF%E5%AD%A6%E9%99%A2-%E8%BD%AF%E4%BB%B6%E6%8A%80%E6%9C%AF"
    "-2026%E7%BA%A7-%E4%BA%BA%E6%89%8D%E5%9F%B9%E5%85%BB%E6%96%B9%E6%A1%88"
)


@pytest.fixture
def client(office):
    return office.client


@pytest.mark.parametrize(("path", "media"), [(XLSX, "spreadsheetml.sheet"), (DOCX, "wordprocessingml.document")])
async def test_a_plan_comes_as_a_file_that_is_read_back_as_the_plan(path, media, client, database):
    response = await client.get(path, params={"plan": PLAN})
    (again,) = read_training_plans(read_here(response.content))
    stored = (await read_stored(database.read, [PLAN]))[PLAN]

    ending = path.rpartition(".")[2]
    assert {name: response.headers[name] for name in ("content-type", "content-disposition", "cache-control")} == {
        "content-type": f"application/vnd.openxmlformats-officedocument.{media}",
        "content-disposition": f"attachment; filename=\"--2026-.{ending}\"; filename*=UTF-8''{NAME}.{ending}",
        "cache-control": "private, no-cache",
    }
    assert (response.status_code, response.headers["oneplusx-values-lost"]) == (200, "0")
    assert content_differences(stored, again) == []
    assert [(each.label, each.lines) for each in again.totals] == [("合计", (1, 2, 3, 4, 5, 6))]


@pytest.mark.parametrize("path", [XLSX, DOCX])
async def test_a_file_says_under_which_college_the_plan_is_filed_where_it_names_another(path, client, database):
    college = "MATCH (c:College)-[:HAS_PLAN]->(p:TrainingPlan {id: $id})"
    (filed,) = (await database.read(Statement(f"{college} RETURN c.name", {"id": PLAN})))[0]
    plain = await client.get(path, params={"plan": PLAN})
    printed = Statement("MATCH (p:TrainingPlan {id: $id}) SET p.collegeName = '示范职业技术学院'", {"id": PLAN})
    await database.write(lambda writer: writer.run(printed))

    response = await client.get(path, params={"plan": PLAN})

    heads = [read_training_plans(read_here(each.content))[0].head for each in (plain, response)]
    assert [(each.college, each.filed_college) for each in heads] == [(filed, None), ("示范职业技术学院", filed)]
    assert response.headers["oneplusx-values-lost"] == "0"


async def test_who_has_the_file_gets_no_other_until_the_plan_changes(client, database):
    first = await client.get(XLSX, params={"plan": PLAN})
    tag = first.headers["etag"]
    again = await client.get(XLSX, params={"plan": PLAN}, headers={"if-none-match": f'"x", {tag}'})
    change = Statement("MATCH (p:TrainingPlan {id: $id}) SET p.years = 4", {"id": PLAN})
    await database.write(lambda writer: writer.run(change))
    changed = await client.get(XLSX, params={"plan": PLAN}, headers={"if-none-match": tag})

    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert (changed.status_code, changed.headers["etag"] == tag) == (200, False)


@pytest.mark.parametrize(
    ("parameters", "code", "word"),
    [
        ({}, "BAD_ARGUMENT", "plan"),
        ({"plan": PLAN, "colour": "red"}, "BAD_ARGUMENT", "colour"),
        ({"plan": "Major:2021:510203"}, "BAD_ARGUMENT", "TrainingPlan"),
        ({"plan": f"{PLAN}1"}, "NOT_FOUND", PLAN),
    ],
)
async def test_what_is_no_plan_is_refused_with_its_reason(parameters, code, word, client):
    response = await client.get(XLSX, params=parameters)
    error, *_ = response.json()["errors"]

    assert (response.status_code, error["extensions"]["code"]) == (400, code)
    assert word in error["message"]
    assert "content-disposition" not in response.headers


async def test_the_language_of_a_refusal_is_the_callers_and_a_stranger_gets_nothing(client):
    refused = await client.get(DOCX, headers={"accept-language": "zh"})
    stranger = await client.get(DOCX, params={"plan": PLAN}, headers={"authorization": "Bearer x"})

    assert "须为 TrainingPlan 的 id" in refused.json()["errors"][0]["message"]
    assert stranger.json()["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"


_REVISE = """mutation ($input: CreateTrainingPlanRevisionInput!) { createTrainingPlanRevision(input: $input) {
  trainingPlan { id } userErrors { code message } } }"""


def tables_of(response):
    return load_workbook(io.BytesIO(response.content)).sheetnames


async def test_a_revision_shows_its_changes_to_those_who_may_read_both_versions(office, database):
    office.tokens["own"] = await editors.add(database, "own", Role.DESIGNER, college="示例职业技术学院")
    made = await office.change("own", _REVISE, trainingPlan=PLAN, reason="修订")
    draft = made["trainingPlan"]["id"]

    first = await office.client.get(XLSX, params={"plan": PLAN})
    headers = {"authorization": f"Bearer {office.tokens['own']}"}
    revision = await office.client.get(XLSX, params={"plan": draft}, headers=headers)
    stranger = await office.client.get(XLSX, params={"plan": draft})

    assert made["userErrors"] == []
    assert tables_of(first)[-2:] == ["原文合计", "学分认定表"]
    assert tables_of(revision)[-2:] == ["学分认定表", "变更清单"]
    assert [[cell.value for cell in row][:1] for row in load_workbook(io.BytesIO(revision.content))["变更清单"]][
        2:
    ] == [["无变更"]]
    assert (stranger.status_code, stranger.json()["errors"][0]["extensions"]["code"]) == (400, "NOT_FOUND")


# What an edit of a draft leaves: other hours of lines, and the count of edits.
_EDITED = """MATCH (p:TrainingPlan {id: $id})-[:HAS_PLAN_COURSE]->(c:PlanCourse {isCounted: true})
SET c.hours = c.hours + 16, p.editVersion = 1"""


async def test_totals_that_edits_left_behind_are_sent_as_those_of_the_document(client, database):
    before = await client.get(XLSX, params={"plan": PLAN})
    await database.write(lambda writer: writer.run(Statement(_EDITED, {"id": PLAN})))
    after = await client.get(XLSX, params={"plan": PLAN})
    (unedited,), (again,) = (read_training_plans(read_here(each.content)) for each in (before, after))

    # What the document states is kept, and says whose it is; no line is compared with it.
    assert [(each.label, each.lines) for each in again.totals] == [("合计（原文所写，与现有各行不符）", ())]
    assert again.totals[0].stated == unedited.totals[0].stated
    assert "sum-differs" not in {each.rule for each in again.problems}
    assert (len(again.lines), after.headers["oneplusx-values-lost"]) == (len(unedited.lines), "0")
