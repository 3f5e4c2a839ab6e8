CALL () {
  UNWIND $ids AS id
  MATCH (n0:Major {id: id})
  WITH n0
  ORDER BY n0.id
  WITH collect([[n0.id, n0.name], n0.id]) AS rows
  RETURN [rows, $total] AS c0
}
OPTIONAL MATCH (g:GraphRevision {id: 1})
RETURN c0, coalesce(g.value, 0) AS revision
