"""Edits of target certificates change the certificates that these are, and no other that the plan names."""

import pytest

from graph.query.statement import Statement
from tests.resolvers.editing.training_plans.plan_office import DRAFT, EDIT, UNDO, edits, part

# The document names two certificates and demands one of them, without a level, by a longer name.
AS_IMPORTED = """
MATCH (p:TrainingPlan {id: $draft})-[:HAS_TARGET_CERTIFICATE]->(t)-[l:TARGETS_LEVEL]->()
SET p.certificatesNamed = ['Web前端开发职业技能等级证书', '网络系统'], t.name = $name REMOVE t.level, t.levelText DELETE l
CREATE (c:Certificate {id: 'Certificate:网络系统', name: '网络系统', basis: 'OFFICIAL', sourceIds: []})
CREATE (p)-[:PLAN_NAMES_CERTIFICATE {basis: 'EDITORIAL', sourceIds: ['Source:y'], certificateLevel: 'ELEMENTARY'}]->(c)
WITH p MATCH (c:Certificate {name: 'Web前端开发'}) SET c.aliases = ['网页前端开发']
"""
TARGET = part("TargetCertificate", 1)
WEB = ["Web前端开发", "INTERMEDIATE", ["Source:y"]]
NETWORK = ["网络系统", "ELEMENTARY", ["Source:y"]]


@pytest.fixture
async def imported(draft_office):
    """A draft as an import leaves it."""
    return await with_target_called(draft_office, "Web前端开发职业技能等级证书")


async def with_target_called(office, name: str):
    """Give the draft what an import would: the target is called so."""
    await office.database.write(lambda writer: writer.run(Statement(AS_IMPORTED, {"draft": DRAFT, "name": name})))
    return office


async def links(office):
    """Give the certificates that the draft is linked to."""
    text = (
        "MATCH (:TrainingPlan {id: $id})-[l:PLAN_NAMES_CERTIFICATE]->(c) "
        "RETURN c.name, l.certificateLevel, l.sourceIds ORDER BY c.name"
    )
    return await office.database.read(Statement(text, {"id": DRAFT}))


async def edited(office, *rows):
    """Make edits, and give the names and the links that the draft has then."""
    payload = await office.change("zhao", EDIT, edits(*rows))
    assert payload["userErrors"] == []
    return payload["trainingPlan"]["certificatesNamed"], await links(office)


def adding(name: str, level: str | None = None):
    """Write an edit that adds a target."""
    return {"action": "ADD_TARGET", "target": {"name": name, "level": level}}


async def test_a_certificate_that_is_linked_keeps_its_link_and_undo_leaves_it(imported):
    names, found = await edited(imported, adding("网络系统", "ADVANCED"))
    assert (names, found) == (["Web前端开发职业技能等级证书", "网络系统"], [WEB, NETWORK])

    await imported.change("zhao", UNDO, {"trainingPlan": DRAFT, "expectedVersion": 2})

    assert await links(imported) == [WEB, NETWORK]


@pytest.mark.parametrize("name", ["Web前端开发职业技能等级证书", "网页前端开发证书", "ｗeb前端开发"])
async def test_a_target_that_is_removed_takes_the_link_of_its_certificate_along(draft_office, name):
    await with_target_called(draft_office, name)
    _, found = await edited(draft_office, {"action": "REMOVE_TARGET", "of": TARGET})
    assert found == [NETWORK]

    await draft_office.change("zhao", UNDO, {"trainingPlan": DRAFT, "expectedVersion": 2})

    assert await links(draft_office) == [WEB, NETWORK]


async def test_a_level_that_is_given_belongs_to_the_certificate_as_the_graph_calls_it(imported):
    await edited(imported, {"action": "CHANGE_TARGET", "of": TARGET, "target": {"level": "INTERMEDIATE"}})
    text = "MATCH (:TargetCertificate {id: $id})-[:TARGETS_LEVEL]->(v) RETURN v.certificateName, v.level"
    assert await imported.database.read(Statement(text, {"id": TARGET})) == [["Web前端开发", "INTERMEDIATE"]]


async def test_a_new_level_of_a_target_is_the_level_of_the_link(draft_office):
    change = {"action": "CHANGE_TARGET", "of": TARGET, "target": {"level": "ADVANCED"}}
    _, found = await edited(draft_office, change)
    assert found == [["Web前端开发", "ADVANCED", []]]
