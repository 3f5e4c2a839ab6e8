"""The programmes and certificates that the rows of a table touch, whatever the rows align."""

from graph.query.statement import Statement
from interchange.alignments.touched_pairs import Holder, TouchedPair, read_touched_pairs

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
