MATCH (n0:Major {id: $id})
RETURN collect([n0.name]) AS c0
