CALL () {
  RETURN [
    EXISTS { MATCH (:Course {id: $p0}) },
    COLLECT {
      UNWIND [$p0] AS id
      MATCH (c:Course {id: id})
      UNWIND [
        (c)<-[:ALIGNS]-(a:Alignment) WHERE true | a
      ] + [
        (c)-[:HAS_OUTCOME]->(:CourseOutcome)<-[:ALIGNS_OUTCOME]-(a:Alignment) WHERE a.kind <> 'NO_MATCH' | a
      ] AS a
      MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
      WHERE a.status IN ['ACCEPTED', 'SUGGESTED'] AND a.kind <> 'NO_MATCH'
        AND (
          $p3 IS NULL
          OR (
            coalesce(a.validFrom, a.decidedOn, a.proposedOn, $p3) <= $p3 AND coalesce(a.validTo > $p3, true)
          )
        )
      MATCH (r)<-[:HAS_REQUIREMENT]-(:WorkTask)<-[:HAS_TASK]-(:WorkArea)<-[:HAS_WORK_AREA]-(l:StandardLevel)
        <-[:HAS_STANDARD_LEVEL]-(:SkillStandard)<-[:HAS_STANDARD]-(k:Certificate)
      RETURN [
        r.id, l.id, k.id, a.status, a.kind, a.role, a.strength, [['SkillRequirement', [r.level, r.code]]],
        [
          [
            'Alignment',
            [
              a.role, a.strength, a.status, a.basis,
              COLLECT {
                UNWIND a.sourceIds AS k1
                MATCH (s0:Source {id: k1})
                RETURN [s0.title]
                ORDER BY s0.id
              }
            ]
          ]
        ],
        [['StandardLevel', [l.level]]]
      ]
      ORDER BY k.id, r.standardCode, r.standardVersion, CASE r.level WHEN 'ELEMENTARY' THEN 0
        WHEN 'INTERMEDIATE' THEN 1 WHEN 'ADVANCED' THEN 2 END, r.sequence, r.id, a.id
    },
    COLLECT {
      UNWIND [$p0] AS id
      MATCH (c:Course {id: id})
      MATCH (p:PlanCourse {name: c.name})-[t:LINKED_TO_CERTIFICATE]->(k:Certificate)
      RETURN [
        k.id, [], p.collegeName,
        COLLECT {
          MATCH (p)<-[:HAS_PLAN_COURSE]-(:TrainingPlan)<-[:HAS_PLAN]-(g:College)
          RETURN []
          ORDER BY g.id
        },
        t.certificateLevel, t.kind, t.basis,
        COLLECT {
          UNWIND t.sourceIds AS key
          MATCH (source:Source {id: key})
          RETURN []
          ORDER BY source.id
        }
      ]
      ORDER BY p.id, k.id, t.certificateLevel, t.kind
    },
    COLLECT {
      UNWIND [$p0] AS id
      MATCH (c:Course {id: id})
      UNWIND [
        (c)<-[:ALIGNS]-(a:Alignment) WHERE true | a
      ] + [
        (c)-[:HAS_OUTCOME]->(:CourseOutcome)<-[:ALIGNS_OUTCOME]-(a:Alignment) WHERE a.kind <> 'NO_MATCH' | a
      ] AS a
      MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
      WHERE a.status IN ['ACCEPTED', 'SUGGESTED'] AND a.kind <> 'NO_MATCH'
        AND (
          $p3 IS NULL
          OR (
            coalesce(a.validFrom, a.decidedOn, a.proposedOn, $p3) <= $p3 AND coalesce(a.validTo > $p3, true)
          )
        )
      MATCH (r)<-[:HAS_REQUIREMENT]-(:WorkTask)<-[:HAS_TASK]-(:WorkArea)<-[:HAS_WORK_AREA]-(l:StandardLevel)
        <-[:HAS_STANDARD_LEVEL]-(:SkillStandard)<-[:HAS_STANDARD]-(k:Certificate)
      WITH DISTINCT k
      RETURN [
        k.id, k.name,
        COLLECT {
          MATCH (k)-[:SUITS]->(m:Major)
          WHERE m.edition IN ['2021', 'undergraduate'] AND NOT EXISTS { MATCH (m)-[:REPLACED_BY]->(:Major) }
          RETURN DISTINCT m.id
        },
        COLLECT {
          MATCH (k)-[:HAS_STANDARD]->(:SkillStandard)-[:HAS_STANDARD_LEVEL]->(e:StandardLevel)
          RETURN e.requirementCount
        },
        [['Certificate', [k.name]]]
      ]
      ORDER BY k.id
    },
    COLLECT {
      UNWIND [$p0] AS id
      MATCH (c:Course {id: id})
      MATCH (p:PlanCourse {name: c.name})-[t:LINKED_TO_CERTIFICATE]->(k:Certificate)
      WITH DISTINCT k
      RETURN [
        k.id, k.name,
        COLLECT {
          MATCH (k)-[:SUITS]->(m:Major)
          WHERE m.edition IN ['2021', 'undergraduate'] AND NOT EXISTS { MATCH (m)-[:REPLACED_BY]->(:Major) }
          RETURN DISTINCT m.id
        },
        COLLECT {
          MATCH (k)-[:HAS_STANDARD]->(:SkillStandard)-[:HAS_STANDARD_LEVEL]->(e:StandardLevel)
          RETURN e.requirementCount
        },
        [['Certificate', [k.name]]]
      ]
      ORDER BY k.id
    },
    COUNT {
      UNWIND [$p0] AS id
      MATCH (c:Course {id: id})
      MATCH (o:Course {name: c.name})<-[:HAS_COURSE]-(h:TeachingStandard)
      WHERE o.id <> id
      RETURN o
    },
    COLLECT {
      UNWIND [$p0] AS id
      MATCH (c:Course {id: id})
      MATCH (o:Course {name: c.name})<-[:HAS_COURSE]-(h:TeachingStandard)
      WHERE o.id <> id
      RETURN [[['Course', [o.name]]], [['TeachingStandard', [h.name]]]]
      ORDER BY o.id
      LIMIT $p4
    },
    COUNT {
      UNWIND [$p0] AS id
      MATCH (c:Course {id: id})
      MATCH (o:PlanCourse {name: c.name})<-[:HAS_PLAN_COURSE]-(h:TrainingPlan)
      WHERE o.id <> id
      RETURN o
    },
    COLLECT {
      UNWIND [$p0] AS id
      MATCH (c:Course {id: id})
      MATCH (o:PlanCourse {name: c.name})<-[:HAS_PLAN_COURSE]-(h:TrainingPlan)
      WHERE o.id <> id
      RETURN [[['PlanCourse', [o.name]]], [['TrainingPlan', [h.majorName]]]]
      ORDER BY o.id
      LIMIT $p4
    }
  ] AS c0
}
CALL () {
  RETURN [
    EXISTS { MATCH (:Course {id: $p5}) },
    COLLECT {
      UNWIND [$p5] AS id
      MATCH (c:Course {id: id})
      UNWIND [
        (c)<-[:ALIGNS]-(a:Alignment) WHERE true | a
      ] + [
        (c)-[:HAS_OUTCOME]->(:CourseOutcome)<-[:ALIGNS_OUTCOME]-(a:Alignment) WHERE a.kind <> 'NO_MATCH' | a
      ] AS a
      MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
      WHERE a.status IN ['ACCEPTED', 'SUGGESTED'] AND a.kind <> 'NO_MATCH'
        AND (
          $p8 IS NULL
          OR (
            coalesce(a.validFrom, a.decidedOn, a.proposedOn, $p8) <= $p8 AND coalesce(a.validTo > $p8, true)
          )
        )
      MATCH (r)<-[:HAS_REQUIREMENT]-(:WorkTask)<-[:HAS_TASK]-(:WorkArea)<-[:HAS_WORK_AREA]-(l:StandardLevel)
        <-[:HAS_STANDARD_LEVEL]-(:SkillStandard)<-[:HAS_STANDARD]-(k:Certificate)
      RETURN [r.id, l.id, k.id, a.status, a.kind, a.role, a.strength, [], [], []]
      ORDER BY k.id, r.standardCode, r.standardVersion, CASE r.level WHEN 'ELEMENTARY' THEN 0
        WHEN 'INTERMEDIATE' THEN 1 WHEN 'ADVANCED' THEN 2 END, r.sequence, r.id, a.id
    },
    COLLECT {
      UNWIND [$p5] AS id
      MATCH (c:Course {id: id})
      MATCH (p:PlanCourse {name: c.name})-[t:LINKED_TO_CERTIFICATE]->(k:Certificate)
      RETURN [
        k.id, [], p.collegeName,
        COLLECT {
          MATCH (p)<-[:HAS_PLAN_COURSE]-(:TrainingPlan)<-[:HAS_PLAN]-(g:College)
          RETURN []
          ORDER BY g.id
        },
        t.certificateLevel, t.kind, t.basis,
        COLLECT {
          UNWIND t.sourceIds AS key
          MATCH (source:Source {id: key})
          RETURN []
          ORDER BY source.id
        }
      ]
      ORDER BY p.id, k.id, t.certificateLevel, t.kind
    },
    COLLECT {
      UNWIND [$p5] AS id
      MATCH (c:Course {id: id})
      UNWIND [
        (c)<-[:ALIGNS]-(a:Alignment) WHERE true | a
      ] + [
        (c)-[:HAS_OUTCOME]->(:CourseOutcome)<-[:ALIGNS_OUTCOME]-(a:Alignment) WHERE a.kind <> 'NO_MATCH' | a
      ] AS a
      MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
      WHERE a.status IN ['ACCEPTED', 'SUGGESTED'] AND a.kind <> 'NO_MATCH'
        AND (
          $p8 IS NULL
          OR (
            coalesce(a.validFrom, a.decidedOn, a.proposedOn, $p8) <= $p8 AND coalesce(a.validTo > $p8, true)
          )
        )
      MATCH (r)<-[:HAS_REQUIREMENT]-(:WorkTask)<-[:HAS_TASK]-(:WorkArea)<-[:HAS_WORK_AREA]-(l:StandardLevel)
        <-[:HAS_STANDARD_LEVEL]-(:SkillStandard)<-[:HAS_STANDARD]-(k:Certificate)
      WITH DISTINCT k
      RETURN [
        k.id, k.name,
        COLLECT {
          MATCH (k)-[:SUITS]->(m:Major)
          WHERE m.edition IN ['2021', 'undergraduate'] AND NOT EXISTS { MATCH (m)-[:REPLACED_BY]->(:Major) }
          RETURN DISTINCT m.id
        },
        COLLECT {
          MATCH (k)-[:HAS_STANDARD]->(:SkillStandard)-[:HAS_STANDARD_LEVEL]->(e:StandardLevel)
          RETURN e.requirementCount
        },
        []
      ]
      ORDER BY k.id
    },
    COLLECT {
      UNWIND [$p5] AS id
      MATCH (c:Course {id: id})
      MATCH (p:PlanCourse {name: c.name})-[t:LINKED_TO_CERTIFICATE]->(k:Certificate)
      WITH DISTINCT k
      RETURN [
        k.id, k.name,
        COLLECT {
          MATCH (k)-[:SUITS]->(m:Major)
          WHERE m.edition IN ['2021', 'undergraduate'] AND NOT EXISTS { MATCH (m)-[:REPLACED_BY]->(:Major) }
          RETURN DISTINCT m.id
        },
        COLLECT {
          MATCH (k)-[:HAS_STANDARD]->(:SkillStandard)-[:HAS_STANDARD_LEVEL]->(e:StandardLevel)
          RETURN e.requirementCount
        },
        []
      ]
      ORDER BY k.id
    },
    COUNT {
      UNWIND [$p5] AS id
      MATCH (c:Course {id: id})
      MATCH (o:Course {name: c.name})<-[:HAS_COURSE]-(h:TeachingStandard)
      WHERE o.id <> id
      RETURN o
    },
    COLLECT {
      UNWIND [$p5] AS id
      MATCH (c:Course {id: id})
      MATCH (o:Course {name: c.name})<-[:HAS_COURSE]-(h:TeachingStandard)
      WHERE o.id <> id
      RETURN [[], []]
      ORDER BY o.id
      LIMIT $p9
    },
    COUNT {
      UNWIND [$p5] AS id
      MATCH (c:Course {id: id})
      MATCH (o:PlanCourse {name: c.name})<-[:HAS_PLAN_COURSE]-(h:TrainingPlan)
      WHERE o.id <> id
      RETURN o
    },
    COLLECT {
      UNWIND [$p5] AS id
      MATCH (c:Course {id: id})
      MATCH (o:PlanCourse {name: c.name})<-[:HAS_PLAN_COURSE]-(h:TrainingPlan)
      WHERE o.id <> id
      RETURN [[], []]
      ORDER BY o.id
      LIMIT $p9
    }
  ] AS c1
}
CALL () {
  RETURN [
    EXISTS { MATCH (:PlanCourse {id: $p10}) },
    COLLECT {
      UNWIND [$p10] AS id
      MATCH (c:PlanCourse {id: id})
      UNWIND [
        (c)<-[:ALIGNS_PLAN_COURSE]-(a:Alignment) WHERE true | a
      ] + [
        (c)-[:PLAN_HAS_OUTCOME]->(:CourseOutcome)
        <-[:ALIGNS_OUTCOME]-(a:Alignment) WHERE a.kind <> 'NO_MATCH' | a
      ] AS a
      MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
      WHERE a.status IN ['ACCEPTED', 'SUGGESTED'] AND a.kind <> 'NO_MATCH'
        AND (
          $p13 IS NULL
          OR (
            coalesce(a.validFrom, a.decidedOn, a.proposedOn, $p13) <= $p13
            AND coalesce(a.validTo > $p13, true)
          )
        )
      MATCH (r)<-[:HAS_REQUIREMENT]-(:WorkTask)<-[:HAS_TASK]-(:WorkArea)<-[:HAS_WORK_AREA]-(l:StandardLevel)
        <-[:HAS_STANDARD_LEVEL]-(:SkillStandard)<-[:HAS_STANDARD]-(k:Certificate)
      RETURN [r.id, l.id, k.id, a.status, a.kind, a.role, a.strength, [], [], []]
      ORDER BY k.id, r.standardCode, r.standardVersion, CASE r.level WHEN 'ELEMENTARY' THEN 0
        WHEN 'INTERMEDIATE' THEN 1 WHEN 'ADVANCED' THEN 2 END, r.sequence, r.id, a.id
    },
    COLLECT {
      UNWIND [$p10] AS id
      MATCH (c:PlanCourse {id: id})
      MATCH (p:PlanCourse {name: c.name})-[t:LINKED_TO_CERTIFICATE]->(k:Certificate)
      RETURN [
        k.id, [['PlanCourse', [p.name]]], p.collegeName,
        COLLECT {
          MATCH (p)<-[:HAS_PLAN_COURSE]-(:TrainingPlan)<-[:HAS_PLAN]-(g:College)
          RETURN [['College', [g.name]]]
          ORDER BY g.id
        },
        t.certificateLevel, t.kind, t.basis,
        COLLECT {
          UNWIND t.sourceIds AS key
          MATCH (source:Source {id: key})
          RETURN [['Source', [source.title]]]
          ORDER BY source.id
        }
      ]
      ORDER BY p.id, k.id, t.certificateLevel, t.kind
    },
    COLLECT {
      UNWIND [$p10] AS id
      MATCH (c:PlanCourse {id: id})
      UNWIND [
        (c)<-[:ALIGNS_PLAN_COURSE]-(a:Alignment) WHERE true | a
      ] + [
        (c)-[:PLAN_HAS_OUTCOME]->(:CourseOutcome)
        <-[:ALIGNS_OUTCOME]-(a:Alignment) WHERE a.kind <> 'NO_MATCH' | a
      ] AS a
      MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
      WHERE a.status IN ['ACCEPTED', 'SUGGESTED'] AND a.kind <> 'NO_MATCH'
        AND (
          $p13 IS NULL
          OR (
            coalesce(a.validFrom, a.decidedOn, a.proposedOn, $p13) <= $p13
            AND coalesce(a.validTo > $p13, true)
          )
        )
      MATCH (r)<-[:HAS_REQUIREMENT]-(:WorkTask)<-[:HAS_TASK]-(:WorkArea)<-[:HAS_WORK_AREA]-(l:StandardLevel)
        <-[:HAS_STANDARD_LEVEL]-(:SkillStandard)<-[:HAS_STANDARD]-(k:Certificate)
      WITH DISTINCT k
      RETURN [
        k.id, k.name,
        COLLECT {
          MATCH (k)-[:SUITS]->(m:Major)
          WHERE m.edition IN ['2021', 'undergraduate'] AND NOT EXISTS { MATCH (m)-[:REPLACED_BY]->(:Major) }
          RETURN DISTINCT m.id
        },
        COLLECT {
          MATCH (k)-[:HAS_STANDARD]->(:SkillStandard)-[:HAS_STANDARD_LEVEL]->(e:StandardLevel)
          RETURN e.requirementCount
        },
        [['Certificate', [k.name]]]
      ]
      ORDER BY k.id
    },
    COLLECT {
      UNWIND [$p10] AS id
      MATCH (c:PlanCourse {id: id})
      MATCH (p:PlanCourse {name: c.name})-[t:LINKED_TO_CERTIFICATE]->(k:Certificate)
      WITH DISTINCT k
      RETURN [
        k.id, k.name,
        COLLECT {
          MATCH (k)-[:SUITS]->(m:Major)
          WHERE m.edition IN ['2021', 'undergraduate'] AND NOT EXISTS { MATCH (m)-[:REPLACED_BY]->(:Major) }
          RETURN DISTINCT m.id
        },
        COLLECT {
          MATCH (k)-[:HAS_STANDARD]->(:SkillStandard)-[:HAS_STANDARD_LEVEL]->(e:StandardLevel)
          RETURN e.requirementCount
        },
        [['Certificate', [k.name]]]
      ]
      ORDER BY k.id
    },
    COUNT {
      UNWIND [$p10] AS id
      MATCH (c:PlanCourse {id: id})
      MATCH (o:Course {name: c.name})<-[:HAS_COURSE]-(h:TeachingStandard)
      WHERE o.id <> id
      RETURN o
    },
    COLLECT {
      UNWIND [$p10] AS id
      MATCH (c:PlanCourse {id: id})
      MATCH (o:Course {name: c.name})<-[:HAS_COURSE]-(h:TeachingStandard)
      WHERE o.id <> id
      RETURN [[['Course', [o.name]]], [['TeachingStandard', [h.id]]]]
      ORDER BY o.id
      LIMIT $p14
    },
    COUNT {
      UNWIND [$p10] AS id
      MATCH (c:PlanCourse {id: id})
      MATCH (o:PlanCourse {name: c.name})<-[:HAS_PLAN_COURSE]-(h:TrainingPlan)
      WHERE o.id <> id
      RETURN o
    },
    COLLECT {
      UNWIND [$p10] AS id
      MATCH (c:PlanCourse {id: id})
      MATCH (o:PlanCourse {name: c.name})<-[:HAS_PLAN_COURSE]-(h:TrainingPlan)
      WHERE o.id <> id
      RETURN [[['PlanCourse', [o.name]]], [['TrainingPlan', [h.id]]]]
      ORDER BY o.id
      LIMIT $p14
    }
  ] AS c2
}
CALL () {
  RETURN [
    EXISTS { MATCH (:Course {id: $p15}) },
    COLLECT {
      UNWIND [$p15] AS id
      MATCH (c:Course {id: id})
      UNWIND [
        (c)<-[:ALIGNS]-(a:Alignment) WHERE true | a
      ] + [
        (c)-[:HAS_OUTCOME]->(:CourseOutcome)<-[:ALIGNS_OUTCOME]-(a:Alignment) WHERE a.kind <> 'NO_MATCH' | a
      ] AS a
      MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
      WHERE a.status IN ['ACCEPTED', 'SUGGESTED'] AND a.kind <> 'NO_MATCH'
        AND (
          $p18 IS NULL
          OR (
            coalesce(a.validFrom, a.decidedOn, a.proposedOn, $p18) <= $p18
            AND coalesce(a.validTo > $p18, true)
          )
        )
      MATCH (r)<-[:HAS_REQUIREMENT]-(:WorkTask)<-[:HAS_TASK]-(:WorkArea)<-[:HAS_WORK_AREA]-(l:StandardLevel)
        <-[:HAS_STANDARD_LEVEL]-(:SkillStandard)<-[:HAS_STANDARD]-(k:Certificate)
      RETURN [r.id, l.id, k.id, a.status, a.kind, a.role, a.strength, [], [], []]
      ORDER BY k.id, r.standardCode, r.standardVersion, CASE r.level WHEN 'ELEMENTARY' THEN 0
        WHEN 'INTERMEDIATE' THEN 1 WHEN 'ADVANCED' THEN 2 END, r.sequence, r.id, a.id
    },
    COLLECT {
      UNWIND [$p15] AS id
      MATCH (c:Course {id: id})
      MATCH (p:PlanCourse {name: c.name})-[t:LINKED_TO_CERTIFICATE]->(k:Certificate)
      RETURN [
        k.id, [], p.collegeName,
        COLLECT {
          MATCH (p)<-[:HAS_PLAN_COURSE]-(:TrainingPlan)<-[:HAS_PLAN]-(g:College)
          RETURN []
          ORDER BY g.id
        },
        t.certificateLevel, t.kind, t.basis,
        COLLECT {
          UNWIND t.sourceIds AS key
          MATCH (source:Source {id: key})
          RETURN []
          ORDER BY source.id
        }
      ]
      ORDER BY p.id, k.id, t.certificateLevel, t.kind
    },
    COLLECT {
      UNWIND [$p15] AS id
      MATCH (c:Course {id: id})
      UNWIND [
        (c)<-[:ALIGNS]-(a:Alignment) WHERE true | a
      ] + [
        (c)-[:HAS_OUTCOME]->(:CourseOutcome)<-[:ALIGNS_OUTCOME]-(a:Alignment) WHERE a.kind <> 'NO_MATCH' | a
      ] AS a
      MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
      WHERE a.status IN ['ACCEPTED', 'SUGGESTED'] AND a.kind <> 'NO_MATCH'
        AND (
          $p18 IS NULL
          OR (
            coalesce(a.validFrom, a.decidedOn, a.proposedOn, $p18) <= $p18
            AND coalesce(a.validTo > $p18, true)
          )
        )
      MATCH (r)<-[:HAS_REQUIREMENT]-(:WorkTask)<-[:HAS_TASK]-(:WorkArea)<-[:HAS_WORK_AREA]-(l:StandardLevel)
        <-[:HAS_STANDARD_LEVEL]-(:SkillStandard)<-[:HAS_STANDARD]-(k:Certificate)
      WITH DISTINCT k
      RETURN [
        k.id, k.name,
        COLLECT {
          MATCH (k)-[:SUITS]->(m:Major)
          WHERE m.edition IN ['2021', 'undergraduate'] AND NOT EXISTS { MATCH (m)-[:REPLACED_BY]->(:Major) }
          RETURN DISTINCT m.id
        },
        COLLECT {
          MATCH (k)-[:HAS_STANDARD]->(:SkillStandard)-[:HAS_STANDARD_LEVEL]->(e:StandardLevel)
          RETURN e.requirementCount
        },
        []
      ]
      ORDER BY k.id
    },
    COLLECT {
      UNWIND [$p15] AS id
      MATCH (c:Course {id: id})
      MATCH (p:PlanCourse {name: c.name})-[t:LINKED_TO_CERTIFICATE]->(k:Certificate)
      WITH DISTINCT k
      RETURN [
        k.id, k.name,
        COLLECT {
          MATCH (k)-[:SUITS]->(m:Major)
          WHERE m.edition IN ['2021', 'undergraduate'] AND NOT EXISTS { MATCH (m)-[:REPLACED_BY]->(:Major) }
          RETURN DISTINCT m.id
        },
        COLLECT {
          MATCH (k)-[:HAS_STANDARD]->(:SkillStandard)-[:HAS_STANDARD_LEVEL]->(e:StandardLevel)
          RETURN e.requirementCount
        },
        []
      ]
      ORDER BY k.id
    },
    COUNT {
      UNWIND [$p15] AS id
      MATCH (c:Course {id: id})
      MATCH (o:Course {name: c.name})<-[:HAS_COURSE]-(h:TeachingStandard)
      WHERE o.id <> id
      RETURN o
    },
    COLLECT {
      UNWIND [$p15] AS id
      MATCH (c:Course {id: id})
      MATCH (o:Course {name: c.name})<-[:HAS_COURSE]-(h:TeachingStandard)
      WHERE o.id <> id
      RETURN [[], []]
      ORDER BY o.id
      LIMIT $p19
    },
    COUNT {
      UNWIND [$p15] AS id
      MATCH (c:Course {id: id})
      MATCH (o:PlanCourse {name: c.name})<-[:HAS_PLAN_COURSE]-(h:TrainingPlan)
      WHERE o.id <> id
      RETURN o
    },
    COLLECT {
      UNWIND [$p15] AS id
      MATCH (c:Course {id: id})
      MATCH (o:PlanCourse {name: c.name})<-[:HAS_PLAN_COURSE]-(h:TrainingPlan)
      WHERE o.id <> id
      RETURN [[], []]
      ORDER BY o.id
      LIMIT $p19
    }
  ] AS c3
}
RETURN c0, c1, c2, c3
