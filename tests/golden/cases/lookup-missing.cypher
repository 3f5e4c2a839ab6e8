CALL () {
  MATCH (n0:Major {id: $id})
  RETURN collect([n0.name]) AS c0
}
CALL () {
  MATCH (n1:Certificate {id: $id_2})
  RETURN collect([n1.name]) AS c1
}
RETURN c0, c1
