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
    [
      COLLECT {
        MATCH (:TeachingStandard {id: $subject})-[:HAS_COURSE]->(c:Course)<-[:ALIGNS]-(a:Alignment)
        MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
        WHERE a.status = 'SUGGESTED'
          AND (
            EXISTS {
              MATCH (r)<-[:HAS_REQUIREMENT]-(t:WorkTask)<-[:HAS_TASK]-(w:WorkArea)
                <-[:HAS_WORK_AREA]-(l:StandardLevel)<-[:HAS_STANDARD_LEVEL]-(s:SkillStandard)
              WHERE l.id = $target
            }
          )
        MATCH (c)<-[:HAS_COURSE]-(p:TeachingStandard)
        WITH a, c, r, p,
          size(
            COLLECT {
              MATCH (r)<-[:HAS_REQUIREMENT]-(t:WorkTask)<-[:HAS_TASK]-(w:WorkArea)
                <-[:HAS_WORK_AREA]-(l:StandardLevel)<-[:HAS_STANDARD_LEVEL]-(s:SkillStandard)
                <-[:HAS_STANDARD]-(:Certificate)-[u:SUITS]->(m:Major)
              WHERE coalesce(u.relation <> 'REPORTED_BY_COLLEGES', true)
                AND m.edition IN ['2021', 'undergraduate']
                AND NOT EXISTS { MATCH (m)-[:REPLACED_BY]->(:Major) }
              RETURN DISTINCT m.id
            }
          ) AS programmes
        WITH a, c, r, programmes, CASE WHEN a.kind IN ['BROADER', 'EXACT', 'MAJOR', 'MINOR', 'NARROWER']
          AND a.role IS NOT NULL AND a.strength >= $sufficientStrength
          AND NOT EXISTS {
            MATCH (r)<-[x:COVERS]-(:Course)<-[:HAS_COURSE]-(q)
            WHERE q.id = p.id AND x.strength >= $sufficientStrength
          } THEN 1
          ELSE 0 END AS gain
        RETURN [
          gain, programmes, a.strength, a.id, [['Alignment', [a.id, a.strength, a.rationale]]],
          [['Course', [c.name]]], [['SkillRequirement', [r.code, r.text]]]
        ]
        ORDER BY gain DESC, programmes DESC, a.strength DESC, a.id
        LIMIT $first
      },
      COLLECT {
        MATCH (:TeachingStandard {id: $subject})-[:HAS_COURSE]->(c:Course)-[:HAS_OUTCOME]->(:CourseOutcome)
          <-[:ALIGNS_OUTCOME]-(a:Alignment)
        MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
        WHERE a.status = 'SUGGESTED'
          AND (
            EXISTS {
              MATCH (r)<-[:HAS_REQUIREMENT]-(t:WorkTask)<-[:HAS_TASK]-(w:WorkArea)
                <-[:HAS_WORK_AREA]-(l:StandardLevel)<-[:HAS_STANDARD_LEVEL]-(s:SkillStandard)
              WHERE l.id = $target
            }
          )
        MATCH (c)<-[:HAS_COURSE]-(p:TeachingStandard)
        WITH a, c, r, p,
          size(
            COLLECT {
              MATCH (r)<-[:HAS_REQUIREMENT]-(t:WorkTask)<-[:HAS_TASK]-(w:WorkArea)
                <-[:HAS_WORK_AREA]-(l:StandardLevel)<-[:HAS_STANDARD_LEVEL]-(s:SkillStandard)
                <-[:HAS_STANDARD]-(:Certificate)-[u:SUITS]->(m:Major)
              WHERE coalesce(u.relation <> 'REPORTED_BY_COLLEGES', true)
                AND m.edition IN ['2021', 'undergraduate']
                AND NOT EXISTS { MATCH (m)-[:REPLACED_BY]->(:Major) }
              RETURN DISTINCT m.id
            }
          ) AS programmes
        WITH a, c, r, programmes, CASE WHEN a.kind IN ['BROADER', 'EXACT', 'MAJOR', 'MINOR', 'NARROWER']
          AND a.role IS NOT NULL AND a.strength >= $sufficientStrength
          AND NOT EXISTS {
            MATCH (r)<-[x:COVERS]-(:Course)<-[:HAS_COURSE]-(q)
            WHERE q.id = p.id AND x.strength >= $sufficientStrength
          } THEN 1
          ELSE 0 END AS gain
        RETURN [
          gain, programmes, a.strength, a.id, [['Alignment', [a.id, a.strength, a.rationale]]],
          [['Course', [c.name]]], [['SkillRequirement', [r.code, r.text]]]
        ]
        ORDER BY gain DESC, programmes DESC, a.strength DESC, a.id
        LIMIT $first
      },
      COLLECT {
        MATCH (:TeachingStandard {id: $subject})-[:HAS_COURSE]->(c:Course)<-[:ALIGNS]-(a:Alignment)
        WHERE a.status = 'SUGGESTED' AND NOT EXISTS { MATCH (a)-[:ALIGNED_TO]->(:SkillRequirement) }
          AND (
            EXISTS {
              MATCH (a)-[:ALIGNED_TO_TASK]->(t:WorkTask)<-[:HAS_TASK]-(w:WorkArea)
                <-[:HAS_WORK_AREA]-(l:StandardLevel)<-[:HAS_STANDARD_LEVEL]-(s:SkillStandard)
              WHERE l.id = $target
            }
            OR EXISTS {
              MATCH (a)-[:ALIGNED_TO_AREA]->(w:WorkArea)<-[:HAS_WORK_AREA]-(l:StandardLevel)
                <-[:HAS_STANDARD_LEVEL]-(s:SkillStandard)
              WHERE l.id = $target
            }
          )
        WITH a, c, 0 AS gain, 0 AS programmes
        RETURN [
          gain, programmes, a.strength, a.id, [['Alignment', [a.id, a.strength, a.rationale]]],
          [['Course', [c.name]]], null
        ]
        ORDER BY gain DESC, programmes DESC, a.strength DESC, a.id
        LIMIT $first
      },
      COLLECT {
        MATCH (:TeachingStandard {id: $subject})-[:HAS_COURSE]->(c:Course)-[:HAS_OUTCOME]->(:CourseOutcome)
          <-[:ALIGNS_OUTCOME]-(a:Alignment)
        WHERE a.status = 'SUGGESTED' AND NOT EXISTS { MATCH (a)-[:ALIGNED_TO]->(:SkillRequirement) }
          AND (
            EXISTS {
              MATCH (a)-[:ALIGNED_TO_TASK]->(t:WorkTask)<-[:HAS_TASK]-(w:WorkArea)
                <-[:HAS_WORK_AREA]-(l:StandardLevel)<-[:HAS_STANDARD_LEVEL]-(s:SkillStandard)
              WHERE l.id = $target
            }
            OR EXISTS {
              MATCH (a)-[:ALIGNED_TO_AREA]->(w:WorkArea)<-[:HAS_WORK_AREA]-(l:StandardLevel)
                <-[:HAS_STANDARD_LEVEL]-(s:SkillStandard)
              WHERE l.id = $target
            }
          )
        WITH a, c, 0 AS gain, 0 AS programmes
        RETURN [
          gain, programmes, a.strength, a.id, [['Alignment', [a.id, a.strength, a.rationale]]],
          [['Course', [c.name]]], null
        ]
        ORDER BY gain DESC, programmes DESC, a.strength DESC, a.id
        LIMIT $first
      }
    ],
    [
      COLLECT {
        MATCH (l:StandardLevel {id: $target})-[:HAS_WORK_AREA]->(w:WorkArea)
        WITH l, w,
          size(
            COLLECT {
              MATCH (l)<-[:HAS_STANDARD_LEVEL]-(:SkillStandard)<-[:HAS_STANDARD]-(:Certificate)
                -[u:SUITS]->(m:Major)
              WHERE coalesce(u.relation <> 'REPORTED_BY_COLLEGES', true)
                AND m.edition IN ['2021', 'undergraduate']
                AND NOT EXISTS { MATCH (m)-[:REPLACED_BY]->(:Major) }
              RETURN DISTINCT m.id
            }
          ) AS programmes
        MATCH (w)-[:HAS_TASK]->(t:WorkTask)
        MATCH (t)-[:HAS_REQUIREMENT]->(r:SkillRequirement)
        RETURN [r.id, programmes, [['SkillRequirement', [r.code, r.text]]]]
        ORDER BY l.rank, l.id, w.sequence, w.id, t.sequence, t.id, r.sequence, r.id
      },
      [
        COLLECT {
          MATCH (:TeachingStandard {id: $subject})-[:HAS_COURSE]->(c:Course)<-[:ALIGNS]-(a:Alignment)
          MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
          WHERE a.status = 'SUGGESTED'
            OR (
              a.status = 'ACCEPTED' AND a.kind IN ['BROADER', 'EXACT', 'MAJOR', 'MINOR', 'NARROWER']
              AND a.role IS NOT NULL
            )
          RETURN DISTINCT r.id
        },
        COLLECT {
          MATCH (:TeachingStandard {id: $subject})-[:HAS_COURSE]->(c:Course)-[:HAS_OUTCOME]->(:CourseOutcome)
            <-[:ALIGNS_OUTCOME]-(a:Alignment)
          MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
          WHERE a.status = 'SUGGESTED'
            OR (
              a.status = 'ACCEPTED' AND a.kind IN ['BROADER', 'EXACT', 'MAJOR', 'MINOR', 'NARROWER']
              AND a.role IS NOT NULL
            )
          RETURN DISTINCT r.id
        }
      ],
      COLLECT {
        MATCH (h:TeachingStandard {id: $subject})
        RETURN DISTINCT h.id
      },
      [
        COLLECT {
          MATCH (h:TeachingStandard {id: $subject})<-[:REVIEW_OF]-(v:Review)
            -[:CONCLUDES_ON]->(r:SkillRequirement)
          RETURN DISTINCT [r.id, h.id]
        },
        COLLECT {
          MATCH (:TeachingStandard {id: $subject})-[:HAS_COURSE]->(c:Course)<-[:ALIGNS]-(n:Alignment)
            -[:ALIGNED_TO]->(r:SkillRequirement)
          WHERE n.kind = 'NO_MATCH' AND n.status = 'ACCEPTED'
          MATCH (n)-[:ALIGNS]->(d:Course)<-[:HAS_COURSE]-(s:TeachingStandard)
          WITH s, r, count(DISTINCT d) AS without
          WHERE without = COUNT { (s)-[:HAS_COURSE]->(:Course) }
          RETURN DISTINCT [r.id, s.id]
        }
      ]
    ]
  ] AS c0
}
CALL () {
  RETURN [
    [],
    [
      COLLECT {
        MATCH (a:Alignment {status: 'SUGGESTED'})
        MATCH (a)-[:ALIGNS]->(c:Course)
        MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
        WHERE a.status = 'SUGGESTED'
        MATCH (c)<-[:HAS_COURSE]-(p:TeachingStandard)
        WITH a, c, r, p,
          size(
            COLLECT {
              MATCH (r)<-[:HAS_REQUIREMENT]-(t:WorkTask)<-[:HAS_TASK]-(w:WorkArea)
                <-[:HAS_WORK_AREA]-(l:StandardLevel)<-[:HAS_STANDARD_LEVEL]-(s:SkillStandard)
                <-[:HAS_STANDARD]-(:Certificate)-[u:SUITS]->(m:Major)
              WHERE coalesce(u.relation <> 'REPORTED_BY_COLLEGES', true)
                AND m.edition IN ['2021', 'undergraduate']
                AND NOT EXISTS { MATCH (m)-[:REPLACED_BY]->(:Major) }
              RETURN DISTINCT m.id
            }
          ) AS programmes
        WITH a, c, r, programmes, CASE WHEN a.kind IN ['BROADER', 'EXACT', 'MAJOR', 'MINOR', 'NARROWER']
          AND a.role IS NOT NULL AND a.strength >= $sufficientStrength_2
          AND NOT EXISTS {
            MATCH (r)<-[x:COVERS]-(:Course)<-[:HAS_COURSE]-(q)
            WHERE q.id = p.id AND x.strength >= $sufficientStrength_2
          } THEN 1
          ELSE 0 END AS gain
        WHERE $after IS NULL OR gain < $after[0]
          OR (
            gain = $after[0]
            AND (
              programmes < $after[1]
              OR (
                programmes = $after[1]
                AND (a.strength < $after[2] OR (a.strength = $after[2] AND a.id > $after[3]))
              )
            )
          )
        RETURN [gain, programmes, a.strength, a.id, [], [], [['SkillRequirement', [r.code]]]]
        ORDER BY gain DESC, programmes DESC, a.strength DESC, a.id
        LIMIT $first_2 + 1
      },
      COLLECT {
        MATCH (a:Alignment {status: 'SUGGESTED'})
        MATCH (a)-[:ALIGNS_OUTCOME]->(:CourseOutcome)<-[:HAS_OUTCOME]-(c:Course)
        MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
        WHERE a.status = 'SUGGESTED'
        MATCH (c)<-[:HAS_COURSE]-(p:TeachingStandard)
        WITH a, c, r, p,
          size(
            COLLECT {
              MATCH (r)<-[:HAS_REQUIREMENT]-(t:WorkTask)<-[:HAS_TASK]-(w:WorkArea)
                <-[:HAS_WORK_AREA]-(l:StandardLevel)<-[:HAS_STANDARD_LEVEL]-(s:SkillStandard)
                <-[:HAS_STANDARD]-(:Certificate)-[u:SUITS]->(m:Major)
              WHERE coalesce(u.relation <> 'REPORTED_BY_COLLEGES', true)
                AND m.edition IN ['2021', 'undergraduate']
                AND NOT EXISTS { MATCH (m)-[:REPLACED_BY]->(:Major) }
              RETURN DISTINCT m.id
            }
          ) AS programmes
        WITH a, c, r, programmes, CASE WHEN a.kind IN ['BROADER', 'EXACT', 'MAJOR', 'MINOR', 'NARROWER']
          AND a.role IS NOT NULL AND a.strength >= $sufficientStrength_2
          AND NOT EXISTS {
            MATCH (r)<-[x:COVERS]-(:Course)<-[:HAS_COURSE]-(q)
            WHERE q.id = p.id AND x.strength >= $sufficientStrength_2
          } THEN 1
          ELSE 0 END AS gain
        WHERE $after IS NULL OR gain < $after[0]
          OR (
            gain = $after[0]
            AND (
              programmes < $after[1]
              OR (
                programmes = $after[1]
                AND (a.strength < $after[2] OR (a.strength = $after[2] AND a.id > $after[3]))
              )
            )
          )
        RETURN [gain, programmes, a.strength, a.id, [], [], [['SkillRequirement', [r.code]]]]
        ORDER BY gain DESC, programmes DESC, a.strength DESC, a.id
        LIMIT $first_2 + 1
      },
      COLLECT {
        MATCH (a:Alignment {status: 'SUGGESTED'})
        MATCH (a)-[:ALIGNS_PLAN_COURSE]->(c:PlanCourse)
        MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
        WHERE a.status = 'SUGGESTED'
        MATCH (c)<-[:HAS_PLAN_COURSE]-(p:TrainingPlan)
        WITH a, c, r, p,
          size(
            COLLECT {
              MATCH (r)<-[:HAS_REQUIREMENT]-(t:WorkTask)<-[:HAS_TASK]-(w:WorkArea)
                <-[:HAS_WORK_AREA]-(l:StandardLevel)<-[:HAS_STANDARD_LEVEL]-(s:SkillStandard)
                <-[:HAS_STANDARD]-(:Certificate)-[u:SUITS]->(m:Major)
              WHERE coalesce(u.relation <> 'REPORTED_BY_COLLEGES', true)
                AND m.edition IN ['2021', 'undergraduate']
                AND NOT EXISTS { MATCH (m)-[:REPLACED_BY]->(:Major) }
              RETURN DISTINCT m.id
            }
          ) AS programmes
        WITH a, c, r, programmes, CASE WHEN a.kind IN ['BROADER', 'EXACT', 'MAJOR', 'MINOR', 'NARROWER']
          AND a.role IS NOT NULL AND a.strength >= $sufficientStrength_2
          AND NOT EXISTS {
            MATCH (r)<-[x:PLAN_COVERS]-(:PlanCourse)<-[:HAS_PLAN_COURSE]-(q)
            WHERE q.id = p.id AND x.strength >= $sufficientStrength_2
          } THEN 1
          ELSE 0 END AS gain
        WHERE $after IS NULL OR gain < $after[0]
          OR (
            gain = $after[0]
            AND (
              programmes < $after[1]
              OR (
                programmes = $after[1]
                AND (a.strength < $after[2] OR (a.strength = $after[2] AND a.id > $after[3]))
              )
            )
          )
        RETURN [gain, programmes, a.strength, a.id, [], [], [['SkillRequirement', [r.code]]]]
        ORDER BY gain DESC, programmes DESC, a.strength DESC, a.id
        LIMIT $first_2 + 1
      },
      COLLECT {
        MATCH (a:Alignment {status: 'SUGGESTED'})
        MATCH (a)-[:ALIGNS_OUTCOME]->(:CourseOutcome)<-[:PLAN_HAS_OUTCOME]-(c:PlanCourse)
        MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
        WHERE a.status = 'SUGGESTED'
        MATCH (c)<-[:HAS_PLAN_COURSE]-(p:TrainingPlan)
        WITH a, c, r, p,
          size(
            COLLECT {
              MATCH (r)<-[:HAS_REQUIREMENT]-(t:WorkTask)<-[:HAS_TASK]-(w:WorkArea)
                <-[:HAS_WORK_AREA]-(l:StandardLevel)<-[:HAS_STANDARD_LEVEL]-(s:SkillStandard)
                <-[:HAS_STANDARD]-(:Certificate)-[u:SUITS]->(m:Major)
              WHERE coalesce(u.relation <> 'REPORTED_BY_COLLEGES', true)
                AND m.edition IN ['2021', 'undergraduate']
                AND NOT EXISTS { MATCH (m)-[:REPLACED_BY]->(:Major) }
              RETURN DISTINCT m.id
            }
          ) AS programmes
        WITH a, c, r, programmes, CASE WHEN a.kind IN ['BROADER', 'EXACT', 'MAJOR', 'MINOR', 'NARROWER']
          AND a.role IS NOT NULL AND a.strength >= $sufficientStrength_2
          AND NOT EXISTS {
            MATCH (r)<-[x:PLAN_COVERS]-(:PlanCourse)<-[:HAS_PLAN_COURSE]-(q)
            WHERE q.id = p.id AND x.strength >= $sufficientStrength_2
          } THEN 1
          ELSE 0 END AS gain
        WHERE $after IS NULL OR gain < $after[0]
          OR (
            gain = $after[0]
            AND (
              programmes < $after[1]
              OR (
                programmes = $after[1]
                AND (a.strength < $after[2] OR (a.strength = $after[2] AND a.id > $after[3]))
              )
            )
          )
        RETURN [gain, programmes, a.strength, a.id, [], [], [['SkillRequirement', [r.code]]]]
        ORDER BY gain DESC, programmes DESC, a.strength DESC, a.id
        LIMIT $first_2 + 1
      },
      COLLECT {
        MATCH (a:Alignment {status: 'SUGGESTED'})
        MATCH (a)-[:ALIGNS]->(c:Course)
        WHERE a.status = 'SUGGESTED' AND NOT EXISTS { MATCH (a)-[:ALIGNED_TO]->(:SkillRequirement) }
        WITH a, c, 0 AS gain, 0 AS programmes
        WHERE $after IS NULL OR gain < $after[0]
          OR (
            gain = $after[0]
            AND (
              programmes < $after[1]
              OR (
                programmes = $after[1]
                AND (a.strength < $after[2] OR (a.strength = $after[2] AND a.id > $after[3]))
              )
            )
          )
        RETURN [gain, programmes, a.strength, a.id, [], [], null]
        ORDER BY gain DESC, programmes DESC, a.strength DESC, a.id
        LIMIT $first_2 + 1
      },
      COLLECT {
        MATCH (a:Alignment {status: 'SUGGESTED'})
        MATCH (a)-[:ALIGNS_OUTCOME]->(:CourseOutcome)<-[:HAS_OUTCOME]-(c:Course)
        WHERE a.status = 'SUGGESTED' AND NOT EXISTS { MATCH (a)-[:ALIGNED_TO]->(:SkillRequirement) }
        WITH a, c, 0 AS gain, 0 AS programmes
        WHERE $after IS NULL OR gain < $after[0]
          OR (
            gain = $after[0]
            AND (
              programmes < $after[1]
              OR (
                programmes = $after[1]
                AND (a.strength < $after[2] OR (a.strength = $after[2] AND a.id > $after[3]))
              )
            )
          )
        RETURN [gain, programmes, a.strength, a.id, [], [], null]
        ORDER BY gain DESC, programmes DESC, a.strength DESC, a.id
        LIMIT $first_2 + 1
      },
      COLLECT {
        MATCH (a:Alignment {status: 'SUGGESTED'})
        MATCH (a)-[:ALIGNS_PLAN_COURSE]->(c:PlanCourse)
        WHERE a.status = 'SUGGESTED' AND NOT EXISTS { MATCH (a)-[:ALIGNED_TO]->(:SkillRequirement) }
        WITH a, c, 0 AS gain, 0 AS programmes
        WHERE $after IS NULL OR gain < $after[0]
          OR (
            gain = $after[0]
            AND (
              programmes < $after[1]
              OR (
                programmes = $after[1]
                AND (a.strength < $after[2] OR (a.strength = $after[2] AND a.id > $after[3]))
              )
            )
          )
        RETURN [gain, programmes, a.strength, a.id, [], [], null]
        ORDER BY gain DESC, programmes DESC, a.strength DESC, a.id
        LIMIT $first_2 + 1
      },
      COLLECT {
        MATCH (a:Alignment {status: 'SUGGESTED'})
        MATCH (a)-[:ALIGNS_OUTCOME]->(:CourseOutcome)<-[:PLAN_HAS_OUTCOME]-(c:PlanCourse)
        WHERE a.status = 'SUGGESTED' AND NOT EXISTS { MATCH (a)-[:ALIGNED_TO]->(:SkillRequirement) }
        WITH a, c, 0 AS gain, 0 AS programmes
        WHERE $after IS NULL OR gain < $after[0]
          OR (
            gain = $after[0]
            AND (
              programmes < $after[1]
              OR (
                programmes = $after[1]
                AND (a.strength < $after[2] OR (a.strength = $after[2] AND a.id > $after[3]))
              )
            )
          )
        RETURN [gain, programmes, a.strength, a.id, [], [], null]
        ORDER BY gain DESC, programmes DESC, a.strength DESC, a.id
        LIMIT $first_2 + 1
      },
      COLLECT {
        MATCH (a:Alignment {status: 'SUGGESTED'})
        WHERE EXISTS { MATCH (a)-[:ALIGNS_MAJOR]->(:Major) }
        WITH a, 0 AS gain, 0 AS programmes
        WHERE $after IS NULL OR gain < $after[0]
          OR (
            gain = $after[0]
            AND (
              programmes < $after[1]
              OR (
                programmes = $after[1]
                AND (a.strength < $after[2] OR (a.strength = $after[2] AND a.id > $after[3]))
              )
            )
          )
        RETURN [gain, programmes, a.strength, a.id, [], null, null]
        ORDER BY gain DESC, programmes DESC, a.strength DESC, a.id
        LIMIT $first_2 + 1
      }
    ],
    [
      COUNT {
        MATCH (a:Alignment {status: 'SUGGESTED'})
        MATCH (a)-[:ALIGNS]->(c:Course)
        MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
        WHERE a.status = 'SUGGESTED'
        MATCH (c)<-[:HAS_COURSE]-(p:TeachingStandard)
      },
      COUNT {
        MATCH (a:Alignment {status: 'SUGGESTED'})
        MATCH (a)-[:ALIGNS_OUTCOME]->(:CourseOutcome)<-[:HAS_OUTCOME]-(c:Course)
        MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
        WHERE a.status = 'SUGGESTED'
        MATCH (c)<-[:HAS_COURSE]-(p:TeachingStandard)
      },
      COUNT {
        MATCH (a:Alignment {status: 'SUGGESTED'})
        MATCH (a)-[:ALIGNS_PLAN_COURSE]->(c:PlanCourse)
        MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
        WHERE a.status = 'SUGGESTED'
        MATCH (c)<-[:HAS_PLAN_COURSE]-(p:TrainingPlan)
      },
      COUNT {
        MATCH (a:Alignment {status: 'SUGGESTED'})
        MATCH (a)-[:ALIGNS_OUTCOME]->(:CourseOutcome)<-[:PLAN_HAS_OUTCOME]-(c:PlanCourse)
        MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
        WHERE a.status = 'SUGGESTED'
        MATCH (c)<-[:HAS_PLAN_COURSE]-(p:TrainingPlan)
      },
      COUNT {
        MATCH (a:Alignment {status: 'SUGGESTED'})
        MATCH (a)-[:ALIGNS]->(c:Course)
        WHERE a.status = 'SUGGESTED' AND NOT EXISTS { MATCH (a)-[:ALIGNED_TO]->(:SkillRequirement) }
      },
      COUNT {
        MATCH (a:Alignment {status: 'SUGGESTED'})
        MATCH (a)-[:ALIGNS_OUTCOME]->(:CourseOutcome)<-[:HAS_OUTCOME]-(c:Course)
        WHERE a.status = 'SUGGESTED' AND NOT EXISTS { MATCH (a)-[:ALIGNED_TO]->(:SkillRequirement) }
      },
      COUNT {
        MATCH (a:Alignment {status: 'SUGGESTED'})
        MATCH (a)-[:ALIGNS_PLAN_COURSE]->(c:PlanCourse)
        WHERE a.status = 'SUGGESTED' AND NOT EXISTS { MATCH (a)-[:ALIGNED_TO]->(:SkillRequirement) }
      },
      COUNT {
        MATCH (a:Alignment {status: 'SUGGESTED'})
        MATCH (a)-[:ALIGNS_OUTCOME]->(:CourseOutcome)<-[:PLAN_HAS_OUTCOME]-(c:PlanCourse)
        WHERE a.status = 'SUGGESTED' AND NOT EXISTS { MATCH (a)-[:ALIGNED_TO]->(:SkillRequirement) }
      },
      COUNT {
        MATCH (a:Alignment {status: 'SUGGESTED'})
        WHERE EXISTS { MATCH (a)-[:ALIGNS_MAJOR]->(:Major) }
      }
    ]
  ] AS c1
}
CALL () {
  RETURN [
    [],
    [
      COLLECT {
        MATCH (a:Alignment {status: 'SUGGESTED'})
        MATCH (a)-[:ALIGNS]->(c:Course)
        MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
        WHERE a.status = 'SUGGESTED'
        MATCH (c)<-[:HAS_COURSE]-(p:TeachingStandard)
        WITH a, c, r, p,
          size(
            COLLECT {
              MATCH (r)<-[:HAS_REQUIREMENT]-(t:WorkTask)<-[:HAS_TASK]-(w:WorkArea)
                <-[:HAS_WORK_AREA]-(l:StandardLevel)<-[:HAS_STANDARD_LEVEL]-(s:SkillStandard)
                <-[:HAS_STANDARD]-(:Certificate)-[u:SUITS]->(m:Major)
              WHERE coalesce(u.relation <> 'REPORTED_BY_COLLEGES', true)
                AND m.edition IN ['2021', 'undergraduate']
                AND NOT EXISTS { MATCH (m)-[:REPLACED_BY]->(:Major) }
              RETURN DISTINCT m.id
            }
          ) AS programmes
        WITH a, c, r, programmes, CASE WHEN a.kind IN ['BROADER', 'EXACT', 'MAJOR', 'MINOR', 'NARROWER']
          AND a.role IS NOT NULL AND a.strength >= $sufficientStrength_3
          AND NOT EXISTS {
            MATCH (r)<-[x:COVERS]-(:Course)<-[:HAS_COURSE]-(q)
            WHERE q.id = p.id AND x.strength >= $sufficientStrength_3
          } THEN 1
          ELSE 0 END AS gain
        RETURN [
          gain, programmes, a.strength, a.id, [['Alignment', [a.id]]], [['Course', [c.id]]],
          [['SkillRequirement', [r.id]]]
        ]
        ORDER BY gain DESC, programmes DESC, a.strength DESC, a.id
        LIMIT $first_3
      },
      COLLECT {
        MATCH (a:Alignment {status: 'SUGGESTED'})
        MATCH (a)-[:ALIGNS_OUTCOME]->(:CourseOutcome)<-[:HAS_OUTCOME]-(c:Course)
        MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
        WHERE a.status = 'SUGGESTED'
        MATCH (c)<-[:HAS_COURSE]-(p:TeachingStandard)
        WITH a, c, r, p,
          size(
            COLLECT {
              MATCH (r)<-[:HAS_REQUIREMENT]-(t:WorkTask)<-[:HAS_TASK]-(w:WorkArea)
                <-[:HAS_WORK_AREA]-(l:StandardLevel)<-[:HAS_STANDARD_LEVEL]-(s:SkillStandard)
                <-[:HAS_STANDARD]-(:Certificate)-[u:SUITS]->(m:Major)
              WHERE coalesce(u.relation <> 'REPORTED_BY_COLLEGES', true)
                AND m.edition IN ['2021', 'undergraduate']
                AND NOT EXISTS { MATCH (m)-[:REPLACED_BY]->(:Major) }
              RETURN DISTINCT m.id
            }
          ) AS programmes
        WITH a, c, r, programmes, CASE WHEN a.kind IN ['BROADER', 'EXACT', 'MAJOR', 'MINOR', 'NARROWER']
          AND a.role IS NOT NULL AND a.strength >= $sufficientStrength_3
          AND NOT EXISTS {
            MATCH (r)<-[x:COVERS]-(:Course)<-[:HAS_COURSE]-(q)
            WHERE q.id = p.id AND x.strength >= $sufficientStrength_3
          } THEN 1
          ELSE 0 END AS gain
        RETURN [
          gain, programmes, a.strength, a.id, [['Alignment', [a.id]]], [['Course', [c.id]]],
          [['SkillRequirement', [r.id]]]
        ]
        ORDER BY gain DESC, programmes DESC, a.strength DESC, a.id
        LIMIT $first_3
      },
      COLLECT {
        MATCH (a:Alignment {status: 'SUGGESTED'})
        MATCH (a)-[:ALIGNS_PLAN_COURSE]->(c:PlanCourse)
        MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
        WHERE a.status = 'SUGGESTED'
        MATCH (c)<-[:HAS_PLAN_COURSE]-(p:TrainingPlan)
        WITH a, c, r, p,
          size(
            COLLECT {
              MATCH (r)<-[:HAS_REQUIREMENT]-(t:WorkTask)<-[:HAS_TASK]-(w:WorkArea)
                <-[:HAS_WORK_AREA]-(l:StandardLevel)<-[:HAS_STANDARD_LEVEL]-(s:SkillStandard)
                <-[:HAS_STANDARD]-(:Certificate)-[u:SUITS]->(m:Major)
              WHERE coalesce(u.relation <> 'REPORTED_BY_COLLEGES', true)
                AND m.edition IN ['2021', 'undergraduate']
                AND NOT EXISTS { MATCH (m)-[:REPLACED_BY]->(:Major) }
              RETURN DISTINCT m.id
            }
          ) AS programmes
        WITH a, c, r, programmes, CASE WHEN a.kind IN ['BROADER', 'EXACT', 'MAJOR', 'MINOR', 'NARROWER']
          AND a.role IS NOT NULL AND a.strength >= $sufficientStrength_3
          AND NOT EXISTS {
            MATCH (r)<-[x:PLAN_COVERS]-(:PlanCourse)<-[:HAS_PLAN_COURSE]-(q)
            WHERE q.id = p.id AND x.strength >= $sufficientStrength_3
          } THEN 1
          ELSE 0 END AS gain
        RETURN [
          gain, programmes, a.strength, a.id, [['Alignment', [a.id]]], [['PlanCourse', [c.id]]],
          [['SkillRequirement', [r.id]]]
        ]
        ORDER BY gain DESC, programmes DESC, a.strength DESC, a.id
        LIMIT $first_3
      },
      COLLECT {
        MATCH (a:Alignment {status: 'SUGGESTED'})
        MATCH (a)-[:ALIGNS_OUTCOME]->(:CourseOutcome)<-[:PLAN_HAS_OUTCOME]-(c:PlanCourse)
        MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
        WHERE a.status = 'SUGGESTED'
        MATCH (c)<-[:HAS_PLAN_COURSE]-(p:TrainingPlan)
        WITH a, c, r, p,
          size(
            COLLECT {
              MATCH (r)<-[:HAS_REQUIREMENT]-(t:WorkTask)<-[:HAS_TASK]-(w:WorkArea)
                <-[:HAS_WORK_AREA]-(l:StandardLevel)<-[:HAS_STANDARD_LEVEL]-(s:SkillStandard)
                <-[:HAS_STANDARD]-(:Certificate)-[u:SUITS]->(m:Major)
              WHERE coalesce(u.relation <> 'REPORTED_BY_COLLEGES', true)
                AND m.edition IN ['2021', 'undergraduate']
                AND NOT EXISTS { MATCH (m)-[:REPLACED_BY]->(:Major) }
              RETURN DISTINCT m.id
            }
          ) AS programmes
        WITH a, c, r, programmes, CASE WHEN a.kind IN ['BROADER', 'EXACT', 'MAJOR', 'MINOR', 'NARROWER']
          AND a.role IS NOT NULL AND a.strength >= $sufficientStrength_3
          AND NOT EXISTS {
            MATCH (r)<-[x:PLAN_COVERS]-(:PlanCourse)<-[:HAS_PLAN_COURSE]-(q)
            WHERE q.id = p.id AND x.strength >= $sufficientStrength_3
          } THEN 1
          ELSE 0 END AS gain
        RETURN [
          gain, programmes, a.strength, a.id, [['Alignment', [a.id]]], [['PlanCourse', [c.id]]],
          [['SkillRequirement', [r.id]]]
        ]
        ORDER BY gain DESC, programmes DESC, a.strength DESC, a.id
        LIMIT $first_3
      },
      COLLECT {
        MATCH (a:Alignment {status: 'SUGGESTED'})
        MATCH (a)-[:ALIGNS]->(c:Course)
        WHERE a.status = 'SUGGESTED' AND NOT EXISTS { MATCH (a)-[:ALIGNED_TO]->(:SkillRequirement) }
        WITH a, c, 0 AS gain, 0 AS programmes
        RETURN [gain, programmes, a.strength, a.id, [['Alignment', [a.id]]], [['Course', [c.id]]], null]
        ORDER BY gain DESC, programmes DESC, a.strength DESC, a.id
        LIMIT $first_3
      },
      COLLECT {
        MATCH (a:Alignment {status: 'SUGGESTED'})
        MATCH (a)-[:ALIGNS_OUTCOME]->(:CourseOutcome)<-[:HAS_OUTCOME]-(c:Course)
        WHERE a.status = 'SUGGESTED' AND NOT EXISTS { MATCH (a)-[:ALIGNED_TO]->(:SkillRequirement) }
        WITH a, c, 0 AS gain, 0 AS programmes
        RETURN [gain, programmes, a.strength, a.id, [['Alignment', [a.id]]], [['Course', [c.id]]], null]
        ORDER BY gain DESC, programmes DESC, a.strength DESC, a.id
        LIMIT $first_3
      },
      COLLECT {
        MATCH (a:Alignment {status: 'SUGGESTED'})
        MATCH (a)-[:ALIGNS_PLAN_COURSE]->(c:PlanCourse)
        WHERE a.status = 'SUGGESTED' AND NOT EXISTS { MATCH (a)-[:ALIGNED_TO]->(:SkillRequirement) }
        WITH a, c, 0 AS gain, 0 AS programmes
        RETURN [gain, programmes, a.strength, a.id, [['Alignment', [a.id]]], [['PlanCourse', [c.id]]], null]
        ORDER BY gain DESC, programmes DESC, a.strength DESC, a.id
        LIMIT $first_3
      },
      COLLECT {
        MATCH (a:Alignment {status: 'SUGGESTED'})
        MATCH (a)-[:ALIGNS_OUTCOME]->(:CourseOutcome)<-[:PLAN_HAS_OUTCOME]-(c:PlanCourse)
        WHERE a.status = 'SUGGESTED' AND NOT EXISTS { MATCH (a)-[:ALIGNED_TO]->(:SkillRequirement) }
        WITH a, c, 0 AS gain, 0 AS programmes
        RETURN [gain, programmes, a.strength, a.id, [['Alignment', [a.id]]], [['PlanCourse', [c.id]]], null]
        ORDER BY gain DESC, programmes DESC, a.strength DESC, a.id
        LIMIT $first_3
      },
      COLLECT {
        MATCH (a:Alignment {status: 'SUGGESTED'})
        WHERE EXISTS { MATCH (a)-[:ALIGNS_MAJOR]->(:Major) }
        WITH a, 0 AS gain, 0 AS programmes
        RETURN [gain, programmes, a.strength, a.id, [['Alignment', [a.id]]], null, null]
        ORDER BY gain DESC, programmes DESC, a.strength DESC, a.id
        LIMIT $first_3
      }
    ]
  ] AS c2
}
RETURN c0, c1, c2
