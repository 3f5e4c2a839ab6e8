CALL () {
  RETURN [
    [
      COLLECT {
        MATCH (n:TeachingStandard {id: $subject})
        WITH DISTINCT n.id AS key, CASE
          WHEN NOT EXISTS { MATCH (:TeachingStandard {id: $subject})-[:HAS_COURSE]->(c:Course) }
          AND NOT EXISTS {
            MATCH (h:TeachingStandard {id: $subject})<-[:REVIEW_OF]-(v:Review)
          } THEN 'NO_COURSES'
          END AS value
        RETURN [key, value]
      }
    ],
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
        AND NOT EXISTS {
          MATCH (r)<-[:HAS_REQUIREMENT]-(:WorkTask)<-[:HAS_TASK]-(:WorkArea)
            <-[:HAS_WORK_AREA]-(l:StandardLevel)
          WHERE l.replacedBy IS NOT NULL
        }
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
        MATCH (n:StandardLevel {id: $target_2})
        WITH DISTINCT n.id AS key, CASE
          WHEN NOT EXISTS {
            MATCH (l:StandardLevel {id: $target_2})
            MATCH (l)-[:HAS_WORK_AREA]->(:WorkArea)-[:HAS_TASK]->(:WorkTask)
              -[:HAS_REQUIREMENT]->(:SkillRequirement)
          } THEN 'STANDARD_NOT_READ'
          END AS value
        RETURN [key, value]
      }
    ],
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
    [
      COLLECT {
        MATCH (n:TrainingPlan {id: $subject_3})
        WHERE (n.draftOf IS NULL OR n.draftOf = $reader)
        WITH DISTINCT n.id AS key, CASE
          WHEN NOT EXISTS { MATCH (:TrainingPlan {id: $subject_3})-[:HAS_PLAN_COURSE]->(c:PlanCourse) }
          AND NOT EXISTS {
            MATCH (h:TrainingPlan {id: $subject_3})<-[:REVIEW_OF_PLAN]-(v:Review)
          } THEN 'NO_COURSES'
          END AS value
        RETURN [key, value]
      }
    ],
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
        AND NOT EXISTS {
          MATCH (r)<-[:HAS_REQUIREMENT]-(:WorkTask)<-[:HAS_TASK]-(:WorkArea)
            <-[:HAS_WORK_AREA]-(l:StandardLevel)
          WHERE l.replacedBy IS NOT NULL
        }
      RETURN [r.id, c.id, a.status, a.kind, a.role, a.strength, [[], [[], [], [], [], []]]]
      ORDER BY r.standardCode, r.standardVersion, CASE r.level WHEN 'ELEMENTARY' THEN 0
        WHEN 'INTERMEDIATE' THEN 1 WHEN 'ADVANCED' THEN 2 END, r.sequence, r.id, a.id
    }
  ] AS c2
}
CALL () {
  RETURN [
    [
      COLLECT {
        MATCH (n:TeachingStandard {id: $subject_4})
        WITH DISTINCT n.id AS key, CASE
          WHEN NOT EXISTS { MATCH (:TeachingStandard {id: $subject_4})-[:HAS_COURSE]->(c:Course) }
          AND NOT EXISTS {
            MATCH (h:TeachingStandard {id: $subject_4})<-[:REVIEW_OF]-(v:Review)
          } THEN 'NO_COURSES'
          END AS value
        RETURN [key, value]
      }
    ],
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
        AND NOT EXISTS {
          MATCH (r)<-[:HAS_REQUIREMENT]-(:WorkTask)<-[:HAS_TASK]-(:WorkArea)
            <-[:HAS_WORK_AREA]-(l:StandardLevel)
          WHERE l.replacedBy IS NOT NULL
        }
      RETURN [r.id, c.id, a.status, a.kind, a.role, a.strength, [[], [[], [], [], [], []]]]
      ORDER BY r.standardCode, r.standardVersion, CASE r.level WHEN 'ELEMENTARY' THEN 0
        WHEN 'INTERMEDIATE' THEN 1 WHEN 'ADVANCED' THEN 2 END, r.sequence, r.id, a.id
    }
  ] AS c3
}
RETURN c0, c1, c2, c3
