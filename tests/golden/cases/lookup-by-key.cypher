MATCH (n0:Major {id: $id})
RETURN collect([n0.id, n0.code, n0.name, n0.educationLevel, n0.isStateControlled]) AS c0
