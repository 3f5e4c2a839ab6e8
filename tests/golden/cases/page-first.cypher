CALL () {
  UNWIND $ids AS id
  MATCH (n0:Major {id: id})
  WITH n0
  ORDER BY CASE WHEN n0.id STARTS WITH 'Major:2021:' THEN 0
    WHEN n0.id STARTS WITH 'Major:undergraduate:' THEN 1 WHEN n0.id STARTS WITH 'Major:2015:' THEN 2
    WHEN n0.id STARTS WITH 'Major:2004:' THEN 3 WHEN n0.id STARTS WITH 'Major:before-2021:' THEN 4 ELSE 5 END,
    n0.id
  WITH collect([[n0.id, n0.name], n0.id]) AS rows
  RETURN [rows, $total] AS c0
}
OPTIONAL MATCH (g:GraphRevision {id: 1})
RETURN c0, CASE WHEN coalesce(g.value, 0) = $heldRevision THEN NULL
  ELSE [
    coalesce(g.value, 0), coalesce(g.writes, 0), coalesce(g.tag, ''), coalesce(g.ours = g.value, false),
    g.latest
  ]
  END AS news
