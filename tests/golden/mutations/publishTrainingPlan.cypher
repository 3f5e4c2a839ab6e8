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

MATCH (p:TrainingPlan {id: $id})
WHERE (p.draftOf IS NULL OR p.draftOf = $reader)
RETURN p.draftOf

MATCH (p:TrainingPlan {id: $id})-[:HAS_PLAN_COURSE]->(n:PlanCourse) REMOVE n.draftOf
RETURN count(n)

MATCH (p:TrainingPlan {id: $id})-[:HAS_PLAN_GROUP]->(n:PlanGroup) REMOVE n.draftOf
RETURN count(n)

MATCH (p:TrainingPlan {id: $id})-[:HAS_PLAN_TOTAL]->(n:PlanTotal) REMOVE n.draftOf
RETURN count(n)

MATCH (p:TrainingPlan {id: $id})-[:HAS_TARGET_CERTIFICATE]->(n:TargetCertificate) REMOVE n.draftOf
RETURN count(n)

MATCH (p:TrainingPlan {id: $id})-[:HAS_PLAN_OUTCOME]->(n:PlanOutcome) REMOVE n.draftOf
RETURN count(n)

MATCH (p:TrainingPlan {id: $id})-[:HAS_PLAN_WEEKS]->(n:PlanWeeks) REMOVE n.draftOf
RETURN count(n)

MATCH (p:TrainingPlan {id: $id})-[:HAS_PLAN_COURSE]->(:PlanCourse)
  -[:PLAN_HAS_OUTCOME]->(n:CourseOutcome) REMOVE n.draftOf
RETURN count(n)

MATCH (p:TrainingPlan {id: $id})<-[:CHANGED_TRAINING_PLAN]-(n:Change) REMOVE n.draftOf
RETURN count(n)

MATCH (p:TrainingPlan {id: $id})
UNWIND p.sourceIds AS source
MATCH (n:Source {id: source}) REMOVE n.draftOf
RETURN count(n)

MATCH (p:TrainingPlan {id: $id}) SET p.status = 'PUBLISHED' REMOVE p.draftOf
RETURN p.id

MATCH (p:TrainingPlan {id: $id}) SET p.editVersion = $version
RETURN p.id

MATCH (c:Change)-[:CHANGED_TRAINING_PLAN]->(:TrainingPlan {id: $id})
WHERE c.action IN ['REVISE_PLAN', 'CARRY_PLAN']
RETURN c.after

UNWIND $ids AS id
MATCH (p:TrainingPlan {id: id})
RETURN p.id,
  COLLECT {
    MATCH (p)-[:HAS_PLAN_COURSE]->(c:PlanCourse)-[:PLAN_HAS_OUTCOME]->(o:CourseOutcome)
    RETURN [c.id, o.id, o.text]
    ORDER BY c.id, o.sequence, o.id
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

CALL () {
  MATCH (:TrainingPlan {id: $base})-[:HAS_PLAN_COURSE]->(c:PlanCourse)<-[:ALIGNS_PLAN_COURSE]-(a:Alignment)
  RETURN c.id AS subject, a
  UNION ALL
  MATCH (:TrainingPlan {id: $base})-[:HAS_PLAN_COURSE]->(c:PlanCourse)-[:PLAN_HAS_OUTCOME]->(o:CourseOutcome)
    <-[:ALIGNS_OUTCOME]-(a:Alignment)
  RETURN o.id AS subject, a
}
MATCH (a)-[:ALIGNED_TO]->(t)
WHERE a.status IN $live AND a.kind <> 'NO_MATCH'
RETURN subject, properties(a), t.id
ORDER BY a.id
