CALL () { RETURN [[], $total] AS c0 }
CALL () {
  RETURN [
    [],
    COUNT {
      MATCH (n2:Major)
      WHERE n2.educationLevel = $educationLevel_eq_2
    }
  ] AS c1
}
OPTIONAL MATCH (g:GraphRevision {id: 1})
RETURN c0, c1, coalesce(g.value, 0) AS revision
