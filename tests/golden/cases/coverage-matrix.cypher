CALL () {
  RETURN [
    [
      COLLECT {
        UNWIND $rows AS id
        MATCH (n:TeachingStandard {id: id})
        WITH DISTINCT n.id AS key, null AS value
        RETURN [key, value]
      },
      COLLECT {
        UNWIND $columns AS id
        MATCH (n:SkillStandard {id: id})
        WITH DISTINCT n.id AS key, null AS value
        RETURN [key, value]
      }
    ],
    COLLECT {
      UNWIND range(0, size($rows) - 1) AS place
      WITH place, $rows[place] AS id
      MATCH (:TeachingStandard {id: id})-[:HAS_COURSE]->(n:Course)
      WHERE true
      WITH n, min(place) AS place
      ORDER BY place, n.sequence, n.id
      LIMIT 101
      RETURN [
        n.id, [['Course', [n.name]]], null, [(n)<-[:HAS_COURSE]-(h:TeachingStandard) | [h.id, [n.id]]]
      ]
    },
    COLLECT {
      UNWIND range(0, size($columns) - 1) AS place
      WITH place, $columns[place] AS id
      MATCH (:SkillStandard {id: id})-[:HAS_STANDARD_LEVEL]->(:StandardLevel)-[:HAS_WORK_AREA]->(:WorkArea)
        -[:HAS_TASK]->(n:WorkTask)
      WITH n, min(place) AS place
      WHERE $level IS NULL OR n.level = $level
      WITH n, place
      ORDER BY place, n.standardCode, n.standardVersion, CASE n.level WHEN 'ELEMENTARY' THEN 0
        WHEN 'INTERMEDIATE' THEN 1 WHEN 'ADVANCED' THEN 2 END, n.sequence, n.id
      LIMIT 101
      RETURN [
        n.id, [['WorkTask', [n.name]]], CASE
        WHEN NOT EXISTS {
          MATCH (:WorkTask {id: n.id})<-[:HAS_TASK]-(w:WorkArea)<-[:HAS_WORK_AREA]-(l:StandardLevel)
          MATCH (l)-[:HAS_WORK_AREA]->(:WorkArea)-[:HAS_TASK]->(:WorkTask)
            -[:HAS_REQUIREMENT]->(:SkillRequirement)
        } THEN 'STANDARD_NOT_READ'
        WHEN NOT EXISTS {
          MATCH (:WorkTask {id: n.id})<-[:HAS_TASK]-(w:WorkArea)<-[:HAS_WORK_AREA]-(l:StandardLevel)
          WHERE l.level = $level
        } THEN 'NO_SUCH_LEVEL'
        END,
        [
          (n)-[:HAS_REQUIREMENT]->(r:SkillRequirement) WHERE $level IS NULL OR r.level = $level |
          [r.id, r.level]
        ]
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
    [
      COLLECT {
        UNWIND $rows_2 AS id
        MATCH (n:MajorClass {id: id})
        WITH DISTINCT n.id AS key, null AS value
        RETURN [key, value]
      }
    ],
    COLLECT {
      UNWIND range(0, size($rows_2) - 1) AS place
      WITH place, $rows_2[place] AS id
      MATCH (:MajorClass {id: id})<-[:PART_OF_CLASS]-(n:Major)
      WHERE n.edition IN ['2021', 'undergraduate'] AND NOT EXISTS { MATCH (n)-[:REPLACED_BY]->(:Major) }
      WITH n, min(place) AS place
      ORDER BY place, n.code, n.id
      LIMIT 101
      RETURN [
        n.id, [['Major', [n.id, n.name]]], CASE
        WHEN NOT EXISTS { MATCH (n)<-[:STANDARD_OF]-(:TeachingStandard) } THEN CASE n.standardState
        WHEN 'EXISTS_NOT_READ' THEN 'STANDARD_NOT_READ' ELSE 'NO_TEACHING_STANDARD' END
        WHEN NOT EXISTS {
          MATCH (:Major {id: n.id})<-[:STANDARD_OF]-(:TeachingStandard)-[:HAS_COURSE]->(c:Course)
        }
        AND NOT EXISTS {
          MATCH (:Major {id: n.id})<-[:STANDARD_OF]-(h:TeachingStandard)<-[:REVIEW_OF]-(v:Review)
        } THEN 'NO_COURSES'
        END, [(n)<-[:STANDARD_OF]-(h:TeachingStandard) | [h.id, [(h)-[:HAS_COURSE]->(c:Course) | c.id]]]
      ]
    },
    COLLECT {
      UNWIND $rows_2 AS id
      MATCH (:MajorClass {id: id})<-[:PART_OF_CLASS]-(n:Major)
      WHERE n.edition IN ['2021', 'undergraduate'] AND NOT EXISTS { MATCH (n)-[:REPLACED_BY]->(:Major) }
      WITH DISTINCT n
      MATCH (n)<-[u:SUITS]-(k:Certificate)-[:HAS_STANDARD]->(:SkillStandard)
      WHERE coalesce(u.relation <> 'REPORTED_BY_COLLEGES', true)
      WITH DISTINCT k AS n, 0 AS place
      ORDER BY place, n.name, n.id
      LIMIT 101
      RETURN [
        n.id, [['Certificate', [n.id]]], CASE
        WHEN NOT EXISTS {
          MATCH (:Certificate {id: n.id})-[:HAS_STANDARD]->(:SkillStandard)
        } THEN 'NO_STANDARD_IN_GRAPH'
        WHEN NOT EXISTS {
          MATCH (:Certificate {id: n.id})-[:HAS_STANDARD]->(:SkillStandard)
            -[:HAS_STANDARD_LEVEL]->(l:StandardLevel WHERE l.replacedBy IS NULL)
          MATCH (l)-[:HAS_WORK_AREA]->(:WorkArea)-[:HAS_TASK]->(:WorkTask)
            -[:HAS_REQUIREMENT]->(:SkillRequirement)
        } THEN 'STANDARD_NOT_READ'
        END,
        [
          (n)-[:HAS_STANDARD]->(:SkillStandard)
          -[:HAS_STANDARD_LEVEL]->(l:StandardLevel WHERE l.replacedBy IS NULL)-[:HAS_WORK_AREA]->(:WorkArea)
          -[:HAS_TASK]->(:WorkTask)-[:HAS_REQUIREMENT]->(r:SkillRequirement) WHERE $level_2 IS NULL
          OR r.level = $level_2 | [r.id, r.level]
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
    },
    COLLECT {
      UNWIND $rows_2 AS id
      MATCH (:MajorClass {id: id})<-[:PART_OF_CLASS]-(n:Major)
      WHERE n.edition IN ['2021', 'undergraduate'] AND NOT EXISTS { MATCH (n)-[:REPLACED_BY]->(:Major) }
      WITH DISTINCT n
      MATCH (n)<-[u:SUITS]-(k:Certificate)
      WHERE coalesce(u.relation <> 'REPORTED_BY_COLLEGES', true)
        AND ($level_2 IS NULL OR u.certificateLevel IS NULL OR u.certificateLevel = $level_2)
      RETURN DISTINCT [k.id, n.id]
    }
  ] AS c1
}
RETURN c0, c1
