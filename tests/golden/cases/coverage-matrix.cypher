CALL () {
  RETURN [
    COUNT {
      UNWIND $p0 AS id
      MATCH (:TeachingStandard {id: id})
    } = size($p0)
    AND COUNT {
      UNWIND $p1 AS id
      MATCH (:SkillStandard {id: id})
    } = size($p1),
    COLLECT {
      UNWIND $p0 AS id
      MATCH (:TeachingStandard {id: id})-[:HAS_COURSE]->(n:Course)
      WHERE true
      WITH DISTINCT n
      ORDER BY n.sequence, n.id
      LIMIT 101
      RETURN [n.id, [['Course', [n.name]]], [(n)<-[:HAS_COURSE]-(h:TeachingStandard) | [h.id, [n.id]]]]
    },
    COLLECT {
      UNWIND $p1 AS id
      MATCH (:SkillStandard {id: id})-[:HAS_STANDARD_LEVEL]->(:StandardLevel)-[:HAS_WORK_AREA]->(:WorkArea)
        -[:HAS_TASK]->(n:WorkTask)
      WITH DISTINCT n
      WHERE $p2 IS NULL OR n.level = $p2
      WITH n
      ORDER BY n.standardCode, n.standardVersion, CASE n.level WHEN 'ELEMENTARY' THEN 1
        WHEN 'INTERMEDIATE' THEN 2 ELSE 3 END, n.sequence, n.id
      LIMIT 101
      RETURN [
        n.id, [['WorkTask', [n.name]]],
        [(n)-[:HAS_REQUIREMENT]->(r:SkillRequirement) WHERE $p2 IS NULL OR r.level = $p2 | r.id]
      ]
    },
    COLLECT {
      UNWIND $p0 AS id
      MATCH (:TeachingStandard {id: id})-[:HAS_COURSE]->(n:Course)
      WHERE true
      WITH DISTINCT n
      WITH n, n AS c
      MATCH (c)<-[:ALIGNS]-(a:Alignment)
      WHERE true AND a.status IN ['ACCEPTED', 'SUGGESTED']
        AND (
          $p5 IS NULL
          OR (
            coalesce(a.validFrom, a.decidedOn, a.proposedOn, $p5) <= $p5 AND coalesce(a.validTo > $p5, true)
          )
        )
      MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
      RETURN [n.id, r.id, c.id, a.status, a.kind, a.role, a.strength]
    } + COLLECT {
      UNWIND $p0 AS id
      MATCH (:TeachingStandard {id: id})-[:HAS_COURSE]->(n:Course)
      WHERE true
      WITH DISTINCT n
      WITH n, n AS c
      MATCH (c)-[:HAS_OUTCOME]->(:CourseOutcome)<-[:ALIGNS_OUTCOME]-(a:Alignment)
      WHERE a.kind <> 'NO_MATCH' AND a.status IN ['ACCEPTED', 'SUGGESTED']
        AND (
          $p5 IS NULL
          OR (
            coalesce(a.validFrom, a.decidedOn, a.proposedOn, $p5) <= $p5 AND coalesce(a.validTo > $p5, true)
          )
        )
      MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
      RETURN [n.id, r.id, c.id, a.status, a.kind, a.role, a.strength]
    },
    COLLECT {
      UNWIND $p0 AS id
      MATCH (:TeachingStandard {id: id})-[:HAS_COURSE]->(n:Course)
      WHERE true
      WITH DISTINCT n
      MATCH (n)<-[:HAS_COURSE]-(h:TeachingStandard)<-[:REVIEW_OF]-(v:Review)
        -[:CONCLUDES_ON]->(r:SkillRequirement)
      WHERE ($p5 IS NULL OR v.closedOn <= $p5)
      RETURN [n.id, r.id, h.id]
    }
  ] AS c0
}
CALL () {
  RETURN [
    COUNT {
      UNWIND $p6 AS id
      MATCH (:MajorClass {id: id})
    } = size($p6),
    COLLECT {
      UNWIND $p6 AS id
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
      UNWIND $p6 AS id
      MATCH (:MajorClass {id: id})<-[:PART_OF_CLASS]-(n:Major)
      WHERE n.edition IN ['2021', 'undergraduate'] AND NOT EXISTS { MATCH (n)-[:REPLACED_BY]->(:Major) }
      WITH DISTINCT n
      MATCH (n)<-[:SUITS]-(k:Certificate)-[:HAS_STANDARD]->(:SkillStandard)
      WITH DISTINCT k AS n
      ORDER BY n.name, n.id
      LIMIT 101
      RETURN [
        n.id, [['Certificate', [n.id]]],
        [
          (n)-[:HAS_STANDARD]->(:SkillStandard)-[:HAS_STANDARD_LEVEL]->(:StandardLevel)
          -[:HAS_WORK_AREA]->(:WorkArea)-[:HAS_TASK]->(:WorkTask)
          -[:HAS_REQUIREMENT]->(r:SkillRequirement) WHERE $p8 IS NULL OR r.level = $p8 | r.id
        ]
      ]
    },
    COLLECT {
      UNWIND $p6 AS id
      MATCH (:MajorClass {id: id})<-[:PART_OF_CLASS]-(n:Major)
      WHERE n.edition IN ['2021', 'undergraduate'] AND NOT EXISTS { MATCH (n)-[:REPLACED_BY]->(:Major) }
      WITH DISTINCT n
      MATCH (n)<-[:STANDARD_OF]-(:TeachingStandard)-[:HAS_COURSE]->(c:Course)
      MATCH (c)<-[:ALIGNS]-(a:Alignment)
      WHERE true AND a.status IN ['ACCEPTED', 'SUGGESTED']
        AND (
          $p11 IS NULL
          OR (
            coalesce(a.validFrom, a.decidedOn, a.proposedOn, $p11) <= $p11
            AND coalesce(a.validTo > $p11, true)
          )
        )
      MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
      RETURN [n.id, r.id, c.id, a.status, a.kind, a.role, a.strength]
    } + COLLECT {
      UNWIND $p6 AS id
      MATCH (:MajorClass {id: id})<-[:PART_OF_CLASS]-(n:Major)
      WHERE n.edition IN ['2021', 'undergraduate'] AND NOT EXISTS { MATCH (n)-[:REPLACED_BY]->(:Major) }
      WITH DISTINCT n
      MATCH (n)<-[:STANDARD_OF]-(:TeachingStandard)-[:HAS_COURSE]->(c:Course)
      MATCH (c)-[:HAS_OUTCOME]->(:CourseOutcome)<-[:ALIGNS_OUTCOME]-(a:Alignment)
      WHERE a.kind <> 'NO_MATCH' AND a.status IN ['ACCEPTED', 'SUGGESTED']
        AND (
          $p11 IS NULL
          OR (
            coalesce(a.validFrom, a.decidedOn, a.proposedOn, $p11) <= $p11
            AND coalesce(a.validTo > $p11, true)
          )
        )
      MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
      RETURN [n.id, r.id, c.id, a.status, a.kind, a.role, a.strength]
    },
    COLLECT {
      UNWIND $p6 AS id
      MATCH (:MajorClass {id: id})<-[:PART_OF_CLASS]-(n:Major)
      WHERE n.edition IN ['2021', 'undergraduate'] AND NOT EXISTS { MATCH (n)-[:REPLACED_BY]->(:Major) }
      WITH DISTINCT n
      MATCH (n)<-[:STANDARD_OF]-(h:TeachingStandard)<-[:REVIEW_OF]-(v:Review)
        -[:CONCLUDES_ON]->(r:SkillRequirement)
      WHERE ($p11 IS NULL OR v.closedOn <= $p11)
      RETURN [n.id, r.id, h.id]
    }
  ] AS c1
}
RETURN c0, c1
