"""Root fields answered by statements written by hand: their arguments, record types, and planners.

A new one goes into a module of ``resolvers/questions`` that makes a ``DeclaredField``, and into ``DECLARED``.
"""

from resolvers.questions.certificates.succession import CertificateSuccession
from resolvers.questions.courses.demand import DemandForCourse
from resolvers.questions.courses.peer_comparison import PeerComparison
from resolvers.questions.courses.redundancy import CourseRedundancy
from resolvers.questions.courses.suggestions import SuggestAlignments
from resolvers.questions.coverage.coverage import COVERAGE_FIELD
from resolvers.questions.coverage.coverage_cube import COVERAGE_CUBE
from resolvers.questions.coverage.coverage_gaps import GAPS
from resolvers.questions.coverage.coverage_matrix import COVERAGE_MATRIX
from resolvers.questions.declared_field import DeclaredField
from resolvers.questions.finding.paths import PATHS
from resolvers.questions.finding.search import SEARCH
from resolvers.questions.question import Question
from resolvers.questions.standards.crosswalk import Crosswalk
from resolvers.questions.standards.level_audit import LevelAudit
from resolvers.questions.standards.version_diff import VersionDiff
from resolvers.questions.upkeep.release_audit import ReleaseAudit
from resolvers.questions.upkeep.review_queue import ReviewQueue

DECLARED: tuple[DeclaredField | Question, ...] = (
    SEARCH,
    PATHS,
    COVERAGE_FIELD,
    COVERAGE_CUBE,
    COVERAGE_MATRIX,
    GAPS,
    Crosswalk(),
    VersionDiff(),
    LevelAudit(),
    CertificateSuccession(),
    CourseRedundancy(),
    DemandForCourse(),
    PeerComparison(),
    ReleaseAudit(),
    SuggestAlignments(),
    ReviewQueue(),
)

__all__ = ["DECLARED", "DeclaredField", "Question"]
