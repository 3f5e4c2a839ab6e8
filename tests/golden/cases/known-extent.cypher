UNWIND [
  [
    'TEACHING_STANDARDS', COUNT { MATCH (n:TeachingStandard) },
    coalesce(
      head(
        COLLECT {
          MATCH (s:Statistic {id: 'Statistic:majors-10'})
          RETURN [
            toInteger(s.value),
            [
              [
                'Statistic',
                [
                  s.code, s.asOf, s.basis,
                  COLLECT {
                    UNWIND s.sourceIds AS k1
                    MATCH (s0:Source {id: k1})
                    RETURN [s0.id]
                    ORDER BY s0.id
                  }
                ]
              ]
            ]
          ]
        }
      ),
      [null, null]
    )
  ],
  [
    'TEACHING_STANDARDS_SECONDARY',
    COUNT {
      MATCH (n:TeachingStandard)
      WHERE EXISTS { MATCH (n)-[:STANDARD_OF]->(:Major {educationLevel: 'SECONDARY'}) }
    },
    coalesce(
      head(
        COLLECT {
          MATCH (s:Statistic {id: 'Statistic:standards-2025-s'})
          RETURN [
            toInteger(s.value),
            [
              [
                'Statistic',
                [
                  s.code, s.asOf, s.basis,
                  COLLECT {
                    UNWIND s.sourceIds AS k3
                    MATCH (s2:Source {id: k3})
                    RETURN [s2.id]
                    ORDER BY s2.id
                  }
                ]
              ]
            ]
          ]
        }
      ),
      [null, null]
    )
  ],
  [
    'TEACHING_STANDARDS_ASSOCIATE',
    COUNT {
      MATCH (n:TeachingStandard)
      WHERE EXISTS { MATCH (n)-[:STANDARD_OF]->(:Major {educationLevel: 'ASSOCIATE'}) }
    },
    coalesce(
      head(
        COLLECT {
          MATCH (s:Statistic {id: 'Statistic:standards-2025-a'})
          RETURN [
            toInteger(s.value),
            [
              [
                'Statistic',
                [
                  s.code, s.asOf, s.basis,
                  COLLECT {
                    UNWIND s.sourceIds AS k5
                    MATCH (s4:Source {id: k5})
                    RETURN [s4.id]
                    ORDER BY s4.id
                  }
                ]
              ]
            ]
          ]
        }
      ),
      [null, null]
    )
  ],
  [
    'TEACHING_STANDARDS_BACHELOR',
    COUNT {
      MATCH (n:TeachingStandard)
      WHERE EXISTS { MATCH (n)-[:STANDARD_OF]->(:Major {educationLevel: 'BACHELOR'}) }
    },
    coalesce(
      head(
        COLLECT {
          MATCH (s:Statistic {id: 'Statistic:standards-2025-b'})
          RETURN [
            toInteger(s.value),
            [
              [
                'Statistic',
                [
                  s.code, s.asOf, s.basis,
                  COLLECT {
                    UNWIND s.sourceIds AS k7
                    MATCH (s6:Source {id: k7})
                    RETURN [s6.id]
                    ORDER BY s6.id
                  }
                ]
              ]
            ]
          ]
        }
      ),
      [null, null]
    )
  ],
  [
    'CERTIFICATES', COUNT { MATCH (n:Certificate) },
    coalesce(
      head(
        COLLECT {
          MATCH (s:Statistic {id: 'Statistic:certificates-2021'})
          RETURN [
            toInteger(s.value),
            [
              [
                'Statistic',
                [
                  s.code, s.asOf, s.basis,
                  COLLECT {
                    UNWIND s.sourceIds AS k9
                    MATCH (s8:Source {id: k9})
                    RETURN [s8.id]
                    ORDER BY s8.id
                  }
                ]
              ]
            ]
          ]
        }
      ),
      [null, null]
    )
  ],
  [
    'SKILL_STANDARDS',
    COUNT {
      MATCH (n:Certificate)
      WHERE EXISTS { MATCH (n)-[:HAS_STANDARD]->(:SkillStandard)-[:HAS_STANDARD_LEVEL]->(:StandardLevel) }
    },
    coalesce(
      head(
        COLLECT {
          MATCH (s:Statistic {id: 'Statistic:certificates-2021'})
          RETURN [
            toInteger(s.value),
            [
              [
                'Statistic',
                [
                  s.code, s.asOf, s.basis,
                  COLLECT {
                    UNWIND s.sourceIds AS k11
                    MATCH (s10:Source {id: k11})
                    RETURN [s10.id]
                    ORDER BY s10.id
                  }
                ]
              ]
            ]
          ]
        }
      ),
      [null, null]
    )
  ],
  [
    'ORGANIZATIONS',
    COUNT {
      MATCH (n:Organization)
      WHERE EXISTS { MATCH (n)<-[:ISSUED_BY]-(:Certificate) }
    },
    coalesce(
      head(
        COLLECT {
          MATCH (s:Statistic {id: 'Statistic:organizations-2021'})
          RETURN [
            toInteger(s.value),
            [
              [
                'Statistic',
                [
                  s.code, s.asOf, s.basis,
                  COLLECT {
                    UNWIND s.sourceIds AS k13
                    MATCH (s12:Source {id: k13})
                    RETURN [s12.id]
                    ORDER BY s12.id
                  }
                ]
              ]
            ]
          ]
        }
      ),
      [null, null]
    )
  ],
  [
    'MAJORS_SECONDARY', COUNT { MATCH (n:Major {edition: '2021', educationLevel: 'SECONDARY'}) },
    coalesce(
      head(
        COLLECT {
          MATCH (s:Statistic {id: 'Statistic:catalogue-2025-12-s'})
          RETURN [
            toInteger(s.value),
            [
              [
                'Statistic',
                [
                  s.code, s.asOf, s.basis,
                  COLLECT {
                    UNWIND s.sourceIds AS k15
                    MATCH (s14:Source {id: k15})
                    RETURN [s14.id]
                    ORDER BY s14.id
                  }
                ]
              ]
            ]
          ]
        }
      ),
      [null, null]
    )
  ],
  [
    'MAJORS_ASSOCIATE', COUNT { MATCH (n:Major {edition: '2021', educationLevel: 'ASSOCIATE'}) },
    coalesce(
      head(
        COLLECT {
          MATCH (s:Statistic {id: 'Statistic:catalogue-2026-07-a'})
          RETURN [
            toInteger(s.value),
            [
              [
                'Statistic',
                [
                  s.code, s.asOf, s.basis,
                  COLLECT {
                    UNWIND s.sourceIds AS k17
                    MATCH (s16:Source {id: k17})
                    RETURN [s16.id]
                    ORDER BY s16.id
                  }
                ]
              ]
            ]
          ]
        }
      ),
      [null, null]
    )
  ],
  [
    'MAJORS_BACHELOR', COUNT { MATCH (n:Major {edition: '2021', educationLevel: 'BACHELOR'}) },
    coalesce(
      head(
        COLLECT {
          MATCH (s:Statistic {id: 'Statistic:catalogue-2025-12-b'})
          RETURN [
            toInteger(s.value),
            [
              [
                'Statistic',
                [
                  s.code, s.asOf, s.basis,
                  COLLECT {
                    UNWIND s.sourceIds AS k19
                    MATCH (s18:Source {id: k19})
                    RETURN [s18.id]
                    ORDER BY s18.id
                  }
                ]
              ]
            ]
          ]
        }
      ),
      [null, null]
    )
  ],
  [
    'COLLEGES', COUNT { MATCH (n:College {educationLevel: 'ASSOCIATE'}) },
    coalesce(
      head(
        COLLECT {
          MATCH (s:Statistic {id: 'Statistic:majors-08'})
          RETURN [
            toInteger(s.value),
            [
              [
                'Statistic',
                [
                  s.code, s.asOf, s.basis,
                  COLLECT {
                    UNWIND s.sourceIds AS k21
                    MATCH (s20:Source {id: k21})
                    RETURN [s20.id]
                    ORDER BY s20.id
                  }
                ]
              ]
            ]
          ]
        }
      ),
      [null, null]
    )
  ]
] AS each
WITH each
LIMIT $first
RETURN collect([each[0], each[1], each[2][0], each[2][1]]) AS c0
