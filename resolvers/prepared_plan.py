"""A plan with everything that is made from it once: statement, shaper, cost."""

import hashlib
from dataclasses import dataclass

from graph.connection.batching import PlanTexts
from graph.query.compile import Compiled, compile_batch, compile_plan
from graph.query.plan import Plan
from resolvers.cost import Term, cost_terms
from resolvers.shaper import Shaper, make_shaper

# What a plan takes, measured: itself, each field planned, each character of its statements.
PLAN_BYTES, BYTES_PER_FIELD, BYTES_PER_CHARACTER = 8_000, 600, 4


@dataclass(frozen=True, slots=True)
class Prepared:
    """A plan with everything that is made from it once."""

    plan: Plan
    compiled: Compiled
    texts: PlanTexts
    plan_hash: str
    terms: tuple[Term, ...]
    shape: Shaper
    # An estimate of the bytes it takes.
    size: int


def prepare(plan: Plan, fields: int = 0) -> Prepared:
    """Make from a plan with its number of fields everything that does not depend on values."""
    compiled, batch = compile_plan(plan), compile_batch(plan)
    return Prepared(
        plan=plan,
        compiled=compiled,
        texts=PlanTexts(compiled.text, batch),
        plan_hash=hashlib.sha256(compiled.text.encode()).hexdigest()[:12],
        terms=cost_terms(plan),
        shape=make_shaper(plan, compiled, for_walking=False),
        size=PLAN_BYTES
        + BYTES_PER_FIELD * fields
        + BYTES_PER_CHARACTER * (len(compiled.text) + (len(batch.text) if batch else 0)),
    )
