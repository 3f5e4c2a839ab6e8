CALL () { RETURN [[], $total] AS c0 }
CALL () {
  RETURN [
    [],
    COUNT {
      MATCH (n2:Major)
      WHERE n2.educationLevel = $educationLevel_eq_2
    }
  ] AS c1
}
OPTIONAL MATCH (g:GraphRevision {id: 1})
RETURN c0, c1, CASE WHEN coalesce(g.value, 0) = $heldRevision THEN NULL
  ELSE [
    coalesce(g.value, 0), coalesce(g.writes, 0), coalesce(g.tag, ''), coalesce(g.ours = g.value, false),
    g.latest
  ]
  END AS news
