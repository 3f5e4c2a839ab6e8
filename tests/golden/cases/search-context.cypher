CALL () {
  CALL () {
    UNWIND $hits.Certificate AS hit
    MATCH (n:Certificate {id: hit.id})
    RETURN hit, [] AS context, [['Certificate', [n.id]]] AS nodes
    UNION ALL
    UNWIND $hits.Major AS hit
    MATCH (n:Major {id: hit.id})
    RETURN hit,
      coalesce(
        head(
          [
            (n)-[:PART_OF_CLASS]->(above4:MajorClass) |
            coalesce(
              head(
                [
                  (above4)-[:PART_OF_CATEGORY]->(above3:MajorCategory) |
                  coalesce(
                    head([(above3)-[:PART_OF_CATALOGUE]->(above2:Catalogue) | [] + [above2.name]]), []
                  ) + [above3.name]
                ]
              ),
              []
            ) + [above4.name]
          ]
        ),
        []
      ) AS context,
      [['Major', [n.id]]] AS nodes
    UNION ALL
    UNWIND $hits.Policy AS hit
    MATCH (n:Policy {id: hit.id})
    RETURN hit, [] AS context, [['Policy', [n.id]]] AS nodes
    UNION ALL
    UNWIND $hits.RecruitmentField AS hit
    MATCH (n:RecruitmentField {id: hit.id})
    RETURN hit, coalesce(head([(n)-[:FIELD_NAMED_IN]->(above4:Policy) | [] + [above4.title]]), []) AS context,
      [['RecruitmentField', [n.id]]] AS nodes
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
    RETURN hit,
      coalesce(head([(n)-[:PART_OF_CATALOGUE]->(above4:Catalogue) | [] + [above4.name]]), []) AS context,
      [['MajorCategory', [n.id]]] AS nodes
    UNION ALL
    UNWIND $hits.MajorClass AS hit
    MATCH (n:MajorClass {id: hit.id})
    RETURN hit,
      coalesce(
        head(
          [
            (n)-[:PART_OF_CATEGORY]->(above4:MajorCategory) |
            coalesce(
              head([(above4)-[:PART_OF_CATALOGUE]->(above3:Catalogue) | [] + [above3.name]]), []
            ) + [above4.name]
          ]
        ),
        []
      ) AS context,
      [['MajorClass', [n.id]]] AS nodes
    UNION ALL
    UNWIND $hits.UndergraduateMajor AS hit
    MATCH (n:UndergraduateMajor {id: hit.id})
    RETURN hit, [] AS context, [['UndergraduateMajor', [n.id]]] AS nodes
    UNION ALL
    UNWIND $hits.TeachingStandard AS hit
    MATCH (n:TeachingStandard {id: hit.id})
    RETURN hit,
      coalesce(
        head(
          [
            (n)-[:STANDARD_OF]->(above4:Major) |
            coalesce(
              head(
                [
                  (above4)-[:PART_OF_CLASS]->(above3:MajorClass) |
                  coalesce(
                    head(
                      [
                        (above3)-[:PART_OF_CATEGORY]->(above2:MajorCategory) |
                        coalesce(
                          head([(above2)-[:PART_OF_CATALOGUE]->(above1:Catalogue) | [] + [above1.name]]), []
                        ) + [above2.name]
                      ]
                    ),
                    []
                  ) + [above3.name]
                ]
              ),
              []
            )
          ]
        ),
        []
      ) AS context,
      [['TeachingStandard', [n.id]]] AS nodes
    UNION ALL
    UNWIND $hits.Course AS hit
    MATCH (n:Course {id: hit.id})
    RETURN hit,
      coalesce(
        head(
          [
            (n)<-[:HAS_COURSE]-(above4:TeachingStandard) |
            coalesce(
              head(
                [
                  (above4)-[:STANDARD_OF]->(above3:Major) |
                  coalesce(
                    head(
                      [
                        (above3)-[:PART_OF_CLASS]->(above2:MajorClass) |
                        coalesce(
                          head([(above2)-[:PART_OF_CATEGORY]->(above1:MajorCategory) | [] + [above1.name]]),
                          []
                        ) + [above2.name]
                      ]
                    ),
                    []
                  )
                ]
              ),
              []
            ) + [above4.name]
          ]
        ),
        []
      ) AS context,
      [['Course', [n.id]]] AS nodes
    UNION ALL
    UNWIND $hits.OccupationGroup AS hit
    MATCH (n:OccupationGroup {id: hit.id})
    RETURN hit,
      coalesce(
        head(
          [
            (n)-[:PART_OF_GROUP]->(above4:OccupationGroup) |
            coalesce(
              head(
                [
                  (above4)-[:PART_OF_GROUP]->(above3:OccupationGroup) |
                  coalesce(
                    head(
                      [
                        (above3)-[:PART_OF_GROUP]->(above2:OccupationGroup) |
                        coalesce(
                          head([(above2)-[:PART_OF_GROUP]->(above1:OccupationGroup) | [] + [above1.name]]), []
                        ) + [above2.name]
                      ]
                    ),
                    []
                  ) + [above3.name]
                ]
              ),
              []
            ) + [above4.name]
          ]
        ),
        []
      ) AS context,
      [['OccupationGroup', [n.id]]] AS nodes
    UNION ALL
    UNWIND $hits.Occupation AS hit
    MATCH (n:Occupation {id: hit.id})
    RETURN hit,
      coalesce(
        head(
          [
            (n)-[:IN_GROUP]->(above4:OccupationGroup) |
            coalesce(
              head(
                [
                  (above4)-[:PART_OF_GROUP]->(above3:OccupationGroup) |
                  coalesce(
                    head(
                      [
                        (above3)-[:PART_OF_GROUP]->(above2:OccupationGroup) |
                        coalesce(
                          head([(above2)-[:PART_OF_GROUP]->(above1:OccupationGroup) | [] + [above1.name]]), []
                        ) + [above2.name]
                      ]
                    ),
                    []
                  ) + [above3.name]
                ]
              ),
              []
            ) + [above4.name]
          ]
        ),
        []
      ) AS context,
      [['Occupation', [n.id]]] AS nodes
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
    RETURN hit,
      coalesce(
        head(
          [
            (n)<-[:HAS_WORK_AREA]-(above4:StandardLevel) |
            [] + [
              above4.name + CASE above4.level WHEN 'ELEMENTARY' THEN '（初级）' WHEN 'INTERMEDIATE' THEN '（中级）'
              WHEN 'ADVANCED' THEN '（高级）' ELSE '' END
            ]
          ]
        ),
        []
      ) AS context,
      [['WorkArea', [n.id]]] AS nodes
    UNION ALL
    UNWIND $hits.WorkTask AS hit
    MATCH (n:WorkTask {id: hit.id})
    RETURN hit,
      coalesce(
        head(
          [
            (n)<-[:HAS_TASK]-(above4:WorkArea) |
            coalesce(
              head(
                [
                  (above4)<-[:HAS_WORK_AREA]-(above3:StandardLevel) |
                  [] + [
                    above3.name + CASE above3.level WHEN 'ELEMENTARY' THEN '（初级）'
                    WHEN 'INTERMEDIATE' THEN '（中级）' WHEN 'ADVANCED' THEN '（高级）' ELSE '' END
                  ]
                ]
              ),
              []
            ) + [above4.name]
          ]
        ),
        []
      ) AS context,
      [['WorkTask', [n.id]]] AS nodes
    UNION ALL
    UNWIND $hits.SkillRequirement AS hit
    MATCH (n:SkillRequirement {id: hit.id})
    RETURN hit,
      coalesce(
        head(
          [
            (n)<-[:HAS_REQUIREMENT]-(above4:WorkTask) |
            coalesce(
              head(
                [
                  (above4)<-[:HAS_TASK]-(above3:WorkArea) |
                  coalesce(
                    head(
                      [
                        (above3)<-[:HAS_WORK_AREA]-(above2:StandardLevel) |
                        [] + [
                          above2.name + CASE above2.level WHEN 'ELEMENTARY' THEN '（初级）'
                          WHEN 'INTERMEDIATE' THEN '（中级）' WHEN 'ADVANCED' THEN '（高级）' ELSE '' END
                        ]
                      ]
                    ),
                    []
                  ) + [above3.name]
                ]
              ),
              []
            ) + [above4.name]
          ]
        ),
        []
      ) AS context,
      [['SkillRequirement', [n.id]]] AS nodes
    UNION ALL
    UNWIND $hits.Province AS hit
    MATCH (n:Province {id: hit.id})
    RETURN hit, [] AS context, [['Province', [n.id]]] AS nodes
    UNION ALL
    UNWIND $hits.City AS hit
    MATCH (n:City {id: hit.id})
    RETURN hit, coalesce(head([(n)-[:CITY_OF]->(above4:Province) | [] + [above4.name]]), []) AS context,
      [['City', [n.id]]] AS nodes
    UNION ALL
    UNWIND $hits.College AS hit
    MATCH (n:College {id: hit.id})
    RETURN hit,
      coalesce(
        head(
          [
            (n)-[:SITUATED_IN]->(above4:City) |
            coalesce(head([(above4)-[:CITY_OF]->(above3:Province) | [] + [above3.name]]), []) + [above4.name]
          ]
        ),
        head([(n)-[:LOCATED_IN]->(above4:Province) | [] + [above4.name]]), []
      ) AS context,
      [['College', [n.id]]] AS nodes
    UNION ALL
    UNWIND $hits.DoubleHighEntry AS hit
    MATCH (n:DoubleHighEntry {id: hit.id})
    RETURN hit, [] AS context, [['DoubleHighEntry', [n.id]]] AS nodes
    UNION ALL
    UNWIND $hits.ProgrammeGroup AS hit
    MATCH (n:ProgrammeGroup {id: hit.id})
    RETURN hit,
      coalesce(
        head(
          [
            (n)<-[:HAS_PROGRAMME_GROUP]-(above4:College) |
            coalesce(
              head(
                [
                  (above4)-[:SITUATED_IN]->(above3:City) |
                  coalesce(
                    head([(above3)-[:CITY_OF]->(above2:Province) | [] + [above2.name]]), []
                  ) + [above3.name]
                ]
              ),
              head([(above4)-[:LOCATED_IN]->(above3:Province) | [] + [above3.name]]), []
            ) + [above4.name]
          ]
        ),
        []
      ) AS context,
      [['ProgrammeGroup', [n.id]]] AS nodes
    UNION ALL
    UNWIND $hits.TrainingPlan AS hit
    MATCH (n:TrainingPlan {id: hit.id})
    WHERE (n.draftOf IS NULL OR n.draftOf = $reader)
    RETURN hit,
      coalesce(
        head(
          [
            (n)<-[:HAS_PLAN]-(above4:College) |
            coalesce(
              head(
                [
                  (above4)-[:SITUATED_IN]->(above3:City) |
                  coalesce(
                    head([(above3)-[:CITY_OF]->(above2:Province) | [] + [above2.name]]), []
                  ) + [above3.name]
                ]
              ),
              head([(above4)-[:LOCATED_IN]->(above3:Province) | [] + [above3.name]]), []
            ) + [above4.name]
          ]
        ),
        []
      ) AS context,
      [['TrainingPlan', [n.id]]] AS nodes
    UNION ALL
    UNWIND $hits.PlanCourse AS hit
    MATCH (n:PlanCourse {id: hit.id})
    WHERE (n.draftOf IS NULL OR n.draftOf = $reader)
    RETURN hit,
      coalesce(
        head(
          [
            (n)<-[:HAS_PLAN_COURSE]-(above4:TrainingPlan) |
            coalesce(
              head(
                [
                  (above4)<-[:HAS_PLAN]-(above3:College) |
                  coalesce(
                    head(
                      [
                        (above3)-[:SITUATED_IN]->(above2:City) |
                        coalesce(
                          head([(above2)-[:CITY_OF]->(above1:Province) | [] + [above1.name]]), []
                        ) + [above2.name]
                      ]
                    ),
                    head([(above3)-[:LOCATED_IN]->(above2:Province) | [] + [above2.name]]), []
                  ) + [above3.name]
                ]
              ),
              []
            ) + [above4.majorName]
          ]
        ),
        []
      ) AS context,
      [['PlanCourse', [n.id]]] AS nodes
    UNION ALL
    UNWIND $hits.RuleSet AS hit
    MATCH (n:RuleSet {id: hit.id})
    RETURN hit,
      coalesce(
        head(
          [
            (n)-[:RULE_SET_OF]->(above4:College) |
            coalesce(
              head(
                [
                  (above4)-[:SITUATED_IN]->(above3:City) |
                  coalesce(
                    head([(above3)-[:CITY_OF]->(above2:Province) | [] + [above2.name]]), []
                  ) + [above3.name]
                ]
              ),
              head([(above4)-[:LOCATED_IN]->(above3:Province) | [] + [above3.name]]), []
            ) + [above4.name]
          ]
        ),
        []
      ) AS context,
      [['RuleSet', [n.id]]] AS nodes
  }
  WITH hit, context, nodes
  ORDER BY hit.rank
  RETURN collect(
    [hit.score, hit.kind, hit.matchedAs, hit.matchedText, hit.highlights, hit.code, context, nodes]
  ) AS c0
}
CALL () {
  UNWIND $counts AS counted
  WITH counted
  RETURN collect([counted.kind, counted.total]) AS c1
}
CALL () {
  CALL () {
    UNWIND $hits_2.SkillRequirement AS hit
    MATCH (n:SkillRequirement {id: hit.id})
    RETURN hit,
      coalesce(
        head(
          [
            (n)<-[:HAS_REQUIREMENT]-(above4:WorkTask) |
            coalesce(
              head(
                [
                  (above4)<-[:HAS_TASK]-(above3:WorkArea) |
                  coalesce(
                    head(
                      [
                        (above3)<-[:HAS_WORK_AREA]-(above2:StandardLevel) |
                        [] + [
                          above2.name + CASE above2.level WHEN 'ELEMENTARY' THEN '（初级）'
                          WHEN 'INTERMEDIATE' THEN '（中级）' WHEN 'ADVANCED' THEN '（高级）' ELSE '' END
                        ]
                      ]
                    ),
                    []
                  ) + [above3.name]
                ]
              ),
              []
            ) + [above4.name]
          ]
        ),
        []
      ) AS context,
      [] AS nodes
  }
  WITH hit, context, nodes
  ORDER BY hit.rank
  RETURN collect(
    [hit.score, hit.kind, hit.matchedAs, hit.matchedText, hit.highlights, hit.code, context, nodes]
  ) AS c2
}
CALL () {
  CALL () {
    UNWIND $hits_3.Major AS hit
    MATCH (n:Major {id: hit.id})
    RETURN hit, [] AS context, [] AS nodes
  }
  WITH hit, context, nodes
  ORDER BY hit.rank
  RETURN collect(
    [hit.score, hit.kind, hit.matchedAs, hit.matchedText, hit.highlights, hit.code, nodes]
  ) AS c3
}
OPTIONAL MATCH (g:GraphRevision {id: 1})
RETURN c0, c1, c2, c3, CASE WHEN coalesce(g.value, 0) = $heldRevision THEN NULL
  ELSE [
    coalesce(g.value, 0), coalesce(g.writes, 0), coalesce(g.tag, ''), coalesce(g.ours = g.value, false),
    g.latest
  ]
  END AS news
