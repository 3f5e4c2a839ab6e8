"""Who reads a draft: the one condition, declared here, that stands wherever a statement meets what may be a draft.

A training plan that is a draft, each part of it, its source and its entries in the audit trail hold the id of their
college in ``DRAFT_OF``; what is published holds nothing there. The college of the caller is a parameter of the
statement, so that one text, and one plan of the engine, serves all callers. See docs/adr/0028-drafts-of-training-plans.md.
"""

from graph.model.core import DRAFT_OF

# The parameter that holds the id of the caller's college, or NO_COLLEGE.
READER = "reader"
# No id: those begin with their type. Neo4j keeps a plan for empty texts, another for texts of 2 to 10 characters, and
# another for those of 11 to 100. This one is as long as an id, so that all callers share one plan.
NO_COLLEGE = "belongs to no college"


def visible(variable: str, reader: str = f"${READER}") -> str:
    """Write the condition that the caller may read a node."""
    return f"({published(variable)} OR {variable}.{DRAFT_OF.name} = {reader})"


def published(variable: str) -> str:
    """Write the condition that a node is no draft: drafts count in no figure of the country."""
    return f"{variable}.{DRAFT_OF.name} IS NULL"
