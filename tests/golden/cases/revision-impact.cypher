CALL () {
  RETURN [
    [
      COLLECT {
        MATCH (n:SkillStandard {id: $from})
        WITH DISTINCT n.id AS key, CASE
          WHEN NOT EXISTS {
            MATCH (:SkillStandard {id: $from})-[:HAS_STANDARD_LEVEL]->(l:StandardLevel)
            MATCH (l)-[:HAS_WORK_AREA]->(:WorkArea)-[:HAS_TASK]->(:WorkTask)
              -[:HAS_REQUIREMENT]->(:SkillRequirement)
          } THEN 'STANDARD_NOT_READ'
          END AS value
        RETURN [key, value]
      },
      COLLECT {
        MATCH (n:SkillStandard {id: $to})
        WITH DISTINCT n.id AS key, CASE
          WHEN NOT EXISTS {
            MATCH (:SkillStandard {id: $to})-[:HAS_STANDARD_LEVEL]->(l:StandardLevel)
            MATCH (l)-[:HAS_WORK_AREA]->(:WorkArea)-[:HAS_TASK]->(:WorkTask)
              -[:HAS_REQUIREMENT]->(:SkillRequirement)
          } THEN 'STANDARD_NOT_READ'
          END AS value
        RETURN [key, value]
      }
    ],
    COLLECT {
      MATCH (:SkillStandard {id: $from})-[:HAS_STANDARD_LEVEL]->(l:StandardLevel)
        -[:HAS_WORK_AREA]->(w:WorkArea)
      MATCH (w)-[:HAS_TASK]->(t:WorkTask)-[:HAS_REQUIREMENT]->(r:SkillRequirement)
      RETURN [r.id, r.level, r.code, r.text, [['SkillRequirement', [r.level, r.code]]]]
      ORDER BY l.rank, l.id, r.sequence, r.id
      LIMIT 1001
    },
    COLLECT {
      MATCH (:SkillStandard {id: $to})-[:HAS_STANDARD_LEVEL]->(l:StandardLevel)-[:HAS_WORK_AREA]->(w:WorkArea)
      MATCH (w)-[:HAS_TASK]->(t:WorkTask)-[:HAS_REQUIREMENT]->(r:SkillRequirement)
      RETURN [r.id, r.level, r.code, r.text, [['SkillRequirement', [r.id]]]]
      ORDER BY l.rank, l.id, r.sequence, r.id
      LIMIT 1001
    },
    [
      COLLECT {
        MATCH (:SkillStandard {id: $from})-[:HAS_STANDARD_LEVEL]->(l:StandardLevel)
          -[:HAS_WORK_AREA]->(w:WorkArea)
        MATCH (w)-[:HAS_TASK]->(t:WorkTask)-[:HAS_REQUIREMENT]->(r:SkillRequirement)
          <-[:ALIGNED_TO]-(a:Alignment)
        WHERE a.status IN ['ACCEPTED', 'SUGGESTED'] AND a.kind <> 'NO_MATCH'
        MATCH (a)-[:ALIGNS]->(c:Course)
        RETURN [
          r.id, a.id, c.id, [['Alignment', [a.id, a.status]]],
          [['Course', [c.name]], ['Course', [c.id, c.name]]], null
        ]
      },
      COLLECT {
        MATCH (:SkillStandard {id: $from})-[:HAS_STANDARD_LEVEL]->(l:StandardLevel)
          -[:HAS_WORK_AREA]->(w:WorkArea)
        MATCH (w)-[:HAS_TASK]->(t:WorkTask)-[:HAS_REQUIREMENT]->(r:SkillRequirement)
          <-[:ALIGNED_TO]-(a:Alignment)
        WHERE a.status IN ['ACCEPTED', 'SUGGESTED'] AND a.kind <> 'NO_MATCH'
        MATCH (a)-[:ALIGNS_OUTCOME]->(:CourseOutcome)<-[:HAS_OUTCOME]-(c:Course)
        RETURN [
          r.id, a.id, c.id, [['Alignment', [a.id, a.status]]],
          [['Course', [c.name]], ['Course', [c.id, c.name]]], null
        ]
      },
      COLLECT {
        MATCH (:SkillStandard {id: $from})-[:HAS_STANDARD_LEVEL]->(l:StandardLevel)
          -[:HAS_WORK_AREA]->(w:WorkArea)
        MATCH (w)-[:HAS_TASK]->(t:WorkTask)-[:HAS_REQUIREMENT]->(r:SkillRequirement)
          <-[:ALIGNED_TO]-(a:Alignment)
        WHERE a.status IN ['ACCEPTED', 'SUGGESTED'] AND a.kind <> 'NO_MATCH'
        MATCH (a)-[:ALIGNS_PLAN_COURSE]->(c:PlanCourse)
        RETURN [
          r.id, a.id, c.id, [['Alignment', [a.id, a.status]]],
          [['PlanCourse', [c.name]], ['PlanCourse', [c.id, c.name]]],
          COLLECT {
            MATCH (c)<-[:HAS_PLAN_COURSE]-(p:TrainingPlan)
            RETURN p.id
          }[0]
        ]
      },
      COLLECT {
        MATCH (:SkillStandard {id: $from})-[:HAS_STANDARD_LEVEL]->(l:StandardLevel)
          -[:HAS_WORK_AREA]->(w:WorkArea)
        MATCH (w)-[:HAS_TASK]->(t:WorkTask)-[:HAS_REQUIREMENT]->(r:SkillRequirement)
          <-[:ALIGNED_TO]-(a:Alignment)
        WHERE a.status IN ['ACCEPTED', 'SUGGESTED'] AND a.kind <> 'NO_MATCH'
        MATCH (a)-[:ALIGNS_OUTCOME]->(:CourseOutcome)<-[:PLAN_HAS_OUTCOME]-(c:PlanCourse)
        RETURN [
          r.id, a.id, c.id, [['Alignment', [a.id, a.status]]],
          [['PlanCourse', [c.name]], ['PlanCourse', [c.id, c.name]]],
          COLLECT {
            MATCH (c)<-[:HAS_PLAN_COURSE]-(p:TrainingPlan)
            RETURN p.id
          }[0]
        ]
      },
      COLLECT {
        MATCH (:SkillStandard {id: $from})-[:HAS_STANDARD_LEVEL]->(l:StandardLevel)
          -[:HAS_WORK_AREA]->(w:WorkArea)
        MATCH (w)-[:HAS_TASK]->(t:WorkTask)-[:HAS_REQUIREMENT]->(r:SkillRequirement)
          <-[:ALIGNED_TO]-(a:Alignment)
        WHERE a.status IN ['ACCEPTED', 'SUGGESTED'] AND a.kind <> 'NO_MATCH'
        MATCH (a)-[:ALIGNS_MAJOR]->(:Major)
        RETURN [r.id, a.id, null, [['Alignment', [a.id, a.status]]], null, null]
      }
    ],
    [
      COLLECT {
        MATCH (:SkillStandard {id: $from})<-[:HAS_STANDARD]-(k:Certificate)
          <-[:PLAN_NAMES_CERTIFICATE]-(p:TrainingPlan)
        WHERE (p.draftOf IS NULL OR p.draftOf = $reader)
        WITH DISTINCT p
        WHERE p.basis <> 'ILLUSTRATIVE'
        OPTIONAL MATCH (p)<-[:HAS_PLAN]-(g:College)
        RETURN [
          p.id, true, g.id, [['TrainingPlan', [p.id]]], CASE WHEN g IS NOT NULL THEN [['College', [g.name]]]
          END,
          COLLECT {
            MATCH (g)<-[:CREDIT_RULE_OF]-(u:CreditRule)
            RETURN [u.id, [['CreditRule', [u.id]]]]
          }
        ]
        ORDER BY p.id
      },
      COLLECT {
        MATCH (:SkillStandard {id: $from})<-[:HAS_STANDARD]-(k:Certificate)
          <-[:LINKED_TO_CERTIFICATE]-(c:PlanCourse)
        WHERE (c.draftOf IS NULL OR c.draftOf = $reader)
        MATCH (c)<-[:HAS_PLAN_COURSE]-(p:TrainingPlan)
        WITH DISTINCT p
        WHERE p.basis <> 'ILLUSTRATIVE'
        OPTIONAL MATCH (p)<-[:HAS_PLAN]-(g:College)
        RETURN [
          p.id, true, g.id, [['TrainingPlan', [p.id]]], CASE WHEN g IS NOT NULL THEN [['College', [g.name]]]
          END,
          COLLECT {
            MATCH (g)<-[:CREDIT_RULE_OF]-(u:CreditRule)
            RETURN [u.id, [['CreditRule', [u.id]]]]
          }
        ]
        ORDER BY p.id
      },
      COLLECT {
        MATCH (:SkillStandard {id: $from})-[:HAS_STANDARD_LEVEL]->(l:StandardLevel)
          -[:HAS_WORK_AREA]->(w:WorkArea)
        MATCH (w)-[:HAS_TASK]->(t:WorkTask)-[:HAS_REQUIREMENT]->(r:SkillRequirement)
          <-[:ALIGNED_TO]-(a:Alignment)
        MATCH (a)-[:ALIGNS_PLAN_COURSE]->(c:PlanCourse)
        MATCH (c)<-[:HAS_PLAN_COURSE]-(p:TrainingPlan)
        WITH DISTINCT p
        WHERE p.basis <> 'ILLUSTRATIVE'
        OPTIONAL MATCH (p)<-[:HAS_PLAN]-(g:College)
        RETURN [
          p.id, false, g.id, [['TrainingPlan', [p.id]]], CASE WHEN g IS NOT NULL THEN [['College', [g.name]]]
          END,
          COLLECT {
            MATCH (g)<-[:CREDIT_RULE_OF]-(u:CreditRule)
            RETURN [u.id, [['CreditRule', [u.id]]]]
          }
        ]
        ORDER BY p.id
      },
      COLLECT {
        MATCH (:SkillStandard {id: $from})-[:HAS_STANDARD_LEVEL]->(l:StandardLevel)
          -[:HAS_WORK_AREA]->(w:WorkArea)
        MATCH (w)-[:HAS_TASK]->(t:WorkTask)-[:HAS_REQUIREMENT]->(r:SkillRequirement)
          <-[:ALIGNED_TO]-(a:Alignment)
        MATCH (a)-[:ALIGNS_OUTCOME]->(:CourseOutcome)<-[:PLAN_HAS_OUTCOME]-(c:PlanCourse)
        MATCH (c)<-[:HAS_PLAN_COURSE]-(p:TrainingPlan)
        WITH DISTINCT p
        WHERE p.basis <> 'ILLUSTRATIVE'
        OPTIONAL MATCH (p)<-[:HAS_PLAN]-(g:College)
        RETURN [
          p.id, false, g.id, [['TrainingPlan', [p.id]]], CASE WHEN g IS NOT NULL THEN [['College', [g.name]]]
          END,
          COLLECT {
            MATCH (g)<-[:CREDIT_RULE_OF]-(u:CreditRule)
            RETURN [u.id, [['CreditRule', [u.id]]]]
          }
        ]
        ORDER BY p.id
      }
    ],
    COLLECT {
      MATCH (:SkillStandard {id: $from})<-[:HAS_STANDARD]-(k:Certificate)<-[:RULES_ON_CERTIFICATE]-(u:Rule)
      WITH DISTINCT u
      RETURN [['Rule', [u.item]]]
      ORDER BY u.id
    }
  ] AS c0
}
CALL () {
  RETURN [
    [
      COLLECT {
        MATCH (n:StandardLevel {id: $from_2})
        WITH DISTINCT n.id AS key, CASE
          WHEN NOT EXISTS {
            MATCH (l:StandardLevel {id: $from_2})
            MATCH (l)-[:HAS_WORK_AREA]->(:WorkArea)-[:HAS_TASK]->(:WorkTask)
              -[:HAS_REQUIREMENT]->(:SkillRequirement)
          } THEN 'STANDARD_NOT_READ'
          END AS value
        RETURN [key, value]
      },
      COLLECT {
        MATCH (n:StandardLevel {id: $to_2})
        WITH DISTINCT n.id AS key, CASE
          WHEN NOT EXISTS {
            MATCH (l:StandardLevel {id: $to_2})
            MATCH (l)-[:HAS_WORK_AREA]->(:WorkArea)-[:HAS_TASK]->(:WorkTask)
              -[:HAS_REQUIREMENT]->(:SkillRequirement)
          } THEN 'STANDARD_NOT_READ'
          END AS value
        RETURN [key, value]
      }
    ],
    COLLECT {
      MATCH (l:StandardLevel {id: $from_2})-[:HAS_WORK_AREA]->(w:WorkArea)
      MATCH (w)-[:HAS_TASK]->(t:WorkTask)-[:HAS_REQUIREMENT]->(r:SkillRequirement)
      RETURN [r.id, r.level, r.code, r.text, []]
      ORDER BY l.rank, l.id, r.sequence, r.id
      LIMIT 1001
    },
    COLLECT {
      MATCH (l:StandardLevel {id: $to_2})-[:HAS_WORK_AREA]->(w:WorkArea)
      MATCH (w)-[:HAS_TASK]->(t:WorkTask)-[:HAS_REQUIREMENT]->(r:SkillRequirement)
      RETURN [r.id, r.level, r.code, r.text, [['SkillRequirement', [r.code, r.text]]]]
      ORDER BY l.rank, l.id, r.sequence, r.id
      LIMIT 1001
    },
    [
      COLLECT {
        MATCH (l:StandardLevel {id: $from_2})-[:HAS_WORK_AREA]->(w:WorkArea)
        MATCH (w)-[:HAS_TASK]->(t:WorkTask)-[:HAS_REQUIREMENT]->(r:SkillRequirement)
          <-[:ALIGNED_TO]-(a:Alignment)
        WHERE a.status IN ['ACCEPTED', 'SUGGESTED'] AND a.kind <> 'NO_MATCH'
        MATCH (a)-[:ALIGNS]->(c:Course)
        RETURN [r.id, a.id, c.id, [], [['Course', [c.name]]], null]
      },
      COLLECT {
        MATCH (l:StandardLevel {id: $from_2})-[:HAS_WORK_AREA]->(w:WorkArea)
        MATCH (w)-[:HAS_TASK]->(t:WorkTask)-[:HAS_REQUIREMENT]->(r:SkillRequirement)
          <-[:ALIGNED_TO]-(a:Alignment)
        WHERE a.status IN ['ACCEPTED', 'SUGGESTED'] AND a.kind <> 'NO_MATCH'
        MATCH (a)-[:ALIGNS_OUTCOME]->(:CourseOutcome)<-[:HAS_OUTCOME]-(c:Course)
        RETURN [r.id, a.id, c.id, [], [['Course', [c.name]]], null]
      },
      COLLECT {
        MATCH (l:StandardLevel {id: $from_2})-[:HAS_WORK_AREA]->(w:WorkArea)
        MATCH (w)-[:HAS_TASK]->(t:WorkTask)-[:HAS_REQUIREMENT]->(r:SkillRequirement)
          <-[:ALIGNED_TO]-(a:Alignment)
        WHERE a.status IN ['ACCEPTED', 'SUGGESTED'] AND a.kind <> 'NO_MATCH'
        MATCH (a)-[:ALIGNS_PLAN_COURSE]->(c:PlanCourse)
        RETURN [
          r.id, a.id, c.id, [], [['PlanCourse', []]],
          COLLECT {
            MATCH (c)<-[:HAS_PLAN_COURSE]-(p:TrainingPlan)
            RETURN p.id
          }[0]
        ]
      },
      COLLECT {
        MATCH (l:StandardLevel {id: $from_2})-[:HAS_WORK_AREA]->(w:WorkArea)
        MATCH (w)-[:HAS_TASK]->(t:WorkTask)-[:HAS_REQUIREMENT]->(r:SkillRequirement)
          <-[:ALIGNED_TO]-(a:Alignment)
        WHERE a.status IN ['ACCEPTED', 'SUGGESTED'] AND a.kind <> 'NO_MATCH'
        MATCH (a)-[:ALIGNS_OUTCOME]->(:CourseOutcome)<-[:PLAN_HAS_OUTCOME]-(c:PlanCourse)
        RETURN [
          r.id, a.id, c.id, [], [['PlanCourse', []]],
          COLLECT {
            MATCH (c)<-[:HAS_PLAN_COURSE]-(p:TrainingPlan)
            RETURN p.id
          }[0]
        ]
      },
      COLLECT {
        MATCH (l:StandardLevel {id: $from_2})-[:HAS_WORK_AREA]->(w:WorkArea)
        MATCH (w)-[:HAS_TASK]->(t:WorkTask)-[:HAS_REQUIREMENT]->(r:SkillRequirement)
          <-[:ALIGNED_TO]-(a:Alignment)
        WHERE a.status IN ['ACCEPTED', 'SUGGESTED'] AND a.kind <> 'NO_MATCH'
        MATCH (a)-[:ALIGNS_MAJOR]->(:Major)
        RETURN [r.id, a.id, null, [], null, null]
      }
    ],
    [
      COLLECT {
        MATCH (:StandardLevel {id: $from_2})<-[:HAS_STANDARD_LEVEL]-(:SkillStandard)
          <-[:HAS_STANDARD]-(k:Certificate)<-[:PLAN_NAMES_CERTIFICATE]-(p:TrainingPlan)
        WHERE (p.draftOf IS NULL OR p.draftOf = $reader)
        WITH DISTINCT p
        WHERE p.basis <> 'ILLUSTRATIVE'
        OPTIONAL MATCH (p)<-[:HAS_PLAN]-(g:College)
        RETURN [
          p.id, true, g.id, [], CASE WHEN g IS NOT NULL THEN [] END,
          COLLECT {
            MATCH (g)<-[:CREDIT_RULE_OF]-(u:CreditRule)
            RETURN [u.id, []]
          }
        ]
        ORDER BY p.id
      },
      COLLECT {
        MATCH (:StandardLevel {id: $from_2})<-[:HAS_STANDARD_LEVEL]-(:SkillStandard)
          <-[:HAS_STANDARD]-(k:Certificate)<-[:LINKED_TO_CERTIFICATE]-(c:PlanCourse)
        WHERE (c.draftOf IS NULL OR c.draftOf = $reader)
        MATCH (c)<-[:HAS_PLAN_COURSE]-(p:TrainingPlan)
        WITH DISTINCT p
        WHERE p.basis <> 'ILLUSTRATIVE'
        OPTIONAL MATCH (p)<-[:HAS_PLAN]-(g:College)
        RETURN [
          p.id, true, g.id, [], CASE WHEN g IS NOT NULL THEN [] END,
          COLLECT {
            MATCH (g)<-[:CREDIT_RULE_OF]-(u:CreditRule)
            RETURN [u.id, []]
          }
        ]
        ORDER BY p.id
      },
      COLLECT {
        MATCH (l:StandardLevel {id: $from_2})-[:HAS_WORK_AREA]->(w:WorkArea)
        MATCH (w)-[:HAS_TASK]->(t:WorkTask)-[:HAS_REQUIREMENT]->(r:SkillRequirement)
          <-[:ALIGNED_TO]-(a:Alignment)
        MATCH (a)-[:ALIGNS_PLAN_COURSE]->(c:PlanCourse)
        MATCH (c)<-[:HAS_PLAN_COURSE]-(p:TrainingPlan)
        WITH DISTINCT p
        WHERE p.basis <> 'ILLUSTRATIVE'
        OPTIONAL MATCH (p)<-[:HAS_PLAN]-(g:College)
        RETURN [
          p.id, false, g.id, [], CASE WHEN g IS NOT NULL THEN [] END,
          COLLECT {
            MATCH (g)<-[:CREDIT_RULE_OF]-(u:CreditRule)
            RETURN [u.id, []]
          }
        ]
        ORDER BY p.id
      },
      COLLECT {
        MATCH (l:StandardLevel {id: $from_2})-[:HAS_WORK_AREA]->(w:WorkArea)
        MATCH (w)-[:HAS_TASK]->(t:WorkTask)-[:HAS_REQUIREMENT]->(r:SkillRequirement)
          <-[:ALIGNED_TO]-(a:Alignment)
        MATCH (a)-[:ALIGNS_OUTCOME]->(:CourseOutcome)<-[:PLAN_HAS_OUTCOME]-(c:PlanCourse)
        MATCH (c)<-[:HAS_PLAN_COURSE]-(p:TrainingPlan)
        WITH DISTINCT p
        WHERE p.basis <> 'ILLUSTRATIVE'
        OPTIONAL MATCH (p)<-[:HAS_PLAN]-(g:College)
        RETURN [
          p.id, false, g.id, [], CASE WHEN g IS NOT NULL THEN [] END,
          COLLECT {
            MATCH (g)<-[:CREDIT_RULE_OF]-(u:CreditRule)
            RETURN [u.id, []]
          }
        ]
        ORDER BY p.id
      }
    ],
    COLLECT {
      MATCH (:StandardLevel {id: $from_2})<-[:HAS_STANDARD_LEVEL]-(:SkillStandard)
        <-[:HAS_STANDARD]-(k:Certificate)<-[:RULES_ON_CERTIFICATE]-(u:Rule)
      WITH DISTINCT u
      RETURN []
      ORDER BY u.id
    }
  ] AS c1
}
RETURN c0, c1
