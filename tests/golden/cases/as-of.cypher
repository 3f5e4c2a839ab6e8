CALL () {
  MATCH (n0:Certificate)
  WHERE (coalesce(n0.validFrom, $p0) <= $p0 AND (n0.validTo IS NULL OR n0.validTo > $p0))
    AND n0.name IS NOT NULL
  WITH n0
  ORDER BY n0.name, n0.id
  LIMIT $p1
  RETURN collect([n0.name, n0.validFrom, n0.validTo]) AS c0
}
CALL () {
  MATCH (n1:Certificate {id: $p2})
  WHERE (coalesce(n1.validFrom, $p3) <= $p3 AND (n1.validTo IS NULL OR n1.validTo > $p3))
  RETURN collect([n1.name]) AS c1
}
RETURN c0, c1
