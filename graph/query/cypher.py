"""Write the pieces of Cypher that take braces, so that no f-string has to double them.

Clauses are joined by blanks; an empty one is left out, so that a condition may be ``text if wanted else ""``. Names
come from the model and values are parameters, as everywhere: these helpers quote nothing.
"""

from graph.model.core import NodeType
from graph.model.distinct_names import name_properties


def collect(*clauses: str) -> str:
    """Write a list of what the subquery returns: ``COLLECT { ... }``. The last clause must be its ``RETURN``."""
    return _block("COLLECT", clauses)


def count(*clauses: str) -> str:
    """Write how many rows the subquery has: ``COUNT { ... }``."""
    return _block("COUNT", clauses)


def exists(*clauses: str) -> str:
    """Write whether the subquery has a row: ``EXISTS { ... }``."""
    return _block("EXISTS", clauses)


def node_pattern(name: str, /, **properties: str) -> str:
    """Write a node pattern whose properties have these values: ``node_pattern("m:Major", id="$major")``.

    ``name`` is a variable, a label, or both with a colon between them.
    """
    values = ", ".join(f"{key}: {value}" for key, value in properties.items())
    return f"({name} {{{values}}})"


def name_values(variable: str, node_type: NodeType) -> str:
    """Write the list of values of which a node's distinct name is made."""
    return f"[{', '.join(f'{variable}.{each.name}' for each in name_properties(node_type))}]"


def _block(word: str, clauses: tuple[str, ...]) -> str:
    return f"{word} {{ {' '.join(filter(None, clauses))} }}"
