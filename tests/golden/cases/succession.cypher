CALL () {
  RETURN [
    [
      COLLECT {
        MATCH (n:Certificate {id: $certificate})
        WITH DISTINCT n.id AS key, null AS value
        RETURN [key, value]
      }
    ],
    COLLECT {
      MATCH (k:Certificate {id: $certificate})
      RETURN [k.validFrom, k.validTo, k.batch, [['Certificate', [k.name]]]]
    },
    [
      COLLECT {
        MATCH (k:Certificate {id: $certificate})-[e:CERTIFICATE_REPLACED_BY]->(n:Certificate)
        RETURN [
          [['Certificate', [n.name]]], e.since, e.basis,
          COLLECT {
            UNWIND e.sourceIds AS key
            MATCH (source:Source {id: key})
            RETURN [['Source', [source.id]], ['Source', [source.title]]]
            ORDER BY source.id
          }
        ]
        ORDER BY n.id
      },
      COLLECT {
        MATCH (k:Certificate {id: $certificate})-[e:CORRESPONDS_TO]->(n:Occupation)
        RETURN [
          [['Occupation', [n.name]]], e.since, e.basis,
          COLLECT {
            UNWIND e.sourceIds AS key
            MATCH (source:Source {id: key})
            RETURN [['Source', [source.id]], ['Source', [source.title]]]
            ORDER BY source.id
          }
        ]
        ORDER BY n.id
      }
    ],
    COLLECT {
      MATCH (k:Certificate {id: $certificate})-[e:ISSUED_BY]->(o:Organization)
      RETURN [
        [['Organization', [o.name]]], o.validFrom, o.validTo, e.basis,
        COLLECT {
          UNWIND e.sourceIds AS key
          MATCH (source:Source {id: key})
          RETURN [['Source', [source.id]], ['Source', [source.title]]]
          ORDER BY source.id
        }
      ]
      ORDER BY o.id
    },
    COLLECT {
      MATCH (p:Policy)
      WHERE p.effect IS NOT NULL
      RETURN [
        [
          [
            'Policy',
            [
              p.reference, p.title, p.issuedOn, p.basis,
              COLLECT {
                UNWIND p.sourceIds AS k1
                MATCH (s0:Source {id: k1})
                RETURN [s0.location]
                ORDER BY s0.id
              }
            ]
          ]
        ],
        p.effect, p.issuedOn, p.reference, p.dueOn, p.batch
      ]
      ORDER BY p.issuedOn, p.id
    },
    COLLECT {
      MATCH (k:Certificate {id: $certificate})-[u:SUITS]->(m:Major)<-[:STANDARD_OF]-(:TeachingStandard)
        -[:PREPARES_FOR]->(o:Occupation)
      WHERE coalesce(u.relation <> 'REPORTED_BY_COLLEGES', true)
      WITH o, count(DISTINCT m) AS majors
      ORDER BY majors DESC, o.id
      LIMIT $first
      RETURN [[['Occupation', [o.code, o.name]]], majors]
      ORDER BY majors DESC, o.id
    }
  ] AS c0
}
CALL () {
  RETURN [
    [
      COLLECT {
        MATCH (n:Certificate {id: $certificate_2})
        WITH DISTINCT n.id AS key, null AS value
        RETURN [key, value]
      }
    ],
    COLLECT {
      MATCH (k:Certificate {id: $certificate_2})
      RETURN [k.validFrom, k.validTo, k.batch, []]
    },
    [
      COLLECT {
        MATCH (k:Certificate {id: $certificate_2})-[e:CERTIFICATE_REPLACED_BY]->(n:Certificate)
        RETURN [
          [], e.since, e.basis,
          COLLECT {
            UNWIND e.sourceIds AS key
            MATCH (source:Source {id: key})
            RETURN []
            ORDER BY source.id
          }
        ]
        ORDER BY n.id
      },
      COLLECT {
        MATCH (k:Certificate {id: $certificate_2})-[e:CORRESPONDS_TO]->(n:Occupation)
        RETURN [
          [], e.since, e.basis,
          COLLECT {
            UNWIND e.sourceIds AS key
            MATCH (source:Source {id: key})
            RETURN []
            ORDER BY source.id
          }
        ]
        ORDER BY n.id
      }
    ],
    COLLECT {
      MATCH (k:Certificate {id: $certificate_2})-[e:ISSUED_BY]->(o:Organization)
      RETURN [
        [], o.validFrom, o.validTo, e.basis,
        COLLECT {
          UNWIND e.sourceIds AS key
          MATCH (source:Source {id: key})
          RETURN []
          ORDER BY source.id
        }
      ]
      ORDER BY o.id
    },
    COLLECT {
      MATCH (p:Policy)
      WHERE p.effect IS NOT NULL
      RETURN [[['Policy', [p.reference]]], p.effect, p.issuedOn, p.reference, p.dueOn, p.batch]
      ORDER BY p.issuedOn, p.id
    },
    COLLECT {
      MATCH (k:Certificate {id: $certificate_2})-[u:SUITS]->(m:Major)<-[:STANDARD_OF]-(:TeachingStandard)
        -[:PREPARES_FOR]->(o:Occupation)
      WHERE coalesce(u.relation <> 'REPORTED_BY_COLLEGES', true)
      WITH o, count(DISTINCT m) AS majors
      ORDER BY majors DESC, o.id
      LIMIT $first_2
      RETURN [[], majors]
      ORDER BY majors DESC, o.id
    }
  ] AS c1
}
CALL () {
  RETURN [
    [
      COLLECT {
        MATCH (n:Certificate {id: $certificate_3})
        WITH DISTINCT n.id AS key, null AS value
        RETURN [key, value]
      }
    ],
    COLLECT {
      MATCH (k:Certificate {id: $certificate_3})
      RETURN [k.validFrom, k.validTo, k.batch, []]
    },
    [
      COLLECT {
        MATCH (k:Certificate {id: $certificate_3})-[e:CERTIFICATE_REPLACED_BY]->(n:Certificate)
        RETURN [
          [], e.since, e.basis,
          COLLECT {
            UNWIND e.sourceIds AS key
            MATCH (source:Source {id: key})
            RETURN []
            ORDER BY source.id
          }
        ]
        ORDER BY n.id
      },
      COLLECT {
        MATCH (k:Certificate {id: $certificate_3})-[e:CORRESPONDS_TO]->(n:Occupation)
        RETURN [
          [], e.since, e.basis,
          COLLECT {
            UNWIND e.sourceIds AS key
            MATCH (source:Source {id: key})
            RETURN []
            ORDER BY source.id
          }
        ]
        ORDER BY n.id
      }
    ],
    COLLECT {
      MATCH (k:Certificate {id: $certificate_3})-[e:ISSUED_BY]->(o:Organization)
      RETURN [
        [['Organization', [o.name]]], o.validFrom, o.validTo, e.basis,
        COLLECT {
          UNWIND e.sourceIds AS key
          MATCH (source:Source {id: key})
          RETURN []
          ORDER BY source.id
        }
      ]
      ORDER BY o.id
    },
    COLLECT {
      MATCH (p:Policy)
      WHERE p.effect IS NOT NULL
      RETURN [[['Policy', [p.reference]]], p.effect, p.issuedOn, p.reference, p.dueOn, p.batch]
      ORDER BY p.issuedOn, p.id
    },
    COLLECT {
      MATCH (k:Certificate {id: $certificate_3})-[u:SUITS]->(m:Major)<-[:STANDARD_OF]-(:TeachingStandard)
        -[:PREPARES_FOR]->(o:Occupation)
      WHERE coalesce(u.relation <> 'REPORTED_BY_COLLEGES', true)
      WITH o, count(DISTINCT m) AS majors
      ORDER BY majors DESC, o.id
      LIMIT $first_3
      RETURN [[], majors]
      ORDER BY majors DESC, o.id
    }
  ] AS c2
}
RETURN c0, c1, c2
