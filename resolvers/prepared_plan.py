"""A plan with everything that is made from it once: statement, shaper, cost."""

import hashlib
from dataclasses import dataclass

from graph.connection.batching import PlanTexts
from graph.errors import OperationShapeError
from graph.query.compile import Compiled, compile_batch, compile_plan
from graph.query.plan import Plan
from resolvers.cost import Term, cost_terms
from resolvers.shaper import Shaper, make_shaper

# In characters. Neo4j plans each new text: one of 44,000 took it 8 s of a processor, one of 77,000 more than 15, and
# nothing stops it meanwhile. The longest of the examples has 19,000. Ten searches of the 28 types
# have 42,000, and 57,000 with ten types more: the limit is of time, and does not grow with the types.
STATEMENT_LARGEST = 64_000

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
    """Make from a plan with its number of fields everything that does not depend on values.

    Raises: OperationShapeError where the statement would be too long.
    """
    compiled = compile_plan(plan)
    if len(compiled.text) > STATEMENT_LARGEST:
        raise OperationShapeError(
            len(compiled.text),
            STATEMENT_LARGEST,
            "characters, written as a statement of the graph. Ask for fewer fields, lists or aliases",
            "个字符（写成图查询语句后），请减少字段、列表或别名",
        )
    batch = compile_batch(plan)
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
