CALL () {
  MATCH (n0:Certificate {id: $id})
  RETURN collect(
    [
      [[], COUNT { MATCH (n0)-[r1:SUITS]->(n2) }],
      [
        COLLECT {
          MATCH (n0)-[r8:SUITS]->(n9)
          WHERE (n9.edition IN $editions_2 AND NOT EXISTS { MATCH (n9)-[:REPLACED_BY]->(n10) })
          RETURN [n9.id]
          ORDER BY CASE WHEN n9.id STARTS WITH 'Major:2021:' THEN 0
            WHEN n9.id STARTS WITH 'Major:undergraduate:' THEN 1 WHEN n9.id STARTS WITH 'Major:2015:' THEN 2
            WHEN n9.id STARTS WITH 'Major:2004:' THEN 3 WHEN n9.id STARTS WITH 'Major:before-2021:' THEN 4
            ELSE 5 END, n9.id
          LIMIT $rows_2
        },
        COUNT {
          MATCH (n0)-[r5:SUITS]->(n6)
          WHERE (n6.edition IN $editions AND NOT EXISTS { MATCH (n6)-[:REPLACED_BY]->(n7) })
        }
      ],
      [
        COLLECT {
          MATCH (n0)-[r14:SUITS]->(n15)
          WHERE NOT coalesce(
            (n15.edition IN $editions_4 AND NOT EXISTS { MATCH (n15)-[:REPLACED_BY]->(n16) }), false
          )
          RETURN [n15.id]
          ORDER BY CASE WHEN n15.id STARTS WITH 'Major:2021:' THEN 0
            WHEN n15.id STARTS WITH 'Major:undergraduate:' THEN 1 WHEN n15.id STARTS WITH 'Major:2015:' THEN 2
            WHEN n15.id STARTS WITH 'Major:2004:' THEN 3 WHEN n15.id STARTS WITH 'Major:before-2021:' THEN 4
            ELSE 5 END, n15.id
          LIMIT $rows_3
        },
        COUNT {
          MATCH (n0)-[r11:SUITS]->(n12)
          WHERE NOT coalesce(
            (n12.edition IN $editions_3 AND NOT EXISTS { MATCH (n12)-[:REPLACED_BY]->(n13) }), false
          )
        }
      ]
    ]
  ) AS c0
}
CALL () {
  MATCH (n17:Major)
  WHERE (n17.edition IN $editions_5 AND NOT EXISTS { MATCH (n17)-[:REPLACED_BY]->(n18) })
  WITH n17
  ORDER BY CASE WHEN n17.id STARTS WITH 'Major:2021:' THEN 0
    WHEN n17.id STARTS WITH 'Major:undergraduate:' THEN 1 WHEN n17.id STARTS WITH 'Major:2015:' THEN 2
    WHEN n17.id STARTS WITH 'Major:2004:' THEN 3 WHEN n17.id STARTS WITH 'Major:before-2021:' THEN 4 ELSE 5
    END, n17.id
  LIMIT $rows_4
  WITH collect([n17.id]) AS rows
  RETURN [
    rows,
    COUNT {
      MATCH (n19:Major)
      WHERE (n19.edition IN $editions_6 AND NOT EXISTS { MATCH (n19)-[:REPLACED_BY]->(n20) })
    }
  ] AS c1
}
RETURN c0, c1
