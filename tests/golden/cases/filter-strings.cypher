MATCH (n0:Major)
WHERE (n0.name CONTAINS $p0 OR n0.code IN $p1) AND NOT coalesce(n0.edition = $p2, false)
WITH n0
ORDER BY n0.code DESC, n0.name, n0.id
LIMIT $p3
RETURN collect([n0.edition, n0.code, n0.name]) AS c0
