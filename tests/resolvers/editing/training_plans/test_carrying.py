"""A plan is carried to another grade: a draft whose courses have the names of that year."""

import json

import pytest

from graph.query.statement import Statement
from tests.resolvers.editing.training_plans.plan_office import CARRIED, CARRY, EDIT, PUBLISHED, edits

NEXT = "TrainingPlan:甲学院:软件技术:2027级:1"
RULE = """
CREATE (s:RuleSet {id: 'RuleSet:N', code: 'N', name: '国家', scope: 'NATIONAL', basis: 'OFFICIAL', sourceIds: []})
CREATE (s)-[:HAS_RULE]->(:Rule {id: 'Rule:N:1', ruleSetCode: 'N', code: '1', item: 'x', basis: 'OFFICIAL',
  sourceIds: [], names: ['军事课@2027/军事理论@-2026']})
WITH s
MATCH (m:Major {id: 'Major:2021:510203'})
UNWIND [2019, 2027, 2028] AS year
CREATE (t:TeachingStandard {id: 'TeachingStandard:' + toString(year) + ':510203', year: year, majorCode: '510203',
                            name: '软件技术', basis: 'OFFICIAL', sourceIds: []})
CREATE (t)-[:STANDARD_OF]->(m)
"""


@pytest.fixture
async def carrying_office(plan_office):
    """The office, with a rule that has a course under two names, and standards of three years."""
    await plan_office.database.write(lambda writer: writer.run(Statement(RULE)))
    return plan_office


async def test_a_draft_for_the_next_grade_has_the_names_of_its_year(carrying_office):
    plan = (await carrying_office.change("zhao", CARRY, CARRIED))["trainingPlan"]

    assert (plan["id"], plan["version"], plan["status"], plan["revises"]) == (NEXT, 1, "DRAFT", None)
    assert [[each["id"] for each in line["outcomes"]] for line in plan["courses"]] == [
        [],
        ["CourseOutcome:甲学院:软件技术:2027级:2:1:1", "CourseOutcome:甲学院:软件技术:2027级:2:1:2"],
        [],
        [],
    ]
    assert [each["name"] for each in plan["courses"]] == ["军事课", "网页开发", "甲", "乙"]
    text = (
        "MATCH (p:TrainingPlan {id: $id})-[:FOLLOWS_STANDARD]->(s) MATCH (p)<-[:CHANGED_TRAINING_PLAN]-(c:Change) "
        "RETURN p.grade, p.entryYear, s.id, c.action, c.after"
    )
    ((grade, year, standard, action, after),) = await carrying_office.database.read(Statement(text, {"id": NEXT}))
    assert (grade, year, standard, action) == ("2027级", 2027, "TeachingStandard:2027:510203", "CARRY_PLAN")
    said = json.loads(after)
    assert (said["carriedFrom"], said["renamed"]) == (PUBLISHED, {"军事理论": "军事课"})


async def test_a_carried_draft_is_edited_like_any_other(carrying_office):
    await carrying_office.change("zhao", CARRY, CARRIED)
    given = {**edits({"action": "CHANGE_PLAN", "plan": {"years": 4}}), "trainingPlan": NEXT}
    assert (await carrying_office.change("zhou", EDIT, given))["trainingPlan"]["years"] == 4


@pytest.mark.parametrize("grade", ["2026级", "二七级", "2027级:1"])
async def test_a_grade_is_another_one_and_has_a_year(plan_office, grade):
    (error,) = (await plan_office.change("zhao", CARRY, {**CARRIED, "grade": grade}))["userErrors"]
    assert (error["code"], error["argument"]) == ("BAD_ARGUMENT", "grade")


async def test_only_editors_of_the_college_carry_its_plans(plan_office):
    answer = await plan_office.ask("qian", CARRY, CARRIED)
    assert [each.original_error.code for each in answer.errors] == ["OTHER_COLLEGE"]
