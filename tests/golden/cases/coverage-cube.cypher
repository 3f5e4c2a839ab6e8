CALL () {
  RETURN [
    [
      COLLECT {
        MATCH (n:MajorCategory)
        WHERE n.name IN $category
        WITH DISTINCT n.name AS key, null AS value
        RETURN [key, value]
      }
    ],
    COLLECT {
      MATCH (m:Major)
      WHERE m.edition IN ['2021', 'undergraduate'] AND NOT EXISTS { MATCH (m)-[:REPLACED_BY]->(:Major) }
        AND EXISTS {
          MATCH (m)-[:PART_OF_CLASS]->(:MajorClass)-[:PART_OF_CATEGORY]->(g:MajorCategory)
          WHERE g.name IN $category
        }
      RETURN [
        m.id, m.name, [m.name, m.edition, m.educationLevel, m.code], m.educationLevel,
        [
          (m)-[:PART_OF_CLASS]->(g:MajorClass) |
          [g.name, [(g)-[:PART_OF_CATEGORY]->(h:MajorCategory) | h.name]]
        ],
        [
          (m)<-[u:SUITS]-(k:Certificate) WHERE u.basis IN $basis AND u.relation IN $relations |
          [k.name, u.certificateLevel]
        ],
        [(m)<-[:STANDARD_OF]-(s:TeachingStandard) | [s.id, s.year]]
      ]
    },
    COLLECT {
      MATCH (k:Certificate)-[:HAS_STANDARD]->(:SkillStandard)
        -[:HAS_STANDARD_LEVEL]->(l:StandardLevel WHERE l.replacedBy IS NULL)
      WHERE l.basis IN $basis
      RETURN [k.name, l.standardCode, l.standardVersion, l.level, l.requirementCount]
    },
    [
      COLLECT {
        UNWIND [NOT EXISTS { MATCH (:Alignment {basis: 'ILLUSTRATIVE'}) }] AS real
        WITH real
        WHERE real
        MATCH (m:Major)
        WHERE m.edition IN ['2021', 'undergraduate'] AND NOT EXISTS { MATCH (m)-[:REPLACED_BY]->(:Major) }
          AND EXISTS {
            MATCH (m)-[:PART_OF_CLASS]->(:MajorClass)-[:PART_OF_CATEGORY]->(g:MajorCategory)
            WHERE g.name IN $category
          }
        MATCH (m)<-[:STANDARD_OF]-(s:TeachingStandard)-[:HAS_COURSE]->(c:Course)
          -[x:COVERS]->(r:SkillRequirement)
        WITH s, collect(CASE WHEN x.strength >= $sufficientStrength THEN r.id END) AS ids,
          collect(CASE WHEN x.strength < $sufficientStrength THEN r.id END) AS weak
        RETURN [s.id, ids, weak]
      },
      COLLECT {
        UNWIND [EXISTS { MATCH (:Alignment {basis: 'ILLUSTRATIVE'}) }] AS made_up
        WITH made_up
        WHERE made_up
        MATCH (m:Major)
        WHERE m.edition IN ['2021', 'undergraduate'] AND NOT EXISTS { MATCH (m)-[:REPLACED_BY]->(:Major) }
          AND EXISTS {
            MATCH (m)-[:PART_OF_CLASS]->(:MajorClass)-[:PART_OF_CATEGORY]->(g:MajorCategory)
            WHERE g.name IN $category
          }
        MATCH (m)<-[:STANDARD_OF]-(s:TeachingStandard)-[:HAS_COURSE]->(c:Course)
          -[x:COVERS]->(r:SkillRequirement)
        WHERE x.basis IN $evidenceBasis
        WITH s, collect(CASE WHEN x.strength >= $sufficientStrength THEN r.id END) AS ids,
          collect(CASE WHEN x.strength < $sufficientStrength THEN r.id END) AS weak
        RETURN [s.id, ids, weak]
      }
    ],
    COLLECT {
      MATCH (m:Major)
      WHERE m.edition IN ['2021', 'undergraduate'] AND NOT EXISTS { MATCH (m)-[:REPLACED_BY]->(:Major) }
        AND EXISTS {
          MATCH (m)-[:PART_OF_CLASS]->(:MajorClass)-[:PART_OF_CATEGORY]->(g:MajorCategory)
          WHERE g.name IN $category
        }
      MATCH (m)<-[:STANDARD_OF]-(s:TeachingStandard)<-[:REVIEW_OF]-(v:Review)
        -[:CONCLUDES_ON]->(r:SkillRequirement)
      WHERE v.basis IN $evidenceBasis
      WITH s, collect(r.id) AS ids
      RETURN [s.id, ids]
    },
    COLLECT {
      MATCH (n:Alignment {kind: 'NO_MATCH'})
      WHERE n.status = 'ACCEPTED' AND n.basis IN $evidenceBasis
      MATCH (n)-[:ALIGNED_TO]->(r:SkillRequirement)
      MATCH (n)-[:ALIGNS]->(d:Course)<-[:HAS_COURSE]-(s:TeachingStandard)
      WITH s, r, count(DISTINCT d) AS without
      WHERE without = COUNT { (s)-[:HAS_COURSE]->(:Course) }
      WITH s, collect(r.id) AS ids
      RETURN [s.id, ids]
    },
    []
  ] AS c0
}
CALL () {
  RETURN [
    [],
    COLLECT {
      MATCH (m:Major)
      WHERE m.edition IN ['2021', 'undergraduate'] AND NOT EXISTS { MATCH (m)-[:REPLACED_BY]->(:Major) }
      MATCH (m)<-[:PLAN_FOR]-(s:TrainingPlan)
      WHERE s.basis <> 'ILLUSTRATIVE' AND s.draftOf IS NULL
      RETURN [
        m.id, m.name, [m.name, m.edition, m.educationLevel, m.code], m.educationLevel,
        [
          (m)-[:PART_OF_CLASS]->(g:MajorClass) |
          [g.name, [(g)-[:PART_OF_CATEGORY]->(h:MajorCategory) | h.name]]
        ],
        [
          (m)<-[u:SUITS]-(k:Certificate) WHERE u.basis IN $basis_2 AND u.relation IN $relations_2 |
          [k.name, u.certificateLevel]
        ],
        [
          s.id, s.grade,
          [
            (s)<-[:HAS_PLAN]-(g:College) |
            [g.id, g.name, [(g)-[:LOCATED_IN]->(v:Province) | [v.name, v.shortName]]]
          ]
        ]
      ]
    },
    COLLECT {
      MATCH (k:Certificate)-[:HAS_STANDARD]->(:SkillStandard)
        -[:HAS_STANDARD_LEVEL]->(l:StandardLevel WHERE l.replacedBy IS NULL)
      WHERE l.basis IN $basis_2
      RETURN [k.name, l.standardCode, l.standardVersion, l.level, l.requirementCount]
    },
    [
      COLLECT {
        UNWIND [NOT EXISTS { MATCH (:Alignment {basis: 'ILLUSTRATIVE'}) }] AS real
        WITH real
        WHERE real
        MATCH (m:Major)
        WHERE m.edition IN ['2021', 'undergraduate'] AND NOT EXISTS { MATCH (m)-[:REPLACED_BY]->(:Major) }
        MATCH (m)<-[:PLAN_FOR]-(s:TrainingPlan)
        WHERE s.basis <> 'ILLUSTRATIVE' AND s.draftOf IS NULL
        MATCH (s)-[:HAS_PLAN_COURSE]->(c:PlanCourse)-[x:PLAN_COVERS]->(r:SkillRequirement)
        WITH s, collect(CASE WHEN x.strength >= $sufficientStrength_2 THEN r.id END) AS ids,
          collect(CASE WHEN x.strength < $sufficientStrength_2 THEN r.id END) AS weak
        RETURN [s.id, ids, weak]
      },
      COLLECT {
        UNWIND [EXISTS { MATCH (:Alignment {basis: 'ILLUSTRATIVE'}) }] AS made_up
        WITH made_up
        WHERE made_up
        MATCH (m:Major)
        WHERE m.edition IN ['2021', 'undergraduate'] AND NOT EXISTS { MATCH (m)-[:REPLACED_BY]->(:Major) }
        MATCH (m)<-[:PLAN_FOR]-(s:TrainingPlan)
        WHERE s.basis <> 'ILLUSTRATIVE' AND s.draftOf IS NULL
        MATCH (s)-[:HAS_PLAN_COURSE]->(c:PlanCourse)-[x:PLAN_COVERS]->(r:SkillRequirement)
        WHERE x.basis IN $evidenceBasis_2
        WITH s, collect(CASE WHEN x.strength >= $sufficientStrength_2 THEN r.id END) AS ids,
          collect(CASE WHEN x.strength < $sufficientStrength_2 THEN r.id END) AS weak
        RETURN [s.id, ids, weak]
      }
    ],
    COLLECT {
      MATCH (m:Major)
      WHERE m.edition IN ['2021', 'undergraduate'] AND NOT EXISTS { MATCH (m)-[:REPLACED_BY]->(:Major) }
      MATCH (m)<-[:PLAN_FOR]-(s:TrainingPlan)
      WHERE s.basis <> 'ILLUSTRATIVE' AND s.draftOf IS NULL
      MATCH (s)<-[:REVIEW_OF_PLAN]-(v:Review)-[:CONCLUDES_ON]->(r:SkillRequirement)
      WHERE v.basis IN $evidenceBasis_2
      WITH s, collect(r.id) AS ids
      RETURN [s.id, ids]
    },
    COLLECT {
      MATCH (n:Alignment {kind: 'NO_MATCH'})
      WHERE n.status = 'ACCEPTED' AND n.basis IN $evidenceBasis_2
      MATCH (n)-[:ALIGNED_TO]->(r:SkillRequirement)
      MATCH (n)-[:ALIGNS_PLAN_COURSE]->(d:PlanCourse)<-[:HAS_PLAN_COURSE]-(s:TrainingPlan)
      WITH s, r, count(DISTINCT d) AS without
      WHERE without = COUNT { (s)-[:HAS_PLAN_COURSE]->(:PlanCourse) }
      WITH s, collect(r.id) AS ids
      RETURN [s.id, ids]
    },
    COLLECT {
      MATCH (v:Province)
      WITH DISTINCT v.name AS key, [['Province', [v.code, [v.id]]]] AS value
      RETURN [key, value]
    }
  ] AS c1
}
RETURN c0, c1
