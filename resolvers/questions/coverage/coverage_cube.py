"""``coverageCube``: coverage of many programmes against all that suits them, grouped for a dashboard.

The statement reads what is covered from the cover links, and programmes and levels once each; ``analysis.cube`` joins
and adds up.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import orjson

from analysis.cube import Cell, CubeValue, Level, Programme, add_up, in_order, pairs, settle
from graph.counted import PAIRS
from graph.errors import BadArgumentError, OperationTooLargeError
from graph.model.catalogue import MAJOR
from graph.model.codes import CERTIFICATE_LEVEL_CODE, EDUCATION_LEVEL
from graph.model.core import CodeList, Property, Text
from graph.model.distinct_names import distinct_name
from resolvers.questions import argument_kinds as kinds
from resolvers.questions.coverage.cube_records import (
    COVERAGE_CUBE,
    CUBE_COLUMN,
    CUBE_COLUMN_KIND,
    CUBE_COLUMN_TYPE,
    CUBE_DIMENSION,
    CUBE_MEASURE,
    CUBE_PROGRAMME,
    CUBE_ROW,
    DIMENSIONS,
    MEASURES,
    PROVINCE_NODE,
)
from resolvers.questions.coverage.cube_statement import (
    CubeParts,
    CubeStatement,
    Major,
    StandardLevel,
    Suits,
    TrainingPlan,
)
from resolvers.questions.parts import Part
from resolvers.questions.question import Analysis, KnownArguments, QuestionRequest, Values
from resolvers.questions.records import FIRST, RecordRow
from resolvers.questions.shared.evidence_arguments import AS_OF, GROUNDS, SUFFICIENT_STRENGTH
from resolvers.questions.shared.national import EVIDENCE_BASIS, FACT_BASIS, RELATIONS, basis_argument
from resolvers.questions.shared.needs import STANDARD
from resolvers.questions.shared.record_pages import AFTER, after_key, page_of
from resolvers.request.declarations import InputType

ROWS_DEFAULT, ROWS_LARGEST = 1_000, 10_000
# Some tenths of a second of counting in this process.
PAIRS_LARGEST = 200_000

_RANKS = {
    "educationLevel": tuple(EDUCATION_LEVEL.codes),
    "certificateLevel": tuple(CERTIFICATE_LEVEL_CODE.codes),
}


_UP_TO = Text(f"1 to {kinds.VALUES_LARGEST}.", f"1 至 {kinds.VALUES_LARGEST} 个。")


def _some(name: str, annotation: str, text: Text) -> kinds.ValueArgument:
    return kinds.ValueArgument(
        name=name,
        annotation=f"list[{annotation}] | None",
        description=text.plus(_UP_TO.english, _UP_TO.chinese),
        default=None,
        check=kinds.some_values,
    )


def _names(name: str, kind: str, text: Text, need: kinds.Need | None = None) -> kinds.NamesArgument:
    description = text.plus(_UP_TO.english, _UP_TO.chinese)
    return kinds.NamesArgument(name=name, type=kind, description=description, default=None, need=need)


CUBE_FILTER = InputType(
    name="CubeFilter",
    description=Text(
        "Which programmes, levels and evidence count. Several keys must all hold; a key left out is no filter.",
        "计入哪些专业方案、等级与证据。多个键须同时成立；省略的键不作筛选。",
    ),
    fields=(
        _names("category", "MajorCategory", Text("Names of categories (专业大类).", "专业大类的名称。")),
        _names("majorClass", "MajorClass", Text("Names of classes (专业类).", "专业类的名称。")),
        kinds.NodesArgument(
            name="major",
            annotation="list[ID] | None",
            types=("Major",),
            need=None,
            description=Text("Ids of majors.", "专业的 id。").plus(_UP_TO.english, _UP_TO.chinese),
            default=None,
        ),
        _some("educationLevel", "EducationLevel", Text("Levels of the diploma.", "学历层次。")),
        _names("certificate", "Certificate", Text("Names of certificates.", "证书名称。"), STANDARD),
        _some("certificateLevel", "CertificateLevelCode", Text("Levels of the certificates.", "证书等级。")),
        _names(
            "province",
            "Province",
            Text("Full names of provinces; through TRAINING_PLAN only.", "省份全称；仅用于 TRAINING_PLAN。"),
        ),
        _names(
            "college",
            "College",
            Text("Names of colleges; through TRAINING_PLAN only.", "院校名称；仅用于 TRAINING_PLAN。"),
        ),
        _some("year", "Int", Text("Years of the programmes.", "专业方案的年份。")),
        basis_argument("basis", FACT_BASIS.plus(_UP_TO.english, _UP_TO.chinese)),
        RELATIONS,
        basis_argument("evidenceBasis", EVIDENCE_BASIS.plus(_UP_TO.english, _UP_TO.chinese)),
        _some(
            "roles",
            "AlignmentRole",
            Text("Roles of alignments that count. By default all.", "计入的对接角色。默认全部。"),
        ),
        kinds.ValueArgument(
            name="minStrength",
            annotation="Float | None",
            description=Text(
                "Least strength of an alignment that counts, 0 to 1. By default 0.",
                "计入的对接的最小强度，0 至 1。默认 0。",
            ),
            default=None,
            check=kinds.share(),
        ),
        GROUNDS,
        AS_OF,
    ),
)


class CoverageCube(Analysis[CubeParts]):
    """A table of coverage over many programmes."""

    name = "coverageCube"
    cost = 10_000
    description = Text(
        "Coverage added up over many programmes, as a table. Each programme in force (a major by "
        "its teaching standard, or a plan for it) is held against every level of a standard whose "
        "certificate suits its major; a certificate that suits at one level counts at that level. "
        "Certificates without a requirement by requirement standard in the graph cannot occur. A major without a "
        "teaching standard is counted in `withoutStandard` only. "
        "Figures are of requirements, not of people: nothing is suppressed. `evidenceBasis` tells "
        "an editor's judgement from what sources state.",
        "多个专业方案的覆盖汇总表。每个现行专业方案（专业的教学标准，或其人才培养方案）"
        "与适用证书的各标准等级相对照；只适用于某一等级的证书只计该等级。"
        "图中没有逐条技能要求标准的证书不会出现。没有专业教学标准的专业只计入 `withoutStandard`。"
        "数字均为要求数，不涉及个人，因此不作隐藏。用 "
        "`evidenceBasis` 区分编辑判断与来源陈述。",
    )
    arguments = (
        kinds.ChoiceArgument(
            name="dimensions",
            annotation="list[CubeDimension]",
            description=Text(
                "What to group by, in the order of the columns. Empty: one row for everything.",
                "分组维度，按列的次序。空：全部合为一行。",
            ),
        ),
        kinds.ChoiceArgument(
            name="measures",
            annotation="list[CubeMeasure] | None",
            description=Text(
                "What to count, in the order of the columns. By default everything.",
                "统计的指标，按列的次序。默认全部。",
            ),
            default=None,
        ),
        kinds.InputObjectArgument(
            name="filter",
            annotation="CubeFilter | None",
            description=Text("What counts. By default all.", "计入的内容。默认全部。"),
            default=None,
            input=CUBE_FILTER,
        ),
        SUFFICIENT_STRENGTH,
        kinds.ChoiceArgument(
            name="through",
            annotation="CubeProgramme",
            description=Text("What carries the courses of a programme.", "专业方案的课程由什么承载。"),
            default="TEACHING_STANDARD",
        ),
        kinds.ValueArgument(
            name="orderBy",
            annotation="CubeMeasure | None",
            description=Text(
                "Sort by this figure, the largest first: with `first` the top of the table. Rows without it come last, "
                "equal ones in the order of the dimensions. By default in the order of the dimensions.",
                "按此指标排序，大者在前：配合 `first` 即取前若干行。没有该指标的在最后，相同的按维度次序。默认按维度。",
            ),
            default=None,
        ),
        kinds.ChoiceArgument(
            name="ascending",
            annotation="Boolean",
            description=Text("With `orderBy`: the smallest first.", "与 `orderBy` 同用：小者在前。"),
            default=False,
        ),
        kinds.first_rows(
            Text(f"Rows to give: 1 to {ROWS_LARGEST}.", f"返回的行数：1 至 {ROWS_LARGEST}。"),
            default=ROWS_DEFAULT,
            largest=ROWS_LARGEST,
        ),
        after_key(CUBE_ROW.name),
    )
    record = COVERAGE_CUBE
    codes = (CUBE_DIMENSION, CUBE_MEASURE, CUBE_PROGRAMME, CUBE_COLUMN_KIND, CUBE_COLUMN_TYPE)

    def check(self, arguments: KnownArguments) -> None:
        """Refuse what only training plans have, where teaching standards are the programmes."""
        check_through(arguments)
        for each in arguments.choice("dimensions"):
            if DIMENSIONS[each].of_plans and arguments.choice("through") != "TRAINING_PLAN":
                raise BadArgumentError(
                    "dimensions",
                    f"{each} needs `through: TRAINING_PLAN`: a teaching standard belongs to no college.",
                    f"{each} 须配合 `through: TRAINING_PLAN`：教学标准不属于某一院校。",
                )

    def reads_whole(self, _: QuestionRequest) -> tuple[str, ...]:
        """Name what it counts over the whole country."""
        return "Major", "TrainingPlan", "Certificate", "SkillRequirement", "Review", "Province"

    def read(self, request: QuestionRequest) -> Part[CubeParts]:
        """Read programmes, levels and what is covered."""
        return CubeStatement(request).parts()

    def answer(self, parts: CubeParts, values: Values) -> RecordRow:
        """Add up, and write the table."""
        matched = comparisons(parts.majors, parts.levels, values)
        table = _Table(values["dimensions"], values["measures"] or MEASURES, parts.provinces)
        settled = settle(parts.covered, [*parts.reviewed, *parts.without])
        cells = in_order(add_up(matched, table.names, settled), table.names, _RANKS)
        rows = _sorted_by(
            values["orderBy"], [_CubeRow(*each) for each in cells.items()], is_ascending=values["ascending"]
        )
        page = page_of(rows, _key, CUBE_ROW.name, first=values[FIRST], after=values[AFTER])
        return COVERAGE_CUBE.row(
            columns=table.columns(),
            rows=[table.row(each.at, each.cell) for each in page.rows],
            total=len(cells),
            pageInfo=page.info,
        )


def check_through(arguments: KnownArguments) -> None:
    """Refuse a filter that only training plans have, where teaching standards are the programmes."""
    if arguments.choice("through") == "TRAINING_PLAN":
        return
    for name in ("province", "college"):
        if arguments.has(name):
            raise BadArgumentError(
                f"filter.{name}",
                "needs `through: TRAINING_PLAN`: a teaching standard belongs to no college.",
                "须配合 `through: TRAINING_PLAN`：教学标准不属于某一院校。",
            )


# ---- the order


class _CubeRow(NamedTuple):
    """A cell with its values by dimension, which no other has."""

    at: tuple[CubeValue, ...]
    cell: Cell


def _key(row: _CubeRow) -> str:
    return orjson.dumps(row.at).decode()


def _sorted_by(measure: str | None, rows: list[_CubeRow], *, is_ascending: bool) -> list[_CubeRow]:
    """Sort by a figure; where it is the same, or there is none to sort by, the order stays."""
    if measure is None:
        return rows
    name = MEASURES[measure].name

    def key(row: _CubeRow) -> tuple[bool, float]:
        figure = row.cell.values()[name]
        return figure is None, (figure or 0) * (1 if is_ascending else -1)

    return sorted(rows, key=key)


# ---- the table


class _Table:
    """The columns that are asked for, each once, and how a cell is written into them."""

    def __init__(self, dimensions: Iterable[str], measures: Iterable[str], provinces: Mapping[str, Any]) -> None:
        self._dimensions = [column for each in dict.fromkeys(dimensions) for column in DIMENSIONS[each].columns]
        self._measures = [MEASURES[each] for each in dict.fromkeys(measures)]
        self.names = [each.name for each in self._dimensions]
        self._provinces = provinces
        # What was not asked for is null.
        self._blank: Mapping[str, None] = dict.fromkeys(CUBE_ROW.by_name)

    def columns(self) -> list[RecordRow]:
        """Describe the columns."""
        return [
            *(_column(each, "DIMENSION") for each in self._dimensions),
            *(_column(each, "MEASURE") for each in self._measures),
        ]

    def row(self, at: Sequence[CubeValue], cell: Cell) -> RecordRow:
        """Write one row: every field of it."""
        figures = cell.values()
        measures = {each.name: figures[each.name] for each in self._measures}
        dimensions = dict(zip(self.names, at, strict=True))
        node = self._provinces.get(str(dimensions.get("province")))
        return CUBE_ROW.row(**{**self._blank, **dimensions, **measures, PROVINCE_NODE: node})


def _column(prop: Property, kind: str) -> RecordRow:
    of_codes = isinstance(prop.type, CodeList)
    return CUBE_COLUMN.row(
        name=prop.name,
        kind=kind,
        type="STRING" if of_codes else prop.type.name,
        description=str(prop.description),
    )


# ---- programmes and levels


def comparisons(
    majors: Iterable[Major], levels: Iterable[StandardLevel], values: Values
) -> list[tuple[Programme, Level]]:
    """Pair programmes with the levels that suit them. Raises: OperationTooLargeError."""
    programmes = [each for major in majors for each in _programmes(major)]
    if "year" in values:
        programmes = [each for each in programmes if each.values["year"] in values["year"]]
    matched = list(pairs(programmes, [_level(each) for each in levels]))
    if len(matched) > PAIRS_LARGEST:
        raise OperationTooLargeError(len(matched), budget=PAIRS_LARGEST, counted=PAIRS)
    return matched


def _level(each: StandardLevel) -> Level:
    return Level((each.code, each.version, each.level), each.certificate, each.requirements)


def _programmes(major: Major) -> Iterator[Programme]:
    """Give the programmes of a major: its training plan, or its standards; without one the major itself."""
    major_class = next(iter(major.classes), None)
    values: dict[str, CubeValue] = {
        "category": next(iter(major_class.categories), None) if major_class else None,
        "majorClass": major_class.name if major_class else None,
        "major": major.id,
        "majorName": major.name,
        "majorDistinctName": distinct_name(MAJOR, "CHINESE", major.name_values),
        "educationLevel": major.education_level,
    }
    suits = _suitable(major.suits)
    if major.training_plan:
        yield _of_training_plan(major.training_plan, values, suits, major.id)
        return
    for standard in major.standards or ():
        yield Programme(standard.id, {**values, "year": standard.year}, suits, major.id)
    if not major.standards:
        yield Programme(major.id, {**values, "year": None}, suits, major.id, is_comparable=False)


def _of_training_plan(
    plan: TrainingPlan, values: Mapping[str, CubeValue], suits: Mapping[str, frozenset[str] | None], major: str
) -> Programme:
    college = next(iter(plan.colleges), None)
    province = next(iter(college.provinces), None) if college else None
    at = {
        **values,
        "year": _year_of(plan.grade),
        "college": college.name if college else None,
        "province": province.name if province else None,
        "provinceShortName": province.short_name if province else None,
        "trainingPlan": plan.id,
    }
    return Programme(plan.id, at, suits, major, plan=plan.id, college=college.id if college else None)


def _year_of(grade: str | None) -> int | None:
    start = (grade or "")[:4]
    return int(start) if len(start) == 4 and start.isascii() and start.isdigit() else None


def _suitable(suits: Iterable[Suits]) -> dict[str, frozenset[str] | None]:
    """Give the levels that suit by certificate; one statement without a level stands for all."""
    found: dict[str, frozenset[str] | None] = {}
    for each in suits:
        before = found.get(each.certificate, frozenset())
        found[each.certificate] = None if each.level is None or before is None else before | {each.level}
    return found
