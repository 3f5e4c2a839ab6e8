"""``coverageTrend``: the national coverage as it stood on each of several days, by what had been decided by then.

It counts as ``coverageCube`` does without dimensions, once for each day; programmes and standards are those of today.
"""

from collections.abc import Sequence
from typing import Any

from analysis.cube import Cell, Settled, add_up, settle
from graph.errors import BadArgumentError
from graph.model.core import Property, Scalar, Text
from resolvers.questions.argument_kinds import ChoiceArgument, InputObjectArgument, ValueArgument
from resolvers.questions.coverage.coverage_cube import CUBE_FILTER, check_through, comparisons
from resolvers.questions.coverage.cube_records import CUBE_PROGRAMME, MEASURES
from resolvers.questions.coverage.cube_statement import CubeStatement, Dated, TrendParts
from resolvers.questions.parts import Part
from resolvers.questions.question import Analysis, KnownArguments, QuestionRequest, Values
from resolvers.questions.records import RecordField, RecordRow, RecordType
from resolvers.questions.shared.evidence_arguments import SUFFICIENT_STRENGTH

DAYS_LARGEST = 12
_DAYS = "days"

COVERAGE_TREND_DAY = RecordType(
    name="CoverageTrendDay",
    description=Text("The figures of one day.", "某一日的各项指标。"),
    fields=(
        Property(name="day", type=Scalar.DATE, description=Text("The day.", "日期。"), required=True),
        *MEASURES.values(),
    ),
)
COVERAGE_TREND = RecordType(
    name="CoverageTrend",
    description=Text("Coverage day by day.", "逐日的覆盖情况。"),
    fields=(
        RecordField(
            name="days",
            description=Text("One for each day, in the order asked.", "每日一项，按所问次序。"),
            record=COVERAGE_TREND_DAY,
            size=DAYS_LARGEST,
        ),
    ),
)


def _some_days(name: str, value: Any) -> list[str]:
    found = list(dict.fromkeys(value))
    if not 1 <= len(found) <= DAYS_LARGEST:
        raise BadArgumentError(name, f"give 1 to {DAYS_LARGEST} days.", f"请给出 1 到 {DAYS_LARGEST} 个日期。")
    return found


class CoverageTrend(Analysis[TrendParts]):
    """Coverage on several days."""

    name = "coverageTrend"
    cost = 13_000
    description = Text(
        "Coverage added up over all programmes as it stood on each of several days: only alignments valid on the day "
        "and reviews closed by then count, as with `asOf` of `coverageCube`, whose figures these are. Programmes, "
        "standards and what suits whom are those of today: what changes is what is known.",
        "全部专业方案的覆盖在若干日期的情况：每一日只计该日有效的对接与截至该日已结束的评审，"
        "数字与 `coverageCube` 用 `asOf` 所得相同。专业方案、标准与适用关系均按现在的计，因此数字的变化即评审的进展。",
    )
    arguments = (
        ValueArgument(
            name=_DAYS,
            annotation="list[Date]",
            description=Text(
                f"1 to {DAYS_LARGEST} days, such as those of releases.",
                f"1 至 {DAYS_LARGEST} 个日期，如各数据发布的日期。",
            ),
            check=_some_days,
        ),
        InputObjectArgument(
            name="filter",
            annotation="CubeFilter | None",
            description=Text("What counts. By default all. Without `asOf`.", "计入的内容。默认全部。不可含 `asOf`。"),
            default=None,
            input=CUBE_FILTER,
        ),
        SUFFICIENT_STRENGTH,
        ChoiceArgument(
            name="through",
            annotation="CubeProgramme",
            description=Text("What carries the courses of a programme.", "专业方案的课程由什么承载。"),
            default="TEACHING_STANDARD",
        ),
    )
    record = COVERAGE_TREND
    codes = (CUBE_PROGRAMME,)

    def check(self, arguments: KnownArguments) -> None:
        """Refuse a second day, and what only training plans have."""
        if arguments.has("asOf"):
            raise BadArgumentError("filter.asOf", "the days are in `days`.", "日期请写在 `days` 中。")
        check_through(arguments)

    def reads_whole(self, _: QuestionRequest) -> tuple[str, ...]:
        """Name what it counts over the whole country."""
        return "Major", "TrainingPlan", "Certificate", "SkillRequirement", "Review"

    def read(self, request: QuestionRequest) -> Part[TrendParts]:
        """Read programmes and levels once, and what is covered on each day."""
        return CubeStatement(request, request[_DAYS]).trend_parts()

    def answer(self, parts: TrendParts, values: Values) -> RecordRow:
        """Add up for each day."""
        matched = comparisons(parts.majors, parts.levels, values)

        def row(day: str) -> RecordRow:
            settled = settle(_of(day, parts.covered), [*_of(day, parts.reviewed), *_of(day, parts.without)])
            return COVERAGE_TREND_DAY.row(day=day, **_figures(matched, settled))

        return COVERAGE_TREND.row(days=[row(each) for each in values[_DAYS]])


def _of(day: str, found: Sequence[Dated]) -> list[Any]:
    return [each.found for each in found if each.day == day]


def _figures(matched: Any, settled: Settled) -> dict[str, int | float | None]:
    return add_up(matched, (), settled).get((), Cell()).values()
