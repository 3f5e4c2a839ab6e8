"""A draft is made of a published plan: whole, under new ids, and only by editors of its college."""

from analysis.training_plans.plan_content import content_differences
from graph.query.statement import Statement
from resolvers.rights import Rights
from tests.resolvers.editing.training_plans.plan_office import (
    DRAFT,
    LEVEL,
    PUBLISHED,
    REVISE,
    REVISION,
    line,
    outcome,
    part,
    stored,
)


async def test_a_draft_has_all_of_its_base_but_what_is_of_the_document(plan_office):
    made = (await plan_office.change("zhao", REVISE, REVISION))["trainingPlan"]

    assert {**made, "courses": [], "groups": [], "targetCertificates": []} == {
        "id": DRAFT,
        "version": 2,
        "editVersion": 1,
        "status": "DRAFT",
        "title": "甲方案",
        "years": 3,
        "completeness": "WHOLE",
        "sha256": None,
        "basis": "EDITORIAL",
        "college": {"name": "甲学院"},
        "major": {"code": "510203"},
        "revises": {"id": PUBLISHED},
        "certificatesNamed": [],
        "certificatesLinks": [{"certificateLevel": "INTERMEDIATE", "node": {"name": "Web前端开发"}}],
        "courses": [],
        "groups": [],
        "targetCertificates": [],
        "outcomes": [{"id": part("PlanOutcome", 1), "text": "诚信"}],
        "weekTable": {"nodes": [{"id": part("PlanWeeks", 1), "heading": "课内教学", "weeks": 16.0}]},
        "totals": {"nodes": []},
    }
    assert [(each["id"], each["position"], each["name"]) for each in made["courses"]] == [
        (line(number), number, name) for number, name in enumerate(("军事理论", "网页开发", "甲", "乙"), 1)
    ]
    group = {"id": part("PlanGroup", 1), "label": "专业选修"}
    assert [each["group"] for each in made["courses"]] == [None, None, group, group]
    assert [each["certificatesLinks"] for each in made["courses"]] == [[], [{"kind": "1+X"}], [], []]
    assert [each["outcomes"] for each in made["courses"]] == [
        [],
        [
            {"id": outcome(number), "code": outcome(number).partition(":")[2], "text": text, "sequence": number}
            for number, text in ((1, "能编写网页"), (2, "能调试网页"))
        ],
        [],
        [],
    ]
    assert [each["certificateLevel"] for each in made["targetCertificates"]] == [{"id": LEVEL}]
    before, after = await stored(plan_office, PUBLISHED), await stored(plan_office, DRAFT)
    assert content_differences(before._replace(totals=()), after) == []


async def test_a_draft_is_its_colleges_and_no_load_knows_it(plan_office):
    await plan_office.change("zhao", REVISE, REVISION)

    text = (
        "MATCH (p:TrainingPlan {id: $id}) OPTIONAL MATCH (p)-[]-(n) WHERE n.id CONTAINS '2026级' "
        "OPTIONAL MATCH (n)-[:PLAN_HAS_OUTCOME]->(o) UNWIND [p, n, o] AS each WITH DISTINCT each WHERE each.id <> $base "
        "RETURN labels(each)[0], each.draftOf, each.seedHash, each.place, count(*) ORDER BY labels(each)[0]"
    )
    rows = await plan_office.database.read(Statement(text, {"id": DRAFT, "base": PUBLISHED}))
    assert rows == [
        [kind, "College:甲学院", None, None, count]
        for kind, count in (
            ("CourseOutcome", 2),
            ("PlanCourse", 4),
            ("PlanGroup", 1),
            ("PlanOutcome", 1),
            ("PlanWeeks", 1),
            ("TargetCertificate", 1),
            ("TrainingPlan", 1),
        )
    ]
    trail = "MATCH (c:Change)-[:CHANGED_TRAINING_PLAN]->(:TrainingPlan {id: $id}) RETURN c.action, c.draftOf, c.version"
    assert await plan_office.database.read(Statement(trail, {"id": DRAFT})) == [
        ["REVISE_PLAN", "College:甲学院", 1],
    ]


async def test_every_list_has_the_parts_of_a_draft_for_its_college_alone(plan_office):
    """Also of types that no edit changes, and of outcomes of courses."""
    ask = "{ courseOutcomes { totalCount } planOutcomes { totalCount } planWeeks { totalCount } planCourses { totalCount } }"
    seen = {}
    readers = {"zhou": Rights("College:甲学院"), "qian": Rights("College:乙学院")}
    await plan_office.ask("zhou", ask)
    await plan_office.change("zhao", REVISE, REVISION)
    for who in ("zhou", "qian"):
        seen[who] = [
            each["totalCount"] for each in (await plan_office.ask(who, ask, rights=readers[who])).data.values()
        ]
    assert seen == {"zhou": [4, 2, 2, 8], "qian": [2, 1, 1, 4]}


async def test_only_editors_of_the_college_make_drafts(plan_office):
    for who in ("qian", "sun"):
        answer = await plan_office.ask(who, REVISE, REVISION)
        assert [each.original_error.code for each in answer.errors] == ["OTHER_COLLEGE"]
    assert await plan_office.count("MATCH (p:TrainingPlan) RETURN count(p)") == 1


async def test_a_second_draft_is_the_next_version(plan_office):
    await plan_office.change("zhao", REVISE, REVISION)
    made = await plan_office.change("zhou", REVISE, REVISION)
    assert (made["trainingPlan"]["version"], made["trainingPlan"]["revises"]) == (3, {"id": PUBLISHED})


async def test_a_draft_is_not_revised(plan_office):
    await plan_office.change("zhao", REVISE, REVISION)
    refused = await plan_office.change("zhao", REVISE, {**REVISION, "trainingPlan": DRAFT})
    assert [each["code"] for each in refused["userErrors"]] == ["NOT_POSSIBLE_NOW"]


async def test_a_plan_that_is_not_there_is_not_found(plan_office):
    refused = await plan_office.change("zhao", REVISE, {**REVISION, "trainingPlan": f"{PUBLISHED}9"})
    assert [each["code"] for each in refused["userErrors"]] == ["NOT_FOUND"]
