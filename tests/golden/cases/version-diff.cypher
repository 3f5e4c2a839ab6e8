CALL () {
  RETURN [
    EXISTS { MATCH (:TeachingStandard {id: $from}) } AND EXISTS { MATCH (:TeachingStandard {id: $to}) },
    COLLECT {
      MATCH (:TeachingStandard {id: $from})-[:HAS_COURSE]->(c:Course)
      RETURN [c.module, '', c.name, [['Course', [c.name, c.module]]]]
      ORDER BY c.sequence, c.id
    },
    COLLECT {
      MATCH (:TeachingStandard {id: $to})-[:HAS_COURSE]->(c:Course)
      RETURN [c.module, '', c.name, [['Course', [c.id, c.name]]]]
      ORDER BY c.sequence, c.id
    }
  ] AS c0
}
CALL () {
  RETURN [
    EXISTS { MATCH (:StandardLevel {id: $from_2}) } AND EXISTS { MATCH (:CertificateLevel {id: $to_2}) },
    COLLECT {
      MATCH (l:StandardLevel {id: $from_2})-[:HAS_WORK_AREA]->(w:WorkArea)
      MATCH (w)-[:HAS_TASK]->(t:WorkTask)-[:HAS_REQUIREMENT]->(r:SkillRequirement)
      RETURN [
        r.level, r.code, r.text,
        [['SkillRequirement', [r.code, r.text, [(r)<-[r0:HAS_REQUIREMENT]-(n1) | [n1.name]]]]]
      ]
      ORDER BY l.rank, l.id, r.sequence, r.id
    },
    COLLECT {
      MATCH (:CertificateLevel {id: $to_2})-[:SPECIFIED_BY]->(l:StandardLevel)-[:HAS_WORK_AREA]->(w:WorkArea)
      MATCH (w)-[:HAS_TASK]->(t:WorkTask)-[:HAS_REQUIREMENT]->(r:SkillRequirement)
      RETURN [r.level, r.code, r.text, [['SkillRequirement', [r.code, r.text]]]]
      ORDER BY l.rank, l.id, r.sequence, r.id
    }
  ] AS c1
}
CALL () {
  RETURN [
    EXISTS { MATCH (:Certificate {id: $from_3}) } AND EXISTS { MATCH (:SkillStandard {id: $to_3}) },
    COLLECT {
      MATCH (:Certificate {id: $from_3})-[:HAS_STANDARD]->(:SkillStandard)
        -[:HAS_STANDARD_LEVEL]->(l:StandardLevel)-[:HAS_WORK_AREA]->(w:WorkArea)
      MATCH (w)-[:HAS_TASK]->(t:WorkTask)-[:HAS_REQUIREMENT]->(r:SkillRequirement)
      RETURN [r.level, r.code, r.text, []]
      ORDER BY l.rank, l.id, r.sequence, r.id
    },
    COLLECT {
      MATCH (:SkillStandard {id: $to_3})-[:HAS_STANDARD_LEVEL]->(l:StandardLevel)
        -[:HAS_WORK_AREA]->(w:WorkArea)
      MATCH (w)-[:HAS_TASK]->(t:WorkTask)-[:HAS_REQUIREMENT]->(r:SkillRequirement)
      RETURN [r.level, r.code, r.text, []]
      ORDER BY l.rank, l.id, r.sequence, r.id
    }
  ] AS c2
}
RETURN c0, c1, c2
