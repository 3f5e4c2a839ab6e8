"""Root fields answered by statements written by hand: their arguments, record types, and planners.

A new one goes into a module of ``resolvers/questions`` that makes a ``DeclaredField``, and into ``DECLARED``.
"""

from resolvers.declaring import DeclaredField
from resolvers.questions.coverage import COVERAGE_FIELD
from resolvers.questions.crosswalk import CROSSWALK_FIELD
from resolvers.questions.cube import COVERAGE_CUBE
from resolvers.questions.demand import DEMAND_FIELD
from resolvers.questions.gaps import GAPS
from resolvers.questions.level_audit import LEVEL_AUDIT
from resolvers.questions.matrix import COVERAGE_MATRIX
from resolvers.questions.paths import PATHS
from resolvers.questions.peers import PEERS_FIELD
from resolvers.questions.queue import QUEUE
from resolvers.questions.redundancy import REDUNDANCY_FIELD
from resolvers.questions.release_audit import AUDIT_FIELD
from resolvers.questions.search import SEARCH
from resolvers.questions.succession import CERTIFICATE_SUCCESSION
from resolvers.questions.suggestions import SUGGEST
from resolvers.questions.version_diff import VERSION_DIFF

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
