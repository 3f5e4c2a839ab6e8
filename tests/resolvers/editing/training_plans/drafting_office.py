"""What a plan is drafted from, in the graph of the plan office: three teaching standards and two rules."""

from graph.connection.database import Database
from graph.query.statement import Statement
from tests.resolvers.editing.training_plans.plan_office import LEVEL

MAJOR, COLLEGE = "Major:2021:510203", "College:甲学院"
GRAPH = """
CREATE (s:RuleSet {id: 'RuleSet:N', code: 'N', name: '国家', scope: 'NATIONAL', educationLevels: ['ASSOCIATE'],
                   basis: 'OFFICIAL', sourceIds: []})
CREATE (s)-[:HAS_RULE]->(:Rule {id: 'Rule:N:01', ruleSetCode: 'N', code: '01', item: '体育', force: 'MUST',
  measure: 'HOURS', measureLeast: '108', names: ['体育'], natures: ['REQUIRED'], modules: ['COMMON'],
  basis: 'OFFICIAL', sourceIds: ['Source:y']})
CREATE (s)-[:HAS_RULE]->(:Rule {id: 'Rule:N:02', ruleSetCode: 'N', code: '02', item: '总学时', force: 'MUST',
  measure: 'HOURS', measureLeast: '2500', basis: 'OFFICIAL', sourceIds: []})
WITH s
MATCH (m:Major {id: 'Major:2021:510203'}) MATCH (v:CertificateLevel {id: $level})
UNWIND [2019, 2025, 2028] AS year
CREATE (t:TeachingStandard {id: 'TeachingStandard:' + toString(year) + ':510203', year: year, majorCode: '510203',
                            name: '软件技术', duration: '三年', basis: 'OFFICIAL', sourceIds: []})
CREATE (t)-[:STANDARD_OF]->(m)
CREATE (t)-[:HAS_COURSE]->(c:Course {id: 'Course:' + toString(year) + ':510203:1', standardYear: year,
  majorCode: '510203', sequence: 1, name: '课程' + toString(year), module: 'CORE', basis: 'OFFICIAL',
  sourceIds: ['Source:y']})
CREATE (c)<-[:ALIGNS]-(a:Alignment {id: 'Alignment:' + toString(year), kind: 'EXACT', role: 'TEACHES', strength: 0.9,
  status: 'ACCEPTED', method: 'x', version: 1, basis: 'EDITORIAL', sourceIds: []})
MERGE (v)-[:SPECIFIED_BY]->(l:StandardLevel {id: 'StandardLevel:x'})
MERGE (l)-[:HAS_WORK_AREA]->(w:WorkArea {id: 'WorkArea:x'})
MERGE (w)-[:HAS_TASK]->(k:WorkTask {id: 'WorkTask:x'})
MERGE (k)-[:HAS_REQUIREMENT]->(r:SkillRequirement {id: 'SkillRequirement:x'})
CREATE (a)-[:ALIGNED_TO]->(r)
"""
LINES = "name module courseNature credits hours"
DRAFT = f"""mutation ($input: DraftTrainingPlanInput!) {{ draftTrainingPlan(input: $input) {{
  trainingPlan {{ id version editVersion status grade entryYear years educationLevel completeness certificatesNamed
    college {{ id }} major {{ id }} baseStandard {{ id }} courses {{ id {LINES} sourceNote sources {{ id }} terms }}
    targetCertificates {{ name level levelText certificateLevel {{ id }} }} certificates {{ id }}
    changes {{ nodes {{ action reason }} }} }}
  missing {{ kind lines rules }} bookmark userErrors {{ code message argument }} }} }}"""
OWN = {"major": MAJOR, "grade": "2027级", "targets": [LEVEL]}
GIVEN = {**OWN, "college": COLLEGE, "reason": "新编"}


async def add_standards(database: Database) -> None:
    """Write rules and teaching standards, the newest of which is for students to come."""
    await database.write(lambda writer: writer.run(Statement(GRAPH, {"level": LEVEL})))
