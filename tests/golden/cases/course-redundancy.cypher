CALL () {
  RETURN [
    EXISTS { MATCH (:TeachingStandard {id: $subject}) },
    COLLECT {
      MATCH (:TeachingStandard {id: $subject})-[:HAS_COURSE]->(c:Course)
      WITH DISTINCT c
      ORDER BY c.standardYear, c.majorCode, c.sequence, c.id
      RETURN [
        c.id,
        [
          [['Course', [c.name]], ['Course', [c.name]]], [['Course', [c.name]]], [['Course', [c.name]]],
          [['Course', [c.name, c.module]]]
        ]
      ]
    },
    COLLECT {
      MATCH (:TeachingStandard {id: $subject})-[:HAS_COURSE]->(c:Course)
      UNWIND [
        (c)<-[:ALIGNS]-(a:Alignment) WHERE true | a
      ] + [
        (c)-[:HAS_OUTCOME]->(:CourseOutcome)<-[:ALIGNS_OUTCOME]-(a:Alignment) WHERE a.kind <> 'NO_MATCH' | a
      ] AS a
      MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
      WHERE a.status IN ['ACCEPTED', 'SUGGESTED'] AND ($level IS NULL OR r.level = $level)
        AND (
          $asOf IS NULL
          OR (
            coalesce(a.validFrom, a.decidedOn, a.proposedOn, $asOf) <= $asOf
            AND coalesce(a.validTo > $asOf, true)
          )
        )
      RETURN [
        r.id, c.id, a.status, a.kind, a.role, a.strength,
        [
          [['Alignment', [a.role, a.strength]]],
          [
            [['SkillRequirement', [r.level, r.code, r.text]]], [['SkillRequirement', [r.level, r.code]]],
            [['SkillRequirement', [r.code]]], [['SkillRequirement', [r.code]]],
            [['SkillRequirement', [r.code]]]
          ]
        ]
      ]
      ORDER BY r.standardCode, r.standardVersion, CASE r.level WHEN 'ELEMENTARY' THEN 0
        WHEN 'INTERMEDIATE' THEN 1 WHEN 'ADVANCED' THEN 2 END, r.sequence, r.id, a.id
    }
  ] AS c0
}
CALL () {
  RETURN [
    EXISTS { MATCH (:Major {id: $subject_2}) } AND EXISTS { MATCH (:StandardLevel {id: $target_2}) },
    COLLECT {
      MATCH (:Major {id: $subject_2})<-[:STANDARD_OF]-(:TeachingStandard)-[:HAS_COURSE]->(c:Course)
      WITH DISTINCT c
      ORDER BY c.standardYear, c.majorCode, c.sequence, c.id
      RETURN [c.id, [[], [], [], []]]
    },
    COLLECT {
      MATCH (:Major {id: $subject_2})<-[:STANDARD_OF]-(:TeachingStandard)-[:HAS_COURSE]->(c:Course)
      UNWIND [
        (c)<-[:ALIGNS]-(a:Alignment) WHERE true | a
      ] + [
        (c)-[:HAS_OUTCOME]->(:CourseOutcome)<-[:ALIGNS_OUTCOME]-(a:Alignment) WHERE a.kind <> 'NO_MATCH' | a
      ] AS a
      MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
      WHERE a.status IN ['ACCEPTED', 'SUGGESTED'] AND ($level_2 IS NULL OR r.level = $level_2)
        AND (
          $asOf_2 IS NULL
          OR (
            coalesce(a.validFrom, a.decidedOn, a.proposedOn, $asOf_2) <= $asOf_2
            AND coalesce(a.validTo > $asOf_2, true)
          )
        )
      RETURN [r.id, c.id, a.status, a.kind, a.role, a.strength, [[], [[], [], [], [], []]]]
      ORDER BY r.standardCode, r.standardVersion, CASE r.level WHEN 'ELEMENTARY' THEN 0
        WHEN 'INTERMEDIATE' THEN 1 WHEN 'ADVANCED' THEN 2 END, r.sequence, r.id, a.id
    },
    COLLECT {
      MATCH (l:StandardLevel {id: $target_2})-[:HAS_WORK_AREA]->(w:WorkArea)
      MATCH (w)-[:HAS_TASK]->(:WorkTask)-[:HAS_REQUIREMENT]->(r)
      RETURN DISTINCT r.id
    }
  ] AS c1
}
CALL () {
  RETURN [
    EXISTS { MATCH (:TrainingPlan {id: $subject_3}) },
    COLLECT {
      MATCH (:TrainingPlan {id: $subject_3})-[:HAS_PLAN_COURSE]->(c:PlanCourse)
      WITH DISTINCT c
      ORDER BY c.id
      RETURN [c.id, [[], [], [], []]]
    },
    COLLECT {
      MATCH (:TrainingPlan {id: $subject_3})-[:HAS_PLAN_COURSE]->(c:PlanCourse)
      UNWIND [
        (c)<-[:ALIGNS_PLAN_COURSE]-(a:Alignment) WHERE true | a
      ] + [
        (c)-[:PLAN_HAS_OUTCOME]->(:CourseOutcome)
        <-[:ALIGNS_OUTCOME]-(a:Alignment) WHERE a.kind <> 'NO_MATCH' | a
      ] AS a
      MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
      WHERE a.status IN ['ACCEPTED', 'SUGGESTED'] AND ($level_3 IS NULL OR r.level = $level_3)
        AND (
          $asOf_3 IS NULL
          OR (
            coalesce(a.validFrom, a.decidedOn, a.proposedOn, $asOf_3) <= $asOf_3
            AND coalesce(a.validTo > $asOf_3, true)
          )
        )
      RETURN [r.id, c.id, a.status, a.kind, a.role, a.strength, [[], [[], [], [], [], []]]]
      ORDER BY r.standardCode, r.standardVersion, CASE r.level WHEN 'ELEMENTARY' THEN 0
        WHEN 'INTERMEDIATE' THEN 1 WHEN 'ADVANCED' THEN 2 END, r.sequence, r.id, a.id
    }
  ] AS c2
}
CALL () {
  RETURN [
    EXISTS { MATCH (:TeachingStandard {id: $subject_4}) },
    COLLECT {
      MATCH (:TeachingStandard {id: $subject_4})-[:HAS_COURSE]->(c:Course)
      WITH DISTINCT c
      ORDER BY c.standardYear, c.majorCode, c.sequence, c.id
      RETURN [c.id, [[], [], [], []]]
    },
    COLLECT {
      MATCH (:TeachingStandard {id: $subject_4})-[:HAS_COURSE]->(c:Course)
      UNWIND [
        (c)<-[:ALIGNS]-(a:Alignment) WHERE true | a
      ] + [
        (c)-[:HAS_OUTCOME]->(:CourseOutcome)<-[:ALIGNS_OUTCOME]-(a:Alignment) WHERE a.kind <> 'NO_MATCH' | a
      ] AS a
      MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
      WHERE a.status IN ['ACCEPTED', 'SUGGESTED'] AND ($level_4 IS NULL OR r.level = $level_4)
        AND (
          $asOf_4 IS NULL
          OR (
            coalesce(a.validFrom, a.decidedOn, a.proposedOn, $asOf_4) <= $asOf_4
            AND coalesce(a.validTo > $asOf_4, true)
          )
        )
      RETURN [r.id, c.id, a.status, a.kind, a.role, a.strength, [[], [[], [], [], [], []]]]
      ORDER BY r.standardCode, r.standardVersion, CASE r.level WHEN 'ELEMENTARY' THEN 0
        WHEN 'INTERMEDIATE' THEN 1 WHEN 'ADVANCED' THEN 2 END, r.sequence, r.id, a.id
    }
  ] AS c3
}
RETURN c0, c1, c2, c3
