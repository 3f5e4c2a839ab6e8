"""The costliest document that is allowed of every root field: as wide, as deep and as often as the limits let it be."""

from collections.abc import Iterator, Sequence

from graphql import (
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLOutputType,
    Lexer,
    Source,
    TokenKind,
    get_named_type,
    is_leaf_type,
    is_required_argument,
)

from graph.errors import OperationShapeError, OperationTooLargeError
from graph.query.directory import Directory
from graph.query.plan import Inputs
from resolvers.cost import BUDGET, cost_of
from resolvers.questions.registry import QUESTIONS
from resolvers.request.limits import ALIASES_LARGEST, FIELDS_LARGEST, TOKENS_LARGEST
from schema.build import executable_schema
from tests.golden.make import plan_case

STANDARD, CERTIFICATE = "TeachingStandard:2025:510203", "Certificate:JavaWeb应用开发"
PLAN, OTHER_PLAN = (
    f"TrainingPlan:示例院校（虚构）:{each}（示例）:2026级" for each in ("软件技术", "智慧健康养老服务与管理")
)
EDITS = '[{action: CHANGE_PLAN, plan: {title: "x"}}]'
QUESTION_NAMES = frozenset(each.name for each in QUESTIONS)
# What makes the analyses count most, in the national graph.
ARGUMENTS = {
    "node": f'id: "{STANDARD}"',
    "search": 'text: "s", first: 100',
    "searchCounts": 'text: "s"',
    "counts": "of: TRAINING_PLAN",
    "sourceUses": 'source: "Source:teaching.courses", examples: 20',
    "paths": f'from: "Major:2021:510203", to: "{CERTIFICATE}", reach: FAR, first: 100',
    "coverage": f'subject: "{STANDARD}", target: "{CERTIFICATE}", first: 100',
    "coverageCube": "dimensions: [CATEGORY, CLASS, MAJOR, CERTIFICATE, CERTIFICATE_LEVEL]",
    "coverageTrend": f"days: {[f'2026-{month:02}-01' for month in range(1, 13)]}".replace("'", '"'),
    "coverageMatrix": f'rows: ["{STANDARD}"], columns: ["{CERTIFICATE}"]',
    "gaps": "first: 500",
    "majorFits": 'major: "Major:2021:510203", first: 100',
    "requirementCarriers": f'target: "{CERTIFICATE}", first: 100',
    "crosswalk": f'a: "{CERTIFICATE}", b: "{CERTIFICATE}"',
    "versionDiff": f'from: "{STANDARD}", to: "TeachingStandard:2025:310203"',
    "revisionImpact": 'from: "SkillStandard:510084:2.0", to: "SkillStandard:510084:2.0"',
    "majorCertificates": 'major: "Major:2021:510203", first: 100',
    "certificateMajors": f'certificate: "{CERTIFICATE}", first: 100',
    "levelAudit": f'target: "{CERTIFICATE}", subject: "{STANDARD}"',
    "certificateSuccession": f'certificate: "{CERTIFICATE}", asOf: "2026-01-01"',
    "courseRedundancy": f'subject: "{STANDARD}"',
    "demandForCourse": 'course: "Course:2025:510203:1"',
    "peerComparison": 'major: "Major:2021:510209", first: 100',
    "releaseAudit": "",
    "suggestAlignments": f'subject: "TeachingStandard:2025:510206", target: "{CERTIFICATE}", first: 100',
    "reviewQueue": "first: 100",
    "reviewItems": "first: 100",
    "trainingPlanCompliance": f'plan: "{PLAN}"',
    "trainingPlanWhatIf": f'plan: "{PLAN}", edits: {EDITS}, target: "{CERTIFICATE}"',
    "diffTrainingPlans": f'from: "{PLAN}", to: "{OTHER_PLAN}"',
    "orphanedTrainingPlans": 'asOf: "2026-01-01"',
    "trainingPlanDraft": 'major: "Major:2021:510203", grade: "2026级", years: 3, targets: '
    '["CertificateLevel:JavaWeb应用开发:ADVANCED", "CertificateLevel:JavaWeb应用开发:ELEMENTARY"], first: 100',
}


# How many levels of objects are asked below a field.
DEPTHS = (0, 1, 2, 3)


