"""The arguments that say which evidence counts, the same for all questions that rest on alignments."""

from analysis.coverage import Alignment, CoverRule
from graph.model.alignments import ALIGNMENT_KIND, ALIGNMENT_ROLE, COVERING
from graph.model.core import Text
from resolvers.questions.argument_kinds import CodesArgument, ValueArgument, at_least_one, share, some_values
from resolvers.questions.parts import Column, Part, row
from resolvers.questions.question import Values

_KINDS = ", ".join(code for code in ALIGNMENT_KIND.codes if code in COVERING)
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
SUFFICIENT_STRENGTH = ValueArgument(
    name="sufficientStrength",
    annotation="Float",
    description=Text(
        f"From which strength on one accepted alignment covers a requirement, 0 to 1. Kinds that count: {_KINDS}. "
        "Weaker evidence alone: PARTLY_COVERED.",
        f"一条已采纳的对接强度达到多少才算覆盖，0 至 1。计入的类型：{_KINDS}。只有较弱的证据时为 PARTLY_COVERED。",
    ),
    default=0.5,
    check=share(),
)
GROUNDS = ValueArgument(
    name="grounds",
    annotation="list[ReviewGround] | None",
    description=Text(
        "Count only closed reviews that rest on one of these. Without COURSE_NAMES, what was "
        "concluded from names alone is UNKNOWN. By default all.",
        "只计以这些材料为依据的已结束评审。不含 COURSE_NAMES 时，仅凭课程名称得出的结论视为 UNKNOWN。默认全部。",
    ),
    default=None,
    check=some_values,
)
EVIDENCE = (MIN_STRENGTH, ROLES, AS_OF)
# For questions that say of each requirement whether it is covered.
EVIDENCE_OF_STATES = (MIN_STRENGTH, SUFFICIENT_STRENGTH, ROLES, GROUNDS, AS_OF)


def rule_of(values: Values) -> CoverRule:
    """Say which accepted alignments count as cover, by the values of these arguments."""
    return CoverRule(COVERING, frozenset(values["roles"]), values["minStrength"], values.get("sufficientStrength", 0.0))


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
