"""Which mutations there are. A new one is a ``Mutation`` in a module of this folder, and a line here."""

from collections.abc import Mapping

from resolvers.editing.alignment_decisions import DECIDE_ALIGNMENT, DECIDE_ALIGNMENTS, WITHDRAW_ALIGNMENT
from resolvers.editing.alignments import PROPOSE_ALIGNMENT
from resolvers.editing.mutation import Mutation
from resolvers.editing.reviews import CLOSE_REVIEW

MUTATIONS: tuple[Mutation, ...] = (
    PROPOSE_ALIGNMENT,
    DECIDE_ALIGNMENT,
    DECIDE_ALIGNMENTS,
    WITHDRAW_ALIGNMENT,
    CLOSE_REVIEW,
)


def by_name(mutations: tuple[Mutation, ...]) -> Mapping[str, Mutation]:
    """Give mutations by name. Raises: ValueError where two have the same."""
    found: dict[str, Mutation] = {}
    for each in mutations:
        if found.setdefault(each.name, each) is not each:
            raise ValueError(f"two mutations have the same name: {each.name}")
    return found
