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
      MATCH (p)-[:HAS_PLAN_COURSE]->(c:PlanCourse)
      RETURN [
        [], [['PlanCourse', [c.name, c.hours, c.credits]]], [['PlanCourse', [c.id]]],
        [['PlanCourse', [c.name]]]
      ]
      ORDER BY coalesce(c.position, 0), c.sequence, c.id
    },
    COLLECT {
      MATCH (s:RuleSet)-[:HAS_RULE]->(r:Rule)
      WHERE s.id IN $ruleSets
      RETURN [properties(s), properties(r), [['Rule', [r.ruleSetCode, r.code, r.item, r.document]]]]
      ORDER BY s.code, r.code, r.id
    }
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
      MATCH (p)-[:HAS_PLAN_COURSE]->(c:PlanCourse)
      RETURN [[['PlanCourse', [c.name]]], [], [], []]
      ORDER BY coalesce(c.position, 0), c.sequence, c.id
    },
    COLLECT {
      MATCH (s:RuleSet)-[:HAS_RULE]->(r:Rule)
      WHERE s.scope = 'NATIONAL'
      RETURN [properties(s), properties(r), [['Rule', [r.id]]]]
      ORDER BY s.code, r.code, r.id
    }
  ] AS c1
}
RETURN c0, c1
