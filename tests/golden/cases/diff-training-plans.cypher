CALL () {
  RETURN [
    [
      COLLECT {
        MATCH (n:TrainingPlan {id: $from})
        WHERE (n.draftOf IS NULL OR n.draftOf = $reader)
        WITH DISTINCT n.id AS key, null AS value
        RETURN [key, value]
      },
      COLLECT {
        MATCH (n:TrainingPlan {id: $to})
        WHERE (n.draftOf IS NULL OR n.draftOf = $reader)
        WITH DISTINCT n.id AS key, null AS value
        RETURN [key, value]
      }
    ],
    [
      COLLECT {
        MATCH (p:TrainingPlan {id: $from})
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
        MATCH (p:TrainingPlan {id: $from})
        MATCH (p)-[:HAS_PLAN_COURSE]->(c:PlanCourse)
        RETURN [
          [[], []],
          COLLECT {
            MATCH (c)-[:PLAN_HAS_OUTCOME]->(o:CourseOutcome)
            RETURN o.text
            ORDER BY o.sequence, o.id
          }
        ]
        ORDER BY coalesce(c.position, 0), c.sequence, c.id
      },
      COLLECT {
        MATCH (p:TrainingPlan {id: $from})
        MATCH (p)-[:HAS_PLAN_GROUP]->(g:PlanGroup)
        RETURN [g.number, [['PlanGroup', [g.label]]]]
        ORDER BY g.number
      }
    ],
    [
      COLLECT {
        MATCH (p:TrainingPlan {id: $to})
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
        MATCH (p:TrainingPlan {id: $to})
        MATCH (p)-[:HAS_PLAN_COURSE]->(c:PlanCourse)
        RETURN [
          [[], []],
          COLLECT {
            MATCH (c)-[:PLAN_HAS_OUTCOME]->(o:CourseOutcome)
            RETURN o.text
            ORDER BY o.sequence, o.id
          }
        ]
        ORDER BY coalesce(c.position, 0), c.sequence, c.id
      },
      COLLECT {
        MATCH (p:TrainingPlan {id: $to})
        MATCH (p)-[:HAS_PLAN_GROUP]->(g:PlanGroup)
        RETURN [g.number, [['PlanGroup', [g.id]]]]
        ORDER BY g.number
      }
    ],
    COLLECT {
      MATCH (s:RuleSet)-[:HAS_RULE]->(r:Rule)
      WHERE s.scope = 'NATIONAL'
      RETURN [properties(s), properties(r)]
      ORDER BY s.code, r.code, r.id
    }
  ] AS c0
}
CALL () {
  RETURN [
    [
      COLLECT {
        MATCH (n:TrainingPlan {id: $from_2})
        WHERE (n.draftOf IS NULL OR n.draftOf = $reader)
        WITH DISTINCT n.id AS key, null AS value
        RETURN [key, value]
      },
      COLLECT {
        MATCH (n:TrainingPlan {id: $to_2})
        WHERE (n.draftOf IS NULL OR n.draftOf = $reader)
        WITH DISTINCT n.id AS key, null AS value
        RETURN [key, value]
      }
    ],
    [
      COLLECT {
        MATCH (p:TrainingPlan {id: $from_2})
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
        MATCH (p:TrainingPlan {id: $from_2})
        MATCH (p)-[:HAS_PLAN_COURSE]->(c:PlanCourse)
        RETURN [
          [[['PlanCourse', [c.name, c.hours]]], [['PlanCourse', [c.name]]]],
          COLLECT {
            MATCH (c)-[:PLAN_HAS_OUTCOME]->(o:CourseOutcome)
            RETURN o.text
            ORDER BY o.sequence, o.id
          }
        ]
        ORDER BY coalesce(c.position, 0), c.sequence, c.id
      },
      COLLECT {
        MATCH (p:TrainingPlan {id: $from_2})
        MATCH (p)-[:HAS_PLAN_GROUP]->(g:PlanGroup)
        RETURN [g.number, []]
        ORDER BY g.number
      }
    ],
    [
      COLLECT {
        MATCH (p:TrainingPlan {id: $to_2})
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
        MATCH (p:TrainingPlan {id: $to_2})
        MATCH (p)-[:HAS_PLAN_COURSE]->(c:PlanCourse)
        RETURN [
          [[['PlanCourse', [c.name]]], [['PlanCourse', [c.id, c.name]]]],
          COLLECT {
            MATCH (c)-[:PLAN_HAS_OUTCOME]->(o:CourseOutcome)
            RETURN o.text
            ORDER BY o.sequence, o.id
          }
        ]
        ORDER BY coalesce(c.position, 0), c.sequence, c.id
      },
      COLLECT {
        MATCH (p:TrainingPlan {id: $to_2})
        MATCH (p)-[:HAS_PLAN_GROUP]->(g:PlanGroup)
        RETURN [g.number, []]
        ORDER BY g.number
      }
    ],
    COLLECT {
      MATCH (s:RuleSet)-[:HAS_RULE]->(r:Rule)
      WHERE s.scope = 'NATIONAL'
      RETURN [properties(s), properties(r)]
      ORDER BY s.code, r.code, r.id
    }
  ] AS c1
}
RETURN c0, c1