def documents(
    directory: Directory, depths: Sequence[int] = DEPTHS, aliases: int = ALIASES_LARGEST
) -> Iterator[tuple[str, str]]:
    """Give every root field with its costliest document; ``directory`` counts the nodes of the graph.

    ``depths`` and ``aliases``: with this many levels, and asked this often at most.
    """
    query = executable_schema().query_type
    assert query is not None
    for name, field in query.fields.items():
        yield name, max(_of_depths(name, field, directory, depths, aliases))[1]


def _of_depths(
    name: str, field: GraphQLField, directory: Directory, depths: Sequence[int], aliases: int
) -> Iterator[tuple[int, str]]:
    """Give what is allowed of a field at several depths, repeated as often as may be: cost and text."""
    # Where there is nothing deeper, two depths ask the same.
    for one in dict.fromkeys(f"{name}{arguments_of(name, field)} {_text(field.type, depth)}" for depth in depths):
        measured = _allowed(f"{{ {one} }}", directory)
        if measured is None:
            continue
        cost, fields, tokens = measured
        times = min(aliases, BUDGET // cost, FIELDS_LARGEST // fields, TOKENS_LARGEST // tokens)
        # A plan has a limit of its own, and so has each way to a node of any type.
        while times and _allowed(_repeated(one, times), directory) is None:
            times -= 1
        if times:
            yield times * cost, _repeated(one, times)


def _text(of: GraphQLOutputType, depth: int) -> str:
    return " ".join(_selection(of, depth, FIELDS_LARGEST - 20))


def _repeated(one: str, times: int) -> str:
    return "{ " + " ".join(f"a{number}: {one}" for number in range(times)) + " }"


def _allowed(text: str, directory: Directory) -> tuple[int, int, int] | None:
    """Measure a document; None: it is not allowed."""
    try:
        measured = _measured(text, directory)
    except (OperationShapeError, OperationTooLargeError):
        return None
    return measured if measured[0] <= BUDGET else None


def _measured(text: str, directory: Directory) -> tuple[int, int, int]:
    """Give what a document costs, and how many fields and tokens it has with an alias."""
    _, prepared, coerced = plan_case(text, {})
    lexer, tokens, fields = Lexer(Source(text)), 3, 0
    while (token := lexer.advance()).kind is not TokenKind.EOF:
        tokens, fields = tokens + 1, fields + (token.kind is TokenKind.NAME)
    return max(1, cost_of(prepared.terms, Inputs(coerced, directory))), fields, tokens


def arguments_of(name: str, field: GraphQLField) -> str:
    """Write the costliest arguments of a root field. Raises: ValueError for a question whose are not known."""
    if name in ARGUMENTS:
        return f"({ARGUMENTS[name]})" if ARGUMENTS[name] else ""
    if "first" in field.args:
        return "(first: 100)"
    if not field.args:
        return ""
    if name in QUESTION_NAMES:
        raise ValueError(f"{name} is a question: give its costliest arguments in ARGUMENTS")
    # A look-up of what is not there: near keys are sought for the message.
    required = {each for each, argument in field.args.items() if is_required_argument(argument)}
    keys = required or {next(iter(field.args))}
    return f"({', '.join(f'{each}: {_value(field.args[each].type)}' for each in sorted(keys))})"


def _value(of: GraphQLInputType) -> str:
    named = get_named_type(of)
    if isinstance(named, GraphQLEnumType):
        return next(iter(named.values))
    return "2025" if named.name == "Int" else '"51020x"'


def _selection(of: GraphQLOutputType, depth: int, room: int) -> list[str]:
    """Select all leaves, and as many levels of objects below them as ``depth`` says and ``room`` has tokens for."""
    named = get_named_type(of)
    if is_leaf_type(named):
        return []
    if not isinstance(named, GraphQLObjectType | GraphQLInterfaceType):
        return ["{", "__typename", "}"]
    wraps = named.name.endswith("Connection")
    parts = [name for name, field in named.fields.items() if is_leaf_type(get_named_type(field.type))]
    for name, field in named.fields.items():
        left = room - len(parts) - 3
        is_below = depth > 0 and not is_leaf_type(get_named_type(field.type))
        if left > 0 and (name == "nodes" if wraps else is_below):
            below = _selection(field.type, depth - (not wraps), left)
            parts += [name, *below] if len(below) < left else []
    return ["{", *(parts or ["__typename"]), "}"]
