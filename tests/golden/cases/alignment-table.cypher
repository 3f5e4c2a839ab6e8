CALL () {
  RETURN [
    [],
    COUNT {
      MATCH (a:Alignment)
      RETURN a.id
    },
    [
      COLLECT {
        MATCH (a:Alignment)
        OPTIONAL MATCH (a)-[:ALIGNS|ALIGNS_PLAN_COURSE|ALIGNS_OUTCOME|ALIGNS_MAJOR]->(s)
        OPTIONAL MATCH (a)-[:ALIGNED_TO|ALIGNED_TO_TASK|ALIGNED_TO_AREA]->(t)
        OPTIONAL MATCH (s)<-[:HAS_OUTCOME|PLAN_HAS_OUTCOME]-(o)
        WITH a, s, t, coalesce(o, s) AS c
        OPTIONAL MATCH (c)<-[:HAS_COURSE|HAS_PLAN_COURSE]-(h)
        RETURN [
          a.id, s.id, coalesce(s.name, s.text), h.id, coalesce(h.name, h.collegeName + ' ' + h.majorName),
          t.id, t.level, t.code, coalesce(t.text, t.name), a.kind, a.role, a.strength, a.status, a.basis,
          a.rationale, a.version, a.author, a.reviewer
        ]
        ORDER BY a.id
        LIMIT $first
      }
    ],
    COLLECT {
      UNWIND [] AS c
      RETURN [c, c, c, c]
    },
    COLLECT {
      UNWIND [] AS r
      RETURN [r, r, r, r]
    }
  ] AS c0
}
CALL () {
  RETURN [
    [
      COLLECT {
        MATCH (n:TeachingStandard {id: $subject_2})
        WITH DISTINCT n.id AS key, CASE
          WHEN NOT EXISTS { MATCH (:TeachingStandard {id: $subject_2})-[:HAS_COURSE]->(c:Course) }
          AND NOT EXISTS {
            MATCH (h:TeachingStandard {id: $subject_2})<-[:REVIEW_OF]-(v:Review)
          } THEN 'NO_COURSES'
          END AS value
        RETURN [key, value]
      },
      COLLECT {
        MATCH (n:CertificateLevel {id: $target_2})
        WITH DISTINCT n.id AS key, CASE
          WHEN NOT EXISTS {
            MATCH (:CertificateLevel {id: $target_2})<-[:HAS_LEVEL]-(:Certificate)
              -[:HAS_STANDARD]->(:SkillStandard)
          } THEN 'NO_STANDARD_IN_GRAPH'
          WHEN NOT EXISTS {
            MATCH (:CertificateLevel {id: $target_2})
              -[:SPECIFIED_BY]->(l:StandardLevel WHERE l.replacedBy IS NULL)
          } THEN 'NO_SUCH_LEVEL'
          WHEN NOT EXISTS {
            MATCH (:CertificateLevel {id: $target_2})
              -[:SPECIFIED_BY]->(l:StandardLevel WHERE l.replacedBy IS NULL)
            MATCH (l)-[:HAS_WORK_AREA]->(:WorkArea)-[:HAS_TASK]->(:WorkTask)
              -[:HAS_REQUIREMENT]->(:SkillRequirement)
          } THEN 'STANDARD_NOT_READ'
          END AS value
        RETURN [key, value]
      }
    ],
    COUNT {
      WITH COLLECT {
        MATCH (:CertificateLevel {id: $target_2})
          -[:SPECIFIED_BY]->(l:StandardLevel WHERE l.replacedBy IS NULL)
        RETURN l.standardCode + ' ' + l.standardVersion + ' ' + l.level
      } AS levels
      MATCH (:TeachingStandard {id: $subject_2})-[:HAS_COURSE]->(c:Course)<-[:ALIGNS]-(a:Alignment)
      WHERE EXISTS {
        MATCH (a)-[:ALIGNED_TO|ALIGNED_TO_TASK|ALIGNED_TO_AREA]->(t)
        WHERE t.standardCode + ' ' + t.standardVersion + ' ' + t.level IN levels
      }
      RETURN a.id
    } + COUNT {
      WITH COLLECT {
        MATCH (:CertificateLevel {id: $target_2})
          -[:SPECIFIED_BY]->(l:StandardLevel WHERE l.replacedBy IS NULL)
        RETURN l.standardCode + ' ' + l.standardVersion + ' ' + l.level
      } AS levels
      MATCH (:TeachingStandard {id: $subject_2})-[:HAS_COURSE]->(c:Course)-[:HAS_OUTCOME]->(:CourseOutcome)
        <-[:ALIGNS_OUTCOME]-(a:Alignment)
      WHERE EXISTS {
        MATCH (a)-[:ALIGNED_TO|ALIGNED_TO_TASK|ALIGNED_TO_AREA]->(t)
        WHERE t.standardCode + ' ' + t.standardVersion + ' ' + t.level IN levels
      }
      RETURN a.id
    },
    [
      COLLECT {
        WITH COLLECT {
          MATCH (:CertificateLevel {id: $target_2})
            -[:SPECIFIED_BY]->(l:StandardLevel WHERE l.replacedBy IS NULL)
          RETURN l.standardCode + ' ' + l.standardVersion + ' ' + l.level
        } AS levels
        MATCH (:TeachingStandard {id: $subject_2})-[:HAS_COURSE]->(c:Course)<-[:ALIGNS]-(a:Alignment)
        WHERE EXISTS {
          MATCH (a)-[:ALIGNED_TO|ALIGNED_TO_TASK|ALIGNED_TO_AREA]->(t)
          WHERE t.standardCode + ' ' + t.standardVersion + ' ' + t.level IN levels
        }
        OPTIONAL MATCH (a)-[:ALIGNS|ALIGNS_PLAN_COURSE|ALIGNS_OUTCOME|ALIGNS_MAJOR]->(s)
        OPTIONAL MATCH (a)-[:ALIGNED_TO|ALIGNED_TO_TASK|ALIGNED_TO_AREA]->(t)
        OPTIONAL MATCH (s)<-[:HAS_OUTCOME|PLAN_HAS_OUTCOME]-(o)
        WITH a, s, t, coalesce(o, s) AS c
        OPTIONAL MATCH (c)<-[:HAS_COURSE|HAS_PLAN_COURSE]-(h)
        RETURN [
          a.id, s.id, coalesce(s.name, s.text), h.id, coalesce(h.name, h.collegeName + ' ' + h.majorName),
          t.id, t.level, t.code, coalesce(t.text, t.name), a.kind, a.role, a.strength, a.status, a.basis,
          a.rationale, a.version, a.author, a.reviewer
        ]
        ORDER BY a.id
        LIMIT $first_2
      },
      COLLECT {
        WITH COLLECT {
          MATCH (:CertificateLevel {id: $target_2})
            -[:SPECIFIED_BY]->(l:StandardLevel WHERE l.replacedBy IS NULL)
          RETURN l.standardCode + ' ' + l.standardVersion + ' ' + l.level
        } AS levels
        MATCH (:TeachingStandard {id: $subject_2})-[:HAS_COURSE]->(c:Course)-[:HAS_OUTCOME]->(:CourseOutcome)
          <-[:ALIGNS_OUTCOME]-(a:Alignment)
        WHERE EXISTS {
          MATCH (a)-[:ALIGNED_TO|ALIGNED_TO_TASK|ALIGNED_TO_AREA]->(t)
          WHERE t.standardCode + ' ' + t.standardVersion + ' ' + t.level IN levels
        }
        OPTIONAL MATCH (a)-[:ALIGNS|ALIGNS_PLAN_COURSE|ALIGNS_OUTCOME|ALIGNS_MAJOR]->(s)
        OPTIONAL MATCH (a)-[:ALIGNED_TO|ALIGNED_TO_TASK|ALIGNED_TO_AREA]->(t)
        OPTIONAL MATCH (s)<-[:HAS_OUTCOME|PLAN_HAS_OUTCOME]-(o)
        WITH a, s, t, coalesce(o, s) AS c
        OPTIONAL MATCH (c)<-[:HAS_COURSE|HAS_PLAN_COURSE]-(h)
        RETURN [
          a.id, s.id, coalesce(s.name, s.text), h.id, coalesce(h.name, h.collegeName + ' ' + h.majorName),
          t.id, t.level, t.code, coalesce(t.text, t.name), a.kind, a.role, a.strength, a.status, a.basis,
          a.rationale, a.version, a.author, a.reviewer
        ]
        ORDER BY a.id
        LIMIT $first_2
      }
    ],
    COLLECT {
      MATCH (:TeachingStandard {id: $subject_2})-[:HAS_COURSE]->(c:Course)
      OPTIONAL MATCH (c)<-[:HAS_COURSE|HAS_PLAN_COURSE]-(h)
      RETURN [c.id, c.name, h.id, coalesce(h.name, h.collegeName + ' ' + h.majorName)]
      ORDER BY h.id, c.sequence, c.id
    },
    COLLECT {
      MATCH (:CertificateLevel {id: $target_2})-[:SPECIFIED_BY]->(l:StandardLevel WHERE l.replacedBy IS NULL)
        -[:HAS_WORK_AREA]->(w:WorkArea)
      MATCH (w)-[:HAS_TASK]->(t:WorkTask)
      MATCH (t)-[:HAS_REQUIREMENT]->(r:SkillRequirement)
      RETURN [r.id, r.level, r.code, r.text]
      ORDER BY l.rank, l.id, w.sequence, w.id, t.sequence, t.id, r.sequence, r.id
    }
  ] AS c1
}
CALL () {
  RETURN [
    [
      COLLECT {
        MATCH (n:Major {id: $subject_3})
        WITH DISTINCT n.id AS key, CASE
          WHEN NOT EXISTS { MATCH (n)<-[:STANDARD_OF]-(:TeachingStandard) } THEN CASE n.standardState
          WHEN 'EXISTS_NOT_READ' THEN 'STANDARD_NOT_READ' ELSE 'NO_TEACHING_STANDARD' END
          WHEN NOT EXISTS {
            MATCH (:Major {id: $subject_3})<-[:STANDARD_OF]-(:TeachingStandard)-[:HAS_COURSE]->(c:Course)
          }
          AND NOT EXISTS {
            MATCH (:Major {id: $subject_3})<-[:STANDARD_OF]-(h:TeachingStandard)<-[:REVIEW_OF]-(v:Review)
          } THEN 'NO_COURSES'
          END AS value
        RETURN [key, value]
      }
    ],
    COUNT {
      MATCH (:Major {id: $subject_3})<-[:STANDARD_OF]-(:TeachingStandard)-[:HAS_COURSE]->(c:Course)
        <-[:ALIGNS]-(a:Alignment)
      RETURN a.id
    } + COUNT {
      MATCH (:Major {id: $subject_3})<-[:STANDARD_OF]-(:TeachingStandard)-[:HAS_COURSE]->(c:Course)
        -[:HAS_OUTCOME]->(:CourseOutcome)<-[:ALIGNS_OUTCOME]-(a:Alignment)
      RETURN a.id
    } + COUNT {
      MATCH (m:Major {id: $subject_3})<-[:ALIGNS_MAJOR]-(a:Alignment)
      RETURN a.id
    },
    [
      COLLECT {
        MATCH (:Major {id: $subject_3})<-[:STANDARD_OF]-(:TeachingStandard)-[:HAS_COURSE]->(c:Course)
          <-[:ALIGNS]-(a:Alignment)
        OPTIONAL MATCH (a)-[:ALIGNS|ALIGNS_PLAN_COURSE|ALIGNS_OUTCOME|ALIGNS_MAJOR]->(s)
        OPTIONAL MATCH (a)-[:ALIGNED_TO|ALIGNED_TO_TASK|ALIGNED_TO_AREA]->(t)
        OPTIONAL MATCH (s)<-[:HAS_OUTCOME|PLAN_HAS_OUTCOME]-(o)
        WITH a, s, t, coalesce(o, s) AS c
        OPTIONAL MATCH (c)<-[:HAS_COURSE|HAS_PLAN_COURSE]-(h)
        RETURN [
          a.id, s.id, coalesce(s.name, s.text), h.id, coalesce(h.name, h.collegeName + ' ' + h.majorName),
          t.id, t.level, t.code, coalesce(t.text, t.name), a.kind, a.role, a.strength, a.status, a.basis,
          a.rationale, a.version, a.author, a.reviewer
        ]
        ORDER BY a.id
        LIMIT $first_3
      },
      COLLECT {
        MATCH (:Major {id: $subject_3})<-[:STANDARD_OF]-(:TeachingStandard)-[:HAS_COURSE]->(c:Course)
          -[:HAS_OUTCOME]->(:CourseOutcome)<-[:ALIGNS_OUTCOME]-(a:Alignment)
        OPTIONAL MATCH (a)-[:ALIGNS|ALIGNS_PLAN_COURSE|ALIGNS_OUTCOME|ALIGNS_MAJOR]->(s)
        OPTIONAL MATCH (a)-[:ALIGNED_TO|ALIGNED_TO_TASK|ALIGNED_TO_AREA]->(t)
        OPTIONAL MATCH (s)<-[:HAS_OUTCOME|PLAN_HAS_OUTCOME]-(o)
        WITH a, s, t, coalesce(o, s) AS c
        OPTIONAL MATCH (c)<-[:HAS_COURSE|HAS_PLAN_COURSE]-(h)
        RETURN [
          a.id, s.id, coalesce(s.name, s.text), h.id, coalesce(h.name, h.collegeName + ' ' + h.majorName),
          t.id, t.level, t.code, coalesce(t.text, t.name), a.kind, a.role, a.strength, a.status, a.basis,
          a.rationale, a.version, a.author, a.reviewer
        ]
        ORDER BY a.id
        LIMIT $first_3
      },
      COLLECT {
        MATCH (m:Major {id: $subject_3})<-[:ALIGNS_MAJOR]-(a:Alignment)
        OPTIONAL MATCH (a)-[:ALIGNS|ALIGNS_PLAN_COURSE|ALIGNS_OUTCOME|ALIGNS_MAJOR]->(s)
        OPTIONAL MATCH (a)-[:ALIGNED_TO|ALIGNED_TO_TASK|ALIGNED_TO_AREA]->(t)
        OPTIONAL MATCH (s)<-[:HAS_OUTCOME|PLAN_HAS_OUTCOME]-(o)
        WITH a, s, t, coalesce(o, s) AS c
        OPTIONAL MATCH (c)<-[:HAS_COURSE|HAS_PLAN_COURSE]-(h)
        RETURN [
          a.id, s.id, coalesce(s.name, s.text), h.id, coalesce(h.name, h.collegeName + ' ' + h.majorName),
          t.id, t.level, t.code, coalesce(t.text, t.name), a.kind, a.role, a.strength, a.status, a.basis,
          a.rationale, a.version, a.author, a.reviewer
        ]
        ORDER BY a.id
        LIMIT $first_3
      }
    ],
    COLLECT {
      MATCH (:Major {id: $subject_3})<-[:STANDARD_OF]-(:TeachingStandard)-[:HAS_COURSE]->(c:Course)
      OPTIONAL MATCH (c)<-[:HAS_COURSE|HAS_PLAN_COURSE]-(h)
      RETURN [c.id, c.name, h.id, coalesce(h.name, h.collegeName + ' ' + h.majorName)]
      ORDER BY h.id, c.sequence, c.id
    },
    COLLECT {
      UNWIND [] AS r
      RETURN [r, r, r, r]
    }
  ] AS c2
}
CALL () {
  RETURN [
    [
      COLLECT {
        MATCH (n:Certificate {id: $target_4})
        WITH DISTINCT n.id AS key, CASE
          WHEN NOT EXISTS {
            MATCH (:Certificate {id: $target_4})-[:HAS_STANDARD]->(:SkillStandard)
          } THEN 'NO_STANDARD_IN_GRAPH'
          WHEN NOT EXISTS {
            MATCH (:Certificate {id: $target_4})-[:HAS_STANDARD]->(:SkillStandard)
              -[:HAS_STANDARD_LEVEL]->(l:StandardLevel WHERE l.replacedBy IS NULL)
            MATCH (l)-[:HAS_WORK_AREA]->(:WorkArea)-[:HAS_TASK]->(:WorkTask)
              -[:HAS_REQUIREMENT]->(:SkillRequirement)
          } THEN 'STANDARD_NOT_READ'
          END AS value
        RETURN [key, value]
      }
    ],
    COUNT {
      WITH COLLECT {
        MATCH (:Certificate {id: $target_4})-[:HAS_STANDARD]->(:SkillStandard)
          -[:HAS_STANDARD_LEVEL]->(l:StandardLevel WHERE l.replacedBy IS NULL)
        RETURN l.standardCode + ' ' + l.standardVersion + ' ' + l.level
      } AS levels
      MATCH (a:Alignment)
      WHERE EXISTS {
        MATCH (a)-[:ALIGNED_TO|ALIGNED_TO_TASK|ALIGNED_TO_AREA]->(t)
        WHERE t.standardCode + ' ' + t.standardVersion + ' ' + t.level IN levels
      }
      RETURN a.id
    },
    [
      COLLECT {
        WITH COLLECT {
          MATCH (:Certificate {id: $target_4})-[:HAS_STANDARD]->(:SkillStandard)
            -[:HAS_STANDARD_LEVEL]->(l:StandardLevel WHERE l.replacedBy IS NULL)
          RETURN l.standardCode + ' ' + l.standardVersion + ' ' + l.level
        } AS levels
        MATCH (a:Alignment)
        WHERE EXISTS {
          MATCH (a)-[:ALIGNED_TO|ALIGNED_TO_TASK|ALIGNED_TO_AREA]->(t)
          WHERE t.standardCode + ' ' + t.standardVersion + ' ' + t.level IN levels
        }
        OPTIONAL MATCH (a)-[:ALIGNS|ALIGNS_PLAN_COURSE|ALIGNS_OUTCOME|ALIGNS_MAJOR]->(s)
        OPTIONAL MATCH (a)-[:ALIGNED_TO|ALIGNED_TO_TASK|ALIGNED_TO_AREA]->(t)
        OPTIONAL MATCH (s)<-[:HAS_OUTCOME|PLAN_HAS_OUTCOME]-(o)
        WITH a, s, t, coalesce(o, s) AS c
        OPTIONAL MATCH (c)<-[:HAS_COURSE|HAS_PLAN_COURSE]-(h)
        RETURN [
          a.id, s.id, coalesce(s.name, s.text), h.id, coalesce(h.name, h.collegeName + ' ' + h.majorName),
          t.id, t.level, t.code, coalesce(t.text, t.name), a.kind, a.role, a.strength, a.status, a.basis,
          a.rationale, a.version, a.author, a.reviewer
        ]
        ORDER BY a.id
        LIMIT $first_4
      }
    ],
    COLLECT {
      UNWIND [] AS c
      RETURN [c, c, c, c]
    },
    COLLECT {
      MATCH (:Certificate {id: $target_4})-[:HAS_STANDARD]->(:SkillStandard)
        -[:HAS_STANDARD_LEVEL]->(l:StandardLevel WHERE l.replacedBy IS NULL)-[:HAS_WORK_AREA]->(w:WorkArea)
      MATCH (w)-[:HAS_TASK]->(t:WorkTask)
      MATCH (t)-[:HAS_REQUIREMENT]->(r:SkillRequirement)
      RETURN [r.id, r.level, r.code, r.text]
      ORDER BY l.rank, l.id, w.sequence, w.id, t.sequence, t.id, r.sequence, r.id
    }
  ] AS c3
}
RETURN c0, c1, c2, c3
