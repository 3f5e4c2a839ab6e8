"""An outcome of a course is aligned like a course, and what is accepted of it is evidence of its course."""

import pytest

from graph.query.statement import Statement
from graph.upkeep import cover_links
from seeds.checks.check import check
from seeds.load import load
from tests.resolvers.editing.office import COURSE, DECIDE, FACT, PROPOSAL, PROPOSE, REQUIREMENT, WITHDRAW, decision
from tests.resolvers.editing.small_seeds import write_small_seeds

OUTCOME, PLAN, PLAN_COURSE = "CourseOutcome:o1", "PlanCourse:x:y::z", "CourseOutcome:o2"
WITH_OUTCOMES = """
MATCH (c:Course {id: $course})
CREATE (o:CourseOutcome) SET o = $outcome CREATE (c)-[:HAS_OUTCOME {basis: 'ILLUSTRATIVE', sourceIds: []}]->(o)
CREATE (p:PlanCourse) SET p = $line CREATE (q:CourseOutcome) SET q = $planned
CREATE (p)-[:PLAN_HAS_OUTCOME {basis: 'ILLUSTRATIVE', sourceIds: []}]->(q)
"""


@pytest.fixture
async def outcomes(office):
    values = {
        "course": COURSE,
        "outcome": {**FACT, "id": OUTCOME, "code": "o1", "text": "能编写循环结构的程序", "sequence": 1},
        "line": {**FACT, "id": PLAN, "collegeName": "x", "majorName": "y", "name": "z"},
        "planned": {**FACT, "id": PLAN_COURSE, "code": "o2", "text": "能使用数组", "sequence": 1},
    }
    await office.database.write(lambda writer: writer.run(Statement(WITH_OUTCOMES, values)))
    return office


@pytest.mark.parametrize(
    ("outcome", "course", "cover"), [(OUTCOME, COURSE, "COVERS"), (PLAN_COURSE, PLAN, "PLAN_COVERS")]
)
async def test_an_accepted_outcome_makes_its_course_cover_and_a_withdrawn_one_no_more(outcome, course, cover, outcomes):
    covers = f"MATCH (s)-[c:{cover}]->(t) RETURN s.id, c.alignmentId, t.id"
    proposed = await outcomes.change("dora", PROPOSE, {**PROPOSAL, "subject": outcome})
    accepted = await outcomes.change("rui", DECIDE, decision(proposed))
    name = proposed["alignment"]["id"]

    assert await outcomes.database.read(Statement(covers)) == [[course, name, REQUIREMENT]]
    assert not await cover_links.disagreement(outcomes.database)
    shown = await outcomes.ask(None, f'{{ node(id: "{name}") {{ ... on Alignment {{ courseOutcome {{ text }} }} }} }}')
    assert shown.data["node"]["courseOutcome"]["text"].startswith("能")

    await outcomes.change(
        "rui", WITHDRAW, {"alignment": name, "reason": "x", "version": accepted["alignment"]["version"]}
    )
    assert await outcomes.database.read(Statement(covers)) == []
    assert not await cover_links.disagreement(outcomes.database)


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ("MATCH ()-[c:COVERS]->() DELETE c", "missing"),
        ("MATCH ()-[c:COVERS]->() SET c.strength = 0.1", "wrong"),
        ("MATCH (:Course)-[h:HAS_OUTCOME]->() DELETE h", "wrong"),
    ],
)
async def test_a_cover_link_that_its_outcome_does_not_bear_out_is_found(change, found, outcomes):
    proposed = await outcomes.change("dora", PROPOSE, {**PROPOSAL, "subject": OUTCOME})
    await outcomes.change("rui", DECIDE, decision(proposed))

    await outcomes.database.write(lambda writer: writer.run(Statement(change)))

    told = await cover_links.disagreement(outcomes.database)
    assert getattr(told, found) == (proposed["alignment"]["id"],)


