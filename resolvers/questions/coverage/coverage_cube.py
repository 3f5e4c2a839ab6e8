"""``coverageCube``: coverage of many programmes against all that suits them, grouped for a dashboard.

The statement reads what is covered from the cover links, and programmes and levels once each; ``analysis.cube`` joins
and adds up.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from analysis.cube import Cell, Level, Programme, Value, add_up, in_order, pairs, settle
from graph.errors import BadArgumentError, BadIdError, BadPageSizeError, OperationTooLargeError
from graph.model.alignments import ROLE
from graph.model.codes import CERTIFICATE_LEVEL, EDUCATION_LEVEL
from graph.model.core import BASIS, CodeList, Property
from graph.model.sides import STANDARD_SIDE, TRAINING_PLAN_SIDE
from graph.query.plan import Bind, Inputs, Root
from resolvers.questions.coverage.cube_records import (
    COLUMN_KIND,
    COLUMN_TYPE,
    CUBE,
    DIMENSION,
    DIMENSIONS,
    MEASURE,
    MEASURES,
    PROGRAMME,
    ROW_FIELDS,
)
from resolvers.questions.coverage.cube_statement import CubeStatement
from resolvers.questions.declared_field import DeclaredField, QuestionStatement, call
from resolvers.questions.shared.evidence import least_strength
from resolvers.questions.shared.evidence_arguments import AS_OF
from resolvers.questions.shared.national import (
    EVIDENCE_BASIS,
    FACT_BASIS,
    REAL_BASES,
    VALUES_LARGEST,
    bind_some,
    is_whole,
    some,
)
from resolvers.request.arguments import asked, plain
from resolvers.request.declarations import Argument, InputType
from resolvers.request.selection import Collector, FieldRequest
from resolvers.request.variables import bind

ROWS_DEFAULT, ROWS_LARGEST = 1_000, 10_000
# Some tenths of a second of counting in this process.
PAIRS_LARGEST = 200_000

_CODES = {"educationLevel": EDUCATION_LEVEL, "certificateLevel": CERTIFICATE_LEVEL}
_RANKS = {name: tuple(each.codes) for name, each in _CODES.items()}
_OF_BASES = ("basis", "evidenceBasis")
_SIDES = {"TEACHING_STANDARD": STANDARD_SIDE, "TRAINING_PLAN": TRAINING_PLAN_SIDE}

# ---- the query plan


def _plan(collector: Collector, request: FieldRequest) -> Root:
    through = str(plain(request.arguments["through"]))
    given = asked("filter", request.arguments.get("filter") or {}, may_be_empty=True)
    dimensions = tuple(dict.fromkeys(plain(request.arguments["dimensions"])))
    measures = tuple(dict.fromkeys(plain(request.arguments.get("measures") or list(MEASURES))))
    if through == "TEACHING_STANDARD":
        _refuse_of_plans(dimensions, given)
    binds = (*_binds(given), bind("first", request.arguments["first"], _rows))
    by_label = {each.label: each for each in binds}
    is_of_real = "evidenceBasis" not in given
    statement = CubeStatement(_SIDES[through], _narrowing(given), is_of_real=is_of_real)
    table = _Table(dimensions, measures)
    declared = QuestionStatement(
        "coverageCube",
        statement.write,
        reads_whole=frozenset({"Major", "Certificate", "SkillRequirement", "Review"}),
        fold=lambda raw, inputs: _fold(raw, table, by_label, inputs),
    )
    return call(collector, request, CUBE, binds, declared, is_list=False)


def _refuse_of_plans(dimensions: Sequence[str], given: Mapping[str, Any]) -> None:
    for each in dimensions:
        if DIMENSIONS[each].of_plans:
            raise BadArgumentError(
                "dimensions",
                f"{each} needs `through: TRAINING_PLAN`: a teaching standard belongs to no college.",
                f"{each} 须配合 `through: TRAINING_PLAN`：教学标准不属于某一院校。",
            )
    for name in ("province", "college"):
        if name in given:
            raise BadArgumentError(
                f"filter.{name}",
                "needs `through: TRAINING_PLAN`: a teaching standard belongs to no college.",
                "须配合 `through: TRAINING_PLAN`：教学标准不属于某一院校。",
            )


def _binds(given: Mapping[str, Any]) -> Iterator[Bind]:
    for name, value in given.items():
        match name:
            case "minStrength":
                yield bind(name, value, least_strength)
            case "asOf":
                yield bind(name, value)
            case "major":
                yield bind(name, value, _majors)
            case _:
                yield bind_some(name, f"filter.{name}", value)
    yield from (bind(name, REAL_BASES) for name in _OF_BASES if name not in given)


def _majors(value: Any) -> list[str]:
    wanted = some("filter.major", value)
    for each in wanted:
        if not each.startswith("Major:"):
            raise BadIdError(each)
    return wanted


def _narrowing(given: Mapping[str, Any]) -> frozenset[str]:
    """Name the filters that the statement has to look at; all bases or roles are none."""
    whole = {**dict.fromkeys(_OF_BASES, BASIS), "roles": ROLE}
    named = {*_OF_BASES, *given}
    narrow = {name for name in named if name not in whole or not is_whole(given.get(name), whole[name])}
    return frozenset(narrow - {"year"})


def _rows(value: Any) -> int:
    if not isinstance(value, int) or not 1 <= value <= ROWS_LARGEST:
        raise BadPageSizeError(value, largest=ROWS_LARGEST)
    return value


# ---- the table


@dataclass(frozen=True, slots=True)
class _Table:
    """What is asked for, and how it is written into records of ``CUBE``."""

    dimensions: Sequence[str]
    measures: Sequence[str]

    @property
    def keys(self) -> list[Property]:
        """Give the columns of the dimensions."""
        return [column for each in self.dimensions for column in DIMENSIONS[each].columns]

    def columns(self) -> list[list[str]]:
        """Describe the columns."""
        described = [(each, "DIMENSION") for each in self.keys]
        described += [(MEASURES[each], "MEASURE") for each in self.measures]
        return [[each.name, kind, _type_of(each), str(each.description)] for each, kind in described]

    def row(self, at: Sequence[Value], cell: Cell) -> list[Value | float]:
        """Write one row: every field of it, null where it was not asked for."""
        names = {MEASURES[each].name for each in self.measures}
        values: dict[str, Value | float] = dict(zip((each.name for each in self.keys), at, strict=True))
        values |= {name: value for name, value in cell.values().items() if name in names}
        return [values.get(each.name) for each in ROW_FIELDS]


def _type_of(prop: Property) -> str:
    return "STRING" if isinstance(prop.type, CodeList) else prop.type.name


def _fold(raw: Any, table: _Table, binds: Mapping[str, Bind], inputs: Inputs) -> Any:
    programmes, levels, covered, reviewed, without = raw
    found = [each for row in programmes for each in _programmes(row)]
    if "year" in binds:
        years = set(binds["year"].read(inputs))
        found = [each for each in found if each.values["year"] in years]
    known = [Level((code, version, level), certificate, many) for certificate, code, version, level, many in levels]
    matched = list(pairs(found, known))
    if len(matched) > PAIRS_LARGEST:
        raise OperationTooLargeError(len(matched), budget=PAIRS_LARGEST)
    names = [each.name for each in table.keys]
    covers, gaps = settle(covered, [*reviewed, *without])
    cells = in_order(add_up(matched, names, covers, gaps), names, _RANKS)
    first = binds["first"].read(inputs)
    return [table.columns(), [table.row(*each) for each in cells[:first]], len(cells)]


def _programmes(row: Any) -> Iterator[Programme]:
    major, name, education_level, classes, suits, held = row
    ((major_class, categories),) = classes or [[None, []]]
    values = {
        "category": next(iter(categories), None),
        "majorClass": major_class,
        "major": major,
        "majorName": name,
        "educationLevel": education_level,
    }
    suitable = _suitable(suits)
    for key, year, *colleges in held or [[major, None]]:
        if not colleges:
            yield Programme(key, {**values, "year": year}, suitable, major)
            continue
        yield _plan_of(key, {**values, "year": _year_of(year)}, suitable, major, colleges[0])


def _plan_of(
    key: str, values: Mapping[str, Value], suits: Mapping[str, frozenset[str] | None], major: str, colleges: Any
) -> Programme:
    college, name, provinces = colleges[0] if colleges else (None, None, [])
    at = {**values, "college": name, "province": next(iter(provinces), None)}
    return Programme(key, at, suits, major, plan=key, college=college)


def _year_of(grade: str | None) -> int | None:
    start = (grade or "")[:4]
    return int(start) if len(start) == 4 and start.isascii() and start.isdigit() else None


def _suitable(suits: Any) -> dict[str, frozenset[str] | None]:
    """Give the levels that suit by certificate; one statement without a level stands for all."""
    found: dict[str, frozenset[str] | None] = {}
    for certificate, level in suits:
        before = found.get(certificate, frozenset())
        found[certificate] = None if level is None or before is None else before | {level}
    return found


def _some(name: str, annotation: str, text: str) -> Argument:
    return Argument(
        name=name, annotation=f"list[{annotation}] | None", description=f"{text} 1 to {VALUES_LARGEST}.", default=None
    )


FILTER = InputType(
    name="CubeFilter",
    description="Which programmes, levels and evidence count. Several keys must all hold; a key left out is no filter.",
    fields=(
        _some("category", "String", "Names of categories (专业大类)."),
        _some("majorClass", "String", "Names of classes (专业类)."),
        _some("major", "ID", "Ids of majors."),
        _some("educationLevel", "EducationLevel", "Levels of the diploma."),
        _some("certificate", "String", "Names of certificates."),
        _some("certificateLevel", "CertificateLevelCode", "Levels of the certificates."),
        _some("province", "String", "Full names of provinces; through TRAINING_PLAN only."),
        _some("college", "String", "Names of colleges; through TRAINING_PLAN only."),
        _some("year", "Int", "Years of the programmes."),
        _some("basis", "Basis", FACT_BASIS),
        _some("evidenceBasis", "Basis", EVIDENCE_BASIS),
        _some("roles", "AlignmentRole", "Roles of alignments that count. By default all."),
        Argument(
            name="minStrength",
            annotation="Float | None",
            description="Least strength of an alignment that counts, 0 to 1. By default 0.",
            default=None,
        ),
        AS_OF,
    ),
)

COVERAGE_CUBE = DeclaredField(
    name="coverageCube",
    description=(
        "Coverage added up over many programmes, as a table. Each programme in force (a major by its teaching "
        "standard, or a plan for it) is held against every level of a standard whose certificate suits its major; a "
        "certificate that suits at one level counts at that level. Certificates without a requirement by requirement "
        "standard in the graph cannot occur. Figures are of requirements, not of people: nothing is suppressed. "
        "`evidenceBasis` tells an editor's judgement from what sources state."
    ),
    arguments=(
        Argument(
            name="dimensions",
            annotation="list[CubeDimension]",
            description="What to group by, in the order of the columns. Empty: one row for everything.",
        ),
        Argument(
            name="measures",
            annotation="list[CubeMeasure] | None",
            description="What to count, in the order of the columns. By default everything.",
            default=None,
        ),
        Argument(
            name="filter", annotation="CubeFilter | None", description="What counts. By default all.", default=None
        ),
        Argument(
            name="through",
            annotation="CubeProgramme",
            description="What carries the courses of a programme.",
            default="TEACHING_STANDARD",
        ),
        Argument(
            name="first", annotation="Int", description=f"Rows to give: 1 to {ROWS_LARGEST}.", default=ROWS_DEFAULT
        ),
    ),
    record=CUBE,
    is_list=False,
    plan=_plan,
    codes=(DIMENSION, MEASURE, PROGRAMME, COLUMN_KIND, COLUMN_TYPE),
    inputs=(FILTER,),
)
