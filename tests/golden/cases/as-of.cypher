CALL () {
  MATCH (n0:Certificate)
  WHERE (coalesce(n0.validFrom, $asOf) <= $asOf AND (n0.validTo IS NULL OR n0.validTo > $asOf))
    AND n0.name IS NOT NULL
  WITH n0
  ORDER BY n0.name, n0.id
  LIMIT $rows
  RETURN collect([n0.name, n0.validFrom, n0.validTo]) AS c0
}
CALL () {
  MATCH (n1:Certificate {id: $id})
  WHERE (coalesce(n1.validFrom, $asOf_2) <= $asOf_2 AND (n1.validTo IS NULL OR n1.validTo > $asOf_2))
  RETURN collect([n1.name]) AS c1
}
RETURN c0, c1
