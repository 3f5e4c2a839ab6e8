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
      MATCH (n:Major {id: $major})
      RETURN [
        CASE WHEN NOT EXISTS { MATCH (n)<-[:STANDARD_OF]-(:TeachingStandard) } THEN CASE n.standardState
        WHEN 'EXISTS_NOT_READ' THEN 'STANDARD_NOT_READ' ELSE 'NO_TEACHING_STANDARD' END
        WHEN NOT EXISTS {
          MATCH (:Major {id: n.id})<-[:STANDARD_OF]-(:TeachingStandard)-[:HAS_COURSE]->(c:Course)
        }
        AND NOT EXISTS {
          MATCH (:Major {id: n.id})<-[:STANDARD_OF]-(h:TeachingStandard)<-[:REVIEW_OF]-(v:Review)
        } THEN 'NO_COURSES'
        END, [(n)<-[:STANDARD_OF]-(h:TeachingStandard) | [h.id, [(h)-[:HAS_COURSE]->(c:Course) | c.id]]]
      ]
    },
    COLLECT {
      MATCH (m:Major {id: $major})<-[u:SUITS]-(n:Certificate)
      WHERE u.relation IN $relations AND u.basis <> 'ILLUSTRATIVE'
      WITH n, collect([u.basis, u.relation, u.certificateLevel]) AS statements
      RETURN [
        n.id, n.name, [['Certificate', [n.id, n.name, [(n)-[r0:ISSUED_BY]->(n1) | [n1.name, n1.id]]]]], CASE
        WHEN NOT EXISTS {
          MATCH (:Certificate {id: n.id})-[:HAS_STANDARD]->(:SkillStandard)
        } THEN 'NO_STANDARD_IN_GRAPH'
        WHEN NOT EXISTS {
          MATCH (:Certificate {id: n.id})-[:HAS_STANDARD]->(:SkillStandard)
            -[:HAS_STANDARD_LEVEL]->(l:StandardLevel WHERE l.replacedBy IS NULL)
          MATCH (l)-[:HAS_WORK_AREA]->(:WorkArea)-[:HAS_TASK]->(:WorkTask)
            -[:HAS_REQUIREMENT]->(:SkillRequirement)
        } THEN 'STANDARD_NOT_READ'
        END, statements,
        [
          (n)-[:HAS_STANDARD]->(:SkillStandard)
          -[:HAS_STANDARD_LEVEL]->(l:StandardLevel WHERE l.replacedBy IS NULL)-[:HAS_WORK_AREA]->(:WorkArea)
          -[:HAS_TASK]->(:WorkTask)-[:HAS_REQUIREMENT]->(r:SkillRequirement) | [r.id, r.level]
        ]
      ]
    },
    [
      COLLECT {
        MATCH (:Major {id: $major})<-[:STANDARD_OF]-(:TeachingStandard)-[:HAS_COURSE]->(c:Course)
        MATCH (c)<-[:ALIGNS]-(a:Alignment)
        WHERE true AND a.status IN ['ACCEPTED', 'SUGGESTED']
          AND (
            $asOf IS NULL
            OR (
              coalesce(a.validFrom, a.decidedOn, a.proposedOn, $asOf) <= $asOf
              AND coalesce(a.validTo > $asOf, true)
            )
          )
        MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
        RETURN [r.id, c.id, a.status, a.kind, a.role, a.strength]
      },
      COLLECT {
        MATCH (:Major {id: $major})<-[:STANDARD_OF]-(:TeachingStandard)-[:HAS_COURSE]->(c:Course)
        MATCH (c)-[:HAS_OUTCOME]->(:CourseOutcome)<-[:ALIGNS_OUTCOME]-(a:Alignment)
        WHERE a.kind <> 'NO_MATCH' AND a.status IN ['ACCEPTED', 'SUGGESTED']
          AND (
            $asOf IS NULL
            OR (
              coalesce(a.validFrom, a.decidedOn, a.proposedOn, $asOf) <= $asOf
              AND coalesce(a.validTo > $asOf, true)
            )
          )
        MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
        RETURN [r.id, c.id, a.status, a.kind, a.role, a.strength]
      }
    ],
    COLLECT {
      MATCH (:Major {id: $major})<-[:STANDARD_OF]-(h:TeachingStandard)<-[:REVIEW_OF]-(v:Review)
        -[:CONCLUDES_ON]->(r:SkillRequirement)
      WHERE ($asOf IS NULL OR v.closedOn <= $asOf) AND ($grounds IS NULL OR v.ground IN $grounds)
      RETURN [r.id, h.id]
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
      MATCH (n:Major {id: $major_2})
      RETURN [
        CASE WHEN NOT EXISTS { MATCH (n)<-[:STANDARD_OF]-(:TeachingStandard) } THEN CASE n.standardState
        WHEN 'EXISTS_NOT_READ' THEN 'STANDARD_NOT_READ' ELSE 'NO_TEACHING_STANDARD' END
        WHEN NOT EXISTS {
          MATCH (:Major {id: n.id})<-[:STANDARD_OF]-(:TeachingStandard)-[:HAS_COURSE]->(c:Course)
        }
        AND NOT EXISTS {
          MATCH (:Major {id: n.id})<-[:STANDARD_OF]-(h:TeachingStandard)<-[:REVIEW_OF]-(v:Review)
        } THEN 'NO_COURSES'
        END, [(n)<-[:STANDARD_OF]-(h:TeachingStandard) | [h.id, [(h)-[:HAS_COURSE]->(c:Course) | c.id]]]
      ]
    },
    COLLECT {
      MATCH (m:Major {id: $major_2})<-[u:SUITS]-(n:Certificate)
      WHERE u.relation IN $relations_2 AND u.basis <> 'ILLUSTRATIVE'
      WITH n, collect([u.basis, u.relation, u.certificateLevel]) AS statements
      RETURN [
        n.id, n.name, [['Certificate', [n.name]]], CASE
        WHEN NOT EXISTS {
          MATCH (:Certificate {id: n.id})-[:HAS_STANDARD]->(:SkillStandard)
        } THEN 'NO_STANDARD_IN_GRAPH'
        WHEN NOT EXISTS {
          MATCH (:Certificate {id: n.id})-[:HAS_STANDARD]->(:SkillStandard)
            -[:HAS_STANDARD_LEVEL]->(l:StandardLevel WHERE l.replacedBy IS NULL)
          MATCH (l)-[:HAS_WORK_AREA]->(:WorkArea)-[:HAS_TASK]->(:WorkTask)
            -[:HAS_REQUIREMENT]->(:SkillRequirement)
        } THEN 'STANDARD_NOT_READ'
        END, statements,
        [
          (n)-[:HAS_STANDARD]->(:SkillStandard)
          -[:HAS_STANDARD_LEVEL]->(l:StandardLevel WHERE l.replacedBy IS NULL)-[:HAS_WORK_AREA]->(:WorkArea)
          -[:HAS_TASK]->(:WorkTask)-[:HAS_REQUIREMENT]->(r:SkillRequirement) | [r.id, r.level]
        ]
      ]
    },
    [
      COLLECT {
        MATCH (:Major {id: $major_2})<-[:STANDARD_OF]-(:TeachingStandard)-[:HAS_COURSE]->(c:Course)
        MATCH (c)<-[:ALIGNS]-(a:Alignment)
        WHERE true AND a.status IN ['ACCEPTED', 'SUGGESTED']
          AND (
            $asOf_2 IS NULL
            OR (
              coalesce(a.validFrom, a.decidedOn, a.proposedOn, $asOf_2) <= $asOf_2
              AND coalesce(a.validTo > $asOf_2, true)
            )
          )
        MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
        RETURN [r.id, c.id, a.status, a.kind, a.role, a.strength]
      },
      COLLECT {
        MATCH (:Major {id: $major_2})<-[:STANDARD_OF]-(:TeachingStandard)-[:HAS_COURSE]->(c:Course)
        MATCH (c)-[:HAS_OUTCOME]->(:CourseOutcome)<-[:ALIGNS_OUTCOME]-(a:Alignment)
        WHERE a.kind <> 'NO_MATCH' AND a.status IN ['ACCEPTED', 'SUGGESTED']
          AND (
            $asOf_2 IS NULL
            OR (
              coalesce(a.validFrom, a.decidedOn, a.proposedOn, $asOf_2) <= $asOf_2
              AND coalesce(a.validTo > $asOf_2, true)
            )
          )
        MATCH (a)-[:ALIGNED_TO]->(r:SkillRequirement)
        RETURN [r.id, c.id, a.status, a.kind, a.role, a.strength]
      }
    ],
    COLLECT {
      MATCH (:Major {id: $major_2})<-[:STANDARD_OF]-(h:TeachingStandard)<-[:REVIEW_OF]-(v:Review)
        -[:CONCLUDES_ON]->(r:SkillRequirement)
      WHERE ($asOf_2 IS NULL OR v.closedOn <= $asOf_2) AND ($grounds_2 IS NULL OR v.ground IN $grounds_2)
      RETURN [r.id, h.id]
    }
  ] AS c1
}
RETURN c0, c1
