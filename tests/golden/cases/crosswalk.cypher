CALL () {
  RETURN [
    [
      COLLECT {
        MATCH (n:StandardLevel {id: $a})
        WITH DISTINCT n.id AS key, CASE
          WHEN NOT EXISTS {
            MATCH (l:StandardLevel {id: $a})
            MATCH (l)-[:HAS_WORK_AREA]->(:WorkArea)-[:HAS_TASK]->(:WorkTask)
              -[:HAS_REQUIREMENT]->(:SkillRequirement)
          } THEN 'STANDARD_NOT_READ'
          END AS value
        RETURN [key, value]
      },
      COLLECT {
        MATCH (n:CertificateLevel {id: $b})
        WITH DISTINCT n.id AS key, CASE
          WHEN NOT EXISTS {
            MATCH (:CertificateLevel {id: $b})<-[:HAS_LEVEL]-(:Certificate)-[:HAS_STANDARD]->(:SkillStandard)
          } THEN 'NO_STANDARD_IN_GRAPH'
          WHEN NOT EXISTS {
            MATCH (:CertificateLevel {id: $b})-[:SPECIFIED_BY]->(l:StandardLevel WHERE l.replacedBy IS NULL)
          } THEN 'NO_SUCH_LEVEL'
          WHEN NOT EXISTS {
            MATCH (:CertificateLevel {id: $b})-[:SPECIFIED_BY]->(l:StandardLevel WHERE l.replacedBy IS NULL)
            MATCH (l)-[:HAS_WORK_AREA]->(:WorkArea)-[:HAS_TASK]->(:WorkTask)
              -[:HAS_REQUIREMENT]->(:SkillRequirement)
          } THEN 'STANDARD_NOT_READ'
          END AS value
        RETURN [key, value]
      }
    ],
    COLLECT {
      MATCH (l:StandardLevel {id: $a})-[:HAS_WORK_AREA]->(w:WorkArea)
      MATCH (w)-[:HAS_TASK]->(t:WorkTask)-[:HAS_REQUIREMENT]->(r:SkillRequirement)
      RETURN [
        r.level, r.code, r.text,
        [
          ['SkillRequirement', [r.code, r.text, [(r)<-[r0:HAS_REQUIREMENT]-(n1) | [n1.name]]]],
          ['SkillRequirement', [r.code]], ['SkillRequirement', [r.text]]
        ]
      ]
      ORDER BY l.rank, l.id, r.sequence, r.id
    },
    COLLECT {
      MATCH (:CertificateLevel {id: $b})-[:SPECIFIED_BY]->(l:StandardLevel WHERE l.replacedBy IS NULL)
        -[:HAS_WORK_AREA]->(w:WorkArea)
      MATCH (w)-[:HAS_TASK]->(t:WorkTask)-[:HAS_REQUIREMENT]->(r:SkillRequirement)
      RETURN [
        r.level, r.code, r.text,
        [
          ['SkillRequirement', [r.code, r.text, [(r)<-[r2:HAS_REQUIREMENT]-(n3) | [n3.name]]]],
          ['SkillRequirement', [r.code]], ['SkillRequirement', [r.text]]
        ]
      ]
      ORDER BY l.rank, l.id, r.sequence, r.id
    },
    COLLECT {
      MATCH (l:StandardLevel {id: $a})-[:HAS_WORK_AREA]->(w:WorkArea)
      MATCH (w)-[:HAS_TASK]->(t:WorkTask)
      RETURN [t.level, t.code, t.name, [['WorkTask', [t.code, t.name]], ['WorkTask', [t.code, t.name]]]]
      ORDER BY l.rank, l.id, t.sequence, t.id
    },
    COLLECT {
      MATCH (:CertificateLevel {id: $b})-[:SPECIFIED_BY]->(l:StandardLevel WHERE l.replacedBy IS NULL)
        -[:HAS_WORK_AREA]->(w:WorkArea)
      MATCH (w)-[:HAS_TASK]->(t:WorkTask)
      RETURN [t.level, t.code, t.name, [['WorkTask', [t.code, t.name]], ['WorkTask', [t.code, t.name]]]]
      ORDER BY l.rank, l.id, t.sequence, t.id
    }
  ] AS c0
}
CALL () {
  RETURN [
    [
      COLLECT {
        MATCH (n:SkillStandard {id: $a_2})
        WITH DISTINCT n.id AS key, CASE
          WHEN NOT EXISTS {
            MATCH (:SkillStandard {id: $a_2})-[:HAS_STANDARD_LEVEL]->(l:StandardLevel)
            MATCH (l)-[:HAS_WORK_AREA]->(:WorkArea)-[:HAS_TASK]->(:WorkTask)
              -[:HAS_REQUIREMENT]->(:SkillRequirement)
          } THEN 'STANDARD_NOT_READ'
          END AS value
        RETURN [key, value]
      },
      COLLECT {
        MATCH (n:Certificate {id: $b_2})
        WITH DISTINCT n.id AS key, CASE
          WHEN NOT EXISTS {
            MATCH (:Certificate {id: $b_2})-[:HAS_STANDARD]->(:SkillStandard)
          } THEN 'NO_STANDARD_IN_GRAPH'
          WHEN NOT EXISTS {
            MATCH (:Certificate {id: $b_2})-[:HAS_STANDARD]->(:SkillStandard)
              -[:HAS_STANDARD_LEVEL]->(l:StandardLevel WHERE l.replacedBy IS NULL)
            MATCH (l)-[:HAS_WORK_AREA]->(:WorkArea)-[:HAS_TASK]->(:WorkTask)
              -[:HAS_REQUIREMENT]->(:SkillRequirement)
          } THEN 'STANDARD_NOT_READ'
          END AS value
        RETURN [key, value]
      }
    ],
    COLLECT {
      MATCH (:SkillStandard {id: $a_2})-[:HAS_STANDARD_LEVEL]->(l:StandardLevel)
        -[:HAS_WORK_AREA]->(w:WorkArea)
      MATCH (w)-[:HAS_TASK]->(t:WorkTask)-[:HAS_REQUIREMENT]->(r:SkillRequirement)
      RETURN [r.level, r.code, r.text, []]
      ORDER BY l.rank, l.id, r.sequence, r.id
    },
    COLLECT {
      MATCH (:Certificate {id: $b_2})-[:HAS_STANDARD]->(:SkillStandard)
        -[:HAS_STANDARD_LEVEL]->(l:StandardLevel WHERE l.replacedBy IS NULL)-[:HAS_WORK_AREA]->(w:WorkArea)
      MATCH (w)-[:HAS_TASK]->(t:WorkTask)-[:HAS_REQUIREMENT]->(r:SkillRequirement)
      RETURN [r.level, r.code, r.text, []]
      ORDER BY l.rank, l.id, r.sequence, r.id
    },
    COLLECT {
      MATCH (:SkillStandard {id: $a_2})-[:HAS_STANDARD_LEVEL]->(l:StandardLevel)
        -[:HAS_WORK_AREA]->(w:WorkArea)
      MATCH (w)-[:HAS_TASK]->(t:WorkTask)
      RETURN [t.level, t.code, t.name, []]
      ORDER BY l.rank, l.id, t.sequence, t.id
    },
    COLLECT {
      MATCH (:Certificate {id: $b_2})-[:HAS_STANDARD]->(:SkillStandard)
        -[:HAS_STANDARD_LEVEL]->(l:StandardLevel WHERE l.replacedBy IS NULL)-[:HAS_WORK_AREA]->(w:WorkArea)
      MATCH (w)-[:HAS_TASK]->(t:WorkTask)
      RETURN [t.level, t.code, t.name, []]
      ORDER BY l.rank, l.id, t.sequence, t.id
    }
  ] AS c1
}
CALL () {
  RETURN [
    [
      COLLECT {
        MATCH (n:WorkArea {id: $a_3})
        WITH DISTINCT n.id AS key, CASE
          WHEN NOT EXISTS {
            MATCH (w:WorkArea {id: $a_3})<-[:HAS_WORK_AREA]-(l:StandardLevel)
            MATCH (l)-[:HAS_WORK_AREA]->(:WorkArea)-[:HAS_TASK]->(:WorkTask)
              -[:HAS_REQUIREMENT]->(:SkillRequirement)
          } THEN 'STANDARD_NOT_READ'
          END AS value
        RETURN [key, value]
      },
      COLLECT {
        MATCH (n:WorkArea {id: $b_3})
        WITH DISTINCT n.id AS key, CASE
          WHEN NOT EXISTS {
            MATCH (w:WorkArea {id: $b_3})<-[:HAS_WORK_AREA]-(l:StandardLevel)
            MATCH (l)-[:HAS_WORK_AREA]->(:WorkArea)-[:HAS_TASK]->(:WorkTask)
              -[:HAS_REQUIREMENT]->(:SkillRequirement)
          } THEN 'STANDARD_NOT_READ'
          END AS value
        RETURN [key, value]
      }
    ],
    COLLECT {
      MATCH (w:WorkArea {id: $a_3})<-[:HAS_WORK_AREA]-(l:StandardLevel)
      MATCH (w)-[:HAS_TASK]->(t:WorkTask)-[:HAS_REQUIREMENT]->(r:SkillRequirement)
      RETURN [r.level, r.code, r.text, [['SkillRequirement', [r.code]], ['SkillRequirement', [r.code]]]]
      ORDER BY l.rank, l.id, r.sequence, r.id
    },
    COLLECT {
      MATCH (w:WorkArea {id: $b_3})<-[:HAS_WORK_AREA]-(l:StandardLevel)
      MATCH (w)-[:HAS_TASK]->(t:WorkTask)-[:HAS_REQUIREMENT]->(r:SkillRequirement)
      RETURN [r.level, r.code, r.text, [['SkillRequirement', [r.code]], ['SkillRequirement', [r.code]]]]
      ORDER BY l.rank, l.id, r.sequence, r.id
    },
    COLLECT {
      MATCH (w:WorkArea {id: $a_3})<-[:HAS_WORK_AREA]-(l:StandardLevel)
      MATCH (w)-[:HAS_TASK]->(t:WorkTask)
      RETURN [t.level, t.code, t.name, []]
      ORDER BY l.rank, l.id, t.sequence, t.id
    },
    COLLECT {
      MATCH (w:WorkArea {id: $b_3})<-[:HAS_WORK_AREA]-(l:StandardLevel)
      MATCH (w)-[:HAS_TASK]->(t:WorkTask)
      RETURN [t.level, t.code, t.name, []]
      ORDER BY l.rank, l.id, t.sequence, t.id
    }
  ] AS c2
}
CALL () {
  RETURN [
    [
      COLLECT {
        MATCH (n:Certificate {id: $a_4})
        WITH DISTINCT n.id AS key, CASE
          WHEN NOT EXISTS {
            MATCH (:Certificate {id: $a_4})-[:HAS_STANDARD]->(:SkillStandard)
          } THEN 'NO_STANDARD_IN_GRAPH'
          WHEN NOT EXISTS {
            MATCH (:Certificate {id: $a_4})-[:HAS_STANDARD]->(:SkillStandard)
              -[:HAS_STANDARD_LEVEL]->(l:StandardLevel WHERE l.replacedBy IS NULL)
            MATCH (l)-[:HAS_WORK_AREA]->(:WorkArea)-[:HAS_TASK]->(:WorkTask)
              -[:HAS_REQUIREMENT]->(:SkillRequirement)
          } THEN 'STANDARD_NOT_READ'
          END AS value
        RETURN [key, value]
      },
      COLLECT {
        MATCH (n:Certificate {id: $b_4})
        WITH DISTINCT n.id AS key, CASE
          WHEN NOT EXISTS {
            MATCH (:Certificate {id: $b_4})-[:HAS_STANDARD]->(:SkillStandard)
          } THEN 'NO_STANDARD_IN_GRAPH'
          WHEN NOT EXISTS {
            MATCH (:Certificate {id: $b_4})-[:HAS_STANDARD]->(:SkillStandard)
              -[:HAS_STANDARD_LEVEL]->(l:StandardLevel WHERE l.replacedBy IS NULL)
            MATCH (l)-[:HAS_WORK_AREA]->(:WorkArea)-[:HAS_TASK]->(:WorkTask)
              -[:HAS_REQUIREMENT]->(:SkillRequirement)
          } THEN 'STANDARD_NOT_READ'
          END AS value
        RETURN [key, value]
      }
    ],
    COLLECT {
      MATCH (:Certificate {id: $a_4})-[:HAS_STANDARD]->(:SkillStandard)
        -[:HAS_STANDARD_LEVEL]->(l:StandardLevel WHERE l.replacedBy IS NULL)-[:HAS_WORK_AREA]->(w:WorkArea)
      MATCH (w)-[:HAS_TASK]->(t:WorkTask)-[:HAS_REQUIREMENT]->(r:SkillRequirement)
      RETURN [r.level, r.code, r.text, []]
      ORDER BY l.rank, l.id, r.sequence, r.id
    },
    COLLECT {
      MATCH (:Certificate {id: $b_4})-[:HAS_STANDARD]->(:SkillStandard)
        -[:HAS_STANDARD_LEVEL]->(l:StandardLevel WHERE l.replacedBy IS NULL)-[:HAS_WORK_AREA]->(w:WorkArea)
      MATCH (w)-[:HAS_TASK]->(t:WorkTask)-[:HAS_REQUIREMENT]->(r:SkillRequirement)
      RETURN [r.level, r.code, r.text, []]
      ORDER BY l.rank, l.id, r.sequence, r.id
    },
    COLLECT {
      MATCH (:Certificate {id: $a_4})-[:HAS_STANDARD]->(:SkillStandard)
        -[:HAS_STANDARD_LEVEL]->(l:StandardLevel WHERE l.replacedBy IS NULL)-[:HAS_WORK_AREA]->(w:WorkArea)
      MATCH (w)-[:HAS_TASK]->(t:WorkTask)
      RETURN [t.level, t.code, t.name, []]
      ORDER BY l.rank, l.id, t.sequence, t.id
    },
    COLLECT {
      MATCH (:Certificate {id: $b_4})-[:HAS_STANDARD]->(:SkillStandard)
        -[:HAS_STANDARD_LEVEL]->(l:StandardLevel WHERE l.replacedBy IS NULL)-[:HAS_WORK_AREA]->(w:WorkArea)
      MATCH (w)-[:HAS_TASK]->(t:WorkTask)
      RETURN [t.level, t.code, t.name, []]
      ORDER BY l.rank, l.id, t.sequence, t.id
    }
  ] AS c3
}
RETURN c0, c1, c2, c3
