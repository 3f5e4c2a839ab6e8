CALL () {
  CALL () {
    UNWIND $Source AS hit
    MATCH (n:Source {id: hit[0]})
    RETURN hit, [['Source', [n.id]]] AS nodes
    UNION ALL
    UNWIND $Policy AS hit
    MATCH (n:Policy {id: hit[0]})
    RETURN hit, [['Policy', [n.id]]] AS nodes
    UNION ALL
    UNWIND $RecruitmentField AS hit
    MATCH (n:RecruitmentField {id: hit[0]})
    RETURN hit, [['RecruitmentField', [n.id]]] AS nodes
    UNION ALL
    UNWIND $Platform AS hit
    MATCH (n:Platform {id: hit[0]})
    RETURN hit, [['Platform', [n.id]]] AS nodes
    UNION ALL
    UNWIND $Catalogue AS hit
    MATCH (n:Catalogue {id: hit[0]})
    RETURN hit, [['Catalogue', [n.id]]] AS nodes
    UNION ALL
    UNWIND $MajorCategory AS hit
    MATCH (n:MajorCategory {id: hit[0]})
    RETURN hit, [['MajorCategory', [n.id]]] AS nodes
    UNION ALL
    UNWIND $MajorClass AS hit
    MATCH (n:MajorClass {id: hit[0]})
    RETURN hit, [['MajorClass', [n.id]]] AS nodes
    UNION ALL
    UNWIND $Major AS hit
    MATCH (n:Major {id: hit[0]})
    RETURN hit, [['Major', [n.id, n.edition, n.code]]] AS nodes
    UNION ALL
    UNWIND $TeachingStandard AS hit
    MATCH (n:TeachingStandard {id: hit[0]})
    RETURN hit, [['TeachingStandard', [n.id]]] AS nodes
    UNION ALL
    UNWIND $Course AS hit
    MATCH (n:Course {id: hit[0]})
    RETURN hit, [['Course', [n.id]]] AS nodes
    UNION ALL
    UNWIND $OccupationGroup AS hit
    MATCH (n:OccupationGroup {id: hit[0]})
    RETURN hit, [['OccupationGroup', [n.id]]] AS nodes
    UNION ALL
    UNWIND $Occupation AS hit
    MATCH (n:Occupation {id: hit[0]})
    RETURN hit, [['Occupation', [n.id]]] AS nodes
    UNION ALL
    UNWIND $Organization AS hit
    MATCH (n:Organization {id: hit[0]})
    RETURN hit, [['Organization', [n.id]]] AS nodes
    UNION ALL
    UNWIND $Certificate AS hit
    MATCH (n:Certificate {id: hit[0]})
    RETURN hit, [['Certificate', [n.id]]] AS nodes
    UNION ALL
    UNWIND $JobRole AS hit
    MATCH (n:JobRole {id: hit[0]})
    RETURN hit, [['JobRole', [n.id]]] AS nodes
    UNION ALL
    UNWIND $SkillStandard AS hit
    MATCH (n:SkillStandard {id: hit[0]})
    RETURN hit, [['SkillStandard', [n.id]]] AS nodes
    UNION ALL
    UNWIND $WorkArea AS hit
    MATCH (n:WorkArea {id: hit[0]})
    RETURN hit, [['WorkArea', [n.id]]] AS nodes
    UNION ALL
    UNWIND $WorkTask AS hit
    MATCH (n:WorkTask {id: hit[0]})
    RETURN hit, [['WorkTask', [n.id]]] AS nodes
    UNION ALL
    UNWIND $SkillRequirement AS hit
    MATCH (n:SkillRequirement {id: hit[0]})
    RETURN hit, [['SkillRequirement', [n.id]]] AS nodes
    UNION ALL
    UNWIND $Province AS hit
    MATCH (n:Province {id: hit[0]})
    RETURN hit, [['Province', [n.id]]] AS nodes
    UNION ALL
    UNWIND $City AS hit
    MATCH (n:City {id: hit[0]})
    RETURN hit, [['City', [n.id]]] AS nodes
    UNION ALL
    UNWIND $College AS hit
    MATCH (n:College {id: hit[0]})
    RETURN hit, [['College', [n.id]]] AS nodes
    UNION ALL
    UNWIND $ProgrammeGroup AS hit
    MATCH (n:ProgrammeGroup {id: hit[0]})
    RETURN hit, [['ProgrammeGroup', [n.id]]] AS nodes
    UNION ALL
    UNWIND $TrainingPlan AS hit
    MATCH (n:TrainingPlan {id: hit[0]})
    RETURN hit, [['TrainingPlan', [n.id]]] AS nodes
    UNION ALL
    UNWIND $PlanCourse AS hit
    MATCH (n:PlanCourse {id: hit[0]})
    RETURN hit, [['PlanCourse', [n.id]]] AS nodes
    UNION ALL
    UNWIND $RuleSet AS hit
    MATCH (n:RuleSet {id: hit[0]})
    RETURN hit, [['RuleSet', [n.id]]] AS nodes
  }
  WITH hit, nodes
  ORDER BY hit[1]
  RETURN collect([hit[2], hit[3], hit[4], nodes]) AS c0
}
OPTIONAL MATCH (g:GraphRevision {id: 1})
RETURN c0, coalesce(g.value, 0) AS revision
