"""Editors of two colleges at a graph with one published training plan, and what they ask."""

from typing import Any

from graph.query.statement import Statement
from graph.upkeep import editors
from graph.upkeep.editors import Role
from resolvers.stored_training_plans import read_training_plans
from tests.resolvers.editing.office import Office

PUBLISHED, DRAFT = "TrainingPlan:甲学院:软件技术:2026级:1", "TrainingPlan:甲学院:软件技术:2026级:2"
LEVEL = "CertificateLevel:Web前端开发:INTERMEDIATE"
FACT = {"basis": "REPORTED", "sourceIds": ["Source:y"], "seedHash": "imported"}
OF_PLAN = {"collegeName": "甲学院", "majorName": "软件技术", "grade": "2026级", "version": 1}
HEAD = {
    **FACT,
    **OF_PLAN,
    "id": PUBLISHED,
    "status": "PUBLISHED",
    "completeness": "WHOLE",
    "title": "甲方案",
    "years": 3,
}
LINES: list[dict[str, Any]] = [
    {"name": "军事理论", "module": "COMMON", "credits": 2.0, "hours": 36, "terms": ["1"]},
    {"name": "网页开发", "module": "CORE", "credits": 3.5, "hours": 56, "terms": ["2"], "weeklyHours": ["2: 4"]},
    {"name": "甲", "module": "EXTENSION", "credits": 2.0, "hours": 32, "terms": ["3"]},
    {"name": "乙", "module": "EXTENSION", "credits": 2.0, "hours": 32, "terms": ["3"]},
]
# What the course 网页开发 is to achieve, under codes of the college.
OUTCOMES = [
    {"id": f"CourseOutcome:甲学院-网页-{number}", "code": f"甲学院-网页-{number}", "text": text, "sequence": number}
    for number, text in enumerate(("能编写网页", "能调试网页"), 1)
]
SMALL = """
CREATE (:Source {id: 'Source:y', code: 'y', title: 'y'})
CREATE (a:College {id: 'College:甲学院', name: '甲学院', code: '4100000001', basis: 'OFFICIAL', sourceIds: []})
CREATE (:College {id: 'College:乙学院', name: '乙学院', code: '4100000002', basis: 'OFFICIAL', sourceIds: []})
CREATE (m:Major {id: 'Major:2021:510203', edition: '2021', code: '510203', name: '软件技术', educationLevel: 'ASSOCIATE',
                 basis: 'OFFICIAL', sourceIds: []})
CREATE (c:Certificate {id: 'Certificate:Web前端开发', name: 'Web前端开发', basis: 'OFFICIAL', sourceIds: []})
CREATE (v:CertificateLevel {id: $level, certificateName: 'Web前端开发', level: 'INTERMEDIATE', rank: 2,
                            basis: 'OFFICIAL', sourceIds: []})
CREATE (p:TrainingPlan) SET p = $plan
CREATE (a)-[:HAS_PLAN {basis: 'REPORTED', sourceIds: ['Source:y'], seedHash: 'imported'}]->(p)
CREATE (p)-[:PLAN_FOR {basis: 'REPORTED', sourceIds: ['Source:y']}]->(m)
CREATE (p)-[:PLAN_NAMES_CERTIFICATE {basis: 'REPORTED', sourceIds: ['Source:y'], certificateLevel: 'INTERMEDIATE'}]->(c)
CREATE (g:PlanGroup) SET g = $group CREATE (p)-[:HAS_PLAN_GROUP]->(g)
CREATE (t:TargetCertificate) SET t = $target
CREATE (p)-[:HAS_TARGET_CERTIFICATE]->(t) CREATE (t)-[:TARGETS_LEVEL]->(v)
CREATE (o:PlanOutcome) SET o = $outcome CREATE (p)-[:HAS_PLAN_OUTCOME]->(o)
CREATE (w:PlanWeeks) SET w = $weeks CREATE (p)-[:HAS_PLAN_WEEKS]->(w)
CREATE (s:PlanTotal) SET s = $total CREATE (p)-[:HAS_PLAN_TOTAL]->(s)
WITH p, g, c
UNWIND $lines AS line CREATE (l:PlanCourse) SET l = line CREATE (p)-[:HAS_PLAN_COURSE]->(l)
WITH g, c, l
FOREACH (_ IN CASE WHEN l.module = 'EXTENSION' THEN [1] ELSE [] END | CREATE (l)-[:CHOICE_OF]->(g))
FOREACH (_ IN CASE WHEN l.module = 'CORE' THEN [1] ELSE [] END |
  CREATE (l)-[:LINKED_TO_CERTIFICATE {kind: '1+X', certificateLevel: 'INTERMEDIATE'}]->(c))
WITH l WHERE l.sequence = 2
UNWIND $achieved AS each CREATE (o:CourseOutcome) SET o = each
CREATE (l)-[:PLAN_HAS_OUTCOME {basis: 'REPORTED', sourceIds: ['Source:y']}]->(o)
"""
_PLAN = """trainingPlan {
  id version editVersion status title years completeness sha256 basis
  college { name } major { code } revises { id } certificatesNamed
  certificatesLinks { certificateLevel node { name } }
  courses { id position name credits terms weeklyHours semesterText group { id label } certificatesLinks { kind }
    outcomes { id code text sequence } }
  groups { id number label kind choose credits options }
  targetCertificates { id name level levelText semesters certificateLevel { id } }
  outcomes { id text } weekTable { nodes { id heading weeks } } totals { nodes { label } } }
  bookmark userErrors { code message argument row id displayName version changedBy }"""
