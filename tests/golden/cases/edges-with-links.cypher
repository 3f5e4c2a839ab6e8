MATCH (n0:Major {id: $id})
RETURN collect(
  [
    COLLECT {
      MATCH (n0)<-[r1:SUITS]-(n2)
      RETURN [
        r1.relation, r1.certificateLevel, r1.basis,
        COLLECT {
          UNWIND r1.sourceIds AS k4
          MATCH (s3:Source {id: k4})
          RETURN [s3.code]
          ORDER BY s3.id
        },
        [n2.name], n2.name, n2.id
      ]
      ORDER BY n2.name, n2.id
      LIMIT $rows
    }
  ]
) AS c0
