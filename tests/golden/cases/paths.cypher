MATCH p = (a:Major {id: $from})
  -[
    :REPLACED_BY|LISTED_AS|STANDARD_OF|HAS_COURSE|PREPARES_FOR|NAMES_CERTIFICATE|STANDARD_OF_OCCUPATION|
    HAS_LEVEL|HAS_STANDARD|LEADS_TO|CERTIFICATE_LEADS_TO|CERTIFICATE_REPLACED_BY|CORRESPONDS_TO|SUITS|
    SPECIFIED_BY|HAS_WORK_AREA|HAS_TASK|HAS_REQUIREMENT|PLAN_FOR|HAS_PLAN_COURSE|LINKED_TO_CERTIFICATE|
    PLAN_NAMES_CERTIFICATE|COVERS|PLAN_COVERS*1..3
  ]-(b:Certificate {id: $to})
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
    type(r), startNode(r).id = f.id, r.basis, r.sourceNote,
    COLLECT {
      UNWIND r.sourceIds AS key
      MATCH (source:Source {id: key})
      RETURN [['Source', [source.code]]]
      ORDER BY source.id
    },
    [
      CASE WHEN f:Source THEN ['Source', [f.title]] WHEN f:PilotRecord THEN ['PilotRecord', [f.metric]]
      WHEN f:Statistic THEN ['Statistic', [f.item]] WHEN f:ReportingField THEN ['ReportingField', [f.name]]
      WHEN f:Release THEN ['Release', [f.name]] WHEN f:Policy THEN ['Policy', [f.title]]
      WHEN f:RecruitmentField THEN ['RecruitmentField', [f.name]] WHEN f:Platform THEN ['Platform', [f.name]]
      WHEN f:Catalogue THEN ['Catalogue', [f.name]] WHEN f:MajorCategory THEN ['MajorCategory', [f.name]]
      WHEN f:MajorClass THEN ['MajorClass', [f.name]] WHEN f:Major THEN ['Major', [f.name]]
      WHEN f:UndergraduateMajor THEN ['UndergraduateMajor', [f.name]]
      WHEN f:TeachingStandard THEN ['TeachingStandard', [f.name]] WHEN f:Course THEN ['Course', [f.name]]
      WHEN f:OccupationGroup THEN ['OccupationGroup', [f.name]]
      WHEN f:Occupation THEN ['Occupation', [f.name]]
      WHEN f:OccupationalStandard THEN ['OccupationalStandard', [f.name]]
      WHEN f:WorkFunction THEN ['WorkFunction', [f.name]] WHEN f:Organization THEN ['Organization', [f.name]]
      WHEN f:Certificate THEN ['Certificate', [f.name]]
      WHEN f:CertificateLevel THEN ['CertificateLevel', [f.certificateName]]
      WHEN f:OutlineTopic THEN ['OutlineTopic', [f.topic]] WHEN f:JobRole THEN ['JobRole', [f.name]]
      WHEN f:SkillStandard THEN ['SkillStandard', [f.name]]
      WHEN f:StandardLevel THEN ['StandardLevel', [f.name]] WHEN f:WorkArea THEN ['WorkArea', [f.name]]
      WHEN f:WorkTask THEN ['WorkTask', [f.name]] WHEN f:SkillRequirement THEN ['SkillRequirement', [f.text]]
      WHEN f:Province THEN ['Province', [f.name]] WHEN f:City THEN ['City', [f.name]]
      WHEN f:College THEN ['College', [f.name]] WHEN f:Renaming THEN ['Renaming', [f.formerName]]
      WHEN f:DoubleHighEntry THEN ['DoubleHighEntry', [f.collegeName]]
      WHEN f:ProgrammeGroup THEN ['ProgrammeGroup', [f.name]]
      WHEN f:TrainingPlan THEN ['TrainingPlan', [f.majorName]] WHEN f:PlanCourse THEN ['PlanCourse', [f.name]]
      WHEN f:PlanGroup THEN ['PlanGroup', [f.label]] WHEN f:PlanTotal THEN ['PlanTotal', [f.label]]
      WHEN f:TargetCertificate THEN ['TargetCertificate', [f.name]]
      WHEN f:PlanOutcome THEN ['PlanOutcome', [f.text]] WHEN f:PlanWeeks THEN ['PlanWeeks', [f.heading]]
      WHEN f:CourseOutcome THEN ['CourseOutcome', [f.text]] WHEN f:RuleSet THEN ['RuleSet', [f.name]]
      WHEN f:Rule THEN ['Rule', [f.item]] WHEN f:CreditRule THEN ['CreditRule', [f.kind]]
      WHEN f:Alignment THEN ['Alignment', [f.rationale]] WHEN f:Review THEN ['Review', [f.conclusion]]
      WHEN f:Change THEN ['Change', [f.action]] WHEN f:StandardListing THEN ['StandardListing', [f.name]] END
    ],
    [
      CASE WHEN t:Source THEN ['Source', [t.title]] WHEN t:PilotRecord THEN ['PilotRecord', [t.metric]]
      WHEN t:Statistic THEN ['Statistic', [t.item]] WHEN t:ReportingField THEN ['ReportingField', [t.name]]
      WHEN t:Release THEN ['Release', [t.name]] WHEN t:Policy THEN ['Policy', [t.title]]
      WHEN t:RecruitmentField THEN ['RecruitmentField', [t.name]] WHEN t:Platform THEN ['Platform', [t.name]]
      WHEN t:Catalogue THEN ['Catalogue', [t.name]] WHEN t:MajorCategory THEN ['MajorCategory', [t.name]]
      WHEN t:MajorClass THEN ['MajorClass', [t.name]] WHEN t:Major THEN ['Major', [t.name]]
      WHEN t:UndergraduateMajor THEN ['UndergraduateMajor', [t.name]]
      WHEN t:TeachingStandard THEN ['TeachingStandard', [t.name]] WHEN t:Course THEN ['Course', [t.name]]
      WHEN t:OccupationGroup THEN ['OccupationGroup', [t.name]]
      WHEN t:Occupation THEN ['Occupation', [t.name]]
      WHEN t:OccupationalStandard THEN ['OccupationalStandard', [t.name]]
      WHEN t:WorkFunction THEN ['WorkFunction', [t.name]] WHEN t:Organization THEN ['Organization', [t.name]]
      WHEN t:Certificate THEN ['Certificate', [t.name, t.standardCode]]
      WHEN t:CertificateLevel THEN ['CertificateLevel', [t.certificateName]]
      WHEN t:OutlineTopic THEN ['OutlineTopic', [t.topic]] WHEN t:JobRole THEN ['JobRole', [t.name]]
      WHEN t:SkillStandard THEN ['SkillStandard', [t.name]]
      WHEN t:StandardLevel THEN ['StandardLevel', [t.name]] WHEN t:WorkArea THEN ['WorkArea', [t.name]]
      WHEN t:WorkTask THEN ['WorkTask', [t.name]] WHEN t:SkillRequirement THEN ['SkillRequirement', [t.text]]
      WHEN t:Province THEN ['Province', [t.name]] WHEN t:City THEN ['City', [t.name]]
      WHEN t:College THEN ['College', [t.name]] WHEN t:Renaming THEN ['Renaming', [t.formerName]]
      WHEN t:DoubleHighEntry THEN ['DoubleHighEntry', [t.collegeName]]
      WHEN t:ProgrammeGroup THEN ['ProgrammeGroup', [t.name]]
      WHEN t:TrainingPlan THEN ['TrainingPlan', [t.majorName]] WHEN t:PlanCourse THEN ['PlanCourse', [t.name]]
      WHEN t:PlanGroup THEN ['PlanGroup', [t.label]] WHEN t:PlanTotal THEN ['PlanTotal', [t.label]]
      WHEN t:TargetCertificate THEN ['TargetCertificate', [t.name]]
      WHEN t:PlanOutcome THEN ['PlanOutcome', [t.text]] WHEN t:PlanWeeks THEN ['PlanWeeks', [t.heading]]
      WHEN t:CourseOutcome THEN ['CourseOutcome', [t.text]] WHEN t:RuleSet THEN ['RuleSet', [t.name]]
      WHEN t:Rule THEN ['Rule', [t.item]] WHEN t:CreditRule THEN ['CreditRule', [t.kind]]
      WHEN t:Alignment THEN ['Alignment', [t.rationale]] WHEN t:Review THEN ['Review', [t.conclusion]]
      WHEN t:Change THEN ['Change', [t.action]] WHEN t:StandardListing THEN ['StandardListing', [t.name]] END
    ]
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
      MATCH (n:Certificate {id: $to})
      WITH DISTINCT n.id AS key, null AS value
      RETURN [key, value]
    }
  ],
  records
] AS c0
