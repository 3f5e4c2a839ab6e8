CALL () {
  MATCH (n1:WorkTask)
  WHERE n1.id = $id_eq
  MATCH (n1)-[:HAS_REQUIREMENT]->(n0)
  WITH DISTINCT n0
  WITH n0
  ORDER BY n0.id
  LIMIT $rows
  RETURN collect(
    [
      [n0.id],
      [
        (n0)<-[r2:HAS_REQUIREMENT]-(n3) |
        [n3.code, [n3.name, n3.pinyin], [(n3)<-[r4:HAS_TASK]-(n5) | [[n5.name, n5.pinyin]]]]
      ]
    ]
  ) AS c0
}
CALL () {
  MATCH (n6:PilotRecord)
  WHERE n6.scope = $scope_eq
  WITH n6
  ORDER BY n6.id
  LIMIT $rows_2
  RETURN collect([n6.metric, [n6.metric], [n6.metric], [n6.metric], [n6.unit], [n6.area], [n6.note]]) AS c1
}
CALL () {
  MATCH (n7:Course {id: $id})
  RETURN collect([n7.moduleBasis, [n7.moduleBasis], [n7.moduleBasis]]) AS c2
}
CALL () {
  MATCH (n8:Course {id: $id_2})
  RETURN collect([n8.moduleBasis, [n8.moduleBasis], [n8.moduleBasis]]) AS c3
}
CALL () {
  MATCH (n9:Certificate {id: $id_3})
  RETURN collect([[n9.name, n9.pinyin], [n9.batchBasis], [n9.batchBasis], [n9.note]]) AS c4
}
RETURN c0, c1, c2, c3, c4
