MATCH (n0:StandardLevel {id: $id})
RETURN collect(
  [
    n0.level, n0.requirementCount,
    [
      (n0)-[r1:HAS_WORK_AREA]->(n2) |
      [
        n2.code, n2.name,
        [
          (n2)-[r3:HAS_TASK]->(n4) |
          [n4.code, n4.name, [(n4)-[r5:HAS_REQUIREMENT]->(n6) | [n6.code, n6.text, n6.sequence]], n4.sequence]
        ],
        n2.sequence
      ]
    ]
  ]
) AS c0
