CALL () {
  MATCH (n0:Major {id: $id})
  RETURN collect([n0.id, [n0.id], n0.name, [n0.name, n0.pinyin]]) AS c0
}
CALL () {
  MATCH (n1:College {id: $id_2})
  RETURN collect([n1.id, [n1.id], n1.name]) AS c1
}
CALL () {
  MATCH (n2:College {id: $id_3})
  RETURN collect([n2.id]) AS c2
}
OPTIONAL MATCH (g:GraphRevision {id: 1})
RETURN c0, c1, c2, CASE WHEN coalesce(g.value, 0) = $heldRevision THEN NULL
  ELSE [
    coalesce(g.value, 0), coalesce(g.writes, 0), coalesce(g.tag, ''), coalesce(g.ours = g.value, false),
    g.latest
  ]
  END AS news
