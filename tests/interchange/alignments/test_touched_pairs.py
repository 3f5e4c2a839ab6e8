"""The programmes and certificates that the rows of a table touch, whatever the rows align."""

from graph.query.statement import Statement
from interchange.alignments.table_comparison import RowState
from interchange.alignments.table_reading import read_table
from interchange.alignments.table_report import find_changes, find_touched
from interchange.alignments.touched_pairs import Holder, TouchedPair, read_touched_pairs
from tests.interchange.alignments.made_tables import table_row
from tests.interchange.alignments.test_table_comparison import NEW, sheet

GRAPH = """
CREATE (s:TeachingStandard {id: 'TeachingStandard:1', name: '软件技术'})-[:HAS_COURSE]->(c:Course {id: 'Course:1'})
  -[:HAS_OUTCOME]->(:CourseOutcome {id: 'CourseOutcome:1'})
CREATE (:TrainingPlan {id: 'TrainingPlan:1', collegeName: '示例学院', majorName: '软件技术'})
  -[:HAS_PLAN_COURSE]->(:PlanCourse {id: 'PlanCourse:1'})-[:PLAN_HAS_OUTCOME]->(:CourseOutcome {id: 'CourseOutcome:2'})
CREATE (:Major {id: 'Major:1', name: '软件技术专业'})
CREATE (:Certificate {id: 'Certificate:网页', name: '网页'})-[:HAS_STANDARD]->(:SkillStandard {id: 'SkillStandard:1'})
  -[:HAS_STANDARD_LEVEL]->(:StandardLevel {id: 'StandardLevel:1'})-[:HAS_WORK_AREA]->(:WorkArea {id: 'WorkArea:1'})
  -[:HAS_TASK]->(:WorkTask {id: 'WorkTask:1'})-[:HAS_REQUIREMENT]->(:SkillRequirement {id: 'SkillRequirement:1'})
CREATE (:SkillRequirement {id: 'SkillRequirement:alone'})
"""
STANDARD, PLAN = Holder("TeachingStandard:1", "软件技术"), Holder("TrainingPlan:1", "示例学院 软件技术")
CERTIFICATE = Holder("Certificate:网页", "网页")
# What a college keeps to itself until it publishes it.
DRAFT = """
CREATE (:TrainingPlan {id: 'TrainingPlan:own', draftOf: 'College:1', collegeName: '示例学院', majorName: '秘密专业'})
  -[:HAS_PLAN_COURSE]->(:PlanCourse {id: 'PlanCourse:own', name: '秘密课程', draftOf: 'College:1'})
  -[:PLAN_HAS_OUTCOME]->(:CourseOutcome {id: 'CourseOutcome:own', text: '秘密目标', draftOf: 'College:1'})
"""
UNTOLD = dict.fromkeys(("courseName", "level", "requirementCode", "requirementText"))


async def test_each_end_leads_to_its_programme_and_its_certificate(database):
    await database.write(lambda writer: writer.run(Statement(GRAPH)))
    ends = [
        ("Course:1", "SkillRequirement:1"),
        ("CourseOutcome:1", "WorkTask:1"),
        ("Course:1", "WorkArea:1"),
        ("PlanCourse:1", "SkillRequirement:1"),
        ("CourseOutcome:2", "SkillRequirement:1"),
        ("Major:1", "SkillRequirement:1"),
        ("Course:1", "SkillRequirement:alone"),
        ("Course:gone", "SkillRequirement:1"),
    ]

    assert await read_touched_pairs(database.read, ends) == [
        TouchedPair(STANDARD, CERTIFICATE, 3),
        TouchedPair(PLAN, CERTIFICATE, 2),
        TouchedPair(Holder("Major:1", "软件技术专业"), CERTIFICATE, 1),
    ]
    assert await read_touched_pairs(database.read, []) == []


async def test_a_row_that_names_a_draft_has_the_problem_of_one_whose_course_is_not_there(database):
    await database.write(lambda writer: writer.run(Statement(GRAPH)))
    await database.write(lambda writer: writer.run(Statement(DRAFT)))
    ends = [("PlanCourse:own", "SkillRequirement:1"), ("CourseOutcome:own", "SkillRequirement:1")]

    assert await read_touched_pairs(database.read, ends) == []
    for subject in ("PlanCourse:own", "CourseOutcome:own", "PlanCourse:2"):
        row = {**NEW, **UNTOLD, "course": subject, "requirement": "SkillRequirement:1"}
        (found,) = await find_changes(database.read, read_table([sheet(table_row(**row))]))
        assert (found.state, found.name) == (RowState.REFUSED, f"{subject} → SkillRequirement:1")
        assert [(each.field, each.rule) for each in found.problems] == [("course", "no-such-node")]
        assert await find_touched(database.read, [found]) == []
