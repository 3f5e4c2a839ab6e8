CALL () {
  MATCH (n0:Major {id: $id})
  RETURN collect(
    [
      [
        COLLECT {
          MATCH (n0)<-[r3:SUITS]-(n4)
          WHERE r3.basis IN $linkBasis_2
          RETURN [r3.basis, [n4.name]]
          ORDER BY n4.name, n4.id
          LIMIT $rows
        },
        COUNT {
          MATCH (n0)<-[r1:SUITS]-(n2)
          WHERE r1.basis IN $linkBasis
        }
      ],
      [
        COLLECT {
          MATCH (n0)<-[r7:SUITS]-(n8)
          WHERE r7.basis IN $linkBasis_4
          RETURN [r7.basis, [n8.name]]
          ORDER BY n8.name, n8.id
          LIMIT $rows_2
        },
        COUNT {
          MATCH (n0)<-[r5:SUITS]-(n6)
          WHERE r5.basis IN $linkBasis_3
        }
      ],
      [
        COLLECT {
          MATCH (n0)<-[r11:SUITS]-(n12)
          WHERE r11.basis IN $linkBasis_6
          RETURN [n12.name]
          ORDER BY n12.name, n12.id
          LIMIT $rows_3
        },
        COUNT {
          MATCH (n0)<-[r9:SUITS]-(n10)
          WHERE r9.basis IN $linkBasis_5
        }
      ],
      [(n0)<-[r13:STANDARD_OF]-(n14) WHERE r13.basis IN $linkBasis_7 | [n14.year, n14.majorCode, n14.id]]
    ]
  ) AS c0
}
CALL () {
  MATCH (n15:Major)
  WHERE n15.code STARTS WITH $code_startsWith
    AND EXISTS {
      MATCH (n15)<-[r17:SUITS]-(n16)
      WHERE r17.basis IN $linkBasis_8
    }
  WITH n15
  ORDER BY CASE WHEN n15.id STARTS WITH 'Major:2021:' THEN 0
    WHEN n15.id STARTS WITH 'Major:undergraduate:' THEN 1 WHEN n15.id STARTS WITH 'Major:2015:' THEN 2
    WHEN n15.id STARTS WITH 'Major:2004:' THEN 3 WHEN n15.id STARTS WITH 'Major:before-2021:' THEN 4 ELSE 5
    END, n15.id
  LIMIT $rows_4
  WITH collect(
    [
      n15.code,
      [
        [],
        COUNT {
          MATCH (n15)<-[r21:SUITS]-(n22)
          WHERE r21.basis IN $linkBasis_10
        }
      ]
    ]
  ) AS rows
  RETURN [
    rows,
    COUNT {
      MATCH (n18:Major)
      WHERE n18.code STARTS WITH $code_startsWith_2
        AND EXISTS {
          MATCH (n18)<-[r20:SUITS]-(n19)
          WHERE r20.basis IN $linkBasis_9
        }
    }
  ] AS c1
}
CALL () {
  RETURN [
    [],
    COUNT {
      MATCH (n28:Major)
      WHERE n28.code STARTS WITH $code_startsWith_4
        AND NOT EXISTS {
          MATCH (n28)<-[r30:SUITS]-(n29)
          WHERE r30.basis IN $linkBasis_13
        }
    }
  ] AS c2
}
RETURN c0, c1, c2
