CALL () {
  RETURN [
    [],
    COLLECT {
      MATCH (t:Release)
      WHERE (($to IS NULL AND t.isCurrent) OR t.name = $to)
      WITH t
      ORDER BY t.loadedAt DESC, t.id
      LIMIT 1
      RETURN [t.counts, t.lossReason, [['Release', [t.isCurrent]]]]
    },
    COLLECT {
      MATCH (t:Release)
      WHERE (($to IS NULL AND t.isCurrent) OR t.name = $to)
      WITH t
      ORDER BY t.loadedAt DESC, t.id
      LIMIT 1
      MATCH (f:Release)
      WHERE ($from IS NULL AND f.layer = t.layer AND f.loadedAt < t.loadedAt) OR f.name = $from
      WITH f
      ORDER BY f.loadedAt DESC, f.id
      LIMIT 1
      RETURN [f.counts, f.lossReason, [['Release', [f.name]]]]
    },
    [
      COLLECT {
        MATCH (a:Alignment {status: 'ACCEPTED'})
        WHERE a.kind IN ['BROADER', 'EXACT', 'MAJOR', 'MINOR', 'NARROWER'] AND a.role IS NOT NULL
        MATCH (a)-[:ALIGNS]->(s:Course)
        MATCH (a)-[:ALIGNED_TO]->(t:SkillRequirement)
        WHERE NOT EXISTS {
          MATCH (s)-[c:COVERS]->(t)
          WHERE c.alignmentId = a.id
        }
        WITH a.id AS alignment
        WITH alignment
        ORDER BY alignment
        WITH collect(alignment) AS ids
        RETURN [size(ids), ids[..10]]
      },
      COLLECT {
        MATCH (a:Alignment {status: 'ACCEPTED'})
        WHERE a.kind IN ['BROADER', 'EXACT', 'MAJOR', 'MINOR', 'NARROWER'] AND a.role IS NOT NULL
        MATCH (a)-[:ALIGNS_OUTCOME]->(:CourseOutcome)<-[:HAS_OUTCOME]-(s:Course)
        MATCH (a)-[:ALIGNED_TO]->(t:SkillRequirement)
        WHERE NOT EXISTS {
          MATCH (s)-[c:COVERS]->(t)
          WHERE c.alignmentId = a.id
        }
        WITH a.id AS alignment
        WITH alignment
        ORDER BY alignment
        WITH collect(alignment) AS ids
        RETURN [size(ids), ids[..10]]
      },
      COLLECT {
        MATCH (a:Alignment {status: 'ACCEPTED'})
        WHERE a.kind IN ['BROADER', 'EXACT', 'MAJOR', 'MINOR', 'NARROWER'] AND a.role IS NOT NULL
        MATCH (a)-[:ALIGNS_PLAN_COURSE]->(s:PlanCourse)
        MATCH (a)-[:ALIGNED_TO]->(t:SkillRequirement)
        WHERE NOT EXISTS {
          MATCH (s)-[c:PLAN_COVERS]->(t)
          WHERE c.alignmentId = a.id
        }
        WITH a.id AS alignment
        WITH alignment
        ORDER BY alignment
        WITH collect(alignment) AS ids
        RETURN [size(ids), ids[..10]]
      },
      COLLECT {
        MATCH (a:Alignment {status: 'ACCEPTED'})
        WHERE a.kind IN ['BROADER', 'EXACT', 'MAJOR', 'MINOR', 'NARROWER'] AND a.role IS NOT NULL
        MATCH (a)-[:ALIGNS_OUTCOME]->(:CourseOutcome)<-[:PLAN_HAS_OUTCOME]-(s:PlanCourse)
        MATCH (a)-[:ALIGNED_TO]->(t:SkillRequirement)
        WHERE NOT EXISTS {
          MATCH (s)-[c:PLAN_COVERS]->(t)
          WHERE c.alignmentId = a.id
        }
        WITH a.id AS alignment
        WITH alignment
        ORDER BY alignment
        WITH collect(alignment) AS ids
        RETURN [size(ids), ids[..10]]
      }
    ],
    [
      COLLECT {
        MATCH (s:Course)-[c:COVERS]->(t:SkillRequirement)
        WHERE NOT c.kind IN ['BROADER', 'EXACT', 'MAJOR', 'MINOR', 'NARROWER']
          OR (
            NOT EXISTS {
              MATCH (a:Alignment {id: c.alignmentId})
              WITH a
              LIMIT 1
              WHERE a.status = 'ACCEPTED' AND coalesce(a.kind = c.kind, a.kind IS NULL AND c.kind IS NULL)
                AND coalesce(a.role = c.role, a.role IS NULL AND c.role IS NULL)
                AND coalesce(a.strength = c.strength, a.strength IS NULL AND c.strength IS NULL)
                AND coalesce(a.proposedOn = c.proposedOn, a.proposedOn IS NULL AND c.proposedOn IS NULL)
                AND coalesce(a.decidedOn = c.decidedOn, a.decidedOn IS NULL AND c.decidedOn IS NULL)
                AND coalesce(a.validFrom = c.validFrom, a.validFrom IS NULL AND c.validFrom IS NULL)
                AND coalesce(a.validTo = c.validTo, a.validTo IS NULL AND c.validTo IS NULL)
                AND coalesce(a.basis = c.basis, a.basis IS NULL AND c.basis IS NULL)
              MATCH (a)-[:ALIGNS]->(s)
              MATCH (a)-[:ALIGNED_TO]->(t)
            }
            AND NOT EXISTS {
              MATCH (a:Alignment {id: c.alignmentId})
              WITH a
              LIMIT 1
              WHERE a.status = 'ACCEPTED' AND coalesce(a.kind = c.kind, a.kind IS NULL AND c.kind IS NULL)
                AND coalesce(a.role = c.role, a.role IS NULL AND c.role IS NULL)
                AND coalesce(a.strength = c.strength, a.strength IS NULL AND c.strength IS NULL)
                AND coalesce(a.proposedOn = c.proposedOn, a.proposedOn IS NULL AND c.proposedOn IS NULL)
                AND coalesce(a.decidedOn = c.decidedOn, a.decidedOn IS NULL AND c.decidedOn IS NULL)
                AND coalesce(a.validFrom = c.validFrom, a.validFrom IS NULL AND c.validFrom IS NULL)
                AND coalesce(a.validTo = c.validTo, a.validTo IS NULL AND c.validTo IS NULL)
                AND coalesce(a.basis = c.basis, a.basis IS NULL AND c.basis IS NULL)
              MATCH (a)-[:ALIGNS_OUTCOME]->(:CourseOutcome)<-[:HAS_OUTCOME]-(s)
              MATCH (a)-[:ALIGNED_TO]->(t)
            }
          )
        WITH c.alignmentId AS alignment
        WITH alignment
        ORDER BY alignment
        WITH collect(alignment) AS ids
        RETURN [size(ids), ids[..10]]
      },
      COLLECT {
        MATCH (s:PlanCourse)-[c:PLAN_COVERS]->(t:SkillRequirement)
        WHERE NOT c.kind IN ['BROADER', 'EXACT', 'MAJOR', 'MINOR', 'NARROWER']
          OR (
            NOT EXISTS {
              MATCH (a:Alignment {id: c.alignmentId})
              WITH a
              LIMIT 1
              WHERE a.status = 'ACCEPTED' AND coalesce(a.kind = c.kind, a.kind IS NULL AND c.kind IS NULL)
                AND coalesce(a.role = c.role, a.role IS NULL AND c.role IS NULL)
                AND coalesce(a.strength = c.strength, a.strength IS NULL AND c.strength IS NULL)
                AND coalesce(a.proposedOn = c.proposedOn, a.proposedOn IS NULL AND c.proposedOn IS NULL)
                AND coalesce(a.decidedOn = c.decidedOn, a.decidedOn IS NULL AND c.decidedOn IS NULL)
                AND coalesce(a.validFrom = c.validFrom, a.validFrom IS NULL AND c.validFrom IS NULL)
                AND coalesce(a.validTo = c.validTo, a.validTo IS NULL AND c.validTo IS NULL)
                AND coalesce(a.basis = c.basis, a.basis IS NULL AND c.basis IS NULL)
              MATCH (a)-[:ALIGNS_PLAN_COURSE]->(s)
              MATCH (a)-[:ALIGNED_TO]->(t)
            }
            AND NOT EXISTS {
              MATCH (a:Alignment {id: c.alignmentId})
              WITH a
              LIMIT 1
              WHERE a.status = 'ACCEPTED' AND coalesce(a.kind = c.kind, a.kind IS NULL AND c.kind IS NULL)
                AND coalesce(a.role = c.role, a.role IS NULL AND c.role IS NULL)
                AND coalesce(a.strength = c.strength, a.strength IS NULL AND c.strength IS NULL)
                AND coalesce(a.proposedOn = c.proposedOn, a.proposedOn IS NULL AND c.proposedOn IS NULL)
                AND coalesce(a.decidedOn = c.decidedOn, a.decidedOn IS NULL AND c.decidedOn IS NULL)
                AND coalesce(a.validFrom = c.validFrom, a.validFrom IS NULL AND c.validFrom IS NULL)
                AND coalesce(a.validTo = c.validTo, a.validTo IS NULL AND c.validTo IS NULL)
                AND coalesce(a.basis = c.basis, a.basis IS NULL AND c.basis IS NULL)
              MATCH (a)-[:ALIGNS_OUTCOME]->(:CourseOutcome)<-[:PLAN_HAS_OUTCOME]-(s)
              MATCH (a)-[:ALIGNED_TO]->(t)
            }
          )
        WITH c.alignmentId AS alignment
        WITH alignment
        ORDER BY alignment
        WITH collect(alignment) AS ids
        RETURN [size(ids), ids[..10]]
      }
    ],
    COUNT {
      MATCH (m:Major)
      WITH m.code AS code, count(DISTINCT m.edition) AS editions
      WHERE code IS NOT NULL AND editions > 1
      RETURN code
    },
    COLLECT {
      MATCH (m:Major)
      WITH m.code AS code, count(DISTINCT m.edition) AS editions
      WHERE code IS NOT NULL AND editions > 1
      WITH code
      ORDER BY code
      LIMIT $first
      RETURN [
        code,
        COLLECT {
          MATCH (n:Major {code: code})
          RETURN [['Major', [n.edition, n.name]]]
          ORDER BY n.edition, n.id
        }
      ]
      ORDER BY code
    }
  ] AS c0
}
CALL () {
  RETURN [
    [
      COLLECT {
        MATCH (n:Release)
        WHERE n.name = $to_2
        WITH DISTINCT n.name AS key, null AS value
        RETURN [key, value]
      }
    ],
    COLLECT {
      MATCH (t:Release)
      WHERE (($to_2 IS NULL AND t.isCurrent) OR t.name = $to_2)
      WITH t
      ORDER BY t.loadedAt DESC, t.id
      LIMIT 1
      RETURN [t.counts, t.lossReason, []]
    },
    COLLECT {
      MATCH (t:Release)
      WHERE (($to_2 IS NULL AND t.isCurrent) OR t.name = $to_2)
      WITH t
      ORDER BY t.loadedAt DESC, t.id
      LIMIT 1
      MATCH (f:Release)
      WHERE ($from_2 IS NULL AND f.layer = t.layer AND f.loadedAt < t.loadedAt) OR f.name = $from_2
      WITH f
      ORDER BY f.loadedAt DESC, f.id
      LIMIT 1
      RETURN [f.counts, f.lossReason, []]
    }
  ] AS c1
}
RETURN c0, c1
