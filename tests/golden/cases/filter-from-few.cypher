CALL () {
  MATCH (n1:Province)
  WHERE n1.name = $name_eq
  MATCH (n1)<-[:LOCATED_IN]-(n0)
  WITH DISTINCT n0
  WITH n0
  ORDER BY n0.id
  LIMIT $rows
  WITH collect([n0.name]) AS rows
  RETURN [
    rows,
    COUNT {
      MATCH (n3:Province)
      WHERE n3.name = $name_eq_2
      MATCH (n3)<-[:LOCATED_IN]-(n2)
      WITH DISTINCT n2
      RETURN n2
    }
  ] AS c0
}
CALL () {
  MATCH (n5:Major)
  WHERE n5.code IN $code_in
  MATCH (n5)-[:PART_OF_CLASS]->(n6)
  WITH DISTINCT n6
  MATCH (n6)<-[:PART_OF_CLASS]-(n4)
  WHERE n4.edition = $edition_eq
  WITH DISTINCT n4
  WITH n4
  ORDER BY CASE WHEN n4.id STARTS WITH 'Major:2021:' THEN 0
    WHEN n4.id STARTS WITH 'Major:undergraduate:' THEN 1 WHEN n4.id STARTS WITH 'Major:2015:' THEN 2
    WHEN n4.id STARTS WITH 'Major:2004:' THEN 3 WHEN n4.id STARTS WITH 'Major:before-2021:' THEN 4 ELSE 5 END,
    n4.id
  LIMIT $rows_2
  WITH collect([n4.code, n4.name]) AS rows
  RETURN [
    rows,
    COUNT {
      MATCH (n8:Major)
      WHERE n8.code IN $code_in_2
      MATCH (n8)-[:PART_OF_CLASS]->(n9)
      WITH DISTINCT n9
      MATCH (n9)<-[:PART_OF_CLASS]-(n7)
      WHERE n7.edition = $edition_eq_2
      WITH DISTINCT n7
      RETURN n7
    }
  ] AS c1
}
CALL () {
  MATCH (n11:Major)
  WHERE n11.code = $code_eq
  MATCH (n11)<-[r12:SUITS]-(n10)
  WHERE r12.basis IN $linkBasis AND n10.name IS NOT NULL
  WITH DISTINCT n10
  WITH n10
  ORDER BY n10.name, n10.id
  LIMIT $rows_3
  RETURN collect([n10.name]) AS c2
}
RETURN c0, c1, c2
