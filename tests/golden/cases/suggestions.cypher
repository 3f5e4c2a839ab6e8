RETURN [
  [
    COLLECT {
      MATCH (n:TeachingStandard {id: $subject})
      WITH DISTINCT n.id AS key, CASE
        WHEN NOT EXISTS { MATCH (:TeachingStandard {id: $subject})-[:HAS_COURSE]->(c:Course) }
        AND NOT EXISTS {
          MATCH (h:TeachingStandard {id: $subject})<-[:REVIEW_OF]-(v:Review)
        } THEN 'NO_COURSES'
        END AS value
      RETURN [key, value]
    },
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
    }
  ],
  COLLECT {
    MATCH (:TeachingStandard {id: $subject})-[:HAS_COURSE]->(c:Course)
    RETURN [
      c.id, c.name, c.module, [(c)<-[:HAS_COURSE]-(h:TeachingStandard) | h.id], c.typicalTasks, c.content,
      [['Course', [c.sequence, c.name, c.module]]],
      COLLECT {
        MATCH (c)-[:HAS_OUTCOME]->(o:CourseOutcome)
        RETURN [o.text, [['CourseOutcome', [o.text]]]]
        ORDER BY o.sequence, o.id
      }
    ]
    ORDER BY c.sequence, c.id
    LIMIT 201
  },
  COLLECT {
    MATCH (:Certificate {id: $target})-[:HAS_STANDARD]->(:SkillStandard)
      -[:HAS_STANDARD_LEVEL]->(l:StandardLevel WHERE l.replacedBy IS NULL)-[:HAS_WORK_AREA]->(w:WorkArea)
    WHERE $level IS NULL OR l.level = $level
    MATCH (w)-[:HAS_TASK]->(t:WorkTask)
    MATCH (t)-[:HAS_REQUIREMENT]->(r:SkillRequirement)
    RETURN [
      r.id, r.text, t.name, w.name, l.level,
      [['SkillRequirement', [r.level, r.code, r.text, [(r)<-[r0:HAS_REQUIREMENT]-(n1) | [n1.name]]]]]
    ]
    ORDER BY l.rank, l.id, w.sequence, w.id, t.sequence, t.id, r.sequence, r.id
    LIMIT 501
  },
  [
    COLLECT {
      MATCH (:TeachingStandard {id: $subject})-[:HAS_COURSE]->(c:Course)<-[:ALIGNS]-(a:Alignment)
      MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
      WHERE a.status IN ['ACCEPTED', 'REJECTED', 'SUGGESTED']
      RETURN DISTINCT [
        c.id, r.id, a.status = 'SUGGESTED'
        OR (
          a.status = 'ACCEPTED' AND a.kind IN ['BROADER', 'EXACT', 'MAJOR', 'MINOR', 'NARROWER']
          AND a.role IS NOT NULL
        )
      ]
    },
    COLLECT {
      MATCH (:TeachingStandard {id: $subject})-[:HAS_COURSE]->(c:Course)-[:HAS_OUTCOME]->(:CourseOutcome)
        <-[:ALIGNS_OUTCOME]-(a:Alignment)
      MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
      WHERE a.status IN ['ACCEPTED', 'REJECTED', 'SUGGESTED']
      RETURN DISTINCT [
        c.id, r.id, a.status = 'SUGGESTED'
        OR (
          a.status = 'ACCEPTED' AND a.kind IN ['BROADER', 'EXACT', 'MAJOR', 'MINOR', 'NARROWER']
          AND a.role IS NOT NULL
        )
      ]
    }
  ],
  COLLECT {
    MATCH (h:TeachingStandard {id: $subject})<-[:REVIEW_OF]-(v:Review)-[:CONCLUDES_ON]->(r:SkillRequirement)
    RETURN DISTINCT [h.id, r.id]
  }
] AS c0
