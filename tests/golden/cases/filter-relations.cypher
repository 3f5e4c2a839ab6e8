CALL () {
  MATCH (n1:Major)
  WHERE n1.code = $code_eq
  MATCH (n1)<-[:SUITS]-(n0)
  WITH DISTINCT n0
  WITH n0
  ORDER BY n0.id
  LIMIT $rows
  RETURN collect([n0.name]) AS c0
}
CALL () {
  MATCH (n2:Organization)
  WHERE NOT EXISTS {
    MATCH (n2)<-[:ISSUED_BY]-(n3)
    WHERE n3.batch >= $batch_gte
  }
    AND n2.name IS NOT NULL
  WITH n2
  ORDER BY n2.name, n2.id
  LIMIT $rows_2
  WITH collect([n2.name]) AS rows
  RETURN [
    rows,
    COUNT {
      MATCH (n4:Organization)
      WHERE NOT EXISTS {
        MATCH (n4)<-[:ISSUED_BY]-(n5)
        WHERE n5.batch >= $batch_gte_2
      }
    }
  ] AS c1
}
CALL () {
  MATCH (n6:Certificate)
  WHERE NOT EXISTS {
    MATCH (n6)-[:HAS_LEVEL]->(n7)
    WHERE NOT coalesce(n7.level = $level_eq, false)
  }
    AND EXISTS { MATCH (n6)-[:CERTIFICATE_LEADS_TO]->(n8) } AND n6.name IS NOT NULL
  WITH n6
  ORDER BY n6.name, n6.id
  LIMIT $rows_3
  RETURN collect([n6.name]) AS c2
}
RETURN c0, c1, c2
