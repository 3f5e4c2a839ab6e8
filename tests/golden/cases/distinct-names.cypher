CALL () {
  MATCH (n0:Major)
  WHERE n0.name = $name_eq
  WITH n0
  ORDER BY CASE WHEN n0.id STARTS WITH 'Major:2021:' THEN 0
    WHEN n0.id STARTS WITH 'Major:undergraduate:' THEN 1 WHEN n0.id STARTS WITH 'Major:2015:' THEN 2
    WHEN n0.id STARTS WITH 'Major:2004:' THEN 3 WHEN n0.id STARTS WITH 'Major:before-2021:' THEN 4 ELSE 5 END,
    n0.id
  LIMIT $rows
  RETURN collect(
    [
      n0.id, n0.name, [n0.name, n0.edition, n0.educationLevel, n0.code],
      [n0.name, n0.edition, n0.educationLevel, n0.code],
      [(n0)-[r1:PART_OF_CLASS]->(n2) | [[n2.name, n2.edition]]],
      [(n0)<-[r3:STANDARD_OF]-(n4) | [[n4.name, n4.year, n4.majorCode], n4.year, n4.majorCode, n4.id]]
    ]
  ) AS c0
}
CALL () {
  MATCH p = (a:Major {id: $from})
    -[
      :REPLACED_BY|LISTED_AS|STANDARD_OF|HAS_COURSE|PREPARES_FOR|NAMES_CERTIFICATE|STANDARD_OF_OCCUPATION|
      HAS_LEVEL|HAS_STANDARD|LEADS_TO|CERTIFICATE_LEADS_TO|CERTIFICATE_REPLACED_BY|CORRESPONDS_TO|SUITS|
      SPECIFIED_BY|HAS_WORK_AREA|HAS_TASK|HAS_REQUIREMENT|PLAN_FOR|HAS_PLAN_COURSE|LINKED_TO_CERTIFICATE|
      PLAN_NAMES_CERTIFICATE|COVERS|PLAN_COVERS*1..5
    ]-(b:Major {id: $to})
  WITH p, [r IN relationships(p) | type(r)] AS kinds
  WHERE all(k IN kinds WHERE size([x IN kinds WHERE x = k]) = 1)
    AND all(n IN nodes(p) WHERE (n.draftOf IS NULL OR n.draftOf = $reader))
  WITH p, length(p) AS steps,
    reduce(
      w = 1.0, r IN relationships(p) | w * CASE r.basis WHEN 'OFFICIAL' THEN 1.0 WHEN 'REPORTED' THEN 0.7
      WHEN 'EDITORIAL' THEN 0.4 WHEN 'ILLUSTRATIVE' THEN 0.1 ELSE 0.1 END
    ) AS strength,
    reduce(t = '', n IN nodes(p) | t + n.id + ' ') + reduce(
      t = '', r IN relationships(p) | t + type(r) + ' ' + startNode(r).id + ' '
    ) AS trail
  ORDER BY steps, strength DESC, trail
  LIMIT $first
  WITH collect([p, steps, strength]) AS found
  UNWIND range(0, size(found) - 1) AS rank
  WITH rank, found[rank][0] AS p, found[rank][1] AS steps, found[rank][2] AS strength
  UNWIND range(0, steps - 1) AS i
  WITH rank, steps, strength, i, relationships(p)[i] AS r, nodes(p)[i] AS f, nodes(p)[i + 1] AS t
  WITH rank, steps, strength, i,
    [
      type(r), startNode(r).id = f.id, [type(r), startNode(r).id = f.id],
      [
        CASE WHEN f:Certificate THEN ['Certificate', [f.name]]
        WHEN f:CertificateLevel THEN ['CertificateLevel', [f.certificateName, f.level]]
        WHEN f:Course THEN ['Course', [f.name, f.standardYear, f.majorCode, f.sequence]]
        WHEN f:JobRole THEN ['JobRole', [f.name]]
        WHEN f:Major THEN ['Major', [f.name, f.edition, f.educationLevel, f.code]]
        WHEN f:Occupation THEN ['Occupation', [f.name, f.edition, f.code]]
        WHEN f:OccupationalStandard THEN ['OccupationalStandard', [f.name, f.occupationCode, f.edition]]
        WHEN f:PlanCourse THEN [
          'PlanCourse', [f.name, f.collegeName, f.majorName, f.grade, f.sequence, f.version]
        ]
        WHEN f:SkillRequirement THEN [
          'SkillRequirement', [f.text, f.standardCode, f.standardVersion, f.level, f.code]
        ]
        WHEN f:SkillStandard THEN ['SkillStandard', [f.name, f.code, f.version]]
        WHEN f:StandardLevel THEN ['StandardLevel', [f.name, f.standardCode, f.standardVersion, f.level]]
        WHEN f:TeachingStandard THEN ['TeachingStandard', [f.name, f.year, f.majorCode]]
        WHEN f:TrainingPlan THEN ['TrainingPlan', [f.majorName, f.collegeName, f.grade, f.version]]
        WHEN f:UndergraduateMajor THEN ['UndergraduateMajor', [f.name, f.edition, f.code]]
        WHEN f:WorkArea THEN ['WorkArea', [f.name, f.standardCode, f.standardVersion, f.level, f.code]]
        WHEN f:WorkTask THEN ['WorkTask', [f.name, f.standardCode, f.standardVersion, f.level, f.code]] END,
        [type(r), startNode(r).id = f.id], CASE WHEN t:Certificate THEN ['Certificate', [t.name]]
        WHEN t:CertificateLevel THEN ['CertificateLevel', [t.certificateName, t.level]]
        WHEN t:Course THEN ['Course', [t.name, t.standardYear, t.majorCode, t.sequence]]
        WHEN t:JobRole THEN ['JobRole', [t.name]]
        WHEN t:Major THEN ['Major', [t.name, t.edition, t.educationLevel, t.code]]
        WHEN t:Occupation THEN ['Occupation', [t.name, t.edition, t.code]]
        WHEN t:OccupationalStandard THEN ['OccupationalStandard', [t.name, t.occupationCode, t.edition]]
        WHEN t:PlanCourse THEN [
          'PlanCourse', [t.name, t.collegeName, t.majorName, t.grade, t.sequence, t.version]
        ]
        WHEN t:SkillRequirement THEN [
          'SkillRequirement', [t.text, t.standardCode, t.standardVersion, t.level, t.code]
        ]
        WHEN t:SkillStandard THEN ['SkillStandard', [t.name, t.code, t.version]]
        WHEN t:StandardLevel THEN ['StandardLevel', [t.name, t.standardCode, t.standardVersion, t.level]]
        WHEN t:TeachingStandard THEN ['TeachingStandard', [t.name, t.year, t.majorCode]]
        WHEN t:TrainingPlan THEN ['TrainingPlan', [t.majorName, t.collegeName, t.grade, t.version]]
        WHEN t:UndergraduateMajor THEN ['UndergraduateMajor', [t.name, t.edition, t.code]]
        WHEN t:WorkArea THEN ['WorkArea', [t.name, t.standardCode, t.standardVersion, t.level, t.code]]
        WHEN t:WorkTask THEN ['WorkTask', [t.name, t.standardCode, t.standardVersion, t.level, t.code]] END
      ],
      r.basis, r.sourceNote,
      COLLECT {
        UNWIND r.sourceIds AS key
        MATCH (source:Source {id: key})
        RETURN []
        ORDER BY source.id
      },
      [], []
    ] AS step
  ORDER BY rank, i
  WITH rank, steps, strength, collect(step) AS links
  ORDER BY rank
  WITH collect([steps, strength, links]) AS records
  RETURN [
    [
      COLLECT {
        MATCH (n:Major {id: $from})
        WITH DISTINCT n.id AS key, null AS value
        RETURN [key, value]
      },
      COLLECT {
        MATCH (n:Major {id: $to})
        WITH DISTINCT n.id AS key, null AS value
        RETURN [key, value]
      }
    ],
    records
  ] AS c1
}
CALL () {
  MATCH p = (a:Major {id: $from_2})
    -[
      :REPLACED_BY|LISTED_AS|STANDARD_OF|HAS_COURSE|PREPARES_FOR|NAMES_CERTIFICATE|STANDARD_OF_OCCUPATION|
      HAS_LEVEL|HAS_STANDARD|LEADS_TO|CERTIFICATE_LEADS_TO|CERTIFICATE_REPLACED_BY|CORRESPONDS_TO|SUITS|
      SPECIFIED_BY|HAS_WORK_AREA|HAS_TASK|HAS_REQUIREMENT|PLAN_FOR|HAS_PLAN_COURSE|LINKED_TO_CERTIFICATE|
      PLAN_NAMES_CERTIFICATE|COVERS|PLAN_COVERS*1..3
    ]-(b:Major {id: $to_2})
  WITH p, [r IN relationships(p) | type(r)] AS kinds
  WHERE all(k IN kinds WHERE size([x IN kinds WHERE x = k]) = 1)
    AND all(n IN nodes(p) WHERE (n.draftOf IS NULL OR n.draftOf = $reader))
  WITH p, length(p) AS steps,
    reduce(
      w = 1.0, r IN relationships(p) | w * CASE r.basis WHEN 'OFFICIAL' THEN 1.0 WHEN 'REPORTED' THEN 0.7
      WHEN 'EDITORIAL' THEN 0.4 WHEN 'ILLUSTRATIVE' THEN 0.1 ELSE 0.1 END
    ) AS strength,
    reduce(t = '', n IN nodes(p) | t + n.id + ' ') + reduce(
      t = '', r IN relationships(p) | t + type(r) + ' ' + startNode(r).id + ' '
    ) AS trail
  ORDER BY steps, strength DESC, trail
  LIMIT $first_2
  WITH collect([p, steps, strength]) AS found
  UNWIND range(0, size(found) - 1) AS rank
  WITH rank, found[rank][0] AS p, found[rank][1] AS steps, found[rank][2] AS strength
  UNWIND range(0, steps - 1) AS i
  WITH rank, steps, strength, i, relationships(p)[i] AS r, nodes(p)[i] AS f, nodes(p)[i + 1] AS t
  WITH rank, steps, strength, i,
    [
      type(r), startNode(r).id = f.id, [type(r), startNode(r).id = f.id],
      [
        CASE WHEN f:Certificate THEN ['Certificate', [f.name]]
        WHEN f:CertificateLevel THEN ['CertificateLevel', [f.certificateName, f.level]]
        WHEN f:Course THEN ['Course', [f.name, f.standardYear, f.majorCode, f.sequence]]
        WHEN f:JobRole THEN ['JobRole', [f.name]]
        WHEN f:Major THEN ['Major', [f.name, f.edition, f.educationLevel, f.code]]
        WHEN f:Occupation THEN ['Occupation', [f.name, f.edition, f.code]]
        WHEN f:OccupationalStandard THEN ['OccupationalStandard', [f.name, f.occupationCode, f.edition]]
        WHEN f:PlanCourse THEN [
          'PlanCourse', [f.name, f.collegeName, f.majorName, f.grade, f.sequence, f.version]
        ]
        WHEN f:SkillRequirement THEN [
          'SkillRequirement', [f.text, f.standardCode, f.standardVersion, f.level, f.code]
        ]
        WHEN f:SkillStandard THEN ['SkillStandard', [f.name, f.code, f.version]]
        WHEN f:StandardLevel THEN ['StandardLevel', [f.name, f.standardCode, f.standardVersion, f.level]]
        WHEN f:TeachingStandard THEN ['TeachingStandard', [f.name, f.year, f.majorCode]]
        WHEN f:TrainingPlan THEN ['TrainingPlan', [f.majorName, f.collegeName, f.grade, f.version]]
        WHEN f:UndergraduateMajor THEN ['UndergraduateMajor', [f.name, f.edition, f.code]]
        WHEN f:WorkArea THEN ['WorkArea', [f.name, f.standardCode, f.standardVersion, f.level, f.code]]
        WHEN f:WorkTask THEN ['WorkTask', [f.name, f.standardCode, f.standardVersion, f.level, f.code]] END,
        [type(r), startNode(r).id = f.id], CASE WHEN t:Certificate THEN ['Certificate', [t.name]]
        WHEN t:CertificateLevel THEN ['CertificateLevel', [t.certificateName, t.level]]
        WHEN t:Course THEN ['Course', [t.name, t.standardYear, t.majorCode, t.sequence]]
        WHEN t:JobRole THEN ['JobRole', [t.name]]
        WHEN t:Major THEN ['Major', [t.name, t.edition, t.educationLevel, t.code]]
        WHEN t:Occupation THEN ['Occupation', [t.name, t.edition, t.code]]
        WHEN t:OccupationalStandard THEN ['OccupationalStandard', [t.name, t.occupationCode, t.edition]]
        WHEN t:PlanCourse THEN [
          'PlanCourse', [t.name, t.collegeName, t.majorName, t.grade, t.sequence, t.version]
        ]
        WHEN t:SkillRequirement THEN [
          'SkillRequirement', [t.text, t.standardCode, t.standardVersion, t.level, t.code]
        ]
        WHEN t:SkillStandard THEN ['SkillStandard', [t.name, t.code, t.version]]
        WHEN t:StandardLevel THEN ['StandardLevel', [t.name, t.standardCode, t.standardVersion, t.level]]
        WHEN t:TeachingStandard THEN ['TeachingStandard', [t.name, t.year, t.majorCode]]
        WHEN t:TrainingPlan THEN ['TrainingPlan', [t.majorName, t.collegeName, t.grade, t.version]]
        WHEN t:UndergraduateMajor THEN ['UndergraduateMajor', [t.name, t.edition, t.code]]
        WHEN t:WorkArea THEN ['WorkArea', [t.name, t.standardCode, t.standardVersion, t.level, t.code]]
        WHEN t:WorkTask THEN ['WorkTask', [t.name, t.standardCode, t.standardVersion, t.level, t.code]] END
      ],
      r.basis, r.sourceNote,
      COLLECT {
        UNWIND r.sourceIds AS key
        MATCH (source:Source {id: key})
        RETURN []
        ORDER BY source.id
      },
      [
        CASE WHEN f:Source THEN ['Source', [[f.title, f.code]]]
        WHEN f:PilotRecord THEN ['PilotRecord', [[f.metric, f.code]]]
        WHEN f:Statistic THEN ['Statistic', [[f.item, f.code]]]
        WHEN f:ReportingField THEN ['ReportingField', [[f.name, f.table, f.sequence]]]
        WHEN f:Release THEN ['Release', [[f.name]]] WHEN f:Policy THEN ['Policy', [[f.title, f.reference]]]
        WHEN f:RecruitmentField THEN ['RecruitmentField', [[f.name]]]
        WHEN f:Platform THEN ['Platform', [[f.name]]]
        WHEN f:Catalogue THEN ['Catalogue', [[f.name, f.edition]]]
        WHEN f:MajorCategory THEN ['MajorCategory', [[f.name, f.edition]]]
        WHEN f:MajorClass THEN ['MajorClass', [[f.name, f.edition]]]
        WHEN f:Major THEN ['Major', [[f.name, f.edition, f.educationLevel, f.code]]]
        WHEN f:UndergraduateMajor THEN ['UndergraduateMajor', [[f.name, f.edition, f.code]]]
        WHEN f:TeachingStandard THEN ['TeachingStandard', [[f.name, f.year, f.majorCode]]]
        WHEN f:Course THEN ['Course', [[f.name, f.standardYear, f.majorCode, f.sequence]]]
        WHEN f:OccupationGroup THEN ['OccupationGroup', [[f.name, f.edition, f.code]]]
        WHEN f:Occupation THEN ['Occupation', [[f.name, f.edition, f.code]]]
        WHEN f:OccupationalStandard THEN ['OccupationalStandard', [[f.name, f.occupationCode, f.edition]]]
        WHEN f:WorkFunction THEN [
          'WorkFunction', [[f.name, f.occupationCode, f.standardName, f.edition, f.grade]]
        ]
        WHEN f:Organization THEN ['Organization', [[f.name]]]
        WHEN f:Certificate THEN ['Certificate', [[f.name]]]
        WHEN f:CertificateLevel THEN ['CertificateLevel', [[f.certificateName, f.level]]]
        WHEN f:OutlineTopic THEN ['OutlineTopic', [[f.topic, f.certificateName, f.level, f.sequence]]]
        WHEN f:JobRole THEN ['JobRole', [[f.name]]]
        WHEN f:SkillStandard THEN ['SkillStandard', [[f.name, f.code, f.version]]]
        WHEN f:StandardLevel THEN ['StandardLevel', [[f.name, f.standardCode, f.standardVersion, f.level]]]
        WHEN f:WorkArea THEN ['WorkArea', [[f.name, f.standardCode, f.standardVersion, f.level, f.code]]]
        WHEN f:WorkTask THEN ['WorkTask', [[f.name, f.standardCode, f.standardVersion, f.level, f.code]]]
        WHEN f:SkillRequirement THEN [
          'SkillRequirement', [[f.text, f.standardCode, f.standardVersion, f.level, f.code]]
        ]
        WHEN f:Province THEN ['Province', [[f.name, f.code]]] WHEN f:City THEN ['City', [[f.name, f.code]]]
        WHEN f:College THEN ['College', [[f.name]]]
        WHEN f:Renaming THEN ['Renaming', [[f.formerName, f.collegeName]]]
        WHEN f:DoubleHighEntry THEN ['DoubleHighEntry', [[f.collegeName, f.round]]]
        WHEN f:ProgrammeGroup THEN ['ProgrammeGroup', [[f.name, f.collegeName, f.round]]]
        WHEN f:TrainingPlan THEN ['TrainingPlan', [[f.majorName, f.collegeName, f.grade, f.version]]]
        WHEN f:PlanCourse THEN [
          'PlanCourse', [[f.name, f.collegeName, f.majorName, f.grade, f.sequence, f.version]]
        ]
        WHEN f:PlanGroup THEN ['PlanGroup', [[f.label, f.trainingPlanKey, f.number]]]
        WHEN f:PlanTotal THEN ['PlanTotal', [[f.label, f.trainingPlanKey, f.number]]]
        WHEN f:TargetCertificate THEN ['TargetCertificate', [[f.name, f.trainingPlanKey, f.number]]]
        WHEN f:PlanOutcome THEN ['PlanOutcome', [[f.text, f.trainingPlanKey, f.number]]]
        WHEN f:PlanWeeks THEN ['PlanWeeks', [[f.heading, f.trainingPlanKey, f.number]]]
        WHEN f:CourseOutcome THEN ['CourseOutcome', [[f.text, f.code]]]
        WHEN f:RuleSet THEN ['RuleSet', [[f.name, f.code]]]
        WHEN f:Rule THEN ['Rule', [[f.item, f.ruleSetCode, f.code]]]
        WHEN f:CreditRule THEN ['CreditRule', [[f.kind, f.code]]]
        WHEN f:Alignment THEN ['Alignment', [[f.rationale, f.code]]]
        WHEN f:Review THEN ['Review', [[f.conclusion, f.code]]]
        WHEN f:Change THEN ['Change', [[f.action, f.code]]]
        WHEN f:StandardListing THEN ['StandardListing', [[f.name, f.standardCode, f.platformId]]] END
      ],
      [
        CASE WHEN t:Source THEN ['Source', [[t.title, t.code]]]
        WHEN t:PilotRecord THEN ['PilotRecord', [[t.metric, t.code]]]
        WHEN t:Statistic THEN ['Statistic', [[t.item, t.code]]]
        WHEN t:ReportingField THEN ['ReportingField', [[t.name, t.table, t.sequence]]]
        WHEN t:Release THEN ['Release', [[t.name]]] WHEN t:Policy THEN ['Policy', [[t.title, t.reference]]]
        WHEN t:RecruitmentField THEN ['RecruitmentField', [[t.name]]]
        WHEN t:Platform THEN ['Platform', [[t.name]]]
        WHEN t:Catalogue THEN ['Catalogue', [[t.name, t.edition]]]
        WHEN t:MajorCategory THEN ['MajorCategory', [[t.name, t.edition]]]
        WHEN t:MajorClass THEN ['MajorClass', [[t.name, t.edition]]]
        WHEN t:Major THEN ['Major', [[t.name, t.edition, t.educationLevel, t.code]]]
        WHEN t:UndergraduateMajor THEN ['UndergraduateMajor', [[t.name, t.edition, t.code]]]
        WHEN t:TeachingStandard THEN ['TeachingStandard', [[t.name, t.year, t.majorCode]]]
        WHEN t:Course THEN ['Course', [[t.name, t.standardYear, t.majorCode, t.sequence]]]
        WHEN t:OccupationGroup THEN ['OccupationGroup', [[t.name, t.edition, t.code]]]
        WHEN t:Occupation THEN ['Occupation', [[t.name, t.edition, t.code]]]
        WHEN t:OccupationalStandard THEN ['OccupationalStandard', [[t.name, t.occupationCode, t.edition]]]
        WHEN t:WorkFunction THEN [
          'WorkFunction', [[t.name, t.occupationCode, t.standardName, t.edition, t.grade]]
        ]
        WHEN t:Organization THEN ['Organization', [[t.name]]]
        WHEN t:Certificate THEN ['Certificate', [[t.name]]]
        WHEN t:CertificateLevel THEN ['CertificateLevel', [[t.certificateName, t.level]]]
        WHEN t:OutlineTopic THEN ['OutlineTopic', [[t.topic, t.certificateName, t.level, t.sequence]]]
        WHEN t:JobRole THEN ['JobRole', [[t.name]]]
        WHEN t:SkillStandard THEN ['SkillStandard', [[t.name, t.code, t.version]]]
        WHEN t:StandardLevel THEN ['StandardLevel', [[t.name, t.standardCode, t.standardVersion, t.level]]]
        WHEN t:WorkArea THEN ['WorkArea', [[t.name, t.standardCode, t.standardVersion, t.level, t.code]]]
        WHEN t:WorkTask THEN ['WorkTask', [[t.name, t.standardCode, t.standardVersion, t.level, t.code]]]
        WHEN t:SkillRequirement THEN [
          'SkillRequirement', [[t.text, t.standardCode, t.standardVersion, t.level, t.code]]
        ]
        WHEN t:Province THEN ['Province', [[t.name, t.code]]] WHEN t:City THEN ['City', [[t.name, t.code]]]
        WHEN t:College THEN ['College', [[t.name]]]
        WHEN t:Renaming THEN ['Renaming', [[t.formerName, t.collegeName]]]
        WHEN t:DoubleHighEntry THEN ['DoubleHighEntry', [[t.collegeName, t.round]]]
        WHEN t:ProgrammeGroup THEN ['ProgrammeGroup', [[t.name, t.collegeName, t.round]]]
        WHEN t:TrainingPlan THEN ['TrainingPlan', [[t.majorName, t.collegeName, t.grade, t.version]]]
        WHEN t:PlanCourse THEN [
          'PlanCourse', [[t.name, t.collegeName, t.majorName, t.grade, t.sequence, t.version]]
        ]
        WHEN t:PlanGroup THEN ['PlanGroup', [[t.label, t.trainingPlanKey, t.number]]]
        WHEN t:PlanTotal THEN ['PlanTotal', [[t.label, t.trainingPlanKey, t.number]]]
        WHEN t:TargetCertificate THEN ['TargetCertificate', [[t.name, t.trainingPlanKey, t.number]]]
        WHEN t:PlanOutcome THEN ['PlanOutcome', [[t.text, t.trainingPlanKey, t.number]]]
        WHEN t:PlanWeeks THEN ['PlanWeeks', [[t.heading, t.trainingPlanKey, t.number]]]
        WHEN t:CourseOutcome THEN ['CourseOutcome', [[t.text, t.code]]]
        WHEN t:RuleSet THEN ['RuleSet', [[t.name, t.code]]]
        WHEN t:Rule THEN ['Rule', [[t.item, t.ruleSetCode, t.code]]]
        WHEN t:CreditRule THEN ['CreditRule', [[t.kind, t.code]]]
        WHEN t:Alignment THEN ['Alignment', [[t.rationale, t.code]]]
        WHEN t:Review THEN ['Review', [[t.conclusion, t.code]]]
        WHEN t:Change THEN ['Change', [[t.action, t.code]]]
        WHEN t:StandardListing THEN ['StandardListing', [[t.name, t.standardCode, t.platformId]]] END
      ]
    ] AS step
  ORDER BY rank, i
  WITH rank, steps, strength, collect(step) AS links
  ORDER BY rank
  WITH collect([steps, strength, links]) AS records
  RETURN [
    [
      COLLECT {
        MATCH (n:Major {id: $from_2})
        WITH DISTINCT n.id AS key, null AS value
        RETURN [key, value]
      },
      COLLECT {
        MATCH (n:Major {id: $to_2})
        WITH DISTINCT n.id AS key, null AS value
        RETURN [key, value]
      }
    ],
    records
  ] AS c2
}
CALL () {
  RETURN [
    [
      COLLECT {
        MATCH (n:MajorClass)
        WHERE n.name IN $majorClass
        WITH DISTINCT n.name AS key, null AS value
        RETURN [key, value]
      }
    ],
    COLLECT {
      MATCH (m:Major)
      WHERE m.edition IN ['2021', 'undergraduate'] AND NOT EXISTS { MATCH (m)-[:REPLACED_BY]->(:Major) }
        AND EXISTS {
          MATCH (m)-[:PART_OF_CLASS]->(g:MajorClass)
          WHERE g.name IN $majorClass
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
            MATCH (m)-[:PART_OF_CLASS]->(g:MajorClass)
            WHERE g.name IN $majorClass
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
            MATCH (m)-[:PART_OF_CLASS]->(g:MajorClass)
            WHERE g.name IN $majorClass
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
          MATCH (m)-[:PART_OF_CLASS]->(g:MajorClass)
          WHERE g.name IN $majorClass
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
  ] AS c3
}
RETURN c0, c1, c2, c3
