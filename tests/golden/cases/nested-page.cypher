MATCH (n0:MajorClass {id: $id})
RETURN collect(
  [
    [
      COLLECT {
        MATCH (n0)<-[r3:PART_OF_CLASS]-(n4)
        WHERE n4.educationLevel = $educationLevel_eq_2
        RETURN [[n4.code, n4.name], n4.code, n4.id]
        ORDER BY n4.code, n4.id
        LIMIT $rows
      },
      COUNT {
        MATCH (n0)<-[r1:PART_OF_CLASS]-(n2)
        WHERE n2.educationLevel = $educationLevel_eq
      }
    ]
  ]
) AS c0
