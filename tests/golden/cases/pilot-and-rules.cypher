CALL () {
  MATCH (n0:PilotRecord)
  WHERE n0.scope = $scope_eq AND n0.metric = $metric_eq
  WITH n0
  ORDER BY n0.value DESC, n0.id
  LIMIT $rows
  RETURN collect(
    [n0.date, n0.valueText, n0.value, n0.unit, [(n0)-[r1:COUNTED_IN]->(n2) | [n2.shortName]]]
  ) AS c0
}
CALL () {
  MATCH (n3:RuleSet {id: $id})
  RETURN collect(
    [
      n3.name,
      [
        (n3)-[r4:HAS_RULE]->(n5) |
        [n5.code, n5.item, n5.operator, n5.valueText, n5.unit, n5.ruleSetCode, n5.id]
      ],
      [(n3)-[r6:BASED_ON]->(n7) | [n7.reference, n7.issuedOn, n7.id]]
    ]
  ) AS c1
}
RETURN c0, c1
