"""What each kind of improvement is: the form of its problem and answer, what solves it, and how it is shown."""

import hashlib
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import orjson
from pydantic import TypeAdapter

from analysis.training_plans.improvement.certificate_embedding import CertificateEmbedding
from analysis.training_plans.improvement.certificate_portfolio import CertificatePortfolio
from analysis.training_plans.improvement.credit_conversion import CreditConversion
from analysis.training_plans.improvement.plan_schedule import PlanSchedule
from analysis.training_plans.improvement.semester_schedule import SemesterSchedule
from graph.errors import Language
from server.plans.graph_plan import PlanContext
from server.plans.improvements.improvement_jobs import ImprovementKind
from server.plans.improvements.problem_statements import StatedConversion, StatedEmbedding, StatedPortfolio
from server.plans.improvements.shown_embedding import show_embedding
from server.plans.improvements.shown_portfolio import show_portfolio
from server.plans.improvements.shown_recognition import show_recognition
from server.plans.improvements.shown_schedule import show_schedule
from solvers.certificate_embeddings import embed_certificate
from solvers.certificate_portfolios import certificate_portfolio
from solvers.credit_conversions import convert_credits
from solvers.semester_scheduling import schedule_semesters
from solvers.solver_process import SolverProcess
from solvers.tasks import ReportStage, SolverLimits

StatedT = TypeVar("StatedT")
SolvedT = TypeVar("SolvedT")
_CONTEXT = TypeAdapter(PlanContext)


@dataclass(frozen=True, slots=True)
class Improvement(Generic[StatedT, SolvedT]):
    """A kind of improvement; ``field`` is where its answer stands in a job."""

    field: str
    stated: TypeAdapter[StatedT]
    solved: TypeAdapter[SolvedT]
    solve: Callable[[SolverProcess, StatedT, SolverLimits, ReportStage], Awaitable[SolvedT]]
    show: Callable[[StatedT, SolvedT, PlanContext, Language], Mapping[str, Any]]

    def write_problem(self, stated: StatedT, context: PlanContext) -> bytes:
        """Write a problem to keep."""
        return orjson.dumps([self.stated.dump_python(stated, mode="json"), _CONTEXT.dump_python(context, mode="json")])

    def read_problem(self, data: bytes) -> tuple[StatedT, PlanContext]:
        """Read a problem that was kept."""
        stated, context = orjson.loads(data)
        return self.stated.validate_python(stated), _CONTEXT.validate_python(context)

    def write_answer(self, solved: SolvedT) -> tuple[bytes, str]:
        """Write an answer to keep, with its digest."""
        data = orjson.dumps(self.solved.dump_python(solved, mode="json"), option=orjson.OPT_SORT_KEYS)
        return data, hashlib.sha256(data).hexdigest()

    def shown(self, problem: bytes, answer: bytes, language: Language) -> Mapping[str, Any]:
        """Give a kept answer as the fields of its record."""
        stated, context = self.read_problem(problem)
        return self.show(stated, self.solved.validate_python(orjson.loads(answer)), context, language)


async def _embed(
    solver: SolverProcess, stated: StatedEmbedding, limits: SolverLimits, report: ReportStage
) -> CertificateEmbedding:
    return await embed_certificate(solver, stated.stated.problem, limits, report)


async def _schedule(
    solver: SolverProcess, stated: PlanSchedule, limits: SolverLimits, report: ReportStage
) -> SemesterSchedule:
    return await schedule_semesters(solver, stated.problem, limits, report)


async def _convert(
    solver: SolverProcess, stated: StatedConversion, limits: SolverLimits, report: ReportStage
) -> CreditConversion:
    return await convert_credits(solver, stated.stated.problem, limits, report)


async def _portfolio(
    solver: SolverProcess, stated: StatedPortfolio, limits: SolverLimits, report: ReportStage
) -> CertificatePortfolio:
    return await certificate_portfolio(solver, stated.problem, limits, report)


EMBEDDING = Improvement(
    "embedding", TypeAdapter(StatedEmbedding), TypeAdapter(CertificateEmbedding), _embed, show_embedding
)
SCHEDULING = Improvement("schedule", TypeAdapter(PlanSchedule), TypeAdapter(SemesterSchedule), _schedule, show_schedule)
RECOGNITION = Improvement(
    "recognition", TypeAdapter(StatedConversion), TypeAdapter(CreditConversion), _convert, show_recognition
)
PORTFOLIO = Improvement(
    "portfolio", TypeAdapter(StatedPortfolio), TypeAdapter(CertificatePortfolio), _portfolio, show_portfolio
)
IMPROVEMENTS: Mapping[ImprovementKind, Improvement[Any, Any]] = {
    ImprovementKind.CERTIFICATE: EMBEDDING,
    ImprovementKind.SCHEDULE: SCHEDULING,
    ImprovementKind.CREDITS: RECOGNITION,
    ImprovementKind.PORTFOLIO: PORTFOLIO,
}
