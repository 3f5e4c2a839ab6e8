"""The arguments that say which evidence counts, the same for all questions that rest on alignments."""

from analysis.coverage import Alignment, Rule
from graph.model.alignments import ALIGNMENT_ROLE, COVERING
from graph.model.core import Text
from resolvers.questions.argument_kinds import CodesArgument, ValueArgument, at_least_one, share
from resolvers.questions.parts import Column, Part, row
from resolvers.questions.question import Values

ONLY_LEVEL = ValueArgument(
    name="level",
    annotation="CertificateLevelCode | None",
    description=Text("Only this level.", "只计该等级。"),
    default=None,
)
MIN_STRENGTH = ValueArgument(
    name="minStrength",
    annotation="Float",
    description=Text("Least strength of an alignment that counts, 0 to 1.", "计入的对接的最小强度，0 至 1。"),
    default=0.0,
    check=share(),
)
ROLES = CodesArgument(
    name="roles",
    annotation="list[AlignmentRole] | None",
    description=Text("Roles that count, at least one. By default all.", "计入的角色，至少一个。默认全部。"),
    default=None,
    codes=ALIGNMENT_ROLE,
    check=at_least_one,
)
AS_OF = ValueArgument(
    name="asOf",
    annotation="Date | None",
    description=Text(
        "Count only alignments valid on this day. Start: `validFrom`, else the day of the "
        "decision, else of the proposal. End: `validTo`, exclusive. Reviews count if closed "
        "by this day. By default all.",
        "只计在该日有效的对接（今天已采纳或待决定的）：自其首日、决定日或提出日起，"
        "至其失效日前；以及截至该日已结束的评审。默认全部。",
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
