CALL () {
  CALL () {
    UNWIND $Source AS hit
    MATCH (n:Source {id: hit.id})
    RETURN hit, [['Source', [n.id]]] AS nodes
    UNION ALL
    UNWIND $Policy AS hit
    MATCH (n:Policy {id: hit.id})
    RETURN hit, [['Policy', [n.id]]] AS nodes
    UNION ALL
    UNWIND $RecruitmentField AS hit
    MATCH (n:RecruitmentField {id: hit.id})
    RETURN hit, [['RecruitmentField', [n.id]]] AS nodes
    UNION ALL
    UNWIND $Platform AS hit
    MATCH (n:Platform {id: hit.id})
    RETURN hit, [['Platform', [n.id]]] AS nodes
    UNION ALL
    UNWIND $Catalogue AS hit
    MATCH (n:Catalogue {id: hit.id})
    RETURN hit, [['Catalogue', [n.id]]] AS nodes
    UNION ALL
    UNWIND $MajorCategory AS hit
    MATCH (n:MajorCategory {id: hit.id})
    RETURN hit, [['MajorCategory', [n.id]]] AS nodes
    UNION ALL
    UNWIND $MajorClass AS hit
    MATCH (n:MajorClass {id: hit.id})
    RETURN hit, [['MajorClass', [n.id]]] AS nodes
    UNION ALL
    UNWIND $Major AS hit
    MATCH (n:Major {id: hit.id})
    RETURN hit, [['Major', [n.id, n.edition, n.code]]] AS nodes
    UNION ALL
    UNWIND $TeachingStandard AS hit
    MATCH (n:TeachingStandard {id: hit.id})
    RETURN hit, [['TeachingStandard', [n.id]]] AS nodes
    UNION ALL
    UNWIND $Course AS hit
    MATCH (n:Course {id: hit.id})
    RETURN hit, [['Course', [n.id]]] AS nodes
    UNION ALL
    UNWIND $OccupationGroup AS hit
    MATCH (n:OccupationGroup {id: hit.id})
    RETURN hit, [['OccupationGroup', [n.id]]] AS nodes
    UNION ALL
    UNWIND $Occupation AS hit
    MATCH (n:Occupation {id: hit.id})
    RETURN hit, [['Occupation', [n.id]]] AS nodes
    UNION ALL
    UNWIND $Organization AS hit
    MATCH (n:Organization {id: hit.id})
    RETURN hit, [['Organization', [n.id]]] AS nodes
    UNION ALL
    UNWIND $Certificate AS hit
    MATCH (n:Certificate {id: hit.id})
    RETURN hit, [['Certificate', [n.id]]] AS nodes
    UNION ALL
    UNWIND $JobRole AS hit
    MATCH (n:JobRole {id: hit.id})
    RETURN hit, [['JobRole', [n.id]]] AS nodes
    UNION ALL
    UNWIND $SkillStandard AS hit
    MATCH (n:SkillStandard {id: hit.id})
    RETURN hit, [['SkillStandard', [n.id]]] AS nodes
    UNION ALL
    UNWIND $WorkArea AS hit
    MATCH (n:WorkArea {id: hit.id})
    RETURN hit, [['WorkArea', [n.id]]] AS nodes
    UNION ALL
    UNWIND $WorkTask AS hit
    MATCH (n:WorkTask {id: hit.id})
    RETURN hit, [['WorkTask', [n.id]]] AS nodes
    UNION ALL
    UNWIND $SkillRequirement AS hit
    MATCH (n:SkillRequirement {id: hit.id})
    RETURN hit, [['SkillRequirement', [n.id]]] AS nodes
    UNION ALL
    UNWIND $Province AS hit
    MATCH (n:Province {id: hit.id})
    RETURN hit, [['Province', [n.id]]] AS nodes
    UNION ALL
    UNWIND $City AS hit
    MATCH (n:City {id: hit.id})
    RETURN hit, [['City', [n.id]]] AS nodes
    UNION ALL
    UNWIND $College AS hit
    MATCH (n:College {id: hit.id})
    RETURN hit, [['College', [n.id]]] AS nodes
    UNION ALL
    UNWIND $ProgrammeGroup AS hit
    MATCH (n:ProgrammeGroup {id: hit.id})
    RETURN hit, [['ProgrammeGroup', [n.id]]] AS nodes
    UNION ALL
    UNWIND $TrainingPlan AS hit
    MATCH (n:TrainingPlan {id: hit.id})
    RETURN hit, [['TrainingPlan', [n.id]]] AS nodes
    UNION ALL
    UNWIND $PlanCourse AS hit
    MATCH (n:PlanCourse {id: hit.id})
    RETURN hit, [['PlanCourse', [n.id]]] AS nodes
    UNION ALL
    UNWIND $RuleSet AS hit
    MATCH (n:RuleSet {id: hit.id})
    RETURN hit, [['RuleSet', [n.id]]] AS nodes
  }
  WITH hit, nodes
  ORDER BY hit.rank
  RETURN collect([hit.score, hit.matchedAs, hit.matchedText, nodes]) AS c0
}
OPTIONAL MATCH (g:GraphRevision {id: 1})
RETURN c0, coalesce(g.value, 0) AS revision
