CALL () {
  RETURN [
    [
      COLLECT {
        MATCH (n:Major {id: $major})
        WITH DISTINCT n.id AS key, null AS value
        RETURN [key, value]
      }
    ],
    COLLECT {
      MATCH (p:Major {id: $major})
      MATCH (p)<-[u:SUITS]-(k:Certificate)
      WHERE 'SUITS' IN $via AND u.basis <> 'ILLUSTRATIVE'
      RETURN [
        k.id, k.name, [['Certificate', [k.name]]], 'SUITS', u.basis, u.relation, u.certificateLevel,
        [['Major', [[p.name, p.edition, p.educationLevel, p.code]]]], null,
        COLLECT {
          UNWIND u.sourceIds AS key
          MATCH (source:Source {id: key})
          RETURN [['Source', [source.code]]]
          ORDER BY source.id
        },
        'SUITS ' + p.id + ' '
      ]
    },
    COLLECT {
      MATCH (p:Major {id: $major})
      MATCH (p)<-[:STANDARD_OF]-(s:TeachingStandard)-[u:NAMES_CERTIFICATE]->(k:Certificate)
      WHERE 'TEACHING_STANDARD' IN $via AND u.basis <> 'ILLUSTRATIVE'
      RETURN [
        k.id, k.name, [['Certificate', [k.name]]], 'TEACHING_STANDARD', u.basis, null, null,
        [['Major', [[p.name, p.edition, p.educationLevel, p.code]]]],
        [['TeachingStandard', [[s.name, s.year, s.majorCode]]]],
        COLLECT {
          UNWIND u.sourceIds AS key
          MATCH (source:Source {id: key})
          RETURN [['Source', [source.code]]]
          ORDER BY source.id
        },
        'TEACHING_STANDARD ' + p.id + ' ' + s.id
      ]
    },
    COLLECT {
      MATCH (p:Major {id: $major})
      MATCH (p)<-[:PLAN_FOR]-(s:TrainingPlan)-[u:PLAN_NAMES_CERTIFICATE]->(k:Certificate)
      WHERE 'TRAINING_PLAN' IN $via AND u.basis <> 'ILLUSTRATIVE'
        AND (s.draftOf IS NULL OR s.draftOf = $reader)
      RETURN [
        k.id, k.name, [['Certificate', [k.name]]], 'TRAINING_PLAN', u.basis, null, u.certificateLevel,
        [['Major', [[p.name, p.edition, p.educationLevel, p.code]]]],
        [['TrainingPlan', [[s.majorName, s.collegeName, s.grade, s.version]]]],
        COLLECT {
          UNWIND u.sourceIds AS key
          MATCH (source:Source {id: key})
          RETURN [['Source', [source.code]]]
          ORDER BY source.id
        },
        'TRAINING_PLAN ' + p.id + ' ' + s.id
      ]
    },
    COLLECT {
      MATCH (p:Major {id: $major})
      MATCH (p)<-[:PLAN_FOR]-(:TrainingPlan)-[:HAS_PLAN_COURSE]->(s:PlanCourse)
        -[u:LINKED_TO_CERTIFICATE]->(k:Certificate)
      WHERE 'TRAINING_PLAN' IN $via AND u.basis <> 'ILLUSTRATIVE'
        AND (s.draftOf IS NULL OR s.draftOf = $reader)
      RETURN [
        k.id, k.name, [['Certificate', [k.name]]], 'TRAINING_PLAN', u.basis, null, u.certificateLevel,
        [['Major', [[p.name, p.edition, p.educationLevel, p.code]]]],
        [['PlanCourse', [[s.name, s.collegeName, s.majorName, s.grade, s.sequence, s.version]]]],
        COLLECT {
          UNWIND u.sourceIds AS key
          MATCH (source:Source {id: key})
          RETURN [['Source', [source.code]]]
          ORDER BY source.id
        },
        'TRAINING_PLAN ' + p.id + ' ' + s.id
      ]
    },
    COLLECT {
      MATCH (p:Major)-[:REPLACED_BY*1..5]->(m:Major {id: $major})
      WITH DISTINCT m, p
      MATCH (p)<-[u:SUITS]-(k:Certificate)
      WHERE 'PREDECESSOR' IN $via AND u.basis <> 'ILLUSTRATIVE'
      RETURN [
        k.id, k.name, [['Certificate', [k.name]]], 'PREDECESSOR', u.basis, u.relation, u.certificateLevel,
        [['Major', [[p.name, p.edition, p.educationLevel, p.code]]]], null,
        COLLECT {
          UNWIND u.sourceIds AS key
          MATCH (source:Source {id: key})
          RETURN [['Source', [source.code]]]
          ORDER BY source.id
        },
        'SUITS ' + p.id + ' '
      ]
    },
    COLLECT {
      MATCH (p:Major)-[:REPLACED_BY*1..5]->(m:Major {id: $major})
      WITH DISTINCT m, p
      MATCH (p)<-[:STANDARD_OF]-(s:TeachingStandard)-[u:NAMES_CERTIFICATE]->(k:Certificate)
      WHERE 'PREDECESSOR' IN $via AND u.basis <> 'ILLUSTRATIVE'
      RETURN [
        k.id, k.name, [['Certificate', [k.name]]], 'PREDECESSOR', u.basis, null, null,
        [['Major', [[p.name, p.edition, p.educationLevel, p.code]]]],
        [['TeachingStandard', [[s.name, s.year, s.majorCode]]]],
        COLLECT {
          UNWIND u.sourceIds AS key
          MATCH (source:Source {id: key})
          RETURN [['Source', [source.code]]]
          ORDER BY source.id
        },
        'TEACHING_STANDARD ' + p.id + ' ' + s.id
      ]
    },
    COLLECT {
      MATCH (p:Major)-[:REPLACED_BY*1..5]->(m:Major {id: $major})
      WITH DISTINCT m, p
      MATCH (p)<-[:PLAN_FOR]-(s:TrainingPlan)-[u:PLAN_NAMES_CERTIFICATE]->(k:Certificate)
      WHERE 'PREDECESSOR' IN $via AND u.basis <> 'ILLUSTRATIVE' AND (s.draftOf IS NULL OR s.draftOf = $reader)
      RETURN [
        k.id, k.name, [['Certificate', [k.name]]], 'PREDECESSOR', u.basis, null, u.certificateLevel,
        [['Major', [[p.name, p.edition, p.educationLevel, p.code]]]],
        [['TrainingPlan', [[s.majorName, s.collegeName, s.grade, s.version]]]],
        COLLECT {
          UNWIND u.sourceIds AS key
          MATCH (source:Source {id: key})
          RETURN [['Source', [source.code]]]
          ORDER BY source.id
        },
        'TRAINING_PLAN ' + p.id + ' ' + s.id
      ]
    },
    COLLECT {
      MATCH (p:Major)-[:REPLACED_BY*1..5]->(m:Major {id: $major})
      WITH DISTINCT m, p
      MATCH (p)<-[:PLAN_FOR]-(:TrainingPlan)-[:HAS_PLAN_COURSE]->(s:PlanCourse)
        -[u:LINKED_TO_CERTIFICATE]->(k:Certificate)
      WHERE 'PREDECESSOR' IN $via AND u.basis <> 'ILLUSTRATIVE' AND (s.draftOf IS NULL OR s.draftOf = $reader)
      RETURN [
        k.id, k.name, [['Certificate', [k.name]]], 'PREDECESSOR', u.basis, null, u.certificateLevel,
        [['Major', [[p.name, p.edition, p.educationLevel, p.code]]]],
        [['PlanCourse', [[s.name, s.collegeName, s.majorName, s.grade, s.sequence, s.version]]]],
        COLLECT {
          UNWIND u.sourceIds AS key
          MATCH (source:Source {id: key})
          RETURN [['Source', [source.code]]]
          ORDER BY source.id
        },
        'TRAINING_PLAN ' + p.id + ' ' + s.id
      ]
    }
  ] AS c0
}
CALL () {
  RETURN [
    [
      COLLECT {
        MATCH (n:Major {id: $major_2})
        WITH DISTINCT n.id AS key, null AS value
        RETURN [key, value]
      }
    ],
    COLLECT {
      MATCH (p:Major {id: $major_2})
      MATCH (p)<-[u:SUITS]-(k:Certificate)
      WHERE 'SUITS' IN $via_2 AND u.basis <> 'ILLUSTRATIVE'
      RETURN [
        k.id, k.name, [], 'SUITS', u.basis, u.relation, u.certificateLevel, [], null,
        COLLECT {
          UNWIND u.sourceIds AS key
          MATCH (source:Source {id: key})
          RETURN []
          ORDER BY source.id
        },
        'SUITS ' + p.id + ' '
      ]
    },
    COLLECT {
      MATCH (p:Major {id: $major_2})
      MATCH (p)<-[:STANDARD_OF]-(s:TeachingStandard)-[u:NAMES_CERTIFICATE]->(k:Certificate)
      WHERE 'TEACHING_STANDARD' IN $via_2 AND u.basis <> 'ILLUSTRATIVE'
      RETURN [
        k.id, k.name, [], 'TEACHING_STANDARD', u.basis, null, null, [], [],
        COLLECT {
          UNWIND u.sourceIds AS key
          MATCH (source:Source {id: key})
          RETURN []
          ORDER BY source.id
        },
        'TEACHING_STANDARD ' + p.id + ' ' + s.id
      ]
    },
    COLLECT {
      MATCH (p:Major {id: $major_2})
      MATCH (p)<-[:PLAN_FOR]-(s:TrainingPlan)-[u:PLAN_NAMES_CERTIFICATE]->(k:Certificate)
      WHERE 'TRAINING_PLAN' IN $via_2 AND u.basis <> 'ILLUSTRATIVE'
        AND (s.draftOf IS NULL OR s.draftOf = $reader)
      RETURN [
        k.id, k.name, [], 'TRAINING_PLAN', u.basis, null, u.certificateLevel, [], [],
        COLLECT {
          UNWIND u.sourceIds AS key
          MATCH (source:Source {id: key})
          RETURN []
          ORDER BY source.id
        },
        'TRAINING_PLAN ' + p.id + ' ' + s.id
      ]
    },
    COLLECT {
      MATCH (p:Major {id: $major_2})
      MATCH (p)<-[:PLAN_FOR]-(:TrainingPlan)-[:HAS_PLAN_COURSE]->(s:PlanCourse)
        -[u:LINKED_TO_CERTIFICATE]->(k:Certificate)
      WHERE 'TRAINING_PLAN' IN $via_2 AND u.basis <> 'ILLUSTRATIVE'
        AND (s.draftOf IS NULL OR s.draftOf = $reader)
      RETURN [
        k.id, k.name, [], 'TRAINING_PLAN', u.basis, null, u.certificateLevel, [], [],
        COLLECT {
          UNWIND u.sourceIds AS key
          MATCH (source:Source {id: key})
          RETURN []
          ORDER BY source.id
        },
        'TRAINING_PLAN ' + p.id + ' ' + s.id
      ]
    },
    COLLECT {
      MATCH (p:Major)-[:REPLACED_BY*1..5]->(m:Major {id: $major_2})
      WITH DISTINCT m, p
      MATCH (p)<-[u:SUITS]-(k:Certificate)
      WHERE 'PREDECESSOR' IN $via_2 AND u.basis <> 'ILLUSTRATIVE'
      RETURN [
        k.id, k.name, [], 'PREDECESSOR', u.basis, u.relation, u.certificateLevel, [], null,
        COLLECT {
          UNWIND u.sourceIds AS key
          MATCH (source:Source {id: key})
          RETURN []
          ORDER BY source.id
        },
        'SUITS ' + p.id + ' '
      ]
    },
    COLLECT {
      MATCH (p:Major)-[:REPLACED_BY*1..5]->(m:Major {id: $major_2})
      WITH DISTINCT m, p
      MATCH (p)<-[:STANDARD_OF]-(s:TeachingStandard)-[u:NAMES_CERTIFICATE]->(k:Certificate)
      WHERE 'PREDECESSOR' IN $via_2 AND u.basis <> 'ILLUSTRATIVE'
      RETURN [
        k.id, k.name, [], 'PREDECESSOR', u.basis, null, null, [], [],
        COLLECT {
          UNWIND u.sourceIds AS key
          MATCH (source:Source {id: key})
          RETURN []
          ORDER BY source.id
        },
        'TEACHING_STANDARD ' + p.id + ' ' + s.id
      ]
    },
    COLLECT {
      MATCH (p:Major)-[:REPLACED_BY*1..5]->(m:Major {id: $major_2})
      WITH DISTINCT m, p
      MATCH (p)<-[:PLAN_FOR]-(s:TrainingPlan)-[u:PLAN_NAMES_CERTIFICATE]->(k:Certificate)
      WHERE 'PREDECESSOR' IN $via_2 AND u.basis <> 'ILLUSTRATIVE'
        AND (s.draftOf IS NULL OR s.draftOf = $reader)
      RETURN [
        k.id, k.name, [], 'PREDECESSOR', u.basis, null, u.certificateLevel, [], [],
        COLLECT {
          UNWIND u.sourceIds AS key
          MATCH (source:Source {id: key})
          RETURN []
          ORDER BY source.id
        },
        'TRAINING_PLAN ' + p.id + ' ' + s.id
      ]
    },
    COLLECT {
      MATCH (p:Major)-[:REPLACED_BY*1..5]->(m:Major {id: $major_2})
      WITH DISTINCT m, p
      MATCH (p)<-[:PLAN_FOR]-(:TrainingPlan)-[:HAS_PLAN_COURSE]->(s:PlanCourse)
        -[u:LINKED_TO_CERTIFICATE]->(k:Certificate)
      WHERE 'PREDECESSOR' IN $via_2 AND u.basis <> 'ILLUSTRATIVE'
        AND (s.draftOf IS NULL OR s.draftOf = $reader)
      RETURN [
        k.id, k.name, [], 'PREDECESSOR', u.basis, null, u.certificateLevel, [], [],
        COLLECT {
          UNWIND u.sourceIds AS key
          MATCH (source:Source {id: key})
          RETURN []
          ORDER BY source.id
        },
        'TRAINING_PLAN ' + p.id + ' ' + s.id
      ]
    }
  ] AS c1
}
CALL () {
  RETURN [
    [
      COLLECT {
        MATCH (n:Certificate {id: $certificate})
        WITH DISTINCT n.id AS key, null AS value
        RETURN [key, value]
      }
    ],
    COLLECT {
      MATCH (k:Certificate {id: $certificate})
      MATCH (p)<-[u:SUITS]-(k:Certificate)
      WHERE 'SUITS' IN $via_3 AND u.basis <> 'ILLUSTRATIVE'
      RETURN [
        p.id, p.name, [['Major', [[p.name, p.edition, p.educationLevel, p.code]]]], 'SUITS', u.basis,
        u.relation, u.certificateLevel, [], null,
        COLLECT {
          UNWIND u.sourceIds AS key
          MATCH (source:Source {id: key})
          RETURN []
          ORDER BY source.id
        },
        'SUITS ' + p.id + ' '
      ]
    },
    COLLECT {
      MATCH (k:Certificate {id: $certificate})
      MATCH (p)<-[:STANDARD_OF]-(s:TeachingStandard)-[u:NAMES_CERTIFICATE]->(k:Certificate)
      WHERE 'TEACHING_STANDARD' IN $via_3 AND u.basis <> 'ILLUSTRATIVE'
      RETURN [
        p.id, p.name, [['Major', [[p.name, p.edition, p.educationLevel, p.code]]]], 'TEACHING_STANDARD',
        u.basis, null, null, [], [['TeachingStandard', [[s.name, s.year, s.majorCode]]]],
        COLLECT {
          UNWIND u.sourceIds AS key
          MATCH (source:Source {id: key})
          RETURN []
          ORDER BY source.id
        },
        'TEACHING_STANDARD ' + p.id + ' ' + s.id
      ]
    },
    COLLECT {
      MATCH (k:Certificate {id: $certificate})
      MATCH (p)<-[:PLAN_FOR]-(s:TrainingPlan)-[u:PLAN_NAMES_CERTIFICATE]->(k:Certificate)
      WHERE 'TRAINING_PLAN' IN $via_3 AND u.basis <> 'ILLUSTRATIVE'
        AND (s.draftOf IS NULL OR s.draftOf = $reader)
      RETURN [
        p.id, p.name, [['Major', [[p.name, p.edition, p.educationLevel, p.code]]]], 'TRAINING_PLAN', u.basis,
        null, u.certificateLevel, [], [['TrainingPlan', [[s.majorName, s.collegeName, s.grade, s.version]]]],
        COLLECT {
          UNWIND u.sourceIds AS key
          MATCH (source:Source {id: key})
          RETURN []
          ORDER BY source.id
        },
        'TRAINING_PLAN ' + p.id + ' ' + s.id
      ]
    },
    COLLECT {
      MATCH (k:Certificate {id: $certificate})
      MATCH (p)<-[:PLAN_FOR]-(:TrainingPlan)-[:HAS_PLAN_COURSE]->(s:PlanCourse)
        -[u:LINKED_TO_CERTIFICATE]->(k:Certificate)
      WHERE 'TRAINING_PLAN' IN $via_3 AND u.basis <> 'ILLUSTRATIVE'
        AND (s.draftOf IS NULL OR s.draftOf = $reader)
      RETURN [
        p.id, p.name, [['Major', [[p.name, p.edition, p.educationLevel, p.code]]]], 'TRAINING_PLAN', u.basis,
        null, u.certificateLevel, [],
        [['PlanCourse', [[s.name, s.collegeName, s.majorName, s.grade, s.sequence, s.version]]]],
        COLLECT {
          UNWIND u.sourceIds AS key
          MATCH (source:Source {id: key})
          RETURN []
          ORDER BY source.id
        },
        'TRAINING_PLAN ' + p.id + ' ' + s.id
      ]
    },
    COLLECT {
      MATCH (k:Certificate {id: $certificate})
      MATCH (p)<-[u:SUITS]-(k:Certificate)
      MATCH (p)-[:REPLACED_BY*1..5]->(m:Major)
      WHERE 'PREDECESSOR' IN $via_3 AND u.basis <> 'ILLUSTRATIVE'
      RETURN [
        m.id, m.name, [['Major', [[m.name, m.edition, m.educationLevel, m.code]]]], 'PREDECESSOR', u.basis,
        u.relation, u.certificateLevel, [], null,
        COLLECT {
          UNWIND u.sourceIds AS key
          MATCH (source:Source {id: key})
          RETURN []
          ORDER BY source.id
        },
        'SUITS ' + p.id + ' '
      ]
    },
    COLLECT {
      MATCH (k:Certificate {id: $certificate})
      MATCH (p)<-[:STANDARD_OF]-(s:TeachingStandard)-[u:NAMES_CERTIFICATE]->(k:Certificate)
      MATCH (p)-[:REPLACED_BY*1..5]->(m:Major)
      WHERE 'PREDECESSOR' IN $via_3 AND u.basis <> 'ILLUSTRATIVE'
      RETURN [
        m.id, m.name, [['Major', [[m.name, m.edition, m.educationLevel, m.code]]]], 'PREDECESSOR', u.basis,
        null, null, [], [['TeachingStandard', [[s.name, s.year, s.majorCode]]]],
        COLLECT {
          UNWIND u.sourceIds AS key
          MATCH (source:Source {id: key})
          RETURN []
          ORDER BY source.id
        },
        'TEACHING_STANDARD ' + p.id + ' ' + s.id
      ]
    },
    COLLECT {
      MATCH (k:Certificate {id: $certificate})
      MATCH (p)<-[:PLAN_FOR]-(s:TrainingPlan)-[u:PLAN_NAMES_CERTIFICATE]->(k:Certificate)
      MATCH (p)-[:REPLACED_BY*1..5]->(m:Major)
      WHERE 'PREDECESSOR' IN $via_3 AND u.basis <> 'ILLUSTRATIVE'
        AND (s.draftOf IS NULL OR s.draftOf = $reader)
      RETURN [
        m.id, m.name, [['Major', [[m.name, m.edition, m.educationLevel, m.code]]]], 'PREDECESSOR', u.basis,
        null, u.certificateLevel, [], [['TrainingPlan', [[s.majorName, s.collegeName, s.grade, s.version]]]],
        COLLECT {
          UNWIND u.sourceIds AS key
          MATCH (source:Source {id: key})
          RETURN []
          ORDER BY source.id
        },
        'TRAINING_PLAN ' + p.id + ' ' + s.id
      ]
    },
    COLLECT {
      MATCH (k:Certificate {id: $certificate})
      MATCH (p)<-[:PLAN_FOR]-(:TrainingPlan)-[:HAS_PLAN_COURSE]->(s:PlanCourse)
        -[u:LINKED_TO_CERTIFICATE]->(k:Certificate)
      MATCH (p)-[:REPLACED_BY*1..5]->(m:Major)
      WHERE 'PREDECESSOR' IN $via_3 AND u.basis <> 'ILLUSTRATIVE'
        AND (s.draftOf IS NULL OR s.draftOf = $reader)
      RETURN [
        m.id, m.name, [['Major', [[m.name, m.edition, m.educationLevel, m.code]]]], 'PREDECESSOR', u.basis,
        null, u.certificateLevel, [],
        [['PlanCourse', [[s.name, s.collegeName, s.majorName, s.grade, s.sequence, s.version]]]],
        COLLECT {
          UNWIND u.sourceIds AS key
          MATCH (source:Source {id: key})
          RETURN []
          ORDER BY source.id
        },
        'TRAINING_PLAN ' + p.id + ' ' + s.id
      ]
    }
  ] AS c2
}
RETURN c0, c1, c2
