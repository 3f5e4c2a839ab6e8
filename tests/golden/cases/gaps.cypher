CALL () {
MATCH (v:Review)-[:CONCLUDES_ON]->(r:SkillRequirement) WHERE true AND v.basis IN $p2 WITH DISTINCT r WHERE NOT EXISTS { MATCH (r)<-[x:COVERS]-(:Course) WHERE x.basis IN $p2 } AND NOT EXISTS { MATCH (r)<-[x:PLAN_COVERS]-(:PlanCourse) WHERE x.basis IN $p2 }
MATCH (r)<-[:HAS_REQUIREMENT]-(:WorkTask)<-[:HAS_TASK]-(:WorkArea)<-[:HAS_WORK_AREA]-(l:StandardLevel)
WHERE $p1 IS NULL OR l.level = $p1
MATCH (l)<-[:HAS_STANDARD_LEVEL]-(:SkillStandard)<-[:HAS_STANDARD]-(k:Certificate) WHERE true
WITH k, collect(r) AS requirements
MATCH (k)-[u:SUITS]->(m:Major) WHERE NOT EXISTS { MATCH (m)-[:REPLACED_BY]->(:Major) } AND u.basis IN $p2
WITH k, requirements, count(DISTINCT m) AS programmes UNWIND requirements AS r
WITH k, programmes, r ORDER BY programmes DESC, r.id, k.id LIMIT $p3
RETURN collect([programmes, 'NOT_COVERED', [],
  [['SkillRequirement', [r.level, r.code]]], []]) AS c0
}
CALL () {
MATCH (k:Certificate {id: $p4})-[u:SUITS]->(m:Major) WHERE NOT EXISTS { MATCH (m)-[:REPLACED_BY]->(:Major) } AND u.basis IN $p6
WITH k, count(DISTINCT m) AS programmes
MATCH (k)-[:HAS_STANDARD]->(:SkillStandard)-[:HAS_STANDARD_LEVEL]->(l:StandardLevel) WHERE $p5 IS NULL OR l.level = $p5
MATCH (l)-[:HAS_WORK_AREA]->(:WorkArea)-[:HAS_TASK]->(:WorkTask)-[:HAS_REQUIREMENT]->(r:SkillRequirement)
WHERE NOT EXISTS { MATCH (r)<-[x:COVERS]-(:Course) WHERE x.basis IN $p6 } AND NOT EXISTS { MATCH (r)<-[x:PLAN_COVERS]-(:PlanCourse) WHERE x.basis IN $p6 }
WITH k, programmes, r ORDER BY programmes DESC, r.id, k.id LIMIT $p7
RETURN collect([programmes, CASE WHEN EXISTS { MATCH (r)<-[:CONCLUDES_ON]-(v:Review) WHERE v.basis IN $p6 } THEN 'NOT_COVERED' ELSE 'UNKNOWN' END, [['Certificate', [k.name]]],
  [['SkillRequirement', [r.code, r.text]]], []]) AS c1
}
CALL () {
MATCH (k:Certificate {id: $p8})-[u:SUITS]->(m:Major) WHERE NOT EXISTS { MATCH (m)-[:REPLACED_BY]->(:Major) } AND u.basis IN $p10
WITH k, count(DISTINCT m) AS programmes
MATCH (k)-[:HAS_STANDARD]->(:SkillStandard)-[:HAS_STANDARD_LEVEL]->(l:StandardLevel) WHERE $p9 IS NULL OR l.level = $p9
MATCH (l)-[:HAS_WORK_AREA]->(:WorkArea)-[:HAS_TASK]->(:WorkTask)-[:HAS_REQUIREMENT]->(r:SkillRequirement)
WHERE NOT EXISTS { MATCH (r)<-[x:COVERS]-(:Course) WHERE x.basis IN $p10 } AND NOT EXISTS { MATCH (r)<-[x:PLAN_COVERS]-(:PlanCourse) WHERE x.basis IN $p10 }
WITH k, programmes, r ORDER BY programmes DESC, r.id, k.id LIMIT $p11
RETURN collect([programmes, CASE WHEN EXISTS { MATCH (r)<-[:CONCLUDES_ON]-(v:Review) WHERE v.basis IN $p10 } THEN 'NOT_COVERED' ELSE 'UNKNOWN' END, [],
  [], []]) AS c2
}
RETURN c0, c1, c2
