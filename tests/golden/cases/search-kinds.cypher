CALL () {
  CALL () {
    UNWIND $hits.Certificate AS hit
    MATCH (n:Certificate {id: hit.id})
    RETURN hit, [] AS context, [['Certificate', [n.id, n.name]]] AS nodes
    UNION ALL
    UNWIND $hits.SkillStandard AS hit
    MATCH (n:SkillStandard {id: hit.id})
    RETURN hit, [] AS context, [['SkillStandard', [n.id, n.name]]] AS nodes
  }
  WITH hit, context, nodes
  ORDER BY hit.rank
  RETURN collect(
    [hit.score, hit.kind, hit.matchedAs, hit.matchedText, hit.highlights, hit.code, nodes]
  ) AS c0
}
CALL () {
  CALL () {
    UNWIND $hits_2.Major AS hit
    MATCH (n:Major {id: hit.id})
    RETURN hit, [] AS context, [['Major', [n.id]]] AS nodes
  }
  WITH hit, context, nodes
  ORDER BY hit.rank
  RETURN collect(
    [hit.score, hit.kind, hit.matchedAs, hit.matchedText, hit.highlights, hit.code, nodes]
  ) AS c1
}
OPTIONAL MATCH (g:GraphRevision {id: 1})
RETURN c0, c1, CASE WHEN coalesce(g.value, 0) = $heldRevision THEN NULL
  ELSE [
    coalesce(g.value, 0), coalesce(g.writes, 0), coalesce(g.tag, ''), coalesce(g.ours = g.value, false),
    g.latest
  ]
  END AS news
