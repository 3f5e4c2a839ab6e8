UNWIND [
  [
    'PilotRecord', false,
    COLLECT {
      MATCH (n:PilotRecord)
      WHERE $source IN n.sourceIds
      RETURN [n, null]
      ORDER BY n.id
    }
  ],
  [
    'Statistic', false,
    COLLECT {
      MATCH (n:Statistic)
      WHERE $source IN n.sourceIds
      RETURN [n, null]
      ORDER BY n.id
    }
  ],
  [
    'ReportingField', false,
    COLLECT {
      MATCH (n:ReportingField)
      WHERE $source IN n.sourceIds
      RETURN [n, null]
      ORDER BY n.id
    }
  ],
  [
    'Policy', false,
    COLLECT {
      MATCH (n:Policy)
      WHERE $source IN n.sourceIds
      RETURN [n, null]
      ORDER BY n.id
    }
  ],
  [
    'RecruitmentField', false,
    COLLECT {
      MATCH (n:RecruitmentField)
      WHERE $source IN n.sourceIds
      RETURN [n, null]
      ORDER BY n.id
    }
  ],
  [
    'Platform', false,
    COLLECT {
      MATCH (n:Platform)
      WHERE $source IN n.sourceIds
      RETURN [n, null]
      ORDER BY n.id
    }
  ],
  [
    'Catalogue', false,
    COLLECT {
      MATCH (n:Catalogue)
      WHERE $source IN n.sourceIds
      RETURN [n, null]
      ORDER BY n.id
    }
  ],
  [
    'MajorCategory', false,
    COLLECT {
      MATCH (n:MajorCategory)
      WHERE $source IN n.sourceIds
      RETURN [n, null]
      ORDER BY n.id
    }
  ],
  [
    'MajorClass', false,
    COLLECT {
      MATCH (n:MajorClass)
      WHERE $source IN n.sourceIds
      RETURN [n, null]
      ORDER BY n.id
    }
  ],
  [
    'Major', false,
    COLLECT {
      MATCH (n:Major)
      WHERE $source IN n.sourceIds
      RETURN [n, null]
      ORDER BY n.id
    }
  ],
  [
    'UndergraduateMajor', false,
    COLLECT {
      MATCH (n:UndergraduateMajor)
      WHERE $source IN n.sourceIds
      RETURN [n, null]
      ORDER BY n.id
    }
  ],
  [
    'TeachingStandard', false,
    COLLECT {
      MATCH (n:TeachingStandard)
      WHERE $source IN n.sourceIds
      RETURN [n, null]
      ORDER BY n.id
    }
  ],
  [
    'Course', false,
    COLLECT {
      MATCH (n:Course)
      WHERE $source IN n.sourceIds
      RETURN [n, null]
      ORDER BY n.id
    }
  ],
  [
    'OccupationGroup', false,
    COLLECT {
      MATCH (n:OccupationGroup)
      WHERE $source IN n.sourceIds
      RETURN [n, null]
      ORDER BY n.id
    }
  ],
  [
    'Occupation', false,
    COLLECT {
      MATCH (n:Occupation)
      WHERE $source IN n.sourceIds
      RETURN [n, null]
      ORDER BY n.id
    }
  ],
  [
    'OccupationalStandard', false,
    COLLECT {
      MATCH (n:OccupationalStandard)
      WHERE $source IN n.sourceIds
      RETURN [n, null]
      ORDER BY n.id
    }
  ],
  [
    'WorkFunction', false,
    COLLECT {
      MATCH (n:WorkFunction)
      WHERE $source IN n.sourceIds
      RETURN [n, null]
      ORDER BY n.id
    }
  ],
  [
    'Organization', false,
    COLLECT {
      MATCH (n:Organization)
      WHERE $source IN n.sourceIds
      RETURN [n, null]
      ORDER BY n.id
    }
  ],
  [
    'Certificate', false,
    COLLECT {
      MATCH (n:Certificate)
      WHERE $source IN n.sourceIds
      RETURN [n, null]
      ORDER BY n.id
    }
  ],
  [
    'CertificateLevel', false,
    COLLECT {
      MATCH (n:CertificateLevel)
      WHERE $source IN n.sourceIds
      RETURN [n, null]
      ORDER BY n.id
    }
  ],
  [
    'OutlineTopic', false,
    COLLECT {
      MATCH (n:OutlineTopic)
      WHERE $source IN n.sourceIds
      RETURN [n, null]
      ORDER BY n.id
    }
  ],
  [
    'JobRole', false,
    COLLECT {
      MATCH (n:JobRole)
      WHERE $source IN n.sourceIds
      RETURN [n, null]
      ORDER BY n.id
    }
  ],
  [
    'SkillStandard', false,
    COLLECT {
      MATCH (n:SkillStandard)
      WHERE $source IN n.sourceIds
      RETURN [n, null]
      ORDER BY n.id
    }
  ],
  [
    'StandardLevel', false,
    COLLECT {
      MATCH (n:StandardLevel)
      WHERE $source IN n.sourceIds
      RETURN [n, null]
      ORDER BY n.id
    }
  ],
  [
    'WorkArea', false,
    COLLECT {
      MATCH (n:WorkArea)
      WHERE $source IN n.sourceIds
      RETURN [n, null]
      ORDER BY n.id
    }
  ],
  [
    'WorkTask', false,
    COLLECT {
      MATCH (n:WorkTask)
      WHERE $source IN n.sourceIds
      RETURN [n, null]
      ORDER BY n.id
    }
  ],
  [
    'SkillRequirement', false,
    COLLECT {
      MATCH (n:SkillRequirement)
      WHERE $source IN n.sourceIds
      RETURN [n, null]
      ORDER BY n.id
    }
  ],
  [
    'Province', false,
    COLLECT {
      MATCH (n:Province)
      WHERE $source IN n.sourceIds
      RETURN [n, null]
      ORDER BY n.id
    }
  ],
  [
    'City', false,
    COLLECT {
      MATCH (n:City)
      WHERE $source IN n.sourceIds
      RETURN [n, null]
      ORDER BY n.id
    }
  ],
  [
    'College', false,
    COLLECT {
      MATCH (n:College)
      WHERE $source IN n.sourceIds
      RETURN [n, null]
      ORDER BY n.id
    }
  ],
  [
    'Renaming', false,
    COLLECT {
      MATCH (n:Renaming)
      WHERE $source IN n.sourceIds
      RETURN [n, null]
      ORDER BY n.id
    }
  ],
  [
    'DoubleHighEntry', false,
    COLLECT {
      MATCH (n:DoubleHighEntry)
      WHERE $source IN n.sourceIds
      RETURN [n, null]
      ORDER BY n.id
    }
  ],
  [
    'ProgrammeGroup', false,
    COLLECT {
      MATCH (n:ProgrammeGroup)
      WHERE $source IN n.sourceIds
      RETURN [n, null]
      ORDER BY n.id
    }
  ],
  [
    'TrainingPlan', false,
    COLLECT {
      MATCH (n:TrainingPlan)
      WHERE $source IN n.sourceIds AND (n.draftOf IS NULL OR n.draftOf = $reader)
      RETURN [n, null]
      ORDER BY n.id
    }
  ],
  [
    'PlanCourse', false,
    COLLECT {
      MATCH (n:PlanCourse)
      WHERE $source IN n.sourceIds AND (n.draftOf IS NULL OR n.draftOf = $reader)
      RETURN [n, null]
      ORDER BY n.id
    }
  ],
  [
    'PlanGroup', false,
    COLLECT {
      MATCH (n:PlanGroup)
      WHERE $source IN n.sourceIds AND (n.draftOf IS NULL OR n.draftOf = $reader)
      RETURN [n, null]
      ORDER BY n.id
    }
  ],
  [
    'PlanTotal', false,
    COLLECT {
      MATCH (n:PlanTotal)
      WHERE $source IN n.sourceIds AND (n.draftOf IS NULL OR n.draftOf = $reader)
      RETURN [n, null]
      ORDER BY n.id
    }
  ],
  [
    'TargetCertificate', false,
    COLLECT {
      MATCH (n:TargetCertificate)
      WHERE $source IN n.sourceIds AND (n.draftOf IS NULL OR n.draftOf = $reader)
      RETURN [n, null]
      ORDER BY n.id
    }
  ],
  [
    'PlanOutcome', false,
    COLLECT {
      MATCH (n:PlanOutcome)
      WHERE $source IN n.sourceIds AND (n.draftOf IS NULL OR n.draftOf = $reader)
      RETURN [n, null]
      ORDER BY n.id
    }
  ],
  [
    'PlanWeeks', false,
    COLLECT {
      MATCH (n:PlanWeeks)
      WHERE $source IN n.sourceIds AND (n.draftOf IS NULL OR n.draftOf = $reader)
      RETURN [n, null]
      ORDER BY n.id
    }
  ],
  [
    'CourseOutcome', false,
    COLLECT {
      MATCH (n:CourseOutcome)
      WHERE $source IN n.sourceIds AND (n.draftOf IS NULL OR n.draftOf = $reader)
      RETURN [n, null]
      ORDER BY n.id
    }
  ],
  [
    'RuleSet', false,
    COLLECT {
      MATCH (n:RuleSet)
      WHERE $source IN n.sourceIds
      RETURN [n, null]
      ORDER BY n.id
    }
  ],
  [
    'Rule', false,
    COLLECT {
      MATCH (n:Rule)
      WHERE $source IN n.sourceIds
      RETURN [n, null]
      ORDER BY n.id
    }
  ],
  [
    'CreditRule', false,
    COLLECT {
      MATCH (n:CreditRule)
      WHERE $source IN n.sourceIds
      RETURN [n, null]
      ORDER BY n.id
    }
  ],
  [
    'Alignment', false,
    COLLECT {
      MATCH (n:Alignment)
      WHERE $source IN n.sourceIds
      RETURN [n, null]
      ORDER BY n.id
    }
  ],
  [
    'Review', false,
    COLLECT {
      MATCH (n:Review)
      WHERE $source IN n.sourceIds
      RETURN [n, null]
      ORDER BY n.id
    }
  ],
  [
    'StandardListing', false,
    COLLECT {
      MATCH (n:StandardListing)
      WHERE $source IN n.sourceIds
      RETURN [n, null]
      ORDER BY n.id
    }
  ],
  [
    'COUNTS_CERTIFICATE', true,
    COLLECT {
      MATCH (n:PilotRecord)-[r:COUNTS_CERTIFICATE]->(m:Certificate)
      WHERE $source IN r.sourceIds
      RETURN [n, m]
      ORDER BY n.id, m.id
    }
  ],
  [
    'ADOPTED_AS', true,
    COLLECT {
      MATCH (n:Policy)-[r:ADOPTED_AS]->(m:Policy)
      WHERE $source IN r.sourceIds
      RETURN [n, m]
      ORDER BY n.id, m.id
    }
  ],
  [
    'REPLACED_BY', true,
    COLLECT {
      MATCH (n:Major)-[r:REPLACED_BY]->(m:Major)
      WHERE $source IN r.sourceIds
      RETURN [n, m]
      ORDER BY n.id, m.id
    }
  ],
  [
    'LISTED_AS', true,
    COLLECT {
      MATCH (n:Major)-[r:LISTED_AS]->(m:UndergraduateMajor)
      WHERE $source IN r.sourceIds
      RETURN [n, m]
      ORDER BY n.id, m.id
    }
  ],
  [
    'PREPARES_FOR', true,
    COLLECT {
      MATCH (n:TeachingStandard)-[r:PREPARES_FOR]->(m:Occupation)
      WHERE $source IN r.sourceIds
      RETURN [n, m]
      ORDER BY n.id, m.id
    }
  ],
  [
    'PREPARES_FOR_GROUP', true,
    COLLECT {
      MATCH (n:TeachingStandard)-[r:PREPARES_FOR_GROUP]->(m:OccupationGroup)
      WHERE $source IN r.sourceIds
      RETURN [n, m]
      ORDER BY n.id, m.id
    }
  ],
  [
    'NAMES_CERTIFICATE', true,
    COLLECT {
      MATCH (n:TeachingStandard)-[r:NAMES_CERTIFICATE]->(m:Certificate)
      WHERE $source IN r.sourceIds
      RETURN [n, m]
      ORDER BY n.id, m.id
    }
  ],
  [
    'STANDARD_OF_OCCUPATION', true,
    COLLECT {
      MATCH (n:OccupationalStandard)-[r:STANDARD_OF_OCCUPATION]->(m:Occupation)
      WHERE $source IN r.sourceIds
      RETURN [n, m]
      ORDER BY n.id, m.id
    }
  ],
  [
    'ISSUED_BY', true,
    COLLECT {
      MATCH (n:Certificate)-[r:ISSUED_BY]->(m:Organization)
      WHERE $source IN r.sourceIds
      RETURN [n, m]
      ORDER BY n.id, m.id
    }
  ],
  [
    'LEADS_TO', true,
    COLLECT {
      MATCH (n:CertificateLevel)-[r:LEADS_TO]->(m:JobRole)
      WHERE $source IN r.sourceIds
      RETURN [n, m]
      ORDER BY n.id, m.id
    }
  ],
  [
    'CERTIFICATE_LEADS_TO', true,
    COLLECT {
      MATCH (n:Certificate)-[r:CERTIFICATE_LEADS_TO]->(m:JobRole)
      WHERE $source IN r.sourceIds
      RETURN [n, m]
      ORDER BY n.id, m.id
    }
  ],
  [
    'CERTIFICATE_REPLACED_BY', true,
    COLLECT {
      MATCH (n:Certificate)-[r:CERTIFICATE_REPLACED_BY]->(m:Certificate)
      WHERE $source IN r.sourceIds
      RETURN [n, m]
      ORDER BY n.id, m.id
    }
  ],
  [
    'CORRESPONDS_TO', true,
    COLLECT {
      MATCH (n:Certificate)-[r:CORRESPONDS_TO]->(m:Occupation)
      WHERE $source IN r.sourceIds
      RETURN [n, m]
      ORDER BY n.id, m.id
    }
  ],
  [
    'SUITS', true,
    COLLECT {
      MATCH (n:Certificate)-[r:SUITS]->(m:Major)
      WHERE $source IN r.sourceIds
      RETURN [n, m]
      ORDER BY n.id, m.id
    }
  ],
  [
    'LED_BY', true,
    COLLECT {
      MATCH (n:ProgrammeGroup)-[r:LED_BY]->(m:Major)
      WHERE $source IN r.sourceIds
      RETURN [n, m]
      ORDER BY n.id, m.id
    }
  ],
  [
    'HAS_MEMBER_MAJOR', true,
    COLLECT {
      MATCH (n:ProgrammeGroup)-[r:HAS_MEMBER_MAJOR]->(m:Major)
      WHERE $source IN r.sourceIds
      RETURN [n, m]
      ORDER BY n.id, m.id
    }
  ],
  [
    'PLAN_FOR', true,
    COLLECT {
      MATCH (n:TrainingPlan)-[r:PLAN_FOR]->(m:Major)
      WHERE $source IN r.sourceIds AND (n.draftOf IS NULL OR n.draftOf = $reader)
      RETURN [n, m]
      ORDER BY n.id, m.id
    }
  ],
  [
    'PLAN_PREPARES_FOR', true,
    COLLECT {
      MATCH (n:TrainingPlan)-[r:PLAN_PREPARES_FOR]->(m:Occupation)
      WHERE $source IN r.sourceIds AND (n.draftOf IS NULL OR n.draftOf = $reader)
      RETURN [n, m]
      ORDER BY n.id, m.id
    }
  ],
  [
    'LINKED_TO_CERTIFICATE', true,
    COLLECT {
      MATCH (n:PlanCourse)-[r:LINKED_TO_CERTIFICATE]->(m:Certificate)
      WHERE $source IN r.sourceIds AND (n.draftOf IS NULL OR n.draftOf = $reader)
      RETURN [n, m]
      ORDER BY n.id, m.id
    }
  ],
  [
    'PLAN_NAMES_CERTIFICATE', true,
    COLLECT {
      MATCH (n:TrainingPlan)-[r:PLAN_NAMES_CERTIFICATE]->(m:Certificate)
      WHERE $source IN r.sourceIds AND (n.draftOf IS NULL OR n.draftOf = $reader)
      RETURN [n, m]
      ORDER BY n.id, m.id
    }
  ],
  [
    'TARGETS_LEVEL', true,
    COLLECT {
      MATCH (n:TargetCertificate)-[r:TARGETS_LEVEL]->(m:CertificateLevel)
      WHERE $source IN r.sourceIds AND (n.draftOf IS NULL OR n.draftOf = $reader)
      RETURN [n, m]
      ORDER BY n.id, m.id
    }
  ],
  [
    'FOLLOWS_STANDARD', true,
    COLLECT {
      MATCH (n:TrainingPlan)-[r:FOLLOWS_STANDARD]->(m:TeachingStandard)
      WHERE $source IN r.sourceIds AND (n.draftOf IS NULL OR n.draftOf = $reader)
      RETURN [n, m]
      ORDER BY n.id, m.id
    }
  ],
  [
    'BASED_ON', true,
    COLLECT {
      MATCH (n:RuleSet)-[r:BASED_ON]->(m:Policy)
      WHERE $source IN r.sourceIds
      RETURN [n, m]
      ORDER BY n.id, m.id
    }
  ],
  [
    'RULE_SET_OF', true,
    COLLECT {
      MATCH (n:RuleSet)-[r:RULE_SET_OF]->(m:College)
      WHERE $source IN r.sourceIds
      RETURN [n, m]
      ORDER BY n.id, m.id
    }
  ],
  [
    'RULES_ON_CERTIFICATE', true,
    COLLECT {
      MATCH (n:Rule)-[r:RULES_ON_CERTIFICATE]->(m:Certificate)
      WHERE $source IN r.sourceIds
      RETURN [n, m]
      ORDER BY n.id, m.id
    }
  ],
  [
    'CREDIT_RULE_OF', true,
    COLLECT {
      MATCH (n:CreditRule)-[r:CREDIT_RULE_OF]->(m:College)
      WHERE $source IN r.sourceIds
      RETURN [n, m]
      ORDER BY n.id, m.id
    }
  ],
  [
    'COVERS', true,
    COLLECT {
      MATCH (n:Course)-[r:COVERS]->(m:SkillRequirement)
      WHERE $source IN r.sourceIds
      RETURN [n, m]
      ORDER BY n.id, m.id
    }
  ],
  [
    'PLAN_COVERS', true,
    COLLECT {
      MATCH (n:PlanCourse)-[r:PLAN_COVERS]->(m:SkillRequirement)
      WHERE $source IN r.sourceIds AND (n.draftOf IS NULL OR n.draftOf = $reader)
      RETURN [n, m]
      ORDER BY n.id, m.id
    }
  ]
] AS each
WITH each[0] AS type, each[1] AS linked, each[2] AS facts
WHERE size(facts) > 0
WITH type, linked, facts
ORDER BY linked, size(facts) DESC, type
LIMIT $first
WITH collect(
  [
    type, linked, size(facts),
    COLLECT {
      UNWIND facts[..$examples] AS fact
      WITH fact[0] AS n, fact[1] AS m
      RETURN [
        [
          CASE WHEN n:Source THEN ['Source', [n.id]] WHEN n:PilotRecord THEN ['PilotRecord', [n.id]]
          WHEN n:Statistic THEN ['Statistic', [n.id]] WHEN n:ReportingField THEN ['ReportingField', [n.id]]
          WHEN n:Release THEN ['Release', [n.id]] WHEN n:Policy THEN ['Policy', [n.id]]
          WHEN n:RecruitmentField THEN ['RecruitmentField', [n.id]] WHEN n:Platform THEN ['Platform', [n.id]]
          WHEN n:Catalogue THEN ['Catalogue', [n.id]] WHEN n:MajorCategory THEN ['MajorCategory', [n.id]]
          WHEN n:MajorClass THEN ['MajorClass', [n.id]] WHEN n:Major THEN ['Major', [n.id]]
          WHEN n:UndergraduateMajor THEN ['UndergraduateMajor', [n.id]]
          WHEN n:TeachingStandard THEN ['TeachingStandard', [n.id]] WHEN n:Course THEN ['Course', [n.id]]
          WHEN n:OccupationGroup THEN ['OccupationGroup', [n.id]]
          WHEN n:Occupation THEN ['Occupation', [n.id]]
          WHEN n:OccupationalStandard THEN ['OccupationalStandard', [n.id]]
          WHEN n:WorkFunction THEN ['WorkFunction', [n.id]] WHEN n:Organization THEN ['Organization', [n.id]]
          WHEN n:Certificate THEN ['Certificate', [n.id]]
          WHEN n:CertificateLevel THEN ['CertificateLevel', [n.id]]
          WHEN n:OutlineTopic THEN ['OutlineTopic', [n.id]] WHEN n:JobRole THEN ['JobRole', [n.id]]
          WHEN n:SkillStandard THEN ['SkillStandard', [n.id]]
          WHEN n:StandardLevel THEN ['StandardLevel', [n.id]] WHEN n:WorkArea THEN ['WorkArea', [n.id]]
          WHEN n:WorkTask THEN ['WorkTask', [n.id]] WHEN n:SkillRequirement THEN ['SkillRequirement', [n.id]]
          WHEN n:Province THEN ['Province', [n.id]] WHEN n:City THEN ['City', [n.id]]
          WHEN n:College THEN ['College', [n.id]] WHEN n:Renaming THEN ['Renaming', [n.id]]
          WHEN n:DoubleHighEntry THEN ['DoubleHighEntry', [n.id]]
          WHEN n:ProgrammeGroup THEN ['ProgrammeGroup', [n.id]]
          WHEN n:TrainingPlan THEN ['TrainingPlan', [n.id]] WHEN n:PlanCourse THEN ['PlanCourse', [n.id]]
          WHEN n:PlanGroup THEN ['PlanGroup', [n.id]] WHEN n:PlanTotal THEN ['PlanTotal', [n.id]]
          WHEN n:TargetCertificate THEN ['TargetCertificate', [n.id]]
          WHEN n:PlanOutcome THEN ['PlanOutcome', [n.id]] WHEN n:PlanWeeks THEN ['PlanWeeks', [n.id]]
          WHEN n:CourseOutcome THEN ['CourseOutcome', [n.id]] WHEN n:RuleSet THEN ['RuleSet', [n.id]]
          WHEN n:Rule THEN ['Rule', [n.id]] WHEN n:CreditRule THEN ['CreditRule', [n.id]]
          WHEN n:Alignment THEN ['Alignment', [n.id]] WHEN n:Review THEN ['Review', [n.id]]
          WHEN n:Change THEN ['Change', [n.id]] WHEN n:StandardListing THEN ['StandardListing', [n.id]] END
        ],
        CASE WHEN m IS NULL THEN null
        ELSE [
          CASE WHEN m:Source THEN ['Source', [m.id]] WHEN m:PilotRecord THEN ['PilotRecord', [m.id]]
          WHEN m:Statistic THEN ['Statistic', [m.id]] WHEN m:ReportingField THEN ['ReportingField', [m.id]]
          WHEN m:Release THEN ['Release', [m.id]] WHEN m:Policy THEN ['Policy', [m.id]]
          WHEN m:RecruitmentField THEN ['RecruitmentField', [m.id]] WHEN m:Platform THEN ['Platform', [m.id]]
          WHEN m:Catalogue THEN ['Catalogue', [m.id]] WHEN m:MajorCategory THEN ['MajorCategory', [m.id]]
          WHEN m:MajorClass THEN ['MajorClass', [m.id]] WHEN m:Major THEN ['Major', [m.id]]
          WHEN m:UndergraduateMajor THEN ['UndergraduateMajor', [m.id]]
          WHEN m:TeachingStandard THEN ['TeachingStandard', [m.id]] WHEN m:Course THEN ['Course', [m.id]]
          WHEN m:OccupationGroup THEN ['OccupationGroup', [m.id]]
          WHEN m:Occupation THEN ['Occupation', [m.id]]
          WHEN m:OccupationalStandard THEN ['OccupationalStandard', [m.id]]
          WHEN m:WorkFunction THEN ['WorkFunction', [m.id]] WHEN m:Organization THEN ['Organization', [m.id]]
          WHEN m:Certificate THEN ['Certificate', [m.id]]
          WHEN m:CertificateLevel THEN ['CertificateLevel', [m.id]]
          WHEN m:OutlineTopic THEN ['OutlineTopic', [m.id]] WHEN m:JobRole THEN ['JobRole', [m.id]]
          WHEN m:SkillStandard THEN ['SkillStandard', [m.id]]
          WHEN m:StandardLevel THEN ['StandardLevel', [m.id]] WHEN m:WorkArea THEN ['WorkArea', [m.id]]
          WHEN m:WorkTask THEN ['WorkTask', [m.id]] WHEN m:SkillRequirement THEN ['SkillRequirement', [m.id]]
          WHEN m:Province THEN ['Province', [m.id]] WHEN m:City THEN ['City', [m.id]]
          WHEN m:College THEN ['College', [m.id]] WHEN m:Renaming THEN ['Renaming', [m.id]]
          WHEN m:DoubleHighEntry THEN ['DoubleHighEntry', [m.id]]
          WHEN m:ProgrammeGroup THEN ['ProgrammeGroup', [m.id]]
          WHEN m:TrainingPlan THEN ['TrainingPlan', [m.id]] WHEN m:PlanCourse THEN ['PlanCourse', [m.id]]
          WHEN m:PlanGroup THEN ['PlanGroup', [m.id]] WHEN m:PlanTotal THEN ['PlanTotal', [m.id]]
          WHEN m:TargetCertificate THEN ['TargetCertificate', [m.id]]
          WHEN m:PlanOutcome THEN ['PlanOutcome', [m.id]] WHEN m:PlanWeeks THEN ['PlanWeeks', [m.id]]
          WHEN m:CourseOutcome THEN ['CourseOutcome', [m.id]] WHEN m:RuleSet THEN ['RuleSet', [m.id]]
          WHEN m:Rule THEN ['Rule', [m.id]] WHEN m:CreditRule THEN ['CreditRule', [m.id]]
          WHEN m:Alignment THEN ['Alignment', [m.id]] WHEN m:Review THEN ['Review', [m.id]]
          WHEN m:Change THEN ['Change', [m.id]] WHEN m:StandardListing THEN ['StandardListing', [m.id]] END
        ]
        END
      ]
    }
  ]
) AS records
RETURN [
  [
    COLLECT {
      MATCH (n:Source {id: $source})
      WHERE (n.draftOf IS NULL OR n.draftOf = $reader)
      WITH DISTINCT n.id AS key, null AS value
      RETURN [key, value]
    }
  ],
  records
] AS c0
