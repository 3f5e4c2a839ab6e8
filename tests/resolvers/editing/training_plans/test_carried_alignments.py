"""Alignments go over to a published plan as suggestions that say what changed, and only where they are wanted."""

from graph.query.statement import Statement
from tests.resolvers.editing.office import DECIDE
from tests.resolvers.editing.training_plans.plan_office import DRAFT, EDIT, OUTCOMES, PUBLISH, edits, line, outcome

REQUIREMENT = "SkillRequirement:9:1.0:ELEMENTARY:1.1.1"
ALIGNED = """
CREATE (r:SkillRequirement {id: $requirement, code: '1.1.1', text: '能', basis: 'OFFICIAL', sourceIds: []})
WITH r UNWIND $alignments AS each
MATCH (c:PlanCourse {id: each.line})
CREATE (a:Alignment {id: 'Alignment:' + each.code, code: each.code, kind: each.kind, role: each.role, strength: 0.6,
  status: each.status, rationale: '讲授网页', method: 'manual', author: 'li', version: 2, basis: 'EDITORIAL', sourceIds: []})
CREATE (a)-[:ALIGNS_PLAN_COURSE]->(c) CREATE (a)-[:ALIGNED_TO]->(r)
"""
ALIGNMENTS = [
    {"code": "a1", "line": line(2, 1), "kind": "MAJOR", "role": "TEACHES", "status": "ACCEPTED"},
    {"code": "a2", "line": line(1, 1), "kind": "MAJOR", "role": "TEACHES", "status": "ACCEPTED"},
    {"code": "a3", "line": line(3, 1), "kind": "MAJOR", "role": "TEACHES", "status": "WITHDRAWN"},
    {"code": "a4", "line": line(4, 1), "kind": "MINOR", "role": "PRACTISES", "status": "SUGGESTED"},
]
SUGGESTED = (
    "MATCH (c:PlanCourse {version: 2})<-[:ALIGNS_PLAN_COURSE]-(a:Alignment)-[:ALIGNED_TO]->(r) "
    "OPTIONAL MATCH (a)<-[:CHANGED_ALIGNMENT]-(t:Change) "
    "RETURN c.id, r.id, a.kind, a.role, a.status, a.author, a.method, a.rationale, t.action, t.editor ORDER BY c.id"
)


async def published(office, **options):
    given = {"requirement": REQUIREMENT, "alignments": ALIGNMENTS}
    await office.database.write(lambda writer: writer.run(Statement(ALIGNED, given)))
    changes = (
        {"action": "CHANGE_LINE", "of": line(2), "line": {"credits": 3, "weeklyHours": ["2: 3.5"]}},
        {"action": "REMOVE_LINE", "of": line(1)},
        {"action": "MOVE_LINE", "of": line(2)},
    )
    await office.change("zhao", EDIT, edits(*changes))
    payload = await office.change("wang", PUBLISH, {"trainingPlan": DRAFT, "expectedVersion": 2, **options})
    assert payload["userErrors"] == []
    return await office.database.read(Statement(SUGGESTED))


async def test_what_is_live_is_suggested_with_what_changed(draft_office):
    assert await published(draft_office, carryAlignments=True) == [
        [
            line(2),
            REQUIREMENT,
            "MAJOR",
            "TEACHES",
            "SUGGESTED",
            "li",
            "carried-forward",
            "沿用自 Alignment:a1（已采纳）：学分：3.5 → 3；周学时：2: 4 → 2: 3.5。讲授网页",
            "PROPOSE",
            "wang",
        ],
        [
            line(4),
            REQUIREMENT,
            "MINOR",
            "PRACTISES",
            "SUGGESTED",
            "li",
            "carried-forward",
            "沿用自 Alignment:a4（待定）：课程未变。讲授网页",
            "PROPOSE",
            "wang",
        ],
    ]
    assert await draft_office.count("MATCH ()-[c:PLAN_COVERS]->() RETURN count(c)") == 0


async def test_who_publishes_decides_on_what_others_proposed(draft_office):
    await published(draft_office, carryAlignments=True)
    found = Statement("MATCH (a:Alignment {method: 'carried-forward'}) RETURN a.id ORDER BY a.rationale")
    first, *_ = [each for (each,) in await draft_office.database.read(found)]

    payload = await draft_office.change("wang", DECIDE, {"alignment": first, "version": 1, "decision": "ACCEPT"})

    assert (payload["userErrors"], payload["alignment"]["reviewer"]) == ([], "wang")
    assert await draft_office.count("MATCH ()-[c:PLAN_COVERS]->() RETURN count(c)") == 1


async def test_nothing_goes_over_unasked(draft_office):
    assert await published(draft_office) == []


async def test_a_plan_is_published_though_the_one_that_it_was_made_of_is_gone(draft_office):
    gone = "MATCH (p:TrainingPlan)-[:HAS_PLAN_COURSE]->(c) WHERE p.draftOf IS NULL DETACH DELETE p, c"
    await draft_office.database.write(lambda writer: writer.run(Statement(gone)))

    given = {"trainingPlan": DRAFT, "expectedVersion": 1, "carryAlignments": True}
    payload = await draft_office.change("wang", PUBLISH, given)

    assert payload["userErrors"] == []
    assert await draft_office.database.read(Statement(SUGGESTED)) == []


OF_OUTCOME = """
MATCH (r:SkillRequirement {id: $requirement}) MATCH (o:CourseOutcome {id: $outcome})
CREATE (a:Alignment {id: 'Alignment:a5', code: 'a5', kind: 'MINOR', role: 'TEACHES', strength: 0.4, status: 'ACCEPTED',
  rationale: '调试', method: 'manual', author: 'li', version: 2, basis: 'EDITORIAL', sourceIds: []})
CREATE (a)-[:ALIGNS_OUTCOME]->(o) CREATE (a)-[:ALIGNED_TO]->(r)
"""


async def test_an_alignment_of_an_outcome_is_suggested_for_the_same_outcome(draft_office):
    # The same alignments, besides one of the second outcome.
    make = Statement(ALIGNED, {"requirement": REQUIREMENT, "alignments": ALIGNMENTS[:1]})
    more = Statement(OF_OUTCOME, {"requirement": REQUIREMENT, "outcome": OUTCOMES[1]["id"]})
    for statement in (make, more):
        await draft_office.database.write(lambda writer, each=statement: writer.run(each))
    await draft_office.change("wang", PUBLISH, {"trainingPlan": DRAFT, "expectedVersion": 1, "carryAlignments": True})

    text = (
        "MATCH (o:CourseOutcome)<-[:ALIGNS_OUTCOME]-(a:Alignment {method: 'carried-forward'})-[:ALIGNED_TO]->(r) "
        "RETURN o.id, r.id, a.kind, a.status, a.rationale"
    )
    assert await draft_office.database.read(Statement(text)) == [
        [
            outcome(2),
            REQUIREMENT,
            "MINOR",
            "SUGGESTED",
            "沿用自 Alignment:a5（已采纳）：课程未变。调试",
        ]
    ]
    assert len(await draft_office.database.read(Statement(SUGGESTED))) == 1
