MATCH p = (a:Major {id: $from})
  -[
    :REPLACED_BY|LISTED_AS|STANDARD_OF|HAS_COURSE|PREPARES_FOR|NAMES_CERTIFICATE|STANDARD_OF_OCCUPATION|
    HAS_LEVEL|HAS_STANDARD|LEADS_TO|CERTIFICATE_LEADS_TO|CERTIFICATE_REPLACED_BY|CORRESPONDS_TO|SUITS|
    SPECIFIED_BY|HAS_WORK_AREA|HAS_TASK|HAS_REQUIREMENT|PLAN_FOR|HAS_PLAN_COURSE|LINKED_TO_CERTIFICATE|
    PLAN_NAMES_CERTIFICATE|COVERS|PLAN_COVERS*1..5
  ]-(b:Province {id: $to})
WITH p, [r IN relationships(p) | type(r)] AS kinds
WHERE all(k IN kinds WHERE size([x IN kinds WHERE x = k]) = 1)
  AND all(n IN nodes(p) WHERE (n.draftOf IS NULL OR n.draftOf = $reader))
WITH p, length(p) AS steps,
  reduce(
    w = 1.0, r IN relationships(p) | w * CASE r.basis WHEN 'OFFICIAL' THEN 1.0 WHEN 'REPORTED' THEN 0.7
    WHEN 'EDITORIAL' THEN 0.4 WHEN 'ILLUSTRATIVE' THEN 0.1 ELSE 0.1 END
  ) AS strength,
  reduce(t = '', n IN nodes(p) | t + n.id + ' ') + reduce(
    t = '', r IN relationships(p) | t + type(r) + ' ' + startNode(r).id + ' '
  ) AS trail
ORDER BY steps, strength DESC, trail
LIMIT $first
WITH collect([p, steps, strength]) AS found
UNWIND range(0, size(found) - 1) AS rank
WITH rank, found[rank][0] AS p, found[rank][1] AS steps, found[rank][2] AS strength
UNWIND range(0, steps - 1) AS i
WITH rank, steps, strength, i, relationships(p)[i] AS r, nodes(p)[i] AS f, nodes(p)[i + 1] AS t
WITH rank, steps, strength, i,
  [
    type(r), startNode(r).id = f.id, r.basis, r.sourceNote,
    COLLECT {
      UNWIND r.sourceIds AS key
      MATCH (source:Source {id: key})
      RETURN []
      ORDER BY source.id
    },
    [], []
  ] AS step
ORDER BY rank, i
WITH rank, steps, strength, collect(step) AS links
ORDER BY rank
WITH collect([steps, strength, links]) AS records
RETURN [
  [
    COLLECT {
      MATCH (n:Major {id: $from})
      WITH DISTINCT n.id AS key, null AS value
      RETURN [key, value]
    },
    COLLECT {
      MATCH (n:Province {id: $to})
      WITH DISTINCT n.id AS key, null AS value
      RETURN [key, value]
    }
  ],
  records
] AS c0
