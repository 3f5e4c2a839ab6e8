"""The arguments that say which evidence counts, the same for all questions that rest on alignments."""

from analysis.coverage import Alignment, Rule
from graph.model.alignments import ALIGNMENT_ROLE, COVERING
from resolvers.questions.argument_kinds import CodesArgument, ValueArgument, at_least_one, share
from resolvers.questions.parts import Column, Part, row
from resolvers.questions.question import Values

ONLY_LEVEL = ValueArgument(
    name="level", annotation="CertificateLevelCode | None", description="Only this level.", default=None
)
MIN_STRENGTH = ValueArgument(
    name="minStrength",
    annotation="Float",
    description="Least strength of an alignment that counts, 0 to 1.",
    default=0.0,
    check=share(),
)
ROLES = CodesArgument(
    name="roles",
    annotation="list[AlignmentRole] | None",
    description="Roles that count, at least one. By default all.",
    default=None,
    codes=ALIGNMENT_ROLE,
    check=at_least_one,
)
AS_OF = ValueArgument(
    name="asOf",
    annotation="Date | None",
    description=(
        "Only alignments in force on this day, of those that are accepted or wait today: from their first day, or from "
        "when they were decided or proposed, to before their last; and reviews closed by this day. By default all."
    ),
    default=None,
)
EVIDENCE = (MIN_STRENGTH, ROLES, AS_OF)


def rule_of(values: Values) -> Rule:
    """Say which accepted alignments count as cover, by the values of these arguments."""
    return Rule(COVERING, frozenset(values["roles"]), values["minStrength"])


def alignment_row(*, tag: Column = None) -> Part[Alignment]:
    """Write what the alignment ``a`` says of the course ``c`` and the requirement ``r``."""
    return row(
        Alignment,
        requirement="r.id",
        course="c.id",
        status="a.status",
        kind="a.kind",
        role="a.role",
        strength="a.strength",
        tag=tag,
    )
