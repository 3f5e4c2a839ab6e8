OPTIONAL MATCH (g:GraphRevision {id: 1})
WITH coalesce(g.value, 0) AS revision
CALL () {
UNWIND $p1 AS id
MATCH (n0:Major {id: id})
WITH n0 ORDER BY n0.id
WITH collect([[n0.id, n0.name], n0.id]) AS rows
RETURN [rows, $p2] AS c0
}
RETURN c0, revision
