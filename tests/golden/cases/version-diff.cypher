CALL () {
  RETURN [
    [
      COLLECT {
        MATCH (n:TeachingStandard {id: $from})
        WITH DISTINCT n.id AS key, CASE
          WHEN NOT EXISTS { MATCH (:TeachingStandard {id: $from})-[:HAS_COURSE]->(c:Course) }
          AND NOT EXISTS { MATCH (h:TeachingStandard {id: $from})<-[:REVIEW_OF]-(v:Review) } THEN 'NO_COURSES'
          END AS value
        RETURN [key, value]
      },
      COLLECT {
        MATCH (n:TeachingStandard {id: $to})
        WITH DISTINCT n.id AS key, CASE
          WHEN NOT EXISTS { MATCH (:TeachingStandard {id: $to})-[:HAS_COURSE]->(c:Course) }
          AND NOT EXISTS { MATCH (h:TeachingStandard {id: $to})<-[:REVIEW_OF]-(v:Review) } THEN 'NO_COURSES'
          END AS value
        RETURN [key, value]
      }
    ],
    COLLECT {
      MATCH (:TeachingStandard {id: $from})-[:HAS_COURSE]->(c:Course)
      RETURN [c.module, '', c.name, [['Course', [c.name, c.module]]]]
      ORDER BY c.sequence, c.id
      LIMIT 1001
    },
    COLLECT {
      MATCH (:TeachingStandard {id: $to})-[:HAS_COURSE]->(c:Course)
      RETURN [c.module, '', c.name, [['Course', [c.id, c.name]]]]
      ORDER BY c.sequence, c.id
      LIMIT 1001
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
        MATCH (n:CertificateLevel {id: $to_2})
        WITH DISTINCT n.id AS key, CASE
          WHEN NOT EXISTS {
            MATCH (:CertificateLevel {id: $to_2})<-[:HAS_LEVEL]-(:Certificate)
              -[:HAS_STANDARD]->(:SkillStandard)
          } THEN 'NO_STANDARD_IN_GRAPH'
          WHEN NOT EXISTS {
            MATCH (:CertificateLevel {id: $to_2})
              -[:SPECIFIED_BY]->(l:StandardLevel WHERE l.replacedBy IS NULL)
          } THEN 'NO_SUCH_LEVEL'
          WHEN NOT EXISTS {
            MATCH (:CertificateLevel {id: $to_2})
              -[:SPECIFIED_BY]->(l:StandardLevel WHERE l.replacedBy IS NULL)
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
      RETURN [
        r.level, r.code, r.text,
        [['SkillRequirement', [r.code, r.text, [(r)<-[r0:HAS_REQUIREMENT]-(n1) | [n1.name]]]]]
      ]
      ORDER BY l.rank, l.id, r.sequence, r.id
      LIMIT 1001
    },
    COLLECT {
      MATCH (:CertificateLevel {id: $to_2})-[:SPECIFIED_BY]->(l:StandardLevel WHERE l.replacedBy IS NULL)
        -[:HAS_WORK_AREA]->(w:WorkArea)
      MATCH (w)-[:HAS_TASK]->(t:WorkTask)-[:HAS_REQUIREMENT]->(r:SkillRequirement)
      RETURN [r.level, r.code, r.text, [['SkillRequirement', [r.code, r.text]]]]
      ORDER BY l.rank, l.id, r.sequence, r.id
      LIMIT 1001
    }
  ] AS c1
}
CALL () {
  RETURN [
    [
      COLLECT {
        MATCH (n:Certificate {id: $from_3})
        WITH DISTINCT n.id AS key, CASE
          WHEN NOT EXISTS {
            MATCH (:Certificate {id: $from_3})-[:HAS_STANDARD]->(:SkillStandard)
          } THEN 'NO_STANDARD_IN_GRAPH'
          WHEN NOT EXISTS {
            MATCH (:Certificate {id: $from_3})-[:HAS_STANDARD]->(:SkillStandard)
              -[:HAS_STANDARD_LEVEL]->(l:StandardLevel WHERE l.replacedBy IS NULL)
            MATCH (l)-[:HAS_WORK_AREA]->(:WorkArea)-[:HAS_TASK]->(:WorkTask)
              -[:HAS_REQUIREMENT]->(:SkillRequirement)
          } THEN 'STANDARD_NOT_READ'
          END AS value
        RETURN [key, value]
      },
      COLLECT {
        MATCH (n:SkillStandard {id: $to_3})
        WITH DISTINCT n.id AS key, CASE
          WHEN NOT EXISTS {
            MATCH (:SkillStandard {id: $to_3})-[:HAS_STANDARD_LEVEL]->(l:StandardLevel)
            MATCH (l)-[:HAS_WORK_AREA]->(:WorkArea)-[:HAS_TASK]->(:WorkTask)
              -[:HAS_REQUIREMENT]->(:SkillRequirement)
          } THEN 'STANDARD_NOT_READ'
          END AS value
        RETURN [key, value]
      }
    ],
    COLLECT {
      MATCH (:Certificate {id: $from_3})-[:HAS_STANDARD]->(:SkillStandard)
        -[:HAS_STANDARD_LEVEL]->(l:StandardLevel WHERE l.replacedBy IS NULL)-[:HAS_WORK_AREA]->(w:WorkArea)
      MATCH (w)-[:HAS_TASK]->(t:WorkTask)-[:HAS_REQUIREMENT]->(r:SkillRequirement)
      RETURN [r.level, r.code, r.text, []]
      ORDER BY l.rank, l.id, r.sequence, r.id
      LIMIT 1001
    },
    COLLECT {
      MATCH (:SkillStandard {id: $to_3})-[:HAS_STANDARD_LEVEL]->(l:StandardLevel)
        -[:HAS_WORK_AREA]->(w:WorkArea)
      MATCH (w)-[:HAS_TASK]->(t:WorkTask)-[:HAS_REQUIREMENT]->(r:SkillRequirement)
      RETURN [r.level, r.code, r.text, []]
      ORDER BY l.rank, l.id, r.sequence, r.id
      LIMIT 1001
    }
  ] AS c2
}
RETURN c0, c1, c2
