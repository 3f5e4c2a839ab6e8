"""Which mutations there are. A new one is a ``Mutation`` in a module of this folder, and a line here."""

from collections.abc import Mapping

from resolvers.editing.alignment_decisions import DECIDE_ALIGNMENT, DECIDE_ALIGNMENTS, WITHDRAW_ALIGNMENT
from resolvers.editing.alignments import PROPOSE_ALIGNMENT, PROPOSE_ALIGNMENTS
from resolvers.editing.mutation import Mutation
from resolvers.editing.reviews import CLOSE_REVIEW
from resolvers.editing.training_plans.carrying import CARRY_TRAINING_PLAN_FORWARD
from resolvers.editing.training_plans.drafting import DRAFT_TRAINING_PLAN
from resolvers.editing.training_plans.plan_editing import EDIT_TRAINING_PLAN
from resolvers.editing.training_plans.publication import PUBLISH_TRAINING_PLAN
from resolvers.editing.training_plans.revisions import CREATE_TRAINING_PLAN_REVISION
from resolvers.editing.training_plans.undoing import UNDO_TRAINING_PLAN_EDIT

MUTATIONS: tuple[Mutation, ...] = (
    PROPOSE_ALIGNMENT,
    PROPOSE_ALIGNMENTS,
    DECIDE_ALIGNMENT,
    DECIDE_ALIGNMENTS,
    WITHDRAW_ALIGNMENT,
    CLOSE_REVIEW,
    DRAFT_TRAINING_PLAN,
    CREATE_TRAINING_PLAN_REVISION,
    CARRY_TRAINING_PLAN_FORWARD,
    EDIT_TRAINING_PLAN,
    UNDO_TRAINING_PLAN_EDIT,
    PUBLISH_TRAINING_PLAN,
)


def by_name(mutations: tuple[Mutation, ...]) -> Mapping[str, Mutation]:
    """Give mutations by name. Raises: ValueError where two have the same."""
    found: dict[str, Mutation] = {}
    for each in mutations:
        if found.setdefault(each.name, each) is not each:
            raise ValueError(f"two mutations have the same name: {each.name}")
    return found