REVISE = (
    f"mutation ($input: CreateTrainingPlanRevisionInput!) {{ createTrainingPlanRevision(input: $input) {{ {_PLAN} }} }}"
)
EDIT = f"mutation ($input: EditTrainingPlanInput!) {{ editTrainingPlan(input: $input) {{ {_PLAN} }} }}"
CARRY = f"mutation ($input: CarryTrainingPlanForwardInput!) {{ carryTrainingPlanForward(input: $input) {{ {_PLAN} }} }}"
UNDO = f"mutation ($input: UndoTrainingPlanEditInput!) {{ undoTrainingPlanEdit(input: $input) {{ {_PLAN} }} }}"
PUBLISH = f"mutation ($input: PublishTrainingPlanInput!) {{ publishTrainingPlan(input: $input) {{ {_PLAN} }} }}"
CARRIED = {"trainingPlan": PUBLISHED, "grade": "2027级", "reason": "编制 2027 级方案"}
REVISION = {"trainingPlan": PUBLISHED, "reason": "为 2027 级修订"}


def line(number: int, version: int = 2) -> str:
    """Give the id of a line."""
    return f"PlanCourse:甲学院:软件技术:2026级:{number}:{version}"


def outcome(number: int, place: int = 2, version: int = 2) -> str:
    """Give the id of an outcome of a line of a draft."""
    return f"CourseOutcome:{line(place, version).partition(':')[2]}:{number}"


def part(kind: str, number: int, version: int = 2) -> str:
    """Give the id of a group or a target certificate."""
    return f"{kind}:甲学院:软件技术:2026级:{version}:{number}"


def edits(*given: dict[str, Any], version: int = 1, **others: Any) -> dict[str, Any]:
    """Give the input of edits of the draft."""
    return {"trainingPlan": DRAFT, "expectedVersion": version, "edits": list(given), **others}


async def open_plan_office(database) -> Office:
    """Write the small graph and add the editors."""
    return Office(database, await add_plan(database))


async def add_plan(database) -> dict[str, str]:
    """Write the plan and give the tokens of zhao and zhou of its college, wang who reviews, qian of another, sun of none."""
    key = {"trainingPlanKey": PUBLISHED.partition(":")[2], **FACT, "place": "p1 t1 r2"}

    def own(type_name: str, /, **values: Any) -> dict[str, Any]:
        return {**key, "id": part(type_name, 1, 1), "number": 1, **values}

    given = {
        "plan": HEAD,
        "level": LEVEL,
        "lines": [
            {**FACT, **OF_PLAN, "id": line(number, 1), "sequence": number, "isCounted": True, "place": "p1", **each}
            for number, each in enumerate(LINES, 1)
        ],
        "achieved": [{**FACT, "sourceNote": "课程标准第2页", **each} for each in OUTCOMES],
        "group": own("PlanGroup", label="专业选修", kind="CHOOSE_CREDITS", credits=2.0),
        "target": own(
            "TargetCertificate", name="Web前端开发", level="INTERMEDIATE", levelText="中级", semesters=["3", "4"]
        ),
        "outcome": own("PlanOutcome", kind="QUALITY", text="诚信"),
        "weeks": own("PlanWeeks", row=1, heading="课内教学", weeks=16.0),
        "total": own("PlanTotal", row=1, label="合计"),
    }
    await database.write(lambda writer: writer.run(Statement(SMALL, given)))
    colleges = {"zhao": "甲学院", "zhou": "甲学院", "wang": "甲学院", "qian": "乙学院", "sun": None}
    return {
        name: await editors.add(database, name, Role.REVIEWER if name == "wang" else Role.DESIGNER, college=college)
        for name, college in colleges.items()
    }


async def stored(office: Office, plan: str):
    """Read a plan as rules and solvers do."""
    return (await read_training_plans(office.database.read, [plan]))[plan]
