"""What questions over the whole country share: which majors and which facts count, and how a caller narrows them."""

from collections.abc import Mapping
from typing import Any

from graph.errors import BadArgumentError
from graph.model.catalogue import EDITIONS_IN_FORCE
from graph.model.core import BASIS, CodeList
from graph.query.plan import Bind
from resolvers.request.arguments import plain
from resolvers.request.variables import bind

VALUES_LARGEST = 100

# What counts where nobody says otherwise: what is made up to show the form never mixes into national figures.
REAL_BASES = [each for each in BASIS.codes if each != "ILLUSTRATIVE"]


def major_in_force(major: str) -> str:
    """Write that a major is of an edition in force, and that no other has replaced it."""
    # Inside COLLECT the embedded engine refuses a bare pattern as a condition.
    replaced = f"EXISTS {{ MATCH ({major})-[:REPLACED_BY]->(:Major) }}"
    return f"{major}.edition IN {[*EDITIONS_IN_FORCE]} AND NOT {replaced}"


IN_FORCE = major_in_force("m")

# Conditions on a major ``m``, by what a caller narrows.
OF_MAJOR: Mapping[str, str] = {
    "educationLevel": "m.educationLevel IN {}",
    "majorClass": "EXISTS {{ MATCH (m)-[:PART_OF_CLASS]->(g:MajorClass) WHERE g.name IN {} }}",
    "category": (
        "EXISTS {{ MATCH (m)-[:PART_OF_CLASS]->(:MajorClass)-[:PART_OF_CATEGORY]->(g:MajorCategory) "
        "WHERE g.name IN {} }}"
    ),
}

# Whether evidence cannot be taken as it is. Most graphs hold no made-up alignment, and the bases of all cover links
# need not be read one by one to know that.
ANY_MADE_UP = "EXISTS { MATCH (:Alignment {basis: 'ILLUSTRATIVE'}) }"

EVIDENCE_BASIS = (
    "Only evidence of these bases counts: alignments and reviews; EDITORIAL is an editor's judgement. By default all "
    "but ILLUSTRATIVE."
)
FACT_BASIS = (
    "Only statements of these bases count: which majors a certificate suits, and its standards. By default all but "
    "ILLUSTRATIVE."
)

# What ``ProjectNode`` writes for a node of which nothing is wanted.
NOTHING_WANTED = "[]"


def bind_some(label: str, argument: str, value: Any) -> Bind:
    """Bind a list of values to keep. Running it raises what ``some`` raises."""
    return bind(label, value, lambda given: some(argument, given))


def some(argument: str, given: Any) -> list[Any]:
    """Give values to keep, each once. Raises: BadArgumentError for an empty list or one too long."""
    found = plain(given)
    if not 1 <= len(found) <= VALUES_LARGEST:
        raise BadArgumentError(argument, f"give 1 to {VALUES_LARGEST} values.", f"请给出 1 到 {VALUES_LARGEST} 个值。")
    return list(dict.fromkeys(found))


def is_whole(value: Any, codes: CodeList) -> bool:
    """Whether a list of codes names all of them, so that there is nothing to look at."""
    return value is not None and set(plain(value)) == set(codes.codes)
