MATCH (n0:MajorClass {id: $p0})
RETURN collect(
  [
    [
      COLLECT {
        MATCH (n0)<-[r3:PART_OF_CLASS]-(n4)
        WHERE n4.educationLevel = $p2
        RETURN [[n4.code, n4.name], n4.code, n4.id]
        ORDER BY n4.code, n4.id
        LIMIT $p3
      },
      COUNT {
        MATCH (n0)<-[r1:PART_OF_CLASS]-(n2)
        WHERE n2.educationLevel = $p1
      }
    ]
  ]
) AS c0