FILES = {
    "nodes/CourseOutcome.csv": (
        "id,code,text,sequence,basis,sourceIds,sourceNote\n"
        "CourseOutcome:x-1,x-1,能编写循环结构的程序,1,REPORTED,Source:s,课程标准第2页\n"
        "CourseOutcome:x-2,x-2,能使用数组,2,REPORTED,Source:s,\n"
    ),
    "links/HAS_OUTCOME.csv": (
        "start,end,basis,sourceIds,sourceNote\n"
        "Course:2025:7:1,CourseOutcome:x-1,REPORTED,Source:s,\n"
        "Course:2025:7:1,CourseOutcome:x-2,REPORTED,Source:s,\n"
    ),
    "nodes/Alignment.csv": (
        "id,code,kind,role,strength,status,method,rationale,author,reviewer,proposedOn,decidedOn,version,validFrom,validTo,"
        "basis,sourceIds,sourceNote\n"
        "Alignment:x1,x1,MINOR,TEACHES,0.4,ACCEPTED,manual,目标一,甲,乙,,2026-11-01,1,,,EDITORIAL,Source:s,\n"
        "Alignment:x2,x2,MINOR,PRACTISES,0.5,ACCEPTED,manual,目标二,甲,乙,,2026-11-01,1,,,EDITORIAL,Source:s,\n"
    ),
    "links/ALIGNS_OUTCOME.csv": (
        "start,end,basis,sourceIds,sourceNote\n"
        "Alignment:x1,CourseOutcome:x-1,EDITORIAL,Source:s,\nAlignment:x2,CourseOutcome:x-2,EDITORIAL,Source:s,\n"
    ),
    "links/ALIGNED_TO.csv": (
        "start,end,basis,sourceIds,sourceNote\n"
        "Alignment:x1,SkillRequirement:8:1.0:ELEMENTARY:1.1.1,EDITORIAL,Source:s,\n"
        "Alignment:x2,SkillRequirement:8:1.0:ELEMENTARY:1.1.1,EDITORIAL,Source:s,\n"
    ),
    "SOURCE.md": "Outcomes of a college, made up for this test.\n",
}


@pytest.fixture
def college(tmp_path):
    """Seeds of one course, and next to them a college's own set with two outcomes of that course."""
    write_small_seeds(tmp_path)
    for name, text in FILES.items():
        path = tmp_path / "college" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


async def test_a_college_brings_outcomes_by_seed_files_of_its_own(college, database):
    """Two outcomes carry the same requirement, so two links stand between course and requirement, each of its own."""
    await load(database, college)
    again = await load(database, college)

    rows = await database.read(Statement("MATCH ()-[c:COVERS]->() RETURN c.alignmentId ORDER BY c.alignmentId"))
    assert rows == [["Alignment:s1"], ["Alignment:x1"], ["Alignment:x2"]]
    assert (again.created, again.changed, again.removed) == (0, 0, 0)
    assert not await cover_links.disagreement(database)

    alignments = college / "college" / "nodes" / "Alignment.csv"
    alignments.write_text(
        FILES["nodes/Alignment.csv"].replace("MINOR,TEACHES,0.4", "MINOR,TEACHES,0.3"), encoding="utf-8"
    )
    changed = await load(database, college)
    rows = await database.read(Statement("MATCH ()-[c:COVERS]->() RETURN c.strength ORDER BY c.strength"))
    assert (changed.created, changed.changed, changed.removed) == (0, 2, 0)
    assert rows == [[0.3], [0.5], [0.5]]
    assert not await cover_links.disagreement(database)


def test_wrong_outcomes_are_told_at_their_place(college):
    nodes, links = (college / "college" / each for each in ("nodes/CourseOutcome.csv", "links/HAS_OUTCOME.csv"))
    nodes.write_text(nodes.read_text(encoding="utf-8").replace("x-2,能使用数组,2", "x-2,,二"), encoding="utf-8")
    links.write_text(
        links.read_text(encoding="utf-8") + "Course:2025:7:2,CourseOutcome:x-1,REPORTED,Source:s,\n", encoding="utf-8"
    )

    found = {(each.kind, each.file, each.row, each.column) for each in check(college).problems}

    assert found == {
        ("end-missing", "college/links/HAS_OUTCOME.csv", 4, "start"),
        ("more-than-one", "college/links/HAS_OUTCOME.csv", 4, "end"),
        ("required", "college/nodes/CourseOutcome.csv", 3, "text"),
        ("integer", "college/nodes/CourseOutcome.csv", 3, "sequence"),
    }
