"""A certificate in a plan: every answer is checked against its problem before it is shown."""

from analysis.training_plans.improvement.certificate_embedding import (
    CertificateEmbedding,
    EmbeddingProblem,
    broken_edits,
    embedding_values,
    unserved_by,
)
from analysis.training_plans.improvement.proof import rule_label
from solvers.solver_errors import SolverAnswerError
from solvers.solver_process import SolverProcess
from solvers.tasks import EMBEDDING, ReportStage, SolverLimits, unreported


async def embed_certificate(
    solver: SolverProcess,
    problem: EmbeddingProblem,
    limits: SolverLimits | None = None,
    report: ReportStage = unreported,
) -> CertificateEmbedding:
    """Find the least edits by which a plan teaches what a certificate requires. Raises: SolverError."""
    embedding = await solver.solve(EMBEDDING, problem, limits, report)
    _check(problem, embedding)
    return embedding


def _check(problem: EmbeddingProblem, embedding: CertificateEmbedding) -> None:
    broken = [rule_label(each) for each in broken_edits(problem, embedding.edits)]
    if not broken:
        values = embedding_values(problem, embedding.edits)
        broken += [each.objective for each in embedding.stages if values[each.objective] > each.value]
        if unserved_by(problem, embedding.edits) != embedding.unserved:
            broken.append("UNSERVED")
    if broken:
        raise SolverAnswerError(", ".join(broken))
