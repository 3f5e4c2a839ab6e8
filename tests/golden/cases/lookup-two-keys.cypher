CALL () {
  MATCH (n0:Certificate {standardCode: $standardCode})
  RETURN collect([n0.name]) AS c0
}
CALL () {
  MATCH (n1:Certificate {id: $id})
  RETURN collect([n1.name, n1.batch]) AS c1
}
RETURN c0, c1
