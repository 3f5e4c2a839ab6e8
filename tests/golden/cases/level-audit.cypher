CALL () {
  RETURN [
    [
      COLLECT {
        MATCH (n:Certificate {id: $target})
        WITH DISTINCT n.id AS key, CASE
          WHEN NOT EXISTS {
            MATCH (:Certificate {id: $target})-[:HAS_STANDARD]->(:SkillStandard)
          } THEN 'NO_STANDARD_IN_GRAPH'
          WHEN NOT EXISTS {
            MATCH (:Certificate {id: $target})-[:HAS_STANDARD]->(:SkillStandard)
              -[:HAS_STANDARD_LEVEL]->(l:StandardLevel WHERE l.replacedBy IS NULL)
            MATCH (l)-[:HAS_WORK_AREA]->(:WorkArea)-[:HAS_TASK]->(:WorkTask)
              -[:HAS_REQUIREMENT]->(:SkillRequirement)
          } THEN 'STANDARD_NOT_READ'
          END AS value
        RETURN [key, value]
      },
      COLLECT {
        MATCH (n:TeachingStandard {id: $subject})
        WITH DISTINCT n.id AS key, CASE
          WHEN NOT EXISTS { MATCH (:TeachingStandard {id: $subject})-[:HAS_COURSE]->(c:Course) }
          AND NOT EXISTS {
            MATCH (h:TeachingStandard {id: $subject})<-[:REVIEW_OF]-(v:Review)
          } THEN 'NO_COURSES'
          END AS value
        RETURN [key, value]
      }
    ],
    [
      COLLECT {
        MATCH (:Certificate {id: $target})-[:HAS_STANDARD]->(:SkillStandard)
          -[:HAS_STANDARD_LEVEL]->(l:StandardLevel WHERE l.replacedBy IS NULL)
        RETURN [
          l.id, l.rank, l.id, '', l.name, [['StandardLevel', [l.id, l.name]]],
          [['StandardLevel', [l.level, l.requirementCount]]]
        ]
        ORDER BY l.standardCode, l.standardVersion, l.rank, l.id
      },
      COLLECT {
        MATCH (:Certificate {id: $target})-[:HAS_STANDARD]->(:SkillStandard)
          -[:HAS_STANDARD_LEVEL]->(l:StandardLevel WHERE l.replacedBy IS NULL)
        MATCH (l)-[:HAS_WORK_AREA]->(w:WorkArea)
        RETURN [l.id, l.rank, w.id, w.code, w.name, [['WorkArea', [w.id, w.name]]]]
        ORDER BY l.standardCode, l.standardVersion, l.rank, l.id, w.sequence, w.id
      },
      COLLECT {
        MATCH (:Certificate {id: $target})-[:HAS_STANDARD]->(:SkillStandard)
          -[:HAS_STANDARD_LEVEL]->(l:StandardLevel WHERE l.replacedBy IS NULL)
        MATCH (l)-[:HAS_WORK_AREA]->(w:WorkArea)
        MATCH (w)-[:HAS_TASK]->(t:WorkTask)
        RETURN [l.id, l.rank, t.id, t.code, t.name, [['WorkTask', [t.id, t.name]]]]
        ORDER BY l.standardCode, l.standardVersion, l.rank, l.id, t.sequence, t.id
      },
      COLLECT {
        MATCH (:Certificate {id: $target})-[:HAS_STANDARD]->(:SkillStandard)
          -[:HAS_STANDARD_LEVEL]->(l:StandardLevel WHERE l.replacedBy IS NULL)
        MATCH (l)-[:HAS_WORK_AREA]->(w:WorkArea)
        MATCH (w)-[:HAS_TASK]->(t:WorkTask)
        MATCH (t)-[:HAS_REQUIREMENT]->(r:SkillRequirement)
        RETURN [l.id, l.rank, r.id, r.code, r.text, [['SkillRequirement', [r.code, r.text]]]]
        ORDER BY l.standardCode, l.standardVersion, l.rank, l.id, r.sequence, r.id
      }
    ],
    COLLECT {
      MATCH (k:Certificate {id: $target})-[:HAS_LEVEL]->(c:CertificateLevel)
      RETURN [
        c.rank, EXISTS { MATCH (c)-[:SPECIFIED_BY]->(:StandardLevel) },
        [['CertificateLevel', [c.id, c.certificateName]]]
      ]
      ORDER BY c.rank, c.id
    },
    [
      COLLECT {
        MATCH (:TeachingStandard {id: $subject})-[:HAS_COURSE]->(c:Course)
        RETURN DISTINCT c.id
      },
      COLLECT {
        MATCH (:TeachingStandard {id: $subject})-[:HAS_COURSE]->(c:Course)-[x:COVERS]->(r:SkillRequirement)
        WHERE x.strength >= $sufficientStrength
        RETURN DISTINCT r.id
      },
      COLLECT {
        MATCH (:TeachingStandard {id: $subject})-[:HAS_COURSE]->(c:Course)-[x:COVERS]->(r:SkillRequirement)
        WHERE x.strength < $sufficientStrength
        RETURN DISTINCT r.id
      },
      COLLECT {
        MATCH (h:TeachingStandard {id: $subject})<-[:REVIEW_OF]-(v:Review)
          -[:CONCLUDES_ON]->(r:SkillRequirement)
        RETURN DISTINCT r.id
      },
      COLLECT {
        MATCH (:TeachingStandard {id: $subject})-[:HAS_COURSE]->(c:Course)
          <-[:ALIGNS]-(a:Alignment {kind: 'NO_MATCH', status: 'ACCEPTED'})-[:ALIGNED_TO]->(r:SkillRequirement)
        RETURN DISTINCT [r.id, c.id]
      }
    ]
  ] AS c0
}
CALL () {
  RETURN [
    [
      COLLECT {
        MATCH (n:SkillStandard {id: $target_2})
        WITH DISTINCT n.id AS key, CASE
          WHEN NOT EXISTS {
            MATCH (:SkillStandard {id: $target_2})-[:HAS_STANDARD_LEVEL]->(l:StandardLevel)
            MATCH (l)-[:HAS_WORK_AREA]->(:WorkArea)-[:HAS_TASK]->(:WorkTask)
              -[:HAS_REQUIREMENT]->(:SkillRequirement)
          } THEN 'STANDARD_NOT_READ'
          END AS value
        RETURN [key, value]
      }
    ],
    [
      COLLECT {
        MATCH (:SkillStandard {id: $target_2})-[:HAS_STANDARD_LEVEL]->(l:StandardLevel)
        RETURN [l.id, l.rank, l.id, '', l.name, [['StandardLevel', []]], []]
        ORDER BY l.standardCode, l.standardVersion, l.rank, l.id
      },
      COLLECT {
        MATCH (:SkillStandard {id: $target_2})-[:HAS_STANDARD_LEVEL]->(l:StandardLevel)
        MATCH (l)-[:HAS_WORK_AREA]->(w:WorkArea)
        RETURN [l.id, l.rank, w.id, w.code, w.name, [['WorkArea', []]]]
        ORDER BY l.standardCode, l.standardVersion, l.rank, l.id, w.sequence, w.id
      },
      COLLECT {
        MATCH (:SkillStandard {id: $target_2})-[:HAS_STANDARD_LEVEL]->(l:StandardLevel)
        MATCH (l)-[:HAS_WORK_AREA]->(w:WorkArea)
        MATCH (w)-[:HAS_TASK]->(t:WorkTask)
        RETURN [l.id, l.rank, t.id, t.code, t.name, [['WorkTask', [t.name]]]]
        ORDER BY l.standardCode, l.standardVersion, l.rank, l.id, t.sequence, t.id
      },
      COLLECT {
        MATCH (:SkillStandard {id: $target_2})-[:HAS_STANDARD_LEVEL]->(l:StandardLevel)
        MATCH (l)-[:HAS_WORK_AREA]->(w:WorkArea)
        MATCH (w)-[:HAS_TASK]->(t:WorkTask)
        MATCH (t)-[:HAS_REQUIREMENT]->(r:SkillRequirement)
        RETURN [l.id, l.rank, r.id, r.code, r.text, []]
        ORDER BY l.standardCode, l.standardVersion, l.rank, l.id, r.sequence, r.id
      }
    ],
    COLLECT {
      MATCH (:SkillStandard {id: $target_2})<-[:HAS_STANDARD]-(k:Certificate)
        -[:HAS_LEVEL]->(c:CertificateLevel)
      RETURN [c.rank, EXISTS { MATCH (c)-[:SPECIFIED_BY]->(:StandardLevel) }, [['CertificateLevel', []]]]
      ORDER BY c.rank, c.id
    }
  ] AS c1
}
CALL () {
  RETURN [
    [
      COLLECT {
        MATCH (n:Certificate {id: $target_3})
        WITH DISTINCT n.id AS key, CASE
          WHEN NOT EXISTS {
            MATCH (:Certificate {id: $target_3})-[:HAS_STANDARD]->(:SkillStandard)
          } THEN 'NO_STANDARD_IN_GRAPH'
          WHEN NOT EXISTS {
            MATCH (:Certificate {id: $target_3})-[:HAS_STANDARD]->(:SkillStandard)
              -[:HAS_STANDARD_LEVEL]->(l:StandardLevel WHERE l.replacedBy IS NULL)
            MATCH (l)-[:HAS_WORK_AREA]->(:WorkArea)-[:HAS_TASK]->(:WorkTask)
              -[:HAS_REQUIREMENT]->(:SkillRequirement)
          } THEN 'STANDARD_NOT_READ'
          END AS value
        RETURN [key, value]
      }
    ],
    [
      COLLECT {
        MATCH (:Certificate {id: $target_3})-[:HAS_STANDARD]->(:SkillStandard)
          -[:HAS_STANDARD_LEVEL]->(l:StandardLevel WHERE l.replacedBy IS NULL)
        RETURN [l.id, l.rank, l.id, '', l.name, [['StandardLevel', []]], []]
        ORDER BY l.standardCode, l.standardVersion, l.rank, l.id
      },
      COLLECT {
        MATCH (:Certificate {id: $target_3})-[:HAS_STANDARD]->(:SkillStandard)
          -[:HAS_STANDARD_LEVEL]->(l:StandardLevel WHERE l.replacedBy IS NULL)
        MATCH (l)-[:HAS_WORK_AREA]->(w:WorkArea)
        RETURN [l.id, l.rank, w.id, w.code, w.name, [['WorkArea', []]]]
        ORDER BY l.standardCode, l.standardVersion, l.rank, l.id, w.sequence, w.id
      },
      COLLECT {
        MATCH (:Certificate {id: $target_3})-[:HAS_STANDARD]->(:SkillStandard)
          -[:HAS_STANDARD_LEVEL]->(l:StandardLevel WHERE l.replacedBy IS NULL)
        MATCH (l)-[:HAS_WORK_AREA]->(w:WorkArea)
        MATCH (w)-[:HAS_TASK]->(t:WorkTask)
        RETURN [l.id, l.rank, t.id, t.code, t.name, [['WorkTask', []]]]
        ORDER BY l.standardCode, l.standardVersion, l.rank, l.id, t.sequence, t.id
      },
      COLLECT {
        MATCH (:Certificate {id: $target_3})-[:HAS_STANDARD]->(:SkillStandard)
          -[:HAS_STANDARD_LEVEL]->(l:StandardLevel WHERE l.replacedBy IS NULL)
        MATCH (l)-[:HAS_WORK_AREA]->(w:WorkArea)
        MATCH (w)-[:HAS_TASK]->(t:WorkTask)
        MATCH (t)-[:HAS_REQUIREMENT]->(r:SkillRequirement)
        RETURN [l.id, l.rank, r.id, r.code, r.text, []]
        ORDER BY l.standardCode, l.standardVersion, l.rank, l.id, r.sequence, r.id
      }
    ],
    COLLECT {
      MATCH (k:Certificate {id: $target_3})-[:HAS_LEVEL]->(c:CertificateLevel)
      RETURN [
        c.rank, EXISTS { MATCH (c)-[:SPECIFIED_BY]->(:StandardLevel) }, [['CertificateLevel', [c.level]]]
      ]
      ORDER BY c.rank, c.id
    }
  ] AS c2
}
RETURN c0, c1, c2
