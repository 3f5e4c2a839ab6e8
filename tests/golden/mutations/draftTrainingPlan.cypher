MATCH (c:College {id: $id})
RETURN c.name

RETURN [
  COLLECT {
    MATCH (m:Major {id: $major})
    RETURN properties(m)
  },
  COLLECT {
    MATCH (m:Major {id: $major})<-[:STANDARD_OF]-(s:TeachingStandard)
    RETURN [
      properties(s),
      COLLECT {
        MATCH (s)-[:HAS_COURSE]->(c:Course)
        RETURN [properties(c)]
        ORDER BY c.sequence, c.id
      }
    ]
    ORDER BY s.year DESC, s.id
  },
  COLLECT {
    MATCH (s:RuleSet)-[:HAS_RULE]->(r:Rule)
    WHERE s.scope = 'NATIONAL'
    RETURN [properties(s), properties(r)]
    ORDER BY s.code, r.code, r.id
  },
  COLLECT {
    UNWIND $targets AS id
    MATCH (v:CertificateLevel {id: id})
    RETURN properties(v)
    ORDER BY v.certificateName, v.rank, v.id
  }
]

MATCH (:College {id: $college})-[:HAS_PLAN]->(p:TrainingPlan)
WHERE p.majorName = $major AND coalesce(p.grade, '') = $grade
RETURN max(coalesce(p.version, 0))

UNWIND $rows0 AS row CREATE (p:TrainingPlan) SET p = row
WITH count(*) AS done
UNWIND $rows1 AS row
MATCH (h:TrainingPlan {id: row.holder}) CREATE (h)
  -[:HAS_PLAN_COURSE {basis: 'EDITORIAL', sourceIds: []}]->(n:PlanCourse) SET n = row.values
WITH count(*) AS done
UNWIND $rows2 AS row
MATCH (h:TrainingPlan {id: row.holder}) CREATE (h)
  -[:HAS_TARGET_CERTIFICATE {basis: 'EDITORIAL', sourceIds: []}]->(n:TargetCertificate) SET n = row.values
WITH count(*) AS done
UNWIND $rows3 AS row
MATCH (a:TrainingPlan {id: row.start})
MATCH (b:TeachingStandard {id: row.end}) MERGE (a)-[l:FOLLOWS_STANDARD]->(b) SET l = row.values
WITH count(*) AS done
UNWIND $rows4 AS row
MATCH (a:College {id: row.start})
MATCH (b:TrainingPlan {id: row.end}) MERGE (a)-[l:HAS_PLAN]->(b) SET l = row.values
WITH count(*) AS done
UNWIND $rows5 AS row
MATCH (a:TrainingPlan {id: row.start})
MATCH (b:Major {id: row.end}) MERGE (a)-[l:PLAN_FOR]->(b) SET l = row.values
WITH count(*) AS done
UNWIND $rows6 AS row
MATCH (a:TrainingPlan {id: row.start})
MATCH (b:Certificate {id: row.end}) MERGE (a)-[l:PLAN_NAMES_CERTIFICATE]->(b) SET l = row.values
WITH count(*) AS done
UNWIND $rows7 AS row
MATCH (a:TargetCertificate {id: row.start})
MATCH (b:CertificateLevel {id: row.end}) MERGE (a)-[l:TARGETS_LEVEL]->(b) SET l = row.values
WITH count(*) AS done
RETURN 1
