CALL () {
  RETURN [
    EXISTS { MATCH (:TeachingStandard {id: $p0}) } AND EXISTS { MATCH (:StandardLevel {id: $p1}) },
    COLLECT {
      UNWIND [$p0] AS id
      MATCH (h:TeachingStandard {id: id})
      RETURN DISTINCT h.id
    },
    COLLECT {
      UNWIND [$p0] AS id
      MATCH (:TeachingStandard {id: id})-[:HAS_COURSE]->(c:Course)
      WHERE ($p2 IS NULL OR c.id IN $p2)
      WITH DISTINCT c
      RETURN [c.id, null, [(c)<-[:HAS_COURSE]-(h:TeachingStandard) | h.id]]
    },
    COLLECT {
      MATCH (l:StandardLevel {id: $p1})
      WHERE $p3 IS NULL OR l.level = $p3
      WITH l AS b, 0 AS above
      MATCH (b)-[:HAS_WORK_AREA]->(w:WorkArea)
      RETURN [
        above, [['WorkArea', [w.code, w.name]]],
        COLLECT {
          MATCH (w)-[:HAS_TASK]->(t:WorkTask)
          RETURN [
            [['WorkTask', [t.code]]],
            COLLECT {
              MATCH (t)-[:HAS_REQUIREMENT]->(r:SkillRequirement)
              RETURN [r.id, [['SkillRequirement', [r.code, r.text]]]]
              ORDER BY r.sequence, r.id
            }
          ]
          ORDER BY t.sequence, t.id
        }
      ]
      ORDER BY b.rank, b.id, w.sequence, w.id
    },
    COLLECT {
      UNWIND [$p0] AS id
      MATCH (:TeachingStandard {id: id})-[:HAS_COURSE]->(c:Course)
      WHERE ($p2 IS NULL OR c.id IN $p2)
      MATCH (c)<-[:ALIGNS]-(a:Alignment)
      WHERE true AND a.status IN ['ACCEPTED', 'SUGGESTED']
        AND (
          $p6 IS NULL
          OR (
            coalesce(a.validFrom, a.decidedOn, a.proposedOn, $p6) <= $p6 AND coalesce(a.validTo > $p6, true)
          )
        )
      MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
      RETURN [
        r.id, c.id, a.status, a.kind, a.role, a.strength,
        [
          [['Course', [c.name, c.module]]],
          [
            [
              'Alignment',
              [
                a.kind, a.role, a.strength, a.reviewer, a.decidedOn, a.basis,
                COLLECT {
                  UNWIND a.sourceIds AS k1
                  MATCH (s0:Source {id: k1})
                  RETURN [s0.title]
                  ORDER BY s0.id
                }
              ]
            ],
            ['Alignment', [a.rationale]]
          ]
        ]
      ]
      ORDER BY r.id, a.id
    } + COLLECT {
      UNWIND [$p0] AS id
      MATCH (:TeachingStandard {id: id})-[:HAS_COURSE]->(c:Course)
      WHERE ($p2 IS NULL OR c.id IN $p2)
      MATCH (c)-[:HAS_OUTCOME]->(:CourseOutcome)<-[:ALIGNS_OUTCOME]-(a:Alignment)
      WHERE a.kind <> 'NO_MATCH' AND a.status IN ['ACCEPTED', 'SUGGESTED']
        AND (
          $p6 IS NULL
          OR (
            coalesce(a.validFrom, a.decidedOn, a.proposedOn, $p6) <= $p6 AND coalesce(a.validTo > $p6, true)
          )
        )
      MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
      RETURN [
        r.id, c.id, a.status, a.kind, a.role, a.strength,
        [
          [['Course', [c.name, c.module]]],
          [
            [
              'Alignment',
              [
                a.kind, a.role, a.strength, a.reviewer, a.decidedOn, a.basis,
                COLLECT {
                  UNWIND a.sourceIds AS k1
                  MATCH (s0:Source {id: k1})
                  RETURN [s0.title]
                  ORDER BY s0.id
                }
              ]
            ],
            ['Alignment', [a.rationale]]
          ]
        ]
      ]
      ORDER BY r.id, a.id
    },
    COLLECT {
      UNWIND [$p0] AS id
      MATCH (h:TeachingStandard {id: id})<-[:REVIEW_OF]-(v:Review)-[:CONCLUDES_ON]->(r:SkillRequirement)
      WHERE ($p6 IS NULL OR v.closedOn <= $p6)
      WITH DISTINCT h, v, r
      RETURN [r.id, h.id, [['Review', [v.conclusion]]]]
      ORDER BY r.id, v.id
    }
  ] AS c0
}
CALL () {
  RETURN [
    EXISTS { MATCH (:Course {id: $p9}) } AND EXISTS { MATCH (:StandardLevel {id: $p10}) }, [],
    COLLECT {
      UNWIND [$p9] AS id
      MATCH (c:Course {id: id})
      WHERE ($p11 IS NULL OR c.id IN $p11)
      WITH DISTINCT c
      RETURN [c.id, null, [(c)<-[:HAS_COURSE]-(h:TeachingStandard) | h.id]]
    },
    COLLECT {
      MATCH (l:StandardLevel {id: $p10})
      WHERE $p12 IS NULL OR l.level = $p12
      WITH l AS b, 0 AS above
      MATCH (b)-[:HAS_WORK_AREA]->(w:WorkArea)
      RETURN [
        above, [],
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
    COLLECT {
      UNWIND [$p9] AS id
      MATCH (c:Course {id: id})
      WHERE ($p11 IS NULL OR c.id IN $p11)
      MATCH (c)<-[:ALIGNS]-(a:Alignment)
      WHERE true AND a.status IN ['ACCEPTED', 'SUGGESTED']
        AND (
          $p15 IS NULL
          OR (
            coalesce(a.validFrom, a.decidedOn, a.proposedOn, $p15) <= $p15
            AND coalesce(a.validTo > $p15, true)
          )
        )
      MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
      RETURN [r.id, c.id, a.status, a.kind, a.role, a.strength, [[], []]]
      ORDER BY r.id, a.id
    } + COLLECT {
      UNWIND [$p9] AS id
      MATCH (c:Course {id: id})
      WHERE ($p11 IS NULL OR c.id IN $p11)
      MATCH (c)-[:HAS_OUTCOME]->(:CourseOutcome)<-[:ALIGNS_OUTCOME]-(a:Alignment)
      WHERE a.kind <> 'NO_MATCH' AND a.status IN ['ACCEPTED', 'SUGGESTED']
        AND (
          $p15 IS NULL
          OR (
            coalesce(a.validFrom, a.decidedOn, a.proposedOn, $p15) <= $p15
            AND coalesce(a.validTo > $p15, true)
          )
        )
      MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
      RETURN [r.id, c.id, a.status, a.kind, a.role, a.strength, [[], []]]
      ORDER BY r.id, a.id
    },
    COLLECT {
      UNWIND [$p9] AS id
      MATCH (:Course {id: id})<-[:HAS_COURSE]-(h:TeachingStandard)<-[:REVIEW_OF]-(v:Review)
        -[:CONCLUDES_ON]->(r:SkillRequirement)
      WHERE ($p15 IS NULL OR v.closedOn <= $p15)
      WITH DISTINCT h, v, r
      RETURN [r.id, h.id, []]
      ORDER BY r.id, v.id
    }
  ] AS c1
}
CALL () {
  RETURN [
    EXISTS { MATCH (:TrainingPlan {id: $p18}) } AND EXISTS { MATCH (:StandardLevel {id: $p19}) },
    COLLECT {
      UNWIND [$p18] AS id
      MATCH (h:TrainingPlan {id: id})
      RETURN DISTINCT h.id
    },
    COLLECT {
      UNWIND [$p18] AS id
      MATCH (:TrainingPlan {id: id})-[:HAS_PLAN_COURSE]->(c:PlanCourse)
      WHERE ($p20 IS NULL OR c.id IN $p20)
      WITH DISTINCT c
      RETURN [c.id, c.hours, [(c)<-[:HAS_PLAN_COURSE]-(h:TrainingPlan) | h.id]]
    },
    COLLECT {
      MATCH (l:StandardLevel {id: $p19})
      WHERE $p21 IS NULL OR l.level = $p21
      WITH l AS b, 0 AS above
      MATCH (b)-[:HAS_WORK_AREA]->(w:WorkArea)
      RETURN [
        above, [],
        COLLECT {
          MATCH (w)-[:HAS_TASK]->(t:WorkTask)
          RETURN [
            [],
            COLLECT {
              MATCH (t)-[:HAS_REQUIREMENT]->(r:SkillRequirement)
              RETURN [r.id, []]
              ORDER BY r.sequence, r.id
            }
          ]
          ORDER BY t.sequence, t.id
        }
      ]
      ORDER BY b.rank, b.id, w.sequence, w.id
    },
    COLLECT {
      UNWIND [$p18] AS id
      MATCH (:TrainingPlan {id: id})-[:HAS_PLAN_COURSE]->(c:PlanCourse)
      WHERE ($p20 IS NULL OR c.id IN $p20)
      MATCH (c)<-[:ALIGNS_PLAN_COURSE]-(a:Alignment)
      WHERE true AND a.status IN ['ACCEPTED', 'SUGGESTED']
        AND (
          $p24 IS NULL
          OR (
            coalesce(a.validFrom, a.decidedOn, a.proposedOn, $p24) <= $p24
            AND coalesce(a.validTo > $p24, true)
          )
        )
      MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
      RETURN [r.id, c.id, a.status, a.kind, a.role, a.strength, [[], []]]
      ORDER BY r.id, a.id
    } + COLLECT {
      UNWIND [$p18] AS id
      MATCH (:TrainingPlan {id: id})-[:HAS_PLAN_COURSE]->(c:PlanCourse)
      WHERE ($p20 IS NULL OR c.id IN $p20)
      MATCH (c)-[:PLAN_HAS_OUTCOME]->(:CourseOutcome)<-[:ALIGNS_OUTCOME]-(a:Alignment)
      WHERE a.kind <> 'NO_MATCH' AND a.status IN ['ACCEPTED', 'SUGGESTED']
        AND (
          $p24 IS NULL
          OR (
            coalesce(a.validFrom, a.decidedOn, a.proposedOn, $p24) <= $p24
            AND coalesce(a.validTo > $p24, true)
          )
        )
      MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
      RETURN [r.id, c.id, a.status, a.kind, a.role, a.strength, [[], []]]
      ORDER BY r.id, a.id
    },
    COLLECT {
      UNWIND [$p18] AS id
      MATCH (h:TrainingPlan {id: id})<-[:REVIEW_OF_PLAN]-(v:Review)-[:CONCLUDES_ON]->(r:SkillRequirement)
      WHERE ($p24 IS NULL OR v.closedOn <= $p24)
      WITH DISTINCT h, v, r
      RETURN [r.id, h.id, []]
      ORDER BY r.id, v.id
    }
  ] AS c2
}
CALL () {
  RETURN [
    EXISTS { MATCH (:Major {id: $p27}) } AND EXISTS { MATCH (:StandardLevel {id: $p28}) },
    COLLECT {
      UNWIND [$p27] AS id
      MATCH (:Major {id: id})<-[:STANDARD_OF]-(h:TeachingStandard)
      RETURN DISTINCT h.id
    },
    COLLECT {
      UNWIND [$p27] AS id
      MATCH (:Major {id: id})<-[:STANDARD_OF]-(:TeachingStandard)-[:HAS_COURSE]->(c:Course)
      WHERE ($p29 IS NULL OR c.id IN $p29)
      WITH DISTINCT c
      RETURN [c.id, null, [(c)<-[:HAS_COURSE]-(h:TeachingStandard) | h.id]]
    },
    COLLECT {
      MATCH (l:StandardLevel {id: $p28})
      WHERE $p30 IS NULL OR l.level = $p30
      WITH l AS b, 0 AS above
      MATCH (b)-[:HAS_WORK_AREA]->(w:WorkArea)
      RETURN [
        above, [],
        COLLECT {
          MATCH (w)-[:HAS_TASK]->(t:WorkTask)
          RETURN [
            [],
            COLLECT {
              MATCH (t)-[:HAS_REQUIREMENT]->(r:SkillRequirement)
              RETURN [r.id, []]
              ORDER BY r.sequence, r.id
            }
          ]
          ORDER BY t.sequence, t.id
        }
      ]
      ORDER BY b.rank, b.id, w.sequence, w.id
    },
    COLLECT {
      UNWIND [$p27] AS id
      MATCH (:Major {id: id})<-[:STANDARD_OF]-(:TeachingStandard)-[:HAS_COURSE]->(c:Course)
      WHERE ($p29 IS NULL OR c.id IN $p29)
      MATCH (c)<-[:ALIGNS]-(a:Alignment)
      WHERE true AND a.status IN ['ACCEPTED', 'SUGGESTED']
        AND (
          $p33 IS NULL
          OR (
            coalesce(a.validFrom, a.decidedOn, a.proposedOn, $p33) <= $p33
            AND coalesce(a.validTo > $p33, true)
          )
        )
      MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
      RETURN [r.id, c.id, a.status, a.kind, a.role, a.strength, [[], []]]
      ORDER BY r.id, a.id
    } + COLLECT {
      UNWIND [$p27] AS id
      MATCH (:Major {id: id})<-[:STANDARD_OF]-(:TeachingStandard)-[:HAS_COURSE]->(c:Course)
      WHERE ($p29 IS NULL OR c.id IN $p29)
      MATCH (c)-[:HAS_OUTCOME]->(:CourseOutcome)<-[:ALIGNS_OUTCOME]-(a:Alignment)
      WHERE a.kind <> 'NO_MATCH' AND a.status IN ['ACCEPTED', 'SUGGESTED']
        AND (
          $p33 IS NULL
          OR (
            coalesce(a.validFrom, a.decidedOn, a.proposedOn, $p33) <= $p33
            AND coalesce(a.validTo > $p33, true)
          )
        )
      MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
      RETURN [r.id, c.id, a.status, a.kind, a.role, a.strength, [[], []]]
      ORDER BY r.id, a.id
    },
    COLLECT {
      UNWIND [$p27] AS id
      MATCH (:Major {id: id})<-[:STANDARD_OF]-(h:TeachingStandard)<-[:REVIEW_OF]-(v:Review)
        -[:CONCLUDES_ON]->(r:SkillRequirement)
      WHERE ($p33 IS NULL OR v.closedOn <= $p33)
      WITH DISTINCT h, v, r
      RETURN [r.id, h.id, []]
      ORDER BY r.id, v.id
    }
  ] AS c3
}
RETURN c0, c1, c2, c3
