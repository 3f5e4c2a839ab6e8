CALL () {
  UNWIND $ids AS id
  MATCH (n0:College {id: id})
  WITH n0
  ORDER BY n0.id
  RETURN collect([[n0.name], n0.id]) AS c0
}
OPTIONAL MATCH (g:GraphRevision {id: 1})
RETURN c0, CASE WHEN coalesce(g.value, 0) = $heldRevision THEN NULL
  ELSE [
    coalesce(g.value, 0), coalesce(g.writes, 0), coalesce(g.tag, ''), coalesce(g.ours = g.value, false),
    g.latest
  ]
  END AS news
