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
      },
      COLLECT {
        UNWIND $courses AS id
        MATCH (n:Course {id: id})
        WITH DISTINCT n.id AS key, null AS value
        RETURN [key, value]
      }
    ],
    COLLECT {
      UNWIND $courses AS id
      MATCH (c:Course {id: id})
      WITH DISTINCT c
      RETURN [c.id, null, [(c)<-[:HAS_COURSE]-(h:TeachingStandard) | h.id]]
    },
    COLLECT {
      MATCH (l:StandardLevel {id: $target})
      WHERE $level IS NULL OR l.level = $level
      MATCH (l)<-[:HAS_STANDARD_LEVEL]-(s:SkillStandard)
      MATCH (s)-[:HAS_STANDARD_LEVEL]->(b:StandardLevel)
      WHERE b.id = l.id OR (s.higherLevelsInclude AND b.rank < l.rank)
      WITH b, min(CASE WHEN b.id = l.id THEN 0 ELSE l.rank END) AS above
      MATCH (b)-[:HAS_WORK_AREA]->(w:WorkArea)
      RETURN [
        w.level, above, [],
        COLLECT {
          MATCH (w)-[:HAS_TASK]->(t:WorkTask)
          RETURN [
            [],
            COLLECT {
              MATCH (t)-[:HAS_REQUIREMENT]->(r:SkillRequirement)
              RETURN [r.id, [['SkillRequirement', [r.code]]]]
              ORDER BY r.sequence, r.id
            }
          ]
          ORDER BY t.sequence, t.id
        }
      ]
      ORDER BY b.rank, b.id, w.sequence, w.id
    },
    [
      COLLECT {
        UNWIND $courses AS id
        MATCH (c:Course {id: id})
        MATCH (c)<-[:ALIGNS]-(a:Alignment)
        WHERE true AND a.status IN ['ACCEPTED', 'SUGGESTED']
          AND (
            $asOf IS NULL
            OR (
              coalesce(a.validFrom, a.decidedOn, a.proposedOn, $asOf) <= $asOf
              AND coalesce(a.validTo > $asOf, true)
            )
          )
        MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
        RETURN [r.id, c.id, a.status, a.kind, a.role, a.strength, [[['Course', [c.name]]], []]]
        ORDER BY r.id, a.id
      },
      COLLECT {
        UNWIND $courses AS id
        MATCH (c:Course {id: id})
        MATCH (c)-[:HAS_OUTCOME]->(:CourseOutcome)<-[:ALIGNS_OUTCOME]-(a:Alignment)
        WHERE a.kind <> 'NO_MATCH' AND a.status IN ['ACCEPTED', 'SUGGESTED']
          AND (
            $asOf IS NULL
            OR (
              coalesce(a.validFrom, a.decidedOn, a.proposedOn, $asOf) <= $asOf
              AND coalesce(a.validTo > $asOf, true)
            )
          )
        MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
        RETURN [r.id, c.id, a.status, a.kind, a.role, a.strength, [[['Course', [c.name]]], []]]
        ORDER BY r.id, a.id
      }
    ],
    COLLECT {
      UNWIND $courses AS id
      MATCH (:Course {id: id})<-[:HAS_COURSE]-(h:TeachingStandard)<-[:REVIEW_OF]-(v:Review)
        -[:CONCLUDES_ON]->(r:SkillRequirement)
      WHERE ($asOf IS NULL OR v.closedOn <= $asOf) AND ($grounds IS NULL OR v.ground IN $grounds)
      WITH DISTINCT h, v, r
      RETURN [r.id, h.id, []]
      ORDER BY r.id, v.id
    }
  ] AS c0
}
CALL () {
  RETURN [
    [
      COLLECT {
        MATCH (n:Major {id: $subject_2})
        WITH DISTINCT n.id AS key, CASE
          WHEN NOT EXISTS { MATCH (n)<-[:STANDARD_OF]-(:TeachingStandard) } THEN CASE n.standardState
          WHEN 'EXISTS_NOT_READ' THEN 'STANDARD_NOT_READ' ELSE 'NO_TEACHING_STANDARD' END
          WHEN NOT EXISTS {
            MATCH (:Major {id: $subject_2})<-[:STANDARD_OF]-(:TeachingStandard)-[:HAS_COURSE]->(c:Course)
          }
          AND NOT EXISTS {
            MATCH (:Major {id: $subject_2})<-[:STANDARD_OF]-(h:TeachingStandard)<-[:REVIEW_OF]-(v:Review)
          } THEN 'NO_COURSES'
          END AS value
        RETURN [key, value]
      },
      COLLECT {
        MATCH (n:WorkTask {id: $target_2})
        WITH DISTINCT n.id AS key, CASE
          WHEN NOT EXISTS {
            MATCH (:WorkTask {id: $target_2})<-[:HAS_TASK]-(w:WorkArea)<-[:HAS_WORK_AREA]-(l:StandardLevel)
            MATCH (l)-[:HAS_WORK_AREA]->(:WorkArea)-[:HAS_TASK]->(:WorkTask)
              -[:HAS_REQUIREMENT]->(:SkillRequirement)
          } THEN 'STANDARD_NOT_READ'
          END AS value
        RETURN [key, value]
      }
    ],
    COLLECT {
      MATCH (:Major {id: $subject_2})<-[:STANDARD_OF]-(h:TeachingStandard)
      RETURN DISTINCT h.id
    },
    COLLECT {
      MATCH (:Major {id: $subject_2})<-[:STANDARD_OF]-(:TeachingStandard)-[:HAS_COURSE]->(c:Course)
      WHERE ($courses_2 IS NULL OR c.id IN $courses_2)
      WITH DISTINCT c
      RETURN [c.id, null, [(c)<-[:HAS_COURSE]-(h:TeachingStandard) | h.id]]
    },
    COLLECT {
      MATCH (:WorkTask {id: $target_2})<-[:HAS_TASK]-(w:WorkArea)<-[:HAS_WORK_AREA]-(l:StandardLevel)
      WHERE $level_2 IS NULL OR l.level = $level_2
      WITH w, l AS b, 0 AS above
      RETURN [
        w.level, above, [['WorkArea', [w.code]]],
        COLLECT {
          MATCH (w)-[:HAS_TASK]->(t:WorkTask)
          WHERE t.id = $target_2
          RETURN [
            [],
            COLLECT {
              MATCH (t)-[:HAS_REQUIREMENT]->(r:SkillRequirement)
              RETURN [r.id, [['SkillRequirement', [r.code]]]]
              ORDER BY r.sequence, r.id
            }
          ]
          ORDER BY t.sequence, t.id
        }
      ]
      ORDER BY b.rank, b.id, w.sequence, w.id
    },
    [
      COLLECT {
        MATCH (:Major {id: $subject_2})<-[:STANDARD_OF]-(:TeachingStandard)-[:HAS_COURSE]->(c:Course)
        WHERE ($courses_2 IS NULL OR c.id IN $courses_2)
        MATCH (c)<-[:ALIGNS]-(a:Alignment)
        WHERE true AND a.status IN ['ACCEPTED', 'SUGGESTED']
          AND (
            $asOf_2 IS NULL
            OR (
              coalesce(a.validFrom, a.decidedOn, a.proposedOn, $asOf_2) <= $asOf_2
              AND coalesce(a.validTo > $asOf_2, true)
            )
          )
        MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
        RETURN [r.id, c.id, a.status, a.kind, a.role, a.strength, [[], []]]
        ORDER BY r.id, a.id
      },
      COLLECT {
        MATCH (:Major {id: $subject_2})<-[:STANDARD_OF]-(:TeachingStandard)-[:HAS_COURSE]->(c:Course)
        WHERE ($courses_2 IS NULL OR c.id IN $courses_2)
        MATCH (c)-[:HAS_OUTCOME]->(:CourseOutcome)<-[:ALIGNS_OUTCOME]-(a:Alignment)
        WHERE a.kind <> 'NO_MATCH' AND a.status IN ['ACCEPTED', 'SUGGESTED']
          AND (
            $asOf_2 IS NULL
            OR (
              coalesce(a.validFrom, a.decidedOn, a.proposedOn, $asOf_2) <= $asOf_2
              AND coalesce(a.validTo > $asOf_2, true)
            )
          )
        MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
        RETURN [r.id, c.id, a.status, a.kind, a.role, a.strength, [[], []]]
        ORDER BY r.id, a.id
      }
    ],
    COLLECT {
      MATCH (:Major {id: $subject_2})<-[:STANDARD_OF]-(h:TeachingStandard)<-[:REVIEW_OF]-(v:Review)
        -[:CONCLUDES_ON]->(r:SkillRequirement)
      WHERE ($asOf_2 IS NULL OR v.closedOn <= $asOf_2) AND ($grounds_2 IS NULL OR v.ground IN $grounds_2)
      WITH DISTINCT h, v, r
      RETURN [r.id, h.id, []]
      ORDER BY r.id, v.id
    }
  ] AS c1
}
RETURN c0, c1
