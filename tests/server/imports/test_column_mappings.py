"""Columns by the API: said when a document is read, kept for the college when it is confirmed, shown, and removed."""

from datetime import UTC, datetime

import orjson

from graph.upkeep import editors
from graph.upkeep.editors import Role
from seeds.load import load
from tests.interchange.training_plan_imports.made_imports import add_seeds
from tests.interchange.training_plan_imports.own_columns import BY_HAND, KEPT, table
from tests.seeds.conftest import SeedFolder
from tests.server.imports.importing import CONFIRM, READ

MAPPINGS = "query { columnMappings { mappings { heading meaning editor confirmedOn } } }"
REMOVE = """mutation ($input: RemoveColumnMappingsInput!) { removeColumnMappings(input: $input) {
  removed mappings { heading } userErrors { code argument } } }"""


async def begin(office, tmp_path) -> None:
    seeds = SeedFolder(tmp_path / "seeds")
    add_seeds(seeds)
    await load(office.database, seeds.path)
    for name in ("zhao", "zhou"):
        office.tokens[name] = await editors.add(office.database, name, Role.REVIEWER, college="4199900001")


async def kept(office, who: str) -> list:
    return (await office.post(who, MAPPINGS))["data"]["columnMappings"]["mappings"]


def rules(job: dict) -> dict[str, str]:

    (plan,) = orjson.loads(job["report"])["plans"]
    return {each["heading"]: each["rule"] for each in plan["columns"] if each["heading"] in KEPT}


async def test_the_next_document_of_the_college_is_read_as_its_editors_confirmed(office, tmp_path):
    await begin(office, tmp_path)
    job = await office.read("zhao", table(), "TRAINING_PLAN", columns=BY_HAND)
    assert await kept(office, "zhao") == []
    given = {"job": job["id"], "reportSha256": job["reportSha256"]}

    confirmed = await office.change("zhao", CONFIRM, **given)
    following = await office.read("zhou", table(2027), "TRAINING_PLAN")
    stranger = await office.read("rui", table(2027), "TRAINING_PLAN")

    assert (confirmed["userErrors"], rules(job)) == ([], dict.fromkeys(KEPT, "column-by-hand"))
    today = datetime.now(UTC).date().isoformat()
    assert await kept(office, "zhou") == [
        {"heading": heading, "meaning": KEPT[heading], "editor": "zhao", "confirmedOn": today}
        for heading in sorted(KEPT)
    ]
    assert await kept(office, "rui") == []
    assert rules(following) == dict.fromkeys(KEPT, "column-by-college")
    assert "column-by-college" not in rules(stranger).values()

    # What is removed meanwhile does not change what was read.
    removed = await office.change("zhou", REMOVE, headings=["在校课时", "没有的表头"])
    later = {"job": following["id"], "reportSha256": following["reportSha256"]}
    assert (await office.change("zhou", CONFIRM, **later))["userErrors"] == []
    assert removed == {"removed": ["在校课时"], "mappings": [{"heading": "企业课时"}], "userErrors": []}
    assert [each["heading"] for each in await kept(office, "zhao")] == ["企业课时"]


async def test_columns_are_refused_where_they_say_nothing(office, tmp_path):
    await begin(office, tmp_path)
    upload = await office.upload("zhao", table())

    async def code(kind: str, columns: list[str]) -> list:
        payload = await office.change("zhao", READ, upload=upload, kind=kind, columns=columns)
        return [each["code"] for each in payload["userErrors"]]

    assert await code("TRAINING_PLAN", ["E=无此含义"]) == ["COLUMN_CHOICE"]
    assert await code("TRAINING_PLAN", ["E=hours"] * 201) == ["BAD_ARGUMENT"]
    assert await code("SKILL_STANDARD", ["E=hours"]) == ["BAD_ARGUMENT"]
    removed = await office.change("zhao", REMOVE, headings=["x"] * 101)
    assert [each["code"] for each in removed["userErrors"]] == ["BAD_ARGUMENT"]


async def test_only_an_editor_is_shown_columns(office):
    answer = await office.post(None, MAPPINGS)
    assert [each["extensions"]["code"] for each in answer["errors"]] == ["UNAUTHENTICATED"]
