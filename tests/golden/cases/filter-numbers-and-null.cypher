CALL () {
  MATCH (n0:Certificate)
  WHERE n0.standardCode IS NULL AND (n0.batchYear >= $batchYear_gte AND n0.batchYear < $batchYear_lt)
  WITH n0
  ORDER BY n0.batch DESC, n0.name, n0.id
  LIMIT $rows
  RETURN collect([n0.name, n0.batch, n0.batchYear]) AS c0
}
CALL () {
  MATCH (n1:Occupation)
  WHERE n1.isGreen = $isGreen_eq AND $workFunctions_has IN n1.workFunctions
  WITH n1
  ORDER BY n1.id
  LIMIT $rows_2
  RETURN collect([n1.code]) AS c1
}
RETURN c0, c1
