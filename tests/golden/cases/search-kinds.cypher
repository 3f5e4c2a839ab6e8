CALL () {
  CALL () {
    UNWIND $Certificate AS hit
    MATCH (n:Certificate {id: hit.id})
    RETURN hit, [['Certificate', [n.id, n.name]]] AS nodes
    UNION ALL
    UNWIND $SkillStandard AS hit
    MATCH (n:SkillStandard {id: hit.id})
    RETURN hit, [['SkillStandard', [n.id, n.name]]] AS nodes
  }
  WITH hit, nodes
  ORDER BY hit.rank
  RETURN collect([hit.score, hit.matchedAs, hit.matchedText, nodes]) AS c0
}
CALL () {
  CALL () {
    UNWIND $Major AS hit
    MATCH (n:Major {id: hit.id})
    RETURN hit, [['Major', [n.id]]] AS nodes
  }
  WITH hit, nodes
  ORDER BY hit.rank
  RETURN collect([hit.score, hit.matchedAs, hit.matchedText, nodes]) AS c1
}
OPTIONAL MATCH (g:GraphRevision {id: 1})
RETURN c0, c1, coalesce(g.value, 0) AS revision
