CALL () {
  RETURN [
    [
      COLLECT {
        MATCH (n:Major {id: $major})
        WITH DISTINCT n.id AS key, null AS value
        RETURN [key, value]
      },
      COLLECT {
        UNWIND $targets AS id
        MATCH (n:CertificateLevel {id: id})
        WITH DISTINCT n.id AS key, null AS value
        RETURN [key, value]
      }
    ],
    [
      COLLECT {
        MATCH (m:Major {id: $major})
        RETURN properties(m)
      },
      COLLECT {
        MATCH (m:Major {id: $major})<-[:STANDARD_OF]-(s:TeachingStandard)
        RETURN [
          properties(s), [['TeachingStandard', [s.id]]],
          COLLECT {
            MATCH (s)-[:HAS_COURSE]->(c:Course)
            RETURN [properties(c), [['Course', [c.id]]]]
            ORDER BY c.sequence, c.id
          }
        ]
        ORDER BY s.year DESC, s.id
      },
      COLLECT {
        MATCH (s:RuleSet)-[:HAS_RULE]->(r:Rule)
        WHERE s.scope = 'NATIONAL'
        RETURN [properties(s), properties(r), [['Rule', [r.id, r.item]]]]
        ORDER BY s.code, r.code, r.id
      },
      COLLECT {
        UNWIND $targets AS id
        MATCH (v:CertificateLevel {id: id})
        RETURN properties(v)
        ORDER BY v.certificateName, v.rank, v.id
      }
    ],
    [
      COLLECT {
        UNWIND $targets AS id
        MATCH (:CertificateLevel {id: id})-[:SPECIFIED_BY]->(l:StandardLevel WHERE l.replacedBy IS NULL)
          -[:HAS_WORK_AREA]->(:WorkArea)-[:HAS_TASK]->(:WorkTask)-[:HAS_REQUIREMENT]->(q:SkillRequirement)
        WITH collect(DISTINCT q.id) AS wanted
        MATCH (m:Major {id: $major})
        UNWIND [(m)<-[:STANDARD_OF]-(s:TeachingStandard)-[:HAS_COURSE]->(n:Course) | [s.id, n]] AS found
        WITH wanted, found[0] AS standard, found[1] AS c
        MATCH (c)<-[:ALIGNS]-(a:Alignment)
        WHERE true AND a.status = 'ACCEPTED'
        MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
        WHERE r.id IN wanted
        RETURN [
          standard, c.name,
          [r.id, c.id, a.status, a.kind, a.role, a.strength, [['Alignment', [a.id, a.strength]]]],
          [['SkillRequirement', [r.level, r.code]]]
        ]
        ORDER BY c.sequence, r.id, a.id
      },
      COLLECT {
        UNWIND $targets AS id
        MATCH (:CertificateLevel {id: id})-[:SPECIFIED_BY]->(l:StandardLevel WHERE l.replacedBy IS NULL)
          -[:HAS_WORK_AREA]->(:WorkArea)-[:HAS_TASK]->(:WorkTask)-[:HAS_REQUIREMENT]->(q:SkillRequirement)
        WITH collect(DISTINCT q.id) AS wanted
        MATCH (m:Major {id: $major})
        UNWIND [(m)<-[:STANDARD_OF]-(s:TeachingStandard)-[:HAS_COURSE]->(n:Course) | [s.id, n]] AS found
        WITH wanted, found[0] AS standard, found[1] AS c
        MATCH (c)-[:HAS_OUTCOME]->(:CourseOutcome)<-[:ALIGNS_OUTCOME]-(a:Alignment)
        WHERE a.kind <> 'NO_MATCH' AND a.status = 'ACCEPTED'
        MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
        WHERE r.id IN wanted
        RETURN [
          standard, c.name,
          [r.id, c.id, a.status, a.kind, a.role, a.strength, [['Alignment', [a.id, a.strength]]]],
          [['SkillRequirement', [r.level, r.code]]]
        ]
        ORDER BY c.sequence, r.id, a.id
      }
    ]
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
    [
      COLLECT {
        MATCH (m:Major {id: $major_2})
        RETURN properties(m)
      },
      COLLECT {
        MATCH (m:Major {id: $major_2})<-[:STANDARD_OF]-(s:TeachingStandard)
        RETURN [
          properties(s), [['TeachingStandard', [s.id]]],
          COLLECT {
            MATCH (s)-[:HAS_COURSE]->(c:Course)
            RETURN [properties(c), []]
            ORDER BY c.sequence, c.id
          }
        ]
        ORDER BY s.year DESC, s.id
      },
      COLLECT {
        MATCH (s:RuleSet)-[:HAS_RULE]->(r:Rule)
        WHERE s.scope = 'NATIONAL'
        RETURN [properties(s), properties(r), []]
        ORDER BY s.code, r.code, r.id
      },
      COLLECT {
        UNWIND [] AS id
        MATCH (v:CertificateLevel {id: id})
        RETURN properties(v)
        ORDER BY v.certificateName, v.rank, v.id
      }
    ],
    [
      COLLECT {
        UNWIND [] AS id
        MATCH (:CertificateLevel {id: id})-[:SPECIFIED_BY]->(l:StandardLevel WHERE l.replacedBy IS NULL)
          -[:HAS_WORK_AREA]->(:WorkArea)-[:HAS_TASK]->(:WorkTask)-[:HAS_REQUIREMENT]->(q:SkillRequirement)
        WITH collect(DISTINCT q.id) AS wanted
        MATCH (m:Major {id: $major_2})
        UNWIND [(m)<-[:STANDARD_OF]-(s:TeachingStandard)-[:HAS_COURSE]->(n:Course) | [s.id, n]] AS found
        WITH wanted, found[0] AS standard, found[1] AS c
        MATCH (c)<-[:ALIGNS]-(a:Alignment)
        WHERE true AND a.status = 'ACCEPTED'
        MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
        WHERE r.id IN wanted
        RETURN [standard, c.name, [r.id, c.id, a.status, a.kind, a.role, a.strength, []], []]
        ORDER BY c.sequence, r.id, a.id
      },
      COLLECT {
        UNWIND [] AS id
        MATCH (:CertificateLevel {id: id})-[:SPECIFIED_BY]->(l:StandardLevel WHERE l.replacedBy IS NULL)
          -[:HAS_WORK_AREA]->(:WorkArea)-[:HAS_TASK]->(:WorkTask)-[:HAS_REQUIREMENT]->(q:SkillRequirement)
        WITH collect(DISTINCT q.id) AS wanted
        MATCH (m:Major {id: $major_2})
        UNWIND [(m)<-[:STANDARD_OF]-(s:TeachingStandard)-[:HAS_COURSE]->(n:Course) | [s.id, n]] AS found
        WITH wanted, found[0] AS standard, found[1] AS c
        MATCH (c)-[:HAS_OUTCOME]->(:CourseOutcome)<-[:ALIGNS_OUTCOME]-(a:Alignment)
        WHERE a.kind <> 'NO_MATCH' AND a.status = 'ACCEPTED'
        MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
        WHERE r.id IN wanted
        RETURN [standard, c.name, [r.id, c.id, a.status, a.kind, a.role, a.strength, []], []]
        ORDER BY c.sequence, r.id, a.id
      }
    ]
  ] AS c1
}
RETURN c0, c1
