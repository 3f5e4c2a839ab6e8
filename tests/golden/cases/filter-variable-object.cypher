MATCH (n0:Major)
WHERE n0.name STARTS WITH $name_startsWith AND n0.educationLevel IN $educationLevel_in AND n0.name IS NOT NULL
WITH n0
ORDER BY n0.name DESC, n0.id
LIMIT $rows
RETURN collect([n0.code, n0.name]) AS c0
