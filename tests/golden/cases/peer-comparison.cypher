CALL () {
  RETURN [
    [
      COLLECT {
        MATCH (n:Major {id: $major})
        WITH DISTINCT n.id AS key, CASE
          WHEN NOT EXISTS {
            MATCH (n)<-[:PLAN_FOR]-(p:TrainingPlan)
            WHERE p.basis <> 'ILLUSTRATIVE' AND (p.draftOf IS NULL OR p.draftOf = $reader)
          } THEN 'NO_TRAINING_PLAN'
          END AS value
        RETURN [key, value]
      }
    ],
    COUNT { MATCH (:Major {id: $major})<-[:STANDARD_OF]-(:TeachingStandard) },
    COLLECT {
      MATCH (:Major {id: $major})<-[:STANDARD_OF]-(s:TeachingStandard)-[:HAS_COURSE]->(c:Course)
      RETURN [c.id, c.name, c.module, [['Course', [c.sequence]]], []]
      ORDER BY s.id, c.sequence, c.id
    },
    COUNT {
      MATCH (:Major {id: $major})<-[:PLAN_FOR]-(p:TrainingPlan)
      WHERE p.basis <> 'ILLUSTRATIVE' AND (p.draftOf IS NULL OR p.draftOf = $reader)
    },
    COLLECT {
      MATCH (:Major {id: $major})<-[:PLAN_FOR]-(p:TrainingPlan)
      WHERE p.basis <> 'ILLUSTRATIVE' AND (p.draftOf IS NULL OR p.draftOf = $reader)
      WITH p
      ORDER BY p.id
      LIMIT 200
      RETURN [
        p.id, p.collegeName, [['TrainingPlan', [p.collegeName]], ['TrainingPlan', [p.collegeName]]],
        COLLECT {
          MATCH (p)<-[:HAS_PLAN]-(g:College)
          RETURN [['College', [g.name]]]
          ORDER BY g.id
        }
      ]
      ORDER BY p.id
    },
    COLLECT {
      MATCH (:Major {id: $major})<-[:PLAN_FOR]-(p:TrainingPlan)
      WHERE p.basis <> 'ILLUSTRATIVE' AND (p.draftOf IS NULL OR p.draftOf = $reader)
      WITH p
      ORDER BY p.id
      LIMIT 200
      MATCH (p)-[:HAS_PLAN_COURSE]->(c:PlanCourse)
      RETURN [
        p.id, c.id, c.name, c.moduleText, c.hours, c.credits,
        [['PlanCourse', [c.name]], ['PlanCourse', [c.name]]], []
      ]
      ORDER BY p.id, c.id
    },
    [
      COLLECT {
        MATCH (:Major {id: $major})<-[:PLAN_FOR]-(p:TrainingPlan)
        WHERE p.basis <> 'ILLUSTRATIVE' AND (p.draftOf IS NULL OR p.draftOf = $reader)
        WITH p
        ORDER BY p.id
        LIMIT 200
        MATCH (p)-[:HAS_PLAN_COURSE]->(c:PlanCourse)
        MATCH (c)-[t:LINKED_TO_CERTIFICATE]->(k:Certificate)
        RETURN [
          p.id, c.id, k.id, t.certificateLevel, t.kind, t.basis,
          COLLECT {
            UNWIND t.sourceIds AS key
            MATCH (source:Source {id: key})
            RETURN [['Source', [source.title]]]
            ORDER BY source.id
          },
          [['Certificate', [k.name]]]
        ]
        ORDER BY k.id, p.id, c.id, t.certificateLevel
      },
      COLLECT {
        MATCH (:Major {id: $major})<-[:PLAN_FOR]-(p:TrainingPlan)
        WHERE p.basis <> 'ILLUSTRATIVE' AND (p.draftOf IS NULL OR p.draftOf = $reader)
        WITH p
        ORDER BY p.id
        LIMIT 200
        MATCH (p)-[t:PLAN_NAMES_CERTIFICATE]->(k:Certificate)
        RETURN [
          p.id, null, k.id, t.certificateLevel, null, t.basis,
          COLLECT {
            UNWIND t.sourceIds AS key
            MATCH (source:Source {id: key})
            RETURN [['Source', [source.title]]]
            ORDER BY source.id
          },
          [['Certificate', [k.name]]]
        ]
        ORDER BY k.id, p.id, t.certificateLevel
      }
    ],
    COLLECT {
      MATCH (:Major {id: $major})<-[:STANDARD_OF]-(s:TeachingStandard)-[:HAS_COURSE]->(c:Course)
      UNWIND [
        (c)<-[:ALIGNS]-(a:Alignment) WHERE true | a
      ] + [
        (c)-[:HAS_OUTCOME]->(:CourseOutcome)<-[:ALIGNS_OUTCOME]-(a:Alignment) WHERE a.kind <> 'NO_MATCH' | a
      ] AS a
      MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
      WHERE a.status = 'ACCEPTED'
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
      RETURN [r.id, c.id, a.status, a.kind, a.role, a.strength, [[], []]]
      ORDER BY r.standardCode, r.standardVersion, CASE r.level WHEN 'ELEMENTARY' THEN 0
        WHEN 'INTERMEDIATE' THEN 1 WHEN 'ADVANCED' THEN 2 END, r.sequence, r.id, a.id
    },
    COLLECT {
      MATCH (:Major {id: $major})<-[:PLAN_FOR]-(p:TrainingPlan)
      WHERE p.basis <> 'ILLUSTRATIVE' AND (p.draftOf IS NULL OR p.draftOf = $reader)
      WITH p
      ORDER BY p.id
      LIMIT 200
      MATCH (p)-[:HAS_PLAN_COURSE]->(c:PlanCourse)
      UNWIND [
        (c)<-[:ALIGNS_PLAN_COURSE]-(a:Alignment) WHERE true | a
      ] + [
        (c)-[:PLAN_HAS_OUTCOME]->(:CourseOutcome)
        <-[:ALIGNS_OUTCOME]-(a:Alignment) WHERE a.kind <> 'NO_MATCH' | a
      ] AS a
      MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
      WHERE a.status = 'ACCEPTED'
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
      RETURN [r.id, c.id, a.status, a.kind, a.role, a.strength, [[], []]]
      ORDER BY r.standardCode, r.standardVersion, CASE r.level WHEN 'ELEMENTARY' THEN 0
        WHEN 'INTERMEDIATE' THEN 1 WHEN 'ADVANCED' THEN 2 END, r.sequence, r.id, a.id
    }
  ] AS c0
}
CALL () {
  RETURN [
    [
      COLLECT {
        MATCH (n:Major {id: $major_2})
        WITH DISTINCT n.id AS key, CASE
          WHEN NOT EXISTS {
            MATCH (n)<-[:PLAN_FOR]-(p:TrainingPlan)
            WHERE p.basis <> 'ILLUSTRATIVE' AND (p.draftOf IS NULL OR p.draftOf = $reader)
          } THEN 'NO_TRAINING_PLAN'
          END AS value
        RETURN [key, value]
      }
    ],
    COUNT { MATCH (:Major {id: $major_2})<-[:STANDARD_OF]-(:TeachingStandard) },
    COLLECT {
      MATCH (:Major {id: $major_2})<-[:STANDARD_OF]-(s:TeachingStandard)-[:HAS_COURSE]->(c:Course)
      RETURN [c.id, c.name, c.module, [], []]
      ORDER BY s.id, c.sequence, c.id
    },
    COUNT {
      MATCH (:Major {id: $major_2})<-[:PLAN_FOR]-(p:TrainingPlan)
      WHERE p.basis <> 'ILLUSTRATIVE' AND (p.draftOf IS NULL OR p.draftOf = $reader)
    },
    COLLECT {
      MATCH (:Major {id: $major_2})<-[:PLAN_FOR]-(p:TrainingPlan)
      WHERE p.basis <> 'ILLUSTRATIVE' AND (p.draftOf IS NULL OR p.draftOf = $reader)
      WITH p
      ORDER BY p.id
      LIMIT 200
      RETURN [
        p.id, p.collegeName, [['TrainingPlan', [p.grade]]],
        COLLECT {
          MATCH (p)<-[:HAS_PLAN]-(g:College)
          RETURN []
          ORDER BY g.id
        }
      ]
      ORDER BY p.id
    },
    COLLECT {
      MATCH (:Major {id: $major_2})<-[:PLAN_FOR]-(p:TrainingPlan)
      WHERE p.basis <> 'ILLUSTRATIVE' AND (p.draftOf IS NULL OR p.draftOf = $reader)
      WITH p
      ORDER BY p.id
      LIMIT 200
      MATCH (p)-[:HAS_PLAN_COURSE]->(c:PlanCourse)
      RETURN [p.id, c.id, c.name, c.moduleText, c.hours, c.credits, [], []]
      ORDER BY p.id, c.id
    },
    [
      COLLECT {
        MATCH (:Major {id: $major_2})<-[:PLAN_FOR]-(p:TrainingPlan)
        WHERE p.basis <> 'ILLUSTRATIVE' AND (p.draftOf IS NULL OR p.draftOf = $reader)
        WITH p
        ORDER BY p.id
        LIMIT 200
        MATCH (p)-[:HAS_PLAN_COURSE]->(c:PlanCourse)
        MATCH (c)-[t:LINKED_TO_CERTIFICATE]->(k:Certificate)
        RETURN [
          p.id, c.id, k.id, t.certificateLevel, t.kind, t.basis,
          COLLECT {
            UNWIND t.sourceIds AS key
            MATCH (source:Source {id: key})
            RETURN []
            ORDER BY source.id
          },
          []
        ]
        ORDER BY k.id, p.id, c.id, t.certificateLevel
      },
      COLLECT {
        MATCH (:Major {id: $major_2})<-[:PLAN_FOR]-(p:TrainingPlan)
        WHERE p.basis <> 'ILLUSTRATIVE' AND (p.draftOf IS NULL OR p.draftOf = $reader)
        WITH p
        ORDER BY p.id
        LIMIT 200
        MATCH (p)-[t:PLAN_NAMES_CERTIFICATE]->(k:Certificate)
        RETURN [
          p.id, null, k.id, t.certificateLevel, null, t.basis,
          COLLECT {
            UNWIND t.sourceIds AS key
            MATCH (source:Source {id: key})
            RETURN []
            ORDER BY source.id
          },
          []
        ]
        ORDER BY k.id, p.id, t.certificateLevel
      }
    ],
    COLLECT {
      MATCH (:Major {id: $major_2})<-[:STANDARD_OF]-(s:TeachingStandard)-[:HAS_COURSE]->(c:Course)
      UNWIND [
        (c)<-[:ALIGNS]-(a:Alignment) WHERE true | a
      ] + [
        (c)-[:HAS_OUTCOME]->(:CourseOutcome)<-[:ALIGNS_OUTCOME]-(a:Alignment) WHERE a.kind <> 'NO_MATCH' | a
      ] AS a
      MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
      WHERE a.status = 'ACCEPTED'
        AND (
          $asOf_2 IS NULL
          OR (
            coalesce(a.validFrom, a.decidedOn, a.proposedOn, $asOf_2) <= $asOf_2
            AND coalesce(a.validTo > $asOf_2, true)
          )
        )
        AND NOT EXISTS {
          MATCH (r)<-[:HAS_REQUIREMENT]-(:WorkTask)<-[:HAS_TASK]-(:WorkArea)
            <-[:HAS_WORK_AREA]-(l:StandardLevel)
          WHERE l.replacedBy IS NOT NULL
        }
      RETURN [r.id, c.id, a.status, a.kind, a.role, a.strength, [[], []]]
      ORDER BY r.standardCode, r.standardVersion, CASE r.level WHEN 'ELEMENTARY' THEN 0
        WHEN 'INTERMEDIATE' THEN 1 WHEN 'ADVANCED' THEN 2 END, r.sequence, r.id, a.id
    },
    COLLECT {
      MATCH (:Major {id: $major_2})<-[:PLAN_FOR]-(p:TrainingPlan)
      WHERE p.basis <> 'ILLUSTRATIVE' AND (p.draftOf IS NULL OR p.draftOf = $reader)
      WITH p
      ORDER BY p.id
      LIMIT 200
      MATCH (p)-[:HAS_PLAN_COURSE]->(c:PlanCourse)
      UNWIND [
        (c)<-[:ALIGNS_PLAN_COURSE]-(a:Alignment) WHERE true | a
      ] + [
        (c)-[:PLAN_HAS_OUTCOME]->(:CourseOutcome)
        <-[:ALIGNS_OUTCOME]-(a:Alignment) WHERE a.kind <> 'NO_MATCH' | a
      ] AS a
      MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
      WHERE a.status = 'ACCEPTED'
        AND (
          $asOf_2 IS NULL
          OR (
            coalesce(a.validFrom, a.decidedOn, a.proposedOn, $asOf_2) <= $asOf_2
            AND coalesce(a.validTo > $asOf_2, true)
          )
        )
        AND NOT EXISTS {
          MATCH (r)<-[:HAS_REQUIREMENT]-(:WorkTask)<-[:HAS_TASK]-(:WorkArea)
            <-[:HAS_WORK_AREA]-(l:StandardLevel)
          WHERE l.replacedBy IS NOT NULL
        }
      RETURN [r.id, c.id, a.status, a.kind, a.role, a.strength, [[], []]]
      ORDER BY r.standardCode, r.standardVersion, CASE r.level WHEN 'ELEMENTARY' THEN 0
        WHEN 'INTERMEDIATE' THEN 1 WHEN 'ADVANCED' THEN 2 END, r.sequence, r.id, a.id
    }
  ] AS c1
}
CALL () {
  RETURN [
    [
      COLLECT {
        MATCH (n:Major {id: $major_3})
        WITH DISTINCT n.id AS key, CASE
          WHEN NOT EXISTS {
            MATCH (n)<-[:PLAN_FOR]-(p:TrainingPlan)
            WHERE p.basis <> 'ILLUSTRATIVE' AND (p.draftOf IS NULL OR p.draftOf = $reader)
          } THEN 'NO_TRAINING_PLAN'
          END AS value
        RETURN [key, value]
      }
    ],
    COUNT { MATCH (:Major {id: $major_3})<-[:STANDARD_OF]-(:TeachingStandard) },
    COLLECT {
      MATCH (:Major {id: $major_3})<-[:STANDARD_OF]-(s:TeachingStandard)-[:HAS_COURSE]->(c:Course)
      RETURN [c.id, c.name, c.module, [], [['Course', [c.name]]]]
      ORDER BY s.id, c.sequence, c.id
    },
    COUNT {
      MATCH (:Major {id: $major_3})<-[:PLAN_FOR]-(p:TrainingPlan)
      WHERE p.basis <> 'ILLUSTRATIVE' AND (p.draftOf IS NULL OR p.draftOf = $reader)
    },
    COLLECT {
      MATCH (:Major {id: $major_3})<-[:PLAN_FOR]-(p:TrainingPlan)
      WHERE p.basis <> 'ILLUSTRATIVE' AND (p.draftOf IS NULL OR p.draftOf = $reader)
      WITH p
      ORDER BY p.id
      LIMIT 200
      RETURN [
        p.id, p.collegeName, [],
        COLLECT {
          MATCH (p)<-[:HAS_PLAN]-(g:College)
          RETURN []
          ORDER BY g.id
        }
      ]
      ORDER BY p.id
    },
    COLLECT {
      MATCH (:Major {id: $major_3})<-[:PLAN_FOR]-(p:TrainingPlan)
      WHERE p.basis <> 'ILLUSTRATIVE' AND (p.draftOf IS NULL OR p.draftOf = $reader)
      WITH p
      ORDER BY p.id
      LIMIT 200
      MATCH (p)-[:HAS_PLAN_COURSE]->(c:PlanCourse)
      RETURN [
        p.id, c.id, c.name, c.moduleText, c.hours, c.credits, [['PlanCourse', [c.id]]],
        [['PlanCourse', [c.name]]]
      ]
      ORDER BY p.id, c.id
    },
    [
      COLLECT {
        MATCH (:Major {id: $major_3})<-[:PLAN_FOR]-(p:TrainingPlan)
        WHERE p.basis <> 'ILLUSTRATIVE' AND (p.draftOf IS NULL OR p.draftOf = $reader)
        WITH p
        ORDER BY p.id
        LIMIT 200
        MATCH (p)-[:HAS_PLAN_COURSE]->(c:PlanCourse)
        MATCH (c)-[t:LINKED_TO_CERTIFICATE]->(k:Certificate)
        RETURN [
          p.id, c.id, k.id, t.certificateLevel, t.kind, t.basis,
          COLLECT {
            UNWIND t.sourceIds AS key
            MATCH (source:Source {id: key})
            RETURN []
            ORDER BY source.id
          },
          [['Certificate', [k.name]]]
        ]
        ORDER BY k.id, p.id, c.id, t.certificateLevel
      },
      COLLECT {
        MATCH (:Major {id: $major_3})<-[:PLAN_FOR]-(p:TrainingPlan)
        WHERE p.basis <> 'ILLUSTRATIVE' AND (p.draftOf IS NULL OR p.draftOf = $reader)
        WITH p
        ORDER BY p.id
        LIMIT 200
        MATCH (p)-[t:PLAN_NAMES_CERTIFICATE]->(k:Certificate)
        RETURN [
          p.id, null, k.id, t.certificateLevel, null, t.basis,
          COLLECT {
            UNWIND t.sourceIds AS key
            MATCH (source:Source {id: key})
            RETURN []
            ORDER BY source.id
          },
          [['Certificate', [k.name]]]
        ]
        ORDER BY k.id, p.id, t.certificateLevel
      }
    ],
    COLLECT {
      MATCH (:Major {id: $major_3})<-[:STANDARD_OF]-(s:TeachingStandard)-[:HAS_COURSE]->(c:Course)
      UNWIND [
        (c)<-[:ALIGNS]-(a:Alignment) WHERE true | a
      ] + [
        (c)-[:HAS_OUTCOME]->(:CourseOutcome)<-[:ALIGNS_OUTCOME]-(a:Alignment) WHERE a.kind <> 'NO_MATCH' | a
      ] AS a
      MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
      WHERE a.status = 'ACCEPTED'
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
      RETURN [
        r.id, c.id, a.status, a.kind, a.role, a.strength,
        [[['Alignment', [a.role, a.strength]]], [['SkillRequirement', [r.level, r.code]]]]
      ]
      ORDER BY r.standardCode, r.standardVersion, CASE r.level WHEN 'ELEMENTARY' THEN 0
        WHEN 'INTERMEDIATE' THEN 1 WHEN 'ADVANCED' THEN 2 END, r.sequence, r.id, a.id
    },
    COLLECT {
      MATCH (:Major {id: $major_3})<-[:PLAN_FOR]-(p:TrainingPlan)
      WHERE p.basis <> 'ILLUSTRATIVE' AND (p.draftOf IS NULL OR p.draftOf = $reader)
      WITH p
      ORDER BY p.id
      LIMIT 200
      MATCH (p)-[:HAS_PLAN_COURSE]->(c:PlanCourse)
      UNWIND [
        (c)<-[:ALIGNS_PLAN_COURSE]-(a:Alignment) WHERE true | a
      ] + [
        (c)-[:PLAN_HAS_OUTCOME]->(:CourseOutcome)
        <-[:ALIGNS_OUTCOME]-(a:Alignment) WHERE a.kind <> 'NO_MATCH' | a
      ] AS a
      MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
      WHERE a.status = 'ACCEPTED'
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
      RETURN [
        r.id, c.id, a.status, a.kind, a.role, a.strength,
        [[['Alignment', [a.role, a.strength]]], [['SkillRequirement', [r.level, r.code]]]]
      ]
      ORDER BY r.standardCode, r.standardVersion, CASE r.level WHEN 'ELEMENTARY' THEN 0
        WHEN 'INTERMEDIATE' THEN 1 WHEN 'ADVANCED' THEN 2 END, r.sequence, r.id, a.id
    }
  ] AS c2
}
CALL () {
  RETURN [
    [
      COLLECT {
        MATCH (n:Major {id: $major_4})
        WITH DISTINCT n.id AS key, CASE
          WHEN NOT EXISTS {
            MATCH (n)<-[:PLAN_FOR]-(p:TrainingPlan)
            WHERE p.basis <> 'ILLUSTRATIVE' AND (p.draftOf IS NULL OR p.draftOf = $reader)
          } THEN 'NO_TRAINING_PLAN'
          END AS value
        RETURN [key, value]
      }
    ],
    COUNT { MATCH (:Major {id: $major_4})<-[:STANDARD_OF]-(:TeachingStandard) },
    COLLECT {
      MATCH (:Major {id: $major_4})<-[:STANDARD_OF]-(s:TeachingStandard)-[:HAS_COURSE]->(c:Course)
      RETURN [c.id, c.name, c.module, [], []]
      ORDER BY s.id, c.sequence, c.id
    },
    COUNT {
      MATCH (:Major {id: $major_4})<-[:PLAN_FOR]-(p:TrainingPlan)
      WHERE p.basis <> 'ILLUSTRATIVE' AND (p.draftOf IS NULL OR p.draftOf = $reader)
    },
    COLLECT {
      MATCH (:Major {id: $major_4})<-[:PLAN_FOR]-(p:TrainingPlan)
      WHERE p.basis <> 'ILLUSTRATIVE' AND (p.draftOf IS NULL OR p.draftOf = $reader)
      WITH p
      ORDER BY p.id
      LIMIT 200
      RETURN [
        p.id, p.collegeName, [],
        COLLECT {
          MATCH (p)<-[:HAS_PLAN]-(g:College)
          RETURN []
          ORDER BY g.id
        }
      ]
      ORDER BY p.id
    },
    COLLECT {
      MATCH (:Major {id: $major_4})<-[:PLAN_FOR]-(p:TrainingPlan)
      WHERE p.basis <> 'ILLUSTRATIVE' AND (p.draftOf IS NULL OR p.draftOf = $reader)
      WITH p
      ORDER BY p.id
      LIMIT 200
      MATCH (p)-[:HAS_PLAN_COURSE]->(c:PlanCourse)
      RETURN [p.id, c.id, c.name, c.moduleText, c.hours, c.credits, [], []]
      ORDER BY p.id, c.id
    },
    [
      COLLECT {
        MATCH (:Major {id: $major_4})<-[:PLAN_FOR]-(p:TrainingPlan)
        WHERE p.basis <> 'ILLUSTRATIVE' AND (p.draftOf IS NULL OR p.draftOf = $reader)
        WITH p
        ORDER BY p.id
        LIMIT 200
        MATCH (p)-[:HAS_PLAN_COURSE]->(c:PlanCourse)
        MATCH (c)-[t:LINKED_TO_CERTIFICATE]->(k:Certificate)
        RETURN [
          p.id, c.id, k.id, t.certificateLevel, t.kind, t.basis,
          COLLECT {
            UNWIND t.sourceIds AS key
            MATCH (source:Source {id: key})
            RETURN []
            ORDER BY source.id
          },
          []
        ]
        ORDER BY k.id, p.id, c.id, t.certificateLevel
      },
      COLLECT {
        MATCH (:Major {id: $major_4})<-[:PLAN_FOR]-(p:TrainingPlan)
        WHERE p.basis <> 'ILLUSTRATIVE' AND (p.draftOf IS NULL OR p.draftOf = $reader)
        WITH p
        ORDER BY p.id
        LIMIT 200
        MATCH (p)-[t:PLAN_NAMES_CERTIFICATE]->(k:Certificate)
        RETURN [
          p.id, null, k.id, t.certificateLevel, null, t.basis,
          COLLECT {
            UNWIND t.sourceIds AS key
            MATCH (source:Source {id: key})
            RETURN []
            ORDER BY source.id
          },
          []
        ]
        ORDER BY k.id, p.id, t.certificateLevel
      }
    ],
    COLLECT {
      MATCH (:Major {id: $major_4})<-[:STANDARD_OF]-(s:TeachingStandard)-[:HAS_COURSE]->(c:Course)
      UNWIND [
        (c)<-[:ALIGNS]-(a:Alignment) WHERE true | a
      ] + [
        (c)-[:HAS_OUTCOME]->(:CourseOutcome)<-[:ALIGNS_OUTCOME]-(a:Alignment) WHERE a.kind <> 'NO_MATCH' | a
      ] AS a
      MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
      WHERE a.status = 'ACCEPTED'
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
      RETURN [r.id, c.id, a.status, a.kind, a.role, a.strength, [[], []]]
      ORDER BY r.standardCode, r.standardVersion, CASE r.level WHEN 'ELEMENTARY' THEN 0
        WHEN 'INTERMEDIATE' THEN 1 WHEN 'ADVANCED' THEN 2 END, r.sequence, r.id, a.id
    },
    COLLECT {
      MATCH (:Major {id: $major_4})<-[:PLAN_FOR]-(p:TrainingPlan)
      WHERE p.basis <> 'ILLUSTRATIVE' AND (p.draftOf IS NULL OR p.draftOf = $reader)
      WITH p
      ORDER BY p.id
      LIMIT 200
      MATCH (p)-[:HAS_PLAN_COURSE]->(c:PlanCourse)
      UNWIND [
        (c)<-[:ALIGNS_PLAN_COURSE]-(a:Alignment) WHERE true | a
      ] + [
        (c)-[:PLAN_HAS_OUTCOME]->(:CourseOutcome)
        <-[:ALIGNS_OUTCOME]-(a:Alignment) WHERE a.kind <> 'NO_MATCH' | a
      ] AS a
      MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
      WHERE a.status = 'ACCEPTED'
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
      RETURN [r.id, c.id, a.status, a.kind, a.role, a.strength, [[], []]]
      ORDER BY r.standardCode, r.standardVersion, CASE r.level WHEN 'ELEMENTARY' THEN 0
        WHEN 'INTERMEDIATE' THEN 1 WHEN 'ADVANCED' THEN 2 END, r.sequence, r.id, a.id
    }
  ] AS c3
}
CALL () {
  RETURN [
    [
      COLLECT {
        MATCH (n:Major {id: $major_5})
        WITH DISTINCT n.id AS key, CASE
          WHEN NOT EXISTS {
            MATCH (n)<-[:PLAN_FOR]-(p:TrainingPlan)
            WHERE p.basis <> 'ILLUSTRATIVE' AND (p.draftOf IS NULL OR p.draftOf = $reader)
          } THEN 'NO_TRAINING_PLAN'
          END AS value
        RETURN [key, value]
      }
    ],
    COUNT { MATCH (:Major {id: $major_5})<-[:STANDARD_OF]-(:TeachingStandard) },
    COLLECT {
      MATCH (:Major {id: $major_5})<-[:STANDARD_OF]-(s:TeachingStandard)-[:HAS_COURSE]->(c:Course)
      RETURN [c.id, c.name, c.module, [], []]
      ORDER BY s.id, c.sequence, c.id
    },
    COUNT {
      MATCH (:Major {id: $major_5})<-[:PLAN_FOR]-(p:TrainingPlan)
      WHERE p.basis <> 'ILLUSTRATIVE' AND (p.draftOf IS NULL OR p.draftOf = $reader)
    },
    COLLECT {
      MATCH (:Major {id: $major_5})<-[:PLAN_FOR]-(p:TrainingPlan)
      WHERE p.basis <> 'ILLUSTRATIVE' AND (p.draftOf IS NULL OR p.draftOf = $reader)
      WITH p
      ORDER BY p.id
      LIMIT 200
      RETURN [
        p.id, p.collegeName, [],
        COLLECT {
          MATCH (p)<-[:HAS_PLAN]-(g:College)
          RETURN []
          ORDER BY g.id
        }
      ]
      ORDER BY p.id
    },
    COLLECT {
      MATCH (:Major {id: $major_5})<-[:PLAN_FOR]-(p:TrainingPlan)
      WHERE p.basis <> 'ILLUSTRATIVE' AND (p.draftOf IS NULL OR p.draftOf = $reader)
      WITH p
      ORDER BY p.id
      LIMIT 200
      MATCH (p)-[:HAS_PLAN_COURSE]->(c:PlanCourse)
      RETURN [p.id, c.id, c.name, c.moduleText, c.hours, c.credits, [], []]
      ORDER BY p.id, c.id
    },
    [
      COLLECT {
        MATCH (:Major {id: $major_5})<-[:PLAN_FOR]-(p:TrainingPlan)
        WHERE p.basis <> 'ILLUSTRATIVE' AND (p.draftOf IS NULL OR p.draftOf = $reader)
        WITH p
        ORDER BY p.id
        LIMIT 200
        MATCH (p)-[:HAS_PLAN_COURSE]->(c:PlanCourse)
        MATCH (c)-[t:LINKED_TO_CERTIFICATE]->(k:Certificate)
        RETURN [
          p.id, c.id, k.id, t.certificateLevel, t.kind, t.basis,
          COLLECT {
            UNWIND t.sourceIds AS key
            MATCH (source:Source {id: key})
            RETURN []
            ORDER BY source.id
          },
          []
        ]
        ORDER BY k.id, p.id, c.id, t.certificateLevel
      },
      COLLECT {
        MATCH (:Major {id: $major_5})<-[:PLAN_FOR]-(p:TrainingPlan)
        WHERE p.basis <> 'ILLUSTRATIVE' AND (p.draftOf IS NULL OR p.draftOf = $reader)
        WITH p
        ORDER BY p.id
        LIMIT 200
        MATCH (p)-[t:PLAN_NAMES_CERTIFICATE]->(k:Certificate)
        RETURN [
          p.id, null, k.id, t.certificateLevel, null, t.basis,
          COLLECT {
            UNWIND t.sourceIds AS key
            MATCH (source:Source {id: key})
            RETURN []
            ORDER BY source.id
          },
          []
        ]
        ORDER BY k.id, p.id, t.certificateLevel
      }
    ],
    COLLECT {
      MATCH (:Major {id: $major_5})<-[:STANDARD_OF]-(s:TeachingStandard)-[:HAS_COURSE]->(c:Course)
      UNWIND [
        (c)<-[:ALIGNS]-(a:Alignment) WHERE true | a
      ] + [
        (c)-[:HAS_OUTCOME]->(:CourseOutcome)<-[:ALIGNS_OUTCOME]-(a:Alignment) WHERE a.kind <> 'NO_MATCH' | a
      ] AS a
      MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
      WHERE a.status = 'ACCEPTED'
        AND (
          $asOf_5 IS NULL
          OR (
            coalesce(a.validFrom, a.decidedOn, a.proposedOn, $asOf_5) <= $asOf_5
            AND coalesce(a.validTo > $asOf_5, true)
          )
        )
        AND NOT EXISTS {
          MATCH (r)<-[:HAS_REQUIREMENT]-(:WorkTask)<-[:HAS_TASK]-(:WorkArea)
            <-[:HAS_WORK_AREA]-(l:StandardLevel)
          WHERE l.replacedBy IS NOT NULL
        }
      RETURN [r.id, c.id, a.status, a.kind, a.role, a.strength, [[], []]]
      ORDER BY r.standardCode, r.standardVersion, CASE r.level WHEN 'ELEMENTARY' THEN 0
        WHEN 'INTERMEDIATE' THEN 1 WHEN 'ADVANCED' THEN 2 END, r.sequence, r.id, a.id
    },
    COLLECT {
      MATCH (:Major {id: $major_5})<-[:PLAN_FOR]-(p:TrainingPlan)
      WHERE p.basis <> 'ILLUSTRATIVE' AND (p.draftOf IS NULL OR p.draftOf = $reader)
      WITH p
      ORDER BY p.id
      LIMIT 200
      MATCH (p)-[:HAS_PLAN_COURSE]->(c:PlanCourse)
      UNWIND [
        (c)<-[:ALIGNS_PLAN_COURSE]-(a:Alignment) WHERE true | a
      ] + [
        (c)-[:PLAN_HAS_OUTCOME]->(:CourseOutcome)
        <-[:ALIGNS_OUTCOME]-(a:Alignment) WHERE a.kind <> 'NO_MATCH' | a
      ] AS a
      MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
      WHERE a.status = 'ACCEPTED'
        AND (
          $asOf_5 IS NULL
          OR (
            coalesce(a.validFrom, a.decidedOn, a.proposedOn, $asOf_5) <= $asOf_5
            AND coalesce(a.validTo > $asOf_5, true)
          )
        )
        AND NOT EXISTS {
          MATCH (r)<-[:HAS_REQUIREMENT]-(:WorkTask)<-[:HAS_TASK]-(:WorkArea)
            <-[:HAS_WORK_AREA]-(l:StandardLevel)
          WHERE l.replacedBy IS NOT NULL
        }
      RETURN [r.id, c.id, a.status, a.kind, a.role, a.strength, [[], []]]
      ORDER BY r.standardCode, r.standardVersion, CASE r.level WHEN 'ELEMENTARY' THEN 0
        WHEN 'INTERMEDIATE' THEN 1 WHEN 'ADVANCED' THEN 2 END, r.sequence, r.id, a.id
    }
  ] AS c4
}
RETURN c0, c1, c2, c3, c4
