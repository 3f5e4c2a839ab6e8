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

MATCH (:College {id: $college})-[:HAS_PLAN]->(p:TrainingPlan)
WHERE p.majorName = $major AND coalesce(p.grade, '') = $grade
RETURN max(coalesce(p.version, 0))

UNWIND $rows0 AS row CREATE (p:TrainingPlan) SET p = row
WITH count(*) AS done
UNWIND $rows1 AS row
MATCH (b:TrainingPlan {id: row.base})<-[l:HAS_PLAN]-(o:College)
MATCH (p:TrainingPlan {id: row.plan}) CREATE (p)<-[:HAS_PLAN {basis: 'EDITORIAL', sourceIds: l.sourceIds}]-(o)
WITH count(*) AS done
UNWIND $rows2 AS row
MATCH (b:TrainingPlan {id: row.base})-[l:PLAN_FOR]->(o:Major)
MATCH (p:TrainingPlan {id: row.plan}) CREATE (p)-[:PLAN_FOR {basis: 'EDITORIAL', sourceIds: l.sourceIds}]->(o)
WITH count(*) AS done
UNWIND $rows3 AS row
MATCH (b:TrainingPlan {id: row.base})-[l:PLAN_PREPARES_FOR]->(o:Occupation)
MATCH (p:TrainingPlan {id: row.plan}) CREATE (p)
  -[:PLAN_PREPARES_FOR {basis: 'EDITORIAL', sourceIds: l.sourceIds}]->(o)
WITH count(*) AS done
UNWIND $rows4 AS row
MATCH (b:TrainingPlan {id: row.base})-[l:PLAN_NAMES_CERTIFICATE]->(o:Certificate)
MATCH (p:TrainingPlan {id: row.plan}) CREATE (p)
  -[
    :PLAN_NAMES_CERTIFICATE {basis: 'EDITORIAL', sourceIds: l.sourceIds, certificateLevel: l.certificateLevel}
  ]->(o)
WITH count(*) AS done
UNWIND $rows5 AS row
MATCH (b:TrainingPlan {id: row.base})-[l:FOLLOWS_STANDARD]->(o:TeachingStandard)
MATCH (p:TrainingPlan {id: row.plan}) CREATE (p)
  -[:FOLLOWS_STANDARD {basis: 'EDITORIAL', sourceIds: l.sourceIds}]->(o)
WITH count(*) AS done
UNWIND $rows6 AS row
MATCH (a:TrainingPlan {id: row.start})
MATCH (b:TrainingPlan {id: row.end}) CREATE (a)-[:REVISES_PLAN {basis: 'EDITORIAL', sourceIds: []}]->(b)
WITH count(*) AS done
UNWIND $rows7 AS row
MATCH (h:TrainingPlan {id: row.holder}) CREATE (h)
  -[:HAS_PLAN_COURSE {basis: 'EDITORIAL', sourceIds: []}]->(n:PlanCourse) SET n = row.values
WITH count(*) AS done
UNWIND $rows8 AS row
MATCH (h:TrainingPlan {id: row.holder}) CREATE (h)
  -[:HAS_PLAN_GROUP {basis: 'EDITORIAL', sourceIds: []}]->(n:PlanGroup) SET n = row.values
WITH count(*) AS done
UNWIND $rows9 AS row
MATCH (h:TrainingPlan {id: row.holder}) CREATE (h)
  -[:HAS_TARGET_CERTIFICATE {basis: 'EDITORIAL', sourceIds: []}]->(n:TargetCertificate) SET n = row.values
WITH count(*) AS done
UNWIND $rows10 AS row
MATCH (h:TrainingPlan {id: row.holder}) CREATE (h)
  -[:HAS_PLAN_OUTCOME {basis: 'EDITORIAL', sourceIds: []}]->(n:PlanOutcome) SET n = row.values
WITH count(*) AS done
UNWIND $rows11 AS row
MATCH (h:TrainingPlan {id: row.holder}) CREATE (h)
  -[:HAS_PLAN_WEEKS {basis: 'EDITORIAL', sourceIds: []}]->(n:PlanWeeks) SET n = row.values
WITH count(*) AS done
UNWIND $rows12 AS row
MATCH (h:PlanCourse {id: row.holder}) CREATE (h)
  -[:PLAN_HAS_OUTCOME {basis: 'EDITORIAL', sourceIds: []}]->(n:CourseOutcome) SET n = row.values
WITH count(*) AS done
UNWIND $rows13 AS row
MATCH (a:PlanCourse {id: row.start})
MATCH (b:PlanGroup {id: row.end}) MERGE (a)-[l:CHOICE_OF]->(b) SET l = row.values
WITH count(*) AS done
UNWIND $rows14 AS row
MATCH (a:PlanCourse {id: row.start})
MATCH (b:Certificate {id: row.end}) MERGE (a)-[l:LINKED_TO_CERTIFICATE]->(b) SET l = row.values
WITH count(*) AS done
UNWIND $rows15 AS row
MATCH (a:TargetCertificate {id: row.start})
MATCH (b:CertificateLevel {id: row.end}) MERGE (a)-[l:TARGETS_LEVEL]->(b) SET l = row.values
WITH count(*) AS done
RETURN 1
