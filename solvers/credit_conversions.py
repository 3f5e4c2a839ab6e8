"""Plans of credit conversion: what is asked is bounded before, and every answer checked after."""

from analysis.training_plans.improvement.credit_conversion import (
    CERTIFICATES_MOST,
    ConversionProblem,
    CreditConversion,
    broken_choice,
)
from solvers.solver_errors import SolverAnswerError, SolverProblemError
from solvers.solver_process import SolverProcess
from solvers.tasks import CONVERSION, ReportStage, SolverLimits, unreported


async def convert_credits(
    solver: SolverProcess,
    problem: ConversionProblem,
    limits: SolverLimits | None = None,
    report: ReportStage = unreported,
) -> CreditConversion:
    """Choose which course each certificate is recognised for. Raises: SolverError."""
    if len(problem.certificates) > CERTIFICATES_MOST:
        raise SolverProblemError(("certificates", "个证书"), len(problem.certificates), CERTIFICATES_MOST)
    conversion = await solver.solve(CONVERSION, problem, limits, report)
    broken = [rule for each in (conversion.pairs, *conversion.alternatives) for rule in broken_choice(problem, each)]
    if broken:
        raise SolverAnswerError(", ".join(dict.fromkeys(broken)))
    return conversion
