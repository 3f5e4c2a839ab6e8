CALL () {
  RETURN [
    [
      COLLECT {
        MATCH (n:TrainingPlan {id: $plan})
        WHERE (n.draftOf IS NULL OR n.draftOf = $reader)
        WITH DISTINCT n.id AS key, null AS value
        RETURN [key, value]
      },
      COLLECT {
        MATCH (n:SkillStandard {id: $target})
        WITH DISTINCT n.id AS key, CASE
          WHEN NOT EXISTS {
            MATCH (:SkillStandard {id: $target})-[:HAS_STANDARD_LEVEL]->(l:StandardLevel)
            MATCH (l)-[:HAS_WORK_AREA]->(:WorkArea)-[:HAS_TASK]->(:WorkTask)
              -[:HAS_REQUIREMENT]->(:SkillRequirement)
          } THEN 'STANDARD_NOT_READ'
          END AS value
        RETURN [key, value]
      },
      COLLECT {
        UNWIND $ruleSets AS id
        MATCH (n:RuleSet {id: id})
        WITH DISTINCT n.id AS key, null AS value
        RETURN [key, value]
      }
    ],
    COLLECT {
      MATCH (p:TrainingPlan {id: $plan})
      RETURN [
        p.completeness,
        [
          properties(p),
          COLLECT {
            MATCH (p)-[:HAS_PLAN_COURSE]->(c:PlanCourse)
            OPTIONAL MATCH (c)-[:CHOICE_OF]->(g:PlanGroup)
            RETURN [properties(c), g.number]
          },
          COLLECT {
            MATCH (p)-[:HAS_PLAN_GROUP]->(n:PlanGroup)
            RETURN properties(n)
          },
          COLLECT {
            MATCH (p)-[:HAS_PLAN_TOTAL]->(n:PlanTotal)
            RETURN properties(n)
          },
          COLLECT {
            MATCH (p)-[:HAS_TARGET_CERTIFICATE]->(n:TargetCertificate)
            RETURN properties(n)
          },
          COLLECT {
            MATCH (p)-[:HAS_PLAN_OUTCOME]->(n:PlanOutcome)
            RETURN properties(n)
          },
          COLLECT {
            MATCH (p)-[:HAS_PLAN_WEEKS]->(n:PlanWeeks)
            RETURN properties(n)
          }
        ]
      ]
    },
    COLLECT {
      MATCH (p:TrainingPlan {id: $plan})
      UNWIND [(p)-[:HAS_PLAN_COURSE]->(n:PlanCourse) | n] AS c
      MATCH (c)-[:PLAN_HAS_OUTCOME]->(o:CourseOutcome)
      RETURN [o.id, c.id, o.text]
      ORDER BY c.id, o.sequence, o.id
    },
    COLLECT {
      MATCH (s:RuleSet)-[:HAS_RULE]->(r:Rule)
      WHERE s.id IN $ruleSets
      RETURN [properties(s), properties(r), [['Rule', [r.id]]]]
      ORDER BY s.code, r.code, r.id
    },
    COLLECT {
      MATCH (s:RuleSet)-[:HAS_RULE]->(r:Rule)
      WHERE s.scope = 'NATIONAL'
      RETURN [properties(s), properties(r)]
      ORDER BY s.code, r.code, r.id
    },
    COLLECT {
      MATCH (:SkillStandard {id: $target})-[:HAS_STANDARD_LEVEL]->(l:StandardLevel)
        -[:HAS_WORK_AREA]->(w:WorkArea)
      MATCH (w)-[:HAS_TASK]->(t:WorkTask)-[:HAS_REQUIREMENT]->(r:SkillRequirement)
      RETURN [r.id, [['SkillRequirement', [r.code]], ['SkillRequirement', [r.level, r.code]]]]
      ORDER BY l.rank, l.id, w.sequence, w.id, t.sequence, t.id, r.sequence, r.id
    },
    [
      COLLECT {
        MATCH (p:TrainingPlan {id: $plan})
        UNWIND [(p)-[:HAS_PLAN_COURSE]->(n:PlanCourse) | n] AS c
        MATCH (c)<-[:ALIGNS_PLAN_COURSE]-(a:Alignment)
        WHERE true AND a.status IN ['ACCEPTED', 'SUGGESTED']
        MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
        RETURN [
          r.id, c.id, a.status, a.kind, a.role, a.strength,
          head([(a)-[:ALIGNS_OUTCOME]->(o:CourseOutcome) | o.id])
        ]
        ORDER BY r.id, a.id
      },
      COLLECT {
        MATCH (p:TrainingPlan {id: $plan})
        UNWIND [(p)-[:HAS_PLAN_COURSE]->(n:PlanCourse) | n] AS c
        MATCH (c)-[:PLAN_HAS_OUTCOME]->(:CourseOutcome)<-[:ALIGNS_OUTCOME]-(a:Alignment)
        WHERE a.kind <> 'NO_MATCH' AND a.status IN ['ACCEPTED', 'SUGGESTED']
        MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
        RETURN [
          r.id, c.id, a.status, a.kind, a.role, a.strength,
          head([(a)-[:ALIGNS_OUTCOME]->(o:CourseOutcome) | o.id])
        ]
        ORDER BY r.id, a.id
      }
    ],
    COLLECT {
      MATCH (p:TrainingPlan {id: $plan})
      MATCH (p)<-[:REVIEW_OF_PLAN]-(v:Review)-[:CONCLUDES_ON]->(r:SkillRequirement)
      WHERE v.closedOn IS NOT NULL
      WITH DISTINCT p, r
      RETURN [r.id, p.id, null]
      ORDER BY r.id
    },
    [
      COLLECT {
        MATCH (p:TrainingPlan {id: $plan})
        UNWIND [
          (p)-[:FOLLOWS_STANDARD]->(:TeachingStandard)-[:HAS_COURSE]->(n:Course) | [n, true]
        ] + [
          (p)-[:PLAN_FOR]->(:Major)<-[:STANDARD_OF]-(:TeachingStandard)-[:HAS_COURSE]->(n:Course) | [n, false]
        ] AS found
        WITH found[0] AS c, found[1] AS is_base
        MATCH (c)<-[:ALIGNS]-(a:Alignment)
        WHERE true AND a.status IN ['ACCEPTED', 'SUGGESTED']
        MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
        RETURN [
          is_base, c.name,
          [r.id, c.id, a.status, a.kind, a.role, a.strength, [['Alignment', [a.id, a.status, a.strength]]]]
        ]
        ORDER BY r.id, a.id
      },
      COLLECT {
        MATCH (p:TrainingPlan {id: $plan})
        UNWIND [
          (p)-[:FOLLOWS_STANDARD]->(:TeachingStandard)-[:HAS_COURSE]->(n:Course) | [n, true]
        ] + [
          (p)-[:PLAN_FOR]->(:Major)<-[:STANDARD_OF]-(:TeachingStandard)-[:HAS_COURSE]->(n:Course) | [n, false]
        ] AS found
        WITH found[0] AS c, found[1] AS is_base
        MATCH (c)-[:HAS_OUTCOME]->(:CourseOutcome)<-[:ALIGNS_OUTCOME]-(a:Alignment)
        WHERE a.kind <> 'NO_MATCH' AND a.status IN ['ACCEPTED', 'SUGGESTED']
        MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
        RETURN [
          is_base, c.name,
          [r.id, c.id, a.status, a.kind, a.role, a.strength, [['Alignment', [a.id, a.status, a.strength]]]]
        ]
        ORDER BY r.id, a.id
      }
    ]
  ] AS c0
}
CALL () {
  RETURN [
    [
      COLLECT {
        MATCH (n:TrainingPlan {id: $plan_2})
        WHERE (n.draftOf IS NULL OR n.draftOf = $reader)
        WITH DISTINCT n.id AS key, null AS value
        RETURN [key, value]
      }
    ],
    COLLECT {
      MATCH (p:TrainingPlan {id: $plan_2})
      RETURN [
        p.completeness,
        [
          properties(p),
          COLLECT {
            MATCH (p)-[:HAS_PLAN_COURSE]->(c:PlanCourse)
            OPTIONAL MATCH (c)-[:CHOICE_OF]->(g:PlanGroup)
            RETURN [properties(c), g.number]
          },
          COLLECT {
            MATCH (p)-[:HAS_PLAN_GROUP]->(n:PlanGroup)
            RETURN properties(n)
          },
          COLLECT {
            MATCH (p)-[:HAS_PLAN_TOTAL]->(n:PlanTotal)
            RETURN properties(n)
          },
          COLLECT {
            MATCH (p)-[:HAS_TARGET_CERTIFICATE]->(n:TargetCertificate)
            RETURN properties(n)
          },
          COLLECT {
            MATCH (p)-[:HAS_PLAN_OUTCOME]->(n:PlanOutcome)
            RETURN properties(n)
          },
          COLLECT {
            MATCH (p)-[:HAS_PLAN_WEEKS]->(n:PlanWeeks)
            RETURN properties(n)
          }
        ]
      ]
    },
    COLLECT {
      MATCH (p:TrainingPlan {id: $plan_2})
      UNWIND [(p)-[:HAS_PLAN_COURSE]->(n:PlanCourse) | n] AS c
      MATCH (c)-[:PLAN_HAS_OUTCOME]->(o:CourseOutcome)
      RETURN [o.id, c.id, o.text]
      ORDER BY c.id, o.sequence, o.id
    },
    COLLECT {
      MATCH (s:RuleSet)-[:HAS_RULE]->(r:Rule)
      WHERE s.scope = 'NATIONAL'
      RETURN [properties(s), properties(r), [['Rule', [r.id]]]]
      ORDER BY s.code, r.code, r.id
    },
    COLLECT {
      MATCH (s:RuleSet)-[:HAS_RULE]->(r:Rule)
      WHERE s.scope = 'NATIONAL'
      RETURN [properties(s), properties(r)]
      ORDER BY s.code, r.code, r.id
    },
    COLLECT {
      UNWIND [] AS none
      MATCH (r:SkillRequirement {id: none})
      RETURN [r.id, []]
      ORDER BY r.id
    },
    [
      COLLECT {
        MATCH (p:TrainingPlan {id: $plan_2})
        UNWIND [(p)-[:HAS_PLAN_COURSE]->(n:PlanCourse) | n] AS c
        WITH *
        LIMIT 0
        MATCH (c)<-[:ALIGNS_PLAN_COURSE]-(a:Alignment)
        WHERE true AND a.status IN ['ACCEPTED', 'SUGGESTED']
        MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
        RETURN [
          r.id, c.id, a.status, a.kind, a.role, a.strength,
          head([(a)-[:ALIGNS_OUTCOME]->(o:CourseOutcome) | o.id])
        ]
        ORDER BY r.id, a.id
      },
      COLLECT {
        MATCH (p:TrainingPlan {id: $plan_2})
        UNWIND [(p)-[:HAS_PLAN_COURSE]->(n:PlanCourse) | n] AS c
        WITH *
        LIMIT 0
        MATCH (c)-[:PLAN_HAS_OUTCOME]->(:CourseOutcome)<-[:ALIGNS_OUTCOME]-(a:Alignment)
        WHERE a.kind <> 'NO_MATCH' AND a.status IN ['ACCEPTED', 'SUGGESTED']
        MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
        RETURN [
          r.id, c.id, a.status, a.kind, a.role, a.strength,
          head([(a)-[:ALIGNS_OUTCOME]->(o:CourseOutcome) | o.id])
        ]
        ORDER BY r.id, a.id
      }
    ],
    COLLECT {
      MATCH (p:TrainingPlan {id: $plan_2})
      MATCH (p)<-[:REVIEW_OF_PLAN]-(v:Review)-[:CONCLUDES_ON]->(r:SkillRequirement)
      WHERE v.closedOn IS NOT NULL
      WITH DISTINCT p, r
      RETURN [r.id, p.id, null]
      ORDER BY r.id
    },
    [
      COLLECT {
        MATCH (p:TrainingPlan {id: $plan_2})
        UNWIND [
          (p)-[:FOLLOWS_STANDARD]->(:TeachingStandard)-[:HAS_COURSE]->(n:Course) | [n, true]
        ] + [
          (p)-[:PLAN_FOR]->(:Major)<-[:STANDARD_OF]-(:TeachingStandard)-[:HAS_COURSE]->(n:Course) | [n, false]
        ] AS found
        WITH found[0] AS c, found[1] AS is_base
        WITH *
        LIMIT 0
        MATCH (c)<-[:ALIGNS]-(a:Alignment)
        WHERE true AND a.status IN ['ACCEPTED', 'SUGGESTED']
        MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
        RETURN [is_base, c.name, [r.id, c.id, a.status, a.kind, a.role, a.strength, []]]
        ORDER BY r.id, a.id
      },
      COLLECT {
        MATCH (p:TrainingPlan {id: $plan_2})
        UNWIND [
          (p)-[:FOLLOWS_STANDARD]->(:TeachingStandard)-[:HAS_COURSE]->(n:Course) | [n, true]
        ] + [
          (p)-[:PLAN_FOR]->(:Major)<-[:STANDARD_OF]-(:TeachingStandard)-[:HAS_COURSE]->(n:Course) | [n, false]
        ] AS found
        WITH found[0] AS c, found[1] AS is_base
        WITH *
        LIMIT 0
        MATCH (c)-[:HAS_OUTCOME]->(:CourseOutcome)<-[:ALIGNS_OUTCOME]-(a:Alignment)
        WHERE a.kind <> 'NO_MATCH' AND a.status IN ['ACCEPTED', 'SUGGESTED']
        MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
        RETURN [is_base, c.name, [r.id, c.id, a.status, a.kind, a.role, a.strength, []]]
        ORDER BY r.id, a.id
      }
    ]
  ] AS c1
}
RETURN c0, c1
