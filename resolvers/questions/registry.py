"""Root fields answered by statements written by hand: their arguments, record types, and planners.

A new one goes into a module of ``resolvers/questions`` that makes a ``DeclaredField``, and into ``DECLARED``.
"""

from resolvers.questions.certificates.succession import CERTIFICATE_SUCCESSION
from resolvers.questions.courses.demand import DEMAND_FIELD
from resolvers.questions.courses.peer_comparison import PEERS_FIELD
from resolvers.questions.courses.redundancy import REDUNDANCY_FIELD
from resolvers.questions.courses.suggestions import SUGGEST
from resolvers.questions.coverage.coverage import COVERAGE_FIELD
from resolvers.questions.coverage.coverage_cube import COVERAGE_CUBE
from resolvers.questions.coverage.coverage_gaps import GAPS
from resolvers.questions.coverage.coverage_matrix import COVERAGE_MATRIX
from resolvers.questions.finding.paths import PATHS
from resolvers.questions.finding.search import SEARCH
from resolvers.questions.question import DeclaredField
from resolvers.questions.standards.crosswalk import CROSSWALK_FIELD
from resolvers.questions.standards.level_audit import LEVEL_AUDIT
from resolvers.questions.standards.version_diff import VERSION_DIFF
from resolvers.questions.upkeep.release_audit import AUDIT_FIELD
from resolvers.questions.upkeep.review_queue import QUEUE

DECLARED: tuple[DeclaredField, ...] = (
    SEARCH,
    PATHS,
    COVERAGE_FIELD,
    COVERAGE_CUBE,
    COVERAGE_MATRIX,
    GAPS,
    CROSSWALK_FIELD,
    VERSION_DIFF,
    LEVEL_AUDIT,
    CERTIFICATE_SUCCESSION,
    REDUNDANCY_FIELD,
    DEMAND_FIELD,
    PEERS_FIELD,
    AUDIT_FIELD,
    SUGGEST,
    QUEUE,
)

__all__ = ["DECLARED", "DeclaredField"]
