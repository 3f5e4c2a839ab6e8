CALL () {
  MATCH (n0:Certificate)
  WITH n0
  ORDER BY n0.batch, n0.id
  LIMIT $rows
  RETURN collect([[n0.name, n0.batch], n0.batch, n0.id]) AS c0
}
CALL () {
  MATCH (n1:Certificate)
  WITH n1
  ORDER BY n1.batch DESC, n1.id
  LIMIT $rows_2
  RETURN collect([n1.name, n1.batch]) AS c1
}
RETURN c0, c1
