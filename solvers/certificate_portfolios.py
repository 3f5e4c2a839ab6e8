"""Several certificates in a plan: every point of the front is checked against the problem before it is shown."""

from analysis.training_plans.improvement.certificate_portfolio import (
    CertificatePortfolio,
    PortfolioProblem,
    broken_portfolio,
)
from solvers.solver_errors import SolverAnswerError
from solvers.solver_process import SolverProcess
from solvers.tasks import PORTFOLIO, ReportStage, SolverLimits, unreported


async def certificate_portfolio(
    solver: SolverProcess,
    problem: PortfolioProblem,
    limits: SolverLimits | None = None,
    report: ReportStage = unreported,
) -> CertificatePortfolio:
    """Find every best trade-off between hours added and requirements taught. Raises: SolverError."""
    portfolio = await solver.solve(PORTFOLIO, problem, limits, report)
    if broken := broken_portfolio(problem.embedding, problem.hours_most, portfolio):
        raise SolverAnswerError(", ".join(dict.fromkeys(broken)))
    return portfolio
