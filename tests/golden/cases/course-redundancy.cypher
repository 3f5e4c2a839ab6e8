CALL () {
  RETURN [
    EXISTS { MATCH (:TeachingStandard {id: $p0}) },
    COLLECT {
      UNWIND [$p0] AS id
      MATCH (:TeachingStandard {id: id})-[:HAS_COURSE]->(c:Course)
      WITH DISTINCT c
      ORDER BY c.standardYear, c.majorCode, c.sequence, c.id
      RETURN [
        c.id, [['Course', [c.name]], ['Course', [c.name]]], [['Course', [c.name]]], [['Course', [c.name]]],
        [['Course', [c.name, c.module]]]
      ]
    },
    COLLECT {
      UNWIND [$p0] AS id
      MATCH (:TeachingStandard {id: id})-[:HAS_COURSE]->(c:Course)
      UNWIND [
        (c)<-[:ALIGNS]-(a:Alignment) WHERE true | a
      ] + [
        (c)-[:HAS_OUTCOME]->(:CourseOutcome)<-[:ALIGNS_OUTCOME]-(a:Alignment) WHERE a.kind <> 'NO_MATCH' | a
      ] AS a
      MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
      WHERE a.status IN ['ACCEPTED', 'SUGGESTED'] AND ($p2 IS NULL OR r.level = $p2)
        AND (
          $p5 IS NULL
          OR (
            coalesce(a.validFrom, a.decidedOn, a.proposedOn, $p5) <= $p5 AND coalesce(a.validTo > $p5, true)
          )
        )
      RETURN [
        c.id, r.id, a.status, a.kind, a.role, a.strength, [['Alignment', [a.role, a.strength]]],
        [['SkillRequirement', [r.level, r.code, r.text]]], [['SkillRequirement', [r.level, r.code]]],
        [['SkillRequirement', [r.code]]], [['SkillRequirement', [r.code]]], [['SkillRequirement', [r.code]]]
      ]
      ORDER BY r.standardCode, r.standardVersion, CASE r.level WHEN 'ELEMENTARY' THEN 0
        WHEN 'INTERMEDIATE' THEN 1 WHEN 'ADVANCED' THEN 2 END, r.sequence, r.id, a.id
    },
    null
  ] AS c0
}
CALL () {
  RETURN [
    EXISTS { MATCH (:Major {id: $p8}) } AND EXISTS { MATCH (:StandardLevel {id: $p9}) },
    COLLECT {
      UNWIND [$p8] AS id
      MATCH (:Major {id: id})<-[:STANDARD_OF]-(:TeachingStandard)-[:HAS_COURSE]->(c:Course)
      WITH DISTINCT c
      ORDER BY c.standardYear, c.majorCode, c.sequence, c.id
      RETURN [c.id, [], [], [], []]
    },
    COLLECT {
      UNWIND [$p8] AS id
      MATCH (:Major {id: id})<-[:STANDARD_OF]-(:TeachingStandard)-[:HAS_COURSE]->(c:Course)
      UNWIND [
        (c)<-[:ALIGNS]-(a:Alignment) WHERE true | a
      ] + [
        (c)-[:HAS_OUTCOME]->(:CourseOutcome)<-[:ALIGNS_OUTCOME]-(a:Alignment) WHERE a.kind <> 'NO_MATCH' | a
      ] AS a
      MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
      WHERE a.status IN ['ACCEPTED', 'SUGGESTED'] AND ($p10 IS NULL OR r.level = $p10)
        AND (
          $p13 IS NULL
          OR (
            coalesce(a.validFrom, a.decidedOn, a.proposedOn, $p13) <= $p13
            AND coalesce(a.validTo > $p13, true)
          )
        )
      RETURN [c.id, r.id, a.status, a.kind, a.role, a.strength, [], [], [], [], [], []]
      ORDER BY r.standardCode, r.standardVersion, CASE r.level WHEN 'ELEMENTARY' THEN 0
        WHEN 'INTERMEDIATE' THEN 1 WHEN 'ADVANCED' THEN 2 END, r.sequence, r.id, a.id
    },
    COLLECT {
      MATCH (l:StandardLevel {id: $p9})
      MATCH (l)-[:HAS_WORK_AREA]->(w:WorkArea)
      MATCH (w)-[:HAS_TASK]->(:WorkTask)-[:HAS_REQUIREMENT]->(r)
      RETURN DISTINCT r.id
    }
  ] AS c1
}
CALL () {
  RETURN [
    EXISTS { MATCH (:TrainingPlan {id: $p16}) },
    COLLECT {
      UNWIND [$p16] AS id
      MATCH (:TrainingPlan {id: id})-[:HAS_PLAN_COURSE]->(c:PlanCourse)
      WITH DISTINCT c
      ORDER BY c.id
      RETURN [c.id, [], [], [], []]
    },
    COLLECT {
      UNWIND [$p16] AS id
      MATCH (:TrainingPlan {id: id})-[:HAS_PLAN_COURSE]->(c:PlanCourse)
      UNWIND [
        (c)<-[:ALIGNS_PLAN_COURSE]-(a:Alignment) WHERE true | a
      ] + [
        (c)-[:PLAN_HAS_OUTCOME]->(:CourseOutcome)
        <-[:ALIGNS_OUTCOME]-(a:Alignment) WHERE a.kind <> 'NO_MATCH' | a
      ] AS a
      MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
      WHERE a.status IN ['ACCEPTED', 'SUGGESTED'] AND ($p18 IS NULL OR r.level = $p18)
        AND (
          $p21 IS NULL
          OR (
            coalesce(a.validFrom, a.decidedOn, a.proposedOn, $p21) <= $p21
            AND coalesce(a.validTo > $p21, true)
          )
        )
      RETURN [c.id, r.id, a.status, a.kind, a.role, a.strength, [], [], [], [], [], []]
      ORDER BY r.standardCode, r.standardVersion, CASE r.level WHEN 'ELEMENTARY' THEN 0
        WHEN 'INTERMEDIATE' THEN 1 WHEN 'ADVANCED' THEN 2 END, r.sequence, r.id, a.id
    },
    null
  ] AS c2
}
CALL () {
  RETURN [
    EXISTS { MATCH (:TeachingStandard {id: $p24}) },
    COLLECT {
      UNWIND [$p24] AS id
      MATCH (:TeachingStandard {id: id})-[:HAS_COURSE]->(c:Course)
      WITH DISTINCT c
      ORDER BY c.standardYear, c.majorCode, c.sequence, c.id
      RETURN [c.id, [], [], [], []]
    },
    COLLECT {
      UNWIND [$p24] AS id
      MATCH (:TeachingStandard {id: id})-[:HAS_COURSE]->(c:Course)
      UNWIND [
        (c)<-[:ALIGNS]-(a:Alignment) WHERE true | a
      ] + [
        (c)-[:HAS_OUTCOME]->(:CourseOutcome)<-[:ALIGNS_OUTCOME]-(a:Alignment) WHERE a.kind <> 'NO_MATCH' | a
      ] AS a
      MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
      WHERE a.status IN ['ACCEPTED', 'SUGGESTED'] AND ($p26 IS NULL OR r.level = $p26)
        AND (
          $p29 IS NULL
          OR (
            coalesce(a.validFrom, a.decidedOn, a.proposedOn, $p29) <= $p29
            AND coalesce(a.validTo > $p29, true)
          )
        )
      RETURN [c.id, r.id, a.status, a.kind, a.role, a.strength, [], [], [], [], [], []]
      ORDER BY r.standardCode, r.standardVersion, CASE r.level WHEN 'ELEMENTARY' THEN 0
        WHEN 'INTERMEDIATE' THEN 1 WHEN 'ADVANCED' THEN 2 END, r.sequence, r.id, a.id
    },
    null
  ] AS c3
}
RETURN c0, c1, c2, c3
