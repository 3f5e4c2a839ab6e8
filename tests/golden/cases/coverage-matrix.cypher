CALL () {
  RETURN [
    COUNT {
      UNWIND $rows AS id
      MATCH (:TeachingStandard {id: id})
    } = size($rows)
    AND COUNT {
      UNWIND $columns AS id
      MATCH (:SkillStandard {id: id})
    } = size($columns),
    COLLECT {
      UNWIND $rows AS id
      MATCH (:TeachingStandard {id: id})-[:HAS_COURSE]->(n:Course)
      WHERE true
      WITH DISTINCT n
      ORDER BY n.sequence, n.id
      LIMIT 101
      RETURN [n.id, [['Course', [n.name]]], [(n)<-[:HAS_COURSE]-(h:TeachingStandard) | [h.id, [n.id]]]]
    },
    COLLECT {
      UNWIND $columns AS id
      MATCH (:SkillStandard {id: id})-[:HAS_STANDARD_LEVEL]->(:StandardLevel)-[:HAS_WORK_AREA]->(:WorkArea)
        -[:HAS_TASK]->(n:WorkTask)
      WITH DISTINCT n
      WHERE $level IS NULL OR n.level = $level
      WITH n
      ORDER BY n.standardCode, n.standardVersion, CASE n.level WHEN 'ELEMENTARY' THEN 0
        WHEN 'INTERMEDIATE' THEN 1 WHEN 'ADVANCED' THEN 2 END, n.sequence, n.id
      LIMIT 101
      RETURN [
        n.id, [['WorkTask', [n.name]]],
        [(n)-[:HAS_REQUIREMENT]->(r:SkillRequirement) WHERE $level IS NULL OR r.level = $level | r.id]
      ]
    },
    [
      COLLECT {
        UNWIND $rows AS id
        MATCH (:TeachingStandard {id: id})-[:HAS_COURSE]->(n:Course)
        WHERE true
        WITH DISTINCT n
        WITH n, n AS c
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
        RETURN [r.id, c.id, a.status, a.kind, a.role, a.strength, n.id]
      },
      COLLECT {
        UNWIND $rows AS id
        MATCH (:TeachingStandard {id: id})-[:HAS_COURSE]->(n:Course)
        WHERE true
        WITH DISTINCT n
        WITH n, n AS c
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
        RETURN [r.id, c.id, a.status, a.kind, a.role, a.strength, n.id]
      }
    ],
    COLLECT {
      UNWIND $rows AS id
      MATCH (:TeachingStandard {id: id})-[:HAS_COURSE]->(n:Course)
      WHERE true
      WITH DISTINCT n
      MATCH (n)<-[:HAS_COURSE]-(h:TeachingStandard)<-[:REVIEW_OF]-(v:Review)
        -[:CONCLUDES_ON]->(r:SkillRequirement)
      WHERE ($asOf IS NULL OR v.closedOn <= $asOf) AND ($grounds IS NULL OR v.ground IN $grounds)
      RETURN [r.id, h.id, n.id]
    }
  ] AS c0
}
CALL () {
  RETURN [
    COUNT {
      UNWIND $rows_2 AS id
      MATCH (:MajorClass {id: id})
    } = size($rows_2),
    COLLECT {
      UNWIND $rows_2 AS id
      MATCH (:MajorClass {id: id})<-[:PART_OF_CLASS]-(n:Major)
      WHERE n.edition IN ['2021', 'undergraduate'] AND NOT EXISTS { MATCH (n)-[:REPLACED_BY]->(:Major) }
      WITH DISTINCT n
      ORDER BY n.code, n.id
      LIMIT 101
      RETURN [
        n.id, [['Major', [n.id, n.name]]],
        [(n)<-[:STANDARD_OF]-(h:TeachingStandard) | [h.id, [(h)-[:HAS_COURSE]->(c:Course) | c.id]]]
      ]
    },
    COLLECT {
      UNWIND $rows_2 AS id
      MATCH (:MajorClass {id: id})<-[:PART_OF_CLASS]-(n:Major)
      WHERE n.edition IN ['2021', 'undergraduate'] AND NOT EXISTS { MATCH (n)-[:REPLACED_BY]->(:Major) }
      WITH DISTINCT n
      MATCH (n)<-[u:SUITS]-(k:Certificate)-[:HAS_STANDARD]->(:SkillStandard)
      WHERE coalesce(u.relation <> 'REPORTED_BY_COLLEGES', true)
      WITH DISTINCT k AS n
      ORDER BY n.name, n.id
      LIMIT 101
      RETURN [
        n.id, [['Certificate', [n.id]]],
        [
          (n)-[:HAS_STANDARD]->(:SkillStandard)-[:HAS_STANDARD_LEVEL]->(:StandardLevel)
          -[:HAS_WORK_AREA]->(:WorkArea)-[:HAS_TASK]->(:WorkTask)
          -[:HAS_REQUIREMENT]->(r:SkillRequirement) WHERE $level_2 IS NULL OR r.level = $level_2 | r.id
        ]
      ]
    },
    [
      COLLECT {
        UNWIND $rows_2 AS id
        MATCH (:MajorClass {id: id})<-[:PART_OF_CLASS]-(n:Major)
        WHERE n.edition IN ['2021', 'undergraduate'] AND NOT EXISTS { MATCH (n)-[:REPLACED_BY]->(:Major) }
        WITH DISTINCT n
        MATCH (n)<-[:STANDARD_OF]-(:TeachingStandard)-[:HAS_COURSE]->(c:Course)
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
        RETURN [r.id, c.id, a.status, a.kind, a.role, a.strength, n.id]
      },
      COLLECT {
        UNWIND $rows_2 AS id
        MATCH (:MajorClass {id: id})<-[:PART_OF_CLASS]-(n:Major)
        WHERE n.edition IN ['2021', 'undergraduate'] AND NOT EXISTS { MATCH (n)-[:REPLACED_BY]->(:Major) }
        WITH DISTINCT n
        MATCH (n)<-[:STANDARD_OF]-(:TeachingStandard)-[:HAS_COURSE]->(c:Course)
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
        RETURN [r.id, c.id, a.status, a.kind, a.role, a.strength, n.id]
      }
    ],
    COLLECT {
      UNWIND $rows_2 AS id
      MATCH (:MajorClass {id: id})<-[:PART_OF_CLASS]-(n:Major)
      WHERE n.edition IN ['2021', 'undergraduate'] AND NOT EXISTS { MATCH (n)-[:REPLACED_BY]->(:Major) }
      WITH DISTINCT n
      MATCH (n)<-[:STANDARD_OF]-(h:TeachingStandard)<-[:REVIEW_OF]-(v:Review)
        -[:CONCLUDES_ON]->(r:SkillRequirement)
      WHERE ($asOf_2 IS NULL OR v.closedOn <= $asOf_2) AND ($grounds_2 IS NULL OR v.ground IN $grounds_2)
      RETURN [r.id, h.id, n.id]
    }
  ] AS c1
}
RETURN c0, c1
