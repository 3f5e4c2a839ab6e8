CALL () {
  MATCH (n0:Certificate {id: $id})
  RETURN collect(
    [
      n0.id, n0.name, n0.name, [(n0)-[r1:ISSUED_BY]->(n2) | [n2.name, n2.id]],
      [(n0)-[r3:HAS_LEVEL]->(n4) | [n4.level, n4.rank, n4.id]]
    ]
  ) AS c0
}
CALL () {
  MATCH (n5:Certificate {id: $id_2})
  RETURN collect([n5.name, [(n5)-[r6:HAS_LEVEL]->(n7) | [n7.level, n7.rank, n7.id]]]) AS c1
}
RETURN c0, c1
