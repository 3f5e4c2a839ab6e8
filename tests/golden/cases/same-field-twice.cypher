MATCH (n0:Province {id: $id})
RETURN collect(
  [
    n0.name,
    COLLECT {
      MATCH (n0)<-[r1:LOCATED_IN]-(n2)
      RETURN [n2.name, n2.code]
      ORDER BY n2.name, n2.id
      LIMIT $rows
    },
    [
      COLLECT {
        MATCH (n0)<-[r5:LOCATED_IN]-(n6)
        WHERE n6.ownership = $ownership_eq_2
        RETURN [n6.name]
        ORDER BY n6.name, n6.id
        LIMIT $rows_2
      },
      COUNT {
        MATCH (n0)<-[r3:LOCATED_IN]-(n4)
        WHERE n4.ownership = $ownership_eq
      }
    ]
  ]
) AS c0
