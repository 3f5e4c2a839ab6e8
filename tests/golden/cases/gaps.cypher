CALL () {
MATCH (k:Certificate)-[:SUITS]->(m:Major) WHERE NOT (m)-[:REPLACED_BY]->()
WITH k, count(DISTINCT m) AS programmes
MATCH (k)-[:HAS_STANDARD]->(:SkillStandard)-[:HAS_STANDARD_LEVEL]->(l:StandardLevel)
WHERE $p1 IS NULL OR l.level = $p1
MATCH (l)-[:HAS_WORK_AREA]->(:WorkArea)-[:HAS_TASK]->(:WorkTask)-[:HAS_REQUIREMENT]->(r:SkillRequirement)
WHERE NOT (r)<-[:COVERS]-() AND NOT (r)<-[:PLAN_COVERS]-()
WITH k, programmes, r, EXISTS { MATCH (r)<-[:CONCLUDES_ON]-(:Review) } AS looked
WHERE looked OR $p2
WITH k, programmes, r, looked ORDER BY programmes DESC, r.id, k.id LIMIT $p3
RETURN collect([programmes, CASE WHEN looked THEN 'NOT_COVERED' ELSE 'UNKNOWN' END,
  [], [['SkillRequirement', [r.level, r.code]]]]) AS c0
}
CALL () {
MATCH (k:Certificate {id: $p4})-[:SUITS]->(m:Major) WHERE NOT (m)-[:REPLACED_BY]->()
WITH k, count(DISTINCT m) AS programmes
MATCH (k)-[:HAS_STANDARD]->(:SkillStandard)-[:HAS_STANDARD_LEVEL]->(l:StandardLevel)
WHERE $p5 IS NULL OR l.level = $p5
MATCH (l)-[:HAS_WORK_AREA]->(:WorkArea)-[:HAS_TASK]->(:WorkTask)-[:HAS_REQUIREMENT]->(r:SkillRequirement)
WHERE NOT (r)<-[:COVERS]-() AND NOT (r)<-[:PLAN_COVERS]-()
WITH k, programmes, r, EXISTS { MATCH (r)<-[:CONCLUDES_ON]-(:Review) } AS looked
WHERE looked OR $p6
WITH k, programmes, r, looked ORDER BY programmes DESC, r.id, k.id LIMIT $p7
RETURN collect([programmes, CASE WHEN looked THEN 'NOT_COVERED' ELSE 'UNKNOWN' END,
  [['Certificate', [k.name]]], [['SkillRequirement', [r.code, r.text]]]]) AS c1
}
CALL () {
MATCH (k:Certificate {id: $p8})-[:SUITS]->(m:Major) WHERE NOT (m)-[:REPLACED_BY]->()
WITH k, count(DISTINCT m) AS programmes
MATCH (k)-[:HAS_STANDARD]->(:SkillStandard)-[:HAS_STANDARD_LEVEL]->(l:StandardLevel)
WHERE $p9 IS NULL OR l.level = $p9
MATCH (l)-[:HAS_WORK_AREA]->(:WorkArea)-[:HAS_TASK]->(:WorkTask)-[:HAS_REQUIREMENT]->(r:SkillRequirement)
WHERE NOT (r)<-[:COVERS]-() AND NOT (r)<-[:PLAN_COVERS]-()
WITH k, programmes, r, EXISTS { MATCH (r)<-[:CONCLUDES_ON]-(:Review) } AS looked
WHERE looked OR $p10
WITH k, programmes, r, looked ORDER BY programmes DESC, r.id, k.id LIMIT $p11
RETURN collect([programmes, CASE WHEN looked THEN 'NOT_COVERED' ELSE 'UNKNOWN' END,
  [], []]) AS c2
}
RETURN c0, c1, c2
