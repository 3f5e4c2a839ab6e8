CALL () {
  CALL () {
    UNWIND $hits.Certificate AS hit
    MATCH (n:Certificate {id: hit.id})
    RETURN hit, [] AS context, [['Certificate', [n.id]]] AS nodes
    UNION ALL
    UNWIND $hits.Major AS hit
    MATCH (n:Major {id: hit.id})
    RETURN hit, [] AS context, [['Major', [n.id, n.edition, n.code]]] AS nodes
    UNION ALL
    UNWIND $hits.Policy AS hit
    MATCH (n:Policy {id: hit.id})
    RETURN hit, [] AS context, [['Policy', [n.id]]] AS nodes
    UNION ALL
    UNWIND $hits.RecruitmentField AS hit
    MATCH (n:RecruitmentField {id: hit.id})
    RETURN hit, [] AS context, [['RecruitmentField', [n.id]]] AS nodes
    UNION ALL
    UNWIND $hits.Platform AS hit
    MATCH (n:Platform {id: hit.id})
    RETURN hit, [] AS context, [['Platform', [n.id]]] AS nodes
    UNION ALL
    UNWIND $hits.Catalogue AS hit
    MATCH (n:Catalogue {id: hit.id})
    RETURN hit, [] AS context, [['Catalogue', [n.id]]] AS nodes
    UNION ALL
    UNWIND $hits.MajorCategory AS hit
    MATCH (n:MajorCategory {id: hit.id})
    RETURN hit, [] AS context, [['MajorCategory', [n.id]]] AS nodes
    UNION ALL
    UNWIND $hits.MajorClass AS hit
    MATCH (n:MajorClass {id: hit.id})
    RETURN hit, [] AS context, [['MajorClass', [n.id]]] AS nodes
    UNION ALL
    UNWIND $hits.UndergraduateMajor AS hit
    MATCH (n:UndergraduateMajor {id: hit.id})
    RETURN hit, [] AS context, [['UndergraduateMajor', [n.id]]] AS nodes
    UNION ALL
    UNWIND $hits.TeachingStandard AS hit
    MATCH (n:TeachingStandard {id: hit.id})
    RETURN hit, [] AS context, [['TeachingStandard', [n.id]]] AS nodes
    UNION ALL
    UNWIND $hits.Course AS hit
    MATCH (n:Course {id: hit.id})
    RETURN hit, [] AS context, [['Course', [n.id]]] AS nodes
    UNION ALL
    UNWIND $hits.OccupationGroup AS hit
    MATCH (n:OccupationGroup {id: hit.id})
    RETURN hit, [] AS context, [['OccupationGroup', [n.id]]] AS nodes
    UNION ALL
    UNWIND $hits.Occupation AS hit
    MATCH (n:Occupation {id: hit.id})
    RETURN hit, [] AS context, [['Occupation', [n.id]]] AS nodes
    UNION ALL
    UNWIND $hits.OccupationalStandard AS hit
    MATCH (n:OccupationalStandard {id: hit.id})
    RETURN hit, [] AS context, [['OccupationalStandard', [n.id]]] AS nodes
    UNION ALL
    UNWIND $hits.Organization AS hit
    MATCH (n:Organization {id: hit.id})
    RETURN hit, [] AS context, [['Organization', [n.id]]] AS nodes
    UNION ALL
    UNWIND $hits.JobRole AS hit
    MATCH (n:JobRole {id: hit.id})
    RETURN hit, [] AS context, [['JobRole', [n.id]]] AS nodes
    UNION ALL
    UNWIND $hits.SkillStandard AS hit
    MATCH (n:SkillStandard {id: hit.id})
    RETURN hit, [] AS context, [['SkillStandard', [n.id]]] AS nodes
    UNION ALL
    UNWIND $hits.WorkArea AS hit
    MATCH (n:WorkArea {id: hit.id})
    RETURN hit, [] AS context, [['WorkArea', [n.id]]] AS nodes
    UNION ALL
    UNWIND $hits.WorkTask AS hit
    MATCH (n:WorkTask {id: hit.id})
    RETURN hit, [] AS context, [['WorkTask', [n.id]]] AS nodes
    UNION ALL
    UNWIND $hits.SkillRequirement AS hit
    MATCH (n:SkillRequirement {id: hit.id})
    RETURN hit, [] AS context, [['SkillRequirement', [n.id]]] AS nodes
    UNION ALL
    UNWIND $hits.Province AS hit
    MATCH (n:Province {id: hit.id})
    RETURN hit, [] AS context, [['Province', [n.id]]] AS nodes
    UNION ALL
    UNWIND $hits.City AS hit
    MATCH (n:City {id: hit.id})
    RETURN hit, [] AS context, [['City', [n.id]]] AS nodes
    UNION ALL
    UNWIND $hits.College AS hit
    MATCH (n:College {id: hit.id})
    RETURN hit, [] AS context, [['College', [n.id]]] AS nodes
    UNION ALL
    UNWIND $hits.DoubleHighEntry AS hit
    MATCH (n:DoubleHighEntry {id: hit.id})
    RETURN hit, [] AS context, [['DoubleHighEntry', [n.id]]] AS nodes
    UNION ALL
    UNWIND $hits.ProgrammeGroup AS hit
    MATCH (n:ProgrammeGroup {id: hit.id})
    RETURN hit, [] AS context, [['ProgrammeGroup', [n.id]]] AS nodes
    UNION ALL
    UNWIND $hits.TrainingPlan AS hit
    MATCH (n:TrainingPlan {id: hit.id})
    WHERE (n.draftOf IS NULL OR n.draftOf = $reader)
    RETURN hit, [] AS context, [['TrainingPlan', [n.id]]] AS nodes
    UNION ALL
    UNWIND $hits.PlanCourse AS hit
    MATCH (n:PlanCourse {id: hit.id})
    WHERE (n.draftOf IS NULL OR n.draftOf = $reader)
    RETURN hit, [] AS context, [['PlanCourse', [n.id]]] AS nodes
    UNION ALL
    UNWIND $hits.RuleSet AS hit
    MATCH (n:RuleSet {id: hit.id})
    RETURN hit, [] AS context, [['RuleSet', [n.id]]] AS nodes
  }
  WITH hit, context, nodes
  ORDER BY hit.rank
  RETURN collect(
    [hit.score, hit.kind, hit.matchedAs, hit.matchedText, hit.highlights, hit.code, nodes]
  ) AS c0
}
OPTIONAL MATCH (g:GraphRevision {id: 1})
RETURN c0, CASE WHEN coalesce(g.value, 0) = $heldRevision THEN NULL
  ELSE [
    coalesce(g.value, 0), coalesce(g.writes, 0), coalesce(g.tag, ''), coalesce(g.ours = g.value, false),
    g.latest
  ]
  END AS news
