CALL () {
  MATCH (v:Province)
  WITH v,
    COUNT {
      MATCH (v)<-[:LOCATED_IN]-(n:College)
      WHERE n.basis <> 'ILLUSTRATIVE'
    } AS total
  ORDER BY v.code
  LIMIT $first
  RETURN collect([[['Province', [v.code, v.name, v.shortName, [v.id]]]], total]) AS c0
}
CALL () {
  MATCH (v:Province)
  WITH v,
    COUNT {
      MATCH (v)<-[:LOCATED_IN]-(:College)-[:HAS_PLAN]->(n:TrainingPlan)
      WHERE n.basis <> 'ILLUSTRATIVE' AND (n.draftOf IS NULL OR n.draftOf = $reader)
    } AS total
  ORDER BY v.code
  LIMIT $first_2
  RETURN collect([[], total]) AS c1
}
CALL () {
  MATCH (v:Province)
  WITH v,
    COUNT {
      MATCH (v)<-[:LOCATED_IN]-(:College)-[:HAS_PROGRAMME_GROUP]->(n:ProgrammeGroup)
      WHERE n.basis <> 'ILLUSTRATIVE'
    } AS total
  ORDER BY v.code
  LIMIT $first_3
  RETURN collect([[], total]) AS c2
}
CALL () {
  MATCH (v:Province)
  WITH v,
    COUNT {
      MATCH (v)<-[:COUNTED_IN]-(n:PilotRecord)
      WHERE n.basis <> 'ILLUSTRATIVE'
    } AS total
  ORDER BY v.code
  LIMIT $first_4
  RETURN collect([[], total]) AS c3
}
RETURN c0, c1, c2, c3
