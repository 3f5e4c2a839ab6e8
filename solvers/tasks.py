"""What the process that solves can be asked: for each task the form of its problem and of its answer."""

from collections.abc import Callable
from typing import Generic, NamedTuple, TypeVar

from pydantic import TypeAdapter

from analysis.training_plans.improvement.certificate_embedding import CertificateEmbedding, EmbeddingProblem
from analysis.training_plans.improvement.certificate_portfolio import CertificatePortfolio, PortfolioProblem
from analysis.training_plans.improvement.credit_conversion import ConversionProblem, CreditConversion
from analysis.training_plans.improvement.proof import SolvedStage
from analysis.training_plans.improvement.semester_schedule import ScheduleProblem, SemesterSchedule

# Is called with each stage of an answer as it is solved.
ReportStage = Callable[[SolvedStage], None]

ProblemT = TypeVar("ProblemT")
AnswerT = TypeVar("AnswerT")


class SolverLimits(NamedTuple):
    """How long solving may take: by the clock, and in CP-SAT's own units, which are the same on each machine."""

    seconds: float = 30.0
    deterministic: float = 60.0
    seed: int = 0


class OutOfTimeError(Exception):
    """Nothing was found within the limits."""


def unreported(_: SolvedStage) -> None:
    """Report a stage to no one."""


class SolverTask(NamedTuple, Generic[ProblemT, AnswerT]):
    """A task; ``module`` is where its model is."""

    name: str
    module: str
    problem: TypeAdapter[ProblemT]
    answer: TypeAdapter[AnswerT]


SCHEDULE = SolverTask(
    "SCHEDULE", "solvers.models.schedule_model", TypeAdapter(ScheduleProblem), TypeAdapter(SemesterSchedule)
)
CONVERSION = SolverTask(
    "CONVERSION", "solvers.models.conversion_model", TypeAdapter(ConversionProblem), TypeAdapter(CreditConversion)
)
EMBEDDING = SolverTask(
    "EMBEDDING", "solvers.models.embedding_model", TypeAdapter(EmbeddingProblem), TypeAdapter(CertificateEmbedding)
)
PORTFOLIO = SolverTask(
    "PORTFOLIO", "solvers.models.portfolio_model", TypeAdapter(PortfolioProblem), TypeAdapter(CertificatePortfolio)
)
TASKS = {each.name: each for each in (SCHEDULE, CONVERSION, EMBEDDING, PORTFOLIO)}
