MATCH (n0:Major)
WHERE (n0.name CONTAINS $name_contains OR n0.code IN $code_in)
  AND NOT coalesce(n0.edition = $edition_eq, false)
WITH n0
ORDER BY n0.code DESC, n0.name, n0.id
LIMIT $rows
RETURN collect([n0.edition, n0.code, n0.name]) AS c0
