CALL () {
  RETURN [
    [],
    COLLECT {
      MATCH (p:TrainingPlan)
      WHERE p.basis <> 'ILLUSTRATIVE' AND (p.draftOf IS NULL OR p.draftOf = $reader)
      RETURN [
        p.entryYear, p.grade,
        COLLECT {
          MATCH (p)-[:PLAN_FOR]->(m:Major)
          RETURN [
            m.edition,
            COLLECT {
              MATCH (m)-[e:REPLACED_BY]->(n:Major)
              RETURN [
                n.edition, n.addedNotAfter,
                [
                  [['Major', [n.id, n.name, n.edition]]],
                  COLLECT {
                    UNWIND e.sourceIds AS key
                    MATCH (source:Source {id: key})
                    RETURN [['Source', [source.code]]]
                    ORDER BY source.id
                  }
                ]
              ]
              ORDER BY n.id
            },
            COLLECT {
              MATCH (n:Major)
              WHERE n.name = m.name AND n.educationLevel = m.educationLevel AND n.id <> m.id
              RETURN [
                n.edition, n.addedNotAfter,
                [
                  [['Major', [n.id, n.name, n.edition]]],
                  COLLECT {
                    UNWIND n.sourceIds AS key
                    MATCH (source:Source {id: key})
                    RETURN [['Source', [source.code]]]
                    ORDER BY source.id
                  }
                ]
              ]
              ORDER BY n.id
            },
            [
              [['Major', [m.id, m.name, m.edition]]],
              COLLECT {
                UNWIND m.sourceIds AS key
                MATCH (source:Source {id: key})
                RETURN [['Source', [source.code]]]
                ORDER BY source.id
              }
            ]
          ]
          ORDER BY m.id
        },
        COLLECT {
          UNWIND [
            (p)-[:PLAN_NAMES_CERTIFICATE]->(k:Certificate) | k
          ] + [
            (p)-[:HAS_TARGET_CERTIFICATE]->(:TargetCertificate)-[:TARGETS_LEVEL]->(l:CertificateLevel)
            <-[:HAS_LEVEL]-(k:Certificate) | k
          ] + [
            (p)-[:HAS_PLAN_COURSE]->(:PlanCourse)-[:LINKED_TO_CERTIFICATE]->(k:Certificate) | k
          ] AS k
          WITH DISTINCT p, k
          RETURN [
            [
              k.validFrom, k.validTo,
              [
                [['Certificate', [k.id]]],
                COLLECT {
                  UNWIND k.sourceIds AS key
                  MATCH (source:Source {id: key})
                  RETURN [['Source', [source.code]]]
                  ORDER BY source.id
                }
              ]
            ],
            COLLECT {
              MATCH (k)-[e:CERTIFICATE_REPLACED_BY]->(n:Certificate)
              RETURN [
                e.since,
                [
                  [['Certificate', [n.id]]],
                  COLLECT {
                    UNWIND e.sourceIds AS key
                    MATCH (source:Source {id: key})
                    RETURN [['Source', [source.code]]]
                    ORDER BY source.id
                  }
                ]
              ]
              ORDER BY n.id
            },
            COLLECT {
              MATCH (p)-[:HAS_TARGET_CERTIFICATE]->(:TargetCertificate)-[:TARGETS_LEVEL]->(l:CertificateLevel)
                <-[:HAS_LEVEL]-(k)
              WITH DISTINCT l
              RETURN [
                l.validFrom, l.validTo,
                [
                  [['CertificateLevel', [l.id]]],
                  COLLECT {
                    UNWIND l.sourceIds AS key
                    MATCH (source:Source {id: key})
                    RETURN [['Source', [source.code]]]
                    ORDER BY source.id
                  }
                ]
              ]
              ORDER BY l.id
            },
            COLLECT {
              MATCH (k)-[:HAS_STANDARD]->(s:SkillStandard)
              RETURN [
                s.code, s.year, s.validFrom, s.validTo,
                [
                  [['SkillStandard', [s.id]]],
                  COLLECT {
                    UNWIND s.sourceIds AS key
                    MATCH (source:Source {id: key})
                    RETURN [['Source', [source.code]]]
                    ORDER BY source.id
                  }
                ]
              ]
              ORDER BY s.year, s.id
            }
          ]
          ORDER BY k.id
        },
        COLLECT {
          MATCH (p)-[:FOLLOWS_STANDARD]->(t:TeachingStandard)
          RETURN [
            '', t.year, null, null,
            [
              [['TeachingStandard', [t.id]]],
              COLLECT {
                UNWIND t.sourceIds AS key
                MATCH (source:Source {id: key})
                RETURN [['Source', [source.code]]]
                ORDER BY source.id
              }
            ]
          ]
          ORDER BY t.id
        },
        COLLECT {
          MATCH (p)-[:PLAN_FOR]->(:Major)<-[:STANDARD_OF]-(t:TeachingStandard)
          WITH DISTINCT t
          RETURN [
            '', t.year, null, null,
            [
              [['TeachingStandard', [t.id]]],
              COLLECT {
                UNWIND t.sourceIds AS key
                MATCH (source:Source {id: key})
                RETURN [['Source', [source.code]]]
                ORDER BY source.id
              }
            ]
          ]
          ORDER BY t.year, t.id
        },
        [['TrainingPlan', [p.id]]]
      ]
      ORDER BY p.id
    },
    COLLECT {
      MATCH (c:Catalogue)
      RETURN [
        c.edition,
        [
          [['Catalogue', [c.id]]],
          COLLECT {
            UNWIND c.sourceIds AS key
            MATCH (source:Source {id: key})
            RETURN [['Source', [source.code]]]
            ORDER BY source.id
          }
        ]
      ]
      ORDER BY c.edition
    }
  ] AS c0
}
CALL () {
  RETURN [
    [],
    COLLECT {
      MATCH (p:TrainingPlan)
      WHERE p.basis <> 'ILLUSTRATIVE' AND (p.draftOf IS NULL OR p.draftOf = $reader)
      RETURN [
        p.entryYear, p.grade,
        COLLECT {
          MATCH (p)-[:PLAN_FOR]->(m:Major)
          RETURN [
            m.edition,
            COLLECT {
              MATCH (m)-[e:REPLACED_BY]->(n:Major)
              RETURN [
                n.edition, n.addedNotAfter,
                [
                  [],
                  COLLECT {
                    UNWIND e.sourceIds AS key
                    MATCH (source:Source {id: key})
                    RETURN []
                    ORDER BY source.id
                  }
                ]
              ]
              ORDER BY n.id
            },
            COLLECT {
              MATCH (n:Major)
              WHERE n.name = m.name AND n.educationLevel = m.educationLevel AND n.id <> m.id
              RETURN [
                n.edition, n.addedNotAfter,
                [
                  [],
                  COLLECT {
                    UNWIND n.sourceIds AS key
                    MATCH (source:Source {id: key})
                    RETURN []
                    ORDER BY source.id
                  }
                ]
              ]
              ORDER BY n.id
            },
            [
              [],
              COLLECT {
                UNWIND m.sourceIds AS key
                MATCH (source:Source {id: key})
                RETURN []
                ORDER BY source.id
              }
            ]
          ]
          ORDER BY m.id
        },
        COLLECT {
          UNWIND [
            (p)-[:PLAN_NAMES_CERTIFICATE]->(k:Certificate) | k
          ] + [
            (p)-[:HAS_TARGET_CERTIFICATE]->(:TargetCertificate)-[:TARGETS_LEVEL]->(l:CertificateLevel)
            <-[:HAS_LEVEL]-(k:Certificate) | k
          ] + [
            (p)-[:HAS_PLAN_COURSE]->(:PlanCourse)-[:LINKED_TO_CERTIFICATE]->(k:Certificate) | k
          ] AS k
          WITH DISTINCT p, k
          RETURN [
            [
              k.validFrom, k.validTo,
              [
                [],
                COLLECT {
                  UNWIND k.sourceIds AS key
                  MATCH (source:Source {id: key})
                  RETURN []
                  ORDER BY source.id
                }
              ]
            ],
            COLLECT {
              MATCH (k)-[e:CERTIFICATE_REPLACED_BY]->(n:Certificate)
              RETURN [
                e.since,
                [
                  [],
                  COLLECT {
                    UNWIND e.sourceIds AS key
                    MATCH (source:Source {id: key})
                    RETURN []
                    ORDER BY source.id
                  }
                ]
              ]
              ORDER BY n.id
            },
            COLLECT {
              MATCH (p)-[:HAS_TARGET_CERTIFICATE]->(:TargetCertificate)-[:TARGETS_LEVEL]->(l:CertificateLevel)
                <-[:HAS_LEVEL]-(k)
              WITH DISTINCT l
              RETURN [
                l.validFrom, l.validTo,
                [
                  [],
                  COLLECT {
                    UNWIND l.sourceIds AS key
                    MATCH (source:Source {id: key})
                    RETURN []
                    ORDER BY source.id
                  }
                ]
              ]
              ORDER BY l.id
            },
            COLLECT {
              MATCH (k)-[:HAS_STANDARD]->(s:SkillStandard)
              RETURN [
                s.code, s.year, s.validFrom, s.validTo,
                [
                  [],
                  COLLECT {
                    UNWIND s.sourceIds AS key
                    MATCH (source:Source {id: key})
                    RETURN []
                    ORDER BY source.id
                  }
                ]
              ]
              ORDER BY s.year, s.id
            }
          ]
          ORDER BY k.id
        },
        COLLECT {
          MATCH (p)-[:FOLLOWS_STANDARD]->(t:TeachingStandard)
          RETURN [
            '', t.year, null, null,
            [
              [],
              COLLECT {
                UNWIND t.sourceIds AS key
                MATCH (source:Source {id: key})
                RETURN []
                ORDER BY source.id
              }
            ]
          ]
          ORDER BY t.id
        },
        COLLECT {
          MATCH (p)-[:PLAN_FOR]->(:Major)<-[:STANDARD_OF]-(t:TeachingStandard)
          WITH DISTINCT t
          RETURN [
            '', t.year, null, null,
            [
              [],
              COLLECT {
                UNWIND t.sourceIds AS key
                MATCH (source:Source {id: key})
                RETURN []
                ORDER BY source.id
              }
            ]
          ]
          ORDER BY t.year, t.id
        },
        [['TrainingPlan', [p.majorName]]]
      ]
      ORDER BY p.id
    },
    COLLECT {
      MATCH (c:Catalogue)
      RETURN [
        c.edition,
        [
          [],
          COLLECT {
            UNWIND c.sourceIds AS key
            MATCH (source:Source {id: key})
            RETURN []
            ORDER BY source.id
          }
        ]
      ]
      ORDER BY c.edition
    }
  ] AS c1
}
CALL () {
  RETURN [
    [],
    COLLECT {
      MATCH (p:TrainingPlan)
      WHERE p.basis <> 'ILLUSTRATIVE' AND (p.draftOf IS NULL OR p.draftOf = $reader)
      RETURN [
        p.entryYear, p.grade,
        COLLECT {
          MATCH (p)-[:PLAN_FOR]->(m:Major)
          RETURN [
            m.edition,
            COLLECT {
              MATCH (m)-[e:REPLACED_BY]->(n:Major)
              RETURN [
                n.edition, n.addedNotAfter,
                [
                  [],
                  COLLECT {
                    UNWIND e.sourceIds AS key
                    MATCH (source:Source {id: key})
                    RETURN []
                    ORDER BY source.id
                  }
                ]
              ]
              ORDER BY n.id
            },
            COLLECT {
              MATCH (n:Major)
              WHERE n.name = m.name AND n.educationLevel = m.educationLevel AND n.id <> m.id
              RETURN [
                n.edition, n.addedNotAfter,
                [
                  [],
                  COLLECT {
                    UNWIND n.sourceIds AS key
                    MATCH (source:Source {id: key})
                    RETURN []
                    ORDER BY source.id
                  }
                ]
              ]
              ORDER BY n.id
            },
            [
              [],
              COLLECT {
                UNWIND m.sourceIds AS key
                MATCH (source:Source {id: key})
                RETURN []
                ORDER BY source.id
              }
            ]
          ]
          ORDER BY m.id
        },
        COLLECT {
          UNWIND [
            (p)-[:PLAN_NAMES_CERTIFICATE]->(k:Certificate) | k
          ] + [
            (p)-[:HAS_TARGET_CERTIFICATE]->(:TargetCertificate)-[:TARGETS_LEVEL]->(l:CertificateLevel)
            <-[:HAS_LEVEL]-(k:Certificate) | k
          ] + [
            (p)-[:HAS_PLAN_COURSE]->(:PlanCourse)-[:LINKED_TO_CERTIFICATE]->(k:Certificate) | k
          ] AS k
          WITH DISTINCT p, k
          RETURN [
            [
              k.validFrom, k.validTo,
              [
                [],
                COLLECT {
                  UNWIND k.sourceIds AS key
                  MATCH (source:Source {id: key})
                  RETURN []
                  ORDER BY source.id
                }
              ]
            ],
            COLLECT {
              MATCH (k)-[e:CERTIFICATE_REPLACED_BY]->(n:Certificate)
              RETURN [
                e.since,
                [
                  [],
                  COLLECT {
                    UNWIND e.sourceIds AS key
                    MATCH (source:Source {id: key})
                    RETURN []
                    ORDER BY source.id
                  }
                ]
              ]
              ORDER BY n.id
            },
            COLLECT {
              MATCH (p)-[:HAS_TARGET_CERTIFICATE]->(:TargetCertificate)-[:TARGETS_LEVEL]->(l:CertificateLevel)
                <-[:HAS_LEVEL]-(k)
              WITH DISTINCT l
              RETURN [
                l.validFrom, l.validTo,
                [
                  [],
                  COLLECT {
                    UNWIND l.sourceIds AS key
                    MATCH (source:Source {id: key})
                    RETURN []
                    ORDER BY source.id
                  }
                ]
              ]
              ORDER BY l.id
            },
            COLLECT {
              MATCH (k)-[:HAS_STANDARD]->(s:SkillStandard)
              RETURN [
                s.code, s.year, s.validFrom, s.validTo,
                [
                  [],
                  COLLECT {
                    UNWIND s.sourceIds AS key
                    MATCH (source:Source {id: key})
                    RETURN []
                    ORDER BY source.id
                  }
                ]
              ]
              ORDER BY s.year, s.id
            }
          ]
          ORDER BY k.id
        },
        COLLECT {
          MATCH (p)-[:FOLLOWS_STANDARD]->(t:TeachingStandard)
          RETURN [
            '', t.year, null, null,
            [
              [],
              COLLECT {
                UNWIND t.sourceIds AS key
                MATCH (source:Source {id: key})
                RETURN []
                ORDER BY source.id
              }
            ]
          ]
          ORDER BY t.id
        },
        COLLECT {
          MATCH (p)-[:PLAN_FOR]->(:Major)<-[:STANDARD_OF]-(t:TeachingStandard)
          WITH DISTINCT t
          RETURN [
            '', t.year, null, null,
            [
              [],
              COLLECT {
                UNWIND t.sourceIds AS key
                MATCH (source:Source {id: key})
                RETURN []
                ORDER BY source.id
              }
            ]
          ]
          ORDER BY t.year, t.id
        },
        []
      ]
      ORDER BY p.id
    },
    COLLECT {
      MATCH (c:Catalogue)
      RETURN [
        c.edition,
        [
          [],
          COLLECT {
            UNWIND c.sourceIds AS key
            MATCH (source:Source {id: key})
            RETURN []
            ORDER BY source.id
          }
        ]
      ]
      ORDER BY c.edition
    }
  ] AS c2
}
RETURN c0, c1, c2
