CALL () {
  RETURN [
    [
      COLLECT {
        MATCH (n:Course {id: $course})
        WITH DISTINCT n.id AS key, null AS value
        RETURN [key, value]
      }
    ],
    COLLECT {
      MATCH (c:Course {id: $course})
      UNWIND [
        (c)<-[:ALIGNS]-(a:Alignment) WHERE true | a
      ] + [
        (c)-[:HAS_OUTCOME]->(:CourseOutcome)<-[:ALIGNS_OUTCOME]-(a:Alignment) WHERE a.kind <> 'NO_MATCH' | a
      ] AS a
      MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
      WHERE a.status IN ['ACCEPTED', 'SUGGESTED'] AND a.kind <> 'NO_MATCH'
        AND (
          $asOf IS NULL
          OR (
            coalesce(a.validFrom, a.decidedOn, a.proposedOn, $asOf) <= $asOf
            AND coalesce(a.validTo > $asOf, true)
          )
        )
      MATCH (r)<-[:HAS_REQUIREMENT]-(:WorkTask)<-[:HAS_TASK]-(:WorkArea)
        <-[:HAS_WORK_AREA]-(l:StandardLevel WHERE l.replacedBy IS NULL)
        <-[:HAS_STANDARD_LEVEL]-(:SkillStandard)<-[:HAS_STANDARD]-(k:Certificate)
      RETURN [
        r.id, c.id, a.status, a.kind, a.role, a.strength,
        [
          l.id, k.id, [['SkillRequirement', [r.level, r.code]]],
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
      ]
      ORDER BY k.id, r.standardCode, r.standardVersion, CASE r.level WHEN 'ELEMENTARY' THEN 0
        WHEN 'INTERMEDIATE' THEN 1 WHEN 'ADVANCED' THEN 2 END, r.sequence, r.id, a.id
    },
    COLLECT {
      MATCH (c:Course {id: $course})
      MATCH (p:PlanCourse {name: c.name})-[t:LINKED_TO_CERTIFICATE]->(k:Certificate)
      WHERE (p.draftOf IS NULL OR p.draftOf = $reader)
      RETURN [
        k.id, p.collegeName,
        [
          [], p.collegeName,
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
      ]
      ORDER BY p.id, k.id, t.certificateLevel, t.kind
    },
    [
      COLLECT {
        MATCH (c:Course {id: $course})
        UNWIND [
          (c)<-[:ALIGNS]-(a:Alignment) WHERE true | a
        ] + [
          (c)-[:HAS_OUTCOME]->(:CourseOutcome)<-[:ALIGNS_OUTCOME]-(a:Alignment) WHERE a.kind <> 'NO_MATCH' | a
        ] AS a
        MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
        WHERE a.status IN ['ACCEPTED', 'SUGGESTED'] AND a.kind <> 'NO_MATCH'
          AND (
            $asOf IS NULL
            OR (
              coalesce(a.validFrom, a.decidedOn, a.proposedOn, $asOf) <= $asOf
              AND coalesce(a.validTo > $asOf, true)
            )
          )
        MATCH (r)<-[:HAS_REQUIREMENT]-(:WorkTask)<-[:HAS_TASK]-(:WorkArea)
          <-[:HAS_WORK_AREA]-(l:StandardLevel WHERE l.replacedBy IS NULL)
          <-[:HAS_STANDARD_LEVEL]-(:SkillStandard)<-[:HAS_STANDARD]-(k:Certificate)
        WITH DISTINCT k
        RETURN [
          k.id, k.name,
          COLLECT {
            MATCH (k)-[u:SUITS]->(m:Major)
            WHERE coalesce(u.relation <> 'REPORTED_BY_COLLEGES', true)
              AND m.edition IN ['2021', 'undergraduate'] AND NOT EXISTS { MATCH (m)-[:REPLACED_BY]->(:Major) }
            RETURN DISTINCT m.id
          },
          COLLECT {
            MATCH (k)-[:HAS_STANDARD]->(:SkillStandard)
              -[:HAS_STANDARD_LEVEL]->(l:StandardLevel WHERE l.replacedBy IS NULL)
            RETURN l.requirementCount
          },
          [['Certificate', [k.name]]]
        ]
        ORDER BY k.id
      },
      COLLECT {
        MATCH (c:Course {id: $course})
        MATCH (p:PlanCourse {name: c.name})-[t:LINKED_TO_CERTIFICATE]->(k:Certificate)
        WHERE (p.draftOf IS NULL OR p.draftOf = $reader)
        WITH DISTINCT k
        RETURN [
          k.id, k.name,
          COLLECT {
            MATCH (k)-[u:SUITS]->(m:Major)
            WHERE coalesce(u.relation <> 'REPORTED_BY_COLLEGES', true)
              AND m.edition IN ['2021', 'undergraduate'] AND NOT EXISTS { MATCH (m)-[:REPLACED_BY]->(:Major) }
            RETURN DISTINCT m.id
          },
          COLLECT {
            MATCH (k)-[:HAS_STANDARD]->(:SkillStandard)
              -[:HAS_STANDARD_LEVEL]->(l:StandardLevel WHERE l.replacedBy IS NULL)
            RETURN l.requirementCount
          },
          [['Certificate', [k.name]]]
        ]
        ORDER BY k.id
      }
    ],
    COUNT {
      MATCH (c:Course {id: $course})
      MATCH (o:Course {name: c.name})<-[:HAS_COURSE]-(h:TeachingStandard)
      WHERE o.id <> c.id AND o.basis <> 'ILLUSTRATIVE'
      RETURN o
    },
    COLLECT {
      MATCH (c:Course {id: $course})
      MATCH (o:Course {name: c.name})<-[:HAS_COURSE]-(h:TeachingStandard)
      WHERE o.id <> c.id AND o.basis <> 'ILLUSTRATIVE'
      RETURN [[['Course', [o.name]]], [['TeachingStandard', [h.name]]]]
      ORDER BY o.id
      LIMIT $first
    },
    COUNT {
      MATCH (c:Course {id: $course})
      MATCH (o:PlanCourse {name: c.name})<-[:HAS_PLAN_COURSE]-(h:TrainingPlan)
      WHERE o.id <> c.id AND o.basis <> 'ILLUSTRATIVE' AND (o.draftOf IS NULL OR o.draftOf = $reader)
      RETURN o
    },
    COLLECT {
      MATCH (c:Course {id: $course})
      MATCH (o:PlanCourse {name: c.name})<-[:HAS_PLAN_COURSE]-(h:TrainingPlan)
      WHERE o.id <> c.id AND o.basis <> 'ILLUSTRATIVE' AND (o.draftOf IS NULL OR o.draftOf = $reader)
      RETURN [[['PlanCourse', [o.name]]], [['TrainingPlan', [h.majorName]]]]
      ORDER BY o.id
      LIMIT $first
    }
  ] AS c0
}
CALL () {
  RETURN [
    [
      COLLECT {
        MATCH (n:Course {id: $course_2})
        WITH DISTINCT n.id AS key, null AS value
        RETURN [key, value]
      }
    ],
    COLLECT {
      MATCH (c:Course {id: $course_2})
      UNWIND [
        (c)<-[:ALIGNS]-(a:Alignment) WHERE true | a
      ] + [
        (c)-[:HAS_OUTCOME]->(:CourseOutcome)<-[:ALIGNS_OUTCOME]-(a:Alignment) WHERE a.kind <> 'NO_MATCH' | a
      ] AS a
      MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
      WHERE a.status IN ['ACCEPTED', 'SUGGESTED'] AND a.kind <> 'NO_MATCH'
        AND (
          $asOf_2 IS NULL
          OR (
            coalesce(a.validFrom, a.decidedOn, a.proposedOn, $asOf_2) <= $asOf_2
            AND coalesce(a.validTo > $asOf_2, true)
          )
        )
      MATCH (r)<-[:HAS_REQUIREMENT]-(:WorkTask)<-[:HAS_TASK]-(:WorkArea)
        <-[:HAS_WORK_AREA]-(l:StandardLevel WHERE l.replacedBy IS NULL)
        <-[:HAS_STANDARD_LEVEL]-(:SkillStandard)<-[:HAS_STANDARD]-(k:Certificate)
      RETURN [r.id, c.id, a.status, a.kind, a.role, a.strength, [l.id, k.id, [], [], []]]
      ORDER BY k.id, r.standardCode, r.standardVersion, CASE r.level WHEN 'ELEMENTARY' THEN 0
        WHEN 'INTERMEDIATE' THEN 1 WHEN 'ADVANCED' THEN 2 END, r.sequence, r.id, a.id
    },
    COLLECT {
      MATCH (c:Course {id: $course_2})
      MATCH (p:PlanCourse {name: c.name})-[t:LINKED_TO_CERTIFICATE]->(k:Certificate)
      WHERE (p.draftOf IS NULL OR p.draftOf = $reader)
      RETURN [
        k.id, p.collegeName,
        [
          [], p.collegeName,
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
      ]
      ORDER BY p.id, k.id, t.certificateLevel, t.kind
    },
    [
      COLLECT {
        MATCH (c:Course {id: $course_2})
        UNWIND [
          (c)<-[:ALIGNS]-(a:Alignment) WHERE true | a
        ] + [
          (c)-[:HAS_OUTCOME]->(:CourseOutcome)<-[:ALIGNS_OUTCOME]-(a:Alignment) WHERE a.kind <> 'NO_MATCH' | a
        ] AS a
        MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
        WHERE a.status IN ['ACCEPTED', 'SUGGESTED'] AND a.kind <> 'NO_MATCH'
          AND (
            $asOf_2 IS NULL
            OR (
              coalesce(a.validFrom, a.decidedOn, a.proposedOn, $asOf_2) <= $asOf_2
              AND coalesce(a.validTo > $asOf_2, true)
            )
          )
        MATCH (r)<-[:HAS_REQUIREMENT]-(:WorkTask)<-[:HAS_TASK]-(:WorkArea)
          <-[:HAS_WORK_AREA]-(l:StandardLevel WHERE l.replacedBy IS NULL)
          <-[:HAS_STANDARD_LEVEL]-(:SkillStandard)<-[:HAS_STANDARD]-(k:Certificate)
        WITH DISTINCT k
        RETURN [
          k.id, k.name,
          COLLECT {
            MATCH (k)-[u:SUITS]->(m:Major)
            WHERE coalesce(u.relation <> 'REPORTED_BY_COLLEGES', true)
              AND m.edition IN ['2021', 'undergraduate'] AND NOT EXISTS { MATCH (m)-[:REPLACED_BY]->(:Major) }
            RETURN DISTINCT m.id
          },
          COLLECT {
            MATCH (k)-[:HAS_STANDARD]->(:SkillStandard)
              -[:HAS_STANDARD_LEVEL]->(l:StandardLevel WHERE l.replacedBy IS NULL)
            RETURN l.requirementCount
          },
          []
        ]
        ORDER BY k.id
      },
      COLLECT {
        MATCH (c:Course {id: $course_2})
        MATCH (p:PlanCourse {name: c.name})-[t:LINKED_TO_CERTIFICATE]->(k:Certificate)
        WHERE (p.draftOf IS NULL OR p.draftOf = $reader)
        WITH DISTINCT k
        RETURN [
          k.id, k.name,
          COLLECT {
            MATCH (k)-[u:SUITS]->(m:Major)
            WHERE coalesce(u.relation <> 'REPORTED_BY_COLLEGES', true)
              AND m.edition IN ['2021', 'undergraduate'] AND NOT EXISTS { MATCH (m)-[:REPLACED_BY]->(:Major) }
            RETURN DISTINCT m.id
          },
          COLLECT {
            MATCH (k)-[:HAS_STANDARD]->(:SkillStandard)
              -[:HAS_STANDARD_LEVEL]->(l:StandardLevel WHERE l.replacedBy IS NULL)
            RETURN l.requirementCount
          },
          []
        ]
        ORDER BY k.id
      }
    ],
    COUNT {
      MATCH (c:Course {id: $course_2})
      MATCH (o:Course {name: c.name})<-[:HAS_COURSE]-(h:TeachingStandard)
      WHERE o.id <> c.id AND o.basis <> 'ILLUSTRATIVE'
      RETURN o
    },
    COLLECT {
      MATCH (c:Course {id: $course_2})
      MATCH (o:Course {name: c.name})<-[:HAS_COURSE]-(h:TeachingStandard)
      WHERE o.id <> c.id AND o.basis <> 'ILLUSTRATIVE'
      RETURN [[], []]
      ORDER BY o.id
      LIMIT $first_2
    },
    COUNT {
      MATCH (c:Course {id: $course_2})
      MATCH (o:PlanCourse {name: c.name})<-[:HAS_PLAN_COURSE]-(h:TrainingPlan)
      WHERE o.id <> c.id AND o.basis <> 'ILLUSTRATIVE' AND (o.draftOf IS NULL OR o.draftOf = $reader)
      RETURN o
    },
    COLLECT {
      MATCH (c:Course {id: $course_2})
      MATCH (o:PlanCourse {name: c.name})<-[:HAS_PLAN_COURSE]-(h:TrainingPlan)
      WHERE o.id <> c.id AND o.basis <> 'ILLUSTRATIVE' AND (o.draftOf IS NULL OR o.draftOf = $reader)
      RETURN [[], []]
      ORDER BY o.id
      LIMIT $first_2
    }
  ] AS c1
}
CALL () {
  RETURN [
    [
      COLLECT {
        MATCH (n:PlanCourse {id: $course_3})
        WHERE (n.draftOf IS NULL OR n.draftOf = $reader)
        WITH DISTINCT n.id AS key, null AS value
        RETURN [key, value]
      }
    ],
    COLLECT {
      MATCH (c:PlanCourse {id: $course_3})
      UNWIND [
        (c)<-[:ALIGNS_PLAN_COURSE]-(a:Alignment) WHERE true | a
      ] + [
        (c)-[:PLAN_HAS_OUTCOME]->(:CourseOutcome)
        <-[:ALIGNS_OUTCOME]-(a:Alignment) WHERE a.kind <> 'NO_MATCH' | a
      ] AS a
      MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
      WHERE a.status IN ['ACCEPTED', 'SUGGESTED'] AND a.kind <> 'NO_MATCH'
        AND (
          $asOf_3 IS NULL
          OR (
            coalesce(a.validFrom, a.decidedOn, a.proposedOn, $asOf_3) <= $asOf_3
            AND coalesce(a.validTo > $asOf_3, true)
          )
        )
      MATCH (r)<-[:HAS_REQUIREMENT]-(:WorkTask)<-[:HAS_TASK]-(:WorkArea)
        <-[:HAS_WORK_AREA]-(l:StandardLevel WHERE l.replacedBy IS NULL)
        <-[:HAS_STANDARD_LEVEL]-(:SkillStandard)<-[:HAS_STANDARD]-(k:Certificate)
      RETURN [r.id, c.id, a.status, a.kind, a.role, a.strength, [l.id, k.id, [], [], []]]
      ORDER BY k.id, r.standardCode, r.standardVersion, CASE r.level WHEN 'ELEMENTARY' THEN 0
        WHEN 'INTERMEDIATE' THEN 1 WHEN 'ADVANCED' THEN 2 END, r.sequence, r.id, a.id
    },
    COLLECT {
      MATCH (c:PlanCourse {id: $course_3})
      MATCH (p:PlanCourse {name: c.name})-[t:LINKED_TO_CERTIFICATE]->(k:Certificate)
      WHERE (p.draftOf IS NULL OR p.draftOf = $reader)
      RETURN [
        k.id, p.collegeName,
        [
          [['PlanCourse', [p.name]]], p.collegeName,
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
      ]
      ORDER BY p.id, k.id, t.certificateLevel, t.kind
    },
    [
      COLLECT {
        MATCH (c:PlanCourse {id: $course_3})
        UNWIND [
          (c)<-[:ALIGNS_PLAN_COURSE]-(a:Alignment) WHERE true | a
        ] + [
          (c)-[:PLAN_HAS_OUTCOME]->(:CourseOutcome)
          <-[:ALIGNS_OUTCOME]-(a:Alignment) WHERE a.kind <> 'NO_MATCH' | a
        ] AS a
        MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
        WHERE a.status IN ['ACCEPTED', 'SUGGESTED'] AND a.kind <> 'NO_MATCH'
          AND (
            $asOf_3 IS NULL
            OR (
              coalesce(a.validFrom, a.decidedOn, a.proposedOn, $asOf_3) <= $asOf_3
              AND coalesce(a.validTo > $asOf_3, true)
            )
          )
        MATCH (r)<-[:HAS_REQUIREMENT]-(:WorkTask)<-[:HAS_TASK]-(:WorkArea)
          <-[:HAS_WORK_AREA]-(l:StandardLevel WHERE l.replacedBy IS NULL)
          <-[:HAS_STANDARD_LEVEL]-(:SkillStandard)<-[:HAS_STANDARD]-(k:Certificate)
        WITH DISTINCT k
        RETURN [
          k.id, k.name,
          COLLECT {
            MATCH (k)-[u:SUITS]->(m:Major)
            WHERE coalesce(u.relation <> 'REPORTED_BY_COLLEGES', true)
              AND m.edition IN ['2021', 'undergraduate'] AND NOT EXISTS { MATCH (m)-[:REPLACED_BY]->(:Major) }
            RETURN DISTINCT m.id
          },
          COLLECT {
            MATCH (k)-[:HAS_STANDARD]->(:SkillStandard)
              -[:HAS_STANDARD_LEVEL]->(l:StandardLevel WHERE l.replacedBy IS NULL)
            RETURN l.requirementCount
          },
          [['Certificate', [k.name]]]
        ]
        ORDER BY k.id
      },
      COLLECT {
        MATCH (c:PlanCourse {id: $course_3})
        MATCH (p:PlanCourse {name: c.name})-[t:LINKED_TO_CERTIFICATE]->(k:Certificate)
        WHERE (p.draftOf IS NULL OR p.draftOf = $reader)
        WITH DISTINCT k
        RETURN [
          k.id, k.name,
          COLLECT {
            MATCH (k)-[u:SUITS]->(m:Major)
            WHERE coalesce(u.relation <> 'REPORTED_BY_COLLEGES', true)
              AND m.edition IN ['2021', 'undergraduate'] AND NOT EXISTS { MATCH (m)-[:REPLACED_BY]->(:Major) }
            RETURN DISTINCT m.id
          },
          COLLECT {
            MATCH (k)-[:HAS_STANDARD]->(:SkillStandard)
              -[:HAS_STANDARD_LEVEL]->(l:StandardLevel WHERE l.replacedBy IS NULL)
            RETURN l.requirementCount
          },
          [['Certificate', [k.name]]]
        ]
        ORDER BY k.id
      }
    ],
    COUNT {
      MATCH (c:PlanCourse {id: $course_3})
      MATCH (o:Course {name: c.name})<-[:HAS_COURSE]-(h:TeachingStandard)
      WHERE o.id <> c.id AND o.basis <> 'ILLUSTRATIVE'
      RETURN o
    },
    COLLECT {
      MATCH (c:PlanCourse {id: $course_3})
      MATCH (o:Course {name: c.name})<-[:HAS_COURSE]-(h:TeachingStandard)
      WHERE o.id <> c.id AND o.basis <> 'ILLUSTRATIVE'
      RETURN [[['Course', [o.name]]], [['TeachingStandard', [h.id]]]]
      ORDER BY o.id
      LIMIT $first_3
    },
    COUNT {
      MATCH (c:PlanCourse {id: $course_3})
      MATCH (o:PlanCourse {name: c.name})<-[:HAS_PLAN_COURSE]-(h:TrainingPlan)
      WHERE o.id <> c.id AND o.basis <> 'ILLUSTRATIVE' AND (o.draftOf IS NULL OR o.draftOf = $reader)
      RETURN o
    },
    COLLECT {
      MATCH (c:PlanCourse {id: $course_3})
      MATCH (o:PlanCourse {name: c.name})<-[:HAS_PLAN_COURSE]-(h:TrainingPlan)
      WHERE o.id <> c.id AND o.basis <> 'ILLUSTRATIVE' AND (o.draftOf IS NULL OR o.draftOf = $reader)
      RETURN [[['PlanCourse', [o.name]]], [['TrainingPlan', [h.id]]]]
      ORDER BY o.id
      LIMIT $first_3
    }
  ] AS c2
}
CALL () {
  RETURN [
    [
      COLLECT {
        MATCH (n:Course {id: $course_4})
        WITH DISTINCT n.id AS key, null AS value
        RETURN [key, value]
      }
    ],
    COLLECT {
      MATCH (c:Course {id: $course_4})
      UNWIND [
        (c)<-[:ALIGNS]-(a:Alignment) WHERE true | a
      ] + [
        (c)-[:HAS_OUTCOME]->(:CourseOutcome)<-[:ALIGNS_OUTCOME]-(a:Alignment) WHERE a.kind <> 'NO_MATCH' | a
      ] AS a
      MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
      WHERE a.status IN ['ACCEPTED', 'SUGGESTED'] AND a.kind <> 'NO_MATCH'
        AND (
          $asOf_4 IS NULL
          OR (
            coalesce(a.validFrom, a.decidedOn, a.proposedOn, $asOf_4) <= $asOf_4
            AND coalesce(a.validTo > $asOf_4, true)
          )
        )
      MATCH (r)<-[:HAS_REQUIREMENT]-(:WorkTask)<-[:HAS_TASK]-(:WorkArea)
        <-[:HAS_WORK_AREA]-(l:StandardLevel WHERE l.replacedBy IS NULL)
        <-[:HAS_STANDARD_LEVEL]-(:SkillStandard)<-[:HAS_STANDARD]-(k:Certificate)
      RETURN [r.id, c.id, a.status, a.kind, a.role, a.strength, [l.id, k.id, [], [], []]]
      ORDER BY k.id, r.standardCode, r.standardVersion, CASE r.level WHEN 'ELEMENTARY' THEN 0
        WHEN 'INTERMEDIATE' THEN 1 WHEN 'ADVANCED' THEN 2 END, r.sequence, r.id, a.id
    },
    COLLECT {
      MATCH (c:Course {id: $course_4})
      MATCH (p:PlanCourse {name: c.name})-[t:LINKED_TO_CERTIFICATE]->(k:Certificate)
      WHERE (p.draftOf IS NULL OR p.draftOf = $reader)
      RETURN [
        k.id, p.collegeName,
        [
          [], p.collegeName,
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
      ]
      ORDER BY p.id, k.id, t.certificateLevel, t.kind
    },
    [
      COLLECT {
        MATCH (c:Course {id: $course_4})
        UNWIND [
          (c)<-[:ALIGNS]-(a:Alignment) WHERE true | a
        ] + [
          (c)-[:HAS_OUTCOME]->(:CourseOutcome)<-[:ALIGNS_OUTCOME]-(a:Alignment) WHERE a.kind <> 'NO_MATCH' | a
        ] AS a
        MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
        WHERE a.status IN ['ACCEPTED', 'SUGGESTED'] AND a.kind <> 'NO_MATCH'
          AND (
            $asOf_4 IS NULL
            OR (
              coalesce(a.validFrom, a.decidedOn, a.proposedOn, $asOf_4) <= $asOf_4
              AND coalesce(a.validTo > $asOf_4, true)
            )
          )
        MATCH (r)<-[:HAS_REQUIREMENT]-(:WorkTask)<-[:HAS_TASK]-(:WorkArea)
          <-[:HAS_WORK_AREA]-(l:StandardLevel WHERE l.replacedBy IS NULL)
          <-[:HAS_STANDARD_LEVEL]-(:SkillStandard)<-[:HAS_STANDARD]-(k:Certificate)
        WITH DISTINCT k
        RETURN [
          k.id, k.name,
          COLLECT {
            MATCH (k)-[u:SUITS]->(m:Major)
            WHERE coalesce(u.relation <> 'REPORTED_BY_COLLEGES', true)
              AND m.edition IN ['2021', 'undergraduate'] AND NOT EXISTS { MATCH (m)-[:REPLACED_BY]->(:Major) }
            RETURN DISTINCT m.id
          },
          COLLECT {
            MATCH (k)-[:HAS_STANDARD]->(:SkillStandard)
              -[:HAS_STANDARD_LEVEL]->(l:StandardLevel WHERE l.replacedBy IS NULL)
            RETURN l.requirementCount
          },
          []
        ]
        ORDER BY k.id
      },
      COLLECT {
        MATCH (c:Course {id: $course_4})
        MATCH (p:PlanCourse {name: c.name})-[t:LINKED_TO_CERTIFICATE]->(k:Certificate)
        WHERE (p.draftOf IS NULL OR p.draftOf = $reader)
        WITH DISTINCT k
        RETURN [
          k.id, k.name,
          COLLECT {
            MATCH (k)-[u:SUITS]->(m:Major)
            WHERE coalesce(u.relation <> 'REPORTED_BY_COLLEGES', true)
              AND m.edition IN ['2021', 'undergraduate'] AND NOT EXISTS { MATCH (m)-[:REPLACED_BY]->(:Major) }
            RETURN DISTINCT m.id
          },
          COLLECT {
            MATCH (k)-[:HAS_STANDARD]->(:SkillStandard)
              -[:HAS_STANDARD_LEVEL]->(l:StandardLevel WHERE l.replacedBy IS NULL)
            RETURN l.requirementCount
          },
          []
        ]
        ORDER BY k.id
      }
    ],
    COUNT {
      MATCH (c:Course {id: $course_4})
      MATCH (o:Course {name: c.name})<-[:HAS_COURSE]-(h:TeachingStandard)
      WHERE o.id <> c.id AND o.basis <> 'ILLUSTRATIVE'
      RETURN o
    },
    COLLECT {
      MATCH (c:Course {id: $course_4})
      MATCH (o:Course {name: c.name})<-[:HAS_COURSE]-(h:TeachingStandard)
      WHERE o.id <> c.id AND o.basis <> 'ILLUSTRATIVE'
      RETURN [[], []]
      ORDER BY o.id
      LIMIT $first_4
    },
    COUNT {
      MATCH (c:Course {id: $course_4})
      MATCH (o:PlanCourse {name: c.name})<-[:HAS_PLAN_COURSE]-(h:TrainingPlan)
      WHERE o.id <> c.id AND o.basis <> 'ILLUSTRATIVE' AND (o.draftOf IS NULL OR o.draftOf = $reader)
      RETURN o
    },
    COLLECT {
      MATCH (c:Course {id: $course_4})
      MATCH (o:PlanCourse {name: c.name})<-[:HAS_PLAN_COURSE]-(h:TrainingPlan)
      WHERE o.id <> c.id AND o.basis <> 'ILLUSTRATIVE' AND (o.draftOf IS NULL OR o.draftOf = $reader)
      RETURN [[], []]
      ORDER BY o.id
      LIMIT $first_4
    }
  ] AS c3
}
RETURN c0, c1, c2, c3
