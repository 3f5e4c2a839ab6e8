CALL () {
  RETURN [
    [
      COLLECT {
        MATCH (n:StandardLevel {id: $target})
        WITH DISTINCT n.id AS key, CASE
          WHEN NOT EXISTS {
            MATCH (l:StandardLevel {id: $target})
            MATCH (l)-[:HAS_WORK_AREA]->(:WorkArea)-[:HAS_TASK]->(:WorkTask)
              -[:HAS_REQUIREMENT]->(:SkillRequirement)
          } THEN 'STANDARD_NOT_READ'
          END AS value
        RETURN [key, value]
      }
    ],
    COLLECT {
      MATCH (l:StandardLevel {id: $target})-[:HAS_WORK_AREA]->(w:WorkArea)
      MATCH (w)-[:HAS_TASK]->(t:WorkTask)-[:HAS_REQUIREMENT]->(r:SkillRequirement)
      WHERE $level IS NULL OR l.level = $level
      RETURN [
        r.id, [['SkillRequirement', [r.code, r.text]]],
        [
          COLLECT {
            MATCH (r)<-[x:COVERS]-(c:Course)<-[:HAS_COURSE]-(h:TeachingStandard)
            WHERE x.basis <> 'ILLUSTRATIVE' AND x.strength >= $minStrength AND x.role IN $roles
              AND (
                $asOf IS NULL
                OR (
                  coalesce(x.validFrom, x.decidedOn, x.proposedOn, $asOf) <= $asOf
                  AND coalesce(x.validTo > $asOf, true)
                )
              )
            RETURN [
              c.id, h.id, x.strength,
              [['Course', [c.id, c.name, [(c)<-[r0:HAS_COURSE]-(n1) | [n1.majorCode]]]]]
            ]
          },
          COLLECT {
            MATCH (r)<-[x:PLAN_COVERS]-(c:PlanCourse)<-[:HAS_PLAN_COURSE]-(h:TrainingPlan)
            WHERE x.basis <> 'ILLUSTRATIVE' AND x.strength >= $minStrength AND x.role IN $roles
              AND (
                $asOf IS NULL
                OR (
                  coalesce(x.validFrom, x.decidedOn, x.proposedOn, $asOf) <= $asOf
                  AND coalesce(x.validTo > $asOf, true)
                )
              )
              AND h.draftOf IS NULL
            RETURN [c.id, h.id, x.strength, [['PlanCourse', [c.id, c.name]]]]
          }
        ]
      ]
      ORDER BY l.rank, l.id, w.sequence, w.id, t.sequence, t.id, r.sequence, r.id
    }
  ] AS c0
}
CALL () {
  RETURN [
    [
      COLLECT {
        MATCH (n:Certificate {id: $target_2})
        WITH DISTINCT n.id AS key, CASE
          WHEN NOT EXISTS {
            MATCH (:Certificate {id: $target_2})-[:HAS_STANDARD]->(:SkillStandard)
          } THEN 'NO_STANDARD_IN_GRAPH'
          WHEN NOT EXISTS {
            MATCH (:Certificate {id: $target_2})-[:HAS_STANDARD]->(:SkillStandard)
              -[:HAS_STANDARD_LEVEL]->(l:StandardLevel WHERE l.replacedBy IS NULL)
            MATCH (l)-[:HAS_WORK_AREA]->(:WorkArea)-[:HAS_TASK]->(:WorkTask)
              -[:HAS_REQUIREMENT]->(:SkillRequirement)
          } THEN 'STANDARD_NOT_READ'
          WHEN NOT EXISTS {
            MATCH (:Certificate {id: $target_2})-[:HAS_STANDARD]->(:SkillStandard)
              -[:HAS_STANDARD_LEVEL]->(l:StandardLevel WHERE l.replacedBy IS NULL)
            WHERE l.level = $level_2
          } THEN 'NO_SUCH_LEVEL'
          END AS value
        RETURN [key, value]
      }
    ],
    COLLECT {
      MATCH (:Certificate {id: $target_2})-[:HAS_STANDARD]->(:SkillStandard)
        -[:HAS_STANDARD_LEVEL]->(l:StandardLevel WHERE l.replacedBy IS NULL)-[:HAS_WORK_AREA]->(w:WorkArea)
      MATCH (w)-[:HAS_TASK]->(t:WorkTask)-[:HAS_REQUIREMENT]->(r:SkillRequirement)
      WHERE $level_2 IS NULL OR l.level = $level_2
      RETURN [
        r.id, [['SkillRequirement', [r.code]]],
        [
          COLLECT {
            MATCH (r)<-[x:COVERS]-(c:Course)<-[:HAS_COURSE]-(h:TeachingStandard)
            WHERE x.basis <> 'ILLUSTRATIVE' AND x.strength >= $minStrength_2 AND x.role IN $roles_2
              AND (
                $asOf_2 IS NULL
                OR (
                  coalesce(x.validFrom, x.decidedOn, x.proposedOn, $asOf_2) <= $asOf_2
                  AND coalesce(x.validTo > $asOf_2, true)
                )
              )
            RETURN [c.id, h.id, x.strength, null]
          },
          COLLECT {
            MATCH (r)<-[x:PLAN_COVERS]-(c:PlanCourse)<-[:HAS_PLAN_COURSE]-(h:TrainingPlan)
            WHERE x.basis <> 'ILLUSTRATIVE' AND x.strength >= $minStrength_2 AND x.role IN $roles_2
              AND (
                $asOf_2 IS NULL
                OR (
                  coalesce(x.validFrom, x.decidedOn, x.proposedOn, $asOf_2) <= $asOf_2
                  AND coalesce(x.validTo > $asOf_2, true)
                )
              )
              AND h.draftOf IS NULL
            RETURN [c.id, h.id, x.strength, null]
          }
        ]
      ]
      ORDER BY l.rank, l.id, w.sequence, w.id, t.sequence, t.id, r.sequence, r.id
    }
  ] AS c1
}
RETURN c0, c1
