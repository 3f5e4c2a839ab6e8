"""Rules on credit conversion of the graph, as the rows that they are made of."""

from analysis.training_plans.improvement.conversion_rules import CreditRuleRow
from graph.query.cypher import collect
from graph.query.statement import Run, Statement

_SOURCES = collect("MATCH (s:Source) WHERE s.id IN r.sourceIds RETURN coalesce(s.location, s.title)")
_CREDIT_RULES = f"""MATCH (r:CreditRule) RETURN r.code, r.body, r.kind, r.item, r.certificateLevel, r.value, r.valueMax,
  r.unit, r.note, {_SOURCES} AS sources ORDER BY r.code"""


async def read_credit_rules(run: Run) -> list[CreditRuleRow]:
    """Read all rules, in the order of their codes."""
    rows = [CreditRuleRow(*each) for each in await run(Statement(_CREDIT_RULES, {}))]
    return [
        each._replace(value=each.value or "", note=each.note or "", sources=tuple(sorted(each.sources)))
        for each in rows
    ]
