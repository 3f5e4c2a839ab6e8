MATCH (n0:Major)
WHERE n0.name STARTS WITH $p0 AND n0.educationLevel IN $p1 AND n0.name IS NOT NULL
WITH n0
ORDER BY n0.name DESC, n0.id
LIMIT $p2
RETURN collect([n0.code, n0.name]) AS c0
