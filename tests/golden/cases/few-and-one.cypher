MATCH (n0:TeachingStandard {id: $id})
RETURN collect(
  [
    n0.name,
    [
      (n0)-[r1:STANDARD_OF]->(n2) |
      [
        n2.code,
        [
          (n2)-[r3:PART_OF_CLASS]->(n4) |
          [
            n4.name,
            [(n4)-[r5:PART_OF_CATEGORY]->(n6) | [n6.name, [(n6)-[r7:PART_OF_CATALOGUE]->(n8) | [n8.edition]]]]
          ]
        ]
      ]
    ],
    [
      (n0)-[r9:HAS_COURSE]->(n10) WHERE n10.module = $module_eq |
      [n10.sequence, n10.name, n10.module, n10.moduleBasis]
    ],
    [(n0)-[r11:PREPARES_FOR]->(n12) | [n12.code, n12.name, n12.edition, n12.id]],
    [(n0)-[r13:PREPARES_FOR_GROUP]->(n14) | [n14.code, n14.rank, n14.edition, n14.id]]
  ]
) AS c0
