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
      },
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
      MATCH (h:TeachingStandard {id: $subject})
      RETURN DISTINCT h.id
    },
    COLLECT {
      MATCH (:TeachingStandard {id: $subject})-[:HAS_COURSE]->(c:Course)
      WHERE ($courses IS NULL OR c.id IN $courses)
      WITH DISTINCT c
      RETURN [c.id, null, [(c)<-[:HAS_COURSE]-(h:TeachingStandard) | h.id]]
    },
    COLLECT {
      MATCH (l:StandardLevel {id: $target})
      WHERE $level IS NULL OR l.level = $level
      WITH l AS b, 0 AS above
      MATCH (b)-[:HAS_WORK_AREA]->(w:WorkArea)
      RETURN [
        w.level, above, [['WorkArea', [w.code, w.name]]],
        COLLECT {
          MATCH (w)-[:HAS_TASK]->(t:WorkTask)
          RETURN [
            [['WorkTask', [t.code]], ['WorkTask', [t.code]]],
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
    [
      COLLECT {
        MATCH (:TeachingStandard {id: $subject})-[:HAS_COURSE]->(c:Course)
        WHERE ($courses IS NULL OR c.id IN $courses)
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
        RETURN [
          r.id, c.id, a.status, a.kind, a.role, a.strength,
          [
            [['Course', [c.name]], ['Course', [c.name, c.module]]],
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
        MATCH (:TeachingStandard {id: $subject})-[:HAS_COURSE]->(c:Course)
        WHERE ($courses IS NULL OR c.id IN $courses)
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
        RETURN [
          r.id, c.id, a.status, a.kind, a.role, a.strength,
          [
            [['Course', [c.name]], ['Course', [c.name, c.module]]],
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
      }
    ],
    COLLECT {
      MATCH (h:TeachingStandard {id: $subject})<-[:REVIEW_OF]-(v:Review)-[:CONCLUDES_ON]->(r:SkillRequirement)
      WHERE ($asOf IS NULL OR v.closedOn <= $asOf) AND ($grounds IS NULL OR v.ground IN $grounds)
      WITH DISTINCT h, v, r
      RETURN [r.id, h.id, [['Review', [v.conclusion]]]]
      ORDER BY r.id, v.id
    }
  ] AS c0
}
CALL () {
  RETURN [
    [
      COLLECT {
        MATCH (n:Course {id: $subject_2})
        WITH DISTINCT n.id AS key, null AS value
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
      MATCH (c:Course {id: $subject_2})
      WHERE ($courses_2 IS NULL OR c.id IN $courses_2)
      WITH DISTINCT c
      RETURN [c.id, null, [(c)<-[:HAS_COURSE]-(h:TeachingStandard) | h.id]]
    },
    COLLECT {
      MATCH (l:StandardLevel {id: $target_2})
      WHERE $level_2 IS NULL OR l.level = $level_2
      WITH l AS b, 0 AS above
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
        MATCH (c:Course {id: $subject_2})
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
        MATCH (c:Course {id: $subject_2})
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
      MATCH (:Course {id: $subject_2})<-[:HAS_COURSE]-(h:TeachingStandard)<-[:REVIEW_OF]-(v:Review)
        -[:CONCLUDES_ON]->(r:SkillRequirement)
      WHERE ($asOf_2 IS NULL OR v.closedOn <= $asOf_2) AND ($grounds_2 IS NULL OR v.ground IN $grounds_2)
      WITH DISTINCT h, v, r
      RETURN [r.id, h.id, []]
      ORDER BY r.id, v.id
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
      },
      COLLECT {
        MATCH (n:StandardLevel {id: $target_3})
        WITH DISTINCT n.id AS key, CASE
          WHEN NOT EXISTS {
            MATCH (l:StandardLevel {id: $target_3})
            MATCH (l)-[:HAS_WORK_AREA]->(:WorkArea)-[:HAS_TASK]->(:WorkTask)
              -[:HAS_REQUIREMENT]->(:SkillRequirement)
          } THEN 'STANDARD_NOT_READ'
          END AS value
        RETURN [key, value]
      }
    ],
    COLLECT {
      MATCH (h:TrainingPlan {id: $subject_3})
      RETURN DISTINCT h.id
    },
    COLLECT {
      MATCH (:TrainingPlan {id: $subject_3})-[:HAS_PLAN_COURSE]->(c:PlanCourse)
      WHERE ($courses_3 IS NULL OR c.id IN $courses_3)
      WITH DISTINCT c
      RETURN [c.id, c.hours, [(c)<-[:HAS_PLAN_COURSE]-(h:TrainingPlan) | h.id]]
    },
    COLLECT {
      MATCH (l:StandardLevel {id: $target_3})
      WHERE $level_3 IS NULL OR l.level = $level_3
      WITH l AS b, 0 AS above
      MATCH (b)-[:HAS_WORK_AREA]->(w:WorkArea)
      RETURN [
        w.level, above, [],
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
    [
      COLLECT {
        MATCH (:TrainingPlan {id: $subject_3})-[:HAS_PLAN_COURSE]->(c:PlanCourse)
        WHERE ($courses_3 IS NULL OR c.id IN $courses_3)
        MATCH (c)<-[:ALIGNS_PLAN_COURSE]-(a:Alignment)
        WHERE true AND a.status IN ['ACCEPTED', 'SUGGESTED']
          AND (
            $asOf_3 IS NULL
            OR (
              coalesce(a.validFrom, a.decidedOn, a.proposedOn, $asOf_3) <= $asOf_3
              AND coalesce(a.validTo > $asOf_3, true)
            )
          )
        MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
        RETURN [r.id, c.id, a.status, a.kind, a.role, a.strength, [[], []]]
        ORDER BY r.id, a.id
      },
      COLLECT {
        MATCH (:TrainingPlan {id: $subject_3})-[:HAS_PLAN_COURSE]->(c:PlanCourse)
        WHERE ($courses_3 IS NULL OR c.id IN $courses_3)
        MATCH (c)-[:PLAN_HAS_OUTCOME]->(:CourseOutcome)<-[:ALIGNS_OUTCOME]-(a:Alignment)
        WHERE a.kind <> 'NO_MATCH' AND a.status IN ['ACCEPTED', 'SUGGESTED']
          AND (
            $asOf_3 IS NULL
            OR (
              coalesce(a.validFrom, a.decidedOn, a.proposedOn, $asOf_3) <= $asOf_3
              AND coalesce(a.validTo > $asOf_3, true)
            )
          )
        MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
        RETURN [r.id, c.id, a.status, a.kind, a.role, a.strength, [[], []]]
        ORDER BY r.id, a.id
      }
    ],
    COLLECT {
      MATCH (h:TrainingPlan {id: $subject_3})<-[:REVIEW_OF_PLAN]-(v:Review)
        -[:CONCLUDES_ON]->(r:SkillRequirement)
      WHERE ($asOf_3 IS NULL OR v.closedOn <= $asOf_3) AND ($grounds_3 IS NULL OR v.ground IN $grounds_3)
      WITH DISTINCT h, v, r
      RETURN [r.id, h.id, []]
      ORDER BY r.id, v.id
    }
  ] AS c2
}
CALL () {
  RETURN [
    [
      COLLECT {
        MATCH (n:Major {id: $subject_4})
        WITH DISTINCT n.id AS key, CASE
          WHEN NOT EXISTS { MATCH (n)<-[:STANDARD_OF]-(:TeachingStandard) } THEN CASE n.standardState
          WHEN 'EXISTS_NOT_READ' THEN 'STANDARD_NOT_READ' ELSE 'NO_TEACHING_STANDARD' END
          WHEN NOT EXISTS {
            MATCH (:Major {id: $subject_4})<-[:STANDARD_OF]-(:TeachingStandard)-[:HAS_COURSE]->(c:Course)
          }
          AND NOT EXISTS {
            MATCH (:Major {id: $subject_4})<-[:STANDARD_OF]-(h:TeachingStandard)<-[:REVIEW_OF]-(v:Review)
          } THEN 'NO_COURSES'
          END AS value
        RETURN [key, value]
      },
      COLLECT {
        MATCH (n:StandardLevel {id: $target_4})
        WITH DISTINCT n.id AS key, CASE
          WHEN NOT EXISTS {
            MATCH (l:StandardLevel {id: $target_4})
            MATCH (l)-[:HAS_WORK_AREA]->(:WorkArea)-[:HAS_TASK]->(:WorkTask)
              -[:HAS_REQUIREMENT]->(:SkillRequirement)
          } THEN 'STANDARD_NOT_READ'
          END AS value
        RETURN [key, value]
      }
    ],
    COLLECT {
      MATCH (:Major {id: $subject_4})<-[:STANDARD_OF]-(h:TeachingStandard)
      RETURN DISTINCT h.id
    },
    COLLECT {
      MATCH (:Major {id: $subject_4})<-[:STANDARD_OF]-(:TeachingStandard)-[:HAS_COURSE]->(c:Course)
      WHERE ($courses_4 IS NULL OR c.id IN $courses_4)
      WITH DISTINCT c
      RETURN [c.id, null, [(c)<-[:HAS_COURSE]-(h:TeachingStandard) | h.id]]
    },
    COLLECT {
      MATCH (l:StandardLevel {id: $target_4})
      WHERE $level_4 IS NULL OR l.level = $level_4
      WITH l AS b, 0 AS above
      MATCH (b)-[:HAS_WORK_AREA]->(w:WorkArea)
      RETURN [
        w.level, above, [],
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
    [
      COLLECT {
        MATCH (:Major {id: $subject_4})<-[:STANDARD_OF]-(:TeachingStandard)-[:HAS_COURSE]->(c:Course)
        WHERE ($courses_4 IS NULL OR c.id IN $courses_4)
        MATCH (c)<-[:ALIGNS]-(a:Alignment)
        WHERE true AND a.status IN ['ACCEPTED', 'SUGGESTED']
          AND (
            $asOf_4 IS NULL
            OR (
              coalesce(a.validFrom, a.decidedOn, a.proposedOn, $asOf_4) <= $asOf_4
              AND coalesce(a.validTo > $asOf_4, true)
            )
          )
        MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
        RETURN [r.id, c.id, a.status, a.kind, a.role, a.strength, [[], []]]
        ORDER BY r.id, a.id
      },
      COLLECT {
        MATCH (:Major {id: $subject_4})<-[:STANDARD_OF]-(:TeachingStandard)-[:HAS_COURSE]->(c:Course)
        WHERE ($courses_4 IS NULL OR c.id IN $courses_4)
        MATCH (c)-[:HAS_OUTCOME]->(:CourseOutcome)<-[:ALIGNS_OUTCOME]-(a:Alignment)
        WHERE a.kind <> 'NO_MATCH' AND a.status IN ['ACCEPTED', 'SUGGESTED']
          AND (
            $asOf_4 IS NULL
            OR (
              coalesce(a.validFrom, a.decidedOn, a.proposedOn, $asOf_4) <= $asOf_4
              AND coalesce(a.validTo > $asOf_4, true)
            )
          )
        MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
        RETURN [r.id, c.id, a.status, a.kind, a.role, a.strength, [[], []]]
        ORDER BY r.id, a.id
      }
    ],
    COLLECT {
      MATCH (:Major {id: $subject_4})<-[:STANDARD_OF]-(h:TeachingStandard)<-[:REVIEW_OF]-(v:Review)
        -[:CONCLUDES_ON]->(r:SkillRequirement)
      WHERE ($asOf_4 IS NULL OR v.closedOn <= $asOf_4) AND ($grounds_4 IS NULL OR v.ground IN $grounds_4)
      WITH DISTINCT h, v, r
      RETURN [r.id, h.id, []]
      ORDER BY r.id, v.id
    }
  ] AS c3
}
RETURN c0, c1, c2, c3
