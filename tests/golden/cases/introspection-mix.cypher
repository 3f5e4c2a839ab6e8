MATCH (n0:Major {id: $p0})
RETURN collect([n0.name]) AS c0
