MATCH (n0:Major {id: $id})
RETURN collect(
  [
    [
      (n0)-[r1:REPLACED_BY]->(n2) |
      [
        r1.change, r1.basis, r1.sourceNote,
        COLLECT {
          UNWIND r1.sourceIds AS k4
          MATCH (s3:Source {id: k4})
          RETURN [s3.code, s3.title]
          ORDER BY s3.id
        },
        [n2.edition, n2.code], n2.id
      ]
    ],
    [(n0)<-[r5:REPLACED_BY]-(n6) | [n6.edition, n6.name, n6.id]]
  ]
) AS c0
