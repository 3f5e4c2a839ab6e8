MATCH (p:TrainingPlan {id: $id})
WHERE (p.draftOf IS NULL OR p.draftOf = $reader)
OPTIONAL MATCH (o:College)-[:HAS_PLAN]->(p)
RETURN o.id,
  COLLECT {
    MATCH (p)-[l:PLAN_NAMES_CERTIFICATE]->(t:Certificate)
    RETURN [t.id, t.name, t.aliases, l.certificateLevel, l.sourceIds]
  },
  COLLECT {
    MATCH (p)-[:HAS_PLAN_COURSE]->(c:PlanCourse)-[l:LINKED_TO_CERTIFICATE]->(t:Certificate)
    RETURN [c.id, t.id, l.certificateLevel, l.kind, l.note]
  },
  COLLECT {
    MATCH (p)-[:HAS_PLAN_COURSE]->(c:PlanCourse)-[:PLAN_HAS_OUTCOME]->(n:CourseOutcome)
    RETURN [c.id, properties(n)]
  },
  COLLECT {
    MATCH (p)-[:HAS_TARGET_CERTIFICATE]->(t:TargetCertificate)-[:TARGETS_LEVEL]->(v:CertificateLevel)
    RETURN [t.id, v.id]
  },
  properties(p),
  COLLECT {
    MATCH (p)-[:HAS_PLAN_COURSE]->(c:PlanCourse)
    OPTIONAL MATCH (c)-[:CHOICE_OF]->(g:PlanGroup)
    RETURN [properties(c), g.number]
  },
  COLLECT {
    MATCH (p)-[:HAS_PLAN_GROUP]->(n:PlanGroup)
    RETURN properties(n)
  },
  COLLECT {
    MATCH (p)-[:HAS_PLAN_TOTAL]->(n:PlanTotal)
    RETURN properties(n)
  },
  COLLECT {
    MATCH (p)-[:HAS_TARGET_CERTIFICATE]->(n:TargetCertificate)
    RETURN properties(n)
  },
  COLLECT {
    MATCH (p)-[:HAS_PLAN_OUTCOME]->(n:PlanOutcome)
    RETURN properties(n)
  },
  COLLECT {
    MATCH (p)-[:HAS_PLAN_WEEKS]->(n:PlanWeeks)
    RETURN properties(n)
  }

MATCH (c:Change)-[:CHANGED_TRAINING_PLAN]->(:TrainingPlan {id: $id})
WHERE c.action IN $actions
RETURN c.before

UNWIND $rows0 AS row
MATCH (n:TrainingPlan {id: row.id}) SET n = row.values
WITH count(*) AS done
UNWIND $rows1 AS row
MATCH (n:CourseOutcome {id: row}) DETACH DELETE n
WITH count(*) AS done
UNWIND $rows2 AS row
MATCH (n:PlanCourse {id: row}) DETACH DELETE n
WITH count(*) AS done
UNWIND $rows3 AS row
MATCH (h:TrainingPlan {id: row.holder}) CREATE (h)
  -[:HAS_PLAN_COURSE {basis: 'EDITORIAL', sourceIds: []}]->(n:PlanCourse) SET n = row.values
WITH count(*) AS done
UNWIND $rows4 AS row
MATCH (n:PlanCourse {id: row.id}) SET n = row.values
WITH count(*) AS done
UNWIND $rows5 AS row
MATCH (n:PlanGroup {id: row}) DETACH DELETE n
WITH count(*) AS done
UNWIND $rows6 AS row
MATCH (h:TrainingPlan {id: row.holder}) CREATE (h)
  -[:HAS_PLAN_GROUP {basis: 'EDITORIAL', sourceIds: []}]->(n:PlanGroup) SET n = row.values
WITH count(*) AS done
UNWIND $rows7 AS row
MATCH (n:TargetCertificate {id: row}) DETACH DELETE n
WITH count(*) AS done
UNWIND $rows8 AS row
MATCH (h:TrainingPlan {id: row.holder}) CREATE (h)
  -[:HAS_TARGET_CERTIFICATE {basis: 'EDITORIAL', sourceIds: []}]->(n:TargetCertificate) SET n = row.values
WITH count(*) AS done
UNWIND $rows9 AS row
MATCH (h:PlanCourse {id: row.holder}) CREATE (h)
  -[:PLAN_HAS_OUTCOME {basis: 'EDITORIAL', sourceIds: []}]->(n:CourseOutcome) SET n = row.values
WITH count(*) AS done
UNWIND $rows10 AS row
MATCH (n:CourseOutcome {id: row.id}) SET n = row.values
WITH count(*) AS done
UNWIND $rows11 AS row
MATCH (a:PlanCourse {id: row.start})
MATCH (b:PlanGroup {id: row.end})
MATCH (a)-[l:CHOICE_OF]->(b) DELETE l
WITH count(*) AS done
UNWIND $rows12 AS row
MATCH (a:PlanCourse {id: row.start})
MATCH (b:PlanGroup {id: row.end}) MERGE (a)-[l:CHOICE_OF]->(b) SET l = row.values
WITH count(*) AS done
UNWIND $rows13 AS row
MATCH (a:TargetCertificate {id: row.start})
MATCH (b:CertificateLevel {id: row.end}) MERGE (a)-[l:TARGETS_LEVEL]->(b) SET l = row.values
WITH count(*) AS done
RETURN 1
