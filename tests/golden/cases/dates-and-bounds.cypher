CALL () {
  MATCH (n0:PilotRecord)
  WHERE n0.dateFrom <= $dateFrom_lte AND n0.dateTo >= $dateTo_gte
  WITH n0
  ORDER BY n0.dateFrom, n0.id
  LIMIT $rows
  RETURN collect([n0.code, n0.date, n0.dateFrom, n0.dateTo]) AS c0
}
CALL () {
  MATCH (n1:PilotRecord)
  WHERE n1.dateFrom IS NULL
  WITH n1
  ORDER BY n1.id
  LIMIT $rows_2
  RETURN collect([n1.date, n1.dateFrom]) AS c1
}
CALL () {
  MATCH (n2:Statistic)
  WHERE n2.asOfTo < $asOfTo_lt
  WITH n2
  ORDER BY n2.id
  LIMIT $rows_3
  RETURN collect([n2.code, n2.asOf, n2.asOfFrom, n2.asOfTo]) AS c2
}
CALL () {
  MATCH (n3:CreditRule)
  WHERE n3.valueMax <= $valueMax_lte AND n3.unit = $unit_eq
  WITH n3
  ORDER BY n3.id
  LIMIT $rows_4
  RETURN collect([n3.code, n3.value, n3.valueMin, n3.valueMax, n3.unit, n3.dateText, n3.dateTextFrom]) AS c3
}
CALL () {
  MATCH (n4:Rule)
  WHERE n4.valueMin >= $valueMin_gte AND n4.unit = $unit_eq_2
  WITH n4
  ORDER BY n4.id
  LIMIT $rows_5
  RETURN collect([n4.item, n4.valueText, n4.value, n4.valueMin, n4.valueMax, n4.unit]) AS c4
}
RETURN c0, c1, c2, c3, c4
