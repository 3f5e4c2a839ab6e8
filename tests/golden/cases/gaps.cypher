CALL () {
  WITH EXISTS { MATCH (:Alignment {basis: 'ILLUSTRATIVE'}) } AS made_up
  CALL () {
    MATCH (v:Review)-[:CONCLUDES_ON]->(r:SkillRequirement)
    WHERE v.basis IN $evidenceBasis
    RETURN r
    UNION
    MATCH (n:Alignment)-[:ALIGNED_TO]->(r:SkillRequirement)
    WHERE n.kind = 'NO_MATCH' AND n.status = 'ACCEPTED' AND n.basis IN $evidenceBasis
    MATCH (n)-[:ALIGNS]->(d:Course)<-[:HAS_COURSE]-(s:TeachingStandard)
    WITH s, r, count(DISTINCT d) AS without
    WHERE without = COUNT { (s)-[:HAS_COURSE]->(:Course) }
    RETURN r
    UNION
    MATCH (n:Alignment)-[:ALIGNED_TO]->(r:SkillRequirement)
    WHERE n.kind = 'NO_MATCH' AND n.status = 'ACCEPTED' AND n.basis IN $evidenceBasis
    MATCH (n)-[:ALIGNS_PLAN_COURSE]->(d:PlanCourse)<-[:HAS_PLAN_COURSE]-(s:TrainingPlan)
    WITH s, r, count(DISTINCT d) AS without
    WHERE without = COUNT { (s)-[:HAS_PLAN_COURSE]->(:PlanCourse) }
    RETURN r
  }
  WITH DISTINCT made_up, r
  WHERE (
    (NOT made_up AND NOT (r)<-[:COVERS]-() AND NOT (r)<-[:PLAN_COVERS]-())
    OR (
      made_up
      AND NOT EXISTS {
        MATCH (r)<-[x:COVERS]-(:Course)
        WHERE x.basis IN $evidenceBasis
      }
      AND NOT EXISTS {
        MATCH (r)<-[x:PLAN_COVERS]-(:PlanCourse)
        WHERE x.basis IN $evidenceBasis
      }
    )
  )
  MATCH (r)<-[:HAS_REQUIREMENT]-(:WorkTask)<-[:HAS_TASK]-(:WorkArea)
    <-[:HAS_WORK_AREA]-(l:StandardLevel WHERE l.replacedBy IS NULL)
  WHERE $level IS NULL OR l.level = $level
  MATCH (l)<-[:HAS_STANDARD_LEVEL]-(:SkillStandard)<-[:HAS_STANDARD]-(k:Certificate)
  WHERE true
  WITH k, collect(r) AS requirements
  MATCH (k)-[u:SUITS]->(m:Major)
  WHERE m.edition IN ['2021', 'undergraduate'] AND NOT EXISTS { MATCH (m)-[:REPLACED_BY]->(:Major) }
    AND u.basis IN $basis AND u.relation IN $relations
  WITH k, requirements, count(DISTINCT m) AS programmes
  UNWIND requirements AS r
  WITH k, programmes, r
  ORDER BY programmes DESC, r.id, k.id
  LIMIT $first
  WITH k, programmes, r, 'NOT_COVERED' AS state
  WITH k, programmes, r, state,
    COLLECT {
      MATCH (k)-[u:SUITS]->(m:Major)
      WHERE m.edition IN ['2021', 'undergraduate'] AND NOT EXISTS { MATCH (m)-[:REPLACED_BY]->(:Major) }
        AND u.basis IN $basis AND u.relation IN $relations
      MATCH (r)<-[:CONCLUDES_ON]-(v:Review)-[:REVIEW_OF]->(:TeachingStandard)-[:STANDARD_OF]->(m)
      WHERE v.basis IN $evidenceBasis
      RETURN DISTINCT m.id
    } + COLLECT {
      MATCH (k)-[u:SUITS]->(m:Major)
      WHERE m.edition IN ['2021', 'undergraduate'] AND NOT EXISTS { MATCH (m)-[:REPLACED_BY]->(:Major) }
        AND u.basis IN $basis AND u.relation IN $relations
      MATCH (r)<-[:ALIGNED_TO]-(n:Alignment)-[:ALIGNS]->(:Course)<-[:HAS_COURSE]-(s:TeachingStandard)
        -[:STANDARD_OF]->(m)
      WHERE n.kind = 'NO_MATCH' AND n.status = 'ACCEPTED' AND n.basis IN $evidenceBasis
        AND NOT EXISTS {
          MATCH (s)-[:HAS_COURSE]->(d:Course)
          WHERE NOT EXISTS {
            MATCH (d)<-[:ALIGNS]-(o:Alignment)-[:ALIGNED_TO]->(q)
            WHERE q.id = r.id AND o.kind = 'NO_MATCH' AND o.status = 'ACCEPTED' AND o.basis IN $evidenceBasis
          }
        }
      RETURN DISTINCT m.id
    } + COLLECT {
      MATCH (k)-[u:SUITS]->(m:Major)
      WHERE m.edition IN ['2021', 'undergraduate'] AND NOT EXISTS { MATCH (m)-[:REPLACED_BY]->(:Major) }
        AND u.basis IN $basis AND u.relation IN $relations
      MATCH (r)<-[:CONCLUDES_ON]-(v:Review)-[:REVIEW_OF_PLAN]->(:TrainingPlan)-[:PLAN_FOR]->(m)
      WHERE v.basis IN $evidenceBasis
      RETURN DISTINCT m.id
    } + COLLECT {
      MATCH (k)-[u:SUITS]->(m:Major)
      WHERE m.edition IN ['2021', 'undergraduate'] AND NOT EXISTS { MATCH (m)-[:REPLACED_BY]->(:Major) }
        AND u.basis IN $basis AND u.relation IN $relations
      MATCH (r)<-[:ALIGNED_TO]-(n:Alignment)-[:ALIGNS_PLAN_COURSE]->(:PlanCourse)
        <-[:HAS_PLAN_COURSE]-(s:TrainingPlan)-[:PLAN_FOR]->(m)
      WHERE n.kind = 'NO_MATCH' AND n.status = 'ACCEPTED' AND n.basis IN $evidenceBasis
        AND NOT EXISTS {
          MATCH (s)-[:HAS_PLAN_COURSE]->(d:PlanCourse)
          WHERE NOT EXISTS {
            MATCH (d)<-[:ALIGNS_PLAN_COURSE]-(o:Alignment)-[:ALIGNED_TO]->(q)
            WHERE q.id = r.id AND o.kind = 'NO_MATCH' AND o.status = 'ACCEPTED' AND o.basis IN $evidenceBasis
          }
        }
      RETURN DISTINCT m.id
    } AS closed,
    [] AS weak
  WITH k, programmes, r, state,
    size(
      COLLECT {
        MATCH (k)-[u:SUITS]->(m:Major)
        WHERE m.edition IN ['2021', 'undergraduate'] AND NOT EXISTS { MATCH (m)-[:REPLACED_BY]->(:Major) }
          AND u.basis IN $basis AND u.relation IN $relations AND m.id IN CASE state
          WHEN 'PARTLY_COVERED' THEN weak ELSE closed END
        RETURN DISTINCT m.id
      }
    ) AS reviewed,
    size(
      COLLECT {
        MATCH (k)-[u:SUITS]->(m:Major)
        WHERE m.edition IN ['2021', 'undergraduate'] AND NOT EXISTS { MATCH (m)-[:REPLACED_BY]->(:Major) }
          AND u.basis IN $basis AND u.relation IN $relations AND NOT m.id IN closed AND NOT m.id IN weak
          AND (
            EXISTS { MATCH (m)<-[:STANDARD_OF]-(h:TeachingStandard) }
            OR EXISTS {
              MATCH (m)<-[:PLAN_FOR]-(h:TrainingPlan)
              WHERE h.draftOf IS NULL
            }
          )
        RETURN DISTINCT m.id
      }
    ) AS open
  RETURN collect(
    [
      programmes, reviewed, open, programmes - reviewed - open, state, [], [],
      [['SkillRequirement', [r.level, r.code]]], []
    ]
  ) AS c0
}
CALL () {
  WITH EXISTS { MATCH (:Alignment {basis: 'ILLUSTRATIVE'}) } AS made_up
  MATCH (k:Certificate {id: $certificate_2})-[u:SUITS]->(m:Major)
  WHERE m.edition IN ['2021', 'undergraduate'] AND NOT EXISTS { MATCH (m)-[:REPLACED_BY]->(:Major) }
    AND u.basis IN $basis_2 AND u.relation IN $relations_2
  WITH made_up, k, count(DISTINCT m) AS programmes
  MATCH (k)-[:HAS_STANDARD]->(:SkillStandard)
    -[:HAS_STANDARD_LEVEL]->(l:StandardLevel WHERE l.replacedBy IS NULL)
  WHERE $level_2 IS NULL OR l.level = $level_2
  MATCH (l)-[:HAS_WORK_AREA]->(:WorkArea)-[:HAS_TASK]->(:WorkTask)-[:HAS_REQUIREMENT]->(r:SkillRequirement)
  WHERE (
    (NOT made_up AND NOT (r)<-[:COVERS]-() AND NOT (r)<-[:PLAN_COVERS]-())
    OR (
      made_up
      AND NOT EXISTS {
        MATCH (r)<-[x:COVERS]-(:Course)
        WHERE x.basis IN $evidenceBasis_2
      }
      AND NOT EXISTS {
        MATCH (r)<-[x:PLAN_COVERS]-(:PlanCourse)
        WHERE x.basis IN $evidenceBasis_2
      }
    )
  )
  WITH k, programmes, r
  ORDER BY programmes DESC, r.id, k.id
  LIMIT $first_2
  WITH k, programmes, r, CASE
    WHEN EXISTS {
      MATCH (r)<-[:CONCLUDES_ON]-(v:Review)
      WHERE v.basis IN $evidenceBasis_2
      RETURN v
    }
    OR EXISTS {
      MATCH (r)<-[:ALIGNED_TO]-(n:Alignment)-[:ALIGNS]->(:Course)<-[:HAS_COURSE]-(s)
      WHERE n.kind = 'NO_MATCH' AND n.status = 'ACCEPTED' AND n.basis IN $evidenceBasis_2
        AND NOT EXISTS {
          MATCH (s)-[:HAS_COURSE]->(d:Course)
          WHERE NOT EXISTS {
            MATCH (d)<-[:ALIGNS]-(o:Alignment)-[:ALIGNED_TO]->(q)
            WHERE q.id = r.id AND o.kind = 'NO_MATCH' AND o.status = 'ACCEPTED'
              AND o.basis IN $evidenceBasis_2
          }
        }
      RETURN s
    }
    OR EXISTS {
      MATCH (r)<-[:ALIGNED_TO]-(n:Alignment)-[:ALIGNS_PLAN_COURSE]->(:PlanCourse)<-[:HAS_PLAN_COURSE]-(s)
      WHERE n.kind = 'NO_MATCH' AND n.status = 'ACCEPTED' AND n.basis IN $evidenceBasis_2
        AND NOT EXISTS {
          MATCH (s)-[:HAS_PLAN_COURSE]->(d:PlanCourse)
          WHERE NOT EXISTS {
            MATCH (d)<-[:ALIGNS_PLAN_COURSE]-(o:Alignment)-[:ALIGNED_TO]->(q)
            WHERE q.id = r.id AND o.kind = 'NO_MATCH' AND o.status = 'ACCEPTED'
              AND o.basis IN $evidenceBasis_2
          }
        }
      RETURN s
    } THEN 'NOT_COVERED'
    ELSE 'UNKNOWN' END AS state
  WITH collect(
    [
      programmes, 0, 0, 0, state, [], [['Certificate', [k.name]]], [['SkillRequirement', [r.code, r.text]]],
      []
    ]
  ) AS records
  RETURN [
    [
      COLLECT {
        MATCH (n:Certificate {id: $certificate_2})
        WITH DISTINCT n.id AS key, CASE
          WHEN NOT EXISTS {
            MATCH (:Certificate {id: $certificate_2})-[:HAS_STANDARD]->(:SkillStandard)
          } THEN 'NO_STANDARD_IN_GRAPH'
          WHEN NOT EXISTS {
            MATCH (:Certificate {id: $certificate_2})-[:HAS_STANDARD]->(:SkillStandard)
              -[:HAS_STANDARD_LEVEL]->(l:StandardLevel WHERE l.replacedBy IS NULL)
            MATCH (l)-[:HAS_WORK_AREA]->(:WorkArea)-[:HAS_TASK]->(:WorkTask)
              -[:HAS_REQUIREMENT]->(:SkillRequirement)
          } THEN 'STANDARD_NOT_READ'
          WHEN NOT EXISTS {
            MATCH (:Certificate {id: $certificate_2})-[:HAS_STANDARD]->(:SkillStandard)
              -[:HAS_STANDARD_LEVEL]->(l:StandardLevel WHERE l.replacedBy IS NULL)
            WHERE l.level = $level_2
          } THEN 'NO_SUCH_LEVEL'
          END AS value
        RETURN [key, value]
      }
    ],
    records
  ] AS c1
}
CALL () {
  WITH EXISTS { MATCH (:Alignment {basis: 'ILLUSTRATIVE'}) } AS made_up
  MATCH (k:Certificate {id: $certificate_3})-[u:SUITS]->(m:Major)
  WHERE m.edition IN ['2021', 'undergraduate'] AND NOT EXISTS { MATCH (m)-[:REPLACED_BY]->(:Major) }
    AND u.basis IN $basis_3 AND u.relation IN $relations_3
  WITH made_up, k, count(DISTINCT m) AS programmes
  MATCH (k)-[:HAS_STANDARD]->(:SkillStandard)
    -[:HAS_STANDARD_LEVEL]->(l:StandardLevel WHERE l.replacedBy IS NULL)
  WHERE $level_3 IS NULL OR l.level = $level_3
  MATCH (l)-[:HAS_WORK_AREA]->(:WorkArea)-[:HAS_TASK]->(:WorkTask)-[:HAS_REQUIREMENT]->(r:SkillRequirement)
  WHERE (
    (NOT made_up AND NOT (r)<-[:COVERS]-() AND NOT (r)<-[:PLAN_COVERS]-())
    OR (
      made_up
      AND NOT EXISTS {
        MATCH (r)<-[x:COVERS]-(:Course)
        WHERE x.basis IN $evidenceBasis_3
      }
      AND NOT EXISTS {
        MATCH (r)<-[x:PLAN_COVERS]-(:PlanCourse)
        WHERE x.basis IN $evidenceBasis_3
      }
    )
  )
  WITH k, programmes, r
  ORDER BY programmes DESC, r.id, k.id
  LIMIT $first_3
  WITH k, programmes, r, CASE
    WHEN EXISTS {
      MATCH (r)<-[:CONCLUDES_ON]-(v:Review)
      WHERE v.basis IN $evidenceBasis_3
      RETURN v
    }
    OR EXISTS {
      MATCH (r)<-[:ALIGNED_TO]-(n:Alignment)-[:ALIGNS]->(:Course)<-[:HAS_COURSE]-(s)
      WHERE n.kind = 'NO_MATCH' AND n.status = 'ACCEPTED' AND n.basis IN $evidenceBasis_3
        AND NOT EXISTS {
          MATCH (s)-[:HAS_COURSE]->(d:Course)
          WHERE NOT EXISTS {
            MATCH (d)<-[:ALIGNS]-(o:Alignment)-[:ALIGNED_TO]->(q)
            WHERE q.id = r.id AND o.kind = 'NO_MATCH' AND o.status = 'ACCEPTED'
              AND o.basis IN $evidenceBasis_3
          }
        }
      RETURN s
    }
    OR EXISTS {
      MATCH (r)<-[:ALIGNED_TO]-(n:Alignment)-[:ALIGNS_PLAN_COURSE]->(:PlanCourse)<-[:HAS_PLAN_COURSE]-(s)
      WHERE n.kind = 'NO_MATCH' AND n.status = 'ACCEPTED' AND n.basis IN $evidenceBasis_3
        AND NOT EXISTS {
          MATCH (s)-[:HAS_PLAN_COURSE]->(d:PlanCourse)
          WHERE NOT EXISTS {
            MATCH (d)<-[:ALIGNS_PLAN_COURSE]-(o:Alignment)-[:ALIGNED_TO]->(q)
            WHERE q.id = r.id AND o.kind = 'NO_MATCH' AND o.status = 'ACCEPTED'
              AND o.basis IN $evidenceBasis_3
          }
        }
      RETURN s
    } THEN 'NOT_COVERED'
    ELSE 'UNKNOWN' END AS state
  WITH collect([programmes, 0, 0, 0, state, [], [], [], []]) AS records
  RETURN [
    [
      COLLECT {
        MATCH (n:Certificate {id: $certificate_3})
        WITH DISTINCT n.id AS key, CASE
          WHEN NOT EXISTS {
            MATCH (:Certificate {id: $certificate_3})-[:HAS_STANDARD]->(:SkillStandard)
          } THEN 'NO_STANDARD_IN_GRAPH'
          WHEN NOT EXISTS {
            MATCH (:Certificate {id: $certificate_3})-[:HAS_STANDARD]->(:SkillStandard)
              -[:HAS_STANDARD_LEVEL]->(l:StandardLevel WHERE l.replacedBy IS NULL)
            MATCH (l)-[:HAS_WORK_AREA]->(:WorkArea)-[:HAS_TASK]->(:WorkTask)
              -[:HAS_REQUIREMENT]->(:SkillRequirement)
          } THEN 'STANDARD_NOT_READ'
          END AS value
        RETURN [key, value]
      }
    ],
    records
  ] AS c2
}
RETURN c0, c1, c2
